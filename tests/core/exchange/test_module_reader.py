"""What PyTorch prints of a Sequential is read as the layers that compute the same, or refused by the module's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.exchange.module_reader import ReadLayer, read_modules
from core.exchange.module_text import input_text, module_text
from core.exchange.refusals import WeightsError
from core.exchange.weights_file import npz_bytes, safetensors_bytes
from core.exchange.weights_reader import looks_like_weights, read_weights
from core.nn.architecture import Architecture
from core.nn.network import Network
from tests.core.exchange.networks import networks
from tests.core.exchange.picture_networks import as_pytorch, picture_networks

ALL = [*networks(), *picture_networks()]
PICTURES = list(picture_networks())
CONV = "Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))"
LINEAR = "Linear(in_features=72, out_features=3, bias=True)"
FLATTEN = "Flatten(start_dim=1, end_dim=-1)"
POOL = "MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)"


def printed(*modules: str) -> str:
    lines = [f"  ({place}): {module}" for place, module in enumerate(modules)]
    return "\n".join(["Sequential(", *lines, ")"])


def read(
    text: str, shape: str | None = "1, 6, 6", picture: tuple[int, int] | None = None
) -> tuple[ReadLayer, ...]:
    return read_modules(Path("a.safetensors"), text, shape, picture)


@pytest.mark.parametrize(("name", "network"), ALL, ids=[name for name, _ in ALL])
def test_what_is_written_is_read_as_the_same_layers(name: str, network: Network) -> None:
    layers = read(module_text(network.topology), input_text(network.topology))
    specs = tuple(layer.spec for layer in layers)
    again = Network(type(network.topology)(specs, network.topology.input_shape))
    assert again.topology.shapes == network.topology.shapes and again.topology.skips == network.topology.skips
    assert tuple(layer.activation for layer in layers) == network.activations


@pytest.mark.parametrize("write", [safetensors_bytes, npz_bytes])
@pytest.mark.parametrize(("name", "network"), PICTURES, ids=[name for name, _ in PICTURES])
def test_what_was_exported_opens_as_the_same_network(
    name: str, network: Network, write: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "net"
    path.write_bytes(write(network.topology, network.parameters))
    assert looks_like_weights(str(path))
    weights = read_weights(path)
    again = weights.architecture(Architecture(), "sigmoid", "identity").network((weights.sizes[0],))
    weights.weights.write_to(again)
    assert again.topology.canonical == network.topology.canonical and weights.unnamed == 0
    np.testing.assert_array_equal(again.parameters, network.parameters)


@pytest.mark.parametrize("says", ["modules and input", "modules alone", "unflatten"])
def test_a_sequential_saved_from_pytorch_computes_the_same_here(says: str, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import save_file

    nn = torch.nn
    torch.manual_seed(0)
    layers = [
        nn.Conv2d(1, 4, 3, stride=2, padding=1),
        nn.ReLU(inplace=True),
        nn.Dropout2d(0.3),
        nn.Conv2d(4, 5, 2),
        nn.AvgPool2d((2, 2)),
        nn.ELU(inplace=True),
        nn.Conv2d(5, 3, 1),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Tanh(),
        nn.Dropout(0.5),
        nn.Linear(3, 7),
        nn.Identity(),
        nn.GELU(),
        nn.Linear(7, 3),
    ]
    if says == "unflatten":
        layers = [nn.Unflatten(1, (1, 10, 12)), *layers]
    model = nn.Sequential(*layers)
    metadata = {"modules": str(model)} | ({"input": "1, 10, 12"} if says == "modules and input" else {})
    save_file(model.state_dict(), tmp_path / "net.safetensors", metadata=metadata)
    weights = read_weights(tmp_path / "net.safetensors", (10, 12) if says == "modules alone" else None)
    assert (
        weights.sizes == (120, 5 * 6 * 4, 4 * 5 * 5, 2 * 2 * 5, 2 * 2 * 3, 3, 7, 3) and weights.unnamed == 0
    )
    network = weights.architecture(Architecture(), "sigmoid", "identity").network((120,))
    weights.weights.write_to(network)
    assert network.activations == ("relu", "identity", "elu", "identity", "tanh", "gelu", "identity")
    X = np.random.default_rng(3).normal(0, 1, (9, 120)).astype(np.float32)
    with torch.no_grad():
        x = torch.from_numpy(X if says == "unflatten" else as_pytorch(network, X))
        y = model.eval()(x).numpy()
    np.testing.assert_allclose(network.predict(X), y, rtol=1e-5, atol=1e-6)


def test_of_linear_layers_the_printed_model_says_their_activations() -> None:
    model = printed(
        "Flatten(start_dim=1, end_dim=-1)",
        "Linear(in_features=6, out_features=4, bias=True)",
        "LeakyReLU(negative_slope=0.01)",
        "Linear(in_features=4, out_features=3, bias=True)",
    )
    layers = read(model, None)
    assert [(layer.name, layer.activation) for layer in layers] == [("1", "leaky_relu"), ("3", None)]


CNN = (CONV, "ReLU()", FLATTEN, LINEAR)
REFUSED: dict[str, tuple[str, str, Any]] = {
    "a norm": (printed(CONV, "BatchNorm2d(2, eps=1e-05)", *CNN[2:]), "module_unknown", "1"),
    "a kernel that is no square": (
        printed(CONV.replace("(3, 3)", "(3, 5)"), *CNN[1:]),
        "module_unknown",
        "0",
    ),
    "a dilation": (printed(CONV[:-1] + ", dilation=(2, 2))", *CNN[1:]), "module_unknown", "0"),
    "groups": (printed(CONV[:-1] + ", groups=2)", *CNN[1:]), "module_unknown", "0"),
    "another padding": (printed(CONV[:-1] + ", padding_mode=circular)", *CNN[1:]), "module_unknown", "0"),
    "windows of a pool that overlap": (
        printed(CONV, POOL.replace("stride=2", "stride=1"), *CNN[2:]),
        "module_unknown",
        "1",
    ),
    "a pool that reads what is left over": (
        printed(CONV, POOL.replace("False", "True")),
        "module_unknown",
        "1",
    ),
    "another slope": (printed(CONV, "LeakyReLU(negative_slope=0.2)", *CNN[2:]), "module_unknown", "1"),
    "an approximation": (printed(CONV, "GELU(approximate='tanh')", *CNN[2:]), "module_unknown", "1"),
    "two activations": (printed(CONV, "ReLU()", "Tanh()", *CNN[2:]), "module_unknown", "2"),
    "an activation first": (printed("ReLU()", *CNN), "module_unknown", "0"),
    "a softmax of maps": (printed(CONV, "Softmax(dim=1)", *CNN[2:]), "module_unknown", "1"),
    "no bias": (printed(CONV[:-1] + ", bias=False)", *CNN[1:]), "lacks", "0"),
    "a linear layer without bias": (
        printed(CONV, "ReLU()", FLATTEN, LINEAR.replace("True", "False")),
        "module_unknown",
        "3",
    ),
    "no flatten": (printed(CONV, LINEAR), "module_unknown", "1"),
    "a convolution after a flatten": (printed(CONV, FLATTEN, CONV), "module_unknown", "2"),
    "a convolution of a list": (printed(CONV, FLATTEN, LINEAR, CONV), "module_unknown", "3"),
    "half a flatten": (printed(CONV, "Flatten(start_dim=2, end_dim=-1)", LINEAR), "module_unknown", "1"),
    "other channels": (printed(CONV, CONV.replace("(1, 2", "(3, 2"), *CNN[2:]), "channels_differ", "1"),
    "too small a picture": (printed(CONV, POOL, POOL, POOL, *CNN[2:]), "does_not_fit", "3"),
    "other numbers": (printed(CONV, FLATTEN, LINEAR.replace("72", "71")), "sizes_differ", "2"),
    "an output of maps": (printed(CONV, "ReLU()"), "last_layer", "0"),
    "nothing": (printed(), "no_layers", None),
    "no sequential": ("Net(\n  (0): ReLU()\n)", "modules_unread", None),
    "a name": ("Sequential(\n  (conv): ReLU()\n)", "modules_unread", None),
    "a nested sequential": (
        "Sequential(\n  (0): Sequential(\n    (0): ReLU()\n  )\n)",
        "modules_unread",
        None,
    ),
    "an empty residual": ("Sequential(\n  (0): Residual(\n  )\n)", "no_layers", None),
    "a residual of two": (
        f"Sequential(\n  (0): Residual(\n    (0): {CONV}\n    (1): {CONV.replace('(1, 2', '(2, 1')}\n  )\n)",
        "modules_unread",
        None,
    ),
    "a residual that does not fit": (
        f"Sequential(\n  (0): Residual(\n    (0): {CONV}\n  )\n)",
        "residual_sizes",
        "0.0",
    ),
    "a bias of cells without a convolution": (printed(CONV, "CellBias()"), "module_unknown", "1"),
    "a map that reads nothing": (
        printed(CONV.replace("Conv2d", "SparseConv2d")[:-1] + ", reads=((), (0,)))", *CNN[1:]),
        "does_not_fit",
        "0",
    ),
    "no text": ("", "modules_unread", None),
    "a number of a thousand digits": (
        printed(CONV.replace("3, 3", "9" * 1000 + ", 3")),
        "module_unknown",
        "0",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_anything_else_is_refused_by_the_place_of_the_module(what: str) -> None:
    text, code, layer = REFUSED[what]
    with pytest.raises(WeightsError) as caught:
        read(text)
    assert (caught.value.code, caught.value.fields.get("layer")) == (code, layer)


@pytest.mark.parametrize("shape", ["", "a", "1, 16", "1, 2, 3, 4", "0, 4, 4", "-1, 4, 4", "1e3"])
def test_an_input_that_is_no_shape_is_refused(shape: str) -> None:
    with pytest.raises(WeightsError) as caught:
        read(printed(*CNN), shape)
    assert caught.value.code == "input_unread"


def test_how_large_pictures_are_is_asked_for_where_nothing_says_it() -> None:
    with pytest.raises(WeightsError) as caught:
        read(printed(*CNN), None)
    assert caught.value.code == "no_picture" and caught.value.fields["layer"] == "0"
    (conv, _) = read(printed(*CNN), None, (6, 6))
    assert conv.spec.picture == (6, 6)


def test_texts_that_are_cut_or_changed_are_refused_or_read() -> None:
    text = module_text(dict(PICTURES)["residual"].topology)
    rng = np.random.default_rng(0)
    for _ in range(800):
        changed = list(text)
        for _ in range(rng.integers(1, 4)):
            changed[rng.integers(len(changed))] = chr(rng.integers(32, 127))
        for some in ("".join(changed), text[: rng.integers(len(text))]):
            try:
                read(some, "1, 5, 5")
            except WeightsError:
                continue

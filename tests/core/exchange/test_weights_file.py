"""What is written of a network loads elsewhere, and computes the same there."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import numpy as np
import pytest

from core.exchange.weights_file import npz_bytes, safetensors_bytes
from core.nn.network import Network
from tests.core.exchange.networks import FORMULAS, networks, some_rows, y_of
from tests.core.exchange.picture_networks import OWN, network_of, torch_y
from tests.core.nn.test_picture_layers import SMALL_CNN

PLAIN = [(name, network) for name, network in networks() if not any(layer.skip for layer in network.layers)]


def header_of(content: bytes) -> dict[str, object]:
    length = int.from_bytes(content[:8], "little")
    header: dict[str, object] = json.loads(content[8 : 8 + length])
    return header


@pytest.mark.parametrize(("name", "network"), PLAIN, ids=[name for name, _ in PLAIN])
def test_a_sequential_of_pytorch_loads_the_weights_and_computes_the_same(name: str, network: Network) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load

    nn = torch.nn
    modules = {
        "relu": nn.ReLU(),
        "sigmoid": nn.Sigmoid(),
        "tanh": nn.Tanh(),
        "leaky_relu": nn.LeakyReLU(0.01),
        "elu": nn.ELU(),
        "gelu": nn.GELU(),
        "silu": nn.SiLU(),
        "softplus": nn.Softplus(),
        "identity": nn.Identity(),
        "softmax": nn.Softmax(dim=1),
    }
    model = nn.Sequential()
    for layer in network.layers:
        model.extend([nn.Linear(*layer.W.shape), modules[layer.activation]])
    model.load_state_dict(load(safetensors_bytes(network.topology, network.parameters)))
    X = some_rows(network.sizes[0])
    with torch.no_grad():
        y = model(torch.from_numpy(X)).numpy()
    np.testing.assert_allclose(y, y_of(network, X), rtol=1e-5, atol=2e-6)
    np.testing.assert_allclose(network.predict(X), y_of(network, X), rtol=1e-5, atol=2e-6)


def test_residual_weights_are_refused_by_a_sequential_that_would_compute_something_else() -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load

    network = Network.dense((6, 5, 5, 3), skip=True)
    nn = torch.nn
    plain = nn.Sequential(nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 5), nn.ReLU(), nn.Linear(5, 3))
    with pytest.raises(RuntimeError, match=r"Unexpected key\(s\).*2\.0\.weight"):
        plain.load_state_dict(load(safetensors_bytes(network.topology, network.parameters)))


def test_what_the_weights_do_not_say_stands_in_the_metadata() -> None:
    network = Network.dense((6, 5, 5, 3), ["tanh", "relu"], skip=True)
    content = safetensors_bytes(network.topology, network.parameters, {"update": "20"})
    metadata = {"format": "pt", "activations": "tanh,relu,softmax", "residual": "2", "update": "20"}
    assert header_of(content)["__metadata__"] == metadata
    plain = Network.dense((6, 3))
    assert "residual" not in str(header_of(safetensors_bytes(plain.topology, plain.parameters)))


def test_read_only_parameters_of_a_snapshot_are_written_too() -> None:
    network = Network.dense((6, 5, 3))
    parameters = network.parameters.copy()
    parameters.flags.writeable = False
    from safetensors.numpy import load

    # The names in the description come in any order, so the tensors are compared.
    written, expected = (
        load(safetensors_bytes(network.topology, of)) for of in (parameters, network.parameters)
    )
    assert written.keys() == expected.keys() and len(written) == 4
    for name, tensor in written.items():
        assert np.array_equal(tensor, expected[name])


@pytest.mark.parametrize(("name", "network"), list(networks()), ids=[name for name, _ in networks()])
def test_numpy_alone_computes_the_same_from_the_npz(name: str, network: Network) -> None:
    with np.load(BytesIO(npz_bytes(network.topology, network.parameters)), allow_pickle=False) as file:
        count = len(file["activations"])
        assert set(file) == {"activations", "residual"} | {f"{k}{i + 1}" for i in range(count) for k in "Wb"}
        X = some_rows(network.sizes[0])
        a = X.astype(np.float64)
        for i in range(count):
            f = FORMULAS[str(file["activations"][i])](a @ file[f"W{i + 1}"] + file[f"b{i + 1}"])
            a = a + f if file["residual"][i] else f
    np.testing.assert_allclose(a, y_of(network, X), rtol=1e-6)


def small_sequential() -> Any:
    nn = pytest.importorskip("torch").nn
    return nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(256, 10),
        nn.Softmax(dim=-1),
    )


def test_a_plain_sequential_with_convolutions_loads_either_file_and_computes_the_same() -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load

    network = network_of(256, SMALL_CNN)
    X = some_rows(256)
    model, other = small_sequential(), small_sequential()
    model.load_state_dict(load(safetensors_bytes(network.topology, network.parameters)))
    with np.load(BytesIO(npz_bytes(network.topology, network.parameters)), allow_pickle=False) as file:
        # Maps come first there; behind Flatten the inputs of a Linear come map by map.
        arrays = {
            "0.weight": file["W1"].transpose(3, 2, 0, 1),
            "0.bias": file["b1"],
            "3.weight": file["W3"].transpose(3, 2, 0, 1),
            "3.bias": file["b3"],
            "7.weight": file["W5"].reshape(4, 4, 16, 10).transpose(3, 2, 0, 1).reshape(10, 256),
            "7.bias": file["b5"],
        }
        assert str(file["modules"]) == str(model) and str(file["input"]) == "1, 16, 16"
    other.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in arrays.items()})
    for of in (model, other):
        with torch.no_grad():
            y = of(torch.from_numpy(X.reshape(-1, 1, 16, 16))).numpy()
        np.testing.assert_allclose(y, torch_y(network, X), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(network.predict(X), torch_y(network, X), rtol=1e-5, atol=1e-6)


def test_modules_that_pytorch_does_not_have_are_refused_by_a_sequential_of_those_it_has() -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load

    nn, lenet = torch.nn, network_of(*OWN["lenet"])
    first = nn.Conv2d(1, 12, 5, stride=2, padding=2), nn.Tanh()
    plain = nn.Sequential(*first, nn.Conv2d(12, 12, 5, stride=2, padding=2), nn.Tanh(), nn.Flatten())
    with pytest.raises(RuntimeError, match="Missing key"):
        plain.load_state_dict(load(safetensors_bytes(lenet.topology, lenet.parameters)))

"""What others have saved opens as the network that it was, and everything else is refused in a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save

from core.exchange import weights_reader
from core.exchange.opened_weights import OpenedWeights
from core.exchange.refusals import WeightsError
from core.exchange.weights_file import safetensors_bytes
from core.exchange.weights_reader import read_weights
from core.nn.architecture import Architecture
from core.nn.network import Network
from tests.core.exchange.networks import networks, some_rows, y_of

BASE = Architecture.dense((32, 16), seed=7)


def opened(folder: Path, content: bytes) -> OpenedWeights:
    path = folder / "net.safetensors"
    path.write_bytes(content)
    return read_weights(path)


def refusal_of(folder: Path, content: bytes) -> WeightsError:
    with pytest.raises(WeightsError) as caught:
        opened(folder, content)
    return caught.value


def network_of(weights: OpenedWeights, activation: str = "relu", output: str = "softmax") -> Network:
    network = weights.architecture(BASE, activation, output).network((weights.sizes[0],))
    weights.weights.write_to(network)
    return network


def linear(*sizes: int, indices: tuple[int, ...] = (), dtype: str = "f4") -> dict[str, np.ndarray]:
    """The state of a Sequential with Linear at these places, 0, 2, 4 ... unless others are given."""
    rng = np.random.default_rng(0)
    tensors = {}
    for number, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False)):
        index = indices[number] if indices else 2 * number
        tensors[f"{index}.weight"] = rng.normal(size=(fan_out, fan_in)).astype(dtype)
        tensors[f"{index}.bias"] = rng.normal(size=fan_out).astype(dtype)
    return tensors


@pytest.mark.parametrize(("name", "network"), list(networks()), ids=[name for name, _ in networks()])
def test_what_was_exported_opens_as_the_same_network(name: str, network: Network, tmp_path: Path) -> None:
    weights = opened(tmp_path, safetensors_bytes(network.topology, network.parameters))
    again = network_of(weights, "sigmoid", "identity")
    np.testing.assert_array_equal(again.parameters, network.parameters)
    assert again.topology.canonical == network.topology.canonical
    assert weights.unnamed == 0 and weights.weights.name == "net.safetensors"


def test_a_sequential_saved_from_pytorch_computes_the_same_here(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import save_file

    nn = torch.nn
    torch.manual_seed(0)
    # Flatten and Dropout have no parameters, and do nothing to a row in use.
    model = nn.Sequential(
        nn.Flatten(), nn.Linear(6, 5), nn.Tanh(), nn.Dropout(0.5), nn.Linear(5, 4), nn.Tanh(), nn.Linear(4, 3)
    )
    save_file(model.state_dict(), tmp_path / "net.safetensors")
    weights = read_weights(tmp_path / "net.safetensors")
    assert (weights.sizes, weights.unnamed) == ((6, 5, 4, 3), 2)
    X = some_rows(6)
    with torch.no_grad():
        y = model.eval()(torch.from_numpy(X)).numpy()
    np.testing.assert_allclose(y_of(network_of(weights, "tanh", "identity"), X), y, rtol=1e-5, atol=1e-6)


def test_activations_can_be_named_by_whoever_saves(tmp_path: Path) -> None:
    weights = opened(tmp_path, save(linear(6, 5, 4, 3), {"activations": "gelu, elu, sigmoid"}))
    assert network_of(weights).activations == ("gelu", "elu", "sigmoid")


def test_what_the_file_does_not_say_is_assumed_as_it_was_asked(tmp_path: Path) -> None:
    weights = opened(tmp_path, save(linear(6, 5, 4, 3)))
    assert weights.unnamed == 2
    assert network_of(weights, "silu", "softmax").activations == ("silu", "silu", "softmax")
    architecture = weights.architecture(BASE, "silu", "softmax")
    assert (architecture.seed, architecture.initializer) == (BASE.seed, BASE.initializer)


def test_two_linear_that_follow_each_other_have_nothing_between_them(tmp_path: Path) -> None:
    weights = opened(tmp_path, save(linear(6, 5, 4, 3, indices=(0, 1, 3))))
    assert weights.unnamed == 1
    assert network_of(weights).activations == ("identity", "relu", "softmax")


def test_the_places_are_numbers_not_texts(tmp_path: Path) -> None:
    sizes = (6, *range(20, 7, -1))
    tensors = linear(*sizes)
    weights = opened(tmp_path, save(tensors))
    assert weights.sizes == sizes
    np.testing.assert_array_equal(network_of(weights).layers[5].W, tensors["10.weight"].T)


@pytest.mark.parametrize("dtype", ["f2", "f8"])
def test_other_precisions_become_single(tmp_path: Path, dtype: str) -> None:
    tensors = linear(6, 5, 3, dtype=dtype)
    network = network_of(opened(tmp_path, save(tensors)))
    np.testing.assert_array_equal(network.layers[1].b, tensors["2.bias"].astype(np.float32))
    assert network.parameters.dtype == np.float32


# A convolution of pictures of 4 x 4, then 8 numbers to 3; stride and what stands between them are printed.
PRINTED = {
    "modules": "Sequential(\n  (0): Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1))\n  (1): ReLU()\n"
    "  (2): Flatten(start_dim=1, end_dim=-1)\n  (3): Linear(in_features=8, out_features=3, bias=True)\n)",
    "input": "1, 4, 4",
}
WIDE = {
    "modules": "Sequential(\n  (0): Conv2d(1, 2000, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))\n"
    "  (1): Conv2d(2000, 500, kernel_size=(1, 1), stride=(1, 1))\n"
    "  (2): MaxPool2d(kernel_size=20, stride=20, padding=0, dilation=1, ceil_mode=False)\n"
    "  (3): Flatten(start_dim=1, end_dim=-1)\n  (4): Linear(in_features=500, out_features=3, bias=True)\n)",
    "input": "1, 20, 20",
}
CONVOLUTION = {
    "0.weight": np.ones((2, 1, 3, 3), "f4"),
    "0.bias": np.ones(2, "f4"),
    "3.weight": np.ones((3, 8), "f4"),
    "3.bias": np.ones(3, "f4"),
}


def without(tensors: Mapping[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    return {key: value for key, value in tensors.items() if key != name}


GOOD = linear(6, 5, 3)
NAN, LARGE = GOOD["2.weight"].copy(), GOOD["0.bias"].astype("f8")
NAN[1, 1] = np.nan
LARGE[0] = 1e39
REFUSED = {
    "a convolution": (GOOD | {"0.weight": np.ones((2, 1, 3, 3), "f4")}, {}, "needs_modules", "0"),
    "a norm": (GOOD | {"1.weight": np.ones(5, "f4"), "1.bias": np.ones(5, "f4")}, {}, "no_linear", "1"),
    "running means": (GOOD | {"1.running_mean": np.ones(5, "f4")}, {}, "no_linear", "1"),
    "a module with a name": (GOOD | {"head.weight": np.ones((5, 6), "f4")}, {}, "no_linear", "head"),
    "a recurrent layer": (GOOD | {"lstm.weight_ih_l0": np.ones((5, 6), "f4")}, {}, "no_linear", "lstm"),
    "a nested module": ({"0.0.weight": np.ones((5, 5), "f4")}, {}, "not_residual", "0.0"),
    "a deeply nested module": ({"0.1.weight": np.ones((5, 5), "f4")}, {}, "no_linear", "0.1"),
    "a path": ({"../../0.weight": np.ones((5, 5), "f4")}, {}, "no_linear", "../../0"),
    "two modules in one place": (
        linear(6, 6, 3) | {"0.0.weight": np.ones((6, 6), "f4"), "0.0.bias": np.ones(6, "f4")},
        {"residual": "0"},
        "not_residual",
        "0.0",
    ),
    "no bias": (without(GOOD, "2.bias"), {}, "lacks", "2"),
    "no weight": (without(GOOD, "0.weight"), {}, "lacks", "0"),
    "another bias": (GOOD | {"2.bias": np.ones(4, "f4")}, {}, "bias_shape", "2"),
    "layers that do not follow": (GOOD | {"2.weight": np.ones((3, 4), "f4")}, {}, "sizes_differ", "2"),
    "an empty layer": (linear(6, 0, 3), {}, "empty_layer", "0"),
    "whole numbers": (GOOD | {"2.weight": np.ones((3, 5), "i4")}, {}, "value_type", "2"),
    "no number": (GOOD | {"2.weight": NAN}, {}, "not_finite", "2"),
    "too large a number": (GOOD | {"0.bias": LARGE}, {}, "not_finite", "0"),
    "a residual layer of two widths": (
        {"0.0.weight": np.ones((5, 6), "f4"), "0.0.bias": np.ones(5, "f4")},
        {"residual": "0"},
        "residual_sizes",
        "0.0",
    ),
    "another kernel than is printed": (
        CONVOLUTION | {"0.weight": np.ones((2, 1, 5, 5), "f4")},
        PRINTED,
        "array_shape",
        None,
    ),
    "a layer that is not printed": (
        CONVOLUTION | {"5.bias": np.ones(3, "f4")},
        PRINTED,
        "not_in_modules",
        None,
    ),
    "no convolution of those printed": (without(CONVOLUTION, "0.weight"), PRINTED, "lacks", "0"),
    "whole numbers in a convolution": (
        CONVOLUTION | {"0.weight": np.ones((2, 1, 3, 3), "i4")},
        PRINTED,
        "value_type",
        "0",
    ),
    "no number in a convolution": (
        CONVOLUTION | {"0.bias": np.array([np.nan, 1], "f4")},
        PRINTED,
        "not_finite",
        "0",
    ),
    "more products than a network may have": (CONVOLUTION, WIDE, "many_products", None),
    "more outputs than there can be parameters for": (
        CONVOLUTION,
        PRINTED | {"modules": PRINTED["modules"].replace("out_features=3", "out_features=99999999")},
        "many_parameters",
        None,
    ),
    "another activation": (GOOD, {"activations": "swish,softmax"}, "unknown_activation", "0"),
    "softmax in the middle": (GOOD, {"activations": "softmax,softmax"}, "unknown_activation", "0"),
    "another output": (GOOD, {"activations": "relu,relu"}, "unknown_activation", "2"),
    "too few activations": (GOOD, {"activations": "relu"}, "activation_count", None),
    "nothing": ({}, {}, "no_layers", None),
    "a session": ({"runs/0/layers/0/W": np.ones((5, 6), "f4")}, {"backlight": "{}"}, "is_session", None),
    "too many layers": (linear(*[1] * 103), {}, "many_layers", None),
}


@pytest.mark.parametrize(("tensors", "metadata", "code", "layer"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_by_the_name_of_the_layer(
    tensors: dict[str, np.ndarray], metadata: dict[str, str], code: str, layer: str | None, tmp_path: Path
) -> None:
    error = refusal_of(tmp_path, save(tensors, metadata or None))
    assert (error.code, error.fields.get("layer")) == (code, layer)
    assert "net.safetensors" in str(error)


def test_more_parameters_than_a_network_may_have_are_refused_before_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights_reader, "MAX_PARAMETERS", 52)
    assert refusal_of(tmp_path, save(GOOD)).code == "many_parameters"  # 6·5 + 5 + 5·3 + 3 = 53
    monkeypatch.setattr(weights_reader, "MAX_PARAMETERS", 53)
    assert opened(tmp_path, save(GOOD)).sizes == (6, 5, 3)


def header(length: int | None, text: str) -> bytes:
    content = text.encode()
    return (len(content) if length is None else length).to_bytes(8, "little") + content


ONE = '{"0.weight":{"dtype":"F32","shape":%s,"data_offsets":[0,%d]}}'
DAMAGED = {
    "empty": b"",
    "shorter than its length": b"\x01",
    "a header that is not there": header(10**6 - 1, "{}"),
    "a huge header": header(2**63, "{}"),
    "no JSON": header(None, "{]"),
    "deep JSON": header(None, "[" * 100_000),
    "a huge number": header(None, '{"0.weight":' + "9" * 5000 + "}"),
    "a list": header(None, "[]"),
    "a huge shape": header(None, ONE % ("[1000000000,1000000000]", 4)),
    "a shape that overflows": header(None, ONE % ("[18446744073709551615,2]", 4)) + b"\0" * 4,
    "a negative shape": header(None, ONE % ("[-1,2]", 4)) + b"\0" * 4,
    "numbers that are not there": header(None, ONE % ("[2,2]", 16)),
    "numbers that nobody has": header(None, ONE % ("[1,1]", 4)) + b"\0" * 8,
    "a pickle": b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix.",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_whole_file_is_refused(content: bytes, tmp_path: Path) -> None:
    refusal = refusal_of(tmp_path, content)
    # What a library says of it would be English in every language, and cut.
    assert refusal.code in ("damaged", "no_layers") and set(refusal.fields) == {"path"}


def test_a_header_or_a_file_may_not_be_larger_than_any_network_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights_reader, "MAX_HEADER_BYTES", 99)
    error = refusal_of(tmp_path, save(GOOD))
    assert error.code == "large_header" and error.fields["limit"] == 99
    monkeypatch.setattr(weights_reader, "MAX_BYTES", 100)
    assert refusal_of(tmp_path, save(GOOD)).code == "large_file"


@pytest.mark.parametrize(
    ("name", "code"), [("nothing", "not_there"), ("", "a_folder"), ("a\0b", "no_file_name")]
)
def test_what_is_no_file_is_refused(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(WeightsError) as caught:
        read_weights(tmp_path / name)
    assert caught.value.code == code


def test_a_file_cut_at_any_byte_is_refused(tmp_path: Path) -> None:
    content = save(linear(2, 2, 2))
    for length in range(len(content)):
        assert refusal_of(tmp_path, content[:length]).code == "damaged"


def test_a_damaged_file_is_refused_or_opens_with_finite_numbers(tmp_path: Path) -> None:
    """Weights have no checksum: what is damaged among the numbers alone can't be seen."""
    rng = np.random.default_rng(0)
    good = save(linear(3, 4, 2), {"activations": "relu,softmax"})
    printed = save(CONVOLUTION, PRINTED)
    for number in range(3000):
        good = printed if number == 1500 else good
        content = bytearray(good)
        for _ in range(rng.integers(1, 4)):
            content[rng.integers(len(content) if rng.random() < 0.3 else min(len(content), 700))] = (
                rng.integers(256)
            )
        try:
            weights = opened(tmp_path, bytes(content))
        except WeightsError:
            continue
        assert np.isfinite(weights.weights.parameters).all()
        assert weights.weights.parameters.size == network_of(weights).parameter_count


def test_a_name_that_stands_twice_in_the_header_is_no_bomb(tmp_path: Path) -> None:
    entry = '"0.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}'
    both = header(None, "{" + entry + "," + entry + "}") + b"\0" * 4
    assert refusal_of(tmp_path, both).code in ("damaged", "lacks")


def test_examples_that_do_not_suit_are_named_with_the_layer(tmp_path: Path) -> None:
    weights = opened(tmp_path, save(GOOD))
    weights.check_suits(6, 3)
    with pytest.raises(WeightsError, match="layer 0 takes 6 numbers, and an example has 256"):
        weights.check_suits(256, 3)
    with pytest.raises(WeightsError, match="layer 2 gives 3 numbers, and the examples need 10"):
        weights.check_suits(6, 10)


def test_what_is_opened_can_not_be_written_to(tmp_path: Path) -> None:
    assert not opened(tmp_path, save(GOOD)).weights.parameters.flags.writeable


def test_a_refusal_quotes_no_more_than_a_line(tmp_path: Path) -> None:
    error = refusal_of(tmp_path, save({"x" * 50_000: np.ones(1, "f4")}))
    assert len(str(error)) < 500 + len(str(tmp_path)) and json.dumps(error.fields)

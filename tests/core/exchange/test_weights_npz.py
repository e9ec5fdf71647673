"""NPZ files of weights open as the network that was exported; everything else is refused, and nothing is run by it."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.exchange.opened_weights import OpenedWeights
from core.exchange.refusals import WeightsError
from core.exchange.weights_file import npz_bytes, safetensors_bytes
from core.exchange.weights_npz import name_in_npz
from core.exchange.weights_reader import looks_like_weights, read_weights
from core.nn.architecture import Architecture
from core.nn.network import Network
from core.nn.topology import Topology
from tests.core.exchange.networks import networks
from tests.core.exchange.picture_networks import network_of
from tests.core.nn.test_picture_layers import SMALL_CNN


def opened(folder: Path, content: bytes) -> OpenedWeights:
    path = folder / "net.npz"
    path.write_bytes(content)
    return read_weights(path)


def packed(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def layers(*sizes: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    arrays = {}
    for number, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False), 1):
        arrays[f"W{number}"] = rng.normal(size=(fan_in, fan_out)).astype(np.float32)
        arrays[f"b{number}"] = rng.normal(size=fan_out).astype(np.float32)
    return arrays


@pytest.mark.parametrize(("name", "network"), list(networks()), ids=[name for name, _ in networks()])
def test_what_was_exported_opens_as_the_same_network(name: str, network: Network, tmp_path: Path) -> None:
    weights = opened(tmp_path, npz_bytes(network.topology, network.parameters, update=65))
    again = weights.architecture(Architecture.dense(), "sigmoid", "identity").network((weights.sizes[0],))
    weights.weights.write_to(again)
    np.testing.assert_array_equal(again.parameters, network.parameters)
    assert again.topology.canonical == network.topology.canonical and weights.unnamed == 0


def test_arrays_alone_leave_the_activation_of_hidden_layers_to_be_asked(tmp_path: Path) -> None:
    arrays = layers(6, 5, 4, 3)
    weights = opened(tmp_path, packed(**arrays))
    assert (weights.sizes, weights.unnamed) == ((6, 5, 4, 3), 2)
    flat = np.concatenate([arrays[name].ravel() for n in (1, 2, 3) for name in (f"W{n}", f"b{n}")])
    np.testing.assert_array_equal(weights.weights.parameters, flat)


@pytest.mark.parametrize("kind", [">f4", "f8", "f2"])
def test_other_precisions_and_orders_of_bytes_and_of_rows_hold_the_same_numbers(
    kind: str, tmp_path: Path
) -> None:
    arrays = {
        name: np.asfortranarray(np.round(array, 1).astype(kind)) for name, array in layers(4, 3).items()
    }
    weights = opened(tmp_path, packed(**arrays)).weights.parameters
    np.testing.assert_array_equal(weights[:12].reshape(4, 3), arrays["W1"].astype(np.float32))
    np.testing.assert_array_equal(weights[12:], arrays["b1"].astype(np.float32))


@pytest.mark.parametrize(
    ("change", "code", "layer"),
    [
        ({"W2": np.ones((9, 3), "f4")}, "sizes_differ", "W2"),
        ({"b2": np.ones(7, "f4")}, "bias_shape", "W2"),
        ({"W2": np.ones(3, "f4")}, "no_linear", "W2"),
        ({"X": np.ones((2, 2), "f4")}, "no_linear", "X"),
        ({"W1": np.ones((6, 5), "i4")}, "value_type", "W1"),
        ({"W1": np.full((6, 5), np.nan, "f4")}, "not_finite", "W1"),
        ({"activations": np.array(["relu"])}, "activation_count", ""),
        ({"activations": np.array(["relu", "evil"])}, "unknown_activation", "W2"),
        ({"W3": np.ones((3, 2), "f4")}, "lacks", "W3"),
    ],
)
def test_what_is_no_such_network_is_refused_by_the_name_of_the_layer(
    change: dict[str, np.ndarray], code: str, layer: str, tmp_path: Path
) -> None:
    with pytest.raises(WeightsError) as caught:
        opened(tmp_path, packed(**(layers(6, 5, 3) | change)))
    assert caught.value.code == code and caught.value.fields.get("layer", "") == layer


def test_pickled_objects_are_not_loaded(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> Any:
            return Path.touch, (tmp_path / "touched",)

    with pytest.raises(WeightsError) as caught:
        opened(tmp_path, packed(**layers(4, 3), more=np.array([Evil()], object)))
    assert caught.value.code == "npz_damaged" and not (tmp_path / "touched").exists()


def test_an_array_that_promises_more_than_is_there_is_refused_before_it_is_made(tmp_path: Path) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        header, {"descr": "<f4", "fortran_order": False, "shape": (10**7, 10**5)}
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("W1.npy", header.getvalue() + b"\0" * 16)
    with pytest.raises(WeightsError) as caught:
        opened(tmp_path, file.getvalue())
    assert caught.value.code == "npz_damaged" and set(caught.value.fields) == {"path"}


def test_zeros_that_unpack_to_more_than_weights_may_have_are_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(40):
            archive.writestr(f"W{number}.npy", b"\0" * (1 << 24))
    with pytest.raises(WeightsError) as caught:
        opened(tmp_path, file.getvalue())
    assert caught.value.code == "large_file"


def test_cut_or_changed_anywhere_it_raises_nothing_else(tmp_path: Path) -> None:
    content = packed(**layers(5, 4, 3), activations=np.array(["relu", "softmax"]), residual=np.zeros(2, bool))
    rng = np.random.default_rng(2)
    for trial in range(300):
        damaged = bytearray(content[: rng.integers(4, len(content))] if trial % 2 else content)
        for place in rng.integers(4, len(damaged), 3) if len(damaged) > 4 else ():
            damaged[place] = rng.integers(256)
        with suppress(WeightsError):
            opened(tmp_path, bytes(damaged))


def test_what_only_begins_as_a_zip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsError) as caught:
        opened(tmp_path, b"PK\x03\x04" + b"\0" * 60)
    assert caught.value.code == "npz_damaged" and "net.npz" in str(caught.value)


@pytest.mark.parametrize(("layer", "name"), [("0", "W1"), ("2", "W2"), ("4.0", "W3")])
def test_layers_are_called_as_in_the_file(layer: str, name: str) -> None:
    assert name_in_npz(layer) == name


def test_what_a_file_is_is_seen_from_what_is_in_it(tmp_path: Path) -> None:
    network = Architecture.dense((3,), seed=1).with_outputs(2).network((4,))
    contents = {
        "weights": npz_bytes(network.topology, network.parameters),
        "tensors": safetensors_bytes(network.topology, network.parameters),
        "data.npz": packed(X=np.ones((3, 2)), y=np.arange(3)),
        "table.csv": b"a,b\n1,2\n",
        "empty": b"",
        "cut.npz": packed(**layers(2, 2))[:50],
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    seen = {name for name in contents if looks_like_weights(str(tmp_path / name))}
    assert seen == {"weights", "tensors"}
    (tmp_path / "broken.safetensors").write_bytes(b"no")
    assert looks_like_weights(str(tmp_path / "broken.safetensors"))
    assert not looks_like_weights(str(tmp_path)) and not looks_like_weights(str(tmp_path / "gone"))


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "npz_damaged"), (b"text", "npz_damaged"), (packed(), "no_layers")]
)
def test_what_calls_itself_npz_is_refused_as_such(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(WeightsError) as refusal:
        opened(tmp_path, content)
    assert refusal.value.code == code and "safetensors" not in str(refusal.value)


def test_activations_that_contradict_the_modules_are_refused(tmp_path: Path) -> None:
    layers, topology = SMALL_CNN, Topology(SMALL_CNN, (256,))
    network = network_of(256, layers)
    with np.load(io.BytesIO(npz_bytes(topology, network.parameters))) as file:
        arrays = dict(file)
    assert list(arrays["activations"]) == list(topology.activations)
    for number in range(len(layers)):
        names = list(topology.activations)
        names[number] = "softplus"
        with pytest.raises(
            WeightsError, match=f"activation of layer {number + 1} is: softplus in activations"
        ):
            opened(tmp_path, packed(**{**arrays, "activations": np.array(names)}))
    with pytest.raises(WeightsError) as refusal:
        opened(tmp_path, packed(**{**arrays, "activations": arrays["activations"][:-1]}))
    assert refusal.value.code == "activation_count"
    del arrays["activations"]
    np.testing.assert_array_equal(opened(tmp_path, packed(**arrays)).weights.parameters, network.parameters)

"""Patterns of ink: each window's code, how often each occurs, and the z that a filter gives it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from core.analysis.patterns import (
    PatternCount,
    filter_of,
    is_ink,
    kernel_of,
    layers_with_filters,
    pattern_codes,
    pattern_windows,
    patterns,
    sums_of_patterns,
)
from core.analysis.sample_tracer import SampleTracer
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology
from core.nn.windows import Windows
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN

PICTURE = (6, 5)


def ink(count: int, size: int = 30) -> np.ndarray:
    return (np.random.default_rng(2).random((count, size)) < 0.3).astype(np.uint8)


def window_at(x: np.ndarray, windows: Windows, row: int, column: int) -> list[list[int]]:
    """What a window covers, pixel by pixel."""
    height, width, _ = windows.picture
    pixels = []
    for i in range(windows.kernel):
        line = []
        for j in range(windows.kernel):
            r = row * windows.stride - windows.padding + i
            c = column * windows.stride - windows.padding + j
            line.append(int(x[r * width + c]) if 0 <= r < height and 0 <= c < width else 0)
        pixels.append(line)
    return pixels


every_window = pytest.mark.parametrize(
    "kernel, stride, padding", [(1, 1, 0), (2, 1, 1), (2, 3, 0), (3, 1, 1), (3, 2, 2), (3, 2, 0)]
)


@every_window
def test_a_code_is_of_what_its_window_covers(kernel: int, stride: int, padding: int) -> None:
    windows = Windows((*PICTURE, 1), kernel, stride, padding)
    X, shown = ink(7), patterns(kernel)
    codes = pattern_codes(X, windows)
    assert codes.shape == (7, *windows.places)
    for n, row, column in np.ndindex(*codes.shape):
        assert shown[codes[n, row, column]].tolist() == window_at(X[n], windows, row, column)


@every_window
def test_patterns_are_counted_as_a_plain_loop_counts_them(
    kernel: int, stride: int, padding: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In chunks of a few pictures.
    monkeypatch.setattr("core.analysis.patterns.CHUNK_WINDOWS", 100)
    windows = Windows((*PICTURE, 1), kernel, stride, padding)
    X = ink(40)
    count = PatternCount(X, windows)
    assert not count.advance() and 0 < count.done < 40
    count.finish()
    assert count.is_of_ink and (count.done, count.total) == (40, 40)
    seen: dict[str, int] = {}
    for x, row, column in itertools.product(X, range(windows.places[0]), range(windows.places[1])):
        key = str(window_at(x, windows, row, column))
        seen[key] = seen.get(key, 0) + 1
    assert count.counts.tolist() == [seen.get(str(own.tolist()), 0) for own in patterns(kernel)]


def test_every_pattern_is_there_once() -> None:
    shown = patterns(3)
    assert shown.shape == (512, 3, 3) and len({own.tobytes() for own in shown}) == 512
    assert shown[0].sum() == 0 and shown[511].sum() == 9
    assert shown[1].tolist() == [[1, 0, 0], [0, 0, 0], [0, 0, 0]], "the first pixel is the lowest bit"


def test_grey_pictures_are_not_counted() -> None:
    X = ink(40).astype(np.float32)
    assert is_ink(X)
    X[30, 3] = 0.5
    assert not is_ink(X)
    count = PatternCount(X, Windows((*PICTURE, 1), 3, 1, 1)).finish()
    assert not count.is_of_ink


@pytest.mark.parametrize("kernel, padding, stride", [(3, 1, 1), (2, 0, 1), (3, 0, 2), (1, 0, 1)])
def test_z_of_a_pattern_is_that_of_every_cell_that_sees_it(kernel: int, padding: int, stride: int) -> None:
    layers = Conv2d(4, kernel, stride, padding, picture=(16, 16)), MaxPool2d(2), Dense(3, "softmax")
    network = Architecture(layers, seed=5).network((256,))
    network.parameters[:] = np.random.default_rng(1).normal(0, 0.5, network.parameter_count)
    windows = pattern_windows(network.topology, 0)
    assert windows is not None
    x = ink(1, 256)[0]
    z = SampleTracer(network).trace(x.astype(np.float32)).z[0].reshape(*windows.places, 4)
    codes = pattern_codes(x[None], windows)[0]
    for number in range(4):
        kernel_shown, bias = kernel_of(network.topology, network.parameters, 0, number)
        assert kernel_shown.shape == (kernel, kernel, 1) and bias is not None
        sums = sums_of_patterns(kernel_shown[..., 0], bias)
        np.testing.assert_allclose(sums[codes], z[..., number], rtol=1e-5, atol=1e-6)


def test_only_small_windows_on_one_picture_with_one_z_for_each_pattern_have_a_table() -> None:
    def has_table(first: object, *more: object) -> bool:
        topology = Topology((first, *more, Dense(3, "softmax")), (256,))  # type: ignore[arg-type]
        return pattern_windows(topology, 0) is not None

    picture = (16, 16)
    assert has_table(Conv2d(4, 3, 1, 1, picture=picture)) and has_table(Conv2d(4, 1, picture=picture))
    assert not has_table(Conv2d(4, 4, picture=picture)), "65,536 patterns"
    assert not has_table(Conv2d(4, 3, bias_per_cell=True, picture=picture)), "one pattern, many z"
    assert not has_table(LocallyConnected2d(4, 3, picture=picture)), "one pattern, many z"
    assert not has_table(Conv2d(1, 3, 1, 1, skip=True, picture=picture)), "its pixel is added to a"
    assert not has_table(Conv2d(4, 3, picture=(8, 8))), "four channels"
    assert not has_table(Dense(5))
    assert pattern_windows(Topology(SMALL_CNN, (256,)), 2) is None, "it reads maps"


def test_a_filter_is_named_by_its_layer_and_map_and_a_pools_cell_by_the_map_that_it_reads() -> None:
    topology = Topology(SMALL_CNN, (256,))
    assert list(layers_with_filters(topology)) == [0, 2]
    assert filter_of(topology, 0, 5 * 8 + 3) == (0, 3)
    assert filter_of(topology, 1, 5 * 8 + 3) == (0, 3), "pool"
    assert filter_of(topology, 3, 16 + 15) == (2, 15)
    assert filter_of(topology, 4, 2) is None, "an output"
    assert filter_of(Topology((MaxPool2d(2, picture=(16, 16)), Dense(2)), (256,)), 0, 3) is None


def test_a_kernel_has_no_weights_where_it_does_not_read() -> None:
    network = Architecture(LENET_1989, seed=1).network((256,))
    topology = network.topology
    kernel, bias = kernel_of(topology, network.parameters, 1, 4)
    spec = topology.layers[1]
    assert isinstance(spec, Conv2d) and kernel.shape == (5, 5, 12) and bias is None
    read = [channel for channel in range(12) if kernel[..., channel].any()]
    assert read == list(spec.reads[4])
    (group,) = (own for own in topology.connections if own.target_layer == 2)
    # The cell of row 1, column 1 meets no border: its middle is cell (2, 2) of 8 x 8.
    for channel in spec.reads[4]:
        parameter = group.parameter((2 * 8 + 2) * 12 + channel, (1 * 4 + 1) * 12 + 4)
        assert kernel[2, 2, channel] == network.parameters[parameter]
    with pytest.raises(ValueError, match="no convolution"):
        kernel_of(topology, network.parameters, 2, 0)

"""A dense layer that is cut to windows and tied is the convolution, weight by weight and output by output."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.unrolling import KINDS, Unrolled, agreement, architecture, unrolled, weights_up_to
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.steps import result_of


@pytest.fixture(scope="module")
def made() -> Unrolled:
    return Unrolled(seed=3)


def ink(count: int, seed: int = 0) -> np.ndarray:
    return (np.random.default_rng(seed).random((count, 256)) < 0.3).astype(np.float32)


def neighbours(pixel: int) -> set[int]:
    """The pixels of the window of 3 x 3 around one, by a plain loop."""
    row, column = divmod(pixel, 16)
    return {
        r * 16 + c
        for r in range(max(0, row - 1), min(16, row + 2))
        for c in range(max(0, column - 1), min(16, column + 2))
    }


def test_the_counts_are_those_of_paper(made: Unrolled) -> None:
    # 256 · 2,048; 46² places of windows that meet the picture, for 8 maps; 9 places for 8 maps.
    assert made.layers.counts == (256 * 2048, (16 * 3 - 2) ** 2 * 8, 72) == (524_288, 16_928, 72)
    assert made.layers.connections.tolist() == [524_288, 16_928, 16_928]


def test_on_the_way_as_many_weights_are_left_as_a_plain_loop_counts(made: Unrolled) -> None:
    for cells in (0, 1, 17, 100, 256):
        kept = sum(len(neighbours(cell)) for cell in range(cells)) * 8
        assert made.layers.weights_at(cells / 256) == kept + (256 - cells) * 256 * 8
        places = {
            (pixel // 16 - cell // 16, pixel % 16 - cell % 16)
            for cell in range(cells)
            for pixel in neighbours(cell)
        }
        free = sum(len(neighbours(cell)) for cell in range(cells, 256)) * 8
        assert made.layers.weights_at(1 + cells / 256) == len(places) * 8 + free
    assert made.layers.weights_at(2) == 72


def test_what_is_cut_is_what_lies_outside_the_window_and_the_rest_stays(made: Unrolled) -> None:
    drawn, cut, _ = made.layers.matrices
    for cell in (0, 7, 15, 16, 100, 255):
        for m in (0, 7):
            inside = neighbours(cell)
            assert set(np.flatnonzero(cut[:, cell * 8 + m])) == inside
            assert all(cut[pixel, cell * 8 + m] == drawn[pixel, cell * 8 + m] for pixel in inside)
    assert np.array_equal(drawn, made.drawn["dense"].layers[0].W)


def test_what_is_tied_is_the_kernel_at_every_window(made: Unrolled) -> None:
    tied, W = made.layers.matrices[2], made.drawn["shared"].layers[0].W
    for cell in (0, 15, 40, 255):
        for pixel in neighbours(cell):
            i, j = pixel // 16 - cell // 16 + 1, pixel % 16 - cell % 16 + 1
            assert np.array_equal(tied[pixel, cell * 8 : cell * 8 + 8], W[i, j, 0])


def test_the_three_that_start_together_give_the_same_outputs(made: Unrolled) -> None:
    X = ink(50)
    shared, *others = (made.same[kind].predict(X) for kind in reversed(KINDS))
    for y in others:
        assert np.abs(y - shared).max() < 1e-5
    assert np.array_equal(made.same["shared"].parameters, made.drawn["shared"].parameters)
    assert [made.same[kind].parameter_count for kind in KINDS] == [546_826, 39_466, 20_570]


def test_the_proof_finds_the_largest_difference_there_is(made: Unrolled) -> None:
    found = result_of(agreement(made.same, ink(30), rows=8))
    assert found.digits == 30 and found.single < 1e-5 and found.double < 1e-12
    # One weight of one cell is another one: only that cell is, where the pixel has ink.
    other = {kind: network.copy() for kind, network in made.same.items()}
    other["dense"].layers[0].W[40, 3] += 0.25
    found = result_of(agreement(other, ink(30), rows=8))
    assert found.single == pytest.approx(0.25, abs=1e-5) and found.double == pytest.approx(0.25, abs=1e-6)


@pytest.mark.parametrize(("stride", "padding", "channels"), [(1, 0, 1), (2, 1, 2), (3, 2, 3)])
def test_the_unrolled_matrix_computes_what_conv2d_of_pytorch_does(
    stride: int, padding: int, channels: int
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(5)
    spec = Conv2d(4, 3, stride, padding)
    network = Architecture.dense((), seed=5).with_hidden((spec,)).network((7, 6, channels), dtype=np.float64)
    layer = network.layers[0]
    layer.b[...] = rng.normal(size=4)
    x = rng.normal(size=(5, 7, 6, channels))
    matrix = unrolled(network.connections[0], network.parameters)
    mine = x.reshape(5, -1) @ matrix + np.tile(layer.b, matrix.shape[1] // 4)
    its = torch.nn.functional.conv2d(
        torch.from_numpy(x.transpose(0, 3, 1, 2).copy()),
        torch.from_numpy(layer.W.transpose(3, 2, 0, 1).copy()),
        torch.from_numpy(layer.b.copy()),
        stride,
        padding,
    )
    its = its.numpy().transpose(0, 2, 3, 1).reshape(5, -1)
    assert np.abs(mine - its).max() < 1e-12


def test_a_shared_weight_is_counted_where_it_occurs_first() -> None:
    network = Architecture.dense(()).with_hidden((Conv2d(1, 2),)).network((3, 3, 1))
    assert weights_up_to(network.connections[0]).tolist() == [0, 4, 4, 4, 4]
    assert weights_up_to(network.connections[1]).tolist() == [4 * i for i in range(11)]


def test_each_kind_is_one_hidden_layer_before_ten_outputs() -> None:
    for kind in KINDS:
        assert len(architecture(kind, 1).layers) == 2
        assert architecture(kind, 1).network((256,)).sizes == (256, 2048, 10)

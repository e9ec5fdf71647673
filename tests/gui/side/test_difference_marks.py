"""The difference's picture shows B − A of each weight: in its place, in order, all of them, in one scale."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.geometry.shapes import Rect
from gui.side.difference_marks import (
    DifferenceTile,
    difference_colours,
    difference_marks,
    have_same_structure,
    layers_with_weights,
    strongest_of_blocks,
)
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of, with_weights

PLACES = [Rect(100, 8, 120, 60), Rect(300, 8, 80, 60), Rect(500, 8, 90, 60)]


def with_random_weights(snapshot, seed):
    rng = np.random.default_rng(seed)
    return with_weights(snapshot, [rng.standard_normal(W.shape) for W in snapshot.weights])


@pytest.fixture
def pair(make_network):
    network = make_network()
    return with_random_weights(network, 1), with_random_weights(network, 2)


def test_every_weights_difference_is_drawn_once_in_its_row_and_column(pair):
    a, b = pair
    marks = difference_marks(a, b, PLACES)
    assert [tile.layer for tile in marks.tiles] == [0, 1, 2]
    for tile, one, other in list(zip(marks.tiles, a.weights, b.weights, strict=True))[1:]:
        # A row for each neuron, a column for each of its inputs: the transposed W.
        np.testing.assert_array_equal(tile.value[0], (other - one).T)
        assert (tile.value.size, tile.block) == (one.size, 1)


def test_behind_the_picture_each_neuron_has_one_with_its_pixels_in_their_places(pair):
    a, b = pair
    tile = difference_marks(a, b, PLACES).tiles[0]
    assert tile.value.shape == (8, 4, 4)
    difference = b.weights[0] - a.weights[0]
    for neuron in range(8):
        for row in range(4):
            for column in range(4):
                assert tile.value[neuron, row, column] == difference[4 * row + column, neuron]
    # In reading order: none further left in its line than the one before, none higher.
    order = np.lexsort((tile.x, tile.y))
    np.testing.assert_array_equal(order, np.arange(8))
    assert len({*zip(tile.x.tolist(), tile.y.tolist(), strict=True)}) == 8


def test_each_layer_stands_within_its_place_and_no_picture_lies_over_another(pair):
    marks = difference_marks(*pair, PLACES)
    for tile, place in zip(marks.tiles, PLACES, strict=True):
        assert tile.x.min() >= place.x and tile.x.max() + tile.width <= place.x + place.width
        assert tile.y.min() >= place.y and tile.y.max() + tile.height <= place.y + place.height
    first = marks.tiles[0]
    for place, (x, y) in enumerate(zip(first.x, first.y, strict=True)):
        # A px of canvas at least is between two of them.
        apart = (np.abs(first.x - x) > first.width) | (np.abs(first.y - y) > first.height)
        apart[place] = True
        assert apart.all()


def test_one_scale_holds_for_all_layers_the_largest_of_their_99th_percentiles(pair):
    a, b = pair
    marks = difference_marks(a, b, PLACES)
    percentiles = []
    for one, other in zip(a.weights, b.weights, strict=True):
        magnitude = np.sort(np.abs(other - one).ravel())
        percentiles.append(magnitude[int(np.ceil(0.99 * magnitude.size)) - 1])
    assert marks.scale == pytest.approx(max(percentiles))


def test_the_rms_of_a_layer_is_that_of_all_its_differences(pair):
    a, b = pair
    for tile, one, other in zip(difference_marks(a, b, PLACES).tiles, a.weights, b.weights, strict=True):
        assert tile.rms == pytest.approx(np.sqrt(np.mean((other - one) ** 2)))


def test_of_the_same_weights_nothing_differs_and_there_is_no_scale(pair):
    a, _ = pair
    marks = difference_marks(a, replace(a, run=5), PLACES)
    assert np.isnan(marks.scale) and all(not tile.value.any() for tile in marks.tiles)


def test_without_room_a_cell_is_the_strongest_of_a_block():
    values = np.array([[1.0, -2.0, 0.5], [0.0, 1.5, -0.6], [3.0, -3.5, 0.1]])
    np.testing.assert_array_equal(strongest_of_blocks(values, 2), [[-2.0, -0.6], [-3.5, 0.1]])
    np.testing.assert_array_equal(strongest_of_blocks(values, 1), values)


def test_a_layer_with_more_weights_than_px_says_how_many_a_cell_stands_for(make_network):
    wide = make_network((60, 40))
    a, b = with_random_weights(wide, 1), with_random_weights(wide, 2)
    tile = difference_marks(a, b, [Rect(0, 0, 10, 10), Rect(20, 0, 30, 20), Rect(60, 0, 20, 20)]).tiles[1]
    assert tile.block == 2
    assert tile.value.shape == (1, 20, 30)
    np.testing.assert_array_equal(tile.value[0], strongest_of_blocks((b.weights[1] - a.weights[1]).T, 2))


def test_a_cell_is_found_by_a_point_in_it():
    tile = DifferenceTile(
        0, np.array([10.0, 30.0]), np.array([5.0, 5.0]), 16.0, 8.0, np.zeros((2, 4, 8)), 1, 0.0
    )
    assert tile.cell_at(10.5, 5.5) == (0, 0, 0)
    assert tile.cell_at(30 + 7.5 * 2, 5 + 3.5 * 2) == (1, 3, 7)
    assert tile.cell_at(28, 6) is None


@pytest.mark.parametrize("theme", [Theme("dark"), Theme("light")], ids=["dark", "light"])
def test_the_colour_is_the_signs_in_proportion_and_full_from_the_scale_on(theme):
    colours = difference_colours(np.array([0.0, 2.0, 4.0, 9.0, -4.0, -1.0, np.nan]), 4.0, theme)
    canvas, plus, minus = theme.rgb("canvas"), theme.rgb("plus"), theme.rgb("minus")
    expected = [
        canvas,
        (canvas + plus) / 2,
        plus,
        plus,
        minus,
        canvas + (minus - canvas) / 4,
        canvas,
    ]
    np.testing.assert_allclose(colours, expected, atol=0.51)


def test_only_weights_that_have_their_own_in_the_other_are_subtracted(make_network):
    a = make_network((8, 6))
    assert have_same_structure(a, make_network((8, 6), seed=4, run=2))
    assert not have_same_structure(a, make_network((8, 5)))
    assert not have_same_structure(a, make_network((8, 6, 6)))
    # The same number of inputs, but no picture of the same rows.
    assert not have_same_structure(a, make_network((8, 6), shape=(2, 8)))


def of_maps(seed, *hidden):
    """On pictures of 4 x 4."""
    network = Architecture.dense(seed=seed).with_hidden(hidden).on_picture((4, 4)).network((16,))
    return snapshot_of(network, np.zeros(16, np.float32), data=DataInfo(picture=(4, 4)))


def test_kernels_are_pictures_and_pools_have_no_place():
    hidden = (Conv2d(2, 3, padding=1), MaxPool2d(2), LocallyConnected2d(1, 2))
    a, b = of_maps(1, *hidden), of_maps(2, *hidden)
    assert have_same_structure(a, b) and layers_with_weights(a) == (0, 2, 3)
    kernels, local, dense = difference_marks(a, b, PLACES).tiles
    assert (kernels.layer, local.layer, dense.layer) == (0, 2, 3)
    difference = b.weights[0].astype(np.float64) - a.weights[0]
    for number in range(2):
        np.testing.assert_array_equal(kernels.value[number], difference[:, :, 0, number])
    # One place of a window of 2 x 2 x 2: eight weights in three columns, and a cell that is none.
    assert local.value.shape == (1, 3, 3) and np.isnan(local.value[0, 2, 2])
    change = b.weights[2].astype(np.float64) - a.weights[2]
    np.testing.assert_array_equal(local.value[0].ravel()[:8], change)
    assert local.rms == pytest.approx(np.sqrt(np.mean(change**2)))


def test_other_kinds_of_layer_have_another_structure_where_their_sizes_are_the_same():
    sparse = Conv2d(2, 1, reads=((0,), (0,)), picture=(4, 4))
    first = Conv2d(2, 1)
    pairs = [((first, MaxPool2d(2)), (first, AvgPool2d(2)))]
    pairs.append(((first, Conv2d(2, 1, reads=((0,), (1,)))), (first, Conv2d(2, 1, reads=((1,), (0,))))))
    for one, other in pairs:
        assert not have_same_structure(of_maps(1, *one), of_maps(1, *other))
    assert have_same_structure(of_maps(1, sparse), of_maps(2, sparse))

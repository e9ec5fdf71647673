"""The third picture paints each weight's difference where it belongs, and says what it is and in which scale."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.nn.convolution import Conv2d
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from gui.side.difference_marks import difference_colours
from gui.side.difference_strip import DifferenceStrip
from gui.theme.tokens import make_theme
from gui.widgets.number_text import detailed
from tests.core.small_snapshots import with_weights
from tests.gui.side.test_difference_marks import of_maps, with_random_weights

GAPS = [(200.0, 340.0), (360.0, 480.0), (500.0, 640.0)]


@pytest.fixture(params=["dark", "light"])
def strip(qtbot, request):
    strip = DifferenceStrip()
    qtbot.addWidget(strip)
    strip.set_theme(make_theme(request.param))
    strip.resize(800, 104)
    strip.show()
    strip.set_gaps(GAPS)
    return strip


@pytest.fixture
def pair(make_network):
    network = make_network()
    return with_random_weights(network, 1), with_random_weights(network, 2)


def pixel(image, x, y):
    return image.pixelColor(int(x), int(y)).getRgb()[:3]


def test_each_cell_has_the_colour_of_its_own_weights_difference(strip, pair):
    a, b = pair
    strip.show_networks(a, b)
    image, marks = strip.grab().toImage(), strip.marks
    theme = strip._theme
    for layer, tile in enumerate(marks.tiles):
        one, other = a.weights[layer], b.weights[layer]
        sources, targets = one.shape
        for source in range(sources):
            for target in range(targets):
                change = np.array(other[source, target] - one[source, target])
                expected = difference_colours(change, marks.scale, theme)
                # Behind the 4 × 4 picture: a picture a neuron; elsewhere a row a neuron.
                place, row, column = (target, source // 4, source % 4) if layer == 0 else (0, target, source)
                _, rows, columns = tile.value.shape
                x = tile.x[place] + (column + 0.5) * tile.width / columns
                y = tile.y[place] + (row + 0.5) * tile.height / rows
                np.testing.assert_allclose(pixel(image, x, y), expected, atol=1)


def test_each_layer_stands_under_its_gap(strip, pair):
    strip.show_networks(*pair)
    for tile, (left, right) in zip(strip.marks.tiles, GAPS, strict=True):
        assert left <= tile.x.min() and tile.x.max() + tile.width <= right


def test_without_a_network_above_the_layers_stand_beside_each_other(strip, pair):
    strip.set_gaps(())
    strip.show_networks(*pair)
    ends = [(tile.x.min(), tile.x.max() + tile.width) for tile in strip.marks.tiles]
    assert all(before[1] < after[0] for before, after in zip(ends, ends[1:], strict=False))
    assert ends[-1][1] <= strip.width()


def test_it_is_read_out_with_its_scale_and_the_size_of_each_gap(strip, make_network):
    network = make_network()
    shifted = [W + change for W, change in zip(network.weights, (0.5, -0.25, 0.125), strict=True)]
    strip.show_networks(network, with_weights(network, shifted), began_the_same=True)
    words = strip.accessibleDescription()
    assert strip.accessibleName() == "Weights, B − A"
    assert "|Δw| = 0.50" in words and "same start" in words
    for gap, rms in ((1, "0.50"), (2, "0.25"), (3, "0.12")):
        assert f"gap {gap}: rms Δw {rms}" in words


def test_it_names_the_updates_in_the_order_of_the_difference(strip, pair):
    a, b = (replace(of, update=update) for of, update in zip(pair, (1300, 40), strict=True))
    strip.show_networks(a, b)
    assert strip._words()[1] == "updates 40 − 1,300"
    strip.show_networks(a, replace(b, update=1300))
    assert strip._words()[1] == "update 1,300 of both"
    assert "update 1,300 of both" in strip.accessibleDescription()


def test_two_that_began_differently_say_so(strip, pair):
    strip.show_networks(*pair, began_the_same=False)
    assert "different starts" in strip.accessibleDescription()


def test_of_the_same_weights_it_says_that_all_are_the_same(strip, pair):
    a, _ = pair
    strip.show_networks(a, a)
    assert "all the same" in strip.accessibleDescription()
    strip.grab()


def test_other_structures_have_a_sentence_in_its_place(strip, make_network):
    strip.show_networks(make_network((8, 6)), make_network((8, 8, 8)))
    assert strip.marks is None
    assert strip.sentence.endswith("the same structure: A is 16-8-6-10, B is 16-8×3-10.")
    assert strip.accessibleDescription() == strip.sentence
    # It takes no more room than a sentence does.
    assert strip.sizeHint().height() < 60
    strip.grab()


def test_neurons_in_other_orders_are_not_compared(strip, pair):
    strip.show_networks(*pair, reordered=True)
    assert strip.marks is None and "residual connections" in strip.sentence
    strip.show_networks(*pair, reordered=False)
    assert strip.marks is not None


def test_pointing_at_a_cell_names_the_weight_with_both_its_values(strip, make_network):
    network = make_network()
    changed = [W.copy() for W in network.weights]
    changed[1][2, 4] += 0.5
    strip.show_networks(network, with_weights(network, changed))
    tile = strip.marks.tiles[1]
    x, y = tile.x[0] + 2.5 * tile.width / 8, tile.y[0] + 4.5 * tile.height / 6
    before = network.weights[1][2, 4]
    words = strip.words_at(x, y)
    assert words.startswith("gap 2, from 3 to 5: Δw = +0.5000 (A ")
    assert f"{abs(before):.4f}" in words and f"{abs(before + 0.5):.4f}" in words
    first = strip.marks.tiles[0]
    # The third neuron's picture, second row, fourth pixel: input 8.
    x, y = first.x[2] + 3.5 * first.width / 4, first.y[2] + 1.5 * first.height / 4
    assert strip.words_at(x, y).startswith("gap 1, from 8 to 3:")
    assert strip.words_at(1, 1) == ""


def test_each_weight_of_a_kernel_and_of_unshared_windows_is_named_for_itself(strip):
    hidden = (Conv2d(2, 3, padding=1), MaxPool2d(2), LocallyConnected2d(1, 2))
    a, b = of_maps(1, *hidden), of_maps(2, *hidden)
    strip.show_networks(a, b)
    kernels, local, _ = strip.marks.tiles
    # The second kernel's sixth weight stands in its second row, at the right.
    x, y = kernels.x[1] + 0.9 * kernels.width, kernels.y[1] + 0.5 * kernels.height
    change = float(b.weights[0][1, 2, 0, 1]) - float(a.weights[0][1, 2, 0, 1])
    assert strip.words_at(x, y).startswith(f"gap 1, weight 6 of map 2: Δw = {detailed(change)} (A ")
    x, y = local.x[0] + 0.1 * local.width, local.y[0] + 0.5 * local.height
    change = float(b.weights[2][3]) - float(a.weights[2][3])
    assert strip.words_at(x, y).startswith(f"gap 3, weight 4: Δw = {detailed(change)} (A ")
    assert strip.words_at(local.x[0] + 0.9 * local.width, local.y[0] + 0.9 * local.height) == ""

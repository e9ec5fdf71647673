"""The card tells the numbers, stays in the view, and never covers what it tells of."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.nn.architecture import Architecture
from gui.network.geometry.shapes import Rect
from gui.network.interaction.callout import Callout, weights_image
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.theme.tokens import DARK, Theme
from gui.widgets.number_text import signed

THEME = Theme()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5, "+0.500"),
        (-0.5, "−0.500"),
        (0.0, "0"),
        (-0.0, "0"),
        (12.3456, "+12.346"),
        (-0.000012, "−1.2·10⁻⁵"),
        (250_000.0, "+2.5·10⁵"),
        (float("nan"), "NaN"),
        (float("-inf"), "−∞"),
    ],
)
def test_a_number_has_its_sign_and_few_digits(value, text):
    assert signed(value) == text


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 506)
    return widget


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.0005, 3, "+5.0·10⁻⁴"),
        (-0.00149, 3, "−0.0015"),
        (0.0123, 3, "+0.012"),
        (0.0051, 2, "+5.1·10⁻³"),
        (0.06, 2, "+0.060"),
        (5e-7, 6, "+5.0·10⁻⁷"),
        (0.25, 4, "+0.2500"),
    ],
)
def test_two_figures_count_at_least(value, digits, text):
    assert signed(value, digits) == text


def test_a_neurons_card_tells_z_a_b_and_delta(parent, make_snapshot):
    snapshot = make_snapshot()
    card = Callout(parent, THEME)
    card.show_values(neuron_values(snapshot, 1, 4))
    trace = snapshot.trace
    expected = (trace.z[1][4], trace.a[1][4], snapshot.biases[1][4], trace.delta[1][4])
    assert card.text == "layer 2, neuron 5: " + ", ".join(
        f"{symbol} = {text}"
        for symbol, text in zip(
            ("z", "a", "b", "δ"),
            (signed(expected[0]), signed(expected[1]).lstrip("+"), signed(expected[2]), signed(expected[3])),
            strict=True,
        )
    )


def test_a_residual_neurons_card_tells_what_is_added(parent, snapshot_of_architecture):
    snapshot = snapshot_of_architecture(Architecture.dense((16, 16), "gelu", skip=True))
    card = Callout(parent, THEME)
    card.show_values(neuron_values(snapshot, 1, 4))
    assert f", a¹ = {signed(float(snapshot.trace.a[0][4]))}, a = " in card.text
    assert [row.words for row in card._rows if row.symbol == "a"] == ["activation a¹ + GELU(z)"]
    card.show_values(neuron_values(snapshot, 2, 1))
    assert [row.words for row in card._rows if row.symbol == "y"] == ["output softmax(z)"]


def test_without_a_right_answer_a_card_has_no_delta(parent, make_snapshot):
    card = Callout(parent, THEME)
    card.show_values(neuron_values(make_snapshot(label=None), 1, 4))
    assert "δ" not in card.text


def test_an_edges_card_tells_what_travels_and_what_stays(parent, make_snapshot):
    snapshot = make_snapshot()
    card = Callout(parent, THEME)
    card.show_values(edge_values(snapshot, 2, 3, 7))
    w, a = snapshot.weights[2][3, 7], snapshot.trace.a[1][3]
    delta = snapshot.trace.delta[2][7]
    assert card.text == (
        f"neuron 4 → output 7: w = {signed(w)}, a·w = {signed(a * w)}, "
        f"∂C/∂w = {signed(a * delta)}, w·δ = {signed(w * delta)}"
    )


def test_nothing_is_handed_back_to_a_pixel(parent, make_snapshot):
    card = Callout(parent, THEME)
    card.show_values(edge_values(make_snapshot(), 0, 3, 7))
    assert "w·δ" not in card.text and card.text.startswith("pixel 4 → neuron 8")


@pytest.mark.parametrize("x", [20, 200, 400, 600, 780])
@pytest.mark.parametrize("y", [10, 100, 250, 400, 500])
@pytest.mark.parametrize("prefer_left", [False, True])
def test_the_card_stays_in_the_view_and_off_its_neuron(parent, make_snapshot, x, y, prefer_left):
    card = Callout(parent, THEME)
    card.show_values(neuron_values(make_snapshot(), 0, 2))
    neuron = QRectF(x - 13, y - 13, 26, 26)
    card.place(x, y, 13, Rect(4, 4, 792, 498), [neuron], prefer_left)
    assert QRectF(0, 0, 800, 506).contains(QRectF(card.geometry()))
    assert not QRectF(card.geometry()).intersects(neuron)


def test_the_weights_picture_has_the_colours_of_their_signs(qapp):
    image = weights_image(np.array([[1.0, -1.0], [0.0, np.nan]]), THEME)
    colours = [image.pixelColor(x, y) for y in range(2) for x in range(2)]
    assert colours == [QColor(DARK.plus), QColor(DARK.minus), QColor(DARK.canvas), QColor(DARK.canvas)]


def test_a_first_layers_card_is_larger_by_its_picture_of_weights(parent, make_snapshot):
    card = Callout(parent, THEME)
    card.show_values(neuron_values(make_snapshot(), 1, 0))
    without = card.height()
    card.show_values(neuron_values(make_snapshot(), 0, 0))
    assert card.height() - without >= 16 * 6


@pytest.mark.parametrize("size", [(800, 506), (500, 330), (400, 200)])
def test_in_large_type_the_whole_card_is_in_the_view_all_the_same(parent, make_snapshot, size):
    parent.resize(*size)
    card = Callout(parent, replace(THEME, scale=3.0))
    card.show_values(neuron_values(make_snapshot((256, 8, 10)), 0, 2))
    card.place(250, 20, 8, Rect(0, 0, *size), [], prefer_left=False)
    assert parent.rect().contains(card.geometry())
    parent.resize(2000, 1500)
    card.show_values(neuron_values(make_snapshot((256, 8, 10)), 0, 2))
    assert card.height() > 1.5 * 506 / 2


def test_pixels_that_never_have_ink_are_hatched(parent, make_snapshot):
    card = Callout(parent, THEME)
    values = neuron_values(make_snapshot(), 0, 0)
    card.show_values(values)
    before = card.grab().toImage()
    unused = np.zeros(256, dtype=bool)
    unused[:16] = True
    card.show_values(replace(values, unused=unused))
    after = card.grab().toImage()
    changed = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    # The first row of the picture and nothing else: 16 cells of 6 px.
    assert {y for _, y in changed} <= set(range(min(y for _, y in changed), min(y for _, y in changed) + 10))
    # A line across each cell, which leaves most of its colour.
    assert 16 * 3 < len(changed) < 16 * 36 / 2


def test_the_picture_of_the_weights_names_the_weight_of_full_colour(parent, make_snapshot):
    snapshot = make_snapshot()
    card = Callout(parent, THEME)
    card.show_values(neuron_values(snapshot, 0, 3))
    assert card.caption == f"full colour at |w| = {np.abs(snapshot.weights[0][:, 3]).max():.2f}"
    card.show_values(neuron_values(snapshot, 1, 3))
    assert card.caption == ""

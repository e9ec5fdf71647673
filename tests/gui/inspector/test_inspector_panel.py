"""The numbers of what is pointed at, with their signs and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.inspector.inspector_panel import Inspector
from gui.inspector.weight_image import WeightImage
from gui.network.interaction.neuron_values import ClassMeans, EdgeValues, NeuronValues
from gui.theme.tokens import make_theme
from gui.widgets.number_text import detailed
from gui.widgets.sentence_text import broken_anywhere
from tests.gui.whole_look import apply_theme

WEIGHTS = np.linspace(-0.3, 0.5, 256).reshape(16, 16)
NEURON = NeuronValues(
    layer=0,
    index=3,
    layer_size=32,
    activation="relu",
    z=-0.2411,
    a=0.0,
    b=0.0125,
    delta=-0.5,
    weights=WEIGHTS,
    is_output=False,
    name="",
    update=1200,
    incoming=256,
    unit="neuron 4",
)
OUTPUT = replace(
    NEURON, layer=2, index=5, activation="softmax", z=2.0, a=0.93, weights=None, is_output=True, name="5"
)
EDGE = EdgeValues(
    group=1,
    source=6,
    target=2,
    source_layer=1,
    target_layer=2,
    parameter=100,
    w=-0.5,
    a=2.0,
    signal=-1.0,
    gradient=0.25,
    backpropagated=-0.125,
    update=1200,
    source_unit="neuron 7",
    target_unit="neuron 3",
)


@pytest.fixture
def inspector(qtbot: QtBot, qapp: QApplication) -> Iterator[Inspector]:
    theme = make_theme("dark")
    apply_theme(qapp, theme)
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.set_theme(theme)
    # As wide as the window's narrowest column.
    inspector.resize(208, 560)
    inspector.show()
    yield inspector
    qapp.setStyleSheet("")
    qapp.setFont(QFont())


def said(inspector: Inspector) -> list[str]:
    QApplication.sendPostedEvents()
    labels = inspector.findChildren(QLabel)
    return [broken_anywhere(label.text()) for label in labels if label.isVisible()]


def picture(inspector: Inspector) -> WeightImage:
    found = inspector.findChild(WeightImage)
    assert isinstance(found, WeightImage)
    return found


def test_where_nothing_is_chosen_it_says_what_to_do(inspector: Inspector) -> None:
    assert "Point at a neuron." in said(inspector)
    assert not any(character.isdigit() for text in said(inspector) for character in text)


def test_where_nothing_is_chosen_it_names_the_keys_too(inspector: Inspector) -> None:
    inspector.show_key("Ctrl+2")
    (hint,) = (text for text in said(inspector) if "Point at a neuron." in text)
    assert "Ctrl+2, then the arrow keys" in hint and "Enter" in hint
    for line in hint.split("\n"):
        assert line.rstrip(".") in inspector.accessibleDescription()


def test_a_neuron_is_shown_with_its_signed_numbers(inspector: Inspector) -> None:
    inspector.show_neuron(NEURON)
    assert {"Layer 1, neuron 4", "\u22120.2411", "+0.0125", "\u22120.5000"} <= set(said(inspector))
    assert any("after update 1,200" in text for text in said(inspector))


def test_a_number_that_is_reached_alone_says_what_it_is(inspector: Inspector) -> None:
    inspector.show_neuron(NEURON)
    numbers = [label for label in inspector.findChildren(QLabel) if label.text() == "−0.5000"]
    assert [number.accessibleName() for number in numbers] == ["δ = ∂C/∂z: −0.5000"]
    # None keeps the name of what was there before.
    inspector.show_nothing()
    assert "−0.5000" not in "".join(label.accessibleName() for label in inspector.findChildren(QLabel))


def test_an_output_is_called_by_its_answer_and_its_confidence_has_no_sign(inspector: Inspector) -> None:
    inspector.show_neuron(OUTPUT)
    assert {"Output 5", "0.9300", "+2.0000"} <= set(said(inspector))
    assert not picture(inspector).isVisible()


def test_a_negative_activation_keeps_its_sign(inspector: Inspector) -> None:
    inspector.show_neuron(replace(NEURON, activation="tanh", a=-0.25))
    assert "\u22120.2500" in said(inspector)


def test_it_says_how_the_output_comes_from_z(inspector: Inspector) -> None:
    inspector.show_neuron(replace(NEURON, activation="leaky_relu"))
    assert any(text.startswith("a = leaky ReLU(z)\n") for text in said(inspector))
    inspector.show_neuron(OUTPUT)
    assert any(text.startswith("y = softmax(z)\n") for text in said(inspector))


def test_a_residual_neuron_is_not_said_to_be_f_of_z_alone(inspector: Inspector) -> None:
    inspector.show_neuron(
        replace(NEURON, layer=1, activation="tanh", z=0.5, a=0.2121, added=-0.25, weights=None)
    )
    assert any(text.startswith("a = a¹ + tanh(z)\n") for text in said(inspector))
    assert {"adds <i>a¹</i>", "\u22120.2500", "0.2121"} <= set(said(inspector))
    assert "adds a¹ \u22120.2500" in inspector.accessibleDescription()
    inspector.show_neuron(NEURON)
    assert not any("adds" in text for text in said(inspector))


def test_a_dropped_neuron_is_said_to_be_one(inspector: Inspector) -> None:
    inspector.show_neuron(replace(NEURON, mask=0.0))
    assert any("a = 0·ReLU(z)\ndropped out for this example" in text for text in said(inspector))
    inspector.show_neuron(replace(NEURON, mask=1.25))
    assert any("a = 1.25·ReLU(z)\nafter" in text for text in said(inspector))


def test_a_number_too_small_for_four_decimals_is_not_called_nothing(inspector: Inspector) -> None:
    inspector.show_neuron(replace(NEURON, delta=-1.2e-7))
    assert "\u22121.2·10⁻⁷" in said(inspector)


def test_without_a_right_answer_there_is_no_gradient_and_that_is_said(inspector: Inspector) -> None:
    inspector.show_neuron(replace(NEURON, delta=None))
    assert not any("δ" in text for text in said(inspector))
    assert any("No right answer is known" in text for text in said(inspector))
    inspector.show_edge(replace(EDGE, gradient=None, backpropagated=None))
    assert not any("∂" in text for text in said(inspector))
    assert any("No right answer is known" in text for text in said(inspector))


def test_an_edge_is_shown_with_what_it_carries_and_hands_back(inspector: Inspector) -> None:
    inspector.show_edge(EDGE)
    texts = said(inspector)
    assert "Neuron 7 of layer 1 to neuron 3 of layer 2" in texts
    assert {"\u22120.5000", "2.0000", "\u22121.0000", "+0.2500", "\u22120.1250"} <= set(texts)


@pytest.mark.parametrize(
    ("gap", "target_name", "title"),
    [
        (0, "", "Pixel 7 to neuron 3 of layer 1"),
        (0, "2", "Pixel 7 to output 2"),
        (1, "", "Neuron 7 of layer 1 to neuron 3 of layer 2"),
        (2, "cat", "Neuron 7 of layer 2 to output cat"),
    ],
)
def test_both_ends_of_an_edge_have_the_names_of_the_picture(
    inspector: Inspector, gap: int, target_name: str, title: str
) -> None:
    inspector.show_edge(replace(EDGE, source_layer=gap, target_layer=gap + 1, target_name=target_name))
    assert title in said(inspector)


def test_nothing_is_handed_back_to_a_pixel(inspector: Inspector) -> None:
    inspector.show_edge(replace(EDGE, source_layer=0, target_layer=1, backpropagated=None))
    assert not any("hands back" in text for text in said(inspector))


def test_a_first_layer_neuron_shows_its_weights_and_their_scale(inspector: Inspector) -> None:
    inspector.show_neuron(NEURON)
    assert any("full colour at |w| = 0.50" in text for text in said(inspector))
    shown = picture(inspector)
    QApplication.processEvents()
    assert shown.isVisible()
    assert min(shown.width(), shown.height()) >= 160


def test_hatching_is_explained_only_where_there_is_some(inspector: Inspector) -> None:
    inspector.show_neuron(NEURON)
    assert not any("hatched" in text for text in said(inspector))
    flags = np.zeros(256, dtype=bool)
    flags[0] = True
    inspector.show_neuron(replace(NEURON, unused=flags))
    assert any("hatched" in text for text in said(inspector))


def test_going_away_leaves_no_number_behind(inspector: Inspector) -> None:
    inspector.show_neuron(NEURON)
    inspector.show_nothing()
    assert "\u22120.2411" not in said(inspector)
    assert not picture(inspector).isVisible()


def test_numbers_keep_their_place_as_they_change(inspector: Inspector) -> None:
    inspector.show_neuron(NEURON)
    QApplication.processEvents()
    before = [label.geometry() for label in inspector.findChildren(QLabel)]
    inspector.show_neuron(replace(NEURON, z=-13.5, a=13.5, b=-1.2e-12, delta=0.0))
    QApplication.processEvents()
    assert inspector.minimumSizeHint().width() <= 208
    assert [label.geometry() for label in inspector.findChildren(QLabel)] == before


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.25, "\u22120.2500"),
        (12.3456, "+12.3456"),
        (0.00123, "+0.001230"),
        (-0.000123, "\u22120.000123"),
        (-0.0000123, "\u22121.2·10⁻⁵"),
    ],
)
def test_a_small_number_keeps_figures_that_count(value: float, text: str) -> None:
    assert detailed(value) == text


def test_a_screen_reader_hears_names_with_their_numbers(inspector: Inspector) -> None:
    QApplication.sendEvent(inspector, QEvent(QEvent.Type.LanguageChange))
    inspector.show_neuron(NEURON)
    assert "bias b +0.0125" in inspector.accessibleDescription()
    assert "<" not in inspector.accessibleDescription()
    assert inspector.accessibleName() and inspector.whatsThis()


def test_a_neurons_classes_are_shown_where_they_are_known(inspector: Inspector) -> None:
    classes = ClassMeans(tuple("0123456789"), tuple(0.1 * digit for digit in range(10)), 3, 1100)
    inspector.show_neuron(replace(NEURON, classes=classes))
    assert any("over the test set, after update 1,100" in text for text in said(inspector))
    assert inspector.minimumSizeHint().width() <= 208
    inspector.show_edge(EDGE)
    assert not any("over the test set" in text for text in said(inspector))


def test_weights_can_be_multiplied_with_the_input(inspector: Inspector) -> None:
    inspector.show_neuron(replace(NEURON, signals=WEIGHTS / 10))
    inspector.weights.times_input.click()
    assert any("full colour at |w·x| = 0.050" in text for text in said(inspector))
    assert inspector.minimumSizeHint().width() <= 208
    # A neuron of another layer has no picture, and no choice.
    inspector.show_neuron(replace(OUTPUT, signals=None))
    assert not inspector.weights.isVisible()


def test_another_language_keeps_the_details_of_a_pinned_connection(inspector: Inspector) -> None:
    inspector.show_edge(EDGE, is_pinned=True)
    assert inspector.details.isVisible()
    QApplication.sendEvent(inspector, QEvent(QEvent.Type.LanguageChange))
    assert inspector.details.isVisible()


def test_beside_a_scroll_bar_in_the_narrowest_column_no_number_is_cut(inspector: Inspector) -> None:
    # 208 px less the bar and the frame.
    inspector.resize(200, 560)
    inspector.show_edge(replace(EDGE, backpropagated=-1.25e-7), is_pinned=True)
    QApplication.processEvents()
    assert inspector.minimumSizeHint().width() <= 200
    for label in inspector.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_name_of_a_pools_winner_is_whole_in_large_type_too(inspector: Inspector, scale: float) -> None:
    theme = make_theme("dark", scale=scale)
    apply_theme(QApplication.instance(), theme)  # type: ignore[arg-type]
    inspector.set_theme(theme)
    inspector.resize(round(200 * scale), round(560 * scale))
    inspector.show_neuron(
        replace(NEURON, pooling="max", winner="map 16 (16, 16)", b=None, unit="map 16, row 8, column 8")
    )
    QApplication.processEvents()
    shown = "map 16 (16,\u00a016)"
    (name,) = (label for label in inspector.findChildren(QLabel) if label.text() == shown)
    needed = name.fontMetrics().boundingRect(0, 0, name.width(), 999, Qt.TextFlag.TextWordWrap, name.text())
    assert name.isVisible() and needed.width() <= name.width() and needed.height() <= name.height()
    assert inspector.minimumSizeHint().width() <= 200 * scale


def test_what_was_measured_over_the_test_set_is_told_with_the_update_it_was_measured_after(
    inspector: Inspector,
) -> None:
    inspector.show_neuron(replace(NEURON, flat_share=0.58, measured=1100))
    words = " ".join(said(inspector))
    assert (
        "f′(z) is nearly 0 for 58 % of the test set (after update 1,100): it hardly learns from examples like these"
        in words
    )
    assert "after update 1,200" in words
    inspector.show_neuron(replace(NEURON, flat_share=0.3, measured=1100))
    assert "slope" not in " ".join(said(inspector))


def test_of_a_cell_with_a_filter_there_is_more_to_be_seen(inspector: Inspector, qtbot: QtBot) -> None:
    button = inspector.findChild(QPushButton, "show_filter")
    assert button is not None
    inspector.show_key("Ctrl+2", "E")
    for has_filter in (True, False, True):
        inspector.show_neuron(NEURON)
        inspector.show_has_filter(has_filter)
        assert button.isVisibleTo(inspector) == has_filter
    assert button.accessibleName() == "All its answers: Everything this filter can say"
    assert button.toolTip().endswith("(E)")
    with qtbot.waitSignal(inspector.filter_wanted):
        button.click()
    inspector.show_nothing()
    assert not button.isVisibleTo(inspector)

"""The weights' picture with what its colours stand for, and the choice between w and w·x."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.inspector.weight_box import WeightBox
from gui.network.interaction.neuron_values import NeuronValues
from gui.theme.tokens import make_theme
from gui.widgets.sentence_text import broken_anywhere

WEIGHTS = np.zeros((4, 4))
WEIGHTS[0, 0], WEIGHTS[0, 1] = 0.5, -0.25
X = np.zeros((4, 4))
X[0, 1] = 1.0
NEURON = NeuronValues(
    0, 0, 8, "relu", 0.0, 0.0, 0.0, None, WEIGHTS, is_output=False, name="", update=0, incoming=16,
    signals=WEIGHTS * X,
)  # fmt: skip


@pytest.fixture
def box(qtbot: QtBot) -> WeightBox:
    box = WeightBox()
    qtbot.addWidget(box)
    box.set_theme(make_theme("light"))
    box.resize(216, 320)
    box.show()
    box.show_neuron(NEURON)
    return box


def caption(box: WeightBox) -> str:
    label = box.findChild(QLabel, "weight_caption")
    assert isinstance(label, QLabel)
    return broken_anywhere(label.text())


def test_the_ends_of_the_strip_are_the_largest_size_among_the_weights(box: WeightBox) -> None:
    assert box.colours.numbers() == ("\u22120.50", "w = 0", "+0.50")


def test_the_strip_has_the_colours_of_the_picture(box: WeightBox) -> None:
    picture, strip = box.picture.grab().toImage(), box.colours.grab().toImage()
    area, square = box.colours.strip(), box.picture.square()
    cell = square.width() / 4
    y = round(area.center().y())
    # +0.5 is full colour, −0.25 half of the other.
    for column, share in ((0, 1.0), (1, -0.5), (2, 0.0)):
        pixel = picture.pixelColor(round((column + 0.5) * cell), round(0.5 * cell))
        x = area.left() + (share + 1) / 2 * (area.width() - 4) + 2
        told = strip.pixelColor(round(x), y)
        for one, other in zip(pixel.getRgb(), told.getRgb(), strict=True):
            assert abs(one - other) <= 6


def test_times_the_input_only_what_has_ink_is_left(box: WeightBox) -> None:
    box.times_input.click()
    assert box.colours.numbers() == ("\u22120.25", "w·x = 0", "+0.25")
    assert "|w·x| = 0.25" in caption(box)
    square, image = box.picture.square(), box.picture.grab().toImage()
    cell = square.width() / 4
    theme = make_theme("light")
    assert image.pixelColor(round(0.5 * cell), round(0.5 * cell)) == theme.colour("canvas")
    assert image.pixelColor(round(1.5 * cell), round(0.5 * cell)) == theme.colour("minus")
    box.times_input.click()
    assert "|w| = 0.50" in caption(box)


def test_the_choice_stays_for_the_next_neuron(box: WeightBox) -> None:
    box.times_input.click()
    box.show_neuron(None)
    assert not box.isVisible()
    box.show_neuron(replace(NEURON, weights=2 * WEIGHTS, signals=2 * WEIGHTS * X))
    assert box.colours.numbers()[2] == "+0.50"


def test_who_listens_hears_what_full_colour_is(box: WeightBox) -> None:
    assert box.picture.accessibleDescription() == caption(box)
    box.times_input.setChecked(True)
    assert "w·x" in box.picture.accessibleDescription()


def test_the_scale_and_its_number_stand_in_one_line_however_narrow_it_is(box: WeightBox) -> None:
    label = box.findChild(QLabel, "weight_caption")
    assert isinstance(label, QLabel)
    for width in range(100, 400, 3):
        layout = QTextLayout(label.text(), label.font())
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(broken_anywhere(label.text()[line.textStart() :][: line.textLength()]))
        layout.endLayout()
        assert any("|w| = 0.50" in line for line in lines), (width, lines)

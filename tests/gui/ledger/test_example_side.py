"""Beside the wall stands the example that is pointed at."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.ledger.example_side import ExampleSide
from gui.theme.tokens import Theme
from tests.gui.figures.figure_rows import rows_of


@pytest.fixture
def side(qtbot: QtBot) -> ExampleSide:
    side = ExampleSide()
    qtbot.addWidget(side)
    side.set_theme(Theme())
    side.resize(248, 400)
    side.show()
    return side


def seen(side: ExampleSide) -> list[str]:
    return [label.text() for label in side.findChildren(QLabel) if label.isVisible()]


def test_its_words_and_the_way_to_the_network(side: ExampleSide, qtbot: QtBot) -> None:
    button = side.findChild(QPushButton, "ledger_show")
    assert button is not None and not button.isVisible()
    assert seen(side) == ["Point at one, or choose one with the arrow keys, to see it here."]
    side.show_example(("training digit 7, a 9", "says 4, is 9", "C = 2.66", ""))
    assert seen(side) == ["training digit 7, a 9", "says 4, is 9", "C = 2.66"]
    assert side.picture.accessibleDescription() == "training digit 7, a 9"
    with qtbot.waitSignal(side.network_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    taught = side.findChild(QPushButton, "ledger_taught")
    assert taught is not None and taught.isVisible()
    with qtbot.waitSignal(side.influence_wanted):
        qtbot.mouseClick(taught, Qt.MouseButton.LeftButton)


def test_its_picture_is_the_examples(side: ExampleSide) -> None:
    pixels = np.zeros((16, 16), np.uint8)
    pixels[3, 5] = 255
    side.show_pixels(pixels)
    picture = side.picture
    cell = min(picture.height(), picture.width()) // 16
    left = (picture.width() - 16 * cell) // 2
    image, lit = picture.grab().toImage(), Theme().colour("lit").name()
    bright = [
        (i, j)
        for i in range(16)
        for j in range(16)
        if image.pixelColor(left + j * cell + cell // 2, i * cell + cell // 2).name() == lit
    ]
    assert bright == [(3, 5)]


def test_saved_are_its_pixels_of_no_run(side: ExampleSide) -> None:
    assert side.picture.figure() is None
    pixels = np.array([[0, 255], [7, 0], [0, 128]], np.uint8)
    side.show_pixels(pixels)
    figure = side.picture.figure()
    assert figure is not None and not figure.is_of_run
    assert rows_of(figure)[2:5] == [
        ("", "1", "2", "255"),
        ("", "2", "1", "7"),
        ("", "2", "2", "0"),
    ]


def test_it_says_of_which_example_its_plots_are(side: ExampleSide) -> None:
    side.show_example(("Digit 7", "says 1", "C = 2", "the worst"))
    assert side.subject == "Digit 7"


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_its_buttons_are_whole_at_any_size_of_type(side: ExampleSide, qtbot: QtBot, scale: float) -> None:
    side.setFixedSize(300, 330)
    side.show_example(("Digit 7", "says 1", "C = 2", "the worst"))
    side.set_theme(Theme("dark", scale))

    def are_whole() -> bool:
        parts = [part for part in side.findChildren(QPushButton) if part.isVisible()]
        ends = [part.mapTo(side, part.rect().bottomRight()).x() for part in parts]
        return len(parts) == 2 and max(ends) < side.width()

    # Now all of it is laid out.
    side.grab()
    qtbot.waitUntil(are_whole)


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_what_the_network_says_is_seen_below_its_picture_at_any_size_of_type(
    side: ExampleSide, qtbot: QtBot, scale: float
) -> None:
    side.setFixedSize(300, 290)
    side.show_pixels(np.zeros((16, 16), np.uint8))
    side.show_example(("training digit 24,798, a 4", "says 0, is 4", "C = 13.7", "the worst"))
    side.set_theme(Theme("dark", scale))
    answer = side.findChild(QLabel, "ledger_example_answer")
    assert answer is not None

    def is_seen() -> bool:
        return answer.mapTo(side, answer.rect().bottomLeft()).y() < side.height()

    side.grab()
    qtbot.waitUntil(is_seen)
    # The picture has more than a third of the height, and not all of it.
    assert side.height() / 3 < side.picture.height() < side.height() / 2


def test_an_example_that_is_no_picture_shows_its_numbers_and_no_empty_frame(side: ExampleSide) -> None:
    assert not side.picture.isVisible(), "before one is chosen there is nothing to be framed"
    side.show_example(("training example 7: maybe", "says no, is maybe", "C = 2.66", ""))
    side.show_numbers("day = 3\ntemp = 0.53")
    assert "day = 3\ntemp = 0.53" in seen(side) and not side.picture.isVisible()
    # Of pictures it has its frame also before it has come: nothing below it moves.
    side.show_pixels(None)
    assert side.picture.isVisible() and not any("temp" in text for text in seen(side))
    side.show_numbers("day = 3")
    side.show_example(None)
    assert len(seen(side)) == 1 and not side.picture.isVisible()

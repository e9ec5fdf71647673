"""In the matrix one chooses a cell, a row, a column or all, by click and by key."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from core.analysis.confusion import confusion_of, said_classes
from core.analysis.example_losses import NO_CLASS
from gui.ledger.gallery_order import ALL, Pair
from gui.ledger.matrix_view import MatrixView
from gui.theme.tokens import make_theme
from tests.gui.heard_keys import heard_of
from tests.gui.ledger.answers import NAMES, answers, many


@pytest.fixture
def matrix(qtbot: QtBot) -> MatrixView:
    matrix = MatrixView()
    qtbot.addWidget(matrix)
    matrix.set_theme(make_theme("dark"))
    matrix.resize(640, 400)
    matrix.show()
    matrix.show_confusion(confusion_of(answers(), 3), NAMES, "train")
    return matrix


def middle_of(matrix: MatrixView, pair: Pair) -> QPoint:
    assert matrix.places is not None
    return matrix.places.place_of(pair).center().toPoint()


@pytest.mark.parametrize(
    "pair", [Pair(0, 1), Pair(2, 2), Pair(1, NO_CLASS), Pair(2, ALL), Pair(ALL, 0), Pair()]
)
def test_a_click_chooses_what_stands_there(matrix: MatrixView, qtbot: QtBot, pair: Pair) -> None:
    with qtbot.waitSignal(matrix.chosen, check_params_cb=lambda own: own == pair):
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=middle_of(matrix, pair))


def test_keys_lead_from_cell_to_cell_and_over_the_heads(matrix: MatrixView, qtbot: QtBot) -> None:
    heard: list[Pair] = []

    def take(pair: Pair) -> None:
        heard.append(pair)
        matrix.show_chosen(pair)

    matrix.chosen.connect(take)
    matrix.show_chosen(Pair(1, 1))
    keys = Qt.Key
    for key in (
        keys.Key_Right,
        keys.Key_Right,
        keys.Key_Right,
        keys.Key_Up,
        keys.Key_Up,
        keys.Key_Up,
        keys.Key_Home,
    ):
        qtbot.keyClick(matrix, key)
    # The third step to the right, and the third one up, would lead beyond an end.
    assert heard == [Pair(1, 2), Pair(1, NO_CLASS), Pair(0, NO_CLASS), Pair(ALL, NO_CLASS), Pair()]
    assert matrix.accessibleDescription() == "all mistakes: 5 of 12, 41.7 %"


def test_what_is_pointed_at_is_said_in_full(matrix: MatrixView) -> None:
    at = middle_of(matrix, Pair(0, 1))
    matrix.event(QHelpEvent(QEvent.Type.ToolTip, at, matrix.mapToGlobal(at)))
    assert QToolTip.text() == "is cat, says dog: 2 of 5, 40.0 %"
    QToolTip.hideText()


def test_pointing_frames_and_paints_the_rest_no_second_time(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.grab()
    before = matrix._image
    plain = matrix.grab().toImage()
    qtbot.mouseMove(matrix, middle_of(matrix, Pair(0, 1)))
    assert matrix.grab().toImage() != plain and matrix._image is before and before is not None
    matrix.show_confusion(confusion_of(many(3), 3), NAMES, "train")
    matrix.grab()
    assert matrix._image is not before


@pytest.mark.parametrize(
    "classes, width, height, scale", [(2, 640, 400, 1.0), (100, 500, 380, 1.0), (10, 440, 460, 2.0)]
)
def test_any_number_of_classes_is_drawn_in_any_room(
    matrix: MatrixView, classes: int, width: int, height: int, scale: float
) -> None:
    matrix.set_theme(make_theme("light", scale))
    matrix.show_confusion(
        confusion_of(many(classes), classes), tuple(f"class {c}" for c in range(classes)), "test"
    )
    matrix.resize(width, height)
    assert matrix.places is not None and matrix.places.bottom < height and matrix.places.right < width
    matrix.grab()


def test_before_there_is_anything_nothing_is_chosen(qtbot: QtBot) -> None:
    matrix = MatrixView()
    qtbot.addWidget(matrix)
    with qtbot.assertNotEmitted(matrix.chosen):
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton)
    matrix.grab()
    assert matrix.words_of(Pair()) == ""


def test_a_bar_in_each_cell_is_as_long_as_the_share_that_is_selected(matrix: MatrixView) -> None:
    losses = answers()
    places = matrix.places
    assert places is not None
    mask = np.zeros(12, np.bool_)
    # One of the two cats taken for dogs, and the only dog that is none alone.
    mask[[1, 5]] = True
    before = matrix.grab().toImage()
    matrix.show_selected(mask, losses.labels, said_classes(losses))
    after = matrix.grab().toImage()
    for pair, share in ((Pair(0, 1), 0.5), (Pair(1, NO_CLASS), 1.0), (Pair(0, 0), 0.0)):
        cell = places.place_of(pair)
        y = round(cell.bottom() - 3)
        changed = [
            x
            for x in range(round(cell.left()) + 1, round(cell.right()) - 1)
            if before.pixelColor(x, y) != after.pixelColor(x, y)
        ]
        assert abs(len(changed) - share * cell.width()) <= 4
    matrix.show_selected(None, None, None)
    assert matrix.grab().toImage() == before


def test_without_room_for_it_that_is_said_and_nothing_can_be_chosen(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.setMinimumSize(1, 1)
    matrix.resize(640, 60)
    matrix.resize(640, 59)
    qtbot.waitUntil(lambda: matrix.height() < 70)
    assert matrix.places is None
    with qtbot.assertNotEmitted(matrix.chosen):
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    image, canvas = matrix.grab().toImage(), matrix._theme.colour("canvas").rgb()
    assert any(image.pixel(x, 8) != canvas for x in range(4, 300)), "a sentence in its place"
    matrix.resize(640, 400)
    qtbot.waitUntil(lambda: matrix.places is not None)


def test_where_keys_lead_is_heard_once_they_rest(
    matrix: MatrixView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix.chosen.connect(matrix.show_chosen)
    for keys in ((Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Home,), (Qt.Key.Key_Up,)):
        assert heard_of(matrix, qtbot, monkeypatch, *keys) == [matrix.accessibleDescription()]

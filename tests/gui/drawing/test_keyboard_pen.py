"""The keyboard's pen: arrows move it, held together diagonally, with Shift in quarters; Space lowers and lifts it."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.drawing.keyboard_pen import KEY_STEP, KeyboardPen

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
SPACE = Qt.Key.Key_Space


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def released(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyRelease, key, NONE)


def drawing_pen() -> KeyboardPen:
    pen = KeyboardPen()
    pen.set_active(True)
    return pen


@pytest.mark.parametrize(
    ("keys", "modifiers", "moved"),
    [
        ([LEFT], NONE, (-1, 0)),
        ([UP], NONE, (0, -1)),
        ([RIGHT], SHIFT, (0.25, 0)),
        ([RIGHT, DOWN], NONE, (2, 1)),  # right, then both: the second press moves by all that are held
        ([LEFT, RIGHT], NONE, (-1, 0)),  # held together they cancel
    ],
)
def test_it_moves_by_all_arrows_that_are_held(
    keys: list[Qt.Key], modifiers: Qt.KeyboardModifier, moved: tuple[float, float]
) -> None:
    pen = drawing_pen()
    start = pen.at
    for key in keys:
        pen.step(pressed(key, modifiers))
    np.testing.assert_allclose((pen.at - start) / KEY_STEP, moved, atol=1e-12)


def test_an_arrow_that_is_let_go_moves_it_no_further() -> None:
    pen = drawing_pen()
    start = pen.at
    pen.step(pressed(RIGHT))
    pen.release(released(RIGHT))
    pen.step(pressed(DOWN))
    np.testing.assert_allclose((pen.at - start) / KEY_STEP, (1, 1))


@pytest.mark.parametrize(("key", "end"), [(LEFT, (0, 0.35)), (DOWN, (0.5, 1))])
def test_it_stays_at_the_border(key: Qt.Key, end: tuple[float, float]) -> None:
    pen = drawing_pen()
    for _ in range(40):
        pen.step(pressed(key))
    np.testing.assert_allclose(pen.at, end)


def test_space_held_while_it_moves_draws_as_long_as_it_is_held_and_tapped_it_keeps_the_pen_down() -> None:
    pen = drawing_pen()
    pen.lower()
    assert not pen.release(released(SPACE))
    pen.step(pressed(RIGHT))
    pen.lower()
    assert not pen.release(released(SPACE)), "what moved before Space was pressed does not count"
    pen.lower()
    pen.step(pressed(RIGHT))
    assert not pen.release(released(RIGHT)) and pen.release(released(SPACE))


def test_losing_the_keyboard_lets_go_of_every_arrow_and_of_space() -> None:
    pen = drawing_pen()
    pen.lower()
    pen.step(pressed(RIGHT))
    pen.set_active(False)
    assert not pen.release(released(SPACE))
    start = pen.at
    pen.step(pressed(DOWN))
    np.testing.assert_allclose((pen.at - start) / KEY_STEP, (0, 1))


@pytest.mark.parametrize(
    ("key", "modifiers", "resting", "drawing"),
    [
        (LEFT, NONE, True, True),
        (LEFT, SHIFT, True, True),
        (UP, Qt.KeyboardModifier.KeypadModifier, True, True),
        (LEFT, Qt.KeyboardModifier.ControlModifier, False, False),
        (SPACE, NONE, False, True),
        (Qt.Key.Key_E, NONE, False, True),
        (Qt.Key.Key_Delete, NONE, False, True),
        (Qt.Key.Key_Escape, NONE, False, True),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier, False, False),
        (Qt.Key.Key_R, NONE, False, False),
    ],
)
def test_the_arrows_are_always_its_own_and_the_others_only_while_it_draws(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, resting: bool, drawing: bool
) -> None:
    assert KeyboardPen().takes(pressed(key, modifiers)) is resting
    assert drawing_pen().takes(pressed(key, modifiers)) is drawing

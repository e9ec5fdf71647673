"""Drawing, erasing, undoing: with the mouse, a pen, a finger and the keyboard."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPointingDevice, QTabletEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.data.ink import ink_from_strokes
from gui.drawing import digit_canvas as module
from gui.drawing.digit_canvas import DigitCanvas
from gui.drawing.drawing_state import ShowStrokes
from gui.theme.tokens import Theme, make_theme

SIDE = 280
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def stack(qapp: QApplication) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    stack.clear()


@pytest.fixture
def canvas(qtbot: QtBot, stack: QUndoStack) -> DigitCanvas:
    canvas = DigitCanvas(stack)
    qtbot.addWidget(canvas)
    canvas.resize(SIDE, SIDE)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def drag(canvas: DigitCanvas, *points: tuple[int, int]) -> None:
    QTest.mousePress(canvas, LEFT, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(canvas, QPoint(*point))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(*points[-1]))


def one(canvas: DigitCanvas) -> None:
    drag(canvas, (140, 40), (140, 120), (140, 240))


def press(canvas: DigitCanvas, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(canvas, key)


def by_keyboard(canvas: DigitCanvas) -> None:
    canvas.clearFocus()  # a window's first widget may have it already
    canvas.setFocus(Qt.FocusReason.TabFocusReason)


def pixel(canvas: DigitCanvas, x: int, y: int) -> QColor:
    return canvas.grab().toImage().pixelColor(x, y)


# --- mouse


def test_a_drag_is_one_stroke_in_pixels_of_the_canvas(canvas: DigitCanvas) -> None:
    drag(canvas, (100, 50), (120, 90), (90, 200))
    (stroke,) = canvas.strokes()
    assert stroke.shape == (3, 2)
    np.testing.assert_allclose(stroke, [(100, 50), (120, 90), (90, 200)])


def test_every_move_of_the_pen_tells_the_drawing_so_far(canvas: DigitCanvas) -> None:
    told: list[int] = []
    canvas.strokes_changed.connect(lambda: told.append(sum(map(len, canvas.strokes()))))
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    for n in range(1, 5):
        QTest.mouseMove(canvas, QPoint(50 + 20 * n, 50))
        assert told[-1] == n + 1
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(130, 50))


def test_a_click_is_a_dot_that_can_be_seen(canvas: DigitCanvas) -> None:
    drag(canvas, (100, 100))
    assert [stroke.tolist() for stroke in canvas.strokes()] == [[[100, 100]]]
    assert pixel(canvas, 100, 100) == Theme().colour("lit")
    assert pixel(canvas, 100 + 8, 100) == Theme().colour("lit")  # the pen is 24 px wide here
    assert pixel(canvas, 100 + 16, 100) == Theme().colour("canvas")


@pytest.mark.parametrize("kind", ["dark", "light"])
def test_strokes_are_lit_on_the_canvas_colour(canvas: DigitCanvas, kind: str) -> None:
    theme = make_theme(kind)
    canvas.set_theme(theme)
    one(canvas)
    assert pixel(canvas, 140, 150) == theme.colour("lit")
    assert pixel(canvas, 40, 150) == theme.colour("canvas")


def test_the_stroke_under_way_is_painted_as_it_is_drawn(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 60))
    QTest.mouseMove(canvas, QPoint(200, 60))
    assert pixel(canvas, 130, 60) == Theme().colour("lit")
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(200, 60))
    assert pixel(canvas, 130, 60) == Theme().colour("lit")


def test_a_drawing_that_is_not_read_is_dimmed(canvas: DigitCanvas) -> None:
    one(canvas)
    canvas.set_watched(False)
    assert pixel(canvas, 140, 150) == Theme().colour("dim")
    canvas.set_watched(True)
    assert pixel(canvas, 140, 150) == Theme().colour("lit")


def test_the_pen_stays_at_the_border_when_the_mouse_leaves(canvas: DigitCanvas) -> None:
    drag(canvas, (100, 100), (900, 100), (100, -50))
    np.testing.assert_allclose(canvas.strokes()[0], [(100, 100), (280, 100), (100, 0)])


def test_the_right_button_does_not_draw(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    QTest.mouseRelease(canvas, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    assert canvas.is_blank


@pytest.mark.parametrize("size", [(140, 140), (560, 560), (140, 300), (300, 140)])
def test_resizing_keeps_the_drawing(canvas: DigitCanvas, size: tuple[int, int]) -> None:
    drag(canvas, (100, 60), (180, 60), (120, 200))
    before = ink_from_strokes(canvas.strokes(), canvas.canvas_size, canvas.pen_width)
    shape = canvas.strokes()[0] / canvas.canvas_size
    canvas.resize(*size)
    assert canvas.canvas_size == min(size)
    np.testing.assert_allclose(canvas.strokes()[0] / canvas.canvas_size, shape)
    after = ink_from_strokes(canvas.strokes(), canvas.canvas_size, canvas.pen_width)
    assert np.abs(after - before).sum() <= 1


# --- undo


def draw(canvas: DigitCanvas) -> None:
    one(canvas)


def erase_all(canvas: DigitCanvas) -> None:
    canvas.set_eraser(True)
    drag(canvas, (140, 20), (140, 270))
    canvas.set_eraser(False)


def clear(canvas: DigitCanvas) -> None:
    canvas.clear()


@pytest.mark.parametrize(
    ("change", "text", "strokes"),
    [(draw, "Pen stroke", 3), (erase_all, "Erase", 1), (clear, "Clear the drawing", 0)],
)
def test_each_change_is_one_step_of_undo(
    canvas: DigitCanvas,
    stack: QUndoStack,
    change: Callable[[DigitCanvas], None],
    text: str,
    strokes: int,
) -> None:
    drag(canvas, (60, 60), (60, 200))
    one(canvas)
    before = canvas.strokes()
    change(canvas)
    assert stack.count() == 3 and stack.undoText() == text
    assert isinstance(stack.command(2).make, ShowStrokes)
    after = canvas.strokes()
    assert len(after) == strokes
    stack.undo()
    assert all(map(np.array_equal, canvas.strokes(), before)) and len(canvas.strokes()) == 2
    stack.redo()
    assert all(map(np.array_equal, canvas.strokes(), after)) and len(canvas.strokes()) == strokes


def test_undo_tells_the_drawing(canvas: DigitCanvas, stack: QUndoStack, qtbot: QtBot) -> None:
    one(canvas)
    with qtbot.waitSignal(canvas.strokes_changed):
        stack.undo()
    assert canvas.strokes() == []


def test_clearing_nothing_and_erasing_nothing_are_no_steps(canvas: DigitCanvas, stack: QUndoStack) -> None:
    canvas.clear()
    canvas.set_eraser(True)
    drag(canvas, (20, 20), (60, 60))
    assert stack.count() == 0


def test_a_canvas_hidden_while_drawing_keeps_the_stroke(canvas: DigitCanvas, stack: QUndoStack) -> None:
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    QTest.mouseMove(canvas, QPoint(90, 90))
    canvas.hide()
    assert not canvas.is_drawing and stack.count() == 1


# --- the eraser


def test_the_eraser_cuts_a_stroke_in_two(canvas: DigitCanvas) -> None:
    drag(canvas, (40, 140), (240, 140))
    canvas.set_eraser(True)
    drag(canvas, (140, 100), (140, 180))
    left, right = canvas.strokes()
    assert left[:, 0].max() < 140 < right[:, 0].min()


def test_setting_the_eraser_says_nothing(canvas: DigitCanvas) -> None:
    told: list[bool] = []
    canvas.eraser_wanted.connect(told.append)
    canvas.set_eraser(True)
    assert told == []


# --- pen and finger


def tablet(canvas: DigitCanvas, kind: QEvent.Type, x: float, y: float, eraser: bool = False) -> None:
    pointer = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen", 1, QPointingDevice.DeviceType.Stylus, pointer, QPointingDevice.Capability.Position, 1, 1
    )
    at = QPointF(x, y)
    button = LEFT if kind != QEvent.Type.TabletMove else Qt.MouseButton.NoButton
    none = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, device, at, at, 0.5, 0, 0, 0.0, 0.0, 0, none, button, LEFT)
    QApplication.sendEvent(canvas, event)
    assert event.isAccepted()


def test_a_tablet_pen_draws_and_its_other_end_erases(canvas: DigitCanvas) -> None:
    tablet(canvas, QEvent.Type.TabletPress, 40, 140.5)
    tablet(canvas, QEvent.Type.TabletMove, 240, 140.5)
    tablet(canvas, QEvent.Type.TabletRelease, 240, 140.5)
    np.testing.assert_allclose(canvas.strokes()[0], [(40, 140.5), (240, 140.5)])
    tablet(canvas, QEvent.Type.TabletPress, 140, 100, eraser=True)
    tablet(canvas, QEvent.Type.TabletMove, 140, 180, eraser=True)
    tablet(canvas, QEvent.Type.TabletRelease, 140, 180, eraser=True)
    assert len(canvas.strokes()) == 2


def test_a_hovering_pen_does_not_draw(canvas: DigitCanvas) -> None:
    tablet(canvas, QEvent.Type.TabletMove, 140, 140)
    assert canvas.is_blank


def test_a_finger_draws_one_stroke(canvas: DigitCanvas, stack: QUndoStack) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(canvas, device).press(0, QPoint(60, 60), canvas).commit()
    QTest.touchEvent(canvas, device).move(0, QPoint(60, 150), canvas).commit()
    QTest.touchEvent(canvas, device).release(0, QPoint(60, 150), canvas).commit()
    np.testing.assert_allclose(canvas.strokes()[0], [(60, 60), (60, 150)])
    assert len(canvas.strokes()) == 1 and stack.count() == 1


# --- keyboard


def test_a_digit_can_be_drawn_by_keyboard_alone(canvas: DigitCanvas) -> None:
    by_keyboard(canvas)
    press(canvas, Qt.Key.Key_Space, *[Qt.Key.Key_Down] * 12, Qt.Key.Key_Space)
    (stroke,) = canvas.strokes()
    assert len(stroke) == 13
    assert np.ptp(stroke[:, 0]) == 0 and np.ptp(stroke[:, 1]) == pytest.approx(12 / 32 * SIDE)


def test_space_held_draws_as_long_as_it_is_held(canvas: DigitCanvas) -> None:
    by_keyboard(canvas)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    press(canvas, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert canvas.is_drawing
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    press(canvas, Qt.Key.Key_Right)
    assert not canvas.is_drawing and len(canvas.strokes()[0]) == 3


def test_two_arrows_together_go_diagonally_and_shift_goes_in_quarters(canvas: DigitCanvas) -> None:
    by_keyboard(canvas)
    press(canvas, Qt.Key.Key_Space)
    QTest.keyPress(canvas, Qt.Key.Key_Right)
    QTest.keyPress(canvas, Qt.Key.Key_Down)
    QTest.keyRelease(canvas, Qt.Key.Key_Right)
    QTest.keyRelease(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    press(canvas, Qt.Key.Key_Space)
    moves = np.diff(canvas.strokes()[0], axis=0) / SIDE * 32
    np.testing.assert_allclose(moves, [(1, 0), (1, 1), (-0.25, 0)])


def test_e_takes_the_eraser_and_delete_clears(canvas: DigitCanvas, qtbot: QtBot) -> None:
    one(canvas)
    by_keyboard(canvas)
    with qtbot.waitSignal(canvas.eraser_wanted) as blocker:
        press(canvas, Qt.Key.Key_E)
    assert blocker.args == [True]
    press(canvas, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)  # the pen stands on the 1
    assert len(canvas.strokes()) == 2
    press(canvas, Qt.Key.Key_Delete)
    assert canvas.is_blank


def overrides(canvas: DigitCanvas, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> bool:
    """Whether the canvas takes a key before the window's shortcuts get it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier or Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_E, Qt.Key.Key_Delete])
def test_keys_belong_to_the_canvas_only_while_the_keyboard_draws(canvas: DigitCanvas, key: Qt.Key) -> None:
    by_keyboard(canvas)
    assert overrides(canvas, key)
    drag(canvas, (50, 50), (60, 60))  # the mouse takes over: Space runs the training again
    assert not overrides(canvas, key)
    press(canvas, Qt.Key.Key_Right)
    assert overrides(canvas, key)
    press(canvas, Qt.Key.Key_Escape)
    assert not overrides(canvas, key)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_windows_other_keys_stay_the_windows(
    canvas: DigitCanvas, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    by_keyboard(canvas)
    assert not overrides(canvas, key, modifier)


def test_the_keyboards_pen_can_be_seen_and_leaves_with_the_focus(canvas: DigitCanvas) -> None:
    one(canvas)
    canvas.clearFocus()
    without = canvas.grab().toImage()
    by_keyboard(canvas)
    assert canvas.grab().toImage() != without
    canvas.clearFocus()
    assert canvas.grab().toImage() == without


# --- words


def test_the_empty_canvas_invites_and_a_stroke_takes_the_words_away(canvas: DigitCanvas) -> None:
    words = canvas.grab().toImage()
    drag(canvas, (20, 20))
    drawn = canvas.grab().toImage()
    middle = [(x, y) for x in range(70, 210) for y in range(125, 155)]
    background = Theme().colour("canvas")
    assert any(words.pixelColor(*p) != background for p in middle)
    assert all(drawn.pixelColor(*p) == background for p in middle)


def test_the_canvas_can_be_found_and_explains_its_keys(canvas: DigitCanvas) -> None:
    assert canvas.objectName() == "digit_canvas" and canvas.accessibleName()
    for text in (canvas.toolTip(), canvas.whatsThis(), canvas.accessibleDescription()):
        assert "Space" in text and "Delete" in text


def test_where_the_keyboards_pen_is_is_read_out(canvas: DigitCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _canvas, sentence: heard.append(sentence))
    canvas.setFocus()
    press(canvas, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_E)
    press(canvas, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_E)
    # It begins in the middle, at 0.35 of the height; an arrow moves it by 1 / 32.
    assert heard == [
        "pen up, 53 % from the left, 35 % from the top",
        "pen down, 53 % from the left, 35 % from the top",
        "pen down, 53 % from the left, 38 % from the top",
        # What E takes in hand is up.
        "eraser up, 53 % from the left, 38 % from the top",
        "eraser down, 53 % from the left, 38 % from the top",
        "eraser down, 53 % from the left, 35 % from the top",
        "eraser up, 53 % from the left, 35 % from the top",
        "pen up, 53 % from the left, 35 % from the top",
    ]


def test_the_keys_that_are_said_are_those_that_work_also_after_esc(
    canvas: DigitCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _canvas, sentence: heard.append(sentence))
    canvas.take_keyboard()
    keys = canvas.accessibleDescription()
    assert keys.startswith("By keyboard: arrows move the pen")
    press(canvas, Qt.Key.Key_Escape)
    away = canvas.accessibleDescription()
    assert canvas.hasFocus() and away.startswith("The keyboard’s pen is put away; an arrow key takes it.")
    assert heard == [away]
    # Asked for again it is there, though the keyboard has been here all along.
    canvas.take_keyboard()
    assert overrides(canvas, Qt.Key.Key_E) and canvas.accessibleDescription() == keys
    press(canvas, Qt.Key.Key_Escape, Qt.Key.Key_Up)
    assert overrides(canvas, Qt.Key.Key_E) and canvas.accessibleDescription() == keys
    press(canvas, Qt.Key.Key_Escape)
    canvas.clearFocus()
    assert canvas.accessibleDescription() == keys

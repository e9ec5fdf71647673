"""What a drawing was meant to be stays with it, whatever is done and undone, and no other drawing has it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.drawing.draw_panel import DrawPanel
from gui.theme.tokens import make_theme

FIVE = np.eye(16, dtype=np.uint8)


class Desk:
    """The Draw panel; `read` is each reading of the drawing, as whether there is ink and what it is meant to be."""

    def __init__(self, panel: DrawPanel, stack: QUndoStack) -> None:
        self.panel, self.canvas, self.stack = panel, panel.canvas, stack
        self.labels = panel.intended_labels
        self.label: int | None = None
        self.read: list[tuple[bool, int | None]] = []
        self.labels.changed.connect(self._take)
        panel.intended_label_row.intended_label_changed.connect(self._take)
        panel.ink_changed.connect(lambda ink: self.read.append((ink is not None, self.label)))

    def _take(self, label: int | None) -> None:
        self.label = label

    def mean(self, label: int) -> None:
        self.panel.intended_label_row._buttons[label].click()

    def stroke(self, at: float) -> None:
        x = round(at * self.canvas.width())
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
        QTest.mouseMove(self.canvas, QPoint(x, 80))
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, 80))

    @property
    def answer(self) -> int | None:
        """The button that is down, which is what was told."""
        buttons = self.panel.intended_label_row._buttons
        down = next((i for i, button in enumerate(buttons) if button.isChecked()), None)
        assert down == self.label
        return down


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    stack = QUndoStack()
    panel = DrawPanel(stack)
    qtbot.addWidget(panel)
    panel.set_theme(make_theme("dark"))
    panel.resize(248, 600)
    panel.show()
    qtbot.waitExposed(panel)
    yield Desk(panel, stack)
    stack.clear()


def test_undoing_a_clear_brings_back_what_was_meant(desk: Desk, qtbot: QtBot) -> None:
    desk.labels.paste(FIVE, 5, lambda: "Flip")
    assert desk.answer == 5
    desk.canvas.clear()
    qtbot.waitUntil(lambda: desk.read[-1] == (False, None))
    assert desk.answer is None
    desk.stack.undo()
    assert desk.answer == 5
    qtbot.waitUntil(lambda: desk.read[-1] == (True, 5))
    desk.stack.redo()
    assert desk.answer is None


def test_of_strokes_too_also_where_the_first_of_them_was_undone(desk: Desk) -> None:
    desk.stroke(0.3)
    desk.mean(1)
    desk.stroke(0.5)
    desk.canvas.clear()
    desk.stack.undo()
    assert desk.answer == 1
    # The drawing is the same one, further back: a later answer is true of it.
    desk.mean(4)
    desk.stack.undo()
    assert desk.answer == 4
    desk.stack.undo()
    assert desk.canvas.is_blank and desk.answer is None
    desk.stack.redo()
    assert desk.answer == 4


def test_all_erased_and_undone_it_is_back(desk: Desk) -> None:
    desk.stroke(0.5)
    desk.mean(1)
    desk.canvas.set_eraser(True)
    desk.stroke(0.5)
    QTest.mousePress(desk.canvas, Qt.MouseButton.LeftButton, pos=QPoint(desk.canvas.width() // 2, 10))
    QTest.mouseMove(desk.canvas, QPoint(desk.canvas.width() // 2, 100))
    QTest.mouseRelease(desk.canvas, Qt.MouseButton.LeftButton, pos=QPoint(desk.canvas.width() // 2, 100))
    assert desk.canvas.is_blank and desk.answer is None
    while desk.canvas.is_blank:
        desk.stack.undo()
    assert desk.answer == 1


def test_what_is_pasted_in_place_of_a_drawing_is_not_meant_to_be_the_same(desk: Desk, qtbot: QtBot) -> None:
    desk.stroke(0.5)
    desk.mean(1)
    desk.labels.paste(FIVE, 5, lambda: "Flip")
    assert desk.answer == 5
    desk.stack.undo()
    assert desk.answer == 1
    desk.stack.redo()
    assert desk.answer == 5
    # Another image, of which nobody has said anything; and the same ink, of which it is said now, is read again.
    desk.canvas.paste(FIVE.copy())
    assert desk.answer is None
    qtbot.waitUntil(lambda: desk.read[-1] == (True, None))
    desk.stack.undo()
    qtbot.waitUntil(lambda: desk.read[-1] == (True, 5))


def test_a_stroke_in_place_of_a_pasted_image_is_a_new_drawing(desk: Desk) -> None:
    desk.labels.paste(FIVE, 5, lambda: "Flip")
    desk.stroke(0.5)
    assert desk.answer is None
    desk.stack.undo()
    assert desk.answer == 5


def test_of_other_classes_nothing_is_remembered(desk: Desk) -> None:
    desk.stroke(0.5)
    desk.mean(1)
    desk.canvas.clear()
    desk.labels.forget()
    desk.stack.undo()
    assert not desk.canvas.is_blank and desk.answer is None


def test_what_a_restored_drawing_was_meant_to_be_is_shown_and_not_told(desk: Desk) -> None:
    desk.stroke(0.5)
    shown = desk.canvas.shown
    desk.panel.show_drawing(shown, 7)
    assert desk.label is None and desk.panel.intended_label_row._buttons[7].isChecked()
    desk.canvas.clear()
    desk.stack.undo()
    assert desk.answer == 7

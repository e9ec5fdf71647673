"""A hand that points, types and chooses at random, wherever a user could."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWhatsThis, QWidget
from shiboken6 import isValid

from gui.app.main_window import MainWindow

BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
MODIFIERS = (Qt.KeyboardModifier.NoModifier,) * 4 + (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
KEYS = [
    *range(Qt.Key.Key_A, Qt.Key.Key_Z + 1),
    *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1),
    *range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space) * 3,
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 4,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_Menu),
]
# What people and cats type into fields.
TEXTS = [
    "0",
    "1",
    "3",
    "16",
    "-1",
    "0.1",
    "1e-9",
    "1e999",
    "nan",
    "inf",
    "99999999999999999999",
    "",
    " ",
    "1,5",
    "π",
]
TEXTS += [
    "16 16 16",
    "32 x 3",
    "１２",
    "😀",
    "x" * 300,
    "<b>7</b>",
    "%1 {0} {name}",
    "0x10",
    "--3",
    "1e",
    "\t2",
]
# Quits the window, which is the end of the script.
NOT_PRESSED = {(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)}
# Nor does anything belong onto the clipboard of whoever runs it.
NOT_TRIGGERED = "action_quit", "action_copy_picture", "action_copy_figure"
SIZES = [(1280, 800), (1024, 600), (480, 300), (1920, 1080), (700, 900)]


def seen_in(top: QWidget) -> list[QWidget]:
    """`top`, and all that is seen in it and in the windows that are its own.

    What is hidden is not searched: once all pages and dialogs were made, most widgets stand in one that is.
    """
    windows = (window for window in QApplication.topLevelWidgets() if window.isVisible())
    seen, directly = [], Qt.FindChildOption.FindDirectChildrenOnly
    waiting = [top, *(window for window in windows if _owns(top, window))]
    while waiting:
        widget = waiting.pop()
        seen.append(widget)
        children = widget.findChildren(QWidget, options=directly)
        waiting += [child for child in children if child.isVisible() and not child.isWindow()]
    return seen


def _owns(top: QWidget, window: QWidget) -> bool:
    parent = window.parentWidget()
    while parent is not None and parent is not top:
        parent = parent.parentWidget()
    return parent is top


def click_while_there(
    widget: QWidget, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, pos: QPoint
) -> None:
    """Press and release a button of the mouse; not released where the press has taken the widget away.

    A menu that the press opens waits in an event loop of its own, in which the widget may go. `QTest.mouseClick` would
    release the button over what is no widget any more, and crash.
    """
    QTest.mousePress(widget, button, modifier, pos)
    if isValid(widget):
        QTest.mouseRelease(widget, button, modifier, pos)


class RandomHand:
    """Points, types and chooses; the same seed draws the same, as far as the window does the same.

    Attributes
    ----------
    acts : list
        What it can do, each with how often: called with the widget that it is done at, and says what it was.
    """

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        # The system would put what is printed to a file where it likes.
        window.composition.figures.printing.ask = lambda frozen: None  # type: ignore[method-assign]
        self._chance = random.Random(seed)
        self.acts: list[tuple[int, Callable[[QWidget], str]]] = [
            (8, self._click),
            (6, self._key),
            (4, self._move),
            (3, self._drag),
            (3, self._type),
            (3, self._wheel),
            (2, self._choose),
            (1, self._ask),
            (1, self._resize),
            (1, self._trigger),
        ]

    def act(self) -> str:
        """Do one thing; what it was."""
        widget = self._widget()
        weights = [weight for weight, _ in self.acts]
        act = self._chance.choices([act for _, act in self.acts], weights)[0]
        name = f"{type(widget).__name__} {widget.objectName()!r}"
        return f"{act(widget)} at {name}"

    def _widget(self) -> QWidget:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        return self._chance.choice(seen_in(top))

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._chance.randrange(max(1, widget.width())), self._chance.randrange(max(1, widget.height()))
        )

    def _click(self, widget: QWidget) -> str:
        button, modifier = self._chance.choice(BUTTONS), self._chance.choice(MODIFIERS)
        click = QTest.mouseDClick if self._chance.random() < 0.1 else click_while_there
        click(widget, button, modifier, self._point(widget))
        return "click"

    def _move(self, widget: QWidget) -> str:
        QTest.mouseMove(widget, self._point(widget))
        return "move"

    def _drag(self, widget: QWidget) -> str:
        button = Qt.MouseButton.LeftButton
        QTest.mousePress(widget, button, pos=self._point(widget))
        for _ in range(self._chance.randrange(5)):
            QTest.qWait(1)
            if not isValid(widget):
                # A press may have taken it away.
                return "drag"
            QTest.mouseMove(widget, self._point(widget))
        if isValid(widget):
            QTest.mouseRelease(widget, button, pos=self._point(widget))
        return "drag"

    def _key(self, widget: QWidget) -> str:
        key, modifier = Qt.Key(self._chance.choice(KEYS)), self._chance.choice(MODIFIERS)
        if (key, modifier) in NOT_PRESSED or (
            key == Qt.Key.Key_F4 and modifier != Qt.KeyboardModifier.NoModifier
        ):
            return "nothing"
        QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)
        return f"{modifier.name} {key.name}"

    def _type(self, widget: QWidget) -> str:
        fields = [field for field in self._window.findChildren(QLineEdit) if field.isVisible()]
        if not fields:
            return "nothing"
        field, text = self._chance.choice(fields), self._chance.choice(TEXTS)
        field.setFocus()
        field.selectAll()
        # As pasted: every sign may come this way.
        field.insert(text)
        QTest.keyClick(field, self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))
        return f"typed {text[:20]!r} into {field.objectName()!r}"

    def _wheel(self, widget: QWidget) -> str:
        at, turned = QPointF(self._point(widget)), self._chance.choice((-960, -120, 15, 120, 960))
        QApplication.sendEvent(
            widget,
            QWheelEvent(
                at,
                widget.mapToGlobal(at),
                QPoint(),
                QPoint(0, turned),
                Qt.MouseButton.NoButton,
                self._chance.choice(MODIFIERS),
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
        return "wheel"

    def _choose(self, widget: QWidget) -> str:
        boxes = [box for box in self._window.findChildren(QComboBox) if box.isVisible() and box.count()]
        if not boxes:
            return "nothing"
        box = self._chance.choice(boxes)
        index = self._chance.randrange(box.count())
        if not box.model().flags(box.model().index(index, box.modelColumn())) & Qt.ItemFlag.ItemIsEnabled:
            # Nobody can choose what is grey.
            return "nothing"
        box.setCurrentIndex(index)
        box.activated.emit(index)
        return f"chose {index} of {box.objectName()!r}"

    def _ask(self, widget: QWidget) -> str:
        at = self._point(widget)
        kind = self._chance.choice((QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.ContextMenu))
        if kind == QEvent.Type.ContextMenu:
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.postEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
        else:
            QApplication.sendEvent(widget, QHelpEvent(kind, at, widget.mapToGlobal(at)))
        if QWhatsThis.inWhatsThisMode():
            QWhatsThis.leaveWhatsThisMode()
        return kind.name

    def _resize(self, widget: QWidget) -> str:
        self._window.resize(QSize(*self._chance.choice(SIZES)))
        return "resize"

    def _trigger(self, widget: QWidget) -> str:
        actions = [
            action
            for action in self._window.actions()
            if action.isEnabled() and action.objectName() not in NOT_TRIGGERED
        ]
        action = self._chance.choice(actions)
        action.trigger()
        return f"triggered {action.objectName()}"

"""Random events at the whole window: nothing may raise, and Qt may not complain.

    python -m tests.robustness.random_events --count 20000 --seed 0

Events go where a user's would: to what is seen of the window, its dialogs and its menus. Where a dialog of the system
asks for a file it is closed; sessions are saved in a folder of the script's, opened from it, and dropped from it onto
the window, some of them damaged. The timeline is scrubbed, and left for branches and other runs. No event takes longer
than `LONGEST_S` of this process's time, its engine's pieces of work between them included.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from types import TracebackType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{_name}_HOME"] = tempfile.mkdtemp(prefix="backlight-events-")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QSize,
    Qt,
    QTimer,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QWhatsThis,
    QWidget,
)
from shiboken6 import isValid

from core.engine.commands import ReturnToLive
from gui.app import commands
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from tests.gui.local_engine import local_engine

NOT_OURS = ("This plugin does not support",)
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
POPUP_MS = 100
SCRUB_KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_B),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
# Of files in the script's folder; the last one can't be made.
NAMES = ("a.backlight", "b c 😀.backlight", "none/c.backlight")
LONGEST_S = 1.0
SIZES = [(1280, 800), (1024, 600), (480, 300), (1920, 1080), (700, 900)]


class Cat:
    """Does random things to a window; the same seed draws the same ones, as far as the window does the same."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        self._window = window
        self._chance = random.Random(seed)
        self._acts: list[tuple[int, Callable[[QWidget], str]]] = [
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
            (3, self._scrub),
            (1, self._run),
            (1, self._file),
        ]
        self.folder = folder

    def act(self) -> str:
        """Do one thing; what it was."""
        self._close_system_dialogs()
        widget = self._widget()
        weights = [weight for weight, _ in self._acts]
        act = self._chance.choices([act for _, act in self._acts], weights)[0]
        name = f"{type(widget).__name__} {widget.objectName()!r}"
        return f"{act(widget)} at {name}"

    def _widget(self) -> QWidget:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        seen = [top, *(child for child in top.findChildren(QWidget) if child.isVisible())]
        return self._chance.choice(seen)

    def _close_system_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QFileDialog) and widget.isVisible():
                widget.reject()

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._chance.randrange(max(1, widget.width())), self._chance.randrange(max(1, widget.height()))
        )

    def _click(self, widget: QWidget) -> str:
        button, modifier = self._chance.choice(BUTTONS), self._chance.choice(MODIFIERS)
        click = QTest.mouseDClick if self._chance.random() < 0.1 else QTest.mouseClick
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

    def _scrub(self, _: QWidget) -> str:
        timeline = self._window.timeline
        if QApplication.activeModalWidget() is not None or not timeline.isVisible():
            return "nothing"
        kind = self._chance.choice(("drag", "drag", "key", "key", "live"))
        if kind == "drag":
            QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=self._point(timeline))
            for _ in range(self._chance.randrange(8)):
                QTest.mouseMove(timeline, self._point(timeline))
                QTest.qWait(1)
            QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=self._point(timeline))
        elif kind == "key":
            key = self._chance.choice(SCRUB_KEYS)
            QTest.keyClick(timeline, key, self._chance.choice(MODIFIERS[:6]))
            return f"{key.name} on the timeline"
        else:
            self._window.composition.dispatcher.issue(ReturnToLive())
        return f"scrub: {kind}"

    def _run(self, _: QWidget) -> str:
        issue = self._window.composition.dispatcher.issue
        # Most of them are not there.
        number = self._chance.randrange(6)
        command = self._chance.choice((commands.BranchHere(), commands.ShowRun(number), commands.Rewind()))
        issue(command)
        return str(command)

    def _file(self, _: QWidget) -> str:
        path = self.folder / self._chance.choice(NAMES)
        issue = self._window.composition.dispatcher.issue
        kind = self._chance.choice(("save", "save", "open", "drop", "damage"))
        if kind == "save":
            issue(commands.SaveFile(str(path)))
        elif kind == "open":
            issue(commands.OpenFile(str(path)))
        elif kind == "drop":
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(path))])
            at, none = QPointF(self._point(self._window)), Qt.KeyboardModifier.NoModifier
            event = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
            QApplication.sendEvent(self._window, event)
        elif path.is_file():
            content = bytearray(path.read_bytes())
            content[self._chance.randrange(len(content))] ^= 1 << self._chance.randrange(8)
            path.write_bytes(content)
        return f"{kind} {path.name}"

    def _trigger(self, widget: QWidget) -> str:
        actions = [
            action
            for action in self._window.actions()
            if action.isEnabled() and action.objectName() not in ("action_quit", "action_copy_picture")
        ]
        action = self._chance.choice(actions)
        action.trigger()
        return f"triggered {action.objectName()}"


def close_popup() -> None:
    """Close the menu or list that is open, as Esc does."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Every exception that nobody has caught, and every message of Qt, while it lasts."""
    heard: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        heard.append("".join(traceback.format_exception(kind, error, trace)))

    def listen(_kind: Any, _context: Any, text: str) -> None:
        if not text.startswith(NOT_OURS):
            heard.append(f"Qt: {text}")

    before, sys.excepthook = sys.excepthook, hook
    previous = qInstallMessageHandler(listen)
    try:
        yield heard
    finally:
        sys.excepthook = before
        qInstallMessageHandler(previous)


def run_events(count: int, seed: int, folder: Path, say: Callable[[str], None] = lambda _: None) -> list[str]:
    """Do so many random things to a new window; what was complained about, each with the last things done."""
    wrong: list[str] = []
    done: deque[str] = deque(maxlen=12)
    with complaints() as heard:
        window = MainWindow(Settings.in_memory(), engine=local_engine())
        window.composition.engine.failed.connect(heard.append)
        window.resize(1280, 800)
        window.show()
        QTest.qWait(200)
        cat = Cat(window, seed, folder)
        # Qt's own menus wait in an event loop of theirs until they are closed.
        closing = QTimer(interval=POPUP_MS)
        closing.timeout.connect(close_popup)
        closing.start()
        for number in range(count):
            begun_s = process_time()
            done.append(cat.act())
            QTest.qWait(1 if number % 10 else 20)
            if (took_s := process_time() - begun_s) > LONGEST_S:
                heard.append(f"it took {took_s:.1f} s\n")
            if heard:
                wrong.append(f"event {number}: {heard[0]}    after: {' | '.join(done)}")
                say(wrong[-1])
                heard.clear()
            if (number + 1) % 1000 == 0:
                say(f"{number + 1} events, {len(wrong)} complaints")
        closing.stop()
        for widget in QApplication.topLevelWidgets():
            if widget is not window and widget.isVisible():
                widget.close()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, 0)
        QTest.qWait(20)
        wrong += [f"at the end: {text}" for text in heard]
    return wrong


def main() -> int:
    """Print each complaint; 1 when there was one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        wrong = run_events(options.count, options.seed, Path(folder), lambda line: print(line, flush=True))
    print(f"{options.count} events, {len(wrong)} complaints")
    del app
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

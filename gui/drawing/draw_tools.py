"""The tools below the canvas: pen, eraser, undo, clear; keep the drawing, and see what was kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QToolButton, QWidget
from shiboken6 import isValid

from gui.drawing.drawing_state import ShowStrokes
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button, with_key
from gui.widgets.layouts import beside
from gui.widgets.translated import Translated
from gui.widgets.undoable import Undoable

_OF_CANVAS, _OF_SET = ("pen", "eraser", "undo", "clear"), ("keep", "own")


class DrawTools(Translated, QWidget):
    """A row of buttons; passive but for undo.

    Parameters
    ----------
    undo_stack : QUndoStack
        Its newest step is undone here where that is a stroke.
    """

    eraser_wanted = Signal(bool)
    """The eraser is taken (True) or the pen."""
    clear_wanted = Signal()
    keep_wanted = Signal()
    """The drawing is to be kept in the own test set."""
    own_set_wanted = Signal()
    """That set is to be seen."""
    undone = Signal()
    """A step was taken back by its button."""

    def __init__(self, undo_stack: QUndoStack) -> None:
        super().__init__()
        self.setObjectName("draw_tools")
        self._undo_stack = undo_stack
        self._theme = Theme()
        self._kept = ""
        self._keys = {name: "" for name in _OF_SET}
        self._buttons = {name: QToolButton() for name in (*_OF_CANVAS, *_OF_SET)}
        for name, button in self._buttons.items():
            tab_button(button, f"tool_{name}")
            button.setStyleSheet("padding: 0; min-width: 0;")  # the icon needs the room
        for name in ("pen", "eraser"):
            self._buttons[name].setCheckable(True)
            self._buttons[name].clicked.connect(
                lambda _=False, n=name: self.eraser_wanted.emit(n == "eraser")
            )
        self._buttons["undo"].clicked.connect(undo_stack.undo)
        self._buttons["undo"].clicked.connect(self.undone)
        for name, wanted in (
            ("clear", self.clear_wanted),
            ("keep", self.keep_wanted),
            ("own", self.own_set_wanted),
        ):
            self._buttons[name].clicked.connect(wanted)
        of_canvas, of_set = ([self._buttons[name] for name in names] for names in (_OF_CANVAS, _OF_SET))
        self._row = beside(self, *of_canvas, None, *of_set)
        undo_stack.indexChanged.connect(self._show_undo)
        self.show_eraser(False)
        self._show_undo()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's icons and sizes."""
        self._theme = theme
        self._row.setSpacing(theme.margin(4))
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))

    def fit(self, width: int) -> None:
        """Each as large as the type asks for, where all of them fit beside each other in so many px."""
        gaps = len(self._buttons) * self._row.spacing()
        side = max(24, min(round(self._theme.px(30)), (width - gaps) // len(self._buttons)))
        for button in self._buttons.values():
            button.setFixedSize(side, max(24, round(side * 28 / 30)))
            button.setIconSize(QSize(round(0.6 * side), round(0.6 * side)))

    def show_eraser(self, eraser: bool) -> None:
        """Whether the eraser is taken, or the pen."""
        self._buttons["pen"].setChecked(not eraser)
        self._buttons["eraser"].setChecked(eraser)

    def show_kept(self, words: str) -> None:
        """What there is in the own test set, and how the network does on it; "" where there is nothing."""
        if words != self._kept:
            self._kept = words
            self._retranslate()

    def show_keys(self, keep: str, own: str) -> None:
        """Name in the tips the keys that do the same."""
        self._keys = {"keep": keep, "own": own}
        self._retranslate()

    def _show_undo(self) -> None:
        """Undo is for strokes here; what else the stack holds is undone elsewhere."""
        stack = self._undo_stack
        if not isValid(stack):  # it emits at its own end, too
            return
        last = stack.command(stack.index() - 1) if stack.index() else None
        is_stroke = isinstance(last, Undoable) and isinstance(last.make, ShowStrokes)
        self._buttons["undo"].setEnabled(is_stroke)

    def _retranslate(self) -> None:
        own = self._kept or self.tr("The drawings and images that you have kept: none yet")
        for name, what, tip in (
            ("pen", self.tr("Pen"), self.tr("Draw")),
            ("eraser", self.tr("Eraser"), self.tr("Erase what the pointer passes over")),
            ("undo", self.tr("Undo"), self.tr("Take back the last stroke or erasure")),
            ("clear", self.tr("Clear"), self.tr("Remove the whole drawing")),
            ("keep", self.tr("Keep the drawing"), self.tr("Keep the drawing in your own test set")),
            ("own", self.tr("Own test set"), own),
        ):
            self._buttons[name].setAccessibleName(what)
            self._buttons[name].setToolTip(with_key(tip, self._keys.get(name, "")))
        self._buttons["own"].setAccessibleDescription(self._kept)

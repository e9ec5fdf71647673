"""What each drawing on the canvas was meant to be: undo brings it back together with the drawing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gui.drawing.digit_canvas import DigitCanvas
from gui.drawing.drawing_state import ShowStrokes
from gui.drawing.intended_label_row import IntendedLabelRow
from gui.widgets.translated import Words


class IntendedLabels(QObject):
    """Follows the canvas: what was meant stays with a drawing that is drawn on, and with no other.

    A drawing that was there before has what it was meant to be then; a new one has nothing until that is said.
    """

    changed = Signal(object)
    """The drawing is another one: the class (an int) that this one is meant to be; None where that was not said."""

    def __init__(self, canvas: DigitCanvas, row: IntendedLabelRow) -> None:
        super().__init__(canvas)
        self._canvas, self._row = canvas, row
        self._label: int | None = None
        # Of a paste under way: it is known before the drawing is there.
        self._pasted: int | None = None
        self._was_strokes = False
        self._is_unread = False
        # By what tells drawings apart, which undo leaves as they are; held here, so that no other takes their place.
        self._known: dict[tuple[int, int], tuple[ShowStrokes, int | None]] = {}
        row.intended_label_changed.connect(self._keep)
        canvas.strokes_changed.connect(self._follow)

    def show(self, label: int | None) -> None:
        """The drawing that is there is meant to be this class; nothing is emitted."""
        self._row.show_intended_label(label)
        self._keep(label)

    def paste(self, ink: NDArray[np.uint8], label: int | None, words: Words) -> None:
        """Put this (16, 16) ink, meant to be that class, in place of the drawing; `words` name the step of undo."""
        self._pasted = label
        self._canvas.paste(ink, words)
        self._pasted = None

    def forget(self) -> None:
        """The classes are others now: nothing that was said is true of them."""
        self._known.clear()
        self.show(None)

    def take_change(self) -> bool:
        """Whether it has changed with the drawing since this was asked last."""
        is_unread, self._is_unread = self._is_unread, False
        return is_unread

    def _keep(self, label: int | None) -> None:
        canvas, shown = self._canvas, self._canvas.shown
        self._label = label
        self._was_strokes = not canvas.is_blank and canvas.ink is None
        if not canvas.is_drawing and not canvas.is_blank:
            self._known[id(shown.strokes), id(shown.ink)] = shown, label

    def _follow(self) -> None:
        canvas, shown = self._canvas, self._canvas.shown
        is_strokes = not canvas.is_blank and canvas.ink is None
        label = self._label
        if canvas.is_blank:
            label = None
        elif not (is_strokes and self._was_strokes):
            known = None if canvas.is_drawing else self._known.get((id(shown.strokes), id(shown.ink)))
            label = self._pasted if known is None else known[1]
        is_other = label != self._label
        self._keep(label)
        if is_other:
            self._is_unread = True
            self._row.show_intended_label(label)
            self.changed.emit(label)

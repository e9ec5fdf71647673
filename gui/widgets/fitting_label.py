"""A line of statements; without room for all the least important are left out, and the last one is cut at a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.widgets.qt_overrides import ReportsExceptions

SEPARATOR = "  ·  "
MOST = 1_000
Statement = tuple[int, str]
"""How important it is, and its text."""


class FittingLabel(ReportsExceptions, QLabel):
    """Asks for the width of its most important statement alone: a longer line must not push other parts about.

    `cut` shortens what is left when that has no room: `cut_at_word`, or `cut_in_middle` for a name.
    """

    room_changed = Signal()
    """Another number of its statements has room."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        cut: Callable[[str, QFontMetrics, int], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._cut = cut_at_word if cut is None else cut
        self.setObjectName(name)
        self._statements: tuple[Statement, ...] = ()
        self.fitting, self._most = 0, MOST
        """How many of its statements have room, the most important first."""
        # Else a label with padding begins half a letter later than its contents do, and its end is cut off.
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Preferred)

    def show_statements(self, statements: Sequence[Statement]) -> None:
        """Show these, in this order; where some have no room, all of them are its description and its tooltip."""
        if tuple(statements) != self._statements:
            self._statements = tuple(statements)
            self.updateGeometry()
        self._fit()

    def show_at_most(self, count: int | None) -> None:
        """No more than so many of them, also where there is room; None for as many as there is room for."""
        most = MOST if count is None else count
        if most != self._most:
            self._most = most
            self._fit()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        # Of equally important ones the first stays to the last.
        key = max(self._statements, key=lambda statement: statement[0], default=(0, ""))[1]
        return QSize(self.width_of(key), super().minimumSizeHint().height())

    def width_of(self, text: str) -> int:
        """The width that it takes to show this text, in px; 0 for none."""
        margins = self.contentsMargins()
        return (
            self.fontMetrics().horizontalAdvance(text) + margins.left() + margins.right() + 1 if text else 0
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def whole(self) -> str:
        """All of its statements, also those that are left out."""
        return SEPARATOR.join(text for _, text in self._statements)

    def _fit(self) -> None:
        left, metrics, whole = list(self._statements), self.fontMetrics(), self.whole
        while len(left) > 1:
            line = SEPARATOR.join(text for _, text in left)
            if metrics.horizontalAdvance(line) <= self.contentsRect().width():
                break
            _leave_one_out(left)
        before, self.fitting = self.fitting, len(left)
        while len(left) > max(1, self._most):
            _leave_one_out(left)
        line = SEPARATOR.join(text for _, text in left)
        room = self.contentsRect().width()
        fits = metrics.horizontalAdvance(line) <= room
        shown = line if fits else self._cut(line, metrics, room)
        self.setText(shown)
        self.setToolTip("" if shown == whole else whole)
        self.setAccessibleDescription("" if shown == whole else whole)
        if self.fitting != before:
            self.room_changed.emit()


def _leave_one_out(statements: list[Statement]) -> None:
    """Of equally important ones the last goes first."""
    statements.remove(min(reversed(statements), key=lambda statement: statement[0]))


def cut_at_word(line: str, metrics: QFontMetrics, room: int) -> str:
    """As many whole words as there is room for, and "…"; a part of the first where there is none for it."""
    words = line.split(" ")
    for count in range(len(words) - 1, 0, -1):
        cut = " ".join(words[:count]).rstrip(" ·,;:") + "…"
        if metrics.horizontalAdvance(cut) <= room:
            return cut
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)


def cut_in_middle(line: str, metrics: QFontMetrics, room: int) -> str:
    """Both ends of it: names of runs often begin the same, and differ at their ends."""
    return metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room)

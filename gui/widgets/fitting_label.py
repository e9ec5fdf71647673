"""A line of statements; without room for all the least important are left out, and the last one ends in "…"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.widgets.qt_overrides import ReportsExceptions

SEPARATOR = "  ·  "
Statement = tuple[int, str]
"""How important it is, and its text."""


class FittingLabel(ReportsExceptions, QLabel):
    """Asks for no width of its own: a longer line must not push the window's other parts about."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._statements: tuple[Statement, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_statements(self, statements: Sequence[Statement]) -> None:
        """Show these, in this order; all of them are heard by who listens to the line, and are in its tooltip."""
        if tuple(statements) != self._statements:
            self._statements = tuple(statements)
            self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        # Of all statements: of those that are shown it would never get the room of the others back.
        missing = self.fontMetrics().horizontalAdvance(self._whole) - self.fontMetrics().horizontalAdvance(
            self.text()
        )
        return super().sizeHint() + QSize(max(0, missing), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _whole(self) -> str:
        return SEPARATOR.join(text for _, text in self._statements)

    def _fit(self) -> None:
        left, metrics, whole = list(self._statements), self.fontMetrics(), self._whole
        while len(left) > 1:
            line = SEPARATOR.join(text for _, text in left)
            if metrics.horizontalAdvance(line) <= self.contentsRect().width():
                break
            # Of equally important ones the last goes first.
            left.remove(min(reversed(left), key=lambda statement: statement[0]))
        line = SEPARATOR.join(text for _, text in left)
        room = self.contentsRect().width()
        fits = metrics.horizontalAdvance(line) <= room
        shown = line if fits else metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == whole else whole)
        self.setAccessibleDescription(whole)

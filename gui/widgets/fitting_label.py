"""A line of several statements; where there is no room for all of them, the least important ones are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
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
        self._statements = tuple(statements)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left, metrics = list(self._statements), self.fontMetrics()
        whole = SEPARATOR.join(text for _, text in left)
        while len(left) > 1:
            line = SEPARATOR.join(text for _, text in left)
            if metrics.horizontalAdvance(line) <= self.contentsRect().width():
                break
            # Of equally important ones the last goes first.
            left.remove(min(reversed(left), key=lambda statement: statement[0]))
        self.setText(SEPARATOR.join(text for _, text in left))
        self.setToolTip("" if len(left) == len(self._statements) else whole)
        self.setAccessibleDescription(whole)

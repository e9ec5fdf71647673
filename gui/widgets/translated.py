"""A widget whose texts follow the language in force."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from gui.widgets.qt_overrides import ReportsExceptions


class Translated(ReportsExceptions):
    """Stands before the Qt class among the bases; `_retranslate` is called when the language has changed."""

    __slots__ = ()

    def changeEvent(self, event: QEvent) -> None:
        """Qt sends this to every widget when a translation is installed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)  # type: ignore[misc]

    def _retranslate(self) -> None:
        """Write every text in the language in force."""

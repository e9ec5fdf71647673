"""Texts that follow the language in force, and widgets that have such."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent

from gui.widgets.qt_overrides import ReportsExceptions

Words = str | Callable[[], str]
"""A text, or what makes it in the language in force: for what stays on screen when the language changes."""


def text_of(words: Words) -> str:
    """The text in the language in force."""
    return words if isinstance(words, str) else words()


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

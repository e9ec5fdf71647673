"""Work that is not kept for the case that the app ends unexpectedly: said for as long as it is so."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core.engine.messages import KeepingChanged
from gui.app.message_bar import MessageBar
from gui.engine.client import EngineClient
from gui.widgets.file_names import short_path
from gui.widgets.system_reason import system_reason


class KeepingPresenter(QObject):
    """One concern: nobody relies on what can't be written.

    It is said at once, unless something stands there that has to be read or answered first; and again where other news
    has taken its place, until somebody closes it, or all is kept again.
    """

    def __init__(self, messages: MessageBar, engine: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._failing: KeepingChanged | None = None
        self._is_closed = False
        engine.keeping_changed.connect(self.show_changed)
        # Another engine tells it anew.
        engine.recovered.connect(lambda _: self._withdraw())
        engine.lost.connect(lambda _: self._withdraw())
        # Later: the button that has closed a message may have news of its own, and these come first.
        messages.freed.connect(self._on_freed)

    def show_changed(self, changed: KeepingChanged) -> None:
        """It can't be written, for another reason perhaps, or all of it can again."""
        if changed.code == "not_removed":
            self._show_not_removed(changed)
            return
        self._withdraw()
        if changed.code:
            self._failing = changed
            if not self._messages.is_pressing:
                self._say()

    def _withdraw(self) -> None:
        self._failing, self._is_closed = None, False
        self._messages.withdraw(self._words)

    def _on_freed(self) -> None:
        # Closed by its own button: it has been read.
        self._is_closed |= self._failing is not None and self._messages.has_said_last(self._words)
        QTimer.singleShot(0, self, self._say_again)

    def _say_again(self) -> None:
        if self._failing is not None and not (self._is_closed or self._messages.text):
            self._say()

    def _say(self) -> None:
        self._messages.show_message(self._words, "error", lasting=True)

    def _words(self) -> str:
        failing = self._failing
        if failing is None:
            return ""
        if failing.code == "no_space":
            text = self.tr(
                "Your work is not kept in case Backlight ends unexpectedly: there is no space left in {folder}. Make"
                " room there, or save the session elsewhere."
            )
        else:
            text = self.tr(
                "Your work is not kept in case Backlight ends unexpectedly: nothing can be written in {folder}"
                " ({reason}). Save the session elsewhere."
            )
        return text.format(folder=short_path(failing.folder), reason=system_reason(failing.reason))

    def _show_not_removed(self, changed: KeepingChanged) -> None:
        def words() -> str:
            return self.tr(
                "What was kept of an earlier run could not be removed from {folder} ({reason}): should Backlight end"
                " unexpectedly, it comes back."
            ).format(folder=short_path(changed.folder), reason=system_reason(changed.reason))

        if not self._messages.is_pressing:
            self._messages.show_message(words, lasting=True)

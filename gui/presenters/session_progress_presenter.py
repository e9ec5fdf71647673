"""How far saving or opening a large session is, in the strip of news, with a way to stop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.engine.commands import CancelSession, OpenSession, SaveSession
from core.engine.messages import SessionCancelled, SessionProgress
from gui.app.message_bar import MessageBar
from gui.engine.client import EngineClient

# Whoever waits for so long wonders what for.
SILENT_MS = 2000


class SessionProgressPresenter(QObject):
    """One concern: what takes so long that somebody would wonder; a small session is saved before anything is said.

    The engine tells how far it is; where it tells nothing, that is what is waited for.
    """

    left = Signal(bool)
    """It was cancelled, or the engine has ended in the middle: it is not saved, where True, or not opened."""

    def __init__(self, messages: MessageBar, engine: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages, self._engine = messages, engine
        self._under_way: SessionProgress | None = None
        # What the engine was asked for, until it has begun.
        self._asked: SessionProgress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SILENT_MS)
        self._timer.timeout.connect(self._say)
        self._is_shown = self._is_running = False
        engine.running_changed.connect(self._on_running_changed)
        engine.session_progress.connect(self.show_progress)
        for ended in (engine.session_saved, engine.session_opened, engine.session_refused):
            ended.connect(self._on_ended)
        engine.session_cancelled.connect(self.show_cancelled)
        engine.recovered.connect(self._on_recovered)
        engine.lost.connect(self._on_engine_ended)

    def expect(self, path: str, is_saving: bool) -> None:
        """The engine is asked to save or to open this."""
        self._asked = SessionProgress(path, is_saving, 0.0)
        self._timer.start()

    def show_progress(self, progress: SessionProgress) -> None:
        """So much of it is done."""
        self._under_way, self._asked = progress, None
        if progress.share == 0:
            self._is_shown = False
            if self._messages.is_saying(self._words):
                # It has begun: it is that which is waited for now.
                self._say()
            return
        if not self._is_shown:
            self._is_shown = True
            self._timer.stop()
            self._say()
        self._messages.show_share(self._words, progress.share)

    def show_cancelled(self, cancelled: SessionCancelled) -> None:
        """It was stopped; the file and all runs are as they were."""
        self._on_ended()
        name = Path(cancelled.path).name

        def words() -> str:
            if cancelled.is_saving:
                text = self.tr("{name} was not saved: what is in the file, if there is one, is as it was.")
            else:
                text = self.tr("{name} was not opened: everything is as it was.")
            return text.format(name=name)

        self.left.emit(cancelled.is_saving)
        self._messages.show_message(words)

    # --- parts

    def _say(self) -> None:
        cancel = (lambda: self.tr("Cancel"), lambda: self._engine.send(CancelSession()))
        self._messages.show_message(self._words, actions=[cancel], lasting=True)

    def _words(self) -> str:
        progress = self._under_way or self._asked
        if progress is None:
            return ""
        if self._under_way is None and progress.is_saving:
            text = self.tr("Saving {name}… waits for the training’s process, which has not answered yet.")
        elif self._under_way is None:
            text = self.tr("Opening {name}… waits for the training’s process, which has not answered yet.")
        elif not progress.is_saving:
            text = self.tr("Opening {name}…")
        elif self._is_running:
            text = self.tr("Saving {name}… The training waits meanwhile.")
        else:
            text = self.tr("Saving {name}…")
        return text.format(name=Path(progress.path).name)

    def _on_running_changed(self, running: bool) -> None:
        self._is_running = running

    def _on_ended(self) -> None:
        self._timer.stop()
        self._messages.withdraw(self._words)
        self._under_way = self._asked = None

    def _on_engine_ended(self) -> SessionProgress | None:
        """What was under way then, or asked for: the next engine is not asked for it."""
        progress = self._under_way or self._asked
        if progress is not None:
            self._on_ended()
            self.left.emit(progress.is_saving)
        return progress

    def _on_recovered(self) -> None:
        is_left_out = any(isinstance(wish, (SaveSession, OpenSession)) for wish in self._engine.left_out)
        if self._asked is not None and not is_left_out:
            # The engine that goes on is asked again.
            return
        progress = self._on_engine_ended()
        if progress is None:
            return

        def words() -> str:
            if progress.is_saving:
                # It may have ended between the last byte and its answer.
                text = self.tr(
                    "{name} may not have been saved: the training’s process has ended meanwhile. Save it again."
                )
            else:
                text = self.tr("{name} was not opened: the training’s process has ended meanwhile.")
            return text.format(name=Path(progress.path).name)

        self._messages.show_message(words, "error")

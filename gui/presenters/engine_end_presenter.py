"""What is said and done when the training's process has ended: another goes on, or there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.engine.messages import Recovered, RunInfo
from gui.presenters.run_rows import RunRows
from gui.presenters.run_words import what_was_recovered
from gui.widgets.translated import Words
from gui.widgets.undoable import withdraw_step

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class EngineEndPresenter(QObject):
    """One concern: an engine that has ended without being asked to."""

    def __init__(self, parts: Composition, rows: RunRows) -> None:
        super().__init__(parts)
        self._parts, self._rows = parts, rows
        self._lost_words: Words = ""
        self._recovered: tuple[int, Words] = -1, ""
        parts.engine.recovered.connect(self.show_recovered)
        parts.engine.lost.connect(self.show_lost)
        parts.engine.run_changed.connect(self.show_run)

    def show_recovered(self, recovered: Recovered) -> None:
        """Another engine goes on from what was saved: what came after is lost, and it is said."""
        parts = self._parts
        parts.network.leave_walkthrough()
        parts.steps.show_engine_ended()
        # A run that has lost nothing keeps all that is known of it.
        lost = [(run, update) for run, update in recovered.others if self._rows.live.get(run) != update]
        gone_back = [(recovered.run, recovered.update), *lost]
        for run, update in gone_back:
            parts.loss.go_back(run, update)
            parts.events.forget(run)
        parts.time.show_recovered(gone_back)
        is_all = not parts.engine.left_out
        for command in reversed(parts.engine.left_out):
            withdraw_step(parts.window.undo_stack, command)

        def words() -> str:
            return what_was_recovered(recovered, is_all)

        self._recovered = recovered.run, words
        parts.window.message_bar.show_message(words, "error", [])
        parts.store.update(is_lost=False)
        parts.film.play_on(recovered)

    def show_run(self, info: RunInfo) -> None:
        """Another run is on screen: the update that another engine goes on from is none of its own."""
        run, words = self._recovered
        if info.run != run:
            self._parts.window.message_bar.withdraw(words)

    def show_lost(self, how: str) -> None:
        """There is no engine any more; `how` is how the last one ended. What was under way does not come."""
        parts = self._parts
        parts.network.leave_walkthrough()
        parts.steps.show_engine_ended()
        parts.time.stand_at_picture()

        def words() -> str:
            return self.tr(
                "The training’s process ends again and again ({how}), so nothing can be trained now."
            ).format(how=how)

        self._lost_words = words
        parts.store.update(is_lost=True)
        self._offer_retry(words)

    def say_lost(self, words: Words) -> None:
        """Say why nothing comes of a wish, in these words, with the way out.

        Where the end itself is still on screen, that is said once more: it has the reason as well.
        """
        is_said = self._parts.window.message_bar.is_saying(self._lost_words)
        self._offer_retry(self._lost_words if is_said else words)

    def _offer_retry(self, words: Words) -> None:
        retry = (lambda: self.tr("Retry"), self._try_again)
        self._parts.window.message_bar.show_message(words, "error", [retry], lasting=True)

    def run_or_try_again(self) -> None:
        """Run or pause; while there is no engine, start another: the message that offers it may have been closed."""
        parts = self._parts
        if parts.store.state.is_lost:
            parts.window.message_bar.withdraw(self._lost_words)
            self._try_again()
        else:
            parts.time.return_to_live()
            parts.transport.toggle_running()

    def _try_again(self) -> None:
        parts = self._parts
        parts.store.update(is_lost=False)
        parts.engine.try_again()

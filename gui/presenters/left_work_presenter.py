"""What another window has left that was killed: offered, opened, or deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject, QTimer

from core.engine.autosave import Autosave
from core.engine.commands import OpenAutosave
from core.engine.messages import SessionOpened
from gui.app.message_bar import MessageBar
from gui.engine.autosave_folder import LeftWork, left_work
from gui.engine.client import EngineClient
from gui.presenters.run_presenter import RunPresenter
from gui.widgets.file_names import short_name
from gui.widgets.number_text import total_text
from gui.widgets.sentence_text import sentences
from gui.widgets.translated import Words


class LeftWorkPresenter(QObject):
    """One concern: nothing is lost that was not deleted by somebody.

    Where other news takes the place of the offer it is made again, until it is answered or closed.
    """

    def __init__(
        self,
        messages: MessageBar,
        engine: EngineClient,
        runs: RunPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages, self._engine, self._runs = messages, engine, runs
        self._left: list[LeftWork] = []
        self._deleted: list[LeftWork] = []
        # What is offered, until somebody has answered.
        self._offer: Words = ""
        self.refuses: Callable[[object], bool] = lambda _: False
        """Whether there is no engine for this command; said then."""
        # Later: the button that has closed a message may have news of its own, and these come first.
        messages.freed.connect(self._on_freed)

    def look(self) -> bool:
        """Look for what was left; whether there is any."""
        if not self._left:
            self._left = left_work()
        return bool(self._left)

    def find(self) -> None:
        """Look for what was left, and offer what was saved last."""
        self.look()
        self.offer()

    def offer(self) -> None:
        """Offer what was saved last, if anything is there."""
        if not self._left:
            self._messages.show_message(lambda: self.tr("No unsaved work was left by another window."))
            return
        work = self._left[0]
        self._offer = lambda: self._words(work)
        actions = [
            (lambda: self.tr("Open it"), lambda: self._open(work)),
            (lambda: self.tr("Delete it"), lambda: self._delete(work)),
        ]
        self._messages.show_message(self._offer, actions=actions, lasting=True)

    def _on_freed(self) -> None:
        if self._messages.has_said_last(self._offer):
            # Answered, or closed by its own button: it has been read.
            self._offer = ""
        QTimer.singleShot(0, self, self._offer_again)

    def _offer_again(self) -> None:
        if self._offer and self._left and not self._messages.text:
            self.offer()

    def take(self, message: SessionOpened) -> LeftWork | None:
        """Whose work was opened; it is let go of where it lies, for it is saved in this window's folder by now."""
        work = next((left for left in self._left if left.folder.path() == message.path), None)
        if work is not None and Autosave(Path(self._engine.folder)).shown() is not None:
            self._left.remove(work)
            work.folder.remove()
        if work is not None and any(info.update for info in message.runs):
            self._messages.show_message(
                lambda: self.tr(
                    "Opened as it stood. Of its states only the first and the last one are kept, so earlier updates are"
                    " made again from the first one: that may take a while."
                )
            )
        return work

    def stop(self) -> None:
        """Leave what nobody has wanted to the next start, and let go of what was deleted."""
        for work in self._left:
            work.folder.leave()
        for work in self._deleted:
            work.folder.remove()
        self._left, self._deleted, self._offer = [], [], ""

    def _open(self, work: LeftWork) -> None:
        command = OpenAutosave(work.folder.path(), self._runs.kept.next_number)
        if self.refuses(command):
            self._offer = lambda: self._words(work)
        else:
            self._engine.send(command)

    def _delete(self, work: LeftWork) -> None:
        # It is there until the window is closed: a button is easily hit.
        self._left.remove(work)
        self._deleted.append(work)
        undo = (lambda: self.tr("Undo"), lambda: self._restore(work))
        self._messages.show_message(
            lambda: self.tr("Update {update} will not be offered again.").format(
                update=f"{work.shown.update:,}"
            ),
            actions=[undo],
        )

    def _restore(self, work: LeftWork) -> None:
        self._deleted.remove(work)
        self._left.insert(0, work)
        self.offer()

    def _words(self, work: LeftWork) -> str:
        date = QDateTime.fromSecsSinceEpoch(int(work.saved_s)).toString("yyyy-MM-dd HH:mm")
        exact, update = work.shown.exact, work.shown.update
        if exact is None:
            text = self.tr("Work that was not saved, of {date}: update {update}.")
        elif exact.update == update:
            text = self.tr("Work that was not saved, of {date}: update {update}, L = {total}.")
        else:
            text = self.tr("Work that was not saved, of {date}: update {update}, L = {total} at {exact}.")
        text = text.format(
            date=date,
            update=f"{update:,}",
            total="" if exact is None else total_text(exact.train_total),
            exact="" if exact is None else f"{exact.update:,}",
        )
        others = work.shown.all_runs
        if others is not None and others.runs > 1:
            # That on screen may be the least of them.
            more = self.tr("In it are {runs} runs with {updates} updates; the longest has {largest}.")
            more = more.format(
                runs=f"{others.runs:,}", updates=f"{others.updates:,}", largest=f"{others.largest:,}"
            )
            text = sentences((text, more))
        file = work.file
        if file is None:
            return text
        # It may be gone by now, or another window may have saved it since: what is known is noted beside the work.
        if file.total is None:
            more = self.tr("Its file {name} had update {update} when that window last saved or opened it.")
        else:
            more = self.tr(
                "Its file {name} had update {update}, L = {total}, when that window last saved or opened it."
            )
        total = "" if file.total is None else total_text(file.total)
        more = more.format(name=short_name(file.path), update=f"{file.update:,}", total=total)
        return sentences((text, more))

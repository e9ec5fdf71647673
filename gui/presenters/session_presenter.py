"""The session's file: new, open, save; whether all of it is saved, and the question before work would be lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from core.engine.commands import NewSession, OpenSession, SaveSession
from core.engine.messages import RunInfo, SessionOpened, SessionProgress, SessionRefused, SessionSaved
from core.engine.snapshot import Snapshot
from core.exchange.weights_reader import looks_like_weights
from core.nn.architecture import Architecture
from core.session.file import SUFFIX, looks_like_session
from core.training.config import TrainingConfig
from gui.app.background_task import BackgroundTask
from gui.app.message_bar import MessageAction
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.engine.autosave_folder import FileNote, LeftWork
from gui.engine.client import EngineClient
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.run_presenter import RunPresenter
from gui.presenters.window_keeper import WindowKeeper
from gui.session.session_text import session_refusal_text
from gui.session.unsaved_changes import UnsavedChanges
from gui.session.unsaved_dialog import UnsavedDialog
from gui.theme.file_dialog import wear_on_files
from gui.theme.worn_sheet import wear
from gui.widgets.file_names import short_name, short_path

MOST_RECENT = 8


class SessionPresenter(QObject):
    """One concern: which file the runs of this window are in.

    Attributes
    ----------
    path : str
        The file; "" before there is one.
    """

    opened = Signal(object)
    """Other runs have taken the place of all before: the `SessionOpened`."""

    asked = Signal(str, bool)
    """The engine is asked for this file: to save it where True, else to open it."""

    saved = Signal(str)
    refused = Signal(str)
    """Why it could not be opened or saved, in a sentence."""

    remembered = Signal(list)
    """The sessions that were opened or saved last."""

    weights_wanted = Signal(str)
    data_wanted = Signal(str)
    """What was to be opened is no session: it is a file of weights, or perhaps it is data."""
    file_wanted = Signal(str)
    """A file was chosen, and is to be opened."""

    def __init__(
        self,
        window: WindowFrame,
        engine: EngineClient,
        runs: RunPresenter,
        loss: LossPresenter,
        keeper: WindowKeeper,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._engine, self._settings = window, engine, settings
        self._runs, self._loss, self._keeper = runs, loss, keeper
        self.path = self._name = ""
        self._is_left = False
        self._changes = UnsavedChanges()
        self._is_saving = False
        self._then: Callable[[], object] | None = None
        self._is_leaving = self._keeps_work = False
        self.refuses: Callable[[], bool] = lambda: False
        """Whether nothing can be saved, as there is no training; asked before, and said then."""
        self.looker = BackgroundTask("session", self)
        self.looker.succeeded.connect(self._on_looked)
        window.may_close = self.may_close
        self._show_title()

    # --- what is known of it

    @property
    def is_modified(self) -> bool:
        """Whether something was done since it was opened or saved last."""
        return self._changes.are_there

    @property
    def leaves_work(self) -> bool:
        """Whether the window goes without having been closed, and there is work to be left to the next start."""
        return self._keeps_work and self.is_modified and self._engine.autosave_folder.is_found_again

    def show_run(self, info: RunInfo) -> None:
        """Another run, or other settings of the same."""
        was_modified = self.is_modified
        if not self._changes.knows_a_run:
            self._note_file(info.update)
        self._changes.show_run(info)
        self._show_modified(was_modified)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The run on screen stands here."""
        was_modified = self.is_modified
        self._changes.show_snapshot(snapshot)
        self._show_modified(was_modified)

    # --- what the user wants

    def new(self) -> None:
        """Begin anew, as the app does."""
        begin = NewSession(self._runs.kept.next_number, Architecture.dense(), TrainingConfig())
        self._before_losing(lambda: self._engine.send(begin))

    def open(self, path: str = "") -> None:
        """Open this file, a session or data; without a path, ask for one."""
        if path:
            # On a thread of its own: the disk may not answer.
            self.looker.start(lambda _job: (path, _kind_of(path)))
            return
        dialog = self._file_dialog(self.tr("Open"), self.file_wanted.emit)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def open_session(self, path: str) -> None:
        """Open this file, which is to be a session."""
        self._before_losing(partial(self._send_opening, path))

    def _send_opening(self, path: str) -> None:
        self._engine.send(OpenSession(path, self._runs.kept.next_number))
        self.asked.emit(path, False)

    def save(self, path: str = "", replaces: bool = False) -> None:
        """Save it in this file, or in its own; where it has none, ask for one.

        What another window has saved in its own file since is only replaced where that was asked for.
        """
        path = path or self.path
        if self.refuses():
            # What was to follow would leave work behind that is in no file.
            self.forget_what_follows()
        elif path:
            self._changes.ask_for_saving()
            with_data = self._settings.data_in_session
            # Who closes the window meanwhile is not asked again whether it is to be saved.
            self._is_saving = True
            self._engine.send(SaveSession(path, self._keeper.state(), with_data, replaces))
            self.asked.emit(path, True)
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask where it is to be saved."""
        dialog = self._file_dialog(self.tr("Save as"), self.save)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(self._name or self.tr("training") + SUFFIX)
        dialog.rejected.connect(self.forget_what_follows)
        dialog.open()

    def may_close(self) -> bool:
        """Whether the window may be closed now; where work would be lost it is asked first, and closed then."""
        if self._is_saving and self._then != self._close and not self._keeps_work:
            # It is asked again then; whoever does not want to wait closes it once more.
            self._then = self._close
            return False
        if self._keeps_work or self._is_leaving or not self._asks:
            return True
        self._ask(self._leave)
        return False

    def leave_work(self) -> None:
        """The window goes, whatever is open: what is not saved is left to the next start."""
        self._keeps_work = True

    # --- what the engine says

    def take_opened(self, message: SessionOpened, left: LeftWork | None) -> None:
        """Other runs take the place of all before; `left` is what another window has left, where they are that.

        That is in no file, and is never written over one by itself: where it is saved, its file's name is offered.
        """
        self._is_left = left is not None
        self.path = "" if self._is_left else message.path
        self._name = message.path if left is None else left.file.path if left.file is not None else ""
        self._runs.take_session(message.runs)
        self._changes.begin(self._runs.kept.next_number, self._is_left)
        if not self._keeper.restore(message):
            self._window.message_bar.show_message(
                lambda: self.tr("The curves in {name} can’t be read; everything else is as it was.").format(
                    name=short_name(message.path)
                ),
                "error",
            )
        self._remember(self.path)
        self._show_title()
        self.opened.emit(message)

    def show_noted(self) -> None:
        """Something that is saved has changed, though no update was made."""
        was_modified = self.is_modified
        self._changes.note()
        self._show_modified(was_modified)

    def take_progress(self, progress: SessionProgress) -> None:
        """Something is saved or opened; what is saved is how all stands where that begins."""
        if progress.is_saving and progress.share == 0:
            self._changes.begin_saving(self._runs.kept.next_number)
            self._is_saving = True

    def show_saved(self, saved: SessionSaved) -> None:
        """It is in the file now, as it stood at that update."""
        self.path = self._name = saved.path
        self._is_left = self._is_saving = False
        self._changes.take_saved(saved.run, saved.update)
        self._note_file(saved.update)
        self._remember(saved.path)
        self._show_title()
        self._window.message_bar.show_message(
            lambda: self.tr("Saved: {path}").format(path=short_path(saved.path))
        )
        self.saved.emit(saved.path)
        then, self._then = self._then, None
        if then is not None:
            then()

    def show_refused(self, refused: SessionRefused) -> None:
        """It could not be opened or saved; everything is as it was."""
        self.show_left(refused.is_saving)

        def words() -> str:
            reason = session_refusal_text(refused.code, refused.fields)
            if refused.is_saving:
                text = self.tr("{name} could not be saved. {reason}")
            else:
                text = self.tr("{name} could not be opened. {reason}")
            return text.format(name=short_name(refused.path), reason=reason)

        actions: list[MessageAction] = []
        if refused.code == "written_since":
            actions = [
                (lambda: self.tr("Save as…"), self.save_as),
                (lambda: self.tr("Replace it"), partial(self.save, refused.path, True)),
            ]
        self._window.message_bar.show_message(words, "error", actions)
        self.refused.emit(words())

    def forget_what_follows(self) -> None:
        """It is not saved now: a later save is not to close the window, or to open another file."""
        self._then = None

    def show_left(self, is_saving: bool = True) -> None:
        """It is not saved, or opened, any more: what was to follow does not."""
        if is_saving:
            self._changes.end_saving()
            self._is_saving = False
        self._then = None

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._show_title()

    # --- parts

    @property
    def _asks(self) -> bool:
        """Whether there is work that would be lost, and somebody to be asked."""
        return self.is_modified and self._settings.are_kept

    def _before_losing(self, act: Callable[[], object]) -> None:
        if self._asks:
            self._ask(act)
        else:
            act()

    def _ask(self, then: Callable[[], object]) -> None:
        window = self._window
        if window.findChild(UnsavedDialog, "unsaved_dialog") is not None:
            return
        dialog = UnsavedDialog(short_name(self._name), window)
        wear(dialog, window.theme)
        dialog.save_wanted.connect(partial(self._save_and, then))
        dialog.discard_wanted.connect(then)
        dialog.open()

    def _save_and(self, then: Callable[[], object]) -> None:
        self._then = then
        self.save()

    def _close(self) -> None:
        self._window.close()

    def _leave(self) -> None:
        self._is_leaving = True
        self._window.close()

    def _on_looked(self, looked: tuple[str, str]) -> None:
        path, kind = looked
        if kind == "missing":
            # Said at once: nobody is to be asked about work first that is not lost at all.
            self.show_refused(SessionRefused(path, "not_there", {}))
        elif kind == "session" or path.lower().endswith(SUFFIX):
            self.open_session(path)
        elif kind == "weights":
            self.weights_wanted.emit(path)
        else:
            self.data_wanted.emit(path)

    def _file_dialog(self, title: str, chosen: Callable[[str], object]) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.session_folder)
        wear_on_files(dialog, self._window.theme)
        dialog.setObjectName("session_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(
            [self.tr("Backlight’s sessions") + f" (*{SUFFIX})", self.tr("All files") + " (*)"]
        )
        dialog.fileSelected.connect(chosen)
        return dialog

    def _note_file(self, update: int) -> None:
        exact, total = self._loss.exact, None
        if exact is not None and exact.update == update and not self._loss.is_before_edit(exact.run, update):
            total = exact.train_total
        note = FileNote(self.path, update, total) if self.path else None
        self._engine.autosave_folder.note_file(note)

    def _remember(self, path: str) -> None:
        if path and self._settings.are_kept:
            others = [other for other in self._settings.recent_files if other != path]
            self._settings.recent_files = [path, *others][:MOST_RECENT]
            self.remembered.emit(self._settings.recent_files)
            self._settings.session_folder = str(Path(path).parent)

    def _show_modified(self, was_modified: bool) -> None:
        if self.is_modified != was_modified:
            self._show_title()

    def _show_title(self) -> None:
        self._window.show_session(short_name(self._name), self.is_modified)


def _kind_of(path: str) -> str:
    """What a file calls itself: "session", "weights", or else "data"; "missing" where there is none."""
    if not os.path.lexists(path):
        return "missing"
    if looks_like_session(path):
        return "session"
    return "weights" if looks_like_weights(path) else "data"

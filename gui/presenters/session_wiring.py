"""What has to do with a session's file, connected: its presenters, and their way to the engine and the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.engine.messages import RunInfo, SessionOpened
from gui.app import commands as c
from gui.app.settings import Settings
from gui.presenters.drop_presenter import DropPresenter
from gui.presenters.keeping_presenter import KeepingPresenter
from gui.presenters.left_work_presenter import LeftWorkPresenter
from gui.presenters.place_keeper import PlaceKeeper
from gui.presenters.session_presenter import SessionPresenter
from gui.presenters.session_progress_presenter import SessionProgressPresenter
from gui.presenters.window_keeper import WindowKeeper

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition

Handlers = dict[type, Callable[[Any], object]]


class SessionWiring(QObject):
    """Connects signals with slots; made after the presenters that it connects, before the dispatcher.

    Attributes
    ----------
    keeper : WindowKeeper
    files : SessionPresenter
    left_work : LeftWorkPresenter
    keeping : KeepingPresenter
    drops : DropPresenter
        Made with the commands.
    progress : SessionProgressPresenter
    """

    def __init__(self, root: Composition, settings: Settings) -> None:
        super().__init__(root)
        self._root, self._window, self._opening = root, root.window, root.opening
        window, engine = root.window, root.engine
        places = PlaceKeeper(root.time, root.sides)
        kept = root.loss, root.digits, root.appearance, root.run_tree, places
        self.keeper = WindowKeeper(window, *kept, lambda: root.unrolling, root.store, engine, self)
        self.files = SessionPresenter(window, engine, root.runs, root.loss, self.keeper, settings, self)
        self.left_work = LeftWorkPresenter(window.message_bar, engine, root.runs, self)
        self.left_work.refuses = lambda command: root.dispatcher.refuses(command)
        self.keeping = KeepingPresenter(window.message_bar, engine, self)
        engine.run_changed.connect(self._on_run_changed)
        engine.snapshot_received.connect(self.files.show_snapshot)
        engine.update_applied.connect(lambda applied: self.files.show_snapshot(applied.snapshot))
        engine.parameter_edited.connect(lambda edited: self.files.show_snapshot(edited.snapshot))
        engine.neurons_permuted.connect(lambda permuted: self.files.show_snapshot(permuted.snapshot))
        engine.session_opened.connect(self._on_opened)
        root.run_tree.noted.connect(self.files.show_noted)
        engine.session_progress.connect(self.files.take_progress)
        self.progress = SessionProgressPresenter(window.message_bar, engine, self)
        self.progress.left.connect(self.files.show_left)
        self.files.asked.connect(self.progress.expect)
        engine.session_saved.connect(self.files.show_saved)
        engine.session_refused.connect(self.files.show_refused)
        engine.lost.connect(lambda _: self.files.forget_what_follows())
        self.files.looker.failed.connect(window.report_error)
        self.files.refuses = self._opening.refuses
        root.network.displayed_snapshot_changed.connect(self.keeper.show_displayed_snapshot)
        root.appearance.language_changed.connect(self.files.retranslate)
        window.menus.recent.show_files(settings.recent_files)
        self.files.remembered.connect(window.menus.recent.show_files)
        if settings.are_kept:
            root.ready.connect(self._look_for_left_work)

    def handlers(self) -> Handlers:
        """Who does what is asked of the window."""
        files = self.files
        return {
            c.BeginSession: lambda _: self._begin(),
            # One that is chosen comes once more, as a file.
            c.OpenFile: lambda command: self._open(command.path) if command.path else files.open(),
            c.SaveFile: lambda command: files.save(command.path),
            c.SaveFileAs: lambda _: files.save_as(),
            c.FindLeftWork: lambda _: self.left_work.find(),
        }

    def connect_commands(self, issue: Callable[[object], object]) -> None:
        """Whatever asks for something of these issues a command."""
        root, opening = self._root, self._opening
        self.drops = DropPresenter(self._window, opening, issue)
        opening.watch(self.files.looker, self.drops.looker, root.weights.reader, root.data)
        root.ready.connect(opening.show_run)
        self.files.file_wanted.connect(lambda path: issue(c.OpenFile(path)))
        root.weights.file_wanted.connect(lambda path: issue(c.OpenWeights(path)))
        self._window.menus.recent.file_wanted.connect(lambda path: issue(c.OpenFile(path)))
        self.files.weights_wanted.connect(
            lambda path: opening.take_first(lambda: root.weights.open(c.OpenWeights(path)))
        )
        self.files.data_wanted.connect(
            lambda path: opening.take_first(lambda: root.data.choose(c.ChooseData(path=path)))
        )
        self.drops.pair_wanted.connect(
            lambda images, labels: opening.take_first(
                lambda: root.data.choose(c.ChooseData(path=images, labels_path=labels))
            )
        )

    def stop(self) -> bool:
        """The window closes. False when a thread still runs."""
        self.keeper.stop()
        self.left_work.stop()
        return self.files.looker.stop() & self.drops.stop()

    def keep_window(self) -> None:
        """The window goes without having been closed: leave what it wants back, too."""
        if self.files.leaves_work:
            self.keeper.keep()

    def _begin(self) -> None:
        # A file that was asked for before, and is still being looked at, would be opened over the new session.
        self._opening.give_up()
        self.files.new()

    def _open(self, path: str) -> None:
        self._opening.take(lambda: self.files.open(path), needs_run=False)

    def _look_for_left_work(self) -> None:
        if self.left_work.look():
            self.left_work.offer()

    def _on_run_changed(self, info: RunInfo) -> None:
        self.files.show_run(info)
        self.keeper.show_run(info.run)

    def _on_opened(self, message: SessionOpened) -> None:
        self._root.network.leave_walkthrough()
        self._root.steps.cancel()
        # First all that came, as some of it may be let go at once: what was deleted when it was saved.
        self._root.time.take_session(message)
        self.files.take_opened(message, self.left_work.take(message))

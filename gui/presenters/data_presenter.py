"""The training data: chosen in a dialog, loaded beside the training, and a new run begun on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstLook
from core.engine.commands import LoadData
from core.engine.messages import DataLoaded, DataRefused
from gui.app.background_task import BackgroundTask
from gui.app.commands import ChooseData
from gui.app.window_frame import WindowFrame
from gui.data_dialog.dialog import DataDialog
from gui.data_dialog.loader import load_data, look_at
from gui.data_dialog.refusal_text import refusal_text
from gui.engine.client import EngineClient
from gui.presenters.run_presenter import RunPresenter


class DataPresenter(QObject):
    """One concern: which examples are learned from."""

    rested = Signal()
    """Nothing is loaded any more."""

    def __init__(
        self,
        window: WindowFrame,
        runs: RunPresenter,
        engine: EngineClient,
        is_lost: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_lost = is_lost
        engine.lost.connect(lambda _: self.show_lost())
        self._window = window
        self._runs = runs
        self._engine = engine
        # What is being loaded, here or in the engine; None after a cancel.
        self._wanted: DatasetSpec | None = None
        self.loader = BackgroundTask("data", self)
        self.loader.progressed.connect(lambda share: self._dialog.show_progress(share))
        self.loader.succeeded.connect(self._on_loaded)
        self.loader.refused.connect(lambda sentence: self._dialog.show_error(sentence))
        self.loader.cancelled.connect(self._on_cancelled)
        self.looker = BackgroundTask("look", self)
        # The path that is looked at: what is found is of no other one.
        self._looked_at = ""
        self.looker.succeeded.connect(self._on_looked)
        self.looker.refused.connect(self._on_look_refused)

    @cached_property
    def _dialog(self) -> DataDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = DataDialog(self._window)
        dialog.choice_wanted.connect(self._on_choice_wanted)
        dialog.cancel_wanted.connect(self._on_cancel_wanted)
        # On a thread of its own: the disk may not answer.
        dialog.look_wanted.connect(self._look)
        dialog.rested.connect(self.rested)
        return dialog

    @property
    def is_busy(self) -> bool:
        """Whether examples are being loaded, here or in the engine."""
        # There is no dialog as long as nobody has asked for one.
        return "_dialog" in self.__dict__ and self._dialog.is_busy

    def cancel(self) -> None:
        """Stop loading: everything stays as it is."""
        self._on_cancel_wanted()

    def choose(self, command: ChooseData) -> None:
        """Load these examples; or open the dialog, at what is learned from now or at one's own data."""
        if command.choice is not None:
            self._on_choice_wanted(command.choice)
        else:
            source = "own" if command.own or command.path else None
            self._open(source, command.path, command.labels_path)

    def _open(self, source: str | None, path: str, labels_path: str) -> None:
        info = self._runs.info
        assert info is not None, "whoever opens files waits for the first network"
        if not self._dialog.isVisible():
            self._dialog.set_theme(self._window.theme)
            self._dialog.show_choice(info.data.choice)
        if source is not None:
            self._dialog.show_source(source)
        if path:
            self._dialog.import_page.show_path(path, labels_path)
        self._dialog.open()
        self._dialog.raise_()

    def _look(self, choice: DatasetSpec, is_typed: bool) -> None:
        self._looked_at = choice.path
        self.looker.start(partial(look_at, choice, is_typed=is_typed))

    def _on_looked(self, look: FirstLook) -> None:
        page = self._dialog.import_page
        if page.path == self._looked_at:
            page.show_look(look)

    def _on_look_refused(self, sentence: str) -> None:
        page = self._dialog.import_page
        if page.path == self._looked_at:
            page.show_problem(sentence)

    def _on_choice_wanted(self, choice: DatasetSpec) -> None:
        if self._is_lost():
            self.show_lost()
            return
        self._dialog.show_busy(True)
        self._wanted = choice.unread
        if choice.source == "own":
            # A user's file may take long, or lie on a disk that does not answer: the training does not wait for it.
            self.loader.start(partial(load_data, choice.unread))
        else:
            self._engine.send(LoadData(choice))

    def _on_loaded(self, loaded: tuple[DatasetSpec, Dataset]) -> None:
        self._engine.send(LoadData(*loaded))

    def take_loaded(self, data: DataLoaded) -> None:
        """The engine has the examples: begin a run on them, if they are still wanted."""
        if data.choice.unread != self._wanted:
            return
        self._wanted = None
        self._dialog.show_busy(False)
        self._dialog.accept()
        self._runs.begin_on(data)

    def show_lost(self) -> None:
        """There is no training any more: nothing comes of what is loaded."""
        if "_dialog" in self.__dict__ and self._dialog.isVisible():
            self.loader.cancel()
            self._wanted = None
            self._dialog.show_error(self.tr("The training’s process has ended: “Retry” starts it again."))

    def take_refused(self, refused: DataRefused) -> None:
        """There is nothing to learn from in what was chosen."""
        self._dialog.show_error(refusal_text(refused))

    def _on_cancel_wanted(self) -> None:
        self.loader.cancel()
        self._on_cancelled()

    def _on_cancelled(self) -> None:
        self._wanted = None
        self._dialog.show_busy(False)

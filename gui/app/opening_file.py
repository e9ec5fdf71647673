"""The file that the command line names: a session, weights, or data of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import DataRefused, RunInfo, SessionOpened
from gui.app.commands import ChooseData, OpenFile, OpenWeights
from gui.data_dialog.refusal_text import refusal_text
from gui.exchange.weights_dialog import FIRST_OFFERED

if TYPE_CHECKING:
    from gui.app.main_window import MainWindow


class OpeningFile(QObject):
    """Opens it, and reports once how that went.

    Parameters
    ----------
    window : MainWindow
    path : str
    is_script : bool
        Whether nobody sits there to be asked: data and weights are read as the dialogs would suggest.
    """

    opened = Signal()
    refused = Signal(str)
    """One sentence that says why not."""

    def __init__(self, window: MainWindow, path: str, is_script: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session = window.composition
        self._session, self._path, self._is_script = session, path, is_script
        self._waits_for_run = False
        self._is_over = False
        files = session.sessions.files
        files.opened.connect(self._on_opened)
        files.refused.connect(self._refuse)
        files.data_wanted.connect(self._on_data_wanted)
        files.weights_wanted.connect(self._on_weights_wanted)
        if is_script:
            session.engine.run_changed.connect(self._on_run_changed)
            session.engine.data_refused.connect(self._on_data_refused)
            session.data.loader.refused.connect(self._refuse)
            session.weights.refused.connect(self._refuse)

    def start(self) -> None:
        """Open it."""
        self._session.dispatcher.issue(OpenFile(self._path))

    def _on_opened(self, _: SessionOpened) -> None:
        self._finish()

    def _on_data_wanted(self, path: str) -> None:
        # The dialog that asks how to read them is opened by whoever opens files.
        if self._is_script and not self._is_over:
            self._waits_for_run = True
            self._session.dispatcher.issue(ChooseData(DatasetSpec("own", path=path)))

    def _on_weights_wanted(self, path: str) -> None:
        if self._is_script and not self._is_over:
            self._waits_for_run = True
            # In place of the same without an activation, which is being read.
            self._session.weights.open(OpenWeights(path, FIRST_OFFERED))

    def _on_run_changed(self, _: RunInfo) -> None:
        if self._waits_for_run:
            self._finish()

    def _on_data_refused(self, refused: DataRefused) -> None:
        self._refuse(refusal_text(refused))

    def _finish(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.opened.emit()

    def _refuse(self, sentence: str) -> None:
        if not self._is_over:
            self._is_over = True
            self.refused.emit(sentence)

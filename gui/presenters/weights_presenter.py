"""Weights in files, and the network as code: for others, and from others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from core.engine.snapshot import Snapshot
from core.exchange.code import code
from core.exchange.modules import is_dense, sequential
from core.exchange.opened_weights import OpenedWeights
from core.exchange.refusals import WeightsError
from core.exchange.weights_reader import read_weights
from gui.app.background_task import BackgroundTask, Job, RefusedError
from gui.app.commands import CopyCode, ExportWeights, OpenWeights
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.exchange.refusal_text import weights_refusal_text
from gui.exchange.weights_dialog import FIRST_OFFERED, WeightsDialog
from gui.exchange.weights_writer import NPZ, SAFETENSORS, is_known, is_npz, note_of, weights_bytes
from gui.export.captions import file_stem
from gui.export.file_writer import problem_with_path, write_file
from gui.presenters.displayed_weights import DisplayedWeights
from gui.presenters.export_presenter import export_folder
from gui.presenters.run_presenter import RunPresenter
from gui.theme.file_dialog import wear_on_files
from gui.widgets.file_names import short_path
from gui.widgets.sentence_text import sentences


@dataclass(frozen=True)
class ExportedFile:
    """A file, and what its weights are of."""

    name: str
    snapshot: Snapshot

    def is_of(self, snapshot: Snapshot) -> bool:
        """Whether code can load exactly these weights from it."""
        own = self.snapshot
        same = own.topology == snapshot.topology and np.array_equal(own.parameters, snapshot.parameters)
        return same and not is_npz(self.name)


class WeightsPresenter(QObject):
    """One concern: the weights on screen leave as a file or as code, and a file's weights begin a run."""

    refused = Signal(str)
    """Why a file could not be opened or written, in a sentence."""
    file_wanted = Signal(str)
    """A file was chosen, and is to be opened."""

    def __init__(
        self,
        window: WindowFrame,
        weights: DisplayedWeights,
        runs: RunPresenter,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._weights = weights
        self._runs = runs
        self._settings = settings
        # The file that is being written, and the last one that was: what copied code reads.
        self._writing: ExportedFile | None = None
        self._exported: ExportedFile | None = None
        self._activation: str | None = None
        self.writer = BackgroundTask("weights", self)
        self.writer.succeeded.connect(self._on_written)
        self.writer.refused.connect(self._show_problem)
        self.reader = BackgroundTask("read weights", self)
        self.reader.succeeded.connect(self._on_read)
        self.reader.refused.connect(self._show_problem)

    @cached_property
    def _dialog(self) -> WeightsDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = WeightsDialog(self._window)
        dialog.activation_chosen.connect(self._begin)
        return dialog

    def stop(self) -> bool:
        """The window closes: nothing more is read or written. False when a thread still runs."""
        return self.writer.stop() & self.reader.stop()

    # --- out

    def export(self, command: ExportWeights) -> None:
        """Save the weights on screen there; without a path, ask where."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        if command.path:
            self._write(snapshot, command.path)
            return
        dialog = QFileDialog(self._window, self.tr("Export weights"))
        wear_on_files(dialog, self._window.theme)
        dialog.setObjectName("choose_weights_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        filters = {
            self.tr("safetensors, for PyTorch and Keras (*.safetensors)"): SAFETENSORS,
            self.tr("NPZ, for NumPy (*.npz)"): NPZ,
        }
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(SAFETENSORS[1:])
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(filters[text][1:]))
        dialog.setDirectory(export_folder(self._settings))
        dialog.selectFile(f"{file_stem(snapshot.update)}{SAFETENSORS}")
        # What is on screen now: training may go on while one looks for a folder.
        dialog.fileSelected.connect(lambda path: self._write(snapshot, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def copy_code(self, command: CopyCode) -> None:
        """Put code that builds the network on screen, and loads its weights, onto the clipboard."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        name = f"{file_stem(snapshot.update)}{SAFETENSORS}"
        exported = self._exported
        is_there = exported is not None and exported.is_of(snapshot)
        if exported is not None and is_there:
            name = exported.name
        QGuiApplication.clipboard().setText(
            code(command.framework, snapshot.topology, name, note_of(snapshot))
        )

        def words() -> str:
            if is_there:
                said = [self.tr("The code is on the clipboard. It loads {name}.").format(name=name)]
            else:
                text = self.tr(
                    "The code is on the clipboard. It loads {name}, which is not there yet: export the weights."
                )
                said = [text.format(name=name)]
            if snapshot.data.scale is not None:
                said.append(self.tr("Its x is standardised: mean and deviation of each column stand in it."))
            return sentences(said)

        export = (lambda: self.tr("Export weights…"), lambda: self.export(ExportWeights()))
        self._window.message_bar.show_message(words, actions=[] if is_there else [export])

    @property
    def _snapshot(self) -> Snapshot | None:
        """That whose weights are drawn: at the end of a walkthrough they are newer than the example's numbers."""
        return self._weights.snapshot

    def _write(self, snapshot: Snapshot, path: str) -> None:
        problem = problem_with_path(path)
        if not is_known(path):
            # PyTorch's own files are another format: a name of theirs would promise what is not in it.
            problem = self.tr("{path}: a file of weights ends in .safetensors or .npz.").format(
                path=short_path(path)
            )
        if problem:
            self._show_problem(problem)
            return
        self._writing = ExportedFile(Path(path).name, snapshot)
        self.writer.start(partial(write_file, lambda _stop: weights_bytes(snapshot, path), path))

    def _on_written(self, path: str) -> None:
        self._settings.export_folder = str(Path(path).parent)
        exported = self._exported = self._writing
        assert exported is not None
        topology = exported.snapshot.topology
        is_residual = is_dense(topology) and any(topology.skips)
        has_own = not is_dense(topology) and any(layer.is_own_module for layer in sequential(topology))
        update = f"{exported.snapshot.update:,}"

        def words() -> str:
            text = self.tr("The weights of update {update} are saved: {path}.")
            said = [text.format(update=update, path=short_path(path))]
            if exported.snapshot.data.scale is not None:
                said.append(
                    self.tr(
                        "The network reads standardised columns, (value − mean) / deviation: the file has both numbers"
                        " of each."
                    )
                )
            if is_residual:
                said.append(
                    self.tr(
                        "Its residual layers are modules of their own: the copied code loads them, a plain"
                        " Sequential does not."
                    )
                )
            if has_own:
                said.append(
                    self.tr(
                        "Some of its layers are modules of their own: the copied code loads them, a plain Sequential"
                        " does not."
                    )
                )
            return sentences(said)

        self._window.message_bar.show_message(words)

    # --- in

    def open(self, command: OpenWeights) -> None:
        """Begin a run with the weights of this file; without a path, ask for one."""
        self._activation = command.activation
        if command.path:
            self._start_reading(command.path)
            return
        dialog = QFileDialog(self._window, self.tr("Open weights"))
        wear_on_files(dialog, self._window.theme)
        dialog.setObjectName("choose_weights")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Weights") + f" (*{SAFETENSORS} *{NPZ})", self.tr("All files (*)")])
        dialog.setDirectory(export_folder(self._settings))
        dialog.fileSelected.connect(self.file_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _start_reading(self, path: str) -> None:
        # Where the file does not say how large its pictures are, they are taken to be as large as the examples'.
        picture = self._runs.info.data.picture if self._runs.info is not None else None
        self.reader.start(partial(_read, path, picture))

    def _on_read(self, opened: OpenedWeights) -> None:
        if self._activation is not None or not opened.unnamed:
            self._begin(opened, self._activation or FIRST_OFFERED)
        elif self._suits(opened):
            self._dialog.set_theme(self._window.theme)
            self._dialog.show_weights(opened)
            self._dialog.open()

    def _begin(self, opened: OpenedWeights, activation: str) -> None:
        if self._suits(opened):
            self._runs.begin_with(opened, activation)

    def _suits(self, opened: OpenedWeights) -> bool:
        """Whether the examples on screen suit the network; otherwise it is said."""
        info = self._runs.info
        if info is None:
            return False
        try:
            opened.check_suits(info.sizes[0], info.sizes[-1])
        except WeightsError as error:
            refusal = error
            self._window.message_bar.show_message(lambda: weights_refusal_text(refusal), "error")
            self.refused.emit(weights_refusal_text(refusal))
            return False
        return True

    def _show_problem(self, sentence: str) -> None:
        self._window.message_bar.show_message(sentence, "error")
        self.refused.emit(sentence)


def _read(path: str, picture: tuple[int, int] | None, _job: Job) -> OpenedWeights:
    try:
        return read_weights(path, picture)
    except WeightsError as error:
        raise RefusedError(weights_refusal_text(error)) from error

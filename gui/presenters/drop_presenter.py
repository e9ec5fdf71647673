"""What is dropped onto the window: a file, or IDX images with their labels, is opened; else it is said why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.importers.idx import images_and_labels
from core.data.importers.limits import IMAGE_SUFFIXES
from core.data.refusals import DatasetError
from gui.app.background_task import BackgroundTask, Job
from gui.app.commands import OpenFile
from gui.app.window_frame import WindowFrame
from gui.data_dialog.refusal_text import refusal_text
from gui.presenters.opening_presenter import OpeningPresenter
from gui.widgets.file_names import short_name


class DropPresenter(QObject):
    """One concern: what becomes of files that are dropped beside the canvas.

    Parameters
    ----------
    window : WindowFrame
        It is its parent, too.
    opening : OpeningPresenter
        Has two files looked at when it is their turn.
    issue : callable
        Takes a command of the window.
    """

    pair_wanted = Signal(str, str)
    """These images and their labels are data to be learned from."""

    def __init__(
        self, window: WindowFrame, opening: OpeningPresenter, issue: Callable[[object], object]
    ) -> None:
        super().__init__(window)
        self._window, self._opening, self._issue = window, opening, issue
        self.looker = BackgroundTask("drop", self)
        self.looker.succeeded.connect(self._on_looked)
        self.looker.failed.connect(window.report_error)
        self.images = BackgroundTask("dropped picture", self)
        self.images.succeeded.connect(self._on_refused)
        self.images.failed.connect(window.report_error)
        window.files_dropped.connect(self.take)

    def stop(self) -> bool:
        """The window closes. False when a thread still runs."""
        return self.looker.stop() & self.images.stop()

    def take(self, paths: Sequence[str]) -> None:
        """Open the one that was dropped, or two that are one data set."""
        if len(paths) == 2:
            # On a thread of its own: the disk may not answer.
            first, second = paths
            look = partial(self.looker.start, partial(_pair_of, first, second))
            self._opening.take(look, needs_run=False)
        elif len(paths) > 1:
            self._refuse_several()
        elif Path(paths[0]).suffix.lower() in IMAGE_SUFFIXES:
            # By its name it is one; what it is, is found out where the disk need not answer at once.
            self.images.start(partial(_why_no_data, paths[0]))
        else:
            self._issue(OpenFile(paths[0]))

    def _on_looked(self, pair: tuple[str, ...]) -> None:
        if pair:
            images, labels = pair
            self.pair_wanted.emit(images, labels)
        else:
            self._refuse_several()

    def _on_refused(self, refusal: DatasetError) -> None:
        self._window.message_bar.show_message(lambda: refusal_text(refusal))

    def _refuse_several(self) -> None:
        self._window.message_bar.show_message(
            lambda: self.tr("Drop one file at a time: only IDX images and their labels belong together.")
        )


def _pair_of(first: str, second: str, _job: Job) -> tuple[str, ...]:
    pair = images_and_labels(Path(first), Path(second))
    return () if pair is None else tuple(map(str, pair))


def _why_no_data(path: str, _job: Job) -> DatasetError:
    """A single image is no data; and what is called as one may be none, or not there."""
    from core.data.importers.own_folder import ink_of_file

    try:
        ink_of_file(path)
    except DatasetError as error:
        if error.code != "no_ink":
            return DatasetError(error.code, **(error.fields | {"path": short_name(path)}))
    return DatasetError("a_single_image", path=short_name(path))

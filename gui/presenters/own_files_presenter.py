"""The own test set and files: a folder that is imported, an image that is dropped on the canvas, an export."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.data.own_set import MOST_EXAMPLES
from gui.app.background_task import BackgroundTask
from gui.app.commands import KeepDrawing
from gui.data_dialog.refusal_text import refusal_text
from gui.export.file_writer import problem_with_path, write_file
from gui.own.own_files import done_words, npz_bytes, read_folder, read_image
from gui.theme.file_dialog import wear_on_files
from gui.widgets.file_names import short_name, short_path
from gui.widgets.sentence_text import sentences
from gui.widgets.translated import Words

if TYPE_CHECKING:
    from gui.presenters.own_presenter import OwnPresenter
    from gui.presenters.wiring import Composition


class OwnFilesPresenter(QObject):
    """One concern: what comes into the set from files, and goes out to one."""

    def __init__(self, own: OwnPresenter, root: Composition) -> None:
        super().__init__(root)
        self._own, self._root, self._window = own, root, root.window
        self._messages = root.window.message_bar
        # The folder that is read, and the classes that its images are to be of.
        self._folder, self._names = "", tuple[str, ...]()
        self._not_dropped: Words = ""
        self.reader, self.writer = BackgroundTask("own folder", self), BackgroundTask("own export", self)
        self.dropped = BackgroundTask("dropped image", self)
        self.reader.progressed.connect(lambda share: self._messages.show_share(self._reading_words, share))
        self.reader.succeeded.connect(self._on_read)
        self.writer.succeeded.connect(self._on_written)
        self.dropped.succeeded.connect(lambda ink: self._window.draw_panel.canvas.paste(ink))
        self.dropped.refused.connect(self._say_not_dropped)
        for task in (self.reader, self.writer):
            task.refused.connect(lambda sentence: self._messages.show_message(sentence, "error"))
        for task in (self.reader, self.writer, self.dropped):
            task.failed.connect(self._window.report_error)
        # Why a file was not taken is news only until there is a drawing.
        root.window.draw_panel.canvas.strokes_changed.connect(
            lambda: self._messages.withdraw(self._not_dropped)
        )
        root.window.draw_panel.drops.file_dropped.connect(
            lambda path: self.dropped.start(partial(read_image, path))
        )

    def stop(self) -> bool:
        """The window closes: nothing more is read or written. False when a thread still runs."""
        return self.reader.stop() & self.writer.stop() & self.dropped.stop()

    # --- in

    def choose_folder(self) -> None:
        """Ask for a folder, and keep its images."""
        if self._root.dispatcher.refuses(KeepDrawing()):
            return
        if self._own.room < 1:
            self._messages.show_message(self._own.full_words)
            return
        dialog = QFileDialog(self._window, self.tr("Import a folder of images"))
        wear_on_files(dialog, self._window.theme)
        dialog.setObjectName("own_folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: str) -> None:
        """Keep the images of this folder, of the classes of the data on screen."""
        self._folder, self._names = path, self._own.names
        cancel = (lambda: self.tr("Cancel"), self._cancel)
        self._messages.show_message(self._reading_words, actions=[cancel], lasting=True)
        self.reader.start(partial(read_folder, path, self._names, self._own.room))

    def _reading_words(self) -> str:
        return self.tr("Reading {name}…").format(name=short_name(self._folder))

    def _cancel(self) -> None:
        self.reader.cancel()
        self._messages.show_message(lambda: self.tr("Nothing was imported."))

    def _on_read(self, images: Any) -> None:
        self._messages.withdraw(self._reading_words)
        if self._root.dispatcher.refuses(KeepDrawing()):
            return
        if self._own.names != self._names:
            self._messages.show_message(
                lambda: self.tr("Nothing was imported: the data have other classes by now."), "error"
            )
            return
        count = 0
        if len(images.pixels):
            count = self._own.keep(images.pixels, images.labels, lambda: self.tr("Import a folder"))
        # There may be less room than when the reading began.
        beyond = images.beyond + len(images.pixels) - count

        def words() -> str:
            if not count and not images.left_out_count:
                return self.tr("There are no images in {name}.").format(name=short_name(self._folder))
            parts = [done_words(count, images.unchanged, images.averaged, images.scaled)]
            if images.left_out_count:
                text = self.tr("Left out: {count}")
                parts.append(text.format(count=f"{images.left_out_count:,}"))
            if beyond:
                text = self.tr("No room for {count} more: the set holds {limit}")
                parts.append(text.format(count=f"{beyond:,}", limit=f"{MOST_EXAMPLES:,}"))
            return sentences(parts)

        if images.left_out_count:
            self._report(words(), images)
        if count:
            self._messages.offer_undo(words, self._window.undo_stack)
        else:
            self._messages.show_message(words)

    def _report(self, summary: str, images: Any) -> None:
        from gui.own.import_report import ImportReport

        dialog = ImportReport(self._window)
        dialog.set_theme(self._window.theme)
        lines = [refusal_text(refusal) for refusal in images.left_out]
        unnamed = images.left_out_count - len(lines)
        if unnamed:
            lines.append(self.tr("… and {count} more").format(count=f"{unnamed:,}"))
        dialog.show_report(summary, lines)
        dialog.open()

    def _say_not_dropped(self, sentence: str) -> None:
        # Not the sentence itself: another message may say the same.
        self._not_dropped = lambda: sentence
        self._messages.show_message(self._not_dropped, "error")

    # --- out

    def choose_file(self) -> None:
        """Ask where the set is to be saved as NPZ."""
        dialog = QFileDialog(self._window, self.tr("Export the own test set"))
        wear_on_files(dialog, self._window.theme)
        dialog.setObjectName("own_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("NPZ, for NumPy (*.npz)"))
        dialog.setDefaultSuffix("npz")
        dialog.selectFile(self.tr("own test set") + ".npz")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: str) -> None:
        """Save all that is kept in this file."""
        problem = problem_with_path(path)
        if problem:
            self._messages.show_message(problem, "error")
            return
        own = self._own.own
        self.writer.start(partial(write_file, lambda _stop: npz_bytes(own), path))

    def _on_written(self, path: str) -> None:
        self._messages.show_message(lambda: self.tr("Saved: {path}").format(path=short_path(str(Path(path)))))

"""Pictures of the network view: into a file, or onto the clipboard."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage

from gui.app.background_task import BackgroundTask
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.export.captions import RunWords, network_description, picture_stem
from gui.export.export_page import ExportPage
from gui.export.file_writer import write_file
from gui.export.page_rendering import PageRendering
from gui.export.picture_dialog import PictureDialog
from gui.export.png import png_bytes
from gui.network.painting.detached_render import DetachedRender
from gui.widgets.file_names import short_path

CLIPBOARD_TIMES = 2


class ExportPresenter(QObject):
    """One concern: the view as it is at one moment, to be kept."""

    def __init__(
        self, window: WindowFrame, settings: Settings, words_of: RunWords, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._words_of = words_of
        self._render: DetachedRender | None = None
        self._to_file, self._to_clipboard = PageRendering(self), PageRendering(self)
        self._to_file.drawn.connect(self._write)
        self._to_clipboard.drawn.connect(self._on_copied)
        self.writer = BackgroundTask("picture", self)
        self.writer.succeeded.connect(self._on_written)
        self.writer.refused.connect(self._on_refused)
        self.writer.cancelled.connect(self._on_stopped)

    @cached_property
    def _dialog(self) -> PictureDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = PictureDialog(self._window)
        dialog.export_wanted.connect(self._on_export_wanted)
        dialog.cancel_wanted.connect(self._on_cancel_wanted)
        dialog.finished.connect(self._on_finished)
        return dialog

    def export_picture(self) -> None:
        """Keep what is seen now, and ask where it shall go."""
        if self._dialog.isVisible():
            return
        render = self._window.network_view.detached_render()
        if render is None:
            return
        self._render = render
        self._dialog.set_theme(self._window.theme)
        self._dialog.show_size(
            ExportPage(render, "").size, ExportPage(render, network_description(render, self._words_of)).size
        )
        self._dialog.suggest(export_folder(self._settings), picture_stem(render))
        self._dialog.open()

    def copy_picture(self) -> None:
        """Put what is seen now onto the clipboard, at 2 times."""
        render = self._window.network_view.detached_render(CLIPBOARD_TIMES)
        if render is not None:
            self._to_clipboard.start(
                ExportPage(render, network_description(render, self._words_of)).in_steps()
            )

    def stop(self) -> bool:
        """The window closes: nothing more is drawn or written. False when a thread still runs."""
        self._to_file.stop()
        self._to_clipboard.stop()
        return self.writer.stop()

    def _on_export_wanted(self) -> None:
        dialog, render = self._dialog, self._render
        assert render is not None
        dialog.show_busy(True)
        line = network_description(render, self._words_of) if dialog.line.isChecked() else ""
        if dialog.suffix == ".svg":
            steps = ExportPage(render, line).svg_in_steps(network_description(render, self._words_of))
        elif dialog.times == 1:
            steps = ExportPage(render, line, as_seen=True).in_steps()
        else:
            steps = ExportPage(render.drawn_at(render.context.ratio * dialog.times), line).in_steps()
        self._to_file.start(steps)

    def _write(self, made: QImage | bytes) -> None:
        dialog, render = self._dialog, self._render
        assert render is not None
        if isinstance(made, bytes):
            self.writer.start(partial(write_file, lambda _stop: made, dialog.path))
            return
        texts = {
            "Software": "Backlight",
            "Title": render.composed_frame.words.title,
            "Description": network_description(render, self._words_of),
        }
        self.writer.start(partial(write_file, lambda _stop: png_bytes(made, texts), dialog.path))

    def _on_copied(self, image: QImage) -> None:
        image.setDevicePixelRatio(1.0)
        QGuiApplication.clipboard().setImage(image)
        self._window.message_bar.show_message(
            lambda: self.tr("The picture is on the clipboard: {width} × {height} px.").format(
                width=f"{image.width():,}", height=f"{image.height():,}"
            )
        )

    def _on_written(self, path: str) -> None:
        self._settings.export_folder = str(Path(path).parent)
        self._dialog.show_busy(False)
        self._dialog.accept()
        self._window.message_bar.show_message(lambda: self.tr("Saved: {path}").format(path=short_path(path)))

    def _on_refused(self, sentence: str) -> None:
        self._dialog.show_error(sentence)

    def _on_cancel_wanted(self) -> None:
        if self._to_file.is_drawing:
            self._to_file.stop()
            self._on_stopped()
        else:
            self.writer.cancel()

    def _on_stopped(self) -> None:
        self._dialog.show_busy(False)

    def _on_finished(self) -> None:
        # It holds pictures of many megabytes.
        self._render = None


def export_folder(settings: Settings) -> str:
    """Where the last file went, or else where the system keeps pictures; the home folder where there is none."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    for folder in (settings.export_folder, pictures):
        if folder and QFileInfo(folder).isDir():
            return folder
    return str(Path.home())

"""Saves the film of the training: pictures from the engine, painted one by one, encoded on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.engine.messages import FilmFrame, Recovered
from core.engine.snapshot import Snapshot
from gui.app.background_task import BackgroundTask
from gui.app.settings import Settings
from gui.export.animation_frames import FrameQueue
from gui.export.captions import network_description
from gui.export.export_page import ExportPage
from gui.export.file_writer import encoded_frames, write_file
from gui.film.film_dialog import FilmDialog
from gui.film.film_painter import FilmPainter
from gui.film.film_plan import FilmPlan
from gui.network.painting.detached_render import DetachedRender
from gui.presenters.empty_picture import words_of_empty_picture
from gui.presenters.export_presenter import export_folder
from gui.widgets.file_names import short_path

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class FilmSavePresenter(QObject):
    """One concern: the film as a file."""

    def __init__(
        self, root: Composition, settings: Settings, ask: Callable[[int], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._root, self._window, self._settings = root, root.window, settings
        self._plan = FilmPlan(0, 0, 1)
        # Whose film it is.
        self._run = -1
        self._painter = FilmPainter(root.words_of_run, self)
        self._painter.update_wanted.connect(ask)
        self._painter.progressed.connect(lambda share: self._dialog.show_progress(share))
        self.writer = BackgroundTask("film", self)
        self.writer.succeeded.connect(self._on_written)
        self.writer.refused.connect(self._on_refused)
        self.writer.cancelled.connect(self._on_stopped)
        self.writer.failed.connect(self._on_failed)

    @cached_property
    def _dialog(self) -> FilmDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = FilmDialog(self._window)
        dialog.export_wanted.connect(self._on_export_wanted)
        dialog.cancel_wanted.connect(self._on_cancel_wanted)
        return dialog

    @property
    def is_painting(self) -> bool:
        """Whether pictures that come are for the file."""
        return self._painter.is_painting

    def save(self, plan: FilmPlan) -> None:
        """Ask for the kind of file and where it shall go."""
        render = self._window.network_view.detached_render()
        if render is None or self._dialog.isVisible():
            return
        self._plan, self._run = plan, render.displayed_snapshot.run
        size = ExportPage(render, network_description(render, self._root.words_of_run)).size
        self._dialog.set_theme(self._window.theme)
        self._dialog.show_film(plan, size)
        self._dialog.suggest(export_folder(self._settings), f"backlight-film-{plan.first}-{plan.last}")
        self._dialog.open()

    def take(self, frame: FilmFrame) -> None:
        """A picture has come."""
        self._painter.take(frame)

    def give_up(self) -> None:
        """The run that it is of is not on screen any more: its pictures come no more."""
        if self.is_painting:
            self._on_cancel_wanted()
            self._say_gone()

    def go_on(self, recovered: Recovered) -> None:
        """Another engine goes on from here: it has the same pictures, unless the film ends later than that.

        Where the one before left out updates, as one takes long, it has not kept the same ones: they would be others.
        """
        is_all_there = recovered.update >= max(self._plan.first, self._plan.last)
        if recovered.run == self._run and is_all_there and self._painter.are_exact:
            self._painter.ask_again()
        else:
            self.show_lost()

    def show_lost(self) -> None:
        """The engine has ended, and none has the pictures that are still to be painted."""
        if self.is_painting:
            self._on_cancel_wanted()
            self._dialog.show_error(
                self.tr("The training’s process has ended meanwhile. No file was written.")
            )

    def _say_gone(self) -> None:
        self._dialog.show_error(self.tr("The run of this film is no longer on screen. No file was written."))

    def stop(self) -> bool:
        """The window closes: nothing more is painted or written. False when a thread still runs."""
        self._painter.stop()
        return self.writer.stop()

    # --- parts

    def _on_export_wanted(self) -> None:
        view, queue, info = self._window.network_view, FrameQueue(), self._root.runs.info
        displayed = view.displayed_snapshot
        if info is None or displayed is None or {info.run, displayed.run} != {self._run}:
            # Another run has come while the dialog was open, or is about to be shown: pictures would come of that one.
            self._say_gone()
            return
        self._dialog.show_busy(True)
        # Cards over the picture are of this moment only, and left out.
        render = view.detached_render(self._dialog.ratio, displayed)
        assert render is not None
        frames = self._painter.start(self._plan, render, self._show_words, queue)
        make_bytes = partial(encoded_frames, self._dialog.suffix[1:], frames, queue)
        self.writer.start(partial(write_file, make_bytes, self._dialog.path))

    def _show_words(self, render: DetachedRender, snapshot: Snapshot) -> None:
        composed_frame, digits = render.composed_frame, self._root.digits
        words = replace(
            composed_frame.words,
            title=digits.title_of(snapshot),
            place=digits.place_of(snapshot),
            walkthrough=words_of_empty_picture(composed_frame.edges.picture, snapshot),
            # It was of the example's C at one update.
            notice=None,
        )
        composed_frame.show_words(words)

    def _show_again(self) -> None:
        """The engine shows what is on screen, and not the film's last picture."""
        self._root.time.ask_again()

    def _on_cancel_wanted(self) -> None:
        self._painter.stop()
        self.writer.cancel()

    def _on_written(self, path: str) -> None:
        self._settings.export_folder = str(Path(path).parent)
        self._dialog.show_busy(False)
        self._dialog.accept()
        self._show_again()
        self._window.message_bar.show_message(lambda: self.tr("Saved: {path}").format(path=short_path(path)))

    def _on_refused(self, sentence: str) -> None:
        self._painter.stop()
        self._dialog.show_error(sentence)
        self._show_again()

    def _on_stopped(self) -> None:
        self._painter.stop()
        self._dialog.show_busy(False)
        self._show_again()

    def _on_failed(self, details: str) -> None:
        self._on_stopped()
        self._window.report_error(details)

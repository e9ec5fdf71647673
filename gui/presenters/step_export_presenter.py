"""One update as an animation: made by the training, painted frame by frame, encoded on a thread of its own."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QObject

from core.analysis.weight_places import has_kernels
from core.engine.commands import ApplyUpdate, ComputeGradient, Pause
from core.engine.messages import GradientComputed, UpdateApplied
from gui.app.background_task import BackgroundTask
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.export.animation_dialog import AnimationDialog
from gui.export.animation_frames import FrameQueue
from gui.export.captions import RunWords, file_stem, network_description, walkthrough_description
from gui.export.encoder_folder import clear_left_folders
from gui.export.export_page import ExportPage
from gui.export.file_writer import encoded_frames, write_file
from gui.export.walkthrough_painter import WalkthroughPainter
from gui.network.animation.timeline import Timeline
from gui.presenters.digit_presenter import DigitPresenter
from gui.presenters.export_presenter import export_folder
from gui.presenters.network_presenter import NetworkPresenter
from gui.widgets.file_names import short_path


class StepExportPresenter(QObject):
    """One concern: the next update, to be kept as an animation."""

    def __init__(
        self,
        window: WindowFrame,
        settings: Settings,
        network: NetworkPresenter,
        digits: DigitPresenter,
        engine: EngineClient,
        words_of: RunWords,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._words_of = words_of
        self._settings = settings
        self._network = network
        self._digits = digits
        self._engine = engine
        self._waits_for_gradient = False
        self._made = 0
        self._painter = WalkthroughPainter(self)
        self._painter.apply_wanted.connect(lambda: engine.send(ApplyUpdate()))
        self._painter.progressed.connect(lambda share: self._dialog.show_progress(share))
        self.writer = BackgroundTask("animation", self)
        self.writer.succeeded.connect(self._on_written)
        self.writer.refused.connect(self._on_refused)
        self.writer.cancelled.connect(self._on_stopped)
        clear_left_folders()

    @cached_property
    def _dialog(self) -> AnimationDialog:
        # Made when it is first asked for: it would add to the start of the app.
        dialog = AnimationDialog(self._window)
        dialog.export_wanted.connect(self._on_export_wanted)
        dialog.cancel_wanted.connect(self._on_cancel_wanted)
        return dialog

    def export_step(self) -> None:
        """Ask for the kind of animation and where it shall go; nothing is made or paused yet."""
        if self._dialog.isVisible():
            return
        render = self._window.network_view.detached_render()
        if render is None:
            return
        shown = render.displayed_snapshot
        collects = any(map(has_kernels, shown.connections))
        seconds = Timeline.walkthrough(len(shown.activations), True, collects).duration_s
        size = ExportPage(render, network_description(render, self._words_of)).size
        self._dialog.set_theme(self._window.theme)
        self._dialog.show_view(size, seconds)
        # The example on screen may be of an earlier update than the weights.
        latest = self._network.latest or shown
        self._dialog.suggest(export_folder(self._settings), file_stem(latest.update + 1))
        self._dialog.open()

    # --- what the training sends

    def take_walkthrough(self, walkthrough: GradientComputed) -> bool:
        """Whether this walkthrough was requested here; then nobody else shows it."""
        if not self._waits_for_gradient:
            return False
        self._waits_for_gradient = False
        snapshot, queue = walkthrough.snapshot, FrameQueue()
        shown = self._window.network_view.displayed_snapshot
        if shown is None or shown.topology.shapes != snapshot.topology.shapes:
            # Another network was begun meanwhile, of which no picture is drawn yet: there is nothing to keep.
            self._on_stopped()
            return False
        # The training may have gone on while the dialog was open.
        self._dialog.suggest_anew(file_stem(snapshot.update + 1))
        render = self._window.network_view.detached_render(self._dialog.ratio, snapshot)
        assert render is not None
        words = (
            self._digits.title_of(snapshot),
            self._digits.place_of(snapshot),
            walkthrough_description(walkthrough, self._words_of),
        )
        animation_frames = self._painter.start(
            walkthrough, render, words, self._dialog.frames_per_second, queue
        )
        make_bytes = partial(encoded_frames, self._dialog.suffix[1:], animation_frames, queue)
        self.writer.start(partial(write_file, make_bytes, self._dialog.path))
        return True

    def show_applied(self, applied: UpdateApplied) -> None:
        """The update that was asked for has been made."""
        if self._painter.has_requested_update:
            self._made = applied.snapshot.update
            self._painter.show_applied(applied)

    def cancel(self) -> None:
        """The update could not be made: there is nothing to export."""
        if self._is_under_way:
            self._on_cancel_wanted()

    def show_engine_ended(self) -> None:
        """The update was to be made by an engine that has ended."""
        if self._is_under_way:
            self._on_cancel_wanted()
            self._dialog.show_error(
                self.tr("The training’s process has ended meanwhile. No file was written.")
            )

    @property
    def _is_under_way(self) -> bool:
        return self._waits_for_gradient or self._painter.is_painting

    def stop(self) -> bool:
        """The window closes: nothing more is painted or written. False when a thread still runs."""
        self._waits_for_gradient = False
        self._painter.stop()
        return self.writer.stop()

    # --- parts

    def _on_export_wanted(self) -> None:
        self._made = 0
        self._waits_for_gradient = True
        self._dialog.show_busy(True)
        # A walkthrough under way in the view would go on with an update that is exported here.
        self._network.leave_walkthrough()
        self._engine.send(Pause())
        self._engine.send(ComputeGradient())

    def _on_cancel_wanted(self) -> None:
        self._painter.stop()
        if self._waits_for_gradient:
            self._waits_for_gradient = False
            self._on_stopped()
        else:
            self.writer.cancel()

    def _on_written(self, path: str) -> None:
        self._settings.export_folder = str(Path(path).parent)
        self._dialog.show_busy(False)
        self._dialog.accept()
        self._window.message_bar.show_message(lambda: self.tr("Saved: {path}").format(path=short_path(path)))

    def _on_refused(self, sentence: str) -> None:
        self._painter.stop()
        self._dialog.show_error(sentence)

    def _on_stopped(self) -> None:
        self._painter.stop()
        self._dialog.show_busy(False)
        if self._made:
            self._dialog.show_note(
                self.tr("No file was written. Update {update} was made all the same.").format(
                    update=f"{self._made:,}"
                )
            )

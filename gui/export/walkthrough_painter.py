"""Paints the frames of one step walkthrough, one a turn of the event loop, and asks for the update when it is due."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.engine.messages import GradientComputed, UpdateApplied
from gui.export.animation_frames import AnimationFrames, FrameQueue, frame_times, shades
from gui.export.export_page import ExportPage
from gui.kernel_page.weight_choice import chosen_weight
from gui.network.animation.timeline import Timeline
from gui.network.animation.walkthrough_captions import outcome, sentence
from gui.network.painting.composed_frame import STEP_MS
from gui.network.painting.detached_render import DetachedRender

if TYPE_CHECKING:
    from gui.kernel_page.collecting_overlay import CollectingOverlay

# While the encoder is behind, it is looked for room so often.
FULL_MS = 15


class WalkthroughPainter(QObject):
    """The frames of a walkthrough on a detached render: as the view would show it, but each picture complete.

    Nothing is painted while the queue is full. `apply_wanted` asks for the second half of the update, once; the
    frames of its change wait for it.
    """

    apply_wanted = Signal()
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._paint_on)
        self._render: DetachedRender | None = None
        self._applied: UpdateApplied | None = None

    def start(
        self,
        walkthrough: GradientComputed,
        render: DetachedRender,
        words: tuple[str, str, str],
        frames_per_second: int,
        queue: FrameQueue,
    ) -> AnimationFrames:
        """Begin; `words` are the title, the place in L, and the line under the picture.

        The detached render is changed; it shows the walkthrough from now on.
        """
        snapshot = walkthrough.snapshot
        self._walkthrough, self._asked = walkthrough, False
        self._applied = None
        stands_out = render.composed_frame.highlighted
        selected = (*stands_out.pins, *(() if stands_out.neuron is None else (stands_out.neuron,)))
        self._collects = chosen_weight(snapshot, selected)
        self._timeline = Timeline.walkthrough(
            len(snapshot.activations), snapshot.trace.has_gradient, self._collects is not None
        )
        self._overlay: CollectingOverlay | None = None
        self._times = frame_times(self._timeline, frames_per_second)
        self._place = 0
        self._queue = queue
        self._render = render
        title, place, line = words
        composed_frame = render.composed_frame
        composed_frame.show_words(
            replace(composed_frame.words, title=title, place=place, walkthrough="", notice=None)
        )
        render.show_displayed_snapshot(snapshot)
        composed_frame.edges.show_weights(snapshot)
        composed_frame.edges.show_change(None)
        composed_frame.edges.show_gradient(snapshot.trace.gradient, "gradient")
        self._page = ExportPage(render, line)
        self._timer.start(0)
        size, theme = self._page.size, render.context.theme
        starts = tuple(round(1000 * place / frames_per_second) for place in range(len(self._times)))
        return AnimationFrames(size.width(), size.height(), frames_per_second, starts, shades(theme))

    def show_applied(self, applied: UpdateApplied) -> None:
        """The update has been made: go on with its change."""
        if self._render is None or not self._asked:
            return
        self._applied = applied
        edges = self._render.composed_frame.edges
        edges.show_change(applied.change)
        edges.show_weights(applied.snapshot)
        self._timer.start(0)

    @property
    def has_requested_update(self) -> bool:
        """Whether the update has been made, or is about to be."""
        return self._render is not None and self._asked

    @property
    def is_painting(self) -> bool:
        """Whether a walkthrough is under way."""
        return self._render is not None

    def stop(self) -> None:
        """Paint no further."""
        self._timer.stop()
        self._render = None

    def _paint_on(self) -> None:
        render = self._render
        if render is None:
            return
        # Asking again at once whether there is room would take time from the encoder.
        waits_ms = FULL_MS if self._queue.is_full else 0
        if waits_ms != self._timer.interval():
            self._timer.setInterval(waits_ms)
        if waits_ms:
            return
        at_s = self._times[self._place]
        change_at_s = self._timeline.change_at_s
        assert change_at_s is not None
        if at_s >= change_at_s and self._applied is None:
            if not self._asked:
                self._asked = True
                self._timer.stop()
                self.apply_wanted.emit()
            return
        self._show(render, at_s)
        if render.composed_frame.edges.has_work:
            render.work(STEP_MS)
            return
        # The bytes are the image's own: it must live until they are copied.
        image = self._with_collecting(self._page.image(), render, at_s)
        self._queue.put(bytes(image.constBits()))
        self._place += 1
        self.progressed.emit(self._place / len(self._times))
        if self._place == len(self._times):
            self._queue.put(None)
            self.stop()

    def _with_collecting(self, image: QImage, render: DetachedRender, at_s: float) -> QImage:
        """The picture, while a kernel is collected with that in the network's place."""
        phase = self._timeline.phase_at(at_s)
        if phase.name != "collect" or self._collects is None:
            return image
        if self._overlay is None:
            # Only now: nobody waits for it when the app starts.
            from gui.kernel_page.collecting_overlay import CollectingOverlay

            self._overlay = CollectingOverlay(self._walkthrough.snapshot, self._collects, render.context)
        return self._overlay.paint(image, phase.progress_at(at_s))

    def _show(self, render: DetachedRender, at_s: float) -> None:
        composed_frame, phase = render.composed_frame, self._timeline.phase_at(at_s)
        composed_frame.show_animation_state(self._timeline.state_at(at_s))
        if phase.name == "mean":
            composed_frame.edges.show_gradient(
                self._walkthrough.mean_gradient, "mean_gradient", self._walkthrough.mean_db
            )
        if phase.name == "rest" and self._applied is not None:
            caption = outcome(self._walkthrough, self._applied)
        else:
            caption = sentence(phase, self._walkthrough.snapshot, True, self._collects)
        composed_frame.show_words(replace(composed_frame.words, walkthrough=caption))

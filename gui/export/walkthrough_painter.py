"""Paints the frames of one step walkthrough, one a turn of the event loop, and asks for the update when it is due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from core.analysis.weight_places import KernelWeight
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


@dataclass
class _Work:
    """What one walkthrough is painted with: its pictures are of many megabytes, so all of it goes at the end."""

    walkthrough: GradientComputed
    timeline: Timeline
    collects: KernelWeight | None
    times: tuple[float, ...]
    queue: FrameQueue
    render: DetachedRender
    page: ExportPage
    overlay: CollectingOverlay | None = None
    applied: UpdateApplied | None = None
    asked: bool = False
    place: int = 0


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
        self._work: _Work | None = None

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
        stands_out = render.composed_frame.highlighted
        selected = (*stands_out.pins, *(() if stands_out.neuron is None else (stands_out.neuron,)))
        collects = chosen_weight(snapshot, selected)
        timeline = Timeline.walkthrough(
            len(snapshot.activations), snapshot.trace.has_gradient, collects is not None
        )
        times = frame_times(timeline, frames_per_second)
        title, place, line = words
        composed_frame = render.composed_frame
        composed_frame.show_words(
            replace(composed_frame.words, title=title, place=place, walkthrough="", notice=None)
        )
        render.show_displayed_snapshot(snapshot)
        composed_frame.edges.show_weights(snapshot)
        composed_frame.edges.show_change(None)
        composed_frame.edges.show_gradient(snapshot.trace.gradient, "gradient")
        page = ExportPage(render, line)
        self._work = _Work(walkthrough, timeline, collects, times, queue, render, page)
        self._timer.start(0)
        size, theme = page.size, render.context.theme
        starts = tuple(round(1000 * place / frames_per_second) for place in range(len(times)))
        return AnimationFrames(size.width(), size.height(), frames_per_second, starts, shades(theme))

    def show_applied(self, applied: UpdateApplied) -> None:
        """The update has been made: go on with its change."""
        work = self._work
        if work is None or not work.asked:
            return
        work.applied = applied
        edges = work.render.composed_frame.edges
        edges.show_change(applied.change)
        edges.show_weights(applied.snapshot)
        self._timer.start(0)

    @property
    def has_requested_update(self) -> bool:
        """Whether the update has been made, or is about to be."""
        return self._work is not None and self._work.asked

    @property
    def is_painting(self) -> bool:
        """Whether a walkthrough is under way."""
        return self._work is not None

    def stop(self) -> None:
        """Paint no further, and let go of what it was painted on."""
        self._timer.stop()
        self._work = None

    def _paint_on(self) -> None:
        work = self._work
        if work is None:
            return
        # Asking again at once whether there is room would take time from the encoder.
        waits_ms = FULL_MS if work.queue.is_full else 0
        if waits_ms != self._timer.interval():
            self._timer.setInterval(waits_ms)
        if waits_ms:
            return
        at_s = work.times[work.place]
        change_at_s = work.timeline.change_at_s
        assert change_at_s is not None
        if at_s >= change_at_s and work.applied is None:
            if not work.asked:
                work.asked = True
                self._timer.stop()
                self.apply_wanted.emit()
            return
        _show(work, at_s)
        if work.render.composed_frame.edges.has_work:
            work.render.work(STEP_MS)
            return
        # The bytes are the image's own: it must live until they are copied.
        image = _with_collecting(work, work.page.image(), at_s)
        work.queue.put(bytes(image.constBits()))
        work.place += 1
        self.progressed.emit(work.place / len(work.times))
        if work.place == len(work.times):
            work.queue.put(None)
            self.stop()


def _with_collecting(work: _Work, image: QImage, at_s: float) -> QImage:
    """The picture, while a kernel is collected with that in the network's place."""
    phase = work.timeline.phase_at(at_s)
    if phase.name != "collect" or work.collects is None:
        return image
    if work.overlay is None:
        # Only now: nobody waits for it when the app starts.
        from gui.kernel_page.collecting_overlay import CollectingOverlay

        work.overlay = CollectingOverlay(work.walkthrough.snapshot, work.collects, work.render.context)
    return work.overlay.paint(image, phase.progress_at(at_s))


def _show(work: _Work, at_s: float) -> None:
    composed_frame, phase = work.render.composed_frame, work.timeline.phase_at(at_s)
    composed_frame.show_animation_state(work.timeline.state_at(at_s))
    if phase.name == "mean":
        composed_frame.edges.show_gradient(
            work.walkthrough.mean_gradient, "mean_gradient", work.walkthrough.mean_db
        )
    if phase.name == "rest" and work.applied is not None:
        caption = outcome(work.walkthrough, work.applied)
    else:
        caption = sentence(phase, work.walkthrough.snapshot, True, work.collects)
    composed_frame.show_words(replace(composed_frame.words, walkthrough=caption))

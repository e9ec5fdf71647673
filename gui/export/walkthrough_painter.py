"""Paints the frames of one told update, one a turn of the event loop, and asks for the update when it is due."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.engine.messages import StoryApplied, StoryOpened
from gui.export.animation_frames import Film, FrameQueue, frame_times, shades, starts_ms
from gui.export.export_page import Sheet
from gui.network.animation.timeline import Timeline
from gui.network.animation.walkthrough_captions import outcome, sentence
from gui.network.painting.detached_render import Portrait

# So long edges are drawn in one turn.
STEP_MS = 8.0
# While the encoder is behind, it is looked for room so often.
FULL_MS = 15


class StoryPainter(QObject):
    """The frames of a story on a portrait: as the view would tell it, but each picture complete.

    Nothing is painted while the queue is full. `apply_wanted` asks for the second half of the update, once; the
    frames of its change wait for it.
    """

    apply_wanted = Signal()
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._paint_on)
        self._portrait: Portrait | None = None
        self._applied: StoryApplied | None = None

    def start(
        self,
        story: StoryOpened,
        portrait: Portrait,
        words: tuple[str, str, str],
        frames_per_second: int,
        queue: FrameQueue,
    ) -> Film:
        """Begin; `words` are the title, the place in L, and the line under the picture.

        The portrait is changed; it shows the story from now on.
        """
        snapshot = story.snapshot
        self._story, self._asked = story, False
        self._applied = None
        self._timeline = Timeline.story(len(snapshot.activations), snapshot.trace.has_gradient)
        self._times = frame_times(self._timeline, frames_per_second)
        self._place = 0
        self._queue = queue
        self._portrait = portrait
        title, place, line = words
        still = portrait.still
        still.show_words(replace(still.words, title=title, place=place, story="", notice=None))
        portrait.show_scene(snapshot)
        still.edges.show_weights(snapshot)
        still.edges.show_change(None)
        still.edges.show_gradient(snapshot.trace.gradient, "gradient")
        self._sheet = Sheet(portrait, line)
        self._timer.start(0)
        size, theme = self._sheet.size, portrait.ground.theme
        starts = starts_ms(self._timeline, frames_per_second)
        return Film(size.width(), size.height(), frames_per_second, starts, shades(theme))

    def show_applied(self, applied: StoryApplied) -> None:
        """The update has been made: go on with its change."""
        if self._portrait is None or not self._asked:
            return
        self._applied = applied
        edges = self._portrait.still.edges
        edges.show_change(applied.change)
        edges.show_weights(applied.snapshot)
        self._timer.start(0)

    @property
    def has_asked(self) -> bool:
        """Whether the update has been made, or is about to be."""
        return self._portrait is not None and self._asked

    @property
    def is_painting(self) -> bool:
        """Whether a story is under way."""
        return self._portrait is not None

    def stop(self) -> None:
        """Paint no further."""
        self._timer.stop()
        self._portrait = None

    @Slot()
    def _paint_on(self) -> None:
        portrait = self._portrait
        if portrait is None:
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
        self._show(portrait, at_s)
        if portrait.still.edges.has_work:
            portrait.work(STEP_MS)
            return
        # The bytes are the image's own: it must live until they are copied.
        image = self._sheet.image()
        self._queue.put(bytes(image.constBits()))
        self._place += 1
        self.progressed.emit(self._place / len(self._times))
        if self._place == len(self._times):
            self._queue.put(None)
            self.stop()

    def _show(self, portrait: Portrait, at_s: float) -> None:
        still, beat = portrait.still, self._timeline.beat(at_s)
        still.show_moment(self._timeline.moment(at_s))
        if beat.phase == "mean":
            still.edges.show_gradient(self._story.mean_gradient, "mean_gradient", self._story.mean_db)
        if beat.phase == "rest" and self._applied is not None:
            said = outcome(self._story, self._applied)
        else:
            said = sentence(beat, self._story.snapshot, True)
        still.show_words(replace(still.words, story=said))

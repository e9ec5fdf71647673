"""Paints a film's pictures for a file: one after the other, as they come from the engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from core.engine.messages import FilmFrame
from core.engine.snapshot import Snapshot
from gui.export.animation_frames import AnimationFrames, FrameQueue, shades
from gui.export.captions import RunWords, network_description
from gui.export.export_page import ExportPage
from gui.film.film_plan import PICTURES_A_SECOND, FilmPlan
from gui.network.animation.timeline import AnimationState
from gui.network.painting.composed_frame import STEP_MS
from gui.network.painting.detached_render import DetachedRender

# While the encoder is behind, it is looked for room so often.
FULL_MS = 15

ShowWords = Callable[[DetachedRender, Snapshot], None]
"""Writes onto a picture what the view would say of this snapshot."""


class FilmPainter(QObject):
    """The pictures on a detached render, as the view would show them, with a line under each that names its update.

    Nothing is painted while the queue is full; a picture of the same update as the one before is that picture again.
    """

    update_wanted = Signal(int)
    """Ask the engine for a picture of this update."""
    progressed = Signal(float)

    def __init__(self, words_of: RunWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words_of = words_of
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._paint_on)
        self._render: DetachedRender | None = None
        self._page: ExportPage | None = None
        self._frame: FilmFrame | None = None
        self._queue: FrameQueue | None = None
        self._painted: tuple[int, bytes] = (-1, b"")
        self._is_shown = False
        self.are_exact = True
        """Whether each picture so far is of the very update that it was to be of."""

    def start(
        self, plan: FilmPlan, render: DetachedRender, show_words: ShowWords, queue: FrameQueue
    ) -> AnimationFrames:
        """Begin; the detached render is changed."""
        self._plan, self._render, self._show_words, self._queue = plan, render, show_words, queue
        self._picture, self.are_exact = 0, True
        self._frame, self._painted = None, (-1, b"")
        composed_frame = render.composed_frame
        # What was measured is of one update only.
        composed_frame.show_look(replace(composed_frame.look, statistics=None))
        composed_frame.show_animation_state(AnimationState())
        self._page = page = ExportPage(render, network_description(render, self._words_of))
        self.update_wanted.emit(plan.update_at(0))
        size, theme = page.size, render.context.theme
        starts = tuple(round(1000 * picture / PICTURES_A_SECOND) for picture in range(plan.count))
        return AnimationFrames(size.width(), size.height(), PICTURES_A_SECOND, starts, shades(theme))

    @property
    def is_painting(self) -> bool:
        """Whether a film is under way."""
        return self._render is not None

    def take(self, frame: FilmFrame) -> None:
        """A picture has come; one that nobody waits for any more is dropped."""
        if self._render is None or self._frame is not None:
            return
        if frame.update == self._plan.update_at(self._picture):
            self._frame, self._is_shown = frame, False
            self.are_exact &= frame.shown.update == frame.update
            self._timer.start(0)

    def ask_again(self) -> None:
        """Whoever was asked is gone: ask another for the picture that is awaited."""
        if self._render is not None and self._frame is None:
            self.update_wanted.emit(self._plan.update_at(self._picture))

    def stop(self) -> None:
        """Paint no further, and let go of what it was painted on."""
        self._timer.stop()
        self._render = self._frame = self._page = self._queue = None
        self._painted = -1, b""

    def _paint_on(self) -> None:
        render, frame, page, queue = self._render, self._frame, self._page, self._queue
        if render is None or frame is None or page is None or queue is None:
            self._timer.stop()
            return
        # Asking again at once whether there is room would take time from the encoder.
        waits_ms = FULL_MS if queue.is_full else 0
        if waits_ms != self._timer.interval():
            self._timer.setInterval(waits_ms)
        if waits_ms:
            return
        snapshot = frame.shown.snapshot
        if snapshot.update != self._painted[0]:
            if not self._is_shown:
                self._is_shown = True
                self._show(render, snapshot)
            if render.work(STEP_MS):
                return
            page.line = network_description(render, self._words_of)
            # The bytes are the image's own: it must live until they are copied.
            image = page.image()
            self._painted = snapshot.update, bytes(image.constBits())
        queue.put(self._painted[1])
        self._picture += 1
        self._frame = None
        self._timer.stop()
        self.progressed.emit(self._picture / self._plan.count)
        if self._picture == self._plan.count:
            queue.put(None)
            self.stop()
        else:
            self.update_wanted.emit(self._plan.update_at(self._picture))

    def _show(self, render: DetachedRender, snapshot: Snapshot) -> None:
        composed_frame = render.composed_frame
        if snapshot.permutation_count != render.displayed_snapshot.permutation_count:
            # Under these numbers are other neurons.
            composed_frame.highlight(None)
        self._show_words(render, snapshot)
        render.show_displayed_snapshot(snapshot)
        edges = composed_frame.edges
        edges.show_gradient(snapshot.trace.gradient, "gradient")
        edges.show_weights(snapshot)

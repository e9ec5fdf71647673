"""Plays a film: which picture is due when, and that each is seen whole.

Pictures are asked for a little ahead. The next one's connections are drawn while the view still shows the present one:
so what is on screen is always of one update. What comes too late is left out, so that the film lasts as long as it is
to.
"""

from __future__ import annotations

from collections import deque
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from core.engine.messages import FilmFrame
from gui.app.frame_clock import FrameClock, FrameListener
from gui.film.film_plan import PICTURES_A_SECOND, FilmPlan

LAST_LINES_MS = 5.0
# So many pictures may wait: the engine takes as long as the window for one.
AHEAD = 2


class View(Protocol):
    """The view of the network, as far as a film needs it."""

    def has_work(self) -> bool:
        """Whether connections are still to be drawn."""

    def work(self, budget_ms: float) -> bool:
        """Draw connections for about so long; True while more is left."""

    def show_drawn_edges(self) -> None:
        """Show connections that are drawn and wait for those of a second network."""

    def setUpdatesEnabled(self, enabled: bool) -> None:
        """Whether it is painted at all; otherwise what was painted last stays on screen."""


class FilmPlayer(FrameListener, QObject):
    """Says which updates it needs, and when each is to be shown.

    Attributes
    ----------
    plan : FilmPlan
    picture : int
        The one on screen, or where it was dragged to.
    is_playing : bool
    pictures_shown : int
        How many have been on screen.
    """

    update_wanted = Signal(int)
    """Ask the engine for a picture of this update."""

    picture_ready = Signal(object)
    """Show this `PastShown`; it is not seen before its connections are drawn."""

    revealed = Signal()
    """The picture that was made ready last is seen from now on: what is said of it may be said."""

    changed = Signal()
    """Another picture is on screen, or it plays, or rests."""

    ended = Signal()
    """It has played to its end."""

    def __init__(self, view: View, clock: FrameClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._clock = view, clock
        self.plan = FilmPlan(0, 0, 1)
        self.picture = 0
        self.is_playing = False
        self.pictures_shown = 0
        # When picture 0 was, or would have been, due; None until the first one that is played is on screen.
        self._begun_s: float | None = None
        # The picture that the engine was asked for; those that have come and wait; the one that is being drawn.
        self._asked: int | None = None
        self._ready: deque[tuple[int, FilmFrame]] = deque()
        self._drawn: int | None = None
        # Whether that one was begun before it was played: then it is none of what is played.
        self._is_from_before = False
        # The one that is seen, wherever the film is dragged to meanwhile.
        self._seen = 0
        # The last that was asked for.
        self._latest = 0
        # Where somebody drags the film to, faster than pictures come.
        self._wished: int | None = None
        clock.add(self)

    @property
    def is_at_rest(self) -> bool:
        """Whether no picture is wanted, on its way or being drawn."""
        return not (self.is_playing or self._ready) and self._asked is None and self._drawn is None

    # --- verbs

    def set_plan(self, plan: FilmPlan) -> None:
        """Play this one from now on, from where its updates are the same; it rests."""
        self.pause()
        update = self.plan.update_at(self.picture)
        self.plan = plan
        self.picture = self._seen = plan.picture_of(update)
        if self._drawn is not None:
            self._drawn = plan.picture_of(update)
        self.changed.emit()

    def stand_at(self, update: int) -> None:
        """Rest at the picture that is next to this update, which has come on screen in another way."""
        self.picture = self._seen = self.plan.picture_of(update)
        self.changed.emit()

    def play(self) -> None:
        """Play on; from the beginning where it is at its end."""
        if self.is_playing:
            return
        if self.picture >= self.plan.count - 1:
            self.picture = 0
        self.is_playing = True
        self._is_from_before = self._drawn is not None
        self._begun_s = None
        self._wished = None
        self._ask(self.picture)
        self.changed.emit()
        self._clock.wake()

    def pause(self) -> None:
        """Rest at the picture that is on screen, or is being drawn; one that was on its way comes no more."""
        self._asked = self._wished = None
        self._ready.clear()
        before = self.is_playing, self.picture
        self.is_playing = False
        self.picture = self._seen if self._drawn is None else self._drawn
        if before != (False, self.picture):
            self.changed.emit()

    def stop(self) -> None:
        """Rest, and hide nothing any more."""
        self.pause()
        self._reveal()

    def seek(self, picture: int) -> None:
        """Rest at this picture."""
        if self.is_playing:
            self.pause()
        self.picture = min(max(0, picture), self.plan.count - 1)
        if self._asked is None:
            self._ask(self.picture)
        else:
            self._wished = self.picture

    def take(self, frame: FilmFrame) -> None:
        """A picture has come; one that nobody waits for any more is dropped."""
        asked = self._asked
        if asked is None or frame.update != self.plan.update_at(asked):
            return
        self._asked = None
        self._ready.append((asked, frame))
        self._ask_ahead()
        self._clock.wake()

    # --- frames

    def move(self, now_s: float) -> bool:
        """Uncover the picture that is drawn, once it is due."""
        if self._drawn is not None:
            is_due = (
                not self.is_playing
                or self._begun_s is None
                or now_s >= self._begun_s + self._drawn / PICTURES_A_SECOND
            )
            # One that is due is not left to the next tick for a few lines.
            if is_due and not (self._view.has_work() and self._view.work(LAST_LINES_MS)):
                self._reveal()
        return self.is_playing or self._drawn is not None

    def has_work(self, now_s: float) -> bool:
        """Whether a picture waits to be drawn."""
        return bool(self._ready) and self._drawn is None

    def work(self, budget_ms: float) -> bool:
        """Begin to draw the next picture, under cover."""
        if not self._ready or self._drawn is not None:
            return False
        while len(self._ready) > 1 and self._ready[1][0] <= self._due:
            self._ready.popleft()
        self._drawn, frame = self._ready.popleft()
        begun_s = perf_counter()
        self._view.setUpdatesEnabled(False)
        self.picture_ready.emit(frame.shown)
        self._view.work(budget_ms - 1000 * (perf_counter() - begun_s))
        self._ask_ahead()
        return True

    # --- parts

    @property
    def _due(self) -> int:
        """The picture that is to be on screen now, while it plays."""
        if self._begun_s is None:
            return self.picture
        return int((perf_counter() - self._begun_s) * PICTURES_A_SECOND)

    def _ask_ahead(self) -> None:
        """Ask for one more picture: while it plays, as long as there is room for it; else where it was dragged to."""
        last = self.plan.count - 1
        if self._asked is not None:
            return
        if self._wished is not None:
            wished, self._wished = self._wished, None
            self._ask(wished)
        elif self.is_playing and len(self._ready) < AHEAD and self._latest < last:
            self._ask(min(max(self._latest + 1, self._due), last))

    def _ask(self, picture: int) -> None:
        self._asked = self._latest = picture
        self.update_wanted.emit(self.plan.update_at(picture))

    def _reveal(self) -> None:
        if self._drawn is None:
            return
        drawn, self._drawn = self._drawn, None
        self._seen = drawn
        self._view.show_drawn_edges()
        self._view.setUpdatesEnabled(True)
        self.revealed.emit()
        self.pictures_shown += 1
        is_from_before, self._is_from_before = self._is_from_before, False
        if self.is_playing and not is_from_before:
            self.picture = drawn
            if self._begun_s is None:
                # However long the first one took to come: the others follow it at their pace.
                self._begun_s = perf_counter() - drawn / PICTURES_A_SECOND
            self.is_playing = drawn < self.plan.count - 1
            if not self.is_playing:
                self.ended.emit()
        self.changed.emit()

"""Work that is too long for a frame: a portion of it after each frame's painting, and what came of it at the end."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any

from gui.app.frame_clock import FrameClock, FrameListener


class StepWork(FrameListener):
    """One piece of work at a time; the next one takes its place."""

    def __init__(self, clock: FrameClock) -> None:
        self._clock = clock
        self._steps: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], None] = lambda _: None
        clock.add(self)

    @property
    def is_under_way(self) -> bool:
        """Whether there is more to do."""
        return self._steps is not None

    def begin(self, steps: Generator[None, None, Any], done: Callable[[Any], None]) -> None:
        """Take these steps in the frames that follow, and call `done` with what they return."""
        self._steps, self._done = steps, done
        self._clock.wake()

    def after_painting(self, do: Callable[[], None]) -> None:
        """Do this after the next frame's painting, in place of what was to be done then."""
        self.begin(_once(), lambda _: do())

    def drop(self) -> None:
        """Give up what is under way."""
        self._steps = None

    def move(self, now_s: float) -> bool:
        """Frames are wanted until it is done."""
        return self.is_under_way

    def has_work(self, now_s: float) -> bool:
        """Whether a step is left."""
        return self.is_under_way

    def work(self, budget_ms: float) -> bool:
        """Take steps for about so long, at least one."""
        until, steps = perf_counter() + budget_ms / 1000, self._steps
        while steps is not None and steps is self._steps:
            try:
                next(steps)
            except StopIteration as end:
                self._steps = None
                self._done(end.value)
                break
            if perf_counter() >= until:
                break
        return self.is_under_way


def _once() -> Generator[None, None, None]:
    """No step before the end."""
    yield from ()

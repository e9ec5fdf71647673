"""Training as a task: update after update of the run on screen, at a rate or as fast as possible."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

from core.engine.rate_limiter import RateLimiter
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.engine.time_slice import train_slice
from core.training.divergence import DivergenceError


class TrainingListener(Protocol):
    """Receives the progress of the training."""

    def on_updates(self) -> None:
        """Updates were made."""

    def on_finished(self) -> None:
        """All updates that were asked for are made; the training has stopped."""

    def on_diverged(self, error: DivergenceError) -> None:
        """A number is not finite any more; the training has stopped."""

    def on_stopped_early(self, update: int, best: int) -> None:
        """The test loss has not fallen for as long as patience lasts; the training has stopped."""


class TrainingTask:
    """Whether, how far and how fast the run on screen is trained.

    Attributes
    ----------
    running : bool
    slices : int
        How often it has had its turn.
    """

    def __init__(
        self, clock: Callable[[], float], run: Callable[[], Run], listener: TrainingListener
    ) -> None:
        self._run = run
        self._listener = listener
        self._limiter = RateLimiter(clock)
        self.running = False
        self.slices = 0
        self._updates_left: int | None = None
        self._last_epoch: int | None = None
        # Updates that are due at the rate and have been begun: a large batch takes many slices.
        self._due = 0.0

    def start(self, updates: int | None = None, last_epoch: int | None = None) -> None:
        """Train on: for so many updates, until so many epochs are finished, or until `stop`."""
        self._updates_left, self._last_epoch = updates, last_epoch
        self._due = 0.0
        self._limiter.restart()
        self.running = True

    def stop(self) -> None:
        """Train no further."""
        self.running = False
        self._updates_left = self._last_epoch = None

    def set_rate(self, updates_per_second: float | None) -> None:
        """None is as fast as possible, 0 leaves it to step walkthroughs."""
        self._due = 0.0
        self._limiter.set_rate(updates_per_second)

    @property
    def is_paced(self) -> bool:
        """Whether updates come at a rate; single updates and the way to an epoch's end do not wait."""
        return self._limiter.rate is not None and self._updates_left is None and self._last_epoch is None

    @property
    def trains(self) -> bool:
        """Whether it makes updates by itself."""
        return self.running and not (self.is_paced and self._limiter.rate == 0)

    def seconds_until_due(self) -> float:
        """0 where an update is due."""
        if not self.running:
            return math.inf
        return self._limiter.seconds_until_due() if self.is_paced and not self._due else 0.0

    def work(self, is_over: IsOver) -> None:
        """Make updates until the slice is over; or measure the test loss, where somebody stops by it."""
        self.slices += 1
        run = self._run()
        if run.validation_is_due:
            if run.validate():
                self.stop()
                self._listener.on_stopped_early(run.trainer.step_count, run.best_update)
            return
        trainer, left = run.trainer, self._updates_left
        most = (self._due or self._limiter.take()) if self.is_paced else math.inf if left is None else left
        before = trainer.step_count
        try:
            advance = run.advance if run.watched else trainer.advance
            is_end = self._end_of(run)
            train_slice(advance, run.losses, most, is_over, is_end)
        except DivergenceError as error:
            self.stop()
            self._listener.on_diverged(error)
            return
        finally:
            if trainer.step_count > before:
                self._listener.on_updates()
        made = trainer.step_count - before
        if self.is_paced:
            self._due = most - made
        if left is not None:
            self._updates_left = left - made
        if self._updates_left == 0 or (self._last_epoch is not None and trainer.epoch >= self._last_epoch):
            self.stop()
            self._listener.on_finished()

    def _end_of(self, run: Run) -> Callable[[], bool] | None:
        """What else ends a slice: the end of an epoch, where something is to be done there."""
        last, trainer = self._last_epoch, run.trainer
        if trainer.config.patience:
            return lambda: run.validation_is_due
        return None if last is None else lambda: trainer.epoch >= last

    def fail(self) -> None:
        """Train no further."""
        self.stop()

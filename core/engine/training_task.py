"""Training as a task: update after update of the run on screen and its companions, at a rate or as fast as it goes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.engine.rate_limiter import RateLimiter
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.training.trainer import DivergenceError

if TYPE_CHECKING:
    from core.engine.engine import Engine


class TrainingTask:
    """Whether, how far and how fast the run on screen is trained.

    Attributes
    ----------
    running : bool
    last_update, last_epoch : int or None
        It ends after so many updates, or epochs, of the run; None where it does not.
    slices : int
        How often it has had its turn.
    """

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._engine = engine
        self._limiter = RateLimiter(clock)
        self.running = False
        self.slices = 0
        self.last_update: int | None = None
        self.last_epoch: int | None = None
        # Updates that are due at the rate and have been begun: a large batch takes many slices.
        self._due = 0.0

    def start(self, last_update: int | None = None, last_epoch: int | None = None) -> None:
        """Train on: until so many updates are made, so many epochs are finished, or until `stop`."""
        self.last_update, self.last_epoch = last_update, last_epoch
        self._due = 0.0
        self._limiter.restart()
        self.running = True

    def stop(self) -> None:
        """Train no further."""
        self.running = False
        self.last_update = self.last_epoch = None

    def set_rate(self, updates_per_second: float | None) -> None:
        """None is as fast as possible, 0 leaves it to step walkthroughs."""
        self._due = 0.0
        self._limiter.set_rate(updates_per_second)

    @property
    def is_paced(self) -> bool:
        """Whether updates come at a rate; single updates and the way to an epoch's end do not wait."""
        return self._limiter.rate is not None and self.last_update is None and self.last_epoch is None

    @property
    def trains(self) -> bool:
        """Whether it makes updates by itself."""
        return self.running and not (self.is_paced and self._limiter.rate == 0)

    def seconds_until_due(self) -> float:
        """0 where an update is due."""
        if not self.running:
            return math.inf
        return self._limiter.seconds_until_due() if self.is_paced and not self._due else 0.0

    def wants_turn(self, since: int) -> bool:
        """Whether an update is due, and none was worked on since `slices` was `since`: whoever works by turns waits."""
        return self.slices == since and self.seconds_until_due() <= 0

    def work(self, is_over: IsOver) -> None:
        """Make updates until the slice is over; or measure the test loss, where somebody stops by it."""
        self.slices += 1
        run, companions = self._engine.current, self._engine.companions
        companions.check()
        for other in (run, *companions.runs):
            if other.validation_is_due:
                if other.validate():
                    self._engine.ends.on_stopped_early(other)
                return
        trainer = run.trainer
        before = trainer.step_count
        due = self._left(run)
        if self.is_paced:
            due = self._due or self._limiter.take()
        try:
            most = min(self._most(other) for other in (run, *companions.runs))
            if companions.runs:
                companions.train(run, min(due, most), is_over)
            elif run.keeps_each_update:
                train_slice(run.advance, run.losses, min(due, most), is_over)
            else:
                train_slice(trainer.advance, run.losses, min(due, most), is_over, run.advance)
        except DivergenceError as error:
            self._engine.ends.on_diverged(error, run)
            return
        finally:
            if trainer.step_count > before:
                self._engine.on_updates(run)
        if self.is_paced:
            self._due = due - (trainer.step_count - before)
        if self.is_at_end(run):
            self._engine.ends.on_finished()

    def _left(self, run: Run) -> float:
        """Updates that are asked for and not made yet."""
        return math.inf if self.last_update is None else self.last_update - run.trainer.step_count

    def _most(self, run: Run) -> float:
        """Updates until something is to be done with a run: to keep it, or at the end of an epoch."""
        return min(self._left_in_epoch(run), self._engine.time.history.updates_left(run))

    def _left_in_epoch(self, run: Run) -> float:
        """Updates until something is to be done at the end of an epoch; infinite where nothing is."""
        trainer = run.trainer
        if self.last_epoch is None and not trainer.config.patience:
            return math.inf
        # Settings that wait for the end of a batch may change how many there are.
        return 1 if trainer.batch_is_open else max(1, trainer.batches.left_in_epoch)

    def is_at_end(self, run: Run) -> bool:
        """Whether all is made that was asked for."""
        updates, epochs = self.last_update, self.last_epoch
        is_last = updates is not None and run.trainer.step_count >= updates
        return is_last or (epochs is not None and run.trainer.epoch >= epochs)

    def fail(self) -> None:
        """Train no further."""
        self.stop()


def train_slice(
    advance: Callable[[], float | None],
    losses: list[float],
    most: float,
    is_over: Callable[[], bool],
    keep: Callable[[], float | None] | None = None,
) -> None:
    """Make up to `most` updates, and stop when the slice is over.

    `advance` works through a piece of a batch, and gives the mean C of a batch that has become an update. Each is
    appended to `losses`. After each piece is asked whether the slice is over, so that a whole set as batch holds up
    no command. The slice's last update is made by `keep`, where there is one: also when its time is over by then.

    An update of the lecture's network takes about 0.05 ms, so that a loop through an object's attributes would take a
    twentieth of the time; this one touches nothing but the trainer's own function, a list and what ends it.

    Raises
    ------
    DivergenceError
        When a number is not finite any more; the losses before it are in `losses`.
    """
    append = losses.append
    made = 0
    free = most if keep is None else most - 1
    while made < free:
        mean = advance()
        if mean is not None:
            append(mean)
            made += 1
        if is_over():
            break
    if keep is not None and most > 0:
        while (mean := keep()) is None:
            pass
        append(mean)

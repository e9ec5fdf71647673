"""The exact L of the run on screen: taken by turns with the training, and at once where that rests."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.engine.loss_meter import ExactLossMeter, ExactLossSchedule
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.engine.training_task import TrainingTask

SLICE_S = 0.005


class ExactLossTask:
    """Knows which update's L is owed, and takes it in portions.

    Parameters
    ----------
    clock : callable
        Seconds.
    run : callable
        The run on screen.
    training : TrainingTask
    report : callable
        Called with each run and the meter that has gone through all of its examples.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        run: Callable[[], Run],
        training: TrainingTask,
        report: Callable[[Run, ExactLossMeter], None],
    ) -> None:
        self._clock = clock
        self._run = run
        self._report = report
        self._schedule = ExactLossSchedule(clock)
        self._meter: ExactLossMeter | None = None
        self._training = training
        # Updates and pieces of them that the training had made after the last portion.
        self._slices = -1

    @property
    def is_under_way(self) -> bool:
        """Whether one is being taken."""
        return self._meter is not None

    def begin(self) -> None:
        """The training begins to run, or another run is entered: the first L is wanted soon."""
        self._schedule.begin()

    def drop(self) -> None:
        """Give up the one that is being taken."""
        self._meter = None

    def forget(self, run: int) -> None:
        """What was measured of this run does not hold any more, or the run is gone."""
        self._schedule.forget(run)
        if self._meter is not None and self._meter.run == run:
            self._meter = None

    def seconds_until_due(self) -> float:
        """0 where it is its turn."""
        run, training = self._run(), self._training
        update = run.trainer.step_count
        if self._meter is not None and not training.trains and self._meter.update != update:
            # Where it rests, the L of here is wanted, and no more that of an update on the way.
            self._meter = None
        if self._meter is None:
            owed = run.diverged is None and not self._schedule.is_known(run.number, update)
            is_turn = not training.trains or self._schedule.is_due()
            return self._schedule.rest_s if owed and is_turn else math.inf
        return math.inf if training.trains and self._leaves_turn(self._meter) else 0.0

    def _leaves_turn(self, meter: ExactLossMeter) -> bool:
        """Whether it is the training's turn: at least once after each portion, and as long as is its share.

        A training at a rate leaves time enough: it only goes first where an update is due.
        """
        training = self._training
        if training.slices == self._slices and training.seconds_until_due() <= 0:
            return True
        return not training.is_paced and meter.is_waiting()

    def work(self, _: IsOver) -> None:
        """Begin one, or go on with it."""
        run = self._run()
        if self._meter is None:
            is_first = self._schedule.is_first_of(run.number)
            self._meter = ExactLossMeter(run.number, run.trainer, self._clock, is_first)
            return
        if not self._meter.is_valid_for(run.trainer):
            self._meter = None
            return
        self._slices = self._training.slices
        if self._meter.advance(SLICE_S):
            meter, self._meter = self._meter, None
            self._schedule.note(run.number, meter)
            self._report(run, meter)

    def fail(self) -> None:
        """Rest for a while; there may be memory enough later."""
        self._schedule.note_failure()
        self._meter = None

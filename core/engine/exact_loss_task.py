"""The exact L of the run on screen: taken by turns with the training, and at once where that rests."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.analysis.exact_losses import ExactLoss
from core.engine.loss_meter import ExactLossMeter
from core.engine.run import Run
from core.engine.scheduler import IsOver

if TYPE_CHECKING:
    from core.engine.engine import Engine

SLICE_S = 0.005
# The exact loss may take about 3 % of the time, a little more at the start, where L falls fast.
REST = 33
MIN_REST_S = 0.3
EARLY_SHARE = 0.5
REST_AFTER_FAILURE_S = 60.0


class ExactLossTask:
    """Knows which update's L is owed, and takes it in portions."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self._meter: ExactLossMeter | None = None
        # Of each run the update whose L is known, and what was sent of it last.
        self._known: dict[int, int] = {}
        self._known_past: dict[int, int] = {}
        self._last: dict[int, ExactLoss] = {}
        self._begun_s = clock()
        self._due_s = self._rests_until_s = -math.inf
        # Updates and pieces of them that the training had made after the last portion.
        self._slices = -1

    @property
    def is_under_way(self) -> bool:
        """Whether one is being taken."""
        return self._meter is not None

    def begin(self) -> None:
        """The training begins to run, or another run is entered: the first L is wanted soon."""
        self._begun_s = self._clock()
        self._due_s = -math.inf

    def last(self, run: int) -> ExactLoss | None:
        """What was computed last of this run, with its update; None where nothing holds."""
        return self._last.get(run)

    def drop(self) -> None:
        """Give up the one that is being taken."""
        self._meter = None

    def forget(self, run: int) -> None:
        """What was measured of this run does not hold any more, or the run is gone."""
        self._known.pop(run, None)
        self._known_past.clear()
        self._last.pop(run, None)
        if self._meter is not None and self._meter.run == run:
            self._meter = None

    def seconds_until_due(self) -> float:
        """0 where it is its turn."""
        run, training = self._engine.shown, self._engine.training
        update = run.trainer.step_count
        if self._meter is not None and not training.trains and self._meter.update != update:
            # Where it rests, the L of here is wanted, and no more that of an update on the way.
            self._meter = None
        if self._meter is not None:
            return math.inf if training.trains and self._leaves_turn(self._meter) else 0.0
        now = self._clock()
        is_owed = run.diverged is None and self._known_of(run) != update
        if not is_owed or (training.trains and now < self._due_s):
            return math.inf
        return max(0.0, self._rests_until_s - now)

    def _known_of(self, run: Run) -> int | None:
        """The update whose L is known: of the live run, or of the past that somebody looks at."""
        return (
            self._known.get(run.number) if run is self._engine.current else self._known_past.get(run.number)
        )

    def _leaves_turn(self, meter: ExactLossMeter) -> bool:
        """Whether it is the training's turn: at least once after each portion, and as long as is its share.

        A training at a rate leaves time enough: it only goes first where an update is due.
        """
        training = self._engine.training
        if training.slices == self._slices and training.seconds_until_due() <= 0:
            return True
        return not training.is_paced and meter.is_waiting()

    def work(self, _: IsOver) -> None:
        """Begin one, or go on with it; the longer it took, the longer the training is left alone."""
        run, meter = self._engine.shown, self._meter
        if meter is None:
            # Somebody waits for a run's first numbers.
            is_first = run.number not in self._known
            self._meter = ExactLossMeter(run.number, run.trainer, self._clock, is_first)
            return
        if not meter.is_valid_for(run.trainer):
            self._meter = None
            return
        self._slices = self._engine.training.slices
        is_done = meter.advance(SLICE_S)
        statistics = meter.new_statistics()
        if statistics is not None:
            self._engine.send(statistics)
        if is_done:
            self._meter = None
            if run is not self._engine.current:
                self._known_past = {run.number: meter.update}
                self._engine.send(meter.result())
                return
            now = self._clock()
            early_s = EARLY_SHARE * (now - self._begun_s)
            self._due_s = now + max(MIN_REST_S, min(early_s, REST * meter.seconds))
            self._known[run.number] = meter.update
            self._last[run.number] = meter.result()
            self._engine.send(self._last[run.number])

    def fail(self) -> None:
        """Rest for a while, whatever begins meanwhile; there may be memory enough later."""
        self._rests_until_s = self._clock() + REST_AFTER_FAILURE_S
        self._meter = None

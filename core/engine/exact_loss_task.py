"""The exact L of what is on screen and of runs trained with it: by turns with the training, at once where it rests.

All are measured of one moment: what is shown, what is shown beside it, and the runs that are trained together.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.loss_meter import ExactLossMeter
from core.engine.run import Run
from core.engine.scheduler import IsOver

if TYPE_CHECKING:
    from core.engine.engine import Engine

# Half as long as a slice of the training, which has cold caches after each portion: fewer and longer ones take less.
SLICE_S = 0.008
# The exact loss may take 2 to 3 % of the time, a little more at the start, where L falls fast.
REST, LONG_REST = 50, 33
MIN_REST_S = 0.3
# One that is soon done comes so often all the same, and may take a twentieth of the time: an L that stands still looks
# like the newest one.
PERIOD_S, SOON_DONE_S, SOON_REST = 1.8, 0.4, 19
EARLY_SHARE, EARLY_SHARE_OF_LONG = 0.5, 0.3
# Early, too, it takes no more than about a twentieth, unless so long a rest would leave the curve without a point.
LONGEST_EARLY_REST_S = 12.0
FIRST_UPDATES_S = 0.3
REST_AFTER_FAILURE_S = 60.0


class ExactLossTask:
    """Knows which update's L is owed, and takes it in portions."""

    def __init__(
        self, clock: Callable[[], float], engine: Engine, work_clock: Callable[[], float] | None = None
    ) -> None:
        self._clock, self._work_clock = clock, work_clock
        self._engine = engine
        # Of one moment, one after the other; the first one is being taken.
        self._meters: list[tuple[Run, ExactLossMeter]] = []
        # Of each run the update whose L is known, and what was sent of it last; and which of earlier updates are known.
        self._known: dict[int, int] = {}
        self._known_past: set[tuple[int, int]] = set()
        self._last: dict[int, ExactLoss] = {}
        # What the neurons do of each run, None for its update, and of those earlier updates; and what was sent last.
        self._statistics: dict[tuple[int, int | None], NeuronStatistics] = {}
        self._sent: tuple[NeuronStatistics | None, bool] = None, False
        self._begun_s = clock()
        self._due_s = self._rests_until_s = -math.inf
        # Whether the training has begun, and nothing was measured of it since.
        self._is_awaited = False
        # Updates and pieces of them that the training had made after the last portion.
        self._slices = -1
        # What those of one moment have taken so far, and when the first of them was begun.
        self._took_s = 0.0
        self._measured_from_s = -math.inf
        self._numbers = itertools.count(1)

    @property
    def is_under_way(self) -> bool:
        """Whether one is being taken."""
        return bool(self._meters)

    def begin(self, trains: bool = False) -> None:
        """Another run is entered, or parameters were set by hand: the first L is wanted soon.

        Where the training `trains` from now on, what takes long waits for a few updates of it.
        """
        self._begun_s = self._clock()
        self._is_awaited |= trains
        # What takes long is not spent on the first few updates: it would tell of nothing when it is done.
        waits = trains and self._took_s > SOON_DONE_S
        self._due_s = self._begun_s + FIRST_UPDATES_S if waits else -math.inf

    def last(self, run: int) -> ExactLoss | None:
        """What was computed last of this run, with its update; None where nothing holds."""
        return self._last.get(run)

    def statistics_of(self, run: Run) -> NeuronStatistics | None:
        """What its neurons do over the test set, as it was measured last; of an earlier update, of that very one."""
        return self._statistics.get(self._place_of(run))

    def report(self) -> None:
        """Send what the neurons on screen do, where that is known and another thing than what was sent."""
        known = self.statistics_of(self._engine.shown)
        # While the window looks back it takes nothing of the present, nor the other way round.
        now = known, self._engine.time.is_looking_back
        if known is not None and (known is not self._sent[0] or now[1] != self._sent[1]):
            self._engine.send(known)
        self._sent = now

    def drop(self) -> None:
        """Give up what is being taken."""
        self._meters.clear()

    def want_again(self, run: Run) -> None:
        """More is wanted of this run than is known of it: measure it once more, soon."""
        self._known.pop(run.number, None)
        self._known_past.discard((run.number, run.trainer.step_count))
        self._due_s = -math.inf

    def want_own(self) -> None:
        """The user's own test set is another one, or not measured of what is on screen: measure it, soon.

        A measurement that is under way takes it with it.
        """
        shown = self._engine.shown
        for run, meter in self._meters:
            if run is shown and meter.is_valid_for(run.trainer):
                meter.measure_own(self._engine.own.fitting(run))
                return
        self.want_again(shown)

    def forget(self, run: int) -> None:
        """What was measured of this run does not hold any more, or the run is gone."""
        self._known.pop(run, None)
        self._known_past.clear()
        self._last.pop(run, None)
        self._statistics = {place: known for place, known in self._statistics.items() if place[0] != run}
        self._meters = [(of, meter) for of, meter in self._meters if of.number != run]

    def seconds_until_due(self) -> float:
        """0 where it is its turn."""
        wanted, training = self._wanted(), self._engine.training
        if self._meters and not training.trains and not all(_is_of_now(*one, wanted) for one in self._meters):
            # Where it rests, the L of here is wanted, and no more that of an update on the way.
            self._meters.clear()
        if self._meters:
            return math.inf if training.trains and self._leaves_turn(self._meters[0][1]) else 0.0
        now = self._clock()
        if not any(map(self._is_owed, wanted)) or (training.trains and now < self._due_s):
            return math.inf
        return max(0.0, self._rests_until_s - now)

    def _wanted(self) -> list[Run]:
        """Whose L is wanted: what is on screen first."""
        engine = self._engine
        beside = engine.beside.run
        runs = (engine.shown, *engine.companions.runs, *([beside] if beside is not None else []))
        return [run for place, run in enumerate(runs) if run not in runs[:place]]

    def _is_owed(self, run: Run) -> bool:
        update = run.trainer.step_count
        if run is self._engine.run(run.number):
            return not run.is_returning and self._known.get(run.number) != update
        return (run.number, update) not in self._known_past

    def _place_of(self, run: Run) -> tuple[int, int | None]:
        is_now = run is self._engine.run(run.number)
        return run.number, None if is_now else run.trainer.step_count

    def _leaves_turn(self, meter: ExactLossMeter) -> bool:
        """Whether it is the training's turn: at least once after each portion, and as long as is its share.

        A training at a rate leaves time enough: it only goes first where an update is due.
        """
        training = self._engine.training
        return training.wants_turn(self._slices) or (not training.is_paced and meter.is_waiting())

    def work(self, _: IsOver) -> None:
        """Begin to measure, or go on with it; the longer it took, the longer the training is left alone."""
        if not self._meters:
            self._took_s, self._measured_from_s = 0.0, self._clock()
            for run in filter(self._is_owed, self._wanted()):
                # Somebody waits for a run's first numbers.
                is_first = run.number not in self._known
                looks = self._engine.examples.looks_at(run)
                layers = self._engine.layer_curves.begin(run)
                clocks = self._clock, is_first, self._work_clock
                awaited, numbers = self._is_awaited, self._numbers
                meter = ExactLossMeter(run.number, run.trainer, *clocks, looks, layers, awaited, numbers)
                if run is self._engine.shown:
                    meter.measure_own(self._engine.own.fitting(run))
                self._meters.append((run, meter))
            self._is_awaited = False
            return
        run, meter = self._meters[0]
        if not meter.is_valid_for(run.trainer):
            self._meters.pop(0)
            return
        self._slices = self._engine.training.slices
        is_done = meter.advance(SLICE_S)
        statistics = meter.new_statistics()
        if statistics is not None:
            self._statistics[self._place_of(run)] = statistics
        own = meter.new_own()
        if own is not None:
            self._engine.own.take(run, own)
            self._engine.examples.take_own(run, meter, own)
        if is_done:
            self._meters.pop(0)
            self._took_s += meter.seconds
            self._note(run, meter.result())
            self._engine.examples.take(run, meter)
            self._engine.layer_curves.take(run, meter)

    def _note(self, run: Run, exact: ExactLoss) -> None:
        """It is measured: send it, and leave the training alone for a while where it was the last one."""
        self._engine.send(exact)
        if run is self._engine.run(run.number):
            self._known[run.number] = exact.update
            self._last[run.number] = exact
        else:
            # That of a past which is shown once more is wanted once more.
            self._known_past &= {(one.number, one.trainer.step_count) for one in self._wanted()}
            self._known_past.add((run.number, exact.update))
            for place in [place for place in self._statistics if place[1] is not None]:
                if place not in self._known_past:
                    del self._statistics[place]
        if not self._meters:
            now = self._clock()
            share = EARLY_SHARE if self._took_s <= SOON_DONE_S else EARLY_SHARE_OF_LONG
            early_s = share * (now - self._begun_s)
            # What is soon done rests until its period is over; of what takes longer only the rest is rested for.
            period_s = self._measured_from_s + PERIOD_S - now
            longest_s = max(period_s, SOON_REST * self._took_s, LONG_REST * (self._took_s - SOON_DONE_S))
            rest_s = max(
                min(early_s, REST * self._took_s, longest_s),
                min(SOON_REST * self._took_s, LONGEST_EARLY_REST_S),
            )
            # What was begun before the training was tells nothing of it: its first one is still waited for.
            self._due_s = now + max(MIN_REST_S, 0.0 if self._is_awaited else rest_s)

    def fail(self) -> None:
        """Rest for a while, whatever begins meanwhile; there may be memory enough later."""
        self._rests_until_s = self._clock() + REST_AFTER_FAILURE_S
        self._meters.clear()


def _is_of_now(run: Run, meter: ExactLossMeter, wanted: Sequence[Run]) -> bool:
    """Whether what is being measured is wanted, and has not moved on since."""
    return run in wanted and meter.update == run.trainer.step_count

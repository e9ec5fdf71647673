"""What each pixel of the shown example decides, for a window that looks at it: live, by turns with the training.

Single flips are renewed as θ moves on, so often that they are seen to move, and so seldom that the training loses next
to nothing. The fewest flips that change the answer are looked for where the training rests; of what has moved on the
search is given up.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.analysis.evaluation import NO_ANSWER
from core.analysis.fewest_flips import FewestFlips, FlipChain
from core.analysis.pixel_flips import Flipper, SingleFlips
from core.engine import flip_messages as m
from core.engine.flip_commands import WatchFlips
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.engine.snapshot import Example
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine

PORTION_S = 0.005
# Renewals of a small network: twelve a second. After each portion the training has so many times as long, so that
# those of a large one come less often, and take less than 2 % of the time.
LEAST_REST_S, REST = 0.08, 60.0
REPORT_EVERY_S = 0.2

Moment = tuple[int, int, int, str]


class FlipTask:
    """Handles the command; a task of the scheduler.

    What a portion takes is counted by `work_clock`, the clock itself by default: on a machine with other work fewer
    seconds pass on it.
    """

    def __init__(
        self, clock: Callable[[], float], engine: Engine, work_clock: Callable[[], float] | None = None
    ) -> None:
        self._clock, self._work_clock, self._engine = clock, work_clock or clock, engine
        self._watched = False
        self._number = 0
        # Whose flips are known, or under way.
        self._moment: Moment | None = None
        self._example: Example | None = None
        self._singles: SingleFlips | None = None
        self._search: FewestFlips | None = None
        self._flipper: Flipper | None = None
        # A copy of the network, which stands still while the training goes on, and passes through it.
        self._network: Network | None = None
        self._passes: dict[int, Propagation] = {}
        self._due_s = self._reported_s = -math.inf
        # By the clock, where updates come at a rate, and by what the engine has worked, where it never waits.
        self._rests_until = -math.inf, -math.inf
        self.handlers: dict[type, Callable[[Any], None]] = {WatchFlips: self._watch}

    def _watch(self, command: WatchFlips) -> None:
        self._drop()
        self._watched = command.watched
        self._due_s, self._rests_until = -math.inf, (-math.inf, -math.inf)
        if not self._watched:
            self._network, self._passes = None, {}

    def _drop(self) -> None:
        self._moment = self._example = self._flipper = self._singles = self._search = None

    # --- a task

    def seconds_until_due(self) -> float:
        """0 where it is its turn."""
        if not self._watched:
            return math.inf
        run = self._engine.shown
        if run.is_returning or not has_flips(run):
            return math.inf
        trains = self._engine.training.trains
        if self._singles is not None or not self._is_of(run):
            return self._rest() if trains else 0.0
        if self._search is None or trains:
            return math.inf
        # Where there are millions of pairs, L need not wait for them.
        return math.inf if self._engine.exact_loss.seconds_until_due() <= 0 else 0.0

    def work(self, is_over: IsOver) -> None:
        """Begin, where something else is shown; else go on for a portion."""
        run, began_s = self._engine.shown, self._work_clock()
        trains = self._engine.training.trains
        # While the training runs θ is another one with each portion: what is under way is of one moment all the same.
        if not self._is_of(run) and not (trains and self._singles and self._example is run.sample.current):
            self._begin(run)
        while True:
            if self._singles is not None:
                if self._singles.advance():
                    self._tell_singles()
            elif self._search is None or trains:
                break
            elif self._search.advance():
                self._tell_chain(self._search.chain)
            if is_over() or self._work_clock() - began_s >= PORTION_S:
                break
        now = self._clock()
        if trains:
            worked_s = self._work_clock()
            rest_s = REST * (worked_s - began_s)
            self._due_s, self._rests_until = now + LEAST_REST_S, (now + rest_s, worked_s + rest_s)
        if self._search is not None and not trains and now >= self._reported_s + REPORT_EVERY_S:
            self._reported_s = now
            self._engine.send(m.FlipsProgress(self._number, self._search.done, self._search.total))

    def fail(self) -> None:
        """Look no further, until somebody asks again."""
        self._watch(WatchFlips(False))

    # --- parts

    def _rest(self) -> float:
        """How long the training is still left alone."""
        by_clock, by_work = self._rests_until
        now = self._clock()
        left = by_clock - now if self._engine.training.is_paced else by_work - self._work_clock()
        return max(0.0, self._due_s - now, left)

    def _is_of(self, run: Run) -> bool:
        return self._moment == _moment(run) and self._example is run.sample.current

    def _begin(self, run: Run) -> None:
        self._drop()
        self._moment, self._example = _moment(run), run.sample.current
        trainer, network = run.trainer, self._network
        source = trainer.network
        if network is None or network.topology is not source.topology or network.dtype != source.dtype:
            self._network = network = source.copy()
            self._passes = {}
        else:
            network.parameters[:] = source.parameters
        example = self._example
        self._flipper = Flipper(network, example.x, example.label, trainer.config.loss, self._passes)
        self._singles = SingleFlips(self._flipper)

    def _tell_singles(self) -> None:
        singles, self._singles = self._singles, None
        assert singles is not None and self._moment is not None
        assert self._example is not None and self._flipper is not None
        self._number += 1
        run, update, edits, _ = self._moment
        self._engine.send(
            m.PixelFlips(
                number=self._number,
                run=run,
                update=update,
                edits=edits,
                example=self._example,
                loss=float(singles.losses[0]),
                answer=singles.answer,
                confidence=float(singles.confidences[0]),
                losses=read_only(singles.losses[1:]),
                answers=read_only(singles.answers[1:]),
                confidences=read_only(singles.confidences[1:]),
            )
        )
        if singles.answer == NO_ANSWER:
            return
        search = FewestFlips(self._flipper, singles)
        if search.is_at_hand:
            # It is known already.
            self._tell_chain(search.finish())
        else:
            # It goes on where the training rests at this very update.
            self._search, self._reported_s = search, self._clock()

    def _tell_chain(self, chain: FlipChain | None) -> None:
        assert chain is not None
        self._search = None
        for array in (chain.pixels, chain.answers, chain.losses, chain.y):
            read_only(array)
        self._engine.send(m.FewestFlips(self._number, chain))


def has_flips(run: Run) -> bool:
    """Whether its inputs are pixels and its outputs classes."""
    data = run.trainer.dataset
    return data.picture is not None and not data.is_regression


def _moment(run: Run) -> Moment:
    trainer = run.trainer
    return run.number, trainer.step_count, trainer.edit_count, trainer.config.loss

"""Comparing two runs as solutions: by turns with the training, which goes on meanwhile."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.solutions import SolutionComparison
from core.data.dataset import Dataset
from core.editing.neuron_matching import have_same_layers
from core.editing.neuron_permutation import Order, flat_order
from core.engine.commands import CancelComparison, CompareSolutions
from core.engine.journal import orders_since
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.engine.snapshot import Example
from core.engine.solutions_messages import SolutionsCompared, SolutionsRefused

if TYPE_CHECKING:
    from core.engine.engine import Engine

REPORT_EVERY_S = 0.2


class SolutionsTask:
    """Handles the commands, and is a task of the scheduler; of several comparisons only the last one is wanted."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self._under_way: _UnderWay | None = None
        # What was measured last, also when it is over.
        self._ends: _Ends | None = None
        self._last: SolutionsCompared | None = None
        self._reported_s = -math.inf
        # How often the training had had its turn after the last portion.
        self._slices = -1
        self.handlers: dict[type, Callable[[Any], None]] = {
            CompareSolutions: self._compare,
            CancelComparison: lambda _: self._drop(),
        }

    def on_changed_by_hand(self, run: Run) -> None:
        """Parameters of this run were set, or its neurons sorted: what was measured of it may be of another network."""
        if self._ends is not None and self._last is not None and self._ends.look_at(run):
            self._last = self._told(self._last)
            self._engine.send(self._last)

    # --- a task

    def seconds_until_due(self) -> float:
        """0 where something is left to be done, and the training has had its turn."""
        if self._under_way is None:
            return math.inf
        return math.inf if self._engine.training.wants_turn(self._slices) else 0.0

    def work(self, is_over: IsOver) -> None:
        """Go on with it, and report what is measured a few times a second, and in the end."""
        now = self._under_way
        assert now is not None
        if any(self._engine.run(run.number) is not run for run in now.runs):
            self._refuse(*now.numbers, "gone")
            return
        self._slices = self._engine.training.slices
        is_done = now.comparison.advance()
        while not is_done and not is_over():
            is_done = now.comparison.advance()
        if is_done or self._clock() >= self._reported_s + REPORT_EVERY_S:
            self._reported_s = self._clock()
            self._report(now)
        if is_done:
            self._drop()

    def fail(self) -> None:
        """Give it up."""
        if self._under_way is not None:
            self._refuse(*self._under_way.numbers, "failed")

    # --- parts

    def _compare(self, command: CompareSolutions) -> None:
        self._drop()
        a, b = self._engine.run(command.run_a), self._engine.run(command.run_b)
        reason = "gone" if a is None or b is None else why_not(a, b)
        if reason is not None or a is None or b is None:
            self._refuse(command.run_a, command.run_b, reason or "gone")
            return
        self._under_way = _UnderWay(a, b, self._engine.shown.sample.current)
        self._ends = _Ends(a, b)
        self._reported_s = self._clock()
        self._report(self._under_way)

    def _report(self, now: _UnderWay) -> None:
        self._last = self._told(now.message())
        self._engine.send(self._last)

    def _told(self, message: SolutionsCompared) -> SolutionsCompared:
        """With what has become of both ends since."""
        assert self._ends is not None
        return replace(message, changed=self._ends.changed, sorted_since=self._ends.sorted_since)

    def _refuse(self, run_a: int, run_b: int, reason: str) -> None:
        self._drop()
        self._engine.send(SolutionsRefused(run_a, run_b, reason))

    def _drop(self) -> None:
        self._under_way = None


def why_not(a: Run, b: Run) -> str | None:
    """Why two runs can't be compared, as `SolutionsRefused` has it; None where they can."""
    if a is b:
        return "same"
    if a.is_returning or b.is_returning:
        return "returning"
    if not have_same_layers(a.trainer.network, b.trainer.network):
        return "structure"
    if not _have_same_examples(a.trainer.dataset, b.trainer.dataset):
        return "data"
    return None if a.trainer.config.loss == b.trainer.config.loss else "loss"


def _have_same_examples(one: Dataset, other: Dataset) -> bool:
    """Whether both are the same, also where they were loaded twice."""
    names = "X_train", "y_train", "X_test", "y_test"
    return one is other or all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


class _Ends:
    """Both networks as they were when they began to be compared.

    Attributes
    ----------
    changed, sorted_since : (bool, bool)
        As `SolutionsCompared` has them.
    """

    def __init__(self, *runs: Run) -> None:
        self._ends = [_End(run) for run in runs]
        self.changed = self.sorted_since = False, False

    def look_at(self, run: Run) -> bool:
        """Compare this run with what it was; returns whether `changed` or `sorted_since` is another one now.

        By the parameters: what was set and taken back is the same network, and so it is with its neurons in another
        order. A run that has gone on has another update, and what is set there changes nothing of the one before.
        """
        before = self.changed, self.sorted_since
        for end in self._ends:
            if end.run is run and end.update == run.trainer.step_count:
                end.look()
        a, b = self._ends
        self.changed = a.is_changed, b.is_changed
        # Where both have come into the same order, each step between them is what it was.
        same = _are_same(a.orders, b.orders)
        self.sorted_since = (False, False) if same else (_is_another(a.orders), _is_another(b.orders))
        return (self.changed, self.sorted_since) != before


class _End:
    """A network as it was when it began to be compared, and what has become of it since.

    Attributes
    ----------
    is_changed : bool
        Whether it is another network, whatever the order of its neurons.
    orders : tuple of Order
        The orders that its hidden neurons have come into since, as `orders_since` has them.
    """

    def __init__(self, run: Run) -> None:
        self.run, self.update = run, run.trainer.step_count
        self._parameters, self._permutations = run.trainer.network.parameters.copy(), run.permutations
        self.is_changed = False
        self.orders: tuple[Order, ...] = ()

    def look(self) -> None:
        """Compare it with what the run is now."""
        network, then = self.run.trainer.network, self._parameters
        self.orders = orders_since(self.run.journal, self._permutations)
        if self.orders:
            then = then[flat_order(network.topology, self.orders)]
        self.is_changed = not np.array_equal(then, network.parameters)


def _is_another(orders: tuple[Order, ...]) -> bool:
    """Whether any neuron has another place: there and back again is none."""
    return any(not np.array_equal(order, np.arange(len(order))) for order in orders)


def _are_same(one: tuple[Order, ...], other: tuple[Order, ...]) -> bool:
    return len(one) == len(other) and all(map(np.array_equal, one, other))


class _UnderWay:
    """A comparison with what it is of."""

    def __init__(self, a: Run, b: Run, example: Example) -> None:
        self.runs = a, b
        self._updates = a.trainer.step_count, b.trainer.step_count
        self._example = example
        trainer = a.trainer
        self.comparison = SolutionComparison(
            trainer.network, b.trainer.network, trainer.dataset, trainer.config.loss, example.x
        )

    @property
    def numbers(self) -> tuple[int, int]:
        """What the runs are called by."""
        a, b = self.runs
        return a.number, b.number

    def message(self) -> SolutionsCompared:
        """All that is measured so far."""
        comparison, a = self.comparison, self.runs[0]
        return SolutionsCompared(
            *self.numbers,
            *self._updates,
            straight=comparison.straight,
            matched=comparison.matched,
            matching=comparison.matching,
            example=self._example,
            class_names=a.data.class_names,
            train_count=comparison.train_count,
            test_count=comparison.test_count,
            train_total=len(a.trainer.dataset.y_train),
            test_total=len(a.trainer.dataset.y_test),
            done=comparison.done,
            total=comparison.total,
        )

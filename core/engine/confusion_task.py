"""Counts which class is taken for which in any run, at any of its updates: by turns with the training.

What is counted is subtracted from the matrix of the run on screen, so it has to be of the same examples. A run's newest
state is there as it is; an earlier one is made again from the nearest state that was kept, but only where nothing is
trained: it may take as many updates as the training makes. Runs that are trained together are measured at one moment,
so that of these nothing has to be made again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import confusion_table
from core.analysis.evaluation import Evaluation
from core.analysis.example_losses import OWN, ExampleLosses, classes_said
from core.data.dataset import SPLITS
from core.engine.confusion_messages import ConfusionCounted, ConfusionRefused
from core.engine.example_commands import CountConfusion, DropConfusion
from core.engine.past import Past
from core.engine.run import Run
from core.engine.scheduler import IsOver, go_on
from core.nn.network import Network
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine

# Of examples that were loaded twice so many are compared at once.
ROWS_A_STEP = 4096

Examples = tuple[NDArray[Any], NDArray[Any]]


@dataclass(frozen=True)
class _Counted:
    """What was counted last: it holds as long as the parameters and the examples are the same."""

    run: Run
    network: Network
    loss: str
    examples: Examples
    message: ConfusionCounted


class ConfusionTask:
    """Handles the commands, and is a task of the scheduler; of several questions only the last one is wanted."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # What is asked for, and the run that is meant.
        self._command: CountConfusion | None = None
        self._run: Run | None = None
        self._work: Iterator[None] | None = None
        # The run is trained along: its next exact measurement has the answer.
        self._waits = False
        # How often the training had had its turn after the last portion.
        self._slices = -1
        self._last: _Counted | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {
            CountConfusion: self._count,
            DropConfusion: lambda _: self._drop(),
        }

    def forget(self, run: int) -> None:
        """The run is gone, and what was counted of it."""
        if self._last is not None and self._last.run.number == run:
            self._last = None

    # --- a task

    def seconds_until_due(self) -> float:
        """0 where something is left to be done, and the training has had its turn."""
        if self._command is None:
            return math.inf
        if self._waits:
            return 0.0 if self._measured() is not None or not self._is_trained_along() else math.inf
        return math.inf if self._engine.training.wants_turn(self._slices) else 0.0

    def work(self, is_over: IsOver) -> None:
        """Go on with it."""
        command, run = self._command, self._run
        assert command is not None and run is not None
        if self._engine.run(run.number) is not run:
            self._refuse("gone")
        elif self._waits:
            counts = self._measured()
            if counts is not None:
                assert command.update is not None
                self._tell(ConfusionCounted(command.ask, run.number, command.update, command.split, counts))
            else:
                # It is trained along no more.
                self._count(command)
        else:
            assert self._work is not None
            self._slices = self._engine.training.slices
            if go_on(self._work, is_over) and self._command is command:
                self._drop()

    def fail(self) -> None:
        """Give it up."""
        if self._command is not None:
            self._refuse("failed")

    # --- parts

    def _count(self, command: CountConfusion) -> None:
        if command.split not in (*SPLITS, OWN):
            raise ValueError(f"{command.split!r} is no set: choose 'train', 'test' or 'own'")
        self._drop()
        self._command, self._run = command, self._engine.run(command.run)
        reason = self._why_not(command)
        if reason is not None:
            self._refuse(reason)
            return
        assert self._run is not None
        self._waits = command.update is not None and self._is_trained_along()
        self._work = self._steps(command, self._run)

    def _why_not(self, command: CountConfusion) -> str | None:
        """Why it is not begun, as `ConfusionRefused` has it; None where it is."""
        run, shown = self._run, self._engine.shown
        if run is None:
            return "gone"
        mine, its = shown.trainer.dataset, run.trainer.dataset
        if not mine.class_names:
            return "classes"
        if mine.class_names != its.class_names:
            return "data"
        if run.is_returning:
            return "returning"
        if command.update is not None and not 0 <= command.update <= run.trainer.step_count:
            return "short"
        if self._is_past and self._engine.training.trains and not self._is_trained_along():
            return "trains"
        return None

    @property
    def _is_past(self) -> bool:
        """Whether it is asked how the run stood before its newest update."""
        assert self._command is not None and self._run is not None
        return self._command.update not in (None, self._run.trainer.step_count)

    def _is_trained_along(self) -> bool:
        """Whether the run is measured at the moments of that on screen, and goes on; one's own set is not."""
        engine, command = self._engine, self._command
        is_trained = self._run is engine.current or self._run in engine.companions.runs
        return engine.training.trains and is_trained and command is not None and command.split != OWN

    def _measured(self) -> NDArray[np.integer] | None:
        """The counts of its exact measurement at that update, where there was one."""
        command = self._command
        assert command is not None and command.update is not None
        return self._engine.examples.confusions.counts_at(command.run, command.split, command.update)

    def _steps(self, command: CountConfusion, run: Run) -> Iterator[None]:
        engine = self._engine
        examples = engine.own.split(run, command.split)
        for is_same in _are_same(engine.own.split(engine.shown, command.split), examples):
            if not is_same:
                self._refuse("data")
                return
            yield
        at = run
        if self._is_past:
            assert command.update is not None
            past = Past(engine.time.history, run, command.update, follows_update=False)
            for _ in past.pieces():
                # What is trained meanwhile is not to be held up: the way is gone again once that rests.
                if engine.training.trains:
                    self._refuse("trains")
                    return
                yield
            at = past.run
        trainer = at.trainer
        update, loss, known = trainer.step_count, trainer.config.loss, self._last
        if known is None or not _holds(known, run, trainer.network, loss, examples):
            network = trainer.network.copy()
            evaluation = Evaluation(network, *examples, {}, loss)
            while not evaluation.advance():
                yield
            counts = _counts_of(evaluation, examples[1], len(trainer.dataset.class_names))
            message = ConfusionCounted(command.ask, run.number, update, command.split, read_only(counts))
            self._last = known = _Counted(run, network, loss, examples, message)
        self._tell(replace(known.message, ask=command.ask, update=update))

    def _tell(self, message: ConfusionCounted) -> None:
        self._drop()
        self._engine.send(message)

    def _refuse(self, reason: str) -> None:
        assert self._command is not None
        refused = ConfusionRefused(self._command.ask, self._command.run, reason)
        self._drop()
        self._engine.send(refused)

    def _drop(self) -> None:
        self._command = self._run = self._work = None
        self._waits = False


def _holds(known: _Counted, run: Run, network: Network, loss: str, examples: Examples) -> bool:
    """Whether what was counted is still so: the same function of the same examples, to the bit."""
    same = known.run is run and known.loss == loss
    same = same and all(map(lambda one, other: one is other, known.examples, examples))
    same = same and known.network.topology == network.topology
    return same and np.array_equal(known.network.parameters, network.parameters)


def _are_same(mine: Examples, its: Examples) -> Iterator[bool]:
    """Whether two sets are the same, part by part, also where they were loaded twice; it ends at the first that is
    not.
    """
    for one, other in zip(mine, its, strict=True):
        if one is other:
            continue
        if one.shape != other.shape:
            yield False
            return
        for start in range(0, len(one), ROWS_A_STEP):
            part = slice(start, start + ROWS_A_STEP)
            is_same = np.array_equal(one[part], other[part])
            yield is_same
            if not is_same:
                return


def _counts_of(evaluation: Evaluation, labels: NDArray[Any], classes: int) -> NDArray[np.integer]:
    """(K, K + 1): as `ConfusionCounted` has them."""
    losses = ExampleLosses(0, 0, "", evaluation.losses, classes_said(evaluation.predictions), labels)
    return confusion_table(losses, classes)

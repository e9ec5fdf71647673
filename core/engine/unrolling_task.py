"""A dense layer that becomes a convolution, and how three networks answer digits that are moved."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.shifted_digits import ShiftedEvaluation
from core.analysis.unrolling import Unrolled, agreement
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.engine.snapshot import Example
from core.engine.unrolling_commands import UnrollConvolution, WatchShifted
from core.engine.unrolling_messages import ConvolutionUnrolled, ShiftedMeasured

if TYPE_CHECKING:
    from core.engine.engine import Engine

PROVED_DIGITS = 1000
# Moved eight times each: enough that two accuracies of 90 % differ by no more than 0.7 % by chance.
SHIFTED_DIGITS = 2000
PORTION_S = 0.005
# After a portion the training has so many times as long.
REST = 9.0


class UnrollingTask:
    """Handles the commands; a task of the scheduler that measures moved digits by turns with the training."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock, self._engine = clock, engine
        self._watched: tuple[int, ...] = ()
        # Of one moment, one after the other; the first one is being taken.
        self._open: list[tuple[Run, int, int, ShiftedEvaluation]] = []
        # For each run the update, and the changes by hand, that were measured last.
        self._known: dict[int, tuple[int, int]] = {}
        self._due_s = -math.inf
        self.handlers: dict[type, Callable[[Any], None]] = {
            UnrollConvolution: lambda command: engine.requests.add(self._unrolled(command.seed)),
            WatchShifted: self._watch,
        }

    # --- the proof

    def _unrolled(self, seed: int) -> Iterator[None]:
        dataset = self._engine.dataset_of(DatasetSpec())
        example = self._example(dataset)
        made = Unrolled(seed)
        yield
        digits = np.concatenate([example.x[None], dataset.X_test[:PROVED_DIGITS].astype(np.float32)])
        agreed = yield from agreement(made.same, digits)
        layers = made.layers
        z = np.array([example.x.astype(np.float32) @ matrix for matrix in layers.matrices])
        starts = tuple(network.parameters for network in made.same.values())
        self._engine.send(ConvolutionUnrolled(layers, example, z, starts, agreed))  # type: ignore[arg-type]

    def _example(self, dataset: Dataset) -> Example:
        """The digit that is shown; the first of the test set where other data are."""
        shown = self._engine.shown
        if shown.trainer.dataset is dataset:
            return shown.sample.current
        return Example(dataset.X_test[0].astype(np.float32), int(dataset.y_test[0]), "test", 0)

    # --- moved digits

    def _watch(self, command: WatchShifted) -> None:
        self._watched = command.runs
        self._open.clear()
        self._known.clear()
        self._due_s = -math.inf

    def _owed(self) -> list[Run]:
        """The runs that are watched, where they have moved on since they were measured."""
        runs = [
            run for run in map(self._engine.run, self._watched) if run is not None and not run.is_returning
        ]
        return [run for run in runs if self._known.get(run.number) != _moment(run)]

    def seconds_until_due(self) -> float:
        """0 where it is its turn."""
        engine = self._engine
        # Companions are measured at the same update as the run on screen.
        if not self._watched or (not self._open and (engine.companions.is_behind or not self._owed())):
            return math.inf
        return max(0.0, self._due_s - self._clock()) if engine.training.trains else 0.0

    def work(self, is_over: IsOver) -> None:
        """Go on for a portion; the training is left alone for longer than it took."""
        began_s = self._clock()
        if not self._open:
            self._begin()
        while self._open:
            run, update, digits, evaluation = self._open[0]
            if run.trainer.edit_count != self._known[run.number][1]:
                # A parameter was set by hand: what is being measured is of before, and owed anew.
                self._open.pop(0)
                continue
            if evaluation.advance():
                self._open.pop(0)
                self._engine.send(ShiftedMeasured(run.number, update, digits, evaluation.result()))
            if is_over() or self._clock() - began_s >= PORTION_S:
                break
        now = self._clock()
        self._due_s = now + REST * (now - began_s)

    def _begin(self) -> None:
        for run in self._owed():
            self._known[run.number] = _moment(run)
            trainer = run.trainer
            data = trainer.dataset
            if data.picture is not None:
                X, y = data.X_test[:SHIFTED_DIGITS], data.y_test[:SHIFTED_DIGITS]
                evaluation = ShiftedEvaluation(trainer.network.copy(), X, y, data.picture)
                self._open.append((run, trainer.step_count, len(y), evaluation))

    def fail(self) -> None:
        """Measure no further."""
        self._watch(WatchShifted(()))


def _moment(run: Run) -> tuple[int, int]:
    return run.trainer.step_count, run.trainer.edit_count

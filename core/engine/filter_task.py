"""What a filter answers to in the training set: looked up by turns with the training, which goes on meanwhile."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.exciting_windows import WindowSearch
from core.analysis.patterns import Counts, PatternCount, layers_with_filters, pattern_windows
from core.engine.filter_commands import DropFilter, ReadFilter
from core.engine.filter_messages import FilterProgress, FilterRefused, PatternsCounted, WindowsFound
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.nn.windows import Windows
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine

WINDOWS = 24
"""So many windows are told of a filter."""
REPORT_EVERY_S = 0.2


class FilterTask:
    """Handles the commands, and is a task of the scheduler; of several questions only the last one is wanted."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self._under_way: _Counting | _Searching | None = None
        self._reported_s = -math.inf
        # How often the training had had its turn after the last portion.
        self._slices = -1
        # What was counted last, as long as examples and windows stay: of pictures that are not of ink, None.
        self._counted: tuple[Any, Windows, Counts | None] | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {
            ReadFilter: self._read,
            DropFilter: lambda _: self._drop(),
        }

    # --- a task

    def seconds_until_due(self) -> float:
        """0 where something is left to be done, and the training has had its turn."""
        if self._under_way is None:
            return math.inf
        return math.inf if self._engine.training.wants_turn(self._slices) else 0.0

    def work(self, is_over: IsOver) -> None:
        """Go on with it, and report how far it is a few times a second."""
        now = self._under_way
        assert now is not None
        self._slices = self._engine.training.slices
        is_done = now.work.advance()
        while not is_done and not is_over():
            is_done = now.work.advance()
        if is_done:
            self._drop()
            self._finish(now)
        elif self._clock() >= self._reported_s + REPORT_EVERY_S:
            self._reported_s = self._clock()
            self._engine.send(FilterProgress(now.command.ask, now.work.done, now.work.total))

    def fail(self) -> None:
        """Give it up."""
        if self._under_way is not None:
            self._engine.send(FilterRefused(self._under_way.command.ask, "failed"))
            self._drop()

    # --- parts

    def _read(self, command: ReadFilter) -> None:
        self._drop()
        run = self._engine.shown
        topology = run.trainer.network.topology
        fits = command.layer in layers_with_filters(topology)
        if not fits or not 0 <= command.map < topology.maps[command.layer + 1]:
            self._engine.send(FilterRefused(command.ask, "none"))
            return
        self._reported_s = self._clock()
        windows = pattern_windows(topology, command.layer)
        if windows is None:
            self._under_way = _Searching(command, run)
        elif self._counted is not None and self._is_of(run, windows):
            self._tell_counts(command, run, self._counted[2])
        else:
            self._under_way = _Counting(command, run, windows)

    def _is_of(self, run: Run, windows: Windows) -> bool:
        assert self._counted is not None
        return self._counted[0] is run.trainer.dataset.X_train and self._counted[1] == windows

    def _finish(self, now: _Counting | _Searching) -> None:
        if isinstance(now, _Searching):
            self._engine.send(now.message())
            return
        counts = read_only(now.work.counts) if now.work.is_of_ink else None
        self._counted = now.run.trainer.dataset.X_train, now.windows, counts
        self._tell_counts(now.command, now.run, counts)

    def _tell_counts(self, command: ReadFilter, run: Run, counts: Counts | None) -> None:
        if counts is None:
            self._under_way = _Searching(command, run)
            return
        examples = len(run.trainer.dataset.X_train)
        own = command.ask, run.number, command.layer, command.map
        self._engine.send(PatternsCounted(*own, counts, examples))

    def _drop(self) -> None:
        self._under_way = None


class _Counting:
    """The patterns of all windows are counted."""

    def __init__(self, command: ReadFilter, run: Run, windows: Windows) -> None:
        self.command, self.run, self.windows = command, run, windows
        self.work = PatternCount(run.trainer.dataset.X_train, windows)


class _Searching:
    """The windows are searched that excite a map most, as the run stands now."""

    def __init__(self, command: ReadFilter, run: Run) -> None:
        trainer = run.trainer
        self.command, self.run = command, run
        self._data, self._update = trainer.dataset, trainer.step_count
        self._permutations = run.permutations
        total = len(self._data.X_train)
        count = total if command.examples is None else max(1, min(total, command.examples))
        # Evenly over the set, which may be in any order.
        rows = np.arange(count) * total // count
        of = command.layer, command.map
        self.work = WindowSearch(trainer.network, *of, self._data.X_train, rows, WINDOWS)

    def message(self) -> WindowsFound:
        """What was found."""
        found, data, command = self.work.found, self._data, self.command
        wrong = data.wrong_labels
        labels = np.zeros(0) if data.is_regression else data.y_train[found.row]
        return WindowsFound(
            ask=command.ask,
            run=self.run.number,
            update=self._update,
            permutations=self._permutations,
            layer=command.layer,
            map=command.map,
            row=found.row,
            cell=found.cell,
            z=found.z,
            a=found.a,
            X=data.X_train[found.row].astype(np.float32),
            labels=labels.astype(np.int64),
            examples=self.work.total,
            total=len(data.X_train),
            shuffled=read_only(np.zeros(0, np.bool_) if wrong is None else wrong[found.row]),
        )

"""Keeps the confusion matrices of every run at each of its exact measurements, for a window that asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.confusion import Table
from core.analysis.confusion_history import ConfusionHistory, ConfusionsOverRun
from core.analysis.example_losses import ExampleLosses
from core.data.dataset import SPLITS
from core.engine.example_commands import AskConfusions
from core.engine.run import Run
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine

# Of more runs the one that was measured longest ago is forgotten.
MOST_RUNS = 20


class ConfusionWatch:
    """One history of each set of each run."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._of: dict[int, dict[str, ConfusionHistory]] = {}
        self.handlers: dict[type, Callable[[Any], None]] = {AskConfusions: self._send}

    def take(self, run: Run, examples: Mapping[str, ExampleLosses]) -> None:
        """A run was measured: each set's terms."""
        names = run.trainer.dataset.class_names
        if not names:
            return
        own = self._of.pop(run.number, None) or {split: ConfusionHistory() for split in SPLITS}
        self._of[run.number] = own
        is_live = run is self._engine.run(run.number)
        for split in SPLITS:
            own[split].add(examples[split], len(names), is_live)
        while len(self._of) > MOST_RUNS:
            del self._of[next(iter(self._of))]

    def forget(self, run: int) -> None:
        """The run is gone."""
        self._of.pop(run, None)

    def counts_at(self, run: int, split: str, update: int) -> Table | None:
        """(K, K + 1): the counts of a run's "train" or "test" where it was measured after so many updates."""
        own = self._of.get(run, {}).get(split)
        return None if own is None else own.at(update)

    def _send(self, command: AskConfusions) -> None:
        if command.split not in SPLITS:
            raise ValueError(f"{command.split!r} is no set: choose 'train' or 'test'")
        number = self._engine.shown.number
        if number in self._of:
            found = self._of[number][command.split].all(number, command.split)
            updates, counts = read_only(found.updates), read_only(np.ascontiguousarray(found.counts))
            self._engine.send(ConfusionsOverRun(number, command.split, updates, counts))

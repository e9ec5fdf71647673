"""Writes down θ after every update and every change by hand, so that what the window shows can be computed again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.training.config import TrainingConfig
from core.training.trainer import Trainer

# So many states are kept; what is on screen is never that old.
MOST = 6000


@dataclass(frozen=True)
class State:
    """A run's parameters, and what made them of the parameters before.

    `rows` are the batch's rows of the training set and `config` the settings of the update that led here; None where a
    hand, and no update, did.
    """

    theta: NDArray[np.float32]
    epoch: int
    before: NDArray[np.float32] | None = None
    rows: NDArray[np.int64] | None = None
    config: TrainingConfig | None = None


def settings_of_update(trainer: Trainer) -> TrainingConfig:
    """The settings of the update that a complete gradient waits for.

    What holds for a whole batch is as it was when the gradient was computed: what was set since then waits.
    """
    now, then = trainer.config, trainer.batch_config
    return replace(
        now, loss=then.loss, dropout=then.dropout, l1=then.l1, l2=then.l2, clip_norm=then.clip_norm
    )


class Ledger:
    """The states of all runs, by (run, update, how often a hand has changed it)."""

    def __init__(self) -> None:
        self.states: OrderedDict[tuple[int, int, int], State] = OrderedDict()
        self.number_of: Callable[[Trainer], int | None] = lambda _: None
        self._original: Any = None

    def install(self) -> None:
        """Listen to every update of every trainer."""
        self._original = original = Trainer._update
        ledger = self

        def update(trainer: Trainer) -> float:
            before, rows = trainer.network.parameters.copy(), trainer.batch_rows.copy()
            config, count = settings_of_update(trainer), trainer.step_count
            mean = original(trainer)
            if trainer.step_count == count + 1:
                ledger.note(trainer, before, rows, config)
            return mean

        Trainer._update = update  # type: ignore[method-assign]

    def remove(self) -> None:
        """Listen no longer."""
        Trainer._update = self._original  # type: ignore[method-assign]

    def note(
        self,
        trainer: Trainer,
        before: NDArray[np.float32] | None = None,
        rows: NDArray[np.int64] | None = None,
        config: TrainingConfig | None = None,
    ) -> None:
        """Write down where a trainer stands, if that is new."""
        number = self.number_of(trainer)
        if number is None:
            return
        key = number, trainer.step_count, trainer.edit_count
        if key in self.states and rows is None:
            return
        theta = trainer.network.parameters.copy()
        self.states[key] = State(theta, trainer.epoch, before, rows, config)
        while len(self.states) > MOST:
            self.states.popitem(last=False)

    def of(self, run: int, update: int, edits: int | None = None) -> list[State]:
        """All states of this update, the latest first: a hand may have changed it several times, or `edits` times."""
        found = [
            (key, state)
            for key, state in self.states.items()
            if key[:2] == (run, update) and edits in (None, key[2])
        ]
        return [state for _, state in sorted(found, key=lambda item: -item[0][2])]

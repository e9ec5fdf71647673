"""One update phase by phase, and back again: the same calls, so the same bits."""

from __future__ import annotations

import numpy as np

from core.training.checkpoint import Checkpoint
from core.training.trainer import Trainer


class Phases:
    """Goes through a trainer's updates phase by phase, forwards and, within the last update, backwards."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        # Where the last update that was taken phase by phase began, and how many phases it took.
        self._before: Checkpoint | None = None
        self._count = 0

    def do(self) -> str:
        """Do the next phase, and return its name; as `Trainer.do_phase`."""
        trainer = self._trainer
        if trainer.next_phase == "update":
            self._before, self._count = trainer.checkpoint(), trainer.phases_done
        return trainer.do_phase()

    @np.errstate(over="ignore", invalid="ignore")
    def undo(self) -> bool:
        """Go back by one phase, over the update that `do` has just applied as well.

        All phases of the update but the last are done again from its start. False where there is nothing to go back
        to: no phase was done, or parameters were changed by hand meanwhile.
        """
        trainer, before, count = self._trainer, self._before, self._trainer.phases_done
        if count:
            trainer.give_up_batch()
        elif before is not None and (before.step_count + 1, before.edit_count) == (
            trainer.step_count,
            trainer.edit_count,
        ):
            trainer.restore(before)
            count = self._count + 1
        else:
            return False
        for _ in range(count - 1):
            self.do()
        return True

"""Any update can be had again: from a checkpoint on, the same calls give the same bits."""

from __future__ import annotations

from core.training.checkpoint import Checkpoint, CheckpointError
from core.training.trainer import Trainer


def replay(trainer: Trainer, start: Checkpoint, end: Checkpoint) -> None:
    """From `start` on, make all updates up to `end` again, with the settings that the trainer has.

    Raises
    ------
    CheckpointError
        When parameters were changed by hand in between, which no update does again, and when the bits are not those
        of `end`.
    """
    if start.edit_count != end.edit_count:
        raise CheckpointError(
            f"Between updates {start.step_count} and {end.step_count} parameters were changed by hand: replay from a "
            "checkpoint after that."
        )
    trainer.restore(start)
    while trainer.step_count < end.step_count:
        trainer.step()
    if trainer.checkpoint().checksum != end.checksum:
        raise CheckpointError(
            f"The replay of updates {start.step_count + 1} to {end.step_count} gave other numbers: bits are the same "
            "only with the same settings, machine, numpy and thread count."
        )

"""One update in two halves, each in pieces that hold up no command: the gradient, and its application."""

from __future__ import annotations

from collections.abc import Callable, Generator

import numpy as np

from core.engine.displayed_sample import DisplayedSample
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Example, Snapshot
from core.read_only import read_only
from core.training.trainer import Trainer


def compute_gradient_in_pieces(
    trainer: Trainer, shown: DisplayedSample, snapshot: Callable[[Example], Snapshot]
) -> Generator[None, None, GradientComputed | None]:
    """Choose a batch and compute the gradient of its mean C; nothing is applied.

    None where parameters were changed by hand meanwhile: the gradient is of the old ones.
    """
    edit_count = trainer.edit_count
    while not trainer.accumulate_gradient():
        yield
    mean = float(np.mean(trainer.batch_losses))
    if trainer.config.dropout:
        whole = trainer.evaluation_of_rows(trainer.batch_rows.copy())
        while not whole.advance():
            yield
        mean = float(np.mean(whole.losses))
    if trainer.edit_count != edit_count:
        return None
    return GradientComputed(
        snapshot=snapshot(shown.of_batch(trainer)),
        batch_size=len(trainer.batch_rows),
        batch_mean=mean,
        mean_gradient=read_only(trainer.network.gradients.copy()),
    )


def apply_update_in_pieces(
    trainer: Trainer, apply: Callable[[], None], snapshot: Callable[[], Snapshot]
) -> Generator[None, None, UpdateApplied | None]:
    """Apply the update, then see what it has made of the same batch; None as in the first half."""
    before = trainer.network.parameters.copy()
    rows = trainer.batch_rows.copy()
    apply()
    edit_count = trainer.edit_count
    after = trainer.evaluation_of_rows(rows)
    while not after.advance():
        yield
    if trainer.edit_count != edit_count:
        return None
    return UpdateApplied(
        snapshot=snapshot(),
        change=read_only(trainer.network.parameters - before),
        batch_mean=float(np.mean(after.losses)),
    )

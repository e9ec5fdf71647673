"""What made an update fail, found by trying: would it have failed at any learning rate, with which parameters?"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import numpy as np

from core.engine.commands import Reconfigure
from core.engine.run import Run
from core.training.checkpoint import Checkpoint
from core.training.divergence import DivergenceError
from core.training.trainer import Trainer

# A step of this rate moves nothing: float32 has it as 0. What fails all the same fails at any rate.
LEAST_RATE = 1e-300
# An optimizer's running sum with a factor of 0.9 has forgotten all but a thousandth of what was longer ago.
REMEMBERED = 64


def find_culprit(run: Run) -> Generator[None, None, str]:
    """What made the next update of a run fail that stands right before its divergence; worked out chunk by chunk.

    Every trial is the training's own update, at a rate that moves nothing. A running sum of gradients that is too
    large by itself fails there, as C and the gradient do: no smaller rate would help.

    Returns
    -------
    str
        "edit": with the parameters that were set by hand since the last update as they were before, it does not fail.
        "weights": with the weights that the run began with, held as they are, it does, so that no update has made them
        too large. "rate": neither, or at the least rate it does not fail: the rate was in force, in this update or in
        those before.
    """
    assert run.diverged is not None
    update, cause = run.diverged
    # A setting that is changed while this is tried does not count.
    at, config = run.trainer.checkpoint(), replace(run.trainer.config, learning_rate=LEAST_RATE)
    network = run.trainer.network.copy()

    def failure(place: Checkpoint, updates: int = 1) -> Generator[None, None, str]:
        trainer = Trainer(network, run.trainer.dataset, config)
        trainer.restore(place)
        return (yield from _failure(trainer, updates))

    if cause == "parameter" and not (yield from failure(at)):
        # C, its gradient and the direction are finite: what failed is the step, which the rate scales.
        return "rate"
    edits = [edit for _, edit in run.edits.all if edit.is_on and edit.begun == at.step_count]
    if edits:
        parameters = at.parameters.copy()
        # Where one was set twice, what was before the first is what counts.
        for edit in reversed(edits):
            parameters[edit.place.index(network.topology)] = edit.before
        if not (yield from failure(replace(at, parameters=parameters))):
            return "edit"
    if update > 1:
        count = min(_updates_of_optimizer(run, at.step_count) + 1, REMEMBERED) if cause == "parameter" else 1
        failed = yield from failure(_unmoved(run, at, count - 1), count)
        # A fresh running sum says nothing of a C or a gradient that was infinite.
        if not failed or (failed == "parameter" and cause != "parameter"):
            return "rate"
    return "weights"


def _failure(trainer: Trainer, updates: int = 1) -> Generator[None, None, str]:
    """Which number fails first in so many updates, as `DivergenceError` has it; "" where none does."""
    try:
        for _ in range(updates):
            while trainer.advance() is None:
                yield
            yield
    except DivergenceError as error:
        return error.cause
    return ""


def _updates_of_optimizer(run: Run, updates: int) -> int:
    """How many of so many updates were made since the optimizer was chosen: its state is of these."""
    begun, name = 0, run.origin.config.optimizer
    for entry in run.journal:
        if isinstance(entry.change, Reconfigure) and entry.change.config.optimizer != name:
            begun, name = entry.update, entry.change.config.optimizer
    return max(0, updates - begun)


def _unmoved(run: Run, at: Checkpoint, count: int) -> Checkpoint:
    """So many batches before `at`, or at the very first one: the weights that the run began with, a fresh optimizer."""
    batches, epoch = run.trainer.batches, at.epoch
    position = at.position - count * batches.batch_size
    if position < 0:
        number = epoch * batches.per_epoch + at.position // batches.batch_size - count
        epoch, number = divmod(max(0, number), batches.per_epoch)
        position = number * batches.batch_size
    return replace(
        at,
        epoch=epoch,
        position=position,
        parameters=run.origin.network(run.trainer.network.sizes[0]).parameters,
        vectors=tuple(np.zeros_like(vector) for vector in at.vectors),
        updates=0,
    )

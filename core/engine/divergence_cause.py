"""Whether the learning rate had a part in a divergence, found by trying: would this update have failed without it?"""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np

from core.engine.run import Run
from core.nn.network import Network
from core.nn.workload import chunk_rows
from core.training.batch_gradient import BatchGradient
from core.training.batches import Batches


def find_culprit(run: Run) -> Generator[None, None, str]:
    """What made the next update of a run fail that stands right before its divergence; worked out chunk by chunk.

    Returns
    -------
    str
        "edit": with the parameters that were set by hand since the last update as they were before, the same batch
        gives finite numbers. "weights": with the weights that the run began with it does not, either, so that no
        update has made them too large. "": neither, so that the rate was in force; so it is where the update itself
        has made a parameter too large.
    """
    assert run.diverged is not None
    update, cause = run.diverged
    if cause == "parameter":
        # C and its gradient were finite: what failed is the step, which the rate scales.
        return ""
    network = run.trainer.network
    edits = [edit for _, edit in run.edits.all if edit.is_on and edit.begun == run.trainer.step_count]
    if edits:
        without = network.copy()
        # Where one was set twice, what was before the first is what counts.
        for edit in reversed(edits):
            without.parameters[edit.place.index(without.topology)] = edit.before
        if (yield from _is_finite(run, without)):
            return "edit"
    if update > 1:
        began = run.origin.network(network.sizes[0])
        if began.parameter_count == network.parameter_count and (yield from _is_finite(run, began)):
            return ""
    return "weights"


def _is_finite(run: Run, network: Network) -> Generator[None, None, bool]:
    """Whether the run's next batch gives a finite C and a finite gradient with the parameters of `network`."""
    trainer = run.trainer
    data, config, place = trainer.dataset, trainer.config, trainer.batches
    batches = Batches(
        data.X_train,
        data.y_train,
        config.batch_size,
        config.seed,
        network.dtype,
        chunk_rows(network.topology),
    )
    batches.go_to(place.epoch, place.position)
    gradient = BatchGradient(network, batches, config)
    gradient.begin_with(trainer.batch_generator)
    while True:
        with np.errstate(over="ignore", invalid="ignore"):
            is_done = gradient.do_chunk()
        if is_done:
            break
        yield
    return math.isfinite(gradient.close()) and bool(np.isfinite(network.gradients).all())

"""Frozen copies of what a trainer holds at one moment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.function_grid import MAX_INPUTS
from core.analysis.trace import Trace
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo, Example, Snapshot
from core.read_only import read_only
from core.training.trainer import Trainer

# More than these would cover each other.
MAX_POINTS = 400


def data_info(choice: DatasetSpec, dataset: Dataset) -> DataInfo:
    """What these examples are."""
    unused = dataset.rarely_active_inputs if dataset.picture is not None else None
    largest = float(np.abs(dataset.X_train).max()) if dataset.picture is None else 1.0
    target = float(np.abs(dataset.y_train).max()) if dataset.is_regression else 1.0
    points = None
    if dataset.picture is None and dataset.n_in <= MAX_INPUTS:
        points = dataset.X_train[:MAX_POINTS], dataset.y_train[:MAX_POINTS]
    return DataInfo(
        choice, dataset.class_names, dataset.picture, largest or 1.0, target or 1.0, unused, points
    )


def take_snapshot(
    run: int, trainer: Trainer, example: Example, losses: list[float], data: DataInfo | None = None
) -> Snapshot:
    """Parameters and the trace of `example`, both of exactly this update."""
    return Snapshot(
        run=run,
        update=trainer.step_count,
        epoch=trainer.epoch,
        parameters=read_only(trainer.network.parameters.copy()),
        example=example,
        trace=_trace_of(trainer, example),
        losses=np.array(losses, dtype=np.float32),
        loss=trainer.config.loss,
        penalised=bool(trainer.config.l1 or trainer.config.l2),
        clip_factor=trainer.clip_factor,
        data=data or DataInfo(),
        edit_count=trainer.edit_count,
    )


def _trace_of(trainer: Trainer, example: Example) -> Trace:
    """The example's trace; of a batch that waits for its update, the batch's own row with its dropout masks."""
    position, rows = example.position, trainer.batch_rows
    waits = position is not None and trainer.gradient_ready and example.origin == "train"
    own = None
    if waits and position is not None and position < len(rows) and rows[position] == example.index:
        own = trainer.batch_trace(position)
    return replace(own or trainer.trace(example.x, example.answer), x=example.x)

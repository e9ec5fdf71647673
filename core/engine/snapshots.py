"""Frozen copies of what a trainer holds at one moment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.function_grid import MAX_INPUTS, map_ranges
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
    target = float(np.abs(dataset.y_train).max()) if dataset.is_regression else 1.0
    scales = points = constant = None
    if dataset.picture is None:
        scales = np.abs(dataset.X_train).max(axis=0).astype(np.float64)
        scales[scales == 0] = 1.0
        scales = read_only(scales)
        constant = dataset.constant_inputs
    if dataset.picture is None and dataset.n_in <= MAX_INPUTS:
        rows = even_sample(len(dataset.X_train), MAX_POINTS)
        points = dataset.X_train[rows], dataset.y_train[rows]
    return DataInfo(
        choice,
        dataset.class_names,
        dataset.picture,
        output_scale=target or 1.0,
        input_names=dataset.input_names,
        map_ranges=() if points is None else map_ranges(dataset.X_train),
        train_count=len(dataset.X_train),
        scale=dataset.scale,
        constant=constant,
        input_scales=scales,
        unused=unused,
        points=points,
    )


def even_sample(count: int, most: int) -> NDArray[np.intp]:
    """At most `most` rows of `count`, the first and the last among them, evenly spread; all where there are no more."""
    return np.linspace(0, count - 1, min(count, most)).round().astype(np.intp)


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
        penalties=trainer.batch_config.penalties,
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

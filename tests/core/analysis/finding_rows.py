"""Series of a few rows, written down by hand, to look for findings in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from core.analysis.finding_series import Beginning, RunSeries

# Guessing is 1 nat here.
BEGUN = Beginning(
    n_in=4,
    hidden_layers=2,
    initializer="he",
    initial_scale=None,
    is_regression=False,
    baseline=1.0,
    epoch_updates=100,
    train_count=800,
    activations=("relu", "relu"),
)
UNITS = (8, 8, 3)


def series(
    updates: Sequence[int],
    train: Sequence[float],
    test: Sequence[float] | None = None,
    rms: Sequence[Sequence[float]] | Sequence[float] = (0.01, 0.01, 0.02),
    ratio: Sequence[Sequence[float]] | Sequence[float] = (0.001, 0.001, 0.001),
    dead: Sequence[Sequence[float]] | Sequence[float] = (0.0, 0.0, np.nan),
    segment: Sequence[int] | None = None,
    edited: Sequence[int] = (),
    **begun: Any,
) -> RunSeries:
    """Rows of three layers with weights; what is given once holds for every row."""
    count = len(updates)
    tables = (np.broadcast_to(np.asarray(of, float), (count, 3)).copy() for of in (rms, ratio, dead))
    return RunSeries(
        replace(BEGUN, **begun),
        np.asarray(updates, np.int64),
        np.asarray(train, float),
        np.asarray(train if test is None else test, float),
        (1, 2, 3),
        *tables,
        np.full(count, 8),
        np.zeros(count, np.int64) if segment is None else np.asarray(segment, np.int64),
        np.isin(updates, edited),
    )

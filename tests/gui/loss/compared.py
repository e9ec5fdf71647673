"""Other runs beside the one on screen, whose losses can be computed in one's head."""

from __future__ import annotations

import math

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.curve_signs import RUN_KEYS
from gui.loss.run_curves import RunCurve
from tests.gui.loss.plotted import N

NAMES = ("η 0.01", "batch 256", "η 0.0001", "L2 0.002", "SGD", "seed 1", "a name that somebody has given it")


def falling(count: int, floor: float = 0.1, parent: LossHistory | None = None, first: int = 0) -> LossHistory:
    """Mean Cⁿ = 2 exp(-u / 400) + floor after u updates, measured every 20; of a branch from `first` on."""
    record = LossHistory(N) if parent is None else parent.until(first)
    updates = np.arange(first, count)
    record.add_batch_means(first + 1, (2 * np.exp(-updates / 400) + floor).astype(np.float32))
    for update in range(first + 20 if parent else 0, count + 1, 20):
        mean = 2 * math.exp(-update / 400) + floor
        record.exact_losses.add(ExactLoss(0, update, N * mean, N, 0.9, 10_000 * mean, 10_000, 0.8))
    return record


def branches(own: LossHistory, number: int, first: int = 200, count: int = 1_000) -> list[RunCurve]:
    """Runs that branch off every 20 updates from `first` on, each worse than the one before."""
    return [
        RunCurve(key, name, falling(count, 0.15 + 0.05 * place, own, first + 20 * place), first + 20 * place)
        for place, (key, name) in enumerate(zip(RUN_KEYS[:number], NAMES, strict=False))
    ]

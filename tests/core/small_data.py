"""A few examples of nothing in particular, for tests that look at the training itself."""

from __future__ import annotations

import numpy as np

from core.data.dataset import Dataset
from core.training.trainer import Trainer


def small_data(count: int = 50, n_in: int = 6, n_out: int = 3) -> Dataset:
    rng = np.random.default_rng(1)
    X = (rng.random((count, n_in)) < 0.4).astype(np.uint8)
    y = rng.integers(0, n_out, count)
    return Dataset(X, y, X[:20], y[:20], tuple(str(i) for i in range(n_out)))


def go_back_before(trainer: Trainer, update: int) -> None:
    """Stand at the update before this one: from the trainer's last checkpoint on, all is done again."""
    trainer.restore(trainer.saved_checkpoint)
    while trainer.step_count < update - 1:
        trainer.step()

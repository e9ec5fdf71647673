"""The losses of the training are the exact ones, and nothing overflows; gradients are tested in test_gradients.py."""

from __future__ import annotations

import numpy as np
import pytest

from core.loss.loss_gradients import loss_gradient
from core.loss.losses import EXACT


@pytest.mark.parametrize(("loss", "output"), list(EXACT))
@pytest.mark.parametrize("rows", [1, 9])
def test_the_trainings_losses_are_the_exact_ones_to_single_precision(
    loss: str, output: str, rows: int
) -> None:
    rng = np.random.default_rng(rows)
    z = (3 * rng.standard_normal((4, rows))).astype(np.float32)
    y = rng.integers(0, 4, rows)
    losses, delta = np.empty(rows, np.float32), np.empty((4, rows), np.float32)
    loss_gradient(loss, output, 4, rows, np.dtype(np.float32))(z, y, losses, delta)
    np.testing.assert_allclose(losses, EXACT[loss, output](z, y), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(("loss", "output"), list(EXACT))
def test_huge_logits_give_finite_losses_and_gradients(loss: str, output: str) -> None:
    z = np.array([[1e4, -1e4, 1e4], [-1e4, 1e4, 1e4]], np.float32)
    losses, delta = np.empty(3, np.float32), np.empty((2, 3), np.float32)
    with np.errstate(all="raise", under="ignore"):
        loss_gradient(loss, output, 2, 3, np.dtype(np.float32))(z, np.array([0, 0, 1]), losses, delta)
    assert np.isfinite(losses).all() and np.isfinite(delta).all()

"""The losses of the training are the exact ones, nothing cancels, and nothing overflows.

Gradients are tested against finite differences and PyTorch in test_gradients.py.
"""

from __future__ import annotations

from decimal import Decimal, getcontext

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


def by_decimals(loss: str, output: str, logits: list[float], label: int) -> tuple[float, list[float]]:
    """C and every dC/dz, in 80 decimal digits."""
    getcontext().prec = 80
    z = [Decimal(number) for number in logits]
    exponents = [number.exp() for number in z]
    if output == "softmax":
        y = [own / sum(exponents) for own in exponents]
    else:
        y = [own / (1 + own) for own in exponents]
    errors = [own - (i == label) for i, own in enumerate(y)]
    if loss == "cross_entropy":
        terms = [own if i == label else 1 - own for i, own in enumerate(y)]
        C = -sum(own.ln() for own in (terms if output == "sigmoid" else [y[label]]))
        return float(C), [float(error) for error in errors]
    mean = sum(error * own for error, own in zip(errors, y, strict=True))
    slopes = [own * (error - mean) for error, own in zip(errors, y, strict=True)]
    if output == "sigmoid":
        slopes = [error * own * (1 - own) for error, own in zip(errors, y, strict=True)]
    return float(sum(error * error for error in errors) / 2), [float(slope) for slope in slopes]


SURE = [[4.0, -5.0, -6.0], [9.0, -8.0, -9.5], [16.0, -15.0, -18.0], [20.0, 1.0, -3.0], [30.0, -25.0, -27.0]]


@pytest.mark.parametrize("label", [0, 2], ids=["right", "wrong"])
@pytest.mark.parametrize("logits", SURE)
@pytest.mark.parametrize(("loss", "output"), [pair for pair in EXACT if pair[1] != "identity"])
def test_a_nearly_certain_answer_has_all_digits_in_single_precision(
    loss: str, output: str, logits: list[float], label: int
) -> None:
    C, slopes = by_decimals(loss, output, logits, label)
    losses, delta = np.empty(1, np.float32), np.empty((3, 1), np.float32)
    z = np.array([logits], np.float32).T
    loss_gradient(loss, output, 3, 1, np.dtype(np.float32))(z, np.array([label]), losses, delta)
    # The smallest normal number of single precision is 1.2e-38.
    np.testing.assert_allclose(losses[0], C, rtol=1e-6, atol=1e-37)
    np.testing.assert_allclose(delta[:, 0], slopes, rtol=1e-5, atol=1e-37)


def test_the_errors_of_a_softmax_add_up_to_0_in_every_example() -> None:
    z = 30 * np.random.default_rng(1).standard_normal((6, 50)).astype(np.float32)
    losses, delta = np.empty(50, np.float32), np.empty((6, 50), np.float32)
    labels = z.argmax(axis=0)
    loss_gradient("cross_entropy", "softmax", 6, 50, np.dtype(np.float32))(z, labels, losses, delta)
    right = delta[labels, np.arange(50)].astype(np.float64)
    others = delta.astype(np.float64).sum(axis=0) - right
    assert right.min() < 0 and (right > -1e-7).any()
    np.testing.assert_allclose(-right, others, rtol=1e-6)

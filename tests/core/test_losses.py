"""Cross-entropy from logits."""

from __future__ import annotations

from decimal import Decimal, getcontext

import numpy as np
import pytest

from core.losses import cross_entropy


def exact(logits: list[float], label: int) -> float:
    """-ln softmax, in 60 decimal digits."""
    getcontext().prec = 60
    numbers = [Decimal(z) for z in logits]
    return float(sum((z - numbers[label]).exp() for z in numbers).ln())


@pytest.mark.parametrize(
    "logits",
    [[0.0, 0.0], [3.0, -1.0, 0.5], [40.0, 0.0, -3.0], [20.0, -80.0], [1e-3, 2e-3, 100.0], [700.0, -5.0]],
)
def test_every_loss_is_precise_also_when_it_is_tiny(logits: list[float]) -> None:
    for label in range(len(logits)):
        found = cross_entropy(np.array([logits]).T, np.array([label]))[0]
        assert found == pytest.approx(exact(logits, label), rel=1e-13, abs=1e-300)


def test_guessing_among_ten_costs_ln_10() -> None:
    assert cross_entropy(np.zeros((10, 1)), np.array([4]))[0] == pytest.approx(2.302585092994046, rel=1e-15)


def test_losses_are_finite_for_huge_logits() -> None:
    z = np.array([[1e4, -1e4], [-1e4, 1e4]])
    np.testing.assert_array_equal(cross_entropy(z, np.array([0, 0])), [0.0, 2e4])


def test_a_constant_added_to_every_logit_changes_nothing() -> None:
    z = np.random.default_rng(0).standard_normal((5, 7))
    y = np.arange(7) % 5
    np.testing.assert_allclose(cross_entropy(z + 100, y), cross_entropy(z, y), rtol=1e-12)


def test_single_precision_logits_are_judged_in_double() -> None:
    z = np.array([[18.0], [0.0]], dtype=np.float32)
    # ln(1 + e**-18) = 1.52299796e-8, which single precision's 1 + e**-18 loses
    assert cross_entropy(z, np.array([0]))[0] == pytest.approx(1.5229979512760347e-08, rel=1e-12)

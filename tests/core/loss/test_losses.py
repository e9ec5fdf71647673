"""Cross-entropy from logits."""

from __future__ import annotations

from decimal import Decimal, getcontext

import numpy as np
import pytest

from core.loss.losses import (
    EXACT,
    cross_entropy,
    exact_loss,
    sigmoid_cross_entropy,
    softmax_terms,
    squared_error,
)


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


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_the_sum_beside_a_loss_says_how_large_the_largest_output_is(kind: type) -> None:
    z = np.array([[20.0, 1.0, 0.0], [-3.0, 1.0, 0.5], [2.5, -40.0, 0.25]], kind)
    # In the second example two outputs are largest: either may be the winner.
    for winners in ([0, 0, 1], [0, 1, 1]):
        losses, others = softmax_terms(z, np.array([2, 1, 1]), np.array(winners))
        for n, column in enumerate(z.T.tolist()):
            expected = sum(Decimal(a - max(column)).exp() for a in column) - 1
            assert others[n] == pytest.approx(float(expected), rel=1e-12)
            assert losses[n] == pytest.approx(exact(column, [2, 1, 1][n]), rel=1e-13)


def test_neither_logits_nor_labels_are_changed() -> None:
    z, labels = np.random.default_rng(0).normal(size=(5, 300)), (np.arange(300) % 5).astype(np.uint8)
    before = z.copy()
    # In another order, and labels of a byte, which could not count so far.
    np.testing.assert_array_equal(
        cross_entropy(np.asfortranarray(z), labels), cross_entropy(z, labels.astype(int))
    )
    np.testing.assert_array_equal(z, before)
    assert labels.tolist() == [0, 1, 2, 3, 4] * 60


def test_baseline_among_ten_costs_ln_10() -> None:
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


def exact_sigmoid(logits: list[float], label: int) -> float:
    """Σ ln(1 + e**±z), in 60 decimal digits."""
    getcontext().prec = 60
    signs = [-1 if i == label else 1 for i in range(len(logits))]
    return float(sum((1 + (sign * Decimal(z)).exp()).ln() for sign, z in zip(signs, logits, strict=True)))


def exact_square(logits: list[float], label: int, output: str) -> float:
    """½ Σ (y - ŷ)², in 60 decimal digits."""
    getcontext().prec = 60
    z = [Decimal(number) for number in logits]
    if output == "sigmoid":
        y = [1 / (1 + (-number).exp()) for number in z]
    elif output == "softmax":
        y = [number.exp() / sum(other.exp() for other in z) for number in z]
    else:
        y = z
    return float(sum((number - (i == label)) ** 2 for i, number in enumerate(y)) / 2)


LOGITS = [[0.0, 0.0], [3.0, -1.0, 0.5], [30.0, -25.0, -31.0], [20.0, -50.0], [1e-3, 2e-3, 40.0]]


@pytest.mark.parametrize("logits", LOGITS)
def test_sigmoid_cross_entropy_is_precise_also_when_it_is_tiny(logits: list[float]) -> None:
    for label in range(len(logits)):
        found = sigmoid_cross_entropy(np.array([logits]).T, np.array([label]))[0]
        assert found == pytest.approx(exact_sigmoid(logits, label), rel=1e-13, abs=1e-300)


@pytest.mark.parametrize("output", ["identity", "sigmoid", "softmax"])
@pytest.mark.parametrize("logits", LOGITS)
def test_squared_error_is_precise_also_when_it_is_tiny(logits: list[float], output: str) -> None:
    for label in range(len(logits)):
        y = np.array([label])
        found = exact_loss("squared_error", output, y)(np.array([logits]).T, y)[0]
        assert found == pytest.approx(exact_square(logits, label, output), rel=1e-12, abs=1e-300)


@pytest.mark.parametrize(("loss", "output"), list(EXACT))
def test_every_loss_is_finite_for_huge_logits(loss: str, output: str) -> None:
    z = np.array([[1e4, -1e4, 1e4], [-1e4, 1e4, 1e4]])
    y = np.array([0, 0, 1])
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(exact_loss(loss, output, y)(z, y)).all()


def test_regression_targets_are_compared_one_by_one() -> None:
    z, targets = np.array([[1.0, 3.0], [2.0, 0.0]]), np.array([[1.0, 0.0], [2.5, -1.0]], np.float32)
    # First example: (1 - 1)² + (2 - 0)²; second: (3 - 2.5)² + (0 + 1)²; halves.
    np.testing.assert_allclose(squared_error(z, targets), [2.0, 0.625], rtol=1e-15)
    for output in ("sigmoid", "softmax"):
        y = 1 / (1 + np.exp(-z)) if output == "sigmoid" else np.exp(z) / np.exp(z).sum(axis=0)
        expected = 0.5 * ((y.T - targets) ** 2).sum(axis=1)
        np.testing.assert_allclose(
            exact_loss("squared_error", output, targets)(z, targets), expected, rtol=1e-14
        )


def test_what_does_not_suit_is_refused_with_a_way_out() -> None:
    with pytest.raises(ValueError, match="'identity'.*squared_error"):
        exact_loss("cross_entropy", "identity", np.array([1]))
    with pytest.raises(ValueError, match="choose squared_error"):
        exact_loss("cross_entropy", "softmax", np.array([[0.5]]))

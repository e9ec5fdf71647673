"""Clipping a gradient by its norm, by hand and against PyTorch's."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.optim.gradient_clipping import clip_factor


def test_a_gradient_that_is_too_long_is_shortened_and_keeps_its_direction() -> None:
    gradients = np.array([3.0, -4.0])
    # 0.5 / 5.000001 of (3, -4)
    np.testing.assert_allclose(clip_factor(gradients, 0.5) * gradients, [0.29999994, -0.39999992], rtol=1e-9)
    assert gradients.tolist() == [3.0, -4.0]


@pytest.mark.parametrize("limit", [5.1, 1e9])
def test_a_gradient_that_is_short_enough_is_followed_whole(limit: float) -> None:
    assert clip_factor(np.array([3.0, -4.0]), limit) == 1.0


def test_no_gradient_at_all_is_left_alone() -> None:
    assert clip_factor(np.zeros(3), 1.0) == 1.0


@pytest.mark.parametrize("limit", [1e-3, 0.7, 30.0, 1e4])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_it_agrees_with_pytorch(dtype: Any, limit: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    gradients = np.random.default_rng(3).standard_normal(1000).astype(dtype)
    tensor = torch.zeros(1000, dtype=torch.from_numpy(gradients).dtype, requires_grad=True)
    tensor.grad = torch.tensor(gradients.copy())
    precision = 1e-12 if dtype is np.float64 else 1e-5
    torch.nn.utils.clip_grad_norm_([tensor], limit)
    np.testing.assert_allclose(clip_factor(gradients, limit) * gradients, tensor.grad.numpy(), rtol=precision)


@pytest.mark.parametrize("size", [1e-30, 1e-22, 1e19, 1e30])
def test_the_norm_of_single_precision_neither_overflows_nor_vanishes(size: float) -> None:
    gradients = np.array([3 * size, -4 * size, 0.0], dtype=np.float32)
    # 1 / (5 size + 0.000001), or 1 where that would make it longer.
    expected = 1 / (5 * size) if size > 1 else 1.0
    assert clip_factor(gradients, 1.0) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("bad", [math.inf, -math.inf, math.nan])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_gradient_that_is_not_finite_is_left_alone(dtype: Any, bad: float) -> None:
    gradients = np.array([100.0, bad, -7.0], dtype=dtype)
    assert clip_factor(gradients, 1.0) == 1.0


@given(
    st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=20),
    st.floats(1e-3, 1e3),
)
def test_no_gradient_is_longer_than_the_limit_afterwards(numbers: list[float], limit: float) -> None:
    gradients = np.array(numbers, dtype=np.float32)
    factor = clip_factor(gradients, limit)
    assert 0 < factor <= 1
    assert math.hypot(*(factor * gradients.astype(np.float64))) <= limit * (1 + 1e-9)

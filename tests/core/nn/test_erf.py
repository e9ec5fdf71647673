"""The error function, against the C library's, number by number."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from core.nn.erf import erf, erf_workspace

Numbers = np.ndarray[Any, Any]


def erf_of(x: Numbers) -> Numbers:
    before, out = x.copy(), np.full_like(x, np.nan)
    erf(x, out, erf_workspace(x.size, x.dtype))
    np.testing.assert_array_equal(x, before)
    return out


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-15), (np.float32, 4e-7)])
def test_erf_agrees_with_the_c_librarys_over_a_dense_range(dtype: Any, tolerance: float) -> None:
    near = np.geomspace(1e-30, 1, 1000)
    x = np.concatenate([np.linspace(-8, 8, 32001), near, -near, [0.0]]).astype(dtype)
    expected = np.array([math.erf(value) for value in x.tolist()])
    # A relative error: the smallest results have all their digits, too.
    np.testing.assert_allclose(erf_of(x), expected, rtol=tolerance, atol=0)


def test_where_one_quotient_ends_and_the_next_begins_there_is_no_step() -> None:
    seams = np.array([0.46875, 4.0, 6.0])
    below, above = np.nextafter(seams, 0), np.nextafter(seams, 9)
    np.testing.assert_allclose(erf_of(above), erf_of(below), rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_erf_of_the_largest_numbers_is_one(dtype: Any) -> None:
    x = np.array([1e4, np.finfo(dtype).max, np.inf, -1e4, np.finfo(dtype).min, -np.inf], dtype)
    np.testing.assert_array_equal(erf_of(x), [1, 1, 1, -1, -1, -1])


def test_what_is_no_number_stays_none_and_harms_no_neighbour() -> None:
    found = erf_of(np.array([0.5, np.nan, 2.0]))
    assert np.isnan(found[1])
    np.testing.assert_allclose(found[[0, 2]], [math.erf(0.5), math.erf(2.0)], rtol=1e-15)


@pytest.mark.parametrize("shape", [(0, 3), (1, 1), (3, 4, 5), (100, 83)])
def test_erf_takes_any_shape(shape: tuple[int, ...]) -> None:
    x = np.linspace(-3, 3, math.prod(shape)).reshape(shape)
    np.testing.assert_allclose(erf_of(x), np.vectorize(math.erf, otypes=[float])(x), rtol=1e-15)

"""The squares of single examples' gradients: the same as of each gradient written out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.gradient_noise import norm, ratio, spread, sum_of_squares
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from tests.core.nn.masked_layer import Masked

RNG = np.random.default_rng(4)


def test_of_a_dense_layer_it_is_that_of_the_outer_products() -> None:
    x, delta = RNG.normal(size=(5, 4)), RNG.normal(size=(5, 3))
    by_hand = sum((np.outer(a, d) ** 2).sum() + (d**2).sum() for a, d in zip(x, delta, strict=True))
    assert sum_of_squares(Dense(3), (4,), x, delta) == pytest.approx(by_hand, rel=1e-12)


def by_cells(
    x: np.ndarray, delta: np.ndarray, maps: int, kernel: int, stride: int, padding: int
) -> tuple[np.ndarray, np.ndarray]:
    """What each cell adds to dC/dW, (cells, kernel, kernel, channels, maps), and to dC/db, (cells, maps)."""
    height, width, channels = x.shape
    padded = np.zeros((height + 2 * padding, width + 2 * padding, channels))
    padded[padding : padding + height, padding : padding + width] = x
    rows, columns = ((size + 2 * padding - kernel) // stride + 1 for size in (height, width))
    dW, db = [], []
    for i in range(rows):
        for j in range(columns):
            window = padded[i * stride : i * stride + kernel, j * stride : j * stride + kernel]
            own = delta.reshape(rows, columns, maps)[i, j]
            dW.append(window[..., None] * own)
            db.append(own)
    return np.array(dW), np.array(db)


@pytest.mark.parametrize(("kernel", "stride", "padding"), [(3, 1, 1), (2, 2, 0), (3, 2, 2)])
@pytest.mark.parametrize("kind", ["shared", "bias per cell", "some channels", "local"])
def test_of_windows_it_is_that_of_the_sums_over_their_cells(
    kind: str, kernel: int, stride: int, padding: int
) -> None:
    maps, shape = 2, (5, 4, 3)
    reads = ((0, 2), (1,)) if kind == "some channels" else ()
    spec: LayerSpec = (
        LocallyConnected2d(maps, kernel, stride, padding)
        if kind == "local"
        else Conv2d(maps, kernel, stride, padding, reads=reads, bias_per_cell=kind == "bias per cell")
    )
    x = RNG.normal(size=(4, 60))
    delta = RNG.normal(size=(4, math.prod(spec.out_shape(shape))))
    total = 0.0
    for one, own in zip(x, delta, strict=True):
        dW, db = by_cells(one.reshape(shape), own, maps, kernel, stride, padding)
        if kind != "local":
            dW = dW.sum(axis=0)
        for m, channels in enumerate(reads):
            dW[:, :, [c for c in range(3) if c not in channels], m] = 0
        if kind in ("shared", "some channels"):
            db = db.sum(axis=0)
        total += (dW**2).sum() + (db**2).sum()
    assert sum_of_squares(spec, shape, x, delta) == pytest.approx(total, rel=1e-12)


def test_of_any_other_kind_each_gradient_is_made() -> None:
    spec = Masked(((0, 2), (1,)), back=(1,))
    x, delta = np.array([[1.0, 2, 3], [0, -1, 0]]), np.array([[2.0, 1], [3, 5]])
    # First: W 1·2, 3·2, 2·1, b 2 and 1; second: W 0, 0, -1·5, b 3 and 5.
    assert sum_of_squares(spec, (3,), x, delta) == 4 + 36 + 4 + 4 + 1 + 25 + 9 + 25


def test_the_spread_is_the_root_of_the_trace_of_the_covariance() -> None:
    g = RNG.normal(1, 2, size=(6, 5))
    squares, mean_square = float((g**2).sum()), float((g.mean(axis=0) ** 2).sum())
    assert spread(squares, mean_square, 6) == pytest.approx(math.sqrt(np.trace(np.cov(g.T))), rel=1e-12)
    assert math.isnan(spread(1.0, 1.0, 1)) and math.isnan(spread(math.nan, 1.0, 3))
    # All alike, but for rounding.
    assert spread(2.9999999, 1.0, 3) == 0


def test_nothing_by_nothing_is_undefined() -> None:
    assert ratio(1, 4) == 0.25 and ratio(0, 2) == 0 and ratio(2, 0) == math.inf
    assert math.isnan(ratio(0, 0)) and math.isnan(ratio(math.nan, 0)) and math.isnan(ratio(1, math.nan))


def test_numbers_too_large_to_be_squared_in_single_precision_have_a_norm() -> None:
    assert norm([np.array([3e30], np.float32), np.array([4e30], np.float32)]) == pytest.approx(5e30)

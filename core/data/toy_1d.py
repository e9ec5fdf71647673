"""Curves on the line: one input, one regression target."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.data.dataset import Dataset
from core.data.refusals import DatasetError
from core.data.toy_data import check
from core.read_only import read_only

Curve = Callable[[NDArray[np.float64]], NDArray[np.float64]]

MAX_POINTS = 10_000

# Over [-1, 1], with values in it.
CURVES: dict[str, Curve] = {
    "sine": lambda x: np.sin(np.pi * x),
    "step": lambda x: np.where(x < 0, -0.8, 0.8),
    "triangle": lambda x: 1 - 2 * np.abs(2 * np.abs(x) - 1),
    "abs": lambda x: np.abs(x),
    "polynomial": lambda x: 4 * x**3 - 3 * x,
    "sines": lambda x: (np.sin(np.pi * x) + np.sin(3 * np.pi * x) + np.sin(5 * np.pi * x)) / 2.5,
}


def make_line(kind: str, count: int = 256, noise: float = 0.0, seed: int = 0) -> Dataset:
    """A curve over [-1, 1]: (count, 1) inputs evenly spread and (count, 1) regression targets.

    Parameters
    ----------
    kind : "sine", "step", "triangle", "abs", "polynomial" or "sines"
    count : int
        Training points; as many test points lie between them, without noise, on the curve itself.
    noise : float
        Standard deviation of what is added to the training numbers, from 0 to 1.

    Raises
    ------
    ValueError
        When a value is out of its range; the message quotes the value and the allowed range.
    """
    if kind not in CURVES:
        raise ValueError(f"{kind!r} is no curve; choose one of {', '.join(CURVES)}")
    return _examples_of(CURVES[kind], count, noise, seed)


def curve_through(points: ArrayLike, count: int = 256, noise: float = 0.0, seed: int = 0) -> Dataset:
    """The same for a curve drawn by hand: straight lines through (k, 2) points, from left to right.

    The drawing's width becomes [-1, 1], and its height too, unless it is flat; of points one above the other the
    mean counts.

    Raises
    ------
    ValueError
        When the points are no two columns of finite numbers, or all lie at one place of the line.
    """
    drawn = np.asarray(points, np.float64)
    if drawn.ndim != 2 or drawn.shape[1] != 2 or not np.isfinite(drawn).all():
        raise ValueError(f"points of shape {drawn.shape}: give two columns of finite numbers, x and y")
    x, place = np.unique(drawn[:, 0], return_inverse=True)
    if len(x) < 2:
        raise DatasetError("upright_curve")
    y = np.bincount(place, drawn[:, 1]) / np.bincount(place)
    x, y = _to_unit(x), _to_unit(y)
    return _examples_of(lambda at: np.interp(at, x, y), count, noise, seed)


def _to_unit(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scaled to [-1, 1]; 0 where all are equal."""
    low, high = values.min(), values.max()
    if high == low:
        return np.zeros_like(values)
    scaled: NDArray[np.float64] = 2 * (values / (high - low) - low / (high - low)) - 1
    return np.clip(scaled, -1, 1)


def _examples_of(curve: Curve, count: int, noise: float, seed: int) -> Dataset:
    check("point_count", count, 10, MAX_POINTS, whole=True)
    check("point_noise", noise, 0, 1)
    rng = np.random.default_rng(seed)
    x = np.linspace(-1, 1, count)
    between = (x[:-1] + x[1:]) / 2
    # Twelve decimals: sin π is 1.2e-16 in double precision, and 0 on paper.
    y = np.round(curve(x), 12) + noise * rng.standard_normal(count)
    x, y, between, truth = (
        read_only(array.astype(np.float32).reshape(-1, 1)) for array in (x, y, between, curve(between))
    )
    return Dataset(x, y, between, truth, ())

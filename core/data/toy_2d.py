"""Points in the plane: small classification problems that can be seen whole."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import Dataset
from core.data.refusals import DatasetError
from core.data.toy_data import check, split

Points = NDArray[np.float64]
Labels = NDArray[np.integer]

MAX_POINTS = 10_000
MAX_CLASSES = 5
# How often a spiral turns around, and how near to the middle it begins.
SPIRAL_TURNS, SPIRAL_START = 1.0, 0.1
DISC, RING = 0.35, 0.85


def make_plane(
    kind: str, count: int = 500, noise: float = 0.1, seed: int = 0, classes: int = 2, test_share: float = 0.2
) -> Dataset:
    """(N, 2) points in about [-1, 1]², in classes of equal size.

    Parameters
    ----------
    kind : "gaussians", "circle", "xor", "spirals" or "moons"
        Clouds around places on a circle; a disc in a ring; two pairs of opposite squares; arms; two half circles.
    count : int
        Training and test points together, at least 10.
    noise : float
        Standard deviation of what is added to both coordinates, from 0 to 1.
    classes : int
        2 to 5 clouds or arms; the others have 2.

    Raises
    ------
    ValueError
        When a value is out of its range; the message quotes the value and the allowed range.
    """
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is no set in the plane; choose one of {', '.join(_KINDS)}")
    place, most = _KINDS[kind]
    check("point_count", count, 10, MAX_POINTS, whole=True)
    check("point_noise", noise, 0, 1)
    if isinstance(classes, bool) or not isinstance(classes, int) or not 2 <= classes <= most:
        code = "two_classes" if most == 2 else "class_count"
        raise DatasetError(code, value=repr(classes), kind=kind, largest=most)
    rng = np.random.default_rng(seed)
    y = np.arange(count) % classes
    # How far along its class a point is, evenly: a spiral's or a moon's points are spread over its length.
    along = (np.arange(count) // classes + 0.5) / np.ceil(count / classes)
    X = place(y, along, classes, rng)
    X += noise * rng.standard_normal(X.shape)
    return split(X, y, test_share, rng, tuple(str(number) for number in range(classes)))


def _gaussians(y: Labels, along: Points, classes: int, rng: np.random.Generator) -> Points:
    angle = 2 * np.pi * y / classes
    return _at(np.full(len(y), 0.6), angle)


def _circle(y: Labels, along: Points, classes: int, rng: np.random.Generator) -> Points:
    angle = rng.uniform(0, 2 * np.pi, len(y))
    # The root spreads the points evenly over the disc.
    radius = np.where(y == 0, DISC * np.sqrt(along), RING)
    return _at(radius, angle)


def _xor(y: Labels, along: Points, classes: int, rng: np.random.Generator) -> Points:
    X = rng.uniform(0.1, 0.9, (len(y), 2))
    left = rng.random(len(y)) < 0.5
    # Class 0 where both coordinates have the same sign.
    X[:, 0] *= np.where(left, -1, 1)
    X[:, 1] *= np.where(left == (y == 0), -1, 1)
    return X


def _spirals(y: Labels, along: Points, classes: int, rng: np.random.Generator) -> Points:
    radius = SPIRAL_START + (0.95 - SPIRAL_START) * along
    angle = 2 * np.pi * (SPIRAL_TURNS * along + y / classes)
    return _at(radius, angle)


def _moons(y: Labels, along: Points, classes: int, rng: np.random.Generator) -> Points:
    angle = np.pi * along
    upper = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25], axis=1)
    lower = np.stack([0.5 - np.cos(angle), 0.25 - np.sin(angle)], axis=1)
    return 0.62 * np.where(y[:, None] == 0, upper, lower)


def _at(radius: Points, angle: Points) -> Points:
    """Points at so far from the middle, in this direction."""
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


_Place = Callable[[Labels, Points, int, np.random.Generator], Points]
_KINDS: dict[str, tuple[_Place, int]] = {
    "gaussians": (_gaussians, MAX_CLASSES),
    "circle": (_circle, 2),
    "xor": (_xor, 2),
    "spirals": (_spirals, MAX_CLASSES),
    "moons": (_moons, 2),
}
PLANE_KINDS = tuple(_KINDS)

"""From pen strokes, or from MNIST's grey images, to the 16 x 16 ink that the network reads.

A drawing goes the way MNIST's digits went: scaled into a box of 20 x 20 whatever its size, put with its
centre of mass in the middle of 28 x 28 whatever its place, and averaged. Both meet in `ink_from_images`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.data.raster import draw_segments

Floats = NDArray[np.float64]

SIDE = 16
"""Pixels along one side of what the network reads."""

IMAGE_SIDE = 28
BOX_SIDE = 20
"""MNIST's digits fill a box of 20 x 20 of their 28 x 28 pixels in the longer direction."""

PEN = 2.4
"""Width of MNIST's typical pen, in pixels of the 28 x 28."""

INK_THRESHOLD = 0.4
"""A pixel of the 16 x 16 is ink where its mean grey is over this share."""

USUAL_SLANT = (-0.05, 0.2)
"""A drawing that leans more is brought to this range, in which MNIST's digits are read best."""

OVERSAMPLING = 8


def ink_from_images(images: ArrayLike) -> NDArray[np.uint8]:
    """(n, 28, 28) grey images, 0 (paper) to 255 (ink), to (n, 16, 16) ink: 1 where ink, 0 where not.

    The centre 24 x 24 (all but 0.2 % of MNIST's ink) is averaged by area, one and a half pixels to one.

    Raises
    ------
    ValueError
        When `images` is not a stack of 28 x 28.
    """
    grey = np.asarray(images)
    if grey.ndim != 3 or grey.shape[1:] != (IMAGE_SIDE, IMAGE_SIDE):
        raise ValueError(f"images must be (n, 28, 28), not {grey.shape}")
    # Three pixels share out over two: 2 + 1 parts and 1 + 2 parts. With whole parts every sum of bytes is
    # exact in float64, so that the same images give the same ink on every machine.
    pair = np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0]])
    share = np.kron(np.eye(SIDE // 2), pair)
    full = 255 * 9
    sums = share @ grey[:, 2:26, 2:26].astype(np.float64) @ share.T
    return (sums > round(INK_THRESHOLD * full)).astype(np.uint8)


def ink_from_strokes(
    strokes: Iterable[ArrayLike], canvas_size: float | Sequence[float], pen_width: float
) -> NDArray[np.float32]:
    """Strokes to the (16, 16) ink that the network reads, ink 1 and no ink 0, prepared as MNIST's digits.

    Parameters
    ----------
    strokes : iterable of (n, 2) arrays
        Centre lines, x and y in canvas pixels, y downwards. One point is a dot. Points may lie off the
        canvas. Where the drawing is and how large it is does not matter.
    canvas_size : float or pair of floats
        Side of the canvas in pixels.
    pen_width : float
        Width of the pen in canvas pixels. The ink's pen always has MNIST's width: of a drawing's size
        nothing remains. But a mark of less than half a pen, or a hundredth of the canvas, is a dot and not
        a tiny digit.

    Returns
    -------
    (16, 16) float32
        All zeros when nothing is drawn.

    Raises
    ------
    ValueError
        When a stroke is not (n, 2), a coordinate is not finite, or a size is not positive.

    References
    ----------
    Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits": size-normalized to fit
    in a 20 x 20 box, then the centre of mass placed at the centre of 28 x 28. There the pen is scaled with
    the digit; here the centre line is scaled and drawn with a pen of one width.
    """
    smallest = max(_positive("canvas_size", np.max(canvas_size)) / 100, _positive("pen_width", pen_width) / 2)
    starts, ends = _segments(strokes)
    if not len(starts):
        return np.zeros((SIDE, SIDE), dtype=np.float32)
    starts, ends, extent = _unit(starts, ends)
    slant = _slant(starts, ends)
    starts, ends, stretch = _unit(*(_sheared(points, slant) for points in (starts, ends)))
    scale = (BOX_SIDE - PEN) * min(1.0, extent * stretch / smallest)
    fine_starts, fine_ends = ((points * scale + BOX_SIDE / 2) * OVERSAMPLING for points in (starts, ends))
    fine = draw_segments(fine_starts, fine_ends, PEN * OVERSAMPLING / 2, BOX_SIDE * OVERSAMPLING)
    return np.asarray(ink_from_images(255.0 * _centred(fine)[np.newaxis])[0], dtype=np.float32)


def _unit(starts: Floats, ends: Floats) -> tuple[Floats, Floats, float]:
    """The segments moved and scaled until the longer side of their box is 1 around 0, and that side."""
    low, high = np.minimum(starts, ends).min(axis=0), np.maximum(starts, ends).max(axis=0)
    with np.errstate(over="ignore"):
        extent = float((high - low).max())
    if not np.isfinite(extent):
        raise ValueError(f"the drawing is too large: from {low} to {high}")
    middle = low + (high - low) / 2
    return (starts - middle) / (extent or 1.0), (ends - middle) / (extent or 1.0), extent


def _slant(starts: Floats, ends: Floats) -> float:
    """How far the lines lean to the right, beyond the usual, as a shear: x moves by it for each y.

    The lean is -Σxy / Σy² of the lines' points about their centre of mass: 0 for upright writing, 1 at 45°.
    What leans more than that is less and less a slanted digit and more a level stroke, which stays as it is.
    """
    length = np.hypot(*(ends - starts).T)
    if not length.any():
        return 0.0
    along = ends - starts
    middles = (starts + ends) / 2
    middles = middles - length @ middles / length.sum()
    # Along a segment the mean of a product is that of its middle plus a twelfth of that of its sides.
    xy = length @ (middles[:, 0] * middles[:, 1] + along[:, 0] * along[:, 1] / 12)
    yy = length @ (middles[:, 1] ** 2 + along[:, 1] ** 2 / 12)
    if yy <= abs(xy) / 2:
        return 0.0
    lean = float(-xy / yy)
    beyond = lean - min(max(lean, USUAL_SLANT[0]), USUAL_SLANT[1])
    return beyond * min(1.0, (2.0 - abs(lean)) / 0.75)


def _sheared(points: Floats, slant: float) -> Floats:
    """The points with `slant` taken out: each moved to the right by `slant` times its y (downwards)."""
    return np.stack((points[:, 0] + slant * points[:, 1], points[:, 1]), axis=1)


def _centred(fine: NDArray[np.bool_]) -> Floats:
    """(28, 28) shares of ink: the drawing with its centre of mass at 14, averaged; what sticks out is cut."""
    side = IMAGE_SIDE * OVERSAMPLING
    image = np.zeros((side, side), dtype=np.float64)
    rows, columns = fine.sum(axis=1), fine.sum(axis=0)
    steps = np.arange(len(fine)) + 0.5
    shift_y = round(side / 2 - float(rows @ steps) / float(rows.sum()))
    shift_x = round(side / 2 - float(columns @ steps) / float(columns.sum()))
    y, x = max(shift_y, 0), max(shift_x, 0)
    seen = fine[y - shift_y : side - shift_y, x - shift_x : side - shift_x]
    image[y : y + seen.shape[0], x : x + seen.shape[1]] = seen
    blocks = image.reshape(IMAGE_SIDE, OVERSAMPLING, IMAGE_SIDE, OVERSAMPLING)
    return np.asarray(blocks.mean(axis=(1, 3)))


def _segments(strokes: Iterable[ArrayLike]) -> tuple[Floats, Floats]:
    """Starts and ends, (n, 2) each, of all strokes' segments; a single point gives one of no length."""
    starts: list[Floats] = []
    ends: list[Floats] = []
    for stroke in strokes:
        points = np.asarray(stroke, dtype=np.float64)
        if not points.size:
            continue
        if points.ndim != 2 or points.shape[1] != 2:
            raise ValueError(f"a stroke must be (n, 2) points, not {points.shape}")
        if not np.isfinite(points).all():
            raise ValueError("a stroke's coordinates must be finite")
        starts.append(points[:-1] if len(points) > 1 else points)
        ends.append(points[1:] if len(points) > 1 else points)
    if not starts:
        return np.empty((0, 2)), np.empty((0, 2))
    return np.concatenate(starts), np.concatenate(ends)


def _positive(name: str, value: float) -> float:
    """`value`, checked."""
    if not (np.isfinite(value) and value > 0):
        raise ValueError(f"{name} must be a positive number of pixels, not {value!r}")
    return float(value)

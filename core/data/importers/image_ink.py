"""From grey images of any size to the 16 x 16 ink that the network reads, prepared as the canvas's.

Images of 28 x 28 are in MNIST's own frame and are only averaged, so that MNIST's files give the digits that
Backlight ships; those of 16 x 16 are in the network's. All others, and those of 28 x 28 in which nothing would be
left, are scaled and centred first, and strokes in them that are too thin for the 16 x 16 are thickened.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.data.importers.thin_strokes import thin_and_grown
from core.data.ink import BOX_SIDE, IMAGE_SIDE, INK_THRESHOLD, SIDE, ink_from_images

Floats = NDArray[np.float64]

PIXELS_AT_ONCE = 1 << 15
"""Of so many the numbers find room where those of the images before were, instead of in new memory each time."""

THIN_AT_ONCE = 8
"""As many drawings are thickened in the bits of one byte."""

BLANK = 0.1
"""An image whose pixels differ less from its paper, as a share of white, is blank."""

MARKED = 0.2
"""Pixels over this share of the drawing's strongest are in its box; the edges of its lines are about half."""

SMALLEST = 0.2
"""What fills less of the image's side is a small mark and not a tiny digit."""

FINE = 3
"""Where strokes are looked at, so many pixels along one of the 28: the pen is 2 `REACH` + 1 of them wide."""

TOUCHED, FULL = 1e-3, 0.5
"""A fine pixel is a stroke's own from the first share of it that is covered, and full where the other one is inked."""

FULL_SQUARE, NEAR = 0.6, 2
"""Four pixels are full over this share each, and what is no more than so many pixels from them is near."""

TRACE = 0.5
"""Less ink than half a pixel's of the 28 is not looked at whether it is a thin stroke."""


def ink_from_grey(images: ArrayLike) -> NDArray[np.uint8]:
    """(n, height, width) grey images, 0 black to 255 white, to (n, 16, 16) ink: 1 where ink, 0 where not.

    What is paper is decided for each image by the median of its border: ink is brighter on black paper and
    darker on white.

    References
    ----------
    Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits": size-normalized to fit
    in a 20 x 20 box, then the centre of mass placed at the centre of 28 x 28.
    """
    grey = np.asarray(images)
    count, (height, width) = len(grey), grey.shape[1:]
    ink = np.empty((count, SIDE, SIDE), np.uint8)
    at_once = max(1, PIXELS_AT_ONCE // (height * width))
    for start in range(0, count, at_once):
        part = slice(start, start + at_once)
        ink[part] = _ink(grey[part].astype(np.float64))
    return ink


def _ink(grey: Floats) -> NDArray[np.uint8]:
    strength = _strength(grey)
    if strength.shape[1:] == (SIDE, SIDE):
        ink = (strength > INK_THRESHOLD * 255).astype(np.uint8)
    elif strength.shape[1:] == (IMAGE_SIDE, IMAGE_SIDE):
        ink = ink_from_images(strength)
    else:
        return _framed_ink(strength)
    # Pale, or of the thinnest strokes: what is drawn decides, not where white would be.
    lost = ~ink.any(axis=(1, 2))
    if lost.any():
        ink[lost] = _strongest(strength[lost]) if len(ink[0]) == len(grey[0]) else _framed_ink(strength[lost])
    return ink


def _strongest(strength: Floats) -> NDArray[np.uint8]:
    """The ink of (n, 16, 16) by the strongest pixel of each."""
    full = strength.max(axis=(1, 2), keepdims=True)
    is_ink: NDArray[np.bool_] = (strength > INK_THRESHOLD * full) & (full >= BLANK * 255)
    return is_ink.astype(np.uint8)


def _strength(grey: Floats) -> Floats:
    """How much each pixel differs from the paper towards the other end of the scale, 0 to 255."""
    border = np.concatenate((grey[:, 0], grey[:, -1], grey[:, 1:-1, 0], grey[:, 1:-1, -1]), axis=1)
    paper = np.median(border, axis=1)[:, np.newaxis, np.newaxis]
    # In place, where memory is at hand: reading a million images is mostly this.
    away: Floats = grey - paper
    away *= np.where(paper > 127.5, -1.0, 1.0)
    return np.maximum(away, 0.0, out=away)


def _framed_ink(strength: Floats) -> NDArray[np.uint8]:
    """(n, 16, 16) ink of drawings of any size, in the middle of MNIST's frame.

    Strokes that are so thin there that they could be lost are thickened to MNIST's pen.
    """
    height, width = strength.shape[1:]
    full = strength.max(axis=(1, 2))
    blank = full < BLANK * 255
    share = strength / np.where(blank, 1.0, full)[:, np.newaxis, np.newaxis]
    marked: NDArray[np.bool_] = (share > MARKED) & ~blank[:, np.newaxis, np.newaxis]
    smallest = SMALLEST * max(height, width)
    framed = _in_frame(share, marked, smallest)
    framed[blank] = 0.0
    ink = ink_from_images(framed)
    lost = ~ink.any(axis=(1, 2)) & ~blank
    thin = np.flatnonzero(_may_be_thin(framed) & ~blank | lost)
    for start in range(0, len(thin), THIN_AT_ONCE):
        some = thin[start : start + THIN_AT_ONCE]
        ink[some] = ink_from_images(_thickened(share[some], marked[some], smallest, lost[some], framed[some]))
    return ink


def _in_frame(share: Floats, marked: NDArray[np.bool_], smallest: float) -> Floats:
    """(n, 28, 28), 0 to 255: what is marked fills 20 x 20, its centre of mass in the middle.

    The scaling shares each pixel's area out, first along the columns and then along the rows: as the box is
    upright, two small matrices do it exactly.
    """
    *_, extent = _box(marked, smallest)
    mass = np.where(marked, share, 0.0)
    down = _shares(_centre(mass.sum(axis=2)), share.shape[1], BOX_SIDE / extent, IMAGE_SIDE)
    along = _shares(_centre(mass.sum(axis=1)), share.shape[2], BOX_SIDE / extent, IMAGE_SIDE)
    framed: Floats = 255.0 * (down @ share @ along.transpose(0, 2, 1))
    return framed


def _may_be_thin(framed: Floats) -> NDArray[np.bool_]:
    """(n,): whether there is ink, not only a trace, far from any two by two pixels that are full of it.

    A stroke as thick as MNIST's has such all along; one of a single pixel is full only now and then, and never twice
    beside each other.
    """
    full = framed > FULL_SQUARE * 255
    square = full[:, :-1, :-1] & full[:, 1:, :-1] & full[:, :-1, 1:] & full[:, 1:, 1:]
    # `NEAR` from any of its four, which is named by its upper left one.
    square = np.pad(square, ((0, 0), (NEAR + 1, NEAR + 1), (NEAR + 1, NEAR + 1)))
    steps = range(2 * NEAR + 2)
    beside = np.logical_or.reduce([square[:, :, step : step + IMAGE_SIDE] for step in steps])
    around = np.logical_or.reduce([beside[:, step : step + IMAGE_SIDE] for step in steps])
    return np.asarray(np.where(around, 0.0, framed).sum(axis=(1, 2)) > TRACE * 255)


def _thickened(
    share: Floats, marked: NDArray[np.bool_], smallest: float, with_dust: NDArray[np.bool_], framed: Floats
) -> Floats:
    """(n, 28, 28): the drawings in the frame anew, their thin strokes thickened; as `framed` where nothing is thin.

    That is seen where three pixels are one of the 28. There all that a stroke touches is its own, however little.
    """
    side = FINE * IMAGE_SIDE
    rows, columns, extent = _box(marked, smallest)
    down, along = (
        _shares(_middle(each), each.shape[1], FINE * BOX_SIDE / extent, side) for each in (rows, columns)
    )
    fine = down @ share @ along.transpose(0, 2, 1)
    touched = down @ (share > INK_THRESHOLD).astype(np.float64) @ along.transpose(0, 2, 1) > TOUCHED
    grown = thin_and_grown(touched, fine > FULL, with_dust)
    thick = np.where(grown, 1.0, fine)
    # No drawing is enlarged for it: a small mark stays one.
    anew = _in_frame(thick, thick > MARKED, FINE * BOX_SIDE)
    is_thin = np.asarray(grown.any(axis=(1, 2)))
    return np.where(is_thin[:, np.newaxis, np.newaxis], anew, framed)


def _box(marked: NDArray[np.bool_], smallest: float) -> tuple[NDArray[np.bool_], NDArray[np.bool_], Floats]:
    """Which rows and columns of (n, height, width) are marked, and the longer side of their box; of dots `smallest`."""
    rows, columns = np.asarray(marked.any(axis=2)), np.asarray(marked.any(axis=1))
    return rows, columns, np.maximum(np.maximum(_extent(rows), _extent(columns)), smallest)


def _extent(marked: NDArray[np.bool_]) -> Floats:
    """(n,): pixels from the first to the last of each row of (n, side) that is marked."""
    side = marked.shape[1]
    return np.asarray(side - marked.argmax(axis=1) - marked[:, ::-1].argmax(axis=1), dtype=np.float64)


def _centre(mass: Floats) -> Floats:
    """(n,): the centre of mass of each row of (n, side); 0 where there is none."""
    total = mass.sum(axis=1)
    return np.asarray(mass @ (np.arange(mass.shape[1]) + 0.5) / np.where(total, total, 1.0))


def _middle(marked: NDArray[np.bool_]) -> Floats:
    """(n,): the middle between the first and the last that is marked of each row of (n, side)."""
    side = marked.shape[1]
    return np.asarray((marked.argmax(axis=1) + side - marked[:, ::-1].argmax(axis=1)) / 2)


def _shares(centre: Floats, side: int, scale: Floats, new_side: int) -> Floats:
    """(n, new_side, side): which length of each of the new pixels each of the `side` covers, in one direction.

    `centre` (n,) is put into the middle; `scale` (n,) is the length of an old pixel in new ones.
    """
    edges = (np.arange(side + 1) - centre[:, np.newaxis]) * scale[:, np.newaxis] + new_side / 2
    new = np.arange(new_side)[:, np.newaxis]
    begin, end = edges[:, np.newaxis, :-1], edges[:, np.newaxis, 1:]
    return np.asarray(np.clip(np.minimum(end, new + 1) - np.maximum(begin, new), 0.0, None))

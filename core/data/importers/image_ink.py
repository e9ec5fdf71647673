"""From grey images of any size to the 16 x 16 ink that the network reads, prepared as the canvas's.

Images of 28 x 28 are in MNIST's own frame and are only averaged, so that MNIST's files give the digits that
Backlight ships; those of 16 x 16 are in the network's. All others are scaled and centred first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.data.ink import BOX_SIDE, IMAGE_SIDE, INK_THRESHOLD, SIDE, ink_from_images

Floats = NDArray[np.float64]

PIXELS_AT_ONCE = 1 << 15
"""Of so many the numbers find room where those of the images before were, instead of in new memory each time."""

BLANK = 0.1
"""An image whose pixels differ less from its paper, as a share of white, is blank."""

MARKED = 0.2
"""Pixels over this share of the drawing's strongest are in its box; the edges of its lines are about half."""

SMALLEST = 0.2
"""What fills less of the image's side is a small mark and not a tiny digit."""


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
        return (strength > INK_THRESHOLD * 255).astype(np.uint8)
    if strength.shape[1:] != (IMAGE_SIDE, IMAGE_SIDE):
        strength = _framed(strength)
    return ink_from_images(strength)


def _strength(grey: Floats) -> Floats:
    """How much each pixel differs from the paper towards the other end of the scale, 0 to 255."""
    border = np.concatenate((grey[:, 0], grey[:, -1], grey[:, 1:-1, 0], grey[:, 1:-1, -1]), axis=1)
    paper = np.median(border, axis=1)[:, np.newaxis, np.newaxis]
    # In place, where memory is at hand: reading a million images is mostly this.
    away: Floats = grey - paper
    away *= np.where(paper > 127.5, -1.0, 1.0)
    return np.maximum(away, 0.0, out=away)


def _framed(strength: Floats) -> Floats:
    """(n, 28, 28): each drawing scaled into a box of 20 x 20, its centre of mass in the middle, full ink 255.

    The scaling shares each pixel's area out, first along the columns and then along the rows: as the box is
    upright, two small matrices do it exactly.
    """
    n, height, width = strength.shape
    full = strength.max(axis=(1, 2))
    blank = full < BLANK * 255
    share = strength / np.where(blank, 1.0, full)[:, np.newaxis, np.newaxis]
    marked = (share > MARKED) & ~blank[:, np.newaxis, np.newaxis]
    rows, columns = marked.any(axis=2), marked.any(axis=1)
    extent = np.maximum(np.maximum(_extent(rows), _extent(columns)), SMALLEST * max(height, width))
    mass = np.where(marked, share, 0.0)
    down = _shares(mass.sum(axis=2), BOX_SIDE / extent)
    along = _shares(mass.sum(axis=1), BOX_SIDE / extent)
    framed = 255.0 * (down @ share @ along.transpose(0, 2, 1))
    framed[blank] = 0.0
    return framed


def _extent(marked: NDArray[np.bool_]) -> Floats:
    """(n,): pixels from the first to the last of each row of (n, side) that is marked."""
    side = marked.shape[1]
    return np.asarray(side - marked.argmax(axis=1) - marked[:, ::-1].argmax(axis=1), dtype=np.float64)


def _shares(mass: Floats, scale: Floats) -> Floats:
    """(n, 28, side): which length of each of the 28 pixels each of the `side` covers, in one direction.

    `mass` (n, side) has its centre put at 14; `scale` (n,) is the length of an old pixel in new ones.
    """
    side = mass.shape[1]
    total = mass.sum(axis=1)
    centre = mass @ (np.arange(side) + 0.5) / np.where(total, total, 1.0)
    edges = (np.arange(side + 1) - centre[:, np.newaxis]) * scale[:, np.newaxis] + IMAGE_SIDE / 2
    new = np.arange(IMAGE_SIDE)[:, np.newaxis]
    begin, end = edges[:, np.newaxis, :-1], edges[:, np.newaxis, 1:]
    return np.asarray(np.clip(np.minimum(end, new + 1) - np.maximum(begin, new), 0.0, None))

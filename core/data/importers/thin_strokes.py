"""Strokes that are thinner than MNIST's pen, thickened to it, so that none of them is averaged away.

On the canvas a centre line is drawn with MNIST's pen, however large the drawing was. A picture has no centre lines: its
strokes grow on both sides instead, where they are so thin that they could be lost, until they are as thick as the pen.
What is thick enough stays as it is, to the bit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Bits = NDArray[np.uint8]

REACH = 3
"""Of the largest disc within a stroke of the pen's width, how many pixels it has on each side of the middle one."""

THIN = 2
"""The same of the thinnest strokes that stay as they are: wherever they lie, none of them is averaged away."""

DUST = 8
"""So many pixels at least are marked around a pixel of a stroke; fewer are dust, and are not made larger."""


def thin_and_grown(marked: Mask, solid: Mask, with_dust: Mask) -> Mask:
    """(n, side, side): the thin strokes with what they grow by; False where nothing is thin.

    Parameters
    ----------
    marked : (n, side, side)
        The drawings, of which a stroke of the pen's width is 2 `REACH` + 1 pixels wide.
    solid : (n, side, side)
        Which of these pixels are full ink: a stroke in grey is thin, however wide.
    with_dust : (n,)
        Whether specks count as strokes.

    References
    ----------
    J. Serra, "Image Analysis and Mathematical Morphology", 1982: what an opening by a disc takes away is narrower than
    the disc. Also the corners of what is wide: these are nearer to the rest than the disc's radius.
    """
    count = len(marked)
    strokes = marked & (~_is_dust(marked) | with_dust[:, np.newaxis, np.newaxis])
    # Eight drawings in each byte: all that follows takes bits together, whosever they are.
    drawn, own = np.packbits(strokes, axis=0), np.packbits(strokes & solid, axis=0)
    whole = np.packbits(marked, axis=0)
    thin = drawn & ~_wide(own, THIN)
    if not thin.any():
        return np.zeros_like(marked)
    grown = thin
    for step in range(REACH):
        narrow = grown & ~_wide(whole | grown, REACH)
        if not narrow.any():
            break
        grown = grown | _wider(narrow, is_square=step % 2 == 1)
    return np.unpackbits(grown, axis=0, count=count).astype(np.bool_)


def _wide(bits: Bits, reach: int) -> Bits:
    """Where discs fit into what is marked, and what is near these: corners."""
    return _widened(~_widened(~bits, reach), 2 * reach)


def _widened(bits: Bits, reach: int) -> Bits:
    """By an octagon, nearly a disc: `reach` pixels to each side."""
    for step in range(reach):
        bits = _wider(bits, is_square=step % 2 == 1)
    return bits


def _wider(bits: Bits, is_square: bool) -> Bits:
    """By one pixel to each side; in a square also along the diagonals."""
    wider = bits.copy()
    wider[:, 1:] |= bits[:, :-1]
    wider[:, :-1] |= bits[:, 1:]
    if is_square:
        bits = wider.copy()
    wider[:, :, 1:] |= bits[:, :, :-1]
    wider[:, :, :-1] |= bits[:, :, 1:]
    return wider


def _is_dust(marked: Mask) -> Mask:
    """Where there are fewer than `DUST` marked pixels at most 2 `REACH` away."""
    reach = 2 * REACH
    sums = np.pad(marked, ((0, 0), (reach + 1, reach), (reach + 1, reach))).astype(np.int32)
    sums = sums.cumsum(axis=1).cumsum(axis=2)
    width = 2 * reach + 1
    around = (
        sums[:, width:, width:]
        - sums[:, :-width, width:]
        - sums[:, width:, :-width]
        + sums[:, :-width, :-width]
    )
    return np.asarray(around < DUST)

"""The colours of a confusion matrix's cells: greys of their shares; of a difference lime for more and violet for fewer.

The hues are those of the gradient's signs. They are never alone: a sign stands in the cell, and fewer are hatched.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.ledger.matrix_marks import Floats, MatrixMarks
from gui.theme.tokens import Theme

Shades = tuple[float, float]


def mixed(shades: Shades, fills: Floats) -> Floats:
    """How much of its full colour is in the canvas, where a scale from 0 to 1 goes through these shades."""
    return shades[0] + (shades[1] - shades[0]) * fills


def full_colours(theme: Theme, more: NDArray[np.bool_]) -> NDArray[np.float64]:
    """(..., 3): that of the sign of a difference."""
    return np.where(more[..., None], theme.rgb("grad_plus"), theme.rgb("grad_minus"))


def cell_colours(marks: MatrixMarks, theme: Theme, off: Shades, on: Shades) -> NDArray[np.float64]:
    """(K, C, 3), from 0 to 255: off the diagonal and on it through these shades."""
    diagonal = np.eye(*marks.counts.shape, dtype=np.bool_)[..., None]
    canvas, text = theme.rgb("canvas"), theme.rgb("text")
    if not marks.is_difference:
        shades = np.where(diagonal, mixed(on, marks.fills)[..., None], mixed(off, marks.fills)[..., None])
        return np.asarray((canvas + shades * (text - canvas)).round())
    # From the grey of no difference on.
    least, most = (np.where(diagonal, on[end], off[end]) for end in (0, 1))
    zero = canvas + least * (text - canvas)
    full = canvas + most * (full_colours(theme, marks.shares > 0) - canvas)
    return np.asarray((zero + marks.fills[..., None] * (full - zero)).round())

"""A large matrix of weights as a picture of few dots: each is the weight of largest |w| of a block of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from core.arrays import Array
from gui.network.painting.primitives import image_of, packed
from gui.theme.tokens import Theme


def strongest(matrix: Array, rows: int, columns: int) -> Array:
    """(rows, columns): of each block of a matrix the weight of largest |w|, with its sign.

    Both sides of the matrix are whole multiples.
    """
    high, wide = matrix.shape[0] // rows, matrix.shape[1] // columns
    blocks = matrix.reshape(rows, high, columns, wide)
    largest, least = blocks.max(axis=(1, 3)), blocks.min(axis=(1, 3))
    found: Array = np.where(largest >= -least, largest, least)
    return found


def dots_image(dots: Array, scale: float, theme: Theme) -> QImage:
    """One pixel for each dot, in the colour of its sign; full colour stands for |w| = `scale`."""
    strength = np.minimum(1.0, np.abs(dots.astype(np.float64)) / (scale or 1.0))
    canvas, plus, minus = theme.rgb("canvas"), theme.rgb("plus"), theme.rgb("minus")
    full = np.where((dots > 0)[..., None], plus, minus)
    return image_of(packed(np.rint(canvas + strength[..., None] * (full - canvas))))

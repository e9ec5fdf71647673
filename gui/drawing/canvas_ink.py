"""What the network reads of a canvas."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.data.ink import ink_from_strokes
from gui.drawing.digit_canvas import DigitCanvas


def ink_on(canvas: DigitCanvas) -> NDArray[np.float32] | None:
    """(256,) of 0 and 1: its strokes as ink, or the image that was pasted; None when nothing is drawn."""
    if canvas.is_blank:
        return None
    if canvas.ink is not None:
        return canvas.ink.ravel().astype(np.float32)
    return ink_from_strokes(canvas.strokes(), canvas.canvas_size, canvas.pen_width).ravel()

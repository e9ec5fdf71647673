"""Where C and its place in L stand: under the outputs, and beside what leads to them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gui.network.geometry.shapes import Column, Rect
from gui.network.geometry.text_width import text_width
from gui.theme.tokens import Theme

# What stays free between a connection and the words, at 100 %.
AIR_PX = 4.0


def loss_rect(layers: Sequence[Column], right: float, top: float, height: float, theme: Theme) -> Rect:
    """C and its place in L: under the outputs, further left where the type is large, but never over a connection.

    Where connections to the outputs come from farther below, what C is made of is left out before it covers them.

    Parameters
    ----------
    layers : sequence of Column
        All but the input; the last are the outputs.
    right : float
        Where it ends, in px.
    top, height : float
        Where the outputs end, and how high it is, in px.
    """
    air, outputs = theme.px(AIR_PX), layers[-1]
    needed = text_width("C = −ln y₅ = 0.0012", "head", theme, bold=True)
    left = min(outputs.right, right - needed)
    if len(layers) > 1:
        left = max(
            left, layers[-2].right + air, min(outputs.right, _clear_of(layers[-2], outputs, top) + air)
        )
    return Rect(left, top + air, right - left, height)


def _clear_of(before: Column, outputs: Column, top: float) -> float:
    """From where on to the right every connection between these is above `top`.

    Lines are straight; ribbons are curves that leave and arrive level. The lowest of either is looked at.
    """
    lowest = float(before.y.max()) + before.radius
    if before.maps is not None:
        lowest = max(tile.y + tile.height for tile in before.maps.tiles)
    arrival = float(outputs.y.max()) + outputs.radius
    if lowest <= top:
        return before.right
    t = np.linspace(0.0, 1.0, 101)
    rise = lowest + (arrival - lowest) * np.stack([t, 3 * t**2 - 2 * t**3])
    along = np.stack([t, 1.5 * t * (1 - t) + t**3])
    below = along[rise > top]
    return before.right + float(below.max(initial=0.0)) * (outputs.left - before.right)

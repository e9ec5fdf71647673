"""Where everything in the plot of L stands: the plot itself, its axes, the names and their threads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui.loss.plot_range import Range
from gui.theme.tokens import Theme

# A plot lower than this (at 100 %) has no strip for the words of markers and fewer names.
LOW_PX = 150.0
STRIP_PX, BARE_TOP_PX = 20.0, 6.0
AXIS_PX, THREADS_PX, SIGN_PX = 20.0, 18.0, 16.0
LINE_PX, LOW_LINE_PX = 14.5, 13.5
# The left edge of the plot is update 0; its dot is seen whole.
FIRST_DOT_PX = 4.0
# The plot itself keeps at least so much of the width; names are cut before it gets less.
PLOT_SHARE = 0.45
FAR = 20_000.0


@dataclass(frozen=True)
class PlotGeometry:
    """Places in px, from the widget's upper left corner.

    Attributes
    ----------
    plot : QRectF
        Where the curves are.
    names : QRectF
        Where names stand, with their signs; left of it are the threads, from the plot's right edge on.
    right_axis : float
        Where the axis of the mean Cⁿ stands.
    is_low : bool
    line : float
        Names stand at least so far apart.
    across, up : Range
        The updates and the heights that `plot` reaches over.
    first_dot : float
        How far right of the plot's edge its first update stands.
    scale : float
        The theme's.
    sign : float
        How much of `names` the signs take, in px at 100 %.
    """

    plot: QRectF
    names: QRectF
    right_axis: float
    is_low: bool
    line: float
    across: Range
    up: Range
    first_dot: float
    scale: float
    sign: float = SIGN_PX

    def x(self, updates: NDArray[np.float64] | NDArray[np.int64] | float) -> NDArray[np.float64]:
        """Where updates stand."""
        left, right = self.across
        scale = (self.plot.width() - self.first_dot) / (right - left)
        places = self.plot.left() + self.first_dot + (np.asarray(updates, np.float64) - left) * scale
        return _painted(places)

    def y(self, heights: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """Where heights stand: NaN stays NaN; what is far outside is at the end of what can be painted."""
        bottom, top = self.up
        scale = self.plot.height() / (top - bottom)
        places = self.plot.bottom() - (np.asarray(heights, np.float64) - bottom) * scale
        return _painted(places)

    def update_at(self, x: float) -> float:
        """The update that stands at this place; it may lie between two."""
        left, right = self.across
        share = (x - self.plot.left() - self.first_dot) / max(1.0, self.plot.width() - self.first_dot)
        return left + share * (right - left)


def _painted(places: NDArray[np.float64]) -> NDArray[np.float64]:
    # Of a single place, as of a tick, `np.clip` is mostly its own checks: it takes twice as long.
    nearer: NDArray[np.float64] = np.minimum(np.maximum(places, -FAR), FAR)
    return nearer


def is_low(height: float, theme: Theme) -> bool:
    """Whether a plot of this height in px has room for few things only."""
    return height < theme.px(LOW_PX)


def geometry_of(
    width: float,
    height: float,
    theme: Theme,
    widths: tuple[float, float, float],
    across: Range,
    up: Range,
    sign: float = SIGN_PX,
) -> PlotGeometry:
    """The places in a widget of this size.

    Parameters
    ----------
    widths : (left, names, right)
        The widest number of the left axis, the widest name and the widest number of the right axis, in px.
    sign : float
        What the signs before the names take, in px at 100 %.
    """
    px = theme.px
    low = is_low(height, theme)
    left_text, name_text, right_text = widths
    left = max(px(44), left_text + px(14))
    right = right_text + px(14)
    others = left + right + px(THREADS_PX + sign)
    gutter = min(name_text + px(8), max(px(24), (1 - PLOT_SHARE) * width - others))
    top = px(BARE_TOP_PX if low else STRIP_PX)
    bottom = max(top + 10, height - px(AXIS_PX))
    plot_right = max(left + 20, width - right - gutter - px(THREADS_PX + sign))
    names_left = plot_right + px(THREADS_PX)
    return PlotGeometry(
        plot=QRectF(left, top, plot_right - left, bottom - top),
        names=QRectF(names_left, top, px(sign) + gutter, bottom - top),
        right_axis=width - right,
        is_low=low,
        line=px(LOW_LINE_PX if low else LINE_PX),
        across=across,
        up=up,
        first_dot=px(FIRST_DOT_PX),
        scale=theme.scale,
        sign=sign,
    )

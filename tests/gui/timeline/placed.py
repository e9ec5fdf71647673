"""An axis whose places can be computed in one's head: update u stands at 100 + u / 10 px."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from gui.loss.plot_geometry import PlotGeometry


def axis_of(first: float = 0.0, last: float = 4_000.0, scale: float = 1.0) -> PlotGeometry:
    return PlotGeometry(
        plot=QRectF(100, 10, 400, 90),
        names=QRectF(520, 10, 150, 90),
        right_axis=680,
        is_low=False,
        line=14.5,
        across=(first, last),
        up=(0.0, 1.0),
        first_dot=0.0,
        scale=scale,
    )

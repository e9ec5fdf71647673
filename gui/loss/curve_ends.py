"""Where a curve of exact numbers ends in the picture: the last one in sight, in px, and in words of the same moment."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.loss_curves import Points, height_of
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.plot_names import TIED_SPACE
from gui.loss.plot_range import Range

End = tuple[float, float]


class Sight(NamedTuple):
    """What the names say of the numbers in sight.

    Attributes
    ----------
    across, up : Range
        The updates and the heights that are in sight.
    is_log : bool
        Whether heights are logarithms.
    is_zoomed : bool
        Whether that is not the whole run: then each number says its update, where that is not the run's newest.
    """

    across: Range
    up: Range
    is_log: bool
    is_zoomed: bool

    def with_moment(self, number: str, exact: ExactLoss, record: LossHistory) -> str:
        """The number with its update, as one word; one that is not known yet, "…", has none."""
        if not self.is_zoomed or exact.update == record.count or number == "…":
            return number
        at = QCoreApplication.translate("LossPlot", "at {update}").format(update=f"{exact.update:,}")
        return f"{number} {at}".replace(" ", TIED_SPACE)

    def arrow(self, total: float) -> str:
        """What is behind the name of a curve that ends above the plot."""
        return " ↑" if float(height_of(total, self.is_log)) > self.up[1] or total == math.inf else ""


def last_in_sight(record: LossHistory, across: Range) -> ExactLoss | None:
    """The last exact loss of these updates; None where there is none."""
    exact = record.exact_losses.before(math.floor(across[1]))
    return None if exact is None or exact.update < across[0] else exact


def end_at(update: int, total: float, geometry: PlotGeometry, log: bool) -> End:
    """Where the dot of this total stands; one without a logarithm is at the bottom."""
    y = float(geometry.y(height_of(total, log)))
    return float(geometry.x(update)), geometry.plot.bottom() if math.isnan(y) else y


def end_of_lines(lines: Iterable[Points], geometry: PlotGeometry) -> End | None:
    """Where what is drawn of these lines ends, at the right edge of the plot or before it; None where nothing is."""
    left, right = geometry.plot.left(), geometry.plot.right()
    ends = [
        (x, float(np.interp(x, line[:, 0], line[:, 1])))
        for line in lines
        if line[0, 0] <= right and (x := min(float(line[-1, 0]), right)) >= left
    ]
    return max(ends, default=None)

"""The axes of the loss plot: numbers that people can read."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, thousands
from gui.widgets.qt_overrides import ReportsExceptions

# Floats end a little beyond ten to this power.
LARGEST_POWER = 300
# From here on a number has no room beside the axis.
WIDEST_TOTAL, WIDEST_MEAN = 1e7, 1e5


class LossAxis(ReportsExceptions, pg.AxisItem):  # type: ignore[misc]
    """Left: L. Right: the same heights read as mean Cⁿ, that is L / N. Either may be logarithmic."""

    def __init__(self, orientation: str, mean: bool = False) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)
        self._mean = mean
        self._count = 1
        self._log_scale = False

    def apply_theme(self, theme: Theme, grid: QColor) -> None:
        """Take on this theme's type and colours."""
        self.setTickFont(theme.font("tick"))
        self.setTextPen(theme.colour("dim"))
        self.setPen(pg.mkPen(grid))
        self.setTickPen(pg.mkPen(grid))
        self.setWidth(round(theme.px(70 if not self._mean else 48)))
        self.setStyle(
            tickLength=0, tickTextOffset=round(theme.px(4)), maxTickLevel=0, hideOverlappingLabels=True
        )
        self.label.setFont(theme.font("tick"))
        self.label.setDefaultTextColor(theme.colour("dim"))
        self.setGrid(150 if not self._mean else False)

    def set_train_count(self, count: int) -> None:
        """N: what a total is divided by to be a mean."""
        if count != self._count:
            self._count = count
            self.picture = None
            self.update()

    def set_log(self, log: bool) -> None:
        """Whether heights are logarithms to base 10."""
        self._log_scale = log
        self.picture = None
        self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Round numbers of what the axis reads, as heights."""
        divisor = self._count if self._mean else 1
        wanted = max(2, int(size / 30))
        if not self._log_scale:
            step = round_step((high - low) / divisor / wanted)
            first = math.ceil(low / divisor / step)
            last = math.floor(high / divisor / step)
            return [(step * divisor, [i * step * divisor for i in range(first, last + 1)])]
        shift = math.log10(divisor)
        factors = (1, 2, 5) if (high - low) * 3 <= 1.5 * wanted + 2 else (1,)
        # Zoomed out far, not every power of ten has room; and beyond these there are no floats.
        every = math.ceil(max(1.0, (high - low) / wanted))
        lowest = max(math.floor(low - shift) // every * every, -LARGEST_POWER)
        values = [
            decade + math.log10(factor) + shift
            for decade in range(lowest, min(math.ceil(high - shift), LARGEST_POWER) + 1, every)
            for factor in factors
        ]
        return [(1.0, [value for value in values if low <= value <= high])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The numbers as written."""
        divisor = self._count if self._mean else 1
        if self._log_scale:
            return [thousands(10**value / divisor) for value in values]
        largest = max((abs(value) for value in values), default=0.0) / divisor
        if largest >= (WIDEST_MEAN if self._mean else WIDEST_TOTAL):
            # Written out they would not fit; in as many figures as distinguish two neighbours.
            figures = 1 + max(1, math.ceil(math.log10(divisor * largest / spacing)))
            return [compact(value / divisor, figures) for value in values]
        # As many decimals as distinguish two neighbours.
        decimals = max(0, -math.floor(math.log10(spacing / divisor) + 1e-9))
        return [_plain(value / divisor, decimals) for value in values]


class UpdateAxis(ReportsExceptions, pg.AxisItem):  # type: ignore[misc]
    """Updates, with their thousands parted; a short tick where an epoch ends."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)
        self._epoch = 0
        self._mark = QColor()

    def apply_theme(self, theme: Theme, grid: QColor) -> None:
        """Take on this theme's type and colours."""
        self.setTickFont(theme.font("tick"))
        self.setTextPen(theme.colour("dim"))
        self.setPen(pg.mkPen(grid))
        self.setTickPen(pg.mkPen(grid))
        self._mark = theme.colour("dim")
        self.setStyle(tickLength=0, tickTextOffset=round(theme.px(3)), maxTickLevel=0)
        self.label.setFont(theme.font("tick"))
        self.label.setDefaultTextColor(theme.colour("dim"))
        self.setHeight(round(theme.px(32)))

    def set_epoch(self, updates: int) -> None:
        """Updates of one pass over the training set."""
        if updates != self._epoch:
            self._epoch = updates
            self.picture = None
            self.update()

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Round whole numbers, from 0 on."""
        step = max(1.0, round_step((high - low) / max(2, size / 110)))
        first = max(0, math.ceil(low / step))
        return [(step, [i * step for i in range(first, math.floor(high / step) + 1)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The numbers as written."""
        return [f"{value:,.0f}" for value in values]

    def drawPicture(self, p: QPainter, axisSpec: object, tickSpecs: object, textSpecs: object) -> None:
        """The axis, and an epoch's end as a short tick, where there are not too many to distinguish."""
        super().drawPicture(p, axisSpec, tickSpecs, textSpecs)
        low, high = self.range
        width = self.width()
        if not self._epoch or width <= 0 or (high - low) / self._epoch > width / 6:
            return
        p.setPen(pg.mkPen(self._mark))
        for number in range(max(1, math.ceil(low / self._epoch)), math.floor(high / self._epoch) + 1):
            x = (number * self._epoch - low) / (high - low) * width
            p.drawLine(QPointF(x, 0), QPointF(x, 4))


def _plain(value: float, decimals: int) -> str:
    """A number with its thousands separated, without trailing zeros."""
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def round_step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is no smaller than `least`."""
    if not least > 0 or not math.isfinite(least):
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))

"""What was changed by hand, on the plot of L: where the curve jumps for no reason of the training's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt

from gui.theme.tokens import Theme

# A mark is pointed at from so far away.
HIT_PX = 5.0


@dataclass(frozen=True)
class EditMark:
    """After so many updates a parameter ("w" or "b") was set by hand, or set back."""

    edit_id: int
    update: int
    symbol: str
    is_back: bool = False

    @property
    def words(self) -> str:
        """What happened, and when."""
        if self.is_back:
            text = QCoreApplication.translate("LossPlot", "{symbol} set back at update {update}")
        else:
            text = QCoreApplication.translate("LossPlot", "{symbol} edited at update {update}")
        return text.format(symbol=self.symbol, update=f"{self.update:,}")


class ManualEditMarks:
    """Dotted lines from top to bottom, each under a diamond; the curve is not drawn across them.

    Attributes
    ----------
    marks : tuple of EditMark
        Those of the run on screen, in the order in which they were made.
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        self.marks: tuple[EditMark, ...] = ()
        self._lines = pg.PlotCurveItem(antialias=False)
        self._heads = pg.ScatterPlotItem(pen=None, symbol="d")
        for item in (self._lines, self._heads):
            plot.addItem(item, ignoreBounds=True)
            # The names must not hide where an edit was made.
            item.setZValue(1)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        text = theme.colour("text")
        self._lines.setPen(pg.mkPen(text, width=1, style=Qt.PenStyle.DotLine))
        self._heads.setBrush(pg.mkBrush(text))
        self._heads.setSize(theme.px(9))

    def show_marks(self, marks: Sequence[EditMark], view: pg.ViewBox) -> None:
        """Mark these, as high as the view reaches now."""
        self.marks = tuple(marks)
        _, (bottom, top) = view.viewRange()
        updates = np.unique([mark.update for mark in marks]).astype(np.float64)
        ends = np.tile([bottom, top], len(updates))
        self._lines.setData(np.repeat(updates, 2), ends, connect="pairs")
        # Half of a diamond's height below the top, so that all of it is seen.
        height_px = max(1.0, float(view.height()))
        self._heads.setData(updates, np.full(len(updates), top - 6 / height_px * (top - bottom)))

    def joined(self, updates: NDArray[np.float64]) -> NDArray[np.int32]:
        """(n,): 1 where the estimate of an update leads to the next one's, 0 where an edit lies between them."""
        edited = [mark.update for mark in self.marks]
        return (~np.isin(updates, edited)).astype(np.int32)

    def words_at(self, x: float, view: pg.ViewBox) -> str:
        """What was changed near this update, "" where nothing was."""
        reach = HIT_PX * float(view.viewPixelSize()[0])
        return "\n".join(mark.words for mark in self.marks if abs(mark.update - x) <= reach)

"""What is drawn of a run's losses: estimates as a line, exact sums as dots, test, penalties and baseline."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from core.analysis.loss_history import Envelope, LossHistory
from gui.loss.manual_edit_marks import EditMark, ManualEditMarks
from gui.loss.plot_labels import LossPlotLabels
from gui.theme.tokens import Theme


class LossCurves:
    """The items of the plot, in its own coordinates: updates across, L or its logarithm upwards.

    Attributes
    ----------
    log : bool
        Whether heights are logarithms to base 10.
    edits : ManualEditMarks
    names : LossPlotLabels
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        self.log = False
        self._view = plot.getViewBox()
        self.band, self.estimates = pg.PlotCurveItem(antialias=False), pg.PlotCurveItem(antialias=False)
        self.baseline = pg.InfiniteLine(angle=0, movable=False)
        self.penalty = pg.ScatterPlotItem(brush=None, symbol="+")
        self.above = pg.ScatterPlotItem(pen=None, symbol="t1")
        self.test, self.exact = pg.ScatterPlotItem(brush=None), pg.ScatterPlotItem(pen=None)
        self.cursor = pg.InfiniteLine(angle=90, movable=False)
        self.cursor.setVisible(False)
        lines = self.band, self.estimates, self.baseline
        for item in (*lines, self.penalty, self.above, self.test, self.exact, self.cursor):
            plot.addItem(item, ignoreBounds=True)
        self.edits, self.names = ManualEditMarks(plot), LossPlotLabels(plot)
        self._drawn_exact: tuple[LossHistory, int, bool] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        text, dim = theme.colour("text"), theme.colour("dim")
        faint = QColor(dim)
        faint.setAlphaF(0.45)
        for line in (self.estimates, self.band):
            line.setPen(pg.mkPen(faint, width=1))
        self.exact.setBrush(pg.mkBrush(text))
        self.exact.setSize(theme.px(5.2))
        self.test.setPen(pg.mkPen(theme.colour("test"), width=1.4 * theme.line_scale))
        self.test.setSize(theme.px(6.4))
        self.penalty.setPen(pg.mkPen(dim, width=theme.line_scale))
        self.penalty.setSize(theme.px(6.4))
        self.above.setBrush(pg.mkBrush(text))
        self.above.setSize(theme.px(12))
        self.baseline.setPen(pg.mkPen(dim, width=1, style=Qt.PenStyle.DashLine))
        self.cursor.setPen(pg.mkPen(dim, width=1))
        self.names.set_theme(theme)
        self.edits.set_theme(theme)

    def height_of(self, total: float | np.ndarray) -> np.ndarray:
        """Where a total loss stands on the vertical axis: itself, or its logarithm to base 10."""
        values = np.asarray(total, dtype=np.float64)
        if not self.log:
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(values > 0, np.log10(values), np.nan)

    def draw(
        self, record: LossHistory, curve: Envelope, marks: Sequence[EditMark], baseline_loss: float
    ) -> None:
        """Draw this record, its estimates as in `curve`; `baseline_loss` is a mean C, in nats."""
        n = record.train_count
        self.edits.show_marks(marks, self._view)
        if curve.per_column == 1:
            self.band.setData([], [])
            heights = self.height_of(n * curve.mean)
            self.estimates.setData(curve.update, heights, connect=self.edits.joined(curve.update))
        else:
            # More updates than pixels: each column is a stroke from its least to its largest estimate.
            self.estimates.setData([], [])
            ends = np.stack([self.height_of(n * curve.low), self.height_of(n * curve.high)], axis=1).ravel()
            self.band.setData(np.repeat(curve.update, 2), ends, connect="pairs")
        self._draw_exact(record)
        self.baseline.setValue(float(self.height_of(n * baseline_loss)))
        self._mark_those_above(record)
        self.place_names(record)

    def place_names(self, record: LossHistory) -> None:
        """Put the names where they belong in the range in force."""
        exact = record.exact_losses
        penalised = exact.count > 0 and bool(exact.penalties.any())
        self.names.place(self._view, self.baseline.value(), record.count > 0, exact.count > 0, penalised)

    def _draw_exact(self, record: LossHistory) -> None:
        """Dots for the exact L, rings for the test set, crosses for penalties; if there are others than those drawn."""
        exact = record.exact_losses
        drawn = record, exact.changes, self.log
        if drawn == self._drawn_exact:
            return
        self._drawn_exact = drawn
        for dots, totals in (
            (self.exact, exact.totals),
            (self.test, record.train_count * exact.test_means),
            (self.penalty, record.train_count * exact.penalties),
        ):
            heights = self.height_of(totals)
            # A sum of 0 has no logarithm, hence no place; a penalty of 0 is none.
            placed = np.isfinite(heights) & ((totals > 0) | (dots is not self.penalty))
            dots.setData(exact.updates[placed], heights[placed])

    def _mark_those_above(self, record: LossHistory) -> None:
        """A triangle at the top for every exact L or test mean that is higher than the range, where it follows."""
        exact, (_, (_, top)) = record.exact_losses, self._view.viewRange()
        pair = np.stack([exact.totals, record.train_count * exact.test_means])
        with np.errstate(invalid="ignore"):
            above = (self.height_of(pair) > top).any(axis=0) | ~np.isfinite(pair).all(axis=0)
        updates = exact.updates[above]
        self.above.setData(updates, np.full(len(updates), top))

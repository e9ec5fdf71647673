"""What the marks of the loss plot are called, written beside them where they cover nothing."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication

from gui.theme.tokens import Theme
from gui.widgets.number_text import compact


class LossPlotLabels:
    """Lines of text in the plot's own coordinates; they are placed again whenever the range has changed.

    Attributes
    ----------
    baseline, train, test, penalty, empty : pyqtgraph.TextItem
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        self.train, self.test = pg.TextItem(anchor=(1, 0)), pg.TextItem(anchor=(1, 0))
        self.penalty = pg.TextItem(anchor=(1, 0))
        self.baseline = pg.TextItem(anchor=(1, 1))
        self.empty = pg.TextItem(anchor=(0.5, 0.5))
        self._tokens = {
            self.train: "text",
            self.test: "test",
            self.penalty: "dim",
            self.baseline: "dim",
            self.empty: "dim",
        }
        for label in self._tokens:
            plot.addItem(label, ignoreBounds=True)
        self._theme = Theme()
        self._baseline = math.log(10), 10

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and type."""
        self._theme = theme
        # Names must be read over grid lines and data.
        background = theme.colour("canvas")
        background.setAlphaF(0.8)
        for label, token in self._tokens.items():
            label.setColor(theme.colour(token))
            label.fill = pg.mkBrush(background)
            label.setFont(theme.font("caption"))

    def name_baseline(self, mean: float, classes: int) -> None:
        """The baseline loss, as a mean C; of how many classes, 0 for regression."""
        self._baseline = mean, classes
        if not classes:
            words = QCoreApplication.translate("LossPlot", "always the mean: Cⁿ = {mean}")
        elif mean == math.log(classes):
            words = QCoreApplication.translate("LossPlot", "guessing: Cⁿ = ln {classes}")
        else:
            words = QCoreApplication.translate("LossPlot", "guessing: Cⁿ = {mean}")
        self.baseline.setText(words.format(mean=compact(mean, 3), classes=classes))

    def retranslate(self) -> None:
        """Speak the language in force."""
        self.name_baseline(*self._baseline)
        self.train.setText(QCoreApplication.translate("LossPlot", "● training L"))
        self.test.setText(QCoreApplication.translate("LossPlot", "○ test: mean Cⁿ, right axis"))
        self.penalty.setText(QCoreApplication.translate("LossPlot", "+ L1 and L2, right axis: not in L"))
        self.empty.setText(QCoreApplication.translate("LossPlot", "Space starts the training."))

    def place(
        self, view: pg.ViewBox, baseline_y: float, has_updates: bool, has_exact: bool, has_penalty: bool
    ) -> None:
        """Put every name where it belongs in the range in force; `baseline_y` is the height of guessing."""
        (left, right), (bottom, top) = view.viewRange()
        px = self._theme.px
        x = right - 0.008 * (right - left)
        pixel = (top - bottom) / max(1.0, view.height())
        # Above its line where there is room, else beneath it.
        above = (top - baseline_y) / pixel > px(18)
        self.baseline.setAnchor((1, 1 if above else 0))
        self.baseline.setPos(x, baseline_y)
        self.baseline.setVisible(bottom < baseline_y < top)
        self.empty.setVisible(not has_updates)
        self.empty.setPos((left + right) / 2, bottom + 0.45 * (top - bottom))
        height = px(16) * pixel
        first = min(top, baseline_y - 4 * pixel - (0 if above else height))
        across = (right - left) / max(1.0, view.width())
        # In a low plot the names stand beside each other, so that they don't cover the curve.
        is_low = view.height() < px(100)
        at_x, at_y = x, first
        for name, shown in ((self.test, True), (self.train, True), (self.penalty, has_penalty)):
            name.setVisible(shown and has_exact and has_updates)
            if is_low:
                name.setPos(at_x, first)
                at_x -= (name.boundingRect().width() + px(10)) * across
        if not is_low:
            for name in (self.train, self.test, self.penalty):
                name.setPos(x, at_y)
                at_y -= height

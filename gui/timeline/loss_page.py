"""The page of the total loss: the plot of L, and the timeline under it on the same axis of updates."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.loss.loss_plot import LossPlot
from gui.timeline.timeline import Timeline
from gui.widgets.layouts import column


class LossPage(QWidget):
    """Both, one below the other; the timeline follows the plot's axis.

    Attributes
    ----------
    plot : LossPlot
    timeline : Timeline
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("loss_page")
        self.plot, self.timeline = LossPlot(), Timeline()
        column(self, (self.plot, 1), self.timeline).setSpacing(0)
        self.plot.axis_changed.connect(self.timeline.show_axis)

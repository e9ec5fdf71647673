"""What can be done with the plot of L: its actions, on buttons beside its tab and in its menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.analysis.loss_history import LossHistory
from gui.loss.plot_range import FALLS_FAR, falls_far
from gui.loss.plot_tools import PlotTools
from gui.loss.run_curves import RunCurve
from gui.loss.smoothing_menu import SmoothingMenu
from gui.widgets.number_text import plain


class PlotActions:
    """The plot connects them.

    Attributes
    ----------
    log, fit : QAction
    smoothing : SmoothingMenu
    tools : PlotTools
        Beside the tab.
    menu : QMenu
        What a right click offers.
    """

    def __init__(self, plot: QWidget) -> None:
        self._plot = plot
        self._is_log = False
        # Whether only a run beside the one on screen has fallen far.
        self._by_another = False
        # What the user has chosen; None: by how far L falls.
        self._log_wanted: bool | None = None
        self.log, self.fit = actions = [QAction(plot) for _ in range(2)]
        self.log.setCheckable(True)
        self.tools = PlotTools(actions, ("loss_log", "loss_fit"), ("log", "zoom_fit"))
        self.smoothing = SmoothingMenu(plot)
        self._smoothing_button = self.tools.add_menu("loss_smoothing", self.smoothing, "smooth")
        self.menu = QMenu(plot)
        self.menu.setObjectName("menu_loss_plot")
        self.menu.addActions(actions)
        self.menu.addMenu(self.smoothing)

    def want_log(self, log: bool) -> None:
        """The user wants heights to be logarithms, or not, whatever the run is."""
        self._is_log = self._log_wanted = log
        self._show_log()

    def log_for(self, record: LossHistory, others: Sequence[RunCurve] = ()) -> bool:
        """Whether heights are logarithms for this run and those beside it: as is wanted, else where any L falls far."""
        falls = falls_far(record.exact_losses.totals)
        by_another = not falls and any(curve.falls_far for curve in others if curve.has_points)
        log = (falls or by_another) if self._log_wanted is None else self._log_wanted
        if (log, by_another) != (self._is_log, self._by_another):
            self._is_log, self._by_another = log, by_another
            self._show_log()
        return log

    def _show_log(self) -> None:
        self.log.setChecked(self._is_log)
        tip = QCoreApplication.translate(
            "LossPlot", "Logarithmic: equal heights are equal factors (L, while the plot has the focus)"
        )
        if self._is_log and self._log_wanted is None:
            reason = QCoreApplication.translate(
                "LossPlot", "It is so by itself: L has fallen by more than {factor} times."
            )
            if self._by_another:
                reason = QCoreApplication.translate(
                    "LossPlot",
                    "It is so by itself: L of another run in this plot has fallen by more than {factor} times.",
                )
            tip += "\n" + reason.format(factor=plain(FALLS_FAR))
        self.log.setToolTip(tip)

    def retranslate(self) -> None:
        """Write every text in the language in force: what the plot is, and its actions."""
        self._show_log()
        plot = self._plot
        plot.setAccessibleName(QCoreApplication.translate("LossPlot", "Total loss L over updates"))
        plot.setWhatsThis(
            QCoreApplication.translate(
                "LossPlot",
                "L over the updates: a dot is exact, the sum of Cⁿ over all training examples; a ring is the mean Cⁿ of"
                " the test set, on the right axis; behind them are the losses of the batches. A vertical line marks"
                " where settings, a weight or a bias were changed. Point at a curve's name to read what it is; the"
                " wheel zooms, dragging moves, a double-click shows the whole run.",
            )
        )
        self.log.setText(QCoreApplication.translate("LossPlot", "Logarithmic"))
        smoothing = self._smoothing_button.defaultAction()
        smoothing.setText(QCoreApplication.translate("LossPlot", "Smoothing"))
        smoothing.setToolTip(
            QCoreApplication.translate(
                "LossPlot",
                "Smoothing: the mean of the last batches, drawn over them; it looks back only (S, while the plot has"
                " the focus)",
            )
        )
        self.fit.setText(QCoreApplication.translate("LossPlot", "Show the whole run"))
        self.fit.setToolTip(
            QCoreApplication.translate(
                "LossPlot", "Show the whole run, and follow it (0, while the plot has the focus)"
            )
        )
        for button in self.tools.buttons:
            button.setAccessibleName(button.text())
        self.tools.reading.setAccessibleName(
            QCoreApplication.translate("LossPlot", "Value under the pointer")
        )

"""The page of the total loss: the plot of L, or another one in its place, and the timeline on the same axis."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.curves.curve_plot import CurvePlot
from gui.curves.curve_set import KINDS
from gui.curves.curve_tools import CurveTools
from gui.curves.curve_words import kind_names
from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import Theme
from gui.timeline.timeline import Timeline
from gui.widgets.announcement import announce
from gui.widgets.layouts import column
from gui.widgets.translated import Translated


class LossPage(Translated, QWidget):
    """Both, one below the other; the timeline follows the axis of the plot that is seen.

    Attributes
    ----------
    plot : LossPlot
    curves : CurvePlot
    timeline : Timeline
    tools : CurveTools
        To be put beside the tab.
    kind : str
        What is seen, one of `gui.curves.curve_set.KINDS`.
    """

    kind_changed = Signal()
    """Another plot is seen."""
    kind_wanted = Signal(object)
    """Another plot is to be seen, one of `KINDS`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("loss_page")
        self.kind = "loss"
        self.plot, self.timeline = LossPlot(), Timeline()
        self.curves = CurvePlot(self.plot)
        self.tools = CurveTools(self.plot.tools, self.curves.tools)
        self.tools.choice.chosen.connect(self.kind_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self.curves)
        column(self, (self._stack, 1), self.timeline).setSpacing(0)
        for plot in (self.plot, self.curves):
            plot.axis_changed.connect(self.timeline.show_axis)
        self.tools.choice.show_value("loss")
        self._retranslate()

    @property
    def shown(self) -> LossPlot | CurvePlot:
        """The plot that is seen."""
        return self.plot if self.kind == "loss" else self.curves

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes; the plot of L and the timeline have theirs from the window."""
        self.curves.set_theme(theme)
        self.tools.set_theme(theme)

    def show_kind(self, kind: str) -> None:
        """Show this plot; the keyboard goes with it where the one before had it."""
        had_focus = self.shown.hasFocus()
        self.kind = kind
        self.tools.choice.show_value(kind)
        is_loss = kind == "loss"
        self.plot.set_resting(not is_loss)
        self._stack.setCurrentIndex(0 if is_loss else 1)
        self.tools.show_tools(0 if is_loss else 1)
        if had_focus:
            self.shown.setFocus()
        self.kind_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the plot with the keyboard has left.
        if event.key() != Qt.Key.Key_J:
            super().keyPressEvent(event)
            return
        before = self.kind
        by = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.kind_wanted.emit(KINDS[(KINDS.index(self.kind) + by) % len(KINDS)])
        if self.kind != before:
            # The keyboard goes over to another plot only from L and back; of the others it is the same, renamed.
            announce(self.shown, kind_names()[self.kind][0])

    def _retranslate(self) -> None:
        names = kind_names()
        self.tools.show_caption(self.tr("Plot:"))
        self.tools.choice.set_texts(
            self.tr("Plot"),
            self.tr("What is plotted over the updates (J and Shift+J, while a plot has the focus)"),
            dict(names),
        )

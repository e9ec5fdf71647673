"""The plot of L: exact sums as dots, over the estimates that every mini-batch gives.

Left axis: the total loss L. Right axis of the same height: the mean Cⁿ, L / N. The test set is placed by the right
one; as sums, 10,000 digits would always seem to phase 60,000.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from core.analysis.loss_history import Envelope, LossHistory, exact_table
from gui.loss.manual_edit_marks import EditMark, ManualEditMarks
from gui.loss.plot_axes import LossAxis, UpdateAxis
from gui.loss.plot_labels import LossPlotLabels
from gui.loss.plot_range import whole_range
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill
from gui.widgets.number_text import mean_text, thousands
from gui.widgets.translated import Translated

COLUMNS = 900


class LossPlot(Translated, QWidget):
    """L over the updates of one run.

    It redraws only in `refresh`, and has no timer: the frame clock decides.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loss_plot")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = Theme()
        self._record: LossHistory | None = None
        self._epoch_updates = 0
        self._edit_marks: tuple[EditMark, ...] = ()
        self._baseline_loss, self._classes = math.log(10), 10
        self._log = False
        self._following = True
        self._dirty = True
        self._cursor: int | None = None
        self._drawn_exact: tuple[LossHistory, int, bool] | None = None
        self.frames_painted = 0
        self._make_plot()
        self._make_tools()
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        text, dim = theme.colour("text"), theme.colour("dim")
        faint = QColor(dim)
        faint.setAlphaF(0.45)
        grid = theme.colour("line")
        grid.setAlphaF(0.6)
        self._widget.setBackground(theme.colour("canvas"))
        line = pg.mkPen(faint, width=1)
        self._estimates.setPen(line)
        self._band.setPen(line)
        self._exact.setBrush(pg.mkBrush(text))
        self._exact.setSize(theme.px(5.2))
        self._test.setPen(pg.mkPen(theme.colour("test"), width=1.4 * theme.line_scale))
        self._test.setSize(theme.px(6.4))
        self._baseline_line.setPen(pg.mkPen(dim, width=1, style=Qt.PenStyle.DashLine))
        self._cursor_line.setPen(pg.mkPen(dim, width=1))
        for axis in self._axes:
            axis.apply_theme(theme, grid)
        self._name_axes()
        self._names.set_theme(theme)
        self._edits.set_theme(theme)
        self._penalty.setPen(pg.mkPen(dim, width=theme.line_scale))
        self._penalty.setSize(theme.px(6.4))
        self._above.setBrush(pg.mkBrush(text))
        self._above.setSize(theme.px(12))
        self._reading.setFont(theme.font("caption"))
        side = round(theme.px(16))
        for button, name in ((self._log_button, "log"), (self._fit_button, "zoom_fit")):
            button.setIcon(icon(name, theme))
            button.setIconSize(button.iconSize().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        margin = round(theme.px(8))
        self._column.setContentsMargins(margin, 0, margin, 0)
        self._dirty = True
        self.refresh()

    def set_baseline_loss(self, mean: float, classes: int) -> None:
        """The baseline loss, as a mean C; of how many classes, 0 for regression."""
        if (mean, classes) != (self._baseline_loss, self._classes):
            self._baseline_loss, self._classes = mean, classes
            self._dirty = True
            self._names.name_baseline(mean, classes)

    def show_record(self, record: LossHistory, epoch_updates: int, edits: Sequence[EditMark] = ()) -> None:
        """Plot this run's record from the next refresh on, and mark what was changed by hand."""
        if record is not self._record:
            self._following = True
            self._cursor = None
        self._record = record
        self._epoch_updates = epoch_updates
        self._edit_marks = tuple(edits)
        self._dirty = True

    def refresh(self) -> None:
        """Redraw what has changed since the last time."""
        if not self._dirty or self._record is None:
            return
        self._dirty = False
        self.frames_painted += 1
        record = self._record
        if self._following:
            curve = record.envelope(1, record.count, COLUMNS)
            self._follow(record, curve)
        else:
            (left, right), _ = self._view.viewRange()
            curve = record.envelope(int(left), math.ceil(right), COLUMNS)
        self._draw(record, curve)
        # What stands by the range is moved now; moved in the middle of painting, it would be painted twice.
        self._widget.scene().prepareForPaint()

    @property
    def is_following(self) -> bool:
        """Whether the range follows the training, or stays where the user has put it."""
        return self._following

    @property
    def is_logarithmic(self) -> bool:
        """Whether equal heights are equal factors."""
        return self._log

    def set_log(self, log: bool) -> None:
        """Switch the vertical axes between linear and logarithmic."""
        self._log = log
        self._log_button.setChecked(log)
        self._plot.setLogMode(y=False)
        for axis in (self._left, self._right):
            axis.set_log(log)
        self._following = True
        self._dirty = True
        self.refresh()

    def fit(self) -> None:
        """Show the whole run, and follow it again."""
        self._following = True
        self._dirty = True
        self.refresh()

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: 100, Qt.Key.Key_PageDown: -100}
        key = Qt.Key(event.key())
        record = self._record
        if key in steps and record is not None and record.count:
            at = record.count if self._cursor is None else self._cursor
            self._read(min(record.count, max(0, at + steps[key])))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(0.7)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1 / 0.7)
        elif key == Qt.Key.Key_L:
            self.set_log(not self._log)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._read(None)
        else:
            super().keyPressEvent(event)

    # --- drawing

    def height_of(self, total: float | np.ndarray) -> np.ndarray:
        """Where a total loss stands on the vertical axis: itself, or its logarithm to base 10."""
        values = np.asarray(total, dtype=np.float64)
        if not self._log:
            return values
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(values > 0, np.log10(values), np.nan)

    def _draw(self, record: LossHistory, curve: Envelope) -> None:
        n = record.train_count
        self._edits.show_marks(self._edit_marks, self._view)
        if curve.per_column == 1:
            self._band.setData([], [])
            heights = self.height_of(n * curve.mean)
            self._estimates.setData(curve.update, heights, connect=self._edits.joined(curve.update))
        else:
            # More updates than pixels: each column is a stroke from its least to its largest estimate.
            self._estimates.setData([], [])
            ends = np.stack([self.height_of(n * curve.low), self.height_of(n * curve.high)], axis=1).ravel()
            self._band.setData(np.repeat(curve.update, 2), ends, connect="pairs")
        self._draw_exact(record)
        self._baseline_line.setValue(float(self.height_of(n * self._baseline_loss)))
        for axis in (self._left, self._right):
            axis.set_train_count(n)
        self._bottom.set_epoch(self._epoch_updates)
        self._mark_those_above(record)
        self._name_lines(record)
        self._show_reading()

    def _draw_exact(self, record: LossHistory) -> None:
        """Dots for the exact L, rings for the test set, crosses for penalties; if there are others than those drawn."""
        exact = record.exact_losses
        drawn = record, exact.changes, self._log
        if drawn == self._drawn_exact:
            return
        self._drawn_exact = drawn
        for dots, totals in (
            (self._exact, exact.totals),
            (self._test, record.train_count * exact.test_means),
            (self._penalty, record.train_count * exact.penalties),
        ):
            heights = self.height_of(totals)
            # A sum of 0 has no logarithm, hence no place; a penalty of 0 is none.
            placed = np.isfinite(heights) & ((totals > 0) | (dots is not self._penalty))
            dots.setData(exact.updates[placed], heights[placed])

    def _mark_those_above(self, record: LossHistory) -> None:
        """A triangle at the top for every exact L or test mean that is higher than the range, where it follows."""
        exact, (_, (_, top)) = record.exact_losses, self._view.viewRange()
        pair = np.stack([exact.totals, record.train_count * exact.test_means])
        with np.errstate(invalid="ignore"):
            above = (self.height_of(pair) > top).any(axis=0) | ~np.isfinite(pair).all(axis=0)
        updates = exact.updates[above]
        self._above.setData(updates, np.full(len(updates), top))

    def _follow(self, record: LossHistory, curve: Envelope) -> None:
        across, up = whole_range(record, curve, self._baseline_loss, self._log)
        if self._view.viewRange() != [list(across), list(up)]:
            self._view.setRange(xRange=across, yRange=up, padding=0)

    def _name_lines(self, record: LossHistory) -> None:
        exact = record.exact_losses
        baseline = float(self.height_of(record.train_count * self._baseline_loss))
        penalised = exact.count > 0 and bool(exact.penalties.any())
        self._names.place(self._view, baseline, record.count > 0, exact.count > 0, penalised)

    # --- reading

    def _read(self, update: int | None) -> None:
        self._cursor = update
        self._show_reading()

    def _show_reading(self) -> None:
        record, update = self._record, self._cursor
        if record is None or update is None:
            self._cursor_line.setVisible(False)
            self._reading.clear()
            return
        self._cursor_line.setVisible(True)
        self._cursor_line.setValue(update)
        self._reading.setText(self.reading_at(update))
        self.setAccessibleDescription(self._reading.text())

    def reading_at(self, update: int) -> str:
        """What is known of this update, in words and numbers."""
        record = self._record
        assert record is not None
        parts = [self.tr("update {update}").format(update=f"{update:,}")]
        parts += dict.fromkeys(mark.words for mark in self._edit_marks if mark.update == update)
        mean = record.mean_at(update)
        if mean is not None:
            total = thousands(record.train_count * mean)
            parts.append(self.tr("L ≈ {total} from its batch").format(total=total))
        e = record.exact_losses.before(update)
        if e is not None:
            parts.append(
                self.tr("exact L of update {update}: {total}").format(
                    update=f"{e.update:,}", total=thousands(e.train_total)
                )
            )
            parts.append(
                self.tr("mean Cⁿ: training {train}, test {test}").format(
                    train=mean_text(e.train_mean), test=mean_text(e.test_mean)
                )
            )
            if e.penalty:
                parts.append(self.tr("L1 and L2: {penalty}").format(penalty=mean_text(e.penalty)))
        return "  ·  ".join(parts)

    def _on_mouse_moved(self, position: QPointF) -> None:
        if self._record is None or not self._view.sceneBoundingRect().contains(position):
            self._read(None)
            return
        x = self._view.mapSceneToView(position).x()
        self._view.setToolTip(self._edits.words_at(x, self._view))
        self._read(min(self._record.count, max(0, round(x))))

    def _zoom(self, factor: float) -> None:
        self._view.scaleBy((factor, 1))
        self._on_range_changed()

    def _on_resized(self) -> None:
        # Names stand some px apart, in the plot's own units.
        if self._record is not None:
            self._name_lines(self._record)

    def _on_range_changed(self) -> None:
        self._following = False
        self._dirty = True
        self.refresh()

    # --- parts

    def _make_plot(self) -> None:
        self._left, self._right = LossAxis("left"), LossAxis("right", mean=True)
        self._bottom = UpdateAxis("bottom")
        self._axes = (self._left, self._right, self._bottom)
        self._widget = pg.PlotWidget(
            enableMenu=False, axisItems={"left": self._left, "right": self._right, "bottom": self._bottom}
        )
        self._widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot = self._widget.getPlotItem()
        self._plot.hideButtons()
        # pyqtgraph makes a menu that is not ours and that nobody opens; it must not outlive the plot.
        # It keeps its flags: without them it would be a part of the picture instead of a window of its own.
        self._plot.ctrlMenu.setParent(self._widget, self._plot.ctrlMenu.windowFlags())
        self._plot.showAxis("right")
        self._view = self._plot.getViewBox()
        self._view.setMouseEnabled(x=True, y=True)
        self._view.sigRangeChangedManually.connect(self._on_range_changed)
        self._view.sigResized.connect(self._on_resized)
        self._band = pg.PlotCurveItem(antialias=False)
        self._estimates = pg.PlotCurveItem(antialias=False)
        self._exact = pg.ScatterPlotItem(pen=None)
        self._test = pg.ScatterPlotItem(brush=None)
        self._baseline_line = pg.InfiniteLine(angle=0, movable=False)
        self._cursor_line = pg.InfiniteLine(angle=90, movable=False)
        self._cursor_line.setVisible(False)
        self._penalty = pg.ScatterPlotItem(brush=None, symbol="+")
        self._above = pg.ScatterPlotItem(pen=None, symbol="t1")
        for item in (
            self._band,
            self._estimates,
            self._baseline_line,
            self._penalty,
            self._above,
            self._test,
            self._exact,
            self._cursor_line,
        ):
            self._plot.addItem(item, ignoreBounds=True)
        self._edits = ManualEditMarks(self._plot)
        self._names = LossPlotLabels(self._plot)
        self._widget.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self._widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._widget.customContextMenuRequested.connect(self._show_menu)

    def _make_tools(self) -> None:
        self._reading = new_label("loss_reading", "caption")
        self._log_button = tab_button(QToolButton(), "loss_log", self.set_log)
        self._fit_button = tab_button(QToolButton(), "loss_fit", self.fit)
        self._log_button.setAutoRaise(True)
        self._fit_button.setAutoRaise(True)
        self._log_button.setCheckable(True)
        self._tools = QWidget()
        self._tools.setObjectName("loss_tools")
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 2, 8, 2)
        row.setSpacing(6)
        fill(row, (self._reading, 1), self._log_button, self._fit_button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._widget, 1)

    @property
    def tools(self) -> QWidget:
        """The read-out and the buttons, to be put beside the plot's tab, where they take no height."""
        return self._tools

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        log = QAction(self.tr("Logarithmic"), menu)
        log.setCheckable(True)
        log.setChecked(self._log)
        log.triggered.connect(self.set_log)
        fit = QAction(self.tr("Show the whole run"), menu)
        fit.triggered.connect(self.fit)
        copy = QAction(self.tr("Copy the numbers"), menu)
        copy.triggered.connect(self.copy_numbers)
        menu.addActions([log, fit, copy])
        menu.popup(self._widget.mapToGlobal(position))

    def copy_numbers(self) -> None:
        """Put every exact loss on the clipboard, one update a line, columns parted by tabs."""
        QGuiApplication.clipboard().setText(
            exact_table(self._record.exact if self._record is not None else ())
        )

    def _name_axes(self) -> None:
        style = {"color": self._theme.colours.dim, "font-size": f"{self._theme.font('tick').pixelSize()}px"}
        self._left.setLabel(self.tr("total loss L"), **style)
        self._right.setLabel(self.tr("mean Cⁿ"), **style)
        self._bottom.setLabel(self.tr("updates"), **style)

    def leaveEvent(self, event: QEvent) -> None:
        self._read(None)
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Total loss L over updates"))
        self.setWhatsThis(
            self.tr(
                "The total loss L over the updates. A dot is exact: the sum of Cⁿ over all training examples at that"
                " update. The faint line is what each batch alone suggests, N times its mean; where many updates"
                " share a pixel it runs from their least to their largest. Rings are the test set, placed by the"
                " mean Cⁿ on the right axis. Wheel and drag zoom and move; double-click shows the whole run."
            )
            + " "
            + self.tr("A dotted line under a diamond marks where a weight or bias was set by hand.")
        )
        self._name_axes()
        self._names.retranslate()
        self._names.name_baseline(self._baseline_loss, self._classes)
        self._log_button.setAccessibleName(self.tr("Logarithmic"))
        self._log_button.setToolTip(self.tr("Logarithmic: equal heights are equal factors (L)"))
        self._fit_button.setAccessibleName(self.tr("Show the whole run"))
        self._fit_button.setToolTip(self.tr("Show the whole run, and follow it (0)"))
        self._reading.setAccessibleName(self.tr("Value under the pointer"))

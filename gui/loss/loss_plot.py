"""The plot of L: exact sums as dots, over the estimates that every mini-batch gives.

Left axis: the total loss L. Right axis of the same height: the mean Cⁿ, L / N. The test set is placed by the right
one; as sums, 10,000 digits would always seem to beat 60,000.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from core.analysis.loss_history import LossHistory, exact_table
from gui.loss.loss_curves import LossCurves
from gui.loss.manual_edit_marks import EditMark
from gui.loss.plot_axes import LossAxis, UpdateAxis
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
        self._baseline_loss = math.log(10)
        self._following = True
        self._dirty = True
        self._cursor: int | None = None
        self.frames_painted = 0
        self._make_plot()
        self._make_tools()
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        grid = theme.colour("line")
        grid.setAlphaF(0.6)
        self._widget.setBackground(theme.colour("canvas"))
        self._curves.set_theme(theme)
        for axis in self._axes:
            axis.apply_theme(theme, grid)
        self._name_axes()
        self._reading.setFont(theme.font("caption"))
        side = round(theme.px(16))
        for button, action, name in zip(self._buttons, self._actions, ("log", "zoom_fit"), strict=False):
            action.setIcon(icon(name, theme))
            button.setIconSize(QSize(side, side))
        margin = round(theme.px(8))
        self._column.setContentsMargins(margin, 0, margin, 0)
        self._dirty = True
        self.refresh()

    def set_baseline_loss(self, mean: float, classes: int) -> None:
        """The baseline loss, as a mean C; of how many classes, 0 for regression."""
        self._baseline_loss = mean
        self._dirty = True
        self._curves.names.name_baseline(mean, classes)

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
            across, up = whole_range(record, curve, self._baseline_loss, self._curves.log)
            if self._view.viewRange() != [list(across), list(up)]:
                self._view.setRange(xRange=across, yRange=up, padding=0)
        else:
            (left, right), _ = self._view.viewRange()
            curve = record.envelope(int(left), math.ceil(right), COLUMNS)
        for axis in (self._left, self._right):
            axis.set_train_count(record.train_count)
        self._bottom.set_epoch(self._epoch_updates)
        self._curves.draw(record, curve, self._edit_marks, self._baseline_loss)
        self._show_reading()
        # What stands by the range is moved now; moved in the middle of painting, it would be painted twice.
        self._widget.scene().prepareForPaint()

    def set_log(self, log: bool) -> None:
        """Switch the vertical axes between linear and logarithmic."""
        self._curves.log = log
        self._log_action.setChecked(log)
        self._plot.setLogMode(y=False)
        for axis in (self._left, self._right):
            axis.set_log(log)
        self.fit()

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
            self.set_log(not self._curves.log)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._read(None)
        else:
            super().keyPressEvent(event)

    # --- reading

    def _read(self, update: int | None) -> None:
        self._cursor = update
        self._show_reading()

    def _show_reading(self) -> None:
        record, update = self._record, self._cursor
        if record is None or update is None:
            self._curves.cursor.setVisible(False)
            self._reading.clear()
            return
        self._curves.cursor.setVisible(True)
        self._curves.cursor.setValue(update)
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
        self._view.setToolTip(self._curves.edits.words_at(x, self._view))
        self._read(min(self._record.count, max(0, round(x))))

    def _zoom(self, factor: float) -> None:
        self._view.scaleBy((factor, 1))
        self._on_range_changed()

    def _on_resized(self) -> None:
        # Names stand some px apart, in the plot's own units.
        if self._record is not None:
            self._curves.place_names(self._record)

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
        self._curves = LossCurves(self._plot)
        self._widget.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def _make_tools(self) -> None:
        self._reading = new_label("loss_reading", "caption")
        self._log_action, self._fit_action, self._copy_action = self._actions = [
            QAction(self) for _ in range(3)
        ]
        self._log_action.setCheckable(True)
        self._log_action.triggered.connect(self.set_log)
        self._fit_action.triggered.connect(self.fit)
        self._copy_action.triggered.connect(self.copy_numbers)
        self._buttons = [tab_button(QToolButton(), name) for name in ("loss_log", "loss_fit")]
        for button, action in zip(self._buttons, self._actions, strict=False):
            action.setIconVisibleInMenu(False)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
        self.tools = QWidget()
        """The read-out and the buttons, to be put beside the plot's tab, where they take no height."""
        self.tools.setObjectName("loss_tools")
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 2, 8, 2)
        row.setSpacing(6)
        fill(row, (self._reading, 1), *self._buttons)
        menu = QMenu(self)
        menu.addActions(self._actions)
        self._widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._widget.customContextMenuRequested.connect(
            lambda position: menu.popup(self._widget.mapToGlobal(position))
        )
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._widget, 1)

    def copy_numbers(self) -> None:
        """Put every exact loss on the clipboard, one update a line, columns parted by tabs."""
        QGuiApplication.clipboard().setText(
            exact_table(self._record.exact_losses.all() if self._record is not None else ())
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
        self._curves.names.retranslate()
        self._log_action.setText(self.tr("Logarithmic"))
        self._log_action.setToolTip(self.tr("Logarithmic: equal heights are equal factors (L)"))
        self._fit_action.setText(self.tr("Show the whole run"))
        self._fit_action.setToolTip(self.tr("Show the whole run, and follow it (0)"))
        self._copy_action.setText(self.tr("Copy the numbers"))
        for button in self._buttons:
            button.setAccessibleName(button.text())
        self._reading.setAccessibleName(self.tr("Value under the pointer"))

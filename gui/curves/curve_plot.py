"""The plot in the place of that of L: lines over the updates, on the axis of L."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QMenu

from core.analysis.loss_history import LossHistory
from core.steps import take_step
from gui.curves.curve_figure import curve_figure
from gui.curves.curve_painter import CurvePainter
from gui.curves.curve_picture import CurvePicture, picture_of
from gui.curves.curve_set import STARTS_IN_LOG, CurveSet
from gui.curves.curve_words import kind_names, line_words, reading_parts, reading_words
from gui.loss.loss_plot import LossPlot
from gui.loss.plot_announcements import log_words
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.plot_keys import CURVE_KEYS, DOT_STEPS, HIT_PX
from gui.loss.plot_tools import PlotTools
from gui.loss.run_axis import RunAxis
from gui.loss.run_plot import RunPlot
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.figure import Figure
from gui.widgets.sentence_text import labelled
from gui.widgets.size_follower import paint_pixels

# A line is pointed at from so far away.
NEAR_PX = 14.0


class CurvePlot(RunPlot):
    """Lines over the updates of the run on screen; range of updates, marks and epochs are those of the plot of L.

    It computes and paints its picture only in `work` and `refresh`; the cursor and the line that is pointed at are
    painted over the picture that is there.

    Parameters
    ----------
    loss : LossPlot
        Whose axis of updates it stands on.

    Attributes
    ----------
    tools : PlotTools
        The read-out and the buttons.
    """

    own_keys = CURVE_KEYS

    def __init__(self, loss: LossPlot) -> None:
        super().__init__("curve_plot")
        self._loss = loss
        self._kind = "gradient"
        self._curves: CurveSet | None = None
        # The run's losses, by which another run is known.
        self._record: LossHistory | None = None
        # Per kind of plot what the user wants; else as `STARTS_IN_LOG` has it.
        self._log_wanted: dict[str, bool] = {}
        self._pointed: int | None = None
        self._picture: CurvePicture | None = None
        self._painted_of: object = None
        self._pixels = QPixmap()
        self._steps: Iterator[None] | None = None
        self._log_action, self._fit_action = actions = [QAction(self) for _ in range(2)]
        self._log_action.setCheckable(True)
        self._log_action.triggered.connect(self.set_log)
        self._fit_action.triggered.connect(self.fit)
        self.tools = PlotTools(actions, ("curve_log", "curve_fit"), ("log", "zoom_fit"))
        self.menu = QMenu(self)
        self.menu.setObjectName("menu_curve_plot")
        self.menu.addActions(actions)
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.tools.set_theme(theme)
        self.updateGeometry()
        self._renew()

    def show_curves(self, kind: str, curves: CurveSet | None) -> None:
        """Show these lines from the next refresh on; None while nothing is known of them."""
        if kind != self._kind or (
            self._curves is not None and curves is not None and self._curves.keys != curves.keys
        ):
            self._pointed = None
        is_other = kind != self._kind
        self._kind, self._curves = kind, curves
        if is_other:
            self._picture = None
            self._retranslate()

    def set_log(self, log: bool) -> None:
        """Switch this kind of plot between linear heights and logarithms; shares stay as they are."""
        if self._kind != "idle":
            self._log_wanted[self._kind] = log
        self._show_log()
        self._renew()

    def fit(self) -> None:
        """Show the whole run, and follow it again."""
        self._loss.fit()
        self._renew()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """As the plot of L: both stand on one axis."""
        self._loss.zoom(factor, at)
        self._renew()

    def move_by(self, share: float) -> None:
        """As the plot of L: both stand on one axis."""
        self._loss.move_by(share)
        self._renew()

    def refresh(self) -> None:
        """Make the picture anew, if anything has changed since the last time."""
        if self._steps is not None:
            self._steps = self._painted_of = None
        while self.work():
            pass

    def work(self) -> bool:
        """One of the steps of `refresh`, each of some ms. Whether one is left."""
        if self._steps is None:
            if self.isHidden() or self.width() < 40 or self.height() < 30:
                return False
            axis = self._loss.axis
            if axis.record is not self._record:
                # What was read is another run's, and may be an update that this one does not have.
                self._record, self._cursor = axis.record, None
            axis.updates.follow(axis.reach)
            across = axis.updates.left, axis.updates.right
            asked = self._curves_shown, self._kind, across, self.is_log, axis.marks, axis.epoch_updates
            look = self.width(), self.height(), self._theme, self.devicePixelRatioF()
            if self._painted_of == (asked, look):
                return False
            self._painted_of = asked, look
            self._steps = self._redrawn()
        if take_step(self._steps):
            return True
        self._steps = None
        return False

    def _redrawn(self) -> Iterator[None]:
        axis, ratio = self._loss.axis, self.devicePixelRatioF()
        across = axis.updates.left, axis.updates.right
        size = self.width(), self.height()
        of_run = axis.marks, axis.epoch_updates
        curves = self._curves_shown
        picture = picture_of(curves, size, self._theme, across, self.is_log, *of_run, self._picture)
        yield
        pixels = QPixmap(math.ceil(size[0] * ratio), math.ceil(size[1] * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(self._theme.colour("canvas"))
        painter = QPainter(pixels)
        try:
            yield from CurvePainter(painter, self._theme, picture).paint()
        finally:
            # Also where it is given up half-way.
            painter.end()
        self._picture, self._pixels = picture, pixels
        self._show_reading()
        self.update()
        self.axis_changed.emit(picture.geometry)

    def figure(self) -> Figure | None:
        """The plot as it is now, to be kept; None before there are numbers."""
        self._size.follow()
        self.refresh()
        if self._picture is None:
            return None
        size = self.width(), self.height()
        return curve_figure(self.accessibleName(), size, self._theme, self._picture, self._moment)

    # --- what is read

    @property
    def geometry_shown(self) -> PlotGeometry | None:
        """Where the picture that is there stands; None before there is one."""
        return None if self._picture is None else self._picture.geometry

    @property
    def axis(self) -> RunAxis:
        """That of the plot of L: both stand on one."""
        return self._loss.axis

    @property
    def is_log(self) -> bool:
        """Whether heights are logarithms."""
        return self._log_wanted.get(self._kind, self._kind in STARTS_IN_LOG)

    @property
    def curves(self) -> CurveSet | None:
        """The numbers that are shown: names, updates and values."""
        return self._curves

    @property
    def picture(self) -> CurvePicture | None:
        """What was painted last."""
        return self._picture

    @property
    def _curves_shown(self) -> CurveSet:
        return self._curves if self._curves is not None else CurveSet.empty(self._kind)

    def _read(self, update: int | None, pointed: int | None) -> None:
        if (update, pointed) != (self._cursor, self._pointed):
            self._cursor, self._pointed = update, pointed
            self._show_reading()
            self.update()

    def _read_by_key(self, update: int | None, pointed: int | None) -> None:
        """Read it, and have it heard: also that there is nothing, or nothing further."""
        self._read(update, pointed)
        announce(self, self.accessibleDescription())

    def _show_reading(self) -> None:
        picture, update = self._picture, self._cursor
        if picture is None or update is None:
            names = picture.names if picture is not None else []
            self.tools.reading.show_parts([], "")
            named = [labelled(line_words(name.key), name.text.split("  ")[-1]) for name in names]
            if named and self.is_log:
                named.append(log_words(True))
            hint = "" if picture is None else picture.hint
            self.setAccessibleDescription("  ·  ".join(named) or hint)
            return
        words = reading_words(picture.curves, update, self._pointed)
        self.tools.reading.show_parts(reading_parts(picture.curves, update, self._pointed), words)
        self.setAccessibleDescription(words)

    def _read_at(self, place: QPoint) -> None:
        picture = self._picture
        if picture is None:
            return
        at = picture.geometry
        if not at.plot.left() - 4 <= place.x() <= at.plot.right() + 4:
            near = min(picture.names, key=lambda name: abs(name.y - place.y()), default=None)
            is_name = (
                near is not None and at.names.left() <= place.x() and abs(near.y - place.y()) <= at.line / 2
            )
            self.setToolTip(line_words(near.key) if near is not None and is_name else "")
            pointed = picture.curves.keys.index(near.key) if near is not None and is_name else None
            self._read(None, pointed)
            return
        reach = self._theme.px(HIT_PX)
        near_marks = [m for m in picture.marks if abs(float(at.x(m.update)) - place.x()) <= reach]
        update = near_marks[-1].update if near_marks else round(at.update_at(place.x()))
        update = min(self._loss.axis.reach, max(0, update))
        pointed = picture.line_at(update, place.y(), self._theme.px(NEAR_PX))
        words = [mark.words for mark in near_marks]
        if pointed is not None:
            words.append(line_words(picture.curves.keys[pointed]))
        self.setToolTip("\n".join(words))
        self._read(update, pointed)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        curves = self._curves_shown
        if key in DOT_STEPS:
            self._read_by_key(curves.stepped(self._cursor, DOT_STEPS[key]), self._pointed)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and curves.keys:
            by, count = 1 if key == Qt.Key.Key_Up else -1, len(curves.keys)
            at = (count if by < 0 else -1) if self._pointed is None else self._pointed
            # The plot may hold longer runs than this one: it is read where it was measured itself.
            update = curves.stepped(None, 0) if self._cursor is None else self._cursor
            self._read_by_key(update, (at + by) % count)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._size.follow_in_turn(self._picture is not None)
        painter = QPainter(self)
        picture = self._picture
        if picture is None or self._pixels.isNull():
            painter.fillRect(self.rect(), self._theme.colour("canvas"))
        else:
            paint_pixels(painter, self, self._pixels, self._theme)
            on = CurvePainter(painter, self._theme, picture)
            if self._pointed is not None and self._pointed < len(picture.styles):
                on.paint_pointed(self._pointed)
            for update in dict.fromkeys(each for each in (self._moment, self._cursor) if each is not None):
                on.paint_cursor(update, picture.ring(update, self._pointed))
        self._paint_focus(painter)
        painter.end()

    # --- parts

    def _renew(self) -> None:
        self._painted_of = None
        self.refresh()

    def _read_nothing(self) -> None:
        self._read(None, None)

    def _show_log(self) -> None:
        self._log_action.setChecked(self.is_log)
        self._log_action.setEnabled(self._kind != "idle")

    def _retranslate(self) -> None:
        name, what = kind_names()[self._kind]
        self.setAccessibleName(self.tr("{what} over updates").format(what=name))
        rest = self.tr(
            "A dot stands at each update at which it was measured, along with the exact L; lines join neighbours and"
            " are broken where something was not measured. A vertical line marks where settings or a parameter were"
            " changed. The wheel zooms this plot and that of L, dragging moves both, Up and Down choose a line."
        )
        self.setWhatsThis(f"{what}. {rest}")
        self._log_action.setText(self.tr("Logarithmic"))
        self._log_action.setToolTip(
            self.tr("Logarithmic: equal heights are equal factors (L, while the plot has the focus)")
        )
        self._fit_action.setText(self.tr("Show the whole run"))
        self._fit_action.setToolTip(
            self.tr("Show the whole run, and follow it (0, while the plot has the focus)")
        )
        for button in self.tools.buttons:
            button.setAccessibleName(button.text())
        self.tools.reading.setAccessibleName(self.tr("Value under the pointer"))
        self._show_log()
        self._renew()

"""The plot of L: exact sums as joined dots, over the losses of the batches in bands.

Left axis: the total loss L. Right axis of the same height: the mean Cⁿ, L / N. The test set is placed by the right
one; as sums, 10,000 digits would always seem to beat 60,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.analysis.loss_history import LossHistory
from core.steps import take_step
from gui.loss.batch_kinds import KindChange
from gui.loss.curve_marks import Mark
from gui.loss.loss_reading import nearest_exact, reading_parts, reading_words
from gui.loss.name_words import name_words
from gui.loss.plot_actions import PlotActions
from gui.loss.plot_announcements import log_words
from gui.loss.plot_figure import plot_figure
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.plot_keys import HIT_PX, STEPS
from gui.loss.plot_painter import PlotPainter
from gui.loss.plot_picture import PlotPicture, PlotWords, picture_of
from gui.loss.plot_pixmap import PlotPixmap
from gui.loss.plot_range import UpdateRange
from gui.loss.run_axis import RunAxis
from gui.loss.run_curves import RunCurve
from gui.loss.run_plot import RunPlot
from gui.loss.run_readings import curve_readings, with_curves
from gui.loss.smoothing import WINDOWS
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.figure import Figure
from gui.widgets.size_follower import paint_pixels


class LossPlot(RunPlot):
    """L over the updates of one run.

    It computes and paints its picture only in `work` and `refresh`, and has no timer: the frame clock decides. Only
    the cursor is painted on its own, over the picture that is there.

    Attributes
    ----------
    tools : PlotTools
        The read-out and the buttons, to be put beside the plot's tab, where they take no height.
    frames_painted : int
        How often a picture was made.
    """

    smoothing_wanted = Signal(int)
    """Of how many of the last batches the mean is to be drawn; 0 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("loss_plot", parent)
        self._record: LossHistory | None = None
        self._epoch_updates = 0
        self._marks: tuple[Mark, ...] = ()
        self._words = PlotWords()
        self._others: tuple[RunCurve, ...] = ()
        self._log = False
        self._window = 0
        # Where the pointer rests beside the curves, where their names and newest numbers are.
        self._beside: QPoint | None = None
        self._is_resting = False
        self._range = UpdateRange()
        self._dirty = True
        self._is_put_off = False
        self._picture: PlotPicture | None = None
        self._steps: Iterator[None] | None = None
        self._pixmap = PlotPixmap()
        self.frames_painted = 0
        self._make_tools()
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.tools.set_theme(theme)
        self.updateGeometry()
        self._renew()

    def set_baseline_loss(self, mean: float, classes: int) -> None:
        """The baseline loss, as a mean C; of how many classes, 0 for regression."""
        self._words.baseline_loss, self._words.classes = mean, classes
        self._dirty = True

    def set_batches(self, changes: Sequence[KindChange]) -> None:
        """What the losses of the updates are the means of, and from which update on."""
        self._words.changes = tuple(changes)
        self._dirty = True

    def set_space_starts(self, starts: bool) -> None:
        """Whether Space would start the training: the empty plot says so."""
        self._words.space_starts = starts
        self._dirty = True

    def show_record(self, record: LossHistory, epoch_updates: int, marks: Sequence[Mark] = ()) -> None:
        """Plot this run's record from the next refresh on, and mark what was changed in mid-run."""
        if record is not self._record:
            self._range.restart()
            self._cursor = self._picture = self._steps = None
        self._record, self._epoch_updates, self._marks = record, epoch_updates, tuple(marks)
        self._dirty = True

    def show_curves(self, own_name: str, others: Sequence[RunCurve]) -> None:
        """The curves of other runs beside that on screen from the next refresh on, which is called `own_name`."""
        self._words.run_name, self._others = own_name, tuple(others)
        self._dirty = True

    def refresh(self) -> None:
        """Make the picture anew, if anything has changed since the last time."""
        if self._dirty:
            self._steps = None
        while self.work():
            pass

    def work(self) -> bool:
        """One of the steps of `refresh`, each of some ms: all in one frame would make it late. Whether one is left."""
        size = self.width(), self.height()
        if self._record is None or self._is_resting or size[0] < 40 or size[1] < 30:
            return False
        if self._steps is None:
            if not self._dirty:
                return False
            self._dirty = False
            self._steps = self._redrawn(self._record, size)
        if take_step(self._steps):
            return True
        self._steps = None
        return False

    def _redrawn(self, record: LossHistory, size: tuple[int, int]) -> Iterator[None]:
        """The steps: put the picture together, paint it in portions, show it."""
        self._size.drop()
        self._range.follow(self.reach)
        self._log = self._actions.log_for(record, self._others)
        if self._cursor is not None and self._cursor > self.reach:
            self._cursor = None
        look = size, self._theme, self._range, self._log
        of_run = self._marks, self._epoch_updates, self._words
        picture = picture_of(record, *look, *of_run, self._picture, self._others, self._window)
        yield
        yield from self._pixmap.paint(picture, self._words, self._theme, size, self.devicePixelRatioF())
        self._picture = picture
        self.frames_painted += 1
        self._show_reading()
        self._renew_tip()
        self.update()
        self.axis_changed.emit(picture.geometry)

    def set_log(self, log: bool) -> None:
        """Switch the vertical axes between linear and logarithmic, whatever the run is."""
        self._log = log
        self._actions.want_log(log)
        self._renew()

    def set_smoothing(self, window: int) -> None:
        """Draw the mean of so many of the last batches over them; 0 for none."""
        if window != self._window:
            self._window = window
            self._actions.smoothing.show_window(window)
            self._renew()

    def set_resting(self, is_resting: bool) -> None:
        """Whether another plot stands in its place: then nothing is painted."""
        self._is_resting = is_resting
        if not is_resting:
            self._renew()

    def fit(self) -> None:
        """Show the whole run, and follow it again."""
        self._range.is_following = True
        self._renew()

    def figure(self) -> Figure | None:
        """The plot as it is now, to be kept; None before there are numbers."""
        self._size.follow()
        self.refresh()
        record, picture, moment = self._record, self._picture, self._moment
        if record is None or picture is None:
            return None
        at = None if moment is None else (moment, self._ring(moment))
        look = self.accessibleName(), (self.width(), self.height()), self._theme
        return plot_figure(*look, picture, self._words, record, self._others, at)

    # --- what is read

    @property
    def geometry_shown(self) -> PlotGeometry | None:
        """Where the picture that is there stands; None before there is one."""
        return None if self._picture is None else self._picture.geometry

    @property
    def is_log(self) -> bool:
        """Whether the vertical axes are logarithmic."""
        return self._log

    @property
    def reach(self) -> int:
        """Updates of the longest run that is shown."""
        counts = [curve.record.count for curve in self._others]
        return max([self._record.count if self._record is not None else 0, *counts])

    @property
    def axis(self) -> RunAxis:
        """What other plots of the same run have in common with it."""
        return RunAxis(self._range, self.reach, self._record, self._marks, self._epoch_updates)

    def reading_at(self, update: int) -> str:
        """What is known of this update, in words and numbers."""
        record = self._record
        assert record is not None and self._picture is not None
        shapes = self._picture.shapes
        words = reading_words(record, shapes.columns, update, self._words.changes, shapes.trailing)
        changes = dict.fromkeys(mark.words for mark in self._marks if mark.update == update)
        return "  ·  ".join([words, *curve_readings(self._others, update), *changes])

    def _read(self, update: int | None) -> None:
        if update != self._cursor:
            self._cursor = update
            self._show_reading()
            self.update()

    def _show_reading(self) -> None:
        record, update, picture = self._record, self._cursor, self._picture
        if record is None or update is None or picture is None:
            self.tools.reading.show_parts([], "")
            names = [name.text for name in picture.names] if picture is not None else []
            if names and self._log:
                names.append(log_words(True))
            self.setAccessibleDescription("  ·  ".join(names))
            return
        words, shapes = self.reading_at(update), picture.shapes
        parts = reading_parts(record, shapes.columns, update, shapes.trailing)
        parts = with_curves(parts, self._others, update)
        self.tools.reading.show_parts(parts, words)
        self.setAccessibleDescription(words)

    def _read_at(self, place: QPoint) -> None:
        record, picture = self._record, self._picture
        if record is None or picture is None:
            return
        plot = picture.geometry.plot
        if not plot.left() - 4 <= place.x() <= plot.right() + 4:
            self._beside = place
            self.setToolTip(name_words(picture, self._words, record.train_count, place))
            self._read(None)
            return
        self._beside = None
        reach = self._theme.px(HIT_PX)
        near = [m for m in self._marks if abs(float(picture.geometry.x(m.update)) - place.x()) <= reach]
        self.setToolTip("\n".join(mark.words for mark in near))
        at = picture.geometry.update_at(place.x())
        # A mark that is pointed at is read at its own update.
        self._read(near[-1].update if near else min(self.reach, max(0, round(at))))

    def _renew_tip(self) -> None:
        """The tip over a name has the number of the picture that is there, also while it is on screen."""
        record, picture, before = self._record, self._picture, self.toolTip()
        if self._beside is None or record is None or picture is None:
            return
        words = name_words(picture, self._words, record.train_count, self._beside)
        if words != before:
            is_seen = QToolTip.isVisible() and QToolTip.text() == before
            self.setToolTip(words)
            if is_seen:
                QToolTip.showText(QCursor.pos(), words, self)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        record = self._record
        if key in STEPS and record is not None and record.count:
            at = record.count if self._cursor is None else self._cursor
            self._read(min(self.reach, max(0, at + STEPS[key])))
            announce(self, self.accessibleDescription())
        elif key == Qt.Key.Key_S:
            self.smoothing_wanted.emit(WINDOWS[(WINDOWS.index(self._window) + 1) % len(WINDOWS)])
            announce(self, self._actions.smoothing.words)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._size.follow_in_turn(self._picture is not None)
        if self._is_put_off:
            self._is_put_off = False
            self.refresh()
        painter = QPainter(self)
        if self._picture is None or self._record is None:
            painter.fillRect(self.rect(), self._theme.colour("canvas"))
        else:
            paint_pixels(painter, self, self._pixmap.pixels, self._theme)
            on = PlotPainter(painter, self._theme, self._picture.geometry)
            for update in dict.fromkeys(each for each in (self._moment, self._cursor) if each is not None):
                on.paint_cursor(update, self._ring(update), self._picture.update_ticks)
        self._paint_focus(painter)
        painter.end()

    # --- parts

    def _ring(self, update: int) -> tuple[float, float] | None:
        """Where the exact loss next to an update stands, in px."""
        exact = None if self._record is None else nearest_exact(self._record, update)
        return None if exact is None or self._picture is None else self._picture.place_of(exact, self._log)

    def _renew(self) -> None:
        self._dirty = True
        # While the window takes on another look or language there are several reasons: once for all is enough.
        self._is_put_off = not self.updatesEnabled()
        if not self._is_put_off:
            self.refresh()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """See `factor` times as many updates, around update `at`; by default around what is looked at."""
        if self._record is not None:
            middle = (self._range.left + self._range.right) / 2
            # Seen from the whole run, its end is what one wants to see nearer.
            default = self._record.count if self._range.is_following else middle
            self._range.zoom(factor, default if at is None else at, self.reach)
            self._renew()

    def move_by(self, share: float) -> None:
        """See further on, by this share of what is seen."""
        if self._record is not None:
            self._range.move(share * (self._range.right - self._range.left), self.reach)
            self._renew()

    def _read_nothing(self) -> None:
        self._beside = None
        self._read(None)

    def _make_tools(self) -> None:
        self._actions = actions = PlotActions(self)
        actions.log.triggered.connect(self.set_log)
        actions.fit.triggered.connect(self.fit)
        actions.smoothing.window_wanted.connect(self.smoothing_wanted)
        self.tools, self.menu = actions.tools, actions.menu

    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._renew()

"""The timeline: runs over their updates, on the axis of the plot of L, and the moment that one looks at."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui.loss.plot_geometry import PlotGeometry
from gui.theme.tokens import Theme
from gui.timeline.more_runs_button import MoreRunsButton
from gui.timeline.run_row import RunRow, in_sight, in_tree_order
from gui.timeline.timeline_marks import LANE_PX, LOW_LANE_PX, RowMarks, marks_of
from gui.timeline.timeline_painter import BOX_LEFT_PX
from gui.timeline.timeline_picture import LEGEND_PX, TimelinePicture
from gui.timeline.timeline_words import best_words, moment_words, row_words, spoken_words, what_this_is
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.size_follower import SizeFollower, paint_pixels
from gui.widgets.translated import Translated

TOP_PX, BOTTOM_PX = 3.0, 4.0
# So many runs are seen at once, in a high window and in a low one.
MOST_ROWS, MOST_ROWS_LOW = 4, 2
# A sign is pointed at from so far away.
HIT_PX = 6.0
# At the left of the lanes stands how many runs have none, so far from edge and axis.
MORE_LEFT_PX = 2.0
KEYS = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down}
)


class Timeline(Translated, QWidget):
    """Every run is a lane. Dragging, a click and the arrow keys choose an update of the run on screen.

    It computes and paints its picture only in `refresh`, and before it is painted with another size or axis, once for
    all that changed since; it has no timer. The cursor is painted over it.

    Attributes
    ----------
    frames_painted : int
        How often a picture was made.
    """

    update_wanted = Signal(int)
    """The run on screen is to be seen as it stood after so many updates; all that it has made is the present."""
    branch_wanted = Signal()
    """A run of its own is to begin from where one is."""
    run_wanted = Signal(int)
    """Another run is to be shown."""
    curve_wanted = Signal(int, bool)
    """Whether another run's curve is to be in the plot."""
    menu_wanted = Signal(int, QPoint)
    """What can be done with a run is to be offered, at this place of the screen."""
    list_wanted = Signal()
    """The list of all runs is to be shown: not each of them has a lane."""
    height_changed = Signal()
    """It wants to be higher or lower than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = Theme()
        self._axis: PlotGeometry | None = None
        self._rows: list[RunRow] = []
        self._shown_run = 0
        self._moment: int | None = None
        self._is_low = False
        self._marks: list[RowMarks] = []
        self._dirty, self._is_stretched = True, False
        self._pixmap = QPixmap()
        self._size = SizeFollower(self, self._stretch)
        self.frames_painted = 0
        self.menu = QMenu(self)
        self.menu.setObjectName("menu_timeline")
        self._offered: tuple[QAction, ...] = ()
        self._more = MoreRunsButton(self)
        self._more.clicked.connect(lambda: self.list_wanted.emit())
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self._renew()

    def set_low(self, is_low: bool) -> None:
        """Whether there is little room: no legend, and no name where there is one run only."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._renew()

    def show_axis(self, axis: PlotGeometry) -> None:
        """Stand on this axis of updates, the plot's."""
        before, self._axis = self._axis, axis
        if before is None or _across(before) != _across(axis):
            self._stretch()

    def show_runs(self, rows: Sequence[RunRow], shown_run: int) -> None:
        """Show these runs from the next refresh on."""
        before = len(self._rows), self.has_past
        self._rows = in_tree_order(rows)
        self._shown_run = shown_run
        self._dirty = True
        if (len(self._rows), self.has_past) != before:
            self.updateGeometry()
            self.height_changed.emit()

    def show_moment(self, update: int | None) -> None:
        """The update that one looks at; None for the present."""
        if update != self._moment:
            before = self.has_past
            self._moment = update
            if self.has_past != before:
                self.height_changed.emit()
            self._describe()
            self.update()

    def offer(self, actions: Sequence[QAction], place: QPoint) -> None:
        """Offer these in its menu, above what that offers of the timeline itself."""
        for action in self._offered:
            self.menu.removeAction(action)
        own, self._offered = self.menu.actions(), tuple(actions)
        if own:
            self.menu.insertActions(own[0], actions)
        else:
            self.menu.addActions(actions)
        self.menu.popup(place)

    def refresh(self) -> None:
        """Make the picture anew, if anything has changed since the last time."""
        if self._make_picture():
            self.update()

    def _make_picture(self) -> bool:
        """Whether there is another one now."""
        if not self._dirty or self._axis is None or not self._rows or self.width() < 40:
            return False
        self._dirty = self._is_stretched = False
        self._size.drop()
        self.frames_painted += 1
        first, last = in_sight(self._rows, self._shown_run, self._most_rows)
        low = self._is_bare
        self._marks = marks_of(self._rows[first:last], self._axis, self._theme.px(TOP_PX), low)
        ratio = self.devicePixelRatioF()
        size = QSize(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        if self._pixmap.size() != size or self._pixmap.devicePixelRatioF() != ratio:
            self._pixmap = QPixmap(size)
            self._pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(self._pixmap)
        picture = self._picture()
        assert picture is not None
        picture.paint(painter, self._theme)
        painter.end()
        self._show_more()
        self._describe()
        return True

    def _show_more(self) -> None:
        """How many runs have no lane, at the left of the lane of that on screen, which has no box there."""
        runs, edge = [marks.row.run for marks in self._marks], self._theme.px(MORE_LEFT_PX)
        if self._axis is not None and self._shown_run in runs:
            lane = self._theme.px(LOW_LANE_PX if self._is_bare else LANE_PX)
            top = self._theme.px(TOP_PX) + runs.index(self._shown_run) * lane
            place = QRectF(edge, top, max(0.0, self._axis.plot.left() - 2 * edge), lane)
            self._more.show_more(len(self._rows) - len(runs), place, self._theme)

    def figure(self) -> Figure | None:
        """What is in sight with the moment that one looks at; and the marks of all runs."""
        row, picture = self.row, self._picture() if self.marks else None
        if row is None or picture is None:
            return None
        update = row.live if self._moment is None else self._moment
        return picture.figure(self.accessibleName(), self._theme, self._rows, update)

    # --- what is read

    @property
    def row(self) -> RunRow | None:
        """The run on screen."""
        return next((row for row in self._rows if row.run == self._shown_run), None)

    @property
    def has_past(self) -> bool:
        """Whether there is anything to go back to: a second kept state, or another run; or one looks back."""
        several = len(self._rows) > 1 or any(len(row.kept) > 1 for row in self._rows)
        return several or self._moment is not None

    @property
    def marks(self) -> list[RowMarks]:
        """What is painted."""
        self._size.follow()
        if self._is_stretched:
            self._make_picture()
        return self._marks

    def words_at(self, place: QPoint) -> str:
        """What is at this point: a sign, or the run whose lane it is."""
        marks = self._lane_at(place)
        if marks is None or self._axis is None:
            return ""
        if self._has_box_at(place, marks):
            return self.tr("Its curve in the plot: {run}").format(run=marks.row.name)
        reach = self._theme.px(HIT_PX)
        words = [mark.words for x, mark in marks.signs if abs(x - place.x()) <= reach]
        if marks.best is not None and abs(marks.best - place.x()) <= reach:
            words.append(best_words(marks.row))
        if words:
            return "\n".join(words)
        plot = self._axis.plot
        if marks.row.run == self._shown_run and plot.left() <= place.x() <= plot.right():
            return moment_words(self._update_at(place), marks.row.live)
        return row_words(marks.row)

    # --- Qt

    def event(self, event: QEvent) -> bool:
        # The window's shortcuts would have these keys first.
        return takes_key(event, self._is_own) or super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        # With Ctrl they are the window's.
        return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in KEYS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.row, Qt.Key(event.key())
        if row is not None and key == Qt.Key.Key_B and not event.modifiers():
            # At the present, where the window's own key for it rests.
            self.branch_wanted.emit()
            return
        if row is None or key not in KEYS:
            super().keyPressEvent(event)
            return
        at = row.live if self._moment is None else self._moment
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._want_neighbour(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Left:
            self._want(at - 1)
        elif key == Qt.Key.Key_Right:
            self._want(at + 1)
        else:
            self._want(0 if key == Qt.Key.Key_Home else row.live)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        marks = self._lane_at(place)
        if event.button() != Qt.MouseButton.LeftButton or marks is None or self._axis is None:
            return
        if self._has_box_at(place, marks):
            self.curve_wanted.emit(marks.row.run, not marks.row.dash)
        elif marks.row.run != self._shown_run:
            self.run_wanted.emit(marks.row.run)
        elif place.x() <= self._axis.plot.right() + self._theme.px(HIT_PX):
            self._want(self._sign_at(place, marks))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._axis is not None and self.row is not None:
            self._want(self._update_at(place))
        self.setToolTip(self.words_at(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        marks = self._lane_at(event.pos())
        if is_key or marks is not None:
            run = self._shown_run if is_key or marks is None else marks.row.run
            self.menu_wanted.emit(run, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size.note()

    def sizeHint(self) -> QSize:
        rows = min(max(1, len(self._rows)), self._most_rows)
        lane = LOW_LANE_PX if self._is_bare else LANE_PX
        height = TOP_PX + rows * lane + (BOTTOM_PX if self._is_low else LEGEND_PX + BOTTOM_PX)
        return QSize(400, round(self._theme.px(height)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(160)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._size.follow_in_turn(not self._pixmap.isNull())
        if self._is_stretched:
            self._make_picture()
        painter = QPainter(self)
        paint_pixels(painter, self, self._pixmap, self._theme)
        picture = self._picture()
        if picture is not None:
            picture.paint_cursor(painter, self._theme)
        if self.hasFocus():
            paint_focus(painter, self, self._theme)
        painter.end()

    # --- parts

    def _picture(self) -> TimelinePicture | None:
        """What it shows now; None before there is an axis."""
        if self._axis is None:
            return None
        return TimelinePicture(
            self._axis,
            tuple(self._marks),
            self._shown_run,
            len(self._rows),
            (self.width(), self.height()),
            self._is_low,
            self._is_bare,
            self._moment,
        )

    @property
    def _most_rows(self) -> int:
        return MOST_ROWS_LOW if self._is_low else MOST_ROWS

    @property
    def _is_bare(self) -> bool:
        """Whether there is no room for names, and no need of one."""
        return self._is_low and len(self._rows) < 2

    def _renew(self) -> None:
        self._dirty = True
        self.updateGeometry()
        self.refresh()

    def _stretch(self) -> None:
        """What is to be painted next stands elsewhere: while a window is laid out that may come several times."""
        self._dirty = self._is_stretched = True
        self.update()

    def _lane_at(self, place: QPoint) -> RowMarks | None:
        lane = self._theme.px(LOW_LANE_PX if self._is_bare else LANE_PX)
        number = int((place.y() - self._theme.px(TOP_PX)) // lane)
        return self.marks[number] if 0 <= number < len(self.marks) else None

    def _has_box_at(self, place: QPoint, marks: RowMarks) -> bool:
        """Whether a box is there that puts the run's curve into the plot."""
        is_other = marks.row.run != self._shown_run and marks.row.is_comparable
        return is_other and place.x() < 2 * self._theme.px(BOX_LEFT_PX)

    def _update_at(self, place: QPoint) -> int:
        row = self.row
        assert self._axis is not None and row is not None
        return min(row.live, max(0, round(self._axis.update_at(place.x()))))

    def _sign_at(self, place: QPoint, marks: RowMarks) -> int:
        """The update that is pointed at; a sign's own where one is near."""
        signs = [(abs(x - place.x()), mark.update) for x, mark in marks.signs]
        if marks.best is not None and marks.row.best_update is not None:
            signs.append((abs(marks.best - place.x()), marks.row.best_update))
        near = [sign for sign in signs if sign[0] <= self._theme.px(HIT_PX)]
        return min(near)[1] if near else self._update_at(place)

    def _want(self, update: int) -> None:
        row = self.row
        if row is not None:
            self.update_wanted.emit(min(row.live, max(0, update)))

    def _want_neighbour(self, by: int) -> None:
        runs = [row.run for row in self._rows]
        place = runs.index(self._shown_run) + by
        if 0 <= place < len(runs):
            self.run_wanted.emit(runs[place])

    def _describe(self) -> None:
        row = self.row
        if row is None or not self.has_past:
            self.setAccessibleDescription("")
            return
        self.setAccessibleDescription(spoken_words(row, self._moment))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timeline of the runs"))
        self.setWhatsThis(what_this_is())
        self._renew()


def _across(axis: PlotGeometry) -> tuple[object, ...]:
    """What of the plot's places the timeline has in common with it."""
    sides = axis.plot.left(), axis.plot.right(), axis.names.left()
    return axis.across, sides, axis.first_dot, axis.scale

"""What all plots over the updates of a run do alike: wheel, drag and keys, the moment that is marked, their sizes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui.loss.plot_announcements import log_words, whole_words, zoom_words
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.plot_keys import NOTCH, OWN_KEYS, ZOOM, is_own
from gui.loss.run_axis import RunAxis
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.size_follower import SizeFollower
from gui.widgets.translated import Translated


class RunPlot(Translated, QWidget):
    """Who draws one says where its picture stands, and what is read there.

    Attributes
    ----------
    menu : QMenu
        What a right click offers.
    own_keys : frozenset of Qt.Key
        What the window's shortcuts leave to it.
    """

    own_keys = OWN_KEYS

    axis_changed = Signal(object)
    """A picture was made with these places (`PlotGeometry`): what shares the axis of updates can stand on it."""

    menu: QMenu

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = Theme()
        # The updates that are pointed at, and that the rest of the window shows.
        self._cursor: int | None = None
        self._moment: int | None = None
        self._dragged_from: int | None = None
        self._size = SizeFollower(self, lambda: self._renew())

    # --- what each of them does in its own way

    @property
    def geometry_shown(self) -> PlotGeometry | None:
        """Where the picture that is there stands; None before there is one."""
        raise NotImplementedError

    @property
    def axis(self) -> RunAxis:
        """Which updates are seen, and of what run."""
        raise NotImplementedError

    @property
    def is_log(self) -> bool:
        """Whether heights are logarithms."""
        raise NotImplementedError

    def set_log(self, log: bool) -> None:
        """Switch between linear heights and logarithms."""
        raise NotImplementedError

    def fit(self) -> None:
        """Show the whole run, and follow it again."""
        raise NotImplementedError

    def zoom(self, factor: float, at: float | None = None) -> None:
        """See `factor` times as many updates, around update `at`; by default around what is looked at."""
        raise NotImplementedError

    def move_by(self, share: float) -> None:
        """See further on, by this share of what is seen."""
        raise NotImplementedError

    def _read_at(self, place: QPoint) -> None:
        """Read what is pointed at."""
        raise NotImplementedError

    def _read_nothing(self) -> None:
        """Nothing is pointed at any more."""
        raise NotImplementedError

    def _renew(self) -> None:
        """Make the picture anew."""
        raise NotImplementedError

    # --- verbs

    def show_moment(self, update: int | None) -> None:
        """Mark the update that the rest of the window shows, where that is not the newest."""
        if update != self._moment:
            self._moment = update
            self.update()

    # --- Qt

    def event(self, event: QEvent) -> bool:
        return takes_key(event, lambda pressed: is_own(pressed, self.own_keys)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM)
            announce(self, zoom_words(self.axis.updates, self.axis.reach))
        elif key == Qt.Key.Key_L:
            self.set_log(not self.is_log)
            announce(self, log_words(self.is_log))
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
            announce(self, whole_words())
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._read_nothing()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.position().toPoint().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._dragged_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._move(self._dragged_from - place.x())
            self._dragged_from = place.x()
        self._read_at(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned, geometry = event.angleDelta(), self.geometry_shown
        if abs(turned.x()) > abs(turned.y()):
            self._move(-turned.x() / NOTCH * self.width() / 10)
        elif geometry is not None and turned.y():
            self.zoom(ZOOM ** (turned.y() / NOTCH), geometry.update_at(event.position().x()))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._read_nothing()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size.note()

    def sizeHint(self) -> QSize:
        return QSize(400, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(160)), round(self._theme.px(60)))

    # --- parts

    def _move(self, px: float) -> None:
        geometry = self.geometry_shown
        if geometry is not None:
            self.move_by(px / geometry.plot.width())

    def _paint_focus(self, painter: QPainter) -> None:
        """Frame it where it has the keyboard."""
        if self.hasFocus():
            paint_focus(painter, self, self._theme)

"""Work on the whole window in short turns of the event loop, with nothing painted and nothing laid out in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from core.steps import take_step
from gui.app.painted_once import paint_once
from gui.widgets.qt_overrides import ReportsExceptions

_Kind = QEvent.Type
# What somebody does to a window finds it whole, and so does one that opens. Not a key that is let go: it has begun the
# work, most of the time. And not one that closes, which says so itself: a list that is open closes as its box is
# deleted, and to look through what is half deleted ends the process.
_NEEDS_WHOLE = frozenset(
    {
        *(_Kind.ShortcutOverride, _Kind.Shortcut, _Kind.KeyPress, _Kind.InputMethod),
        *(_Kind.MouseButtonPress, _Kind.MouseButtonDblClick, _Kind.MouseButtonRelease, _Kind.Wheel),
        *(
            _Kind.TouchBegin,
            _Kind.TabletPress,
            _Kind.NativeGesture,
            _Kind.ContextMenu,
            _Kind.Drop,
        ),
    }
)
# So often everything is laid out anew, at most; what still asks for it then is left to Qt.
MOST_LAYOUTS = 8
_PIXEL = QRect(0, 0, 1, 1)


class WindowTurns(ReportsExceptions, QObject):
    """A new look or another language, taken on by one part of the window after the other.

    All at once is a silence that one notices. So it takes some turns of the event loop, with nothing painted and
    nothing laid out in between: what has half of the old and half of the new has sizes that nobody is to see or to
    keep. Whoever uses the window meanwhile, or closes it, finds it whole: the turns that are left come first.

    Parameters
    ----------
    window : QWidget
        It works in turns where it is seen, otherwise at once.
    slow : callable
        Widgets whose painting takes longest, as they draw all that they show when it is first painted. They do that in
        turns of their own, before all of the window is painted.
    ahead : callable
        What they can draw before that, in steps.
    """

    begun = Signal()
    """From now on nothing is painted."""
    done = Signal()
    """All work is done, and the window is painted."""

    def __init__(
        self,
        window: QWidget,
        slow: Callable[[], Iterable[QWidget]] = tuple,
        ahead: Callable[[], Iterable[None]] = tuple,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._slow, self._ahead = slow, ahead
        # By kind, in the order in which they are done.
        self._work: dict[str, Iterator[None]] = {}
        self._ending: Iterator[None] | None = None
        # This window, and dialogs that are open: not painted until all is done.
        self._unpainted: list[QWidget] = []
        self._is_in_turn = False
        # Who wants to be laid out anew, once.
        self._unlaid: dict[int, QObject] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def begin(self, kind: str, turns: Iterator[None]) -> None:
        """Do this work, a step a turn, after work of other kinds; one of its kind that goes on gives way to it."""
        self._work[kind] = turns
        self._ending = None
        is_first = not self._unpainted
        self._stop_painting()
        if is_first:
            self.begun.emit()
        self._next()
        if not self._window.isVisible():
            self.finish()

    def finish(self) -> None:
        """Take all turns that are left, so that the window is whole; without one that is going on, do nothing."""
        while self._unpainted and not self._is_in_turn:
            self._next()

    def ask_for_layouts(self) -> None:
        """Have everything laid out anew that wanted to be meanwhile."""
        unlaid, self._unlaid = self._unlaid, {}
        for widget in unlaid.values():
            if Shiboken.isValid(widget):
                QApplication.postEvent(widget, QEvent(_Kind.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put off what lays anything out, and be done before the window is used."""
        kind = event.type()
        if kind == _Kind.LayoutRequest:
            self._unlaid[id(watched)] = watched
            return True
        # A window's frame has events before the widget in it that is meant: that is looked for where it was seen.
        if watched.isWidgetType() and _needs_whole(watched, event):
            self.finish()
        return False

    def _stop_painting(self) -> None:
        seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        for window in {self._window, *seen}.difference(self._unpainted):
            window.setUpdatesEnabled(False)
            self._unpainted.append(window)

    def _next(self) -> None:
        # Only between turns: Python around the thousands of events of a style sheet would take a third of its time.
        _application().removeEventFilter(self)
        goes_on, self._is_in_turn = False, True
        try:
            goes_on = self._take_turn()
        finally:
            self._is_in_turn = False
            # Also where a part has failed: the window is not to stay as it is for good.
            if goes_on:
                _application().installEventFilter(self)
                self._timer.start()
            else:
                self._end()

    def _take_turn(self) -> bool:
        """Whether there was one to take."""
        while self._work:
            kind, turns = next(iter(self._work.items()))
            if take_step(turns):
                return True
            # Its place may be taken by then.
            if self._work.get(kind) is turns:
                del self._work[kind]
        if self._ending is None:
            self._ending = self._lay_out_and_draw()
        return take_step(self._ending)

    def _lay_out_and_draw(self) -> Iterator[None]:
        """What would make the painting of the window at the end too long for one turn."""
        for _ in range(MOST_LAYOUTS):
            # Places of other sizes make others ask, who are heard between two turns.
            if not self._unlaid:
                break
            self.ask_for_layouts()
            QCoreApplication.sendPostedEvents(None, _Kind.LayoutRequest.value)
            yield
        yield from self._ahead()
        for widget in self._slow():
            if widget.isVisible():
                widget.grab(_PIXEL)
                yield

    def _end(self) -> None:
        self._timer.stop()
        self._work.clear()
        self._ending = None
        self.ask_for_layouts()
        unpainted, self._unpainted = self._unpainted, []
        for window in unpainted:
            if Shiboken.isValid(window):
                paint_once(window)
        self.done.emit()


def _needs_whole(watched: QObject, event: QEvent) -> bool:
    """Whether a widget is used, drawn into with a button held, or is a window that opens."""
    kind = event.type()
    if kind == _Kind.MouseMove:
        return isinstance(event, QMouseEvent) and event.buttons() != Qt.MouseButton.NoButton
    return kind in _NEEDS_WHOLE or (
        kind == _Kind.Show and isinstance(watched, QWidget) and watched.isWindow()
    )


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app

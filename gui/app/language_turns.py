"""Another language for all texts of the window, taken on in short turns of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from gui.app.window_turns import WindowTurns
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

# So many widgets that write their texts are told in one turn, at most: what takes longest takes longer than these.
MOST_AT_ONCE = 5


class LanguageTurns(ReportsExceptions, QObject):
    """Tells one part of the windows after the other that the language is another one.

    Qt would tell all widgets at once. Here those that are seen are told in `WindowTurns`, with nothing painted before
    all of them have their new texts. Those that nobody sees come after that, or when they are shown, before they are
    painted.

    Parameters
    ----------
    window : QWidget
        Its widgets, and those of every other window, are told in turns where it is seen.
    turns : WindowTurns
        The window's.
    first : callable
        Writes in turns of their own what the window would write in one when it is told, and what widgets show: the
        words of its actions.
    """

    def __init__(
        self, window: QWidget, turns: WindowTurns, first: Callable[[], Iterable[None]] = tuple
    ) -> None:
        super().__init__(window)
        self._window = window
        self._turns = turns
        self._first = first
        self._is_new = False
        # Widgets that are still to be told, each with all in it that is not here, and how many that are; what is around
        # a widget comes before it.
        self._untold: dict[QWidget, int] = {}
        self._unseen: Iterator[list[QWidget]] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell_unseen)
        turns.done.connect(self._begin_unseen)

    @property
    def is_done(self) -> bool:
        """Whether also what nobody sees has its texts in the language in force."""
        return not (self._is_new or self._untold)

    def begin(self) -> None:
        """The language has changed: see that every widget is told, once."""
        if self._window.isVisible():
            # Those of the system hand it on to the widgets in them.
            for window in (*QGuiApplication.allWindows(), *QApplication.topLevelWidgets()):
                QCoreApplication.removePostedEvents(window, QEvent.Type.LanguageChange.value)
            self._is_new = True
            self._timer.stop()
            self._turns.begin("language", self._tell_seen())
        # Otherwise Qt does it as soon as it comes to that.

    def finish(self) -> None:
        """Have every text in the language in force now."""
        self._turns.finish()
        for part in list(self._untold):
            self._tell(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from a part what Qt tells all that is around it, and tell a part before it is seen."""
        kind = event.type()
        if kind == QEvent.Type.Show and isinstance(watched, QWidget):
            # What is around it may give it texts, too.
            for part in list(self._untold):
                if Shiboken.isValid(part) and (part is watched or part.isAncestorOf(watched)):
                    self._tell(part)
        return kind == QEvent.Type.LanguageChange

    def _tell_seen(self) -> Iterator[None]:
        yield
        self._list_all()
        yield
        yield from self._first()
        untold = self._untold.items()
        seen = {part: texts for part, texts in untold if Shiboken.isValid(part) and part.isVisible()}
        for turn in _turns_of(seen):
            for part in turn:
                self._tell(part)
            yield

    def _begin_unseen(self) -> None:
        if self._is_new:
            # Other work on the window has failed, and ended this.
            self._list_all()
        self._unseen = _turns_of(self._untold)
        self._timer.start()

    def _tell_unseen(self) -> None:
        for part in next(self._unseen, ()):
            self._tell(part)
        if not self._untold:
            self._timer.stop()

    def _list_all(self) -> None:
        self._is_new = False
        for part in self._untold:
            if Shiboken.isValid(part):
                part.removeEventFilter(self)
        self._untold = {}
        for window in QApplication.topLevelWidgets():
            # Qt tells other windows together with those that they belong to.
            if window.parentWidget() is None:
                self._untold |= parts_of(window)
        for part in self._untold:
            part.installEventFilter(self)

    def _tell(self, part: QWidget) -> None:
        """Qt tells the widget and everything in it, but for parts that have a turn of their own; once."""
        if self._untold.pop(part, None) is not None and Shiboken.isValid(part):
            part.removeEventFilter(self)
            QApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))


def parts_of(window: QWidget) -> dict[QWidget, int]:
    """The window, and widgets in it that are told of another language by themselves; how many are told with each.

    Each comes before those in it. What is hidden is never told together with what is seen.
    """
    inner: dict[QWidget | None, list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        inner.setdefault(widget.parentWidget(), []).append(widget)
    counts: dict[QWidget, int] = {}

    def count(widget: QWidget) -> int:
        counts[widget] = isinstance(widget, Translated) + sum(map(count, inner.get(widget, ())))
        return counts[widget]

    def divide(widget: QWidget, part: QWidget, is_whole: bool) -> None:
        """`is_whole`: all in it may be told together with it."""
        parts[part] += isinstance(widget, Translated)
        for each in inner.get(widget, ()):
            if counts[each] and (not is_whole or (each.isHidden() and not widget.isHidden())):
                parts[each] = 0
                divide(each, each, counts[each] <= MOST_AT_ONCE)
            else:
                divide(each, part, is_whole)

    parts = {window: 0}
    divide(window, window, count(window) <= MOST_AT_ONCE)
    return parts


def _turns_of(parts: Mapping[QWidget, int]) -> Iterator[list[QWidget]]:
    """These parts in their order, as many at once as belong into one turn."""
    turn: list[QWidget] = []
    texts = 0
    for part, count in list(parts.items()):
        if turn and texts + count > MOST_AT_ONCE:
            yield turn
            turn, texts = [], 0
        turn.append(part)
        texts += count
    yield turn

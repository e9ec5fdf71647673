"""Every part gets a new look once, in its order, and the window is painted when all have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.app.theme_turns import ThemeTurns
from gui.app.window_turns import WindowTurns
from gui.theme.tokens import Theme, make_theme

DARK, LIGHT, LARGE = make_theme("dark"), make_theme("light"), make_theme("dark", 1.5)


class Part:
    """Writes down its looks."""

    def __init__(self, name: str, heard: list[tuple[str, Theme]]) -> None:
        self._name, self._heard = name, heard

    def set_theme(self, theme: Theme) -> None:
        self._heard.append((self._name, theme))


@dataclass
class Given:
    """A window that is seen in the dark look, with a button and two parts, and what was heard since."""

    window: QWidget
    button: QPushButton
    window_turns: WindowTurns
    turns: ThemeTurns
    heard: list[tuple[str, object]]

    def until(self, count: int) -> None:
        """Go on, turn by turn, until so much was heard, and no further."""
        while len(self.heard) < count:
            QApplication.processEvents()
        assert len(self.heard) == count and not self.window.updatesEnabled()

    def whole(self, theme: Theme) -> list[tuple[str, object]]:
        return [("a", theme), ("b", theme), ("end", theme)]


@pytest.fixture
def given(qtbot: QtBot) -> Iterator[Given]:
    window, heard = QWidget(), list[tuple[str, object]]()
    button = QPushButton("words", window)
    QHBoxLayout(window).addWidget(button)
    parts = [Part("a", heard), Part("b", heard)]
    window_turns = WindowTurns(window)
    turns = ThemeTurns(window_turns, lambda: parts, lambda: [Part("end", heard)])
    button.clicked.connect(lambda: heard.append(("clicked", window.updatesEnabled())))
    turns.begin(DARK)
    assert window.updatesEnabled() and heard == [("a", DARK), ("b", DARK), ("end", DARK)]
    window.show()
    QApplication.processEvents()
    heard.clear()
    yield Given(window, button, window_turns, turns, heard)
    if Shiboken.isValid(window):
        qtbot.waitUntil(window.updatesEnabled)
        Shiboken.delete(window)


@pytest.mark.parametrize("theme", [LIGHT, LARGE])
def test_colours_and_sizes_come_in_turns_and_nothing_is_painted_meanwhile(
    given: Given, qtbot: QtBot, theme: Theme
) -> None:
    painted: list[int] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(len(given.heard))
            return False

    watcher = Watcher()
    given.button.installEventFilter(watcher)
    given.turns.begin(theme)
    assert given.heard == [] and not given.window.updatesEnabled()
    qtbot.waitUntil(given.window.updatesEnabled)
    assert given.heard == given.whole(theme) and set(painted) == {3}


def test_each_part_has_a_turn_of_its_own_and_so_has_the_painting(qtbot: QtBot) -> None:
    """What holds the window longest is the longest part, not the sum of all."""
    window, at = QWidget(), list[int]()
    qtbot.addWidget(window)
    window.show()
    turn, counter = [0], QTimer()

    def count() -> None:
        turn[0] += 1

    class Note:
        def set_theme(self, theme: Theme) -> None:
            at.append(turn[0])

    counter.timeout.connect(count)
    counter.start(0)
    turns = ThemeTurns(WindowTurns(window), lambda: [Note()] * 5, lambda: [Note()])
    turns.begin(LIGHT)
    at.append(turn[0])
    qtbot.waitUntil(window.updatesEnabled)
    at.append(turn[0])
    counter.stop()
    assert len(at) == 8 and len(set(at)) == len(at)


def test_nothing_is_laid_out_before_all_have_the_look_and_everything_after(
    given: Given, qtbot: QtBot
) -> None:
    gone, during = QPushButton("is gone", given.window), list[int]()
    QHBoxLayout(gone).addWidget(QLabel("too"))
    gone.show()
    QApplication.processEvents()
    before = given.button.width()
    given.turns.begin(LARGE)
    given.button.setText("words that need more room than there was for those before")
    gone.layout().invalidate()
    while len(given.heard) < 2:
        QApplication.processEvents()
        during.append(given.button.width())
    Shiboken.delete(gone)
    qtbot.waitUntil(given.window.updatesEnabled)
    assert len(during) > 1 and set(during) == {before}
    qtbot.waitUntil(lambda: given.button.width() >= given.button.sizeHint().width() > before)


@pytest.mark.parametrize("second", [LIGHT, LARGE, DARK])
@pytest.mark.parametrize("parts_before", [0, 1, 3])
def test_another_look_in_the_midst_of_one_takes_its_place(
    given: Given, qtbot: QtBot, second: Theme, parts_before: int
) -> None:
    first = make_theme("light", 2.0)
    given.turns.begin(first)
    given.until(parts_before)
    given.turns.begin(second)
    qtbot.waitUntil(given.window.updatesEnabled)
    assert given.heard == given.whole(first)[:parts_before] + given.whole(second)
    assert QApplication.font() == second.font("body")


def click(given: Given) -> None:
    QTest.mouseClick(given.button, Qt.MouseButton.LeftButton)


def press_space(given: Given) -> None:
    QTest.keyClick(given.button, Qt.Key.Key_Space)


@pytest.mark.parametrize("use", [click, press_space])
@pytest.mark.parametrize("parts_before", [0, 1, 3])
def test_whoever_uses_the_window_meanwhile_finds_it_whole(
    given: Given, use: Callable[[Given], None], parts_before: int
) -> None:
    given.turns.begin(LARGE)
    given.until(parts_before)
    use(given)
    assert given.heard == [*given.whole(LARGE), ("clicked", True)]


def test_a_stroke_that_goes_on_finds_it_whole_and_mere_pointing_waits_for_nothing(given: Given) -> None:
    given.turns.begin(LARGE)
    QTest.mouseMove(given.button, QPoint(3, 3))
    QTest.keyRelease(given.button, Qt.Key.Key_Control)
    # To send an event goes through the event loop, and some turns with it.
    assert not given.window.updatesEnabled() and len(given.heard) < 3
    QTest.mouseRelease(given.button, Qt.MouseButton.LeftButton)
    assert given.window.updatesEnabled() and given.heard == given.whole(LARGE)


def test_an_open_dialog_is_painted_when_all_is_done_and_one_that_opens_finds_it_done(given: Given) -> None:
    opened, later = QDialog(given.window), QDialog(given.window)
    opened.show()
    given.turns.begin(LIGHT)
    assert not opened.updatesEnabled()
    later.show()
    assert opened.updatesEnabled() and given.window.updatesEnabled() and later.updatesEnabled()
    assert given.heard == given.whole(LIGHT)
    given.turns.begin(DARK)
    Shiboken.delete(opened)
    given.window_turns.finish()
    assert given.window.updatesEnabled() and later.updatesEnabled()


def test_all_that_is_left_is_done_at_once_where_that_is_asked_for(given: Given) -> None:
    given.window_turns.finish()
    assert given.heard == []
    given.turns.begin(LARGE)
    given.window_turns.finish()
    given.window_turns.finish()
    QApplication.processEvents()
    assert given.heard == given.whole(LARGE) and given.window.updatesEnabled()


@pytest.mark.parametrize("parts_before", [0, 1, 3])
def test_a_window_may_go_in_the_midst_of_it(given: Given, qtbot: QtBot, parts_before: int) -> None:
    given.turns.begin(LARGE)
    given.until(parts_before)
    Shiboken.delete(given.window)
    other = QPushButton()
    qtbot.addWidget(other)
    other.show()
    clicks: list[bool] = []
    other.clicked.connect(lambda: clicks.append(True))
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert clicks == [True] and len(given.heard) == parts_before


@pytest.mark.parametrize("is_seen", [False, True])
def test_where_a_part_fails_the_window_is_painted_all_the_same(qtbot: QtBot, is_seen: bool) -> None:
    class Broken:
        def set_theme(self, theme: Theme) -> None:
            raise ValueError("no such colour")

    window = QWidget()
    qtbot.addWidget(window)
    window.setVisible(is_seen)
    turns = ThemeTurns(WindowTurns(window), lambda: [Broken()], list)
    if is_seen:
        with qtbot.captureExceptions() as raised:
            turns.begin(DARK)
            qtbot.waitUntil(window.updatesEnabled)
        assert [str(error) for _, error, _ in raised] == ["no such colour"]
    else:
        with pytest.raises(ValueError, match="no such colour"):
            turns.begin(DARK)
        assert window.updatesEnabled()


def test_what_qt_has_drawn_for_the_look_before_is_not_kept(given: Given) -> None:
    QPixmapCache.insert("of the dark look", QPixmap(9, 9))
    assert QPixmapCache.find("of the dark look", QPixmap())
    given.turns.begin(LIGHT)
    given.window_turns.finish()
    assert not QPixmapCache.find("of the dark look", QPixmap())

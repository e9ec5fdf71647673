"""Work of several kinds on one window: in its order, and painted once, when all of it is done.

What holds of any such work is tried with a look, in `test_theme_turns`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.app.window_turns import WindowTurns


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    return window


def steps(name: str, count: int, heard: list[str]) -> Iterator[None]:
    for i in range(count):
        heard.append(f"{name} {i}")
        yield


def test_a_second_kind_of_work_comes_after_the_first(window: QWidget, qtbot: QtBot) -> None:
    turns, heard = WindowTurns(window), list[str]()
    turns.begin("language", steps("language", 3, heard))
    turns.begin("look", steps("look", 2, heard))
    assert not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    assert heard == ["language 0", "language 1", "language 2", "look 0", "look 1"]


def test_work_gives_way_to_other_work_of_its_kind_and_keeps_its_place(window: QWidget) -> None:
    turns, heard = WindowTurns(window), list[str]()
    turns.begin("language", steps("old", 3, heard))
    turns.begin("look", steps("look", 1, heard))
    turns.begin("language", steps("new", 2, heard))
    turns.finish()
    assert window.updatesEnabled()
    assert heard == ["old 0", "old 1", "new 0", "new 1", "look 0"]


def test_work_that_begins_other_work_of_its_kind_is_followed_by_it(window: QWidget) -> None:
    turns, heard = WindowTurns(window), list[str]()

    def first() -> Iterator[None]:
        yield
        turns.begin("language", steps("second", 2, heard))

    turns.begin("language", first())
    turns.finish()
    QApplication.processEvents()
    assert heard == ["second 0", "second 1"] and window.updatesEnabled()


def test_a_dialog_that_is_deleted_with_a_list_open_is_not_looked_through(window: QWidget) -> None:
    """Qt ends the process where the children of what is half deleted are asked for, as by a part with another look."""
    turns, heard, dialog = WindowTurns(window), list[str](), QDialog(window)
    box = QComboBox(dialog)
    box.addItems(["first", "second"])
    dialog.show()
    box.showPopup()
    is_deleted = False

    def looks() -> Iterator[None]:
        for _ in range(5):
            yield
            heard.append("deleted" if is_deleted else "half deleted")

    turns.begin("look", looks())
    Shiboken.delete(dialog)
    is_deleted = True
    turns.finish()
    assert heard == ["deleted"] * 5 and window.updatesEnabled()


def test_what_fails_leaves_nothing_to_be_done_later(window: QWidget) -> None:
    turns, heard = WindowTurns(window), list[str]()

    def failing() -> Iterator[None]:
        yield
        raise ValueError("no such word")

    turns.begin("language", failing())
    with pytest.raises(ValueError, match="no such word"):
        turns.begin("look", steps("look", 2, heard))
    assert window.updatesEnabled()
    turns.begin("look", steps("look again", 1, heard))
    turns.finish()
    assert heard == ["look again 0"]


class Slow(QWidget):
    """Writes down how large it is when it is painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painted: list[tuple[int, bool]] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append((self.width(), self.window().updatesEnabled()))


def test_all_is_laid_out_and_what_is_slow_is_drawn_before_the_window_is_painted(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    slow, unseen, words = Slow(window), Slow(window), QLabel("words", window)
    row = QHBoxLayout(window)
    row.addWidget(words)
    row.addWidget(slow, 1)
    unseen.hide()
    window.resize(600, 80)
    window.show()
    qtbot.waitUntil(lambda: bool(slow.painted))
    slow.painted.clear()
    turns, before = WindowTurns(window, lambda: (slow, unseen)), slow.width()

    def longer() -> Iterator[None]:
        words.setText("more words than there were before")
        yield

    turns.begin("language", longer())
    qtbot.waitUntil(window.updatesEnabled)
    assert slow.width() < before and unseen.painted == []
    # Once by itself, unseen, and then with the window; each time as it is laid out now.
    assert slow.painted[0] == (slow.width(), False) and set(slow.painted[1:]) == {(slow.width(), True)}


def test_what_can_be_drawn_ahead_is_drawn_in_turns_of_its_own_once_all_is_laid_out(
    window: QWidget, qtbot: QtBot
) -> None:
    heard: list[str] = []
    slow = Slow(window)
    slow.resize(20, 20)
    slow.show()
    QApplication.processEvents()
    slow.painted.clear()
    turns = WindowTurns(
        window, lambda: (slow,), lambda: steps(f"{len(slow.painted)} painted, ahead", 2, heard)
    )
    turns.begin("look", steps("look", 1, heard))
    qtbot.waitUntil(window.updatesEnabled)
    assert heard == ["look 0", "0 painted, ahead 0", "0 painted, ahead 1"] and slow.painted


def test_work_that_begins_while_all_is_laid_out_is_laid_out_and_drawn_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    slow = [Slow(window), Slow(window)]
    for each in slow:
        each.resize(20, 20)
    window.show()
    QApplication.processEvents()
    turns = WindowTurns(window, lambda: slow)
    for each in slow:
        each.painted.clear()
    turns.begin("language", iter([None]))
    while not slow[0].painted:
        QApplication.processEvents()
    turns.begin("look", iter([None]))
    turns.finish()
    assert [[seen for _, seen in each.painted].count(False) for each in slow] == [2, 1]


def test_what_asks_for_another_layout_in_each_is_not_waited_for(window: QWidget, qtbot: QtBot) -> None:
    class Restless(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.LayoutRequest and not is_over:
                QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
            return super().event(event)

    is_over: list[bool] = []
    restless, turns = Restless(window), WindowTurns(window)
    turns.begin("language", iter([None, None]))
    QApplication.postEvent(restless, QEvent(QEvent.Type.LayoutRequest))
    QTimer.singleShot(2000, lambda: is_over.append(True))
    qtbot.waitUntil(lambda: window.updatesEnabled() or bool(is_over))
    assert is_over == []
    is_over.append(True)
    QApplication.processEvents()


def test_who_works_for_what_is_painted_hears_once_when_nothing_is_and_once_when_all_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    turns, heard = WindowTurns(window), list[str]()
    turns.begun.connect(lambda: heard.append("begun"))
    turns.done.connect(lambda: heard.append("done"))
    turns.begin("language", iter([None, None, None]))
    turns.begin("look", iter([None]))
    assert heard == ["begun"]
    turns.finish()
    assert heard == ["begun", "done"]
    turns.begin("look", iter([None]))
    turns.finish()
    assert heard == ["begun", "done"] * 2

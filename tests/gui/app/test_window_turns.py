"""Work of several kinds on one window: in its order, and painted once, when all of it is done.

What holds of any such work is tried with a look, in `test_theme_turns`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

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

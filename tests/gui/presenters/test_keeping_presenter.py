"""That the work is not kept is said as long as it is so, beside all else that is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from core.engine.messages import KeepingChanged, Recovered
from gui.app.message_bar import MessageBar
from gui.presenters.keeping_presenter import KeepingPresenter

FULL = KeepingChanged("/there", "no_space", "No space left on device")
READ_ONLY = KeepingChanged("/there", "read_only", "Read-only file system")
AGAIN = KeepingChanged("/there")
NO_SPACE = (
    "Your work is not kept in case Backlight ends unexpectedly: there is no space left in /there. Make room there, or"
    " save the session elsewhere."
)


class Engine(QObject):
    """What the presenter hears of."""

    keeping_changed, recovered, lost = Signal(object), Signal(object), Signal(str)


class Desk:
    def __init__(self, bar: MessageBar) -> None:
        self.bar, self.engine = bar, Engine()
        engine: Any = self.engine
        self.presenter = KeepingPresenter(bar, engine)

    def tell(self, message: KeepingChanged) -> str:
        """What is said then."""
        self.engine.keeping_changed.emit(message)
        return self.said()

    def said(self) -> str:
        """What is said once all that is to come has come."""
        for _ in range(3):
            QCoreApplication.processEvents()
        return self.bar.text

    def close(self) -> str:
        button = self.bar.findChild(QToolButton, "message_close")
        assert button is not None
        button.click()
        return self.said()


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr("gui.app.message_bar.INFO_MS", 1)
    bar = MessageBar()
    qtbot.addWidget(bar)
    yield Desk(bar)
    bar.hide()


def test_it_is_said_until_all_is_kept_again(desk: Desk, qtbot: QtBot) -> None:
    assert desk.said() == "" and desk.tell(FULL) == NO_SPACE
    # It does not go by itself.
    qtbot.wait(10)
    assert desk.bar.text == NO_SPACE
    other = desk.tell(READ_ONLY)
    assert "nothing can be written in /there (Read-only file system). Save the session elsewhere." in other
    assert desk.tell(AGAIN) == ""
    assert desk.tell(FULL) == NO_SPACE


def test_once_it_is_closed_it_is_not_said_again_unless_there_is_another_reason(desk: Desk) -> None:
    desk.tell(FULL)
    assert desk.close() == ""
    desk.bar.show_message("Saved.")
    assert desk.close() == ""
    assert "Read-only" in desk.tell(READ_ONLY)
    desk.close()
    desk.tell(AGAIN)
    assert desk.tell(FULL) == NO_SPACE


def test_it_comes_back_after_news_that_took_its_place(desk: Desk, qtbot: QtBot) -> None:
    desk.tell(FULL)
    desk.bar.show_message("Saved.")
    assert desk.bar.text == "Saved."
    qtbot.waitUntil(lambda: desk.bar.text == NO_SPACE)
    desk.bar.show_message("Saved.", lasting=True)
    # All is kept again while something else is said: that stays, and nothing follows.
    assert desk.tell(AGAIN) == "Saved." and desk.close() == ""


@pytest.mark.parametrize("actions", [(), [("Open it", lambda: None)]])
def test_an_error_and_an_offer_are_read_first(desk: Desk, actions: Any) -> None:
    desk.bar.show_message("First.", "info" if actions else "error", actions, lasting=True)
    assert desk.tell(FULL) == "First." and desk.close() == NO_SPACE
    desk.tell(AGAIN)
    desk.bar.show_message("Only news.", lasting=True)
    assert desk.tell(FULL) == NO_SPACE


def test_another_engine_says_it_itself(desk: Desk) -> None:
    desk.tell(FULL)
    desk.engine.recovered.emit(Recovered(0, 3))
    assert desk.said() == "" and desk.tell(FULL) == NO_SPACE
    desk.engine.lost.emit("killed")
    assert desk.said() == ""


def test_what_could_not_be_let_go_of_is_news_and_takes_nothing_back(desk: Desk) -> None:
    left = KeepingChanged("/there", "not_removed", "Permission denied")
    told = "could not be removed from /there (Permission denied)"
    assert told in desk.tell(left)
    desk.tell(FULL)
    assert desk.tell(left) == NO_SPACE and desk.tell(AGAIN) == ""

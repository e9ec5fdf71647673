"""Of keys that are held down, and of a wheel, one sentence is heard: how close one looks when they rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.presenters import zoom_announcement as module
from gui.presenters.zoom_announcement import ZoomAnnouncement


class Picture(QWidget):
    """Zoomed in a room."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.room, self.close_by = 100, 1

    def show_zoom(self, room: int, close_by: int) -> None:
        self.room, self.close_by = room, close_by
        self.changed.emit()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda widget, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def picture(qtbot: QtBot, heard: list[str]) -> Picture:
    picture = Picture()
    qtbot.addWidget(picture)
    picture.show()
    picture.told = ZoomAnnouncement(  # type: ignore[attr-defined]
        picture,
        picture.changed,
        lambda: (picture.room, picture.close_by),
        lambda: f"{picture.close_by} times",
    )
    return picture


def test_the_last_of_many_is_heard_once(picture: Picture, heard: list[str], qtbot: QtBot) -> None:
    for close_by in (2, 3, 4):
        picture.show_zoom(100, close_by)
        assert heard == []
    qtbot.waitUntil(lambda: heard == ["4 times"])
    picture.show_zoom(100, 1)
    qtbot.waitUntil(lambda: heard == ["4 times", "1 times"])


def test_in_another_room_nobody_has_zoomed(picture: Picture) -> None:
    rest = picture.told._rest  # type: ignore[attr-defined]
    picture.show_zoom(90, 2)
    picture.show_zoom(90, 2)
    assert not rest.isActive()
    picture.show_zoom(90, 3)
    assert rest.isActive()


def test_what_is_gone_from_sight_by_then_says_nothing(picture: Picture, heard: list[str]) -> None:
    picture.hide()
    picture.told._tell()  # type: ignore[attr-defined]
    assert heard == []

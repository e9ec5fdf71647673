"""The moment that is named is that of the picture on screen, whatever is asked for or on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.engine.snapshot import Snapshot
from gui.presenters.named_moment import NamedMoment
from gui.timeline.moment import Moment

LIVE = 300


class Time(QObject):
    """Stands for who knows which update is looked at."""

    moment_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.moment: Moment | None = None
        self.picture: Snapshot | None = None

    def goes_to(self, moment: Moment | None) -> None:
        self.moment = moment
        self.moment_changed.emit(moment)


class Network(QObject):
    """Stands for the picture: what is given to it is seen with the next frame."""

    displayed_snapshot_changed = Signal(object)

    def __init__(self, first: Snapshot) -> None:
        super().__init__()
        self.displayed, self.given = first, first
        self.on_screen = SimpleNamespace(is_owed=False)

    def give(self, snapshot: Snapshot) -> None:
        self.given, self.on_screen.is_owed = snapshot, True

    def paint(self) -> None:
        self.displayed, self.on_screen.is_owed = self.given, False
        self.displayed_snapshot_changed.emit(self.displayed)


class Desk:
    def __init__(self, live: Snapshot) -> None:
        self.live = live
        self.time, self.network = Time(), Network(live)
        parts: Any = self.time, self.network
        self.named = NamedMoment(*parts)
        self.said: list[int | None] = []
        self.named.changed.connect(lambda m: self.said.append(None if m is None else m.shown))

    def comes(self, update: int, is_exact: bool = True) -> Snapshot:
        """An earlier update is put into the view."""
        snapshot = self.time.picture = replace(self.live, update=update)
        self.network.give(snapshot)
        self.time.goes_to(Moment(update, LIVE, kept_update=update, is_exact=is_exact, on_screen=update))
        return snapshot


@pytest.fixture
def desk(qtbot: QtBot, snapshot_of: Callable[..., Snapshot]) -> Desk:
    return Desk(snapshot_of(update=LIVE))


def test_until_it_is_on_screen_the_update_is_not_named(desk: Desk) -> None:
    desk.time.goes_to(Moment(5, LIVE, on_screen=LIVE))
    assert desk.said == [LIVE]
    desk.comes(5)
    assert desk.said == [LIVE]
    desk.network.paint()
    assert desk.said == [LIVE, 5]


def test_one_that_was_overtaken_is_not_named(desk: Desk) -> None:
    desk.comes(5)
    desk.comes(6)
    desk.network.paint()
    assert desk.said == [6]


def test_back_in_the_present_the_past_is_named_as_long_as_it_is_seen(desk: Desk) -> None:
    desk.comes(5)
    desk.network.paint()
    desk.time.goes_to(None)
    assert desk.said[-1] == 5
    desk.network.give(replace(desk.live))
    assert desk.said[-1] == 5
    desk.network.paint()
    assert desk.said[-1] is None


def test_a_past_that_comes_to_the_screen_after_one_has_left_it_is_named_until_the_present_comes(
    desk: Desk,
) -> None:
    desk.comes(5)
    desk.network.paint()
    desk.comes(6)
    desk.time.goes_to(None)
    assert desk.said == [5]
    desk.network.paint()
    assert desk.said == [5, 6]
    desk.network.give(replace(desk.live))
    desk.network.paint()
    assert desk.said == [5, 6, None]


def test_where_the_present_is_on_screen_still_it_is_left_at_once(desk: Desk) -> None:
    desk.time.goes_to(Moment(5, LIVE, on_screen=LIVE))
    desk.time.goes_to(None)
    assert desk.said == [LIVE, None]


def test_the_same_picture_again_is_not_named_again(desk: Desk) -> None:
    snapshot = desk.comes(5)
    for _ in range(2):
        desk.network.paint()
        assert desk.said == [5]
    # Unless more is known of it by now.
    desk.network.give(snapshot)
    desk.time.goes_to(Moment(5, LIVE, is_exact=True, is_checked=True))
    assert desk.said == [5]
    desk.network.paint()
    assert desk.said == [5, 5]

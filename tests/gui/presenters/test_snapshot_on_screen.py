"""No words are of another moment than the picture beside them: each snapshot is told of once, with its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.engine.snapshot import Snapshot
from gui.network.painting.preparation import Preparation
from gui.presenters.snapshot_on_screen import SnapshotOnScreen

MakeSnapshot = Callable[..., Snapshot]


class Desk:
    """What is given and told, and a view that can be busy, covered or put away."""

    def __init__(self, first: Snapshot) -> None:
        self.view = SimpleNamespace(keeps_old=False, covered=False, visible=True, preparation=Preparation())
        self.view.isVisible = lambda: self.view.visible
        self.view.updatesEnabled = lambda: not self.view.covered
        self.told: list[Snapshot] = []
        self.pictured: list[Snapshot] = []
        view: Any = self.view
        self.shown = SnapshotOnScreen(view)
        self.shown.changed.connect(self.told.append)
        self.shown.given_to_picture.connect(self.pictured.append)
        self.first = first
        self.shown.give(first, at_once=False)

    @property
    def is_held(self) -> bool:
        return self.view.preparation.is_held


@pytest.fixture
def desk(qtbot: QtBot, snapshot_of: MakeSnapshot) -> Desk:
    return Desk(snapshot_of(update=3))


def test_the_first_is_told_at_once(desk: Desk) -> None:
    assert desk.told == [desk.first] == [desk.shown.seen] and not desk.shown.is_owed and not desk.is_held


def test_another_is_told_once_with_the_frame_that_shows_it(desk: Desk) -> None:
    newer = replace(desk.first, update=4)
    desk.view.keeps_old = True
    desk.shown.give(newer, at_once=False)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first] and desk.shown.seen is desk.first and desk.shown.given is newer
    assert desk.pictured[-1] is newer and desk.shown.is_owed and desk.is_held
    desk.view.keeps_old = False
    assert desk.shown.seen is desk.first
    for _ in range(2):
        desk.shown.tell_if_next()
        assert desk.told == [desk.first, newer] and desk.shown.seen is newer
        assert not desk.shown.is_owed and not desk.is_held


@pytest.mark.parametrize("at_once", [False, True])
def test_one_that_another_has_overtaken_was_never_seen_and_is_not_told_of(desk: Desk, at_once: bool) -> None:
    desk.shown.give(replace(desk.first, update=4), at_once=False)
    newest = replace(desk.first, update=5)
    desk.shown.give(newest, at_once)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first, newest]


def test_the_same_once_more_is_told_again(desk: Desk) -> None:
    desk.shown.give(desk.first, at_once=True)
    assert desk.told == [desk.first] * 2


@pytest.mark.parametrize("change", [{"run": 1}, {"permutation_count": 1}, {"edit_count": 1}])
def test_another_network_is_told_at_once_for_all_that_is_said_is_of_it(
    desk: Desk, change: dict[str, int]
) -> None:
    desk.view.keeps_old = True
    other = replace(desk.first, **change)  # type: ignore[arg-type]
    desk.shown.give(other, at_once=False)
    assert desk.told == [desk.first, other] and not desk.is_held


def test_where_nobody_looks_at_the_picture_nothing_waits_for_it(desk: Desk) -> None:
    desk.view.visible = False
    newer = replace(desk.first, update=4)
    desk.shown.give(newer, at_once=False)
    assert desk.told == [desk.first, newer] and not desk.is_held


def test_under_cover_even_what_is_to_be_told_at_once_waits(desk: Desk) -> None:
    desk.view.covered = True
    newer = replace(desk.first, update=4)
    desk.shown.give(newer, at_once=True)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first]
    desk.view.covered = False
    desk.shown.tell_if_next()
    assert desk.told == [desk.first, newer]

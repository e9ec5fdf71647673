"""No words are of another moment than the picture beside them: each snapshot is told of once, with its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.analysis.sample_tracer import SampleTracer
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.network.painting.preparation import Preparation
from gui.presenters.snapshot_on_screen import SnapshotOnScreen

MakeSnapshot = Callable[..., Snapshot]


class Desk:
    """What is given and told, and a view that can be busy, covered or put away."""

    def __init__(self, first: Snapshot) -> None:
        self.view = SimpleNamespace(keeps_old=False, covered=False, visible=True)
        self.view.isVisible = lambda: self.view.visible
        self.view.updatesEnabled = lambda: not self.view.covered
        # What had been told of as it was composed, or as it was to be painted.
        self.composed: list[Snapshot | None] = []
        self.painted: list[Snapshot | None] = []
        self.view.preparation = Preparation(lambda: self.composed.append(self.shown.seen))
        self.view.update = lambda: self.painted.append(self.shown.seen)
        self.told: list[Snapshot] = []
        self.pictured: list[Snapshot] = []
        view: Any = self.view
        self.shown = SnapshotOnScreen(view)
        self.shown.changed.connect(self.told.append)
        self.shown.given_to_picture.connect(self.pictured.append)
        self.first = first
        self.give(first)

    def give(self, snapshot: Snapshot) -> None:
        self.shown.hold()
        self.shown.give(snapshot)

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
    desk.give(newer)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first] and desk.shown.seen is desk.first and desk.shown.given is newer
    assert desk.pictured[-1] is newer and desk.shown.is_owed and desk.is_held
    desk.view.keeps_old = False
    assert desk.shown.seen is desk.first
    for _ in range(2):
        desk.shown.tell_if_next()
        assert desk.told == [desk.first, newer] and desk.shown.seen is newer
        assert not desk.shown.is_owed and not desk.is_held


def test_one_that_another_has_overtaken_was_never_seen_and_is_not_told_of(desk: Desk) -> None:
    desk.give(replace(desk.first, update=4))
    newest = replace(desk.first, update=5)
    desk.give(newest)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first, newest]


def test_the_same_once_more_is_told_again(desk: Desk) -> None:
    desk.give(desk.first)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first] * 2


@pytest.mark.parametrize("change", [{"run": 1}, {"permutation_count": 1}, {"edit_count": 1}])
def test_another_network_is_told_of_with_its_frame_as_well(desk: Desk, change: dict[str, int]) -> None:
    desk.view.keeps_old = True
    other = replace(desk.first, **change)  # type: ignore[arg-type]
    desk.give(other)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first] and desk.is_held
    desk.view.keeps_old = False
    desk.shown.tell_if_next()
    assert desk.told == [desk.first, other] and not desk.is_held


def test_one_of_another_structure_is_painted_and_told_of_at_once(desk: Desk) -> None:
    network = Architecture.dense((5,)).network((desk.first.sizes[0],))
    trace = SampleTracer(network).trace(desk.first.example.x)
    other = replace(desk.first, trace=trace, parameters=network.parameters)
    desk.painted.clear()
    desk.give(other)
    assert desk.told == [desk.first, other] and desk.painted == [other] and not desk.is_held


def test_what_is_to_be_done_around_the_telling_is_done_once_in_this_order(desk: Desk) -> None:
    done: list[str] = []
    desk.shown.changed.connect(lambda snapshot: done.append(f"told {snapshot.update}"))
    desk.shown.once_seen(lambda: done.append("at once"))
    assert done == ["at once"]
    desk.shown.before_next(lambda: done.append("before"))
    desk.give(replace(desk.first, update=4))
    desk.shown.once_seen(lambda: done.append("after"))
    # What comes in its place takes over what was to be done.
    desk.give(replace(desk.first, update=5))
    assert done == ["at once"]
    for _ in range(2):
        desk.shown.tell_if_next()
        assert done == ["at once", "before", "told 5", "after"]


def test_what_was_told_of_is_composed_before_the_next_one_is_waited_for(desk: Desk) -> None:
    newer = replace(desk.first, update=4)
    desk.give(newer)
    desk.shown.tell_if_next()
    assert desk.composed == []
    for update in (5, 6):
        desk.give(replace(desk.first, update=update))
        assert desk.composed == [newer]


def test_where_nobody_looks_at_the_picture_nothing_waits_for_it(desk: Desk) -> None:
    desk.view.visible = False
    newer = replace(desk.first, update=4)
    desk.give(newer)
    assert desk.told == [desk.first, newer] and not desk.is_held


def test_what_is_hidden_meanwhile_waits_no_longer_and_is_not_composed(desk: Desk) -> None:
    newer = replace(desk.first, update=4)
    desk.give(newer)
    desk.view.visible = False
    desk.shown.tell_if_next()
    assert desk.told == [desk.first, newer]
    desk.give(newer)
    assert desk.composed == []


def test_under_cover_nothing_is_told(desk: Desk) -> None:
    desk.view.covered = True
    newer = replace(desk.first, update=4)
    desk.give(newer)
    desk.shown.tell_if_next()
    assert desk.told == [desk.first]
    desk.view.covered = False
    desk.shown.tell_if_next()
    assert desk.told == [desk.first, newer]

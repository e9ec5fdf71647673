"""One place to ask what is so, and one signal when that has changed."""

from __future__ import annotations

from typing import Any

import pytest

from gui.app.app_state import AppState, StateStore
from gui.app.speed_slider import FULL_SPEED


def test_a_change_is_told_once_with_what_was_so_before(qapp: Any) -> None:
    store = StateStore()
    heard: list[tuple[AppState, AppState]] = []
    store.changed.connect(lambda before, now: heard.append((before, now)))
    store.update(running=True, edge_value="signal")
    ((before, now),) = heard
    assert not before.running and before.edge_value == "weight"
    assert now.running and now.edge_value == "signal"
    assert store.state is now


def test_what_was_so_already_is_not_told(qapp: Any) -> None:
    store = StateStore()
    heard: list[object] = []
    store.changed.connect(lambda before, now: heard.append(now))
    store.update(running=False)
    assert heard == []


@pytest.mark.parametrize(
    ("waves", "reduced", "moving"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_nothing_travels_where_motion_is_reduced(waves: bool, reduced: bool, moving: bool) -> None:
    assert AppState(waves=waves, reduced_motion=reduced).is_moving is moving


def test_full_speed_is_the_sliders_end() -> None:
    assert AppState(speed=FULL_SPEED).is_full_speed and not AppState(speed=FULL_SPEED - 1).is_full_speed

"""The weights on screen are refreshed now and then; where nothing shows any, none are on screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from core.engine.snapshot import Snapshot
from gui.network.view import NetworkView
from gui.presenters.displayed_weights import WEIGHTS_EVERY_S, DisplayedWeights

MakeSnapshot = Callable[..., Snapshot]


class View:
    """Writes down what it is shown."""

    def __init__(self) -> None:
        self.shown: list[int] = []
        self.is_drawing = False
        self.edge_picture = "weight"
        self.weights_drawn: Snapshot | None = None
        self.is_visible = True

    def show_weights(self, snapshot: Snapshot) -> None:
        self.shown.append(snapshot.update)

    def has_work(self) -> bool:
        return self.is_drawing

    def isVisible(self) -> bool:
        return self.is_visible


@pytest.fixture
def view() -> View:
    return View()


def weights_on(view: Any) -> DisplayedWeights:
    return DisplayedWeights(cast(NetworkView, view))


def test_newer_weights_come_when_they_are_due_and_the_last_picture_is_drawn(
    view: View, snapshot_of: MakeSnapshot
) -> None:
    weights = weights_on(view)
    weights.show(snapshot_of(update=1), 0.0)
    weights.refresh(snapshot_of(update=5), WEIGHTS_EVERY_S / 2)
    view.is_drawing = True
    weights.refresh(snapshot_of(update=6), 2 * WEIGHTS_EVERY_S)
    assert view.shown == [1]
    view.is_drawing = False
    # This frame shows the complete picture: to begin the next one, too, would make it late.
    weights.refresh(snapshot_of(update=7), 2 * WEIGHTS_EVERY_S)
    assert view.shown == [1] and weights.update == 1
    weights.refresh(snapshot_of(update=7), 2 * WEIGHTS_EVERY_S)
    assert view.shown == [1, 7] and weights.update == 7


def test_weights_are_on_screen_once_they_are_drawn(view: View, snapshot_of: MakeSnapshot) -> None:
    weights = weights_on(view)
    assert weights.seen is None
    first, second, third = (snapshot_of(update=update) for update in (1, 7, 9))
    weights.show(first, 0.0)
    # Nothing is drawn yet.
    assert weights.seen is None
    view.weights_drawn = first
    weights.show(second, 1.0)
    assert weights.seen is first and weights.update == 7
    # Another one takes its place before it was ever seen.
    weights.show(third, 2.0)
    assert weights.seen is first
    view.weights_drawn = third
    assert weights.seen is third
    # The picture shows something else than weights, as the example's gradient.
    view.weights_drawn = None
    assert weights.seen is None
    view.weights_drawn = third
    # Of another run nothing of the one before is on screen, and behind a page nothing is drawn.
    other = snapshot_of(update=9, run=1)
    weights.show(other, 3.0)
    assert weights.seen is other
    view.weights_drawn = other
    newest = snapshot_of(update=12, run=1)
    weights.show(newest, 4.0)
    assert weights.seen is other
    view.is_visible = False
    assert weights.seen is newest


def test_the_same_weights_are_not_drawn_twice_but_for_what_the_last_update_did(
    view: View, snapshot_of: MakeSnapshot
) -> None:
    weights = weights_on(view)
    weights.show(snapshot_of(update=3), 0.0)
    again = snapshot_of(update=3)
    weights.refresh(again, 1.0)
    assert view.shown == [3]
    view.edge_picture = "change"
    weights.refresh(again, 2.0)
    weights.refresh(again, 3.0)
    assert view.shown == [3, 3]


def test_weights_of_the_same_update_are_shown_again_where_a_change_by_hand_was_lost_with_an_engine(
    view: View, snapshot_of: MakeSnapshot
) -> None:
    weights = weights_on(view)
    weights.show(replace(snapshot_of(update=3), edit_count=1), 0.0)
    recovered = replace(snapshot_of(update=3), edit_count=0)
    weights.refresh(recovered, 0.01, at_once=True)
    assert view.shown == [3, 3] and weights.snapshot is recovered


def test_where_the_training_rests_the_weights_wait_for_no_frame(
    view: View, snapshot_of: MakeSnapshot
) -> None:
    weights = weights_on(view)
    weights.show(snapshot_of(update=1), 0.0)
    view.is_drawing = True
    weights.refresh(snapshot_of(update=2), 1.0)
    view.is_drawing = False
    weights.refresh(snapshot_of(update=2), 1.0, at_once=True)
    assert view.shown == [1, 2]


def test_the_next_moment_waits_until_a_second_picture_is_drawn_too(
    view: View, snapshot_of: MakeSnapshot
) -> None:
    weights, other = weights_on(view), View()
    weights.beside = cast(NetworkView, other)
    weights.show(snapshot_of(update=1), 0.0)
    other.is_drawing = True
    weights.refresh(snapshot_of(update=5), 1.0)
    assert view.shown == [1]
    other.is_drawing = False
    weights.refresh(snapshot_of(update=6), 1.0)
    assert view.shown == [1]
    weights.refresh(snapshot_of(update=6), 1.0)
    assert view.shown == [1, 6] and other.shown == []

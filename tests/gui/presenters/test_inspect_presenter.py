"""The inspector follows the pointer, and keeps what is pinned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QObject, Signal

from core.engine.snapshot import Snapshot
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.presenters.inspect_presenter import InspectPresenter

MakeSnapshot = Callable[..., Snapshot]


class View(QObject):
    """Stands for the network view: where the pointer is."""

    neuron_hovered = Signal(int, int)
    edge_hovered = Signal(int, int, int)
    hover_ended = Signal()
    pins_changed = Signal(object)

    def pin(self, what: object, beside: bool = False) -> None:
        """Let it go."""


class Details(QObject):
    """Stands for the list of terms: closed."""

    opened = Signal(bool)
    edge_chosen = Signal(int)
    gradient_check_wanted = Signal()
    is_open = False

    def show_gradient_check(self, check: None) -> None:
        """Nothing is proven."""


class Pins(QObject):
    """Stands for the cards of what else is pinned."""

    unpin_wanted = Signal(object)
    shows: tuple[Any, ...] = ()

    def show_pins(self, pins: Any) -> None:
        self.shows = tuple(what for what, _ in pins)


class Inspector:
    """Stands for the inspector: what it shows."""

    def __init__(self) -> None:
        self.shows: Any = None
        self.details = Details()
        self.pins = Pins()

    def show_nothing(self) -> None:
        self.shows = None

    def show_neuron(self, values: NeuronValues) -> None:
        self.shows = values

    def show_edge(self, values: EdgeValues, is_pinned: bool = False) -> None:
        self.shows = values


class Desk:
    def __init__(self) -> None:
        self.view, self.inspector = View(), Inspector()
        self.presenter = InspectPresenter(self.view, self.inspector, Mock())  # type: ignore[arg-type]
        self.pinned: list[bool] = []
        self.presenter.pinned.connect(lambda: self.pinned.append(True))

    def place(self) -> tuple[int, ...] | None:
        shows = self.inspector.shows
        if shows is None:
            return None
        if isinstance(shows, NeuronValues):
            return shows.layer, shows.index
        return shows.group, shows.source, shows.target


@pytest.fixture
def desk(qapp: Any, snapshot_of: MakeSnapshot) -> Desk:
    desk = Desk()
    desk.presenter.show_displayed_snapshot(snapshot_of(update=2))
    return desk


def test_pointing_before_there_is_a_network_shows_nothing(qapp: Any) -> None:
    desk = Desk()
    desk.view.neuron_hovered.emit(0, 0)
    assert desk.inspector.shows is None


def test_the_neuron_under_the_pointer_is_shown(desk: Desk) -> None:
    desk.view.neuron_hovered.emit(0, 2)
    assert desk.place() == (0, 2)
    assert desk.inspector.shows.update == 2


def test_the_connection_under_the_pointer_is_shown(desk: Desk) -> None:
    desk.view.edge_hovered.emit(1, 2, 1)
    assert desk.place() == (1, 2, 1)
    # Every weight of the snapshot of update 2 is 2.
    assert desk.inspector.shows.w == 2.0


def test_leaving_the_network_shows_nothing(desk: Desk) -> None:
    desk.view.neuron_hovered.emit(0, 2)
    desk.view.hover_ended.emit()
    assert desk.inspector.shows is None
    assert desk.pinned == []


def test_a_pinned_neuron_stays_when_the_pointer_leaves(desk: Desk) -> None:
    desk.view.neuron_hovered.emit(0, 1)
    desk.view.pins_changed.emit(((0, 1),))
    desk.view.hover_ended.emit()
    assert desk.place() == (0, 1)
    assert desk.pinned == [True]


def test_what_is_pointed_at_comes_before_what_is_pinned(desk: Desk) -> None:
    desk.view.pins_changed.emit(((0, 1),))
    desk.view.neuron_hovered.emit(1, 0)
    assert desk.place() == (1, 0)
    desk.view.hover_ended.emit()
    assert desk.place() == (0, 1)


def test_a_second_click_lets_it_go(desk: Desk) -> None:
    desk.view.pins_changed.emit(((0, 1),))
    desk.view.pins_changed.emit(())
    assert desk.inspector.shows is None
    assert desk.pinned == [True]


def test_another_click_pins_another(desk: Desk) -> None:
    desk.view.pins_changed.emit(((0, 1),))
    desk.view.pins_changed.emit(((1, 0),))
    assert desk.place() == (1, 0)


def test_what_else_is_pinned_stands_beside_it(desk: Desk) -> None:
    desk.view.pins_changed.emit(((0, 1), (1, 0, 1), (0, 2)))
    assert desk.place() == (0, 2)
    assert desk.inspector.pins.shows == ((0, 1), (1, 0, 1))
    desk.view.neuron_hovered.emit(1, 1)
    assert desk.place() == (1, 1)
    assert desk.inspector.pins.shows == ((0, 1), (1, 0, 1), (0, 2))
    desk.view.pins_changed.emit(((0, 1), (1, 0, 1)))
    assert desk.pinned == [True]


def test_a_pinned_connection_is_told(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 0, 1),))
    assert (desk.inspector.shows.group, desk.inspector.shows.source, desk.inspector.shows.target) == (1, 0, 1)


def test_the_numbers_move_on_with_the_training(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.view.edge_hovered.emit(0, 0, 0)
    desk.presenter.show_displayed_snapshot(snapshot_of(update=9))
    assert desk.inspector.shows.w == 9.0
    assert desk.inspector.shows.update == 9


def test_another_architecture_lets_go_of_what_may_not_be_there(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.view.pins_changed.emit(((0, 2),))
    desk.presenter.show_displayed_snapshot(snapshot_of(run=1, sizes=(4, 2, 2)))
    assert desk.inspector.shows is None


def test_other_weights_of_the_same_architecture_keep_what_is_pinned(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.view.pins_changed.emit(((0, 2),))
    desk.presenter.show_displayed_snapshot(snapshot_of(run=1))
    assert desk.place() == (0, 2)

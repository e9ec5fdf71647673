"""The inspector follows the pointer, and keeps what is pinned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QObject, Signal

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.presenters import inspect_presenter
from gui.presenters.inspect_presenter import InspectPresenter
from tests.core.engine.driver import ARCHITECTURE, CONFIG, headless
from tests.core.small_data import small_data

MakeSnapshot = Callable[..., Snapshot]


class View(QObject):
    """Stands for the network view: where the pointer is."""

    neuron_hovered = Signal(int, int)
    edge_hovered = Signal(int, int, int)
    weight_hovered = Signal(object)
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

    def show_has_filter(self, has_filter: bool) -> None:
        self.has_filter = has_filter

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


def test_what_the_picture_of_another_structure_still_shows_is_nothing_of_this_one(desk: Desk) -> None:
    desk.view.neuron_hovered.emit(0, 69)
    assert desk.place() is None
    desk.view.pins_changed.emit(((0, 1), (0, 69), (7, 0), (1, 69, 0), (7, 0, 0)))
    assert desk.place() == (0, 1)
    desk.view.edge_hovered.emit(1, 69, 0)
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


@pytest.mark.parametrize("what", [(2, 1, 0), (1, 1)])
def test_a_sorting_of_another_architecture_finds_nothing_of_the_one_before(
    desk: Desk, snapshot_of: MakeSnapshot, what: tuple[int, ...]
) -> None:
    desk.presenter.show_displayed_snapshot(snapshot_of(run=1, sizes=(4, 3, 3, 2)))
    desk.view.pins_changed.emit((what,))
    desk.view.pins_changed.emit(())
    desk.presenter.show_displayed_snapshot(snapshot_of(run=2, sizes=(4, 3)))
    desk.presenter.follow_permutation(())
    assert desk.place() is None


def test_other_weights_of_the_same_architecture_keep_what_is_pinned(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.view.pins_changed.emit(((0, 2),))
    desk.presenter.show_displayed_snapshot(snapshot_of(run=1))
    assert desk.place() == (0, 2)


# --- the loss slice of a connection: too slow to follow every update, so that it is of an update of its own


class OpenDetails(Details):
    """Stands for the list of terms, open: the connection that it was given last."""

    is_open = True
    neuron = edge = None

    def show_terms(self, *terms: Any) -> None:
        """The sum is none of this test's."""

    def show_edge(
        self,
        edge: Any,
        loss_slice: Any,
        steps: Any = None,
        slice_steps: Any = None,
        is_set_above: bool = False,
    ) -> None:
        self.loss_slice, self.steps, self.slice_steps = loss_slice, steps, slice_steps


class Sliced:
    """A presenter whose details show a connection of a training; its clock stands still."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(inspect_presenter, "perf_counter", lambda: self.now)
        # A slice takes no time here, and is due again only when a test says so.
        monkeypatch.setattr(inspect_presenter, "SHARE_OF_TIME", 1e-9)
        self.now = 0.0
        self.view, self.inspector = View(), Inspector()
        self.inspector.details = OpenDetails()
        self.presenter = InspectPresenter(self.view, self.inspector, Mock())  # type: ignore[arg-type]
        self.config = replace(CONFIG, schedule="step", schedule_period=2, schedule_factor=0.5)
        self.run = Run(0, Origin(ARCHITECTURE, self.config, DatasetSpec()), small_data())
        self.run.watched = True
        self.presenter.show_run(self.run.info())
        self.presenter.set_running(True)
        self.presenter.show_displayed_snapshot(self.run.snapshot())
        self.view.pins_changed.emit(((1, 2, 1),))

    def train(self, seconds: float = 0.0) -> None:
        self.run.advance()
        self.now += seconds
        self.presenter._loss_slice_due_s = self.now + (1.0 if not seconds else 0.0)
        self.presenter.show_displayed_snapshot(self.run.snapshot())

    def expected(self, update: int) -> tuple[float, float | None]:
        """-η·∂C/∂w after so many updates at the rate of the next one, and the ΔW of the last one."""
        trainer = headless(max(0, update - 1), config=self.config)
        before = trainer.network.layers[1].W[2, 1].copy()
        if update:
            trainer.step()
        example = self.run.sample.current
        gradient = trainer.trace(example.x, example.label).dW[1][2, 1]
        change = trainer.network.layers[1].W[2, 1] - before
        return -trainer.learning_rate * gradient, float(change) if update else None

    @property
    def details(self) -> Any:
        return self.inspector.details


@pytest.fixture
def sliced(monkeypatch: pytest.MonkeyPatch) -> Sliced:
    return Sliced(monkeypatch)


def test_a_loss_slice_carries_the_steps_of_its_own_update(sliced: Sliced) -> None:
    sliced.train(seconds=10.0)
    sliced.train()
    sliced.train()
    details = sliced.details
    assert details.loss_slice.update == 1
    assert details.slice_steps == pytest.approx(sliced.expected(1))
    # The words beside it are of the newest update, as the other numbers of the connection.
    assert details.steps == pytest.approx(sliced.expected(3))


def test_once_the_training_rests_the_loss_slice_is_of_the_update_on_screen(sliced: Sliced) -> None:
    for _ in range(3):
        sliced.train()
    assert sliced.details.loss_slice.update < 3
    sliced.presenter.set_running(False)
    assert sliced.details.loss_slice.update == 3
    assert sliced.details.slice_steps == sliced.details.steps == pytest.approx(sliced.expected(3))


def test_looking_back_the_step_is_of_the_rate_that_was_in_force_then(sliced: Sliced) -> None:
    sliced.train()
    then = sliced.run.snapshot()
    sliced.train()
    expected = sliced.expected(1)
    sliced.run.take(c.Reconfigure(replace(sliced.run.trainer.config, learning_rate=50.0)))
    sliced.presenter.show_run(sliced.run.info())
    sliced.presenter.set_running(False)
    sliced.presenter.show_displayed_snapshot(then)
    assert sliced.details.steps == sliced.details.slice_steps == pytest.approx(expected)


def test_a_step_is_never_made_with_another_runs_rate(sliced: Sliced) -> None:
    sliced.presenter.show_run(replace(sliced.run.info(), run=5))
    assert sliced.details.steps[0] is None

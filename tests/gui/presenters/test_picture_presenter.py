"""What is chosen to be seen of the network reaches the view, the state and the settings."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from gui.app.app_state import SWITCHES, StateStore
from gui.app.settings import Settings
from gui.presenters.picture_presenter import PicturePresenter


class Heard:
    """Stands for the view and for the network's presenter: writes down what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *values: self.asked.append((name, *values))


class Desk:
    """A presenter between two that listen."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.view, self.network = Heard(), Heard()
        self.settings, self.store = settings or Settings.in_memory(), StateStore()
        self.presenter = PicturePresenter(self.view, self.network, self.settings, self.store)  # type: ignore[arg-type]


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    return Desk()


def test_which_number_is_drawn_is_asked_of_the_network_and_kept_in_the_state(desk: Desk) -> None:
    desk.presenter.set_edge_value("gradient")
    assert desk.network.asked == [("set_edge_picture", "gradient")]
    assert desk.store.state.edge_value == "gradient"


@pytest.mark.parametrize(("budget", "asked"), [("4", 4), ("48", 48), ("all", None)])
def test_how_many_connections_are_drawn_is_remembered(desk: Desk, budget: str, asked: int | None) -> None:
    desk.presenter.set_edge_budget(budget)
    assert desk.network.asked == [("set_edge_budget", asked)]
    assert desk.store.state.edge_budget == desk.settings.edge_budget == budget


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("same_scale", "set_same_scale"),
        ("scales_locked", "set_scales_locked"),
        ("expanded", "expand"),
        ("preferred_classes", "set_preferred_classes"),
        ("tiles_of_example", "set_tiles_of_example"),
    ],
)
def test_a_switch_is_the_views_on_and_off_again(desk: Desk, name: str, verb: str) -> None:
    for on in (True, False):
        desk.presenter.toggle(name)
        assert getattr(desk.store.state, name) is on
    assert desk.view.asked == [(verb, True), (verb, False)] and desk.network.asked == []


def test_every_switch_of_the_state_can_be_switched(desk: Desk) -> None:
    for name in SWITCHES:
        before = getattr(desk.store.state, name)
        desk.presenter.toggle(name)
        assert getattr(desk.store.state, name) is not before, name


def test_signal_animations_travel_only_where_motion_is_not_reduced(desk: Desk) -> None:
    for name in ("waves", "waves", "reduced_motion", "waves", "reduced_motion"):
        desk.presenter.toggle(name)
    # On at first: off, on, reduced, off and reduced, off.
    moving = [False, True, False, False, False]
    assert desk.network.asked == [("set_signal_animation", on) for on in moving]


@pytest.mark.parametrize(("how", "verb"), [("in", "enlarge"), ("out", "reduce"), ("fit", "show_whole")])
def test_the_view_is_enlarged_reduced_and_shown_whole(desk: Desk, how: str, verb: str) -> None:
    desk.presenter.zoom(how)
    assert desk.view.asked == [(verb,)]


@pytest.mark.parametrize(
    ("waves", "reduced", "moving"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_what_was_chosen_last_time_is_taken_up(
    qapp: QApplication, waves: bool, reduced: bool, moving: bool
) -> None:
    settings = Settings.in_memory()
    settings.edge_budget, settings.waves, settings.reduced_motion = "8", waves, reduced
    desk = Desk(settings)
    desk.presenter.restore()
    state = desk.store.state
    assert (state.edge_budget, state.waves, state.reduced_motion) == ("8", waves, reduced)
    assert desk.network.asked == [("set_edge_budget", 8), ("set_signal_animation", moving)]

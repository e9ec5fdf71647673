"""Running, pausing and stepping, and the pace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from core.engine.commands import Pause, SetRate, Train, TrainEpoch
from gui.app.app_state import AppState, StateStore
from gui.app.speed_slider import FULL_SPEED, SLOW_MOTION_END, SpeedSlider, updates_per_second
from gui.presenters.transport_presenter import TransportPresenter


class Player(QObject):
    """Stands for the player of walkthroughs."""

    changed = Signal()
    is_wanted = is_frozen = is_playing = False
    walkthrough: object = None

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.phase_s: list[float] = []

    def set_phase_seconds(self, seconds: float) -> None:
        self.phase_s.append(seconds)

    def __getattr__(self, name: str) -> Any:
        if name not in ("start", "toggle", "next_phase", "previous_phase"):
            raise AttributeError(name)
        return lambda: self.told.append(name)


@dataclass
class Network:
    """Stands for the presenter of the network: what it was told."""

    is_walkthrough_mode: bool = False
    running: list[bool] = field(default_factory=list)
    player: Player = field(default_factory=Player)

    def set_running(self, running: bool) -> None:
        self.running.append(running)

    def set_walkthrough_mode(self, walkthrough_mode: bool) -> None:
        if self.is_walkthrough_mode and not walkthrough_mode:
            self.player.walkthrough = None
        self.is_walkthrough_mode = walkthrough_mode

    def leave_walkthrough(self) -> None:
        self.player.walkthrough, self.player.is_wanted = None, False


@dataclass
class Desk:
    presenter: TransportPresenter
    slider: SpeedSlider
    network: Network
    engine: Any
    store: StateStore

    @property
    def state(self) -> AppState:
        return self.store.state

    @property
    def position(self) -> int:
        slider = self.slider.findChild(QSlider)
        assert isinstance(slider, QSlider)
        return slider.value()


@pytest.fixture
def desk(qtbot: QtBot, engine: Any) -> Desk:
    slider = SpeedSlider()
    qtbot.addWidget(slider)
    network = Network()
    store = StateStore()
    presenter = TransportPresenter(slider, network, engine, store)  # type: ignore[arg-type]
    slider.speed_wanted.connect(presenter.set_speed)
    return Desk(presenter, slider, network, engine, store)


def test_the_same_key_runs_and_pauses(desk: Desk) -> None:
    desk.presenter.toggle_running()
    assert desk.engine.sent == [Train()]
    desk.presenter.show_running(True)
    desk.presenter.toggle_running()
    assert desk.engine.sent == [Train(), Pause()]


def test_it_runs_only_once_the_engine_says_so(desk: Desk) -> None:
    desk.presenter.toggle_running()
    assert not desk.state.running
    desk.presenter.show_running(True)
    assert desk.state.running and desk.network.running == [True]


def test_what_the_engine_tells_is_no_command(desk: Desk) -> None:
    desk.presenter.show_running(True)
    desk.presenter.show_running(False)
    assert desk.engine.sent == []


def test_a_step_is_one_update(desk: Desk) -> None:
    desk.presenter.step()
    assert desk.engine.sent == [Train(updates=1)]


def test_a_step_while_it_runs_pauses_first(desk: Desk) -> None:
    desk.presenter.show_running(True)
    desk.presenter.step()
    assert desk.engine.sent == [Pause(), Train(updates=1)]


def test_a_step_in_slow_motion_is_told(desk: Desk) -> None:
    desk.presenter.set_speed(0)
    desk.engine.sent.clear()
    desk.presenter.step()
    assert desk.network.player.told == ["start"] and desk.engine.sent == []
    # Once it is under way, the same key goes on to its next phase.
    desk.network.player.is_wanted = True
    desk.presenter.step()
    assert desk.network.player.told == ["start", "next_phase"] and desk.engine.sent == []


def test_space_stops_a_walkthrough_that_was_begun_by_a_step_and_trains_nothing(desk: Desk) -> None:
    desk.network.player.is_wanted = True
    desk.presenter.toggle_running()
    desk.presenter.toggle_running()
    assert desk.network.player.told == ["toggle", "toggle"] and desk.engine.sent == []


def test_while_a_walkthrough_plays_the_button_pauses(desk: Desk) -> None:
    for is_playing in (True, False):
        desk.network.player.is_playing = is_playing
        desk.network.player.changed.emit()
        assert desk.state.playing is is_playing


def test_phase_by_phase_nothing_is_trained(desk: Desk) -> None:
    desk.presenter.show_running(True)
    desk.presenter.go_to_phase(1)
    desk.presenter.show_running(False)
    desk.presenter.go_to_phase(-1)
    assert desk.engine.sent == [Pause()]
    assert desk.network.player.told == ["next_phase", "previous_phase"]


def test_the_way_to_the_end_of_the_epoch_is_not_told(desk: Desk) -> None:
    desk.presenter.set_speed(0)
    desk.presenter.step_epoch()
    assert not desk.network.is_walkthrough_mode
    assert desk.engine.sent[-1] == TrainEpoch()
    assert 20 <= (updates_per_second(desk.state.speed) or 0) <= 60


@pytest.mark.parametrize(
    ("position", "rate"), [(0, 0.0), (20, 0.0), (21, 1.0), (FULL_SPEED - 1, 1000.0), (FULL_SPEED, None)]
)
def test_each_end_of_the_slider_has_its_rate(desk: Desk, position: int, rate: float | None) -> None:
    desk.presenter.set_speed(position)
    command = desk.engine.sent[-1]
    assert isinstance(command, SetRate)
    assert command.updates_per_second == (None if rate is None else pytest.approx(rate))
    assert desk.network.is_walkthrough_mode == (position <= SLOW_MOTION_END)
    assert desk.position == position


def test_moving_the_slider_sets_the_pace_once(desk: Desk, qtbot: QtBot) -> None:
    slider = desk.slider.findChild(QSlider)
    assert isinstance(slider, QSlider)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert desk.engine.kinds() == [SetRate]
    assert desk.state.speed == slider.value()


def test_within_slow_motion_the_sliders_place_is_the_walkthroughs_pace(desk: Desk) -> None:
    for position in (0, 10, 20, 21):
        desk.presenter.set_speed(position)
    # From 2 s to 0.5 s a phase: half way in positions is half way in powers. Beyond it, the pace that one can read at.
    assert desk.network.player.phase_s == pytest.approx([2.0, 1.0, 0.5, 2.0])


def test_one_key_goes_to_full_speed_and_back(desk: Desk) -> None:
    desk.presenter.set_speed(37)
    desk.presenter.toggle_full_speed()
    assert desk.state.is_full_speed and desk.position == FULL_SPEED
    desk.presenter.toggle_full_speed()
    assert desk.state.speed == 37


@pytest.mark.parametrize("speed", [0, 60])
def test_full_speed_ends_a_walkthrough_that_is_held_and_says_so(desk: Desk, speed: int) -> None:
    left: list[None] = []
    desk.presenter.walkthrough_left.connect(lambda: left.append(None))
    desk.presenter.set_speed(speed)
    desk.network.player.walkthrough, desk.network.player.is_wanted = object(), True
    desk.presenter.toggle_full_speed()
    assert desk.network.player.walkthrough is None and len(left) == 1
    # Then Space trains, at full speed.
    desk.engine.sent.clear()
    desk.presenter.toggle_running()
    assert desk.engine.sent == [Train()]


def test_a_walkthrough_that_goes_on_as_training_ends_without_a_word(desk: Desk) -> None:
    left: list[None] = []
    desk.presenter.walkthrough_left.connect(lambda: left.append(None))
    desk.presenter.set_speed(0)
    desk.presenter.show_running(True)
    desk.network.player.walkthrough = object()
    desk.presenter.toggle_full_speed()
    assert desk.network.player.walkthrough is None and left == []


def test_another_speed_leaves_a_walkthrough_that_was_begun_by_its_key_as_it_is(desk: Desk) -> None:
    walkthrough = desk.network.player.walkthrough = object()
    desk.presenter.set_speed(60)
    desk.presenter.change_speed(5)
    assert desk.network.player.walkthrough is walkthrough


def test_full_speed_twice_still_knows_the_way_back(desk: Desk) -> None:
    desk.presenter.set_speed(37)
    desk.presenter.set_speed(FULL_SPEED)
    desk.presenter.set_speed(FULL_SPEED)
    desk.presenter.toggle_full_speed()
    assert desk.state.speed == 37


def test_a_session_begun_at_full_speed_comes_back_to_the_usual_pace(desk: Desk) -> None:
    desk.presenter.set_speed(FULL_SPEED)
    desk.presenter.toggle_full_speed()
    assert 20 <= (updates_per_second(desk.state.speed) or 0) <= 60


@pytest.mark.parametrize("position", [-5, 1000])
def test_a_speed_beyond_the_slider_is_brought_onto_it(desk: Desk, position: int) -> None:
    # A settings file may say anything.
    desk.presenter.set_speed(position)
    assert 0 <= desk.state.speed <= FULL_SPEED
    assert desk.position == desk.state.speed
    assert desk.network.is_walkthrough_mode == (desk.state.speed == 0)

"""The status bar: what the picture is a picture of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.engine.messages import GradientComputed
from core.engine.snapshot import Snapshot
from gui.presenters import status_presenter
from gui.presenters.status_presenter import StatusPresenter

MakeSnapshot = Callable[..., Snapshot]


@dataclass
class Network:
    """Stands for the presenter of the network: what is on screen."""

    displayed: Snapshot | None = None
    weights: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(update=-1, stand_for=1))
    is_walkthrough_mode: bool = False
    is_in_walkthrough: bool = False

    def shows(self, snapshot: Snapshot, stand_for: int = 1) -> None:
        self.displayed = snapshot
        self.weights.update, self.weights.stand_for = snapshot.update, stand_for


class Clock:
    """Stands for the frame clock."""

    def __init__(self) -> None:
        self.movers: list[Any] = []

    def add(self, mover: Any) -> None:
        self.movers.append(mover)


class Desk:
    def __init__(self, label: QLabel, now: list[float]) -> None:
        self.label, self.network, self.clock, self.now = label, Network(), Clock(), now
        self.presenter = StatusPresenter(label, self.network, self.clock)  # type: ignore[arg-type]

    @property
    def text(self) -> str:
        return self.label.text()

    def show(self, snapshot: Snapshot, stand_for: int = 1) -> None:
        self.network.shows(snapshot, stand_for)
        self.presenter.show_snapshot(snapshot)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    label = QLabel()
    qtbot.addWidget(label)
    now = [100.0]
    monkeypatch.setattr(status_presenter, "perf_counter", lambda: now[0])
    return Desk(label, now)


def test_before_there_is_a_picture_nothing_is_said_of_it(desk: Desk) -> None:
    desk.presenter.set_running(False)
    assert desk.text == ""


def test_at_rest_the_update_and_the_epoch_are_said_at_once(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.show(snapshot_of(update=12_345, epoch=6))
    assert "update 12,345" in desk.text
    assert "epoch 6" in desk.text
    assert "updates/s" not in desk.text


def test_the_rate_is_updates_by_seconds(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.set_running(True)
    for update in (0, 30, 60):
        desk.show(snapshot_of(update=update))
        desk.now[0] += 1.0
    desk.now[0] -= 1.0
    desk.presenter.work(8.0)
    # 60 updates in 2 seconds.
    assert "30 updates/s" in desk.text


def test_no_rate_is_said_once_the_training_rests(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.set_running(True)
    for update in (0, 30, 60):
        desk.show(snapshot_of(update=update))
        desk.now[0] += 1.0
    desk.presenter.set_running(False)
    assert "updates/s" not in desk.text


def test_another_runs_updates_make_no_rate(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.presenter.set_running(True)
    desk.show(snapshot_of(update=5000, run=0))
    desk.now[0] += 1.0
    desk.show(snapshot_of(update=0, run=1))
    desk.presenter.work(8.0)
    assert "update 0" in desk.text and "updates/s" not in desk.text


def test_how_many_updates_a_picture_stands_for_is_said(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.show(snapshot_of(update=1000), stand_for=250)
    assert "weights of update 1,000, showing 1 of 250" in desk.text
    # One picture of one update does not make it every update; a second of them does.
    desk.show(snapshot_of(update=1001), stand_for=1)
    assert "showing 1 of 250" in desk.text
    desk.now[0] += 1.1
    desk.show(snapshot_of(update=1002), stand_for=1)
    assert "every update is shown" in desk.text


def test_an_older_signal_is_said_to_be_older(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    scene = snapshot_of(update=990)
    desk.network.displayed = scene
    desk.network.weights.update = 1000
    desk.presenter.show_snapshot(snapshot_of(update=1000))
    assert "signal and gradient of update 990" in desk.text


def test_signal_and_weights_of_one_update_need_no_further_word(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.show(snapshot_of(update=1000))
    assert "signal and gradient" not in desk.text


def test_while_an_update_is_told_the_line_says_which(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(update=41, position=2)
    desk.network.shows(snapshot)
    desk.network.is_in_walkthrough = True
    desk.presenter.show_walkthrough(GradientComputed(snapshot, 32, 0.7, snapshot.parameters))
    # The 42nd update is told, the 3rd of its examples is shown: people count from 1.
    assert "telling update 42: the mean of 32 examples; shown: number 3" in desk.text


def test_a_watched_digit_has_no_place_in_the_told_batch(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(update=41, origin="test")
    desk.network.shows(snapshot)
    desk.network.is_in_walkthrough = True
    desk.presenter.show_walkthrough(GradientComputed(snapshot, 32, 0.7, snapshot.parameters))
    assert "number" not in desk.text


def test_a_running_training_writes_the_line_a_few_times_a_second(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.set_running(True)
    desk.show(snapshot_of(update=1))
    desk.now[0] += 1.0
    desk.presenter.work(8.0)
    assert "update 1" in desk.text
    desk.show(snapshot_of(update=2))
    desk.presenter.work(8.0)
    assert "update 1" in desk.text
    assert desk.presenter.move(0.0), "the line is owed, so another frame is wanted"
    desk.now[0] += 1.0
    desk.presenter.work(8.0)
    assert "update 2" in desk.text
    assert not desk.presenter.move(0.0)


def test_it_is_driven_by_the_clock(desk: Desk) -> None:
    assert desk.clock.movers == [desk.presenter]


def test_before_the_digits_are_loaded_the_clock_may_rest(desk: Desk) -> None:
    desk.presenter.work(8.0)
    assert not desk.presenter.move(0.0)

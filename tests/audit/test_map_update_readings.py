"""In the real window ribbons and kernels are of the update that is said, at rest, while it trains and step by step."""

from __future__ import annotations

from typing import Any

import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import Pause, Train
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.app import commands as c
from tests.audit.desk import Desk
from tests.audit.map_update_readings import read_maps
from tests.audit.report import Report

LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, stride=2, padding=1, activation="tanh", picture=(16, 16)),
    MaxPool2d(2),
    Conv2d(4, 3, padding=1, activation="tanh"),
    Dense(10, "softmax"),
)
PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")


@pytest.fixture
def of_maps(desk: Desk) -> Desk:
    for command in (
        c.SetArchitecture(Architecture(LAYERS, seed=3)),
        c.SetConfig("optimizer", "sgd"),
        c.SetConfig("learning_rate", 0.3),
    ):
        issue(desk, command)
        desk.rest()
    assert (desk.trainer.config.optimizer, desk.trainer.config.learning_rate) == ("sgd", 0.3)
    return desk


def issue(desk: Desk, *commands: object) -> None:
    for command in commands:
        desk.composition.dispatcher.issue(command)
        desk.pass_time(0.1, 0.1)


def read(desk: Desk) -> Report:
    report = Report()
    read_maps(desk, report)
    assert desk.failures == []
    assert report.differences == []
    return report


def test_before_an_update_after_it_after_an_edit_and_after_undo(of_maps: Desk) -> None:
    desk, read_kinds = of_maps, set()
    for is_known in (False, True, False, False):
        for picture in PICTURES:
            issue(desk, c.Choose("edge_value", picture))
            if is_known:
                issue(desk, c.MakeUpdate())
            desk.rest()
            report = read(desk)
            read_kinds |= set(report.read)
            is_of_update = picture in ("mean_gradient", "change")
            assert bool(report.read["unknown"]) == (is_of_update and not is_known)
        if is_known:
            place = ParameterLocation(0, 0, 0)
            desk.composition.edits._on_value_wanted(place, 1.2, False)
        else:
            desk.window.undo_stack.undo()
        desk.rest()
    assert {f"kernel {kind}" for kind in ("weight", "mean_gradient", "change")} <= read_kinds


@pytest.mark.parametrize("picture", ["weight", "signal", "change"])
def test_while_it_trains(of_maps: Desk, picture: str) -> None:
    desk, apart = of_maps, set()
    issue(desk, c.Choose("edge_value", picture), Train())
    desk.set_rate(40.0)
    for _ in range(5):
        desk.pass_time(0.3)
        # The picture is of what is said of it once it is drawn.
        desk.let_edges_be_drawn()
        read(desk)
        apart.add(desk.network.weights.update - desk.frame.displayed_snapshot.update)
    # A signal on its way is of an older update.
    assert max(apart) > 0
    issue(desk, Pause())
    desk.rest()
    read(desk)


def test_in_every_phase_of_a_walkthrough(of_maps: Desk) -> None:
    desk, moments = of_maps, set()
    issue(desk, c.SetSpeed(0), c.MakeUpdate())
    for _ in range(60):
        desk.pass_time(1.0, 0.5)
        desk.let_edges_be_drawn()
        read(desk)
        moments.add((desk.frame.animation.phase, desk.network.weights.update))
        if not desk.network.is_in_walkthrough and desk.displayed.update == 1:
            break
    assert {("forward", 0), ("backward", 0), ("change", 1), ("rest", 1)} <= moments

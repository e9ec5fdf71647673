"""The status bar: what the picture is a picture of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.messages import GradientComputed
from core.engine.snapshot import Snapshot
from gui.app.app_state import AppState
from gui.presenters import status_presenter
from gui.presenters.status_presenter import StatusPresenter
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.picture_page import PicturePage

MakeSnapshot = Callable[..., Snapshot]


class Player(QObject):
    """Stands for the player of walkthroughs."""

    nothing_before = Signal()
    is_playing = False


@dataclass
class Weights:
    """All that were given are drawn at once."""

    update: int = -1

    @property
    def seen(self) -> SimpleNamespace | None:
        return SimpleNamespace(update=self.update) if self.update >= 0 else None


@dataclass
class Network:
    """Stands for the presenter of the network: what is on screen."""

    displayed: Snapshot | None = None
    weights: Weights = field(default_factory=lambda: Weights())
    on_screen: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(is_owed=False))
    is_walkthrough_mode: bool = False
    is_in_walkthrough: bool = False
    player: Player = field(default_factory=Player)

    def shows(self, snapshot: Snapshot) -> None:
        self.displayed = snapshot
        self.weights.update = snapshot.update


class Clock:
    """Stands for the frame clock."""

    def __init__(self) -> None:
        self.movers: list[Any] = []

    def add(self, mover: Any) -> None:
        self.movers.append(mover)


class Desk:
    def __init__(self, label: FittingLabel, now: list[float]) -> None:
        self.label, self.network, self.clock, self.now = label, Network(), Clock(), now
        self.marks_idle = True
        self.presenter = StatusPresenter(label, self.network, self.clock, lambda: self.marks_idle)  # type: ignore[arg-type]

    @property
    def text(self) -> str:
        return self.label.text()

    def show(self, snapshot: Snapshot) -> None:
        self.network.shows(snapshot)
        self.presenter.show_snapshot(snapshot)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    label = FittingLabel("status_label")
    label.resize(2000, 20)
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
    assert "epochs done: 6" in desk.text
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


def test_while_it_runs_the_line_says_how_many_updates_are_shown_on_average(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.set_running(True)
    for update in (1000, 1250, 1350):
        desk.show(snapshot_of(update=update))
        desk.now[0] += 0.3
        desk.presenter.move(0.0)
        desk.presenter.work(8.0)
    # 350 updates, 2 pictures; a run's first stands for none.
    assert "1 update in 175 is shown" in desk.text
    desk.now[0] += 1.1
    desk.show(snapshot_of(update=1351))
    desk.presenter.work(8.0)
    assert "every update is shown" in desk.text


def test_once_it_rests_nothing_is_said_of_updates_that_were_not_shown(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.set_running(True)
    desk.show(snapshot_of(update=1000))
    desk.presenter.set_running(False)
    desk.show(snapshot_of(update=1250))
    assert "shown" not in desk.text


def test_at_rest_nothing_is_said_of_a_moment_before_its_picture_is_seen(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.set_running(False)
    desk.show(snapshot_of(update=155))
    before = desk.text
    desk.network.on_screen.is_owed = True
    desk.presenter.show_snapshot(snapshot_of(update=156))
    assert desk.text == before and "155" in before
    # Nor in another language, nor as the training starts.
    desk.presenter.show()
    desk.presenter.set_running(True)
    desk.presenter.set_running(False)
    assert desk.text == before
    desk.network.shows(snapshot_of(update=156))
    desk.network.on_screen.is_owed = False
    desk.presenter.show_displayed()
    assert "update 156" in desk.text and "155" not in desk.text


def test_parts_of_different_updates_are_named_one_by_one(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.network.displayed = snapshot_of(update=155)
    desk.network.weights.update = 201
    desk.presenter.show_snapshot(snapshot_of(update=201))
    assert "weights: update 201  ·  signal: update 155" in desk.text
    desk.show(snapshot_of(update=201))
    assert "signal" not in desk.text and "weights" not in desk.text


def test_where_nothing_shows_a_weight_one_moment_is_named_and_its_pictures_are_counted(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.presenter.set_running(True)
    # Whatever weights the picture is given: -1, as no mark shows any.
    for displayed, newest in ((460, 520), (590, 651), (590, 674), (590, 692)):
        desk.network.displayed = snapshot_of(update=displayed)
        desk.presenter.show_snapshot(snapshot_of(update=newest))
        desk.now[0] += 0.3
        desk.presenter.move(0.0)
        desk.presenter.work(8.0)
    assert "weights" not in desk.text and "signal: update 590" in desk.text
    assert "1 update in 130 is shown" in desk.text
    # At rest all is of the last update.
    desk.presenter.set_running(False)
    desk.network.displayed = snapshot_of(update=692)
    desk.presenter.show_snapshot(snapshot_of(update=692))
    desk.presenter.show_neuron_statistics(statistics(692))
    assert "signal" not in desk.text and "neurons" not in desk.text and "shown" not in desk.text


def statistics(update: int, flat_share: float = 1.0, run: int = 0) -> NeuronStatistics:
    flat = np.array([0.0, flat_share])
    return NeuronStatistics(run, update, 100, ("relu",), (flat,), (np.zeros((10, 2)),))


def test_beside_another_network_the_marks_name_whose_they_are(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    desk.show(snapshot_of(update=1000))
    desk.presenter.show_neuron_statistics(statistics(800))
    desk.presenter.show_beside(True, (700, 900))
    assert desk.text.endswith(
        "dead and saturated neurons of A: update 800  ·  dead and saturated neurons of B: update 700"
    )
    # Of the very weights that B shows it goes without saying, as it does where none are marked.
    desk.presenter.show_beside(True, (900, 900))
    assert " of B" not in desk.text and " of A: update 800" in desk.text
    desk.presenter.show_beside(False)
    assert desk.text.endswith("dead and saturated neurons: update 800")


def test_what_is_marked_of_the_neurons_is_of_an_update_of_its_own(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.show(snapshot_of(update=1000))
    desk.presenter.show_neuron_statistics(statistics(700, flat_share=0.5))
    assert "700" not in desk.text, "nothing is marked: no neuron is dead"
    desk.presenter.show_state(AppState(), AppState(preferred_classes=True))
    assert desk.text.endswith("favourite classes: update 700")
    desk.presenter.show_state(AppState(preferred_classes=True), AppState())
    desk.presenter.show_neuron_statistics(statistics(800))
    assert desk.text.endswith("dead and saturated neurons: update 800")
    # As where the neurons are too small for signs, and the layers' heads are numbers.
    desk.marks_idle = False
    desk.presenter.show_neuron_statistics(statistics(800))
    assert "neurons" not in desk.text, "nothing of them is seen"
    desk.marks_idle = True
    desk.presenter.show_neuron_statistics(statistics(1000))
    assert "neurons" not in desk.text
    desk.presenter.show_neuron_statistics(statistics(900, run=3))
    assert "neurons" not in desk.text, "another run's marks are not on screen"


def test_while_an_update_is_told_the_line_says_which(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(update=41, position=2)
    desk.network.shows(snapshot)
    desk.network.is_in_walkthrough = True
    desk.presenter.show_walkthrough(GradientComputed(snapshot, 32, 0.7, snapshot.parameters))
    # The 42nd update is told, the 3rd of its examples is shown: people count from 1.
    assert "telling update 42: the mean of 32 examples; shown: number 3" in desk.text
    of_all = snapshot_of(update=41, position=3291)
    desk.presenter.show_walkthrough(GradientComputed(of_all, 6000, 0.7, snapshot.parameters))
    assert "the mean of 6,000 examples; shown: number 3,292, its largest C" in desk.text


@pytest.mark.parametrize(
    ("count", "of"),
    [(1, "telling update 42: of one example"), (32, "telling update 42: the mean of 32 examples")],
)
def test_an_example_that_was_chosen_is_not_taken_for_one_of_the_batch(
    desk: Desk, snapshot_of: MakeSnapshot, count: int, of: str
) -> None:
    desk.network.is_in_walkthrough = True
    for origin, shown in (
        ("train", "; shown: the one chosen, which need not be in it"),
        ("test", "; shown: one that is not trained on"),
        ("drawing", "; shown: one that is not trained on"),
    ):
        snapshot = snapshot_of(update=41)
        snapshot = replace(snapshot, example=replace(snapshot.example, origin=origin, position=None))
        desk.network.shows(snapshot)
        desk.presenter.show_walkthrough(GradientComputed(snapshot, count, 0.7, snapshot.parameters))
        assert of + shown in desk.text


def test_an_example_that_was_chosen_is_one_of_a_batch_of_all(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(update=41)
    desk.network.is_in_walkthrough = True
    desk.network.shows(snapshot)
    count = snapshot.data.train_count
    desk.presenter.show_walkthrough(GradientComputed(snapshot, count, 0.7, snapshot.parameters))
    assert f"the mean of {count:,} examples; shown: the one chosen of them" in desk.text


def test_a_walkthrough_that_stands_still_says_how_it_goes_on(desk: Desk, snapshot_of: MakeSnapshot) -> None:
    snapshot = snapshot_of(update=41)
    desk.network.shows(snapshot)
    desk.network.is_in_walkthrough = True
    desk.presenter.show_walkthrough(GradientComputed(snapshot, 32, 0.7, snapshot.parameters))
    assert "held: Page Down shows the next phase, Space goes on" in desk.text
    # Where there is no room for both, how it goes on is said.
    width = desk.label.fontMetrics().horizontalAdvance(desk.text)
    desk.label.resize(width - 200, 20)
    desk.presenter.show()
    assert "held: Page Down" in desk.text and "telling" not in desk.text
    desk.label.resize(2000, 20)
    desk.network.player.is_playing = True
    desk.presenter.show()
    assert "held" not in desk.text
    desk.network.player.is_playing = False
    desk.presenter.set_running(True)
    assert "held" not in desk.text


def test_where_a_page_covers_the_update_the_line_names_the_keys_that_work_there(
    desk: Desk, snapshot_of: MakeSnapshot, qtbot: QtBot
) -> None:
    class Steps(PicturePage):
        has_steps = True

    covering, leading = PicturePage("covering"), Steps("leading")
    for page in (covering, leading):
        qtbot.addWidget(page)
    snapshot = snapshot_of(update=41)
    desk.network.shows(snapshot)
    desk.network.is_in_walkthrough = True
    desk.presenter.show_walkthrough(GradientComputed(snapshot, 32, 0.7, snapshot.parameters))
    texts = []
    for page_shown in (covering, leading, None):
        desk.presenter.show_page(page_shown)
        texts.append(next(part for part in desk.text.split("  ·  ") if part.startswith("held")))
    assert texts == [
        "held: Space goes on, Esc leads back to it",
        "held: Esc leads back to it",
        "held: Page Down shows the next phase, Space goes on",
    ]
    desk.network.is_in_walkthrough = False
    for tell in (desk.presenter.show_walkthrough_left, desk.network.player.nothing_before.emit):
        tell()
        for page in (covering, leading):
            desk.presenter.show_page(page)
            assert "Page Down" not in desk.text and ("walkthrough left" in desk.text) != (
                "no phase to go back to" in desk.text
            )
            assert ("Space" in desk.text) == (page is covering and "left" in desk.text)
        desk.presenter.show_page(None)
        assert "Page Down begins the next update" in desk.text


def test_of_a_picture_that_a_page_covers_no_update_is_named(
    desk: Desk, snapshot_of: MakeSnapshot, qtbot: QtBot
) -> None:
    page = PicturePage("page")
    qtbot.addWidget(page)
    desk.presenter.set_running(True)
    for update in (147, 155):
        desk.show(snapshot_of(update=update))
        desk.presenter.move(0.0)
    desk.network.weights.update = 201
    desk.presenter.show_snapshot(snapshot_of(update=201))
    desk.presenter.show_neuron_statistics(statistics(80))
    desk.presenter.show_page(page)
    assert "update 201" in desk.text
    for covered in ("weights", "signal", "neurons", "shown"):
        assert covered not in desk.text
    desk.presenter.show_page(None)
    for seen in ("weights: update 201", "signal: update 155", "neurons: update 80", "is shown"):
        assert seen in desk.text


def test_where_there_is_no_phase_before_the_line_says_so_until_the_next_update(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.show(snapshot_of(update=7, epoch=0))
    desk.network.player.nothing_before.emit()
    assert "no phase to go back to: Page Down begins the next update" in desk.text
    desk.presenter.set_running(False)
    assert "no phase to go back to" in desk.text
    desk.show(snapshot_of(update=8, epoch=0))
    assert "no phase to go back to" not in desk.text


def test_it_says_that_another_speed_has_ended_the_walkthrough_until_something_else_happens(
    desk: Desk, snapshot_of: MakeSnapshot
) -> None:
    desk.show(snapshot_of(update=7, epoch=0))
    desk.presenter.show_walkthrough_left()
    assert "walkthrough left: Space trains, Page Down begins the next update" in desk.text
    desk.show(snapshot_of(update=8, epoch=0))
    assert "walkthrough left" not in desk.text


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


def test_a_layout_without_the_line_is_told_of_which_update_the_picture_is(
    desk: Desk, snapshot_of: MakeSnapshot, qtbot: QtBot
) -> None:
    desk.presenter.set_running(True)
    with qtbot.waitSignal(desk.presenter.pictured) as pictured:
        desk.show(snapshot_of(update=1000))
        desk.now[0] += 1.0
        desk.presenter.work(8.0)
    assert pictured.args == [1000, 1000]

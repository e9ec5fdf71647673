"""What the network view is told, and when: signal animations, walkthroughs, runs that come and go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.data.dataset import Dataset
from core.engine.commands import AcknowledgeSnapshot, ApplyUpdate, ComputeGradient, NextTrainingSample
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshots import take_snapshot
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from gui.app.frame_clock import FrameClock
from gui.network.animation.timeline import AnimationState
from gui.network.painting.preparation import Preparation
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.settling import TURN_MS


class View(QObject):
    """A view that only remembers what it was told last."""

    def __init__(self) -> None:
        super().__init__()
        self.displayed_snapshot: Snapshot | None = None
        self.card: Snapshot | None = None
        self.weights: Snapshot | None = None
        self.animation = AnimationState()
        self.walkthrough = ""
        self.gradient_kind = ""
        self.change: object = None
        self.pulses = True
        self.painted = 0
        self.edge_picture = "weight"
        self.weights_drawn: Snapshot | None = None
        self.is_behind = self.is_covered = False
        self.is_visible = True
        self.steps = 0
        self.preparation = Preparation(lambda: None)

    def prepare(self) -> None:
        if self.steps:
            self.preparation.begin(iter([None] * self.steps))

    def set_edge_picture(self, picture: str) -> None:
        self.edge_picture = picture

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        self.displayed_snapshot = snapshot
        self.preparation.once_released(lambda: setattr(self, "card", snapshot))

    def show_permuted(self, snapshot: Snapshot) -> None:
        self.show_displayed_snapshot(snapshot)

    def show_weights(self, snapshot: Snapshot) -> None:
        self.weights = snapshot

    def show_gradient(self, gradient: object, kind: str, mean_db: object = None) -> None:
        self.gradient_kind = kind

    def show_change(self, change: object) -> None:
        self.change = change

    def show_animation_state(self, animation: AnimationState) -> None:
        self.animation = animation

    def show_walkthrough(self, text: str, without_keys: str | None = None) -> None:
        self.walkthrough = text

    def set_pulses(self, on: bool) -> None:
        self.pulses = on

    def set_edge_budget(self, budget: int | None) -> None:
        pass

    def settle(self) -> None:
        """Nothing is drawn here."""

    def has_work(self) -> bool:
        return False

    def work(self, budget_ms: float) -> bool:
        return False

    def updatesEnabled(self) -> bool:
        return not self.is_covered

    def isVisible(self) -> bool:
        return self.is_visible

    @property
    def keeps_old(self) -> bool:
        return self.is_behind or self.preparation.is_under_way

    def update(self) -> None:
        self.painted += 1

    update_frame = update


@dataclass
class Desk:
    """The presenter between a view that remembers and commands that are counted."""

    view: View
    presenter: NetworkPresenter
    engine: Any
    now_s: float = field(default_factory=perf_counter)

    def pass_s(self, seconds: float) -> None:
        """Let frames of 50 ms go by."""
        for _ in range(round(seconds / 0.05)):
            self.now_s += 0.05
            self.presenter.move(self.now_s)

    @property
    def asked(self) -> list[type]:
        """The kinds of what was sent, but for acknowledgements."""
        return [kind for kind in self.engine.kinds() if kind is not AcknowledgeSnapshot]


@pytest.fixture
def desk(qtbot: QtBot, engine: Any) -> Iterator[Desk]:
    view, clock = View(), FrameClock()
    presenter = NetworkPresenter(view, engine, clock)  # type: ignore[arg-type]
    yield Desk(view, presenter, engine)
    clock.stop()


def trained(updates: int = 0, sizes: tuple[int, ...] = (6, 5, 4, 3)) -> Trainer:
    rng = np.random.default_rng(0)
    X = (rng.random((40, sizes[0])) < 0.5).astype(np.uint8)
    y = rng.integers(0, sizes[-1], 40)
    data = Dataset(X, y, X, y, tuple("abc"))
    trainer = Trainer(Network.dense(sizes), data, TrainingConfig(batch_size=8))
    for _ in range(updates):
        trainer.step()
    return trainer


def moment_of(
    trainer: Trainer, run: int = 0, row: int = 0, origin: str = "train", label: int | None = 0
) -> Snapshot:
    x = trainer.dataset.X_train[row].astype(np.float32)
    return take_snapshot(run, trainer, Example(x, label, origin, row), [0.5])


def told(trainer: Trainer, run: int = 0) -> tuple[GradientComputed, UpdateApplied]:
    trainer.accumulate_gradient()
    network, mean = trainer.network, float(trainer.batch_losses.mean())
    opened = GradientComputed(moment_of(trainer, run), 8, mean, network.gradients.copy())
    old = network.parameters.copy()
    trainer.apply_update()
    return opened, UpdateApplied(moment_of(trainer, run), network.parameters - old, 0.4)


def test_another_digit_is_told_by_a_signal_animation_and_then_rests(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.pass_s(0.2)
    assert desk.view.animation.phase == "forward"
    assert desk.view.animation.revealed < 3
    desk.pass_s(3)
    assert desk.view.animation == AnimationState()


def test_what_moves_waits_for_the_picture_of_its_example(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.view.is_behind = True
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.pass_s(1)
    assert (desk.view.animation.phase, desk.view.animation.progress) == ("forward", 0)
    desk.view.is_behind = False
    desk.pass_s(0.2)
    assert desk.view.animation.phase == "forward" and desk.view.animation.progress > 0
    desk.pass_s(3)
    assert desk.view.animation == AnimationState()


@pytest.mark.parametrize(("origin", "steps"), [("train", 2), ("drawing", 0)])
def test_beside_a_training_what_stands_on_the_edges_is_prepared_before_it_is_painted(
    desk: Desk, origin: str, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But a drawing follows the pen at once."""
    monkeypatch.setattr("gui.network.painting.preparation.perf_counter", lambda: 100.0)
    trainer, presenter, preparation = trained(), desk.presenter, desk.view.preparation
    presenter.set_running(True)
    presenter.show_snapshot(moment_of(trainer, origin=origin))
    desk.view.steps = 2
    trainer.step()
    presenter.show_snapshot(moment_of(trainer, origin=origin))
    desk.pass_s(0.3)
    assert preparation.is_under_way == presenter.has_work(desk.now_s) == (steps > 0)
    taken = 0
    while presenter.work(0.0):
        painted, taken = desk.view.painted, taken + 1
        assert presenter.move(desk.now_s) and desk.view.painted == painted + 1
    assert taken == (steps + 1 if steps else 0) and not presenter.has_work(desk.now_s)
    painted = desk.view.painted
    presenter.move(desk.now_s)
    assert desk.view.painted == painted


def test_beside_another_network_nothing_is_put_off(desk: Desk) -> None:
    """Both pictures are of the same moment."""
    trainer = trained()
    desk.presenter.set_running(True)
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.weights.beside = desk.view  # type: ignore[assignment]
    desk.view.steps = 2
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    assert not desk.view.preparation.is_under_way


def test_at_rest_nothing_is_put_off(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.view.steps = 2
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    assert not desk.view.preparation.is_under_way


def test_with_signal_animations_off_nothing_travels(desk: Desk) -> None:
    desk.presenter.set_signal_animation(False)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.pass_s(0.3)
    assert desk.view.animation == AnimationState()
    assert desk.view.pulses is False
    assert desk.view.displayed_snapshot is not None and desk.view.displayed_snapshot.example.index == 1


def test_without_signal_animations_a_step_walkthrough_has_one_state_a_phase(desk: Desk) -> None:
    desk.presenter.set_signal_animation(False)
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    opened, applied = told(trainer)
    desk.presenter.begin_walkthrough(opened)
    seen = set()
    for _ in range(460):
        desk.pass_s(0.05)
        if ApplyUpdate in desk.asked and desk.presenter.is_in_walkthrough:
            desk.engine.sent.clear()
            desk.presenter.show_update_applied(applied)
        seen.add(desk.view.animation)
    # 3 gaps there, softmax, C, 3 gaps back, the mean gradient, ΔW, the new weights, the story's rest, and the rest.
    assert len(seen) == 13
    assert not desk.presenter.is_in_walkthrough


def test_a_new_run_leaves_nothing_of_the_old_ones_motion(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    deep, shallow = trained(), trained(sizes=(6, 5, 3))
    desk.presenter.show_snapshot(moment_of(deep))
    opened, _ = told(deep)
    desk.presenter.begin_walkthrough(opened)
    desk.pass_s(11.5)
    assert desk.view.animation.phase == "backward" and desk.view.walkthrough
    desk.presenter.set_running(False)
    desk.presenter.show_snapshot(moment_of(shallow, run=1))
    assert desk.view.animation == AnimationState()
    assert desk.view.walkthrough == "" and desk.view.change is None
    assert desk.view.displayed_snapshot is not None and desk.view.displayed_snapshot.run == 1
    assert not desk.presenter.is_in_walkthrough


def test_a_step_walkthrough_is_applied_exactly_when_it_is_told(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.pass_s(0.1)
    assert desk.asked == [ComputeGradient]
    opened, applied = told(trainer)
    desk.presenter.begin_walkthrough(opened)
    seen = []
    for _ in range(460):
        desk.pass_s(0.05)
        seen.append(desk.view.animation.phase)
        if ApplyUpdate in desk.asked:
            break
    assert [p for i, p in enumerate(seen) if i == 0 or p != seen[i - 1]] == [
        "forward",
        "softmax",
        "loss",
        "backward",
        "mean",
    ]
    # It waits until the new weights are there, and does not say before that they are.
    desk.pass_s(2)
    assert desk.view.animation.phase == "mean" and "applied" not in desk.view.walkthrough
    desk.presenter.show_update_applied(applied)
    desk.pass_s(0.3)
    assert desk.view.animation.phase == "change" and "applied" in desk.view.walkthrough
    assert desk.view.change is applied.change
    desk.pass_s(2.5)
    assert "→" in desk.view.walkthrough
    desk.pass_s(2)
    assert desk.asked.count(ComputeGradient) == 2


def test_a_step_walkthrough_that_diverges_is_told_no_further(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.pass_s(0.1)
    desk.presenter.begin_walkthrough(told(trainer)[0])
    while ApplyUpdate not in desk.asked:
        desk.pass_s(0.1)
    desk.presenter.set_running(False)
    desk.presenter.leave_walkthrough()
    assert not desk.presenter.is_in_walkthrough and desk.view.walkthrough == ""
    desk.pass_s(1)
    assert desk.view.animation.phase == "rest"


def test_a_walkthrough_that_is_left_is_not_applied_behind_ones_back(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    opened, _ = told(trainer)
    desk.presenter.begin_walkthrough(opened)
    desk.pass_s(1)
    desk.presenter.set_running(False)
    desk.presenter.show_snapshot(moment_of(trained(), row=3, origin="test"))
    desk.pass_s(4)
    assert ApplyUpdate not in desk.asked


def test_updates_that_are_made_during_a_walkthrough_end_it(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.player.start()
    desk.presenter.begin_walkthrough(told(trainer)[0])
    desk.pass_s(1)
    assert desk.presenter.is_in_walkthrough
    trainer.step()
    later = moment_of(trainer)
    desk.presenter.show_snapshot(later)
    # Else it would wait for ever for its change.
    assert not desk.presenter.is_in_walkthrough
    assert desk.view.displayed_snapshot is desk.view.weights is later


def test_while_the_change_is_waited_for_the_mean_gradient_stays(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.player.start()
    desk.presenter.begin_walkthrough(told(trainer)[0])
    while desk.view.animation.phase != "mean":
        desk.pass_s(0.05)
    assert desk.view.gradient_kind == "mean_gradient"
    # A slow frame passes over the change's beginning; nothing is applied yet.
    desk.now_s += 30.0
    desk.presenter.move(desk.now_s)
    assert (desk.view.animation.phase, desk.view.gradient_kind) == ("mean", "mean_gradient")


def test_a_paused_walkthrough_stands_still(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.begin_walkthrough(told(trainer)[0])
    desk.pass_s(1)
    desk.presenter.set_running(False)
    desk.pass_s(0.1)
    still = desk.view.animation
    desk.pass_s(2)
    assert desk.view.animation == still


def test_saying_what_a_drawing_is_ends_a_walkthrough_and_the_next_one_follows(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    nameless = moment_of(trainer, origin="drawing", label=None)
    desk.presenter.show_snapshot(nameless)
    opened, _ = told(trainer)
    desk.presenter.begin_walkthrough(replace(opened, snapshot=nameless))
    desk.pass_s(0.5)
    desk.presenter.show_snapshot(moment_of(trainer, origin="drawing", label=2))
    assert not desk.presenter.is_in_walkthrough
    desk.pass_s(4)
    assert desk.asked[-1] == ComputeGradient


def test_slow_motion_goes_on_after_another_digit_without_signal_animations(desk: Desk) -> None:
    desk.presenter.set_signal_animation(False)
    desk.presenter.set_walkthrough_mode(True)
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.begin_walkthrough(told(trainer)[0])
    desk.pass_s(0.5)
    desk.engine.sent.clear()
    desk.presenter.show_snapshot(moment_of(trainer, row=2, origin="test"))
    desk.pass_s(1)
    assert desk.asked == [ComputeGradient]


def test_a_drawing_is_painted_at_once(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.pass_s(0.1)
    before = desk.view.painted
    desk.presenter.show_snapshot(moment_of(trainer, row=5, origin="drawing", label=None))
    assert desk.view.painted == before + 1
    assert (
        desk.view.displayed_snapshot is not None and desk.view.displayed_snapshot.example.origin == "drawing"
    )


def test_values_and_weights_are_never_renewed_in_one_frame(desk: Desk) -> None:
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.pass_s(0.5)
    renewed = []
    for _ in range(12):
        trainer.step()
        desk.presenter.show_snapshot(moment_of(trainer))
        before = desk.view.displayed_snapshot, desk.view.weights
        desk.pass_s(0.05)
        now = desk.view.displayed_snapshot, desk.view.weights
        renewed.append(tuple(a is not b for a, b in zip(before, now, strict=True)))
    assert (True, True) not in renewed
    # Neither waits for long: each comes in every third frame at least.
    for which in (0, 1):
        assert all(any(frame[which] for frame in renewed[i : i + 3]) for i in range(10))


def test_the_values_wait_while_a_frame_shows_a_complete_picture_of_the_edges(desk: Desk) -> None:
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.pass_s(0.5)
    trainer.step()
    latest = moment_of(trainer)
    desk.presenter.show_snapshot(latest)
    desk.view.has_work = lambda: True  # type: ignore[method-assign]
    assert desk.presenter.work(5)
    desk.view.has_work = lambda: False  # type: ignore[method-assign]
    painted = desk.view.painted
    desk.pass_s(0.05)
    assert desk.view.painted == painted + 1 and desk.view.displayed_snapshot is not latest
    desk.pass_s(0.05)
    assert desk.view.displayed_snapshot is latest


@pytest.mark.parametrize("is_chosen", [True, False])
def test_of_a_training_digit_that_was_chosen_no_other_is_waited_for(desk: Desk, is_chosen: bool) -> None:
    # While one is waited for every snapshot is let through, which takes time from the training.
    desk.presenter.set_running(True)
    desk.presenter.show_snapshot(replace(moment_of(trained()), is_chosen=is_chosen))
    desk.pass_s(6)
    assert NextTrainingSample in desk.asked
    assert desk.presenter.flow.must_follow(desk.presenter.displayed) == (not is_chosen)


# --- what is told of, and when


@pytest.fixture
def preparing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, Trainer, Snapshot, list[Snapshot]]:
    """It trains, and another example is being prepared."""
    monkeypatch.setattr("gui.network.painting.preparation.perf_counter", lambda: 100.0)
    trainer, told = trained(), list[Snapshot]()
    desk.presenter.displayed_snapshot_changed.connect(told.append)
    desk.presenter.set_running(True)
    first = moment_of(trainer)
    desk.presenter.show_snapshot(first)
    desk.view.steps = 3
    trainer.step()
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.pass_s(0.1)
    assert desk.view.preparation.is_under_way and told == [first] and desk.presenter.displayed is first
    return desk, trainer, first, told


def test_another_example_is_told_of_with_the_frame_that_shows_it(preparing: Any) -> None:
    desk, _, first, told = preparing
    other = desk.view.displayed_snapshot
    while desk.presenter.work(0.0):
        # Even when all is made the frame before stays until the next one.
        assert told == [first] and desk.view.preparation.keeps_old
    desk.pass_s(0.05)
    assert told == [first, other] and desk.presenter.displayed is other
    assert not desk.view.preparation.keeps_old
    desk.pass_s(0.05)
    assert len(told) == 2


def _newer(desk: Desk, trainer: Trainer) -> Snapshot:
    trainer.step()
    snapshot = moment_of(trainer, row=2)
    desk.presenter.show_snapshot(snapshot)
    return snapshot


def _drawing(desk: Desk, trainer: Trainer) -> Snapshot:
    snapshot = moment_of(trainer, row=3, origin="drawing", label=None)
    desk.view.preparation.drop()
    desk.presenter.show_snapshot(snapshot)
    assert desk.presenter.displayed is snapshot
    return snapshot


def _another_run(desk: Desk, _: Trainer) -> Snapshot:
    snapshot = moment_of(trained(), run=1)
    desk.presenter.show_snapshot(snapshot)
    assert desk.presenter.displayed is not snapshot
    return snapshot


def _past(desk: Desk, trainer: Trainer) -> Snapshot:
    desk.presenter.set_running(False)
    snapshot = replace(moment_of(trainer), update=0)
    desk.presenter.show_changed(snapshot)
    assert desk.presenter.displayed is not snapshot
    desk.presenter._settling._settled()
    desk.presenter._settling._timer.stop()
    return snapshot


def _edited(desk: Desk, trainer: Trainer) -> Snapshot:
    snapshot = replace(moment_of(trainer, row=1), edit_count=1)
    desk.presenter.show_changed(snapshot)
    assert desk.presenter.displayed is not snapshot
    return snapshot


def _walkthrough(desk: Desk, trainer: Trainer) -> Snapshot:
    desk.presenter.set_walkthrough_mode(True)
    opened, _ = told(trainer)
    desk.presenter.begin_walkthrough(opened)
    assert desk.presenter.displayed is not opened.snapshot
    return opened.snapshot


@pytest.mark.parametrize("instead", [_newer, _drawing, _another_run, _past, _edited, _walkthrough])
def test_what_comes_in_its_place_is_told_of_and_what_was_never_seen_is_not(
    preparing: Any, instead: Any
) -> None:
    desk, trainer, first, told = preparing
    overtaken = desk.view.displayed_snapshot
    snapshot = instead(desk, trainer)
    desk.view.preparation.drop()
    desk.pass_s(0.05)
    assert told[-1] is snapshot is desk.presenter.displayed
    assert [other for other in told if other is snapshot] == [snapshot]
    assert told[0] is first and not any(other is overtaken for other in told)


@pytest.mark.parametrize("how", ["pinned", "paused", "closed"])
def test_what_ends_the_preparation_has_it_told_of_once(preparing: Any, how: str) -> None:
    desk, _, first, told = preparing
    other = desk.view.displayed_snapshot
    if how == "pinned":
        desk.view.preparation.drop()
    elif how == "paused":
        desk.presenter.set_running(False)
        desk.view.preparation.drop()
        desk.presenter._settling._settled()
        desk.presenter._settling._timer.stop()
    else:
        desk.view.is_visible, desk.view.steps = False, 0
        desk.view.preparation.drop()
    for _ in range(2):
        desk.pass_s(0.05)
        assert told == [first, other] and not desk.presenter.on_screen.is_owed


# --- at rest


def test_once_the_training_rests_all_is_of_its_last_update_and_nothing_moves(desk: Desk) -> None:
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    trainer.step()
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.pass_s(0.2)
    assert desk.view.animation.phase == "forward"
    trainer.step()
    last = moment_of(trainer, row=1)
    desk.presenter.show_snapshot(last)
    assert desk.view.displayed_snapshot is not last, "while it runs, a signal animation keeps its numbers"
    desk.presenter.set_running(False)
    assert desk.view.displayed_snapshot is desk.view.weights is last
    assert desk.view.animation == AnimationState()


def test_a_snapshot_that_comes_after_the_pause_is_shown_at_once(desk: Desk) -> None:
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.set_running(False)
    trainer.step()
    last = moment_of(trainer)
    desk.presenter.show_snapshot(last)
    assert desk.view.displayed_snapshot is desk.view.weights is last


def test_at_rest_another_digit_of_the_same_update_is_told_as_ever(desk: Desk) -> None:
    trainer = trained(3)
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.presenter.set_running(False)
    desk.pass_s(0.2)
    assert desk.view.animation.phase == "forward"


@pytest.mark.parametrize("picture", ["mean_gradient", "change"])
def test_a_picture_of_an_update_that_is_not_known_says_why_it_is_empty(desk: Desk, picture: str) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.set_edge_picture(picture)
    assert desk.view.walkthrough == "", "the answer is on its way"
    desk.presenter.show_snapshot(moment_of(trainer))
    assert desk.view.walkthrough == "No update was made yet: press . to make one."
    desk.presenter.set_edge_picture("weight")
    assert desk.view.walkthrough == ""
    trainer.step()
    desk.presenter.set_edge_picture(picture)
    desk.presenter.show_snapshot(moment_of(trainer))
    assert desk.view.walkthrough == "Not known of update 1: press . for the next."
    vector = trainer.network.gradients.copy()
    desk.presenter.show_snapshot(replace(moment_of(trainer), mean_gradient=vector, change=vector))
    assert desk.view.walkthrough == ""


def test_in_the_past_the_words_are_of_the_update_on_screen_and_name_no_key(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.set_edge_picture("change")
    desk.presenter.show_snapshot(moment_of(trainer))
    trainer.step()
    desk.presenter.is_past = True
    desk.presenter.show_changed(moment_of(trainer))
    assert desk.view.walkthrough == "Not known of update 1."
    # What is drawn is not said to be missing.
    vector = trainer.network.gradients.copy()
    desk.presenter.show_changed(replace(moment_of(trainer), mean_gradient=vector, change=vector))
    assert desk.view.walkthrough == ""


def test_space_after_a_step_stops_the_walkthrough_and_lets_it_go_on(desk: Desk) -> None:
    desk.presenter.set_walkthrough_mode(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.player.start()
    opened, _ = told(trainer)
    desk.presenter.begin_walkthrough(opened)
    desk.pass_s(1)
    desk.presenter.player.toggle()
    desk.pass_s(0.1)
    still, before = desk.view.animation, desk.view.painted
    desk.pass_s(2)
    assert desk.view.animation == still and desk.view.painted == before
    desk.presenter.player.toggle()
    desk.pass_s(1)
    assert desk.view.animation != still


def test_held_at_the_end_of_a_phase_what_it_leads_to_is_on_screen(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.player.next_phase()
    desk.presenter.begin_walkthrough(told(trainer)[0])
    desk.pass_s(3)
    assert (desk.view.animation.phase, desk.view.animation.gap) == ("forward", 0)
    assert desk.view.animation.revealed == 1 and desk.view.walkthrough.startswith("Layer 1")


def test_whoever_trains_on_without_telling_leaves_the_walkthrough(desk: Desk) -> None:
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    desk.presenter.player.next_phase()
    desk.presenter.begin_walkthrough(told(trainer)[0])
    desk.presenter.set_running(True)
    assert not desk.presenter.is_in_walkthrough and not desk.presenter.player.is_wanted


def test_when_it_comes_to_rest_the_edges_are_drawn_before_it_is_painted(desk: Desk, qtbot: QtBot) -> None:
    budgets: list[float] = []
    desk.view.work = lambda budget_ms: bool(budgets.append(budget_ms))  # type: ignore[method-assign]
    desk.presenter.set_running(True)
    trainer = trained()
    desk.presenter.show_snapshot(moment_of(trainer))
    trainer.step()
    desk.presenter.show_snapshot(moment_of(trainer))
    assert budgets == []
    painted = desk.view.painted
    desk.presenter.set_running(False)
    desk.pass_s(0.05)
    assert budgets == [] and desk.view.painted == painted
    qtbot.waitUntil(lambda: budgets == [TURN_MS])
    desk.pass_s(0.05)
    assert desk.view.painted == painted + 1
    # Another digit of the same update: a pen may draw many a second.
    desk.presenter.show_snapshot(moment_of(trainer, row=1))
    desk.pass_s(0.05)
    assert budgets == [TURN_MS] and desk.view.painted == painted + 2


def test_what_was_set_by_hand_at_rest_is_painted_once_its_edges_are_drawn(desk: Desk, qtbot: QtBot) -> None:
    budgets: list[float] = []
    desk.view.work = lambda budget_ms: bool(budgets.append(budget_ms))  # type: ignore[method-assign]
    trainer = trained(1)
    desk.presenter.show_snapshot(moment_of(trainer))
    qtbot.waitUntil(lambda: budgets == [TURN_MS])
    desk.pass_s(0.05)
    painted = desk.view.painted
    trainer.network.layers[0].W[0, 0] += 1
    desk.presenter.show_changed(moment_of(trainer))
    desk.pass_s(0.05)
    # Neurons of the new weights over edges of the old ones are nobody's picture.
    assert desk.view.painted == painted and budgets == [TURN_MS]
    qtbot.waitUntil(lambda: len(budgets) == 2)
    desk.pass_s(0.05)
    assert desk.view.painted == painted + 1


@pytest.mark.parametrize("reordered", [False, True])
def test_the_card_is_of_what_is_on_screen_until_the_picture_is_next(desk: Desk, reordered: bool) -> None:
    trainer = trained(3)
    before, changed = moment_of(trainer), replace(moment_of(trainer), edit_count=1)
    desk.presenter.show_snapshot(before)
    desk.presenter._settling._settled()
    desk.pass_s(0.1)
    assert desk.view.card is before
    desk.view.is_behind = True
    desk.presenter.show_changed(changed, reordered)
    assert desk.view.displayed_snapshot is changed and desk.view.card is before
    desk.presenter._settling._timer.stop()
    desk.view.is_behind = False
    desk.pass_s(0.1)
    assert desk.view.card is changed is desk.presenter.on_screen.seen

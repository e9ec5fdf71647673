"""The worker lends a training at full speed to another process: nobody who is told of it can tell the difference."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import Edits, Place
from core.engine.messages import NeuronsReordered, ParameterSet
from core.nn.architecture import Structure
from core.training.trainer import TrainingConfig
from gui.apart import lent_training
from gui.apart.lent_training import LentTraining
from gui.training_thread import TrainingThread
from gui.worker import TrainingWorker
from tests.gui.worker_recorder import Recorder, headless, same_weights

W_40_0 = Place(layer=0, target=0, source=40)


class Hand(QObject):
    """Hears what was changed by hand."""

    def __init__(self, worker: TrainingWorker) -> None:
        super().__init__()
        self.set: list[ParameterSet] = []
        self.reordered: list[NeuronsReordered] = []
        worker.by_hand.parameter_set.connect(self._on_set)
        worker.by_hand.reordered.connect(self._on_reordered)

    @Slot(object)
    def _on_set(self, told: ParameterSet) -> None:
        self.set.append(told)

    @Slot(object)
    def _on_reordered(self, told: NeuronsReordered) -> None:
        self.reordered.append(told)


@pytest.fixture
def training(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """At full speed, and away from the first moment on that another process is there."""
    monkeypatch.setattr(lent_training, "LEND_AFTER_S", 0.0)
    thread = TrainingThread(TrainingWorker())
    recorder = Recorder(thread)
    thread.commands.start.emit(Structure(seed=3), TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: bool(recorder.snapshots))
    thread.commands.set_rate.emit(None)
    yield recorder
    assert thread.stop()
    assert not lent(recorder).is_lent


def lent(training: Recorder) -> LentTraining:
    return training.thread.worker._apart


def go_away(training: Recorder, qtbot: QtBot) -> None:
    """Train until the training is away, and is told of from there."""
    training.thread.commands.run.emit()
    qtbot.waitUntil(lambda: lent(training).is_lent)
    hear_more(training, qtbot)


def hear_more(training: Recorder, qtbot: QtBot) -> None:
    seen = training.snapshots[-1].update
    qtbot.waitUntil(lambda: training.snapshots[-1].update > seen)


def come_to_rest(training: Recorder, qtbot: QtBot) -> None:
    training.thread.commands.pause.emit()
    qtbot.waitUntil(lambda: training.running[-1:] == [False])
    exact = training.told["exact_loss_known"]
    qtbot.waitUntil(lambda: bool(exact) and exact[-1].update == training.snapshots[-1].update)


def test_no_bit_no_loss_and_no_exact_loss_is_another(training: Recorder, qtbot: QtBot) -> None:
    go_away(training, qtbot)
    seen = len(training.told["exact_loss_known"])
    qtbot.waitUntil(lambda: len(training.told["exact_loss_known"]) > seen + 1)
    assert lent(training).is_lent
    for how in ("random", "next"):
        training.thread.commands.show_test_digit.emit(how, None)
    go_away(training, qtbot)
    come_to_rest(training, qtbot)
    assert not lent(training).is_lent
    last, alone = training.snapshots[-1], headless(0)
    expected, exact = [], {e.update: e.train_total for e in training.told["exact_loss_known"]}
    weights = {snapshot.update: snapshot for snapshot in training.snapshots}
    for update in range(last.update + 1):
        if update:
            expected.append(alone.step())
        if update in weights:
            assert same_weights(weights[update], alone)
        if update in exact:
            assert exact[update] == alone.total_loss("train")
    losses = np.concatenate([snapshot.losses for snapshot in training.snapshots])
    np.testing.assert_array_equal(losses, np.array(expected, np.float32))


def test_a_drawing_does_not_call_it_back(training: Recorder, qtbot: QtBot) -> None:
    go_away(training, qtbot)
    x = np.zeros(256, np.float32)
    for pixel in range(50, 60):
        x[pixel] = 1
        training.thread.commands.show_drawing.emit(x.copy(), None)
        qtbot.waitUntil(lambda p=pixel: bool(training.snapshots[-1].example.x[p]))
        assert lent(training).is_lent
    hear_more(training, qtbot)
    snapshot = training.snapshots[-1]
    assert snapshot.example.origin == "drawing"
    alone = headless(snapshot.update)
    np.testing.assert_array_equal(snapshot.trace.probabilities, alone.trace(x).probabilities)


def test_settings_count_from_where_it_was_called_back(training: Recorder, qtbot: QtBot) -> None:
    go_away(training, qtbot)
    training.thread.commands.pause.emit()
    qtbot.waitUntil(lambda: training.running[-1:] == [False])
    qtbot.waitUntil(lambda: training.snapshots[-1].update > 0)
    changed = TrainingConfig(seed=3, learning_rate=0.01, optimizer="momentum")
    came: list[int] = []
    go_away(training, qtbot)
    training.thread.worker.run_changed.connect(
        lambda _info: came.append(training.thread.worker.told.trainer.step_count)
    )
    training.thread.commands.reconfigure.emit(changed)
    qtbot.waitUntil(lambda: bool(came))
    go_away(training, qtbot)
    come_to_rest(training, qtbot)
    losses = sum(len(snapshot.losses) for snapshot in training.snapshots)
    last = training.snapshots[-1]
    assert losses == last.update > came[0]
    alone = headless(came[0])
    alone.reconfigure(changed)
    while alone.step_count < last.update:
        alone.step()
    assert same_weights(last, alone)


@pytest.mark.parametrize("rate", [0.0, 5.0])
def test_a_rate_calls_it_back(training: Recorder, qtbot: QtBot, rate: float) -> None:
    go_away(training, qtbot)
    training.thread.commands.set_rate.emit(rate)
    qtbot.waitUntil(lambda: not lent(training).is_lent)
    training.thread.commands.set_rate.emit(None)
    go_away(training, qtbot)
    come_to_rest(training, qtbot)
    assert same_weights(training.snapshots[-1], headless(training.snapshots[-1].update))


def test_an_edit_and_a_tidy_are_made_where_it_is_and_it_goes_on_from_there(
    training: Recorder, qtbot: QtBot
) -> None:
    hand = Hand(training.thread.worker)
    commands = training.thread.commands
    go_away(training, qtbot)
    commands.set_parameter.emit(0, 1, W_40_0, 0.75, 0)
    qtbot.waitUntil(lambda: bool(hand.set))
    edited = hand.set[0].snapshot
    alone = headless(edited.update)
    old = float(alone.network.layers[0].W[40, 0])
    assert hand.set[0].made.before == old
    assert edited.weights[0][40, 0] == np.float32(0.75)
    go_away(training, qtbot)
    later = training.snapshots[-1]
    Edits().set(alone, 1, W_40_0, 0.75)
    while alone.step_count < later.update:
        alone.step()
    assert later.changes == 1 and same_weights(later, alone)
    commands.tidy.emit(0, 2)
    qtbot.waitUntil(lambda: bool(hand.reordered), timeout=8000)
    tidied = hand.reordered[0]
    assert tidied.snapshot.update > edited.update
    go_away(training, qtbot)
    commands.take_back_tidy.emit(0, 2)
    qtbot.waitUntil(lambda: len(hand.reordered) == 2)
    assert training.told["failed"] == []
    hear_more(training, qtbot)
    come_to_rest(training, qtbot)
    losses = sum(
        len(s.losses) for s in (*training.snapshots, edited, *(told.snapshot for told in hand.reordered))
    )
    assert losses == training.snapshots[-1].update


def test_another_run_begins_and_the_one_that_was_away_is_as_it_was_left(
    training: Recorder, qtbot: QtBot
) -> None:
    commands = training.thread.commands
    go_away(training, qtbot)
    commands.begin_run.emit(1, Structure((8,), ("tanh",), seed=3), TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1)
    assert not lent(training).is_lent
    go_away(training, qtbot)
    commands.return_to_run.emit(0)
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 0)
    assert same_weights(training.snapshots[-1], headless(training.snapshots[-1].update))
    go_away(training, qtbot)
    come_to_rest(training, qtbot)
    assert same_weights(training.snapshots[-1], headless(training.snapshots[-1].update))


def test_a_divergence_far_away_is_told_and_the_last_finite_picture_stays(
    training: Recorder, qtbot: QtBot
) -> None:
    go_away(training, qtbot)
    training.thread.commands.reconfigure.emit(
        TrainingConfig(seed=3, optimizer="sgd", learning_rate=1000.0, l2=1.0)
    )
    qtbot.waitUntil(lambda: bool(training.diverged))
    assert training.running[-1] is False and training.told["failed"] == []
    assert all(np.isfinite(W).all() for snapshot in training.snapshots for W in snapshot.weights)
    training.thread.commands.begin_run.emit(1, Structure(seed=3), TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1)
    go_away(training, qtbot)


@pytest.mark.parametrize("way", ["run", "step", "step_epoch", "open_story"])
def test_whatever_else_is_wished_is_done_here(training: Recorder, qtbot: QtBot, way: str) -> None:
    go_away(training, qtbot)
    getattr(training.thread.commands, way).emit()
    if way in ("run", "open_story"):
        qtbot.waitUntil(lambda: way == "run" or bool(training.told["story_opened"]))
        hear_more(training, qtbot)
        training.thread.commands.pause.emit()
    qtbot.waitUntil(lambda: training.running[-1:] == [False], timeout=8000)
    come_to_rest(training, qtbot)
    last = training.snapshots[-1]
    assert same_weights(last, headless(last.update))
    if way == "step_epoch":
        assert last.update % 1875 == 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process is ended from outside here")
def test_where_somebody_ends_the_process_the_training_goes_on(training: Recorder, qtbot: QtBot) -> None:
    go_away(training, qtbot)
    process: Any = lent(training)._process._process
    os.kill(process.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: not lent(training).is_lent)
    hear_more(training, qtbot)
    assert training.running[-1] is True
    come_to_rest(training, qtbot)
    assert sum(len(snapshot.losses) for snapshot in training.snapshots) == training.snapshots[-1].update
    assert training.told["failed"] == []

"""The training worker: slices, commands between them, one snapshot under way, and the same bits as without it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data.dataset import load_dataset
from core.data.dataset_spec import DataChoice
from core.engine.messages import Snapshot, StoryApplied, StoryOpened
from core.engine.snapshots import data_info
from core.nn.architecture import Structure
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from gui.training_thread import TrainingThread
from gui.worker import TrainingWorker
from tests.gui.worker_recorder import Recorder, headless, same_weights


@pytest.fixture
def training(qtbot: QtBot) -> Iterator[Recorder]:
    thread = TrainingThread(TrainingWorker())
    recorder = Recorder(thread)
    thread.commands.start.emit(Structure(seed=3), TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: bool(recorder.snapshots))
    yield recorder
    assert thread.stop()


def test_the_first_snapshot_is_the_untrained_network(training: Recorder) -> None:
    first = training.snapshots[0]
    assert first.update == 0
    assert same_weights(first, headless(0))


def test_a_snapshot_names_the_layers_with_a_skip(training: Recorder, qtbot: QtBot) -> None:
    structure = Structure((8, 8), ("elu", "tanh"), 3, skip=True)
    training.thread.commands.begin_run.emit(1, structure, TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1)
    snapshot = training.snapshots[-1]
    assert snapshot.activations == ("elu", "tanh", "softmax")
    assert [snapshot.has_skip(layer) for layer in range(3)] == [False, True, False]
    a, z = snapshot.trace.a, snapshot.trace.z
    assert np.allclose(a[1], a[0] + np.tanh(z[1]), atol=1e-6)


def test_watching_does_not_change_a_bit(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.set_rate.emit(None)
    commands.run.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update >= 30)
    commands.show_test_digit.emit("random", None)
    qtbot.waitUntil(lambda: training.snapshots[-1].update >= 60)
    commands.pause.emit()
    qtbot.waitUntil(lambda: training.running[-1:] == [False])
    qtbot.waitUntil(lambda: len(training.told["exact_loss_known"]) > 0 and idle(training))
    last = training.snapshots[-1]
    assert same_weights(last, headless(last.update))


def idle(training: Recorder) -> bool:
    exact = training.told["exact_loss_known"]
    return bool(exact) and exact[-1].update == training.snapshots[-1].update


def test_the_exact_loss_is_of_its_update_while_the_training_goes_on(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    qtbot.waitUntil(lambda: idle(training))
    seen = len(training.told["exact_loss_known"])
    commands.set_rate.emit(None)
    commands.run.emit()
    qtbot.waitUntil(lambda: len(training.told["exact_loss_known"]) >= seen + 2, timeout=8000)
    assert training.running[-1]
    commands.pause.emit()
    # Between its first portion and its last there were updates.
    told = training.told["exact_loss_known"][seen]
    assert 0 < told.update < training.snapshots[-1].update
    assert told.train_total == headless(told.update).total_loss("train")


def test_every_loss_is_told_once_and_in_order(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.set_rate.emit(None)
    commands.run.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update >= 200)
    commands.pause.emit()
    qtbot.waitUntil(lambda: training.running[-1:] == [False] and idle(training))
    losses = np.concatenate([snapshot.losses for snapshot in training.snapshots])
    last = training.snapshots[-1].update
    assert len(losses) == last
    reference = headless(0)
    expected = np.array([reference.step() for _ in range(last)], dtype=np.float32)
    np.testing.assert_array_equal(losses, expected)


def test_only_one_snapshot_is_under_way(training: Recorder, qtbot: QtBot) -> None:
    training.acknowledge = False
    seen = len(training.snapshots)
    commands = training.thread.commands
    commands.set_rate.emit(None)
    commands.run.emit()
    qtbot.waitUntil(lambda: bool(training.told["exact_loss_known"]))
    qtbot.waitUntil(lambda: len(training.told["exact_loss_known"]) >= 2, timeout=5000)
    assert len(training.snapshots) <= seen + 1
    commands.pause.emit()


def test_pause_takes_effect_within_100_ms_in_the_middle_of_an_epoch(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.set_rate.emit(None)
    waits = []
    for _ in range(20):
        commands.run.emit()
        qtbot.waitUntil(lambda: training.running[-1:] == [True])
        start = perf_counter()
        commands.pause.emit()
        qtbot.waitUntil(lambda: training.running[-1:] == [False])
        waits.append(perf_counter() - start)
    assert max(waits) < 0.1


def test_a_step_is_one_update(training: Recorder, qtbot: QtBot) -> None:
    training.thread.commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update == 1)
    qtbot.waitUntil(lambda: training.running == [True, False])
    assert same_weights(training.snapshots[-1], headless(1))


def test_rewinding_gives_the_same_initial_weights(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update == 1)
    commands.begin_run.emit(1, Structure(seed=3), TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1)
    assert training.snapshots[-1].update == 0
    assert same_weights(training.snapshots[-1], headless(0))
    commands.return_to_run.emit(0)
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 0)
    assert same_weights(training.snapshots[-1], headless(1))


def test_a_changed_learning_rate_counts_from_the_next_update(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update == 1)
    config = TrainingConfig(seed=3, learning_rate=0.01)
    commands.reconfigure.emit(config)
    commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update == 2)
    reference = headless(1)
    reference.reconfigure(config)
    reference.step()
    assert same_weights(training.snapshots[-1], reference)


def test_a_told_update_is_applied_when_it_is_told_and_is_the_same_update(
    training: Recorder, qtbot: QtBot
) -> None:
    commands = training.thread.commands
    commands.open_story.emit()
    qtbot.waitUntil(lambda: bool(training.told["story_opened"]))
    opened: StoryOpened = training.told["story_opened"][0]
    assert opened.snapshot.update == 0
    assert same_weights(opened.snapshot, headless(0))
    commands.apply_story.emit()
    qtbot.waitUntil(lambda: bool(training.told["story_applied"]))
    applied: StoryApplied = training.told["story_applied"][0]
    assert applied.snapshot.update == 1
    assert same_weights(applied.snapshot, headless(1))
    for old, change, new in zip(
        opened.snapshot.weights, applied.change_W, applied.snapshot.weights, strict=True
    ):
        np.testing.assert_array_equal(new - old, change)


def test_the_told_example_is_one_of_the_batch(training: Recorder, qtbot: QtBot) -> None:
    training.thread.commands.open_story.emit()
    qtbot.waitUntil(lambda: bool(training.told["story_opened"]))
    example = training.told["story_opened"][0].snapshot.example
    reference = headless(1)
    assert example.index in reference.batch_rows
    assert reference.batch_rows[example.position] == example.index


def test_a_told_update_shows_the_batchs_own_row(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    settings = TrainingConfig(seed=3, dropout=0.5)
    commands.reconfigure.emit(settings)
    commands.open_story.emit()
    qtbot.waitUntil(lambda: bool(training.told["story_opened"]))
    snapshot: Snapshot = training.told["story_opened"][0].snapshot
    reference = headless(0)
    reference.reconfigure(settings)
    while not reference.accumulate_gradient():
        pass
    position = snapshot.example.position
    assert position is not None
    own = reference.batch_trace(position)
    assert own is not None and len(snapshot.trace.masks) == len(own.masks) == 2
    for shown, row in zip((*snapshot.trace.a, *snapshot.trace.masks), (*own.a, *own.masks), strict=True):
        np.testing.assert_array_equal(shown, row)


def test_a_rate_that_diverges_pauses_and_says_at_which_update(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.set_rate.emit(None)
    commands.reconfigure.emit(TrainingConfig(seed=3, optimizer="sgd", learning_rate=1000.0))
    commands.run.emit()
    qtbot.waitUntil(lambda: bool(training.diverged))
    update, cause = training.diverged[0]
    assert update >= 1 and cause
    assert training.running[-1] is False
    assert all(np.isfinite(W).all() for s in training.snapshots for W in s.weights)
    commands.begin_run.emit(1, Structure(seed=3), TrainingConfig(seed=3))
    commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1 and training.snapshots[-1].update == 1)


def test_a_run_that_diverges_before_it_was_shown_has_its_way_back(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.set_rate.emit(None)
    wild = TrainingConfig(seed=3, optimizer="sgd", learning_rate=1000.0)
    # So many at once that no picture of the last one can be sent.
    for run in range(1, 6):
        commands.begin_run.emit(run, Structure(seed=3), wild)
    commands.run.emit()
    qtbot.waitUntil(lambda: bool(training.diverged))
    assert training.told["failed"] == []
    commands.begin_run.emit(6, Structure(seed=3), TrainingConfig(seed=3))
    commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 6 and training.snapshots[-1].update == 1)


def test_an_exception_stops_the_training_and_is_told(training: Recorder, qtbot: QtBot) -> None:
    commands = training.thread.commands
    commands.set_rate.emit(None)
    commands.run.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update > 0)
    commands.show_drawing.emit("not an array", None)
    qtbot.waitUntil(lambda: bool(training.told["failed"]))
    qtbot.waitUntil(lambda: training.running[-1] is False)
    assert "Traceback" in training.told["failed"][0]


def test_a_test_digit_is_watched_and_has_the_right_class(training: Recorder, qtbot: QtBot) -> None:
    training.thread.commands.show_test_digit.emit("next", 7)
    qtbot.waitUntil(lambda: training.snapshots[-1].example.origin == "test")
    example = training.snapshots[-1].example
    assert example.label == 7
    first_seven = int(np.flatnonzero(load_dataset("digits").y_test == 7)[0])
    assert example.index == first_seven


def test_a_drawing_without_an_answer_has_no_loss_and_no_gradient(training: Recorder, qtbot: QtBot) -> None:
    x = np.zeros(256, np.float32)
    x[100:120] = 1
    training.thread.commands.show_drawing.emit(x, None)
    qtbot.waitUntil(lambda: training.snapshots[-1].example.origin == "drawing")
    trace = training.snapshots[-1].trace
    assert trace.loss is None and not trace.has_gradient
    assert trace.probabilities.sum() == pytest.approx(1, abs=1e-6)


def test_a_run_can_begin_on_other_examples_and_be_left_again(training: Recorder, qtbot: QtBot) -> None:
    choice = DataChoice("plane", "spirals", count=60, class_count=3)
    dataset = choice.load()
    commands = training.thread.commands
    config = TrainingConfig(seed=3, batch_size=8)
    commands.begin_run_on.emit(1, Structure((4,), seed=3), config, dataset, data_info(choice, dataset))
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1)
    snapshot, info = training.snapshots[-1], training.told["run_changed"][-1]
    assert snapshot.sizes == info.sizes == (2, 4, 3)
    assert info.data.choice == choice and info.train_count == 48 and info.test_count == 12
    assert info.guessing == pytest.approx(np.log(3))
    assert np.array_equal(snapshot.example.x, dataset.X_train[0])
    commands.step_epoch.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update == 6)
    network = Network.dense((2, 4, 3), seed=3)
    alone = Trainer(network, dataset, config)
    alone.run_epoch()
    assert same_weights(training.snapshots[-1], alone)
    commands.return_to_run.emit(0)
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 0)
    assert training.snapshots[-1].sizes == (256, 32, 16, 10)


def test_where_numbers_are_to_be_met_they_are_told(training: Recorder, qtbot: QtBot) -> None:
    choice = DataChoice("line", "sine", count=20)
    dataset = choice.load()
    commands = training.thread.commands
    structure = Structure((4,), seed=3, output="identity")
    config = TrainingConfig(seed=3, batch_size=5, loss="squared_error")
    commands.begin_run_on.emit(1, structure, config, dataset, data_info(choice, dataset))
    qtbot.waitUntil(lambda: training.snapshots[-1].run == 1)
    for how in ("next", "wrong", "random"):
        commands.show_test_digit.emit(how, None)
        qtbot.waitUntil(lambda: training.snapshots[-1].example.origin == "test")
        snapshot = training.snapshots[-1]
        target, y = dataset.y_test[snapshot.example.index or 0], snapshot.trace.a[-1]
        assert snapshot.example.label is None and np.array_equal(snapshot.example.target, target)
        assert snapshot.trace.loss == pytest.approx(0.5 * float((y - target) @ (y - target)), rel=1e-5)
        commands.show_training_digits.emit()
        qtbot.waitUntil(lambda: training.snapshots[-1].example.origin == "train")
    commands.open_story.emit()
    qtbot.waitUntil(lambda: bool(training.told["story_opened"]))
    assert training.told["story_opened"][-1].snapshot.loss == "squared_error"
    assert training.told["failed"] == []


def test_training_pauses_when_the_test_loss_stops_falling(training: Recorder, qtbot: QtBot) -> None:
    stopped: list[tuple[int, int]] = []
    training.thread.worker.stopped_early.connect(lambda *said: stopped.append(said))
    # Wrong labels are learned by heart: the test loss rises from the start.
    choice = DataChoice(count=40, shuffled_labels=1.0, seed=1)
    dataset = choice.load()
    commands = training.thread.commands
    config = TrainingConfig(seed=3, batch_size=10, learning_rate=0.01, patience=2)
    commands.begin_run_on.emit(1, Structure(seed=3), config, dataset, data_info(choice, dataset))
    commands.set_rate.emit(None)
    commands.run.emit()
    qtbot.waitUntil(lambda: bool(stopped), timeout=20_000)
    qtbot.waitUntil(lambda: training.running[-1] is False)
    update, best = stopped[0]
    losses = {e.update: e.test_total for e in training.told["exact_loss_known"] if e.run == 1}
    assert best < update and losses[best] == min(losses.values())
    later = [u for u in losses if best < u <= update]
    assert len(later) == 2
    # Whoever goes on all the same is given as long again.
    commands.run.emit()
    qtbot.waitUntil(lambda: len(stopped) == 2, timeout=20_000)
    assert stopped[1][0] > update


def test_what_the_last_update_followed_and_changed_is_told_on_demand(
    training: Recorder, qtbot: QtBot
) -> None:
    commands = training.thread.commands
    assert training.snapshots[-1].mean_dW == training.snapshots[-1].change_W == ()
    commands.watch_updates.emit(True)
    for update in range(1, 4):
        commands.step.emit()
        qtbot.waitUntil(lambda u=update: training.snapshots[-1].update == u)
    snapshot = training.snapshots[-1]
    alone = headless(2)
    before = [layer.W.copy() for layer in alone.network.layers]
    alone.step()
    assert same_weights(snapshot, alone)
    for gap, layer in enumerate(alone.network.layers):
        assert np.array_equal(snapshot.mean_dW[gap], layer.dW)
        assert np.array_equal(snapshot.mean_db[gap], layer.db)
        assert np.array_equal(snapshot.change_W[gap], layer.W - before[gap])
    commands.watch_updates.emit(False)
    commands.step.emit()
    qtbot.waitUntil(lambda: training.snapshots[-1].update == 4)
    assert training.snapshots[-1].mean_dW == ()

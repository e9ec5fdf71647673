"""Changes by hand on the training thread: set at once, told with what they made, and taken back exactly."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.data.dataset import load_dataset
from core.editing.parameter_edits import Place
from core.engine.messages import NeuronsReordered, ParameterSet, Snapshot, StoryOpened
from core.nn.architecture import Structure
from core.training.trainer import Trainer, TrainingConfig
from gui.training_thread import TrainingThread
from gui.worker import TrainingWorker

STRUCTURE = Structure(hidden=(12, 8), seed=3)


class Recorder(QObject):
    """Collects what the worker tells, on the test's own thread."""

    def __init__(self, thread: TrainingThread) -> None:
        super().__init__()
        self.thread, self.commands = thread, thread.commands
        self.snapshots: list[Snapshot] = []
        self.set: list[ParameterSet] = []
        self.reordered: list[NeuronsReordered] = []
        self.exact: list[ExactLoss] = []
        self.stories: list[StoryOpened] = []
        self.said: list[object] = []
        worker = thread.worker
        hand = worker.by_hand
        for signal, slot in (
            (worker.snapshot_taken, self._on_snapshot),
            (worker.exact_loss_known, self._on_exact),
            (worker.story.story_opened, self._on_story),
            (worker.failed, self._on_failed),
            (hand.parameter_set, self._on_set),
            (hand.parameter_refused, self._on_refused),
            (hand.reordered, self._on_reordered),
            (hand.not_tidied, self._on_not_tidied),
        ):
            signal.connect(slot)

    @Slot(object)
    def _on_snapshot(self, told: Snapshot) -> None:
        self.snapshots.append(told)
        self.commands.snapshot_painted.emit()

    @Slot(object)
    def _on_exact(self, told: ExactLoss) -> None:
        self.exact.append(told)

    @Slot(object)
    def _on_story(self, told: StoryOpened) -> None:
        self.stories.append(told)

    @Slot(object)
    def _on_set(self, told: ParameterSet) -> None:
        self.set.append(told)

    @Slot(object)
    def _on_reordered(self, told: NeuronsReordered) -> None:
        self.reordered.append(told)

    @Slot(int)
    def _on_refused(self, token: int) -> None:
        self.said.append(token)

    @Slot(str)
    def _on_not_tidied(self, why: str) -> None:
        self.said.append(why)

    @Slot(str)
    def _on_failed(self, details: str) -> None:
        self.said.append(details)

    @property
    def trainer(self) -> Trainer:
        return self.thread.worker.current.trainer


@pytest.fixture
def training(qtbot: QtBot) -> Iterator[Recorder]:
    thread = TrainingThread(TrainingWorker())
    recorder = Recorder(thread)
    thread.commands.start.emit(STRUCTURE, TrainingConfig(seed=3))
    qtbot.waitUntil(lambda: bool(recorder.exact), timeout=20_000)
    yield recorder
    assert thread.stop()


def headless(updates: int) -> Trainer:
    data = load_dataset("digits")
    trainer = Trainer(STRUCTURE.network(256, 10), data, TrainingConfig(seed=3))
    for _ in range(updates):
        trainer.step()
    return trainer


def step(qtbot: QtBot, training: Recorder, updates: int) -> None:
    for _ in range(updates):
        before = training.trainer.step_count
        training.commands.step.emit()
        qtbot.waitUntil(lambda b=before: training.trainer.step_count == b + 1, timeout=20_000)  # type: ignore[misc]


def weights_of(snapshot: Snapshot) -> np.ndarray:
    """All parameters, laid out as a network's."""
    pairs = zip(snapshot.weights, snapshot.biases, strict=True)
    return np.concatenate([part.ravel() for pair in pairs for part in pair])


def test_an_edit_is_told_with_the_network_that_it_makes(training: Recorder, qtbot: QtBot) -> None:
    place = Place(1, 3, 5)
    before = headless(0).network.parameters
    training.commands.set_parameter.emit(0, 1, place, 0.625, 0)
    qtbot.waitUntil(lambda: bool(training.set), timeout=20_000)
    told = training.set[0]
    expected = before.copy()
    expected[256 * 12 + 12 + 5 * 8 + 3] = 0.625
    np.testing.assert_array_equal(weights_of(told.snapshot), expected)
    assert (told.token, told.made.after, told.snapshot.changes) == (1, 0.625, 1)
    assert told.made.before == before[256 * 12 + 12 + 5 * 8 + 3]


def test_the_exact_loss_is_measured_anew_for_the_same_update(training: Recorder, qtbot: QtBot) -> None:
    reference = headless(0)
    reference.network.layers[2].b[4] = 3.0
    training.commands.set_parameter.emit(0, 1, Place(2, 4), 3.0, 0)
    qtbot.waitUntil(lambda: len(training.exact) == 2, timeout=20_000)
    assert [exact.update for exact in training.exact] == [0, 0]
    assert training.exact[1].train_total == reference.total_loss("train") != training.exact[0].train_total


def test_training_on_after_an_edit_is_training_from_the_edited_network(
    training: Recorder, qtbot: QtBot
) -> None:
    reference = headless(2)
    step(qtbot, training, 2)
    training.commands.set_parameter.emit(0, 1, Place(0, 7), -1.5, 0)
    step(qtbot, training, 2)
    reference.network.layers[0].b[7] = -1.5
    reference.step(), reference.step()
    np.testing.assert_array_equal(training.trainer.network.parameters, reference.network.parameters)


def test_a_told_update_that_is_open_is_dropped(training: Recorder, qtbot: QtBot) -> None:
    training.commands.open_story.emit()
    qtbot.waitUntil(lambda: bool(training.stories), timeout=20_000)
    training.commands.set_parameter.emit(0, 1, Place(0, 0), 1.0, 0)
    training.commands.apply_story.emit()
    qtbot.waitUntil(lambda: bool(training.set) and len(training.exact) == 2, timeout=20_000)
    assert training.trainer.step_count == 0
    assert training.trainer.next_phase == "batch"


def test_an_edit_can_be_taken_back_and_made_again(training: Recorder, qtbot: QtBot) -> None:
    before = headless(0).network.parameters.copy()
    commands = training.commands
    commands.set_parameter.emit(0, 4, Place(0, 2, 100), 0.5, 0)
    commands.take_back_parameter.emit(0, 4)
    qtbot.waitUntil(lambda: len(training.set) == 2, timeout=20_000)
    np.testing.assert_array_equal(training.trainer.network.parameters, before)
    commands.set_parameter_again.emit(0, 4)
    qtbot.waitUntil(lambda: len(training.set) == 3, timeout=20_000)
    assert training.trainer.network.layers[0].W[100, 2] == 0.5
    assert [told.made.is_on for told in training.set] == [True, False, True]


def test_what_was_meant_for_other_neurons_or_another_run_is_refused(training: Recorder, qtbot: QtBot) -> None:
    before = headless(0).network.parameters
    training.commands.set_parameter.emit(0, 1, Place(0, 0), 1.0, 1)
    training.commands.set_parameter.emit(7, 2, Place(0, 0), 1.0, 0)
    qtbot.waitUntil(lambda: training.said == [1, 2], timeout=20_000)
    np.testing.assert_array_equal(training.trainer.network.parameters, before)


def test_a_tidy_is_told_with_its_proof_and_taken_back_to_the_bit(training: Recorder, qtbot: QtBot) -> None:
    step(qtbot, training, 5)
    X = training.trainer.dataset.X_test
    before = training.trainer.network.parameters.copy()
    y = training.trainer.network.predict(X)
    training.commands.tidy.emit(0, 1)
    qtbot.waitUntil(lambda: bool(training.reordered), timeout=20_000)
    told = training.reordered[0]
    after = training.trainer.network.predict(X)
    assert told.difference == pytest.approx(np.abs(after - y).max(), abs=1e-7)
    assert 0 <= told.difference < 1e-5
    assert (told.count, told.reordered, told.how) == (10_000, 20, "tidy")
    # The favourites, computed here from nothing but the outputs of the layer.
    labels = training.trainer.dataset.y_test
    a = np.maximum(X.astype(np.float32) @ told.snapshot.weights[0] + told.snapshot.biases[0], 0)
    means = np.stack([a[labels == digit].mean(axis=0) for digit in range(10)])
    fires = means.max(axis=0) > 0
    assert np.all(np.diff(means.argmax(axis=0)[fires]) >= 0)
    assert np.all(np.diff(fires.astype(int)) <= 0)
    assert told.activity is not None
    np.testing.assert_allclose(told.activity.class_mean[0], means, rtol=1e-4, atol=1e-5)
    training.commands.take_back_tidy.emit(0, 1)
    qtbot.waitUntil(lambda: len(training.reordered) == 2, timeout=20_000)
    np.testing.assert_array_equal(training.trainer.network.parameters, before)
    np.testing.assert_array_equal(weights_of(training.reordered[1].snapshot), before)


def test_with_training_in_between_a_tidy_is_taken_back_all_the_same(training: Recorder, qtbot: QtBot) -> None:
    step(qtbot, training, 2)
    training.commands.tidy.emit(0, 1)
    qtbot.waitUntil(lambda: bool(training.reordered), timeout=20_000)
    step(qtbot, training, 3)
    training.commands.take_back_tidy.emit(0, 1)
    qtbot.waitUntil(lambda: len(training.reordered) == 2, timeout=20_000)
    # Never tidied, but for the order of sums.
    np.testing.assert_allclose(
        weights_of(training.reordered[1].snapshot), headless(5).network.parameters, atol=2e-5
    )


def test_an_edit_before_a_tidy_is_found_again_after_it(training: Recorder, qtbot: QtBot) -> None:
    training.commands.set_parameter.emit(0, 1, Place(1, 2, 5), 4.0, 0)
    training.commands.tidy.emit(0, 2)
    qtbot.waitUntil(lambda: bool(training.reordered), timeout=20_000)
    training.commands.take_back_parameter.emit(0, 1)
    training.commands.take_back_tidy.emit(0, 2)
    qtbot.waitUntil(lambda: len(training.reordered) == 2, timeout=20_000)
    np.testing.assert_array_equal(training.trainer.network.parameters, headless(0).network.parameters)


def test_what_the_last_update_changed_follows_a_tidy_and_is_not_told_over_an_edit(
    training: Recorder, qtbot: QtBot
) -> None:
    training.commands.watch_updates.emit(True)
    step(qtbot, training, 1)
    qtbot.waitUntil(lambda: bool(training.snapshots[-1].change_W), timeout=20_000)
    change, gradient = training.snapshots[-1].change_W[0], training.snapshots[-1].mean_dW[0]
    training.commands.tidy.emit(0, 1)
    qtbot.waitUntil(lambda: bool(training.reordered), timeout=20_000)
    told = training.reordered[0]
    np.testing.assert_array_equal(told.snapshot.change_W[0], change[:, told.orders[0]])
    np.testing.assert_array_equal(told.snapshot.mean_dW[0], gradient[:, told.orders[0]])
    training.commands.set_parameter.emit(0, 1, Place(0, 0), 1.0, 1)
    qtbot.waitUntil(lambda: bool(training.set), timeout=20_000)
    assert training.set[0].snapshot.change_W == training.set[0].snapshot.mean_dW == ()


@pytest.mark.parametrize(
    ("structure", "why"),
    [
        (Structure(hidden=()), "no_hidden"),
        (Structure(hidden=(256,), skip=True), "all_stay"),
    ],
)
def test_where_nothing_can_be_ordered_it_says_why(
    training: Recorder, qtbot: QtBot, structure: Structure, why: str
) -> None:
    training.commands.begin_run.emit(1, structure, TrainingConfig())
    training.commands.tidy.emit(1, 1)
    qtbot.waitUntil(lambda: training.said == [why], timeout=30_000)
    assert training.reordered == []


def test_a_second_tidy_finds_everything_in_order(training: Recorder, qtbot: QtBot) -> None:
    training.commands.tidy.emit(0, 1)
    training.commands.tidy.emit(0, 2)
    qtbot.waitUntil(lambda: training.said == ["in_order"], timeout=20_000)
    assert len(training.reordered) == 1


def test_of_a_run_that_is_over_nothing_is_changed(training: Recorder, qtbot: QtBot) -> None:
    config = TrainingConfig(seed=3, optimizer="sgd", learning_rate=1000.0)
    training.commands.begin_run.emit(1, Structure(seed=3), config)
    training.commands.run.emit()
    qtbot.waitUntil(lambda: training.thread.worker.current.diverged is not None, timeout=20_000)
    training.commands.set_parameter.emit(1, 9, Place(0, 0), 1.0, 0)
    training.commands.tidy.emit(1, 1)
    qtbot.waitUntil(lambda: 9 in training.said, timeout=20_000)
    assert training.set == training.reordered == []

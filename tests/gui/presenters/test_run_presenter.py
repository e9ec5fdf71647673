"""Runs: which network is trained, how, and how one gets back to the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from core.data.dataset_spec import DatasetSpec
from core.engine.commands import BeginRun, BranchRun, ForgetRun, Reconfigure, ReconfigureSeveral, ReturnToRun
from core.engine.messages import DataLoaded, Diverged, RunInfo, StoppedEarly
from core.engine.snapshot import Snapshot
from core.engine.snapshots import data_info
from core.exchange.opened_weights import OpenedWeights
from core.exchange.weights_reader import read_weights
from core.nn.architecture import Architecture
from core.nn.known_architectures import known_architecture, known_hidden_layers
from core.training.config import OPTIMIZERS, TrainingConfig
from gui.app.message_bar import MessageBar
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.loss.loss_panel import LossPanel
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.optimizer.usual_settings import DEFAULT_RATE, SUITED
from gui.presenters.run_presenter import RunPresenter

MakeInfo = Callable[..., RunInfo]


@dataclass
class Desk:
    """A presenter with its panels, and what it sends."""

    presenter: RunPresenter
    function_set: ArchitecturePanel
    goodness: LossPanel
    best_function: OptimizerPanel
    messages: MessageBar
    stack: QUndoStack
    sent: list[Any]

    def begun(self) -> list[BeginRun]:
        return [command for command in self.sent if isinstance(command, BeginRun)]

    def forgotten(self) -> list[int]:
        return [command.run for command in self.sent if isinstance(command, ForgetRun)]


@pytest.fixture
def desk(qtbot: QtBot, engine: Any, run_info: MakeInfo) -> Iterator[Desk]:
    parts = ArchitecturePanel(), LossPanel(), OptimizerPanel(), MessageBar()
    for part in parts:
        qtbot.addWidget(part)
    stack = QUndoStack()
    presenter = RunPresenter(*parts, engine, stack)
    presenter.show_run(run_info())
    yield Desk(presenter, *parts, stack, engine.sent)
    parts[3].hide()
    stack.clear()


def test_before_the_digits_are_loaded_nothing_is_asked_for(qtbot: QtBot, engine: Any) -> None:
    parts = ArchitecturePanel(), LossPanel(), OptimizerPanel(), MessageBar()
    for part in parts:
        qtbot.addWidget(part)
    presenter = RunPresenter(*parts, engine, QUndoStack())
    presenter.rewind()
    presenter.draw_new_weights()
    presenter.use_lecture_setting()
    presenter.set_architecture(Architecture.dense((8,), "relu", 0))
    assert engine.sent == []


def test_showing_a_run_asks_for_nothing(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.show_run(run_info(run=3, architecture=Architecture.dense((64, 8, 8), "tanh", 5)))
    assert desk.sent == []


def test_a_late_answer_to_an_earlier_wish_does_not_change_what_the_next_one_starts_from(
    desk: Desk, engine: Any, run_info: MakeInfo
) -> None:
    desk.presenter.set_loss("squared_error")
    desk.presenter.set_loss("cross_entropy")
    newest = desk.begun()[-1]
    engine.awaits_run = True
    desk.presenter.show_run(run_info(run=1, config=desk.begun()[0].config))
    desk.presenter.set_optimizer("momentum")
    assert desk.sent[-1] == Reconfigure(
        replace(newest.config, optimizer="momentum", learning_rate=DEFAULT_RATE["momentum"])
    )
    assert desk.presenter.info is not None and desk.presenter.info.run == newest.run


def test_another_architecture_begins_a_new_run_with_its_seed(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense((128,), "sigmoid", 9))
    assert desk.sent == [BeginRun(1, Architecture.dense((128,), "sigmoid", 9), TrainingConfig(seed=9))]


def test_the_same_architecture_begins_nothing(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense((32, 16), "relu", 0))
    assert desk.sent == [] and desk.stack.count() == 0


def test_the_message_offers_undo_instead_of_a_question_before(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.set_architecture(Architecture.dense((128,), "relu", 0))
    assert "The old one is kept" in desk.messages.text
    undo = next(button for button in desk.messages.findChildren(QPushButton) if not button.isHidden())
    assert undo.text() == "Undo"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert desk.sent[-1] == ReturnToRun(0)


@pytest.mark.parametrize(
    "change", [{"seed": 4}, {"initializer": "zero"}, {"initializer": "normal", "initial_scale": 0.2}]
)
def test_another_start_is_not_called_another_function_set(desk: Desk, change: dict[str, Any]) -> None:
    desk.presenter.set_architecture(Architecture.dense().changed(**change))
    assert desk.begun()[0].architecture == Architecture.dense().changed(**change)
    assert "the same function set" in desk.messages.text
    assert desk.stack.undoText() == "Change the initial weights"
    desk.stack.undo()
    assert desk.sent[-1] == ReturnToRun(0)


@pytest.mark.parametrize("change", [{"skip": True}, {"activation": ("relu", "elu")}, {"hidden": (8,)}])
def test_another_function_set_is_one_step_to_undo(
    desk: Desk, change: dict[str, Any], run_info: MakeInfo
) -> None:
    desk.presenter.show_run(run_info(architecture=Architecture.dense((16, 16))))
    desk.presenter.set_architecture(Architecture.dense((16, 16)).changed(**change))
    assert "another function set" in desk.messages.text
    assert desk.stack.count() == 1


def test_redo_returns_to_the_new_run_as_it_was_left(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense((128,), "relu", 0))
    desk.stack.undo()
    desk.stack.redo()
    assert desk.sent[1:] == [ReturnToRun(0), ReturnToRun(1)]


def test_rewind_begins_again_from_the_same_architecture_and_seed(desk: Desk, run_info: MakeInfo) -> None:
    architecture = Architecture.dense((8,), "tanh", 77)
    config = TrainingConfig(optimizer="sgd", learning_rate=0.3, batch_size=4, seed=77)
    desk.presenter.show_run(run_info(run=0, architecture=architecture, config=config))
    desk.presenter.rewind()
    assert desk.sent == [BeginRun(1, architecture, config)]


def test_rewind_and_another_loss_keep_the_weights_of_a_file_and_new_weights_are_drawn(
    desk: Desk, run_info: MakeInfo
) -> None:
    desk.presenter.show_run(run_info(weights_name="mine.safetensors"))
    desk.presenter.rewind()
    desk.presenter.set_loss("squared_error")
    desk.presenter.draw_new_weights()
    desk.presenter.rewind()
    assert [begun.keeps_weights for begun in desk.begun()] == [True, True, False, False]


def test_the_architecture_of_a_files_weights_can_be_chosen_again_to_draw_others(
    desk: Desk, run_info: MakeInfo
) -> None:
    desk.presenter.show_run(run_info(weights_name="mine.safetensors"))
    desk.presenter.set_architecture(Architecture.dense())
    desk.presenter.set_architecture(Architecture.dense())
    (begun,) = desk.begun()
    assert begun.architecture == Architecture.dense() and not begun.keeps_weights


def opened(path: Path, *sizes: int, **metadata: str) -> OpenedWeights:
    tensors: dict[str, np.ndarray] = {}
    for number, (fan_in, fan_out) in enumerate(pairwise(sizes)):
        tensors[f"{2 * number}.weight"] = np.ones((fan_out, fan_in), "f4")
        tensors[f"{2 * number}.bias"] = np.ones(fan_out, "f4")
    save_file(tensors, path / "mine.safetensors", metadata or None)
    return read_weights(path / "mine.safetensors")


def test_a_files_weights_begin_a_run_that_undo_leaves_again(desk: Desk, tmp_path: Path) -> None:
    weights = opened(tmp_path, 256, 5, 10)
    desk.presenter.begin_with(weights, "tanh")
    (begun,) = desk.begun()
    assert begun.weights is weights.weights
    assert begun.architecture == Architecture.dense((5,), "tanh")
    assert desk.messages.text == (
        "A new run begins with the weights of mine.safetensors: 256 → 5 → 10."
        " The file does not name the activation of its output: softmax is assumed."
    )
    desk.stack.undo()
    desk.stack.redo()
    assert desk.sent[1:] == [ReturnToRun(0), ReturnToRun(1)]


def test_outputs_of_a_file_that_are_any_number_come_with_the_squared_error(
    desk: Desk, tmp_path: Path
) -> None:
    desk.presenter.begin_with(opened(tmp_path, 256, 5, 10, activations="elu,identity"), "relu")
    (begun,) = desk.begun()
    assert begun.architecture.output == "identity" and begun.config.loss == "squared_error"
    assert "assumed" not in desk.messages.text


def test_new_weights_draw_others_by_the_next_seed(desk: Desk) -> None:
    desk.presenter.draw_new_weights()
    assert desk.begun()[0].architecture == Architecture.dense(seed=1)
    assert desk.begun()[0].config.seed == 1
    assert "seed 1" in desk.messages.text


def test_after_the_last_seed_comes_the_first(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.show_run(run_info(architecture=Architecture.dense(seed=2**31 - 1)))
    desk.presenter.draw_new_weights()
    assert desk.begun()[0].architecture.seed == 0


def test_every_run_has_a_number_of_its_own(desk: Desk, run_info: MakeInfo) -> None:
    for _ in range(3):
        desk.presenter.rewind()
        desk.presenter.show_run(run_info(run=desk.begun()[-1].run))
    assert [command.run for command in desk.begun()] == [1, 2, 3]


def test_a_changed_rate_never_begins_another_run(desk: Desk) -> None:
    desk.presenter.set_config(learning_rate=0.25)
    desk.presenter.set_config(batch_size=8)
    first = replace(TrainingConfig(), learning_rate=0.25)
    assert desk.sent == [Reconfigure(first), Reconfigure(replace(first, batch_size=8))]


def test_a_changed_setting_can_be_undone(desk: Desk) -> None:
    desk.presenter.set_optimizer("sgd")
    desk.presenter.set_config(l2=0.5)
    desk.stack.undo()
    assert desk.sent[-1] == Reconfigure(replace(TrainingConfig(), optimizer="sgd", learning_rate=0.1))
    desk.stack.undo()
    assert desk.sent[-1] == Reconfigure(TrainingConfig())
    desk.stack.redo()
    assert desk.sent[-1].config.optimizer == "sgd"


def test_the_same_rate_asks_for_nothing(desk: Desk) -> None:
    desk.presenter.set_config(learning_rate=0.001)
    assert desk.sent == []


def test_an_optimizer_comes_with_a_rate_that_suits_it(desk: Desk) -> None:
    assert set(DEFAULT_RATE) == {"gradient_descent", *OPTIMIZERS}
    desk.presenter.set_optimizer("momentum")
    assert desk.sent == [
        Reconfigure(replace(TrainingConfig(), optimizer="momentum", learning_rate=DEFAULT_RATE["momentum"]))
    ]


@pytest.mark.parametrize(
    ("choose", "said"),
    [
        (lambda presenter: presenter.set_optimizer("sgd"), "The learning rate η comes with it: 0.001 → 0.1."),
        (
            lambda presenter: presenter.set_optimizer("gradient_descent"),
            "The learning rate η comes with it: 0.001 → 0.5. Batch: 32 → all 60,000.",
        ),
        (
            lambda presenter: presenter.use_lecture_setting(),
            "The learning rate η comes with it: 0.001 → 0.01. Batch: 32 → 1.",
        ),
        # Its usual rate is the one in force.
        (lambda presenter: presenter.set_optimizer("rmsprop"), ""),
    ],
)
def test_a_rate_or_batch_that_comes_with_an_optimizer_is_said_with_a_way_back(
    desk: Desk, choose: Callable[[RunPresenter], None], said: str
) -> None:
    choose(desk.presenter)
    assert desk.messages.text == said
    if said:
        undo = desk.messages.findChild(QPushButton, "message_action_0")
        assert undo is not None and undo.text() == "Undo"
        undo.click()
        assert desk.sent[-1] == Reconfigure(TrainingConfig()) and desk.messages.text == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "small_cnn",
            "The learning rate η comes with it: 0.001 → 0.005. Batch: 32 → 16. η × 0.25 every 4,000 updates.",
        ),
        ("lenet_1989", "The learning rate η comes with it: 0.001 → 0.01. Batch: 32 → 1."),
    ],
)
def test_with_a_network_that_has_a_name_the_settings_that_suit_it_are_offered(
    desk: Desk, run_info: MakeInfo, name: str, said: str
) -> None:
    info = run_info()
    desk.presenter.show_run(replace(info, data=replace(info.data, picture=(16, 16))))
    desk.presenter.set_architecture(known_architecture(name, (16, 16)))
    before = desk.begun()[-1].config
    offer = desk.messages.findChild(QPushButton, "message_action_1")
    assert offer is not None and offer.text() == "Settings that suit it"
    offer.click()
    assert desk.sent[-1] == Reconfigure(replace(before, **SUITED[name]))  # type: ignore[arg-type]
    assert desk.messages.text == said
    desk.stack.undo()
    assert desk.sent[-1] == Reconfigure(before)


def test_with_a_network_of_ones_own_no_settings_are_offered(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense((8,), "relu", 0))
    assert desk.messages.findChild(QPushButton, "message_action_1") is None


@pytest.mark.parametrize(("culprit", "by_hand"), [("rate", False), ("edits", True)])
def test_a_divergence_blames_a_weight_set_by_hand_only_where_the_engine_has_not_ruled_that_out(
    desk: Desk, snapshot_of: Callable[..., Snapshot], culprit: str, by_hand: bool
) -> None:
    # How often something was changed says nothing: all of it may have been set back.
    desk.presenter.show_snapshot(replace(snapshot_of(), edit_count=3, permutation_count=1))
    desk.presenter.show_diverged(Diverged(0, 1201, "parameter", culprit))
    assert desk.messages.text.startswith("Update 1,201")
    assert ("the learning rate" in desk.messages.text) is not by_hand
    assert ("set by hand" in desk.messages.text) is by_hand
    # Once one is set, the run may go on, and nothing is the matter with it.
    desk.presenter.show_edited()
    assert desk.messages.text == ""


def test_a_divergence_is_told_at_once_and_blamed_and_rewound_only_when_its_cause_is_known(desk: Desk) -> None:
    desk.presenter.show_diverged(Diverged(0, 4, "loss"))
    assert desk.messages.text == (
        "Update 4 was not made: a C of its batch is too large to write. Training is paused."
    )
    assert desk.messages.findChild(QPushButton, "message_action_0") is None
    desk.presenter.show_diverged(Diverged(0, 4, "loss", "rate", 30.0))
    assert "the learning rate of 30 is too high" in desk.messages.text
    assert desk.messages.findChild(QPushButton, "message_action_0") is not None
    desk.presenter.show_diverged(Diverged(0, 4, "loss", "weights"))
    assert desk.messages.findChild(QPushButton, "message_action_0") is None


def test_two_changes_before_the_engine_answers_are_both_kept(desk: Desk) -> None:
    desk.presenter.set_config(learning_rate=0.25)
    desk.presenter.set_config(batch_size=8)
    final = desk.sent[-1].config
    assert (final.learning_rate, final.batch_size) == (0.25, 8)


def test_two_architectures_before_the_engine_answers_start_from_the_run_that_was_left(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense((128,), "relu", 0))
    desk.presenter.set_architecture(Architecture.dense((64,), "relu", 0))
    desk.stack.undo()
    assert desk.sent[-1] == ReturnToRun(1)


def test_a_architecture_right_after_undo_starts_from_the_run_that_is_back(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense((8,), "relu", 0))
    desk.stack.undo()
    # The engine has not answered yet; the run on screen is 0 again, and must stay in memory.
    desk.presenter.set_architecture(Architecture.dense((9,), "relu", 0))
    assert [type(command) for command in desk.sent] == [BeginRun, ReturnToRun, BeginRun, ForgetRun]
    assert [command.run for command in desk.sent] == [1, 0, 2, 1]
    desk.stack.undo()
    assert desk.sent[-1] == ReturnToRun(0)


def test_the_lectures_setting_is_plain_gradient_descent_with_batches_of_one(desk: Desk) -> None:
    desk.presenter.use_lecture_setting()
    config = desk.sent[0].config
    assert (config.optimizer, config.batch_size) == ("sgd", 1)


def test_gradient_descent_is_sgd_with_the_whole_set_and_every_other_way_has_batches_again(desk: Desk) -> None:
    desk.presenter.set_optimizer("gradient_descent")
    desk.presenter.set_optimizer("adam")
    desk.stack.undo()
    configs = [command.config for command in desk.sent]
    assert [(config.optimizer, config.batch_size) for config in configs] == [
        ("sgd", None),
        ("adam", 32),
        ("sgd", None),
    ]


def test_a_run_that_no_undo_reaches_is_forgotten(desk: Desk, run_info: MakeInfo) -> None:
    forgotten: list[int] = []
    desk.presenter.run_forgotten.connect(forgotten.append)
    desk.presenter.set_architecture(Architecture.dense((128,), "relu", 0))
    desk.presenter.show_run(run_info(run=1, architecture=Architecture.dense((128,))))
    desk.stack.undo()
    desk.presenter.show_run(run_info(run=0))
    desk.presenter.set_architecture(Architecture.dense((64,), "relu", 0))
    # Redo to run 1 is gone; undo to run 0 is not.
    assert forgotten == desk.forgotten() == [1]


def test_no_run_within_reach_of_undo_is_forgotten(desk: Desk, run_info: MakeInfo) -> None:
    for run in range(1, 5):
        desk.presenter.rewind()
        desk.presenter.show_run(run_info(run=run))
    assert desk.forgotten() == []


def test_a_long_undo_stack_forgets_its_oldest_runs(desk: Desk, run_info: MakeInfo) -> None:
    desk.stack.clear()
    desk.stack.setUndoLimit(3)
    for run in range(1, 8):
        desk.presenter.rewind()
        desk.presenter.show_run(run_info(run=run))
    assert desk.forgotten() == [0, 1, 2, 3]


def test_the_offer_of_undo_goes_once_something_else_would_be_undone(desk: Desk) -> None:
    desk.presenter.draw_new_weights()
    assert desk.messages.text
    desk.stack.undo()
    assert desk.messages.text == ""


def test_news_stay_when_something_is_undone(desk: Desk) -> None:
    desk.presenter.draw_new_weights()
    desk.messages.show_message("The training has stopped.", "error")
    desk.stack.undo()
    assert desk.messages.text == "The training has stopped."


def test_what_is_wrong_with_one_run_is_not_said_of_another(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.show_run(run_info(run=1))
    desk.presenter.show_warning(1, "too large to write", "error")
    desk.presenter.show_run(run_info(run=1))
    assert desk.messages.text == "too large to write"
    desk.presenter.show_run(run_info(run=0))
    assert desk.messages.text == ""


def test_another_loss_begins_again_from_the_same_weights(desk: Desk) -> None:
    desk.presenter.set_loss("squared_error")
    assert desk.sent == [BeginRun(1, Architecture.dense(), TrainingConfig(loss="squared_error"))]
    assert desk.stack.undoText() == "Change the loss"
    desk.presenter.set_loss("squared_error")
    assert len(desk.begun()) == 1


def test_outputs_that_are_any_number_come_with_the_squared_error_and_go_with_it(desk: Desk) -> None:
    desk.presenter.set_architecture(Architecture.dense().changed(output="identity"))
    assert desk.begun()[-1].config.loss == "squared_error"
    assert "squared error" in desk.messages.text
    desk.presenter.set_loss("cross_entropy")
    begun = desk.begun()[-1]
    assert (begun.architecture.output, begun.config.loss) == ("softmax", "cross_entropy")


def test_penalties_and_schedules_never_begin_another_run(desk: Desk) -> None:
    desk.presenter.set_config(l2=0.01)
    desk.presenter.set_config(schedule="cosine")
    desk.presenter.set_config(dropout=0.5)
    assert [type(command) for command in desk.sent] == [Reconfigure] * 3
    config = desk.sent[-1].config
    assert (config.l2, config.schedule, config.dropout) == (0.01, "cosine", 0.5)


def begin_on(desk: Desk, choice: DatasetSpec) -> BeginRun:
    dataset = choice.load()
    counts = len(dataset.y_train), len(dataset.y_test), len(dataset.class_names)
    loaded = DataLoaded(choice, dataset.n_in, *counts, dataset.nbytes, picture=dataset.picture)
    desk.presenter.begin_on(loaded)
    begun = desk.begun()[-1]
    assert begun.choice == choice
    return begun


def test_regression_targets_bring_their_loss_and_output_and_classes_take_them_back(
    desk: Desk, run_info: MakeInfo
) -> None:
    sine = DatasetSpec("line", "sine", count=20)
    begun = begin_on(desk, sine)
    architecture, config = begun.architecture, begun.config
    assert (architecture.output, config.loss, config.batch_size) == ("identity", "squared_error", 20)
    info = run_info(run=begun.run, architecture=architecture, config=config, train_count=20)
    desk.presenter.show_run(replace(info, sizes=(1, 32, 16, 1), data=data_info(sine, sine.load())))
    begun = begin_on(desk, DatasetSpec("plane", "xor", count=20))
    architecture, config = begun.architecture, begun.config
    assert (architecture.output, config.loss, config.batch_size) == ("softmax", "cross_entropy", 16)
    desk.stack.undo()
    assert desk.sent[-1] == ReturnToRun(1)


def test_a_choice_of_loss_stays_when_the_examples_change(desk: Desk) -> None:
    desk.presenter.set_loss("squared_error")
    assert begin_on(desk, DatasetSpec("plane", "xor")).config.loss == "squared_error"


def test_a_start_for_a_few_inputs_is_left_behind_with_them(desk: Desk, run_info: MakeInfo) -> None:
    architecture = Architecture.dense(initializer="spread", initial_scale=3.0)
    desk.presenter.show_run(replace(run_info(architecture=architecture), sizes=(2, 32, 16, 2)))
    assert begin_on(desk, DatasetSpec("plane", "xor")).architecture.initializer == "spread"
    assert begin_on(desk, DatasetSpec(count=50, classes=(0, 1))).architecture.initializer == "he"


@pytest.mark.parametrize(
    ("choice", "start"),
    [
        (DatasetSpec("line", "sine", count=20), "spread"),
        (DatasetSpec("plane", "xor", count=20), "spread"),
        (DatasetSpec(count=50, classes=(0, 1)), "he"),
    ],
)
def test_one_or_two_inputs_begin_spread(desk: Desk, choice: DatasetSpec, start: str) -> None:
    # With He's start all bends are at 0, and eight neurons on a sine stay at a loss ten times as large.
    assert begin_on(desk, choice).architecture.initializer == start


def test_a_start_that_was_chosen_for_few_inputs_or_is_not_the_usual_one_is_kept(
    desk: Desk, run_info: MakeInfo
) -> None:
    desk.presenter.show_run(run_info(architecture=Architecture.dense(initializer="lecun")))
    assert begin_on(desk, DatasetSpec("plane", "xor")).architecture.initializer == "lecun"
    chosen = replace(run_info(architecture=Architecture.dense(initializer="he")), sizes=(2, 32, 16, 2))
    desk.presenter.show_run(chosen)
    assert begin_on(desk, DatasetSpec("line", "sine")).architecture.initializer == "he"


def test_a_large_data_set_counts_as_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.presenter.draw_new_weights()
    assert desk.stack.count() == 1
    monkeypatch.setattr("gui.presenters.kept_runs.MAX_BYTES", 1_000_000)
    begin_on(desk, DatasetSpec("plane", "xor"))
    assert desk.stack.count() == 2
    begin_on(desk, DatasetSpec(count=5000))
    assert desk.stack.count() == 1
    assert desk.forgotten() == [0, 1]


def test_an_early_stop_says_since_when_the_test_loss_has_not_fallen(desk: Desk) -> None:
    desk.presenter.show_stopped_early(StoppedEarly(0, 12_000, 9_500))
    assert "12,000" in desk.messages.text and "9,500" in desk.messages.text
    # Between two ends of epochs it may have been less: the plot shows it there, too.
    assert "of the ends of epochs, the test loss was least at" in desk.messages.text


def test_that_space_goes_on_after_an_early_stop_is_said_until_it_does(desk: Desk) -> None:
    desk.presenter.show_stopped_early(StoppedEarly(0, 12_000, 9_500))
    desk.presenter.set_running(False)
    assert "Space goes on" in desk.messages.text
    desk.presenter.set_running(True)
    assert desk.messages.text == ""


def test_an_early_stop_of_another_run_does_not_say_that_the_one_on_screen_has_stopped(desk: Desk) -> None:
    desk.presenter.show_stopped_early(StoppedEarly(7, 12_000, 9_500))
    assert desk.messages.text == ""


# --- another network pauses the training, and says so


def begin_something(desk: Desk, what: str) -> None:
    presenter = desk.presenter
    if what == "structure":
        presenter.set_architecture(Architecture.dense((8,), "relu", 0))
    elif what == "loss":
        presenter.set_loss("squared_error")
    elif what == "rewind":
        presenter.rewind()
    elif what == "new weights":
        presenter.draw_new_weights()
    else:
        presenter.begin_on(DataLoaded(DatasetSpec(), 256, 500, 100, 10, 1000))


@pytest.mark.parametrize("what", ["structure", "loss", "rewind", "new weights", "data"])
@pytest.mark.parametrize("runs", [True, False])
def test_what_begins_another_network_says_that_the_training_has_paused(
    desk: Desk, what: str, runs: bool
) -> None:
    desk.presenter.set_running(runs)
    begin_something(desk, what)
    desk.presenter.set_running(False)
    assert desk.messages.text.endswith("Paused: Space trains it.") == runs


def test_so_does_what_leads_back_to_another_network(desk: Desk) -> None:
    begin_something(desk, "structure")
    for lead in (desk.stack.undo, desk.stack.redo):
        desk.presenter.set_running(True)
        lead()
        assert desk.messages.text == "Paused: another network is on screen. Space trains it."
        desk.presenter.set_running(False)


def test_that_it_has_paused_is_said_only_until_it_runs_again(desk: Desk) -> None:
    for begin in (lambda: begin_something(desk, "rewind"), desk.stack.undo):
        desk.presenter.set_running(True)
        begin()
        desk.presenter.set_running(False)
        assert "Paused" in desk.messages.text
        desk.presenter.set_running(True)
        assert desk.messages.text == ""


def test_another_setting_pauses_nothing_and_says_nothing(desk: Desk) -> None:
    desk.presenter.set_running(True)
    desk.presenter.set_config(l2=0.01)
    desk.stack.undo()
    assert desk.messages.text == ""


@pytest.mark.parametrize(
    ("blank", "said"), [(0, ""), (1234, "No ink was found in 1,234 of the 2,000 pictures")]
)
def test_pictures_that_became_no_ink_are_counted(desk: Desk, blank: int, said: str) -> None:
    choice = DatasetSpec("own", path="noise.npz")
    desk.presenter.begin_on(DataLoaded(choice, 256, 2000, 500, 3, 1, blank))
    assert ("No ink" in desk.messages.text) is bool(blank) and said in desk.messages.text


def test_columns_of_one_number_are_counted(desk: Desk) -> None:
    data = DataLoaded(DatasetSpec("own", path="a.csv"), 3, 2000, 500, 3, 1)
    desk.presenter.begin_on(data)
    assert "tell nothing" not in desk.messages.text
    desk.presenter.begin_on(replace(data, choice=DatasetSpec("own", path="b.csv"), constant_count=2))
    assert desk.messages.text.endswith("and so tell nothing: 2 of 3.")


# --- branches


def test_a_branch_is_a_step_of_undo_that_leads_back_to_the_run_that_it_branched_from(desk: Desk) -> None:
    assert desk.presenter.branch(140, TrainingConfig()) == 1
    assert desk.sent[-1] == BranchRun(1, 140)
    info = desk.presenter.info
    assert info is not None and (info.run, info.parent, info.branch_update) == (1, 0, 140)
    desk.stack.undo()
    assert desk.sent[-1] == ReturnToRun(0)
    desk.stack.redo()
    # It is there already: nothing is begun twice.
    assert desk.sent[-1] == ReturnToRun(1)


def test_another_setting_while_one_looks_back_is_set_in_a_branch(desk: Desk) -> None:
    then = TrainingConfig(learning_rate=0.02)
    desk.presenter.show_moment(140, then)
    desk.presenter.set_config(batch_size=64)
    assert desk.sent == [BranchRun(1, 140, replace(then, batch_size=64))]
    info = desk.presenter.info
    assert info is not None and info.config == replace(then, batch_size=64)


def test_every_panel_shows_the_settings_of_the_update_that_is_looked_back_at(
    desk: Desk, run_info: MakeInfo
) -> None:
    now = run_info()
    then = replace(now.config, learning_rate=0.02, l1=0.25, dropout=0.5)
    desk.function_set.show_architecture = Mock()  # type: ignore[method-assign]

    def shown() -> tuple[Any, ...]:
        penalty, rate = (
            desk.goodness.findChild(QLineEdit, "l1"),
            desk.best_function.findChild(QLineEdit, "learning_rate"),
        )
        assert penalty is not None and rate is not None
        return desk.function_set.show_architecture.call_args.args[3], penalty.text(), rate.text()

    desk.presenter.show_moment(140, then)
    assert shown() == (0.5, "0.25", "0.02")
    # Told anew while one looks back, they are still of the past.
    desk.presenter.show_run(now)
    assert shown() == (0.5, "0.25", "0.02")
    desk.presenter.show_moment(None, now.config)
    assert shown() == (0.0, "0", "0.001")


def test_looking_back_the_rate_is_that_of_the_shown_update_and_not_of_the_newest(desk: Desk) -> None:
    rate = desk.best_function.findChild(QLabel, "rate_in_force")
    assert rate is not None
    then = TrainingConfig(learning_rate=0.01, schedule="step", schedule_period=20, schedule_factor=0.1)
    desk.presenter.show_snapshot(SimpleNamespace(update=60))  # type: ignore[arg-type]
    # Of update 10 it is η; of the newest, 60, it would be 0.01 · 0.1³.
    desk.presenter.show_moment(10, then)
    assert rate.text() == "now at 0.0100"
    desk.presenter.show_snapshot(SimpleNamespace(update=61))  # type: ignore[arg-type]
    assert rate.text() == "now at 0.0100"
    desk.presenter.show_moment(25, then)
    assert rate.text() == "now at 0.00100"
    desk.presenter.show_moment(None, then)
    assert rate.text() == "now at 1.00·10⁻⁵"


def test_what_was_set_at_that_update_already_makes_no_branch(desk: Desk) -> None:
    desk.presenter.show_moment(140, TrainingConfig(learning_rate=0.02))
    desk.presenter.set_config(learning_rate=0.02)
    assert desk.sent == []


def test_going_to_another_run_is_a_step_of_undo(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.branch(140, TrainingConfig())
    desk.presenter.show_run(replace(run_info(run=1), parent=0, branch_update=140))
    desk.presenter.go_to_run(0)
    assert desk.sent[-1] == ReturnToRun(0)
    desk.presenter.show_run(run_info())
    desk.stack.undo()
    assert desk.sent[-1] == ReturnToRun(1)


@pytest.mark.parametrize("run", [0, 7])
def test_there_is_no_way_to_the_run_on_screen_or_to_one_that_is_gone(desk: Desk, run: int) -> None:
    desk.presenter.go_to_run(run)
    assert desk.sent == [] and desk.stack.count() == 0


SMALL_CNN = Architecture.dense(seed=3).with_hidden(known_hidden_layers("small_cnn", (16, 16)))


def on_pictures(rows: int, columns: int) -> DataLoaded:
    choice = DatasetSpec("own", path="pictures")
    return DataLoaded(choice, rows * columns, 500, 100, 4, 1000, picture=(rows, columns))


def test_maps_read_other_pictures_as_these_lie(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.show_run(run_info(architecture=SMALL_CNN))
    desk.presenter.begin_on(on_pictures(24, 20))
    assert desk.begun()[-1].architecture == SMALL_CNN.on_picture((24, 20))
    assert "dense" not in desk.messages.text


@pytest.mark.parametrize("data", [on_pictures(3, 40), DataLoaded(DatasetSpec("plane"), 2, 48, 12, 3, 1)])
def test_maps_that_do_not_fit_other_data_become_the_default_layers_and_that_is_said(
    desk: Desk, run_info: MakeInfo, data: DataLoaded
) -> None:
    # Three rows become one behind the first pool, which the second can't halve.
    desk.presenter.show_run(run_info(architecture=SMALL_CNN))
    desk.presenter.begin_on(data)
    begun = desk.begun()[-1].architecture
    assert (begun.hidden_layers, begun.seed) == (Architecture.dense().hidden_layers, 3)
    assert "Its layers for pictures did not fit these data" in desk.messages.text


def test_new_weights_keep_layers_of_any_kind(desk: Desk, run_info: MakeInfo) -> None:
    desk.presenter.show_run(run_info(architecture=SMALL_CNN))
    desk.presenter.draw_new_weights()
    assert desk.begun()[-1].architecture == replace(SMALL_CNN, seed=4)


def test_settings_of_a_race_are_changed_for_all_and_taken_back_at_once(
    desk: Desk, run_info: MakeInfo
) -> None:
    wide = TrainingConfig(batch_size=100)
    for run, config in ((4, TrainingConfig()), (5, wide)):
        desk.presenter.kept.note(run_info(run=run, config=config))
    desk.presenter.show_run(run_info(run=4))
    desk.presenter.set_alike = lambda run: (4, 5) if run == 4 else (run,)
    desk.presenter.set_config(learning_rate=0.5)
    fast = TrainingConfig(learning_rate=0.5)
    assert desk.sent[0] == ReconfigureSeveral((4, 5), (fast, replace(wide, learning_rate=0.5)))
    assert desk.messages.text == "All three of the race have this setting now."
    assert desk.presenter.info is not None and desk.presenter.info.config == fast
    desk.stack.undo()
    assert desk.sent[-1] == ReconfigureSeveral((4, 5), (TrainingConfig(), wide))
    desk.presenter.set_optimizer("sgd")
    assert desk.messages.text.endswith("So it is for all three of the race.")
    # The run that is not on screen starts from what was wished for last.
    assert [config.batch_size for config in desk.sent[-1].configs] == [32, 32]
    desk.presenter.set_config(dropout=0.5)
    assert {config.optimizer for config in desk.sent[-1].configs} == {"sgd"}

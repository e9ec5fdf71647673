"""Several runs begin at once, as one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.engine.commands import BeginRun, ReturnToRun
from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from gui.app.message_bar import MessageBar
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.loss.loss_panel import LossPanel
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.presenters.race_runs import begin_race, unrolled_beginnings
from gui.presenters.run_presenter import RunPresenter

CONFIG = TrainingConfig(optimizer="adam", learning_rate=0.002, batch_size=8)
BEGINNINGS = [
    (Architecture.dense((3,)), InitialWeights("first", np.zeros(4, np.float32))),
    (Architecture.dense((5,)), InitialWeights("second", np.zeros(6, np.float32))),
]


@pytest.fixture
def desk(
    qtbot: QtBot, engine: Any, run_info: Callable[..., RunInfo]
) -> Iterator[tuple[RunPresenter, QUndoStack]]:
    parts = ArchitecturePanel(), LossPanel(), OptimizerPanel(), MessageBar()
    for part in parts:
        qtbot.addWidget(part)
    stack = QUndoStack()
    presenter = RunPresenter(*parts, engine, stack)
    presenter.show_run(run_info())
    yield presenter, stack
    parts[3].hide()
    stack.clear()


def test_all_are_begun_on_the_digits_and_the_last_one_is_shown(
    desk: tuple[RunPresenter, QUndoStack], engine: Any
) -> None:
    presenter, stack = desk
    assert begin_race(presenter, engine, stack, BEGINNINGS, CONFIG) == (1, 2)
    first, second = engine.sent
    assert isinstance(first, BeginRun) and isinstance(second, BeginRun)
    assert (first.run, first.is_shown, second.run, second.is_shown) == (1, False, 2, True)
    assert first.choice == second.choice == DatasetSpec() and first.config == second.config == CONFIG
    assert first.weights is BEGINNINGS[0][1] and second.architecture == BEGINNINGS[1][0]
    assert presenter.info is not None and presenter.info.run == 2
    assert (presenter.info.weights_name, presenter.info.parent) == ("second", None)


def test_undo_leads_back_and_redo_to_the_one_that_was_shown(
    desk: tuple[RunPresenter, QUndoStack], engine: Any
) -> None:
    presenter, stack = desk
    begin_race(presenter, engine, stack, BEGINNINGS, CONFIG)
    assert stack.count() == 1
    stack.undo()
    assert engine.sent[-1] == ReturnToRun(0)
    stack.redo()
    assert engine.sent[-1] == ReturnToRun(2)
    assert len(engine.sent) == 4


def test_without_a_run_nothing_begins(qtbot: QtBot, engine: Any) -> None:
    parts = ArchitecturePanel(), LossPanel(), OptimizerPanel(), MessageBar()
    for part in parts:
        qtbot.addWidget(part)
    stack = QUndoStack()
    presenter = RunPresenter(*parts, engine, stack)
    assert begin_race(presenter, engine, stack, BEGINNINGS, CONFIG) == ()
    assert engine.sent == [] and stack.count() == 0


def test_the_three_on_the_way_to_a_convolution_keep_names_of_no_language() -> None:
    starts = [np.full(3, number, np.float32) for number in range(3)]
    three = unrolled_beginnings(starts, 5)
    assert [weights.name for _, weights in three] == ["unrolled/dense", "unrolled/local", "unrolled/shared"]
    assert all(weights.parameters is start for (_, weights), start in zip(three, starts, strict=True))
    assert {network.seed for network, _ in three} == {5} and len({network for network, _ in three}) == 3

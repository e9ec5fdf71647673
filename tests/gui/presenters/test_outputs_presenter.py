"""The bars are of the update that the page names; one is asked for at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.engine.example_commands import AskOutputs
from core.engine.example_messages import ExampleOutputs
from core.training.config import TrainingConfig
from gui.ledger.example_side import ExampleSide
from gui.presenters.outputs_presenter import OutputsPresenter, output_names
from tests.gui.ledger.answers import answers
from tests.gui.presenters.test_selection_presenter import INFO


class Engine(QObject):
    """Keeps what it is asked."""

    example_outputs = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, int]] = []

    def send(self, command: Any) -> None:
        assert isinstance(command, AskOutputs)
        self.asked.append((command.split, command.row))


class Desk:
    def __init__(self, side: ExampleSide) -> None:
        self.engine, self.side = Engine(), side
        self.presenter = OutputsPresenter(side, self.engine, self.engine)  # type: ignore[arg-type]

    def answer(
        self,
        row: int,
        update: int = 7,
        y: tuple[float, ...] = (0.2, 0.5, 0.3),
        measurement: int = 0,
        split: str = "train",
    ) -> None:
        targets = np.array([1.0, 0.0, 0.0])
        outputs = ExampleOutputs(0, update, split, row, np.array(y), targets, measurement)
        self.engine.example_outputs.emit(outputs)

    @property
    def y(self) -> list[float]:
        rows = self.side.bars.rows
        assert rows is not None
        return [round(value, 3) for value in rows.y.tolist()]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    side = ExampleSide()
    qtbot.addWidget(side)
    return Desk(side)


def test_y_of_the_right_answer_stands_at_once_and_the_others_when_they_come(desk: Desk) -> None:
    # Row 1 is a cat; C = 2.
    desk.presenter.show(1, answers(), INFO)
    assert desk.engine.asked == [("train", 1)]
    assert desk.y[0] == 0.135 and str(desk.y[1:]) == "[nan, nan]"
    desk.answer(1)
    assert desk.y == [0.135, 0.5, 0.3]
    # Shown once more they are known.
    desk.presenter.show(1, answers(), INFO)
    assert desk.engine.asked == [("train", 1)] and desk.y == [0.135, 0.5, 0.3]


def test_what_is_of_another_update_or_example_is_not_shown(desk: Desk) -> None:
    desk.presenter.show(1, answers(), INFO)
    for row, update in ((2, 7), (1, 8)):
        desk.answer(row, update)
        assert str(desk.y[1:]) == "[nan, nan]"
    desk.presenter.show(None, answers(), INFO)
    desk.answer(1)
    assert desk.side.bars.rows is None


def test_while_the_pointer_moves_one_is_asked_for_at_a_time(desk: Desk) -> None:
    for row in (1, 2, 3, 4):
        desk.presenter.show(row, answers(), INFO)
    assert desk.engine.asked == [("train", 1)]
    desk.answer(1)
    assert desk.engine.asked == [("train", 1), ("train", 4)]
    # At the next exact L what was not answered is not waited for; nor of an engine that has ended.
    desk.presenter.show(4, replace(answers(), update=9), INFO)
    assert len(desk.engine.asked) == 3
    desk.presenter.forget()
    desk.presenter.show(4, replace(answers(), update=9), INFO)
    assert len(desk.engine.asked) == 4


def test_with_another_loss_it_is_said_what_makes_c(desk: Desk) -> None:
    info = replace(INFO, config=TrainingConfig(loss="squared_error"))
    desk.presenter.show(1, answers(), info)
    desk.answer(1)
    rows = desk.side.bars.rows
    assert rows is not None and rows.targets.tolist() == [1, 0, 0] and desk.y == [0.2, 0.5, 0.3]


@pytest.mark.parametrize("outputs, names", [(1, ("y",)), (3, ("y₁", "y₂", "y₃"))])
def test_numbers_are_called_y(outputs: int, names: tuple[str, ...]) -> None:
    info = replace(INFO, sizes=(2, outputs), data=replace(INFO.data, class_names=()))
    assert output_names(info) == names


def test_of_one_update_they_are_of_the_parameters_that_c_is_of(desk: Desk) -> None:
    # A parameter is set by hand: the same update, run and row, but another network.
    desk.presenter.show(1, answers(), INFO)
    desk.answer(1)
    by_hand = replace(answers(), measurement=1)
    desk.presenter.show(1, by_hand, INFO)
    assert desk.engine.asked == [("train", 1)] * 2 and str(desk.y[1:]) == "[nan, nan]"
    # What was under way tells of the parameters of before.
    desk.answer(1)
    assert str(desk.y[1:]) == "[nan, nan]"
    desk.answer(1, y=(0.135, 0.8, 0.065), measurement=1)
    assert desk.y == [0.135, 0.8, 0.065]
    # Undone, and done again: asked anew each time.
    for measurement in (2, 3):
        desk.presenter.show(1, replace(answers(), measurement=measurement), INFO)
        assert str(desk.y[1:]) == "[nan, nan]"
        desk.answer(1, y=(0.135, 0.4, 0.465), measurement=measurement)
        assert desk.y == [0.135, 0.4, 0.465]
    assert len(desk.engine.asked) == 4


def test_rows_of_ones_own_set_are_another_examples_once_it_has_changed(desk: Desk) -> None:
    own = replace(answers(split="own"), numbers=np.arange(1, 13), measurement=4)
    desk.presenter.show(0, own, INFO)
    desk.answer(0, y=(0.9, 0.05, 0.05), measurement=4, split="own")
    assert desk.y[1:] == [0.05, 0.05]
    # The first one is deleted, or meant to be another class: row 0 is asked for again.
    less = replace(
        own, **{name: getattr(own, name)[1:] for name in ("losses", "answers", "labels", "numbers")}
    )
    desk.presenter.show(0, replace(less, measurement=5), INFO)
    assert desk.engine.asked == [("own", 0)] * 2 and str(desk.y[1:]) == "[nan, nan]"
    desk.answer(0, y=(0.3, 0.6, 0.1), measurement=5, split="own")
    assert desk.y[1:] == [0.6, 0.1]


def test_another_engine_counts_its_measurements_anew(desk: Desk) -> None:
    desk.presenter.show(1, answers(), INFO)
    desk.answer(1)
    desk.presenter.forget()
    desk.presenter.show(1, answers(), INFO)
    assert len(desk.engine.asked) == 2 and str(desk.y[1:]) == "[nan, nan]"

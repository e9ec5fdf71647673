"""Another run's matrix is subtracted of the same examples, or it is said why not; nothing stale stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from core.engine.confusion_messages import ConfusionCounted, ConfusionRefused
from core.engine.example_commands import CountConfusion, DropConfusion
from gui.ledger.classes_view import ClassesView
from gui.ledger.other_run_box import NEWEST, NO_RUN, SAME, OtherRunBox
from gui.presenters.classes_presenter import ClassesPresenter
from gui.presenters.other_run_presenter import OtherRunPresenter
from gui.side.run_choice import RunChoice
from tests.gui.ledger.answers import NAMES, answers

# On paper: what `answers` count, and a run that has learned all of them, at its update 1,500.
COUNTS = [[3, 2, 0, 0], [0, 3, 0, 1], [1, 1, 1, 0]]
ALL_RIGHT = np.array([[5, 0, 0, 0], [0, 4, 0, 0], [0, 0, 3, 0]], np.uint32)
MINUS_ALL_RIGHT = [[-2, 2, 0, 0], [0, -1, 0, 1], [1, 1, -2, 0]]


class Others(QObject):
    """The engine, the time and the runs that are known, as far as they are asked."""

    confusion_counted = Signal(object)
    confusion_refused = Signal(object)
    running_changed = Signal(bool)
    rows_changed = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[CountConfusion] = []
        self.dropped = 0
        self.names = {0: "shown", 1: "seed 1", 2: "η 0.01"}

    def send(self, command: Any) -> None:
        if isinstance(command, DropConfusion):
            self.dropped += 1
        else:
            assert isinstance(command, CountConfusion)
            self.asked.append(command)

    @property
    def seen_choices(self) -> tuple[RunChoice, ...]:
        return tuple(RunChoice(run, name, 0, 1500) for run, name in self.names.items())

    def name_of(self, run: int) -> str:
        return self.names.get(run, str(run + 1))

    def live_of(self, run: int) -> int:
        return 1500


class Desk:
    def __init__(self, view: ClassesView, box: OtherRunBox) -> None:
        self.view, self.box, self.others = view, box, Others()
        self.classes = ClassesPresenter(view, self.others)
        other = self.others
        self.presenter = OtherRunPresenter(box, self.classes, other, other, other, other)  # type: ignore[arg-type]
        self.losses = answers()

    def show(self, losses: ExampleLosses | None = None) -> tuple[str, ...]:
        self.losses = losses or self.losses
        said = self.presenter.show(self.losses, NAMES)
        self.classes.show(self.losses, NAMES, None)
        return said

    def answer(self, update: int = 1500, counts: np.ndarray = ALL_RIGHT) -> None:
        asked = self.others.asked[-1]
        counted = ConfusionCounted(asked.ask, asked.run, update, asked.split, counts)
        self.others.confusion_counted.emit(counted)

    def refuse(self, reason: str) -> str:
        asked = self.others.asked[-1]
        self.others.confusion_refused.emit(ConfusionRefused(asked.ask, asked.run, reason))
        return " ".join(self.presenter.says())

    @property
    def counts(self) -> list[list[int]]:
        marks = self.view.matrix.marks
        assert marks is not None
        return marks.counts.tolist()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    view, box = ClassesView(), OtherRunBox()
    qtbot.addWidget(view)
    qtbot.addWidget(box)
    view.resize(700, 600)
    view.show()
    desk = Desk(view, box)
    desk.show()
    return desk


def test_the_newest_state_of_a_run_is_subtracted_and_named(desk: Desk) -> None:
    # All but the run on screen are offered.
    assert [desk.box.runs.itemData(i) for i in range(desk.box.runs.count())] == [NO_RUN, 1, 2]
    desk.box.wanted.emit(1, NEWEST)
    assert desk.others.asked == [CountConfusion(1, 1, "train", None)]
    assert desk.counts == COUNTS
    assert desk.show() == ("run seed 1 is being counted; nothing is subtracted yet",)
    desk.answer()
    assert desk.counts == MINUS_ALL_RIGHT
    assert desk.show() == ("this run at update 7 minus run seed 1 at update 1,500",)
    # However often it is shown it is asked for once; newer answers are newer questions.
    assert len(desk.others.asked) == 1
    desk.show(replace(answers(), update=9))
    assert desk.others.asked[-1] == CountConfusion(2, 1, "train", None)
    assert desk.counts == MINUS_ALL_RIGHT, "minus what is known of it"
    figure = desk.view.matrix.figure()
    assert figure is not None and figure.what.endswith(", minus those of run seed 1, update 1,500")
    desk.box.wanted.emit(NO_RUN, NEWEST)
    assert desk.counts == COUNTS and desk.show() == () and desk.others.dropped == 1


def test_the_same_run_twice_leaves_nothing(desk: Desk) -> None:
    desk.box.wanted.emit(1, NEWEST)
    desk.answer(7, np.array(COUNTS, np.uint32))
    assert not np.any(desk.counts)


def test_at_the_same_update_the_matrix_is_held_until_both_are_of_one(desk: Desk) -> None:
    desk.box.wanted.emit(2, SAME)
    assert desk.others.asked[-1] == CountConfusion(1, 2, "train", 7)
    desk.answer(7)
    assert desk.presenter.says() == ("this run at update 7 minus run η 0.01 at update 7",)
    all_right = replace(answers(), answers=answers().labels, update=9)
    said = desk.show(all_right)
    assert said == ("this run at update 7 minus run η 0.01 at update 7",)
    assert desk.counts == MINUS_ALL_RIGHT, "neither the new counts minus the old ones, nor the new ones alone"
    # An answer to an earlier question says nothing of this one.
    desk.others.confusion_counted.emit(ConfusionCounted(1, 2, 7, "train", ALL_RIGHT))
    assert desk.counts == MINUS_ALL_RIGHT
    desk.answer(9)
    assert not np.any(desk.counts)
    assert desk.presenter.says() == ("this run at update 9 minus run η 0.01 at update 9",)


@pytest.mark.parametrize(
    "reason, said",
    [
        ("gone", "run seed 1 is gone: nothing is subtracted"),
        ("data", "run seed 1 has other examples, labels or classes: it cannot be subtracted"),
        ("short", "run seed 1 has made only 1,500 updates, not 7: it cannot be subtracted there"),
        ("trains", "run seed 1 at update 7 is counted once the training pauses"),
        ("failed", "run seed 1 could not be counted"),
    ],
)
def test_what_is_refused_leaves_no_stale_difference(desk: Desk, reason: str, said: str) -> None:
    desk.box.wanted.emit(1, SAME)
    desk.answer(7)
    desk.show(replace(answers(), update=7))
    assert desk.refuse(reason).startswith(said)
    assert desk.counts == COUNTS


def test_what_waits_for_the_training_is_asked_again_once_it_pauses(desk: Desk) -> None:
    desk.box.wanted.emit(1, SAME)
    desk.refuse("trains")
    desk.others.running_changed.emit(True)
    assert len(desk.others.asked) == 1
    desk.others.running_changed.emit(False)
    assert len(desk.others.asked) == 2
    desk.answer(7)
    assert desk.counts == MINUS_ALL_RIGHT


def test_a_run_that_is_hidden_or_deleted_is_subtracted_no_more(desk: Desk) -> None:
    changes: list[int] = []
    desk.presenter.changed.connect(lambda: changes.append(1))
    desk.box.wanted.emit(1, NEWEST)
    desk.answer()
    del desk.others.names[1]
    changes.clear()
    desk.others.rows_changed.emit([], 0)
    assert changes and desk.counts == COUNTS and desk.presenter.run == desk.box.runs.value == NO_RUN
    left = ("run seed 1 was hidden or deleted: nothing is subtracted any more",)
    assert desk.show() == left == desk.show(replace(answers(), update=9))
    desk.box.wanted.emit(2, NEWEST)
    assert desk.show() == ("run η 0.01 is being counted; nothing is subtracted yet",)


def test_a_run_that_is_renamed_is_called_so_at_once(desk: Desk) -> None:
    desk.box.wanted.emit(1, NEWEST)
    desk.answer()
    desk.others.names[1] = "slow"
    desk.others.rows_changed.emit([], 0)
    assert desk.presenter.says() == ("this run at update 7 minus run slow at update 1,500",)
    assert desk.counts == MINUS_ALL_RIGHT


def test_another_set_is_counted_anew_and_another_run_begins_with_nothing(desk: Desk) -> None:
    desk.box.wanted.emit(1, NEWEST)
    desk.answer()
    assert desk.show(answers(split="test")) == ("run seed 1 is being counted; nothing is subtracted yet",)
    assert desk.counts == COUNTS and desk.others.asked[-1].split == "test"
    # What comes late of the other set is not of these examples.
    desk.others.confusion_counted.emit(ConfusionCounted(desk.others.asked[-1].ask, 1, 3, "train", ALL_RIGHT))
    assert desk.counts == COUNTS
    # Nor is a table of other examples, as of one's own set before it changed.
    desk.answer(1500, ALL_RIGHT * 2)
    assert desk.counts == COUNTS and "is being counted" in desk.presenter.says()[0]
    desk.answer()
    assert desk.counts == MINUS_ALL_RIGHT
    # One's own set lost an example: what was known is of more.
    fewer = {name: getattr(desk.losses, name)[1:] for name in ("losses", "answers", "labels", "confidences")}
    assert "is being counted" in desk.show(replace(desk.losses, **fewer))[0]
    assert desk.counts[0] == [2, 2, 0, 0]
    desk.show(answers(split="test"))
    assert desk.show(replace(answers(), run=1)) == () and desk.presenter.run == NO_RUN
    assert [desk.box.runs.itemData(i) for i in range(desk.box.runs.count())] == [NO_RUN, 0, 2]

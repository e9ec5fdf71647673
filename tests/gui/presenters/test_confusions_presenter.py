"""What is subtracted is the matrix of a measurement of the same run and set, and ends with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.analysis.confusion_history import ConfusionHistory
from core.analysis.example_losses import ExampleLosses
from core.engine.example_commands import AskConfusions
from gui.ledger.classes_view import ClassesView
from gui.ledger.gallery_order import Pair
from gui.presenters.classes_presenter import ClassesPresenter
from gui.presenters.confusions_presenter import ConfusionsPresenter
from tests.gui.ledger.answers import NAMES, answers, many


class Engine(QObject):
    """Keeps what it is asked."""

    confusions_over_run = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def send(self, command: Any) -> None:
        assert isinstance(command, AskConfusions)
        self.asked.append(command.split)


class Desk:
    def __init__(self, view: ClassesView) -> None:
        self.view, self.engine, self.history = view, Engine(), ConfusionHistory()
        self.classes = ClassesPresenter(view, self.engine)
        self.presenter = ConfusionsPresenter(view, self.classes, self.engine, self.engine)  # type: ignore[arg-type]

    def show(self, losses: ExampleLosses) -> tuple[str, ...]:
        said = self.presenter.show(losses, NAMES)
        self.classes.show(losses, NAMES, None)
        return said

    def measure(self, losses: ExampleLosses) -> None:
        self.history.add(losses, 3, True)
        self.engine.confusions_over_run.emit(self.history.all(losses.run, losses.split))

    @property
    def counts(self) -> list[list[int]]:
        marks = self.view.matrix.marks
        assert marks is not None
        return marks.counts.tolist()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    view = ClassesView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    return Desk(view)


def test_the_moment_that_is_chosen_is_subtracted(desk: Desk) -> None:
    all_right = replace(answers(), answers=answers().labels, update=3)
    desk.show(all_right)
    desk.measure(all_right)
    desk.show(answers())
    desk.measure(answers())
    # Once for each measurement, however often it is shown.
    desk.show(answers())
    assert desk.engine.asked == ["train", "train"]
    counts = desk.counts
    assert counts == [[3, 2, 0, 0], [0, 3, 0, 1], [1, 1, 1, 0]]
    desk.view.way.moment_wanted.emit(3)
    assert desk.counts == [[-2, 2, 0, 0], [0, -1, 0, 1], [1, 1, -2, 0]]
    assert desk.show(answers()) == ("minus those of update 3",)
    figure = desk.view.matrix.figure()
    assert figure is not None and figure.what.endswith(", minus those of update 3")
    # Newer answers, of the same run and set: still minus those.
    desk.show(replace(answers(), update=9))
    assert desk.presenter.moment == 3 and desk.counts[0] == [-2, 2, 0, 0]
    desk.view.way.moment_wanted.emit(None)
    assert desk.counts == counts and desk.show(answers()) == ()


def test_the_way_is_the_chosen_cells(desk: Desk) -> None:
    desk.show(answers())
    for update, losses in ((3, replace(answers(), answers=answers().labels)), (7, answers())):
        desk.measure(replace(losses, update=update))
    way = desk.view.way.way
    assert way is not None and way.own.tolist() == [0, 5]
    desk.view.matrix.chosen.emit(Pair(0, 1))
    way = desk.view.way.way
    assert way is not None and way.own.tolist() == [0, 2] and way.mirror is not None
    assert way.mirror.tolist() == [0, 0]
    assert desk.view.way.accessibleDescription() == "is cat, says dog: 2  ·  is dog, says cat: 0"


def test_who_looks_back_reads_the_counts_of_that_update(desk: Desk) -> None:
    all_right = replace(answers(), answers=answers().labels)
    for losses in (replace(all_right, update=3), replace(answers(), update=7), replace(all_right, update=20)):
        desk.show(losses)
        desk.measure(losses)
    desk.view.matrix.chosen.emit(Pair(0, 1))
    way = desk.view.way
    assert way.accessibleDescription() == "is cat, says dog: 0  ·  is dog, says cat: 0"
    assert way.past_point() is None
    # Two cats are taken for dogs at update 7, which is marked: 4/17 of the way.
    desk.show(answers())
    assert way.accessibleDescription() == "is cat, says dog: 2, update 7  ·  is dog, says cat: 0"
    point, place = way.past_point(), way._place()
    assert point is not None
    assert point.x() == pytest.approx(place.left() + 4 / 17 * place.width())
    # The most of any cell off the diagonal were two.
    assert point.y() == pytest.approx(place.top())
    # Also between two measurements, and in the present no more.
    desk.show(replace(answers(), update=9))
    assert ": 2, update 9" in way.accessibleDescription()
    desk.show(replace(all_right, update=20))
    assert way.past_point() is None and way.accessibleDescription().startswith("is cat, says dog: 0  ·")


def test_another_run_or_set_begins_with_nothing_subtracted(desk: Desk) -> None:
    desk.show(answers())
    for update in (3, 7):
        desk.measure(replace(answers(), update=update))
    desk.view.way.moment_wanted.emit(3)
    assert desk.presenter.moment == 3
    desk.show(answers(split="test"))
    assert desk.presenter.moment is None and desk.view.way.way is None
    # What comes late of the other set, or has other classes, is not shown.
    desk.engine.confusions_over_run.emit(desk.history.all(0, "train"))
    assert desk.view.way.way is None
    other = ConfusionHistory()
    other.add(many(4), 4, True)
    desk.engine.confusions_over_run.emit(other.all(0, "test"))
    assert desk.view.way.way is None


def test_a_moment_that_was_dropped_gives_way_to_the_nearest(desk: Desk) -> None:
    desk.show(answers())
    for update in (1, 4, 6, 9):
        desk.measure(replace(answers(), update=update))
    desk.view.way.moment_wanted.emit(4)
    thinned = desk.history.all(0, "train")
    kept = np.array([0, 2, 3])
    thinned = replace(thinned, updates=thinned.updates[kept], counts=thinned.counts[kept])
    desk.engine.confusions_over_run.emit(thinned)
    assert desk.presenter.moment == 6


def test_of_one_update_the_way_is_of_the_parameters_that_the_matrix_is_of(desk: Desk) -> None:
    all_right = replace(answers(), answers=answers().labels)
    for losses in (replace(all_right, update=3), answers()):
        desk.show(losses)
        desk.measure(losses)
    desk.view.way.moment_wanted.emit(7)
    assert not np.any(desk.counts)
    assert desk.view.way.accessibleDescription() == "all mistakes: 5"
    # A parameter is set by hand: the same update, another network that makes no mistake.
    by_hand = replace(all_right, measurement=1)
    desk.show(by_hand)
    assert desk.engine.asked == ["train"] * 3
    way = desk.view.way.way
    assert way is not None and way.updates.tolist() == [3]
    desk.measure(by_hand)
    way = desk.view.way.way
    assert way is not None and (way.updates.tolist(), way.own.tolist()) == ([3, 7], [0, 0])
    # So is what is subtracted of that update.
    assert desk.presenter.moment == 7 and not np.any(desk.counts)
    # Undone.
    undone = replace(answers(), measurement=2)
    desk.show(undone)
    desk.measure(undone)
    assert desk.view.way.accessibleDescription() == "all mistakes: 5" and desk.engine.asked == ["train"] * 4

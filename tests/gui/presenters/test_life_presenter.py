"""Lives are asked for while somebody looks at the training set, and only those of this run and example are shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.engine.example_commands import AskLife, WatchLives
from core.engine.example_messages import ExampleLife
from gui.ledger.life_view import LifeView
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_view import WallView
from gui.presenters.life_presenter import LifePresenter
from tests.gui.ledger.answers import NAMES, answers
from tests.gui.ledger.lives import lives


class Engine(QObject):
    example_lives, example_life = Signal(object), Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Any] = []

    def send(self, command: Any) -> None:
        self.sent.append(command)


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.engine, self.wall, self.view = Engine(), WallView(), LifeView()
        for widget in (self.wall, self.view):
            qtbot.addWidget(widget)
        self.changes = 0
        self.parent = QObject()
        own: Any = self.engine
        self.presenter = LifePresenter(self.wall, self.view, own, self._note, self.parent)

    def _note(self) -> None:
        self.changes += 1

    def text(self, name: str) -> str:
        label = self.view.findChild(QLabel, f"ledger_life_{name}")
        assert label is not None
        return label.text()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_it_watches_the_training_set_alone(desk: Desk) -> None:
    desk.presenter.watch(0, "test")
    assert desk.engine.sent == []
    desk.presenter.watch(0, "train")
    desk.presenter.watch(0, "test")
    desk.presenter.watch(0, "test")
    assert desk.engine.sent == [WatchLives(True), WatchLives(False)]
    desk.engine.example_lives.emit(lives())
    assert not desk.presenter.has_lives and desk.changes == 0
    assert desk.presenter.says("forgotten", "wrong") == ()


def test_where_targets_are_numbers_each_c_is_shown_and_nothing_is_ordered_shaded_or_asked_for(
    desk: Desk,
) -> None:
    desk.presenter.watch(0, "train", has_classes=False)
    desk.engine.example_lives.emit(lives())
    desk.presenter.show_row(2)
    assert desk.presenter.lives is not None and not desk.presenter.has_lives
    assert desk.engine.sent == [WatchLives(True)] and desk.presenter.says("forgotten", "wrong") == ()
    assert desk.text("words") == "as last seen, in the batch of update 7: C = 1.50"


def test_the_chosen_examples_life_is_asked_for_once_and_shown(desk: Desk) -> None:
    desk.presenter.watch(0, "train")
    desk.presenter.show_row(2)
    assert "no presentation" in desk.text("recorded")
    desk.engine.example_lives.emit(replace(lives(), run=7))
    assert not desk.presenter.has_lives
    desk.engine.example_lives.emit(lives())
    desk.presenter.show_row(2)
    assert [one for one in desk.engine.sent if isinstance(one, AskLife)] == [AskLife(2)]
    for run, row in ((1, 2), (0, 4)):
        desk.engine.example_life.emit(ExampleLife(run, row, 1, np.arange(3), np.array([1, 2, 1], np.uint8)))
        assert desk.view.row.life is None
    life = ExampleLife(0, 2, 1, np.arange(3), np.array([1, 2, 1], np.uint8))
    desk.engine.example_life.emit(life)
    assert desk.view.row.life is life
    assert "times forgotten: 1" in desk.text("words") and "update 4 to 12" in desk.text("recorded")
    # What comes later is asked for again; another example has another life.
    desk.engine.example_lives.emit(lives())
    desk.presenter.show_row(4)
    assert [one for one in desk.engine.sent if isinstance(one, AskLife)][1:] == [AskLife(2), AskLife(4)]
    assert desk.view.row.life is None
    desk.presenter.show_row(NOBODY)
    assert desk.view.isHidden()


def test_the_wall_is_ordered_and_shaded_where_something_is_recorded(desk: Desk) -> None:
    losses = replace(answers(), losses=np.arange(5.0), answers=np.zeros(5, int), labels=np.zeros(5, int))
    desk.wall.resize(300, 100)
    desk.presenter.watch(0, "train")
    for is_known in (False, True):
        desk.presenter.show_wall("forgotten", "wrong")
        desk.wall.show_losses(losses, "forgotten", NAMES, None)
        assert desk.wall.has_levels == is_known
        said = [text for text in desk.presenter.says("forgotten", "wrong") if text]
        # First: in the narrowest room it is what stays.
        assert said[0].startswith("recorded from" if is_known else "no presentation")
        desk.engine.example_lives.emit(lives())
    assert desk.wall.wall is not None
    standing = desk.wall.wall.cells.T[desk.wall.wall.cells.T != NOBODY]
    assert standing.tolist() == [3, 0, 2, 4, 1]
    desk.presenter.show_wall("loss", "now")
    desk.wall.show_losses(losses, "loss", NAMES, None)
    assert not desk.wall.has_levels and desk.presenter.says("loss", "now") == ()


def test_who_looks_back_hears_first_that_the_counts_go_on(desk: Desk) -> None:
    desk.presenter.watch(0, "train")
    desk.engine.example_lives.emit(lives())
    recorded = "recorded from update 4 to 12, 3 epochs, whole or in part"
    for order, shade, said in (
        ("forgotten", "now", "order: updates 4 to 12, not 7"),
        ("loss", "wrong", "shade: updates 4 to 12, not 7"),
        ("forgotten", "wrong", "order and shade: updates 4 to 12, not 7"),
    ):
        found = desk.presenter.says(order, shade, 7)
        assert found[0] == said and recorded in found
        for past in (12, None):
            assert desk.presenter.says(order, shade, past)[0] == recorded
    assert desk.presenter.says("loss", "now", 7) == ()

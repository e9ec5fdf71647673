"""Map and way are asked for while somebody looks at a training set with classes, once for each measurement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.engine.confidence_messages import ConfidenceMap, ConfidenceWay
from core.engine.example_commands import AskConfidenceMap, AskConfidenceWay
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_order import NOBODY
from gui.presenters.map_presenter import MapPresenter
from tests.gui.ledger.answers import answers
from tests.gui.presenters.test_ledger_example import info_of


class Engine(QObject):
    confidence_map, confidence_way, recovered = Signal(object), Signal(object), Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Any] = []

    def send(self, command: Any) -> None:
        self.sent.append(command)


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        from gui.ledger.confidence_way_view import ConfidenceWayView

        self.engine, self.page, self.way = Engine(), LedgerPage(), ConfidenceWayView()
        for widget in (self.page, self.way):
            qtbot.addWidget(widget)
        self.page.show_choice("map", "train", "loss", True)
        self.changes = 0
        own: Any = self.engine
        self.presenter = MapPresenter(self.page, self.way, own, self._note, self.page)

    def _note(self) -> None:
        self.changes += 1

    @property
    def message(self) -> str:
        label = self.page.findChild(QLabel, "ledger_message")
        assert isinstance(label, QLabel)
        return label.text()

    def show(self, info: Any = None, **changes: Any) -> None:
        self.page.show_message("")
        self.presenter.show(replace(answers(), **changes), info or info_of())

    @property
    def map_is_seen(self) -> bool:
        return not self.page.map.isHidden()


def map_of(updates: list[int], run: int = 0, count: int = 12) -> ConfidenceMap:
    means = np.linspace(0, 1, count).astype(np.float32)
    return ConfidenceMap(run, np.array(updates, np.int64), means, np.full(count, 0.1, np.float32))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_with_two_measurements_the_map_is_shown_with_their_updates(desk: Desk) -> None:
    desk.show()
    assert "has 0" in desk.message and not desk.map_is_seen
    desk.show()
    assert desk.engine.sent == [AskConfidenceMap()]
    desk.engine.confidence_map.emit(map_of([7]))
    desk.show()
    assert desk.changes == 1 and "has 1" in desk.message and not desk.map_is_seen
    desk.engine.confidence_map.emit(map_of([4, 7]))
    desk.show()
    said = desk.page.findChild(QLabel, "ledger_map_corners")
    assert isinstance(said, QLabel) and "over 2 exact measurements, updates 4 to 7" in said.text()
    assert desk.map_is_seen and desk.message == "" and desk.engine.sent == [AskConfidenceMap()]
    marks = desk.page.map.picture.marks
    assert marks is not None and marks.counts.sum() == 12
    # The next measurement: asked for once more, and what is known stays until it comes.
    desk.show(update=9)
    assert desk.engine.sent == [AskConfidenceMap()] * 2 and desk.map_is_seen


def test_of_another_run_or_other_examples_nothing_is_shown(desk: Desk) -> None:
    desk.show()
    desk.engine.confidence_map.emit(map_of([4, 7], run=1))
    assert desk.changes == 0
    desk.engine.confidence_map.emit(map_of([4, 7], count=5))
    desk.show()
    assert not desk.map_is_seen
    desk.engine.confidence_map.emit(map_of([4, 7]))
    desk.show()
    assert desk.map_is_seen
    desk.show(run=1)
    assert not desk.map_is_seen and desk.engine.sent == [AskConfidenceMap()] * 2


def test_where_there_is_no_map_it_says_why_and_nothing_is_asked(desk: Desk) -> None:
    desk.show(split="test")
    assert "training set alone" in desk.message and not desk.map_is_seen
    desk.show(info_of("squared_error", "identity"))
    assert "no confidences" in desk.message and not desk.map_is_seen
    assert desk.engine.sent == []


def test_the_way_is_that_of_the_row_and_asked_for_once_a_measurement(desk: Desk) -> None:
    show, way = (
        desk.presenter.show_row,
        ConfidenceWay(0, 2, np.array([0, 7]), np.array([0.1, 0.9], np.float32)),
    )
    for _ in range(2):
        show(2, answers(), info_of())
    assert desk.engine.sent == [AskConfidenceWay(2)] and desk.way.isHidden()
    for other in (replace(way, row=3), replace(way, run=1)):
        desk.engine.confidence_way.emit(other)
        assert desk.way.isHidden()
    desk.engine.confidence_way.emit(way)
    assert desk.way.curve.way is way
    # Of the next measurement it stays until the new one has come; of another row it does not.
    show(2, replace(answers(), update=9), info_of())
    assert desk.way.curve.way is way and desk.engine.sent[1:] == [AskConfidenceWay(2)]
    show(5, replace(answers(), update=9), info_of())
    assert desk.way.isHidden() and desk.engine.sent[2:] == [AskConfidenceWay(5)]


@pytest.mark.parametrize("case", ["nobody", "test", "identity"])
def test_without_confidences_there_is_no_way(desk: Desk, case: str) -> None:
    desk.presenter.show_row(2, answers(), info_of())
    desk.engine.confidence_way.emit(ConfidenceWay(0, 2, np.array([0]), np.array([0.1], np.float32)))
    assert not desk.way.isHidden()
    if case == "nobody":
        desk.presenter.show_row(NOBODY, answers(), info_of())
    elif case == "test":
        desk.presenter.show_row(2, answers(split="test"), info_of())
    else:
        desk.presenter.show_row(2, answers(), info_of("squared_error", "identity"))
    assert desk.way.isHidden() and len(desk.engine.sent) == 1


def test_another_engine_is_asked_again(desk: Desk) -> None:
    desk.show()
    desk.engine.confidence_map.emit(map_of([4, 7]))
    desk.engine.recovered.emit(None)
    desk.show()
    assert not desk.map_is_seen and desk.engine.sent == [AskConfidenceMap()] * 2


def test_of_one_update_map_and_way_are_of_the_parameters_that_c_is_of(desk: Desk) -> None:
    def shares() -> str:
        said = desk.page.findChild(QLabel, "ledger_map_corners")
        assert isinstance(said, QLabel)
        return said.text()

    desk.show()
    desk.engine.confidence_map.emit(map_of([4, 7]))
    desk.show()
    before = shares()
    # A parameter is set by hand: the map stays with its own shares of L until that of the new C is there.
    others = answers().losses[::-1].copy()
    desk.show(measurement=1, losses=others)
    assert desk.engine.sent == [AskConfidenceMap()] * 2 and shares() == before and desk.map_is_seen
    new = replace(map_of([4, 7]), means=np.linspace(1, 0, 12).astype(np.float32))
    desk.engine.confidence_map.emit(new)
    desk.show(measurement=1, losses=others)
    # Means and C both stand the other way round: the same sentence, of other examples.
    assert shares() == before and desk.engine.sent == [AskConfidenceMap()] * 2
    marks = desk.page.map.picture.marks
    assert marks is not None and marks.places.means.tolist() == new.means.tolist()
    desk.engine.confidence_map.emit(map_of([4, 7]))
    desk.show(measurement=1, losses=others)
    assert shares() != before


def test_a_map_that_is_of_other_parameters_and_not_on_screen_is_waited_for(desk: Desk) -> None:
    desk.show()
    desk.engine.confidence_map.emit(map_of([4, 7]))
    desk.show(measurement=1)
    assert desk.message == "The map is being computed…" and not desk.map_is_seen


def test_the_way_leaves_out_an_update_whose_parameters_were_set_by_hand(desk: Desk) -> None:
    way = ConfidenceWay(0, 2, np.array([4, 7]), np.array([0.1, 0.9], np.float32))
    desk.presenter.show_row(2, answers(), info_of())
    desk.engine.confidence_way.emit(way)
    desk.presenter.show_row(2, replace(answers(), measurement=1), info_of())
    assert desk.engine.sent == [AskConfidenceWay(2)] * 2
    left = desk.way.curve.way
    assert left is not None and (left.updates.tolist(), left.values.tolist()) == (
        [4],
        way.values[:1].tolist(),
    )
    desk.engine.confidence_way.emit(replace(way, values=np.array([0.1, 0.3], np.float32)))
    shown = desk.way.curve.way
    assert shown is not None and shown.values[1] == np.float32(0.3)
    # Where that was all, there is none.
    desk.engine.confidence_way.emit(replace(way, updates=way.updates[1:], values=way.values[1:]))
    desk.presenter.show_row(2, replace(answers(), measurement=2), info_of())
    assert desk.way.isHidden()

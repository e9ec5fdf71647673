"""Pictures are asked for by set, kept for the data that they are of, and asked for again where they cannot come."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from core.engine.commands import AskExamples
from core.engine.example_messages import ExamplesSeen
from gui.presenters.ledger_pictures import LedgerPictures

ROWS = np.array([1, 3])


class Engine(QObject):
    examples_seen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Any] = []

    def send(self, command: Any) -> None:
        self.sent.append(command)


class Desk:
    def __init__(self) -> None:
        self.engine, self.parent, self.came = Engine(), QObject(), 0
        own: Any = self.engine
        self.pictures = LedgerPictures(own, self._note, self.parent)

    def _note(self) -> None:
        self.came += 1

    def show(self, run: int = 0, split: str = "train", choice: str = "digits", picture: Any = (2, 2)) -> None:
        info: Any = SimpleNamespace(run=run, data=SimpleNamespace(choice=choice, picture=picture))
        self.pictures.show(info, split, 5)

    def send(self, run: int = 0, split: str = "train") -> None:
        self.engine.examples_seen.emit(
            ExamplesSeen(run, split, ROWS, np.full((2, 4), 9, np.uint8), np.full((2, 4), 0.5, np.float32))
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_they_are_asked_for_of_the_set_and_kept(desk: Desk) -> None:
    desk.send()
    assert desk.pictures.known is None and desk.came == 0
    desk.show()
    assert desk.pictures.known is not None
    desk.pictures.ask(np.arange(5000))
    assert [(command.split, len(command.rows)) for command in desk.engine.sent] == [
        ("train", 4096),
        ("train", 904),
    ]
    assert all(isinstance(command, AskExamples) for command in desk.engine.sent)
    for other in ({"run": 1}, {"split": "test"}):
        desk.send(**other)  # type: ignore[arg-type]
    assert desk.came == 0
    desk.send()
    assert desk.came == 1
    found = desk.pictures.known.of(3)
    assert found is not None and found.tolist() == [[9, 9], [9, 9]] and desk.pictures.known.of(2) is None


def test_another_run_of_the_same_data_keeps_them_and_asks_for_the_rest_again(desk: Desk) -> None:
    desk.show()
    known = desk.pictures.known
    assert known is not None and known.wanted(np.array([1, 2, 3])).tolist() == [1, 2, 3]
    desk.send()
    desk.show(run=1)
    assert desk.pictures.known is known
    # What was asked of the run before is not taken when it comes.
    assert known.wanted(np.array([1, 2, 3])).tolist() == [2]
    desk.pictures.ask_again()
    assert known.wanted(np.array([1, 2, 3])).tolist() == [2]


def test_other_data_another_set_and_what_is_no_picture_begin_anew(desk: Desk) -> None:
    desk.show()
    for change in ({"split": "test"}, {"choice": "own data"}):
        known = desk.pictures.known
        desk.show(**change)  # type: ignore[arg-type]
        assert desk.pictures.known is not None and desk.pictures.known is not known
    desk.pictures.drop_own()
    assert desk.pictures.known is not None
    desk.show(split="own")
    desk.pictures.drop_own()
    assert desk.pictures.known is None
    desk.show(choice="points", picture=None)
    assert desk.pictures.known is None


def test_where_nobody_looks_any_more_they_are_let_go_of(desk: Desk) -> None:
    desk.pictures.drop()
    desk.show()
    desk.send()
    known = desk.pictures.known
    assert known is not None and known.nbytes > 0
    desk.pictures.drop()
    assert known.nbytes == 0 and known.wanted(ROWS).tolist() == ROWS.tolist()


def test_of_examples_that_are_no_pictures_the_numbers_are_kept(desk: Desk) -> None:
    desk.show(picture=None)
    assert desk.pictures.known is None and desk.pictures.numbers is not None
    assert desk.pictures.numbers.wanted(3) and not desk.pictures.numbers.wanted(3)
    desk.pictures.ask_again()
    assert desk.pictures.numbers.wanted(3)
    desk.send()
    assert desk.came == 1 and desk.pictures.numbers.of(3).tolist() == [0.5] * 4  # type: ignore[union-attr]
    desk.pictures.drop()
    assert desk.pictures.numbers.of(3) is None
    desk.show()
    assert desk.pictures.numbers is None

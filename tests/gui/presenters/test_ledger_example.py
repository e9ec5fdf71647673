"""What is said of one example beside the ledger is its own; of nobody nothing is said."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.analysis.last_seen import LastSeen
from gui.app.frame_clock import FrameClock
from gui.ledger.example_numbers import ExampleNumbers
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.wall_order import NOBODY
from gui.presenters.ledger_example import LedgerExample, is_log_of_one, words_of
from gui.presenters.ledger_terms import LedgerTerms
from tests.gui.ledger.answers import NAMES, answers


def info_of(loss: str = "cross_entropy", output: str = "softmax") -> Any:
    choice = SimpleNamespace(source="own", standardised=True)
    data = SimpleNamespace(class_names=NAMES, choice=choice, input_names=("day", "temp"))
    layers = (SimpleNamespace(activation="relu"), SimpleNamespace(activation=output))
    return SimpleNamespace(
        data=data,
        config=SimpleNamespace(loss=loss),
        architecture=SimpleNamespace(layers=layers),
        sizes=(2, 3),
    )


class Desk:
    """Doubles that write down what they are told."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.asked: list[int] = []
        side: Any = SimpleNamespace(
            show_example=lambda words: self.told.append(("words", words)),
            show_outputs=lambda rows, words: self.told.append(("exact only", rows, words)),
            show_pixels=lambda pixels: self.told.append(("pixels", pixels)),
            show_numbers=lambda words: self.told.append(("numbers", words)),
        )
        page: Any = SimpleNamespace(
            curve=SimpleNamespace(show_chosen=lambda *chosen: self.told.append(("curve", *chosen)))
        )
        outputs: Any = SimpleNamespace(show=lambda row, *_: self.told.append(("outputs", row)))
        link: Any = SimpleNamespace(show=lambda row: self.told.append(("link", row)))
        lives: Any = SimpleNamespace(show_row=lambda row: self.told.append(("life", row)))
        ways: Any = SimpleNamespace(show_row=lambda row, *_: self.told.append(("way", row)))
        self.terms: Any = LedgerTerms(FrameClock(), lambda _: ("loss", 0), lambda: None)
        self.terms.take(answers())
        self.example = LedgerExample(
            page, side, (outputs, link, lives, ways), lambda rows: self.asked.extend(rows.tolist())
        )

    def show(
        self, row: int, pictures: ExamplePictures | None = None, numbers: ExampleNumbers | None = None
    ) -> dict[str, Any]:
        self.told.clear()
        self.example.show(row, self.terms, info_of(), pictures, numbers)
        return {name: values[0] if len(values) == 1 else values for name, *values in self.told}


def test_each_part_is_told_of_the_same_example() -> None:
    desk = Desk()
    # The cat that is called a dog, C = 2: only 3.0 is more, so it is the eleventh of twelve.
    told = desk.show(1)
    assert told["outputs"] == told["link"] == told["life"] == told["way"] == 1
    assert told["curve"][:2] == [2.0, pytest.approx(10.5 / 12)]
    # Who listens at the curve hears all that is said of it.
    assert "training example 1" in told["curve"][2] and "number 2 of 12 by C" in told["curve"][2]
    name, answer, loss, rank = told["words"]
    assert "cat" in name + answer and "dog" in answer and "2" in loss and "2" in rank


@pytest.mark.parametrize("row", [NOBODY, 12])
def test_of_nobody_nothing_is_said(row: int) -> None:
    told = Desk().show(row)
    assert told == {
        "words": None,
        "life": NOBODY,
        "way": NOBODY,
        "outputs": None,
        "curve": None,
        "link": NOBODY,
    }


def test_a_picture_that_is_not_there_is_sent_for_once() -> None:
    desk, pictures = Desk(), ExamplePictures(12, (2, 2))
    assert desk.show(3, pictures)["pixels"] is None
    assert desk.asked == [3]
    pictures.take(np.array([3]), np.array([[0, 255, 0, 255]], np.uint8))
    assert desk.show(3, pictures)["pixels"] is not None
    assert desk.asked == [3]


def test_only_the_log_of_one_output_is_called_so() -> None:
    assert is_log_of_one(info_of()) and not is_log_of_one(info_of("mse"))
    assert not is_log_of_one(info_of("cross_entropy", "sigmoid"))
    desk = Desk()
    assert words_of(1, desk.terms, None) is None
    logged, other = (words_of(1, desk.terms, info_of(loss)) for loss in ("cross_entropy", "mse"))
    assert logged is not None and other is not None and logged[2] != other[2]


def test_of_what_was_last_seen_nothing_exact_is_shown_beside_it() -> None:
    desk, exact = Desk(), answers()
    updates = np.where(np.arange(12) == 3, 0, 40 + np.arange(12))
    seen = LastSeen(0, 0, 60, np.where(updates, exact.losses, np.nan), updates, exact.wrong, exact.labels)
    desk.terms = LedgerTerms(FrameClock(), lambda _: ("loss", 0), lambda: None)
    desk.terms.take(seen)
    told = desk.show(1)
    assert told["outputs"] is None and told["exact only"][0] is None and "exact only" in told["exact only"][1]
    # Of the eleven that were seen, only 3.0 is more than its 2.
    assert told["curve"][:2] == [2.0, pytest.approx(10.5 / 12)] and told["link"] == told["life"] == 1
    name, answer, loss, rank = told["words"]
    assert "cat" in name and answer == "wrong when last seen" and "update 41 (before" in loss
    assert rank == "number 2 of 11 seen by C, the largest first"
    # Of the fourth nothing is known: it has no place on the curve.
    told = desk.show(3)
    assert told["curve"] is None and told["words"][1] == "not seen" and told["words"][3] == ""


def test_of_a_table_its_numbers_are_asked_for_once_and_shown_by_name() -> None:
    desk, numbers = Desk(), ExampleNumbers()
    assert desk.show(1, numbers=numbers)["numbers"].startswith("day = …\ntemp = …")
    desk.show(1, numbers=numbers)
    assert desk.asked == [1]
    numbers.take(np.array([1]), np.array([[3.0, -0.37]], np.float32))
    told = desk.show(1, numbers=numbers)
    assert told["numbers"].startswith("day = 3") and "temp = −0.37" in told["numbers"]
    assert "pixels" not in told and "numbers" not in desk.show(NOBODY, numbers=numbers)

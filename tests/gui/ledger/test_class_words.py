"""What is said of classes is what is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.analysis.confusion import confusion_of
from core.analysis.example_losses import NO_CLASS
from gui.ledger import class_words as words
from gui.ledger.gallery_order import ALL, Pair, gallery_rows
from tests.gui.ledger.answers import NAMES, answers

CONFUSION = confusion_of(answers(), 3)


def test_all_answers_are_counted() -> None:
    assert words.summary_words(CONFUSION) == ("7 of 12 right, 5 wrong", "of these 1 say no class alone")


@pytest.mark.parametrize(
    "pair, said, counts",
    [
        (Pair(), "all mistakes", "5 of 12, 41.7 %"),
        (Pair(0, ALL), "is cat, says another", "2 of 5, 40.0 %"),
        (Pair(ALL, 1), "says dog, is another", "3 of 6, 50.0 %"),
        (Pair(2, 1), "is cow, says dog", "1 of 3, 33.3 %"),
        (Pair(1, 1), "is dog, says dog: right", "3 of 4, 75.0 %"),
        (Pair(1, NO_CLASS), "is dog, says none alone", "1 of 4, 25.0 %"),
        (Pair(ALL, NO_CLASS), "says none alone", "1 of 12, 8.3 %"),
    ],
)
def test_a_choice_is_named_and_counted_as_its_gallery_is(pair: Pair, said: str, counts: str) -> None:
    assert words.pair_words(pair, NAMES) == said
    assert words.count_words(pair, CONFUSION) == counts
    assert words.count_of(pair, CONFUSION) == len(gallery_rows(answers(), pair))


def test_a_row_also_says_what_its_class_is_in_all() -> None:
    tip = words.tip_words(Pair(0, ALL), CONFUSION, NAMES, "train")
    assert tip == (
        "is cat, says another: 2 of 5, 40.0 %. recall 60.0 %, precision 75.0 %. share of L: 56.0 %"
    )
    assert "share of Σ C: 56.0 %" in words.tip_words(Pair(ALL, 0), CONFUSION, NAMES, "test")
    assert words.tip_words(Pair(0, 1), CONFUSION, NAMES, "train") == "is cat, says dog: 2 of 5, 40.0 %"


def test_where_there_is_nothing_to_share_no_share_is_said() -> None:
    empty = confusion_of(answers(), 4)
    assert words.count_words(Pair(3, 0), empty) == "0 of 0"
    said = words.tip_words(Pair(3, ALL), empty, (*NAMES, "hen"), "train")
    assert ". no recall: none of these examples is hen. no precision: none is answered with hen. " in said
    # Dogs there are; nobody calls anything so.
    silent = confusion_of(replace(answers(), answers=answers().labels * 0), 3)
    said = words.tip_words(Pair(ALL, 1), silent, NAMES, "own")
    assert ". recall 0.0 %. no precision: none is answered with dog. " in said


def test_what_is_in_sight_is_said() -> None:
    assert words.sight_words(1, 48, 1396) == "1 to 48 of 1,396" and words.sight_words(0, 0, 0) == "none"
    assert words.order_words(True) == "largest y first" and words.order_words(False) == "largest C first"


@pytest.mark.parametrize("y, said", [(0.937, "0.94"), (1.0, ">0.99"), (1.25, "1.25"), (-0.5, "−0.50")])
def test_a_confidence_is_said_as_it_is(y: float, said: str) -> None:
    assert words.certainty_text(y) == said

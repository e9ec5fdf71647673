"""The largest terms of a sum: rows, the one that is chosen, and a height that stays while numbers change."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.sum_terms import Terms
from gui.inspector.term_list import TermList
from gui.theme.tokens import make_theme


def terms_of(index: list[int], others: int = 0) -> Terms:
    """Terms 1, 1/2, 1/3 … from these neurons, and so many others that are 0."""
    factor = 1 / np.arange(1, len(index) + 1)
    ones = np.ones(len(index))
    group = np.zeros(len(index), np.intp)
    return Terms(group, np.array(index, np.intp), factor, ones, factor, 0.0, others, float(factor.sum()))


@pytest.fixture
def rows(qtbot: QtBot) -> TermList:
    rows = TermList("terms", can_be_chosen=True)
    qtbot.addWidget(rows)
    rows.set_theme(make_theme("light"))
    rows.show()
    return rows


def shown(rows: TermList) -> list[list[str]]:
    return [[item.text(column) for column in range(3)] for item in rows.items if not item.isHidden()]


def test_a_row_is_where_it_comes_from_its_factors_and_their_product(rows: TermList) -> None:
    rows.show_terms(terms_of([4, 2]), ["five", "three"])
    assert shown(rows) == [["five", "1 · +1.00", "+1.000"], ["three", "0.5 · +1.00", "+0.500"]]


def test_a_chosen_term_stays_marked_when_its_rank_changes(rows: TermList) -> None:
    chosen: list[tuple[int, int]] = []
    rows.chosen.connect(lambda group, index: chosen.append((group, index)))
    rows.show_terms(terms_of([4, 2]), ["five", "three"])
    rows.setCurrentItem(rows.items[1])
    assert chosen == [(0, 2)]
    rows.show_terms(terms_of([2, 4]), ["three", "five"])
    rows.mark(0, 2)
    assert rows.currentItem() is rows.items[0]
    rows.mark(0, 7)
    assert rows.currentItem() is None and chosen == [(0, 2)]


def test_its_height_is_that_of_all_the_terms_there_can_be(rows: TermList) -> None:
    rows.show_terms(terms_of([0, 1, 2]), ["a", "b", "c"])
    three = rows.height()
    # Two of them are 0 now: what is below does not move.
    rows.show_terms(terms_of([0], others=2), ["a"])
    assert rows.height() == three
    rows.show_terms(terms_of(list(range(10)), others=90), list("abcdefghij"))
    ten = rows.height()
    assert ten > three
    rows.set_theme(make_theme("light", 2.0))
    assert rows.height() > ten

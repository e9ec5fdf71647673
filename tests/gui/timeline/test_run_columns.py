"""The columns of the list of runs: a name stays readable beside what differs, however long that is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.run_columns import DIFFERENCE, NAME, UPDATES, spoken, texts_of, tip_of
from gui.timeline.run_row import RunRow
from gui.timeline.run_tree import RunTree

LONG = "a structure of its own, " * 8
NAMED = RunRow(0, "slow and steady", 2_621, difference=LONG, total=4_528.0, measured_update=2_000)
PLAIN = RunRow(1, "seed 0", 10, difference="seed 0")


@pytest.fixture
def tree(qtbot: QtBot) -> Iterator[RunTree]:
    tree = RunTree()
    qtbot.addWidget(tree)
    tree.set_theme(make_theme("dark"))
    tree.show()
    yield tree


@pytest.mark.parametrize("width", [600, 700, 1000])
def test_a_given_name_is_read_whole_beside_what_differs(tree: RunTree, width: int) -> None:
    tree.resize(width, 200)
    tree.show_rows([NAMED, PLAIN], 0)
    assert tree.columnWidth(NAME) >= tree.sizeHintForColumn(NAME)
    assert tree.columnWidth(DIFFERENCE) > 0
    # Also after the width is another.
    tree.resize(width + 100, 200)
    assert tree.columnWidth(NAME) >= tree.sizeHintForColumn(NAME)
    # Without a name that was given there is no second column, and the name takes its room.
    tree.show_rows([PLAIN], 1)
    assert tree.isColumnHidden(DIFFERENCE) and tree.columnWidth(NAME) >= tree.sizeHintForColumn(NAME)


def test_a_wide_list_has_no_empty_place_and_is_not_scrolled(tree: RunTree) -> None:
    tree.resize(1000, 200)
    tree.show_rows([NAMED, PLAIN], 0)
    tree.grab()
    assert tree.header().length() == tree.viewport().width()


def test_a_narrow_list_is_scrolled_rather_than_losing_its_names(tree: RunTree) -> None:
    tree.resize(300, 200)
    for rows in ([NAMED, PLAIN], [PLAIN]):
        tree.show_rows(rows, 1)
        assert tree.columnWidth(NAME) >= tree.sizeHintForColumn(NAME)


def test_each_column_says_one_number_and_the_tip_all_of_them() -> None:
    texts = texts_of(NAMED)
    assert (texts[NAME], texts[DIFFERENCE], texts[UPDATES]) == ("slow and steady", LONG, "2,621")
    assert texts_of(PLAIN)[DIFFERENCE] == ""
    assert "slow and steady" in tip_of(NAMED) and LONG in tip_of(NAMED)
    assert spoken(NAMED, True) == "slow and steady, on screen" and spoken(PLAIN, False) == "seed 0"

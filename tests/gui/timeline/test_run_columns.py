"""The columns of the list of runs: a name stays readable beside what differs, however long that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.run_columns import (
    BEST,
    DIFFERENCE,
    NAME,
    TEST,
    TOTAL,
    TRAIN,
    UPDATES,
    spoken,
    texts_of,
    tip_of,
)
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
    assert tree.columnCount() == DIFFERENCE and tree.columnWidth(NAME) >= tree.sizeHintForColumn(NAME)


USUAL = "seed 0: Adam, η 0.001, batch 32"
BRANCH = "η 0.001 → 0.01 at 1,306"
MEASURED = {"train_accuracy": 0.96, "test_accuracy": 0.95, "best_mean": 0.139}


def runs_while(is_training: bool) -> list[RunRow]:
    """One with its usual name, and its branch with another, which is on screen and trained on or not."""
    return [
        RunRow(0, USUAL, 3_284, difference=USUAL, total=11_217.0, measured_update=3_284, **MEASURED),
        RunRow(
            1,
            "Anna",
            9_350 if is_training else 8_369,
            parent=0,
            branch_update=1_306,
            difference=BRANCH,
            total=9_350.0,
            measured_update=8_369,
            **MEASURED,
        ),
    ]


def test_in_the_usual_window_every_name_and_what_differs_are_whole_also_while_one_trains(
    tree: RunTree,
) -> None:
    # The width of the list in a window of 1280 pixels.
    tree.resize(777, 170)
    for is_training in (False, True):
        tree.show_rows(runs_while(is_training), 1)
        assert tree.columnWidth(DIFFERENCE) >= tree.sizeHintForColumn(DIFFERENCE)
        # The longer name is beside an empty cell, which is its, too.
        both = tree.columnWidth(NAME) + tree.columnWidth(DIFFERENCE)
        assert both >= tree.sizeHintForColumn(NAME) > tree.columnWidth(NAME)
        assert tree.header().length() == tree.viewport().width()


def test_where_both_are_long_each_has_half(tree: RunTree) -> None:
    tree.resize(777, 170)
    name = "What happens if the learning rate is ten times as large as usual?"
    tree.show_rows([RunRow(0, name, 10, difference=USUAL + ", " + BRANCH)], 0)
    assert abs(tree.columnWidth(NAME) - tree.columnWidth(DIFFERENCE)) <= 1


def test_columns_stay_where_they_are_when_a_run_pauses_and_goes_on(tree: RunTree) -> None:
    def widths(is_training: bool) -> list[int]:
        tree.show_rows(runs_while(is_training), 1)
        return [tree.columnWidth(column) for column in range(7)]

    tree.resize(777, 170)
    widths(False)
    running = widths(True)
    assert widths(False) == running == widths(True)
    # Other runs need no more than they take.
    tree.show_rows([PLAIN], 1)
    assert tree.columnWidth(TOTAL) < running[TOTAL]


def test_a_low_list_has_its_headings_in_one_line(tree: RunTree) -> None:
    tree.resize(777, 170)
    tree.show_rows(runs_while(False), 1)
    header = tree.headerItem()
    assert (header.text(TRAIN), header.text(BEST)) == ("Training\nright", "Least of\ntest curve")
    tree.resize(777, 60)
    assert (header.text(TRAIN), header.text(BEST)) == ("Training right", "Least of test curve")


def test_a_narrow_list_keeps_the_heading_of_what_differs(tree: RunTree) -> None:
    tree.resize(300, 170)
    tree.show_rows(runs_while(True), 1)
    assert tree.columnWidth(DIFFERENCE) >= tree.header().sectionSizeHint(DIFFERENCE)


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


def test_every_number_of_an_earlier_update_says_of_which() -> None:
    row = runs_while(True)[1]
    texts = texts_of(replace(row, best_update=5_000))
    assert (texts[TOTAL], texts[TRAIN]) == ("9,350 at 8,369", "96.0 % at 8,369")
    assert (texts[TEST], texts[BEST]) == ("95.0 % at 8,369", "0.139 at 5,000")
    # What was not measured says nothing; of the newest update none is named.
    assert texts_of(replace(row, train_accuracy=None))[TRAIN] == ""
    now = texts_of(replace(row, live=8_369, best_update=8_369))
    assert (now[TRAIN], now[TEST], now[BEST]) == ("96.0 %", "95.0 %", "0.139")


@pytest.mark.parametrize("is_there", [True, False])
def test_a_screen_reader_finds_no_heading_of_a_column_that_is_not_there(
    tree: RunTree, is_there: bool
) -> None:
    tree.resize(900, 200)
    # It is there and goes, and comes again.
    for rows in ([NAMED, PLAIN], [PLAIN], [NAMED, PLAIN])[: 3 if is_there else 2]:
        tree.show_rows(rows, 0)
    read = QAccessible.queryAccessibleInterface(tree)
    cells = [read.child(place) for place in range(read.childCount())]
    names = [
        cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.ColumnHeader
    ]
    assert names[0] == "Run" and ("What differs" in names) == is_there
    assert len(names) == 6 + is_there and len(cells) == (len(rows) + 1) * len(names)
    if is_there:
        # On screen it stands beside the name.
        assert tree.header().visualIndex(DIFFERENCE) == 1 and tree.columnWidth(DIFFERENCE) > 0
        assert tree.topLevelItem(0).text(DIFFERENCE) == NAMED.difference


def test_a_chosen_row_is_chosen_in_the_column_of_what_differs_too(tree: RunTree) -> None:
    """That column comes with the first name that is given, when the row may have been chosen long since."""
    tree.resize(800, 200)
    tree.show_rows([PLAIN], 1)
    tree.setCurrentItem(dict(tree.items())[1])
    tree.show_rows([replace(PLAIN, name="mine")], 1)
    model = tree.selectionModel()
    assert tree.columnCount() == DIFFERENCE + 1
    assert all(model.isSelected(tree.model().index(0, column)) for column in range(DIFFERENCE + 1))

"""The table shows its rows as they are, what differs in full colour."""

from __future__ import annotations

import pytest

from gui.side.compare_rows import CompareRow
from gui.side.compare_table import CompareTable
from gui.theme.tokens import make_theme

ROWS = (
    CompareRow("learning_rate", "η", "0.001", "0.01"),
    CompareRow("parameters", "parameters", "8,922", "8,922"),
    CompareRow("first_gradient", "∂C/∂w, gap 1", "0.1", "0.2", "its size"),
)


@pytest.fixture
def table(qtbot):
    table = CompareTable()
    qtbot.addWidget(table)
    table.set_theme(make_theme("dark"))
    table.resize(260, 200)
    table.show()
    return table


def texts(table):
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def test_each_row_stands_in_its_place_under_a_and_b(table):
    table.show_rows(ROWS)
    assert texts(table) == [(row.name, row.a, row.b) for row in ROWS]
    assert [table.headerItem().text(column) for column in range(3)] == ["", "A", "B"]
    table.show_rows(ROWS[1:])
    assert texts(table) == [(row.name, row.a, row.b) for row in ROWS[1:]]


def test_what_is_the_same_in_both_is_dimmed(table):
    table.show_rows(ROWS)
    colours = [table.topLevelItem(row).foreground(1).color().name() for row in range(3)]
    theme = make_theme("dark")
    full, dim = theme.colour("text").name(), theme.colour("dim").name()
    assert colours == [full, dim, full]


def test_all_rows_are_seen_without_scrolling(table):
    table.show_rows(ROWS * 6)
    last = table.visualItemRect(table.topLevelItem(17))
    assert last.bottom() <= table.viewport().height()


def test_a_long_name_is_cut_and_stands_in_the_tip(table):
    name = "256-" + "-".join(str(size) for size in range(30, 60)) + "-10"
    table.show_rows([CompareRow("structure", "structure", name, "256-10")])
    item = table.topLevelItem(0)
    assert "…" in item.text(1) and item.toolTip(1) == name and item.text(2) == "256-10"


def test_a_tip_of_the_row_explains_it(table):
    table.show_rows(ROWS)
    assert table.topLevelItem(2).toolTip(0) == "its size"

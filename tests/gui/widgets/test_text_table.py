"""A table of texts is painted whole, with the same texts in an SVG, as large as its texts need."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from core.exchange.table import Column
from gui.figures.figure_page import FigurePage
from gui.theme.tokens import Theme
from gui.widgets.text_table import TextRow, TextTable, tree_table
from tests.gui.figures.figure_pixels import painted

TABLE = TextTable(
    ("name", "A", "B"),
    (TextRow(("L", "1.5", "2.25"), bold=(1,)), TextRow(("θ", "10", "20"), is_dim=True, depth=1)),
)


def texts_in(svg: bytes) -> list[str]:
    return [text.strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg.decode("utf-8"))]


def test_all_texts_are_in_it_row_by_row(qtbot: QtBot) -> None:
    figure = TABLE.figure("Compare", "compare", Theme())
    assert texts_in(FigurePage(figure, "").svg()) == ["name", "A", "B", "L", "1.5", "2.25", "θ", "10", "20"]
    assert figure.is_table


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_texts_have_room_at_every_size_of_type(qtbot: QtBot, scale: float) -> None:
    long = TextTable(("a",), (TextRow(("a text that is rather long",)),))
    theme = Theme("dark", scale)
    for table in (TABLE, long):
        image = painted(table.figure("t", "t", theme))
        canvas = image[0, 0]
        # Nothing touches the edge: all of each text is within.
        for edge in (image[:, -2:], image[:, :2], image[-2:], image[:2]):
            assert (edge == canvas).all()
    assert long.size(theme)[0] > 150 * scale


def test_the_numbers_are_its_texts_unless_there_are_better_ones(qtbot: QtBot) -> None:
    (texts,) = TABLE.figure("t", "t", Theme()).numbers
    assert [(column.name, list(column.values)) for column in texts.columns] == [
        ("name", ["L", "θ"]),
        ("A", ["1.5", "10"]),
        ("B", ["2.25", "20"]),
    ]
    own = (Column("L", np.array([1.5])),)
    assert TABLE.figure("t", "t", Theme(), own).numbers[0].columns == own


def test_a_trees_rows_are_those_that_one_sees(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setColumnCount(3)
    tree.setHeaderLabels(["Run", "hidden", "Test\nright"])
    tree.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignRight)
    tree.setColumnHidden(1, True)
    parent = QTreeWidgetItem(tree, ["a", "x", "1"])
    child = QTreeWidgetItem(parent, ["b", "x", "2"])
    QTreeWidgetItem(tree, ["c", "x", "3"])
    QTreeWidgetItem(tree, ["d", "x", "4"]).setHidden(True)
    font = child.font(0)
    font.setBold(True)
    child.setFont(0, font)
    table = tree_table(tree, [False, False, True])
    assert table.headings == ("Run", "Test right") and table.at_left == (0,)
    assert table.rows == (
        TextRow(("a", "1")),
        TextRow(("b", "2"), bold=(0,), depth=1),
        TextRow(("c", "3"), is_dim=True),
    )
    # As they stand from left to right.
    tree.setColumnHidden(1, False)
    tree.header().moveSection(2, 1)
    assert tree_table(tree).headings == ("Run", "Test right", "hidden")

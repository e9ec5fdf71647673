"""A name that what differs leaves room for is painted over both columns, and never over what differs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui.app.translation import install_language
from gui.theme.tokens import make_theme
from gui.timeline.run_columns import DIFFERENCE, NAME
from gui.timeline.run_row import RunRow
from gui.timeline.run_tree import RunTree

LONG = "seed 0: momentum, η 0.001, batch 32"


@pytest.fixture
def tree(qtbot: QtBot) -> Iterator[RunTree]:
    tree = RunTree()
    qtbot.addWidget(tree)
    tree.set_theme(make_theme("dark"))
    tree.resize(760, 170)
    tree.show()
    qtbot.waitExposed(tree)
    yield tree


def cell(tree: RunTree, run: int, column: int) -> QImage:
    """The picture of one cell."""
    index = tree.indexFromItem(dict(tree.items())[run], column)
    # The line between two rows, and the frame of the current one, are none of it.
    return tree.viewport().grab(tree.visualRect(index).adjusted(1, 2, -1, -2)).toImage()


def has_words(image: QImage) -> bool:
    """Whether its colour changes along any line: a background is the same from left to right."""
    lines = ([image.pixel(x, y) for x in range(image.width())] for y in range(image.height()))
    return any(len(set(line)) > 1 for line in lines)


@pytest.mark.parametrize("is_selected", [False, True])
def test_the_rest_of_a_long_name_is_in_the_cell_beside_it(tree: RunTree, is_selected: bool) -> None:
    def shown(name: str) -> None:
        mine = RunRow(1, "mine", 9, parent=0, difference="η 0.1")
        tree.show_rows([RunRow(0, name, 10, difference=name), mine], 1)
        tree.setCurrentItem(dict(tree.items())[0 if is_selected else 1])

    shown("seed 0")
    assert tree.columnWidth(NAME) < tree.fontMetrics().horizontalAdvance(LONG)
    # A short one leaves it empty.
    assert not has_words(cell(tree, 0, DIFFERENCE))
    shown(LONG)
    first, rest = cell(tree, 0, NAME), cell(tree, 0, DIFFERENCE)
    assert has_words(first) and has_words(rest)
    # Both are parts of what one wide cell shows.
    tree.hideColumn(DIFFERENCE)
    before = tree.columnWidth(NAME)
    tree.setColumnWidth(NAME, before + tree.header().sectionSizeHint(DIFFERENCE) + 200)
    whole = cell(tree, 0, NAME)
    assert whole.copy(QRect(0, 0, first.width(), first.height())) == first
    assert whole.copy(QRect(first.width() + 2, 0, 60, rest.height())) == rest.copy(
        QRect(0, 0, 60, rest.height())
    )


def test_a_run_without_a_box_begins_where_those_with_one_do(tree: RunTree) -> None:
    rows = [RunRow(run, LONG, 10, difference=LONG, is_comparable=run < 2) for run in (0, 1, 2)]
    tree.show_rows(rows, 0)
    items = dict(tree.items())
    has_box = [items[run].data(NAME, Qt.ItemDataRole.CheckStateRole) is not None for run in (0, 1, 2)]
    assert has_box == [True, True, False]
    # From the right end of the box and the sign on it is the same picture.
    box, none = (cell(tree, run, NAME) for run in (1, 2))
    left = round(tree.iconSize().width()) + 30
    part = QRect(left, 0, box.width() - left, box.height())
    assert has_words(box.copy(part)) and box.copy(part) == none.copy(part)


def test_what_differs_is_not_painted_over(tree: RunTree) -> None:
    def shown(name: str) -> QImage:
        tree.show_rows([RunRow(0, name, 10, difference="η 0.1")], 1)
        tree.setColumnWidth(NAME, 120)
        tree.setColumnWidth(DIFFERENCE, 200)
        return cell(tree, 0, DIFFERENCE)

    assert shown("a") == shown("a name that is longer than its column")


@pytest.mark.parametrize("language, name", [("en", "Name of the run"), ("zh_CN", "这次训练的名称")])
def test_the_field_for_a_name_has_one_itself(
    qapp: QApplication, tree: RunTree, language: str, name: str
) -> None:
    install_language(qapp, language)
    try:
        tree.show_rows([RunRow(0, LONG, 10, difference=LONG)], 0)
        tree.rename(0)
        field = tree.findChild(QLineEdit)
        assert isinstance(field, QLineEdit) and field.accessibleName() == name
    finally:
        install_language(qapp, "en")

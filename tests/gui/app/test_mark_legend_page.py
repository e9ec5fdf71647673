import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableWidget, QWidget

from gui.app.mark_legend_page import MarkLegendPage, show_mark_legend
from gui.network.marks.mark_catalog import mark_kinds


@pytest.fixture
def parent(qtbot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def page_of(parent) -> MarkLegendPage:
    show_mark_legend(parent)
    return parent.findChild(MarkLegendPage, "nothing_invented")


def test_every_kind_of_mark_has_a_row_with_its_number_and_its_file(parent) -> None:
    table = page_of(parent).findChild(QTableWidget, "marks")
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert [(row[0], row[1]) for row in rows] == [(kind.name, kind.shows) for kind in mark_kinds()]
    for row, kind in zip(rows, mark_kinds(), strict=True):
        assert row[2].split("\n") == [kind.array, kind.made_in]


def test_it_can_be_searched(parent) -> None:
    page = page_of(parent)
    search, table = page.findChild(QLineEdit, "search_marks"), page.findChild(QTableWidget, "marks")
    QTest.keyClicks(search, "DELTA")
    shown = [table.item(row, 2).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert shown and all("delta" in text for text in shown)
    search.clear()
    assert not any(table.isRowHidden(row) for row in range(table.rowCount()))


def test_it_blocks_nothing_is_opened_once_and_escape_closes_it(parent) -> None:
    page = page_of(parent)
    assert not page.isModal() and page_of(parent) is page
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_all_of_it_has_names_for_screen_readers(parent) -> None:
    page = page_of(parent)
    assert page.findChild(QLineEdit, "search_marks").accessibleName()
    assert page.findChild(QTableWidget, "marks").accessibleName()

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QTableWidget,
    QWidget,
)

from gui.app.mark_legend_page import MarkLegendPage, show_mark_legend
from gui.network.marks.mark_catalog import mark_kinds
from gui.network.marks.mark_quantities import quantities
from gui.theme.tokens import make_theme


@pytest.fixture
def parent(qtbot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def page_of(parent) -> MarkLegendPage:
    show_mark_legend(parent, make_theme("dark"))
    return parent.findChild(MarkLegendPage, "mark_legend")


def test_every_kind_of_mark_has_a_row_with_its_number_and_its_file(parent) -> None:
    page = page_of(parent)
    page.findChild(QCheckBox, "show_sources").click()
    table = page.findChild(QTableWidget, "marks")
    rows = [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]
    assert [(row[0], row[1]) for row in rows] == [(kind.name, kind.shows) for kind in mark_kinds()]
    for row, kind in zip(rows, mark_kinds(), strict=True):
        assert row[2] == quantities()[kind.key]
        assert row[3].split("\n") == [kind.array, kind.made_in]


@pytest.mark.parametrize("clicks", [0, 1, 2, 3])
def test_the_code_is_shown_only_to_who_asks_for_it(parent, clicks: int) -> None:
    page = page_of(parent)
    table, sources = page.findChild(QTableWidget, "marks"), page.findChild(QCheckBox, "show_sources")
    assert not sources.isChecked()
    for _ in range(clicks):
        sources.click()
    # In another language it is there, too. A screen reader finds no heading of a column that is not there.
    page._retranslate()
    own = ["In the code"] if clicks % 2 else []
    tree = QAccessible.queryAccessibleInterface(table)
    cells = [tree.child(place) for place in range(tree.childCount())]
    headings = [
        cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.ColumnHeader
    ]
    assert headings == ["Mark", "What it shows", "Number", *own]
    if own:
        assert table.item(0, 3).text() and not table.isColumnHidden(3)


def test_it_can_be_searched(parent) -> None:
    page = page_of(parent)
    search, table = page.findChild(QLineEdit, "search_marks"), page.findChild(QTableWidget, "marks")
    QTest.keyClicks(search, "RING")
    shown = [table.item(row, 0).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert "Neuron, its ring" in shown and "Input picture" not in shown
    search.setText("colour weight")
    shown = [table.item(row, 0).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert "Connection, picture Weights" in shown
    search.clear()
    assert not any(table.isRowHidden(row) for row in range(table.rowCount()))


def test_a_search_that_finds_nothing_says_so_in_a_sentence(parent) -> None:
    page = page_of(parent)
    search, nothing = page.findChild(QLineEdit, "search_marks"), page.findChild(QLabel, "no_marks")
    assert nothing.isHidden()
    search.setText("<b>elephant")
    assert nothing.isVisible() and "“<b>elephant”" in nothing.text()
    assert not page.findChild(QTableWidget, "marks").isVisible()
    search.clear()
    assert nothing.isHidden() and page.findChild(QTableWidget, "marks").isVisible()


def test_it_blocks_nothing_is_opened_once_and_escape_closes_it(parent) -> None:
    page = page_of(parent)
    assert not page.isModal() and page_of(parent) is page
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_tab_leads_through_the_table_and_on(parent, qtbot) -> None:
    page = page_of(parent)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table = page.findChild(QTableWidget, "marks")
    table.setFocus()
    table.setCurrentCell(2, 1)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus() and page.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert table.hasFocus() and table.currentRow() == 2


def test_all_of_it_has_names_for_screen_readers(parent) -> None:
    page = page_of(parent)
    assert page.findChild(QLineEdit, "search_marks").accessibleName()
    assert page.findChild(QTableWidget, "marks").accessibleName()


class CountingDelegate(QStyledItemDelegate):
    """How often it is asked how large a cell is."""

    asked = 0

    def sizeHint(self, option, index):
        CountingDelegate.asked += 1
        return super().sizeHint(option, index)


def test_another_language_finds_each_rows_height_a_few_times_and_not_once_for_each_cell(parent) -> None:
    page = page_of(parent)
    table, delegate = page.findChild(QTableWidget, "marks"), CountingDelegate()
    table.setItemDelegate(delegate)
    QApplication.processEvents()
    heights = [table.rowHeight(row) for row in range(table.rowCount())]
    CountingDelegate.asked = 0
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    cells = table.rowCount() * table.columnCount()
    assert 0 < CountingDelegate.asked <= 4 * cells
    # The rows are as high as their texts all the same.
    assert [table.rowHeight(row) for row in range(table.rowCount())] == heights and len(set(heights)) > 1

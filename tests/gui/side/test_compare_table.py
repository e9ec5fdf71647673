"""The table shows its rows as they are, what differs in full colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget

from gui.side.compare_rows import CompareRow
from gui.side.compare_table import CompareTable, line_count
from gui.theme.fitting_type import SMALLEST
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from tests.gui.whole_look import apply_theme

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
    assert (
        QAccessible.queryAccessibleInterface(table).child(0).text(QAccessible.Text.Name) == "What is compared"
    )
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
    assert "…" in item.text(1) and item.toolTip(1) == name and item.text(2).replace("\u200b", "") == "256-10"


def test_a_tip_of_the_row_explains_it(table):
    table.show_rows(ROWS)
    assert table.topLevelItem(2).toolTip(0) == "its size"


NAMES = ("测试集平均 Cⁿ", "训练集准确率", "测试集准确率", "∂C/∂w，层间 1", "∂C/∂w，层间 5/3")


def lines_shown(table, place, column):
    """Whether a cell has room for all of its text, over as many lines as it takes."""
    index = table.indexFromItem(table.topLevelItem(place), column)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    option.text, option.rect = index.data(), table.visualRect(index)
    inside = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, table)
    margin = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    room = QRect(0, 0, inside.width() - 2 * margin, 1)
    metrics = QFontMetrics(table.itemFromIndex(index).font(column))
    needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), option.text)
    return needed.width() <= room.width() and needed.height() <= table.visualRect(index).height()


@pytest.mark.parametrize("width, scrolls", [(400, False), (260, False), (190, False), (110, True)])
def test_no_name_is_cut_and_b_is_in_sight_or_a_bar_leads_to_it(qapp, table, width, scrolls):
    rows = [CompareRow(name, name, "0.2124", f"{91 + place}.3%") for place, name in enumerate(NAMES)]
    table.show_rows(
        [CompareRow("structure", "网络结构", "256-8C3p1-MP2-16C3p1-MP2-10", "256-32-16-10"), *rows]
    )
    table.resize(width, table.height())
    qapp.processEvents()
    names = [row[0] for row in texts(table)]
    assert names == ["网络结构", *NAMES]
    assert all(lines_shown(table, place, column) for place in range(6) for column in range(3))
    assert table.horizontalScrollBar().isVisible() is scrolls
    right = table.visualItemRect(table.topLevelItem(0)).right()
    assert (right > table.viewport().width()) is scrolls
    # All rows are there.
    assert table.visualItemRect(table.topLevelItem(5)).bottom() <= table.viewport().height()
    # Who listens hears the whole value, without the places where lines may end.
    index = table.indexFromItem(table.topLevelItem(0), 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "256-32-16-10"


@pytest.mark.parametrize(("scale", "width"), [(1.0, 186), (1.5, 236), (2.0, 236)])
def test_with_large_type_both_columns_are_in_sight_whatever_the_pages_sheet_says(qtbot, scale, width):
    theme = make_theme("light", scale)
    page, table = QWidget(), CompareTable()
    qtbot.addWidget(page)
    table.setParent(page)
    # As of a page whose type is smaller than the window's.
    page.setStyleSheet(f"QTreeView {{ font-size: {theme.font('body').pixelSize()}px; }}" + sheet_of(theme))
    page.resize(300, 800)
    table.set_theme(theme)
    table.resize(width, 400)
    page.show()
    names = (*NAMES, "parameters", "training right")
    rows = [CompareRow(name, name, "2.4453", f"{91 + place}.3%") for place, name in enumerate(names)]
    table.show_rows([CompareRow("total", "L", "146,706", "144,236"), *rows])
    QApplication.processEvents()
    assert not table.horizontalScrollBar().isVisible()
    assert table.visualItemRect(table.topLevelItem(0)).right() <= table.viewport().width()
    assert all(lines_shown(table, place, column) for place in range(len(rows) + 1) for column in range(3))
    # It is the type that is smaller.
    item = table.topLevelItem(0)
    assert make_theme("light", SMALLEST).font("tick").pixelSize() <= item.font(1).pixelSize()
    assert item.font(1).pixelSize() < theme.font("tick").pixelSize()


@pytest.mark.parametrize("note", ["(θ edited since)", "（其后 θ 被手动修改）"])
@pytest.mark.parametrize("width", [400, 260, 190])
def test_that_l_is_of_before_an_edit_is_not_cut(qapp, table, note, width):
    table.show_rows(
        [
            CompareRow("measured", "L at update", f"2,500 {note}", "2,500", is_whole=True),
            CompareRow("total", "L", "146,706", "144,236"),
        ]
    )
    table.resize(width, table.height())
    qapp.processEvents()
    assert texts(table)[0] == ("L at update", f"2,500 {note}", "2,500")
    assert all(lines_shown(table, place, column) for place in range(2) for column in range(3))
    assert table.visualItemRect(table.topLevelItem(1)).bottom() <= table.viewport().height()


def test_values_that_differ_never_look_alike(table):
    middle = "-".join(["16"] * 20)
    table.show_rows([CompareRow("structure", "structure", f"256-32-{middle}-10", f"256-64-{middle}-10")])
    _, a, b = texts(table)[0]
    assert a != b and "…" in a


def test_two_lines_are_as_high_whatever_stands_in_them(qapp, table):
    # Qt ends a line in "…" where the next one has no room below it, and that of Latin letters alone is lower.
    theme = make_theme("light", 1.5)
    apply_theme(qapp, theme)
    table.set_theme(theme)
    names = "測試集平均 Cⁿ", "測試集平均 平均"
    table.show_rows([CompareRow(name, name, "2.364", "2.404") for name in names])
    heights = set()
    for width in range(210, 262, 4):
        table.resize(width, 300)
        qapp.processEvents()
        heights |= {table.visualItemRect(table.topLevelItem(place)).height() for place in range(2)}
    # Of one line, of two and of three, each by as much higher.
    few, more, many = sorted(heights)
    assert more - few == many - more


@pytest.mark.parametrize(
    "text, lines", [("", 1), ("C", 1), ("aaa bbb", 2), ("aaa bbb ccc", 3), ("aaabbb", 1)]
)
def test_lines_are_counted_as_words_are_broken(qapp, text, lines):
    font = make_theme("dark").font("caption")
    assert line_count(text, font, 1.2 * QFontMetricsF(font).horizontalAdvance("bbb")) == lines


def test_no_number_is_in_pieces_while_the_names_have_room_to_spare(qapp, table):
    apply_theme(qapp, make_theme("dark"))
    rows = (
        CompareRow("structure", "structure", "2-9-16-2", "2-8-16-2"),
        CompareRow("test_right", "test right", "60.0 %", "50.0 %"),
        CompareRow("gradient", "rms ∂C/∂w, gap 1", "0.0052", "0.093"),
        CompareRow("measured", "L at update", "1,000, before a change by hand", "900", is_whole=True),
    )
    table.show_rows(rows)
    several, seen = 0, set()
    for width in range(150, 330):
        table.resize(width, 200)
        least = table._width(0, True)
        for place, row in enumerate(rows[1:3], start=1):
            for column in (1, 2):
                room = table.columnWidth(column) - table._apart
                lines = line_count(table.topLevelItem(place).text(column), table._type, room)
                several += lines > 1
                # At most the px that cannot be halved are left.
                assert lines == 1 or table.columnWidth(0) <= least + 1, (width, row.name, column)
        assert sum(map(table.columnWidth, range(3))) >= table.viewport().width()
        # Structures may be parted: each is in one line once the names are, and before that the names have the room.
        structure = [table.columnWidth(0) >= table._width(0)] + [
            line_count(table.topLevelItem(0).text(i), table._type, table.columnWidth(i) - table._apart) > 1
            for i in (1, 2)
        ]
        seen.add(tuple(structure))
    assert several and {(True, False, False), (False, True, True)} <= seen

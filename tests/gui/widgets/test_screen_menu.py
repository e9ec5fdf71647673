"""A menu that is higher than the screen scrolls there: all of its items can be seen and reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionMenuItem
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.screen_menu import ScreenMenu
from tests.gui.whole_look import apply_theme

MANY = 40


@pytest.fixture(autouse=True)
def undressed_afterwards(qapp: QApplication) -> Iterator[None]:
    font = QFont(qapp.font())
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)


def opened(qtbot: QtBot, qapp: QApplication, items: int, scale: float = 2.5) -> ScreenMenu:
    apply_theme(qapp, make_theme("dark", scale))
    menu = ScreenMenu()
    qtbot.addWidget(menu)
    for number in range(items):
        menu.addAction(f"Item {number}").setCheckable(True)
    menu.popup(QPoint(0, 0))
    QApplication.processEvents()
    return menu


def is_seen(menu: ScreenMenu, item: int) -> bool:
    return menu.rect().contains(menu.actionGeometry(menu.actions()[item]))


def test_what_is_higher_than_the_screen_is_one_column_that_scrolls(qtbot: QtBot, qapp: QApplication) -> None:
    menu = opened(qtbot, qapp, MANY)
    screen = menu.screen().geometry()
    # Qt leaves a pixel or two of its frame below.
    assert menu.height() <= screen.height() and menu.width() < screen.width()
    assert len({menu.actionGeometry(action).x() for action in menu.actions()}) == 1
    assert is_seen(menu, 0) and not is_seen(menu, MANY - 1)
    assert menu.hidden_below and not menu.hidden_above


def test_the_first_key_to_its_end_shows_the_last_item(qtbot: QtBot, qapp: QApplication) -> None:
    menu = opened(qtbot, qapp, MANY)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is menu.actions()[-1] and is_seen(menu, MANY - 1)
    assert menu.hidden_above and not menu.hidden_below
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[0] and is_seen(menu, 0)


def test_it_keeps_its_height_while_its_items_change(qtbot: QtBot, qapp: QApplication) -> None:
    menu = opened(qtbot, qapp, MANY)
    height = menu.height()
    menu.actions()[0].setText("Pause")
    menu.actions()[1].setEnabled(False)
    assert menu.height() == height
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert is_seen(menu, MANY - 1)


def test_an_arrow_stands_at_the_end_where_more_is_hidden(qtbot: QtBot, qapp: QApplication) -> None:
    menu = opened(qtbot, qapp, MANY)
    menu.actions()[0].setText("")

    def lit(top: int) -> int:
        """How many pixels of the text's colour stand in the middle of a strip of 50 px."""
        image = menu.grab().toImage()
        middle = range(menu.width() // 2 - 30, menu.width() // 2 + 30)
        return sum(image.pixelColor(x, y).lightness() > 180 for y in range(top, top + 50) for x in middle)

    bottom = menu.height() - 50
    assert lit(bottom) > 40
    QTest.keyClick(menu, Qt.Key.Key_Up)
    menu.actions()[-1].setText("")
    assert lit(0) > 40
    few = opened(qtbot, qapp, 2)
    assert not few.hidden_above and not few.hidden_below
    QTest.keyClick(few, Qt.Key.Key_Up)
    assert few.activeAction() is few.actions()[-1]


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_icons_checks_and_arrows_grow_with_the_type(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    menu = opened(qtbot, qapp, 1, scale)
    style, option = menu.style(), QStyleOptionMenuItem()
    option.initFrom(menu)
    assert style.pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, option, menu) == round(16 * scale)
    assert menu.actionGeometry(menu.actions()[0]).height() >= 16 * scale

    def drawn(**changes: bool) -> int:
        """How wide what is drawn left of the words, or right of them, is in px."""
        picture = QPixmap(round(200 * scale), round(24 * scale))
        picture.fill(Qt.GlobalColor.black)
        menu.clear()
        if changes.get("leads_on"):
            action = menu.addMenu("").menuAction()
        else:
            action = menu.addAction(QIcon(), "")
            action.setCheckable(True)
            action.setChecked(True)
        menu.adjustSize()
        image = menu.grab().toImage()
        place = menu.actionGeometry(action).adjusted(2, 2, -2, -2)
        light = [
            x
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
            if image.pixelColor(x, y).lightness() > 110
        ]
        return max(light) - min(light) + 1

    # The check is 7 of 12 parts of 13 px wide, the arrow 3.5 parts of 12 px, and both have the width of their line.
    assert drawn() == pytest.approx((7 + 1.8) / 12 * 13 * scale, abs=1 + scale)
    assert drawn(leads_on=True) == pytest.approx((3.5 + 1.6) / 12 * 12 * scale, abs=1 + scale)

"""The drawer over the left edge of a narrow window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.app.drawer import Drawer


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    qtbot.waitExposed(parent)
    parent.activateWindow()
    yield parent


@pytest.fixture
def drawer(parent: QWidget) -> Drawer:
    drawer = Drawer(parent)
    drawer.set_content(QLineEdit())
    return drawer


def test_it_is_shut_at_first(drawer: Drawer) -> None:
    assert not drawer.isVisible()
    assert drawer.objectName() == "drawer" and drawer.accessibleName()


def test_it_comes_out_where_it_is_told(drawer: Drawer) -> None:
    drawer.open_over(40, 580, 240)
    geometry = drawer.geometry()
    assert (geometry.left(), geometry.top(), geometry.width(), geometry.height()) == (0, 40, 240, 540)
    assert drawer.isVisible()


def test_it_tells_how_far_it_covers(drawer: Drawer) -> None:
    edges: list[int] = []
    drawer.right_edge_changed.connect(edges.append)
    drawer.open_over(0, 600, 240)
    drawer.hide_content()
    assert edges == [240, 0]


def test_escape_shuts_it(drawer: Drawer) -> None:
    drawer.open_over(0, 600, 240)
    QTest.keyClick(drawer, Qt.Key.Key_Escape)
    assert not drawer.isVisible()


def test_escape_shuts_it_from_a_field_inside(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.open_over(0, 600, 240)
    field = drawer.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not drawer.isVisible()


def test_the_keyboard_is_inside_once_it_is_open(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.open_over(0, 600, 240)
    qtbot.waitUntil(lambda: drawer.hasFocus() or drawer.isAncestorOf(drawer.focusWidget() or drawer))


def test_the_keyboard_goes_back_to_where_it_was(parent: QWidget, drawer: Drawer, qtbot: QtBot) -> None:
    beside = QLineEdit(parent)
    beside.show()
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus)
    # Asked for twice, as by Ctrl+1 and then by the button: it is still the field beside it.
    for _ in range(2):
        drawer.open_over(0, 600, 240)
    field = drawer.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    drawer.open_over(0, 600, 240)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert beside.hasFocus() and not drawer.isVisible()


def test_what_had_the_keyboard_may_be_gone_and_what_has_it_elsewhere_keeps_it(
    parent: QWidget, drawer: Drawer, qtbot: QtBot
) -> None:
    first, second = QLineEdit(parent), QLineEdit(parent)
    for part in (first, second):
        part.show()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    drawer.open_over(0, 600, 240)
    second.setFocus()
    drawer.hide_content()
    assert second.hasFocus()
    drawer.open_over(0, 600, 240)
    second.hide()
    drawer.hide_content()
    assert not second.hasFocus()

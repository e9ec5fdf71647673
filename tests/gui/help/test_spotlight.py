"""Frames over the window: seen, in nobody's way, and gone when there is nothing to frame."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.help.spotlight import Spotlight
from gui.theme.tokens import make_theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.setStyleSheet("background: #000000;")
    QVBoxLayout(window).addWidget(QPushButton("below"))
    window.show()
    return window


def test_a_frame_is_painted_around_the_rectangle_and_nothing_inside_it(window: QWidget) -> None:
    spotlight = Spotlight(window)
    spotlight.set_theme(make_theme("dark"))
    before = window.grab().toImage()
    spotlight.show_rects([QRectF(100, 40, 80, 100)])
    image = window.grab().toImage()
    text = make_theme("dark").colour("text")
    assert image.pixelColor(140, 38).lightness() > 0.8 * text.lightness()
    assert image.pixelColor(98, 90).lightness() > 0.8 * text.lightness()
    for x, y in ((140, 90), (60, 90), (200, 90), (140, 160)):
        assert image.pixel(x, y) == before.pixel(x, y)


def test_it_is_gone_without_rectangles(window: QWidget) -> None:
    spotlight = Spotlight(window)
    assert spotlight.isHidden()
    spotlight.show_rects([QRectF(10, 10, 20, 20)])
    assert spotlight.isVisible() and len(spotlight.rects) == 1
    spotlight.show_rects([])
    assert spotlight.isHidden() and spotlight.rects == ()


def test_clicks_go_through_it(window: QWidget, qtbot: QtBot) -> None:
    spotlight, button = Spotlight(window), window.findChild(QPushButton)
    assert button is not None
    spotlight.show_rects([QRectF(0, 0, 300, 200)])
    assert window.childAt(button.geometry().center()) is button
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

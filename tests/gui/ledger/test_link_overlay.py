"""The line is drawn over everything, and lets the pointer through."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.link_overlay import LinkOverlay
from gui.theme.tokens import Theme


def test_lines_are_where_they_are_said_to_be(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    window.show()
    overlay = LinkOverlay(window)
    assert not overlay.isVisible()
    overlay.show_lines([[QPointF(20, 30), QPointF(120, 30), QPointF(120, 80)]], Theme())
    image, line = window.grab().toImage(), Theme().colour("text").name()
    for x, y in ((60, 30), (120, 60)):
        assert line in {image.pixelColor(x + dx, y + dy).name() for dx in (-1, 0) for dy in (-1, 0)}
    assert overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    # What is written there stays free of it.
    overlay.show_lines([[QPointF(20, 30), QPointF(120, 30)]], Theme(), [QRectF(50, 20, 20, 20)])
    image = window.grab().toImage()
    for x, is_free in ((30, False), (60, True), (110, False)):
        assert (line not in {image.pixelColor(x, y).name() for y in (29, 30)}) == is_free
    overlay.show_lines([[QPointF(20, 30), QPointF(120, 30), QPointF(120, 80)]], Theme())
    # No larger than it has to be: what it lies on is painted with it.
    assert overlay.width() < 130 and overlay.height() < 80
    overlay.show_lines([], Theme())
    assert not overlay.isVisible() and overlay.lines == ()

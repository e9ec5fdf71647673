"""Rows and columns stand in the order in which they are written."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.layouts import column, row


def test_a_column_fills_its_owner_from_top_to_bottom_and_leaves_the_rest_at_its_end(qtbot: QtBot) -> None:
    owner, first, left, right = QWidget(), QLabel("a"), QLabel("b"), QLabel("c")
    qtbot.addWidget(owner)
    layout = column(owner, first, row(left, (right, 1)), None)
    layout.setSpacing(0)
    owner.resize(200, 300)
    owner.show()
    assert first.pos().toTuple() == (0, 0)
    assert left.mapTo(owner, left.rect().topLeft()).y() == first.height()
    assert left.width() == left.sizeHint().width()
    assert right.geometry().right() == owner.width() - 1
    assert right.geometry().bottom() < 100


def test_nothing_stands_below_a_column_without_room_at_its_end(qtbot: QtBot) -> None:
    owner, only = QWidget(), QWidget()
    qtbot.addWidget(owner)
    column(owner, only)
    owner.resize(50, 60)
    owner.show()
    assert only.size() == owner.size()

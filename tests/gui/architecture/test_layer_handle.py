"""A handle says that it is dragged only once the pointer has gone far enough."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.architecture.layer_handle import LayerHandle


def test_a_click_is_no_drag_and_the_right_button_drags_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    handle = LayerHandle("layer_handle_1", parent)
    handle.resize(60, 30)
    parent.show()
    events: list[str] = []
    handle.dragged.connect(lambda _: events.append("dragged"))
    handle.dropped.connect(lambda: events.append("dropped"))
    for button, to, expected in (
        (Qt.MouseButton.LeftButton, QPoint(6, 6), []),
        (Qt.MouseButton.RightButton, QPoint(6, 60), []),
        (Qt.MouseButton.LeftButton, QPoint(6, 60), ["dragged", "dropped"]),
    ):
        events.clear()
        qtbot.mousePress(handle, button, pos=QPoint(5, 5))
        qtbot.mouseMove(handle, pos=to)
        qtbot.mouseRelease(handle, button, pos=to)
        assert events == expected

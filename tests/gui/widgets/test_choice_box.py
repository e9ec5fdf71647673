"""Who scrolls past a box wants to scroll, not to choose."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.data_dialog.dialog import DataDialog


def turn(box: QComboBox) -> None:
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)


def test_no_box_of_the_window_or_its_dialogs_is_changed_by_the_wheel(qtbot: QtBot) -> None:
    window = MainWindow()
    dialog = DataDialog()
    for widget in (window, dialog):
        qtbot.addWidget(widget)
    qtbot.waitUntil(lambda: window.composition.runs.info is not None)
    boxes = [*window.findChildren(QComboBox), *dialog.findChildren(QComboBox)]
    assert len(boxes) >= 8
    for box in boxes:
        before = box.currentIndex()
        turn(box)
        assert box.currentIndex() == before, box.objectName()
    window.close()

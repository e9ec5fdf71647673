"""A window whose painting was held back is painted once, whole, and looks as one that never was."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.app.painted_once import paint_once


class Paints(QObject):
    """Counts how often each widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counts[watched.objectName()] += 1
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Widgets of each kind: with a ground of their own, without, and some in others."""
    window = QWidget()
    window.setObjectName("window")
    qtbot.addWidget(window)
    panel, filled = QFrame(), QWidget()
    filled.setAutoFillBackground(True)
    inner = QVBoxLayout(panel)
    for i, widget in enumerate((QLabel("words"), QPushButton("press"), filled)):
        widget.setObjectName(f"inner {i}")
        inner.addWidget(widget)
    row = QHBoxLayout(window)
    row.addWidget(panel)
    row.addWidget(QLabel("more words"))
    panel.setObjectName("panel")
    window.resize(300, 200)
    window.show()
    QApplication.processEvents()
    return window


def on_screen(window: QWidget) -> QImage:
    return window.screen().grabWindow(window.winId()).toImage()


def test_each_widget_is_painted_once(window: QWidget) -> None:
    paints = Paints()
    window.setUpdatesEnabled(False)
    for label in window.findChildren(QLabel):
        label.setText("other words")
    QApplication.processEvents()
    for widget in (window, *window.findChildren(QWidget)):
        widget.installEventFilter(paints)
    paint_once(window)
    QApplication.processEvents()
    names = {"window", "panel", "", *(f"inner {i}" for i in range(3))}
    assert dict(paints.counts) == dict.fromkeys(names, 1)


def test_what_is_on_screen_is_the_window_as_it_is_now(window: QWidget) -> None:
    window.setUpdatesEnabled(False)
    before = on_screen(window)
    for label in window.findChildren(QLabel):
        label.setText("other words")
    QApplication.processEvents()
    assert on_screen(window) == before
    paint_once(window)
    painted = on_screen(window)
    assert painted != before
    window.hide()
    window.show()
    QApplication.processEvents()
    assert on_screen(window) == painted


def test_nothing_is_left_of_it(window: QWidget) -> None:
    inside = window.findChildren(QWidget)
    window.setUpdatesEnabled(False)
    paint_once(window)
    assert window.findChildren(QWidget) == inside and window.updatesEnabled()
    # What asks for painting after that is heard.
    paints, label = Paints(), window.findChildren(QLabel)[0]
    label.installEventFilter(paints)
    label.update()
    QApplication.processEvents()
    assert paints.counts.total() == 1


def test_a_window_that_nobody_sees_is_painted_when_it_is_shown(qtbot: QtBot) -> None:
    window = QLabel("words")
    qtbot.addWidget(window)
    window.setUpdatesEnabled(False)
    paints = Paints()
    window.installEventFilter(paints)
    paint_once(window)
    assert not window.isVisible() and not paints.counts
    window.show()
    qtbot.waitUntil(lambda: bool(paints.counts))

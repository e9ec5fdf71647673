"""The panels' docks: fixed while locked, movable while unlocked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QLabel,
    QMainWindow,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app.docks import DockedWindow, FrameStyle, PanelDock, resize_dock
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from tests.robustness.random_events import complaints

MOVES = QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetFloatable


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel("network"))
    window.resize(600, 400)
    window.show()
    qtbot.waitExposed(window)
    yield window


@pytest.fixture
def dock(window: QMainWindow) -> PanelDock:
    return PanelDock("steps_dock", QLabel("steps"), Qt.DockWidgetArea.LeftDockWidgetArea, window)


def test_a_dock_is_locked_at_first_and_gives_its_panel_all_the_room(dock: PanelDock, qtbot: QtBot) -> None:
    assert dock.objectName() == "steps_dock"
    assert dock.features() == QDockWidget.DockWidgetFeature.NoDockWidgetFeatures
    qtbot.waitUntil(lambda: dock.widget().height() == dock.height())


def test_an_unlocked_dock_has_a_title_to_drag_it_by(dock: PanelDock, qtbot: QtBot) -> None:
    dock.set_locked(False)
    assert dock.features() & MOVES == MOVES
    qtbot.waitUntil(lambda: dock.widget().height() < dock.height())


def test_no_panel_can_be_closed_for_good(dock: PanelDock) -> None:
    dock.set_locked(False)
    assert not dock.features() & QDockWidget.DockWidgetFeature.DockWidgetClosable


def test_locking_again_takes_the_title_away(dock: PanelDock, qtbot: QtBot) -> None:
    dock.set_locked(False)
    dock.set_locked(True)
    assert dock.features() == QDockWidget.DockWidgetFeature.NoDockWidgetFeatures
    qtbot.waitUntil(lambda: dock.widget().height() == dock.height())


def test_a_dock_that_comes_and_goes_leaves_no_separator_behind(qtbot: QtBot, qapp: QApplication) -> None:
    window = DockedWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel("network"))
    dock = PanelDock("steps_dock", QLabel("steps"), Qt.DockWidgetArea.LeftDockWidgetArea, window)
    sheet = qapp.styleSheet()
    qapp.setStyleSheet(sheet_of(make_theme("dark")))
    try:
        window.show()
        qtbot.waitExposed(window)
        counts = []
        for _ in range(3):
            dock.hide()
            qapp.processEvents()
            dock.show()
            qapp.processEvents()
            counts.append(len(window.findChildren(QWidget, "qt_qmainwindow_extended_splitter")))
        assert counts == [1, 1, 1]
    finally:
        qapp.setStyleSheet(sheet)


def test_the_line_between_panels_is_a_pixel_wide_in_the_palettes_colour(
    qtbot: QtBot,
) -> None:
    window = DockedWindow()
    qtbot.addWidget(window)
    dock = PanelDock("steps_dock", QLabel("steps"), Qt.DockWidgetArea.LeftDockWidgetArea, window)
    palette = window.palette()
    palette.setColor(QPalette.ColorRole.Mid, QColor("#12ab34"))
    window.setPalette(palette)
    window.setCentralWidget(QWidget())
    window.resize(400, 300)
    window.show()
    qtbot.waitUntil(lambda: dock.isVisible() and window.width() == 400)
    image = window.grab().toImage()
    rows = [[image.pixelColor(x, y).name() for x in range(image.width())] for y in (100, 200)]
    assert [row.count("#12ab34") for row in rows] == [1, 1]


def test_the_button_of_a_title_is_drawn_in_the_colour_of_the_text_and_says_what_it_does(
    dock: PanelDock,
) -> None:
    dock.set_locked(False)
    dock.show_words("The three steps", "Let it float")
    palette = dock.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#12ab34"))
    dock.setPalette(palette)
    QApplication.processEvents()
    buttons = [each for each in dock.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.toolTip() for each in buttons] == [
        "Let it float"
    ] and dock.windowTitle() == "The three steps"
    image = buttons[0].grab().toImage()
    ink = sum(
        image.pixelColor(x, y).name() == "#12ab34"
        for x in range(image.width())
        for y in range(image.height())
    )
    assert ink >= 20


def test_a_floating_dock_has_no_frame_in_the_styles_colours(qapp: QApplication) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#102030"))
    option = QStyleOptionFrame()
    option.rect, option.lineWidth, option.palette = image.rect(), 1, QPalette(QColor("#102030"))
    painter = QPainter(image)
    FrameStyle().drawPrimitive(QStyle.PrimitiveElement.PE_FrameDockWidget, option, painter)
    painter.end()
    assert {image.pixelColor(x, y).name() for x in (0, 20, 39) for y in (0, 20, 39)} == {"#102030"}


def test_a_panel_is_resized_where_it_stands_and_not_while_it_is_dragged(
    window: QMainWindow, dock: PanelDock, qtbot: QtBot
) -> None:
    across = Qt.Orientation.Horizontal
    resize_dock(window, dock, 180, across)
    qtbot.waitUntil(lambda: dock.width() == 180)
    dock.set_locked(False)
    with complaints() as heard:
        QTest.mousePress(dock, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
        for step in range(3):
            QTest.mouseMove(dock, QPoint(60 + 20 * step, -30 * step))
            QTest.qWait(30)
            assert dock.isFloating()
            resize_dock(window, dock, 100, across)
        QTest.mouseRelease(dock, Qt.MouseButton.LeftButton)
    assert heard == []


@pytest.mark.parametrize("size", [0, -30])
def test_a_panel_that_is_left_nothing_has_its_least_and_qt_complains_of_nothing(
    window: QMainWindow, dock: PanelDock, size: int, qtbot: QtBot
) -> None:
    resize_dock(window, dock, 180, Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: dock.width() == 180)
    with complaints() as heard:
        resize_dock(window, dock, size, Qt.Orientation.Horizontal)
    assert heard == []
    qtbot.waitUntil(lambda: dock.width() == dock.minimumSizeHint().width() < 180)


def test_a_panel_that_has_no_place_in_the_window_is_left_as_it_is(
    window: QMainWindow, dock: PanelDock
) -> None:
    window.removeDockWidget(dock)
    with complaints() as heard:
        resize_dock(window, dock, 120, Qt.Orientation.Horizontal)
    assert heard == []

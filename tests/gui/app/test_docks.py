"""The panels' docks: fixed while locked, movable while unlocked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from gui.app.docks import PanelDock

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

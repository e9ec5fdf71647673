"""The race's button says what it does, and everything on the panel is what it was given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from core.training.config import TrainingConfig
from gui.theme.tokens import Theme
from gui.unrolling.race_panel import RacePanel
from gui.unrolling.race_settings import RaceSettings
from tests.gui.unrolling.made_layers import measured
from tests.gui.unrolling.test_race_rows import RACERS

SETTINGS = RaceSettings((TrainingConfig(),) * 3, updates=7500)


@pytest.fixture
def panel(qtbot: QtBot) -> RacePanel:
    panel = RacePanel()
    qtbot.addWidget(panel)
    panel.set_theme(Theme())
    panel.resize(760, 360)
    panel.show()
    panel.show_settings(SETTINGS, "ready")
    return panel


def text(panel: RacePanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_the_button_says_what_it_does_in_each_state(panel: RacePanel, qtbot: QtBot) -> None:
    anew = panel.findChild(QPushButton, "race_anew")
    assert isinstance(anew, QPushButton)
    for state, words, has_anew in (
        ("ready", "Train the three", False),
        ("running", "Pause", False),
        ("paused", "Run", True),
        ("over", "Run", True),
    ):
        panel.show_settings(SETTINGS, state)
        assert (panel.run.text(), anew.isVisible()) == (words, has_anew)
    with qtbot.waitSignal(panel.run_wanted):
        qtbot.mouseClick(panel.run, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.anew_wanted):
        qtbot.mouseClick(anew, Qt.MouseButton.LeftButton)


def test_with_what_they_are_trained_is_said(panel: RacePanel) -> None:
    assert "Adam, η = 0.001, batch 32" in text(panel, "race_settings")
    assert "ends at update 7,500" in text(panel, "race_settings")
    panel.show_settings(SETTINGS, "over")
    assert "not trained together any more" in text(panel, "race_settings")


def test_while_they_train_the_empty_plot_says_that_numbers_follow(panel: RacePanel) -> None:
    for state, is_said in (("running", True), ("paused", False)):
        panel.show_settings(SETTINGS, state)
        assert ("numbers follow" in panel.curves.accessibleDescription()) == is_said


def test_table_curves_and_words_are_of_what_was_measured(panel: RacePanel) -> None:
    own = [[measured(run, 300, 95, 320, 200)] for run in (1, 2, 3)]
    panel.show_racers(RACERS, own)
    assert [row.key for row in panel.table.rows][:2] == ["parameters", "update"]
    assert panel.curves.measured == tuple(map(tuple, own))
    assert "first 100 test digits" in text(panel, "race_how")


def test_of_three_that_were_not_trained_alike_none_is_the_best(panel: RacePanel) -> None:
    panel.show_racers(RACERS)
    assert any(row.best is not None for row in panel.table.rows)
    other = TrainingConfig(learning_rate=0.01)
    panel.show_settings(replace(SETTINGS, configs=(TrainingConfig(), TrainingConfig(), other)), "paused")
    panel.show_racers(RACERS)
    assert all(row.best is None for row in panel.table.rows)


def test_in_the_room_of_a_small_window_all_of_it_is_in_sight(panel: RacePanel, qtbot: QtBot) -> None:
    panel.set_theme(Theme(scale=0.85))
    panel.resize(780, 198)
    panel.show_settings(SETTINGS, "running")
    panel.show_racers(RACERS, [[measured(run, 300, 95, 320, 200)] for run in (1, 2, 3)])
    area = panel.findChild(QScrollArea, "race_area")
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible() and panel.curves.height() >= 90)
    seen = QRect(area.viewport().mapTo(panel, QPoint(0, 0)), area.viewport().size())
    for part in (panel.run, panel.table, panel.curves, panel.findChild(QLabel, "race_how")):
        assert seen.contains(QRect(part.mapTo(panel, QPoint(0, 0)), part.size()))

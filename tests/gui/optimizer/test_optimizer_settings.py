"""The part of the third panel that is put away at first: how the search goes on and ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from core.optim.schedules import SCHEDULES
from core.training.config import TrainingConfig
from gui.optimizer.optimizer_panel import OptimizerPanel

CONFIG = TrainingConfig()


class Fixture:
    """The third panel with "More" open, and what it has asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.panel = OptimizerPanel()
        qtbot.addWidget(self.panel)
        self.wanted: list[tuple[str, object]] = []
        self.panel.setting_wanted.connect(lambda *said: self.wanted.append(said))
        self.panel.show_settings(CONFIG, 60_000)
        self.panel.show()
        self.find(QToolButton, "more_of_best_function").click()

    def find(self, kind: type[Any], name: str) -> Any:
        found = self.panel.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def enter(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def fix(qtbot: QtBot) -> Fixture:
    return Fixture(qtbot)


def test_every_schedule_of_the_engine_can_be_chosen(fix: Fixture) -> None:
    box = fix.find(QComboBox, "schedule")
    assert tuple(box.itemData(i) for i in range(box.count())) == SCHEDULES
    box.setCurrentIndex(box.findData("cosine"))
    box.activated.emit(box.currentIndex())
    assert fix.wanted == [("schedule", "cosine")]


def test_only_what_means_something_is_asked_for(fix: Fixture) -> None:
    def seen() -> set[str]:
        names = ("schedule_period", "schedule_factor", "weight_decay", "warm_up", "dropout", "patience")
        return {name for name in names if fix.find(QLineEdit, name).isVisible()}

    always = {"warm_up", "dropout", "patience"}
    assert seen() == always
    fix.panel.show_settings(replace(CONFIG, schedule="step"), 60_000)
    assert seen() == always | {"schedule_period", "schedule_factor"}
    fix.panel.show_settings(replace(CONFIG, schedule="cosine", optimizer="adamw"), 60_000)
    assert seen() == always | {"schedule_period", "weight_decay"}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("warm_up", "100", 100),
        ("clip_norm", "1.5", 1.5),
        ("dropout", "0.25", 0.25),
        ("patience", "5", 5),
    ],
)
def test_each_number_is_asked_for_by_the_settings_name(
    fix: Fixture, name: str, text: str, value: float
) -> None:
    fix.enter(name, text)
    assert fix.wanted == [(name, value)]
    TrainingConfig(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "text"), [("dropout", "1"), ("warm_up", "-1"), ("patience", "1.5")])
def test_what_makes_no_sense_is_refused_where_it_is_typed(fix: Fixture, name: str, text: str) -> None:
    fix.enter(name, text)
    assert fix.wanted == []
    assert any("refused" in label.text() for label in fix.panel.findChildren(QLabel) if label.isVisible())


def test_the_rate_in_force_is_said_where_it_is_not_eta(fix: Fixture) -> None:
    label = fix.find(QLabel, "rate_in_force")
    fix.panel.show_update(500)
    assert not label.isVisible()
    config = TrainingConfig(learning_rate=0.5, schedule="step", schedule_period=100, schedule_factor=0.1)
    fix.panel.show_settings(config, 60_000)
    fix.panel.show_update(250)
    assert label.isVisible() and label.text() == "now at 0.00500"
    fix.panel.show_settings(TrainingConfig(learning_rate=0.5, warm_up=10), 60_000)
    fix.panel.show_update(4)
    assert label.text() == "now at 0.250"
    fix.panel.show_update(10)
    assert not label.isVisible()


def test_tooltips_are_plain_sentences_that_say_what_0_means(fix: Fixture) -> None:
    tips = {line.objectName(): line.toolTip() for line in fix.panel.findChildren(QLineEdit)}
    assert tips["warm_up"].startswith("η rises to its full value over this many updates at the start; 0: no")
    assert all(tips[name].endswith("; 0: never") for name in ("clip_norm", "patience"))
    assert not [tip for tip in tips.values() if "so many" in tip.lower()]

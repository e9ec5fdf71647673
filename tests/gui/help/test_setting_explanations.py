"""Each setting of the panels has its own explanation of two or three sentences."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.app.speed_slider import SpeedSlider
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.help.setting_explanations import SettingExplanations, explain_settings
from gui.loss.loss_panel import LossPanel
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.number_field import NumberField


@pytest.mark.parametrize("kind", [ArchitecturePanel, LossPanel, OptimizerPanel])
def test_every_field_and_list_of_the_three_steps_has_words_of_its_own(
    qtbot: QtBot, kind: type[QWidget]
) -> None:
    panel = kind()
    qtbot.addWidget(panel)
    settings = [*panel.findChildren(NumberField), *panel.findChildren(ChoiceBox)]
    assert len(settings) >= 3
    explain_settings(panel.findChildren(QWidget))
    mute = [each.objectName() for each in settings if not each.whatsThis()]
    assert mute == []
    assert panel.whatsThis() not in {each.whatsThis() for each in settings}


def test_the_speed_explains_itself(qtbot: QtBot) -> None:
    speed = SpeedSlider()
    qtbot.addWidget(speed)
    explain_settings(speed.findChildren(QWidget))
    assert [each.objectName() for each in speed.findChildren(QWidget) if each.whatsThis()] == ["speed"]


def test_each_is_of_one_to_three_sentences_and_no_two_are_alike() -> None:
    table = SettingExplanations().table()
    assert len(set(table.values())) == len(table)
    for name, text in table.items():
        sentences = text.count(". ") + text.count(".\u00a0") + text.endswith(".")
        assert 1 <= sentences <= 4, name


def test_a_layers_number_changes_nothing_about_its_words(qtbot: QtBot) -> None:
    first, twelfth, box = QWidget(), QWidget(), QWidget()
    for widget, name in ((first, "layer_1"), (twelfth, "layer_12"), (box, "activation_3")):
        qtbot.addWidget(widget)
        widget.setObjectName(name)
    explain_settings([first, twelfth, box])
    assert first.whatsThis() == twelfth.whatsThis() == SettingExplanations().table()["layer"]
    assert box.whatsThis() == SettingExplanations().table()["activation"]

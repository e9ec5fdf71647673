"""What the Help page says is about what is there, and what it suggests can be done."""

from __future__ import annotations

from dataclasses import is_dataclass

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from gui.app.actions import Actions
from gui.app.commands import ChooseData
from gui.help.help_texts import HelpTexts


def test_there_are_twelve_words_and_five_to_eight_things_to_try() -> None:
    texts = HelpTexts()
    assert len(texts.words()) == 12 == len({word.title for _, word in texts.words()})
    assert 5 <= len(texts.suggestions()) <= 8


def test_every_suggestion_does_something_that_exists(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    for each in HelpTexts().suggestions():
        assert each.commands or each.action, each.title
        assert all(is_dataclass(command) for command in each.commands)
        if each.action:
            assert actions[each.action].isEnabled()


@pytest.mark.parametrize(
    "choice",
    [
        command.choice
        for each in HelpTexts().suggestions()
        for command in each.commands
        if isinstance(command, ChooseData)
    ],
)
def test_the_suggested_examples_can_be_loaded(choice: DatasetSpec) -> None:
    assert len(choice.load().y_train) > 0


def test_each_part_says_something_of_its_own() -> None:
    seen = HelpTexts().seen()
    assert len({each.text for each in seen.values()}) == len(seen) > 10

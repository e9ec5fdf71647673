"""What the Help page says is about what is there, and what it suggests can be done."""

from __future__ import annotations

from dataclasses import is_dataclass

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.training.batches import Batches
from gui.app.actions import Actions
from gui.app.commands import ChooseData
from gui.app.translation import install_language
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


@pytest.mark.parametrize(
    ("language", "dropped", "waits"),
    [("en", "is dropped", "waits"), ("zh_CN", "舍去", "留到"), ("zh_TW", "捨去", "留到")],
)
def test_what_is_left_over_of_an_epoch_is_dropped_as_it_says(
    qapp: QApplication, language: str, dropped: str, waits: str
) -> None:
    count, size = 100, 30
    batches = Batches(np.zeros((count, 1)), np.zeros(count, np.int64), size, 0, np.float32)
    epochs: list[list[int]] = [[], [], []]
    while batches.epoch < len(epochs):
        epoch = batches.epoch
        batches.open()
        epochs[epoch] += batches.rows.tolist()
        batches.close()
    # Ten rows are left over each time; were they kept, they would be the first of the next epoch.
    assert [len(set(rows)) for rows in epochs] == [90, 90, 90]
    left = [set(range(count)) - set(rows) for rows in epochs]
    assert all(not rows <= set(then[:size]) for rows, then in zip(left, epochs[1:], strict=False))
    try:
        install_language(qapp, language)
        text = dict(HelpTexts().words())["status_label"].text
    finally:
        install_language(qapp, "en")
    assert dropped in text and waits not in text

"""The page of digits asks for so many of these classes, and how much harder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from gui.data_dialog.digits_page import DigitsPage
from tests.gui.data_dialog.opened_dialog import OpenedDialog


def test_digits_can_be_fewer_harder_and_of_some_classes(fix: OpenedDialog) -> None:
    for digit in (0, 2, 4, 5, 6, 7, 9):
        fix.qtbot.mouseClick(fix.find(QToolButton, f"learn_{digit}"), Qt.MouseButton.LeftButton)
    fix.enter("digits_page_count", "500")
    fix.enter("digits_page_shuffled_labels", "25")
    fix.enter("digits_page_noise", "5")
    fix.enter("digits_page_seed", "9")
    assert fix.learn() == DatasetSpec(count=500, classes=(1, 3, 8), shuffled_labels=0.25, noise=0.05, seed=9)


def test_one_class_alone_is_refused(fix: OpenedDialog) -> None:
    for digit in range(10):
        fix.qtbot.mouseClick(fix.find(QToolButton, f"learn_{digit}"), Qt.MouseButton.LeftButton)
    assert fix.learn().classes == (8, 9)
    assert any(
        "two classes" in label.text() for label in fix.dialog.findChildren(QLabel) if label.isVisible()
    )


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (DatasetSpec(), {"count": "60000", "shuffled_labels": "0", "noise": "0", "seed": "0"}),
        (
            DatasetSpec(count=100, classes=(0, 1), shuffled_labels=0.5, noise=0.25, seed=8),
            {"count": "100", "shuffled_labels": "50", "noise": "25", "seed": "8"},
        ),
    ],
)
def test_shares_are_shown_in_hundredths_and_asked_for_as_they_were(
    qtbot: QtBot, choice: DatasetSpec, shown: dict[str, str]
) -> None:
    page = DigitsPage()
    qtbot.addWidget(page)
    page.show_choice(choice)
    lines = {name: page.findChild(QLineEdit, f"digits_page_{name}") for name in shown}
    assert {name: line.text() for name, line in lines.items() if line is not None} == shown
    assert page.choice() == choice


def test_a_class_that_is_left_out_is_told_at_once(qtbot: QtBot) -> None:
    page = DigitsPage()
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.changed):
        page.findChild(QToolButton, "learn_4").click()
    assert page.choice().classes == (0, 1, 2, 3, 5, 6, 7, 8, 9)

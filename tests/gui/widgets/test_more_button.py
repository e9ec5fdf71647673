"""The button that shows the rest of a card: hidden at first, shown and hidden again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.more_button import MoreButton


@pytest.fixture
def rest(qtbot: QtBot) -> QLabel:
    rest = QLabel("rest")
    qtbot.addWidget(rest)
    return rest


def test_the_rest_is_shown_and_hidden_and_the_arrow_says_which(qtbot: QtBot, rest: QLabel) -> None:
    rest.show()
    button = MoreButton("more", rest)
    qtbot.addWidget(button)
    seen = [(rest.isVisible(), button.arrowType())]
    for _ in range(2):
        button.click()
        seen.append((rest.isVisible(), button.arrowType()))
    down, up = Qt.ArrowType.DownArrow, Qt.ArrowType.UpArrow
    assert seen == [(False, down), (True, up), (False, down)]


def test_space_presses_it_when_the_keyboard_has_come_by_tab_and_a_click_leaves_the_keyboard(
    qtbot: QtBot, rest: QLabel
) -> None:
    button = MoreButton("more", rest)
    qtbot.addWidget(button)
    button.show()
    assert button.objectName() == "more" and button.focusPolicy() is Qt.FocusPolicy.TabFocus
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked() and rest.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_low_as_can_still_be_hit(qtbot: QtBot, rest: QLabel, scale: float) -> None:
    button = MoreButton("more", rest)
    qtbot.addWidget(button)
    button.set_theme(make_theme("dark", scale))
    assert button.minimumHeight() == button.maximumHeight() == 24 * scale

"""The tools below the canvas say what is wanted, and by which key."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QAbstractButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.drawing.draw_tools import DrawTools
from gui.drawing.drawing_state import ShowStrokes
from gui.theme.tokens import make_theme
from gui.widgets.undoable import Undoable


@pytest.fixture
def tools(qtbot: QtBot) -> DrawTools:
    tools = DrawTools(QUndoStack())
    qtbot.addWidget(tools)
    tools.set_theme(make_theme("light"))
    return tools


def button(tools: DrawTools, name: str) -> QToolButton:
    found = tools.findChild(QToolButton, f"tool_{name}")
    assert isinstance(found, QToolButton)
    return found


def test_each_says_what_is_wanted(tools: DrawTools, qtbot: QtBot) -> None:
    for name, signal in (
        ("clear", tools.clear_wanted),
        ("keep", tools.keep_wanted),
        ("own", tools.own_set_wanted),
    ):
        with qtbot.waitSignal(signal):
            button(tools, name).click()
    with qtbot.waitSignal(tools.eraser_wanted, check_params_cb=lambda eraser: eraser):
        button(tools, "eraser").click()
    tools.show_eraser(True)
    assert button(tools, "eraser").isChecked() and not button(tools, "pen").isChecked()


def test_only_a_stroke_is_undone_here(qtbot: QtBot) -> None:
    stack = QUndoStack()
    tools = DrawTools(stack)
    qtbot.addWidget(tools)
    assert not button(tools, "undo").isEnabled()
    stack.push(Undoable("stroke", lambda _: None, ShowStrokes(()), ShowStrokes(())))
    assert button(tools, "undo").isEnabled()
    stack.push(Undoable("other", lambda _: None, 1, 2))
    assert not button(tools, "undo").isEnabled()
    stack.undo()
    button(tools, "undo").click()
    assert stack.index() == 0


def test_the_tips_name_the_keys_and_what_was_kept(tools: DrawTools) -> None:
    tools.show_keys("Ctrl+K", "Shift+K")
    assert "(Ctrl+K)" in button(tools, "keep").toolTip() and "(Shift+K)" in button(tools, "own").toolTip()
    assert "none yet" in button(tools, "own").toolTip()
    tools.show_kept("3 of 4 right")
    assert "3 of 4 right" in button(tools, "own").toolTip()
    assert button(tools, "own").accessibleDescription() == "3 of 4 right"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_them_fit_beside_each_other(tools: DrawTools, scale: float) -> None:
    tools.set_theme(make_theme("dark", scale))
    for width in (170, 184, 224, 500):
        tools.fit(width)
        assert tools.minimumSizeHint().width() <= max(width, 6 * 24 + 6 * round(4 * scale))


def test_type_larger_than_200_percent_makes_none_of_them_smaller(tools: DrawTools) -> None:
    sides = []
    for scale in (2.0, 2.5, 3.0):
        theme = make_theme("dark", scale)
        tools.set_theme(theme)
        # In a panel of one width, whatever the type is.
        tools.fit(350 - 2 * theme.margin(12))
        sides.append(tools.findChildren(QAbstractButton)[0].width())
    assert sides == [42] * 3

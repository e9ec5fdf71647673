"""Terms or classes: one of them is chosen, by click and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.ledger.view_switch import ViewSwitch


@pytest.fixture
def switch(qtbot: QtBot) -> ViewSwitch:
    switch = ViewSwitch()
    qtbot.addWidget(switch)
    switch.show()
    return switch


def button(switch: ViewSwitch, view: str) -> QPushButton:
    found = switch.findChild(QPushButton, f"ledger_{view}")
    assert isinstance(found, QPushButton)
    return found


def test_a_click_tells_which_is_wanted(switch: ViewSwitch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.chosen, check_params_cb=lambda view: view == "classes"):
        qtbot.mouseClick(button(switch, "classes"), Qt.MouseButton.LeftButton)


def test_the_arrow_keys_choose_the_other_one(switch: ViewSwitch, qtbot: QtBot) -> None:
    button(switch, "terms").setFocus()
    with qtbot.waitSignal(switch.chosen, check_params_cb=lambda view: view == "classes"):
        qtbot.keyClick(button(switch, "terms"), Qt.Key.Key_Right)
    with qtbot.waitSignal(switch.chosen, check_params_cb=lambda view: view == "terms"):
        qtbot.keyClick(button(switch, "classes"), Qt.Key.Key_Left)


def test_what_is_shown_emits_nothing_and_tab_leads_to_it(switch: ViewSwitch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.show_view("classes", True)
    assert button(switch, "classes").isChecked()
    policies = [button(switch, view).focusPolicy() for view in ("terms", "classes")]
    assert policies == [Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.TabFocus]


def test_without_classes_it_is_off_and_says_why(switch: ViewSwitch) -> None:
    switch.show_view("terms", False)
    assert not button(switch, "classes").isEnabled()
    assert button(switch, "classes").toolTip() == "There are no classes: the targets are numbers"
    switch.show_view("terms", True)
    assert button(switch, "classes").isEnabled() and "mistakes" in button(switch, "classes").toolTip()


def test_the_map_is_the_third_and_off_without_classes(switch: ViewSwitch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.chosen, check_params_cb=lambda view: view == "map"):
        qtbot.mouseClick(button(switch, "map"), Qt.MouseButton.LeftButton)
    switch.show_view("terms", False)
    assert not button(switch, "map").isEnabled() and "no classes" in button(switch, "map").toolTip()

"""Every action: it issues its own command, shows what is in force, and says what it does with its key."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from core.engine.commands import ReleaseSample, ShowTestSample, TrainEpoch
from gui.app import commands as c
from gui.app.action_table import ACTIONS
from gui.app.actions import Actions
from gui.app.app_state import AppState
from gui.app.speed_slider import FULL_SPEED
from gui.network.marks.edge_values import PICTURES
from gui.theme.tokens import make_theme

# What the training does is no switch, nor what stands beside the network.
SWITCHES = [
    each.name
    for each in fields(AppState)
    if each.type == "bool" and each.name not in ("running", "playing", "is_lost", "side", "trains_both")
]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


def issued_by(actions: Actions) -> list[object]:
    issued: list[object] = []
    actions.issued.connect(issued.append)
    return issued


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("run", c.ToggleRunning()),
        ("step", c.MakeUpdate()),
        ("step_epoch", TrainEpoch()),
        ("rewind", c.Rewind()),
        ("new_weights", c.DrawNewWeights()),
        ("full_speed", c.ToggleFullSpeed()),
        ("lecture_setting", c.UseLectureSetting()),
        ("next_digit", ShowTestSample("next")),
        ("wrong_digit", ShowTestSample("wrong")),
        ("release_digit", ReleaseSample()),
        ("larger", c.ChangeScale(1)),
        ("smaller", c.ChangeScale(-1)),
        ("usual_size", c.Choose("scale", 1.0)),
        ("projector", c.ToggleProjector()),
        ("zoom_fit", c.Zoom("fit")),
        ("tidy", c.SortNeurons()),
        ("data", c.ChooseData()),
        ("open_data", c.ChooseData(own=True)),
        ("export_step", c.ExportStep()),
        ("theme_light", c.Choose("theme", "light")),
        ("language_zh_CN", c.Choose("language", "zh_CN")),
        ("language_zh_TW", c.Choose("language", "zh_TW")),
        ("edges_24", c.Choose("edge_budget", "24")),
        ("edges_all", c.Choose("edge_budget", "all")),
        ("sign_minus", c.Choose("edge_sign", "minus")),
        ("picture_mean_gradient", c.Choose("edge_value", "mean_gradient")),
    ],
)
def test_each_issues_its_command_once(actions: Actions, name: str, command: object) -> None:
    issued = issued_by(actions)
    actions[f"action_{name}"].trigger()
    assert issued == [command]


def test_slower_and_faster_are_the_same_step_each_way(actions: Actions) -> None:
    issued = issued_by(actions)
    actions["action_slower"].trigger()
    actions["action_faster"].trigger()
    slower, faster = issued
    assert isinstance(slower, c.ChangeSpeed) and isinstance(faster, c.ChangeSpeed)
    assert slower.by == -faster.by < 0


def test_every_switch_of_the_state_has_an_action_that_shows_it(actions: Actions) -> None:
    issued = issued_by(actions)
    for action in actions._actions.values():
        action.trigger()
    toggled = [command.name for command in issued if isinstance(command, c.Toggle)]
    assert sorted(toggled) == sorted(SWITCHES)


def test_what_is_in_force_is_marked_and_marking_it_issues_nothing(actions: Actions) -> None:
    issued = issued_by(actions)
    before = AppState()
    on = dict.fromkeys(SWITCHES, True)
    now = replace(
        before,
        theme="dark",
        language="en",
        edge_budget="4",
        edge_value="change",
        edge_sign="plus",
        speed=FULL_SPEED,
        layout="projector",
        **on,
    )
    actions.show_state(before, now)
    checked = {action.objectName() for action in actions._actions.values() if action.isChecked()}
    assert {
        "action_theme_dark",
        "action_language_en",
        "action_edges_4",
        "action_picture_change",
        "action_sign_plus",
    } <= checked
    assert {"action_full_speed", "action_projector"} <= checked
    # One of each of the five groups, those two, and the switches.
    assert len(checked) == 5 + 2 + len(SWITCHES)
    actions.show_state(now, before)
    checked = {action.objectName() for action in actions._actions.values() if action.isChecked()}
    assert checked == {
        "action_theme_system",
        "action_language_system",
        "action_edges_16",
        "action_picture_weight",
        "action_sign_both",
        "action_waves",
        "action_single_letters",
    }
    assert issued == []


def test_run_is_called_pause_while_it_runs(actions: Actions) -> None:
    run = actions["action_run"]
    actions.set_theme(make_theme("dark"))
    rest, icon = AppState(), run.icon().cacheKey()
    actions.show_state(rest, replace(rest, running=True))
    assert run.text() == "Pause" and run.icon().cacheKey() != icon
    actions.show_state(replace(rest, running=True), rest)
    assert run.text() == "Run"
    actions.show_state(rest, replace(rest, playing=True))
    assert run.text() == "Pause", "a walkthrough plays, and the same key stops it"


def test_without_an_engine_nothing_can_be_trained_and_the_rest_can_be_done(actions: Actions) -> None:
    rest = AppState()
    actions.show_state(rest, replace(rest, is_lost=True))
    off = {action.objectName() for action in actions._actions.values() if not action.isEnabled()}
    assert {"action_step", "action_rewind", "action_next_digit", "action_data"} <= off
    assert not {"action_quit", "action_larger", "action_picture_signal", "action_export_picture"} & off
    run = actions["action_run"]
    assert run.isEnabled() and run.text() == "Retry" and "process again" in run.toolTip()
    actions.show_state(replace(rest, is_lost=True), rest)
    assert run.text() == "Run" and "process" not in run.toolTip()
    off = [action.objectName() for action in actions._actions.values() if not action.isEnabled()]
    # At the present there is nothing to return from, and beside one network there is none.
    assert off == ["action_live", "action_branch", "action_swap_sides", "action_train_both"]


@pytest.mark.parametrize(
    ("state", "live", "branch"),
    [
        (AppState(), False, False),
        (AppState(moment=7), True, True),
        (AppState(moment=7, layout="projector"), True, True),
        (AppState(moment=7, is_lost=True), False, False),
        (AppState(moment=7, branches="A", beside_moment=None), True, True),
        (AppState(moment=7, branches="B", beside_moment=None), True, False),
        (AppState(branches="B", beside_moment=5), False, True),
        (AppState(branches="B", beside_moment=5, is_lost=True), False, False),
    ],
)
def test_what_leads_from_the_past_is_to_be_had_there(
    actions: Actions, state: AppState, live: bool, branch: bool
) -> None:
    actions.show_state(AppState(), state)
    enabled = actions["action_live"].isEnabled(), actions["action_branch"].isEnabled()
    assert enabled == (live, branch)


def test_each_says_what_it_does_and_with_which_key(actions: Actions) -> None:
    tip = "Make one update, then pause; in slow motion step by step; in a walkthrough its next phase (.)"
    assert actions["action_step"].toolTip() == tip
    # What is drawn of a clipped gradient is not what the update followed.
    tip = actions["action_picture_mean_gradient"].toolTip()
    assert (
        tip.startswith("Colour each connection by the last batch’s mean gradient")
        and "before clipping" in tip
    )
    assert actions["action_about"].toolTip() == "Version, licences, and where the digits come from"
    for action in actions._actions.values():
        assert action.text() and action.whatsThis()
        assert action.toolTip().startswith(action.whatsThis())


def test_every_key_is_an_actions_and_none_is_two(actions: Actions) -> None:
    keys = [key.toString() for action in actions._actions.values() for key in action.shortcuts()]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    for name, (keys, _, _) in ACTIONS.items():
        assert QKeySequence.listToString(actions[name].shortcuts()) == keys
    # Larger is on the key of "=", too, which is pressed without Shift.
    assert [key.toString() for key in actions["action_larger"].shortcuts()] == ["Ctrl++", "Ctrl+="]


def test_the_pictures_have_the_keys_1_to_5_in_their_order(actions: Actions) -> None:
    keys = [actions[f"action_picture_{picture}"].shortcut().toString() for picture in PICTURES]
    assert keys == ["1", "2", "3", "4", "5"]


def test_of_a_group_one_is_chosen(actions: Actions) -> None:
    group = actions.groups["theme"]
    for action in group.actions():
        action.trigger()
        assert [each.data() for each in group.actions() if each.isChecked()] == [action.data()]
    assert [each.data() for each in group.actions()] == ["system", "light", "dark"]


def test_every_icon_is_drawn(actions: Actions) -> None:
    actions.set_theme(make_theme("light"))
    with_icon = {name for name, (_, picture, _) in ACTIONS.items() if picture}
    assert {
        action.objectName() for action in actions._actions.values() if not action.icon().isNull()
    } == with_icon


def test_what_stands_beside_is_marked_and_only_then_can_be_swapped_and_trained(actions: Actions) -> None:
    before = AppState()
    now = replace(before, side=True, trains_both=True)
    actions.show_state(before, now)
    assert actions["action_side"].isChecked() and actions["action_train_both"].isChecked()
    assert actions["action_swap_sides"].isEnabled() and actions["action_train_both"].isEnabled()
    actions.show_state(now, before)
    assert not (actions["action_side"].isChecked() or actions["action_train_both"].isChecked())
    assert not (actions["action_swap_sides"].isEnabled() or actions["action_train_both"].isEnabled())
    actions.show_state(before, replace(now, is_lost=True))
    assert not any(actions[f"action_{name}"].isEnabled() for name in ("side", "swap_sides", "train_both"))


def test_in_a_menu_no_icon_stands_where_a_check_mark_shows_what_is_on(window: QMainWindow) -> None:
    attribute = Qt.ApplicationAttribute.AA_DontShowIconsInMenus
    before = QCoreApplication.testAttribute(attribute)
    QCoreApplication.setAttribute(attribute, False)
    try:
        actions = Actions(window)
        with_icon = [actions[name] for name, (_, picture, _) in ACTIONS.items() if picture]
        switches = [action for action in with_icon if action.isCheckable()]
        assert len(switches) >= 3 and not any(action.isIconVisibleInMenu() for action in switches)
        assert actions["action_step"].isIconVisibleInMenu()
    finally:
        QCoreApplication.setAttribute(attribute, before)

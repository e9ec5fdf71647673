"""Keys can be changed, refused with a sentence, kept as text, and single letters switched off."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.app.actions import Actions
from gui.app.key_bindings import KeyBindings, is_single


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


@pytest.fixture
def keys(actions: Actions) -> KeyBindings:
    return KeyBindings(actions.all(), actions)


def test_an_action_gets_the_keys_that_are_chosen_and_its_usual_ones_back(
    keys: KeyBindings, actions: Actions
) -> None:
    heard: list[bool] = []
    keys.changed.connect(lambda: heard.append(True))
    keys.restore(keys.with_keys("action_run", ["F5", "Space"]))
    assert [key.toString() for key in actions["action_run"].shortcuts()] == ["F5", "Space"]
    assert keys.keys_of("action_run") == ("F5", "Space") and keys.usual_keys_of("action_run") == ("Space",)
    assert keys.words()["action_run"] == "F5"
    keys.restore("")
    assert [key.toString() for key in actions["action_run"].shortcuts()] == ["Space"]
    assert len(heard) == 2


def test_one_change_after_another_keeps_both(keys: KeyBindings) -> None:
    keys.restore(keys.with_keys("action_run", ["F5"]))
    keys.restore(keys.with_keys("action_step", ["F6"]))
    assert keys.keys_of("action_run") == ("F5",) and keys.keys_of("action_step") == ("F6",)
    assert json.loads(keys.with_keys("action_step", ["."])) == {"action_run": ["F5"]}


def test_an_action_can_be_without_a_key(keys: KeyBindings, actions: Actions) -> None:
    keys.restore(keys.with_keys("action_rewind", []))
    assert actions["action_rewind"].shortcuts() == [] and keys.words()["action_rewind"] == ""


def test_another_actions_key_is_refused_by_name(keys: KeyBindings) -> None:
    sentence = keys.problem_with("action_run", "R")
    assert "R is the key of “Rewind”" in sentence
    assert keys.problem_with("action_rewind", "R") == ""
    # A key that was given away is free.
    keys.restore(keys.with_keys("action_rewind", []))
    assert keys.problem_with("action_run", "R") == ""


def test_a_loan_of_keys_lasts_until_it_is_ended_and_leaves_what_was_chosen(
    keys: KeyBindings, actions: Actions
) -> None:
    heard: list[bool] = []
    keys.changed.connect(lambda: heard.append(True))
    keys.lend("action_run", "action_film")
    assert [key.toString() for key in actions["action_film"].shortcuts()] == ["Y", "Space"]
    assert actions["action_run"].shortcuts() == [] and len(heard) == 1
    assert keys.all_words("action_film") == "Y, Space" and keys.words()["action_run"] == ""
    assert keys.is_lent("Space") and not keys.is_lent("Y")
    assert keys.keys_of("action_run") == ("Space",) and keys.keys_of("action_film") == ("Y",)
    # Other keys that are chosen meanwhile are lent, too; letters that are switched off are not.
    keys.restore(keys.with_keys("action_run", ["F5"]))
    keys.set_single_letters(False)
    assert keys.all_words("action_film") == "F5"
    keys.end_loan()
    assert not keys.is_lent("F5")
    assert [key.toString() for key in actions["action_run"].shortcuts()] == ["F5"]
    assert keys.all_words("action_film") == ""


@pytest.mark.parametrize("key", ["Tab", "Esc", "Return", "Left", "Shift+Up", "Home", "Del"])
def test_keys_that_move_the_keyboard_are_refused(keys: KeyBindings, key: str) -> None:
    assert "moves the keyboard" in keys.problem_with("action_run", key)


@pytest.mark.parametrize(
    ("key", "is_refused"), [("F10", True), ("Shift+F10", True), ("Menu", True), ("Ctrl+F10", False)]
)
def test_keys_by_which_systems_open_menus_are_refused(keys: KeyBindings, key: str, is_refused: bool) -> None:
    assert ("opens a menu" in keys.problem_with("action_run", key)) == is_refused


@pytest.mark.parametrize(
    ("key", "is_refused"), [("Alt+F", True), ("Alt+F5", False), ("Ctrl+Alt+F", False), ("Ctrl+Up", False)]
)
def test_alt_with_a_letter_is_the_menus(keys: KeyBindings, key: str, is_refused: bool) -> None:
    assert bool(keys.problem_with("action_run", key)) == is_refused


@pytest.mark.parametrize(
    ("key", "single"),
    [
        *[(key, True) for key in ("N", "Shift+R", ".", "[", "0", "Shift+.")],
        *[(key, False) for key in ("Space", "F1", "Ctrl+N", "Shift+F1", "Alt+N", "Ctrl+Shift+P", "Left")],
    ],
)
def test_a_single_letter_is_a_character_without_ctrl_or_alt(key: str, single: bool) -> None:
    assert is_single(key) == single


def test_single_letters_can_be_switched_off_and_all_other_keys_stay(
    keys: KeyBindings, actions: Actions
) -> None:
    before = {name: [key.toString() for key in a.shortcuts()] for name, a in keys.actions.items()}
    keys.set_single_letters(False)
    left = [key.toString() for action in actions.all() for key in action.shortcuts()]
    assert "Space" in left and "F1" in left and "Ctrl+E" in left
    assert all(len(key) > 1 and not key.startswith("Shift+") or "F" in key for key in left)
    assert keys.keys_of("action_next_digit") == ("N",), "the choice is kept"
    keys.set_single_letters(True)
    assert before == {name: [key.toString() for key in a.shortcuts()] for name, a in keys.actions.items()}


@pytest.mark.parametrize(
    "kept",
    [
        *("no json", "[]", "7", '{"action_run": 5}', '{"nobody": ["F5"]}'),
        *('{"action_run": [7, null]}', '{"action_run": ["Ctrl+X, Ctrl+S"]}'),
    ],
)
def test_what_makes_no_sense_in_the_settings_stops_nothing(keys: KeyBindings, kept: str) -> None:
    keys.restore(kept)
    assert keys.keys_of("action_step") == (".",)
    assert all(isinstance(key, str) for key in keys.keys_of("action_run"))


def test_no_key_is_given_to_two_actions_by_an_edited_file(keys: KeyBindings, actions: Actions) -> None:
    keys.restore('{"action_run": ["R", "F5"], "action_step": ["F5"]}')
    assert keys.keys_of("action_run") == ("F5",) and keys.keys_of("action_step") == ()
    shortcuts = [key.toString() for action in actions.all() for key in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))


def test_words_are_those_of_the_key_in_force(qtbot: QtBot) -> None:
    action = QAction("Save")
    action.setObjectName("save")
    action.setShortcuts([QKeySequence("S"), QKeySequence("Ctrl+S")])
    keys = KeyBindings([action])
    assert keys.words() == {"save": "S"}
    keys.set_single_letters(False)
    assert keys.words() == {"save": "Ctrl+S"}

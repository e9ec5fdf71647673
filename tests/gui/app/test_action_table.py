"""The table of actions names each once, and no two have the same key."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from gui.app.action_table import ACTIONS, CHOICES, OF_TRAINING
from gui.app.app_state import AppState
from gui.theme.icons import FOLDER


def test_no_two_actions_have_the_same_key() -> None:
    keys = Counter(
        key.toString() for keys, _, _ in ACTIONS.values() for key in QKeySequence.listFromString(keys)
    )
    assert [key for key, count in keys.items() if key and count > 1] == []


def test_every_icon_is_drawn() -> None:
    assert [
        picture for _, picture, _ in ACTIONS.values() if picture and not (FOLDER / f"{picture}.svg").is_file()
    ] == []


def test_what_only_an_engine_can_do_is_in_the_table() -> None:
    assert set(OF_TRAINING) <= set(ACTIONS)


def test_every_choice_is_one_of_the_states_fields() -> None:
    for field, values in CHOICES.values():
        assert getattr(AppState(), field) in values

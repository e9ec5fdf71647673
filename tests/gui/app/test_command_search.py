"""Words find commands by name, by menu and by what they do; names come first."""

from __future__ import annotations

import pytest

from gui.app.command_search import CommandText, ranked

COMMANDS = (
    CommandText("Rewind", "Training", "Go back to the same initial weights"),
    CommandText("New weights", "Training", "Begin again from other initial weights"),
    CommandText("Weights", "View › Connections show", "Colour each connection by its w"),
    CommandText("Dark", "View › Theme", "Light marks on a dark ground"),
    CommandText("Light", "View › Theme", "Dark marks on a light ground"),
    CommandText("更新一次", "训练", "做一次更新，然后暂停"),
)


def found(wanted: str) -> list[str]:
    return [COMMANDS[number].name for number in ranked(wanted, COMMANDS)]


def test_without_words_all_stand_in_their_order() -> None:
    assert found("") == found("  ") == [command.name for command in COMMANDS]


def test_names_that_begin_so_come_first_then_words_of_names_then_what_it_does() -> None:
    assert found("weights") == ["Weights", "New weights", "Rewind"]
    assert found("dark") == ["Dark", "Light"]


def test_every_word_has_to_be_found_in_any_order() -> None:
    assert found("theme dark") == ["Dark", "Light"]
    assert found("weights new") == ["New weights"]


def test_case_does_not_matter() -> None:
    assert found("REWIND") == ["Rewind"]


@pytest.mark.parametrize(("wanted", "name"), [("nwe", "New weights"), ("rwd", "Rewind")])
def test_where_no_word_is_found_letters_in_their_order_are(wanted: str, name: str) -> None:
    assert found(wanted) == [name]


def test_chinese_is_found_by_parts_of_words() -> None:
    assert found("更新") == ["更新一次"]


def test_what_is_nowhere_finds_nothing() -> None:
    assert found("zebra") == []


def test_a_command_is_found_by_its_english_name_too_and_listed_once() -> None:
    commands = (
        CommandText("重绘权重", "训练", "从别的初始权重开始", CommandText("New weights", "Training")),
        CommandText("影片", "训练", "", CommandText("Film", "Training")),
        CommandText("权重", "视图", "film 也", CommandText("Weights", "View")),
    )
    assert ranked("film", commands) == [1, 2] and ranked("weights", commands) == [2, 0]
    assert ranked("权重", commands) == [2, 0] and ranked("training weights", commands) == [0]
    assert ranked("nwe", commands) == [0]

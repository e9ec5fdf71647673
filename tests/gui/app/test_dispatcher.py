"""Every command has one who does it."""

from __future__ import annotations

from typing import Any

import pytest

from core.engine.commands import COMMANDS, Pause, Train
from gui.app.commands import Choose, Rewind
from gui.app.dispatcher import Dispatcher


def test_a_command_reaches_its_handler_and_the_engines_reach_the_engine() -> None:
    done: list[Any] = []
    sent: list[Any] = []
    dispatcher = Dispatcher({Choose: lambda command: done.append(command.value)}, sent.append)
    dispatcher.issue(Choose("theme", "light"))
    dispatcher.issue(Train())
    dispatcher.issue(Pause())
    assert done == ["light"]
    assert sent == [Train(), Pause()]


def test_what_is_refused_is_not_begun() -> None:
    done: list[Any] = []
    sent: list[Any] = []
    dispatcher = Dispatcher({Choose: done.append}, sent.append, lambda command: isinstance(command, Train))
    dispatcher.issue(Train())
    dispatcher.issue(Choose("theme", "light"))
    dispatcher.issue(Pause())
    assert (done, sent) == ([Choose("theme", "light")], [Pause()])


def test_what_nobody_can_do_is_refused() -> None:
    dispatcher = Dispatcher({}, lambda _: None)
    with pytest.raises(KeyError):
        dispatcher.issue(Rewind())


def test_every_command_of_the_engine_is_sent_to_it() -> None:
    sent: list[type] = []
    dispatcher = Dispatcher({}, lambda command: sent.append(type(command)))
    for kind in COMMANDS:
        dispatcher.issue(object.__new__(kind))
    assert sent == list(COMMANDS)

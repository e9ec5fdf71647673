"""The files of the command line are saved when all has come in, and the first problem is the last thing done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gui.app import final_files
from gui.app.final_files import FinalFiles


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(final_files, "SETTLE_MS", 5)
    monkeypatch.setattr(final_files, "LONGEST_WAIT_MS", 20)


def saving(log: list[str], name: str, problem: str = "") -> Callable[[], str]:
    def save() -> str:
        log.append(name)
        return problem

    return save


def outcome(qtbot: QtBot, files: FinalFiles) -> str:
    with qtbot.waitSignal(files.done) as done:
        files.soon()
    return str(done.args[0])


def test_all_are_saved_in_their_order(qtbot: QtBot) -> None:
    log: list[str] = []
    files = FinalFiles([saving(log, "a"), saving(log, "b")], lambda: True, lambda: True)
    assert outcome(qtbot, files) == "" and log == ["a", "b"]


def test_after_a_problem_nothing_more_is_saved(qtbot: QtBot) -> None:
    log: list[str] = []
    files = FinalFiles([saving(log, "a", "No room."), saving(log, "b")], lambda: True, lambda: True)
    assert outcome(qtbot, files) == "No room." and log == ["a"]


def test_the_newest_update_is_waited_for_however_long_it_takes(qtbot: QtBot) -> None:
    log: list[str] = []
    answers = iter([False] * 20 + [True])
    files = FinalFiles([saving(log, "a")], lambda: next(answers), lambda: False)
    assert outcome(qtbot, files) == "" and next(answers, None) is None


def test_a_picture_that_never_rests_is_taken_all_the_same(qtbot: QtBot) -> None:
    looks: list[int] = []
    files = FinalFiles([saving([], "a")], lambda: True, lambda: bool(looks.append(1)))
    assert outcome(qtbot, files) == "" and len(looks) == 4

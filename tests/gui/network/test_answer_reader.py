"""An answer is read out once an example that was chosen rests, and names its network where there are two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.engine.snapshot import Snapshot
from gui.network import answer_reader
from gui.network.answer_reader import AnswerReader


@pytest.mark.parametrize(
    "letter, heard", [("", "says 4"), ("A", "Network A: says 4"), ("B", "Network B: says 4")]
)
def test_each_of_two_says_which_it_is(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    make_snapshot: Callable[..., Snapshot],
    letter: str,
    heard: str,
) -> None:
    said: list[tuple[QWidget, str]] = []
    monkeypatch.setattr(answer_reader, "announce", lambda who, words: said.append((who, words)))
    view = QWidget()
    qtbot.addWidget(view)
    reader = AnswerReader(view, lambda: "says 4")
    reader._timer.setInterval(0)
    reader.letter = letter
    shown = make_snapshot()
    chosen = replace(shown, example=replace(shown.example, origin="test", index=7))
    reader.follow(shown, chosen)
    qtbot.waitUntil(lambda: len(said) > 0)
    # The same once more, as the training goes on.
    reader.follow(chosen, chosen)
    assert not reader._timer.isActive()
    assert said == [(view, heard)]


def test_what_the_training_goes_through_is_not_read_out_and_the_way_back_to_it_is(
    qtbot: QtBot, make_snapshot: Callable[..., Snapshot]
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    reader, shown = AnswerReader(view, str), make_snapshot()
    first = replace(shown, example=replace(shown.example, origin="train", index=1))
    reader.follow(None, first)
    reader.follow(first, replace(first, example=replace(first.example, index=2)))
    assert not reader._timer.isActive()
    reader.follow(replace(first, example=replace(first.example, origin="drawing", index=None)), first)
    assert reader._timer.isActive()
    reader._timer.stop()
    # One of its own that somebody has chosen is an answer as any other, and so is the way back from it.
    chosen = replace(first, example=replace(first.example, index=3), is_chosen=True)
    for before, now in ((first, chosen), (chosen, first)):
        reader.follow(before, now)
        assert reader._timer.isActive()
        reader._timer.stop()


def test_what_a_page_has_said_itself_is_not_said_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make_snapshot: Callable[..., Snapshot]
) -> None:
    said: list[str] = []
    monkeypatch.setattr(answer_reader, "announce", lambda _, words: said.append(words))
    view = QWidget()
    qtbot.addWidget(view)
    reader = AnswerReader(view, lambda: "says 4")
    for is_said in (True, False):
        reader.is_said = lambda is_said=is_said: is_said  # type: ignore[misc]
        reader._say()
    assert [words for words in said if words] == ["says 4"]

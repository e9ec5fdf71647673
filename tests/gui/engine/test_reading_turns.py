"""Messages come in their order, and no more in one turn of the event loop than there is time for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from core.engine.protocol import Envelope
from gui.engine import reading_turns as module
from gui.engine.reading_turns import TURN_MS, ReadingTurns


class Reader:
    """Bytes are messages, one a byte; each takes `message_ms` of a clock that only they move."""

    def __init__(self, message_ms: float, monkeypatch: pytest.MonkeyPatch) -> None:
        self.message_ms, self.now_ms = message_ms, 0.0
        self.read_of: list[bytes] = []
        self.told: list[int] = []
        self.then: dict[int, Callable[[], object]] = {}
        monkeypatch.setattr(module, "perf_counter", lambda: self.now_ms / 1000)
        self.turns = ReadingTurns(self.read, self.tell)

    def read(self, content: bytes) -> list[Envelope]:
        self.read_of.append(content)
        return [Envelope(byte, byte) for byte in content]

    def tell(self, envelope: Envelope) -> None:
        self.now_ms += self.message_ms
        self.told.append(envelope.content)
        self.then.pop(envelope.content, lambda: None)()


def test_what_takes_little_time_is_told_at_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(TURN_MS / 4, monkeypatch)
    reader.turns.take(bytes([1, 2, 3, 4]))
    assert reader.told == [1, 2, 3, 4] and not reader.turns.are_left


def test_what_takes_long_is_told_in_turns_and_what_comes_later_is_read_after_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(TURN_MS, monkeypatch)
    reader.turns.take(bytes([1, 2, 3]))
    assert reader.told == [1] and reader.turns.are_left
    reader.turns.take(bytes([4]))
    assert reader.told == [1] and reader.read_of == [bytes([1, 2, 3])]
    qtbot.waitUntil(lambda: not reader.turns.are_left)
    assert reader.told == [1, 2, 3, 4] and reader.read_of[-1] == bytes([4])


def test_bytes_without_a_whole_message_hold_nothing_up(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(TURN_MS, monkeypatch)
    for content in (b"", bytes([1]), b""):
        reader.turns.take(content)
    assert reader.told == [1] and not reader.turns.are_left


def test_the_rest_can_be_told_at_once_or_never(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(TURN_MS, monkeypatch)
    reader.turns.take(bytes([1, 2, 3]))
    reader.turns.take(bytes([4]))
    reader.turns.finish()
    assert reader.told == [1, 2, 3, 4]
    reader.turns.take(bytes([5, 6]))
    reader.turns.drop()
    assert reader.told[-1] == 5 and not reader.turns.are_left


def test_a_dialog_that_a_message_opens_holds_up_neither_the_rest_nor_what_comes_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, dialog = Reader(0.0, monkeypatch), QEventLoop()

    def wait_in_it() -> None:
        QTimer.singleShot(0, lambda: reader.turns.take(bytes([3])))
        dialog.exec()

    reader.then = {1: wait_in_it, 3: dialog.quit}
    reader.turns.take(bytes([1, 2]))
    assert reader.told == [1, 2, 3]

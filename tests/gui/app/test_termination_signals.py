"""Signals that end the process arrive as events of Qt, and the second one ends it at once."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.app.termination_signals import TerminationSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
NUMBERS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[TerminationSignals]:
    signals = TerminationSignals()
    yield signals
    signals.stop()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_signal_is_received_in_the_loop_of_events(
    signals: TerminationSignals, qtbot: QtBot, number: int
) -> None:
    received: list[bool] = []
    signals.received.connect(lambda: received.append(True))
    signal.raise_signal(number)
    assert not received
    qtbot.waitUntil(lambda: received == [True])


def test_the_second_signal_ends_the_process(signals: TerminationSignals) -> None:
    signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_stopping_puts_everything_back(qtbot: QtBot) -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    signals = TerminationSignals()
    assert signal.getsignal(signal.SIGTERM) != before[1]
    signals.stop()
    assert [signal.getsignal(number) for number in NUMBERS] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_what_was_started_to_outlive_its_terminal_does(qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        signals = TerminationSignals()
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        signals.stop()
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)

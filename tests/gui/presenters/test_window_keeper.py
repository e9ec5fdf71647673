"""Pins come back where the network has such neurons; what can't be read is left out and said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.engine.messages import SessionOpened
from core.engine.snapshot import Snapshot
from core.engine.window_state import WindowState
from gui.app.main_window import MainWindow
from gui.presenters.window_keeper import possible_pins
from tests.gui.local_engine import local_engine


def test_only_what_this_network_has_can_be_pinned(snapshot_of: Callable[..., Snapshot]) -> None:
    # 4 inputs, 3 neurons, 2 outputs.
    pins = ((0, 2), (0, 3), (1, 1), (2, 0), (-1, 0), (0, 3, 2), (0, 4, 0), (1, 2, 1), (1, 0, 2), (), (0,))
    assert possible_pins(pins, snapshot_of()) == [(0, 2), (1, 1), (0, 3, 2), (1, 2, 1)]
    # No more than can be looked at beside each other, and none twice, which would let it go.
    assert possible_pins(((0, 0),) * 3 + ((0, 1), (0, 2), (1, 0), (1, 1)), snapshot_of()) == [
        *((0, 0), (0, 1), (0, 2), (1, 0)),
    ]


@pytest.mark.parametrize("text", ["{}", "nonsense"])
def test_what_cannot_be_read_changes_nothing(qtbot: QtBot, text: str) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=30_000)
    session = window.composition
    info = session.runs.info
    assert info is not None
    before = session.store.state
    opened = SessionOpened("/a", (replace(info, run=9),), (0,), WindowState(text))
    assert session.sessions.keeper.restore(opened) is False
    assert session.store.state == before and 9 not in session.loss._records
    window.close()

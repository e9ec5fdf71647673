"""What is garbage ends in the window's thread, whichever thread makes objects meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from gui.app import garbage
from gui.app.garbage import GarbageCollector


class Cycle:
    """Nobody but Python's search for cycles ends it."""

    def __init__(self) -> None:
        self.itself = self


def make_objects(kept: list[list[int]]) -> None:
    kept += [[number] for number in range(200_000)]


def test_a_cycle_ends_in_the_windows_thread_and_soon(qtbot: QtBot) -> None:
    ended: list[int] = []
    garbage.EVERY_MS, before = 50, garbage.EVERY_MS
    collector = GarbageCollector()
    try:
        weakref.finalize(Cycle(), lambda: ended.append(threading.get_ident()))
        kept: list[list[int]] = []
        thread = threading.Thread(target=make_objects, args=(kept,))
        thread.start()
        thread.join()
        assert not ended
        qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
        assert ended == [threading.get_ident()]
    finally:
        collector.stop()
        garbage.EVERY_MS = before
    assert gc.isenabled()

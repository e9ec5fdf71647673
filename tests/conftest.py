"""What holds for every test: offscreen, away from the user's settings, and nothing may be left behind.

A Python warning, a message from Qt, or a thread, timer or window that outlives its test fails it.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

# Before numpy and Qt are imported: one BLAS thread gives the same bits everywhere, and no test touches
# the screen or the settings of whoever runs it. (Tests of the real window start their own process.)
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="backlight-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name) / _name.lower())

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

PATIENCE_S = 2.0
NOT_OURS = ("This plugin does not support",)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a running thread, an active timer or a top-level window."""
    # Set up first and torn down last, so that every other fixture has cleaned up by then.
    uses_qt = "qapp" in request.fixturenames or "PySide6.QtWidgets" in sys.modules
    threads = set(threading.enumerate())
    before = _qt_objects() if uses_qt else set()
    before_ids = {id(thing) for thing in before}
    yield
    until = time.monotonic() + PATIENCE_S
    while left := _leftovers(threads, before_ids):
        if time.monotonic() > until:
            pytest.fail("left behind: " + ", ".join(left))
        # What only waits to be deleted, collected or joined is not left behind.
        gc.collect()
        time.sleep(0.01)


def _leftovers(threads: set[threading.Thread], before_ids: set[int]) -> list[str]:
    left = [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        # A dummy stands for a Qt thread that ran Python once; Python 3.11 keeps it for ever.
        if thread not in threads and not isinstance(thread, threading._DummyThread)
    ]
    if "PySide6.QtWidgets" not in sys.modules:
        return left
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
    return left + [_describe(thing) for thing in _qt_objects() if id(thing) not in before_ids]


def _qt_objects() -> set[Any]:
    """Qt's running threads, active timers and top-level windows, as far as Python knows them."""
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    found: set[Any] = set()
    for thing in gc.get_objects():
        kind = type(thing)
        if not issubclass(kind, (QThread, QTimer)) or not isValid(thing):
            continue
        if thing.isRunning() if issubclass(kind, QThread) else thing.isActive():
            found.add(thing)
    found -= {QThread.currentThread()}
    if QApplication.instance() is not None:
        # A tooltip is Qt's own, one for all, and kept.
        found.update(w for w in QApplication.topLevelWidgets() if w.objectName() != "qtooltip_label")
    return found


def _describe(thing: Any) -> str:
    name = thing.objectName()
    return type(thing).__name__ + (f" {name!r}" if name else "")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail a test whose cleaning up makes Qt complain; pytest-qt listens only until the test's last line."""
    if "PySide6.QtCore" not in sys.modules or item.get_closest_marker("no_qt_log"):
        return (yield)
    from PySide6.QtCore import qInstallMessageHandler

    messages: list[str] = []
    previous = qInstallMessageHandler(lambda _kind, _context, text: messages.append(text))
    try:
        result = yield
    finally:
        qInstallMessageHandler(previous)
    complaints = [text for text in messages if not text.startswith(NOT_OURS)]
    if complaints:
        pytest.fail("Qt said while cleaning up: " + "; ".join(complaints))
    return result

"""What holds for every test: offscreen, away from the user's settings, and nothing may be left behind.

A Python warning, a message from Qt, or a thread, timer or window that outlives its test fails it.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import tempfile
import threading
import time
import weakref
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

# Before numpy and Qt are imported: one BLAS thread gives the same bits everywhere, and no test touches
# the screen or the settings of whoever runs it. (Tests of the real window start their own process.)
os.environ["OPENBLAS_NUM_THREADS"] = "1"
# Nor do PyTorch's small sums gain by threads: two processes of tests would wait for each other's.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="backlight-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name) / _name.lower())

from PySide6.QtCore import (  # noqa: E402
    QCoreApplication,
    QEvent,
    QLocale,
    QThread,
    QTimer,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication  # noqa: E402
from shiboken6 import isValid  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# Three processes of tests share two cores: a quarter of the time each waits for programs that it has started. Whoever
# takes long begins early, however few tests it has; otherwise all wait for it in the end.
LONGEST_FILES = (
    "tests/robustness/test_presenter_machine.py",
    "tests/gui/app/test_application.py",
    "tests/window/test_keyboard_and_mouse.py",
    "tests/robustness/test_state_machine.py",
    "tests/audit/test_random_use.py",
    "tests/window/test_look.py",
    "tests/core/exchange/test_code.py",
    "tests/mutation/test_plant.py",
    "tests/window/test_start_and_end.py",
    "tests/robustness/test_hostile_files.py",
    "tests/robustness/test_killed_windows.py",
    "tests/robustness/test_keeping_faults.py",
    "tests/robustness/test_killed_engines.py",
    "tests/robustness/test_planted_faults.py",
)

ANSWER_TIMEOUT_S = 2.0
NOT_OURS = ("This plugin does not support",)


# Every timer and thread of Qt that was ever started and is still there; asking the garbage collector
# for them would take a tenth of a second a test.
_started: weakref.WeakSet[Any] = weakref.WeakSet()


def _remember_starts(kind: type[QTimer] | type[QThread]) -> None:
    start = kind.start

    def remember_and_start(self: Any, *arguments: Any) -> None:
        _started.add(self)
        start(self, *arguments)

    kind.start = remember_and_start  # type: ignore[assignment, method-assign]


_remember_starts(QTimer)
_remember_starts(QThread)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a running thread, an active timer or a top-level window."""
    # Set up first and torn down last, so that every other fixture has cleaned up by then.
    threads, before = set(threading.enumerate()), _qt_objects()
    yield
    until = time.monotonic() + ANSWER_TIMEOUT_S
    while left := _leftovers(threads, before):
        if time.monotonic() > until:
            pytest.fail("left behind: " + ", ".join(left))
        # What only waits to be deleted, collected or joined is not left behind.
        gc.collect()
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def the_look_is_as_before(nothing_left_behind: None) -> Iterator[None]:
    """After each test the application has the style, the type and the language that it had before.

    Where windows put on themes and languages, the next test would measure its texts in the type that the last one left.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        yield
        return
    sheet, palette, font, locale = app.styleSheet(), app.palette(), app.font(), QLocale()
    yield
    # What is put on is put on everything that there is: first let go of what only waits to be deleted.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if app.findChildren(QTranslator):
        from gui.app.translation import install_language

        install_language(app, "en")
    if locale != QLocale():
        QLocale.setDefault(locale)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    if app.palette() != palette:
        app.setPalette(palette)
    if app.font() != font:
        app.setFont(font)


def _leftovers(threads: set[threading.Thread], before: set[Any]) -> list[str]:
    left = [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        # A dummy stands for a Qt thread that ran Python once; Python 3.11 keeps it for ever.
        if thread not in threads and not isinstance(thread, threading._DummyThread)
    ]
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
    return left + [_describe(thing) for thing in _qt_objects() - before]


def _qt_objects() -> set[Any]:
    """Qt's running threads, active timers and top-level windows."""
    found: set[Any] = set()
    for thing in list(_started):
        if isValid(thing) and (thing.isRunning() if isinstance(thing, QThread) else thing.isActive()):
            found.add(thing)
    # A tooltip is Qt's own, one for all, and kept.
    found.update(w for w in QApplication.topLevelWidgets() if w.objectName() != "qtooltip_label")
    return found


def _describe(thing: Any) -> str:
    name = thing.objectName()
    return type(thing).__name__ + (f" {name!r}" if name else "")


def pytest_configure(config: pytest.Config) -> None:
    """Have the files begin in the order in which they are collected, not those of the most tests first."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where processes share the files, the longest come first, then those with the most tests."""
    if not _worker(config):
        return
    tests_in = Counter(item.path for item in items)
    rank = {ROOT / name: place for place, name in enumerate(LONGEST_FILES)}
    items.sort(key=lambda item: (rank.get(item.path, len(rank)), -tests_in[item.path]))


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, Any, Any]:
    """Collect the tests without looking for garbage among them, and in several workers without doing it all anew."""
    gc.disable()
    try:
        _import_elsewhere(_worker(session.config))
        return (yield)
    finally:
        gc.enable()
        _keep_what_is_there()


def _worker(config: pytest.Config) -> str:
    """Which of several processes of tests this is, such as ``gw1``.

    Not by the environment, which processes that a test starts have too: there each planted lie would have its copy of
    all tests compiled.
    """
    return str(getattr(config, "workerinput", {}).get("workerid", ""))


def _import_elsewhere(worker: str) -> None:
    """Import the files of tests from the last or the middle one on, while the first worker begins with the first.

    In a clean checkout whoever comes to a file first compiles it, and what it imports, for all.
    """
    paths = sorted(Path(__file__).parent.rglob("test_*.py"))
    orders = {"gw1": paths[::-1], "gw2": paths[len(paths) // 2 :]}
    for path in orders.get(worker, ()):
        # What cannot be imported says so where it is collected.
        with suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def _keep_what_is_there() -> None:
    """Never look for garbage among what is there now: 600,000 objects of collected tests and imported modules."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Let go of what a test has left for the garbage collector: of a whole window, 20 MB.

    By itself it looks through everything only when a quarter more is there: hundreds of windows are left until then.
    """
    result = yield
    if gc.get_count()[2]:
        if nextitem is None or nextitem.path != item.path:
            _keep_what_is_there()
        else:
            gc.collect()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail a test whose cleaning up makes Qt complain; pytest-qt listens only until the test's last line."""
    if item.get_closest_marker("no_qt_log"):
        return (yield)
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

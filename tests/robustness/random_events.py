"""Random events at the whole window: nothing may raise, Qt may not complain, and nothing may be in the way for ever.

    python -m tests.robustness.random_events --count 20000 --seed 0

Events go where a user's would: to what is seen of the window, its dialogs and its menus, while it trains at full speed.
Files are those of a folder of the script's, some of them damaged. Whatever dialog is open, Esc leads out of it. Where
the engine has its own process, no event takes longer than `LONGEST_S` of this one's time, as a machine takes that does
nothing else (whatever takes half as long is told, with where its time went); and a new session takes no more than
`MOST_BYTES` more than one did at the start. Memory is measured first when all pages and dialogs had been made, all
looks were seen, and each list and menu was open once: what counts is what grows after that, not what a first use costs.
"""

from __future__ import annotations

import argparse
import ctypes
import faulthandler
import gc
import os
import random
import sys
import tempfile
import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from math import inf
from pathlib import Path
from time import monotonic, process_time
from types import TracebackType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{_name}_HOME"] = tempfile.mkdtemp(prefix="backlight-events-")

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from core.data.dataset_spec import DatasetSpec
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.app.settings_file import SettingsFile
from gui.app.speed_slider import FULL_SPEED
from gui.engine import client
from gui.engine.client import EngineClient
from tests.gui.local_engine import local_engine
from tests.robustness.pace import Pace
from tests.robustness.random_user import RandomUser
from tests.robustness.slow_stack import SlowStack, stack_of

# A process that others take all processors from answers late: that is no fault of its own.
PATIENT_BEATS = 90
NOT_OURS = ("This plugin does not support",)
POPUP_MS = 100
LONGEST_S = 1.0
# What takes longer than this is told, with where its time went.
LONG_S = 0.5
MOST_BYTES = 20_000_000
# So often Esc is pressed before a dialog is called a trap, and so long is waited after each.
MOST_ESCAPES, ESCAPE_MS = 20, 50
# After an event the window has this long, in ms, each as likely. Half of the time there is none, for a hand is often
# quicker than a window: what it does next then comes before anything was painted or the engine has answered. And every
# so many events there is time for more than one picture.
PAUSES_MS = 0, 0, 1, 1
LONG_PAUSE_MS, LONG_PAUSE_EVERY = 20, 10
# Dialogs are left after every so many events.
EVERY = 500
# After so many events a new session is begun.
SESSION = 2000
# So often it is begun, and so long is waited for it. Before, the engine may have to do much that was asked for faster
# than it can: new networks, one after another, data that are read.
MOST_BEGINNINGS, BEGINNING_MS = 4, 1500
MOST_WAITING_S = 120
# As wide and high as the window is whenever memory is measured.
USUAL_SIZE = 1280, 800
# So long is waited for each thing that is shown at the start.
SHOWN_MS = 100

Say = Callable[[str], None]


def close_popup() -> None:
    """Close the menu or list that is open, as Esc does; and the questions of the system's dialog for files.

    Such a question waits in an event loop of its own, also while a dialog that the engine's answer has opened since
    stands before it.
    """
    if popup := QApplication.activePopupWidget():
        popup.close()
        return
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QMessageBox) and isinstance(top.parentWidget(), QFileDialog) and top.isVisible():
            top.reject()


def leave_dialogs() -> str:
    """Press Esc until no dialog is open; what could not be left so, or ""."""
    for _ in range(MOST_ESCAPES):
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is None:
            return ""
        QTest.keyClick(top, Qt.Key.Key_Escape)
        QTest.qWait(ESCAPE_MS)
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return "" if top is None else f"Esc does not lead out of {type(top).__name__} {top.objectName()!r}\n"


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Every exception that nobody has caught, and every message of Qt, while it lasts."""
    heard: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        heard.append("".join(traceback.format_exception(kind, error, trace)))

    def listen(_kind: Any, _context: Any, text: str) -> None:
        if not text.startswith(NOT_OURS):
            heard.append(f"Qt: {text}\n    said in {' > '.join(stack_of(sys._getframe(1)))}\n")

    before, sys.excepthook = sys.excepthook, hook
    previous = qInstallMessageHandler(listen)
    try:
        yield heard
    finally:
        sys.excepthook = before
        qInstallMessageHandler(previous)


def resident_bytes() -> int:
    """What this process takes of the memory by itself, after all that is free was given back; 0 where nobody can say.

    Pages of files do not count: those of a large font come in as its letters are painted, and belong to the system.
    """
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    with suppress(OSError):
        _, resident, of_files, *_ = map(int, Path("/proc/self/statm").read_text().split())
        return (resident - of_files) * os.sysconf("SC_PAGE_SIZE")
    return 0


def leave_page(window: MainWindow) -> None:
    """Have the network back in its place."""
    if window.network_area.page is not None:
        window.network_area.page.closed.emit()


def wait_for_engine(window: MainWindow, until_it_rests: bool = False) -> str:
    """Until all that it was asked for is done; what it has not done for long, or "".

    What was asked for before may begin a training while one waits: where it is to rest, that is paused.
    """
    root, begun_s = window.composition, monotonic()
    QTest.qWait(SHOWN_MS)
    while not root.engine.has_answered or (until_it_rests and root.store.state.running):
        if until_it_rests and root.store.state.running:
            root.dispatcher.issue(c.ToggleRunning())
        QTest.qWait(ESCAPE_MS)
        if monotonic() - begun_s > MOST_WAITING_S:
            waiting = Counter(type(command).__name__ for _, command in root.engine._unanswered)
            return f"the engine does not answer for {MOST_WAITING_S} s: {dict(waiting)}\n"
    return ""


def begin_anew(window: MainWindow) -> str:
    """A new session, one network, the usual look, at rest, no page in the picture's place; what hinders it, or ""."""
    issue = window.composition.dispatcher.issue
    leave_dialogs()
    if left := wait_for_engine(window, until_it_rests=True):
        return left
    for command in (
        *(c.Choose("theme", "dark"), c.Choose("language", "en"), c.Choose("layout", "watch")),
        *(c.Choose("scale", 1.0), c.Choose("edge_value", "weight"), c.Choose("edge_budget", "16")),
    ):
        issue(command)
    # A picture that was copied at twice its size is the clipboard's, and as much as 20 MB.
    QApplication.clipboard().clear()
    window.resize(*USUAL_SIZE)
    for _ in range(MOST_BEGINNINGS):
        leave_dialogs()
        leave_page(window)
        window.undo_stack.clear()
        issue(c.BeginSession())
        # Where work is not saved, that is asked.
        if (leave_it := window.findChild(QPushButton, "unsaved_discard")) is not None:
            leave_it.click()
        QTest.qWait(BEGINNING_MS)
        wait_for_engine(window)
        # A file that was being opened may have come after it.
        infos = window.composition.run_tree._rows.infos.values()
        if [(info.update, info.data.choice) for info in infos] == [(0, DatasetSpec())]:
            # Once more: panels that came back have had it as large as it was, and its pictures are as large as it is.
            window.resize(*USUAL_SIZE)
            QTest.qWait(BEGINNING_MS)
            return ""
    return "no new session begins\n"


def dialog_sizes(window: MainWindow) -> dict[str, QSize]:
    """How large each dialog is, by its name."""
    others = (widget for widget in QApplication.topLevelWidgets() if widget is not window)
    return {widget.objectName(): widget.size() for widget in others if widget.objectName()}


def show_as_at_first(window: MainWindow, sizes: Mapping[str, QSize]) -> str:
    """Show everything once more, each dialog as large as it was at first, and begin anew; what hinders it, or "".

    What is hidden keeps the look that it had when it was seen last, its picture as large as it was then, and letters
    and rules of that type and language. That is bounded, and can be as much as 20 MB; what grows without end is more.
    """
    from tests.robustness.shown_window import show_everything

    for widget in QApplication.topLevelWidgets():
        if widget is not window and not widget.isVisible() and widget.objectName() in sizes:
            widget.resize(sizes[widget.objectName()])
    show_everything(window)
    return begin_anew(window)


class Events:
    """So many random things that are done to a window.

    Parameters
    ----------
    window : MainWindow
    seed : int
    folder : Path
        With files of the user's.
    heard : list of str
        What is complained about, by whoever notices it.
    longest_s : float
        So much processor time one of them may take.
    """

    def __init__(
        self, window: MainWindow, seed: int, folder: Path, heard: list[str], longest_s: float
    ) -> None:
        self._user = RandomUser(window, seed, folder)
        self._heard, self._longest_s = heard, longest_s
        self._done: deque[str] = deque(maxlen=12)
        self._count = 0
        self._chance = random.Random(seed)
        self._pace = Pace() if longest_s < inf else None
        self._slow = SlowStack() if longest_s < inf else None
        self.wrong: list[str] = []

    def do(self, say: Say) -> None:
        """One more."""
        if self._slow is not None:
            self._slow.begin()
        begun_s = process_time()
        self._done.append(self._user.act())
        if pause_ms := self._chance.choice(PAUSES_MS) if self._count % LONG_PAUSE_EVERY else LONG_PAUSE_MS:
            QTest.qWait(pause_ms)
        took_s = process_time() - begun_s
        told = "" if self._slow is None or took_s < LONG_S else self._slow.told()
        if told:
            say(f"event {self._count} took {took_s:.2f} s: {self._done[-1]}\n{told}")
        if self._pace is not None and took_s > self._longest_s:
            alone_s = self._pace.alone_s(took_s)
            if alone_s > self._longest_s:
                self._heard.append(f"{self._done[-1]!r} took {took_s:.1f} s, alone {alone_s:.1f} s\n{told}")
        self._count += 1
        if self._count % EVERY == 0:
            self._heard += filter(None, [leave_dialogs()])
            self._user.finish()
        self.note(say)

    def end(self) -> None:
        """Look no more where time goes."""
        if self._slow is not None:
            self._slow.close()

    def note(self, say: Say) -> None:
        """Note what was heard since the last time."""
        if self._heard:
            text = "".join(dict.fromkeys(self._heard))
            self.wrong.append(f"event {self._count}: {text}    after: {' | '.join(self._done)}")
            say(self.wrong[-1])
            self._heard.clear()


def run_events(
    count: int, seed: int, folder: Path, say: Say = lambda _: None, engine: EngineClient | None = None
) -> list[str]:
    """Do so many random things to a new window; what was complained about, each with the last things done.

    With an engine that has a process of its own, this process's memory and its time are watched, too.
    """
    with complaints() as heard:
        # Kept in a file, as those of a user are: otherwise nobody is asked before work is lost.
        settings = Settings(SettingsFile(str(folder / "settings.json")))
        window = MainWindow(settings, engine=engine or local_engine())
        told = window.composition.engine
        told.failed.connect(heard.append)
        told.recovered.connect(lambda _: heard.append("the engine has ended\n"))
        window.composition.dispatcher.issue(c.SetSpeed(FULL_SPEED))
        window.resize(*USUAL_SIZE)
        window.show()
        # It is the end of the script, also where a menu is clicked.
        window.findChild(QAction, "action_quit").setEnabled(False)
        QTest.qWait(200)
        events = Events(window, seed, folder, heard, inf if engine is None else LONGEST_S)
        # Qt's own menus wait in an event loop of theirs until they are closed.
        closing = QTimer(interval=POPUP_MS)
        closing.timeout.connect(close_popup)
        closing.start()
        first_bytes, sizes = 0, dict[str, QSize]()
        if engine is not None:
            # It waits and leaves as this script does.
            from tests.robustness.shown_window import show_everything, show_looks

            show_everything(window)
            show_looks(window)
            left, sizes = begin_anew(window), dialog_sizes(window)
            if left := left or show_as_at_first(window, sizes):
                heard.append(left)
            else:
                first_bytes = resident_bytes()
                say(f"a new session takes {first_bytes / 1e6:.1f} MB once everything was shown")
            events.note(say)
        begun = monotonic()
        for number in range(count):
            events.do(say)
            if (number + 1) % 1000 == 0:
                say(
                    f"{number + 1} events, {len(events.wrong)} complaints,"
                    f" {resident_bytes() / 1e6:.0f} MB, {monotonic() - begun:.0f} s"
                )
            if engine is not None and (number + 1) % SESSION == 0:
                left, before = begin_anew(window), resident_bytes()
                # Without a new session there may be data that networks of pictures are not for.
                left = left or show_as_at_first(window, sizes)
                now = resident_bytes()
                if left:
                    heard.append(left)
                else:
                    text = f"a new session takes {now / 1e6:.1f} MB,"
                    say(f"{text} and {before / 1e6:.1f} with hidden looks and sizes")
                    if first_bytes and now - first_bytes > MOST_BYTES:
                        heard.append(f"{(now - first_bytes) / 1e6:.0f} MB more than at the start\n")
                events.note(say)
        closing.stop()
        events.end()
        leave_dialogs()
        for widget in QApplication.topLevelWidgets():
            if widget is not window and widget.isVisible():
                widget.close()
        window.may_close = lambda: True
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, 0)
        QTest.qWait(20)
        events.note(say)
    return events.wrong


def main() -> int:
    """Print each complaint; 1 when there was one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    # Whatever ends the process says where it was.
    faulthandler.enable()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        client.MAX_BEATS = PATIENT_BEATS
        engine = EngineClient()
        engine.start()
        wrong = run_events(
            options.count, options.seed, Path(folder), lambda line: print(line, flush=True), engine
        )
    print(f"{options.count} events, {len(wrong)} complaints")
    del app
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())

"""Every command of the File menu finds who does it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.gui.local_engine import local_engine

WAIT_MS = 30_000


def test_each_command_has_its_handler_and_menus_lead_to_it(qtbot: QtBot) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    wiring = window.composition.sessions
    assert set(wiring.handlers()) == {c.BeginSession, c.OpenFile, c.SaveFile, c.SaveFileAs, c.FindLeftWork}
    opened: list[str] = []
    wiring.files.looker.start = lambda work: opened.append(work(None)[0])  # type: ignore[method-assign,assignment]
    window.menus.recent.file_wanted.emit("/gone/a.backlight")
    window.files_dropped.emit(["/gone/b.backlight"])
    assert opened == ["/gone/a.backlight", "/gone/b.backlight"]
    window.close()


def test_new_right_after_open_is_what_happens(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    session = window.composition
    qtbot.waitUntil(lambda: session.runs.info is not None, timeout=WAIT_MS)
    path = tmp_path / "a.backlight"
    path.write_bytes(b"")
    asked: list[str] = []
    begun: list[str] = []
    session.sessions.files.asked.connect(lambda path, _: asked.append(path))
    session.engine.session_opened.connect(lambda message: begun.append(message.path))
    looker = session.sessions.files.looker
    session.dispatcher.issue(c.OpenFile(str(path)))
    assert looker.is_busy
    session.dispatcher.issue(c.BeginSession())
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT_MS)
    # What was found out on the way is not heard any more.
    qtbot.waitUntil(lambda: not any(thread.is_alive() for thread in looker._threads), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not looker.is_busy, timeout=WAIT_MS)
    assert begun == [""] and asked == []
    window.close()

"""Every command of the File menu finds who does it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.gui.local_engine import local_engine


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

"""The sessions that were opened or saved last, by their names."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.app.recent_menu import RecentMenu


def test_each_file_is_an_entry_with_its_whole_path_as_tip(qtbot: QtBot) -> None:
    menu = RecentMenu()
    qtbot.addWidget(menu)
    wanted: list[str] = []
    menu.file_wanted.connect(wanted.append)
    assert not menu.menuAction().isEnabled() and menu.title() == "Open recent"
    menu.show_files(["/a/one.backlight", "/b/you & me.backlight"])
    entries = menu.actions()
    assert [entry.text() for entry in entries] == ["one.backlight", "you && me.backlight"]
    assert [entry.toolTip() for entry in entries] == ["/a/one.backlight", "/b/you & me.backlight"]
    entries[1].trigger()
    assert wanted == ["/b/you & me.backlight"] and menu.menuAction().isEnabled()
    menu.show_files([])
    assert not menu.actions() and not menu.menuAction().isEnabled()


def test_an_entry_that_somebody_holds_lives_on_when_the_files_are_others(qtbot: QtBot) -> None:
    menu = RecentMenu()
    qtbot.addWidget(menu)
    menu.show_files(["/a/one.backlight", "/b/two.backlight"])
    held = menu.actions()
    menu.show_files(["/c/three.backlight"])
    assert [entry.text() for entry in held] == ["three.backlight", "two.backlight"]
    assert [entry.isEnabled() for entry in held] == [True, False] and menu.actions() == held[:1]
    wanted: list[str] = []
    menu.file_wanted.connect(wanted.append)
    held[1].trigger()
    held[0].trigger()
    assert wanted == ["/c/three.backlight"]

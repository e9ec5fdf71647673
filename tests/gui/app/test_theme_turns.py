"""Every part gets a new look once, in its order, and the window is painted when all have it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.app.theme_turns import ThemeTurns
from gui.theme.tokens import Theme, make_theme


class Part:
    """Writes down its looks."""

    def __init__(self, name: str, heard: list[tuple[str, Theme]]) -> None:
        self._name, self._heard = name, heard

    def set_theme(self, theme: Theme) -> None:
        self._heard.append((self._name, theme))


def test_a_hidden_window_takes_it_at_once(qtbot: QtBot) -> None:
    window, heard = QWidget(), list[tuple[str, Theme]]()
    qtbot.addWidget(window)
    parts = [Part("a", heard), Part("b", heard)]
    turns = ThemeTurns(window, lambda: parts, lambda theme: heard.append(("end", theme)))
    theme = make_theme("dark")
    turns.begin(theme)
    assert heard == [("a", theme), ("b", theme), ("end", theme)] and window.updatesEnabled()


def test_where_only_colours_change_it_comes_in_turns_and_nothing_is_painted_meanwhile(qtbot: QtBot) -> None:
    window, heard = QWidget(), list[tuple[str, Theme]]()
    qtbot.addWidget(window)
    window.show()
    turns = ThemeTurns(window, lambda: [Part("a", heard)], lambda theme: heard.append(("end", theme)))
    dark, light = make_theme("dark"), make_theme("light")
    turns.begin(dark)
    qtbot.waitUntil(window.updatesEnabled)
    heard.clear()
    turns.begin(light)
    assert heard == [] and not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    assert heard == [("a", light), ("end", light)]


def test_another_look_in_the_midst_of_one_takes_its_place(qtbot: QtBot) -> None:
    window, heard = QWidget(), list[tuple[str, Theme]]()
    qtbot.addWidget(window)
    window.show()
    turns = ThemeTurns(window, lambda: [Part("a", heard)], lambda theme: heard.append(("end", theme)))
    turns.begin(make_theme("dark"))
    qtbot.waitUntil(window.updatesEnabled)
    light = make_theme("light")
    heard.clear()
    turns.begin(make_theme("dark"))
    turns.begin(light)
    qtbot.waitUntil(window.updatesEnabled)
    assert heard == [("a", light), ("end", light)]


@pytest.mark.parametrize("is_seen", [False, True])
def test_where_a_part_fails_the_window_is_painted_all_the_same(qtbot: QtBot, is_seen: bool) -> None:
    class Broken:
        def set_theme(self, theme: Theme) -> None:
            raise ValueError("no such colour")

    window = QWidget()
    qtbot.addWidget(window)
    window.setVisible(is_seen)
    turns = ThemeTurns(window, lambda: [Broken()], lambda theme: None)
    QApplication.setFont(make_theme("dark").font("body"))
    if is_seen:
        with qtbot.captureExceptions() as raised:
            turns.begin(make_theme("dark"))
            qtbot.waitUntil(window.updatesEnabled)
        assert [str(error) for _, error, _ in raised] == ["no such colour"]
    else:
        with pytest.raises(ValueError, match="no such colour"):
            turns.begin(make_theme("dark"))
        assert window.updatesEnabled()

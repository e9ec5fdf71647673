"""The dialog follows the state, and what is chosen in it goes the way of every command."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QTabWidget
from pytestqt.qtbot import QtBot

from core.engine.commands import SetHistorySize
from gui.app import commands as c
from gui.app.app_state import StateStore
from gui.app.preferences import Preferences
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.presenters.preferences_presenter import PreferencesPresenter
from gui.theme.tokens import make_theme


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WindowFrame]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def test_it_opens_by_both_actions_issues_commands_and_follows_the_state(window: WindowFrame) -> None:
    store, issued = StateStore(window), list[Any]()
    PreferencesPresenter(window, store, issued.append, window)
    assert window.findChild(Preferences) is None
    window.actions_["action_keys"].trigger()
    dialog = window.findChild(Preferences)
    assert isinstance(dialog, Preferences) and dialog.isVisible()
    pages = dialog.findChild(QTabWidget, "preference_pages")
    assert pages is not None and pages.currentIndex() == 1
    window.actions_["action_preferences"].trigger()
    assert window.findChildren(Preferences) == [dialog] and pages.currentIndex() == 0
    waves = dialog.findChild(QCheckBox, "preference_waves")
    assert waves is not None
    waves.click()
    assert issued == [c.Choose("waves", False)]
    store.update(waves=False, single_letters=False)
    letters = dialog.findChild(QCheckBox, "preference_single_letters")
    assert letters is not None and not waves.isChecked() and not letters.isChecked()


def test_the_engine_is_told_what_the_past_may_take(window: WindowFrame) -> None:
    store, issued = StateStore(window), list[Any]()
    PreferencesPresenter(window, store, issued.append, window)
    store.update(history_mb=64)
    store.update(history_mb=64, waves=False)
    assert issued == [SetHistorySize(64 * 1024 * 1024)]


def test_an_open_dialog_takes_on_the_look_that_the_window_takes_on(window: WindowFrame, qtbot: QtBot) -> None:
    store = StateStore(window)
    PreferencesPresenter(window, store, lambda _: None, window)
    window.actions_["action_preferences"].trigger()
    dialog = window.findChild(Preferences)
    assert isinstance(dialog, Preferences)
    looks = []
    dialog.set_theme = looks.append  # type: ignore[method-assign, assignment]
    # As a choice does it: the state has it first.
    store.update(theme="light")
    window.theme = make_theme("light")
    qtbot.waitUntil(lambda: bool(looks))
    assert looks == [window.theme]

"""The system's words are ours wherever they come from."""

from __future__ import annotations

import errno
import os

import pytest
from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtWidgets import QApplication

from gui.app.translation import install_language
from gui.widgets import system_reason as module
from gui.widgets.system_reason import system_reason


def test_every_reason_is_known_by_what_this_system_calls_it() -> None:
    for name, words in module._words().items():
        number = getattr(errno, name, None)
        if number is not None:
            assert system_reason(os.strerror(number)) == words
        assert system_reason(module._ENGLISH[name].upper() + ".") == words
    assert set(module._words()) == set(module._ENGLISH)


def test_it_is_ours_also_where_the_system_speaks_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "strerror", lambda number: {errno.EROFS: "只读文件系统"}.get(number, "?"))
    # Of the window, and of the engine.
    assert system_reason("只读文件系统") == system_reason("Read-only file system") == "Read-only file system"


def test_it_is_said_in_the_windows_language(qapp: QApplication) -> None:
    install_language(qapp, "zh_CN")
    said = {text: system_reason(text) for text in module._ENGLISH.values()}
    install_language(qapp, "en")
    assert [text for text, ours in said.items() if ours.isascii()] == []


@pytest.mark.parametrize("text", ["HTTP 404.", "", "Its folder is gone."])
def test_other_words_stay(text: str) -> None:
    assert system_reason(text) == text


def test_what_qt_says_is_known(qapp: object) -> None:
    file = QSaveFile("/")
    assert not file.open(QIODevice.OpenModeFlag.WriteOnly)
    file = QSaveFile("/dev/null/a")
    assert not file.open(QIODevice.OpenModeFlag.WriteOnly)
    assert system_reason(file.errorString()) == "Not a directory"

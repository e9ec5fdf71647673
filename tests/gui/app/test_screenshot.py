"""The picture of the window that is asked for on the command line."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.app import screenshot
from gui.app.screenshot import save_picture


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    label = QLabel("a window")
    qtbot.addWidget(label)
    return label


def test_a_picture_is_a_png_and_replaces_an_older_one(label: QLabel, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"older")
    assert save_picture(label, str(path)) == ""
    assert path.read_bytes().startswith(b"\x89PNG")


def test_what_is_no_file_is_not_replaced(label: QLabel, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        assert "is no file" in save_picture(label, str(path))
    assert stat.S_ISFIFO(pipe.stat().st_mode) and tmp_path.is_dir()


def test_it_is_kept_in_the_size_that_it_has_by_then(
    label: QLabel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[QWidget] = []
    monkeypatch.setattr(screenshot, "follow_sizes", kept.append)
    assert save_picture(label, str(tmp_path / "picture.png")) == "" and kept == [label]

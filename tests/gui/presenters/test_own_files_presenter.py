"""A folder comes into the own test set as one step of undo, what is left out is named; files and sessions hold it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.data import own_set
from core.data.importers.own_folder import ink_of_file, read_own_folder
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.own.import_report import ImportReport
from gui.presenters import own_files_presenter, own_presenter
from tests.gui.local_engine import local_engine

WAIT_MS = 60_000
DIGITS = tuple("0123456789")


class Desk:
    """The window, and its own test set."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.own, self.files = self.session.own, self.session.own.files

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    @property
    def message(self) -> str:
        return self.window.message_bar.text

    def report(self) -> str:
        """What the dialog says of those that were left out; it is closed."""
        dialog = self.window.findChild(ImportReport, "own_report")
        assert isinstance(dialog, ImportReport)
        lines = dialog.findChild(QPlainTextEdit, "own_report_lines")
        assert isinstance(lines, QPlainTextEdit)
        text = lines.toPlainText()
        dialog.reject()
        return text


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five images of bars in folders of three classes."""
    for number in range(5):
        grey = np.full((40, 40), 255, np.uint8)
        grey[5:35, 10 + 4 * number : 14 + 4 * number] = 10
        path = tmp_path / "images" / str(number % 3) / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(grey).save(path)
    return tmp_path / "images"


def test_from_files_and_to_files(
    desk: Desk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, stack, session = desk.own, desk.window.undo_stack, str(tmp_path / "a.backlight")
    desk.session.dispatcher.issue(c.ShowOwnSet())
    # --- all of a folder, as one step
    desk.files.read(str(folder))
    desk.until(lambda: len(own.own) == 5 and own.is_measured)
    images = read_own_folder(folder, DIGITS, 99)
    assert np.array_equal(own.own.pixels, images.pixels)
    assert [own.own.names[i] for i in own.own.labels] == ["0", "0", "1", "1", "2"]
    assert "Images kept: 5 (5 scaled and centred like a drawing)" in desk.message
    desk.session.dispatcher.issue(c.SaveFile(session))
    desk.until(lambda: not desk.session.sessions.files.is_modified)
    stack.undo()
    desk.until(lambda: not len(own.own))
    assert desk.session.sessions.files.is_modified
    stack.redo()
    desk.until(lambda: len(own.own) == 5 and own.is_measured)
    # --- some are left out, and named with the reason as text
    bad = tmp_path / "bad"
    (bad / "<b>cat").mkdir(parents=True)
    (bad / "3.png").write_bytes((folder / "0" / "0.png").read_bytes())
    (bad / "4.png").write_bytes(b"no image")
    desk.files.read(str(bad))
    desk.until(lambda: len(own.own) == 6)
    assert "Left out: 2" in desk.message
    assert desk.report().splitlines() == [
        "4.png cannot be read as an image: PNG, JPEG, BMP and GIF can be read.",
        "<b>cat is a folder that is called as no class is: give it the name of one.",
    ]
    # --- no more than there is room for
    for module in (own_set, own_presenter, own_files_presenter):
        monkeypatch.setattr(module, "MOST_EXAMPLES", 8)
    desk.files.read(str(folder))
    desk.until(lambda: len(own.own) == 8)
    assert "No room for 3 more: the set holds 8" in desk.message
    desk.files.choose_folder()
    assert "is full" in desk.message and desk.window.findChild(QFileDialog, "own_folder_dialog") is None
    stack.undo()
    desk.until(lambda: len(own.own) == 6)
    # --- stopped, and refused: nothing changes
    desk.files.read(str(folder))
    desk.files._cancel()
    assert "Nothing was imported" in desk.message
    desk.files.read(str(tmp_path / "none"))
    desk.until(lambda: "not there" in desk.message)
    assert len(own.own) == 6
    # --- an export, and where none can be written
    desk.files.write(str(tmp_path / "own.npz"))
    desk.until(lambda: "Saved" in desk.message)
    found = np.load(io.BytesIO((tmp_path / "own.npz").read_bytes()), allow_pickle=False)
    assert np.array_equal(found["X"].reshape(-1, 256), own.own.pixels) and found["y"][5] == "3"
    desk.files.write(str(tmp_path / "none" / "own.npz"))
    assert "own.npz could not be written" in desk.message
    # --- a dropped image is on the canvas, one that is none is refused
    desk.window.draw_panel.drops.file_dropped.emit(str(folder / "1" / "1.png"))
    desk.until(lambda: desk.window.draw_panel.canvas.ink is not None)
    assert np.array_equal(desk.window.draw_panel.canvas.ink, ink_of_file(folder / "1" / "1.png"))
    desk.window.draw_panel.drops.file_dropped.emit(str(bad / "4.png"))
    desk.until(lambda: "cannot be read as an image" in desk.message)
    desk.window.draw_panel.drops.file_dropped.emit(str(folder / "2" / "2.png"))
    desk.until(lambda: desk.message == "")
    # --- the session opens with those that it was saved with
    with desk.qtbot.waitSignal(desk.session.engine.session_opened, timeout=WAIT_MS):
        desk.session.sessions.files.open_session(session)
        if dialog := desk.window.findChild(own_dialog(), "unsaved_dialog"):
            dialog.discard_wanted.emit()
            dialog.close()
    desk.until(lambda: len(own.own) == 5 and own.is_measured)
    assert np.array_equal(own.own.pixels, images.pixels) and stack.count() == 0
    assert not desk.session.sessions.files.is_modified
    desk.session.sessions.files.new()
    desk.until(lambda: not len(own.own))


def own_dialog() -> type:
    from gui.session.unsaved_dialog import UnsavedDialog

    return UnsavedDialog

"""Exports in the real window: what is saved is what was seen when it was asked for, and nothing is left behind."""

from __future__ import annotations

import io
import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from core.engine.commands import NextTrainingSample, ReleaseSample
from core.engine.messages import Diverged
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.export.animation_dialog import AnimationDialog
from gui.export.dialog import ExportDialog
from gui.export.picture_dialog import PictureDialog
from tests.gui.local_engine import local_engine

WAIT_MS = 20_000


@pytest.fixture(autouse=True)
def look_afterwards_as_before(qapp: QApplication) -> Iterator[None]:
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings.in_memory()
    settings.export_folder = str(tmp_path)
    return settings


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    window = MainWindow(settings, engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    qtbot.waitUntil(lambda: is_still(window), timeout=WAIT_MS)
    yield window
    window.close()


def is_still(window: MainWindow) -> bool:
    network = window.session.network
    return network.scene is not None and not window.session.clock.is_running


def opened(window: MainWindow, action: str, kind: type[ExportDialog]) -> ExportDialog:
    window.actions_[action].trigger()
    dialog = window.findChild(kind)
    assert isinstance(dialog, kind) and dialog.isVisible()
    return dialog


def press(dialog: ExportDialog, part: str) -> None:
    button = dialog.findChild(QAbstractButton, f"{dialog.objectName()}_{part}")
    assert isinstance(button, QAbstractButton)
    button.click()


def said(dialog: ExportDialog) -> str:
    label = dialog.findChild(QLabel, f"{dialog.objectName()}_refusal")
    assert isinstance(label, QLabel)
    return "" if label.isHidden() else label.text()


def saved(qtbot: QtBot, dialog: ExportDialog) -> Path:
    path = Path(dialog.path)
    press(dialog, "save")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT_MS)
    return path


def picture_in(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


# --- one picture


def test_a_png_as_on_screen_is_the_view_and_a_line_below(window, qtbot, tmp_path):
    seen = rgb(window.network_view.grab().toImage())
    path = saved(qtbot, opened(window, "action_export_picture", PictureDialog))
    assert path == tmp_path / "backlight-update-0.png" and os.listdir(tmp_path) == [path.name]
    picture = picture_in(path)
    assert np.array_equal(np.asarray(picture.convert("RGB"))[: len(seen)], seen)
    assert picture.info["Description"] == "Backlight  ·  256-32-16-10  ·  run 1  ·  update 0"
    assert picture.info["Title"].startswith("training digit ")
    assert window.message_bar.text == f"Saved: {path}"


@pytest.mark.parametrize(("kind", "times"), [(1, 2), (2, 4)])
def test_without_the_line_it_is_exactly_so_many_times_the_view(window, qtbot, kind, times):
    view = window.network_view
    width, height = view.width(), view.height()
    dialog = opened(window, "action_export_picture", PictureDialog)
    dialog.kind.setCurrentIndex(kind)
    dialog.line.setChecked(False)
    assert picture_in(saved(qtbot, dialog)).size == (width * times, height * times)


def test_an_svg_has_a_line_for_every_drawn_edge(window, qtbot):
    drawn = sum(len(m.value) for m in window.network_view.portrait().still.edges._weights._order())
    dialog = opened(window, "action_export_picture", PictureDialog)
    dialog.kind.setCurrentIndex(3)
    path = saved(qtbot, dialog)
    assert path.suffix == ".svg"
    lines = list(ET.parse(path).getroot().iter("{http://www.w3.org/2000/svg}polyline"))
    assert len(lines) == drawn > 500


def test_a_picture_that_cannot_be_made_replaces_no_file_and_is_not_called_saved(
    window, qtbot, tmp_path, monkeypatch
):
    # Where memory is short, Qt gives an image without pixels.
    monkeypatch.setattr("gui.export.export_page.Sheet._empty", lambda sheet: QImage())
    dialog = opened(window, "action_export_picture", PictureDialog)
    dialog.kind.setCurrentIndex(1)
    path = tmp_path / "a.png"
    dialog.findChild(QLineEdit).setText(str(path))
    path.write_bytes(b"an older picture")
    press(dialog, "save")
    press(dialog, "save")
    qtbot.waitUntil(lambda: "could not be made" in said(dialog), timeout=WAIT_MS)
    assert dialog.isVisible() and path.read_bytes() == b"an older picture"
    assert "Saved" not in window.message_bar.text


def test_what_is_saved_was_seen_when_it_was_asked_for(window, qtbot):
    seen = rgb(window.network_view.grab().toImage())
    dialog = opened(window, "action_export_picture", PictureDialog)
    window.session.transport.step()
    qtbot.waitUntil(lambda: window.session.network.weights_update == 1, timeout=WAIT_MS)
    path = saved(qtbot, dialog)
    assert np.array_equal(np.asarray(picture_in(path).convert("RGB"))[: len(seen)], seen)


def test_where_nothing_can_be_written_it_says_so_and_goes_on(window, qtbot, tmp_path):
    dialog = opened(window, "action_export_picture", PictureDialog)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(tmp_path / "nowhere" / "a.png"))
    press(dialog, "save")
    assert "could not be written" in said(dialog) and dialog.isVisible()
    line.setText(str(tmp_path / "a.png"))
    assert saved(qtbot, dialog).exists()


def test_cancelled_while_it_is_drawn_there_is_no_file(window, qtbot, tmp_path):
    dialog = opened(window, "action_export_picture", PictureDialog)
    dialog.kind.setCurrentIndex(2)
    press(dialog, "save")
    press(dialog, "cancel")
    assert dialog.isVisible() and dialog.kind.isEnabled()
    press(dialog, "cancel")
    assert not dialog.isVisible() and os.listdir(tmp_path) == []


def test_the_folder_is_remembered(window, qtbot, settings, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    dialog = opened(window, "action_export_picture", PictureDialog)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(other / "a.png"))
    saved(qtbot, dialog)
    assert settings.export_folder == str(other)
    assert Path(opened(window, "action_export_picture", PictureDialog).path).parent == other


def test_a_copy_is_twice_as_large_on_the_clipboard(window, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window.actions_["action_copy_picture"].trigger()
    qtbot.waitUntil(lambda: not clipboard.image().isNull(), timeout=WAIT_MS)
    assert clipboard.image().width() == 2 * window.network_view.width()
    assert "on the clipboard" in window.message_bar.text
    clipboard.clear()


# --- one step


def animation(window: MainWindow, kind: int = 0) -> ExportDialog:
    dialog = opened(window, "action_export_step", AnimationDialog)
    dialog.kind.setCurrentIndex(kind)
    for name, index in (("width", 0), ("rate", 0)):
        box = dialog.findChild(QComboBox, f"export_step_{name}")
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(index)
    return dialog


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_one_step_is_made_and_told_from_its_first_beat_to_its_last(window, qtbot, tmp_path, kind):
    path = saved(qtbot, animation(window, ("gif", "webp").index(kind)))
    assert path == tmp_path / f"backlight-update-1.{kind}" and os.listdir(tmp_path) == [path.name]
    film = picture_in(path)
    lasts_ms = []
    for i in range(film.n_frames):
        film.seek(i)
        film.load()
        lasts_ms.append(film.info["duration"])
    # Ten beats of 0.6 s and the last picture.
    assert film.width == 480 and sum(lasts_ms) == 8000 and lasts_ms[-1] == 2000
    assert 20 < film.n_frames <= 37
    qtbot.waitUntil(lambda: window.session.network.weights_update == 1, timeout=WAIT_MS)
    assert not window.session.network.is_in_story


def test_the_training_is_paused_for_it(window, qtbot):
    window.session.transport.run()
    qtbot.waitUntil(lambda: window.session.transport.is_running, timeout=WAIT_MS)
    dialog = animation(window)
    # Only the dialog is open: nothing is paused yet.
    assert window.session.transport.is_running
    saved(qtbot, dialog)
    assert not window.session.transport.is_running


def test_cancelled_before_the_update_is_made_nothing_changes(window, qtbot, tmp_path):
    before = [W.copy() for W in window.session.network.latest.weights]
    dialog = animation(window)
    press(dialog, "save")
    press(dialog, "cancel")
    assert dialog.isVisible() and dialog.kind.isEnabled() and said(dialog) == ""
    press(dialog, "cancel")
    # What the training said meanwhile has been heard.
    answers: list[object] = []
    window.session.engine.snapshot_taken.connect(answers.append)
    window.session.engine.send(NextTrainingSample())
    window.session.engine.send(ReleaseSample())
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
    snapshot = window.session.network.latest
    assert snapshot.update == 0 and os.listdir(tmp_path) == []
    assert all(np.array_equal(a, b) for a, b in zip(before, snapshot.weights, strict=True))
    assert not window.session.network.is_in_story


def test_cancelled_while_it_is_painted_no_file_is_left(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    qtbot.waitUntil(lambda: window.session.steps._painter.is_painting, timeout=WAIT_MS)
    press(dialog, "cancel")
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == []
    # And once more, to its end.
    assert saved(qtbot, dialog).exists()


def test_cancelled_after_the_update_it_says_that_it_was_made(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    qtbot.waitUntil(lambda: window.session.steps._made == 1, timeout=WAIT_MS)
    press(dialog, "cancel")
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == []
    assert said(dialog) == "No file was written. Update 1 was made all the same."


def test_a_story_that_is_told_in_the_view_makes_room(window, qtbot):
    window.session.transport.set_speed(0)
    window.session.transport.step()
    qtbot.waitUntil(lambda: window.session.network.is_in_story, timeout=WAIT_MS)
    saved(qtbot, animation(window))
    # The same update, once.
    qtbot.waitUntil(lambda: window.session.network.weights_update == 1, timeout=WAIT_MS)
    assert not window.session.network.is_in_story


def test_an_update_that_cannot_be_made_ends_it_without_a_file(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    qtbot.waitUntil(lambda: window.session.steps._painter.is_painting, timeout=WAIT_MS)
    window.session._on_diverged(Diverged(0, 1, "loss"))
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == []


def test_where_no_animation_can_be_written_no_update_is_made(window, qtbot, tmp_path):
    dialog = animation(window)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(tmp_path / "nowhere" / "a.gif"))
    press(dialog, "save")
    assert "could not be written" in said(dialog) and not window.session.steps._waits_for_story


@pytest.mark.parametrize("when", ["asked", "painting", "writing"])
def test_closing_in_the_midst_of_it_ends_the_thread_and_leaves_no_file(window, qtbot, tmp_path, when):
    steps = window.session.steps
    dialog = animation(window, 1)
    press(dialog, "save")
    if when != "asked":
        qtbot.waitUntil(lambda: steps._painter.is_painting, timeout=WAIT_MS)
    if when == "writing":
        qtbot.waitUntil(lambda: not steps._painter.is_painting, timeout=WAIT_MS)
    window.close()
    assert not window.session.is_left_running
    assert os.listdir(tmp_path) in ([], ["backlight-update-1.webp"] if when == "writing" else [])


# --- where it is found


def test_the_exports_are_in_the_menus_with_their_keys(window):
    keys = {"export_picture": "Ctrl+E", "export_step": "Ctrl+Shift+E", "copy_picture": "Ctrl+Shift+C"}
    for name, key in keys.items():
        assert window.actions_[f"action_{name}"].shortcut().toString() == key
    in_file = [action.objectName() for action in window.menus._file.actions()]
    in_edit = [action.objectName() for action in window.menus._edit.actions()]
    assert "action_export_picture" in in_file and "action_export_step" in in_file
    assert "action_copy_picture" in in_edit
    every = [
        action.shortcut().toString() for action in window.actions_.all() if not action.shortcut().isEmpty()
    ]
    assert len(every) == len(set(every))

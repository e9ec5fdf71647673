"""Pictures exported in the real window: what is saved is what was seen when it was asked for."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.export.picture_dialog import PictureDialog
from tests.gui.network.kept_words import show_as_kept
from tests.gui.presenters.exporting import (
    WAIT_MS,
    opened,
    picture_in,
    press,
    said,
    saved,
    saving_into,
    shown,
)

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")


def rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return saving_into(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    with shown(qtbot, settings) as window:
        yield window


def test_a_png_as_on_screen_is_the_view_and_a_line_below(window, qtbot, tmp_path):
    show_as_kept(window.network_view)
    seen = rgb(window.network_view.grab().toImage())
    path = saved(qtbot, opened(window, "action_export_picture", PictureDialog))
    assert path == tmp_path / "backlight-update-0.png" and os.listdir(tmp_path) == [path.name]
    picture = picture_in(path)
    assert np.array_equal(np.asarray(picture.convert("RGB"))[: len(seen)], seen)
    # The run is called what it is called in the tree of runs.
    run = "seed 0: Adam, η 0.001, batch 32"
    assert picture.info["Description"] == f"Backlight  ·  256-32-16-10  ·  update 0  ·  {run}"
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
    render = window.network_view.detached_render()
    render.image()
    drawn = sum(len(m.value) for m in render.composed_frame.edges._weights.drawn_marks)
    dialog = opened(window, "action_export_picture", PictureDialog)
    dialog.kind.setCurrentIndex(3)
    path = saved(qtbot, dialog)
    assert path.suffix == ".svg"
    lines = list(ET.parse(path).getroot().iter("{http://www.w3.org/2000/svg}polyline"))
    assert len(lines) == drawn > 500


@pytest.mark.parametrize("picture", ["change", "mean_gradient"])
def test_a_picture_names_no_key_to_press(window, qtbot, picture):
    window.composition.dispatcher.issue(c.Choose("edge_value", picture))
    words = "No update was made yet: press . to make one."
    view = window.network_view
    qtbot.waitUntil(lambda: view._composed_frame.words.walkthrough == words, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not view.has_work(), timeout=WAIT_MS)
    dialog = opened(window, "action_export_picture", PictureDialog)
    dialog.kind.setCurrentIndex(3)
    texts = [
        text.text
        for text in ET.parse(saved(qtbot, dialog)).getroot().iter("{http://www.w3.org/2000/svg}text")
    ]
    assert "Update 0: nothing has changed yet." in texts and "not known of this update" in texts
    assert not any("press" in text for text in texts)


def test_a_picture_that_cannot_be_made_replaces_no_file_and_is_not_called_saved(
    window, qtbot, tmp_path, monkeypatch
):
    # Where memory is short, Qt gives an image without pixels.
    monkeypatch.setattr("gui.export.export_page.new_image", lambda *size: QImage())
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
    show_as_kept(window.network_view)
    seen = rgb(window.network_view.grab().toImage())
    dialog = opened(window, "action_export_picture", PictureDialog)
    window.composition.transport.step()
    qtbot.waitUntil(lambda: window.composition.network.weights.update == 1, timeout=WAIT_MS)
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


def test_a_remembered_folder_that_cannot_be_asked_is_passed_over(window, qtbot, settings):
    # A name of more than 255 bytes, as a drive that is gone may leave one.
    settings.export_folder = f"/{'x' * 300}"
    dialog = opened(window, "action_export_picture", PictureDialog)
    assert Path(dialog.path).parent.is_dir()


def test_a_copy_is_twice_as_large_on_the_clipboard(window, qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window.actions_["action_copy_picture"].trigger()
    qtbot.waitUntil(lambda: not clipboard.image().isNull(), timeout=WAIT_MS)
    assert clipboard.image().width() == 2 * window.network_view.width()
    assert "on the clipboard" in window.message_bar.text
    clipboard.clear()


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
        action.shortcut().toString()
        for action in window.actions_._actions.values()
        if not action.shortcut().isEmpty()
    ]
    assert len(every) == len(set(every))

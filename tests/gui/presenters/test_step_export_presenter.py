"""One step in the real window: the update is made once, told from its first phase to its last, and can be stopped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from core.engine.commands import NextTrainingSample, ReleaseSample, Train
from core.engine.messages import Diverged
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.export.animation_dialog import AnimationDialog
from gui.export.dialog import ExportDialog
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


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return saving_into(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    with shown(qtbot, settings) as window:
        yield window


def animation(window: MainWindow, kind: int = 0) -> ExportDialog:
    dialog = opened(window, "action_export_step", AnimationDialog)
    dialog.kind.setCurrentIndex(kind)
    for name, index in (("width", 0), ("rate", 0)):
        box = dialog.findChild(QComboBox, f"export_step_{name}")
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(index)
    return dialog


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_one_step_is_made_and_told_from_its_first_phase_to_its_last(window, qtbot, tmp_path, kind):
    path = saved(qtbot, animation(window, ("gif", "webp").index(kind)))
    assert path == tmp_path / f"backlight-update-1.{kind}" and os.listdir(tmp_path) == [path.name]
    film = picture_in(path)
    lasts_ms = []
    for i in range(film.n_frames):
        film.seek(i)
        film.load()
        lasts_ms.append(film.info["duration"])
    # Ten phases of 0.6 s and the last picture.
    assert film.width == 480 and sum(lasts_ms) == 8000 and lasts_ms[-1] == 2000
    assert 20 < film.n_frames <= 37
    qtbot.waitUntil(lambda: window.composition.network.weights.update == 1, timeout=WAIT_MS)
    assert not window.composition.network.is_in_walkthrough


def test_the_training_is_paused_for_it(window, qtbot):
    window.composition.engine.send(Train())
    qtbot.waitUntil(lambda: window.composition.store.state.running, timeout=WAIT_MS)
    dialog = animation(window)
    # Only the dialog is open: nothing is paused yet.
    assert window.composition.store.state.running
    saved(qtbot, dialog)
    assert not window.composition.store.state.running


def test_the_name_is_that_of_the_update_which_is_made_however_long_the_dialog_was_open(
    window, qtbot, tmp_path
):
    send = window.composition.engine.send
    send(Train(updates=3))
    qtbot.waitUntil(lambda: window.composition.network.latest.update == 3, timeout=WAIT_MS)
    dialog = animation(window)
    assert Path(dialog.path).name == "backlight-update-4.gif"
    send(Train(updates=2))
    qtbot.waitUntil(lambda: window.composition.network.latest.update == 5, timeout=WAIT_MS)
    press(dialog, "save")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT_MS)
    assert os.listdir(tmp_path) == ["backlight-update-6.gif"]


def test_cancelled_before_the_update_is_made_nothing_changes(window, qtbot, tmp_path):
    before = [W.copy() for W in window.composition.network.latest.weights]
    dialog = animation(window)
    press(dialog, "save")
    press(dialog, "cancel")
    assert dialog.isVisible() and dialog.kind.isEnabled() and said(dialog) == ""
    press(dialog, "cancel")
    # What the training said meanwhile has been heard.
    answers: list[object] = []
    window.composition.engine.snapshot_received.connect(answers.append)
    window.composition.engine.send(NextTrainingSample())
    window.composition.engine.send(ReleaseSample())
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
    snapshot = window.composition.network.latest
    assert snapshot.update == 0 and os.listdir(tmp_path) == []
    assert all(np.array_equal(a, b) for a, b in zip(before, snapshot.weights, strict=True))
    assert not window.composition.network.is_in_walkthrough


def test_where_the_engine_has_ended_it_says_so(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    window.composition.engine._transport.kill()
    qtbot.waitUntil(lambda: "process has ended meanwhile" in said(dialog), timeout=WAIT_MS)
    assert not dialog.is_busy and os.listdir(tmp_path) == []


def test_cancelled_while_it_is_painted_no_file_is_left(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    qtbot.waitUntil(lambda: window.composition.steps._painter.is_painting, timeout=WAIT_MS)
    press(dialog, "cancel")
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == []
    # And once more, to its end.
    assert saved(qtbot, dialog).exists()


def test_cancelled_after_the_update_it_says_that_it_was_made(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    qtbot.waitUntil(lambda: window.composition.steps._made == 1, timeout=WAIT_MS)
    press(dialog, "cancel")
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == []
    assert said(dialog) == "No file was written. Update 1 was made all the same."


def test_a_walkthrough_that_is_told_in_the_view_makes_room(window, qtbot):
    window.composition.transport.set_speed(0)
    window.composition.transport.step()
    qtbot.waitUntil(lambda: window.composition.network.is_in_walkthrough, timeout=WAIT_MS)
    saved(qtbot, animation(window))
    # The same update, once.
    qtbot.waitUntil(lambda: window.composition.network.weights.update == 1, timeout=WAIT_MS)
    assert not window.composition.network.is_in_walkthrough


def test_an_update_that_cannot_be_made_ends_it_without_a_file(window, qtbot, tmp_path):
    dialog = animation(window)
    press(dialog, "save")
    qtbot.waitUntil(lambda: window.composition.steps._painter.is_painting, timeout=WAIT_MS)
    window.composition.engine.diverged.emit(Diverged(0, 1, "loss"))
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert os.listdir(tmp_path) == []


def test_a_step_of_a_network_that_is_not_drawn_yet_is_not_kept(
    window, qtbot, tmp_path, snapshot_of, monkeypatch
):
    view, steps = window.network_view, window.composition.steps
    take = steps.take_walkthrough

    def take_beside_another(walkthrough):
        drawn, view._displayed = view._displayed, snapshot_of()
        try:
            return take(walkthrough)
        finally:
            view._displayed = drawn

    monkeypatch.setattr(steps, "take_walkthrough", take_beside_another)
    dialog = animation(window)
    press(dialog, "save")
    assert not dialog.kind.isEnabled()
    qtbot.waitUntil(dialog.kind.isEnabled, timeout=WAIT_MS)
    assert dialog.isVisible() and os.listdir(tmp_path) == []


def test_where_no_animation_can_be_written_no_update_is_made(window, qtbot, tmp_path):
    dialog = animation(window)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(tmp_path / "nowhere" / "a.gif"))
    press(dialog, "save")
    assert "could not be written" in said(dialog) and not window.composition.steps._waits_for_gradient


@pytest.mark.parametrize("when", ["asked", "painting", "writing"])
def test_closing_in_the_midst_of_it_ends_the_thread_and_leaves_no_file(window, qtbot, tmp_path, when):
    steps = window.composition.steps
    dialog = animation(window, 1)
    press(dialog, "save")
    if when != "asked":
        qtbot.waitUntil(lambda: steps._painter.is_painting, timeout=WAIT_MS)
    if when == "writing":
        qtbot.waitUntil(lambda: not steps._painter.is_painting, timeout=WAIT_MS)
    window.close()
    assert not window.composition.is_left_running
    assert os.listdir(tmp_path) in ([], ["backlight-update-1.webp"] if when == "writing" else [])

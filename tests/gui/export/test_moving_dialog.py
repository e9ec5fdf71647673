"""What the dialogs for moving pictures have in common: the kinds, the sizes, and that nothing is chosen meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.export.animation_dialog import AnimationDialog
from gui.film.film_dialog import FilmDialog
from gui.film.film_plan import FilmPlan

VIEW = QSize(800, 500)
Make = Callable[[], FilmDialog | AnimationDialog]


def film() -> FilmDialog:
    dialog = FilmDialog()
    dialog.show_film(FilmPlan(0, 100, 10), VIEW)
    return dialog


def step() -> AnimationDialog:
    dialog = AnimationDialog()
    dialog.show_view(VIEW, 12.0)
    return dialog


@pytest.mark.parametrize(("make", "name"), [(film, "save_film_width"), (step, "export_step_width")])
def test_kind_and_size_are_offered_until_the_work_begins(qtbot: QtBot, make: Make, name: str) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    assert dialog.kind.count() == 3
    box = dialog.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    # As wide as on screen, until another width is chosen.
    assert dialog.ratio == 1.0
    box.setCurrentIndex(box.findData(1280))
    assert dialog.ratio == 1280 / 800
    assert box.accessibleName() == box.toolTip() != ""
    for busy in (True, False):
        dialog.show_busy(busy)
        assert box.isEnabled() is not busy


@pytest.mark.parametrize("make", [film, step])
def test_who_chooses_a_video_without_an_encoder_reads_what_to_do(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Make
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.suggest(str(tmp_path), "film")
    dialog.show()
    wanted: list[str] = []
    dialog.export_wanted.connect(lambda: wanted.append(dialog.path))

    def refusal() -> str:
        label = dialog.findChild(QLabel, f"{dialog.objectName()}_refusal")
        assert isinstance(label, QLabel)
        return "" if label.isHidden() else label.text()

    def save() -> None:
        button = dialog.findChild(QPushButton, f"{dialog.objectName()}_save")
        assert isinstance(button, QPushButton)
        button.click()

    sentence = (
        "⚠ MP4 is made by ffmpeg, a free program that is not installed here: install it (for example by “sudo apt"
        " install ffmpeg” in a terminal) and save again, or choose GIF or WebP."
    )
    assert refusal() == ""
    dialog.kind.setCurrentIndex(2)
    assert refusal() == sentence
    save()
    assert refusal() == sentence and wanted == []
    dialog.kind.setCurrentIndex(1)
    assert refusal() == ""
    dialog.kind.setCurrentIndex(2)
    # It is installed meanwhile: nothing has to be opened anew.
    program = tmp_path / "ffmpeg"
    program.touch()
    program.chmod(0o755)
    save()
    assert wanted == [str(tmp_path / "film.mp4")]

"""What tests of exports do in the window: open a dialog, press its buttons, and read what was saved."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.export.dialog import ExportDialog
from tests.gui.local_engine import local_engine

WAIT_MS = 20_000


def is_still(window: MainWindow) -> bool:
    network = window.composition.network
    is_whole = network.displayed is not None and window.updatesEnabled()
    return is_whole and not window.composition.clock.is_running


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


def saving_into(folder: Path) -> Settings:
    """Settings of which exports go into this folder."""
    settings = Settings.in_memory()
    settings.export_folder = str(folder)
    return settings


@contextmanager
def shown(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """A window on screen whose first network stands still."""
    window = MainWindow(settings, engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    qtbot.waitUntil(lambda: is_still(window), timeout=WAIT_MS)
    yield window
    window.close()

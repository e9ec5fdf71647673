"""One line says what runs here."""

from __future__ import annotations

import platform

import numpy as np
import PIL
import PySide6
import safetensors
from PySide6.QtWidgets import QApplication

from gui.app import versions
from gui.app.versions import version_line


def test_the_line_names_every_version_the_system_and_the_screen(qapp: QApplication) -> None:
    qapp.setApplicationVersion("9.8.7")
    line = version_line()
    qapp.setApplicationVersion("")
    screen = qapp.primaryScreen()
    size = f"{screen.size().width()} × {screen.size().height()} at {round(100 * screen.devicePixelRatio())}%"
    for part in (
        "Backlight 9.8.7",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}",
        f"numpy {np.__version__}",
        f"Pillow {PIL.__version__}",
        f"safetensors {safetensors.__version__}",
        platform.system(),
        size,
    ):
        assert part in line
    assert "\n" not in line


def test_a_package_that_nothing_is_written_about_stops_nothing() -> None:
    assert versions._version_of("no-such-package-at-all") == "?"

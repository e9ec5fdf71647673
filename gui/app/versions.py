"""What runs here: the versions that a report of a fault needs."""

from __future__ import annotations

import platform
from importlib import metadata

import numpy as np
import PySide6
from PySide6.QtCore import QCoreApplication, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication


def version_line() -> str:
    """The app, Python, Qt, numpy, Pillow, safetensors, the system, and the screen with its scale, in one line."""
    return " · ".join(
        (
            f"Backlight {QCoreApplication.applicationVersion() or '?'}",
            f"Python {platform.python_version()}",
            f"PySide6 {PySide6.__version__} (Qt {qVersion()}, {QGuiApplication.platformName() or 'no display'})",
            f"numpy {np.__version__}",
            f"Pillow {_version_of('Pillow')}",
            f"safetensors {_version_of('safetensors')}",
            _system(),
            _screen(),
        )
    )


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        # A frozen build brings the package along, but perhaps not what is written about it.
        return "?"


def _system() -> str:
    # Python's own sentence takes several times as long: it reads the interpreter's file.
    name, kernel = QSysInfo.prettyProductName(), QSysInfo.kernelVersion()
    return f"{name}, {platform.system()} {kernel} {QSysInfo.currentCpuArchitecture()}"


def _screen() -> str:
    # Without a screen Qt answers with none, whatever its declaration says.
    screens = QGuiApplication.screens() if QGuiApplication.instance() is not None else []
    if not screens:
        return "no screen"
    size = screens[0].size()
    return f"screen {size.width()} × {size.height()} at {round(100 * screens[0].devicePixelRatio())}%"

"""What can stop Qt from starting, found out before Qt aborts the process over it."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import PySide6

# Releases that end the process by themselves, see CONTRIBUTING.md.
BROKEN_DOCKS = ("6.11.0", "6.11.1")


def problem_with_qt(
    version: str = PySide6.__version__, python: tuple[int, int] = sys.version_info[:2]
) -> str:
    """One sentence about a Qt release that is known to crash here, or ""."""
    numbers = tuple(int(part) for part in version.split(".")[:2])
    if version in BROKEN_DOCKS or (numbers >= (6, 12) and python < (3, 12)):
        return (
            f"PySide6 {version} is known to crash with Python {python[0]}.{python[1]}:"
            " run pip install -r requirements.txt to get the tested release."
        )
    return ""


def problem_with_scale() -> str:
    """One sentence about a scale of the whole screen at which nothing can be drawn, or ""."""
    text = os.environ.get("QT_SCALE_FACTOR", "")
    try:
        factor = float(text)
    except ValueError:
        # Qt does not heed what is no number.
        return ""
    if 0.1 <= factor <= 16:
        return ""
    return f"QT_SCALE_FACTOR is {text}: set it to a number from 0.1 to 16, such as 1.5, or unset it."


def choose_platform(screenshot: bool) -> str:
    """Decide where the window goes; one sentence where it can go nowhere, else "".

    A screenshot needs no display: without one it is made offscreen.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("", "xcb"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("QT_QPA_PLATFORM") != "xcb":
        return ""
    problem = _problem_with_display() or _problem_with_xcb()
    if problem and screenshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return ""
    return problem


def _problem_with_display() -> str:
    if not os.environ.get("DISPLAY"):
        return (
            "There is no display: start Backlight from a desktop session,"
            " or make a picture without one by --screenshot FILE.png."
        )
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return ""
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection) != 0
    xcb.xcb_disconnect(connection)
    if refused:
        return (
            f"The display {os.environ['DISPLAY']} does not answer: start Backlight from a desktop session,"
            " or make a picture without one by --screenshot FILE.png."
        )
    return ""


def _problem_with_xcb() -> str:
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        library = str(error).partition(":")[0]
        return (
            f"A system library is missing ({library}): on Debian or Ubuntu, run sudo apt install"
            " libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-xinerama0 libxkbcommon-x11-0 libegl1."
        )
    return ""

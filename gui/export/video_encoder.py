"""The program that makes MP4: one that the user has installed, or has to install first."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QCoreApplication

ENCODER = "ffmpeg"
# What installs it, where a system has one usual way.
_INSTALL = {
    "linux": "sudo apt install ffmpeg",
    "darwin": "brew install ffmpeg",
    "win32": "winget install ffmpeg",
}


def video_encoder() -> str | None:
    """Where it is; None while it is not installed. It is looked for anew each time."""
    return shutil.which(ENCODER)


def problem_with_video() -> str:
    """Why no MP4 can be made, and what to do, in a sentence; "" where it can."""
    if video_encoder() is not None:
        return ""
    command = _INSTALL.get(sys.platform)
    if command is None:
        return QCoreApplication.translate(
            "Export",
            "MP4 is made by {program}, a free program that is not installed here: install it and save again, or"
            " choose GIF or WebP.",
        ).format(program=ENCODER)
    return QCoreApplication.translate(
        "Export",
        "MP4 is made by {program}, a free program that is not installed here: install it (for example by"
        " “{command}” in a terminal) and save again, or choose GIF or WebP.",
    ).format(program=ENCODER, command=command)

"""The log: one file for each process, so that two windows never lose each other's lines; old ones are cleared away."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths

LOG_BYTES = 500_000
# So many logs of earlier starts stay.
LOGS_KEPT = 10
# Fixed when the process starts, so that every question gets the same answer.
_NAME = f"backlight-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.log"


def log_path() -> Path | None:
    """Where this process's log goes; None where there is no home folder for it."""
    if sys.platform != "win32" and not (os.environ.get("HOME") or os.environ.get("XDG_DATA_HOME")):
        return None
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / _NAME if folder else None


def log_location() -> str:
    """A sentence for the terminal about where the tracebacks are."""
    path = log_path()
    return f"The details are in {path}." if path else "Set HOME to have the details in a log."


def log_end(path: Path | None, lines: int = 60) -> str:
    """The last lines of a log, with ``~`` for the home folder; "" where there is none."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if path is not None else ""
    except OSError:
        return ""
    return without_home("\n".join(text.splitlines()[-lines:]))


def without_home(text: str) -> str:
    """The text without the name of whoever runs the app, where it stands in a path."""
    home = os.path.expanduser("~")
    return text.replace(home, "~") if len(home) > 1 else text


class LogFile(logging.handlers.RotatingFileHandler):
    """At most twice `LOG_BYTES`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:
        """Stay silent: a disk that fills up must not become a new error for every line."""


def open_log(path: Path | None) -> logging.Handler:
    """The log at this path; one that keeps nothing where none can be written."""
    try:
        if path is None or (path.exists() and not path.is_file()):
            # Opening a pipe would wait for somebody who reads it.
            return logging.NullHandler()
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_old(path.parent)
        return LogFile(path)
    except OSError:
        # A log that can't be written is no reason not to start.
        return logging.NullHandler()


def _clear_old(folder: Path) -> None:
    logs = [path for path in folder.glob("backlight*.log*") if path.is_file()]
    logs.sort(key=lambda path: path.stat().st_mtime)
    for path in logs[: -LOGS_KEPT + 1]:
        # On Windows, one that another window writes to stays.
        with suppress(OSError):
            path.unlink()

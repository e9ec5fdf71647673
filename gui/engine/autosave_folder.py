"""Where the engine saves what is under way: a folder for each start, among the app's own data."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTemporaryDir

# A window that is closed removes its own. What was left behind by one that was killed goes after a week.
KEPT_S = 7 * 86_400.0


def autosave_folder() -> QTemporaryDir:
    """A new folder, which goes with its object; the system's place for such where the app has none of its own."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    parent = Path(data) / "autosave"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        for left in parent.iterdir():
            if time.time() - left.stat().st_mtime > KEPT_S:
                shutil.rmtree(left, ignore_errors=True)
    except OSError:
        return QTemporaryDir()
    folder = QTemporaryDir(str(parent / "XXXXXX"))
    return folder if folder.isValid() else QTemporaryDir()

"""The temporary folder in which a video is encoded; one whose process was killed is cleared away later."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

PREFIX = "backlight-export-"
_LOCK = "lock"


@contextmanager
def encoder_folder() -> Iterator[Path]:
    """A new folder, which is gone afterwards; a lock in it says that its process lives."""
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        lock = _lock_in(Path(name))
        lock.tryLock(0)
        try:
            yield Path(name)
        finally:
            lock.unlock()


def clear_left_folders() -> None:
    """Remove the folders of processes that have ended in the midst of an export; those of others stay."""
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            # One without a lock is being made, or is none of ours.
            if folder.is_symlink() or not (folder / _LOCK).is_file():
                continue
            lock = _lock_in(folder)
            if lock.tryLock(0):
                lock.unlock()
                shutil.rmtree(folder, ignore_errors=True)


def _lock_in(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # Only the end of its process makes a lock stale, not its age: an export may take long.
    lock.setStaleLockTime(0)
    return lock

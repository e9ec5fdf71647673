"""Makes a file's bytes and writes them whole or not at all: the work of a `BackgroundTask`."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QFileInfo, QIODevice, QSaveFile

from gui.app.background_task import Job, RefusedError
from gui.export.animation_frames import AnimationFrames, FrameQueue
from gui.widgets.file_names import short_path
from gui.widgets.system_reason import system_reason

# Makes the file's bytes; asks now and then whether it shall stop.
MakeBytes = Callable[[Event], bytes]


def write_file(make_bytes: MakeBytes, path: str, job: Job) -> str:
    """Make the bytes and write them; the path. Nothing is left of a file whose job was cancelled.

    Raises
    ------
    RefusedError
        When the bytes cannot be made or written.
    """
    complaint = save_bytes(make_bytes(job.stop), path, job.begin_last_step)
    if complaint:
        raise RefusedError(complaint)
    return path


def encoded_frames(kind: str, frames: AnimationFrames, queue: FrameQueue, stop: Event) -> bytes:
    """The bytes of a moving picture, as `gui.export.encoders.encoded` makes them, which is loaded only now."""
    # With it come Pillow and its formats: they would add to the start of the app.
    from gui.export.encoders import encoded

    return encoded(kind, frames, queue, stop)


def problem_with_path(path: str) -> str:
    """Why nothing can be written there, in a sentence, or ""; found out by trying, which changes nothing."""
    there = QFileInfo(path)
    if there.exists() and not there.isFile():
        # Saving puts a new file in the old one's place; a device or a folder may not be lost that way.
        return QCoreApplication.translate(
            "Export", "{path} is no file. Choose a name for the new file."
        ).format(path=short_path(path))
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return _not_written(path, file)
    file.cancelWriting()
    return ""


def save_bytes(data: bytes, path: str, may_commit: Callable[[], bool] = lambda: True) -> str:
    """Write the file whole or not at all; a sentence about what is wrong, or "".

    `may_commit` is asked when only the older file has to be replaced; after a False, it stays.
    """
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return _not_written(path, file)
    if file.write(data) != len(data) or not file.flush():
        # Mostly a full disk, for which Qt has no word ("Unknown error").
        file.cancelWriting()
        return QCoreApplication.translate(
            "Export",
            "{path} could not be written to its end. Make room there, or choose another drive.",
        ).format(path=short_path(path))
    return "" if may_commit() and file.commit() else _not_written(path, file)


def _not_written(path: str, file: QSaveFile) -> str:
    return QCoreApplication.translate(
        "Export", "{path} could not be written: {reason}. Choose a folder that you may write to."
    ).format(path=short_path(path), reason=system_reason(file.errorString()).rstrip("."))

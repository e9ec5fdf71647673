"""The own test set and files: a folder that is read, an image, and the bytes of an export."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.data.own_set import OwnSet
from core.data.refusals import DatasetError
from gui.app.background_task import Job, RefusedError
from gui.data_dialog.refusal_text import refusal_text
from gui.widgets.sentence_text import listed

# Told so often: images are read faster than anybody looks.
STEPS = 100


def read_folder(path: str, names: tuple[str, ...], room: int, job: Job) -> object:
    """An `OwnImages` of this folder; `job` learns how far it is.

    Raises
    ------
    RefusedError
        When the folder can't be read.
    Cancelled
        When the job is stopped (`core.data.importers.progress`).
    """
    # With it comes Pillow: it would add to the start of the app.
    from core.data.importers.own_folder import read_own_folder

    told = -1

    def progress(share: float) -> bool:
        nonlocal told
        if int(STEPS * share) == told:
            return not job.stop.is_set()
        told = int(STEPS * share)
        return job.progress(share)

    try:
        return read_own_folder(path, names, room, progress)
    except DatasetError as error:
        raise RefusedError(refusal_text(error)) from error


def read_image(path: str, _job: Job) -> NDArray[np.uint8]:
    """(16, 16) ink of the image in this file.

    Raises
    ------
    RefusedError
        When it can't be read, or there is no ink in it.
    """
    from core.data.importers.own_folder import ink_of_file

    try:
        return ink_of_file(path)
    except DatasetError as error:
        raise RefusedError(refusal_text(error)) from error


def npz_bytes(own: OwnSet) -> bytes:
    """X (N, 16, 16) uint8, ink 1, and y (N,), the classes' names: what Backlight opens as data, too."""
    buffer = io.BytesIO()
    names = np.array(own.names or ("",))
    np.savez_compressed(buffer, X=own.pixels.reshape(-1, 16, 16), y=names[own.labels])
    return buffer.getvalue()


def done_words(kept: int, unchanged: int, averaged: int, scaled: int) -> str:
    """What was done with the images that were taken."""
    parts = []
    if unchanged:
        text = QCoreApplication.translate("OwnSet", "{count} of 16 × 16 pixels as they are")
        parts.append(text.format(count=f"{unchanged:,}"))
    if averaged:
        text = QCoreApplication.translate("OwnSet", "{count} of 28 × 28 averaged")
        parts.append(text.format(count=f"{averaged:,}"))
    if scaled:
        text = QCoreApplication.translate("OwnSet", "{count} scaled and centred like a drawing")
        parts.append(text.format(count=f"{scaled:,}"))
    if not parts:
        return QCoreApplication.translate("OwnSet", "Images kept: {count}").format(count=f"{kept:,}")
    text = QCoreApplication.translate("OwnSet", "Images kept: {count} ({how})")
    return text.format(count=f"{kept:,}", how=listed(parts))

"""Images for a test set of one's own: from a folder, as far as they can be read, or from one file.

Unlike data to learn from they need not be complete: what can't be read is named, and all others are taken.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.importers.image_file import grey_pixels
from core.data.importers.image_ink import ink_from_grey
from core.data.importers.limits import IMAGE_SUFFIXES
from core.data.importers.progress import Cancelled
from core.data.importers.stream import reading
from core.data.ink import IMAGE_SIDE, SIDE
from core.data.refusals import DatasetError
from core.refusal import Field

MOST_ENTRIES = 100_000
"""Files and folders of one folder that are looked at."""

MOST_LEFT_OUT = 1000
"""As many are named one by one; all are counted."""


@dataclass(frozen=True)
class OwnImages:
    """What was read of a folder.

    Attributes
    ----------
    pixels : (n, 256) uint8
        Ink is 1.
    labels : (n,) int64
        Places among the classes that were given.
    unchanged, averaged, scaled : int
        How many were 16 x 16 and are taken as they are, 28 x 28 and only averaged, and of any other size: these were
        scaled and centred as a drawing is.
    left_out : tuple of DatasetError
        Why others were not taken, `MOST_LEFT_OUT` at most, by the alphabet; the path in each begins in the folder.
    left_out_count : int
        All of these.
    beyond : int
        Images that were not looked at, as there was no room for them.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    unchanged: int = 0
    averaged: int = 0
    scaled: int = 0
    left_out: tuple[DatasetError, ...] = ()
    left_out_count: int = 0
    beyond: int = 0


def read_own_folder(
    path: str | Path,
    names: Sequence[str],
    room: int,
    progress: Callable[[float], bool] | None = None,
) -> OwnImages:
    """The images in the folders in `path` that are called as classes are, and those whose own name begins with one.

    PNG, JPEG, BMP and GIF, by the alphabet. Hidden ones are passed over, links are not followed.

    Parameters
    ----------
    names : sequence of str
        The classes.
    room : int
        How many there may be at most.
    progress : callable, optional
        Called with the share that is done, 0 to 1; returning False stops the reading.

    Raises
    ------
    DatasetError
        When the folder itself can't be read.
    Cancelled
        When `progress` returned False.
    """
    root, reader = Path(path), _Reader(Path(path))
    found = list(_found(root, names, reader))
    for done, (file, label) in enumerate(found[:room]):
        if progress is not None and not progress(done / len(found)):
            raise Cancelled
        reader.read(file, label)
    return reader.result(max(0, len(found) - room))


def ink_of_file(path: str | Path) -> NDArray[np.uint8]:
    """(16, 16) ink of the image in this file, prepared as a drawing is.

    Raises
    ------
    DatasetError
        When it can't be read, or there is no ink in it.
    """
    return _ink(Path(path))[0]


def _ink(path: Path) -> tuple[NDArray[np.uint8], int]:
    """The ink, and the image's side where it is square, else 0."""
    grey = grey_pixels(path, may_be_large=True)
    ink = ink_from_grey(grey[np.newaxis])[0]
    if not ink.any():
        raise DatasetError("no_ink", path=path)
    return ink, len(grey) if grey.shape[0] == grey.shape[1] else 0


class _Reader:
    """Takes image by image."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pixels: list[NDArray[np.uint8]] = []
        self._labels: list[int] = []
        self._left_out: list[DatasetError] = []
        self._left_out_count = 0
        self._sides: dict[int, int] = {}

    def leave_out(self, path: Path, code: str, fields: Mapping[str, Field] | None = None) -> None:
        """Name one that is not taken, and why."""
        self._left_out_count += 1
        if len(self._left_out) < MOST_LEFT_OUT:
            inside = path.relative_to(self._root)
            self._left_out.append(DatasetError(code, **{**(fields or {}), "path": str(inside)}))

    def read(self, path: Path, label: int) -> None:
        try:
            ink, side = _ink(path)
        except DatasetError as error:
            self.leave_out(path, error.code, error.fields)
            return
        self._pixels.append(ink.ravel())
        self._labels.append(label)
        self._sides[side] = self._sides.get(side, 0) + 1

    def result(self, beyond: int) -> OwnImages:
        count = len(self._pixels)
        unchanged, averaged = (self._sides.get(side, 0) for side in (SIDE, IMAGE_SIDE))
        return OwnImages(
            np.array(self._pixels, np.uint8).reshape(count, SIDE * SIDE),
            np.array(self._labels, np.int64),
            unchanged,
            averaged,
            count - unchanged - averaged,
            tuple(sorted(self._left_out, key=lambda error: str(error.fields["path"]))),
            self._left_out_count,
            beyond,
        )


def _found(root: Path, names: Sequence[str], reader: _Reader) -> Iterator[tuple[Path, int]]:
    """Every image of a class; what is none is left out."""
    for entry in _entries(root):
        path = root / entry.name
        if entry.is_symlink():
            reader.leave_out(path, "a_link")
        elif entry.is_dir():
            if entry.name in names:
                yield from _images(path, names.index(entry.name), reader)
            else:
                reader.leave_out(path, "no_class_folder")
        else:
            label = class_of_name(os.path.splitext(entry.name)[0], names)
            if not _is_image(entry.name):
                reader.leave_out(path, "no_image")
            elif label is None:
                reader.leave_out(path, "no_class_name")
            else:
                yield path, label


def _images(folder: Path, label: int, reader: _Reader) -> Iterator[tuple[Path, int]]:
    try:
        entries = _entries(folder)
    except DatasetError as error:
        reader.leave_out(folder, error.code, error.fields)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_symlink():
            reader.leave_out(path, "a_link")
        elif entry.is_dir():
            reader.leave_out(path, "deeper_folder")
        elif not _is_image(entry.name):
            reader.leave_out(path, "no_image")
        else:
            yield path, label


def class_of_name(stem: str, names: Sequence[str]) -> int | None:
    """The class whose name a file's begins with, the longest of several; None where there is none.

    The name ends there: "10" does not begin with the digit 1, nor "carpet" with "car".
    """
    best: int | None = None
    for place, name in enumerate(names):
        rest = stem[len(name) :]
        if not name or not stem.startswith(name) or _goes_on(name[-1], rest[:1]):
            continue
        if best is None or len(name) > len(names[best]):
            best = place
    return best


def _goes_on(last: str, following: str) -> bool:
    return (last.isdigit() and following.isdigit()) or (last.isalpha() and following.isalpha())


def _is_image(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in IMAGE_SUFFIXES


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What is in a folder and not hidden, by the alphabet."""
    with reading(folder), os.scandir(folder) as entries:
        seen = (entry for entry in entries if not entry.name.startswith("."))
        return sorted(islice(seen, MOST_ENTRIES), key=lambda entry: entry.name)

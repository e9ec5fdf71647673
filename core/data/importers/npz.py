"""NPZ: what numpy.savez writes, a zip of arrays, of which X and y are read.

NumPy reads the arrays, without pickles. It would allocate what a header promises before a byte of it is there:
so the zip's directory, the headers and the limits are compared first.
"""

from __future__ import annotations

import io
import math
import tokenize
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from core.data.importers.class_labels import classes
from core.data.importers.limits import (
    MAX_BYTES,
    MAX_CLASSES,
    MAX_NAME,
    PIECE,
    check_sizes,
    rows_at_once,
)
from core.data.importers.progress import Progress
from core.data.importers.source import Source
from core.data.importers.stream import file_size, reading
from core.data.refusals import DatasetError

_LONGEST_HEADER = 10_000
"""Bytes, as NumPy itself allows."""

_LABELS_BYTES = 1 << 24
"""Labels that take no more are read before anything is learned: they are a million of 64 bits, and some more."""

_ROWS_READ, _NUMBERS_READ = 1000, 100_000
"""So many rows of X, of so many numbers, are read then."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    tokenize.TokenError,
    EOFError,
    LookupError,
    OverflowError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What zipfile and NumPy raise over damaged files; a password that is asked for is a RuntimeError."""


def open_npz(path: Path, progress: Progress) -> Source:
    """Read the arrays X, (N, n_in) numbers or (N, height, width) grey pixels, and y, (N,), in `path`.

    White is 1 in pixels of which none is over 1, else 255 in bytes, else the largest value. Labels are
    words, or whole numbers of any type.

    Raises
    ------
    DatasetError
        When the file cannot be read or is damaged, when an array is missing or has another shape, or when
        a number is not finite, a pixel negative, or a label not one of 2 to 100 classes.
    """
    file_size(path)
    with reading(path), np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
        with _damage_told(path), _Pieces(path) as file, zipfile.ZipFile(file) as archive:
            X, y = _arrays(path, archive, progress)
        return _source(path, X, y)


@dataclass(frozen=True)
class NpzStart:
    """What can be said of an NPZ before all of X is read.

    Attributes
    ----------
    shape : tuple of int
        Of X: (N, n_in) or (N, height, width).
    labels : (N,) array of int, or None
        The class of each example; None where the labels take too much to be read now.
    class_names : tuple of str
    rows : (n, n_in) array
        The first of X, as many as were asked for: none of pictures, nor where X is stored by its columns.
    """

    shape: tuple[int, ...]
    labels: NDArray[np.int64] | None
    class_names: tuple[str, ...]
    rows: NDArray[Any]


def check_npz(path: Path, count: int = 0) -> NpzStart:
    """Refuse what the headers, the labels and the first rows of the NPZ at `path` show to be nothing to learn from.

    Of X no more than its first thousand rows is read, and the first `count` are given.

    Raises
    ------
    DatasetError
        As for `open_npz`.
    """
    file_size(path)
    with reading(path), np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
        with _damage_told(path), _Pieces(path) as file, zipfile.ZipFile(file) as archive:
            shape = _check_headers(path, archive)
            y = None
            if archive.getinfo("y.npy").file_size <= _LABELS_BYTES:
                y = _read_labels(archive)
            rows = _first_rows(archive)
        labels, names = (None, ()) if y is None else _labels(path, y)
        if rows.size:
            _check_values(path, rows, shape[0])
        return NpzStart(shape, labels, names, rows[:count] if rows.ndim == 2 else rows[:0])


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """Turn what zipfile and NumPy raise over a damaged file into one sentence."""
    try:
        yield
    except DatasetError:
        raise
    except _DAMAGE as error:
        raise DatasetError("npz_damaged", path=path) from error
    except MemoryError as error:
        raise DatasetError("archive_memory", path=path) from error


def _arrays(path: Path, archive: zipfile.ZipFile, progress: Progress) -> tuple[NDArray[Any], NDArray[Any]]:
    """X and y, after everything that their headers reveal was checked."""
    _check_headers(path, archive)
    y = _read_labels(archive)
    with archive.open("X.npy") as member:
        watched = _Watched(member, archive.getinfo("X.npy").file_size, progress)
        return npy.read_array(watched, allow_pickle=False), y


def _read_labels(archive: zipfile.ZipFile) -> NDArray[Any]:
    with archive.open("y.npy") as member:
        return npy.read_array(member, allow_pickle=False)


def _first_rows(archive: zipfile.ZipFile) -> NDArray[Any]:
    """The first thousand rows of X, or fewer where they are long; none where it is stored by its columns."""
    with archive.open("X.npy") as member:
        first_version = npy.read_magic(member) == (1, 0)
        shape, by_columns, dtype = (
            npy.read_array_header_1_0 if first_version else npy.read_array_header_2_0
        )(member)
        numbers = math.prod(shape[1:])
        count = 0 if by_columns else min(shape[0], _ROWS_READ, max(1, _NUMBERS_READ // max(1, numbers)))
        # Bytes that are no zip member's any more give fewer.
        content = member.read(count * numbers * dtype.itemsize)
    whole = len(content) // max(1, numbers * dtype.itemsize)
    flat = np.frombuffer(content, dtype, whole * numbers)
    return flat.reshape(whole, *shape[1:])


def _check_headers(path: Path, archive: zipfile.ZipFile) -> tuple[int, ...]:
    (shape, dtype), (labels_shape, _) = _header(path, archive, "X"), _header(path, archive, "y")
    if len(shape) not in (2, 3) or dtype.kind in "US":
        raise DatasetError("array_shape", path=path, shape=str(shape), type=dtype.name)
    check_sizes(path, shape[0], shape[1:])
    if labels_shape != shape[:1]:
        raise DatasetError("label_shape", path=path, shape=str(labels_shape), expected=str(shape[:1]))
    return shape


def _header(path: Path, archive: zipfile.ZipFile, name: str) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """Shape and type of the array called `name`, once they agree with the zip's directory and the limits."""
    names = archive.namelist()
    if f"{name}.npy" not in names:
        found = ", ".join(entry.removesuffix(".npy") for entry in names[:5])
        if not found:
            raise DatasetError("no_arrays", path=path)
        raise DatasetError("no_array", path=path, name=name, found=found)
    info = archive.getinfo(f"{name}.npy")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DatasetError("unusual_packing", path=path, name=name)
    if info.file_size > MAX_BYTES:
        raise DatasetError("array_bytes", path=path, count=info.file_size, name=name, limit=MAX_BYTES)
    with archive.open(info) as member:
        start = io.BytesIO(member.read(_LONGEST_HEADER))
    first_version = npy.read_magic(start) == (1, 0)
    shape, _, dtype = (npy.read_array_header_1_0 if first_version else npy.read_array_header_2_0)(start)
    if dtype.hasobject:
        raise DatasetError("objects", path=path, name=name)
    longest = {"b": 1, "i": 8, "u": 8, "f": 8, "S": MAX_NAME, "U": 4 * MAX_NAME}.get(dtype.kind, 0)
    if dtype.itemsize > longest:
        raise DatasetError("value_type", path=path, type=dtype.str.lstrip("<>|="), name=name)
    size = start.tell() + math.prod(shape) * dtype.itemsize
    if size != info.file_size:
        raise DatasetError(
            "header_bytes", path=path, count=info.file_size, name=name, shape=str(shape), expected=size
        )
    return shape, dtype


def _labels(path: Path, y: NDArray[Any]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The class of each example, and their names."""
    values, codes = np.unique(y, return_inverse=True)
    if len(values) > MAX_CLASSES:
        raise DatasetError("many_labels", path=path, count=len(values), limit=MAX_CLASSES)
    names = _words(path, values) if values.dtype.kind in "US" else [str(value) for value in values]
    return classes(path, names, codes)


def _source(path: Path, X: NDArray[Any], y: NDArray[Any]) -> Source:
    """The arrays as examples, if their values are what may be learned."""
    labels, class_names = _labels(path, y)
    white, high = 1.0, _check_values(path, X, len(X))
    if X.ndim == 3 and high > 1:
        white = 255.0 if X.dtype == np.uint8 else high
    k = rows_at_once(X.shape[1:])
    return Source(
        path, labels, class_names, X.shape[1:], white, lambda: (X[i : i + k] for i in range(0, len(X), k))
    )


def _check_values(path: Path, X: NDArray[Any], count: int) -> float:
    """Refuse numbers that cannot be learned from, of `count` examples or the first of them. Returns the largest."""
    # A NaN is the least and the largest value of an array that has one.
    low, high = float(X.min()), float(X.max())
    largest = float(np.finfo(np.float32).max)
    if not max(-low, high) <= largest:
        if math.isfinite(low) and math.isfinite(high):
            raise DatasetError("array_too_large", path=path, number=max(-low, high), largest=largest)
        raise DatasetError("array_not_finite", path=path)
    if X.ndim == 3 and low < 0:
        raise DatasetError("negative_pixel", path=path, value=f"{low:g}", shape=str((count, X[0].size)))
    return high


def _words(path: Path, values: NDArray[Any]) -> list[str]:
    """Words as Python's; NumPy itself stumbles over codes of no sign."""
    encoding = "utf-8" if values.dtype.kind == "S" else "utf-32-le"
    values = values.astype(values.dtype.newbyteorder("<"))
    try:
        return [values[i : i + 1].tobytes().decode(encoding).rstrip("\0") for i in range(len(values))]
    except UnicodeDecodeError as error:
        raise DatasetError("labels_no_text", path=path) from error


class _Watched:
    """An array of `size` bytes in a zip, which reports how far it has been read."""

    def __init__(self, member: IO[bytes], size: int, progress: Progress) -> None:
        self._member, self._size, self._progress = member, size, progress

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes; with the last, zipfile has compared their checksum."""
        content = self._member.read(size)
        self._progress.measured(self._member.tell() / self._size)
        return content


class _Pieces(io.FileIO):
    """A file that gives a bounded number of bytes at a time, whatever is asked for.

    So a zip's directory of millions of names is cut off, and refused for that, before it is in memory.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        """At most `size` bytes, and at most one piece."""
        return super().read(PIECE if size is None or size < 0 else min(size, PIECE)) or b""

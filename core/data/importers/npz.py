"""NPZ: what numpy.savez writes, a zip of arrays, of which X and y are read.

numpy.load would allocate what a header promises before a byte of it is there. Here the zip's directory and
the arrays' headers are compared and limited first, then every byte is unpacked and checked in passing, and
only then is there an array to fill.
"""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.data.importers.class_labels import classes
from core.data.importers.limits import MAX_BYTES, MAX_CLASSES, PIECE, check_sizes, fault, rows_at_once
from core.data.importers.npy_header import NpyHeader, read_npy_header
from core.data.importers.progress import Progress
from core.data.importers.source import Chunk, Source
from core.data.importers.stream import file_size, reading

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises over damaged files; a password that is asked for is a RuntimeError."""


def open_npz(path: Path, progress: Progress) -> Source:
    """Measure the arrays X, (N, n_in) numbers or (N, height, width) grey pixels, and y, (N,), in `path`.

    White is 1 in pixels of which none is over 1, else 255 in bytes, else the largest value. Labels are
    words, or whole numbers of any type.

    Raises
    ------
    DatasetError
        When the file cannot be read or is damaged, when an array is missing or has another shape, or when
        a number is not finite, a pixel negative, or a label not one of 2 to 100 classes.
    """
    X, y = _header(path, "X"), _header(path, "y")
    if len(X.shape) not in (2, 3) or X.dtype.kind in "US":
        right = "it must be (N, n) numbers or (N, height, width) grey pixels"
        raise fault(path, f"has X of shape {X.shape} and type {X.dtype.name}", right)
    check_sizes(path, X.shape[0], X.shape[1:])
    if y.shape != X.shape[:1]:
        raise fault(path, f"has y of shape {y.shape}", f"it must be {X.shape[:1]}, a label for each of X")
    labels, class_names = _labels(path, y)
    low, high, done = np.inf, -np.inf, 0
    for chunk in _rows(path, "X", X):
        low, high = _range(path, chunk, low, high)
        done += len(chunk)
        progress.measured(done / X.shape[0])
    white = 1.0
    if len(X.shape) == 3:
        if low < 0:
            count, flat = X.shape[0], X.shape[1] * X.shape[2]
            right = f"grey is 0 or more, and numbers that are no grey have the shape ({count}, {flat})"
            raise fault(path, f"has a pixel of {low:g} in X", right)
        if high > 1:
            white = 255.0 if X.dtype == np.uint8 else high
    return Source(path, labels, class_names, X.shape[1:], white, lambda: _rows(path, "X", X))


def _range(path: Path, chunk: Chunk, low: float, high: float) -> tuple[float, float]:
    """The least and largest value so far; all of them finite, also in float32."""
    with np.errstate(all="ignore"):  # comparing signalling NaNs would warn
        low, high = min(low, float(chunk.min())), max(high, float(chunk.max()))
        finite = np.isfinite(chunk).all() and max(-low, high) <= np.finfo(np.float32).max
    if not finite:
        raise fault(path, "has a number in X that is not finite", "leave out or fill in what is missing")
    return low, high


def _labels(path: Path, header: NpyHeader) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The classes in y."""
    labels = np.concatenate(list(_rows(path, "y", header)))
    if labels.dtype.kind == "f":
        with np.errstate(all="ignore"):
            whole = np.isfinite(labels).all() and (labels == np.rint(labels)).all()
            whole = whole and bool((np.abs(labels) < 1e15).all())
        if not whole:
            raise fault(path, "has numbers in y that are not whole", "labels are words or whole numbers")
        labels = labels.astype(np.int64)
    values, codes = np.unique(labels, return_inverse=True)
    if len(values) > MAX_CLASSES:
        raise fault(path, f"has {len(values)} different labels in y", f"there may be {MAX_CLASSES}")
    names = _words(path, values) if values.dtype.kind in "US" else [str(value) for value in values]
    return classes(path, names, codes)


def _words(path: Path, values: NDArray[Any]) -> list[str]:
    """Words as Python's; NumPy itself stumbles over codes of no sign."""
    encoding = "utf-8" if values.dtype.kind == "S" else "utf-32-le"
    content, size = values.astype(values.dtype.newbyteorder("<")).tobytes(), values.dtype.itemsize
    words = [content[place : place + size] for place in range(0, len(content), size)]
    try:
        return [word.decode(encoding).rstrip("\0") for word in words]
    except UnicodeDecodeError as error:
        raise fault(path, "has labels in y that are no text", "labels are words or whole numbers") from error


def _header(path: Path, name: str) -> NpyHeader:
    """How the array called `name` lies in the file, once the zip's directory agrees."""
    with _member(path, name) as (info, member):
        header = read_npy_header(path, name, member)
    if header.size != info.file_size:
        wrong = f"has {info.file_size} bytes in {name}"
        raise fault(path, wrong, f"by its header of shape {header.shape} it has {header.size}")
    if header.size > MAX_BYTES:
        right = f"there may be {MAX_BYTES}, so save it as float32 or uint8, or take fewer examples"
        raise fault(path, f"has {header.size} bytes in {name}", right)
    return header


def _rows(path: Path, name: str, header: NpyHeader) -> Iterator[NDArray[Any]]:
    """The array in parts (k, ...), in order; `header` was read before and must still be so."""
    with _member(path, name) as (_, member):
        if read_npy_header(path, name, member) != header:
            raise fault(path, "was changed while it was read", "read it again")
        count, shape = header.shape[0], header.shape[1:]
        at_once = rows_at_once(shape)
        if header.columns_first and shape:
            # An example's numbers lie all over the file, so all of it has to be there.
            content = _exactly(path, name, member, math.prod(header.shape) * header.dtype.itemsize)
            array = np.frombuffer(content, header.dtype).reshape(header.shape, order="F")
            yield from (array[first : first + at_once] for first in range(0, count, at_once))
            return
        for first in range(0, count, at_once):
            k = min(at_once, count - first)
            content = _exactly(path, name, member, k * math.prod(shape) * header.dtype.itemsize)
            yield np.frombuffer(content, header.dtype).reshape(k, *shape)


def _exactly(path: Path, name: str, member: IO[bytes], size: int) -> bytes | bytearray:
    """The next `size` bytes; with the last of a member zipfile has compared its checksum."""
    content = bytearray()
    while len(content) < size:
        piece = member.read(min(size - len(content), PIECE))
        if not piece:
            raise fault(path, f"stops in the middle of {name}", "copy it again")
        content += piece
    return content


class _Pieces(io.FileIO):
    """A file that gives a bounded number of bytes at a time, whatever is asked for.

    So a zip's directory of millions of names is cut off, and refused for that, before it is in memory.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        """At most `size` bytes, and at most one piece."""
        return super().read(PIECE if size is None or size < 0 else min(size, PIECE)) or b""


@contextmanager
def _member(path: Path, name: str) -> Iterator[tuple[zipfile.ZipInfo, IO[bytes]]]:
    """The array called `name`, opened, and what the zip's directory says of it.

    Raises
    ------
    DatasetError
        For whatever zipfile says of it, inside as well.
    """
    file_size(path)
    with reading(path):
        try:
            with _Pieces(path) as file, zipfile.ZipFile(file) as archive:
                info = _info(path, name, archive)
                with archive.open(info) as member:
                    yield info, member
        except _DAMAGE as error:
            raise fault(path, "is damaged", f"it must be a zip of arrays ({error})") from error


def _info(path: Path, name: str, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The directory's entry for the array called `name`."""
    names = archive.namelist()
    if f"{name}.npy" not in names:
        found = ", ".join(entry.removesuffix(".npy") for entry in names[:5])
        raise fault(
            path, f"has no array {name}, only {found or 'nothing'}", "it must have the arrays X and y"
        )
    info = archive.getinfo(f"{name}.npy")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise fault(path, f"packs {name} in an unusual way", "write it with numpy.savez")
    return info

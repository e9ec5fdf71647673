"""The header of one array in NumPy's own format, read as text: nothing in it is evaluated or unpickled."""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from core.data.importers.limits import MAX_NAME, fault

_MAGIC = b"\x93NUMPY"
_LONGEST = 10_000
"""Bytes of a header's text, as NumPy itself allows."""

_DESCR = re.compile(r"'descr'\s*:\s*'([<>|=]?)([A-Za-z])(\d*)'")
_ORDER = re.compile(r"'fortran_order'\s*:\s*(True|False)")
_SHAPE = re.compile(r"'shape'\s*:\s*\(([\d,\s]*)\)")
_NUMBERS = {"b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"}


@dataclass(frozen=True)
class NpyHeader:
    """How an array lies in its file.

    Attributes
    ----------
    dtype : np.dtype
        Bool, integer, float, or text of at most 100 signs.
    columns_first : bool
        The first index runs fastest (Fortran's order).
    shape : tuple of int
    size : int
        Bytes of header and array together.
    """

    dtype: np.dtype[Any]
    columns_first: bool
    shape: tuple[int, ...]
    size: int


def read_npy_header(path: Path, name: str, member: IO[bytes]) -> NpyHeader:
    """Read the header of the array called `name` in the file at `path`; `member` is left at its first byte.

    Raises
    ------
    DatasetError
        When it is not NumPy's, or when the array is of pickled objects, of records or of complex numbers.

    References
    ----------
    NumPy documentation, "numpy.lib.format": the NPY format, versions 1.0, 2.0 and 3.0.
    """
    start = member.read(8)
    length_bytes = {1: 2, 2: 4, 3: 4}.get(start[6] if len(start) == 8 else 0, 0)
    length = member.read(length_bytes)
    if start[:6] != _MAGIC or not length_bytes or len(length) != length_bytes:
        raise fault(path, f"has no array in {name}", "write it with numpy.savez")
    (text_size,) = struct.unpack("<H" if length_bytes == 2 else "<I", length)
    if text_size > _LONGEST:
        raise fault(path, f"has a header of {text_size} bytes in {name}", f"it may have {_LONGEST}")
    text = member.read(text_size).decode("latin-1")
    descr, order, shape = _DESCR.search(text), _ORDER.search(text), _SHAPE.search(text)
    if descr is None or order is None or shape is None:
        raise fault(path, f"has no plain array in {name}", "write numbers, or words for the labels")
    sizes = tuple(int(size) for size in re.findall(r"\d{1,18}", shape[1]))
    dtype = _dtype(path, name, *descr.groups())
    size = 8 + length_bytes + text_size + math.prod(sizes) * dtype.itemsize
    return NpyHeader(dtype, order[1] == "True", sizes, size)


def _dtype(path: Path, name: str, order: str, kind: str, size: str) -> np.dtype[Any]:
    """The type of the values, if it is one that needs no interpretation."""
    if kind == "O":
        raise fault(path, f"has pickled objects in {name}", "save plain numbers, for objects are never read")
    is_text = kind in "US" and size.isdecimal() and 1 <= int(size[:9]) <= MAX_NAME
    if not is_text and kind + size not in _NUMBERS:
        raise fault(
            path, f"has values of type {kind}{size[:9]} in {name}", "numbers or short words can be read"
        )
    return np.dtype(order.replace("|", "") + kind + size)

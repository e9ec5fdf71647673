"""The arrays W1, b1, W2, ... of an NPZ file, as `core.exchange.weights_file.npz_bytes` writes them.

NumPy reads them, without pickles. It would allocate what a header promises before a byte of it is there: so the zip's
directory and the header are compared first.
"""

from __future__ import annotations

import io
import math
import re
import tokenize
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from core.exchange.examples_note import NOTE_KEYS
from core.exchange.refusals import WeightsError
from core.exchange.weights_file import ACTIVATIONS_KEY, INPUT_KEY, MODULES_KEY, RESIDUAL_KEY, UPDATE_KEY
from core.refusal import shortened

ZIP = b"PK\x03\x04"
"""What such a file begins with."""

MAX_TEXT = 60
MAX_ARRAYS = 10_000
_NOT_OF_LAYERS = NOTE_KEYS | {"activations", "residual", MODULES_KEY, INPUT_KEY, UPDATE_KEY}
_DTYPES = {"f2": "F16", "f4": "F32", "f8": "F64"}
_NAME = re.compile(r"(?P<kind>[Wb])(?P<number>[1-9][0-9]{0,3})")
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, tokenize.TokenError, EOFError, LookupError, OverflowError),
    *(RuntimeError, SyntaxError, TypeError, ValueError),
)
"""What zipfile and NumPy raise over damaged files; a password that is asked for is a RuntimeError."""

Tensors = dict[str, dict[str, Any]]
"""By PyTorch's names: dtype, shape and data of each, as safetensors has them."""


def npz_tensors(path: Path, content: bytes, limit: int) -> tuple[Tensors, Mapping[str, str]]:
    """The layers of the file as those of a Sequential with a place between each two, and what it says besides.

    Where it holds what is printed of a model, its arrays keep their own names and shapes.

    All arrays together may have `limit` bytes.

    Raises
    ------
    WeightsError
        When it is damaged or too large, or holds anything else.
    """
    try:
        with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                arrays = _arrays(path, archive, limit)
            return _tensors(path, arrays), _notes(arrays)
    except WeightsError:
        raise
    except _DAMAGE as error:
        raise WeightsError("npz_damaged", path=path) from error


def name_in_npz(layer: str) -> str:
    """What a layer that is called so in a Sequential is called in the file: W2 for 2."""
    return f"W{int(layer.partition('.')[0]) // 2 + 1}"


def _arrays(path: Path, archive: zipfile.ZipFile, limit: int) -> dict[str, NDArray[Any]]:
    """Every array by its name, after everything that the headers reveal was checked."""
    entries = archive.infolist()
    count = sum(entry.file_size for entry in entries)
    if count > limit or len(entries) > MAX_ARRAYS:
        raise WeightsError("large_file", path=path, count=count, limit=limit)
    return {entry.filename.removesuffix(".npy"): _array(archive, entry) for entry in entries}


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> NDArray[Any]:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"{entry.filename} is packed in an unusual way")
    file = io.BytesIO(archive.read(entry))
    is_first = npy.read_magic(file) == (1, 0)
    shape, _, dtype = (npy.read_array_header_1_0 if is_first else npy.read_array_header_2_0)(file)
    if dtype.hasobject or file.tell() + math.prod(shape) * dtype.itemsize != entry.file_size:
        raise ValueError(f"{entry.filename} is not as long as it says")
    file.seek(0)
    array: NDArray[Any] = npy.read_array(file, allow_pickle=False)
    return array


def _tensors(path: Path, arrays: Mapping[str, NDArray[Any]]) -> Tensors:
    residual = arrays.get("residual", np.empty(0, np.bool_)).ravel()
    tensors: Tensors = {}
    for name, array in arrays.items():
        if name in _NOT_OF_LAYERS:
            continue
        match, short = _NAME.fullmatch(name), shortened(name, MAX_TEXT)
        is_printed = MODULES_KEY in arrays
        if match is None or (not is_printed and array.ndim != (2 if match["kind"] == "W" else 1)):
            shape = shortened(str(array.shape), MAX_TEXT)
            raise WeightsError("no_linear", path=path, layer=short, name=short, shape=shape)
        dtype = _DTYPES.get(array.dtype.str[1:])
        if dtype is None:
            raise WeightsError("value_type", path=path, layer=name, type=array.dtype.name)
        if is_printed:
            own = np.ascontiguousarray(array.astype(array.dtype.newbyteorder("<")))
            tensors[name] = {"dtype": dtype, "shape": array.shape, "data": own.tobytes()}
            continue
        number = int(match["number"]) - 1
        is_residual = number < len(residual) and bool(residual[number])
        layer = f"{2 * number}.0" if is_residual else f"{2 * number}"
        kind = "weight" if match["kind"] == "W" else "bias"
        tensors[f"{layer}.{kind}"] = {
            "dtype": dtype,
            "shape": array.T.shape,
            "data": array.T.astype(array.dtype.newbyteorder("<")).tobytes(),
        }
    return tensors


def _notes(arrays: Mapping[str, NDArray[Any]]) -> Mapping[str, str]:
    notes = {key: str(arrays[key]) for key in (MODULES_KEY, INPUT_KEY) if key in arrays}
    if "activations" in arrays:
        notes[ACTIVATIONS_KEY] = ",".join(str(name) for name in arrays["activations"].ravel())
    if "residual" in arrays:
        layers = np.flatnonzero(arrays["residual"].ravel())
        notes[RESIDUAL_KEY] = ",".join(str(2 * layer) for layer in layers)
    return notes

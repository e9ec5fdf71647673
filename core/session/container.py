"""A description and named arrays as the bytes of one safetensors file, under a checksum.

The file's metadata have one key, ``backlight``: the description as a JSON object in ASCII. Its first field is
``sha256``, the checksum of the description (with zeros in that place) and of every array with its name, type and
shape. Nothing in a file is believed, and no memory is taken for it, before its sizes and this checksum were looked at.
The same description and arrays make the same bytes.

References
----------
Hugging Face, safetensors: Format. 8 bytes length of the header, the header in JSON, the arrays.
"""

from __future__ import annotations

import hashlib
import json
import math
import struct
from collections.abc import Mapping
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, deserialize
from safetensors.numpy import save

from core.session.errors import SessionError

Tensors = Mapping[str, NDArray[Any]]

KEY = "backlight"
_BEGIN, _ZEROS = '{"sha256":"', "0" * 64
MAX_BYTES = 2_000_000_000
MAX_HEADER_BYTES = 16_000_000
MAX_ARRAYS = 100_000
DTYPES = {"F32": np.float32, "F64": np.float64, "I64": np.int64, "U8": np.uint8, "BOOL": np.bool_}
_LENGTH = struct.Struct("<Q")
# What Python makes of JSON takes more memory than its text: about so many bytes for what begins with each of these.
_BYTES_OF = {"{": 200, "[": 64, ",": 70}
_MEMORY = 40_000_000


def packed(description: Mapping[str, Any], tensors: Tensors) -> bytes:
    """The file's bytes.

    Raises
    ------
    SessionError
        When it would be larger than a session may be.
    """
    text = json.dumps({"sha256": _ZEROS, **description}, allow_nan=False, separators=(",", ":"))
    if _is_too_large(text):
        raise SessionError("too_large", count=len(text), limit=MAX_HEADER_BYTES)
    plain = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
    size = len(text) + sum(array.nbytes for array in plain.values())
    if size > MAX_BYTES or len(plain) > MAX_ARRAYS:
        raise SessionError("too_large", count=size, limit=MAX_BYTES)
    content = save(plain, {KEY: _with_checksum(text, checksum(text, plain))})
    if _LENGTH.unpack_from(content)[0] > MAX_HEADER_BYTES:
        raise SessionError("too_large", count=_LENGTH.unpack_from(content)[0], limit=MAX_HEADER_BYTES)
    return content


def unpacked(content: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """The description and the arrays, read-only, of a file's bytes.

    Raises
    ------
    SessionError
        When they are no session, or a byte is not as it was written.
    """
    header = _header(content)
    metadata = header.pop("__metadata__", None)
    if not isinstance(metadata, dict) or not isinstance(metadata.get(KEY), str):
        raise SessionError("not_a_session")
    text = metadata[KEY]
    for name, entry in header.items():
        _check_entry(name, entry, len(content))
    try:
        # It looks for gaps and overlaps between the arrays.
        found = deserialize(content)  # type: ignore[no-untyped-call]
    except (SafetensorError, ValueError, OverflowError) as error:
        raise SessionError("damaged", reason=str(error)) from error
    tensors = {}
    for name, part in found:
        array = np.frombuffer(part["data"], DTYPES[part["dtype"]]).reshape(part["shape"])
        array.flags.writeable = False
        tensors[name] = array
    unsigned = _with_checksum(text, _ZEROS)
    if not text.isascii() or text != _with_checksum(text, checksum(unsigned, tensors)):
        raise SessionError("damaged", reason="its checksum is wrong")
    for name, array in tensors.items():
        if array.dtype.kind == "b" and array.view(np.uint8).max(initial=0) > 1:
            raise SessionError("wrong_value", where=name, reason="a truth value is neither 0 nor 1")
    description = _object(text)
    del description["sha256"]
    return description, tensors


def is_session(start: bytes) -> bool:
    """Whether a file that begins with these bytes (some thousand) calls itself a session."""
    return (
        len(start) > _LENGTH.size
        and start[_LENGTH.size : _LENGTH.size + 1] == b"{"
        and b'"backlight"' in start
    )


def checksum(text: str, tensors: Tensors) -> str:
    """SHA-256 of the description and of every array with its name, type and shape, as hexadecimal digits."""
    digest = hashlib.sha256(text.encode())
    for name in sorted(tensors):
        array = tensors[name]
        digest.update(json.dumps([name, array.dtype.str, list(array.shape)]).encode())
        digest.update(np.ascontiguousarray(array).data.cast("B") if array.size else b"")
    return digest.hexdigest()


def _with_checksum(text: str, digits: str) -> str:
    return _BEGIN + digits + text[len(_BEGIN) + len(_ZEROS) :]


def _header(content: bytes) -> dict[str, Any]:
    if len(content) < _LENGTH.size + 2:
        raise SessionError("not_a_session")
    (length,) = _LENGTH.unpack_from(content)
    if length > MAX_HEADER_BYTES or content[_LENGTH.size : _LENGTH.size + 1] != b"{":
        raise SessionError("not_a_session")
    if length > len(content) - _LENGTH.size:
        raise SessionError("damaged", reason="it stops in the middle")
    header = content[_LENGTH.size : _LENGTH.size + length]
    if not header.isascii():
        raise SessionError("damaged", reason="its header is no ASCII")
    return _object(header.decode("ascii"))


def _object(text: str) -> dict[str, Any]:
    """The object that a JSON text is, where no name stands twice and no number is not finite."""
    if _is_too_large(text):
        raise SessionError("damaged", reason="its description is larger than any that is saved")
    try:
        found = json.loads(
            text, object_pairs_hook=_without_duplicates, parse_constant=_refuse, parse_float=_finite
        )
    except SessionError:
        raise
    except (ValueError, RecursionError) as error:
        raise SessionError("damaged", reason=f"its description is no JSON: {error}") from error
    if not isinstance(found, dict):
        raise SessionError("damaged", reason="its description is no JSON object")
    return found


def _is_too_large(text: str) -> bool:
    return sum(cost * text.count(sign) for sign, cost in _BYTES_OF.items()) > _MEMORY + 2 * len(text)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise SessionError("damaged", reason=f"{name!r} stands in it twice")
        found[name] = value
    return found


def _refuse(name: str) -> NoReturn:
    raise SessionError("damaged", reason=f"its description holds {name}")


def _finite(digits: str) -> float:
    # 1e999 is no constant, but is read as infinite.
    return value if math.isfinite(value := float(digits)) else _refuse(digits)


def _check_entry(name: str, entry: Any, size: int) -> None:
    """An array's type is one of a few, and its shape, type and place state the same number of bytes."""
    keys = {"dtype", "shape", "data_offsets"}
    if not isinstance(entry, dict) or set(entry) != keys or entry["dtype"] not in DTYPES:
        raise SessionError("wrong_value", where=name, reason="no array of a type that is saved")
    shape, offsets = entry["shape"], entry["data_offsets"]
    if not (_are_lengths(shape, size) and _are_lengths(offsets, size) and len(offsets) == 2):
        raise SessionError("wrong_value", where=name, reason="its shape or its place is no list of lengths")
    if math.prod(shape) * np.dtype(DTYPES[entry["dtype"]]).itemsize != offsets[1] - offsets[0]:
        raise SessionError("wrong_value", where=name, reason=f"{offsets[1] - offsets[0]} bytes for its shape")


def _are_lengths(values: Any, most: int) -> bool:
    return (
        isinstance(values, list)
        and len(values) <= 4
        and all(type(value) is int and 0 <= value <= most for value in values)
    )

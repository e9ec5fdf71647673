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
import io
import json
import math
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn

import numpy as np
from numpy.typing import NDArray

from core.session.errors import SessionError
from core.session.steps import Steps, part
from core.steps import result_of

Tensors = Mapping[str, NDArray[Any]]

KEY = "backlight"
_BEGIN, _ZEROS = '{"sha256":"', "0" * 64
MAX_BYTES = 2_000_000_000
MAX_HEADER_BYTES = 16_000_000
MAX_ARRAYS = 100_000
# In the order in which safetensors lays arrays out: so each begins at a multiple of its numbers' size.
DTYPES = {
    "I64": np.int64,
    "F64": np.float64,
    "I32": np.int32,
    "F32": np.float32,
    "U8": np.uint8,
    "BOOL": np.bool_,
}
_NAMES = {np.dtype(dtype): name for name, dtype in DTYPES.items()}
# So many bytes are written, or looked at, in one step: on a slow disk, too, that is soon done.
STEP_BYTES = 1 << 20
_ALIGNMENT = 8
_LENGTH = struct.Struct("<Q")
# What Python makes of JSON takes more memory than its text: about so many bytes for what begins with each of these.
_BYTES_OF = {"{": 200, "[": 64, ",": 70}
_MEMORY = 40_000_000


@dataclass(frozen=True)
class Packed:
    """A file that is to be written: its beginning, and its arrays in their order."""

    header: bytes
    arrays: tuple[NDArray[Any], ...]

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.header) + sum(array.nbytes for array in self.arrays)

    def pieces(self) -> Iterator[bytes | memoryview]:
        """All its bytes, at most `STEP_BYTES` at a time."""
        yield self.header
        for array in self.arrays:
            yield from _pieces_of(array)


def packing(description: Mapping[str, Any], tensors: Tensors) -> Steps[Packed]:
    """The file of a description and arrays; these must not be changed before it is written.

    Written here and not by safetensors, which would hold all of it in memory a second time, and at once: of 1,000
    states that took 0.4 to 1.6 s, longer than everything else.

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
    digits = yield from _checksum(text, plain)
    order = list(_NAMES)
    placed = sorted(plain.items(), key=lambda item: (order.index(item[1].dtype), item[0]))
    header: dict[str, Any] = {"__metadata__": {KEY: _with_checksum(text, digits)}}
    place = 0
    for name, array in placed:
        offsets = [place, place + array.nbytes]
        header[name] = {"dtype": _NAMES[array.dtype], "shape": list(array.shape), "data_offsets": offsets}
        place += array.nbytes
    content = json.dumps(header, separators=(",", ":")).encode()
    content += b" " * (-len(content) % _ALIGNMENT)
    if len(content) > MAX_HEADER_BYTES:
        raise SessionError("too_large", count=len(content), limit=MAX_HEADER_BYTES)
    return Packed(_LENGTH.pack(len(content)) + content, tuple(array for _, array in placed))


def packed(description: Mapping[str, Any], tensors: Tensors) -> bytes:
    """The file's bytes, at once; raises as `packing` does."""
    return b"".join(result_of(packing(description, tensors)).pieces())


def unpacked(content: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """The description and the arrays, read-only, of a file's bytes, at once; raises as `unpacking` does."""
    return result_of(unpacking(io.BytesIO(content), len(content)))


def unpacking(file: BinaryIO, size: int) -> Steps[tuple[dict[str, Any], dict[str, NDArray[Any]]]]:
    """The description and the arrays, read-only, of a file of so many bytes.

    Read here and not by safetensors, which takes the whole file as one string of bytes: each array has memory of its
    own, which goes when the array goes, and nothing is held twice on the way.

    Raises
    ------
    SessionError
        When they are no session, or a byte is not as it was written.
    OSError
        When it can't be read.
    """
    header, begin = _header(file, size)
    metadata = header.pop("__metadata__", None)
    if not isinstance(metadata, dict) or not isinstance(metadata.get(KEY), str):
        raise SessionError("not_a_session")
    text = metadata[KEY]
    if _stops_short(header.values(), size - begin):
        raise SessionError("damaged", reason="it stops in the middle")
    for name, entry in header.items():
        _check_entry(name, entry, size)
    placed = sorted(header.items(), key=lambda item: item[1]["data_offsets"])
    ends = [0, *(entry["data_offsets"][1] for _, entry in placed)]
    begins = [*(entry["data_offsets"][0] for _, entry in placed), size - begin]
    if begins != ends:
        raise SessionError("damaged", reason="there are gaps or overlaps between its arrays")
    tensors, told = {}, 0
    for name, entry in placed:
        tensors[name] = array = np.empty(entry["shape"], DTYPES[entry["dtype"]])
        place = entry["data_offsets"][0]
        for piece in _pieces_of(array):
            if file.readinto(piece) != len(piece):  # type: ignore[attr-defined]
                raise SessionError("damaged", reason="it stops in the middle")
            place += len(piece)
            if place - told >= STEP_BYTES:
                told = place
                yield 0.8 * place / size
        array.flags.writeable = False
    digits = yield from part(_checksum(_with_checksum(text, _ZEROS), tensors), 0.8, 1.0)
    if not text.isascii() or text != _with_checksum(text, digits):
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
    return result_of(_checksum(text, tensors))


def _checksum(text: str, tensors: Tensors) -> Steps[str]:
    digest = hashlib.sha256(text.encode())
    total = sum(array.nbytes for array in tensors.values())
    done = told = 0
    for name in sorted(tensors):
        array = tensors[name]
        digest.update(json.dumps([name, array.dtype.str, list(array.shape)]).encode())
        for piece in _pieces_of(np.ascontiguousarray(array)):
            digest.update(piece)
            done += len(piece)
            if done - told >= STEP_BYTES:
                told = done
                yield done / total
    return digest.hexdigest()


def _pieces_of(array: NDArray[Any]) -> Iterator[memoryview]:
    """Its bytes, at most `STEP_BYTES` at a time."""
    # A memory without a byte can't be seen as bytes.
    whole = array.data.cast("B") if array.size else memoryview(b"")
    for begin in range(0, len(whole), STEP_BYTES):
        yield whole[begin : begin + STEP_BYTES]


def _with_checksum(text: str, digits: str) -> str:
    return _BEGIN + digits + text[len(_BEGIN) + len(_ZEROS) :]


def _header(file: BinaryIO, size: int) -> tuple[dict[str, Any], int]:
    """What the header holds, and where the arrays begin."""
    start = file.read(_LENGTH.size)
    if size < _LENGTH.size + 2 or len(start) < _LENGTH.size:
        raise SessionError("not_a_session")
    (length,) = _LENGTH.unpack(start)
    header = file.read(min(length, MAX_HEADER_BYTES))
    if length > MAX_HEADER_BYTES or header[:1] != b"{":
        raise SessionError("not_a_session")
    if length > len(header):
        raise SessionError("damaged", reason="it stops in the middle")
    if not header.isascii():
        raise SessionError("damaged", reason="its header is no ASCII")
    return _object(header.decode("ascii")), _LENGTH.size + length


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


def _stops_short(entries: Iterable[Any], room: int) -> bool:
    """Whether the arrays stand one behind the other, as they are saved, but go on behind the end of the file."""
    places: list[Any] = [entry.get("data_offsets") for entry in entries if isinstance(entry, dict)]
    if not all(_are_lengths(place, MAX_BYTES) and len(place) == 2 for place in places):
        return False
    end = 0
    for begin, until in sorted(places):
        if begin != end:
            return False
        end = until
    return end > room


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

"""Frames: how two processes of Backlight write to each other, one after the other on a stream of bytes.

A frame is, with all numbers little-endian,

======================  =====================================================================================
4 bytes                 ``BLF1``
4 bytes, unsigned       length of the header in bytes, up to `MAX_HEADER_BYTES`
8 bytes, unsigned       length of the payload in bytes, up to `MAX_PAYLOAD_BYTES`
header                  a JSON object in UTF-8 without NaN or Infinity; its key ``arrays`` lists ``[dtype, shape]``
payload                 the arrays in that order, each in C order and followed by zeros up to a multiple of 8 bytes
======================  =====================================================================================

A dtype is one of `DTYPES`. What the header's other keys mean is `core.engine.protocol`'s concern. Nothing is unpickled
or evaluated, and nothing is allocated before every length, dtype and shape has been checked.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

MAGIC = b"BLF1"
DTYPES = ("<f4", "<f8", "<i8", "<i4", "<u4", "|u1", "|b1")
MAX_HEADER_BYTES = 8_000_000
MAX_PAYLOAD_BYTES = 2_000_000_000
MAX_ARRAYS = 20_000
MAX_DIMENSIONS = 4
_PREFIX = struct.Struct("<4sIQ")
_ALIGNMENT = 8
Bytes = NDArray[np.uint8]


class FrameError(ValueError):
    """What came is no frame, or no message: the stream it came from can't be believed any more."""


@dataclass(frozen=True)
class Frame:
    """A header, and the arrays that belong to it; those of a frame that was read are read-only."""

    header: dict[str, Any]
    arrays: tuple[NDArray[Any], ...]


def pack(frame: Frame) -> bytes:
    """The frame as bytes.

    Raises
    ------
    FrameError
        When it is larger than a frame may be, or holds what none can: an object array, or a NaN in its header.
    """
    arrays = [_plain(array) for array in frame.arrays]
    listed = [[array.dtype.str, list(array.shape)] for array in arrays]
    try:
        header = json.dumps(
            {**frame.header, "arrays": listed}, allow_nan=False, separators=(",", ":")
        ).encode()
    except (TypeError, ValueError) as error:
        raise FrameError(f"no header can hold this: {error}") from error
    sizes = [_padded(array.nbytes) for array in arrays]
    _check_lengths(len(header), sum(sizes))
    if len(arrays) > MAX_ARRAYS:
        raise FrameError(f"{len(arrays)} arrays: a frame holds up to {MAX_ARRAYS}")
    # Numbers are read where they lie, and copied once.
    parts: list[bytes | memoryview] = [_PREFIX.pack(MAGIC, len(header), sum(sizes)), header]
    for array, size in zip(arrays, sizes, strict=True):
        parts += [array.data, b"\0" * (size - array.nbytes)]
    return b"".join(parts)


class FrameReader:
    """Puts frames together from the pieces in which a stream gives them."""

    def __init__(self) -> None:
        self._steps = _read_frames()
        self._buffer: Bytes = np.empty(0, np.uint8)
        self._filled = 0

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that are complete with these bytes.

        Raises
        ------
        FrameError
            When a byte is not as a frame has it; nothing more can be read from this stream.
        """
        frames: list[Frame] = []
        rest = memoryview(data)
        while True:
            count = min(len(rest), len(self._buffer) - self._filled)
            self._buffer[self._filled : self._filled + count] = np.frombuffer(rest[:count], np.uint8)
            self._filled += count
            rest = rest[count:]
            if self._filled < len(self._buffer):
                return frames
            if isinstance(step := next(self._steps), Frame):
                frames.append(step)
            else:
                self._buffer, self._filled = step, 0


def _read_frames() -> Generator[Bytes | Frame, None, NoReturn]:
    """The parts of one frame after the other, each as a buffer to be filled before it goes on, and then the frame.

    Memory is only taken as it is filled, so that a length that lies costs nothing.
    """
    while True:
        yield (prefix := np.empty(_PREFIX.size, np.uint8))
        magic, header_length, payload_length = _PREFIX.unpack(prefix.tobytes())
        if magic != MAGIC:
            raise FrameError(f"{magic!r} begins no frame")
        _check_lengths(header_length, payload_length)
        yield (text := np.empty(header_length, np.uint8))
        header = _parsed(text.tobytes())
        layout = _layout(header.pop("arrays", None), payload_length)
        yield (payload := np.empty(payload_length, np.uint8))
        arrays, place = [], 0
        for dtype, shape in layout:
            count = math.prod(shape) * dtype.itemsize
            array = payload[place : place + count].view(dtype).reshape(shape)
            if dtype.kind == "b" and array.view(np.uint8).max(initial=0) > 1:
                raise FrameError("a truth value is neither 0 nor 1")
            array.flags.writeable = False
            arrays.append(array)
            place += _padded(array.nbytes)
        yield Frame(header, tuple(arrays))


def _plain(array: NDArray[Any]) -> NDArray[Any]:
    """The array in C order, with a dtype of the list."""
    array = np.asarray(array, order="C")
    dtype = array.dtype.newbyteorder("<")
    if dtype.str not in DTYPES:
        raise FrameError(
            f"an array of {array.dtype} can't be sent; its dtype is to be one of {', '.join(DTYPES)}"
        )
    return array.astype(dtype, copy=False)


def _padded(count: int) -> int:
    return -(-count // _ALIGNMENT) * _ALIGNMENT


def _check_lengths(header: int, payload: int) -> None:
    if header > MAX_HEADER_BYTES or payload > MAX_PAYLOAD_BYTES:
        raise FrameError(
            f"a header of {header} and a payload of {payload} bytes: that is more than a frame holds"
        )


def _parsed(text: bytes) -> dict[str, Any]:
    def refuse(name: str) -> NoReturn:
        raise FrameError(f"a header holds {name}")

    def number(digits: str) -> float:
        # 1e999 is no constant, but is read as infinite.
        return value if math.isfinite(value := float(digits)) else refuse(digits)

    try:
        header = json.loads(text.decode(), parse_constant=refuse, parse_float=number)
    except (ValueError, RecursionError) as error:
        raise FrameError(f"a header is no JSON: {error}") from error
    if not isinstance(header, dict):
        raise FrameError("a header is no JSON object")
    return header


def _layout(listed: Any, payload: int) -> list[tuple[np.dtype[Any], tuple[int, ...]]]:
    """Each array's dtype and shape, which fill the payload exactly."""
    if not isinstance(listed, list) or len(listed) > MAX_ARRAYS:
        raise FrameError("a header does not list its arrays")
    layout, total = [], 0
    for entry in listed:
        if not (isinstance(entry, list) and len(entry) == 2 and entry[0] in DTYPES and _is_shape(entry[1])):
            raise FrameError("a header lists something that is no array")
        dtype, shape = np.dtype(entry[0]), tuple(entry[1])
        # A length of 0 must not hide the others.
        if math.prod(max(1, length) for length in shape) * dtype.itemsize > MAX_PAYLOAD_BYTES:
            raise FrameError(f"an array of shape {shape} is larger than a frame may be")
        layout.append((dtype, shape))
        total += _padded(math.prod(shape) * dtype.itemsize)
    if total != payload:
        raise FrameError(f"arrays of {total} bytes in a payload of {payload}")
    return layout


def _is_shape(shape: Any) -> bool:
    def is_length(length: Any) -> bool:
        return type(length) is int and 0 <= length <= MAX_PAYLOAD_BYTES

    return isinstance(shape, list) and len(shape) <= MAX_DIMENSIONS and all(map(is_length, shape))

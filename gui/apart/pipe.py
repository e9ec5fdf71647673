"""What two processes of Backlight tell each other: a head of plain values, and arrays as they lie in memory."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

_LENGTH = struct.Struct("<I")
Head = dict[str, Any]


class Readable(Protocol):
    """A stream whose bytes can be read into a place."""

    def readinto(self, buffer: memoryview) -> int | None:
        """How many bytes came; 0 when the other end is closed."""


class Writable(Protocol):
    """A stream that takes bytes."""

    def write(self, data: bytes | memoryview) -> object:
        """Take all of them, or raise OSError."""

    def flush(self) -> object:
        """Let the other end have what was written."""


def send(stream: Writable, head: Head, arrays: Sequence[NDArray[Any]] = ()) -> None:
    """Write `head`, which JSON must be able to hold, and `arrays`; it waits while the other side does not read.

    Raises
    ------
    OSError
        When nobody is at the other end.
    """
    whole = [np.asarray(array, order="C") for array in arrays]
    described = {**head, "arrays": [(array.dtype.str, array.shape) for array in whole]}
    text = json.dumps(described).encode()
    stream.write(_LENGTH.pack(len(text)) + text)
    for array in whole:
        if array.size:
            stream.write(array.data)
    stream.flush()


def receive(stream: Readable) -> tuple[Head, list[NDArray[Any]]]:
    """What `send` wrote; it waits for it.

    Raises
    ------
    EOFError
        When the other end is closed before all of it has come.
    """
    start = _exactly(stream, np.empty(_LENGTH.size, np.uint8)).tobytes()
    head = json.loads(_exactly(stream, np.empty(_LENGTH.unpack(start)[0], np.uint8)).tobytes())
    arrays = [_exactly(stream, np.empty(shape, np.dtype(kind))) for kind, shape in head.pop("arrays")]
    return head, arrays


def _exactly(stream: Readable, into: NDArray[Any]) -> NDArray[Any]:
    """Fill the array from the stream."""
    room = into.reshape(-1).view(np.uint8).data
    while len(room):
        count = stream.readinto(room)
        if not count:
            raise EOFError("the other process has ended")
        room = room[count:]
    return into

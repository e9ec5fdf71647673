"""Frames: what was written is read, in any pieces; what is damaged or lies is refused before it costs anything."""

from __future__ import annotations

import json
import struct
import tracemalloc
from typing import Any

import numpy as np
import pytest

from core.engine import frames
from core.engine.frames import Frame, FrameError, FrameReader, pack

ARRAYS = (
    np.arange(12, dtype=np.float32).reshape(3, 4),
    np.array([np.inf, -np.inf, np.nan, -0.0, 1e-320]),
    np.array([2**62, -1]),
    np.array([255, 0, 7], np.uint8),
    np.array([True, False]),
    np.array(7.5),
    np.empty((0, 5), np.float32),
    np.arange(20.0).reshape(4, 5)[::2, 1:4],
    np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3)),
    np.arange(3, dtype=">i8"),
)
HEADER = {"type": "零", "big": 2**127 + 1, "nothing": None, "rate": 0.1, "list": [True, [], {}]}


def same(array: np.ndarray, other: np.ndarray) -> bool:
    little = array.astype(array.dtype.newbyteorder("<"))
    return other.dtype == little.dtype and other.shape == array.shape and other.tobytes() == little.tobytes()


def raw(header: object, payload: bytes = b"", magic: bytes = b"BLF1", length: int | None = None) -> bytes:
    """A frame as the module's table has it, from its parts."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    size = len(payload) if length is None else length
    return struct.pack("<4sIQ", magic, len(text), size) + text + payload


@pytest.mark.parametrize("piece", [1, 7, 64, 10_000])
def test_what_was_written_is_read_in_whatever_pieces_it_comes(piece: int) -> None:
    stream = pack(Frame(HEADER, ARRAYS)) + pack(Frame({}, ())) + pack(Frame({"last": 1}, ARRAYS[:1]))
    reader, read = FrameReader(), []
    for start in range(0, len(stream), piece):
        read += reader.feed(stream[start : start + piece])
    assert [frame.header for frame in read] == [HEADER, {}, {"last": 1}]
    assert [len(frame.arrays) for frame in read] == [len(ARRAYS), 0, 1]
    assert all(same(array, other) for array, other in zip(ARRAYS, read[0].arrays, strict=True))


def test_arrays_that_were_read_can_not_be_changed() -> None:
    (frame,) = FrameReader().feed(pack(Frame({}, ARRAYS)))
    assert not any(array.flags.writeable for array in frame.arrays)


def test_a_frame_is_laid_out_as_it_is_written_down() -> None:
    packed = pack(Frame({"a": 1}, (np.array([1, 2, 3], np.uint8),)))
    header = b'{"a":1,"arrays":[["|u1",[3]]]}'
    assert packed == b"BLF1" + struct.pack("<IQ", len(header), 8) + header + b"\1\2\3\0\0\0\0\0"


def test_an_unfinished_frame_is_noticed() -> None:
    packed = pack(Frame({}, ARRAYS))
    for end in (1, 15, 16, 40, len(packed) - 1):
        reader = FrameReader()
        assert reader.feed(packed[:end]) == []


@pytest.mark.parametrize(
    "content",
    [
        raw({"arrays": []}, magic=b"BLF2"),
        raw({"arrays": []}, magic=b"\x80\x04\x95."),
        raw({}),
        raw([]),
        raw(b"nothing"),
        raw(b""),
        raw(b"[" * 100_000),
        raw(b'{"arrays": [], "a": NaN}'),
        raw(b'{"arrays": [], "a": -Infinity}'),
        raw(b'{"arrays": [], "a": -1e999}'),
        raw(b'{"arrays": [], "a": "\xff"}'),
        raw('{"arrays": []}'.encode("utf-16")),
        raw(b'{"arrays": [], "a": ' + b"9" * 5000 + b"}"),
        raw({"arrays": {}}),
        raw({"arrays": [["<f4"]]}),
        raw({"arrays": [["<f4", 3]]}, bytes(16)),
        raw({"arrays": [["<f4", [-1]]]}),
        raw({"arrays": [["<f4", [True]]]}, bytes(8)),
        raw({"arrays": [["<f4", [1.0]]]}, bytes(8)),
        raw({"arrays": [["<f4", [1] * 5]]}, bytes(8)),
        raw({"arrays": [["<f4", [2**40]]]}),
        raw({"arrays": [["<f4", [0, 2_000_000_000, 2_000_000_000]]]}),
        raw({"arrays": [["|O", [1]]]}, bytes(8)),
        raw({"arrays": [["<V8", [1]]]}, bytes(8)),
        raw({"arrays": [[["<f4"], [1]]]}, bytes(8)),
        raw({"arrays": [["<f4", [3]]]}, bytes(24)),
        raw({"arrays": [["<f4", [3]]]}, bytes(8)),
        raw({"arrays": [["|b1", [3]]]}, b"\1\2\0" + bytes(5)),
        raw({"arrays": [["|u1", [0]]] * 20_001}),
    ],
    ids=range(29),
)
def test_what_is_no_frame_is_refused(content: bytes) -> None:
    with pytest.raises(FrameError):
        FrameReader().feed(content)


@pytest.mark.parametrize(
    "content",
    [
        # Lengths beyond what a frame may have are refused before their bytes are waited for.
        struct.pack("<4sIQ", b"BLF1", 8_000_001, 0),
        struct.pack("<4sIQ", b"BLF1", 20, 2_000_000_001),
        struct.pack("<4sIQ", b"BLF1", 2**32 - 1, 2**64 - 1),
        raw({"arrays": [["<f8", [125_000_000]]]}, length=999_999_992),
    ],
)
def test_lengths_that_lie_are_refused_and_take_no_memory(content: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(FrameError):
            FrameReader().feed(content)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_memory_is_taken_only_when_every_length_dtype_and_shape_is_known_to_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[int] = []
    empty = np.empty

    def counted(shape: Any, dtype: Any = float) -> np.ndarray:
        taken.append(int(np.prod(shape)))
        return empty(shape, dtype)

    monkeypatch.setattr(frames.np, "empty", counted)
    for header in ({"arrays": [["<f4", [250_000_001]]]}, {"arrays": [["<f5", [250_000_000]]]}, {"arrays": 1}):
        with pytest.raises(FrameError):
            FrameReader().feed(raw(header, length=1_000_000_000))
    # What begins a frame and its header, and no payload.
    assert max(taken) < 100


@pytest.mark.parametrize(
    "frame",
    [
        Frame({"a": float("nan")}, ()),
        Frame({"a": float("inf")}, ()),
        Frame({"a": object()}, ()),
        Frame({"a": {1, 2}}, ()),
        Frame({}, (np.array([object()]),)),
        Frame({}, (np.array(["text"]),)),
        Frame({}, (np.zeros(2, np.complex128),)),
        Frame({}, (np.zeros(2, np.float16),)),
        Frame({}, (np.zeros(0),) * 20_001),
        Frame({"a": "x" * 8_000_000}, ()),
    ],
    ids=range(10),
)
def test_what_no_frame_can_hold_is_not_written(frame: Frame) -> None:
    with pytest.raises(FrameError):
        pack(frame)


def test_more_bytes_than_a_frame_may_have_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MAX_PAYLOAD_BYTES", 63)
    pack(Frame({}, (np.zeros(7),)))
    with pytest.raises(FrameError, match="more than a frame holds"):
        pack(Frame({}, (np.zeros(8),)))

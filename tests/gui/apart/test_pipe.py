"""What one process tells another arrives whole and as it was, or is an error."""

from __future__ import annotations

import io
import os

import numpy as np
import pytest

from gui.apart.pipe import receive, send


def test_values_and_arrays_arrive_as_they_were() -> None:
    head = {"asked": "lend", "names": ["0", "零"], "state": {"inc": 2**127 + 1}, "nothing": None, "rate": 0.1}
    arrays = [
        np.arange(12, dtype=np.float32).reshape(3, 4),
        np.array([np.inf, -np.inf, -0.0, 1e-320]),
        np.array([2**62, -1]),
        np.array(7, dtype=np.int32),
        np.array([True, False]),
        np.empty((0, 5), np.float32),
        np.arange(20.0).reshape(4, 5)[::2, 1:4],
    ]
    stream = io.BytesIO()
    send(stream, head, arrays)
    send(stream, {"second": True})
    stream.seek(0)
    told, came = receive(stream)
    assert told == head
    assert len(came) == len(arrays)
    for array, other in zip(arrays, came, strict=True):
        assert other.dtype == array.dtype and other.shape == array.shape
        assert other.tobytes() == array.tobytes()
        assert other.flags.writeable
    assert receive(stream) == ({"second": True}, [])
    assert stream.read() == b""


@pytest.mark.parametrize("missing", [1, 40, 60])
def test_an_end_in_the_middle_is_an_error(missing: int) -> None:
    stream = io.BytesIO()
    send(stream, {"asked": "tell"}, [np.arange(5.0)])
    whole = stream.getvalue()
    with pytest.raises(EOFError):
        receive(io.BytesIO(whole[:-missing]))
    with pytest.raises(EOFError):
        receive(io.BytesIO())


def test_what_nobody_reads_is_an_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb", buffering=0) as stream, pytest.raises(OSError):
        send(stream, {"asked": "tell"})

"""A description and arrays in one safetensors file, which others can read, and of which no byte may change."""

from __future__ import annotations

import hashlib
import io
import json
import struct
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from core.session import container
from core.session.container import checksum, is_session, packed, unpacked, unpacking
from core.session.errors import SessionError
from core.steps import result_of

DESCRIPTION = {"name": "ε", "numbers": [1, 2.5, None, True]}
TENSORS = {
    "runs/0/W": np.arange(6, dtype=np.float32).reshape(2, 3),
    "none": np.zeros((0, 3)),
    "flags": np.array([True, False]),
    "orders": np.array([2, 0, 1]),
    "ink": np.array([0, 255], np.uint8),
}


def with_header(header: Any, body: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + body


def refusal(content: bytes) -> str:
    with pytest.raises(SessionError) as error:
        unpacked(content)
    return error.value.code


def test_what_is_packed_is_unpacked_as_it_was_and_read_only() -> None:
    description, tensors = unpacked(packed(DESCRIPTION, TENSORS))
    assert description == DESCRIPTION and set(tensors) == set(TENSORS)
    for name, array in tensors.items():
        assert array.dtype == TENSORS[name].dtype and np.array_equal(array, TENSORS[name])
        assert array.shape == TENSORS[name].shape and not array.flags.writeable


def test_whatever_reads_safetensors_reads_it() -> None:
    found = safetensors.numpy.load(packed(DESCRIPTION, TENSORS))
    assert np.array_equal(found["runs/0/W"], [[0, 1, 2], [3, 4, 5]])


def test_it_is_byte_for_byte_what_safetensors_writes() -> None:
    content = packed(DESCRIPTION, TENSORS)
    with_metadata = json.loads(content[8 : 8 + struct.unpack_from("<Q", content)[0]])["__metadata__"]
    assert content == safetensors.numpy.save(TENSORS, with_metadata)


def test_it_is_written_and_read_in_steps_of_few_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "STEP_BYTES", 16)
    tensors = {"a": np.arange(20.0), "b": np.arange(3, dtype=np.float32), "c": np.zeros((0, 2))}
    whole = packed(DESCRIPTION, tensors)
    steps = list(container.packing(DESCRIPTION, tensors))
    assert steps == sorted(steps) and 8 <= len(steps) <= 12 and steps[0] > 0 and steps[-1] <= 1
    found = result_of(container.packing(DESCRIPTION, tensors))
    assert found.size == len(whole) and b"".join(found.pieces()) == whole
    steps = list(unpacking(io.BytesIO(whole), len(whole)))
    assert steps == sorted(steps) and len(steps) >= 16 and steps[0] > 0 and steps[-1] <= 1


def test_a_file_that_becomes_shorter_while_it_is_read_is_refused() -> None:
    content = packed(DESCRIPTION, TENSORS)
    with pytest.raises(SessionError, match="stops in the middle"):
        result_of(unpacking(io.BytesIO(content[:-1]), len(content)))


def test_each_array_has_memory_of_its_own() -> None:
    # So that what a history lets go of is free.
    _, tensors = unpacked(packed(DESCRIPTION, TENSORS))
    assert all(array.base is None for array in tensors.values())


def test_the_checksum_is_sha256_of_text_names_types_shapes_and_bytes() -> None:
    digest = hashlib.sha256(b"{}")
    digest.update(b'["a", "<f4", [1, 2]]' + struct.pack("<2f", 1.5, -2.0))
    digest.update(b'["b", "|u1", []]' + b"\x07")
    tensors = {"b": np.array(7, np.uint8), "a": np.array([[1.5, -2.0]], np.float32)}
    assert checksum("{}", tensors) == digest.hexdigest()


def test_a_part_of_a_larger_array_is_packed_alone() -> None:
    wide = np.arange(12, dtype=np.float32).reshape(3, 4)
    _, tensors = unpacked(packed({}, {"part": wide[:, 1:3], "turned": wide.T}))
    assert np.array_equal(tensors["part"], wide[:, 1:3]) and np.array_equal(tensors["turned"], wide.T)


def test_every_byte_counts() -> None:
    content = packed(DESCRIPTION, TENSORS)
    header = 8 + struct.unpack_from("<Q", content)[0]
    for place in [*range(0, header, 7), *range(header, len(content))]:
        changed = bytearray(content)
        changed[place] ^= 1
        try:
            description, tensors = unpacked(bytes(changed))
        except SessionError:
            continue
        # Spaces at the end of the header say nothing.
        assert (
            content[place : place + 1] == b" " and description == DESCRIPTION and set(tensors) == set(TENSORS)
        )


def test_a_file_cut_anywhere_is_refused() -> None:
    content = packed(DESCRIPTION, TENSORS)
    assert {refusal(content[:length]) for length in range(len(content))} == {"not_a_session", "damaged"}
    assert refusal(content + b"\0") == "damaged"
    # Half of a download: the description is whole, and names places that are not there, 40 of 72,000 bytes or all but
    # one.
    content = packed(DESCRIPTION, {"more": np.zeros((9_000,)), **TENSORS})
    header = 8 + struct.unpack_from("<Q", content)[0]
    for length in (header, header + 40, len(content) // 2, len(content) - 1):
        with pytest.raises(SessionError, match="stops in the middle"):
            unpacked(content[:length])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04K\x01.",
        with_header({}),
        with_header({"__metadata__": {"format": "pt"}}),
        safetensors.numpy.save({"0.weight": np.zeros((2, 2), np.float32)}),
        struct.pack("<Q", 2**63) + b"{}",
    ],
)
def test_what_is_no_session_is_called_so(content: bytes) -> None:
    assert refusal(content) == "not_a_session" and not is_session(content)


def test_a_session_is_known_by_its_first_bytes() -> None:
    assert is_session(packed(DESCRIPTION, TENSORS)[:4096])


@pytest.mark.parametrize(
    "header",
    [
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b"[" * 5000,
        '{"é": 1}'.encode(),
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": [' + b"[]," * 2_000_000 + b"[]]}",
    ],
    ids=["twice", "NaN", "infinite", "deep", "no ASCII", "long number", "a bomb"],
)
def test_a_header_that_is_no_plain_json_is_refused(header: bytes) -> None:
    assert refusal(with_header(header)) in ("damaged", "not_a_session")


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]},
        {"dtype": "F32", "shape": [10**12], "data_offsets": [0, 4 * 10**12]},
        {"dtype": "F32", "shape": [0, 2**40], "data_offsets": [0, 0]},
        {"dtype": "F32", "shape": [1], "data_offsets": [0, 8]},
        {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]},
        {"dtype": "F32", "shape": [1.0], "data_offsets": [0, 4]},
        {"dtype": "F32", "shape": "1", "data_offsets": [0, 4]},
        {"dtype": "F32", "shape": [1] * 9, "data_offsets": [0, 4]},
        {"dtype": "F32", "shape": [1], "data_offsets": [0]},
        {"dtype": "F32", "shape": [1], "data_offsets": [0, 4], "more": 1},
        "none",
    ],
)
def test_sizes_are_looked_at_before_anything_is_made_of_them(entry: Any) -> None:
    header = {"__metadata__": {"backlight": "{}"}, "a": entry}
    assert refusal(with_header(header, bytes(8))) == "wrong_value"


def test_gaps_and_overlaps_are_refused() -> None:
    first = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}
    for offsets in ([0, 4], [8, 12]):
        second = {**first, "data_offsets": offsets}
        header = {"__metadata__": {"backlight": "{}"}, "a": first, "b": second}
        assert refusal(with_header(header, bytes(offsets[1]))) == "damaged"


def test_a_truth_value_is_0_or_1_whatever_the_checksum_says() -> None:
    flags = np.array([2], np.uint8).view(np.bool_)
    assert refusal(packed({}, {"flags": flags})) == "wrong_value"


def test_what_is_larger_than_can_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SessionError, match="at most"):
        packed({"journal": [{"a": {}}] * 200_000}, {})
    monkeypatch.setattr(container, "MAX_BYTES", 20)
    with pytest.raises(SessionError, match="at most"):
        packed({}, {"a": np.zeros(100)})

"""Damages frames in every way, and looks whether they are refused, or read as other messages, and nothing else.

    python tests/benchmarks/fuzz_frames.py --count 100000

Anything but a FrameError is printed with the seed that gives it again, and ends it with 1.
"""

from __future__ import annotations

import argparse
import random
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from core.engine.frames import FrameError, FrameReader, pack  # noqa: E402
from core.engine.protocol import Envelope, content_of, frame_of  # noqa: E402
from tests.core.engine.frame_samples import KINDS, samples  # noqa: E402

START = struct.calcsize("<4sIQ")
LIES = [
    b"0",
    b"-1",
    b"1e999",
    b"99999999999999999999",
    b"null",
    b"true",
    b"[]",
    b"{}",
    b'""',
    b"2000000000",
    b"NaN",
]
DTYPES = [b"<f4", b"<f8", b"<i8", b"<u4", b"|u1", b"|b1", b"|O8", b"<c8"]


def _flip(content: bytearray, rng: random.Random) -> None:
    for _ in range(rng.choice([1, 1, 2, 8])):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)


def _insert(content: bytearray, rng: random.Random) -> None:
    place = rng.randrange(len(content) + 1)
    content[place:place] = rng.randbytes(rng.choice([1, 3, 40]))


def _delete(content: bytearray, rng: random.Random) -> None:
    place = rng.randrange(len(content))
    del content[place : place + rng.choice([1, 3, 40])]


def _truncate(content: bytearray, rng: random.Random) -> None:
    del content[rng.randrange(len(content)) :]


def _lie_about_lengths(content: bytearray, rng: random.Random) -> None:
    lengths = [0, 1, 8, 4096, 8_000_000, 2_000_000_000, 2**32 - 1]
    lie = rng.choice([*lengths, int.from_bytes(content[4:8], "little") + 1])
    content[4:8] = struct.pack("<I", min(lie, 2**32 - 1))
    if rng.random() < 0.5:
        content[8:16] = struct.pack("<Q", rng.choice([*lengths, 2**63]))


def _lie_in_the_header(content: bytearray, rng: random.Random) -> None:
    """Other numbers, dtypes and values in a header that is as long as it says."""
    length = int.from_bytes(content[4:8], "little")
    header = bytes(content[START : START + length])
    if rng.random() < 0.3:
        header = header.replace(rng.choice(DTYPES), rng.choice(DTYPES), rng.choice([1, -1]))
    else:
        digits = [i for i, byte in enumerate(header) if chr(byte).isdigit()]
        place = rng.choice(digits or [0])
        header = header[:place] + rng.choice(LIES) + header[place + 1 :]
    content[START : START + length] = header
    content[4:8] = struct.pack("<I", len(header))


WAYS: list[Callable[[bytearray, random.Random], None]] = [
    _flip,
    _insert,
    _delete,
    _truncate,
    _lie_about_lengths,
    _lie_in_the_header,
    _lie_in_the_header,
]


def damaged(packed: bytes, rng: random.Random) -> bytes:
    """The frame, damaged in one way or in two."""
    content = bytearray(packed)
    for _ in range(rng.choice([1, 1, 1, 2])):
        if len(content) > START:
            rng.choice(WAYS)(content, rng)
    return bytes(content)


def read_all(content: bytes) -> list[Any] | None:
    """The messages in these bytes, as far as they go; None when they are refused."""
    try:
        return [content_of(frame, KINDS).content for frame in FrameReader().feed(content)]
    except FrameError:
        return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    packed = [pack(frame_of(Envelope(content, 1))) for content in samples()]
    refused = read = 0
    for seed in range(options.seed, options.seed + options.count):
        rng = random.Random(seed)
        content = damaged(rng.choice(packed), rng)
        try:
            messages = read_all(content)
        except Exception as error:
            print(f"seed {seed}: {error!r}", file=sys.stderr)
            return 1
        refused += messages is None
        read += bool(messages)
    print(
        f"{options.count:,} frames: {refused:,} refused, {read:,} read as messages, the others not complete"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

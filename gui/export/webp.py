"""An animated WebP, put together of frames that Pillow encodes one by one.

Pillow's own way for several frames keeps the interpreter's lock while it encodes each, up to 150 ms; for a single
one it lets go of it.

References
----------
RFC 9649, "WebP Image Format", 2024, section 2: the container and its chunks.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Sequence

from PIL import Image, ImageChops

# Of 0 to 6 and 0 to 100: more takes several times as long, and saves a few per cent.
METHOD, EFFORT = 1, 30
# What the file has: frames, and places where one lets the one before be seen.
ANIMATED, TRANSPARENT = 0x02, 0x10
# The largest duration that three bytes hold.
LONGEST_MS = 2**24 - 1
# A frame lies over the one before, which stays.
BLENDED = 0x00
Box = tuple[int, int, int, int]


def animated_webp(frames: Iterable[Image.Image], durations_ms: Sequence[int]) -> bytes:
    """The frames, each of mode RGB and of one size, without loss, in an endless loop.

    Of each frame only what differs from the one before is kept; one that is the same makes that one last longer.
    """
    pieces: list[tuple[Box, bytes, int]] = []
    before: Image.Image | None = None
    for frame, duration_ms in zip(frames, durations_ms, strict=True):
        box, news = _news(before, frame)
        before = frame
        if box is None:
            last_box, data, lasts_ms = pieces[-1]
            pieces[-1] = last_box, data, min(LONGEST_MS, lasts_ms + duration_ms)
        else:
            pieces.append((box, _lossless(news.crop(box)), duration_ms))
    assert before is not None
    parts = [
        _chunk(
            b"VP8X",
            struct.pack("<I", ANIMATED | TRANSPARENT) + _three(before.width - 1) + _three(before.height - 1),
        ),
        # Ground black, and 0 for a loop without end.
        _chunk(b"ANIM", struct.pack("<IH", 0xFF000000, 0)),
        *(_chunk(b"ANMF", _placed(box, duration_ms) + data) for box, data, duration_ms in pieces),
    ]
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _news(before: Image.Image | None, frame: Image.Image) -> tuple[Box | None, Image.Image]:
    """What differs, all else transparent; and the smallest box around it, None where nothing does."""
    if before is None:
        return (0, 0, frame.width, frame.height), frame
    red, green, blue = ImageChops.difference(before, frame).split()
    changed = ImageChops.lighter(ImageChops.lighter(red, green), blue).point([0] + [255] * 255)
    box = changed.getbbox()
    if box is None:
        return None, frame
    news = Image.new("RGBA", frame.size)
    news.paste(frame, mask=changed)
    # The format wants the corner at even places.
    return (box[0] & ~1, box[1] & ~1, box[2], box[3]), news


def _lossless(image: Image.Image) -> bytes:
    """The one chunk that holds the picture."""
    file = io.BytesIO()
    image.save(file, "WEBP", lossless=True, quality=EFFORT, method=METHOD)
    return b"".join(
        _chunk(kind, data) for kind, data in _chunks(file.getvalue()) if kind in (b"VP8L", b"VP8 ")
    )


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place < len(file):
        kind, size = struct.unpack_from("<4sI", file, place)
        yield kind, file[place + 8 : place + 8 + size]
        place += 8 + size + (size & 1)


def _placed(box: Box, duration_ms: int) -> bytes:
    left, top, right, bottom = box
    numbers = (left // 2, top // 2, right - left - 1, bottom - top - 1, duration_ms)
    return b"".join(map(_three, numbers)) + bytes([BLENDED])


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk is padded to an even length, which its size does not count."""
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) & 1)


def _three(number: int) -> bytes:
    return struct.pack("<I", number)[:3]

"""PNG files: all of the picture and nothing else is handed to the decoder, and damage is noticed."""

import re
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest

from core.data.importers.image_file import grey_pixels
from core.data.importers.png_picture import MAGIC, without_metadata
from core.data.refusals import DatasetError
from tests.core.data.importers.pngs import GOOD_PNG, chunk, png

PATH = Path("a.png")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD_PNG[:-1], "stops in the middle"),
        (GOOD_PNG[:-12], "stops in the middle"),
        (GOOD_PNG[:30] + b"x" + GOOD_PNG[31:], "a checksum in it is wrong"),
        (png(2, 2, rows=b"\0\1\2"), "lacks pixels"),
        (png(2, 2, rows=b"\0\1\2\0\3"), "lacks pixels"),
        (png(2, 2, rows=b"\0\1\0\2\0\3", interlaced=True), "lacks pixels"),
        (GOOD_PNG[:33] + chunk(b"IDAT", b"no zlib") + chunk(b"IEND", b""), "cannot be unpacked"),
    ],
)
def test_a_damaged_png_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(DatasetError, match=f"^{re.escape(str(PATH))} .*{said}"):
        without_metadata(PATH, content, 64)


def test_a_picture_alone_stays_as_it_is_byte_for_byte() -> None:
    assert without_metadata(PATH, GOOD_PNG, 64) == GOOD_PNG


def test_whatever_is_no_picture_is_left_out_and_colours_and_transparency_stay() -> None:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0))
    palette, transparent = chunk(b"PLTE", b"\1\2\3"), chunk(b"tRNS", b"\x80")
    pixels, end = chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b"")
    text, time, own = chunk(b"tEXt", b"k\0v"), chunk(b"tIME", bytes(7)), chunk(b"abCd", b"x")
    full = MAGIC + header + text + palette + own + transparent + pixels + time + end
    # What follows the end is no part of the picture either.
    assert (
        without_metadata(PATH, full + b"behind", 64) == MAGIC + header + palette + transparent + pixels + end
    )


def test_a_png_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(GOOD_PNG)
    assert grey_pixels(tmp_path / "a.png").tolist() == [[1, 2], [3, 4]]
    # Of Adam7's seven passes these are the first, the sixth and the last.
    (tmp_path / "b.png").write_bytes(png(2, 2, rows=b"\0\1" + b"\0\2" + b"\0\3\4", interlaced=True))
    assert grey_pixels(tmp_path / "b.png").tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("side", "packed_bytes"),
    # Adam7, pass by pass, each row with its filter's byte: 1 x 2, 1 x 2, 1 x 3, 2 x 3, 2 x 5, 4 x 5 and 4 x 9.
    # An image of one pixel has only the first pass.
    [(8, 79), (1, 2)],
)
def test_an_interlaced_picture_has_all_its_passes(side: int, packed_bytes: int) -> None:
    whole = png(side, side, rows=bytes(packed_bytes), interlaced=True)
    assert without_metadata(PATH, whole, 64) == whole
    with pytest.raises(DatasetError, match="lacks pixels"):
        without_metadata(PATH, png(side, side, rows=bytes(packed_bytes - 1), interlaced=True), 64)


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    texts = [chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(1_000_000), 9)) for _ in range(60)]
    profile = chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(50_000_000), 9))
    path, small = tmp_path / "a.png", tmp_path / "b.png"
    path.write_bytes(png(7, 9, *texts, profile, rows=bytes(72) + bytes(50_000_000)))
    small.write_bytes(GOOD_PNG)
    grey_pixels(small)  # so that Pillow's own modules are not counted
    tracemalloc.start()
    found = grey_pixels(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000 and found.shape == (9, 7)

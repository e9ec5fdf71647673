"""Folders of images: every format's grey as Pillow wrote it, small ones only, a folder a class."""

import struct
import tracemalloc
import warnings
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from core.data.importers import image_folder
from core.data.importers.image_file import grey_pixels
from core.data.importers.png_picture import MAGIC
from core.data.importers.read import read_own_data
from tests.core.data.importers.examples import examples, listed, sentence

PIXELS = np.random.default_rng(6).integers(0, 256, (6, 9, 7), dtype=np.uint8)
NAMES = ["2", "10", "2", "10", "2", "2"]


def folder_of(root: Path, images: Any, suffix: str = "png", **options: Any) -> Path:
    for i, image in enumerate(images):
        path = root / "all" / NAMES[i % 6] / f"{i}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        (image if isinstance(image, Image.Image) else Image.fromarray(image)).save(path, **options)
    return root / "all"


@pytest.mark.parametrize("suffix", ["png", "bmp", "gif", "PNG"])
def test_grey_images_keep_their_size_and_every_pixel(tmp_path: Path, suffix: str) -> None:
    data = read_own_data(folder_of(tmp_path, PIXELS, suffix), as_ink=False)
    assert data.X_train.dtype == np.float32 and data.class_names == ("2", "10")
    assert examples(data) == listed((PIXELS / 255).astype(np.float32), NAMES)


@pytest.mark.parametrize("suffix", ["jpg", "jpeg"])
def test_jpeg_is_read_within_what_it_loses(tmp_path: Path, suffix: str) -> None:
    smooth = np.add.outer(np.arange(16) * 8, np.arange(12) * 4).astype(np.uint8)
    folder_of(tmp_path, [smooth], suffix, quality=95)
    found = grey_pixels(tmp_path / "all" / "2" / f"0.{suffix}").astype(int)
    assert found.shape == (16, 12) and abs(found - smooth).max() <= 4


def test_colours_become_their_luminance(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255]]], dtype=np.uint8)).save(path)
    # ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue
    assert grey_pixels(path).tolist() == [[76, 150, 29]]


def test_what_is_transparent_is_white_paper(tmp_path: Path) -> None:
    pixels = np.array([[[0, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 51]]], dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    assert grey_pixels(tmp_path / "a.png").tolist() == [[255, 0, 204]]
    palette = Image.fromarray(np.array([[0, 1]], dtype=np.uint8)).convert("P")
    palette.putpalette([10, 10, 10, 20, 20, 20])
    palette.save(tmp_path / "b.gif", transparency=1)
    assert grey_pixels(tmp_path / "b.gif").tolist() == [[10, 255]]


def test_sixteen_bits_are_scaled_and_not_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(np.array([[0, 257, 32_896, 65_535]], dtype=np.uint16)).save(path)
    assert grey_pixels(path).tolist() == [[0, 1, 128, 255]]


def test_other_files_hidden_ones_and_deeper_folders_are_passed_over(tmp_path: Path) -> None:
    path = folder_of(tmp_path, PIXELS)
    (path / "notes.txt").write_text("x")
    (path / ".hidden").mkdir()
    (path / "2" / "Thumbs.db").write_bytes(b"x")
    (path / "2" / "._0.png").write_bytes(b"x")
    (path / "2" / "deeper").mkdir()
    (path / "2" / "deeper" / "9.png").write_bytes(b"x")
    assert len(examples(read_own_data(path, as_ink=False))) == 6


def test_images_of_different_sizes_are_for_ink_only(tmp_path: Path) -> None:
    path = folder_of(tmp_path, [PIXELS[0], PIXELS[1][:5], PIXELS[2], PIXELS[3][:, :4]])
    assert examples(read_own_data(path))[0][0] and read_own_data(path).X_train.shape == (3, 256)
    # "10" stands before "2" in the folder, so 1.png is the first
    said = sentence(path, about=path / "10" / "3.png", as_ink=False)
    assert "4 x 9 pixels and 1.png 7 x 5" in said


def test_a_folder_of_anything_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "no folders of images" in sentence(tmp_path / "none")
    (tmp_path / "none" / "a").mkdir()
    assert "has no images" in sentence(tmp_path / "none", about=tmp_path / "none" / "a")
    assert "only such have a second file" in sentence(tmp_path, labels_path=tmp_path / "x")
    path = folder_of(tmp_path, PIXELS[:1])
    assert "labels of 1 class:" in sentence(path)


def test_too_many_folders_and_images_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder_of(tmp_path, PIXELS)
    monkeypatch.setattr(image_folder, "MAX_EXAMPLES", 3)
    assert "over 3 images" in sentence(path, about=path / "2")
    for i in range(100):
        (path / f"c{i}").mkdir()
    assert "over 100 folders" in sentence(path)


def test_images_come_in_chunks(tmp_path: Path) -> None:
    many = np.random.default_rng(7).integers(0, 256, (180, 3, 3), dtype=np.uint8)
    data = read_own_data(folder_of(tmp_path, many), as_ink=False)
    expected = (many / 255).astype(np.float32)
    assert examples(data) == listed(expected, [NAMES[i % 6] for i in range(180)])


# --- single files


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *others: bytes, rows: bytes = b"", interlaced: bool = False) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced))
    pixels = chunk(b"IDAT", zlib.compress(rows, 9))
    return MAGIC + header + b"".join(others) + pixels + chunk(b"IEND", b"")


GOOD = png(2, 2, rows=b"\0\1\2\0\3\4")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be read as an image"),
        (b"GIF89a", "cannot be read as an image"),
        (b"II*\0" + bytes(40), "cannot be read as an image"),  # TIFF, which is not read
        (GOOD[:-1], "stops in the middle"),
        (GOOD[:-12], "stops in the middle"),
        (GOOD[:30] + b"x" + GOOD[31:], "a checksum in it is wrong"),
        (png(2, 2, rows=b"\0\1\2"), "lacks pixels"),
        (png(2, 2, rows=b"\0\1\2\0\3"), "lacks pixels"),
        (MAGIC + chunk(b"IDAT", b"") + chunk(b"IEND", b""), "cannot be read as an image"),
        (GOOD[:33] + chunk(b"IDAT", b"no zlib") + chunk(b"IEND", b""), "cannot be unpacked"),
        (png(65, 2), "65 x 2 pixels"),
        (png(50_000, 50_000), "huge"),
        (png(10_000, 10_000), "10000 x 10000 pixels"),  # of which Pillow would only warn
        (bytes((1 << 18) + 1), "262145 bytes"),
    ],
)
def test_what_is_no_small_image_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = folder_of(tmp_path, PIXELS)
    (path / "10" / "1.png").write_bytes(content)
    assert said in sentence(path, about=path / "10" / "1.png")


def test_a_png_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(GOOD)
    assert grey_pixels(tmp_path / "a.png").tolist() == [[1, 2], [3, 4]]
    # Of Adam7's seven passes these are the first, the sixth and the last.
    (tmp_path / "b.png").write_bytes(png(2, 2, rows=b"\0\1" + b"\0\2" + b"\0\3\4", interlaced=True))
    assert grey_pixels(tmp_path / "b.png").tolist() == [[1, 2], [3, 4]]


def test_a_bmp_of_a_million_colours_is_refused_before_they_are_looked_at(tmp_path: Path) -> None:
    path = folder_of(tmp_path, PIXELS, "bmp") / "10" / "1.bmp"
    content = bytearray(path.read_bytes())
    content[46:50] = struct.pack("<I", 1_000_000)
    path.write_bytes(content)
    assert "256 colours" in sentence(tmp_path / "all", about=path)


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    path = folder_of(tmp_path, PIXELS)
    texts = [chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(1_000_000), 9)) for _ in range(60)]
    profile = chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(50_000_000), 9))
    (path / "10" / "1.png").write_bytes(png(7, 9, *texts, profile, rows=bytes(72) + bytes(50_000_000)))
    grey_pixels(path / "10" / "3.png")  # so that Pillow's own modules are not counted
    tracemalloc.start()
    data = read_own_data(path, as_ink=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000 and len(data.X_train) == 5


def test_pillows_warnings_are_not_passed_on_and_its_limit_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").parent.mkdir(exist_ok=True)
    Image.fromarray(PIXELS[0]).save(tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x1a\0\5\0\0\0\1")
    info = PngImagePlugin.PngInfo()
    info.add_text("k", "text", zip=True)
    Image.fromarray(PIXELS[0]).save(tmp_path / "b.png", pnginfo=info)
    before, filters = Image.MAX_IMAGE_PIXELS, list(warnings.filters)
    assert grey_pixels(tmp_path / "a.jpg").shape == grey_pixels(tmp_path / "b.png").shape == (9, 7)
    assert before == Image.MAX_IMAGE_PIXELS and filters == list(warnings.filters)

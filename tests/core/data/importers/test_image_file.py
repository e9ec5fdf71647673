"""One image file: every format's grey as Pillow wrote it, small ones, or large ones for ink."""

import re
import struct
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from core.data.importers.image_file import grey_pixels, image_shape
from core.data.importers.png_picture import MAGIC
from core.data.refusals import DatasetError
from tests.core.data.importers.pngs import GOOD_PNG, chunk, png

PIXELS = np.random.default_rng(6).integers(0, 256, (2, 9, 7), dtype=np.uint8)


@pytest.mark.parametrize("suffix", ["jpg", "jpeg"])
def test_jpeg_is_read_within_what_it_loses(tmp_path: Path, suffix: str) -> None:
    smooth = np.add.outer(np.arange(16) * 8, np.arange(12) * 4).astype(np.uint8)
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(smooth).save(path, quality=95)
    found = grey_pixels(path).astype(int)
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


def test_the_size_is_known_from_the_header_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    Image.fromarray(PIXELS[0]).save(path)
    assert image_shape(path) == (9, 7)


def test_the_first_picture_of_an_animation_is_read(tmp_path: Path) -> None:
    first, second = (Image.fromarray(pixels) for pixels in PIXELS[:2])
    first.save(tmp_path / "a.gif", save_all=True, append_images=[second])
    assert grey_pixels(tmp_path / "a.gif").tolist() == PIXELS[0].tolist()


@pytest.mark.parametrize("read", [image_shape, grey_pixels])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be read as an image"),
        (b"GIF89a", "cannot be read as an image"),
        (b"II*\0" + bytes(40), "cannot be read as an image"),  # TIFF, which is not read
        (MAGIC + chunk(b"IDAT", b"") + chunk(b"IEND", b""), "cannot be read as an image"),
        (GOOD_PNG[:-1], "stops in the middle"),
        (png(65, 2), "65 x 2 pixels"),
        (png(50_000, 50_000), "huge"),
        (png(10_000, 10_000), "10000 x 10000 pixels"),  # of which Pillow would only warn
        (bytes((1 << 18) + 1), "262145 bytes"),
    ],
)
def test_what_is_no_small_image_is_refused(
    tmp_path: Path, content: bytes, said: str, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=f"^{re.escape(str(path))} .*{said}"):
        read(path)


def test_a_bmp_of_a_million_colours_is_refused_before_they_are_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.bmp"
    Image.fromarray(PIXELS[0]).save(path)
    content = bytearray(path.read_bytes())
    content[46:50] = struct.pack("<I", 1_000_000)
    path.write_bytes(content)
    with pytest.raises(DatasetError, match="256 colours"):
        grey_pixels(path)


def test_pillows_warnings_are_not_passed_on_and_its_limit_is_not_changed(tmp_path: Path) -> None:
    Image.fromarray(PIXELS[0]).save(tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x1a\0\5\0\0\0\1")
    info = PngImagePlugin.PngInfo()
    info.add_text("k", "text", zip=True)
    Image.fromarray(PIXELS[0]).save(tmp_path / "b.png", pnginfo=info)
    before, filters = Image.MAX_IMAGE_PIXELS, list(warnings.filters)
    assert grey_pixels(tmp_path / "a.jpg").shape == grey_pixels(tmp_path / "b.png").shape == (9, 7)
    assert before == Image.MAX_IMAGE_PIXELS and filters == list(warnings.filters)


def test_a_large_image_is_averaged_over_whole_blocks(tmp_path: Path) -> None:
    fine = np.random.default_rng(3).integers(0, 256, (600, 300), dtype=np.uint8)
    Image.fromarray(fine).save(tmp_path / "a.png")
    found = grey_pixels(tmp_path / "a.png", may_be_large=True)
    # 600 is over 2 x 256: blocks of 3 x 3.
    blocks = fine.reshape(200, 3, 100, 3).mean(axis=(1, 3))
    assert found.shape == (200, 100) and np.abs(found - blocks).max() < 1
    assert image_shape(tmp_path / "a.png", may_be_large=True) == (600, 300)
    with pytest.raises(DatasetError, match="300 x 600 pixels: .* unless images become ink"):
        grey_pixels(tmp_path / "a.png")


@pytest.mark.parametrize("content", [png(4097, 2), png(2, 4097), png(10_000, 10_000), png(50_000, 50_000)])
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    for read in (image_shape, grey_pixels):
        with pytest.raises(DatasetError) as refused:
            read(path, may_be_large=True)
        assert refused.value.code in ("large_image", "huge_image")

"""One image file to grey pixels: its size is known to be small before a pixel of it is unpacked."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.data.importers.limits import MAX_SIDE, check_sizes
from core.data.importers.png_picture import MAGIC, without_metadata
from core.data.importers.stream import file_size, reading
from core.data.refusals import DatasetError

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif"})

_FORMATS = ("PNG", "JPEG", "BMP", "GIF")
_MAX_FILE = 1 << 18
"""Bytes of a file: 64 x 64 pixels take 32 KB at most; the rest is for what cameras write beside them."""


def image_shape(path: Path) -> tuple[int, int]:
    """(height, width) of the image at `path`, from its header alone.

    Raises
    ------
    DatasetError
        When it cannot be read, is no such image, or is larger than 64 x 64.
    """
    return _read(path, with_pixels=False).shape


def grey_pixels(path: Path) -> NDArray[np.uint8]:
    """The image at `path` as (height, width) grey, 0 black to 255 white. What is transparent is white paper.

    An animation's first picture counts.

    Raises
    ------
    DatasetError
        When it cannot be read, is damaged, or is larger than 64 x 64. PNG has checksums and any damage is
        noticed; the other formats have none, so that changed pixels are read as the file has them.
    """
    return _read(path, with_pixels=True)


def _read(path: Path, with_pixels: bool) -> NDArray[np.uint8]:
    """The pixels; without `with_pixels` nothing is decoded and they are undefined."""
    size = file_size(path)
    if size > _MAX_FILE:
        raise DatasetError("large_image_file", path=path, count=size, limit=_MAX_FILE)
    with reading(path), path.open("rb") as file:
        content = file.read(_MAX_FILE)
    if content.startswith(MAGIC):
        content = without_metadata(path, content)
    # Pillow would look at each of the colours that a BMP says it has, one by one.
    if content[:2] == b"BM" and content[14:15] != b"\x0c" and int.from_bytes(content[46:50], "little") > 256:
        raise DatasetError("bmp_palette", path=path)
    # Pillow reports oddities and decompression bombs by warnings. The oddities are of no use to anyone here, and the
    # size is looked at below, before a pixel is decoded, without a global limit being changed.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
                width, height = image.size
                check_sizes(path, 1, (height, width))
                return _grey(image) if with_pixels else np.empty((height, width), dtype=np.uint8)
        except DatasetError:
            raise
        except Image.DecompressionBombError as error:
            raise DatasetError("huge_image", path=path, limit=MAX_SIDE) from error
        except Exception as error:  # decoders stumble over damage in every way there is
            raise DatasetError("no_image", path=path) from error


def _grey(image: Image.Image) -> NDArray[np.uint8]:
    """(height, width) grey."""
    if image.mode.startswith("I"):  # 16 bits, which Pillow would cut off at 255 and not scale
        deep: NDArray[Any] = np.asarray(image).astype(np.int64)
        return ((deep * 255 + 32_767) // 65_535).astype(np.uint8)
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        return np.array(Image.alpha_composite(paper, image.convert("RGBA")).convert("L"))
    return np.array(image.convert("L"))

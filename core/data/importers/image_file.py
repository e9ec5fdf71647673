"""One image file to grey pixels: its size is known to be small before a pixel of it is unpacked."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.data.importers.limits import MAX_LARGE_SIDE, MAX_SIDE
from core.data.importers.png_picture import MAGIC, without_metadata
from core.data.importers.stream import file_size, reading
from core.data.refusals import DatasetError

_FORMATS = ("PNG", "JPEG", "BMP", "GIF")
_MAX_FILE, _MAX_LARGE_FILE = 1 << 18, 1 << 26
"""Bytes of a file: 64 x 64 pixels take 32 KB at most; the rest is for what cameras write beside them. A large one has
room for 4096 x 4096 pixels of 32 bits, as BMP writes them."""

_REDUCED_SIDE = 256
"""Pixels along the longer side of what is kept of a large image: sixteen times as many as the ink has."""


def image_shape(path: Path, may_be_large: bool = False) -> tuple[int, int]:
    """(height, width) of the image at `path`, from its header alone.

    Raises
    ------
    DatasetError
        When it cannot be read, is no such image, or is larger than 64 x 64; where it may be large, 4096 x 4096.
    """
    return _read(path, may_be_large, with_pixels=False).shape


def grey_pixels(path: Path, may_be_large: bool = False) -> NDArray[np.uint8]:
    """The image at `path` as (height, width) grey, 0 black to 255 white. What is transparent is white paper.

    An animation's first picture counts. Of one that is larger than 64 x 64 whole blocks of pixels are averaged, until
    it is no larger than 256 x 256.

    Raises
    ------
    DatasetError
        When it cannot be read, is damaged, or is too large, as for `image_shape`. PNG has checksums and any damage is
        noticed; the other formats have none, so that changed pixels are read as the file has them.
    """
    return _read(path, may_be_large, with_pixels=True)


def _read(path: Path, may_be_large: bool, with_pixels: bool) -> NDArray[np.uint8]:
    """The pixels; without `with_pixels` nothing is decoded and they are undefined."""
    size, largest = file_size(path), _MAX_LARGE_FILE if may_be_large else _MAX_FILE
    if size > largest:
        raise DatasetError("large_image_file", path=path, count=size, limit=largest)
    with reading(path), path.open("rb") as file:
        content = file.read(size)
    max_side = MAX_LARGE_SIDE if may_be_large else MAX_SIDE
    if content.startswith(MAGIC):
        content = without_metadata(path, content, max_side)
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
                if may_be_large and max(height, width) > max_side:
                    raise DatasetError("huge_image", path=path, limit=max_side)
                if not width * height:
                    raise DatasetError("no_image", path=path)
                if max(height, width) > max_side:
                    raise DatasetError("large_image", path=path, width=width, height=height, limit=max_side)
                if not with_pixels:
                    # Only its shape is looked at: the pages are never touched.
                    return np.empty((height, width), dtype=np.uint8)
                return _reduced(_grey(image))
        except DatasetError:
            raise
        except Image.DecompressionBombError as error:
            raise DatasetError("huge_image", path=path, limit=max_side) from error
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


def _reduced(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The image itself where it is small; else averaged over whole blocks until it is small enough."""
    block = -(-max(grey.shape) // _REDUCED_SIDE)
    return grey if block == 1 else np.array(Image.fromarray(grey).reduce(block))

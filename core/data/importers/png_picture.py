"""A PNG with nothing but its image, complete and with correct checksums."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from core.data.refusals import DatasetError

MAGIC = b"\x89PNG\r\n\x1a\n"
_NEEDED = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_WHOLE = ((0, 0, 1, 1),)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Adam7 interlacing: the first column and row of each pass, and the steps between them."""


def without_metadata(path: Path, content: bytes, max_side: int) -> bytes:
    """The PNG `content`, read from `path`, without anything that is not its picture.

    What else may be in a PNG, texts above all, may be packed and unpack to a great deal. Pillow lets pass
    wrong checksums and missing rows.

    Of one that is larger than `max_side` in either direction nothing is unpacked.

    Raises
    ------
    DatasetError
        When the file is cut off, a checksum is wrong or rows are missing.

    References
    ----------
    W3C, "Portable Network Graphics (PNG) Specification": 5.3 Chunk layout, 8.2 Interlace methods.
    """
    kept: list[tuple[bytes, bytes]] = []
    place = len(MAGIC)
    while not kept or kept[-1][0] != b"IEND":
        (length,) = (
            struct.unpack_from(">I", content, place) if len(content) >= place + 12 else (len(content),)
        )
        chunk = content[place : place + length + 12]
        if len(chunk) != length + 12:
            raise DatasetError("png_stops", path=path)
        if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            raise DatasetError("png_checksum", path=path)
        place += len(chunk)
        if chunk[4:8] in _NEEDED:
            kept.append((chunk[4:8], chunk))
    needed = _size(kept[0][1][8:-4], max_side)
    packed = b"".join(chunk[8:-4] for kind, chunk in kept if kind == b"IDAT")
    try:
        complete = not needed or len(zlib.decompressobj().decompress(packed, needed)) == needed
    except zlib.error as error:
        raise DatasetError("png_packed", path=path) from error
    if not complete:
        raise DatasetError("png_lacks", path=path)
    return MAGIC + b"".join(chunk for _, chunk in kept)


def _size(header: bytes, max_side: int) -> int:
    """Bytes of the unpacked rows; 0 for a header that is none, or of a picture too large to be unpacked."""
    if len(header) != 13:
        return 0
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if max(width, height) > max_side:
        return 0
    size = 0
    for x, y, dx, dy in _PASSES if interlaced else _WHOLE:
        across, down = -(-(width - x) // dx), -(-(height - y) // dy)
        if across > 0 and down > 0:
            size += down * (1 + -(-across * depth * _CHANNELS.get(colour, 0) // 8))
    return size

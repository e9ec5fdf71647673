"""PNG files byte by byte, good ones and bad ones."""

import struct
import zlib

from core.data.importers.png_picture import MAGIC


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk with its length and its checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *others: bytes, rows: bytes = b"", interlaced: bool = False) -> bytes:
    """8 bits of grey; `rows` as they are unpacked, each with its filter's byte; `others` are more chunks."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced))
    pixels = chunk(b"IDAT", zlib.compress(rows, 9))
    return MAGIC + header + b"".join(others) + pixels + chunk(b"IEND", b"")


GOOD_PNG = png(2, 2, rows=b"\0\1\2\0\3\4")
"""The pixels 1, 2 above 3, 4."""

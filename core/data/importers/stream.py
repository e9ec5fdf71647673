"""Bytes of a file, plain or gzipped, a bounded number at a time."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.data.importers.limits import PIECE, dataset_error

GZIP_MAGIC = b"\x1f\x8b"


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the operating system's error on reading `path` into one sentence.

    Raises
    ------
    DatasetError
        For an OSError inside.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise dataset_error(
            path, f"could not be read ({reason})", "choose a file that is there and readable"
        ) from error


def file_size(path: Path) -> int:
    """Bytes in the file at `path`, which must be an ordinary one: to open a pipe would be to wait for it.

    Raises
    ------
    DatasetError
        When it is a folder, a pipe or a device, or is not there.
    """
    try:
        with reading(path):
            state = path.stat()
    except ValueError as error:  # a name with a NUL in it
        raise dataset_error(path, "is no name of a file", "choose a file") from error
    if stat.S_ISDIR(state.st_mode):
        raise dataset_error(path, "is a folder", "choose a file")
    if not stat.S_ISREG(state.st_mode):
        raise dataset_error(path, "is not an ordinary file", "choose a file")
    return state.st_size


class ByteStream:
    """The content of the file at `path`, unpacked when it begins as gzip does. A context manager.

    Raises
    ------
    DatasetError
        When the file is not an ordinary one.
    OSError
        When it cannot be opened or read; see `reading`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        size = file_size(path)
        self._file = path.open("rb", buffering=0)
        self._unzip = None
        self.size: int | None = size
        """Bytes of content; None when it is compressed, because the size is only known once it is unpacked."""
        if self._file.read(len(GZIP_MAGIC)) == GZIP_MAGIC:
            # zlib reads the header and checks the checksum and the length at the end by itself.
            self._unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self.size = None
        self._file.seek(0, os.SEEK_SET)

    def __enter__(self) -> ByteStream:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end.

        Raises
        ------
        DatasetError
            When gzip's stream is damaged or stops early, or when something follows it.
        """
        pieces = []
        while size and (piece := self._next(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _next(self, size: int) -> bytes:
        """From 1 to `size` bytes; none at the end."""
        if self._unzip is None:
            return self._file.read(min(size, PIECE))
        while not self._unzip.eof:
            packed = self._unzip.unconsumed_tail or self._file.read(PIECE)
            try:
                piece = self._unzip.decompress(packed, min(size, PIECE))
            except zlib.error as error:
                raise dataset_error(
                    self._path, "is damaged", "gzip's data or its checksum is wrong"
                ) from error
            if piece:
                return piece
            if not packed:
                raise dataset_error(
                    self._path, "stops in the middle", "gzip's stream has no end; copy it again"
                )
        if self._unzip.unused_data or self._file.read(1):
            raise dataset_error(self._path, "goes on after its end", "one gzip stream is the whole file")
        return b""

"""Bytes of a file, plain or gzipped, a bounded number at a time."""

from __future__ import annotations

import gzip
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from core.data.refusals import DatasetError

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
    except FileNotFoundError as error:
        raise DatasetError("not_there", path=path) from error
    except PermissionError as error:
        raise DatasetError("not_allowed", path=path) from error
    except OSError as error:
        raise DatasetError("unreadable", path=path, reason=error.strerror or str(error)) from error


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
    except DatasetError:
        raise
    except ValueError as error:  # a name with a NUL in it
        raise DatasetError("no_file_name", path=path) from error
    if stat.S_ISDIR(state.st_mode):
        raise DatasetError("a_folder", path=path)
    if not stat.S_ISREG(state.st_mode):
        raise DatasetError("not_ordinary", path=path)
    return state.st_size


class ByteStream:
    """The content of the file at `path`, unpacked when it begins as gzip does. A context manager.

    Attributes
    ----------
    size : int or None
        Bytes of content; None when it is compressed, because the size is only known once it is unpacked.

    Raises
    ------
    DatasetError
        When the file is not an ordinary one.
    OSError
        When it cannot be opened or read; see `reading`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.size: int | None = file_size(path)
        file = path.open("rb")
        if file.peek(2).startswith(GZIP_MAGIC):
            self.size = None
        self._file = file
        self._content: gzip.GzipFile | BufferedReader = (
            gzip.GzipFile(fileobj=file) if self.size is None else file
        )

    def __enter__(self) -> ByteStream:
        return self

    def __exit__(self, *_: object) -> None:
        self._content.close()
        self._file.close()

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end; not much more than these is ever unpacked.

        Raises
        ------
        DatasetError
            When gzip's stream is damaged or stops early, or when something else follows it.
        """
        try:
            return self._content.read(size)
        except EOFError as error:
            raise DatasetError("gzip_stops", path=self._path) from error
        except (gzip.BadGzipFile, zlib.error) as error:
            # It did begin as gzip does.
            if str(error).startswith("Not a gzipped file"):
                raise DatasetError("gzip_goes_on", path=self._path) from error
            raise DatasetError("gzip_damaged", path=self._path) from error

"""Bytes of a file, plain or gzipped: whole, in any pieces, and refused where gzip's own checks fail."""

import gzip
import os
import re
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from core.data.importers.limits import PIECE
from core.data.importers.stream import ByteStream, file_size, reading
from core.data.refusals import DatasetError

CONTENT = np.random.default_rng(4).bytes(3 * PIECE + 5)
"""More than three pieces, which gzip cannot make smaller."""


def refused(path: Path, said: str) -> "pytest.RaisesExc[DatasetError]":
    return pytest.raises(DatasetError, match=f"^{re.escape(str(path))} .*{said}")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("sizes", [[len(CONTENT)], [1, 2, PIECE - 3, 2 * PIECE + 5], [0, len(CONTENT) + 9]])
def test_the_content_comes_in_the_sizes_that_are_asked_for(
    tmp_path: Path, pack: type[bytes], sizes: list[int]
) -> None:
    path = tmp_path / "a"
    path.write_bytes(pack(CONTENT))
    with ByteStream(path) as stream:
        pieces = [stream.read(size) for size in sizes]
        assert [len(piece) for piece in pieces[:-1]] == sizes[:-1]
        assert b"".join(pieces) == CONTENT and stream.read(1) == b""
    with pytest.raises(ValueError, match="closed"):
        stream.read(1)
    assert stream._file.closed


def test_the_size_is_known_of_what_is_not_packed(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a", tmp_path / "b.gz"
    plain.write_bytes(b"seven b")
    packed.write_bytes(gzip.compress(b"seven b"))
    with ByteStream(plain) as stream:
        assert stream.size == file_size(plain) == 7
    with ByteStream(packed) as stream:
        assert stream.size is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(CONTENT, mtime=0)[:-1], "stops in the middle"),
        (gzip.compress(CONTENT, mtime=0)[:12], "stops in the middle"),
        (gzip.compress(CONTENT, mtime=0) + b"x", "goes on after its end"),
        (
            gzip.compress(CONTENT, mtime=0)[:-8] + bytes(4) + gzip.compress(CONTENT, mtime=0)[-4:],
            "is damaged",
        ),
        (gzip.compress(CONTENT, mtime=0)[:-4] + bytes(4), "is damaged"),
    ],
)
def test_a_damaged_gzip_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(content)
    with ByteStream(path) as stream, refused(path, said):
        stream.read(len(CONTENT) + 1)


def test_no_more_is_unpacked_than_is_asked_for(tmp_path: Path) -> None:
    # The first bytes must not wait for the rest of a bomb to be unpacked.
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(1 << 24)))
    with ByteStream(path) as stream:
        tracemalloc.start()
        try:
            assert stream.read(9) == bytes(9)
            assert tracemalloc.get_traced_memory()[1] < 1 << 20
        finally:
            tracemalloc.stop()


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path, said in (
        (tmp_path, "is a folder"),
        (pipe, "is not an ordinary file"),
        (tmp_path / "none", "could not be read"),
        (loop, "could not be read"),
    ):
        with refused(path, said):
            file_size(path)
    with pytest.raises(DatasetError, match=r"^a\?b is no name of a file"):
        file_size(Path("a\0b"))


def test_what_the_system_says_against_a_file_becomes_the_sentence_and_other_errors_stay(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a"
    with refused(path, r"could not be read \(it is not there\)"), reading(path):
        path.open()
    with refused(path, r"could not be read \(torn\)"), reading(path):
        raise OSError("torn")
    with pytest.raises(KeyError), reading(path):
        raise KeyError("own")

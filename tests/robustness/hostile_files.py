"""Files that somebody made to do harm, or that something has ruined: what each is, and how it is written.

    python -m tests.robustness.hostile_files

Each is read as one's own data are, twice: as ink and as grey. It loads, or it is refused in one sentence, soon and in
little memory. Damage by chance is in tests/core/data/importers/damage.py (100,000: tests/benchmarks/fuzz_data.py).
"""

from __future__ import annotations

import gzip
import io
import os
import struct
import sys
import tempfile
import time
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError

LONGEST_S = 20.0
MOST_BYTES = 400_000_000
"""Far less than the largest data may take: each of these is small, or claims to be large."""

Write = Callable[[Path], Path]


def _file(name: str, content: bytes | Callable[[], bytes]) -> Write:
    """A file with this content; what is large is made when it is first written, and made once."""

    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content())
        return path

    return write


def _idx(count: int, rows: int, columns: int, pixels: bytes, labels: bytes = b"") -> Write:
    """Images of an IDX file with this header, and their labels beside them."""

    def write(folder: Path) -> Path:
        images = folder / "train-images-idx3-ubyte"
        images.write_bytes(struct.pack(">IIII", 0x803, count, rows, columns) + pixels)
        shown = labels or bytes(i % 2 for i in range(min(count, 100)))
        (folder / "train-labels-idx1-ubyte").write_bytes(struct.pack(">II", 0x801, len(shown)) + shown)
        return images

    return write


def _npz(**members: bytes) -> Write:
    """An NPZ with these members, whatever they hold."""

    def write(folder: Path) -> Path:
        path = folder / "own.npz"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(f"{name}.npy", content)
        return path

    return write


def npy(array: object) -> bytes:
    """An array as NumPy saves it; objects as pickles, which must never be read."""
    buffer = io.BytesIO()
    np.save(buffer, np.asarray(array), allow_pickle=True)
    return buffer.getvalue()


def npy_header(header: str, data: bytes = b"") -> bytes:
    """An array file with this text for a header."""
    text = header.encode("latin1") + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + data


class Boom:
    """Whoever unpickles it runs what it says."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return exec, ("import sys; sys.ran_hostile_code = True",)


def _images(**files: bytes) -> Write:
    """A folder with two folders of images; names with "__" stand for "folder/file.ending"."""

    def write(folder: Path) -> Path:
        for name, content in files.items():
            where, file, ending = name.split("__")
            path = folder / "all" / where / f"{file}.{ending}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder / "all"

    return write


def png(width: int, height: int, data: bytes | None = None, depth: int = 8, colour: int = 0) -> bytes:
    """A PNG that claims this size; its checksums are right."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    rows = bytes((1 + width) * height) if data is None else data
    packed = zlib.compress(rows, 9)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def _beside(good: Callable[[Path], Path], spoil: Callable[[Path], object]) -> Write:
    """What `good` writes, after `spoil` has done something to it."""

    def write(folder: Path) -> Path:
        path = good(folder)
        spoil(path)
        return path

    return write


@cache
def _gzip_bomb() -> bytes:
    """200 MB of zeros behind the header of four images."""
    return gzip.compress(struct.pack(">IIII", 0x803, 4, 8, 8) + bytes(200_000_000), compresslevel=9)


@cache
def _npz_bomb() -> bytes:
    """384 MB of zeros in a file of 400 kB."""
    with tempfile.TemporaryDirectory() as folder:
        X = npy(np.zeros((4000, 12000), dtype=np.float64))
        return _npz(X=X, y=npy(np.arange(4000) % 2))(Path(folder)).read_bytes()


GOOD_PNG = png(8, 8)
GOOD_IMAGES = _images(a__1__png=GOOD_PNG, a__2__png=GOOD_PNG, b__1__png=GOOD_PNG, b__2__png=GOOD_PNG)
X = npy(np.zeros((4, 4), dtype=np.float32))
Y = npy(np.array([0, 1, 0, 1]))
TABLE = b"a,b,label\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n"

HOSTILE: dict[str, Write] = {
    # --- no data at all
    "an empty file": _file("own.csv", b""),
    "an empty folder": lambda folder: folder,
    "a path that is not there": lambda folder: folder / "nothing.csv",
    "a name of 300 letters": lambda folder: folder / ("x" * 300 + ".csv"),
    "a path with a zero byte": lambda folder: Path(f"{folder}/a\0b.csv"),
    "a device": lambda folder: Path("/dev/zero"),
    "a program": _file("own.csv", b"\x7fELF" + bytes(1000)),
    "a PDF": _file("own.csv", b"%PDF-1.7\n" + bytes(range(256)) * 10),
    "a folder called .csv": _beside(lambda folder: folder / "own.csv", lambda path: path.mkdir()),
    # --- tables
    "a table of one line": _file("own.csv", b"a,b,label\n"),
    "a table of one column": _file("own.csv", b"label\n1\n2\n"),
    "a table without an end of line": _file("own.csv", b"1,2,x,3,4,y"),
    "a line of 30 MB": _file("own.csv", lambda: b"1," * 15_000_000),
    "a cell of 5 MB": _file("own.csv", lambda: TABLE + b"1," + b"9" * 5_000_000 + b",x\n"),
    "an open quotation mark": _file("own.csv", TABLE + b'1,"2,x\n3,4,y\n'),
    "rows of different length": _file("own.csv", TABLE + b"1,2,3,4,x\n"),
    "zero bytes": _file("own.csv", TABLE + b"1\0,2,x\n"),
    "UTF-16": _file("own.csv", TABLE.decode().encode("utf-16")),
    "no text of any kind": _file("own.csv", bytes(range(256)) * 20),
    "a byte order mark": _file("own.csv", b"\xef\xbb\xbf" + TABLE),
    "ends of line as of old": _file("own.csv", TABLE.replace(b"\n", b"\r")),
    "numbers that are none": _file("own.csv", TABLE + b"nan,inf,x\n"),
    "numbers too large": _file("own.csv", TABLE + b"1e400,-1e400,x\n"),
    "numbers as long as books": _file("own.csv", TABLE + b"0." + b"1" * 100_000 + b",2,x\n"),
    "integers of Python's limit": _file("own.csv", TABLE + b"9" * 5000 + b",2,x\n"),
    "a formula": _file("own.csv", TABLE + b"=cmd|' /C calc'!A0,2,x\n"),
    "code for a number": _file("own.csv", TABLE + b"__import__('os').system('true'),2,x\n"),
    "a class for each row": _file("own.csv", b"".join(b"%d,%d,c%d\n" % (i, i, i) for i in range(500))),
    "a class named by markup": _file("own.csv", b"1,2,<img src=x>\n3,4,{0}%1\n5,6,<img src=x>\n7,8,{0}%1\n"),
    "a class with a name of 10,000": _file("own.csv", b"1,2," + b"x" * 10_000 + b"\n3,4,y\n5,6,y\n"),
    "one class only": _file("own.csv", b"1,2,x\n" * 10),
    "5,000 columns": _file("own.csv", (b",".join([b"1"] * 5000) + b",x\n") * 4),
    "a million empty lines": _file("own.csv", b"\n" * 1_000_000),
    # --- IDX
    "IDX that claims 4 billion images": _idx(0xFFFFFFFF, 28, 28, bytes(100)),
    "IDX of images of no size": _idx(4, 0, 0, b""),
    "IDX of huge images": _idx(4, 65535, 65535, bytes(100)),
    "IDX cut": _idx(4, 8, 8, bytes(100)),
    "IDX with more behind it": _idx(4, 8, 8, bytes(4 * 64 + 7)),
    "IDX with fewer labels": _idx(4, 8, 8, bytes(4 * 64), bytes((0, 1))),
    "IDX without labels": _beside(
        _idx(4, 8, 8, bytes(4 * 64)), lambda path: (path.parent / "train-labels-idx1-ubyte").unlink()
    ),
    "IDX of floats": _file("a-images", struct.pack(">IIII", 0xD03, 2, 2, 2) + bytes(32)),
    "IDX of 255 dimensions": _file("a-images", struct.pack(">I", 0x8FF) + b"\0\0\0\1" * 255 + b"\0"),
    "gzip of nothing": _file("own.gz", gzip.compress(b"")),
    "gzip cut": _file("own.gz", gzip.compress(bytes(1000))[:-6]),
    "gzip in gzip": _file("own.gz", gzip.compress(gzip.compress(bytes(1000)))),
    "a gzip bomb": _file("own.gz", _gzip_bomb),
    # --- NPZ
    "NPZ that is no zip": _file("own.npz", b"PK\x03\x04" + bytes(100)),
    "NPZ without y": _npz(X=X),
    "NPZ without members": _npz(),
    "NPZ of pickles": _npz(X=npy(np.array([Boom(), Boom()], dtype=object)), y=Y),
    "NPZ of pickled labels": _npz(X=X, y=npy(np.array([Boom()] * 4, dtype=object))),
    "NPZ with code for a header": _npz(X=npy_header("__import__('os').system('true')"), y=Y),
    "NPZ with a header of brackets": _npz(X=npy_header("(" * 60_000), y=Y),
    "NPZ that claims terabytes": _npz(
        X=npy_header("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000, 1000)}"), y=Y
    ),
    "NPZ of negative size": _npz(
        X=npy_header("{'descr': '<f8', 'fortran_order': False, 'shape': (-4, 4)}"), y=Y
    ),
    "NPZ of a size that is none": _npz(
        X=npy_header("{'descr': '<f8', 'fortran_order': False, 'shape': (True, 4.5)}"), y=Y
    ),
    "NPZ of records": _npz(X=npy(np.zeros(4, dtype=[("a", "f4"), ("b", "f4")])), y=Y),
    "NPZ of texts": _npz(X=npy(np.array([["a", "b"]] * 4)), y=Y),
    "NPZ of complex numbers": _npz(X=npy(np.ones((4, 4), dtype=complex)), y=Y),
    "NPZ of dates": _npz(X=npy(np.zeros((4, 4), dtype="datetime64[s]")), y=Y),
    "NPZ of NaN": _npz(X=npy(np.full((4, 4), np.nan)), y=Y),
    "NPZ of infinities": _npz(X=npy(np.full((4, 4), np.inf)), y=Y),
    "NPZ of numbers beyond float32": _npz(X=npy(np.full((4, 4), 1e300)), y=Y),
    "NPZ of seven dimensions": _npz(X=npy(np.zeros((4, 1, 1, 1, 2, 2, 1))), y=Y),
    "NPZ of no example": _npz(X=npy(np.zeros((0, 4))), y=npy(np.zeros(0, dtype=int))),
    "NPZ with another number of labels": _npz(X=X, y=npy(np.arange(5))),
    "NPZ with negative labels": _npz(X=X, y=npy(np.array([-1, 0, -1, 0]))),
    "NPZ with labels that are fractions": _npz(X=X, y=npy(np.array([0.5, 1.5, 0.5, 1.5]))),
    "NPZ with labels of NaN": _npz(X=X, y=npy(np.array([np.nan, 0, 1, 0]))),
    "an NPZ bomb": _file("own.npz", _npz_bomb),
    "NPZ with members that lead out": _npz(**{"../../X": X, "y": Y}),
    # --- folders of images
    "no folders in the folder": _beside(
        lambda folder: folder / "all", lambda path: (path.mkdir(), (path / "a.png").write_bytes(GOOD_PNG))
    ),
    "one folder only": _images(a__1__png=GOOD_PNG, a__2__png=GOOD_PNG),
    "an empty class": _beside(GOOD_IMAGES, lambda path: (path / "c").mkdir()),
    "an image that is none": _images(a__1__png=b"no image", b__1__png=GOOD_PNG, b__2__png=GOOD_PNG),
    "an image by another name": _images(a__1__jpg=GOOD_PNG, a__2__bmp=GOOD_PNG, b__1__png=GOOD_PNG),
    "an image of no width": _images(a__1__png=png(0, 8, b""), b__1__png=GOOD_PNG, b__2__png=GOOD_PNG),
    "an image bomb": _images(
        a__1__png=png(60_000, 60_000, bytes(1000)), b__1__png=GOOD_PNG, b__2__png=GOOD_PNG
    ),
    "an image of 4 billion": _images(
        a__1__png=png(0xFFFFFFFF, 0xFFFFFFFF, b"\0"), b__1__png=GOOD_PNG, b__2__png=GOOD_PNG
    ),
    "an image without pixels": _images(a__1__png=png(8, 8, b""), b__1__png=GOOD_PNG, b__2__png=GOOD_PNG),
    "an image of an unknown depth": _images(
        a__1__png=png(8, 8, bytes(72), depth=3, colour=7), b__1__png=GOOD_PNG, b__2__png=GOOD_PNG
    ),
    "an SVG": _images(a__1__svg=b"<svg onload='alert(1)'/>", b__1__png=GOOD_PNG, b__2__png=GOOD_PNG),
    "a link to itself": _beside(
        GOOD_IMAGES, lambda path: (path / "a" / "3.png").symlink_to(path / "a" / "3.png")
    ),
    "a folder that leads up": _beside(GOOD_IMAGES, lambda path: (path / "c").symlink_to(path)),
    "a link to a device": _beside(GOOD_IMAGES, lambda path: (path / "a" / "3.png").symlink_to("/dev/zero")),
    "a link to nothing": _beside(GOOD_IMAGES, lambda path: (path / "a" / "3.png").symlink_to("nowhere")),
    "names that are no UTF-8": _beside(
        GOOD_IMAGES, lambda path: os.mkdir(os.path.join(os.fsencode(path), b"caf\xe9"))
    ),
    "hidden files": _beside(
        GOOD_IMAGES, lambda path: (path / "a" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    ),
    "classes named by numbers and markup": _images(
        **{"<b>__1__png": GOOD_PNG, "0__1__png": GOOD_PNG, "0__2__png": GOOD_PNG, "{0}__1__png": GOOD_PNG}
    ),
}
if sys.platform != "win32":

    def _pipe(name: str) -> Write:
        return _beside(lambda folder: folder / name, lambda path: os.mkfifo(path))

    HOSTILE |= {
        "a pipe": _pipe("own.csv"),
        "a pipe for images": _pipe("train-images-idx3-ubyte"),
        "a pipe among the images": _beside(GOOD_IMAGES, lambda path: os.mkfifo(path / "a" / "3.png")),
    }


def read_hostile(name: str, folder: Path, as_ink: bool) -> str:
    """What is wrong with how it was read, or ""; whoever calls makes warnings errors."""
    path = HOSTILE[name](folder)
    tracemalloc.start()
    begin = time.perf_counter()
    try:
        read_imported_data(path, None, as_ink=as_ink, test_share=0.25, seed=0)
        said = ""
    except DatasetError as refusal:
        said = str(refusal)
        if not said.strip() or "\n" in said.strip() or len(said) > 600:
            return f"refused, but not in one sentence: {said[:300]!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        seconds, peak = time.perf_counter() - begin, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    if hasattr(sys, "ran_hostile_code"):
        return "it has run code"
    if seconds > LONGEST_S or peak > MOST_BYTES:
        return f"{seconds:.1f} s, {peak >> 20} MB: {said[:100]}"
    return ""


def main() -> int:
    """Read all of them and print what is wrong; 1 when something is."""
    warnings.simplefilter("error")
    bad = 0
    for name in HOSTILE:
        for as_ink in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                wrong = read_hostile(name, Path(folder), as_ink)
            bad += bool(wrong)
            print(f"{name}, {'ink' if as_ink else 'grey'}: {wrong or 'borne'}", flush=True)
    print(f"{2 * len(HOSTILE)} readings, {bad} wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())

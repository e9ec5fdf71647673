"""Good files of every format, damage to them, and what reading them comes to."""

from __future__ import annotations

import gzip
import struct
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.data.dataset import Dataset
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError

CHECKED = {"idx.gz", "npz", "npz packed", "png"}
"""Formats with checksums: damage to their content cannot go unnoticed."""


def idx(array: NDArray[np.uint8]) -> bytes:
    return struct.pack(f">I{array.ndim}I", 0x800 + array.ndim, *array.shape) + array.tobytes()


def _pixels(count: int = 12, side: int = 10) -> NDArray[np.uint8]:
    return np.random.default_rng(1).integers(0, 256, (count, side, side), dtype=np.uint8)


def _idx_pair(folder: Path, pack: Callable[[bytes], bytes], suffix: str) -> tuple[Path, list[Path]]:
    images = folder / f"images{suffix}"
    labels = folder / f"labels{suffix}"
    images.write_bytes(pack(idx(_pixels())))
    labels.write_bytes(pack(idx(np.arange(12, dtype=np.uint8) % 3)))
    return images, [images, labels]


def _npz(folder: Path, save: Callable[..., None]) -> tuple[Path, list[Path]]:
    path = folder / "own.npz"
    save(path, X=_pixels() / 255, y=np.array(["ant", "bee", "cat"] * 4))
    return path, [path]


def _csv(folder: Path) -> tuple[Path, list[Path]]:
    path = folder / "own.csv"
    lines = [f"{i / 8},{-i},{i}e-3,{'ab'[i % 2]}" for i in range(20)]
    path.write_text("width,height,depth,label\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path, [path]


def _csv_with_commas(folder: Path) -> tuple[Path, list[Path]]:
    path = folder / "own.csv"
    path.write_text("\n".join(f'"{i % 2}";{i},5;-{i},25' for i in range(20)), encoding="utf-8")
    return path, [path]


def _images(folder: Path, suffix: str) -> tuple[Path, list[Path]]:
    paths = []
    for i, pixels in enumerate(_pixels(4, 20)):
        path = folder / "all" / "ab"[i % 2] / f"{i}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        image = Image.fromarray(pixels).convert("L" if i < 2 else "RGB")
        if suffix == "jpg" and i == 2:
            image.save(path, progressive=True, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x1a\0\5\0\0\0\1\0\0\0\0")
        elif suffix == "gif" and i == 2:
            image.save(path, save_all=True, append_images=[image.transpose(Image.Transpose.ROTATE_90)])
        else:
            image.save(path)
        paths.append(path)
    return folder / "all", paths


GOOD: dict[str, Callable[[Path], tuple[Path, list[Path]]]] = {
    "idx": lambda folder: _idx_pair(folder, bytes, ""),
    "idx.gz": lambda folder: _idx_pair(folder, lambda content: gzip.compress(content, mtime=0), ".gz"),
    "npz": lambda folder: _npz(folder, np.savez),
    "npz packed": lambda folder: _npz(folder, np.savez_compressed),
    "csv": _csv,
    "csv, decimal comma": _csv_with_commas,
    "png": lambda folder: _images(folder, "png"),
    "jpg": lambda folder: _images(folder, "jpg"),
    "bmp": lambda folder: _images(folder, "bmp"),
    "gif": lambda folder: _images(folder, "gif"),
}
"""For each format what writes a good example into a folder: what is to be read, and the files it is made of."""

_SPECIAL = (
    b"\0",
    b"\xff",
    b"\0\0\0\0",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\0\0\xff\xff",
    b"9",
    b'"',
)


def damaged(content: bytes, rng: np.random.Generator) -> bytes:
    """Flipped bits, a cut, bytes put in, taken out or repeated, or a field with an extreme value."""
    data = bytearray(content)
    place = int(rng.integers(len(data)))
    near = int(rng.integers(min(len(data), 80)))  # where headers are
    if rng.random() < 0.25:
        near = len(data) - 1 - near  # where a zip has its directory
    match int(rng.integers(7)):
        case 0:
            for at in rng.integers(len(data), size=rng.integers(1, 9)):
                data[at] ^= 1 << int(rng.integers(8))
        case 1:
            del data[place:]
        case 2:
            data[place:place] = rng.bytes(int(rng.integers(1, 40)))
        case 3:
            del data[place : place + int(rng.integers(1, 40))]
        case 4:
            data[place:place] = data[near : near + int(rng.integers(1, 200))]
        case 5:
            data[near] = int(rng.integers(256))
        case _:
            value = _SPECIAL[int(rng.integers(len(_SPECIAL)))]
            data[near : near + len(value)] = value
    return bytes(data)


@dataclass(frozen=True)
class Outcome:
    """What came of reading: "raised", "same", "changed", or what should not have been; and what it took."""

    kind: str
    seconds: float
    peak_bytes: int


def outcome(path: Path, as_ink: bool, good: Dataset) -> Outcome:
    """Read `path`, whose undamaged content is `good`; whoever calls makes warnings errors."""
    tracemalloc.start()
    begin = time.perf_counter()
    try:
        data = read_imported_data(path, as_ink=as_ink)
        kind = "same" if _equal(data, good) else "changed"
    except DatasetError as error:
        sentence = str(error)
        kind = "raised" if "\n" not in sentence and sentence.endswith(".") else f"no sentence: {sentence!r}"
    except Exception as error:
        kind = f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - begin
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Outcome(kind, seconds, peak)


def _equal(a: Dataset, b: Dataset) -> bool:
    arrays = ("X_train", "y_train", "X_test", "y_test")
    return a.class_names == b.class_names and all(
        np.array_equal(getattr(a, name), getattr(b, name)) for name in arrays
    )


def campaign(folder: Path, format_name: str, seed: int, count: int) -> list[Outcome]:
    """`count` times: damage one of the files of a good example, read, and put it right again."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    path, files = GOOD[format_name](folder)
    contents = [file.read_bytes() for file in files]
    good = {as_ink: read_imported_data(path, as_ink=as_ink) for as_ink in (True, False)}
    outcomes = []
    for _ in range(count):
        which = int(rng.integers(len(files)))
        files[which].write_bytes(damaged(contents[which], rng))
        as_ink = bool(rng.integers(2))
        outcomes.append(outcome(path, as_ink, good[as_ink]))
        files[which].write_bytes(contents[which])
    return outcomes

"""IDX: the format of MNIST's own files, one for the images and one for the labels, each perhaps gzipped."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.importers.class_labels import classes
from core.data.importers.limits import check_sizes, rows_at_once
from core.data.importers.progress import Progress
from core.data.importers.source import Source
from core.data.importers.stream import ByteStream, reading
from core.data.refusals import DatasetError

_BYTES = 0x08
"""IDX's code for one byte a value; MNIST and what imitates it has no other."""


def open_idx(images_path: Path, labels_path: Path | None, progress: Progress) -> Source:
    """Measure a pair of IDX files: (N, height, width) bytes, 0 black to 255 white, and (N,) bytes of labels.

    Parameters
    ----------
    images_path, labels_path : Path
        Without `labels_path` the labels are looked for beside the images, under the same name with
        "images" and "idx3" as "labels" and "idx1".

    Notes
    -----
    IDX has no checksum: a changed pixel or label cannot be noticed, in a gzipped file it is.

    Raises
    ------
    DatasetError
        When either file cannot be read, is not as its header states, or does not fit the other.

    References
    ----------
    Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits", file formats.
    """
    shape, y, class_names = check_idx(images_path, labels_path)
    done = 0
    for chunk in _rows(images_path, shape):  # all of it, to its checksum, before there is an array for it
        done += len(chunk)
        progress.measured(done / shape[0])
    return Source(images_path, y, class_names, shape[1:], 255.0, lambda: _rows(images_path, shape))


def check_idx(
    images_path: Path, labels_path: Path | None
) -> tuple[tuple[int, ...], NDArray[np.int64], tuple[str, ...]]:
    """What the headers of a pair of IDX files and their labels say: (N, height, width), (N,) classes, their names.

    Raises
    ------
    DatasetError
        As for `open_idx`, but for damage within the images.
    """
    shape = _shape(images_path, 3)
    check_sizes(images_path, shape[0], shape[1:])
    labels_path = labels_path or _beside(images_path)
    if labels_path is None:
        raise DatasetError("no_labels_beside", path=images_path)
    labels_shape = _shape(labels_path, 1)
    if labels_shape != shape[:1]:
        raise DatasetError(
            "labels_differ",
            path=labels_path,
            count=labels_shape[0],
            images=images_path.name,
            expected=shape[0],
        )
    labels = np.concatenate(list(_rows(labels_path, labels_shape)))
    values, codes = np.unique(labels, return_inverse=True)
    return shape, *classes(labels_path, [str(value) for value in values], codes)


def images_and_labels(first: Path, second: Path) -> tuple[Path, Path] | None:
    """These two files as images and their labels, whichever comes first; None where they are not one of each.

    How they begin tells, not what they are called. Whether they are as many is not looked at.
    """
    kinds = {_dimensions(path): path for path in (first, second)}
    return (kinds[3], kinds[1]) if set(kinds) == {1, 3} else None


def _dimensions(path: Path) -> int:
    """How many dimensions the bytes of an IDX file have; 0 where it is none, or can't be read."""
    try:
        with reading(path), ByteStream(path) as stream:
            magic = stream.read(4)
    except DatasetError:
        return 0
    return magic[3] if magic[:3] == bytes((0, 0, _BYTES)) and len(magic) == 4 else 0


def labels_beside(path: Path) -> Path | None:
    """The file of labels that is read with the one at `path`; None where that is no IDX file of images."""
    return _beside(path) if _dimensions(path) == 3 else None


def _beside(images_path: Path) -> Path | None:
    """The labels' file beside that of the images; None where there is none."""
    name = images_path.name.replace("images", "labels").replace("idx3", "idx1")
    partner = images_path.with_name(name)
    return partner if name != images_path.name and partner.exists() else None


def _shape(path: Path, dimensions: int) -> tuple[int, ...]:
    """The header's shape, checked for its `dimensions` and limits."""
    with reading(path), ByteStream(path) as stream:
        shape = _header(path, stream, dimensions)
        content = stream.size
    if content is not None and content != 4 + 4 * dimensions + math.prod(shape):
        expected = 4 + 4 * dimensions + math.prod(shape)
        raise DatasetError("idx_bytes", path=path, count=content, expected=expected)
    if dimensions == 1:
        check_sizes(path, shape[0], (1,))
    return shape


def _header(path: Path, stream: ByteStream, dimensions: int) -> tuple[int, ...]:
    """Read the magic number and the sizes."""
    code = {1: "no_idx_labels", 3: "no_idx_images"}[dimensions]
    magic, sizes = stream.read(4), stream.read(4 * dimensions)
    if magic != bytes((0, 0, _BYTES, dimensions)) or len(sizes) != 4 * dimensions:
        raise DatasetError(code, path=path)
    return struct.unpack(f">{dimensions}I", sizes)


def _rows(path: Path, shape: tuple[int, ...]) -> Iterator[NDArray[np.uint8]]:
    """The content in arrays (k, ...) of bytes, to the last; `shape` was read before and must still be so."""
    size = math.prod(shape[1:])
    with reading(path), ByteStream(path) as stream:
        if _header(path, stream, len(shape)) != shape:
            raise DatasetError("changed", path=path)
        left = shape[0]
        while left:
            k = min(left, rows_at_once(shape[1:]))
            content = stream.read(k * size)
            if len(content) != k * size:
                raise DatasetError("idx_stops", path=path, count=shape[0])
            left -= k
            if not left and stream.read(1):
                raise DatasetError("idx_goes_on", path=path, count=shape[0])
            yield np.frombuffer(content, dtype=np.uint8).reshape(k, *shape[1:])

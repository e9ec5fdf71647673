"""A user's own data, whatever its format, as a data set to learn from and to be tested with."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import Dataset
from core.data.importers.csv_table import open_csv
from core.data.importers.idx import open_idx
from core.data.importers.image_folder import open_image_folder
from core.data.importers.image_ink import ink_from_grey
from core.data.importers.limits import IMAGE_SUFFIXES, check_kept
from core.data.importers.npz import open_npz
from core.data.importers.progress import Progress
from core.data.importers.source import Chunk, Source
from core.data.importers.split import check_classes, split_order
from core.data.importers.standardise import Scale, scale_of
from core.data.importers.stream import GZIP_MAGIC, file_size, reading
from core.data.ink import SIDE
from core.data.refusals import DatasetError
from core.read_only import read_only

TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})


def read_imported_data(
    path: str | Path,
    labels_path: str | Path | None = None,
    as_ink: bool = True,
    test_share: float = 0.2,
    seed: int = 0,
    standardised: bool = False,
    header: bool | None = None,
    label: int | None = None,
    progress: Callable[[float], bool] | None = None,
) -> Dataset:
    """Read a user's own examples.

    Parameters
    ----------
    path : str or Path
        A folder with a folder of images for each class; or a file: IDX images (as MNIST's, gzipped or not),
        NPZ with the arrays X and y, or a table (.csv, .tsv, .txt) with a column of labels.
    labels_path : str or Path, optional
        The labels that belong to IDX images; without it they are looked for beside them.
    as_ink : bool
        Images become 16 x 16 ink, prepared as on the canvas. Otherwise they keep their size, which must be
        the same for all. The numbers of a table, or of an X (N, n), are not touched by this.
    test_share : float
        Share of the examples to test with, over 0 and under 1; at least one is, and at least one of each
        class is to learn from.
    seed : int
        Shuffles the examples before they are split.
    standardised : bool
        The numbers of a table, or of an X (N, n), are brought to mean 0 and standard deviation 1, column by column.
    header : bool or None
        Whether a table's first line names its columns; None: as it looks (`core.data.importers.csv_header`).
    label : int or None
        Which of a table's columns has the labels, counted from 0; None: as it looks (`csv_table.open_csv`).
    progress : callable, optional
        Called now and then, in the caller's thread, with the share that is done, 0 to 1; returning False
        stops the reading.

    Returns
    -------
    Dataset
        X (N, 256) uint8, ink 1 and no ink 0; or (N, height * width) float32, grey 0 to 1; or (N, n) float32.

    Raises
    ------
    ValueError
        When `test_share` is not between 0 and 1.
    DatasetError
        When something cannot be read, is damaged, or is more than `core.data.importers.limits` allow; one sentence
        states what, and what would be right.
    Cancelled
        When `progress` returned False (`core.data.importers.progress`).

    Notes
    -----
    A file is gone through twice: measured and checked to its end, then read into the arrays of the result,
    beside which there is never more than a few megabytes. Numbers that are standardised are read once more in
    between, to know their scale. An NPZ is read once, and its X stands in memory beside the result. While NumPy
    reads it, or Pillow an image, Python's warnings are off for the whole process.
    """
    if not 0 < test_share < 1:
        raise ValueError(f"test_share must be over 0 and under 1, not {test_share!r}")
    steps = Progress(progress)
    steps.measured(0.0)
    labels = None if labels_path is None else Path(labels_path)
    source = _open(Path(path), labels, as_ink, header, label, steps)
    if _picture(source, as_ink) is None or not as_ink:
        check_kept(source.path, len(source.y), source.shape)
    check_classes(source.path, source.y)
    order, n_train = split_order(source.y, test_share, seed)
    scale = None
    if standardised and _picture(source, as_ink) is None:
        learned = np.zeros(len(order), dtype=np.bool_)
        learned[order[:n_train]] = True
        scale = scale_of(chunk[learned[rows]] for rows, chunk in _chunks(source, as_ink, steps, 0.0, 0.5))
    X, y = read_only(_filled(source, order, as_ink, scale, steps)), read_only(source.y[order])
    steps.filled(1.0)
    return Dataset(
        X_train=X[:n_train],
        y_train=y[:n_train],
        X_test=X[n_train:],
        y_test=y[n_train:],
        class_names=source.class_names,
        picture=_picture(source, as_ink),
        input_names=source.input_names,
        scale=scale,
    )


def _open(
    path: Path,
    labels_path: Path | None,
    as_ink: bool,
    header: bool | None,
    label: int | None,
    progress: Progress,
) -> Source:
    """The measured examples at `path`."""
    kind = kind_of(path, labels_path is not None)
    if kind == "idx":
        return open_idx(path, labels_path, progress)
    if kind == "folder":
        return open_image_folder(path, as_ink, progress)
    if kind == "npz":
        return open_npz(path, progress)
    return open_csv(path, progress, header, label)


def kind_of(path: Path, has_labels: bool = False) -> Literal["idx", "folder", "npz", "table"]:
    """What is at `path`, as a folder, a beginning or a suffix shows; `has_labels`: a file of labels comes with it.

    Raises
    ------
    DatasetError
        When it can't be read, or is none of these.
    """
    with reading(path):
        folder = path.is_dir()
    start = b"" if folder else _start(path)
    if start[:2] == GZIP_MAGIC or start[:3] == b"\0\0\x08":
        return "idx"
    if has_labels:
        raise DatasetError("needs_no_labels", path=path)
    if folder:
        return "folder"
    if start[:4] == b"PK\x03\x04":
        return "npz"
    if path.suffix.lower() in TABLE_SUFFIXES:
        return "table"
    if start and path.suffix.lower() in IMAGE_SUFFIXES:
        raise DatasetError("a_single_image", path=path)
    raise DatasetError("unknown_kind" if start else "empty_file", path=path)


def _picture(source: Source, as_ink: bool) -> tuple[int, int] | None:
    """Rows and columns of what the inputs show; None where they are a table's numbers."""
    if len(source.shape) != 2:
        return None
    return (SIDE, SIDE) if as_ink else (source.shape[0], source.shape[1])


def _start(path: Path) -> bytes:
    """The first bytes of the file at `path`."""
    file_size(path)
    with reading(path), path.open("rb") as file:
        return file.read(4)


def _chunks(
    source: Source, as_ink: bool, progress: Progress, begin: float, end: float
) -> Iterator[tuple[slice, Chunk]]:
    """The examples from the first to the last, and which of the file they are: as they were measured.

    Of the filling, this is the part from the share `begin` to `end`.
    """
    of_any_size = as_ink and len(source.shape) == 2
    done, count = 0, len(source.y)
    for chunk in source.chunks():
        if done + len(chunk) > count or not of_any_size and chunk.shape[1:] != source.shape:
            raise DatasetError("changed", path=source.path)
        yield slice(done, done + len(chunk)), chunk
        done += len(chunk)
        progress.filled(begin + (end - begin) * done / count)
    if done != count:
        raise DatasetError("changed", path=source.path)


def _filled(
    source: Source, order: NDArray[np.intp], as_ink: bool, scale: Scale | None, progress: Progress
) -> NDArray[Any]:
    """(N, n_in): the examples, the `order[i]`-th of the file in row i."""
    count = len(order)
    images = len(source.shape) == 2
    ink = as_ink and images
    n_in = SIDE**2 if ink else math.prod(source.shape)
    try:
        X: NDArray[Any] = np.empty((count, n_in), dtype=np.uint8 if ink else np.float32)
    except MemoryError as error:
        raise DatasetError("memory", path=source.path, megabytes=4 * count * n_in >> 20) from error
    row = np.empty(count, dtype=np.intp)
    row[order] = np.arange(count)
    for place, chunk in _chunks(source, as_ink, progress, 0.0 if scale is None else 0.5, 1.0):
        rows = row[place]
        if ink:
            X[rows] = ink_from_grey(chunk * (255.0 / source.white)).reshape(len(chunk), n_in)
        elif images:
            X[rows] = chunk.reshape(len(chunk), n_in) / source.white
        else:
            X[rows] = chunk if scale is None else scale.standardised(chunk)
    return X

"""What can be said of a user's own examples before they are read: how a table begins, which classes a folder has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_rows import FirstRows, first_rows
from core.data.importers.idx import check_idx
from core.data.importers.image_folder import check_image_folder
from core.data.importers.npz import check_npz
from core.data.importers.read import kind_of
from core.data.importers.split import check_classes


@dataclass(frozen=True)
class FirstArrays:
    """How the arrays of an NPZ or of IDX files begin.

    Attributes
    ----------
    shape : tuple of int
        (N, n_in) numbers, or (N, height, width) pixels.
    class_names : tuple of str
        () where they are not known yet.
    rows : tuple of tuples of str
        The first examples as they would be written, the label last; of pictures none.
    """

    shape: tuple[int, ...]
    class_names: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class FirstLook:
    """How a table begins, the names of a folder's classes, or what arrays hold; nothing where nothing is there yet."""

    table: FirstRows | None = None
    classes: tuple[str, ...] = ()
    arrays: FirstArrays | None = None


def first_look(choice: DatasetSpec, rows: int) -> FirstLook:
    """Look at a user's own examples: at most `rows` of a table; of all else at headers, sizes and labels.

    Raises
    ------
    DatasetError
        When they cannot be read, or are seen already to be nothing to learn from: what reading them would refuse.
    """
    path = Path(choice.path)
    labels_path = Path(choice.labels_path) if choice.labels_path else None
    kind = kind_of(path, labels_path is not None)
    if kind == "folder":
        y, class_names = check_image_folder(path, choice.as_ink)
        check_classes(path, y)
        return FirstLook(classes=class_names)
    if kind == "table":
        return FirstLook(first_rows(path, rows, choice.header, choice.label))
    if kind == "idx":
        shape, y, names = check_idx(path, labels_path)
        check_classes(path, y)
        return FirstLook(arrays=FirstArrays(shape, names))
    start = check_npz(path, rows)
    labels, names = start.labels, start.class_names
    if labels is None:
        return FirstLook(arrays=FirstArrays(start.shape))
    check_classes(path, labels)
    written = zip(start.rows, labels, strict=False)
    examples = tuple((*map(str, row), names[label]) for row, label in written)
    return FirstLook(arrays=FirstArrays(start.shape, names, examples))

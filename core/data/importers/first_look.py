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
class FirstLook:
    """One of two: how a table begins, or the names of a folder's classes; neither where it is something else."""

    table: FirstRows | None = None
    classes: tuple[str, ...] = ()


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
        _, y, _ = check_idx(path, labels_path)
        check_classes(path, y)
    elif (labels := check_npz(path)) is not None:
        check_classes(path, labels)
    return FirstLook()

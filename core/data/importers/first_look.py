"""What can be said of a user's own examples before they are read: how a table begins, which classes a folder has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.data.importers.csv_table import FirstRows, first_rows
from core.data.importers.image_folder import folder_names
from core.data.importers.read import TABLE_SUFFIXES
from core.data.importers.stream import reading


@dataclass(frozen=True)
class FirstLook:
    """One of two: how a table begins, or the names of a folder's classes; neither where it is something else."""

    table: FirstRows | None = None
    classes: tuple[str, ...] = ()


def first_look(path: str | Path, rows: int, header: bool | None = None) -> FirstLook:
    """Look at what is at `path`: at most `rows` examples of a table, which has a `header` or not; None: as it looks.

    Raises
    ------
    DatasetError
        When it cannot be read, or is seen already to be nothing to learn from.
    """
    path = Path(path)
    with reading(path):
        is_folder = path.is_dir()
    if is_folder:
        return FirstLook(classes=tuple(folder_names(path)))
    if path.suffix.lower() in TABLE_SUFFIXES:
        return FirstLook(first_rows(path, rows, header))
    return FirstLook()

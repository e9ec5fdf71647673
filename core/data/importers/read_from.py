"""Whether a file is one that examples are read from: what would be lost if something else were saved there."""

from __future__ import annotations

import os
from pathlib import Path

from core.data.dataset_spec import DatasetSpec
from core.data.importers.idx import labels_beside
from core.data.importers.limits import IMAGE_SUFFIXES


def is_read_from(choice: DatasetSpec, path: str) -> bool:
    """Whether the file at `path`, which exists, is the file of these examples, their labels, or one of their images.

    Links are followed. False for examples that are not a user's own, and where nothing is.
    """
    if choice.source != "own" or "\0" in path or not os.path.exists(path):
        return False
    if os.path.isdir(choice.path):
        folder, file = os.path.realpath(choice.path), os.path.realpath(path)
        is_image = os.path.splitext(file)[1].lower() in IMAGE_SUFFIXES
        return is_image and file.startswith(os.path.join(folder, ""))
    labels = choice.labels_path or labels_beside(Path(choice.path))
    return any(_is_same(one, path) for one in (choice.path, labels) if one)


def _is_same(one: str | Path, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False

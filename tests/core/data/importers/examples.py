"""What was read, without the order that the split gives it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError


def examples(data: Dataset) -> list[tuple[list[float], str]]:
    """Every example, to learn from or to test with, as its numbers and its class's name, sorted."""
    X, y = np.concatenate((data.X_train, data.X_test)), np.concatenate((data.y_train, data.y_test))
    return listed(X, (data.class_names[label] for label in y))


def listed(X: Any, names: Iterable[str]) -> list[tuple[list[float], str]]:
    """What `examples` gives for (N, ...) numbers and N names."""
    rows = np.asarray(X).reshape(len(X), -1).tolist()
    return sorted(zip(rows, names, strict=True))


def sentence(path: Path, *, about: Path | None = None, **options: Any) -> str:
    """What is said against reading `path`: one sentence that names the file."""
    with pytest.raises(DatasetError) as caught:
        read_imported_data(path, **options)
    said = str(caught.value)
    assert said.startswith(str(about or path)) and said.endswith(".") and "\n" not in said and ": " in said
    return said

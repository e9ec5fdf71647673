"""What is saved beside the runs."""

from __future__ import annotations

from dataclasses import dataclass

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec


@dataclass(frozen=True)
class ImportedData:
    """A user's own examples, under the choice that they were read by."""

    choice: DatasetSpec
    dataset: Dataset


@dataclass(frozen=True)
class ShownRun:
    """The run on screen."""

    run: int

"""What is saved beside the runs."""

from __future__ import annotations

from dataclasses import dataclass

from core.data_choice import DataChoice
from core.datasets import Dataset


@dataclass(frozen=True)
class OwnData:
    """A user's own examples, under the choice that they were read by."""

    choice: DataChoice
    dataset: Dataset


@dataclass(frozen=True)
class ShownRun:
    """The run on screen."""

    run: int

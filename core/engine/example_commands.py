"""The commands about the examples of a set: what each adds to L, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_PICTURES = 4096
"""Examples of one `AskExamples`."""


@dataclass(frozen=True)
class WatchExamples:
    """Send `ExampleLosses` of this set, "train" or "test", whenever its exact L is measured; of none where it is ""."""

    split: str


@dataclass(frozen=True)
class AskExamples:
    """Send `ExamplesSeen`: these rows of "train" or "test", at most `MOST_PICTURES` of them."""

    split: str
    rows: NDArray[np.int64]


@dataclass(frozen=True)
class AskOutputs:
    """Send `ExampleOutputs` of this row of "train" or "test", with the parameters of the last exact L."""

    split: str
    row: int


@dataclass(frozen=True)
class AskConfusions:
    """Send `ConfusionsOverRun` of "train" or "test", of the run on screen, where it was measured."""

    split: str


@dataclass(frozen=True)
class ShowExample:
    """Show the example of this row of "train" or "test" until another one is chosen."""

    split: str
    row: int


EXAMPLE_COMMANDS = WatchExamples, AskExamples, AskOutputs, AskConfusions, ShowExample

"""The commands about the examples of a set: what each adds to L, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_PICTURES = 4096
"""Examples of one `AskExamples`."""


@dataclass(frozen=True)
class WatchExamples:
    """Send `ExampleLosses` of this set whenever the exact L is measured; of none where it is "".

    It is "train", "test", or "own", whose are sent in any case, and are now sent again.
    """

    split: str


@dataclass(frozen=True)
class AskExamples:
    """Send `ExamplesSeen`: these rows of "train", "test" or "own", at most `MOST_PICTURES` of them."""

    split: str
    rows: NDArray[np.int64]


@dataclass(frozen=True)
class AskOutputs:
    """Send `ExampleOutputs` of this row of "train", "test" or "own", with the parameters of the last exact L."""

    split: str
    row: int


@dataclass(frozen=True)
class AskConfusions:
    """Send `ConfusionsOverRun` of "train" or "test", of the run on screen, where it was measured."""

    split: str


@dataclass(frozen=True)
class CountConfusion:
    """Send `ConfusionCounted` of "train", "test" or "own", of run `run`; or `ConfusionRefused`.

    With the parameters after `update` updates; None is where the run stands. `ask` numbers the question: of several
    only the last one is answered.
    """

    ask: int
    run: int
    split: str
    update: int | None = None


@dataclass(frozen=True)
class DropConfusion:
    """The answer to `CountConfusion` is not wanted any more."""


@dataclass(frozen=True)
class AskConfidenceMap:
    """Send `ConfidenceMap` of the run on screen: with no examples where nothing is kept of it."""


@dataclass(frozen=True)
class AskConfidenceWay:
    """Send `ConfidenceWay` of this row of the training set of the run on screen, where it was measured."""

    row: int


@dataclass(frozen=True)
class ShowExample:
    """Show the example of this row of "train", "test" or "own" until another one is chosen."""

    split: str
    row: int


@dataclass(frozen=True)
class WatchLives:
    """Send `ExampleLives` of the run on screen at once, and now and then while it is trained; or no more."""

    is_on: bool


@dataclass(frozen=True)
class AskLife:
    """Send `ExampleLife`: right or wrong at each presentation of this row of the training set."""

    row: int


EXAMPLE_COMMANDS = (
    *(WatchExamples, AskExamples, AskOutputs, AskConfusions, ShowExample),
    *(CountConfusion, DropConfusion),
    *(WatchLives, AskLife),
    *(AskConfidenceMap, AskConfidenceWay),
)

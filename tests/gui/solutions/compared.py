"""Comparisons that are read at a glance: round numbers at each t, as the engine sends them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.evaluation import NO_ANSWER
from core.analysis.solutions import SHARES, LossPath, NeuronMatching
from core.engine.messages import SolutionsCompared
from core.engine.snapshot import Example

MATCHING = NeuronMatching(46, 48, (), 26.58, 20.58, 2.2e-15, 10_000)


def path_of(height: float, measured: int = 21, classes: int = 3) -> LossPath:
    """A triangle: mean Cⁿ from 0.1 at both ends to 0.1 + height half way; of the test set 0.2 more.

    The training set's errors are a tenth of the mean Cⁿ, those of the test set two tenths. Class 0 is answered, but 1
    between t = 0.4 and 0.6, with 0.9; half way both are equal.
    """
    rise = height * (1 - 2 * np.abs(SHARES - 0.5))
    means = 0.1 + rise
    said = np.where((SHARES >= 0.4) & (SHARES <= 0.6), 1, 0)
    answers = np.full((21, classes), 0.1 / max(1, classes - 1))
    answers[np.arange(21), said if classes > 1 else 0] = 0.9
    answers[10, :2] = 0.45
    columns = [means, means / 10, means + 0.2, means / 5]
    for column in (*columns, answers):
        column[measured:] = np.nan
    said[10] = NO_ANSWER
    said[measured:] = NO_ANSWER
    return LossPath(*columns, answers, said)


def compared(
    straight: int = 21, matched: int = 21, label: int | None = 1, heights: tuple[float, float] = (2.0, 0.5)
) -> SolutionsCompared:
    """Runs 0 and 1, of which so many places are measured."""
    done = 100 * (straight + matched)
    return SolutionsCompared(
        run_a=0,
        run_b=1,
        update_a=9_375,
        update_b=1_200,
        straight=path_of(heights[0], straight),
        matched=path_of(heights[1], matched),
        matching=MATCHING if straight == 21 else None,
        example=Example(np.ones(4, np.float32), label, "test", 3),
        class_names=("cat", "dog", "owl"),
        train_count=60_000,
        test_count=10_000,
        train_total=60_000,
        test_total=10_000,
        done=done,
        total=4_200,
    )


def of_numbers(outputs: int = 1) -> SolutionsCompared:
    """The same of a regression, of one output or of several."""
    both = []
    for height in (2.0, 0.5):
        path, nothing = path_of(height), np.full(21, np.nan)
        answers = np.tile(np.arange(1, outputs + 1) / 4, (21, 1))
        both.append(replace(path, train_errors=nothing, test_errors=nothing, answers=answers))
    example = Example(np.ones(4, np.float32), None, "train", 3, target=np.ones(outputs, np.float32))
    return replace(compared(), straight=both[0], matched=both[1], class_names=(), example=example)

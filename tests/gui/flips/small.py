"""A picture of 3 rows and 4 columns with three classes, for tests of what is drawn and said of flipped pixels."""

from __future__ import annotations

import numpy as np

from core.analysis.fewest_flips import FlipChain
from core.engine.flip_messages import PixelFlips
from core.engine.snapshot import Example
from gui.flips.flip_marks import FlipMarks

NAMES = ("0", "1", "2")
# Ink in the middle of the second row, and in the last corner.
INK = (5, 6, 11)
CHANGES = (0.5, -0.25, 0.0, 1.5, 0.25, -0.5, 0.125, -0.125, 0.75, 0.0, 0.0, -1.0)
"""ΔC of each pixel."""
CHANGING = {3: 2, 8: 1}
"""The pixels that change the answer, and to what."""


def flips(
    changes: tuple[float, ...] = CHANGES,
    loss: float = 1.25,
    answer: int = 0,
    label: int | None = 0,
    changing: dict[int, int] | None = None,
    x: np.ndarray | None = None,
    number: int = 1,
) -> PixelFlips:
    """Those of this picture; ΔC, C, and answers as they are given."""
    count = len(changes)
    if x is None:
        x = np.zeros(count, np.float32)
        x[list(INK)] = 1
    answers = np.full(count, answer)
    for pixel, other in (CHANGING if changing is None else changing).items():
        answers[pixel] = other
    return PixelFlips(
        number=number,
        run=0,
        update=1234,
        edits=0,
        example=Example(x, label, "test", 7),
        loss=loss,
        answer=answer,
        confidence=0.6,
        losses=loss + np.array(changes),
        answers=answers,
        confidences=np.linspace(0.1, 0.9, count),
    )


def marks(**more: object) -> FlipMarks:
    """What is drawn of them."""
    return FlipMarks(flips(**more), 3, 4)  # type: ignore[arg-type]


def chain(
    count: int, pairs_tried: bool = True, singles: int = 0, found: int = 0, gave_up: int = 0
) -> FlipChain:
    """So many flips of pixels 0, 1, 2, …, of which the last one changes the answer from 0 to 2."""
    answers = np.zeros(count + 1, np.int64)
    if count:
        answers[-1] = 2
    y = np.linspace([0.9, 0.09, 0.001], [0.2, 0.1, 0.7], count + 1)
    return FlipChain(
        pixels=np.arange(count),
        answers=answers,
        losses=np.linspace(0.1, 1.6, count + 1),
        y=y,
        singles=singles,
        pairs=66,
        pairs_tried=66 if pairs_tried else 0,
        pairs_changing=found,
        gave_up_at=gave_up,
    )

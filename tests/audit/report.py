"""What was read from the window, and where it differs from what was computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from tests.audit.number_reading import Told, numbers_in, tells

# The app computes in single precision: so much of a number, and of the largest beside it, may be its rounding.
OF_ITSELF, OF_LARGEST = 1e-3, 2e-5


class Report:
    """Counts what is read by kind, and collects differences in words."""

    def __init__(self) -> None:
        self.read: Counter[str] = Counter()
        self.differences: list[str] = []

    def differs(self, kind: str, words: str) -> None:
        self.differences.append(f"{kind}: {words}")

    def is_so(self, kind: str, so: bool, words: str) -> None:
        """Something that either holds or not."""
        self.read[kind] += 1
        if not so:
            self.differs(kind, words)

    def array(
        self, kind: str, shown: ArrayLike, truth: ArrayLike, where: str = "", within: ArrayLike = 0.0
    ) -> None:
        """Numbers that are drawn, each in its place; NaN stands for what is not there yet."""
        shown, truth = np.asarray(shown, np.float64), np.asarray(truth, np.float64)
        self.read[kind] += shown.size
        if shown.shape != truth.shape:
            self.differs(kind, f"{where}: {shown.shape} are drawn, not {truth.shape}")
            return
        apart = np.abs(shown - truth) > slack_of(truth) + np.asarray(within)
        apart |= np.isnan(shown) != np.isnan(truth)
        if apart.any():
            first = tuple(int(i) for i in np.argwhere(apart)[0])
            words = f"{int(apart.sum())} of {shown.size}, first at {first}: {shown[first]:.8g}, not {truth[first]:.8g}"
            self.differs(kind, f"{where}: {words}")

    def text(self, kind: str, text: str, truth: float, largest: float = 0.0, where: str = "") -> None:
        """A text that is one number; `largest` is the largest number that it was computed from."""
        self.read[kind] += 1
        if not tells(text, truth, float(slack_of(truth)) + OF_LARGEST * largest):
            self.differs(kind, f"{where}: {text!r}, not {truth:.8g}")

    def numbers(self, kind: str, text: str, truths: Sequence[float], where: str = "") -> None:
        """A text with exactly these numbers, in this order."""
        self.read[kind] += 1
        told = numbers_in(text)
        agree = len(told) == len(truths) and all(map(_agrees, told, truths))
        if not agree:
            self.differs(kind, f"{where}: {text!r}, not {[f'{truth:.6g}' for truth in truths]}")


def _agrees(told: Told, truth: float) -> bool:
    return told.agrees(truth, float(slack_of(truth)))


def slack_of(truth: ArrayLike) -> np.ndarray:
    """How far single precision may be from a number of these."""
    values = np.asarray(truth, np.float64)
    largest = float(np.max(np.abs(np.nan_to_num(values)), initial=0.0))
    return np.asarray(OF_ITSELF * np.abs(np.nan_to_num(values)) + OF_LARGEST * largest)

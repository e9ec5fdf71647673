"""What is drawn of flipped pixels: numbers and places in the picture, not yet colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import NO_ANSWER
from core.analysis.pixel_flips import changed
from core.arrays import Array
from core.engine.flip_messages import PixelFlips

SIGNED = 8
"""So many of the pixels that raise C most, and of those that lower it most, have their sign written on them."""
INK = 0.5
"""A pixel of so much, or more, is inside the contour of the ink."""


@dataclass(frozen=True)
class FlipMarks:
    """A picture, and what flipping each of its pixels does.

    Attributes
    ----------
    flips : PixelFlips
    rows, columns : int
    """

    flips: PixelFlips
    rows: int
    columns: int

    @property
    def x(self) -> Array:
        """(n,): the picture."""
        return self.flips.example.x

    @property
    def count(self) -> int:
        """How many pixels there are."""
        return self.rows * self.columns

    @cached_property
    def is_ink(self) -> bool:
        """Whether each pixel is ink or none, and not grey."""
        return bool(np.isin(self.x, (0, 1)).all())

    @property
    def has_loss(self) -> bool:
        """Whether there is a C that can be raised and lowered."""
        return isfinite(self.flips.loss)

    @cached_property
    def change(self) -> NDArray[np.float64]:
        """(n,): ΔC of each pixel, in nats; NaN where there is none."""
        with np.errstate(invalid="ignore"):
            change: NDArray[np.float64] = self.flips.losses - self.flips.loss
        return change

    @cached_property
    def scale(self) -> float:
        """The |ΔC| of full colour: the largest, rounded up to 1, 2 or 5 so that it seldom moves; 0 where all are 0."""
        sizes = np.abs(self.change[np.isfinite(self.change)])
        return rounded_up(float(sizes.max(initial=0.0)))

    @cached_property
    def strength(self) -> NDArray[np.float64]:
        """(n,): ΔC as a share of the scale, from -1 to 1; 0 where there is no ΔC."""
        if not self.scale:
            return np.zeros(self.count)
        shares: NDArray[np.float64] = np.clip(
            np.nan_to_num(self.change, posinf=np.inf), -self.scale, self.scale
        )
        return shares / self.scale

    @cached_property
    def raised(self) -> NDArray[np.intp]:
        """The pixels with a plus: those that raise C most, the first one most."""
        return self._strongest(self.change)

    @cached_property
    def lowered(self) -> NDArray[np.intp]:
        """The pixels with a minus."""
        return self._strongest(-self.change)

    @property
    def sides(self) -> tuple[int, int]:
        """How many pixels raise C, and how many lower it."""
        return int(np.count_nonzero(self.change > 0)), int(np.count_nonzero(self.change < 0))

    @cached_property
    def changing(self) -> NDArray[np.intp]:
        """The pixels that change the answer alone; none where there is no answer to be changed."""
        if self.flips.answer == NO_ANSWER:
            return np.zeros(0, np.intp)
        return np.flatnonzero(changed(self.flips.answers, self.flips.answer))

    @cached_property
    def contour(self) -> NDArray[np.float64]:
        """(m, 4): x1, y1, x2, y2 of each side of a pixel between ink and no ink, in pixels of the picture."""
        ink = np.pad((self.x >= INK).reshape(self.rows, self.columns), 1)
        down, right = np.nonzero(ink[1:, :] != ink[:-1, :]), np.nonzero(ink[:, 1:] != ink[:, :-1])
        # Of pads and pixels: a side below row i of `ink` is the top of row i of the picture.
        flat = np.stack([down[1] - 1, down[0], down[1], down[0]], axis=1)
        upright = np.stack([right[1], right[0] - 1, right[1], right[0]], axis=1)
        return np.concatenate([flat, upright]).astype(np.float64)

    def _strongest(self, sizes: NDArray[np.float64]) -> NDArray[np.intp]:
        kept = np.where(sizes > 0, sizes, 0.0)
        first = np.argsort(-kept, kind="stable")[:SIGNED]
        return first[kept[first] > 0]


def rounded_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten that is no less; 0 for 0."""
    if value <= 0 or not isfinite(value):
        return 0.0
    power = 10.0 ** floor(log10(value))
    return next(
        (step * power for step in (1.0, 2.0, 5.0, 10.0) if value <= step * power * (1 + 1e-12)), 10 * power
    )

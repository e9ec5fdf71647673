"""Where each pattern stands in the picture of a filter's answers, how bright it is, and the bars below."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from gui.filters.answers import BLANK, FilterAnswers

# Brightness of a pattern that occurs once, and what is added up to the legend's largest power of ten.
LEAST_LIGHT, MORE_LIGHT = 0.22, 0.78
# A pattern is so many px wide at most, at 100 %; patterns stand so far apart, or 1 px where there is less room.
MOST_SIDE_PX, APART_PX = 16.0, 2
# Between numbers under the axis, in px at 100 %.
NUMBER_PX = 56.0
# Widths of a step, times a power of ten: so many that little room is left over.
STEPS = (
    *(1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0, 2.25, 2.5, 2.8),
    *(3.2, 3.6, 4.0, 4.5, 5.0, 5.6, 6.4, 7.2, 8.0, 9.0),
)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Binning:
    """How wide a step of z is, and how large patterns are.

    Attributes
    ----------
    step : float
        Patterns whose z lies above one multiple of it, and not above the next, stand over each other.
    cell : int
        Px of each of a pattern's pixels.
    pitch : int
        Px from one pattern to the next in a stack; less than a pattern is high where a stack would be too high.
    """

    step: float
    cell: int
    pitch: int


@dataclass(frozen=True)
class PatternMarks:
    """All patterns that occur, from left to right by their z, and of one step of z the most frequent at the axis.

    Attributes
    ----------
    binning : Binning
    first : int
        The leftmost step begins at ``first * binning.step``.
    width, column : int
        Px of a step, and of one of the stacks that it has side by side.
    code, x, y : (n,)
        Which pattern stands where: its top left corner, in px, y upwards from the axis.
    light : (n,)
        Its brightness, 0 to 1.
    speaks : (n,)
        Whether its z is above 0.
    side : int
        Px of a pattern.
    bars : (steps,)
        For each step the share of all windows of the training set.
    top : float
        The share that the longest bar stands for that is not cut.
    cut : int or None
        Which step's bar is cut, for the blank window is in it.
    ticks : tuple of (float, float)
        Numbers of the axis: x in px, z.
    power : int
        Full brightness stands for ten to this power, or more.
    """

    binning: Binning
    first: int
    width: int
    column: int
    code: NDArray[np.intp]
    x: NDArray[np.intp]
    y: NDArray[np.intp]
    light: Floats
    speaks: NDArray[np.bool_]
    side: int
    bars: Floats
    top: float
    cut: int | None
    ticks: tuple[tuple[float, float], ...]
    power: int

    @property
    def zero_x(self) -> float:
        """Px of z = 0."""
        return float(-self.first * self.width)

    @property
    def total_width(self) -> int:
        """Px of all steps."""
        return len(self.bars) * self.width

    def at(self, x: float, y: float) -> int | None:
        """The code of the pattern at this place, or next to it in its stack; None where no stack stands."""
        in_step = np.flatnonzero((self.x <= x) & (x < self.x + self.column))
        if not in_step.size:
            return None
        # The one that is seen there: where patterns overlap, that of a higher place lies over the one below.
        under = in_step[self.y[in_step] <= y]
        if not under.size:
            return int(self.code[in_step[np.argmin(self.y[in_step])]])
        best = under[np.argmax(self.y[under])]
        return int(self.code[best]) if y < self.y[best] + 3 * self.side else None


def pattern_marks(
    answers: FilterAnswers, width: float, height: float, scale: float, before: Binning | None = None
) -> PatternMarks | None:
    """The marks for so much room; None without any, or where an answer is no number.

    `before` is kept where it still fits, so that nothing jumps while numbers move.
    """
    codes = answers.ranked
    if not codes.size or not answers.is_finite or width < answers.windows.kernel + 1:
        return None
    z = answers.z[codes]
    kernel = answers.windows.kernel
    binning = _binning(z, kernel, width, height, scale, before)
    step = _steps(z, binning.step)
    first, last = min(int(step.min()), 0), max(int(step.max()), -1)
    count = last - first + 1
    # Into each stack the most frequent first; of equals, the larger z.
    order = np.lexsort((-z, -answers.counts[codes], step))
    codes, z, step = codes[order], z[order], step[order]
    begins = np.flatnonzero(np.r_[True, step[1:] != step[:-1]])
    level = np.arange(len(step)) - np.repeat(begins, np.diff(np.r_[begins, len(step)]))
    pixels = max(1, int(width // count))
    side = kernel * binning.cell
    beside = _beside(pixels, max(binning.pitch, side + 1))
    row, place = np.divmod(level, beside)
    column = pixels // beside
    counts = answers.counts[codes]
    seen = counts[codes != BLANK]
    power = max(1, floor(log10(max(10, int(seen.max(initial=1))))))
    times = np.log10(np.maximum(1, counts)) / power
    bars = np.bincount(step - first, weights=answers.share[codes], minlength=count).astype(np.float64)
    blank = int(_steps(answers.z[[BLANK]], binning.step)[0]) - first
    others = bars.copy()
    if 0 <= blank < count:
        others[blank] -= answers.share[BLANK]
    top = float(others.max())
    return PatternMarks(
        binning=binning,
        first=first,
        width=pixels,
        code=codes,
        column=column,
        x=(step - first) * pixels + place * column + (column - side) // 2,
        y=row * binning.pitch,
        light=LEAST_LIGHT + MORE_LIGHT * np.minimum(1.0, times),
        speaks=z > 0,
        side=side,
        bars=bars,
        top=top or 1.0,
        cut=blank if top > 0 and 0 <= blank < count and bars[blank] > top else None,
        ticks=_ticks(first, count, binning.step, pixels, scale),
        power=power,
    )


def _binning(
    z: Floats, kernel: int, width: float, height: float, scale: float, before: Binning | None
) -> Binning:
    """The largest patterns for which all have room over each other, in the narrowest steps that have room.

    Where so many answers are alike that they would stand too high, steps are wider, with several patterns side by side.
    """
    if before is not None and _stays(z, kernel, width, height, before):
        return before
    cells = range(max(1, int(MOST_SIDE_PX * scale / kernel)), 0, -1)
    sizes = [(cell, kernel * cell + apart) for cell in cells for apart in (APART_PX, 1)]
    for cell, pitch in sizes:
        most = int(width // pitch)
        if most >= 2:
            binning = Binning(_narrowest(z, most), cell, pitch)
            if _rows(z, binning.step, width, pitch) * pitch <= height:
                return binning
    step, count = 0.0, max(2, int(width // (kernel + 1)))
    while count >= 2:
        step = _narrowest(z, count)
        for cell, pitch in sizes:
            if width // _count(z, step) >= pitch and _rows(z, step, width, pitch) * pitch <= height:
                return Binning(step, cell, pitch)
        count //= 2
    # Too many for the room: they overlap, and each is still seen in part.
    return Binning(step, 1, max(1, int(height // _rows(z, step, width, kernel + 1))))


def _stays(z: Floats, kernel: int, width: float, height: float, before: Binning) -> bool:
    """Whether all have room as they stand, and most of the room is used."""
    count = _count(z, before.step)
    if before.pitch <= kernel * before.cell or count * before.pitch > width:
        return False
    used = _rows(z, before.step, width, before.pitch) * before.pitch
    return used <= height and (3 * count * before.pitch > 2 * width or 3 * used > 2 * height)


def _narrowest(z: Floats, most: int) -> float:
    """The narrowest step, one of `STEPS` times a power of ten, of which no more than `most` hold all z, and 0."""
    reach = max(float(z.max()), 0.0) - min(float(z.min()), 0.0)
    power = floor(log10(reach / most)) - 1 if reach > 0 else -2
    while True:
        for step in STEPS:
            if _count(z, step * 10.0**power) <= most:
                return float(step * 10.0**power)
        power += 1


def _count(z: Floats, step: float) -> int:
    """How many steps hold all z, from 0 or to 0 at least."""
    ends = _steps(np.array([z.min(), z.max()]), step)
    return max(int(ends[1]), -1) - min(int(ends[0]), 0) + 1


def _steps(z: Floats, step: float) -> NDArray[np.int64]:
    """The step of each z: step 0 begins above 0, so that what is 0 stands on the side that a ReLU silences."""
    return np.ceil(z / step).astype(np.int64) - 1


def _rows(z: Floats, step: float, width: float, pitch: int) -> int:
    """How many rows the fullest step takes."""
    in_step = _steps(z, step)
    beside = _beside(int(width // _count(z, step)), pitch)
    return ceil(int(np.bincount(in_step - in_step.min()).max()) / beside)


def _beside(width: int, pitch: int) -> int:
    """How many patterns a step of so many px has side by side."""
    return max(1, width // pitch)


def _ticks(first: int, count: int, step: float, pixels: int, scale: float) -> tuple[tuple[float, float], ...]:
    """Round numbers of z that have room, and 0 among them."""
    least = NUMBER_PX * scale / pixels * step
    power = 10.0 ** floor(log10(least))
    apart = next(own * power for own in (1.0, 2.0, 5.0, 10.0) if own * power >= least)
    low, high = first * step, (first + count) * step
    numbers = range(ceil(low / apart - 1e-9), floor(high / apart + 1e-9) + 1)
    return tuple(((n * apart - low) / step * pixels, n * apart) for n in numbers)

"""Round numbers for the axes of the plot of L, and how they are written."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gui.widgets.number_text import compact, round_text, thousands, whole

# Floats end a little beyond ten to this power.
LARGEST_POWER = 300
# From here on a number has no room beside the axis.
WIDEST_TOTAL, WIDEST_MEAN = 1e7, 1e5
# Under this a number is written with a power of ten, as everywhere else in the window.
LEAST_PLAIN = 1e-4
# Where two numbers of a logarithmic axis stand nearest to each other, so much of the usual room is enough.
ENOUGH = 0.75
# What the multiples of each power of ten may be there, from the most numbers to the fewest.
FACTORS = ((1, 2, 5), (1, 3), (1,))


@dataclass(frozen=True)
class Tick:
    """A place on an axis, in the axis's own measure, and the number that stands there."""

    place: float
    text: str


def loss_ticks(low: float, high: float, most: int, log: bool, divisor: int = 1) -> list[Tick]:
    """Round numbers of L, or of L / `divisor`, at about `most` heights from `low` to `high`.

    Parameters
    ----------
    low, high : float
        Heights: L, or its logarithm to base 10 where `log` is true.
    divisor : int
        N on the axis of the mean Cⁿ; 1 on that of L.
    """
    if not high > low:
        return []
    return (_logarithmic if log else _linear)(low, high, max(2, most), divisor)


def _linear(low: float, high: float, most: int, divisor: int) -> list[Tick]:
    step = round_step((high - low) / divisor / most)
    values = [step * i for i in range(math.ceil(low / divisor / step), math.floor(high / divisor / step) + 1)]
    largest = max((abs(value) for value in values), default=0.0)
    if largest >= (WIDEST_MEAN if divisor > 1 else WIDEST_TOTAL) or 0 < largest < LEAST_PLAIN:
        # Written out they would not fit, or be mostly zeros; in as many figures as distinguish two neighbours.
        figures = 1 + max(1, math.ceil(math.log10(largest / step)))
        return [Tick(value * divisor, compact(value, figures)) for value in values]
    # As many decimals as distinguish two neighbours.
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return [Tick(value * divisor, _plain(value, decimals)) for value in values]


def _logarithmic(low: float, high: float, most: int, divisor: int) -> list[Tick]:
    shift = math.log10(divisor)
    # Zoomed out far, not every power of ten has room; and beyond these there are no floats.
    every = math.ceil(max(1.0, ENOUGH * (high - low) / most))
    lowest = max(math.floor(low - shift) // every * every, -LARGEST_POWER)
    powers = range(lowest, min(math.ceil(high - shift), LARGEST_POWER) + 1, every)
    for factors in FACTORS if every == 1 else FACTORS[-1:]:
        heights = [
            (power, factor, power + math.log10(factor) + shift) for power in powers for factor in factors
        ]
        ticks = [
            Tick(height, _round(factor * 10.0**power, divisor))
            for power, factor, height in heights
            if low <= height <= high
        ]
        nearest = math.log10(min(b / a for a, b in zip(factors, (*factors[1:], 10), strict=True)))
        if nearest * most >= ENOUGH * (high - low):
            break
    return ticks


def update_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Round whole numbers of updates, from 0 on, at most about `most` of them."""
    if not high > low:
        return []
    step = max(1.0, round_step((high - low) / max(1, most)))
    first = max(0, math.ceil(low / step))
    return [Tick(i * step, whole(i * step)) for i in range(first, math.floor(high / step) + 1)]


def epoch_ends(low: float, high: float, updates: int, most: int) -> list[int]:
    """The updates from `low` to `high` that end an epoch of so many updates; none where there are more than `most`."""
    if updates <= 0 or (high - low) / updates > most:
        return []
    first, last = max(1, math.ceil(low / updates)), math.floor(high / updates)
    return [number * updates for number in range(first, last + 1)]


def _round(value: float, divisor: int) -> str:
    """A number with one figure that counts; one too long for the axis, or too small, with a power of ten."""
    is_plain = LEAST_PLAIN <= value < (WIDEST_MEAN if divisor > 1 else WIDEST_TOTAL)
    return thousands(value) if is_plain else round_text(value)


def _plain(value: float, decimals: int) -> str:
    """A number with its thousands separated, without trailing zeros."""
    text = f"{value:,.{decimals}f}".replace("-", "−")
    return text.rstrip("0").rstrip(".") if "." in text else text


def round_step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is no smaller than `least`."""
    if not least > 0 or not math.isfinite(least):
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))

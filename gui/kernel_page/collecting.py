"""Collecting: one weight of a kernel after the other, what comes back to each of its places flies into it.

Pure: how far it is comes in as a number from 0 to 1, what is to be shown comes out. What has arrived is added up, so
that the number printed in a weight grows to its ∂C/∂w.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.weight_places import WeightPlaces

# Of the time of one weight its places begin one after the other within this part, and each is under way for so long.
BEGIN_PART, WAY_PART = 0.5, 0.35


@dataclass(frozen=True)
class Collected:
    """How far the collecting is.

    Attributes
    ----------
    weight : int
        Which weight of the kernel is at it, row by row; those before it are done.
    within : float
        From 0 to 1 in the time of this weight.
    """

    weight: int
    within: float


def collected_at(progress: float, weights: int) -> Collected:
    """Where `progress`, from 0 to 1 over all weights, has come; at 1 all are done."""
    at = min(max(progress, 0.0), 1.0) * weights
    weight = min(int(at), weights - 1)
    return Collected(weight, min(1.0, at - weight))


def progress_of(weight: int, weights: int) -> float:
    """Where a weight is done, just before the next one begins."""
    return 1.0 if weight >= weights - 1 else (weight + 1 - 1e-6) / weights


@dataclass(frozen=True)
class Flights:
    """What one weight's places are doing.

    Attributes
    ----------
    under_way : tuple of ((row, column), float)
        Places whose a·δ is on its way, and what part of that lies behind it.
    arrived : tuple of (row, column)
        Those whose a·δ has arrived.
    total : float
        Σ a·δ of what has arrived, in float64.
    is_done : bool
        Whether all have.
    """

    under_way: tuple[tuple[tuple[int, int], float], ...]
    arrived: tuple[tuple[int, int], ...]
    total: float
    is_done: bool


def flights(places: WeightPlaces, within: float) -> Flights:
    """What is under way and what has arrived, in reading order of the places."""
    order = sorted(places.ranked)
    under_way, arrived, total = [], [], 0.0
    for number, place in enumerate(order):
        passed = (within - BEGIN_PART * number / len(order)) / WAY_PART
        if passed >= 1:
            arrived.append(place)
            total += 0.0 if places.part is None else float(places.part[place])
        elif passed > 0:
            under_way.append((place, passed))
    return Flights(tuple(under_way), tuple(arrived), total, len(arrived) == len(order))

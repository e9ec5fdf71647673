"""Whether a place in one run's network means the same neuron as in another's."""

from __future__ import annotations

import math
from collections.abc import Mapping

from core.engine.messages import RunInfo


def common_updates(infos: Mapping[int, RunInfo], one: int, other: int) -> float:
    """How many first updates two runs have in common; -1 where neither comes from the other or from a third."""
    ways = [_way_up(infos, run) for run in (one, other)]
    shared = [min(ways[0][run], ways[1][run]) for run in ways[0] if run in ways[1]]
    return max(shared, default=-1.0)


def _way_up(infos: Mapping[int, RunInfo], run: int) -> dict[int, float]:
    """The run, its parent, and so on: up to which update each of them is the run's own past."""
    way: dict[int, float] = {run: math.inf}
    info = infos.get(run)
    while info is not None and info.parent is not None and info.parent not in way:
        way[info.parent] = min(way[info.run], info.branch_update)
        info = infos.get(info.parent)
    return way


def are_ordered_alike(infos: Mapping[int, RunInfo], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the neurons of two moments stand in the same order: sorted together, or neither of them sorted.

    Each is a run and its update.
    """
    common = common_updates(infos, one[0], other[0])
    own: list[tuple[object, ...]] = []
    for run, update in (one, other):
        info = infos.get(run)
        marks = () if info is None else info.changes
        sorts = [mark for mark in marks if mark.kind == "sorting" and mark.update <= update]
        if any(mark.update > common for mark in sorts):
            # Since then each goes its own way; two moments of one run have everything in common.
            return False
        own.append(tuple(sorts))
    return own[0] == own[1]

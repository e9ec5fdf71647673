"""Whether a place in one run's network means the same neuron as in another's."""

from __future__ import annotations

from collections.abc import Mapping

from core.engine.messages import RunInfo
from gui.timeline.common_updates import common_updates


def are_ordered_alike(infos: Mapping[int, RunInfo], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the neurons of two moments stand in the same order: sorted together, or neither of them sorted.

    Each is a run and its update.
    """
    common = common_updates(one[0], other[0], infos)
    own: list[tuple[object, ...]] = []
    for run, update in (one, other):
        info = infos.get(run)
        marks = () if info is None else info.changes
        sorts = [mark for mark in marks if mark.kind == "sorting" and mark.update <= update]
        if any(common is None or mark.update > common for mark in sorts):
            # Since then each goes its own way; two moments of one run have everything in common.
            return False
        own.append(tuple(sorts))
    return own[0] == own[1]

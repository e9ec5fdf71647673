"""How many updates two runs have in common: those made before one of them, or both, branched off."""

from __future__ import annotations

from collections.abc import Mapping

from core.engine.messages import RunInfo


def common_updates(first: int, second: int, infos: Mapping[int, RunInfo]) -> int | None:
    """So many updates of both runs are the same ones; None where neither comes from the other nor both from a third."""
    others = dict(_ancestors(second, infos))
    for run, until in _ancestors(first, infos):
        if run in others:
            return min(until, others[run])
    return None


def generation(run: int, infos: Mapping[int, RunInfo]) -> int:
    """How many runs it comes from."""
    return len(_ancestors(run, infos)) - 1


def _ancestors(run: int, infos: Mapping[int, RunInfo]) -> list[tuple[int, int]]:
    """(run, updates that it has in common with this one) of a run and all that it comes from, the nearest first.

    The last may be gone already: its number is known to what branched from it.
    """
    info = infos.get(run)
    found = [(run, 2**63 - 1)]
    while info is not None and info.parent is not None:
        found.append((info.parent, min(found[-1][1], info.branch_update)))
        info = infos.get(info.parent)
    return found

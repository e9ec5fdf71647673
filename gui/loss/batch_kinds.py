"""What the losses of a run's updates are the means of, and how they were computed, by the settings of each update."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class BatchKind:
    """What one loss of an update is the mean of.

    Attributes
    ----------
    unit : "batch", "digit" or "example"
        "batch" for the mean of several; else the loss is that of one.
    with_dropout : bool
        Whether it was computed with dropped neurons.
    """

    unit: str = "batch"
    with_dropout: bool = False


@dataclass(frozen=True)
class KindChange:
    """From the batch computed after so many updates on, batches are of this kind."""

    update: int
    kind: BatchKind


def with_kind(changes: Sequence[KindChange], update: int, kind: BatchKind) -> tuple[KindChange, ...]:
    """`changes`, and that batches are of this kind from `update` on; the first kind holds from the beginning."""
    before = tuple(change for change in changes if change.update < update)
    if before and before[-1].kind == kind:
        return before
    return (*before, KindChange(update if before else 0, kind))


def kinds_before(changes: Sequence[KindChange], update: int) -> tuple[KindChange, ...]:
    """What is known of the kinds of the batches before this update."""
    return tuple(change for change in changes if change.update == 0 or change.update < update)


def kinds_between(changes: Sequence[KindChange], start: int, stop: int) -> frozenset[BatchKind]:
    """The kinds of the batches computed after `start` to `stop - 1` updates, at least one."""
    kinds = set()
    for number, change in enumerate(changes):
        end = changes[number + 1].update if number + 1 < len(changes) else None
        if change.update < max(stop, start + 1) and (end is None or start < end):
            kinds.add(change.kind)
    return frozenset(kinds or {BatchKind()})


def common_unit(kinds: Collection[BatchKind]) -> str:
    """The unit of all these batches; single examples among larger batches are batches of one."""
    units = {kind.unit for kind in kinds}
    return units.pop() if len(units) == 1 else "batch"


def dropout_share(kinds: Collection[BatchKind]) -> str:
    """How many of these batches were computed with dropped neurons: "none", "some" or "all"."""
    found = {kind.with_dropout for kind in kinds}
    return "some" if len(found) == 2 else "all" if found == {True} else "none"

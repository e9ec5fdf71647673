"""When the edges of the weights' picture are chosen anew: they must not blink in and out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout
from gui.network.marks.edge_choice import EdgeChoice, choosing_by_signal, recounted

# The edges are chosen anew when they carry less than this part of what they carried when they were chosen.
STILL_CARRIED = 0.95


class EdgeChooser:
    """The edges that carry the displayed example's signal.

    Attributes
    ----------
    choice : EdgeChoice or None
        None until some were chosen.
    update : int
        That of the snapshot by which they were chosen; -1 before.
    is_stale : bool
        Whether they are to be chosen anew.
    """

    def __init__(self) -> None:
        self.choice: EdgeChoice | None = None
        self.update = -1
        self.is_stale = False
        self._share: float | None = None
        # What was counted last, for which snapshot, and the answer.
        self._counted: tuple[EdgeChoice, Snapshot, EdgeChoice] | None = None

    def reset(self) -> None:
        """Other places, or another network: none are chosen any more."""
        self.choice = None
        self.is_stale = True

    def follow(self, snapshot: Snapshot) -> bool:
        """Count what the edges carry of a newer update of the same example; whether that is nearly what they did."""
        if self.choice is None:
            return True
        self.choice = self.counted(self.choice, snapshot)
        return (self.choice.share or 0.0) >= STILL_CARRIED * (self._share or 0.0)

    def counted(self, choice: EdgeChoice, snapshot: Snapshot) -> EdgeChoice:
        """These edges, and how much of this snapshot's signal they carry; the same are counted once."""
        asked, of, counted = self._counted or (None, None, None)
        if of is not snapshot or asked is None or asked.edges is not choice.edges:
            counted = recounted(choice, snapshot)
        elif asked is not choice and counted is not None:
            counted = replace(choice, parts=counted.parts, sums=counted.sums)
        assert counted is not None
        self._counted = choice, snapshot, counted
        return counted

    def steps(self, snapshot: Snapshot, layout: Layout, budget: int | None) -> Iterator[None]:
        """Choose anew, in steps; until the last of them the choice is the old one."""
        self.is_stale = False
        self.choice = yield from choosing_by_signal(snapshot, layout, budget)
        self._share, self.update = self.choice.share, snapshot.update

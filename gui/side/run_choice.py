"""The runs that can be compared, as lines of a tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.engine.messages import RunInfo
from gui.timeline.run_row import RunRow, in_tree_order


@dataclass(frozen=True)
class RunChoice:
    """A run with its name, how many runs stand above it in the tree, and how many updates it has made."""

    run: int
    name: str
    depth: int
    live: int

    @property
    def line(self) -> str:
        """Its name, moved in below the run that it branches from."""
        return "\u2003" * (self.depth - 1) + "└ " + self.name if self.depth else self.name


def run_choices(
    infos: Iterable[RunInfo], names: Mapping[int, str], live: Mapping[int, int]
) -> tuple[RunChoice, ...]:
    """Every run, each below the one that it branches from, as on the timeline."""
    known = {info.run: info for info in infos}
    rows = [
        RunRow(info.run, names[info.run], parent=info.parent, branch_update=info.branch_update)
        for info in known.values()
    ]

    def depth(run: int) -> int:
        parent = known[run].parent
        return 0 if parent is None or parent not in known else 1 + depth(parent)

    return tuple(
        RunChoice(row.run, row.name, depth(row.run), live.get(row.run, 0)) for row in in_tree_order(rows)
    )

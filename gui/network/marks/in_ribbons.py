"""How many connections are drawn together, in ribbons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class InRibbons:
    """What the ribbons of a group of connections stand for (`gui.network.marks.ribbon_marks`).

    Attributes
    ----------
    number : int
        Ribbons that are drawn.
    connections, in_view : int
        For how many connections they stand, and those of them that pass through what is seen of an enlarged network.
    share : float
        What part they have of the group's Σ|value|.
    """

    number: int = 0
    connections: int = 0
    in_view: int = 0
    share: float = 0.0


NO_RIBBONS = InRibbons()

"""Which numbers of the parameters the edges show at a moment: ribbons and kernels beside them show the same."""

from __future__ import annotations

from dataclasses import dataclass

from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.marks.edge_values import OF_UPDATE


@dataclass(frozen=True, eq=False)
class ShownNumbers:
    """Vectors of all parameters.

    Attributes
    ----------
    picture : str
        What the edges show that no backward front has passed, one of `edge_values.PICTURES`.
    weights : (parameter_count,) array or None
        The weights that are drawn, which may be newer than those of the displayed example; None before there are some.
    of_update : (parameter_count,) array or None
        The mean gradient or change that is drawn; None where the edges show none, or it is not known.
    sign : int
        The only sign that is drawn of what `picture` shows, 1 or -1; 0 where both are.
    """

    picture: str = "weight"
    weights: Array | None = None
    of_update: Array | None = None
    sign: int = 0


def own_numbers(snapshot: Snapshot, picture: str) -> ShownNumbers:
    """Those of one snapshot, where all that is shown is of it."""
    own = {"mean_gradient": snapshot.mean_gradient, "change": snapshot.change}
    return ShownNumbers(picture, snapshot.parameters, own[picture] if picture in OF_UPDATE else None)

"""How lines are told apart without a hue: by how light they are, by their dashes and by their names."""

from __future__ import annotations

from dataclasses import dataclass

from gui.curves.curve_set import OUT, CurveSet
from gui.loss.curve_signs import RUN_DASHES

# The first layer's line is so much of the text's colour over the ground; the last one's is the text's own.
FAINTEST = 0.5
# So many dashes are told from each other.
MOST_DASHES = len(RUN_DASHES)
_DASHES = tuple(RUN_DASHES.values())
_COST = {"cost": (1.0, ()), "mean": (0.8, _DASHES[0]), "l1": (0.6, _DASHES[1]), "l2": (0.6, _DASHES[2])}


@dataclass(frozen=True)
class CurveStyle:
    """A line's look.

    Attributes
    ----------
    share : float
        How much of the text's colour lies over the ground, in [0, 1].
    dashes : tuple of float
        Lengths of line and gap in turn, in px at 100 %; () for a solid line.
    width : float
        In px at 100 %.
    is_named : bool
        Whether its name stands at its end: of many lines the first and the last only.
    """

    share: float
    dashes: tuple[float, ...]
    width: float
    is_named: bool


def styles_of(curves: CurveSet) -> list[CurveStyle]:
    """The look of each line, in their order."""
    if not curves.is_of_layers:
        return [CurveStyle(share, dashes, 1.4, True) for share, dashes in (_COST[key] for key in curves.keys)]
    count = len(curves.keys)
    styles = []
    for place, key in enumerate(curves.keys):
        share = 1.0 if count == 1 else FAINTEST + (1 - FAINTEST) * place / (count - 1)
        is_end = place in (0, count - 1)
        if count <= MOST_DASHES:
            styles.append(CurveStyle(share, () if key == OUT else _DASHES[place], 1.4, True))
        else:
            # Among many nobody could tell a dash from another one: there one points at a line.
            styles.append(CurveStyle(share, (), 1.6 if is_end else 0.9, is_end))
    return styles

"""One row of the legend of marks: what a kind of mark is called, and what its look stands for now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from gui.network.marks.coverage_text import scale_text
from gui.widgets.number_text import compact
from gui.widgets.sentence_text import enumerated

# The scales of so many layers are named; of more only the least and the largest.
MAX_SCALES = 8


@dataclass(frozen=True)
class LegendRow:
    """One kind of mark.

    Attributes
    ----------
    key : str
        Its name in `mark_catalog`.
    name : str
        What it is called, in a word.
    words : str
        What its colour, width or size stands for, with the numbers that are in force now.
    kind : str
        Of edges, ribbons, kernels and arcs: which numbers they show, as in `edge_marks.SIGN_TOKENS`, for these have the
        colours; of all else it says nothing.
    """

    key: str
    name: str
    words: str
    kind: str = "weight"


def numbers_text(scales: Sequence[float]) -> str:
    """ "6.2, –, 1.0", one for each layer; one number where all are alike, of many the least and the largest."""
    known = [scale for scale in scales if isfinite(scale)]
    if len(scales) > MAX_SCALES and known and min(known) < max(known):
        return f"{compact(min(known))} … {compact(max(known))}"
    texts = [scale_text(scale) for scale in scales]
    return texts[0] if len(set(texts)) == 1 else enumerated(texts)

"""What ribbons stand for, counted with the connections that are drawn one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.in_ribbons import InRibbons
from gui.network.marks.ribbon_marks import RibbonMarks


def with_ribbons(choice: EdgeChoice, ribbons: Iterable[RibbonMarks], clip: Rect | None) -> EdgeChoice:
    """The same choice, with what these ribbons stand for; `clip` is what is seen of an enlarged network.

    Where only connections of one sign are chosen a ribbon counts for none: those in it may have either.
    """
    counted = {}
    for marks in ribbons:
        count, seen = int(marks.connections.sum()), int(marks.connections[_in_view(marks, clip)].sum())
        known = (0, 0, 0.0) if choice.sign else (count, seen, marks.share)
        counted[marks.group] = InRibbons(marks.source.size, *known)
    return replace(choice, ribbons=counted) if counted else choice


def _in_view(marks: RibbonMarks, clip: Rect | None) -> NDArray[np.bool_]:
    """(k,) flags: whose surrounding rectangle meets what is seen."""
    if clip is None:
        return np.ones(marks.source.size, np.bool_)
    half = marks.width / 2
    top, bottom = np.minimum(marks.y1, marks.y2) - half, np.maximum(marks.y1, marks.y2) + half
    across = (marks.x1 < clip.x + clip.width) & (marks.x2 > clip.x)
    return np.asarray(across & (top < clip.y + clip.height) & (bottom > clip.y))

"""Which outputs of an example stand as bars beside the wall, how long each is, and what its C is made of."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import NO_CLASS
from gui.network.marks.mark_types import BarMarks

# Bars that stand below each other at most: of more outputs the right one and the largest.
MOST_BARS = 12

ONE, EVERY, SQUARES = "one", "every", "squares"
"""C is −ln y of the right answer alone; every output adds to it by ln; or by the square of its distance from ŷ."""


def mapping_of(loss: str, output: str) -> str:
    """`ONE`, `EVERY` or `SQUARES`: what C is made of, with this loss and this activation of the output layer."""
    if loss != "cross_entropy":
        return SQUARES
    return ONE if output == "softmax" else EVERY


@dataclass(frozen=True)
class AnswerRows:
    """Some of an example's outputs, in their order.

    Attributes
    ----------
    outputs : (m,) int
        Which ones.
    y : (m,)
        NaN where it has not come yet.
    targets : (m,)
        ŷ; empty where no mark shows it, since C is −ln y of the right one.
    names : tuple of str
    right, predicted : int or None
        The right class and what is said, by their place among these rows.
    mapping : str
        `ONE`, `EVERY` or `SQUARES`.
    left_out : int
        Outputs that have no row.
    left_out_sum : float
        Their y together; NaN before they have come.
    scale : float
        The y that is a full bar.
    has_negatives : bool
        Whether an output may be negative: then 0 stands in the middle.
    """

    outputs: NDArray[np.intp]
    y: NDArray[np.float64]
    targets: NDArray[np.float64]
    names: tuple[str, ...]
    right: int | None
    predicted: int | None
    mapping: str
    left_out: int = 0
    left_out_sum: float = 0.0
    scale: float = 1.0
    has_negatives: bool = False

    def bars(self, width: float) -> BarMarks:
        """The bars on tracks of so many px."""
        full, least = (width / 2, -1.0) if self.has_negatives else (width, 0.0)
        return BarMarks(
            length=np.clip(self.y / self.scale, least, 1) * full,
            label=("",) * len(self.y),
            names=self.names,
            right=self.right,
            predicted=self.predicted,
            zero=0.5 if self.has_negatives else 0.0,
            target=tuple((np.clip(self.targets / self.scale, least, 1) * full).tolist()),
        )


def answer_rows(
    outputs: NDArray[np.floating] | None,
    targets: NDArray[np.floating] | None,
    names: tuple[str, ...],
    label: int | None,
    answer: int,
    loss: float,
    mapping: str,
    is_unit: bool = True,
    scale: float = 1.0,
) -> AnswerRows:
    """The rows of one example.

    Parameters
    ----------
    outputs, targets : (n_out,) or None
        y and ŷ; None before they have come: then with `ONE` y of the right class is known from C all the same.
    names : tuple of str
        Of the outputs.
    label : int or None
        The right class; None for regression.
    answer : int
        The class that is said, or `NO_CLASS`.
    loss : float
        Its C.
    is_unit : bool
        Whether each y is between 0 and 1; else `scale` is the largest target.
    """
    count = len(names)
    y = np.full(count, np.nan) if outputs is None else outputs.astype(np.float64)
    if mapping == ONE and label is not None and math.isfinite(loss):
        # What C is made of, which is more precise than what single precision keeps of y.
        y[label] = math.exp(-loss)
    shown = np.arange(count)
    if count > MOST_BARS:
        must = [own for own in (label, answer) if own is not None and own != NO_CLASS]
        order = np.argsort(-np.nan_to_num(y, nan=0.0), kind="stable")
        kept = [*dict.fromkeys([*must, *order.tolist()])][:MOST_BARS]
        shown = np.sort(np.array(kept, np.intp))
    others = np.setdiff1d(np.arange(count), shown)
    place = {int(output): i for i, output in enumerate(shown.tolist())}
    has_targets = mapping != ONE and targets is not None
    return AnswerRows(
        outputs=shown,
        y=y[shown],
        targets=targets[shown].astype(np.float64) if has_targets and targets is not None else np.zeros(0),
        names=tuple(names[i] for i in shown.tolist()),
        right=None if label is None else place.get(label),
        predicted=place.get(answer) if label is not None and answer != NO_CLASS else None,
        mapping=mapping,
        left_out=len(others),
        left_out_sum=float(y[others].sum()),
        scale=1.0 if is_unit else scale,
        has_negatives=not is_unit,
    )

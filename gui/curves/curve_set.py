"""The lines of one plot, as numbers over the updates at which they were measured."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLossHistory
from core.analysis.layer_curves import LayerCurves

KINDS = ("loss", "cost", "gradient", "update", "idle", "noise")
"""What can stand in the lower area: L, and what `CurveSet` has; in the order in which it is offered."""
OF_LAYERS = {
    "gradient": ("gradient_rms",),
    "update": ("update_ratio",),
    "idle": ("dead_share", "saturated_share"),
    "noise": ("gradient_noise",),
}
"""Which of `core.analysis.layer_curves.QUANTITIES` each kind shows; two of them as their sum."""
STARTS_IN_LOG = frozenset({"gradient", "update", "noise"})
"""On an axis of logarithms unless the user wants it otherwise."""
OUT = "out"

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class CurveSet:
    """Some lines over the same updates. Two are equal only where they are the same.

    Attributes
    ----------
    kind : str
        One of `KINDS`, but "loss".
    keys : tuple of str
        A line each. Of layers their numbers, counted as in pictures, and "out" for the output layer; of what is
        trained "cost" (mean C with its penalties), "mean" (mean C alone), "l1" and "l2".
    updates : (rows,) int64 array
        Rising.
    values : (rows, lines) float64 array
        NaN is not measured.
    parts : (k, rows, lines) array
        What each value is the sum of, where it is one: the shares of dead and of saturated neurons.
    samples : (rows, 2) int64 array
        Of "noise": of how many examples √tr Σ was measured, the first of the batch, and how many the batch had.
    """

    kind: str
    keys: tuple[str, ...]
    updates: NDArray[np.int64]
    values: Numbers
    parts: Numbers = field(default_factory=lambda: np.empty((0, 0, 0)))
    samples: NDArray[np.int64] = field(default_factory=lambda: np.empty((0, 2), np.int64))

    @classmethod
    def empty(cls, kind: str) -> CurveSet:
        """Without any line."""
        return _EMPTY[kind]

    @property
    def is_of_layers(self) -> bool:
        """Whether each line is a layer's."""
        return self.kind in OF_LAYERS

    def nearest(self, update: int) -> int | None:
        """The row measured at this update, or nearest to it; None where there is none."""
        return int(np.argmin(np.abs(self.updates - update))) if len(self.updates) else None

    def stepped(self, update: int | None, by: int) -> int | None:
        """The update `by` dots on from this one; the last dot's from None, and None where there is no dot."""
        dots = self.updates[np.isfinite(self.values).any(axis=1)]
        if not len(dots):
            return None
        if update is None:
            return int(dots[-1])
        # From between two dots the first step leads to the next one on that side.
        place = int(np.searchsorted(dots, update, "left" if by < 0 else "right")) + (by if by < 0 else by - 1)
        return int(dots[min(len(dots) - 1, max(0, place))])

    def sample_at(self, row: int) -> tuple[int, int] | None:
        """Of how many examples of how many a row was measured; None where that is of all, or of none."""
        if row >= len(self.samples):
            return None
        count, whole = (int(number) for number in self.samples[row])
        return (count, whole) if 0 < count < whole else None


# Each of them once: a picture is made again where another one is shown.
_EMPTY = {kind: CurveSet(kind, (), np.empty(0, np.int64), np.empty((0, 0))) for kind in KINDS}


def layer_set(kind: str, curves: LayerCurves) -> CurveSet:
    """What `kind` (of `OF_LAYERS`) shows of these numbers."""
    parts = np.stack([curves.of(quantity) for quantity in OF_LAYERS[kind]])
    # The last layer with weights is the output's; its neurons are never idle.
    keys = [str(layer) for layer in curves.layers[:-1]]
    if kind == "idle":
        parts = parts[:, :, :-1]
    elif curves.layers:
        keys.append(OUT)
    several = parts if len(parts) > 1 else np.empty((0, 0, 0))
    samples = np.empty((0, 2), np.int64)
    if kind == "noise":
        samples = np.stack([curves.noise_counts, curves.batch_sizes], axis=1)
    return CurveSet(kind, tuple(keys), curves.updates, parts.sum(axis=0), several, samples)


def cost_set(exact: ExactLossHistory, train_count: int) -> CurveSet:
    """Mean C of `train_count` training examples, L1 and L2; a penalty that is 0 all along has no line."""
    mean = exact.totals / train_count
    penalties = {"l1": exact.l1.copy(), "l2": exact.l2.copy()}
    lines = {"mean": mean}
    used = {key: values for key, values in penalties.items() if values.any()}
    if used:
        lines = {"cost": mean + sum(used.values()), **lines, **used}
    # What is 0 is none: λ was 0 then.
    values = np.stack(
        [np.where(line > 0, line, np.nan) if key in used else line for key, line in lines.items()]
    )
    return CurveSet("cost", tuple(lines), exact.updates.astype(np.int64), values.T.copy())

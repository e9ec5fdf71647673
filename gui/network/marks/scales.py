"""What full colour and full size stand for: scales that move slowly, so that pictures can be compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot
from gui.network.marks.edge_values import backpropagated, signals

# A scale is this percentile of |value|; for what travels a higher one, because only the largest travel ...
PERCENTILE = 99.0
PULSE_PERCENTILE = 99.8
# ... and moves this part of the way to a newer one at each renewal; less while one example stays.
STEP = 0.1
STEP_SAME_EXAMPLE = 0.01
# A percentile of more values than this is taken of evenly spread ones.
MAX_VALUES = 16_384
# So many scales of one kind are renewed at a time.
MAX_AT_A_TIME = 16
PULSE_KINDS = ("signal", "backpropagated")
EDGE_KINDS = ("weight", "gradient", "mean_gradient", "change", *PULSE_KINDS)


def percentile_of(values: NDArray[np.floating], percentile: float = PERCENTILE) -> float | None:
    """The 99th (or another) percentile of |values|, of those that are finite and not 0; None of none.

    Zeros are left out: a layer in which most neurons are silent would have the scale 0.
    """
    flat = np.ravel(values)
    if flat.size > MAX_VALUES:
        # An odd stride walks through all columns of a matrix.
        flat = flat[:: (flat.size // MAX_VALUES) | 1]
    magnitude = np.abs(flat[np.isfinite(flat) & (flat != 0)])
    if magnitude.size == 0:
        return None
    rank = int(np.ceil(percentile / 100 * magnitude.size)) - 1
    return float(np.partition(magnitude, rank)[rank])


class SmoothedScale:
    """One scale per group or layer: the first value at once, later ones a tenth of the way at a time."""

    def __init__(self, count: int, percentile: float = PERCENTILE) -> None:
        self._percentile = percentile
        self._values: list[float | None] = [None] * count
        self._turn = 0

    def update(self, values: Sequence[NDArray[np.floating]], step: float = STEP) -> None:
        """Move towards the percentile of |values|, one array per group or layer."""
        if len(values) != len(self._values):
            self._values = [None] * len(values)
        # A deep network's scales are updated in turn, some at a time: all would take longer than a frame.
        parts = -(-len(values) // MAX_AT_A_TIME)
        self._turn = (self._turn + 1) % parts
        for i, array in enumerate(values):
            if i % parts != self._turn and self._values[i] is not None:
                continue
            newest = percentile_of(array, self._percentile)
            if newest is None:
                continue
            old = self._values[i]
            self._values[i] = newest if old is None else old + step * (newest - old)

    @property
    def values(self) -> tuple[float, ...]:
        """One positive number each; 1 where nothing but zeros was seen."""
        return tuple(1.0 if value is None else value for value in self._values)


class Scales:
    """All scales of one network's picture.

    Parameters
    ----------
    n_groups : int
        Groups of connections.
    same_for_all : bool
        Use the largest group's scale for all groups.
    locked : bool
        Stay where they are; what was not seen yet gets its scale all the same.
    n_layers : int or None
        Hidden layers and the output layer; None: as many as groups.

    Notes
    -----
    Kinds: "weight", "gradient", "mean_gradient", "change", "signal" (a·w) and "backpropagated" (w·δ) have one
    scale per group of connections; "activation", "delta" and "mean_delta" one per layer.
    """

    def __init__(
        self, n_groups: int, same_for_all: bool = False, locked: bool = False, n_layers: int | None = None
    ) -> None:
        self.same_for_all = same_for_all
        self.locked = locked
        self._slow = {
            kind: SmoothedScale(n_groups, PULSE_PERCENTILE if kind in PULSE_KINDS else PERCENTILE)
            for kind in EDGE_KINDS
        }
        for kind in ("activation", "delta", "mean_delta"):
            self._slow[kind] = SmoothedScale(n_groups if n_layers is None else n_layers)
        self._example: object = None

    def update(self, values: Sequence[NDArray[np.floating]], kind: str = "weight") -> None:
        """Renew one kind's scales with its newest values, one array per group or layer."""
        self._slow[kind].update(values, 0.0 if self.locked else STEP)

    @np.errstate(invalid="ignore", over="ignore")
    def update_from_snapshot(self, snapshot: Snapshot) -> None:
        """Renew what depends on the example: activations, a·w, δ, w·δ and its gradient.

        While the same example stays the scales hardly move: a gradient that fades is seen to fade. The very snapshot
        that was seen last moves nothing: what is drawn of it need not be drawn anew.
        """
        if snapshot is self._example:
            return
        same = isinstance(self._example, Snapshot) and (
            snapshot.run == self._example.run and snapshot.example.is_same_sample(self._example.example)
        )
        self._example = snapshot
        step = 0.0 if self.locked else STEP_SAME_EXAMPLE if same else STEP
        trace, groups = snapshot.trace, range(len(snapshot.connections))
        kinds: dict[str, Sequence[NDArray[np.floating]]] = {"activation": trace.a}
        kinds["signal"] = [signals(snapshot).some_of(group, MAX_VALUES) for group in groups]
        if trace.gradient is not None:
            kinds["delta"] = trace.delta
            kinds["gradient"] = [group.values(trace.gradient) for group in snapshot.connections]
            kinds["backpropagated"] = [
                backpropagated(snapshot).some_of(group, MAX_VALUES) for group in groups
            ]
        for kind, values in kinds.items():
            self._slow[kind].update(values, step)

    def of(self, kind: str) -> tuple[float, ...]:
        """One kind's scales, by group or by layer."""
        values = self._slow[kind].values
        if self.same_for_all and kind in EDGE_KINDS:
            return (max(values),) * len(values)
        return values

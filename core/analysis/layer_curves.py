"""Numbers of each layer over a run: its gradient, how far an update moves its weights, idle neurons, gradient noise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.may_lack import MAY_LACK
from core.nn.topology import Topology

Numbers = NDArray[np.float64]

# The quantities, in the order in which `LayerCurves.values` has them.
QUANTITIES = ("gradient_rms", "update_ratio", "gradient_noise", "dead_share", "saturated_share")
# These three are of the last update, the others of the parameters after it.
OF_UPDATE = 3
# A series has at most so many rows, or as many as hold so many numbers: even ones, so that thinning keeps both ends.
MOST_ROWS, LEAST_ROWS, MOST_NUMBERS = 2000, 64, 100_000
# Beyond it a double does not count by ones any more.
MOST_UPDATES = 2**53


def weighted_layers(topology: Topology) -> tuple[int, ...]:
    """The numbers of the layers that have weights, the input counted as 0."""
    return tuple(sorted({entry.layer + 1 for entry in topology.table.entries if entry.name == "W"}))


@dataclass(frozen=True)
class LayerCurve:
    """One renewal: what was measured of each layer with weights after `update` updates. NaN is not measured.

    Attributes
    ----------
    run, update : int
    layers : tuple of int
        Which layers these are, counted as in pictures: the input is 0, so the first hidden layer is 1. All arrays are
        (len(layers),), in this order. Pools and other layers without weights are left out.
    gradient_rms : array
        √mean (∂C/∂w)² over the layer's weights, without biases: of the gradient that update `update` followed, of its
        batch's mean C with L1 and L2, before clipping, in nats for each 1 of a weight.
    update_ratio : array
        rms ΔW / rms W: what that update changed, against W before it; biases are left out. 0 where nothing changed,
        infinite where W was 0.
    gradient_noise : array
        √tr Σ / ‖g‖ of W and b: Σ the covariance of single examples' gradients in that update's batch, g the batch's
        mean gradient; both of C alone, without penalties, with the dropout of that update. Divided by √batch_size it
        is the relative error of g. NaN for a batch of one example, and where g and Σ are 0; infinite where only g is.
    dead_share, saturated_share : array
        In [0, 1]: which share of the layer's neurons is dead, or saturated, over the test set after the update, as
        `core.analysis.neuron_statistics` has it (dead: f'(z) is flat for all examples; saturated, for sigmoid and
        tanh: for 95 % of them). Of a layer of feature maps the share of its maps, by the mean over a map's cells. NaN
        for the output layer, and without a test set.
    noise_count : int
        Examples that Σ was estimated from: the first of the batch, whose order is random, at most 64; 0 where it was
        not.
    batch_size : int
        Examples in that update's batch; 0 where nothing is known of an update: before the first one, after a change by
        hand, and after a run was loaded.
    clip_factor : float
        What clipping multiplied the gradient of that update by: 1 where its norm was within the limit, or there was
        none; NaN where it is not known, as nothing is of the update, or the run is of an earlier version's file.
    """

    run: int
    update: int
    layers: tuple[int, ...]
    gradient_rms: Numbers
    update_ratio: Numbers
    gradient_noise: Numbers
    dead_share: Numbers
    saturated_share: Numbers
    noise_count: int
    batch_size: int
    clip_factor: float = math.nan


@dataclass(frozen=True)
class LayerCurves:
    """A whole series as a value.

    Attributes
    ----------
    layers : tuple of int
        As `LayerCurve` has them.
    updates : (rows,) int64
        Rising.
    values : (5, rows, layers) float64
        The numbers of `LayerCurve`, in the order of `QUANTITIES`; `of` names one.
    noise_counts, batch_sizes : (rows,) int64
    clip_factors : (rows,) float64, optional
        None where none is known.
    """

    layers: tuple[int, ...]
    updates: NDArray[np.int64]
    values: Numbers
    noise_counts: NDArray[np.int64]
    batch_sizes: NDArray[np.int64]
    clip_factors: NDArray[np.float64] | None = field(default=None, metadata={MAY_LACK: True})

    def of(self, quantity: str) -> Numbers:
        """(rows, layers): one of `QUANTITIES` over the updates.

        Raises
        ------
        ValueError
            When there is no such quantity.
        """
        series: Numbers = self.values[QUANTITIES.index(quantity)]
        return series


class LayerCurveHistory:
    """The series of one run, with bounded memory: beyond `most` rows every second one goes, never the first or newest.

    Parameters
    ----------
    layers : sequence of int
        As `LayerCurve` has them.

    Attributes
    ----------
    most : int
    changes : int
        How often something came in or went.
    """

    def __init__(self, layers: Sequence[int]) -> None:
        self.layers = tuple(layers)
        rows = MOST_NUMBERS // (len(QUANTITIES) * max(1, len(self.layers)))
        self.most = max(LEAST_ROWS, min(MOST_ROWS, rows)) // 2 * 2
        self.changes = 0
        self._updates = np.empty(0, np.int64)
        self._values = np.empty((len(QUANTITIES), 0, len(self.layers)))
        # Of each row the examples that the noise was measured with, and those of the batch.
        self._counts = np.empty((2, 0), np.int64)
        self._factors = np.empty(0)

    @classmethod
    def of(cls, saved: LayerCurves) -> LayerCurveHistory:
        """The history that `saved` was taken of.

        Raises
        ------
        ValueError
            When its parts do not fit each other.
        """
        history = cls(saved.layers)
        rows = len(saved.updates) if saved.updates.ndim == 1 else -1
        factors = np.full(max(rows, 0), np.nan) if saved.clip_factors is None else saved.clip_factors
        fits = (
            rows <= history.most
            and saved.values.shape == (len(QUANTITIES), rows, len(saved.layers))
            and saved.noise_counts.shape == saved.batch_sizes.shape == (rows,)
            and (np.diff(saved.updates) > 0).all()
            and (not rows or 0 <= saved.updates[0] <= saved.updates[-1] <= MOST_UPDATES)
            and factors.shape == (rows,)
            and ((factors >= 0) & (factors <= 1) | np.isnan(factors)).all()
            and (saved.noise_counts >= 0).all()
            and (saved.noise_counts <= saved.batch_sizes).all()
            and all(before < layer for before, layer in zip((0, *saved.layers), saved.layers, strict=False))
        )
        if not fits:
            raise ValueError("these are no layers' numbers of one run")
        history._updates, history._values = saved.updates.astype(np.int64), saved.values.astype(np.float64)
        history._counts = np.stack([saved.noise_counts, saved.batch_sizes]).astype(np.int64)
        history._factors = factors.astype(np.float64)
        return history

    def __len__(self) -> int:
        return len(self._updates)

    def saved(self) -> LayerCurves:
        """All of it, in copies."""
        noise_counts, batch_sizes = self._counts.copy()
        updates, values, factors = self._updates.copy(), self._values.copy(), self._factors.copy()
        return LayerCurves(self.layers, updates, values, noise_counts, batch_sizes, factors)

    def add(self, curve: LayerCurve) -> None:
        """Add one; the same update's takes its place, but what that one knows of the update stays where this does not.

        Raises
        ------
        ValueError
            When it is of other layers.
        """
        if curve.layers != self.layers:
            raise ValueError(f"numbers of layers {curve.layers} for a run with layers {self.layers}")
        place = int(np.searchsorted(self._updates, curve.update))
        values = np.stack([getattr(curve, name) for name in QUANTITIES])
        counts, factor = np.array([curve.noise_count, curve.batch_size], np.int64), curve.clip_factor
        if place < len(self) and self._updates[place] == curve.update:
            if not curve.batch_size:
                values[:OF_UPDATE], counts = self._values[:OF_UPDATE, place], self._counts[:, place]
                factor = self._factors[place]
            self._values[:, place], self._counts[:, place], self._factors[place] = values, counts, factor
        else:
            self._updates = np.insert(self._updates, place, curve.update)
            self._values = np.insert(self._values, place, values, axis=1)
            self._counts = np.insert(self._counts, place, counts, axis=1)
            self._factors = np.insert(self._factors, place, factor)
        if len(self) > self.most:
            # An odd number of rows: both ends stay.
            self._keep(slice(None, None, 2))
        self.changes += 1

    def go_back(self, update: int) -> None:
        """Forget those of later updates."""
        self._keep(slice(int(np.searchsorted(self._updates, update, side="right"))))
        self.changes += 1

    def until(self, update: int) -> LayerCurveHistory:
        """A history of its own of the first `update` updates, which a run that branches there has in common."""
        begun = LayerCurveHistory.of(self.saved())
        begun.go_back(update)
        return begun

    def at(self, run: int, update: int) -> LayerCurve | None:
        """The row of this very update, as one of `run`; None where there is none."""
        place = int(np.searchsorted(self._updates, update))
        if place == len(self) or self._updates[place] != update:
            return None
        noise_count, batch_size = (int(count) for count in self._counts[:, place])
        numbers: dict[str, Any] = dict(zip(QUANTITIES, self._values[:, place].copy(), strict=True))
        numbers |= {"clip_factor": float(self._factors[place])}
        return LayerCurve(run, update, self.layers, noise_count=noise_count, batch_size=batch_size, **numbers)

    def _keep(self, rows: slice) -> None:
        self._updates, self._counts = self._updates[rows].copy(), self._counts[:, rows].copy()
        self._values, self._factors = self._values[:, rows].copy(), self._factors[rows].copy()

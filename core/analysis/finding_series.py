"""What findings are made of: a run's exact losses and its layers' numbers side by side, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLossHistory
from core.analysis.layer_curves import LayerCurves, Numbers

Mask = NDArray[np.bool_]

# So many of the newest exact losses are looked at, minutes of training at full speed, and at most as many of all that
# were before, evenly: a millisecond of work however long a run is.
NEWEST_ROWS = 256


@dataclass(frozen=True)
class Beginning:
    """What a run was begun with, as far as findings ask.

    Attributes
    ----------
    n_in : int
        Inputs of the network.
    hidden_layers : int
        Hidden layers with weights.
    initializer : str
        As `core.nn.architecture.Architecture` has it; "" where the weights came from a file.
    initial_scale : float or None
        As the architecture has it.
    is_regression : bool
        Whether numbers are to be met, and no classes.
    baseline : float
        The mean C of one constant prediction, `core.loss.baseline`.
    epoch_updates : int
        Updates of one pass over the training set.
    train_count : int
        Examples of the training set.
    activations : tuple of str
        One for each hidden layer with weights.
    set_by_hand : frozenset of str
        Which of "w" and "b" were not left as they were drawn: some were set by hand before the first update, and not
        to 0.
    is_without_inputs : bool
        Whether each input is one number in all training examples, so that there is nothing to learn from.
    """

    n_in: int
    hidden_layers: int
    initializer: str
    initial_scale: float | None
    is_regression: bool
    baseline: float
    epoch_updates: int
    train_count: int
    activations: tuple[str, ...]
    set_by_hand: frozenset[str] = frozenset()
    is_without_inputs: bool = False


@dataclass(frozen=True)
class RunSeries:
    """The rows: one for each update whose exact L is known, in rising order.

    Attributes
    ----------
    begun : Beginning
    updates : (n,) int64
    train, test : (n,) float64
        Mean C of both sets in nats, without penalties; NaN where there is no test set.
    layers : tuple of int
        The layers with weights, as `core.analysis.layer_curves.LayerCurve` counts them; the last one is the output.
    gradient_rms, update_ratio, dead_share : (n, layers) float64
        As `LayerCurve` has them; NaN in rows where nothing was measured of the layers.
    batch_sizes : (n,) int64
        Examples of the batch that `gradient_rms` is the gradient of; 0 in rows where that was not measured.
    segment : (n,) int64
        How often settings or parameters had been changed by hand before the row: within one number all rows are of the
        same training.
    is_edited : (n,) bool
        Whether a parameter was set by hand after that very update, and the row measured after that: as at update 0,
        nothing was trained to get there. Its means are NaN where it was measured between two edits.
    """

    begun: Beginning
    updates: NDArray[np.int64]
    train: Numbers
    test: Numbers
    layers: tuple[int, ...]
    gradient_rms: Numbers
    update_ratio: Numbers
    dead_share: Numbers
    batch_sizes: NDArray[np.int64]
    segment: NDArray[np.int64]
    is_edited: Mask

    @classmethod
    def of(
        cls,
        begun: Beginning,
        exact: ExactLossHistory,
        curves: LayerCurves | None,
        changes: Sequence[int] = (),
        until: int | None = None,
        edits: Sequence[int] = (),
    ) -> RunSeries:
        """Side by side what is known after at most `until` updates, measured in the order of the training.

        What was measured because one looked back is left out: nothing was trained, so nothing is found by that, nor
        is over.

        Parameters
        ----------
        begun : Beginning
        exact : ExactLossHistory
        curves : LayerCurves or None
            None where nothing is known of the layers.
        changes : sequence of int
            After how many updates settings or parameters were changed by hand.
        until : int or None
            None for all.
        edits : sequence of int
            Those of `changes` where parameters were changed.
        """
        measured = exact.of_training
        all_updates = exact.updates[measured]
        end = len(all_updates) if until is None else int(np.searchsorted(all_updates, until, side="right"))
        rows = measured[_looked_at(end)]
        updates = exact.updates[rows].astype(np.int64)
        train, test = exact.train_means[rows], exact.test_means[rows]
        layers: tuple[int, ...] = ()
        numbers, batch_sizes = np.full((3, len(updates), 0), np.nan), np.zeros(len(updates), np.int64)
        if curves is not None:
            layers = curves.layers
            numbers = np.full((3, len(updates), len(layers)), np.nan)
            place = np.searchsorted(curves.updates, updates)
            known = place < len(curves.updates)
            known[known] = curves.updates[place[known]] == updates[known]
            for number, name in enumerate(("gradient_rms", "update_ratio", "dead_share")):
                numbers[number, known] = curves.of(name)[place[known]]
            batch_sizes[known] = curves.batch_sizes[place[known]]
        is_between = np.isin(updates, exact.between_edits)
        is_edited = np.isin(updates, np.asarray(edits, np.int64)) & ~np.isin(updates, exact.before_edit)
        is_edited |= is_between
        train[is_between] = test[is_between] = np.nan
        # What was measured at the very update of a change is of the training before it, but where it was measured anew
        # with the parameters that were set by hand.
        ordered = np.sort(np.asarray(changes, np.int64))
        segment = np.where(
            is_edited,
            np.searchsorted(ordered, updates, side="right"),
            np.searchsorted(ordered, updates, side="left"),
        )
        rms, ratio, dead = numbers
        return cls(begun, updates, train, test, layers, rms, ratio, dead, batch_sizes, segment, is_edited)

    def __len__(self) -> int:
        return len(self.updates)


def periods(series: RunSeries, holds: Mask, renewals: int, updates: int) -> list[tuple[int, int]]:
    """The rows (first, last) between which `holds` is true throughout, for a while.

    A while is at least `renewals` rows that are at least `updates` updates apart, without a change by hand between
    them.
    """
    if not holds.any():
        return []
    joined = holds[1:] & holds[:-1] & (series.segment[1:] == series.segment[:-1])
    first = np.flatnonzero(holds & ~np.r_[False, joined])
    last = np.flatnonzero(holds & ~np.r_[joined, False])
    long = (last - first + 1 >= renewals) & (series.updates[last] - series.updates[first] >= updates)
    return list(zip(first[long].tolist(), last[long].tolist(), strict=True))


def before(series: RunSeries, updates: int) -> NDArray[np.int64]:
    """(n,): for each row the newest of the same segment at least `updates` updates older; -1 where there is none."""
    place: NDArray[np.int64] = np.searchsorted(series.updates, series.updates - updates, side="right") - 1
    is_same = (place >= 0) & (series.segment[np.maximum(place, 0)] == series.segment)
    return np.where(is_same, place, -1)


def _looked_at(count: int) -> NDArray[np.int64]:
    """Which of so many rows are looked at: the same old ones as long as may be, so that what began stays begun."""
    older = max(0, count - NEWEST_ROWS)
    step = 1
    while older > step * NEWEST_ROWS:
        step *= 2
    rows: NDArray[np.int64] = np.concatenate([np.arange(0, older, step), np.arange(older, count)])
    return rows

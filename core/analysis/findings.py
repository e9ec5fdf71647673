"""Findings: what a run's numbers say in the lecture's words, once they have held for a while.

Pure functions of what was measured; nothing here looks at a clock. Thresholds were chosen between what
`tests/audit/findings.py` measures of trainings that are well and of those that are not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from core.analysis import layer_findings, loss_findings
from core.analysis.finding_series import Mask, RunSeries, before, periods

Numbers = tuple[tuple[str, float], ...]

KINDS = (
    *("zero_start", "vanishing", "exploding", "dead", "rate_too_high", "rate_too_low"),
    *("overfitting", "zero_biases", "plateau"),
)
# For how many measurements in one go each kind has to hold, and over how many updates at least. At full speed two are
# one to two seconds apart, and thousands of updates.
RENEWALS = {kind: 3 if kind == "overfitting" else 2 for kind in KINDS}
UPDATES = {
    "zero_start": 100,
    "vanishing": 100,
    "exploding": 100,
    "dead": 300,
    "rate_too_high": 500,
    "rate_too_low": 300,
    "overfitting": 500,
    "zero_biases": 2000,
    "plateau": 200,
}
# Every kind but this one holds L, or a gradient, against what guessing costs.
WITHOUT_GUESSING = "overfitting"
# Where guessing costs less, as mean C, it is no measure of what is large: targets that are all alike cost nothing, so
# that any L is more than that for ever; and where they differ by 0.01, what a network begins with is thousands of times
# more.
LEAST_GUESSING = 1e-4
# What explains another one as well: where the first holds, the second is not said too.
EXPLAINS = {
    "zero_start": ("vanishing", "dead", "rate_too_low", "rate_too_high", "zero_biases"),
    "exploding": ("rate_too_high",),
    "dead": ("vanishing",),
    "vanishing": ("rate_too_low",),
}


@dataclass(frozen=True)
class Finding:
    """What held from one update to another, or holds.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    since, until : int
        The updates of the first and the last measurement that it held at.
    holds : bool
        Whether that last one is the newest of the series.
    layer : int or None
        The layer that the numbers are of, the input counted as 0; None where it is about no layer.
    numbers : tuple of (str, float)
        What made it, of update `until`: "mean" is L / N of the training set, "baseline" that of guessing, both in nats;
        the others are named by `numbers_of`.
    is_regression : bool
        Whether "baseline" is what the mean of all targets costs, and not a guess among classes.
    dead_layers : tuple of (int, int, int)
        Of "dead" each layer that is so, as `layer` counts them, with how many are dead of how many.
    waits : bool
        Whether it was over only because settings or parameters were changed by hand: its numbers have held at every
        measurement since as well, but not yet for as long as it takes to be told anew.
    is_clipped : bool
        Whether the gradient of update `until` was over the limit and clipped: "gradient" and "output" are of before
        that.
    penalties : tuple of str
        Which of "l1" and "l2" are a part of these two.
    """

    kind: str
    since: int
    until: int
    holds: bool
    layer: int | None
    numbers: Numbers
    is_regression: bool = False
    dead_layers: tuple[tuple[int, int, int], ...] = ()
    waits: bool = False
    is_clipped: bool = False
    penalties: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> float:
        """One of the numbers.

        Raises
        ------
        KeyError
            When it has no such number.
        """
        return dict(self.numbers)[name]


def find(series: RunSeries, units: tuple[int, ...]) -> tuple[Finding, ...]:
    """All findings of a series, those of the past too, in the order of `KINDS` and of their updates.

    Parameters
    ----------
    series : RunSeries
    units : tuple of int
        Neurons, or maps, of each of `series.layers`.
    """
    if not len(series):
        return ()
    masks = _masks(series, units)
    newest, found = len(series) - 1, []
    for kind in KINDS:
        held = periods(series, masks[kind], RENEWALS[kind], UPDATES[kind])
        for place, (first, last) in enumerate(held):
            finding = _finding(kind, series, units, first, last, last == newest)
            if place == len(held) - 1 and last < newest:
                # Rows that all hold are parted by nothing but a change; where one set parameters, nothing was trained.
                trained = masks[kind][last + 1 :][~series.is_edited[last + 1 :]]
                finding = replace(finding, waits=bool(len(trained) and trained.all()))
            found.append(finding)
    return tuple(found)


def _masks(series: RunSeries, units: tuple[int, ...]) -> dict[str, Mask]:
    rules: dict[str, Callable[[RunSeries], Mask]] = {
        "zero_start": loss_findings.zero_start,
        "vanishing": layer_findings.vanishing,
        "exploding": layer_findings.exploding,
        "dead": partial(layer_findings.dead, units=units),
        "rate_too_high": loss_findings.rate_too_high,
        "rate_too_low": loss_findings.rate_too_low,
        "overfitting": loss_findings.overfitting,
        "zero_biases": loss_findings.zero_biases,
        "plateau": loss_findings.plateau,
    }
    # Nothing is said of what was not trained but drawn, or set by hand, nor of what is no number any more.
    known = (series.updates > 0) & ~series.is_edited & np.isfinite(series.train)
    masks = {kind: rule(series) & known for kind, rule in rules.items()}
    if series.begun.baseline < LEAST_GUESSING:
        for kind in set(KINDS) - {WITHOUT_GUESSING}:
            masks[kind] &= False
    for kind, explained in EXPLAINS.items():
        for other in explained:
            masks[other] &= ~masks[kind]
    # A plateau is what is left to say where nothing tells why.
    for kind in KINDS[:-1]:
        masks["plateau"] &= ~masks[kind]
    return masks


def _finding(
    kind: str, series: RunSeries, units: tuple[int, ...], first: int, last: int, holds: bool
) -> Finding:
    place, numbers = numbers_of(kind, series, units, first, last)
    layer = None if place is None else series.layers[place]
    means = ("mean", float(series.train[last])), ("baseline", series.begun.baseline)
    since, until = int(series.updates[first]), int(series.updates[last])
    dead = layer_findings.dead_layers(series, units, last) if kind == "dead" else ()
    numbers = (*means, *numbers)
    return Finding(kind, since, until, holds, layer, numbers, series.begun.is_regression, dead)


def numbers_of(
    kind: str, series: RunSeries, units: tuple[int, ...], first: int, last: int
) -> tuple[int | None, Numbers]:
    """The place of the layer that a kind is about, and its own numbers at row `last` of a period from row `first` on.

    "vanishing": rms gradient of that layer ("gradient") and of the output layer ("output"). "exploding": "gradient".
    Both: how many examples the batch of that gradient had ("batch") of how many ("examples").
    "dead": how many ("count") of how many ("units"). Rates: the largest rms ΔW / rms W ("ratio"); too high: the least
    L / N before ("least") and its update ("at"); too low: L / N at the first row ("before"). "overfitting": the update
    of the least test loss ("at"), the test set's mean C then and now ("test_before", "test"), and the training set's
    then ("before"). "plateau": the update that L is compared with ("at") and its L / N ("before").
    """
    rms, ratio = series.gradient_rms, series.update_ratio
    if kind in ("vanishing", "exploding"):
        batch = ("batch", float(series.batch_sizes[last])), ("examples", float(series.begun.train_count))
        if kind == "exploding":
            place = layer_findings.exploded_layer(series, last)
            return place, (("gradient", float(rms[last, place])), *batch)
        place = layer_findings.vanished_layer(series, last)
        return place, (("gradient", float(rms[last, place])), ("output", float(rms[last, -1])), *batch)
    if kind == "dead":
        place = layer_findings.dead_layer(series, units, last)
        share = float(series.dead_share[last, place])
        return place, (("count", float(round(share * units[place]))), ("units", float(units[place])))
    if kind in ("rate_too_high", "rate_too_low"):
        finite = np.where(np.isfinite(ratio[last]), ratio[last], -np.inf)
        place = int(np.argmax(finite))
        moved = ("ratio", float(finite[place]))
        if kind == "rate_too_low":
            return place, (moved, ("before", float(series.train[first])))
        rows = np.flatnonzero(series.segment[: last + 1] == series.segment[last])
        at = int(rows[np.nanargmin(series.train[rows])])
        return place, (moved, ("least", float(series.train[at])), ("at", float(series.updates[at])))
    if kind == "overfitting":
        at = loss_findings.best_row(series, last)
        tests = ("test_before", float(series.test[at])), ("test", float(series.test[last]))
        return None, (("at", float(series.updates[at])), *tests, ("before", float(series.train[at])))
    if kind == "plateau":
        at = int(before(series, loss_findings.still_updates(series))[last])
        return None, (("at", float(series.updates[at])), ("before", float(series.train[at])))
    return None, ()

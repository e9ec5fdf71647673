"""Which edges are drawn: per target neuron the ones that matter most, and how much of the whole that is.

A dense network has far too many edges to be read. The budget is per target neuron, because one for a whole
layer silences whole neurons; the choice follows the shown example's signal, because the largest weights carry
nothing where there is no ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.engine.messages import Snapshot
from gui.network.geometry.layout import Layout

Indices = NDArray[np.intp]
Reals = NDArray[np.floating]

# More lines than this slow the training down; so many are drawn all the same where all are asked for.
MOST_LINES, MOST_LINES_OF_ALL = 5000, 20_000
# Of these, the first gap's in a picture of one example's gradient, where a neuron has all its edges or none.
MOST_FIRST_GAP_LINES = 2000


@dataclass(frozen=True)
class EdgeChoice:
    """The edges to draw, and how much of the whole they are.

    Attributes
    ----------
    source, target : one (m,) index array per gap
        The drawn edges.
    drawn, total : int
        Edges drawn, and edges there are (folded neurons' included).
    share : float or None
        Σ|value| over the drawn edges by Σ|value| over all, as the mean of the gaps; None where there is
        nothing to share, as with a blank input.
    drawn_per_gap, total_per_gap, share_per_gap
        The same by gap.
    measure : "signal", "gradient", "mean_gradient" or "change"
        Which |value| chose: a·w, or the gradient or change that was given.
    silent : int
        Edges whose value is exactly 0: they are left out of what could be drawn.
    sign : int
        1 or -1 where only edges of this sign are drawn, else 0.
    known : bool
        False where there are no values yet that could be chosen by.
    """

    source: tuple[Indices, ...]
    target: tuple[Indices, ...]
    drawn: int
    total: int
    share: float | None
    drawn_per_gap: tuple[int, ...] = ()
    total_per_gap: tuple[int, ...] = ()
    share_per_gap: tuple[float | None, ...] = ()
    measure: str = "signal"
    silent: int = 0
    sign: int = 0
    known: bool = True


@np.errstate(invalid="ignore", over="ignore")
def only_sign(choice: EdgeChoice, values: Sequence[Reals], sign: int) -> EdgeChoice:
    """Of the chosen edges those whose value has this sign; their shares are of the same whole as before."""
    edges, shares = [], []
    for gap, value in enumerate(values):
        source, target = choice.source[gap], choice.target[gap]
        at = value[source, target]
        kept = at * sign > 0
        strength = _finite(np.abs(at))
        whole, share = float(strength.sum(dtype=np.float64)), choice.share_per_gap[gap]
        part = float(strength[kept].sum(dtype=np.float64))
        shares.append(share if share is None or whole == 0 else share * part / whole)
        edges.append((source[kept], target[kept]))
    known = [share for share in shares if share is not None]
    drawn = tuple(source.size for source, _ in edges)
    return replace(
        choice,
        source=tuple(source for source, _ in edges),
        target=tuple(target for _, target in edges),
        drawn=sum(drawn),
        drawn_per_gap=drawn,
        share=None if choice.share is None else sum(known) / len(known),
        share_per_gap=tuple(shares),
        sign=sign,
    )


def no_edges(choice: EdgeChoice, measure: str) -> EdgeChoice:
    """None of the edges: there is nothing to show of them yet."""
    nothing: Indices = np.zeros(0, dtype=np.intp)
    gaps = len(choice.source)
    return EdgeChoice(
        source=(nothing,) * gaps,
        target=(nothing,) * gaps,
        drawn=0,
        total=choice.total,
        share=None,
        drawn_per_gap=(0,) * gaps,
        total_per_gap=choice.total_per_gap,
        share_per_gap=(None,) * gaps,
        measure=measure,
        known=False,
    )


@np.errstate(invalid="ignore", over="ignore")
def counted_again(choice: EdgeChoice, snapshot: Snapshot) -> EdgeChoice:
    """The same edges, and how much of this snapshot's signal they carry: |a·w| moves on with every update."""
    before = (snapshot.trace.x, *snapshot.trace.a[:-1])
    parts = []
    for source, target, a, W in zip(choice.source, choice.target, before, snapshot.weights, strict=True):
        carried = _finite(np.abs(a[source] * W[source, target]))
        parts.append(float(np.sum(carried, dtype=np.float64)))
    sums = [_signal_sum(a, W) for a, W in zip(before, snapshot.weights, strict=True)]
    edges = list(zip(choice.source, choice.target, strict=True))
    return _summary(edges, choice.total_per_gap, parts, sums, "signal")


# Weights that have diverged may overflow here; what is not finite is not drawn.
@np.errstate(invalid="ignore", over="ignore")
def choose_by_signal(snapshot: Snapshot, layout: Layout, budget: int | None = 16) -> EdgeChoice:
    """Per target neuron the `budget` edges with the largest |a·w| of the shown example.

    Edges that carry exactly 0 are never chosen, so a neuron may have fewer. At most 5,000 lines in all: the
    budget shrinks where it would be more. None: every edge between neurons that are shown, of more
    than 20,000 the strongest.
    """
    before = (snapshot.trace.x, *snapshot.trace.a[:-1])
    gaps = [
        _strengths(a, W, _shown_sources(layout, gap), layout.layers[gap].shown)
        for gap, (a, W) in enumerate(zip(before, snapshot.weights, strict=True))
    ]
    totals = [W.size for W in snapshot.weights]
    sums = [_signal_sum(a, W) for a, W in zip(before, snapshot.weights, strict=True)]
    every = sum(_shown_sources(layout, gap).size * columns.size for gap, (_, columns, _) in enumerate(gaps))
    if budget is None and every <= MOST_LINES_OF_ALL:
        chosen = [_every_edge(layout, gap) for gap in range(len(totals))]
        parts = [float(np.sum(strength)) for _, _, strength in gaps]
    elif budget is None:
        counts = [np.count_nonzero(strength, axis=1) for _, _, strength in gaps]
        chosen, parts = _pick(gaps, _affordable(counts, _widest(gaps), MOST_LINES_OF_ALL))
    else:
        counts = [np.count_nonzero(strength, axis=1) for _, _, strength in gaps]
        chosen, parts = _pick(gaps, _affordable(counts, budget, MOST_LINES))
    return _summary(chosen, totals, parts, sums, "signal")


@np.errstate(invalid="ignore", over="ignore")
def choose_by_gradient(dW: Sequence[Reals], layout: Layout, budget: int | None = 16) -> EdgeChoice:
    """The edges with the largest |∂C/∂w| (or |ΔW|).

    In the first gap all inked pixels of a neuron have the same ∂C/∂w = δ, so a budget would pick among
    equals: there a neuron has all its edges that are not 0 or none, the neurons with the strongest |δ| first.
    Where they are not equal (a batch's mean, a change) and in the other gaps: per target neuron the `budget`
    largest. None: every edge whose value is not 0.
    """
    gaps = []
    for gap, values in enumerate(dW):
        rows, columns = _shown_sources(layout, gap), layout.layers[gap].shown
        rows = rows[np.any(values[rows], axis=1)]
        gaps.append((rows, columns, _finite(np.abs(values[np.ix_(rows, columns)].T))))
    totals = [values.size for values in dW]
    sums = [float(np.sum(_finite(np.abs(values)), dtype=np.float64)) for values in dW]
    counts = [np.count_nonzero(strength, axis=1) for _, _, strength in gaps]
    if budget is None:
        chosen, parts = _pick(gaps, _affordable(counts, _widest(gaps), MOST_LINES_OF_ALL))
        return _summary(chosen, totals, parts, sums, "gradient")
    if not _one_value_per_target(gaps[0][2]):
        chosen, parts = _pick(gaps, _affordable(counts, budget, MOST_LINES))
        return _summary(chosen, totals, parts, sums, "gradient")
    later, later_parts = _pick(gaps[1:], _affordable(counts[1:], budget, MOST_LINES - MOST_FIRST_GAP_LINES))
    first, first_part = _whole_neurons(gaps[0], MOST_FIRST_GAP_LINES)
    return _summary([first, *later], totals, [first_part, *later_parts], sums, "gradient")


_Gap = tuple[Indices, Indices, Reals]


def _shown_sources(layout: Layout, gap: int) -> Indices:
    """Neurons (or pixels) left of a gap that are drawn; none where there is no room for its edges."""
    if not layout.shows_edges(gap):
        return np.zeros(0, dtype=np.intp)
    return np.arange(layout.pixel_x.size) if gap == 0 else layout.layers[gap - 1].shown


def _finite(strength: Reals) -> Reals:
    """|values|, 0 where a value is not a finite number: nothing is drawn there."""
    if np.isfinite(np.sum(strength)):
        return strength
    return np.where(np.isfinite(strength), strength, 0)


def _strengths(a: Reals, W: Reals, rows: Indices, columns: Indices) -> _Gap:
    """(sources, targets, (targets, sources) of |a·w|) of those sources that send something."""
    rows = rows[a[rows] != 0]
    part = W[rows] if columns.size == W.shape[1] else W[np.ix_(rows, columns)]
    strength = np.ascontiguousarray(part.T)
    np.abs(strength, out=strength)
    strength *= np.abs(a[rows])
    return rows, columns, _finite(strength)


def _signal_sum(a: Reals, W: Reals) -> float:
    """Σ|a·w| over all edges of a gap."""
    rows = np.flatnonzero(a)
    per_source = np.sum(_finite(np.abs(W[rows])), axis=1, dtype=np.float64)
    return float(np.sum(_finite(np.abs(a[rows]) * per_source)))


def _every_edge(layout: Layout, gap: int) -> tuple[Indices, Indices]:
    """All edges between shown neurons."""
    rows, columns = _shown_sources(layout, gap), layout.layers[gap].shown
    return np.repeat(rows, columns.size), np.tile(columns, rows.size)


def _affordable(counts: Sequence[Indices], budget: int, limit: int) -> int:
    """The largest budget, up to `budget`, that needs at most `limit` lines (but at least 1)."""
    if not counts:
        return max(1, budget)
    edges = np.concatenate(counts)
    least, most = 1, max(1, budget)
    while least < most:
        middle = (least + most + 1) // 2
        if int(np.minimum(edges, middle).sum()) > limit:
            most = middle - 1
        else:
            least = middle
    return least


def _widest(gaps: Sequence[_Gap]) -> int:
    """The most edges that come to one neuron."""
    return max((strength.shape[1] for _, _, strength in gaps), default=1)


def _pick(gaps: Sequence[_Gap], budget: int) -> tuple[list[tuple[Indices, Indices]], list[float]]:
    """Per target the `budget` strongest edges, and Σ|value| of each gap's."""
    chosen = []
    parts = []
    for rows, columns, strength in gaps:
        if strength.shape[1] > budget:
            best = np.argpartition(strength, strength.shape[1] - budget, axis=1)[:, -budget:]
        else:
            best = np.tile(np.arange(strength.shape[1]), (columns.size, 1))
        value = np.take_along_axis(strength, best, axis=1)
        target, place = np.nonzero(value)
        chosen.append((rows[best[target, place]], columns[target]))
        parts.append(float(np.sum(value, dtype=np.float64)))
    return chosen, parts


def _one_value_per_target(strength: Reals) -> bool:
    """Whether all values of a target that are not 0 are equal, as in one example's first gap."""
    largest = np.max(strength, axis=1, initial=0)
    smallest = np.min(np.where(strength > 0, strength, np.inf), axis=1, initial=np.inf)
    return bool(np.all((largest == 0) | (smallest >= largest * (1 - 1e-5))))


def _whole_neurons(gap: _Gap, limit: int) -> tuple[tuple[Indices, Indices], float]:
    """All edges of the strongest targets, as long as they fit `limit` lines; at least one target's."""
    rows, columns, strength = gap
    if strength.shape[1] == 0:
        none = np.zeros(0, dtype=np.intp)
        return (none, none), 0.0
    order = np.argsort(-np.max(strength, axis=1), kind="stable")
    ends = np.cumsum(np.count_nonzero(strength[order], axis=1))
    count = max(1, int(np.searchsorted(ends, limit, side="right")))
    kept = np.sort(order[:count])
    target, place = np.nonzero(strength[kept])
    part = float(np.sum(strength[kept], dtype=np.float64))
    return (rows[place], columns[kept[target]]), part


def _summary(
    chosen: Sequence[tuple[Indices, Indices]],
    totals: Sequence[int],
    parts: Sequence[float],
    sums: Sequence[float],
    measure: str,
) -> EdgeChoice:
    """Count what was chosen."""
    drawn = [source.size for source, _ in chosen]
    shares = [part / whole if whole > 0 else None for part, whole in zip(parts, sums, strict=True)]
    known = [min(1.0, share) for share in shares if share is not None]
    # Without a signal from the input there is nothing of this digit's to share.
    nothing = not known or (measure == "signal" and shares[0] is None)
    share = None if nothing else sum(known) / len(known)
    return EdgeChoice(
        source=tuple(source for source, _ in chosen),
        target=tuple(target for _, target in chosen),
        drawn=sum(drawn),
        total=sum(totals),
        share=share,
        drawn_per_gap=tuple(drawn),
        total_per_gap=tuple(totals),
        share_per_gap=tuple(shares),
        measure=measure,
    )

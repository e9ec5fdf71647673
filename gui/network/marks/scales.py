"""What full colour and full size stand for: functions of the numbers that are shown, and of nothing that was before.

So the same digit with the same weights looks the same, however one has come there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from math import gcd, isnan, nan

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot
from core.nn.connections import Connections
from core.read_only import read_only
from gui.network.geometry.shapes import Layout
from gui.network.marks.edge_values import OF_UPDATE, ConnectionValues, backpropagated, gradient_of, signals

# A scale of edges is this percentile of |value|; for what travels a higher one, because only the largest travel.
PERCENTILE = 99.0
PULSE_PERCENTILE = 99.8
# A percentile of more values than this is taken of evenly spread ones.
MAX_VALUES = 16_384
PULSE_KINDS = ("signal", "backpropagated")
EDGE_KINDS = ("weight", "gradient", "mean_gradient", "change", *PULSE_KINDS)
RING_KINDS = ("delta", "mean_delta")
# Kinds that the displayed snapshot has values of.
OF_EXAMPLE = ("activation", "delta", "gradient", *PULSE_KINDS)

Numbers = NDArray[np.floating]


def percentile_of(values: Numbers, percentile: float = PERCENTILE) -> float | None:
    """The 99th (or another) percentile of |values|, of those that are finite and not 0; None of none.

    Zeros are left out: a layer in which most neurons are silent would have the scale 0.
    """
    flat = np.ravel(values)
    some = flat[_evenly_spread(flat.size)] if flat.size > MAX_VALUES else flat
    magnitude = _magnitude(some)
    if magnitude.size == 0 and some.size < flat.size:
        magnitude = _magnitude(flat)
    if magnitude.size == 0:
        return None
    rank = int(np.ceil(percentile / 100 * magnitude.size)) - 1
    return float(np.partition(magnitude, rank)[rank])


@lru_cache(maxsize=32)
def _evenly_spread(size: int) -> NDArray[np.intp]:
    """MAX_VALUES of so many places, spread evenly over rows and columns alike, however many columns there are.

    Multiples of a number that shares no divisor with the size come to every column as often as to another one; by the
    golden section they leave no gap (Weyl's sequence).
    """
    step = round(0.618 * size)
    while gcd(step, size) != 1:
        step += 1
    places: NDArray[np.intp] = read_only(np.arange(MAX_VALUES, dtype=np.intp) * step % size)
    return places


def _magnitude(values: Numbers) -> Numbers:
    magnitude: Numbers = np.abs(values[np.isfinite(values) & (values != 0)])
    return magnitude


def largest_of(values: Numbers) -> float | None:
    """The largest |value| that is finite; None where there is none but 0."""
    largest = float(np.max(np.abs(values), initial=0, where=np.isfinite(values)))
    return largest or None


def largest_of_each(arrays: Sequence[Numbers]) -> list[float | None]:
    """`largest_of` each, all at once: of a hundred layers one by one would take a good part of a frame."""
    sizes = np.array([array.size for array in arrays])
    largest = np.zeros(len(arrays))
    if sizes.any():
        magnitude = np.abs(np.concatenate([np.ravel(array) for array in arrays]))
        magnitude[~np.isfinite(magnitude)] = 0
        # Where one is empty, the next one begins at the same place, and this one has no part of its own.
        largest[sizes > 0] = np.maximum.reduceat(magnitude, (np.cumsum(sizes) - sizes)[sizes > 0])
    return [size or None for size in largest.tolist()]


def delta_scales(deltas: Sequence[Numbers], largest_error: float) -> list[float | None]:
    """For each layer the |δ| of the widest ring: what its largest would be if the outputs were as wrong as they can be.

    Backpropagation is linear in the outputs' δ: with those `largest_error` / max|δ| times as large, so are all others.
    So rings are wide where the network is wrong, and fade where it is right.
    """
    outputs = largest_of(deltas[-1])
    if outputs is None:
        return [None] * len(deltas)
    times = max(1.0, largest_error / outputs)
    return [None if size is None else size * times for size in largest_of_each(deltas)]


class Scales:
    """All scales of one network's picture.

    Parameters
    ----------
    n_groups : int
        Groups of connections.
    same_for_all : bool
        Use the largest group's scale for all groups, and the largest layer's for all rings.
    locked : bool
        Stay where they are; what was not seen yet gets its scale all the same.
    n_layers : int or None
        Hidden layers and the output layer; None: as many as groups.

    Attributes
    ----------
    beside : callable
        Gives the scales of a second picture that is to be compared with this one, or None: of each group and layer the
        larger scale holds for both; in networks of unlike depth one scale for all.
    in_ribbons : tuple of bool
        Of which groups ribbons show another number than an edge's own: such a group and one of lines have no scale in
        common, neither with another network's nor where there is one for all. (): of none.

    Notes
    -----
    Kinds: "weight", "gradient", "mean_gradient", "change", "signal" (a·w) and "backpropagated" (w·δ) have one
    scale per group of connections, a percentile of |value|. "activation" (the largest |a|), "delta" and "mean_delta"
    (`delta_scales`) have one per layer. What depends on the example is computed when it is asked for.
    """

    def __init__(
        self, n_groups: int, same_for_all: bool = False, locked: bool = False, n_layers: int | None = None
    ) -> None:
        self.same_for_all = same_for_all
        self.locked = locked
        self.beside: Callable[[], Scales | None] = _nobody
        self.in_ribbons: tuple[bool, ...] = ()
        self._is_alone = False
        # Of which updates the locked scales of each kind are; the newest weights' update.
        self._locked_of: dict[str, set[int]] = {}
        self._newest_update = 0
        layers = n_groups if n_layers is None else n_layers
        self._values: dict[str, list[float | None]] = {
            kind: [None] * (n_groups if kind in EDGE_KINDS else layers)
            for kind in (*EDGE_KINDS, *RING_KINDS, "activation")
        }
        # Of ribbons and kernels: what of them, which number it shows, and of which group.
        self._of_maps: dict[tuple[str, str, int], float] = {}
        self._snapshot: Snapshot | None = None
        # Kinds that are still of an older snapshot.
        self._outdated: set[str] = set()

    def copied(self) -> Scales:
        """The same scales, with a life of their own, and those beside them, whose picture is not seen there."""
        twin, other = self._twin(), self.beside()
        twin._is_alone = True
        if other is not None:
            frozen = other._twin()
            twin.beside = lambda: frozen
        return twin

    def _twin(self) -> Scales:
        twin = copy(self)
        twin._values, twin._outdated = dict(self._values), set(self._outdated)
        twin._of_maps = dict(self._of_maps)
        twin._locked_of = {kind: set(updates) for kind, updates in self._locked_of.items()}
        twin.beside = _nobody
        return twin

    @property
    def is_shared(self) -> bool:
        """Whether full colour stands for the same number in a second picture."""
        return self.beside() is not None

    @property
    def is_shared_by_lines(self) -> bool:
        """Whether it does so in lines of both pictures, and both are seen: to and from feature maps there are none."""
        other = self.beside()
        if other is None or self._is_alone:
            return False
        own, others = self._are_ribbons("weight"), other._are_ribbons("weight")
        if len(own) != len(others):
            return not (all(own) or all(others))
        return any(not (one or another) for one, another in zip(own, others, strict=True))

    @np.errstate(invalid="ignore", over="ignore")
    def update(self, values: Sequence[Numbers], kind: str = "weight", of: int | None = None) -> None:
        """Renew one kind's scales with its newest values, one array per group or layer.

        They are `of` this update; None: of the displayed example's, or of the newest weights'.
        """
        self._outdated.discard(kind)
        if kind == "weight" and of is not None:
            self._newest_update = of
        if kind in RING_KINDS:
            self._keep(kind, delta_scales(values, self._largest_error()), of)
        elif kind == "activation":
            self._keep(kind, largest_of_each(values), of)
        else:
            percentile = PULSE_PERCENTILE if kind in PULSE_KINDS else PERCENTILE
            self._keep(kind, [percentile_of(array, percentile) for array in values], of)

    def lock(self, locked: bool) -> None:
        """Let all scales stay as they are now, or follow the numbers again.

        What is not known of this moment is forgotten: it was learnt when it was last looked at. It is learnt when it
        is looked at next, and stays from then on; `locked_of` says of which update.
        """
        self.locked, self._locked_of = False, {}
        if locked:
            for kind in (*OF_UPDATE, "mean_delta"):
                self.forget(kind)
            self._of_maps = {}
            known = {kind: self._newest(kind) for kind in ("weight", *OF_EXAMPLE)}
            for kind, scales in known.items():
                if any(scale is not None for scale in scales):
                    self._locked_of[kind] = {self._update_of(kind)}
        self.locked = locked

    def locked_of(self, kind: str) -> tuple[int, ...]:
        """The updates that a kind's locked scales are of, those beside them too where full colour is shared."""
        other = self.beside()
        theirs = set() if other is None else other._locked_of.get(kind, set())
        return tuple(sorted(self._locked_of.get(kind, set()) | theirs))

    def follow_layout(self, layout: Layout, connections: Sequence[Connections]) -> None:
        """From now on groups are drawn in ribbons, or line by line, as they are here."""
        self.in_ribbons = tuple(
            layout.has_ribbons(group.source_layer, group.target_layer) for group in connections
        )

    def forget(self, kind: str) -> None:
        """Nothing of this kind is known any more, as of an update that was not watched."""
        self._keep(kind, [None] * len(self._values[kind]))

    def update_from_snapshot(self, snapshot: Snapshot) -> None:
        """Renew what depends on the example: activations, a·w, δ, w·δ and its gradient."""
        self._snapshot = snapshot
        self._outdated = set(OF_EXAMPLE)

    def are_owed(self, kinds: Collection[str]) -> bool:
        """Whether some of these kinds are still to be found of the snapshot that is shown."""
        return not self._outdated.isdisjoint(kinds)

    def finding(self, kinds: Collection[str]) -> Iterator[None]:
        """Find those that are owed, one a step: whoever asks for them later need not wait."""
        for kind in kinds:
            if self.are_owed([kind]):
                self._newest(kind)
                yield

    def of(self, kind: str) -> tuple[float, ...]:
        """One kind's scales, by group or by layer; NaN where nothing but zeros was seen."""
        own, other = self._newest(kind), self.beside()
        is_for_all = self.same_for_all and kind in (*EDGE_KINDS, *RING_KINDS)
        if other is None and not is_for_all:
            return tuple(nan if value is None else value for value in own)
        mine = list(zip(own, self._are_ribbons(kind), strict=True))
        theirs = (
            [] if other is None else list(zip(other._newest(kind), other._are_ribbons(kind), strict=True))
        )
        is_unlike = other is not None and len(theirs) != len(mine)
        if is_unlike or is_for_all:
            of_all = {
                are_ribbons: _largest_alike((*mine, *theirs), are_ribbons) for are_ribbons in (False, True)
            }
            return tuple(of_all[are_ribbons] for _, are_ribbons in mine)
        return tuple(
            _largest_alike((one, *theirs[place : place + 1]), one[1]) for place, one in enumerate(mine)
        )

    def of_maps(self, mark: str, kind: str, newest: Mapping[int, float]) -> dict[int, float]:
        """By group the scales of a kind's ribbons or kernels, whose `newest` these are; NaN where all are 0."""
        keys = {group: (mark, kind, group) for group in newest}
        for group, scale in newest.items():
            if not self.locked or isnan(self._of_maps.get(keys[group], nan)):
                self._of_maps[keys[group]] = scale
                if self.locked and not isnan(scale):
                    self._note_locked(kind)
        scales = {group: self._of_maps[key] for group, key in keys.items()}
        if self.same_for_all:
            known = [scale for scale in scales.values() if not isnan(scale)]
            return dict.fromkeys(scales, max(known, default=nan))
        return scales

    def _are_ribbons(self, kind: str) -> tuple[bool, ...]:
        """For each group whether it is drawn in ribbons; of what has a scale by layer nothing is."""
        count = len(self._values[kind])
        is_by_group = kind in EDGE_KINDS and len(self.in_ribbons) == count
        return self.in_ribbons if is_by_group else (False,) * count

    def _newest(self, kind: str) -> list[float | None]:
        """One kind's own scales, those of the example renewed; None where nothing but zeros was seen."""
        if kind in self._outdated and self._snapshot is not None:
            self._outdated.discard(kind)
            values = _values_of(self._snapshot, kind)
            if values is None:
                self._keep(kind, [None] * len(self._values[kind]))
            else:
                self.update(values, kind)
        return self._values[kind]

    def _keep(self, kind: str, newest: list[float | None], of: int | None = None) -> None:
        old = self._values[kind]
        if self.locked and len(old) == len(newest):
            newest = [new if kept is None else kept for kept, new in zip(old, newest, strict=True)]
            if newest != old:
                self._note_locked(kind, of)
        self._values[kind] = newest

    def _note_locked(self, kind: str, of: int | None = None) -> None:
        """A scale of this kind has been learnt after the others were locked."""
        self._locked_of.setdefault(kind, set()).add(self._update_of(kind) if of is None else of)

    def _update_of(self, kind: str) -> int:
        """The update that this kind's newest numbers are of."""
        of = self._snapshot if kind in OF_EXAMPLE else None
        return self._newest_update if of is None else of.update

    def _largest_error(self) -> float:
        """How large an output's |δ| can be: 1 of a share; of a number as much as the targets reach."""
        return 1.0 if self._snapshot is None else self._snapshot.data.output_scale


def _largest_alike(scales: Sequence[tuple[float | None, bool]], are_ribbons: bool) -> float:
    """The largest that is known of those that are of ribbons, or are not; NaN where none is."""
    return max((scale for scale, are in scales if scale is not None and are is are_ribbons), default=nan)


def _nobody() -> None:
    """No scales beside these."""


@np.errstate(invalid="ignore", over="ignore")
def _values_of(snapshot: Snapshot, kind: str) -> Sequence[Numbers] | None:
    """What one of `OF_EXAMPLE` has its scale of; None where there is no gradient."""
    trace = snapshot.trace
    if kind == "activation":
        return trace.a
    if kind == "signal":
        return _some_of_each(signals(snapshot))
    if (gradient := gradient_of(snapshot)) is None:
        return None
    if kind == "delta":
        return trace.delta
    if kind == "gradient":
        return gradient.by_group()
    return _some_of_each(backpropagated(snapshot))


def _some_of_each(values: ConnectionValues) -> list[Numbers]:
    """Enough of each group's numbers to know how large they are; all where those few are 0."""
    some: list[Numbers] = [values.some_of(group, MAX_VALUES) for group in range(len(values.connections))]
    if all(array.any() for array in some):
        return some
    return [part if part.any() else whole for part, whole in zip(some, values.by_group(), strict=True)]

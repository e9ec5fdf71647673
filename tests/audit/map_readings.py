"""What the picture shows of feature maps, held against numbers computed anew in float64, from θ and the input alone.

Of networks of convolutions, max pools and dense layers: the audit's desk has dense ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot
from core.nn.convolution import Conv2d
from core.nn.pooling import MaxPool2d
from gui.network.painting.composed_frame import ComposedFrame
from tests.audit.report import Report

Numbers = NDArray[np.float64]
ACTIVATIONS = {
    "identity": (lambda z: z, lambda z: np.ones_like(z)),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(np.float64)),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
}


@dataclass
class Layers:
    """What each layer computes: a (with the input first), δ, W, and of a pool who wins; None where it has none."""

    a: list[Numbers]
    delta: list[Numbers]
    W: list[Numbers | None]
    winners: list[NDArray[np.bool_] | None]


def computed(snapshot: Snapshot) -> Layers:
    """Forwards and backwards, layer by layer: pictures are (rows, columns, maps)."""
    topology = snapshot.topology
    W = [own.astype(np.float64) for own in topology.table.named("W", snapshot.parameters)]
    b = [own.astype(np.float64) for own in topology.table.named("b", snapshot.parameters)]
    rows, columns = topology.layers[0].picture  # type: ignore[attr-defined]
    a: list[Numbers] = [snapshot.trace.x.astype(np.float64).reshape(rows, columns, 1)]
    z: list[Numbers] = []
    winners: list[NDArray[np.bool_] | None] = []
    for spec, own_W, own_b in zip(topology.layers, W, b, strict=True):
        won = None
        if isinstance(spec, Conv2d):
            z.append(convolved(spec, a[-1], own_W) + own_b)
        elif isinstance(spec, MaxPool2d):
            z.append(pooled(spec, a[-1]))
            won = won_of(spec, a[-1])
        else:
            z.append(a[-1].ravel() @ own_W + own_b)
        winners.append(won)
        a.append(output_of(spec, z[-1], a[-1]))
    target = np.zeros(a[-1].size)
    target[snapshot.example.label or 0] = 1.0
    delta = [a[-1] - target]
    for k in range(len(z) - 1, 0, -1):
        back, before = (
            handed_back(topology.layers[k], W[k], delta[0], a[k], winners[k]),
            topology.layers[k - 1],
        )
        delta.insert(0, back.reshape(z[k - 1].shape) * ACTIVATIONS[before.activation][1](z[k - 1]))
    return Layers(a, delta, [own if own.size else None for own in W], winners)


def output_of(spec: Any, z: Numbers, before: Numbers) -> Numbers:
    if spec.activation == "softmax":
        powers = np.exp(z - z.max())
        return np.asarray(powers / powers.sum())
    f = np.asarray(ACTIVATIONS[spec.activation][0](z))
    return f + before if getattr(spec, "skip", False) and f.shape == before.shape else f


def places_of(spec: Conv2d, before: Numbers) -> list[tuple[int, int, int, int, int, int]]:
    """(row, column of the window, i, j in it, row, column that it meets) of all that lie on the picture."""
    rows, columns, _ = before.shape
    reach = [(n + 2 * spec.padding - spec.kernel) // spec.stride + 1 for n in (rows, columns)]
    found = []
    for r, c, i, j in product(range(reach[0]), range(reach[1]), range(spec.kernel), range(spec.kernel)):
        y, x = r * spec.stride + i - spec.padding, c * spec.stride + j - spec.padding
        if 0 <= y < rows and 0 <= x < columns:
            found.append((r, c, i, j, y, x))
    return found


def convolved(spec: Conv2d, before: Numbers, W: Numbers) -> Numbers:
    rows, columns, _ = before.shape
    reach = [(n + 2 * spec.padding - spec.kernel) // spec.stride + 1 for n in (rows, columns)]
    z = np.zeros((*reach, spec.maps))
    for r, c, i, j, y, x in places_of(spec, before):
        z[r, c] += before[y, x] @ W[i, j]
    return z


def pooled(spec: MaxPool2d, before: Numbers) -> Numbers:
    high, wide = before.shape[0] // spec.size, before.shape[1] // spec.size
    blocks = before[: high * spec.size, : wide * spec.size].reshape(high, spec.size, wide, spec.size, -1)
    return np.asarray(blocks.max(axis=(1, 3)))


def won_of(spec: MaxPool2d, before: Numbers) -> NDArray[np.bool_]:
    won = np.zeros(before.shape, np.bool_)
    for r, c, m in product(*(range(n) for n in pooled(spec, before).shape)):
        y, x = r * spec.size, c * spec.size
        block = before[y : y + spec.size, x : x + spec.size, m]
        i, j = np.unravel_index(block.argmax(), block.shape)
        won[y + i, x + j, m] = True
    return won


def handed_back(
    spec: Any, W: Numbers, delta: Numbers, before: Numbers, won: NDArray[np.bool_] | None
) -> Numbers:
    """∂C/∂a of the layer before."""
    if isinstance(spec, Conv2d):
        back = np.zeros(before.shape)
        for r, c, i, j, y, x in places_of(spec, before):
            back[y, x] += W[i, j] @ delta[r, c]
        return back
    if won is not None:
        spread = np.repeat(np.repeat(delta, spec.size, axis=0), spec.size, axis=1)
        back = np.zeros(before.shape)
        back[: spread.shape[0], : spread.shape[1]] = spread
        return np.asarray(back * won)
    return np.asarray(W @ delta)


def read_feature_maps(frame: ComposedFrame, report: Report, weights: NDArray[Any] | None = None) -> None:
    """Ribbons and kernels, and what maps show of a walkthrough's phase.

    `weights` are θ that kernels have to show; None: the displayed snapshot's own.
    """
    snapshot, layers = frame.displayed_snapshot, computed(frame.displayed_snapshot)
    nodes = frame.nodes
    for marks in nodes.ribbons.marks:
        if marks.kind not in ("signal", "gradient"):
            continue
        total, net = ribbon_sums(snapshot, layers, marks.target_layer, marks.kind)
        pair = marks.source, marks.target
        where = f"{marks.kind} into layer {marks.target_layer}"
        report.array("ribbon total", marks.total, total[pair], where)
        report.array("ribbon net", marks.net, net[pair], where, 1e-5 * total.max())
        report.is_so("ribbon count", marks.source.size == np.count_nonzero(total), where)
        report.array("ribbon width", marks.width * marks.widest, marks.total * marks.widest_px, where)
    read_kernels(frame, report, "weight", snapshot.parameters if weights is None else weights)
    for look in nodes.walk.marks.looks:
        where = f"{look.kind} of layer {look.layer + 1}"
        numbers = layers.delta[look.layer] if look.kind == "delta" else layers.a[look.layer + 1]
        shown = np.isfinite(look.value)
        report.array("map " + look.kind, look.value[shown], numbers.ravel()[shown], where)
        won = layers.winners[look.layer + 1] if look.layer + 1 < len(layers.winners) else None
        if look.hollow.any() or look.kind == "passed":
            hollow = np.zeros(look.hollow.shape, np.bool_) if won is None else ~won.ravel()
            report.is_so("hollow", np.array_equal(look.hollow, hollow), where)
            report.is_so("filled", np.array_equal(shown, ~hollow), where)
        if look.kind == "visited":
            _read_visited(snapshot, layers, look, report)


def read_kernels(frame: ComposedFrame, report: Report, kind: str, theta: NDArray[Any]) -> None:
    """Those that show this kind of number: each weight's own, one kernel for each map read, in the row of its map."""
    topology = frame.displayed_snapshot.topology
    W = [own.astype(np.float64) for own in topology.table.named("W", theta)]
    for kernels in frame.nodes.ribbons.kernels:
        if kernels.kind != kind:
            continue
        where, own = f"{kind} of layer {kernels.target_layer}", W[kernels.target_layer - 1]
        by_pair = own.transpose(2, 3, 0, 1)
        report.array("kernel " + kind, kernels.value, by_pair[kernels.source, kernels.target], where)
        pairs = sorted(zip(kernels.source.tolist(), kernels.target.tolist(), strict=True))
        every = [(c, m) for c in range(by_pair.shape[0]) for m in range(by_pair.shape[1])]
        report.is_so("kernel count", pairs == every, where)
        tiles = frame.context.layout.layers[kernels.target_layer - 1].maps.tiles  # type: ignore[union-attr]
        side = kernels.cell * kernels.value.shape[1]
        for m, tile in enumerate(tiles):
            here = kernels.target == m
            x, y = kernels.x[here][np.argsort(kernels.source[here])], kernels.y[here] + side / 2
            is_in_order = bool((np.diff(x) > side).all()) and bool(x[-1] + side < tile.x)
            report.is_so("kernel order", is_in_order, where)
            report.is_so("kernel place", bool((np.abs(y - tile.y - tile.height / 2) <= 1).all()), where)


def _read_visited(snapshot: Snapshot, layers: Layers, look: Any, report: Report) -> None:
    """Windows with a signal, row by row from the first; those without one all together."""
    spec = snapshot.topology.layers[look.layer]
    assert isinstance(spec, Conv2d)
    shown = np.isfinite(look.value).reshape(-1, spec.maps)
    report.is_so("visited maps", bool((shown == shown[:, :1]).all()), "a cell is seen in some maps only")
    a, columns = layers.a[look.layer], layers.a[look.layer + 1].shape[1]
    sees = np.zeros(len(shown), np.bool_)
    for r, c, _, _, y, x in places_of(spec, a):
        sees[r * columns + c] |= bool(a[y, x].any())
    visited = shown[sees, 0]
    report.is_so("visited", bool((np.diff(visited.astype(int)) <= 0).all()), "not from the first on")
    report.is_so("blank", np.unique(shown[~sees, 0]).size <= 1, "blank windows not all at once")


def ribbon_sums(snapshot: Snapshot, layers: Layers, target: int, kind: str) -> tuple[Numbers, Numbers]:
    """(source maps, target maps or neurons): Σ|·| and Σ of a·w, or of what each connection adds to ∂C/∂w."""
    spec, before, W = snapshot.topology.layers[target - 1], layers.a[target - 1], layers.W[target - 1]
    delta = layers.delta[target - 1]
    assert W is not None
    if isinstance(spec, Conv2d):
        total, net = np.zeros((2, before.shape[2], spec.maps))
        for r, c, i, j, y, x in places_of(spec, before):
            factor = W[i, j] if kind == "signal" else np.broadcast_to(delta[r, c], W[i, j].shape)
            number = before[y, x][:, None] * factor
            total, net = total + np.abs(number), net + number
        return total, net
    numbers = before.ravel()[:, None] * (W if kind == "signal" else delta[None, :])
    by_map = numbers.reshape(-1, before.shape[-1] if before.ndim == 3 else 1, W.shape[1])
    return np.abs(by_map).sum(axis=0), by_map.sum(axis=0)

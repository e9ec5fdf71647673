"""What feature maps show in a walkthrough's phases beside their activations: windows that are visited one after the
other, the cells that win their blocks, and δ on its way back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from core.analysis.window_signal import windows_with_signal
from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.nn.pooling import MaxPool2d
from core.nn.window_spec import WindowSpec
from gui.network.animation.timeline import ARRIVED, AnimationState
from gui.network.geometry.shapes import FeatureMaps, Floats, Indices, Layout, Rect
from gui.network.marks.kernel_marks import ZERO_PART
from gui.network.marks.mark_types import Colour
from gui.network.marks.neuron_marks import UNIT_ACTIVATIONS, fill_colours
from gui.network.marks.scales import Scales
from gui.network.marks.window_frames import window_frames
from gui.theme.tokens import Theme

# The first part of a window layer's phase belongs to the windows without a signal, which answer together; from the
# second on all have been visited.
TOGETHER, VISITED = 0.15, 0.95
# In a pool's phase δ arrives half-way: its gap is narrow.
HALF_WAY = 0.5


@dataclass(frozen=True)
class MapLook:
    """How one layer's maps look, in place of their activations.

    ``kind`` is "visited" (a, as far as windows have been visited), "passed" (a of the cells that a pool passes on) or
    "delta" (δ = ∂C/∂z). ``value`` (cells,) is that number, NaN of a cell that shows none, and ``fill`` (cells, 3) its
    colour, full at `scale`. ``hollow`` (cells,) flags those that a pool does not pass on: they are outlines.
    """

    kind: str
    layer: int
    maps: FeatureMaps
    value: Floats
    fill: Colour
    hollow: NDArray[np.bool_]
    scale: float


@dataclass(frozen=True)
class MapMoment:
    """The layers whose maps look otherwise at a moment; `frames` around the window that is visited and its cells."""

    looks: tuple[MapLook, ...] = ()
    frames: tuple[Rect, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """What there is to explain: kinds of looks, "hollow", "frame"."""
        hollow = ("hollow",) if any(look.hollow.any() for look in self.looks) else ()
        return frozenset((*(look.kind for look in self.looks), *hollow, *(("frame",) if self.frames else ())))


NO_MOMENT = MapMoment()


def moment_key(snapshot: Snapshot, animation: AnimationState) -> tuple[object, ...]:
    """What the maps of a snapshot depend on at a moment; () where they show their activations."""
    if not animation.is_walkthrough or animation.phase not in ("forward", "backward"):
        return ()
    spec = snapshot.topology.layers[animation.gap]
    is_pool = isinstance(spec, MaxPool2d)
    if animation.phase == "backward":
        return "backward", animation.deltas_from, animation.gap, is_pool and animation.progress >= HALF_WAY
    if isinstance(spec, WindowSpec):
        visited = _visited(_signal_of(snapshot, animation.gap), animation.progress)
        return "forward", animation.gap, visited, animation.progress >= TOGETHER
    return ("forward", animation.gap) if is_pool else ()


def map_moment(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, scales: Scales, theme: Theme
) -> MapMoment:
    """The looks and frames of this moment; none outside of a walkthrough's way forwards and back."""
    if not moment_key(snapshot, animation):
        return NO_MOMENT
    gap = animation.gap
    if animation.phase == "backward":
        return MapMoment(_returned(snapshot, layout, animation, scales, theme))
    if isinstance(snapshot.topology.layers[gap], WindowSpec):
        return _visit(snapshot, layout, animation, scales, theme)
    looks = (_look("passed", gap - 1, snapshot, layout, scales, theme, hollow=_lost(snapshot, gap)),)
    return MapMoment(tuple(look for look in looks if look is not None))


def _signal_of(snapshot: Snapshot, layer: int) -> NDArray[np.bool_]:
    """(windows,): which windows of this layer see a signal."""
    topology, spec = snapshot.topology, snapshot.topology.layers[layer]
    assert isinstance(spec, WindowSpec)
    x = topology.input_of(layer, (snapshot.trace.x, *snapshot.trace.a))
    return windows_with_signal(spec, topology.in_shapes[layer], x)


def _visited(has_signal: NDArray[np.bool_], progress: float) -> int:
    """How many of the windows with a signal have been visited."""
    share = (progress - TOGETHER) / (VISITED - TOGETHER)
    return int(np.ceil(min(1.0, max(0.0, share)) * np.count_nonzero(has_signal)))


def _visit(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, scales: Scales, theme: Theme
) -> MapMoment:
    """Each window that sees something lights its cells in turn; before them all others, at once."""
    layer = animation.gap
    maps = layout.layers[layer].maps
    if maps is None or animation.progress >= ARRIVED:
        return NO_MOMENT
    has_signal = _signal_of(snapshot, layer)
    visited = _visited(has_signal, animation.progress)
    places = np.flatnonzero(has_signal)
    known = np.zeros(has_signal.size, np.bool_)
    known[places[:visited]] = True
    if animation.progress >= TOGETHER:
        known |= ~has_signal
    # A cell's maps are side by side.
    is_known = np.repeat(known, len(maps.tiles))
    look = _look("visited", layer, snapshot, layout, scales, theme, is_known)
    frames: tuple[Rect, ...] = ()
    if 0 < visited < places.size:
        window = int(places[visited - 1])
        frames = _frames(snapshot, layout, layer, window, maps)
    return MapMoment(() if look is None else (look,), frames)


def _frames(
    snapshot: Snapshot, layout: Layout, layer: int, window: int, maps: FeatureMaps
) -> tuple[Rect, ...]:
    """Around a window on all maps that are read, and around the cell that it makes in each map."""
    first, column = window * len(maps.tiles), layout.layers[layer]
    cells = range(first, first + len(maps.tiles))
    # Of maps that read only some, each has some of the frames.
    seen = dict.fromkeys(chain.from_iterable(window_frames(snapshot, layout, layer, cell) for cell in cells))
    side = maps.cell
    own = (Rect(float(column.x[i]) - side / 2, float(column.y[i]) - side / 2, side, side) for i in cells)
    return (*seen, *own)


def _returned(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, scales: Scales, theme: Theme
) -> tuple[MapLook, ...]:
    """δ on all layers that it has come back to; a pool hands it to the winners alone."""
    layers, gap, trace = snapshot.topology.layers, animation.gap, snapshot.trace
    if not trace.has_gradient:
        return ()
    is_pool = isinstance(layers[gap], MaxPool2d)
    first = animation.deltas_from
    if is_pool and animation.progress >= HALF_WAY:
        first = min(first, gap - 1)
    looks = []
    for layer in range(len(layers)):
        is_read_by_pool = layer + 1 < len(layers) and isinstance(layers[layer + 1], MaxPool2d)
        hollow = _lost(snapshot, layer + 1) if is_read_by_pool else None
        if layer >= first:
            looks.append(_look("delta", layer, snapshot, layout, scales, theme, hollow=hollow))
        elif layer == gap - 1 and hollow is not None:
            looks.append(_look("passed", layer, snapshot, layout, scales, theme, hollow=hollow))
    return tuple(look for look in looks if look is not None)


def pool_winners(snapshot: Snapshot, layer: int) -> Indices:
    """(cells of the pool,): the unit of the layer before that each cell of this max pool takes its number from."""
    topology, spec = snapshot.topology, snapshot.topology.layers[layer]
    assert isinstance(spec, MaxPool2d)
    x = topology.input_of(layer, (snapshot.trace.x, *snapshot.trace.a))
    return spec.winners(topology.in_shapes[layer], x)


def _lost(snapshot: Snapshot, pool: int) -> NDArray[np.bool_]:
    """(units of the layer before,) flags: which of them a max pool does not pass on."""
    lost = np.ones(snapshot.sizes[pool], np.bool_)
    lost[pool_winners(snapshot, pool)] = False
    return lost


def _look(
    kind: str,
    layer: int,
    snapshot: Snapshot,
    layout: Layout,
    scales: Scales,
    theme: Theme,
    is_known: NDArray[np.bool_] | None = None,
    hollow: NDArray[np.bool_] | None = None,
) -> MapLook | None:
    """One layer's look; None where it has no maps, or is the input."""
    maps = layout.layers[layer].maps if layer >= 0 else None
    if maps is None:
        return None
    trace = snapshot.trace
    numbers: Array = trace.delta[layer] if kind == "delta" else trace.a[layer]
    value = numbers.astype(np.float64)
    nothing = np.zeros(value.size, np.bool_)
    hollow = nothing if hollow is None else hollow
    hidden = hollow if is_known is None else hollow | ~is_known
    if kind == "delta":
        scale = scales.of("delta")[layer]
        fill = _delta_colours(value / scale, theme)
    else:
        is_share = snapshot.activations[layer] in UNIT_ACTIVATIONS and not snapshot.skips[layer]
        scale = 1.0 if is_share else scales.of("activation")[layer]
        fill = fill_colours(value / scale, theme)
    # An outline has no fill; what it has for a number stays in the trace.
    value[hidden] = np.nan
    fill[hidden] = theme.rgb("canvas").astype(np.uint8)
    return MapLook(kind, layer, maps, value, fill, hollow, scale)


def _delta_colours(share: Floats, theme: Theme) -> Colour:
    """(cells, 3): the sign's colour by √|δ|, as rings have their width; 0 a little lighter than the canvas."""
    canvas = theme.rgb("canvas")
    zero = canvas + ZERO_PART * (theme.rgb("node") - canvas)
    known = np.nan_to_num(np.clip(share, -1, 1))[:, None]
    full = np.where(known < 0, theme.rgb("grad_minus"), theme.rgb("grad_plus"))
    return np.rint(zero + np.sqrt(np.abs(known)) * (full - zero)).astype(np.uint8)

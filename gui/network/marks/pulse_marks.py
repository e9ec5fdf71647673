"""The marks of what travels: a·w forwards, w·δ backwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor
from typing import Any

import numpy as np

from core.engine.snapshot import Snapshot
from core.nn.connections import Connections
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Floats, Indices, Layout
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_values import ConnectionValues, backpropagated, signals
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.scales import Scales

# At most this many at a time: the largest.
MAX_PULSES = 200
# Least and largest radius in px.
RADII = {"disc": (1.5, 6.5), "dart": (2.0, 9.0)}
# The last pulse of a front starts this part of the phase after the first, so that a front is not a string.
STAGGER = 0.14


def pulse_marks(
    snapshot: Snapshot,
    choice: EdgeChoice,
    layout: Layout,
    animation: AnimationState,
    scales: Scales,
) -> PulseMarks | None:
    """What is on its way at this moment, along the drawn edges; None where nothing moves.

    Forwards, discs: |a·w| as their area. Backwards, darts: |w·δ| as their area, from the target back to the
    source. An edge that passes exactly 0 has no mark. To the input nothing is backpropagated:
    backpropagation computes no ∂C/∂x, so there only the edges change colour as the front passes.
    """
    trace, layer = snapshot.trace, animation.gap + 1
    if animation.phase == "forward":
        kind, numbers, first = "disc", signals(snapshot), 0
    elif animation.phase == "backward" and trace.has_gradient:
        kind, numbers, first = "dart", backpropagated(snapshot), 1
    else:
        return None
    scale = scales.of("signal" if kind == "disc" else "backpropagated")
    groups = [
        _pulses_of(kind, group, choice, numbers, scale[group], layout)
        for group, connections in enumerate(choice.connections)
        if connections.target_layer == layer and connections.source_layer >= first
    ]
    if not groups:
        return None
    every = _together(groups)
    passing = np.flatnonzero(np.isfinite(every.value) & (every.value != 0))
    # Ties are broken by the edge's place, so that the choice does not flicker from frame to frame.
    order = np.argsort(np.abs(every.value[passing]), kind="stable")[-MAX_PULSES:]
    largest = replace(every.only(passing[order]), total=int(passing.size))
    return moved(largest, animation.progress)


def _pulses_of(
    kind: str, group: int, choice: EdgeChoice, numbers: ConnectionValues, scale: float, layout: Layout
) -> PulseMarks:
    """What each of a group's drawn edges passes, at its source."""
    edges, connections = choice.edges[group], choice.connections[group]
    value = numbers.at(group, edges).astype(float)
    smallest, largest = RADII[kind]
    x1, y1, x2, y2 = layout.ends(
        (connections.source_layer, edges.source), (connections.target_layer, edges.target)
    )
    return PulseMarks(
        kind=kind,
        target_layer=connections.target_layer,
        group=np.full(len(edges), group),
        source_layer=np.full(len(edges), connections.source_layer),
        source=edges.source,
        target=edges.target,
        value=value,
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        x=x1,
        y=y1,
        radius=radius_by_area(np.abs(value) / scale, smallest, largest),
        positive=value > 0,
        scales=(scale,),
    )


def _together(groups: Sequence[PulseMarks]) -> PulseMarks:
    """The pulses of several groups as one."""
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(pulses, name) for pulses in groups]) for name in PulseMarks.columns()
    }
    return replace(groups[0], scales=tuple(scale for group in groups for scale in group.scales), **columns)


def moved(pulses: PulseMarks, progress: float) -> PulseMarks:
    """The same pulses where they are at `progress`, from 0 to 1, of their phase."""
    way = travelled(pulses.source, pulses.target, progress)
    if pulses.kind == "dart":
        way = 1 - way
    x = pulses.x1 + way * (pulses.x2 - pulses.x1)
    return replace(pulses, x=x, y=pulses.y1 + way * (pulses.y2 - pulses.y1))


def gap_reach(groups: Sequence[Connections], layout: Layout, gap: int, scale: float) -> tuple[int, int]:
    """From where to where, across in px, the largest pulses of a gap reach; `scale` is the theme's."""
    layer = gap + 1
    first = min((group.source_layer for group in groups if group.target_layer == layer), default=gap)
    reach = max(largest for _, largest in RADII.values()) * scale + 2
    return floor(layout.extent(first)[0] - reach), ceil(layout.extent(layer)[1] + reach)


def radius_by_area(share: Floats, smallest: float, largest: float) -> Floats:
    """Radii whose area is `share` of the largest disc's, never smaller than `smallest` px."""
    radius: Floats = np.clip(largest * np.sqrt(np.clip(share, 0, 1)), smallest, largest)
    return radius


def travelled(source: Indices, target: Indices, progress: float) -> Floats:
    """(m,) parts of the way from 0 to 1: each edge's own small delay, all there when the phase ends.

    The delay depends on the edge alone (a golden-ratio sequence), so that it is the same in every frame.
    """
    delay = np.mod(source * 0.6180339887 + target * 0.7548776662, 1.0)
    way: Floats = np.clip(progress * (1 + STAGGER) - delay * STAGGER, 0.0, 1.0)
    return way

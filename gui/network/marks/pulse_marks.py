"""The marks of what travels: a·w forwards, w·δ backwards."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.engine.messages import Snapshot
from gui.network.animation.timeline import Moment
from gui.network.geometry.layout import Floats, Indices, Layout
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.scales import Scales

# At most this many at a time: the largest.
MOST_PULSES = 200
SMALLEST_DISC, LARGEST_DISC = 1.5, 6.5
SMALLEST_DART, LARGEST_DART = 2.0, 9.0
# The last pulse of a front starts this part of the beat after the first, so that a front is not a string.
STAGGER = 0.14


def pulse_marks(
    snapshot: Snapshot,
    choice: EdgeChoice,
    layout: Layout,
    moment: Moment,
    scales: Scales,
) -> PulseMarks | None:
    """What is on its way at this moment, along the drawn edges; None where nothing moves.

    Forwards, discs: |a·w| as their area. Backwards, darts: |w·δ| as their area, from the target back to the
    source. An edge that passes exactly 0 has no mark. In the first gap nothing is handed back:
    backpropagation computes no ∂C/∂x, so there only the edges change colour as the front passes.
    """
    trace = snapshot.trace
    gap = moment.gap
    if moment.phase == "forward":
        kind, smallest, largest = "disc", SMALLEST_DISC, LARGEST_DISC
        factor, of_source = (trace.x if gap == 0 else trace.a[gap - 1]), True
        scale = scales.of("signal")[gap]
    elif moment.phase == "backward" and gap > 0 and trace.has_gradient:
        kind, smallest, largest = "dart", SMALLEST_DART, LARGEST_DART
        factor, of_source = trace.delta[gap], False
        scale = scales.of("handed_back")[gap]
    else:
        return None
    source, target = choice.source[gap], choice.target[gap]
    with np.errstate(invalid="ignore", over="ignore"):
        value = (factor[source if of_source else target] * snapshot.weights[gap][source, target]).astype(
            float
        )
    passing = np.flatnonzero(np.isfinite(value) & (value != 0))
    total = int(passing.size)
    # Ties are broken by the edge's place, so that the choice does not flicker from frame to frame.
    order = np.argsort(np.abs(value[passing]), kind="stable")[-MOST_PULSES:]
    picked = passing[order]
    source, target, value = source[picked], target[picked], value[picked]
    nowhere = np.zeros(len(picked))
    pulses = PulseMarks(
        kind=kind,
        gap=gap,
        source=source,
        target=target,
        value=value,
        x=nowhere,
        y=nowhere,
        radius=radius_by_area(np.abs(value) / scale, smallest, largest),
        positive=value > 0,
        total=total,
    )
    return moved(pulses, layout, moment.progress)


def moved(pulses: PulseMarks, layout: Layout, progress: float) -> PulseMarks:
    """The same pulses where they are at `progress`, from 0 to 1, of their beat."""
    source, target = pulses.source, pulses.target
    source_x, source_y = layout.sources(pulses.gap)
    column = layout.layers[pulses.gap]
    way = travelled(source, target, progress)
    if pulses.kind == "dart":
        way = 1 - way
    x, y = source_x[source], source_y[source]
    return replace(pulses, x=x + way * (column.x[target] - x), y=y + way * (column.y[target] - y))


def radius_by_area(share: Floats, smallest: float, largest: float) -> Floats:
    """Radii whose area is `share` of the largest disc's, never smaller than `smallest` px."""
    radius: Floats = np.clip(largest * np.sqrt(np.clip(share, 0, 1)), smallest, largest)
    return radius


def travelled(source: Indices, target: Indices, progress: float) -> Floats:
    """(m,) parts of the way from 0 to 1: each edge's own small delay, all there when the beat ends.

    The delay depends on the edge alone (a golden-ratio sequence), so that it is the same in every frame.
    """
    delay = np.mod(source * 0.6180339887 + target * 0.7548776662, 1.0)
    way: Floats = np.clip(progress * (1 + STAGGER) - delay * STAGGER, 0.0, 1.0)
    return way

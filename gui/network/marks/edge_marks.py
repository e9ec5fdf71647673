"""The marks of edges: colour and width by the number an edge has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gui.network.geometry.shapes import Floats, Layout, Rect
from gui.network.geometry.text_width import legend_strip_width, line_height, text_width
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_values import ConnectionValues
from gui.network.marks.mark_types import Colour, EdgeMarks
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme

# Steps of strength on each side of 0.
LEVELS = 24
# The weakest edge's part of full colour.
FAINTEST = 0.03
# That of a highlighted neuron's weakest edge, in a dark theme and in a light one: it keeps a contrast of 3. How strong
# an edge is, is there seen by its width above all, in px from the weakest to the one at its scale.
FAINTEST_HIGHLIGHTED = {True: 0.9, False: 0.96}
HIGHLIGHTED_PX = (1.4, 2.8)
# What is left of the other edges meanwhile.
FADED = 0.1
# From this strength on an edge is wider.
WIDE_FROM, WIDE_PX = 0.6, 1.4
WIDEST_FROM, WIDEST_PX = 0.85, 2.0
# Lines that would cover more than this part of their gap's height are translucent, but never more than so much.
COVERED = 0.5
FAINTEST_LINE = 0.3
# So many px are free to be covered everywhere.
LEAST_HEIGHT = 60.0
SIGN_TOKENS = {
    "weight": ("plus", "minus"),
    "signal": ("plus", "minus"),
    "change": ("plus", "minus"),
    "gradient": ("grad_plus", "grad_minus"),
    "mean_gradient": ("grad_plus", "grad_minus"),
}


@lru_cache(maxsize=32)
def edge_palette(theme: Theme, kind: str, highlighted: bool = False) -> Colour:
    """(2·LEVELS + 1, 3): from full minus over the canvas to full plus.

    Level k of LEVELS has the strength s = k / LEVELS and is the canvas blended by f = 0.03 + 0.97·sᵖ with the
    full colour, p = ``theme.edge_power``; level 0 is the canvas itself: 0 is not a faint something. Those of a
    `highlighted` neuron are blended by f from FAINTEST_HIGHLIGHTED to 1, in a straight line.
    """
    canvas = theme.rgb("canvas")
    strength = np.arange(1, LEVELS + 1) / LEVELS
    power = 1.0 if highlighted else theme.edge_power
    faintest = FAINTEST_HIGHLIGHTED[theme.is_dark] if highlighted else FAINTEST
    blend = (faintest + (1 - faintest) * strength**power)[:, None]
    plus, minus = (canvas + blend * (theme.rgb(token) - canvas) for token in SIGN_TOKENS[kind])
    palette: Colour = np.rint(np.vstack([minus[::-1], canvas[None], plus])).astype(np.uint8)
    # It is kept: nobody may paint in it.
    palette.flags.writeable = False
    return palette


def levels_of(value: Floats, scale: float | Floats) -> NDArray[np.int64]:
    """Each number's level, from -LEVELS to LEVELS, where `scale` is the |value| of full colour.

    The weakest keeps its 3 %: only an exact 0 has no colour, and what is no number.
    """
    strength = np.nan_to_num(np.clip(np.abs(value) / scale, 0, 1))
    level = np.maximum(np.rint(strength * LEVELS).astype(np.int64), 1)
    return np.where(np.nan_to_num(value) == 0, 0, level) * np.where(value < 0, -1, 1)


def edge_marks(
    values: ConnectionValues,
    kind: str,
    choice: EdgeChoice,
    layout: Layout,
    scales: Scales | Sequence[float],
    theme: Theme,
    groups: Sequence[int] | None = None,
) -> tuple[EdgeMarks, ...]:
    """The chosen edges of every group (or of some), coloured by their value, weakest first.

    `values` are W, a·w of the example, ∂C/∂W of it, the batch's mean of that, or ΔW, as `kind` says: "weight",
    "signal", "gradient", "mean_gradient" or "change". What is not finite is left out. `scales` may be each group's.
    """
    scale_of = scales.of(kind) if isinstance(scales, Scales) else scales
    if groups is None:
        # Into feature maps lead ribbons, and no lines.
        groups = [
            number
            for number, group in enumerate(choice.connections[: len(choice.edges)])
            if layout.layers[group.target_layer - 1].maps is None or len(choice.edges[number])
        ]
    if not groups:
        return ()
    # All groups in one go: a deep network has a hundred of them, each with few edges.
    edges = [choice.edges[group] for group in groups]
    place = np.repeat(np.arange(len(groups)), [len(own) for own in edges])
    value = np.concatenate([values.at(*pair) for pair in zip(groups, edges, strict=True)]).astype(np.float64)
    source, target = (np.concatenate([getattr(own, end) for own in edges]) for end in ("source", "target"))
    order = np.lexsort((np.abs(value), place))
    order = order[np.isfinite(value[order])]
    source, target, value, place = source[order], target[order], value[order], place[order]
    scale = np.array([scale_of[group] for group in groups])[place]
    strength, level = np.minimum(1.0, np.abs(value) / scale), levels_of(value, scale)
    width = np.where(
        strength >= WIDEST_FROM,
        WIDEST_PX,
        np.where(strength >= WIDE_FROM, WIDE_PX, 1.0),
    )
    width *= theme.line_scale
    ends = np.searchsorted(place, np.arange(len(groups) + 1)).tolist()
    marks = []
    for group, start, stop in zip(groups, ends, ends[1:], strict=False):
        own = slice(start, stop)
        connections = choice.connections[group]
        from_layer, to_layer = connections.source_layer, connections.target_layer
        x1, y1, x2, y2 = layout.ends((from_layer, source[own]), (to_layer, target[own]))
        opacity = _opacity(y1, y2, width[own] * strength[own])
        marks.append(
            EdgeMarks(
                kind=kind,
                group=group,
                source_layer=from_layer,
                target_layer=to_layer,
                source=source[own],
                target=target[own],
                value=value[own],
                x1=x1,
                y1=y1,
                x2=x2,
                y2=y2,
                level=level[own],
                width=width[own],
                scale=scale_of[group],
                opacity=opacity,
            )
        )
    return tuple(marks)


def _opacity(y1: Floats, y2: Floats, ink: Floats) -> float:
    """How opaque a gap's lines are, in steps of a tenth: less where their `ink`, width times strength, covers much.

    It is one number for all of them, so that the stronger stays the fuller.
    """
    if not ink.size:
        return 1.0
    height = max(LEAST_HEIGHT, (float(np.ptp(y1)) + float(np.ptp(y2))) / 2)
    opacity = COVERED * height / max(float(np.nansum(ink)), 1e-9)
    return float(np.clip(np.round(opacity, 1), FAINTEST_LINE, 1.0))


def hit_sign(layout: Layout, theme: Theme, x: float, y: float) -> int:
    """1 or -1 where a point is on the legend's plus or minus: its sign or its half of the colours; else 0."""
    return next((sign for sign in (1, -1) if sign_rect(layout, theme, sign).contains(x, y)), 0)


def sign_rect(layout: Layout, theme: Theme, sign: int) -> Rect:
    """Where the legend's plus (1) or minus (-1) is: its sign and its half of the colours."""
    strip, reach = legend_strip(layout.legend, theme), text_width("+ ", "caption", theme)
    half = strip.width / 2
    left = strip.x + half if sign > 0 else strip.x - reach
    return Rect(left, layout.legend.y, half + reach, line_height("caption", theme))


def legend_colours(theme: Theme, kind: str, sign: int = 0, highlighted: bool = False) -> Colour:
    """(2·LEVELS + 1, 3): the legend's strip, the very palette of the edges; without the colours of a hidden sign."""
    colour = edge_palette(theme, kind, highlighted).copy()
    if sign:
        hidden = slice(0, LEVELS) if sign > 0 else slice(LEVELS + 1, None)
        colour[hidden] = colour[LEVELS]
    return colour


def legend_strip(legend: Rect, theme: Theme) -> Rect:
    """Where the strip stands: between "−" and "+", in the middle of the legend's first line."""
    height = theme.px(10)
    x = legend.x + text_width("+ ", "caption", theme)
    return Rect(
        x,
        legend.y + (line_height("caption", theme) - height) / 2,
        legend_strip_width(theme),
        height,
    )

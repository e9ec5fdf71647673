"""Where each part of the picture stands: what is framed while somebody reads about it."""

from __future__ import annotations

from gui.network.geometry.shapes import Layout, Rect
from gui.network.geometry.text_width import line_height
from gui.theme.tokens import Theme

# So far a frame stands from the neurons inside it, in px: rings are to be seen.
REACH_PX = 6.0


def part_places(layout: Layout, theme: Theme, part: str) -> tuple[Rect, ...]:
    """Rectangles around all marks of a part, a key of `interaction.explanations`; none where it is not on screen.

    With an enlarged network only what is seen of it counts.
    """
    places = _places(layout, theme, part)
    inside = Rect(0.0, 0.0, layout.width, layout.height)
    if part in ("edge", "pulse", "neuron", "ring", "output", "input", "map"):
        inside = layout.content
    return tuple(seen for place in places if (seen := _common(place, inside)) is not None)


def _places(layout: Layout, theme: Theme, part: str) -> list[Rect]:
    hidden, outputs = layout.layers[:-1], layout.layers[-1]
    if part in ("edge", "pulse"):
        return _gaps(layout)
    if part == "ring":
        return [_around_column(layout, layer) for layer in range(len(layout.layers))]
    if part == "neuron":
        return [_around_column(layout, layer) for layer in range(len(hidden))]
    if part == "output":
        neurons = _around_column(layout, len(hidden))
        return [Rect(neurons.x, neurons.y, layout.width - 2 - neurons.x, neurons.height)]
    if part == "band":
        return [column.collapsed_group for column in layout.layers if column.collapsed_group is not None]
    if part in ("head", "verdict"):
        line = line_height("caption", theme)
        top = layout.caption_y - 0.8 * line
        if part == "verdict":
            return [Rect(outputs.left, top, layout.width - 2 - outputs.left, line)]
        return [Rect(column.left - 10, top, column.right - column.left + 20, line) for column in hidden]
    if part == "legend":
        return [layout.legend, layout.marks_line]
    one = {
        "input": layout.picture,
        "map": layout.map,
        "loss": layout.loss,
        "coverage": layout.coverage,
    }.get(part)
    return [] if one is None else [one]


def _gaps(layout: Layout) -> list[Rect]:
    """The room between each layer and the next: from the first neuron of either down to the last."""
    gaps = []
    left, top, bottom = layout.picture.x + layout.picture.width, layout.picture.y, layout.picture.y
    bottom += layout.picture.height
    for layer, column in enumerate(layout.layers):
        around = _around_column(layout, layer)
        first, last = min(top, around.y), max(bottom, around.y + around.height)
        gaps.append(Rect(left, first, max(0.0, column.left - left), last - first))
        left, top, bottom = column.right, around.y, around.y + around.height
    return gaps


def _around_column(layout: Layout, layer: int) -> Rect:
    column = layout.layers[layer]
    y = column.y[column.shown]
    half = column.cell[1] / 2 if column.cell is not None else column.radius
    top, bottom = float(y.min()) - half - REACH_PX, float(y.max()) + half + REACH_PX
    return Rect(column.left - 2, top, column.right - column.left + 4, bottom - top)


def _common(a: Rect, b: Rect) -> Rect | None:
    left, top = max(a.x, b.x), max(a.y, b.y)
    right, bottom = min(a.x + a.width, b.x + b.width), min(a.y + a.height, b.y + b.height)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None

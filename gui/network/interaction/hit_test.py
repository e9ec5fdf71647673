"""Which kind of mark is at a point of the picture, apart from neurons and edges, which have cards."""

from __future__ import annotations

from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import line_height
from gui.network.marks.edge_marks import legend_strip
from gui.theme.tokens import Theme


def kind_at(layout: Layout, theme: Theme, x: float, y: float) -> str | None:
    """A key of `mark_catalog.mark_kinds`; None where nothing of these stands."""
    line = line_height("caption", theme)
    strip, legend = legend_strip(layout.legend, theme), layout.legend
    if strip.x <= x <= strip.x + strip.width and abs(y - strip.y - strip.height / 2) <= line / 2:
        return "legend"
    for key, rect in (("scale", legend), ("coverage", layout.coverage)):
        if rect.contains(x, y):
            return key
    if abs(y - layout.gaps_y + 4) <= line / 2:
        return "gap_coverage"
    if abs(y - layout.caption_y + 4) <= line / 2:
        return "head" if x < layout.layers[-1].left else "verdict"
    for column in layout.layers:
        if column.collapsed_group is not None and column.collapsed_group.contains(x, y):
            return "band"
    if layout.map is not None and layout.map.contains(x, y):
        return "map"
    if layout.picture.contains(x, y):
        return "input"
    if layout.loss.contains(x, y):
        return "loss" if y < layout.loss.y + line_height("head", theme) else "place"
    for track in layout.bars:
        if track.height and track.x <= x <= layout.width and abs(y - track.y - track.height / 2) <= line / 2:
            return "bar"
    return None

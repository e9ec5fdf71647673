"""The picture of the network as a figure: it has files of its own, and is printed as plots are."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QPainter

from gui.network.painting.detached_render import DetachedRender
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure


def network_figure(what: str, render: DetachedRender) -> Figure:
    """All that is seen of it; without numbers, which the weights' own files have."""
    layout, own, shown = render.context.layout, render.context.theme, render.displayed_snapshot

    def paint(painter: QPainter, theme: Theme) -> None:
        # Type may be smaller there than in the window: only the colours are another theme's.
        colours = replace(own, name=theme.name)
        drawn = render if colours == own else render.drawn_in(colours)
        for _ in drawn.draw_in_steps(painter):
            pass

    size = round(layout.width), round(layout.height)
    return Figure(what, "network", size, own, paint, (), shown.run, shown.update)

"""Enlarging the network and moving about in it: what part of the enlarged picture the view shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gui.network.geometry.shapes import Column, Layout, Rect, Zoom

MAX_ZOOM = 32.0
# Columns so far apart are comfortable: from there on the network grows in height too, in px.
COMFORTABLE = 90.0
# The thickness of the position bars.
BAR_PX = 3.0
# One notch of the wheel, one press of a key.
STEP = 1.25


def within(zoom: Zoom, content: Rect, room: float | None = None) -> Zoom:
    """The nearest zoom that shows the network and nothing beside it.

    `room` is the distance of two columns of the whole network, in px; where it is given, how much the network grows
    downwards follows from it.
    """
    scale = min(max(zoom.scale, 1.0), MAX_ZOOM)
    tall = zoom.tall if room is None else min(scale, max(1.0, scale * room / COMFORTABLE))
    tall = min(tall, scale)
    return Zoom(
        scale,
        min(max(zoom.x, 0.0), content.width * (scale - 1)),
        min(max(zoom.y, 0.0), content.height * (tall - 1)),
        tall,
    )


def enlarged(zoom: Zoom, factor: float) -> Zoom:
    """Enlarged `factor` times more; `anchor` gives the position."""
    return replace(zoom, scale=min(max(zoom.scale * factor, 1.0), MAX_ZOOM))


def moved(zoom: Zoom, dx: float, dy: float, content: Rect) -> Zoom:
    """With everything moved right by `dx` px and down by `dy`."""
    return within(replace(zoom, x=zoom.x - dx, y=zoom.y - dy), content)


def anchor(layout: Layout, x: float, y: float) -> tuple[int, int]:
    """(layer, index) of the neuron nearest to a point, layer -1 for an input: what is to stay where it is."""
    inputs = np.arange(layout.pixel_x.size)
    places = [(-1, inputs, layout.pixel_x, layout.pixel_y)]
    for layer, column in enumerate(layout.layers):
        places.append((layer, column.shown, column.x[column.shown], column.y[column.shown]))
    nearest = []
    for layer, index, at_x, at_y in places:
        apart = (at_x - x) ** 2 + (at_y - y) ** 2
        place = int(apart.argmin())
        nearest.append((float(apart[place]), layer, int(index[place])))
    _, layer, found = min(nearest)
    return layer, found


def place_of(layout: Layout, of: tuple[int, int]) -> tuple[float, float]:
    """Where a neuron or an input stands."""
    layer, index = of
    if layer < 0:
        return float(layout.pixel_x[index]), float(layout.pixel_y[index])
    column = layout.layers[layer]
    return float(column.x[index]), float(column.y[index])


def position_bars(zoom: Zoom, content: Rect) -> tuple[Rect, ...]:
    """Thin bars at the lower and right edge that show what part of the network is visible; none where all of it is."""
    bars = []
    if zoom.scale > 1:
        width = content.width / zoom.scale
        bars.append(Rect(zoom.x / zoom.scale, content.y + content.height - BAR_PX, width, BAR_PX))
    if zoom.tall > 1:
        height = content.height / zoom.tall
        bars.append(Rect(content.width - BAR_PX, content.y + zoom.y / zoom.tall, BAR_PX, height))
    return tuple(bars)


def shifted_rect(rect: Rect, dx: float, dy: float) -> Rect:
    """The same rectangle elsewhere."""
    return replace(rect, x=rect.x + dx, y=rect.y + dy)


def shifted(column: Column, dx: float, dy: float) -> Column:
    """The same column elsewhere."""
    return replace(
        column,
        x=column.x + dx,
        y=column.y + dy,
        collapsed_group=None
        if column.collapsed_group is None
        else shifted_rect(column.collapsed_group, dx, dy),
        left=column.left + dx,
        right=column.right + dx,
        maps=None
        if column.maps is None
        else replace(column.maps, tiles=tuple(shifted_rect(tile, dx, dy) for tile in column.maps.tiles)),
    )

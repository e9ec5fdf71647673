"""The geometry of the picture of a network: rectangles, columns of neurons, and the whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Rect:
    """A rectangle in pixels: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether the point is inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True)
class Zoom:
    """How much the network is enlarged, and what part of it is seen.

    Attributes
    ----------
    scale : float
        1 fits the whole network into the view.
    x, y : float
        What is left and above of what is seen, in px of the enlarged network.
    tall : float
        How much of that it is enlarged downwards: a deep network first grows wide.
    """

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    tall: float = 1.0


@dataclass(frozen=True)
class FeatureMaps:
    """A layer whose neurons are the cells of feature maps.

    Attributes
    ----------
    rows, columns : int
        Cells of each map.
    cell : float
        A cell's side.
    tiles : tuple of Rect
        Where each map stands.
    """

    rows: int
    columns: int
    cell: float
    tiles: tuple[Rect, ...]

    def place(self, index: int) -> tuple[int, int, int]:
        """(map, row, column) of a neuron, each counted from 0."""
        cell, number = divmod(index, len(self.tiles))
        return number, *divmod(cell, self.columns)


@dataclass(frozen=True)
class Column:
    """Where one layer's neurons stand.

    Attributes
    ----------
    size : int
        Neurons in the layer.
    x, y : (size,) arrays
        Each neuron's centre; for a collapsed neuron the middle of the collapsed group.
    radius : float
        The radius of every neuron of the column.
    shown : (k,) ascending indices
        The neurons drawn one by one.
    collapsed_group : Rect or None
        Stands for the ``size - k`` neurons that are collapsed; None when all are shown.
    left, right : float
        The column's extent, rings included: edges to it are seen left of `left`.
    cell : (width, height) or None
        Where columns stand too close for discs, each neuron is a cell of this size.
    expanded : bool
        Whether neurons that would be collapsed are shown one by one all the same.
    maps : FeatureMaps or None
        Of a layer of feature maps, whose cells its neurons are; all of them are shown.
    """

    size: int
    x: Floats
    y: Floats
    radius: float
    shown: Indices
    collapsed_group: Rect | None
    left: float
    right: float
    cell: tuple[float, float] | None = None
    expanded: bool = False
    maps: FeatureMaps | None = None


@dataclass(frozen=True)
class Layout:
    """The whole picture's geometry.

    Attributes
    ----------
    width, height : float
        The size of the view.
    picture : Rect
        The input picture; square where it has as many rows as columns.
    rows, columns : int
        Pixels of the input picture.
    pixel_x, pixel_y : (n_in,) arrays
        Each input pixel's centre, row by row.
    layers : tuple of Column
        Hidden layers and the output layer; gap i is the room left of ``layers[i]``.
    bars : tuple of Rect
        One track per output: a bar of y = 1 fills it.
    title, walkthrough, legend, coverage, loss : Rect
        Where the lines of text go: what is shown (top left), what is happening (top right), the scale
        (bottom left), what is drawn (bottom right), C and its place in L (below the outputs).
    caption_y : float
        The baseline of the columns' heads.
    map : Rect or None
        Where the whole function of one or two inputs is shown, left of them.
    gaps_y : float
        The baseline of each gap's text.
    marks_line : Rect
        Left of those: the line into which the legend of all other marks is folded.
    shares_line : bool
        Whether coverage and C stand in that line, in place of the gaps' texts: the picture is low.
    zoom : Zoom
    content : Rect
        Where the network is seen; outside are only words.
    """

    width: float
    height: float
    picture: Rect
    rows: int
    columns: int
    pixel_x: Floats
    pixel_y: Floats
    layers: tuple[Column, ...]
    bars: tuple[Rect, ...]
    title: Rect
    walkthrough: Rect
    legend: Rect
    coverage: Rect
    loss: Rect
    caption_y: float
    map: Rect | None
    gaps_y: float
    zoom: Zoom
    content: Rect
    marks_line: Rect = Rect(0.0, 0.0, 0.0, 0.0)
    shares_line: bool = False

    @property
    def is_lowest(self) -> bool:
        """Whether title and walkthrough share a line, too, which has no room for a button."""
        return self.shares_line and self.walkthrough.y == self.title.y

    @property
    def clip(self) -> Rect | None:
        """Where an enlarged network ends and the words begin; None where all of it is seen."""
        return self.content if self.zoom.scale > 1 else None

    def units(self, layer: int) -> tuple[Floats, Floats]:
        """Centres (x, y) of a layer's units, the layers counted as connections count them: 0 is the input."""
        if layer == 0:
            return self.pixel_x, self.pixel_y
        return self.layers[layer - 1].x, self.layers[layer - 1].y

    def ends(self, source: tuple[int, Indices], target: tuple[int, Indices]) -> tuple[Floats, ...]:
        """(x1, y1, x2, y2) of lines between units; `source` and `target` are each a layer and indices in it."""
        (x1, y1), (x2, y2) = self.units(source[0]), self.units(target[0])
        return x1[source[1]], y1[source[1]], x2[target[1]], y2[target[1]]

    def shown(self, layer: int) -> Indices:
        """The units of a layer that are drawn one by one; 0 is the input."""
        return np.arange(self.pixel_x.size) if layer == 0 else self.layers[layer - 1].shown

    def extent(self, layer: int) -> tuple[float, float]:
        """The x from which to which a layer's units reach; 0 is the input."""
        x, _ = self.units(layer)
        edges = x if layer == 0 else [self.layers[layer - 1].left, *x, self.layers[layer - 1].right]
        return float(np.min(edges)), float(np.max(edges))

    def gap_bounds(self, gap: int) -> tuple[float, float]:
        """The x from which to which a gap between neighbouring columns reaches."""
        left = self.picture.x + self.picture.width if gap == 0 else self.layers[gap - 1].right
        return left, self.layers[gap].left

    def maps_of(self, layer: int) -> int:
        """How many feature maps a layer has; 1 for the input (layer 0) and for a layer without."""
        maps = self.layers[layer - 1].maps if layer else None
        return 1 if maps is None else len(maps.tiles)

    def has_ribbons(self, source: int, target: int) -> bool:
        """Whether all connections from layer `source` (0 the input) to layer `target` are drawn map by map."""
        # Asked for each gap of a hundred layers in a frame: a generator would take most of the time.
        return self._is_of_maps(source) or self._is_of_maps(target)

    def _is_of_maps(self, layer: int) -> bool:
        return layer > 0 and self.layers[layer - 1].maps is not None

    def shows_edges(self, source: int, target: int) -> bool:
        """Whether there is room for edges from layer `source` (0 the input) to layer `target`.

        There is none between cells, and none to or from the cells of feature maps, however near they are.
        """
        if self.has_ribbons(source, target):
            return False
        return source == 0 or self.layers[target - 1].cell is None or self.layers[source - 1].cell is None

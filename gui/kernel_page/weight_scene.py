"""Where everything stands that explains one weight: the map that it reads, its kernel, the map that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.analysis.weight_places import (
    KernelWeight,
    WeightPlaces,
    kernel_of,
    maps_made,
    weight_places,
)
from core.engine.snapshot import Snapshot
from core.nn.window_connections import WindowConnections
from core.nn.windows import BEYOND
from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import line_height
from gui.network.interaction.kernel_numbers import KernelNumbers, kernel_numbers
from gui.theme.tokens import Theme

# The largest cells, in px: of the map that is read, of the kernel, of the map that is made.
SOURCE_PX, KERNEL_PX, TARGET_PX = 22.0, 40.0, 30.0
# What the three may take of the width, and the legend of the kinds of places.
SOURCE_PART, KERNEL_PART, TARGET_PART, KINDS_PX = 0.22, 0.2, 0.31, 136.0
# So many lines are drawn, those of the largest |a·δ|.
MOST_LINES = 400
# Small kernels to choose from: a weight of theirs, and what stands between two.
SMALL_PX, SMALL_APART_PX, MOST_SMALL = 3.0, 3.0, 16
# Between the account and the last line, at 100 %.
BELOW_PX = 6.0


@dataclass(frozen=True)
class Grid:
    """A picture of cells: its top left corner, the side of a cell, how many rows and columns."""

    x: float
    y: float
    cell: float
    rows: int
    columns: int

    @property
    def width(self) -> float:
        """All columns."""
        return self.cell * self.columns

    @property
    def height(self) -> float:
        """All rows."""
        return self.cell * self.rows

    @property
    def rect(self) -> Rect:
        """All of it."""
        return Rect(self.x, self.y, self.width, self.height)

    def cell_rect(self, row: int, column: int) -> Rect:
        """One cell, one beyond its edge too."""
        return Rect(self.x + column * self.cell, self.y + row * self.cell, self.cell, self.cell)

    def centre(self, row: int, column: int) -> tuple[float, float]:
        """The middle of a cell."""
        return self.x + (column + 0.5) * self.cell, self.y + (row + 0.5) * self.cell

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of the cell at a point."""
        if not self.rect.contains(x, y):
            return None
        return int((y - self.y) / self.cell), int((x - self.x) / self.cell)


@dataclass(frozen=True)
class WeightScene:
    """One weight with all that is known of it, and where it stands on `width` x `height` px.

    Attributes
    ----------
    places : WeightPlaces
    numbers : KernelNumbers
    kind : str
        Which number the kernel shows.
    is_ink : bool
        Whether the map that is read is the input, and that a drawing of ink.
    source, kernel, target : Grid
    account : Rect
        Where the sums stand.
    kinds : Rect
        Where the kinds of places are explained.
    small : tuple of (Rect, KernelWeight)
        Other kernels of the layer to choose from, as many as have room.
    legend_y : float
        The baseline of the last line.
    """

    width: float
    height: float
    theme: Theme
    snapshot: Snapshot
    places: WeightPlaces
    numbers: KernelNumbers
    kind: str
    is_ink: bool
    source: Grid
    kernel: Grid
    target: Grid
    account: Rect
    kinds: Rect
    small: tuple[tuple[Rect, KernelWeight], ...]
    legend_y: float

    @property
    def weight(self) -> KernelWeight:
        """Whose page it is."""
        return self.places.weight

    @property
    def frame(self) -> Rect:
        """What all places see together, on the map that is read: part of it may lie beyond the border."""
        rows, columns = self.places.meets.shape
        first, last = self.places.cell_at(0, 0), self.places.cell_at(rows - 1, columns - 1)
        a, b = self.source.cell_rect(*first), self.source.cell_rect(*last)
        return Rect(a.x, a.y, b.x + b.width - a.x, b.y + b.height - a.y)

    @cached_property
    def drawn(self) -> list[tuple[int, int]]:
        """The places that have a line: the largest of those that add something."""
        return self.places.ranked[:MOST_LINES]

    @property
    def drawn_share(self) -> float | None:
        """Their part of Σ|a·δ|; None where that is 0."""
        part, sums = self.places.part, self.places.parts
        if part is None or sums is None or not (whole := sums.positive - sums.negative):
            return None
        return sum(abs(float(part[at])) for at in self.drawn) / whole

    @property
    def part_scale(self) -> float:
        """The |a·δ| of full colour: the largest."""
        part = self.places.part
        return float(np.max(np.abs(part), initial=0.0)) if part is not None else 0.0

    @property
    def gate(self) -> tuple[float, float, float]:
        """(x left, x right, y): where lines come to the kernel and leave it, at the height of the weight."""
        _, y = self.kernel.centre(self.weight.row, self.weight.column)
        return self.kernel.x - 3, self.kernel.x + self.kernel.width + 3, y


def make_scene(
    snapshot: Snapshot, weight: KernelWeight, kind: str, width: float, height: float, theme: Theme
) -> WeightScene:
    """Lay out the page of a weight; `kind` is one of `kernel_numbers.KINDS`.

    Raises
    ------
    ValueError
        When the network has no such weight.
    """
    places = weight_places(snapshot.connections, snapshot.trace, weight)
    numbers = kernel_numbers(snapshot, weight, kind)
    px, caption = theme.px, line_height("caption", theme)
    legend_y = height - px(4)
    bar = min(px(19), max(px(11), 0.05 * height))
    account_height = 3 * bar + 2 * 0.55 * bar
    account_top = legend_y - caption - px(BELOW_PX) - account_height
    small_height = px(SMALL_PX) * len(numbers.values)
    # Two lines of words stand above, and one below.
    top, bottom = 2 * caption + px(2), account_top - caption - px(10)
    high = max(px(40), bottom - top)
    kinds_width = px(KINDS_PX)
    rows, columns = places.source.shape
    made_rows, made_columns = places.meets.shape
    side = len(numbers.values)
    # What windows see beyond the border is framed, too; with one weight as much room is left for it as with another.
    beyond = _beyond(snapshot, weight)
    free = width - kinds_width
    source_cell = _whole(
        min(
            SOURCE_PX * theme.scale,
            SOURCE_PART * width / (columns + 2 * beyond),
            0.8 * high / (rows + beyond),
        )
    )
    kernel_cell = _whole(
        min(KERNEL_PX * theme.scale, KERNEL_PART * width / side, (high + caption - small_height) / side)
    )
    target_cell = _whole(min(TARGET_PX * theme.scale, TARGET_PART * width / made_columns, high / made_rows))
    wide = (
        (columns + 2 * beyond) * source_cell,
        side * kernel_cell,
        made_columns * target_cell,
    )
    gap = max(px(16), (free - sum(wide) - px(24)) / 2)
    middle = top + high / 2
    left = px(4)
    source = Grid(
        round(left + beyond * source_cell), round(middle - rows * source_cell / 2), source_cell, rows, columns
    )
    kernel_x = left + wide[0] + gap
    kernel = Grid(
        round(kernel_x), round(middle - side * kernel_cell / 2 - small_height / 2), kernel_cell, side, side
    )
    target = Grid(
        round(kernel_x + wide[1] + gap),
        round(middle - made_rows * target_cell / 2),
        target_cell,
        made_rows,
        made_columns,
    )
    return WeightScene(
        width,
        height,
        theme,
        snapshot,
        places,
        numbers,
        kind,
        snapshot.connections[weight.group].source_layer == 0 and _is_ink(snapshot),
        source,
        kernel,
        target,
        Rect(left, account_top, width - left, account_height),
        Rect(target.x + target.width + px(16), px(4), kinds_width, account_top - px(12)),
        _small(snapshot, weight, kernel, (source.x + source.width, target.x), theme),
        legend_y,
    )


def _beyond(snapshot: Snapshot, weight: KernelWeight) -> int:
    """How many cells windows reach beyond the picture, at the side where it is most."""
    group = snapshot.connections[weight.group]
    assert isinstance(group, WindowConnections)
    windows = group.windows
    last = (
        (places - 1) * windows.stride - windows.padding + windows.kernel - cells
        for places, cells in zip(windows.places, windows.picture, strict=False)
    )
    return max(0, windows.padding, *last)


def _is_ink(snapshot: Snapshot) -> bool:
    x = snapshot.trace.x
    return bool(np.isin(x, (0, 1)).all())


def _whole(px: float) -> float:
    return max(1.0, float(np.floor(px)))


def siblings(snapshot: Snapshot, weight: KernelWeight) -> list[KernelWeight]:
    """The same place in the layer's other kernels: of all maps made where one map is read, else into the same map."""
    group = snapshot.connections[weight.group]
    assert isinstance(group, WindowConnections)
    sources, at = group.windows.picture[2], (weight.row, weight.column)
    if sources == 1:
        every = [KernelWeight(weight.group, 0, to_map, *at) for to_map in range(maps_made(group))]
    else:
        every = [KernelWeight(weight.group, from_map, weight.to_map, *at) for from_map in range(sources)]
    return [each for each in every if kernel_of(snapshot.connections, each)[at] != BEYOND]


def _small(
    snapshot: Snapshot, weight: KernelWeight, kernel: Grid, room: tuple[float, float], theme: Theme
) -> tuple[tuple[Rect, KernelWeight], ...]:
    """Small kernels below the large one, around the one that it is, as many as stand between two x."""
    every = siblings(snapshot, weight)
    place = every.index(weight)
    side, apart = theme.px(SMALL_PX) * kernel.rows, theme.px(SMALL_APART_PX)
    pitch, middle = side + apart, kernel.x + kernel.width / 2
    reach = min(middle - room[0], room[1] - middle) - theme.px(10)
    most = max(1, min(MOST_SMALL, int((2 * reach + apart) / pitch)))
    first = max(0, min(place - most // 2, len(every) - most))
    shown = every[first : first + most]
    left = middle - (len(shown) * pitch - apart) / 2
    top = kernel.y + kernel.height + theme.px(10)
    return tuple((Rect(left + i * pitch, top, side, side), each) for i, each in enumerate(shown))

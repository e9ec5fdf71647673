"""The difference of two networks' weights, B − A, as pictures: one matrix a layer, or one picture a neuron."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot
from core.nn.convolution import Conv2d
from gui.network.geometry.shapes import Floats, Rect
from gui.network.marks.mark_types import Colour
from gui.network.marks.scales import percentile_of
from gui.theme.tokens import Theme

# Between two pictures of neurons, in px; where there is little room, half of it.
APART = 2.0
# A cell of a matrix is at most so wide and high, in px.
LARGEST_CELL = 8.0


@dataclass(frozen=True, eq=False)
class DifferenceTile:
    """One layer's Δw: of the first layer behind a picture one picture for each neuron, else one matrix.

    Attributes
    ----------
    layer : int
        Counted from 0 behind the input.
    x, y : (n,) arrays
        The top left corner of each picture in px; one of a matrix.
    width, height : float
        Of each picture, in px.
    value : (n, rows, columns) array
        Δw. A matrix has a row for each neuron or map of the layer, the first at the top as in the network, and a column
        for each of its inputs; a neuron's picture has those of its pixels in their places. Weights that are in no
        matrix (of windows that share none, or of maps that read only some) stand in reading order, NaN behind them.
    block : int
        How many rows and columns of weights a cell stands for: 1, or more where there is no room; then it is the one
        that differs most.
    rms : float
        The root of the mean square of all Δw of the layer.
    """

    layer: int
    x: Floats
    y: Floats
    width: float
    height: float
    value: Floats
    block: int
    rms: float

    def cell_at(self, x: float, y: float) -> tuple[int, int, int] | None:
        """(picture, row, column) of the cell at a point; None beside all of them."""
        across, down = (x - self.x) / self.width, (y - self.y) / self.height
        inside = np.flatnonzero((across >= 0) & (across < 1) & (down >= 0) & (down < 1))
        if not len(inside):
            return None
        place = int(inside[0])
        _, rows, columns = self.value.shape
        return place, int(down[place] * rows), int(across[place] * columns)


@dataclass(frozen=True, eq=False)
class DifferenceMarks:
    """Everything that is drawn of it; `scale` is the |Δw| of full colour in all of it, NaN where nothing differs."""

    tiles: tuple[DifferenceTile, ...]
    scale: float


def have_same_structure(a: Snapshot, b: Snapshot) -> bool:
    """Whether each weight of one network has its own in the other."""
    shapes = [
        [
            (W.shape, type(layer), getattr(layer, "reads", ()))
            for W, layer in zip(snapshot.weights, snapshot.topology.layers, strict=True)
        ]
        for snapshot in (a, b)
    ]
    return a.sizes == b.sizes and shapes[0] == shapes[1] and a.data.picture == b.data.picture


def difference_marks(a: Snapshot, b: Snapshot, places: Sequence[Rect]) -> DifferenceMarks:
    """B − A of every weight, layer by layer, each layer in its place.

    Parameters
    ----------
    a, b : Snapshot
        Of the same structure.
    places : sequence of Rect
        One for each layer with weights: room for its picture, which stands in the middle of it.
    """
    tiles, scales = [], []
    for layer, place in zip(layers_with_weights(a), places, strict=True):
        difference = b.weights[layer].astype(np.float64) - a.weights[layer]
        scales.append(percentile_of(difference))
        finite = difference[np.isfinite(difference)]
        rms = float(np.sqrt(np.mean(finite**2))) if finite.size else float("nan")
        if difference.ndim == 1:
            tiles.append(_matrix(layer, _in_rows(difference), place, rms))
            continue
        # A row for each neuron or map; what leads to it may be more than a row of inputs, as in a window of pixels.
        of_neurons = difference.reshape(-1, difference.shape[-1]).T
        picture = _picture_before(a, layer)
        is_picture = picture is not None and of_neurons.shape[1] == picture[0] * picture[1]
        tile = _pictures(layer, of_neurons, picture, place, rms) if is_picture and picture else None
        tiles.append(tile or _matrix(layer, of_neurons, place, rms))
    known = [scale for scale in scales if scale is not None]
    return DifferenceMarks(tuple(tiles), max(known, default=float("nan")))


def layers_with_weights(snapshot: Snapshot) -> tuple[int, ...]:
    """Which layers have weights, counted from 0 behind the input; pools have none."""
    return tuple(i for i, W in enumerate(snapshot.weights) if W.size)


def _picture_before(snapshot: Snapshot, layer: int) -> tuple[int, int] | None:
    """(rows, columns) of what a neuron of the layer weighs, where that is a picture: the digit, or a kernel on it."""
    spec = snapshot.topology.layers[layer]
    if isinstance(spec, Conv2d):
        return spec.kernel, spec.kernel
    return snapshot.data.picture if layer == 0 else None


def _in_rows(values: Floats) -> Floats:
    """(rows, columns), about a square: numbers in reading order, of weights that are in no matrix; NaN at its end."""
    columns = ceil(sqrt(len(values)))
    padded = np.full(columns * ceil(len(values) / columns), np.nan)
    padded[: len(values)] = values
    return padded.reshape(-1, columns)


def _matrix(layer: int, value: Floats, place: Rect, rms: float) -> DifferenceTile:
    # A cell is a px at least, in both directions.
    room = max(1.0, place.height), max(1.0, place.width)
    block = max(ceil(n / px) for n, px in zip(value.shape, room, strict=True))
    cells = strongest_of_blocks(value, block)
    rows, columns = cells.shape
    width = min(place.width, columns * LARGEST_CELL)
    height = min(place.height, rows * LARGEST_CELL)
    x, y = place.x + (place.width - width) / 2, place.y + (place.height - height) / 2
    return DifferenceTile(layer, np.array([x]), np.array([y]), width, height, cells[None], block, rms)


def _pictures(
    layer: int, value: Floats, shape: tuple[int, int], place: Rect, rms: float
) -> DifferenceTile | None:
    """The neurons' pictures in rows, as large as there is room for; None where a pixel would be smaller than a px."""
    n, (rows, columns) = len(value), shape
    best = (0, 1, APART)
    for apart in (APART, APART / 2):
        for lines in range(1, n + 1):
            across = ceil(n / lines)
            room = (
                (place.width - apart * (across - 1)) / (across * columns),
                (place.height - apart * (lines - 1)) / (lines * rows),
            )
            # Whole px, so that all pixels look alike.
            best = max(best, (floor(min(room)), -across, apart))
    pixel, across, apart = best[0], -best[1], best[2]
    if pixel < 1:
        return None
    width, height = pixel * columns, pixel * rows
    lines = ceil(n / across)
    left = place.x + (place.width - across * width - (across - 1) * apart) / 2
    top = place.y + (place.height - lines * height - (lines - 1) * apart) / 2
    number = np.arange(n, dtype=np.float64)
    x, y = left + number % across * (width + apart), top + number // across * (height + apart)
    return DifferenceTile(layer, x, y, width, height, value.reshape(n, rows, columns), 1, rms)


def strongest_of_blocks(value: Floats, block: int) -> Floats:
    """(ceil(rows / block), ceil(columns / block)): of each block of cells the number that is farthest from 0."""
    if block == 1:
        return value
    rows, columns = (ceil(size / block) for size in value.shape)
    padded = np.zeros((rows * block, columns * block))
    padded[: value.shape[0], : value.shape[1]] = value
    parts = padded.reshape(rows, block, columns, block).swapaxes(1, 2).reshape(rows, columns, -1)
    strongest: NDArray[np.intp] = np.argmax(np.abs(np.nan_to_num(parts)), axis=-1)
    chosen: Floats = np.take_along_axis(parts, strongest[..., None], axis=-1)[..., 0]
    return chosen


def difference_colours(value: Floats, scale: float, theme: Theme) -> Colour:
    """(..., 3): the canvas where nothing differs, full plus or minus from `scale` on, in between in proportion.

    What is no number has the canvas' colour.
    """
    finite = np.where(np.isfinite(value), value, 0.0)
    strength = np.minimum(1.0, np.abs(finite) / scale) if scale > 0 else np.zeros_like(finite)
    canvas = theme.rgb("canvas")
    full = np.where((finite > 0)[..., None], theme.rgb("plus"), theme.rgb("minus"))
    return np.rint(canvas + strength[..., None] * (full - canvas)).astype(np.uint8)

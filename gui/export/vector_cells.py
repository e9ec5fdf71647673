"""Neurons as cells, weights as pictures in neurons, and hatching, as SVG."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from gui.export.svg_page import Colour, SvgPage
from gui.network.marks.all_marks import NeuronMarks
from gui.network.marks.weight_tiles import TileMarks
from gui.network.painting.cell_painter import cell_blocks
from gui.theme.tokens import Theme

# Between the strokes of what is hatched, in px, and how wide they are.
HATCH_PX, HATCH_STROKE_PX = 8.0, 1.0


def draw_cells(page: SvgPage, layers: Iterable[NeuronMarks], theme: Theme) -> None:
    """A rectangle for each run of rows of one colour: a neuron's a, below it its δ."""
    page.begin("cells", crisp=True)
    for block in cell_blocks(layers, theme):
        count, columns, _ = block.rows.shape
        width, height = block.rect.width / columns, block.rect.height / count
        for column in range(columns):
            colours = block.rows[:, column]
            starts = [0, *(np.flatnonzero((colours[1:] != colours[:-1]).any(axis=1)) + 1).tolist(), count]
            for start, end in zip(starts[:-1], starts[1:], strict=True):
                top = block.rect.y + start * height
                page.rect(
                    block.rect.x + column * width, top, width, (end - start) * height, colours[start].tolist()
                )
    page.end()


def draw_tiles(page: SvgPage, marks: TileMarks, theme: Theme) -> None:
    """Each weight of each picture as a square; those that are not learned hatched."""
    rows, columns = marks.value.shape[1:]
    side = marks.side / columns
    page.begin("tiles", crisp=True)
    for x, y, colours in zip(marks.x.tolist(), marks.y.tolist(), marks.colour.tolist(), strict=True):
        for row in range(rows):
            for column in range(columns):
                left, top = x + column * side, y + row * side
                if marks.unused is not None and marks.unused[row, column]:
                    page.rect(left, top, side, side, theme.rgb("panel"))
                    hatch(page, left, top, side, side, theme.rgb("node"))
                else:
                    page.rect(left, top, side, side, colours[row][column])
    page.end()


def hatch(page: SvgPage, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """Hatch a rectangle."""
    for line in hatching(x, y, width, height):
        page.line(*line, colour, HATCH_STROKE_PX)


def hatching(x: float, y: float, width: float, height: float) -> list[tuple[float, float, float, float]]:
    """Strokes that rise to the right, all through a rectangle and nowhere outside.

    They are part of one pattern over the whole page, so that neighbours fit together.
    """
    strokes = []
    first = x + y
    begin = HATCH_PX * np.ceil(first / HATCH_PX) - first
    for offset in np.arange(begin, width + height, HATCH_PX).tolist():
        # All places with (right of x) + (below y) = offset.
        left, right = max(0.0, offset - height), min(width, offset)
        if left < right:
            strokes.append((x + left, y + offset - left, x + right, y + offset - right))
    return strokes

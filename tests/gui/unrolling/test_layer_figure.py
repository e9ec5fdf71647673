"""The numbers of the layer on its way: of the chosen cell, of the map, and of each connection that is there."""

from __future__ import annotations

import math

import numpy as np
from pytestqt.qtbot import QtBot

from gui.unrolling.layer_scene import LayerScene
from tests.gui.figures.figure_rows import rows_of
from tests.gui.unrolling.made_layers import made_layers


def layer(qtbot: QtBot) -> LayerScene:
    """A quarter of the way from dense to windows: four of sixteen rows of cells are cut."""
    plot = LayerScene()
    qtbot.addWidget(plot)
    plot.show_made(made_layers(), 0.25)
    return plot


def test_the_layers_numbers_are_those_of_each_cells_kind(qtbot: QtBot) -> None:
    made, plot = made_layers(), layer(qtbot)
    plot.show_cell(200)
    figure = plot.figure()
    # Drawn for the page, of no run.
    assert figure is not None and not figure.is_of_run
    assert [one.stem for one in figure.numbers] == ["cell", "map", "weights"]
    # Cell 200 is dense still: every pixel leads to it.
    cell = np.array(rows_of(figure)[1:])[:, 1:].astype(float)
    pixels_of = ((cell[:, 0] - 1) * 16 + cell[:, 1] - 1).astype(int)
    assert np.array_equal(np.sort(pixels_of), np.arange(256))
    assert np.allclose(cell[:, 3], made.layers.drawn[pixels_of, 200 * 8], rtol=1e-7)
    assert math.isclose(cell[:, 4].sum(), float(made.z[0, 200 * 8]), abs_tol=1e-5)
    # 64 cells are cut to windows, in eight maps each.
    columns = [column.values for column in figure.numbers[2].columns]
    is_dense = columns[5] == 0
    assert is_dense.sum() == 192 * 8 * 256 and set(columns[5][~is_dense].tolist()) == {1}
    row, column, number, to_row, to_column = np.array(columns[:5]) - 1
    weights = made.layers.drawn[row * 16 + column, (to_row * 16 + to_column) * 8 + number]
    assert np.array_equal(columns[6], weights)
    near = ~is_dense
    assert max(abs(row - to_row)[near].max(), abs(column - to_column)[near].max()) == 1
    # Windows of three rows and columns, cut at three edges of the picture.
    assert near.sum() == 8 * (2 + 3 + 3 + 3) * (2 + 14 * 3 + 2)


def test_the_maps_numbers_are_its_cells(qtbot: QtBot) -> None:
    plot = layer(qtbot)
    plot.show_map(3)
    rows = np.array(rows_of(plot.figure(), 1)[1:])[:, 1:]
    kinds = np.repeat([1, 0], (64, 192))
    assert rows[:, 3].tolist() == ["local"] * 64 + ["dense"] * 192
    z = made_layers().z[kinds, np.arange(256) * 8 + 3]
    assert np.array_equal(rows[:, 4].astype(z.dtype), z) and set(rows[:, 0]) == {"4"}
    assert np.array_equal(rows[:, 5].astype(z.dtype), np.where(z > 0, z, 0))

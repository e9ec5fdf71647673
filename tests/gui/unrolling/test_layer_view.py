"""At each place on the way the lines, numbers and counts are those of the layer that there is there."""

from __future__ import annotations

import numpy as np
import pytest

from gui.unrolling.layer_view import LayerView
from tests.gui.unrolling.made_layers import made_layers

# The cell in row 5, column 6, and its unit of map 3.
CELL, MAP = 5 * 16 + 6, 3
UNIT = CELL * 8 + MAP


def view_at(position: float, cell: int = CELL) -> LayerView:
    return LayerView(made_layers(), position, MAP, cell)


@pytest.mark.parametrize("position", [0.0, 0.2, 1.0, 1.2, 2.0])
def test_the_lines_are_the_true_weights_of_the_cell(position: float) -> None:
    view = view_at(position)
    lines = view.lines_to(CELL)
    matrix = made_layers().layers.matrices[view.kind_of(CELL)]
    # Cell 86 of 256 is cut, or tied, once a third of the way is done.
    assert view.kind_of(CELL) == {0.0: 0, 0.2: 0, 1.0: 1, 1.2: 1, 2.0: 2}[position]
    assert len(lines.source) == (256 if view.kind_of(CELL) == 0 else 9)
    assert sorted(lines.source.tolist()) == sorted(np.flatnonzero(matrix[:, UNIT]).tolist())
    assert np.array_equal(lines.weight, matrix[lines.source, UNIT])
    assert (np.diff(np.abs(lines.weight)) >= 0).all()


def test_half_way_through_a_stage_the_cells_before_are_of_the_next_kind() -> None:
    view = view_at(0.5)
    assert (view.done, view.kind_of(127), view.kind_of(128)) == (128, 1, 0)
    view = view_at(1.25)
    assert (view.done, view.kind_of(63), view.kind_of(64)) == (64, 2, 1)


def test_z_is_the_sum_over_the_lines() -> None:
    x = made_layers().example.x.astype(np.float64)
    for position in (0.0, 1.0, 2.0):
        view = view_at(position)
        lines = view.lines_to(CELL)
        assert view.z == pytest.approx(float(np.sum(x[lines.source] * lines.weight)), abs=1e-5)


def test_the_map_is_a_of_each_cell_by_its_own_kind() -> None:
    view = view_at(1.5)
    activations, largest = view.activations()
    z = made_layers().z[:, MAP::8]
    for cell in (0, 60, 100, 127, 128, 200):
        assert activations[cell] == max(0.0, z[2 if cell < 128 else 1, cell])
    assert largest == z.max()


def test_shared_weights_are_the_same_at_all_cells_drawn() -> None:
    view = view_at(2.0)
    others = view.other_lines()
    assert len(others) == 4
    for lines in others:
        assert sorted(lines.weight.tolist()) == sorted(view.lines_to(CELL).weight.tolist())
        assert sorted(lines.weight.tolist()) == sorted(view.kernel(MAP).ravel().tolist())
    assert view_at(1.0).other_lines() == ()


def test_a_corner_has_four_connections_and_an_edge_six() -> None:
    view = view_at(2.0)
    assert [len(view.lines_to(cell).source) for cell in (0, 1, 15, 16, 255)] == [4, 6, 4, 6, 4]


def test_full_colour_is_the_largest_weight_and_what_is_cut_keeps_its_colours() -> None:
    drawn, cut, tied = view_at(0.0).scales
    matrices = made_layers().layers.matrices
    assert drawn == cut == float(np.abs(matrices[0]).max())
    assert tied == float(np.abs(made_layers().layers.kernels).max())

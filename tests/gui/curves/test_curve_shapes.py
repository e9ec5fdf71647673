"""Each point of a line is a number that was measured, where the axes have it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from gui.curves.curve_set import CurveSet, layer_set
from gui.curves.curve_shapes import EMPTY_LOG, curve_heights, line_ends, shape_of, thinned
from gui.loss.plot_geometry import PlotGeometry, geometry_of
from gui.theme.tokens import make_theme
from tests.gui.curves.drawn import curves_of


def geometry(up: tuple[float, float], across: tuple[float, float] = (0.0, 100.0)) -> PlotGeometry:
    return geometry_of(800, 260, make_theme("dark"), (40, 80, 0), across, up)


def lines_of(values: list[float], updates: list[int] | None = None) -> CurveSet:
    rows = np.array(updates or range(10, 10 * len(values) + 1, 10), np.int64)
    return CurveSet("gradient", ("1",), rows, np.array(values)[:, None])


def read(at: PlotGeometry, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 2): updates and heights back from px, by the plot's own edges."""
    plot = at.plot
    left, right = at.across
    updates = left + (points[:, 0] - plot.left() - at.first_dot) / (plot.width() - at.first_dot) * (
        right - left
    )
    heights = at.up[0] + (plot.bottom() - points[:, 1]) / plot.height() * (at.up[1] - at.up[0])
    return np.stack([updates, heights], axis=1)


def test_dots_and_lines_are_the_numbers_and_nothing_joins_what_was_not_measured() -> None:
    curves = lines_of([0.1, 0.2, math.nan, 0.4, 0.3, math.nan, 0.2])
    at = geometry((0.0, 0.5))
    shape = shape_of(curves, 0, at, False, ())
    np.testing.assert_allclose(
        read(at, shape.dots), [[10, 0.1], [20, 0.2], [40, 0.4], [50, 0.3], [70, 0.2]], atol=1e-9
    )
    # The last one stands alone between two gaps: a dot, and no line.
    assert [read(at, line)[:, 0].round(6).tolist() for line in shape.lines] == [[10, 20], [40, 50]]
    assert line_ends(curves, at, False) == [pytest.approx(tuple(shape.dots[-1]))]


def test_a_line_is_broken_where_a_parameter_was_set_by_hand() -> None:
    curves, at = lines_of([0.1, 0.2, 0.3, 0.4]), geometry((0.0, 0.5))
    shape = shape_of(curves, 0, at, False, [25])
    assert [read(at, line)[:, 0].round(6).tolist() for line in shape.lines] == [[10, 20], [30, 40]]


def test_what_has_no_place_on_the_axis_stands_at_its_edge_and_is_no_part_of_the_line() -> None:
    curves, at = lines_of([1e-3, 0.0, math.inf, 1e-2]), geometry((-4.0, 0.0))
    shape = shape_of(curves, 0, at, True, ())
    assert shape.below.tolist() == [float(at.x(20))] and shape.above.tolist() == [float(at.x(30))]
    np.testing.assert_allclose(read(at, shape.dots), [[10, -3], [40, -2]], atol=1e-9)
    assert not shape.lines
    # On a linear axis 0 has a place.
    assert len(shape_of(curves, 0, geometry((0.0, 1.0)), False, ()).below) == 0


def test_thinned_a_line_keeps_each_columns_least_and_largest_number() -> None:
    rng = np.random.default_rng(0)
    points = np.stack([np.linspace(0, 300, 20_000), rng.normal(size=20_000)], axis=1)
    kept = thinned(points, 3.0)
    assert len(kept) <= 4 * 101 and (np.diff(kept[:, 0]) > 0).all()
    for column in range(0, 100):
        inside, left = (part[(part[:, 0] // 3.0) == column, 1] for part in (points, kept))
        assert (left.min(), left.max()) == (inside.min(), inside.max())
        assert (left[0], left[-1]) == (inside[0], inside[-1])
    few = points[:50] * [1000, 1]
    assert thinned(few, 3.0) is few


def test_the_range_shows_every_number_in_sight() -> None:
    curves = lines_of([3e-5, 1e-3, math.nan, math.inf, 0.0, 7.0], [10, 20, 30, 40, 50, 900])
    low, high = curve_heights(curves, (0, 1000), True)
    assert low < math.log10(3e-5) and high > math.log10(7.0)
    # Out of sight it decides nothing, but for the neighbour that the line leads to.
    low, high = curve_heights(curves, (12, 35), True)
    assert low < math.log10(3e-5) and high < 0
    assert curve_heights(curves, (0, 1000), False) == (0.0, pytest.approx(7.56))
    assert curve_heights(lines_of([math.nan]), (0, 100), True) == EMPTY_LOG
    assert curve_heights(layer_set("idle", curves_of(3, 2)), (0, 100), False) == (0.0, 1.0)


def test_a_line_of_which_nothing_is_in_sight_has_no_end() -> None:
    curves = lines_of([0.1, 0.2])
    assert line_ends(curves, geometry((0.0, 1.0), (50.0, 90.0)), False) == [None]
    assert line_ends(CurveSet.empty("noise"), geometry((0.0, 1.0)), True) == []

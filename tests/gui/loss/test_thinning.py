"""What is left out of a plot would have changed nothing in it."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLossHistory
from core.analysis.loss_history import LossHistory
from gui.loss.curve_marks import EditMark
from gui.loss.loss_plot import LossPlot
from gui.loss.thinning import POINTS_A_PX, extremes, in_picture
from tests.gui.loss.plotted import N, numbers, picture, show


@pytest.mark.parametrize("levels", [3, 1_000_000])
def test_each_cell_keeps_its_first_least_largest_and_last(levels: int) -> None:
    rng = np.random.default_rng(levels)
    cells = np.sort(rng.integers(-20, 20, 500))
    heights = rng.integers(0, levels, 500).astype(np.float64)
    heights[rng.random(500) < 0.1] = np.nan
    # Of one cell nothing is known, and another is higher than any number.
    heights[cells == 3] = np.nan
    heights[np.flatnonzero(cells == 5)[1]] = np.inf
    kept = extremes(cells, heights)
    assert (np.diff(kept) > 0).all()
    for cell in np.unique(cells):
        own, left = np.flatnonzero(cells == cell), kept[cells[kept] == cell]
        assert (left[0], left[-1]) == (own[0], own[-1]) and len(left) <= 4
        if not np.isnan(heights[own]).all():
            for extreme in (np.nanmin, np.nanmax):
                assert extreme(heights[left]) == extreme(heights[own])


def test_few_points_all_make_the_picture_and_what_begins_there_always_does() -> None:
    xs = np.linspace(0, 100, 100 * POINTS_A_PX)
    assert in_picture(xs, xs, 100.0, 5.0, []) == slice(None)
    xs = np.linspace(0, 100, 10_000)
    kept = in_picture(xs, np.zeros(10_000), 100.0, 5.0, [4_444, 10_000])
    assert isinstance(kept, np.ndarray) and 4_444 in kept and kept[-1] == 9_999
    # The first and the last of each px, and the last of each 5 px, of which all are as high.
    assert len(kept) <= 2 * 101 + 1
    # Dots on a larger scale stand in places that begin within a px.
    kept = np.arange(10_000)[in_picture(xs, np.zeros(10_000), 100.0, 6.25, [])]
    assert {place for place in range(9_999) if xs[place] // 6.25 < xs[place + 1] // 6.25} <= set(
        kept.tolist()
    )


@pytest.mark.parametrize("log", [False, True])
def test_a_day_of_exact_losses_is_drawn_as_if_each_were_there(plot: LossPlot, log: bool) -> None:
    record, count = LossHistory(N), 40_000
    rng = np.random.default_rng(1)
    means, tests = 0.1 + rng.random(count), 0.5 + rng.random(count)
    record.add_batch_means(1, np.full(count, 0.6, np.float32))
    one, updates = np.ones(count), np.arange(count)
    columns = [0 * one, updates, N * means, N * one, one, 10_000 * tests, 10_000 * one, one, 0 * one, 0 * one]
    record.exact_losses = ExactLossHistory.of(np.array(columns))
    plot.set_log(log)
    show(plot, record, [EditMark(1, 12_345, "w", 1.0, 2.0)])
    geometry, shapes = picture(plot).geometry, picture(plot).shapes
    px = np.floor(geometry.x(np.arange(count))).astype(int)
    for series, values in ((shapes.train, N * means), (shapes.test, N * tests)):
        values = np.log10(values) if log else values
        assert sum(map(len, series.lines)) <= POINTS_A_PX * geometry.plot.width() + count / 1000
        # In one piece but for the edit, and each point of it is a number of the record at its update.
        assert len(series.lines) == 2
        updates, heights = map(
            np.concatenate, zip(*(numbers(plot, line) for line in series.lines), strict=True)
        )
        places = np.rint(updates).astype(int)
        assert 12_345 in places and (np.diff(places) > 0).all()
        np.testing.assert_allclose(heights, values[places], rtol=1e-9)
        for cell in np.unique(px)[::7]:
            own, left = values[px == cell], values[places[px[places] == cell]]
            assert (left.min(), left.max()) == (own.min(), own.max())
        updates, heights = numbers(plot, series.dots)
        np.testing.assert_allclose(heights, values[np.rint(updates).astype(int)], rtol=1e-9)
        assert round(updates[-1]) == count - 1

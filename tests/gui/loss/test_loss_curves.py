"""The points of the plot of L are the record's own numbers."""

from __future__ import annotations

import math
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import make_theme
from tests.gui.loss.plotted import LN_10, N, dots, estimates, exact_at, make_record, show, state


def test_the_faint_line_is_n_times_each_batchs_mean(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([2.5, 2.0, 0.25], np.float32))
    show(plot, record)
    x, y = estimates(plot)
    assert x.tolist() == [1, 2, 3]
    assert y.tolist() == [150_000, 120_000, 15_000]


def test_each_dot_is_an_exact_sum_at_its_own_update(plot: LossPlot) -> None:
    record = make_record()
    show(plot, record)
    x, y = dots(plot._curves.exact)
    assert x.tolist() == [e.update for e in record.exact_losses.all()] == [0, 100, 200, 300, 400, 500]
    assert y.tolist() == [e.train_total for e in record.exact_losses.all()]


def test_the_test_set_is_placed_by_its_mean_not_by_its_sum(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([2.0], np.float32))
    record.exact_losses.add(exact_at(1, train_mean=0.5, test_mean=0.5))
    show(plot, record)
    # The same mean Cⁿ stands at the same height, though the test set's sum is a sixth.
    assert dots(plot._curves.test)[1].tolist() == dots(plot._curves.exact)[1].tolist() == [30_000]


def test_a_set_without_examples_has_no_rings(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([2.0], np.float32))
    record.exact_losses.add(ExactLoss(0, 1, 1000.0, N, 0.5, 0.0, 0, 0.0))
    show(plot, record)
    assert dots(plot._curves.test)[0].size == 0


def test_more_updates_than_pixels_show_their_least_and_largest(plot: LossPlot) -> None:
    record = LossHistory(N)
    means = np.random.default_rng(0).uniform(0.1, 2.0, 50_000).astype(np.float32)
    record.add_batch_means(1, means)
    show(plot, record)
    assert estimates(plot)[0].size == 0
    x, y = dots(plot._curves.band)
    starts, low, high = x[::2], y[::2], y[1::2]
    assert starts.size <= 901
    edges = np.append(starts, 50_001).astype(int)
    for i in (0, 1, starts.size // 2, starts.size - 1):
        part = means[edges[i] - 1 : edges[i + 1] - 1].astype(np.float64)
        assert low[i] == N * part.min()
        assert high[i] == N * part.max()


def test_the_dashed_line_is_baseline(plot: LossPlot) -> None:
    show(plot, make_record())
    assert plot._curves.baseline.value() == pytest.approx(N * LN_10, rel=1e-12)
    assert plot._curves.baseline.pen.style() is Qt.PenStyle.DashLine


def test_baseline_among_fewer_answers_costs_less(plot: LossPlot) -> None:
    plot.set_baseline_loss(0.6931471805599453, 2)
    assert plot._curves.names.baseline.toPlainText() == "guessing: Cⁿ = ln 2"
    show(plot, make_record())
    assert plot._curves.baseline.value() == pytest.approx(N * 0.6931471805599453, rel=1e-12)


def test_a_logarithmic_plot_shows_the_same_numbers(plot: LossPlot) -> None:
    record = make_record()
    show(plot, record)
    linear = [dots(item)[1] for item in (plot._curves.exact, plot._curves.test)] + [estimates(plot)[1]]
    plot.set_log(True)
    heights = [dots(item)[1] for item in (plot._curves.exact, plot._curves.test)] + [estimates(plot)[1]]
    for before, after in zip(linear, heights, strict=True):
        np.testing.assert_allclose(10**after, before, rtol=1e-12)
    assert 10 ** plot._curves.baseline.value() == pytest.approx(N * LN_10)


def test_switching_there_and_back_changes_nothing(plot: LossPlot) -> None:
    show(plot, make_record())
    before = state(plot)
    plot.set_log(True)
    plot.set_log(False)
    assert state(plot) == before


def test_a_loss_of_nothing_has_no_logarithm_and_breaks_nothing(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([1.0, 0.0, 0.0], np.float32))
    record.exact_losses.add(exact_at(3, train_mean=0.0))
    plot.set_log(True)
    show(plot, record)
    assert np.isnan(dots(plot._curves.exact)[1]).all() or dots(plot._curves.exact)[1].size == 0
    assert all(math.isfinite(end) for axis in plot._view.viewRange() for end in axis)
    plot.grab()


def pixel(image: QImage, x: float, y: float) -> QColor:
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(x * ratio), round(y * ratio))


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_dot_is_painted_where_its_number_stands(plot: LossPlot, name: str) -> None:
    theme = make_theme(name)
    plot.set_theme(theme)
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.2, np.float32))
    record.exact_losses.add(exact_at(50, train_mean=1.0, test_mean=3.0))
    show(plot, record)
    image = plot._widget.grab().toImage()
    where = plot._widget.mapFromScene(plot._view.mapViewToScene(QPointF(50, N * 1.0)))
    assert pixel(image, where.x(), where.y()) == theme.colour("text")
    assert pixel(image, where.x(), where.y() + 20) == theme.colour("canvas")


def test_the_rings_of_the_test_set_are_hollow_and_in_their_own_colour(plot: LossPlot) -> None:
    theme = make_theme("dark")
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.2, np.float32))
    record.exact_losses.add(exact_at(50, train_mean=0.5, test_mean=1.0))
    show(plot, record)
    image = plot._widget.grab().toImage()
    where = plot._widget.mapFromScene(plot._view.mapViewToScene(QPointF(50, N * 1.0)))
    around = [pixel(image, where.x() + dx, where.y() + dy) for dx in range(-5, 6) for dy in range(-5, 6)]
    wanted = theme.colour("test")
    near = min(
        abs(c.red() - wanted.red()) + abs(c.green() - wanted.green()) + abs(c.blue() - wanted.blue())
        for c in around
    )
    assert near < 60
    assert pixel(image, where.x(), where.y()) == theme.colour("canvas")


def test_a_million_updates_are_drawn_within_a_frame(plot: LossPlot) -> None:
    record = LossHistory(N)
    means = np.random.default_rng(0).uniform(0.1, 2.0, 1_000_000).astype(np.float32)
    record.add_batch_means(1, means)
    for update in range(0, 1_000_000, 2_000):
        record.exact_losses.add(exact_at(update, 0.5))
    show(plot, record)
    times = []
    for _ in range(15):
        record.add_batch_means(record.count + 1, means[:100])
        plot.show_record(record, 1875)
        start = perf_counter()
        plot.refresh()
        times.append(1000 * (perf_counter() - start))
    print(f"refresh: median {sorted(times)[7]:.1f} ms, longest {max(times):.1f} ms")
    # 6 ms on a quiet machine; a busy one may take longer, but never this long.
    assert sorted(times)[7] < 25


def test_what_is_higher_than_the_range_has_a_mark_at_its_top(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(300, 0.5, np.float32))
    for update, total in ((0, 1e9 * N), (100, 0.5 * N), (200, 0.4 * N), (300, 0.3 * N)):
        record.exact_losses.add(ExactLoss(0, update, total, N, 0.5, 0.5 * 10_000, 10_000, 0.5))
    show(plot, record)
    top = plot._view.viewRange()[1][1]
    x, y = plot._curves.above.getData()
    assert top < 1e9 * N and x.tolist() == [0] and y.tolist() == [top]

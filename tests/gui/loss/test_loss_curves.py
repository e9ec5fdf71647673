"""The shapes of the plot of L are the record's own numbers, each at its place on the axes."""

from __future__ import annotations

import math
from time import thread_time

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.curve_marks import EditMark
from gui.loss.loss_curves import height_of
from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import make_theme
from tests.gui.loss.plotted import LN_10, N, exact_at, make_record, numbers, picture, show


def assert_at(plot: LossPlot, points: np.ndarray, updates: list[float], totals: list[float]) -> None:
    x, y = numbers(plot, points)
    np.testing.assert_allclose(x, updates, atol=1e-6)
    np.testing.assert_allclose(y, totals, rtol=1e-9, atol=1e-6)


def test_a_batchs_loss_stands_at_the_update_whose_weights_computed_it(plot: LossPlot) -> None:
    record = LossHistory(N)
    # Update 1 computes its loss before anything is changed, with the weights of 0 updates.
    record.add_batch_means(1, np.array([2.5, 2.0, 0.25], np.float32))
    record.exact_losses.add(exact_at(0, 2.5))
    show(plot, record)
    (line,) = picture(plot).shapes.mean
    assert_at(plot, line, [0, 1, 2], [150_000, 120_000, 15_000])
    # The whole set as one batch: its loss and L are the same number, at the same place.
    np.testing.assert_allclose(line[0], picture(plot).shapes.train.dots[0])


def test_a_single_batch_is_seen(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([2.5], np.float32))
    show(plot, record)
    (line,) = picture(plot).shapes.mean
    assert_at(plot, line.mean(axis=0, keepdims=True), [0], [150_000])
    assert 2 <= line[1, 0] - line[0, 0] <= 4


def test_each_dot_is_an_exact_sum_at_its_own_update(plot: LossPlot) -> None:
    record = make_record(every=25)
    show(plot, record)
    exact = record.exact_losses.all()
    updates = [float(e.update) for e in exact]
    assert updates == list(range(0, 501, 25))
    train, test = picture(plot).shapes.train, picture(plot).shapes.test
    assert_at(plot, train.dots, updates, [e.train_total for e in exact])
    # The dots are joined.
    np.testing.assert_allclose(train.lines[0], train.dots)
    # The test set by its mean: as a sum, a sixth as many examples would seem to be six times as good.
    assert_at(plot, test.dots, updates, [N * e.test_total / 10_000 for e in exact])


@pytest.mark.parametrize("log", [False, True])
def test_dots_are_joined_only_where_the_batches_between_agree(plot: LossPlot, log: bool) -> None:
    record = LossHistory(N)
    # It falls at once, as the batches show; a straight line from 0 to 1,500 would say that it fell evenly.
    means = np.full(3000, 0.2)
    means[:200] = np.linspace(2.3, 0.2, 200)
    record.add_batch_means(1, means.astype(np.float32))
    for update, mean in ((0, 2.3), (1500, 0.2), (2900, 0.2), (3000, 0.2)):
        record.exact_losses.add(exact_at(update, mean, mean))
    plot.set_log(log)
    show(plot, record)
    for series in (picture(plot).shapes.train, picture(plot).shapes.test):
        (line,) = series.lines
        updates, _ = numbers(plot, line)
        np.testing.assert_allclose(updates, [1500, 2900, 3000], atol=1e-6)
        assert len(series.dots) == 4


@pytest.mark.parametrize("height", [110, 160, 420])
def test_a_long_line_is_drawn_only_where_each_part_of_it_agrees(plot: LossPlot, height: int) -> None:
    record = LossHistory(N)
    # From update 123 on the batches fall in a bow that lies below the straight line, by most soon after its beginning.
    updates = np.arange(1, 6354)
    means = np.where(updates < 123, 2.3 - 1.4 * updates / 123, 0.15 + 0.75 * np.exp(-(updates - 123) / 500))
    record.add_batch_means(1, means.astype(np.float32))
    for update, mean in ((0, 2.3), (123, 0.9), (6351, 0.15), (6353, 0.15)):
        record.exact_losses.add(exact_at(update, mean, mean))
    plot.resize(700, height)
    show(plot, record)
    for line in picture(plot).shapes.train.lines:
        ends, _ = numbers(plot, line[[0, -1]])
        assert not (ends[0] <= 124 and ends[1] > 6300), "joined"
    # Where the batches lie on the line it is drawn.
    straight = LossHistory(N)
    straight.add_batch_means(1, np.linspace(2.3, 0.3, 3000).astype(np.float32))
    for update in (0, 3000):
        straight.exact_losses.add(exact_at(update, 2.3 - update / 1500, 2.3))
    show(plot, straight)
    assert len(picture(plot).shapes.train.lines) == 1


@pytest.mark.parametrize("height", [110, 160, 420])
def test_a_short_line_beside_a_much_higher_one_is_drawn_only_where_the_batches_agree(
    plot: LossPlot, height: int
) -> None:
    """As where another run's L is 476,000: between updates 77 and 700 the batches lie far below the straight line."""
    record = LossHistory(N)
    updates = np.arange(1, 10_001)
    means = 0.38 + 1.2 * np.exp(-np.maximum(updates - 77, 0) / 90)
    record.add_batch_means(1, means.astype(np.float32))
    for update, mean in ((0, 7.9), (77, 1.58), (700, 0.38), (9_900, 0.38), (10_000, 0.38)):
        record.exact_losses.add(exact_at(update, mean, 0.38))
    plot.resize(800, height)
    show(plot, record)
    for line in picture(plot).shapes.train.lines:
        ends, _ = numbers(plot, line[[0, -1]])
        assert not (ends[0] <= 80 and ends[1] >= 690), "joined"
    # Where they are on it, it is drawn, though single batches go up and down.
    noisy = LossHistory(N)
    noisy.add_batch_means(1, np.random.default_rng(1).normal(0.4, 0.03, 400).astype(np.float32))
    for update in (0, 200, 400):
        noisy.exact_losses.add(exact_at(update, 0.4, 0.4))
    show(plot, noisy)
    (line,) = picture(plot).shapes.train.lines
    assert len(line) == 3


def test_a_set_without_examples_has_no_rings(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.array([2.0], np.float32))
    record.exact_losses.add(ExactLoss(0, 1, 1000.0, N, 0.5, 0.0, 0, 0.0))
    show(plot, record)
    assert not len(picture(plot).shapes.test.dots) and not picture(plot).shapes.test.lines


@pytest.mark.parametrize("log", [False, True])
def test_every_edge_of_the_bands_is_a_percentile_of_its_columns_raw_losses(plot: LossPlot, log: bool) -> None:
    record = LossHistory(N)
    means = np.random.default_rng(0).uniform(0.1, 2.0, 50_000).astype(np.float32)
    record.add_batch_means(1, means)
    plot.set_log(log)
    show(plot, record)
    shapes, geometry = picture(plot).shapes, picture(plot).geometry
    width = shapes.columns.width
    starts = np.arange(0, 50_000 // width * width, width)
    raw = means[: len(starts) * width].astype(np.float64).reshape(-1, width)
    for bands, low, high in (
        (shapes.all, raw.min(axis=1), raw.max(axis=1)),
        (shapes.most, np.percentile(raw, 10, axis=1), np.percentile(raw, 90, axis=1)),
    ):
        np.testing.assert_allclose(bands[:, 0], geometry.x(starts))
        np.testing.assert_allclose(bands[:, 1], geometry.x(starts + width))
        for edge, values in ((2, high), (3, low)):
            expected = geometry.y(np.log10(N * values) if log else N * values)
            np.testing.assert_allclose(bands[:, edge], expected, atol=1e-6)
    (line,) = shapes.mean
    expected = geometry.y(height_of(N * raw.mean(axis=1), log))
    np.testing.assert_allclose(line[:, 1], expected, atol=1e-6)
    np.testing.assert_allclose(line[:, 0], geometry.x(starts + (width - 1) / 2))
    # 1.5 to 3 px a column.
    assert 1.4 <= geometry.x(width) - geometry.x(0) <= 3.4


def test_the_dashed_line_is_the_baseline(plot: LossPlot) -> None:
    show(plot, make_record())
    _, height = numbers(plot, np.array([[0.0, picture(plot).baseline]]))
    assert height[0] == pytest.approx(N * LN_10, rel=1e-9)
    plot.set_baseline_loss(0.6931471805599453, 2)
    plot.refresh()
    _, height = numbers(plot, np.array([[0.0, picture(plot).baseline]]))
    assert height[0] == pytest.approx(N * 0.6931471805599453, rel=1e-9)


def test_a_logarithmic_plot_shows_the_same_numbers(plot: LossPlot) -> None:
    record = make_record()
    plot.set_log(True)
    show(plot, record)
    totals = [e.train_total for e in record.exact_losses.all()]
    _, y = numbers(plot, picture(plot).shapes.train.dots)
    np.testing.assert_allclose(10**y, totals, rtol=1e-9)


def test_switching_there_and_back_changes_nothing(plot: LossPlot) -> None:
    show(plot, make_record())
    before = plot.grab().toImage()
    plot.set_log(True)
    assert plot.grab().toImage() != before
    plot.set_log(False)
    assert plot.grab().toImage() == before


@pytest.mark.parametrize("log", [False, True])
def test_numbers_that_are_0_or_not_finite_break_nothing(plot: LossPlot, log: bool) -> None:
    record = LossHistory(N)
    losses = [1.0, 0.0, math.inf, math.nan, -math.inf, 3e38] * 100
    record.add_batch_means(1, np.array(losses, np.float32))
    for update, mean in ((0, 1.0), (100, 0.0), (200, math.inf), (300, math.nan), (400, 1e300)):
        record.exact_losses.add(exact_at(update, mean, mean))
    plot.set_log(log)
    show(plot, record)
    plot.grab()
    for update in range(0, 601, 50):
        plot._read(update)
        plot.grab()
    assert all(math.isfinite(end) for end in picture(plot).geometry.up)


def pixel(image: QImage, x: float, y: float) -> QColor:
    ratio = image.devicePixelRatio()
    return image.pixelColor(math.floor(x * ratio), math.floor(y * ratio))


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_dot_is_painted_where_its_number_stands(plot: LossPlot, name: str) -> None:
    theme = make_theme(name)
    plot.set_theme(theme)
    record = LossHistory(N)
    record.add_batch_means(1, np.full(100, 0.2, np.float32))
    record.exact_losses.add(exact_at(50, train_mean=1.0, test_mean=2.0))
    show(plot, record)
    image, geometry = plot.grab().toImage(), picture(plot).geometry
    where = QPointF(float(geometry.x(50)), float(geometry.y(N * 1.0)))
    assert pixel(image, where.x(), where.y()) == theme.colour("text")
    ring = QPointF(where.x(), float(geometry.y(N * 2.0)))
    # Hollow, in its own colour.
    assert pixel(image, ring.x(), ring.y()) == theme.colour("canvas")
    around = [pixel(image, ring.x() + dx, ring.y() + dy) for dx in range(-4, 5) for dy in range(-4, 5)]
    wanted = theme.colour("test")
    near = min(
        abs(c.red() - wanted.red()) + abs(c.green() - wanted.green()) + abs(c.blue() - wanted.blue())
        for c in around
    )
    assert near < 80


def test_many_exact_losses_have_a_dot_only_where_they_can_be_told_apart(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(20_000, 0.2, np.float32))
    for update in range(0, 20_001, 5):
        record.exact_losses.add(exact_at(update, train_mean=1.0 + math.sin(update)))
    plot.set_log(False)
    show(plot, record)
    train = picture(plot).shapes.train
    assert train.is_dense and (np.diff(train.dots[:, 0]) > 0).all()
    assert len(train.dots) < picture(plot).geometry.plot.width() / 4
    # The last one always has one, and the line still reaches each px's least and largest.
    _, height = numbers(plot, train.dots[-1:])
    assert height[0] == pytest.approx(N * (1.0 + math.sin(20_000)))
    _, heights = numbers(plot, train.lines[0])
    assert heights.max() == pytest.approx(N * 2.0, rel=1e-3) and heights.min() < N * 0.001


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dot_after_an_edit_is_never_left_out(plot: LossPlot, scale: float) -> None:
    plot.set_theme(make_theme("dark", scale))
    record = LossHistory(N)
    record.add_batch_means(1, np.full(20_000, 0.2, np.float32))
    for update in range(0, 20_001, 5):
        record.exact_losses.add(exact_at(update, train_mean=2.0 if update == 10_000 else 0.2))
    show(plot, record, [EditMark(1, 10_000, "w", 1.0, 2.0)])
    updates, heights = numbers(plot, picture(plot).shapes.train.dots)
    after = np.flatnonzero(np.isclose(updates, 10_000))
    assert len(after) == 1 and heights[after[0]] == pytest.approx(N * 2.0)
    assert updates[0] == pytest.approx(0, abs=1e-6)
    # All others keep their distance.
    others = np.delete(picture(plot).shapes.train.dots[:, 0], after)
    assert np.median(np.diff(others)) >= 5 * scale * 0.9


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
        start = thread_time()
        plot.refresh()
        times.append(1000 * (thread_time() - start))
    print(f"refresh: median {sorted(times)[7]:.1f} ms, longest {max(times):.1f} ms")
    # 7 ms of work on a quiet machine; a busy one takes longer, but never this long.
    assert sorted(times)[7] < 25


def test_what_is_higher_than_the_range_has_a_mark_at_its_top(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(300, 0.5, np.float32))
    for update, total in ((0, 1e9 * N), (100, 0.5 * N), (200, 0.4 * N), (300, 0.3 * N)):
        record.exact_losses.add(ExactLoss(0, update, total, N, 0.5, 0.5 * 10_000, 10_000, 0.5))
    show(plot, record)
    geometry = picture(plot).geometry
    assert geometry.up[1] < 1e9 * N
    assert picture(plot).shapes.train.above.tolist() == [float(geometry.x(0))]

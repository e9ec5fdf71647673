"""What a curve is, told where its name is pointed at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from core.analysis.loss_columns import BatchColumns
from core.analysis.loss_history import LossHistory
from gui.loss.batch_kinds import BatchKind
from gui.loss.curve_words import curve_words
from gui.loss.loss_plot import LossPlot
from gui.loss.plot_names import ORDER
from tests.gui.loss.plotted import N, exact_at, picture, show

PLAIN, DROPPED = [BatchKind()], [BatchKind(with_dropout=True)]


@pytest.mark.parametrize("key", ORDER)
def test_every_curve_is_told_in_a_sentence(key: str) -> None:
    words = curve_words(key, BatchColumns.none(), N, PLAIN)
    assert words.endswith(".") and "{" not in words


def test_batches_are_told_with_their_number_and_with_dropout() -> None:
    columns = replace(BatchColumns.none(), width=256)
    for key in ("all", "most", "mean"):
        words = curve_words(key, columns, N, DROPPED)
        assert "256" in words and "dropped" in words
        assert "dropped" not in curve_words(key, columns, N, PLAIN)
    assert "60,000" in curve_words("train", columns, N, DROPPED)
    assert curve_words("train", columns, 1, PLAIN).startswith(
        "Exact: the C of the only training example after"
    )


@pytest.mark.parametrize("key", ["train", "test"])
def test_why_the_line_through_the_dots_may_be_broken_is_told(key: str) -> None:
    assert "No line leads from one" in curve_words(key, BatchColumns.none(), N, PLAIN)


def test_the_mean_of_the_last_batches_is_told_with_its_window() -> None:
    words = curve_words("smooth", replace(BatchColumns.none(), width=256), N, DROPPED, 4096)
    assert "last 4,096" in words and "looks back only" in words and "dropped" in words and "256" not in words
    assert words == curve_words("smooth", replace(BatchColumns.none(), width=256), N, DROPPED, 4096, 4096)


def test_a_mean_of_more_batches_than_were_chosen_says_why() -> None:
    words = curve_words("smooth", replace(BatchColumns.none(), width=128), N, PLAIN, 128, 64)
    assert "last 128 updates" in words
    assert "64 were chosen, but the plot has only one column for 128 updates here" in words
    assert "Zoom in for the mean of 64." in words


def test_batches_of_several_settings_are_told_as_such() -> None:
    columns = replace(BatchColumns.none(), width=256)
    for key in ("all", "most", "mean"):
        assert "Only some" in curve_words(key, columns, N, PLAIN + DROPPED)
        words = curve_words(key, columns, N, [BatchKind(), BatchKind("digit")])
        assert "Some of the batches are of a single example" in words and "dropped" not in words
    assert "Some" not in curve_words("mean", columns, N, [BatchKind("digit")])


def test_how_exact_a_percentile_is_is_told_where_it_comes_from_counts() -> None:
    columns = replace(BatchColumns.none(), width=4096, counted=1_048_576)
    assert "Before update 1,048,576 it is known to 3 %." in curve_words("most", columns, N, PLAIN)
    assert "3 %" not in curve_words("all", columns, N, PLAIN)


def test_a_name_that_is_pointed_at_says_what_its_curve_is(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.linspace(1, 0.5, 20_000).astype(np.float32))
    record.exact_losses.add(exact_at(20_000, 0.5))
    show(plot, record)
    at = picture(plot)
    for name in at.names:
        QTest.mouseMove(plot, QPoint(round(at.geometry.names.left()) + 30, round(name.y)))
        assert plot.toolTip().startswith(name.text)
        assert curve_words(name.key, at.shapes.columns, N, PLAIN) in plot.toolTip()
    QTest.mouseMove(plot, QPoint(plot.width() - 3, 10))
    assert plot.toolTip() == ""
    # Who cannot see them hears them.
    for name in at.names:
        assert name.text in plot.accessibleDescription()


def test_the_tip_over_a_name_has_its_newest_number_while_the_training_goes_on(plot: LossPlot) -> None:
    record = LossHistory(N)
    record.add_batch_means(1, np.linspace(1, 0.5, 20_000).astype(np.float32))
    record.exact_losses.add(exact_at(20_000, 0.5))
    show(plot, record)
    at = picture(plot)
    name = next(name for name in at.names if name.key == "test")
    place = QPoint(round(at.geometry.names.left()) + 30, round(name.y))
    QTest.mouseMove(plot, place)
    before = plot.toolTip()
    QToolTip.showText(plot.mapToGlobal(place), before, plot)
    record.add_batch_means(20_001, np.full(10, 0.4, np.float32))
    record.exact_losses.add(exact_at(20_010, 0.4, 0.45))
    show(plot, record)
    near = min(picture(plot).names, key=lambda other: abs(other.y - place.y()))
    assert plot.toolTip() != before and plot.toolTip().startswith(near.text)
    assert QToolTip.isVisible() and QToolTip.text() == plot.toolTip()
    # Of what the pointer has left nothing is said any more.
    QTest.mouseMove(plot, QPoint(round(at.geometry.plot.center().x()), 10))
    QToolTip.hideText()
    record.exact_losses.add(exact_at(20_020, 0.3))
    show(plot, record)
    assert plot.toolTip() == ""

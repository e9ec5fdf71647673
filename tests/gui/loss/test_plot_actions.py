"""What can be done with the plot of L says what it does, and why heights are logarithms."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.analysis.loss_history import LossHistory
from gui.loss.batch_kinds import BatchKind
from gui.loss.curve_signs import RUN_KEYS
from gui.loss.loss_plot import LossPlot
from gui.loss.loss_reading import reading_parts
from gui.loss.plot_picture import smooth_text
from gui.loss.run_curves import RunCurve
from gui.loss.smoothing import WINDOWS
from tests.gui.loss.plotted import N, exact_at, picture, show, texts


def falling(times: float) -> LossHistory:
    """L falls to one part in `times`, and rises again."""
    record = LossHistory(N)
    record.add_batch_means(1, np.full(300, 0.5, np.float32))
    for update, mean in ((0, 1.5), (100, 3.0), (200, 3.0 / times), (300, 2.0)):
        record.exact_losses.add(exact_at(update, mean))
    return record


@pytest.mark.parametrize(("times", "is_log"), [(29.0, False), (31.0, True)])
def test_heights_are_logarithms_where_l_falls_by_more_than_30_times_and_it_is_said(
    plot: LossPlot, times: float, is_log: bool
) -> None:
    show(plot, falling(times))
    assert picture(plot).is_log is is_log
    action = plot.tools.buttons[0].defaultAction()
    assert action.isChecked() is is_log and ("30 times" in action.toolTip()) is is_log


def test_heights_are_logarithms_where_any_run_in_the_plot_falls_so_far_and_it_is_said(plot: LossPlot) -> None:
    show(plot, falling(29.0))
    tip = plot.tools.buttons[0].defaultAction().toolTip
    for times, is_log in ((29.0, False), (31.0, True), (29.0, False)):
        plot.show_curves("this", [RunCurve(RUN_KEYS[0], "other", falling(times))])
        plot.refresh()
        assert picture(plot).is_log is is_log and ("L of another run" in tip()) is is_log
    # One without an exact L of its own draws nothing, and decides nothing.
    plot.show_curves("this", [RunCurve(RUN_KEYS[0], "other", falling(31.0), first=300)])
    plot.refresh()
    assert not picture(plot).is_log


def test_what_the_user_wants_goes_before_that_on_every_run(plot: LossPlot) -> None:
    show(plot, falling(100.0))
    plot.tools.buttons[0].click()
    assert not picture(plot).is_log
    show(plot, falling(200.0))
    assert not picture(plot).is_log
    assert "30 times" not in plot.tools.buttons[0].defaultAction().toolTip()


def test_the_mean_of_the_last_batches_is_drawn_over_them_with_its_window(plot: LossPlot) -> None:
    record = LossHistory(N)
    means = np.random.default_rng(0).uniform(0.5, 1.5, 1000).astype(np.float32)
    record.add_batch_means(1, means)
    show(plot, record)
    raw = picture(plot).shapes.mean
    assert "smooth" not in texts(plot) and not picture(plot).shapes.smooth
    wanted: list[int] = []
    plot.smoothing_wanted.connect(wanted.append)
    QTest.keyClick(plot, Qt.Key.Key_S)
    assert wanted == [WINDOWS[1]]
    plot.set_smoothing(wanted[0])
    assert texts(plot)["smooth"] == "mean of last 64 batches"
    shapes = picture(plot).shapes
    assert len(shapes.smooth) == 1
    # The raw line is there all the same: its numbers have not changed.
    assert [len(line) for line in raw] == [len(line) for line in shapes.mean]
    assert "64" in plot.reading_at(900)
    parts = {part.key: part.text for part in reading_parts(record, shapes.columns, 900, shapes.trailing)}
    # A column holds four of the losses here: that which begins at 900 ends later, and is not looked at yet.
    assert shapes.columns.width == 4
    assert parts["smooth"] == f"{means[900 - 64 : 900].mean():.3f}"
    # Where one column holds more than were chosen both numbers are said.
    kinds = [BatchKind()]
    assert smooth_text(64, 128, kinds) == {"smooth": "mean of last 128, 64 chosen"}
    assert smooth_text(64, 64, kinds) == {"smooth": "mean of last 64 batches"}
    # Beside several other runs' curves it would only be in their way.
    assert picture(plot).shapes.without_bands().smooth == []

"""The timeline's picture in a file is what is seen, frozen."""

from __future__ import annotations

import numpy as np
import pytest

from gui.theme.tokens import make_theme
from gui.timeline.run_row import RunRow
from gui.timeline.timeline import Timeline
from tests.gui.figures.figure_pixels import painted, seen


@pytest.mark.parametrize("moment", [None, 1_500])
@pytest.mark.parametrize("is_low", [False, True])
def test_a_figure_is_what_is_seen(timeline: Timeline, moment: int | None, is_low: bool) -> None:
    timeline.set_low(is_low)
    timeline.resize(700, timeline.sizeHint().height())
    timeline.show_moment(moment)
    figure = timeline.figure()
    assert figure is not None and (figure.run, figure.update) == (0, 3_000 if moment is None else moment)
    assert np.array_equal(painted(figure), seen(timeline))
    timeline.set_theme(make_theme("light"))
    assert np.array_equal(painted(figure, make_theme("light")), seen(timeline))


def test_what_comes_later_is_not_in_it(timeline: Timeline, row: RunRow) -> None:
    before, figure = seen(timeline), timeline.figure()
    timeline.show_runs([row, RunRow(run=1, name="other", live=900)], 1)
    timeline.show_moment(100)
    timeline.refresh()
    assert np.array_equal(painted(figure), before) and not np.array_equal(seen(timeline), before)


def test_before_there_is_a_run_there_is_nothing(qtbot) -> None:  # type: ignore[no-untyped-def]
    timeline = Timeline()
    qtbot.addWidget(timeline)
    assert timeline.figure() is None

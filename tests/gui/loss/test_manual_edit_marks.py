"""Edits on the plot of L: marked where they were made, and the curve is not drawn across them."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.loss_history import LossHistory
from gui.loss.loss_plot import LossPlot
from gui.loss.manual_edit_marks import EditMark


@pytest.fixture
def plot(qtbot: QtBot) -> LossPlot:
    plot = LossPlot()
    qtbot.addWidget(plot)
    qtbot.addWidget(plot.tools)
    plot.resize(900, 300)
    plot.show()
    return plot


def record_of(count: int) -> LossHistory:
    record = LossHistory(1000)
    record.add_batch_means(1, np.linspace(2.0, 1.0, count).astype(np.float32))
    return record


def test_every_edit_has_a_line_and_a_head_at_its_update(plot: LossPlot) -> None:
    plot.show_record(record_of(20), 100, [EditMark(1, 5, "w"), EditMark(2, 12, "b"), EditMark(3, 12, "w")])
    plot.refresh()
    x, y = plot._curves.edits._lines.getData()
    assert x.tolist() == [5, 5, 12, 12]
    _, (bottom, top) = plot._view.viewRange()
    assert y.tolist() == [bottom, top] * 2
    assert plot._curves.edits._heads.getData()[0].tolist() == [5, 12]


def test_the_curve_is_broken_where_the_edit_was_made(plot: LossPlot) -> None:
    plot.show_record(record_of(20), 100, [EditMark(1, 5, "w")])
    plot.refresh()
    path = plot._curves.estimates.getPath()
    moves = [i for i in range(path.elementCount()) if path.elementAt(i).isMoveTo()]
    assert [path.elementAt(i).x for i in moves if i < path.elementCount() - 1][:2] == [1, 6]
    assert all(path.elementAt(i).x != 5 for i in moves)


def test_without_edits_the_curve_is_one_line(plot: LossPlot) -> None:
    plot.show_record(record_of(20), 100)
    plot.refresh()
    path = plot._curves.estimates.getPath()
    assert [i for i in range(path.elementCount()) if path.elementAt(i).isMoveTo()] == [0]
    assert plot._curves.edits._lines.getData()[0].tolist() == []


def test_it_is_told_under_the_pointer_and_in_the_reading(plot: LossPlot) -> None:
    marks = [EditMark(1, 1200, "w"), EditMark(1, 1500, "w", is_back=True)]
    plot.show_record(record_of(2000), 100, marks)
    plot.refresh()
    assert plot._curves.edits.words_at(1200, plot._view) == "w edited at update 1,200"
    assert plot._curves.edits.words_at(1500, plot._view) == "w set back at update 1,500"
    assert plot._curves.edits.words_at(1350, plot._view) == ""
    assert "w edited at update 1,200" in plot.reading_at(1200)
    assert "edited" not in plot.reading_at(1201)


def test_another_run_has_its_own(plot: LossPlot) -> None:
    plot.show_record(record_of(20), 100, [EditMark(1, 5, "w")])
    plot.refresh()
    plot.show_record(record_of(20), 100)
    plot.refresh()
    assert plot._curves.edits.marks == ()
    assert plot._curves.edits._heads.getData()[0].tolist() == []

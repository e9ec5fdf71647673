"""What is saved of a filter's page are the filter's weights, its answers, and the windows that the engine found."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from gui.filters.answer_list import AnswerList
from gui.filters.filter_side import FilterSide
from gui.filters.found_windows import found_windows
from gui.filters.pattern_plot import PatternPlot
from gui.filters.window_side import WindowSide
from gui.filters.window_tiles import WindowTiles
from tests.gui.figures.figure_pixels import painted
from tests.gui.figures.figure_rows import rows_of
from tests.gui.filters.shown import answers, found, snapshot_of, trainer_of

ANSWERS, TRAINER = answers(), trainer_of()
FOUND = found(TRAINER)
WINDOWS = found_windows(FOUND, snapshot_of(TRAINER))
CODE = int(ANSWERS.ranked[2])
CELLS = 8
"""Columns of cells of the layer that they were found in."""


def patterns(qtbot: QtBot) -> PatternPlot:
    plot = PatternPlot()
    qtbot.addWidget(plot)
    plot.resize(500, 320)
    plot.show_answers(ANSWERS, CODE)
    return plot


def test_the_patterns_numbers_are_those_that_occur(qtbot: QtBot) -> None:
    rows = rows_of(patterns(qtbot).figure())[1:]
    assert len(rows) == len(ANSWERS.ranked)
    for row, code in zip(rows, ANSWERS.ranked.tolist(), strict=True):
        bits = row[1].replace("/", "")
        assert sum(1 << i for i, bit in enumerate(bits) if bit == "1") == code
        assert (float(row[2]), int(row[4])) == (ANSWERS.z[code], ANSWERS.counts[code])


def test_the_filters_numbers_are_its_weights(qtbot: QtBot) -> None:
    side = FilterSide()
    qtbot.addWidget(side)
    assert side.figure() is None
    side.show_answers(ANSWERS, CODE, (16, 16))
    rows = np.array(rows_of(side.figure())[1:])[:, 1:]
    place = rows[:, 0].astype(int) - 1, rows[:, 1].astype(int) - 1
    weights = ANSWERS.kernel[place]
    assert len(rows) == ANSWERS.kernel.size and np.array_equal(rows[:, 2].astype(weights.dtype), weights)
    assert set(rows[:, 3].astype(float)) == {ANSWERS.bias}


def test_the_answers_numbers_are_those_of_their_plot(qtbot: QtBot) -> None:
    table = AnswerList()
    qtbot.addWidget(table)
    assert table.figure() is None
    table.show_answers(ANSWERS, None)
    figure = table.figure()
    assert rows_of(figure) == rows_of(patterns(qtbot).figure())
    assert figure is not None and figure.is_table and figure.size[1] > 10 * len(ANSWERS.ranked)


def test_the_windows_numbers_are_the_engines(qtbot: QtBot) -> None:
    plot, one = WindowTiles(), WindowSide()
    for widget in (plot, one):
        qtbot.addWidget(widget)
        assert widget.figure() is None
    plot.resize(500, 320)
    plot.show_windows(WINDOWS, 1)
    one.show_window(WINDOWS[3])
    figure = plot.figure()
    assert figure is not None and (figure.run, figure.update) == (0, TRAINER.step_count)
    rows = np.array(rows_of(figure)[1:])[:, 1:]
    assert np.array_equal(rows[:, 1].astype(int), FOUND.row)
    assert rows[:, 2].astype(int).tolist() == FOUND.labels.tolist()
    assert set(rows[:, 3]) == {"0"} and np.array_equal(rows[:, 6].astype(FOUND.z.dtype), FOUND.z)
    place = (rows[:, 4].astype(int) - 1) * CELLS + rows[:, 5].astype(int) - 1
    assert np.array_equal(place, FOUND.cell)
    # The picture, without the widget's own frame and ground.
    apart = painted(figure).astype(int)
    assert apart.shape[:2] == (plot.viewport().height(), plot.viewport().width()) and np.ptp(apart) > 100
    # And the picture of one, with what its cell sees of it.
    row = np.array(rows_of(one.figure())[1:])[:, 1:]
    assert np.array_equal(row[:, 2].astype(np.float32), FOUND.X[3])
    assert (row[:, 3] == "1").sum() == WINDOWS[3].field.piece(WINDOWS[3].picture).size

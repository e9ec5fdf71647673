"""The names beside the loss plot's marks: what they say, and that they cover neither each other nor the data."""

from __future__ import annotations

import math

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.loss.plot_labels import LossPlotLabels
from gui.theme.tokens import make_theme


class Plot:
    """A plot of 400 px by `height`, from 0 to 100 and from 0 to 1000, and its names."""

    def __init__(self, qtbot: QtBot, height: int) -> None:
        self.widget = pg.PlotWidget(enableMenu=False)
        qtbot.addWidget(self.widget)
        self.item = self.widget.getPlotItem()
        for side in ("left", "bottom"):
            self.item.hideAxis(side)
        self.widget.resize(400, height)
        self.widget.show()
        self.view = self.item.getViewBox()
        self.view.setRange(xRange=(0, 100), yRange=(0, 1000), padding=0)
        self.names = LossPlotLabels(self.item)
        self.names.set_theme(make_theme("dark"))
        self.names.retranslate()
        self.names.name_baseline(math.log(10), 10)
        QApplication.processEvents()

    def place(self, baseline: float, updates: bool = True, exact: bool = True, penalty: bool = True) -> None:
        self.names.place(self.view, baseline, updates, exact, penalty)


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    return Plot(qtbot, 300)


@pytest.mark.parametrize(
    ("mean", "classes", "words"),
    [
        (math.log(10), 10, "guessing: Cⁿ = ln 10"),
        (math.log(2), 2, "guessing: Cⁿ = ln 2"),
        (0.45, 10, "guessing: Cⁿ = 0.450"),
        (0.25, 0, "always the mean: Cⁿ = 0.250"),
    ],
)
def test_the_line_of_guessing_names_what_it_costs(plot: Plot, mean: float, classes: int, words: str) -> None:
    plot.names.name_baseline(mean, classes)
    assert plot.names.baseline.toPlainText() == words


@pytest.mark.parametrize(
    ("updates", "exact", "penalty", "shown"),
    [
        (False, False, False, {"baseline", "empty"}),
        (False, True, True, {"baseline", "empty"}),
        (True, False, True, {"baseline"}),
        (True, True, False, {"baseline", "train", "test"}),
        (True, True, True, {"baseline", "train", "test", "penalty"}),
    ],
)
def test_only_what_is_drawn_is_named(
    plot: Plot, updates: bool, exact: bool, penalty: bool, shown: set[str]
) -> None:
    plot.place(500, updates, exact, penalty)
    every = ("baseline", "train", "test", "penalty", "empty")
    assert {name for name in every if getattr(plot.names, name).isVisible()} == shown


@pytest.mark.parametrize(("baseline", "shown"), [(-1, False), (1, True), (999, True), (1001, False)])
def test_guessing_is_named_where_its_line_is_in_sight(plot: Plot, baseline: float, shown: bool) -> None:
    plot.place(baseline)
    assert plot.names.baseline.isVisible() is shown


@pytest.mark.parametrize(
    ("baseline", "above"),
    # 18 px of room above it: of 300 px for 1000 that is 60.
    [(500, True), (935, True), (945, False)],
)
def test_guessings_name_stands_above_its_line_where_there_is_room(
    plot: Plot, baseline: float, above: bool
) -> None:
    plot.place(baseline)
    assert plot.names.baseline.anchor.y() == (1 if above else 0)
    assert plot.names.baseline.pos().y() == baseline


def test_the_names_stand_beneath_guessing_and_each_other_from_the_right_edge(plot: Plot) -> None:
    plot.place(500)
    names = plot.names.train, plot.names.test, plot.names.penalty
    assert [round(name.pos().x(), 3) for name in names] == [99.2] * 3
    # 4 px beneath the line, then 16 px each.
    px = 1000 / plot.view.height()
    assert [name.pos().y() for name in names] == pytest.approx([500 - 4 * px, 500 - 20 * px, 500 - 36 * px])


def test_beneath_guessings_own_name_there_is_room_for_it(plot: Plot) -> None:
    plot.place(990)
    assert plot.names.train.pos().y() == pytest.approx(990 - 20 * 1000 / plot.view.height())


def test_where_guessing_is_out_of_sight_the_names_stand_at_the_top(plot: Plot) -> None:
    plot.place(5000)
    assert plot.names.train.pos().y() == 1000


def test_in_a_low_plot_the_names_stand_beside_each_other(qtbot: QtBot) -> None:
    plot = Plot(qtbot, 90)
    plot.place(500)
    names = plot.names.test, plot.names.train, plot.names.penalty
    assert len({name.pos().y() for name in names}) == 1
    across = 100 / plot.view.width()
    for name, following in zip(names, names[1:], strict=False):
        width = name.boundingRect().width()
        assert name.pos().x() - following.pos().x() == pytest.approx((width + 10) * across)

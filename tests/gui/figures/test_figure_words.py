"""The line of a figure names its update and its L; a measured L of another update says so."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.exchange.table import Column
from gui.figures.figure_words import figure_line, file_stem
from gui.widgets.figure import Numbers
from tests.gui.figures.made_figure import figure_of


@pytest.mark.parametrize(
    ("measured", "said"),
    [(7, "L = 120.0  ·  "), (5, "L = 120.0 (at update 5)  ·  "), (None, "")],
)
def test_l_is_that_of_the_update_or_names_its_own(qtbot: QtBot, measured: int | None, said: str) -> None:
    exact = None if measured is None else ExactLoss(0, measured, 120.0, 60, 0.5, 1.0, 10, 0.5)
    line = figure_line(figure_of(), "seed 0", 7, exact).replace("\u00a0", " ")
    assert line == f"A plot  ·  update 7  ·  {said}seed 0  ·  Backlight"


@pytest.mark.parametrize("measured", [7, 5])
def test_an_l_of_before_an_edit_of_the_same_update_says_so(qtbot: QtBot, measured: int) -> None:
    exact = ExactLoss(0, measured, 120.0, 60, 0.5, 1.0, 10, 0.5)
    line = figure_line(figure_of(), "seed 0", 7, exact, is_before_edit=True).replace("\u00a0", " ")
    said = f"L = 120.0 (at update {measured}, θ edited since)"
    assert line == f"A plot  ·  update 7  ·  {said}  ·  seed 0  ·  Backlight"


def test_what_is_of_another_update_stands_after_the_l_of_the_first(qtbot: QtBot) -> None:
    exact = ExactLoss(0, 5, 120.0, 60, 0.5, 1.0, 10, 0.5)
    line = figure_line(figure_of(), "seed 0", 7, exact, others=["weights of update 9"]).replace("\u00a0", " ")
    said = "L = 120.0 (at update 5)  ·  weights of update 9"
    assert line == f"A plot  ·  update 7  ·  {said}  ·  seed 0  ·  Backlight"


def test_of_what_it_is_stands_second(qtbot: QtBot) -> None:
    line = figure_line(figure_of(), "seed 0", 1234567, None, "Layer 2, neuron 6")
    assert line == "A plot  ·  Layer 2, neuron 6  ·  update 1,234,567  ·  seed 0  ·  Backlight"


def test_the_file_is_called_by_what_it_is_and_its_update(qtbot: QtBot) -> None:
    numbers = Numbers((Column("w", [1]),), "each weight", "weights")
    assert file_stem(figure_of(), 7) == "backlight-plot-update-7"
    assert file_stem(figure_of(), 7, numbers) == "backlight-plot-weights-update-7"


def test_what_is_of_no_run_has_no_update_and_no_run(qtbot: QtBot) -> None:
    assert figure_line(figure_of(), "", None, None) == "A plot  ·  Backlight"
    assert file_stem(figure_of(), None) == "backlight-plot"

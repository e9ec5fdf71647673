"""The figure of the plot of L: what is in it belongs together."""

from __future__ import annotations

import math

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.plot_figure import plot_figure
from gui.loss.plot_picture import PlotWords, picture_of
from gui.loss.plot_range import UpdateRange
from gui.theme.tokens import Theme
from tests.gui.figures.figure_pixels import painted

SIZE, LOOK = (400, 160), Theme()


def test_words_that_change_later_are_not_in_it(qtbot: object) -> None:
    record, words, updates = LossHistory(60), PlotWords(), UpdateRange()
    record.exact_losses.add(ExactLoss(0, 0, 60 * math.log(10), 60, 0.1, 23.0, 10, 0.2))
    updates.follow(0)
    picture = picture_of(record, SIZE, LOOK, updates, False, (), 0, words, None)
    figure = plot_figure("L", SIZE, LOOK, picture, words, record, (), None)
    assert figure is not None and (figure.stem, figure.update, figure.size) == ("loss", 0, SIZE)
    before = painted(figure)
    # The hint of the empty plot.
    words.space_starts = False
    assert (painted(figure) == before).all()

"""A plot of L, shown and without a run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import make_theme


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[LossPlot]:
    plot = LossPlot()
    qtbot.addWidget(plot)
    qtbot.addWidget(plot.tools)
    plot.set_theme(make_theme("dark"))
    plot.resize(900, 260)
    plot.show()
    qtbot.waitExposed(plot)
    yield plot

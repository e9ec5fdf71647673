"""A timeline, shown, with one run on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.run_row import ChangeSign, RunRow
from gui.timeline.timeline import Timeline
from tests.gui.timeline.placed import axis_of


@pytest.fixture
def row() -> RunRow:
    """3,000 updates of which every 500th is kept."""
    return RunRow(
        run=0,
        name="seed 0",
        live=3_000,
        kept=np.arange(0, 3_001, 500),
        changes=(
            ChangeSign(1_200, True, "Update 1,200: w set by hand from 0.1 to 0.5"),
            ChangeSign(700, False, "Update 700: η 0.001 → 0.01"),
        ),
        best_update=2_500,
        best_mean=0.138,
        total=4_528.0,
        test_accuracy=0.96,
        measured_update=3_000,
    )


@pytest.fixture
def timeline(qtbot: QtBot, row: RunRow) -> Iterator[Timeline]:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.set_theme(make_theme("dark"))
    timeline.show_axis(axis_of())
    timeline.show_runs([row], 0)
    timeline.resize(700, timeline.sizeHint().height())
    timeline.show()
    qtbot.waitExposed(timeline)
    timeline.refresh()
    yield timeline

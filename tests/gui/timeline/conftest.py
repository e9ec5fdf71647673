"""A timeline, shown, with one run on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.training.config import TrainingConfig
from gui.loss.curve_marks import EditMark, SettingsMark
from gui.theme.tokens import make_theme
from gui.timeline.run_row import RunRow
from gui.timeline.timeline import Timeline
from tests.gui.timeline.placed import axis_of

CONFIG = TrainingConfig()


@pytest.fixture
def row() -> RunRow:
    """3,000 updates of which every 500th is kept."""
    return RunRow(
        run=0,
        name="seed 0",
        live=3_000,
        kept=np.arange(0, 3_001, 500),
        marks=(
            EditMark(1, 1_200, "w", 0.1, 0.5),
            SettingsMark(700, CONFIG, replace(CONFIG, learning_rate=0.01)),
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
    timeline.show_runs([row], 0, 100)
    timeline.resize(700, timeline.sizeHint().height())
    timeline.show()
    qtbot.waitExposed(timeline)
    timeline.refresh()
    yield timeline

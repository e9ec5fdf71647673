"""Every command for two networks finds who does it, and a companion's updates come to its curve and its lane."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from core.engine.messages import LossesAdded
from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.gui.local_engine import local_engine


def test_each_command_has_its_handler(qtbot: QtBot) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    wiring = window.composition.sides
    assert set(wiring.handlers) == {c.ToggleSide, c.ShowAs, c.SwapSides, c.TrainBoth}
    window.close()


def test_the_losses_of_a_companion_are_added_to_its_curve(qtbot: QtBot) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=30_000)
    added = LossesAdded(0, 1, np.array([2.5, 2.25, 2.0], np.float32))
    window.composition.engine.losses_added.emit(added)
    history = window.composition.loss.history_of(0)
    assert history is not None and history.count == 3
    assert window.composition.sides.side.known.choices[0].live == 3
    window.close()

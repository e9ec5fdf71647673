"""Every command for two networks finds who does it, and a companion's updates come to its curve and its lane."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from core.engine.messages import LossesAdded
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.presenters.side_presenter import Place
from tests.gui.local_engine import local_engine


def test_each_command_has_its_handler(qtbot: QtBot) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    wiring = window.composition.sides
    assert set(wiring.handlers) == {c.ToggleSide, c.ShowAs, c.SwapSides, c.TrainBoth, c.BranchHere}
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


def test_the_list_of_runs_shows_one_beside_the_run_on_screen_and_that_one_beside_its_beginning(
    qtbot: QtBot,
) -> None:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    session = window.composition
    qtbot.waitUntil(lambda: session.network.displayed is not None, timeout=30_000)
    window.run_tree.beside_wanted.emit(0)
    assert session.sides.side.other == Place(0, 0)
    # The weights' difference stands beside the page, and is kept by the same menu and keys.
    assert window.network_area.side_area.strip in session.figures._plots
    session.dispatcher.issue(c.BranchHere())
    qtbot.waitUntil(lambda: session.network.displayed.run == 1, timeout=30_000)  # type: ignore[union-attr]
    window.run_tree.beside_wanted.emit(0)
    assert session.sides.side.other == Place(0)
    # It stands there now, so that the list leaves the key to the window, which ends that.
    beside = window.run_tree.findChild(QAction, "run_beside")
    assert beside is not None
    qtbot.waitUntil(lambda: window.run_tree._shown_run == 1, timeout=30_000)
    window.run_tree.actions_of(0)
    assert not beside.isEnabled()
    session.dispatcher.issue(c.ToggleSide())
    window.run_tree.actions_of(0)
    assert beside.isEnabled()
    window.close()

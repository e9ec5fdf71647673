"""The layers' numbers come to the plot from the engine, are its own, and cost nothing while nobody looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.commands import LookAt, ReturnToLive, Train, WatchLayerCurves
from core.engine.layer_curve_messages import LayerCurvesSent
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 60_000


class Desk:
    """The window, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine, self.page = engine_of(window), window.loss_page
        self.sent: list[Any] = []
        send = self.session.engine.send
        self.session.engine.send = lambda command: (self.sent.append(command), send(command))[1]  # type: ignore[method-assign]

    @property
    def watched(self) -> list[bool]:
        return [command.watched for command in self.sent if isinstance(command, WatchLayerCurves)]

    def choose(self, kind: str) -> None:
        self.session.dispatcher.issue(c.Choose("curve", kind))

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int) -> None:
        """And until the exact L of the last of them is measured."""
        self.session.transport.set_speed(100)
        to = self.session.loss.updates + updates
        self.session.dispatcher.issue(Train(updates))
        self.until(lambda: self.session.loss.exact is not None and self.session.loss.exact.update == to)

    def agrees(self) -> bool:
        """Whether the plot's numbers are those that the engine keeps with its run."""
        shown, kept = self.page.curves.curves, self.engine.current.layer_curves.saved()
        return shown is not None and np.array_equal(shown.updates, kept.updates)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_the_plot_has_the_engines_numbers_and_asks_for_them_only_while_it_is_seen(desk: Desk) -> None:
    desk.train(20)
    assert desk.watched == [] and desk.page.shown is desk.window.loss_plot
    # What was measured before somebody looked is there, too.
    desk.choose("gradient")
    desk.until(desk.agrees)
    curves = desk.page.curves
    assert desk.watched == [True] and curves.curves is not None and curves.curves.keys == ("1", "2", "out")
    desk.train(20)
    desk.until(desk.agrees)
    kept = desk.engine.current.layer_curves.saved()
    np.testing.assert_array_equal(curves.curves.values, kept.of("gradient_rms"))
    assert 40 in kept.updates
    desk.until(lambda: curves.picture is not None and curves.picture.curves is curves.curves)
    # Another of the layers' numbers are there at once.
    desk.choose("noise")
    np.testing.assert_array_equal(curves.curves.values, kept.of("gradient_noise"))
    assert desk.watched == [True]
    # Those of another run, which somebody else has asked for, are not these.
    other = replace(kept, values=np.zeros_like(kept.values))
    desk.session.engine.layer_curves_sent.emit(LayerCurvesSent(desk.engine.number + 7, other))
    np.testing.assert_array_equal(curves.curves.values, kept.of("gradient_noise"))
    # Another engine has been asked for nothing yet.
    desk.session.curves._on_other_engine()
    assert desk.watched == [True, True]
    desk.sent.clear()
    # In the past the cursor stands in this plot.
    desk.session.dispatcher.issue(LookAt(20))
    desk.until(lambda: curves._moment == 20)
    desk.session.dispatcher.issue(ReturnToLive())
    desk.until(lambda: curves._moment is None)
    # C and penalties come with the exact L, and need no layers.
    desk.choose("cost")
    assert desk.watched == [] and curves.curves is not None and curves.curves.keys == ("mean",)
    exact = desk.session.loss.exact
    assert exact is not None and curves.curves.values[-1, 0] == exact.train_mean
    # Another structure is another run, with layers of its own.
    desk.choose("update")
    desk.until(desk.agrees)
    desk.session.dispatcher.issue(c.SetArchitecture(Architecture.dense((6,))))
    desk.until(lambda: curves.curves is not None and curves.curves.keys == ("1", "out"))
    desk.until(desk.agrees)
    desk.choose("loss")
    assert desk.watched == [True] and desk.window.loss_plot.isVisible()
    # The choices are kept.
    desk.session.dispatcher.issue(c.Choose("smoothing", 64))
    assert desk.window.loss_plot._window == 64
    state = desk.session.store.state
    assert (state.curve, state.smoothing) == ("loss", 64)
    desk.window.loss_plot.setFocus()
    QTest.keyClick(desk.window.loss_plot, Qt.Key.Key_J)
    assert desk.session.store.state.curve == "cost" and desk.page.shown is desk.page.curves

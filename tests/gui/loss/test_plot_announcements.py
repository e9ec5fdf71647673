"""What a plot's own keys have changed is heard, as others see it at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.curves.curve_plot import CurvePlot
from gui.loss import loss_plot, run_plot
from gui.loss.loss_plot import LossPlot
from gui.loss.plot_announcements import log_words, whole_words
from tests.gui.loss.plotted import make_record, show


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    for module in (loss_plot, run_plot):
        monkeypatch.setattr(module, "announce", lambda _plot, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def plot(qtbot: QtBot) -> LossPlot:
    plot = LossPlot()
    qtbot.addWidget(plot)
    # Beside its tab in the window.
    qtbot.addWidget(plot.tools)
    plot.resize(600, 200)
    plot.smoothing_wanted.connect(plot.set_smoothing)
    plot.show()
    show(plot, make_record(50, 10))
    return plot


def test_its_keys_are_heard(plot: LossPlot, heard: list[str], qtbot: QtBot) -> None:
    plot.set_log(False)
    for key in (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_S, Qt.Key.Key_0, Qt.Key.Key_Home):
        qtbot.keyClick(plot, key)
    whole = "The whole run is in sight, and followed."
    smoothing = "Smoothing: Mean of the last 64 batches"
    assert heard == ["Logarithmic: on", "Logarithmic: off", smoothing, whole, whole]
    heard.clear()
    for _ in range(3):
        qtbot.keyClick(plot, Qt.Key.Key_S)
    assert heard[-1] == "Smoothing: Off: the batches as they are"


def test_of_other_curves_too(plot: LossPlot, heard: list[str], qtbot: QtBot) -> None:
    curves = CurvePlot(plot)
    qtbot.addWidget(curves)
    qtbot.addWidget(curves.tools)
    is_log = curves.is_log
    for key in (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_0):
        qtbot.keyClick(curves, key)
    assert heard == [log_words(not is_log), log_words(is_log), whole_words()]


def test_how_many_updates_are_seen_is_heard(plot: LossPlot, heard: list[str], qtbot: QtBot) -> None:
    # 50 updates on an axis to 110. At 0.7 of it around the newest one it begins at 50 − 0.7 · 50 and ends at
    # 50 + 0.7 · 60; at 0.7 of that around its middle, 53.5, it begins at 26.55.
    first, second = "Updates 15 to 50 are in sight.", "Updates 27 to 50 are in sight."
    curves = CurvePlot(plot)
    qtbot.addWidget(curves)
    qtbot.addWidget(curves.tools)
    assert (plot.axis.updates.left, plot.axis.updates.right) == (0, 110)
    for shown in (plot, curves):
        heard.clear()
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Minus):
            qtbot.keyClick(shown, key)
        assert heard == [first, second, first, whole_words()]


def test_that_heights_are_logarithms_is_in_the_description(plot: LossPlot) -> None:
    plot.set_log(False)
    assert "Logarithmic" not in plot.accessibleDescription()
    plot.set_log(True)
    assert plot.accessibleDescription().endswith("Logarithmic: on")


def test_before_the_first_update_no_updates_are_heard_that_are_not_there(
    plot: LossPlot, heard: list[str], qtbot: QtBot
) -> None:
    # None was made: update 0 alone is on the axis to 110. At 0.7 of it around update 0 it ends at 77; at 0.7 of that
    # around its middle it begins at 38.5 − 0.7 · 38.5 = 11.55, where nothing is.
    show(plot, make_record(0, 1))
    for _ in range(2):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert heard == ["Of all updates only 0 is in sight.", "No update of the run is in sight."]

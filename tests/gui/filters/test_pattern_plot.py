"""Keys and the pointer choose a pattern; what has the keyboard says its numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.filters.filter_words import spoken_answer
from gui.filters.pattern_plot import PatternPlot
from gui.theme.tokens import make_theme
from tests.gui.filters.shown import answers
from tests.gui.heard_keys import heard_of

OWN = answers()


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[PatternPlot]:
    plot = PatternPlot()
    qtbot.addWidget(plot)
    plot.set_theme(make_theme("dark"))
    plot.resize(560, 380)
    plot.show_answers(OWN, int(OWN.ranked[4]))
    plot.show()
    qtbot.waitExposed(plot)
    yield plot


@pytest.mark.parametrize(
    ("keys", "rank"),
    [
        ([Qt.Key.Key_Right], 3),
        ([Qt.Key.Key_Left] * 3, 7),
        ([Qt.Key.Key_End], 0),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 0),
        ([Qt.Key.Key_Home], -1),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left], -1),
    ],
)
def test_left_and_right_lead_along_the_answers(plot: PatternPlot, keys: list[Qt.Key], rank: int) -> None:
    heard: list[int] = []
    plot.chosen.connect(heard.append)
    for key in keys:
        QTest.keyClick(plot, key)
    assert heard[-1] == plot._code == OWN.ranked[rank]
    assert plot.accessibleDescription() == spoken_answer(OWN, int(OWN.ranked[rank]))


def test_up_and_down_lead_through_a_stack_and_no_further(plot: PatternPlot) -> None:
    marks = plot.marks
    assert marks is not None
    xs, counts = np.unique(marks.x, return_counts=True)
    stack = marks.code[marks.x == xs[np.argmax(counts)]]
    plot.show_answers(OWN, int(stack[0]))
    for code in stack[1:]:
        QTest.keyClick(plot, Qt.Key.Key_Up)
        assert plot._code == code
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert plot._code == stack[-1]
    for _ in stack:
        QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot._code == stack[0]


def test_end_is_its_own_key_and_not_the_windows(plot: PatternPlot) -> None:
    for key, is_own in ((Qt.Key.Key_End, True), (Qt.Key.Key_Home, True), (Qt.Key.Key_N, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.setAccepted(False)
        QApplication.sendEvent(plot, event)
        assert event.isAccepted() == is_own


def test_pointing_chooses(plot: PatternPlot, qtbot: QtBot) -> None:
    marks, stacks = plot.marks, plot._places().stacks
    assert marks is not None
    i = len(marks.code) // 2
    at = QPoint(
        int(stacks.left() + marks.x[i] + marks.side // 2),
        int(stacks.bottom() - marks.y[i] - marks.side // 2),
    )
    with qtbot.waitSignal(plot.chosen) as heard:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == [int(marks.code[i])]
    # Beside all stacks nothing is chosen.
    with qtbot.assertNotEmitted(plot.chosen):
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_showing_emits_nothing_and_other_keys_are_left_to_others(plot: PatternPlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.chosen):
        plot.show_answers(OWN, int(OWN.ranked[9]))
        plot.show_answers(None, None)
        QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.marks is None and plot.accessibleDescription() == ""
    assert plot.accessibleName() and plot.whatsThis()


def test_where_keys_lead_is_heard_once_they_rest_also_that_it_is_no_further(
    plot: PatternPlot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, first = Qt.Key, spoken_answer(OWN, int(OWN.ranked[0]))
    second = spoken_answer(OWN, int(OWN.ranked[1]))
    assert heard_of(plot, qtbot, monkeypatch, keys.Key_End, keys.Key_Left) == [second]
    assert heard_of(plot, qtbot, monkeypatch, keys.Key_Right) == [first]
    assert heard_of(plot, qtbot, monkeypatch, keys.Key_Right) == [first]

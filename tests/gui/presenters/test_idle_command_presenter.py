"""A key that has nothing to do says why, in one sentence that goes once it is so no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.engine.commands import Train
from gui.app import commands as c
from gui.app.main_window import MainWindow
from tests.gui import local_engine as local
from tests.gui.local_engine import local_engine

WAIT_MS = 60_000
BEFORE = "Update 0 is shown: there is none before it."
LATER = "The newest update is shown: nothing that was trained comes after it."
LIVE = "The newest update is shown already."
ALONE = "One network is shown alone: “Side by side” puts a second one beside it."
NO_BRANCH = "A branch begins at an earlier update: look back at one first."
FIRST = "The first phase is shown: there is none before it."
SEEN = "The whole network is in view already."
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    data = choose_digits(local.load_once(DatasetSpec()), 100)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    window.network_view.setFocus()
    qtbot.waitUntil(window.network_view.hasFocus)
    yield window
    window.close()


def said(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> str:
    """What the news say after a key; a message of before is gone."""
    window.message_bar.hide()
    QTest.keyClick(window.network_view, key, held)
    return window.message_bar.text


def test_each_key_without_use_says_why_and_is_quiet_where_it_has_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    for key, held, words in (
        (Key.Key_Comma, Held.NoModifier, BEFORE),
        (Key.Key_Left, Held.ControlModifier, BEFORE),
        (Key.Key_PageUp, Held.NoModifier, BEFORE),
        (Key.Key_Right, Held.ControlModifier, LATER),
        (Key.Key_End, Held.NoModifier, LIVE),
        (Key.Key_B, Held.NoModifier, NO_BRANCH),
        (Key.Key_C, Held.ShiftModifier, ALONE),
        (Key.Key_T, Held.NoModifier, "Examples of the training are shown already."),
        (Key.Key_Z, Held.ShiftModifier, SEEN),
        (Key.Key_0, Held.NoModifier, SEEN),
        (Key.Key_Z, Held.ControlModifier, "There is nothing to undo."),
        (Key.Key_Y, Held.ControlModifier, "There is nothing to redo."),
    ):
        assert said(window, key, held) == words, (key, held)
    # What was said of an update is not so any more: it goes with it.
    assert said(window, Key.Key_Comma) == BEFORE
    session = window.composition
    session.engine.send(Train(updates=3))
    qtbot.waitUntil(lambda: session.loss.updates == 3 and not session.store.state.running, timeout=WAIT_MS)
    assert window.message_bar.text == ""
    # Now there is an update before, and then one after.
    assert said(window, Key.Key_Comma) == "" and session.store.state.moment == 2
    assert said(window, Key.Key_Right, Held.ControlModifier) == ""
    assert session.store.state.moment is None
    assert said(window, Key.Key_End) == LIVE
    # Type of the last size that there is, and of the usual one.
    assert said(window, Key.Key_0, Held.ControlModifier) == "The type has its usual size already."
    session.dispatcher.issue(c.Choose("scale", 0.9))
    assert said(window, Key.Key_Minus, Held.ControlModifier) == "" and session.store.state.scale == 0.8
    assert said(window, Key.Key_Minus, Held.ControlModifier) == "The type is as small as it can be: 80 %."
    session.dispatcher.issue(c.Choose("scale", 3.0))
    assert window.message_bar.text == ""
    assert said(window, Key.Key_Plus, Held.ControlModifier) == "The type is as large as it can be: 300 %."
    assert said(window, Key.Key_0, Held.ControlModifier) == "" and session.store.state.scale == 1.0
    # Nearer, and back.
    assert said(window, Key.Key_Z) == "" and said(window, Key.Key_0) == ""
    assert said(window, Key.Key_0) == SEEN


def test_what_was_said_of_the_picture_or_its_type_goes_with_the_key_that_changes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, view = window.composition, window.network_view
    assert said(window, Key.Key_0) == SEEN
    QTest.keyClick(view, Key.Key_Z)
    assert window.message_bar.text == "" and view.zoom.scale > 1
    for other in (Key.Key_N, Key.Key_P):
        assert said(window, Key.Key_T) == "Examples of the training are shown already."
        QTest.keyClick(view, other)
        chooser = window.draw_panel.chooser
        qtbot.waitUntil(lambda chooser=chooser: chooser.is_pinned, timeout=WAIT_MS)
        assert window.message_bar.text == ""
        QTest.keyClick(view, Key.Key_T)
        qtbot.waitUntil(lambda chooser=chooser: not chooser.is_pinned, timeout=WAIT_MS)
    session.dispatcher.issue(c.Choose("scale", 3.0))
    assert said(window, Key.Key_Plus, Held.ControlModifier) == "The type is as large as it can be: 300 %."
    QTest.keyClick(view, Key.Key_Minus, Held.ControlModifier)
    assert window.message_bar.text == "" and session.store.state.scale == 2.5


def test_without_an_engine_a_key_of_the_training_names_the_way_out(window: MainWindow) -> None:
    window.composition.store.update(is_lost=True)
    lost = "The training’s process has ended: “Retry” starts it again."
    assert said(window, Key.Key_N) == said(window, Key.Key_Comma) == said(window, Key.Key_R) == lost
    # Not that one has to look back first, which nobody can.
    assert said(window, Key.Key_B) == lost
    window.composition.store.update(is_lost=False)
    assert window.message_bar.text == ""


def test_before_the_first_phase_there_is_none_until_the_next_is_led_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    player = window.composition.network.player
    QTest.keyClick(window.network_view, Key.Key_PageDown)
    qtbot.waitUntil(lambda: player.is_frozen, timeout=WAIT_MS)
    at_s = player.elapsed_s
    for _ in range(2):
        assert said(window, Key.Key_PageUp) == FIRST
    assert player.elapsed_s == at_s and player.is_frozen
    QTest.keyClick(window.network_view, Key.Key_PageDown)
    assert window.message_bar.text == ""

"""In the ledger an example is heard once, whoever chose it, and so is the way back to what the training shows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.engine.commands import ShowDrawing, ShowTestSample
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.ledger.ledger_page import LedgerPage
from gui.network import answer_reader
from gui.widgets import key_reading
from tests.gui import local_engine as local
from tests.gui.local_engine import local_engine

WAIT_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    data = choose_digits(local.load_once(DatasetSpec()), 100)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    monkeypatch.setattr(key_reading, "RESTS_MS", 0)
    window = MainWindow(engine=local_engine())
    window.network_view.answers._timer.setInterval(1)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


def test_each_example_is_heard_once_and_the_way_back_to_the_training(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, str]] = []
    for module in (answer_reader, key_reading):
        monkeypatch.setattr(
            module, "announce", lambda who, words: words and heard.append((who.objectName(), words))
        )
    root = window.composition
    reader = window.network_view.answers

    def is_shown(origin: str, index: int | None) -> bool:
        shown = window.network_view.displayed_snapshot
        return shown is not None and shown.example.origin == origin and index in (None, shown.example.index)

    def after(action: object, origin: str, index: int | None) -> list[str]:
        """Who has said something, once the network shows this example and all is said."""
        heard.clear()
        assert callable(action)
        action()
        qtbot.waitUntil(lambda: is_shown(origin, index), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: len(heard) > 0, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: not reader._timer.isActive())
        return [who for who, _ in heard]

    ink = np.zeros((16, 16), np.float32)
    ink[4:12, 8] = 1
    assert after(lambda: root.engine.send(ShowDrawing(ink.ravel(), None)), "drawing", None) == [
        "network_view"
    ]
    root.dispatcher.issue(c.ShowLedger())
    page = window.network_area.page
    assert isinstance(page, LedgerPage)
    qtbot.waitUntil(lambda: page.wall.wall is not None, timeout=WAIT_MS)
    losses = page.wall.wall.losses.losses  # type: ignore[union-attr]
    page.curve.setFocus()
    # From a drawing, and from another one of the training.
    worst, least = int(np.argmax(losses)), int(np.argmin(losses))
    for key, row in ((Qt.Key.Key_End, worst), (Qt.Key.Key_Home, least)):
        said = after(lambda key=key: QTest.keyClick(page.curve, key), "train", row)
        assert said == [page.curve.objectName()]
    # A key of the whole window is told as elsewhere.
    assert after(lambda: root.dispatcher.issue(ShowTestSample("next")), "test", None) == ["network_view"]
    # What is chosen by the mouse has no key that would be told of.
    assert after(lambda: page.curve.chosen.emit(worst), "train", worst) == ["network_view"]
    QTest.keyClick(page.curve, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: is_shown("train", least), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not reader._timer.isActive())
    heard.clear()
    QTest.keyClick(page.curve, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: [who for who, _ in heard] == ["network_view"], timeout=WAIT_MS)
    assert root.network.displayed is not None and root.network.displayed.follows_training

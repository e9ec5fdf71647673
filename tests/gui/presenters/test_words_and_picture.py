"""In the whole window: at each painting, what stands beside the picture is of what the picture shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import LookAt, ReturnToLive, Train
from core.engine.snapshot import Snapshot
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.network.painting.composed_frame import ComposedFrame
from tests.gui.local_engine import load_fewer, local_engine, work_until

WAIT_MS = 30_000
UPDATES = 40


class Watched(MainWindow):
    """Notes after each painting what is said and what was painted: updates with changes by hand."""

    painted: Snapshot | None = None

    def __init__(self) -> None:
        self.seen: list[tuple[object, ...]] = []
        self.is_watched = False
        super().__init__(Settings.in_memory(), engine=local_engine())

    def event(self, event: QEvent) -> bool:
        is_taken = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.is_watched and Watched.painted is not None:
            root, painted = self.composition, Watched.painted
            said = [root.network.displayed, root.inspect._snapshot, root.digits._displayed]
            words = [
                None if snapshot is None else (snapshot.update, snapshot.edit_count) for snapshot in said
            ]
            line = self.status_label.text()
            is_named = f"update {painted.update}" in line
            self.seen.append(((painted.update, painted.edit_count), *words, is_named))
        return is_taken


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr("tests.gui.local_engine.load_once", load_fewer)
    original = ComposedFrame.up_to_date

    def up_to_date(frame: ComposedFrame) -> QImage:
        image = original(frame)
        if image is frame._image and not frame.is_behind:
            Watched.painted = frame.displayed_snapshot
        return image

    monkeypatch.setattr(ComposedFrame, "up_to_date", up_to_date)
    window = Watched()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()
    Watched.painted = None


def test_looking_back_and_changes_by_hand_are_told_of_as_they_are_painted(
    window: Watched, qtbot: QtBot
) -> None:
    root = window.composition
    issue, network = root.dispatcher.issue, root.network

    def until(update: int, edits: int = 0) -> None:
        qtbot.waitUntil(
            lambda: (
                (now := network.displayed) is not None and (now.update, now.edit_count) == (update, edits)
            ),
            timeout=WAIT_MS,
        )
        qtbot.waitUntil(lambda: Watched.painted is network.displayed, timeout=WAIT_MS)

    root.transport.set_speed(100)
    issue(Train(UPDATES))
    work_until(window, UPDATES)
    until(UPDATES)
    qtbot.waitUntil(lambda: not root.store.state.running, timeout=WAIT_MS)
    window.network_view.pin((1, 2))
    window.is_watched = True
    for news in (root.engine.past_shown, root.engine.snapshot_received, root.engine.parameter_edited):
        # Whatever was said of them is painted before the next tick, as where the machine has time for it.
        news.connect(lambda _: QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest)))
    for update in (39, 38, 7):
        issue(LookAt(update))
        until(update)
    issue(ReturnToLive())
    until(UPDATES)
    root.edits._on_value_wanted(ParameterLocation(0, 1, 3), 0.5, False)
    until(UPDATES, 1)
    window.undo_stack.undo()
    until(UPDATES, 2)
    assert len({row[0] for row in window.seen}) >= 5
    assert [row for row in window.seen if row[1:] != (row[0],) * 3 + (True,)] == []

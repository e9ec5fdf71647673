"""A drawing is kept, watched live, given another class, deleted and brought back; other data hide it, and keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import OWN
from core.data import own_set
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import AppliedEdit, ParameterLocation
from core.engine.commands import ReleaseSample, Train
from core.engine.messages import ParameterEdited
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.drawing.drawing_state import ShowStrokes
from gui.ledger.ledger_page import LedgerPage
from gui.own.own_page import OwnPage
from gui.presenters import own_presenter
from gui.widgets.choice_box import ChoiceBox
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 60_000
SEVEN = ShowStrokes((np.array([[0.2, 0.2], [0.7, 0.2], [0.4, 0.8]]),))


class Desk:
    """The window, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine, self.own = engine_of(window), window.composition.own
        self.canvas = window.draw_panel.canvas

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def draw(self, strokes: ShowStrokes = SEVEN) -> None:
        self.canvas.show_drawing(strokes)
        self.canvas.strokes_changed.emit()
        self.until(lambda: self.session.network.displayed.example.origin == "drawing")

    def keep(self, label: int | None = None) -> None:
        """Keep the drawing: where `label` is given, by typing it where one is asked. It is chosen then."""
        before = len(self.own.own)
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        if label is not None:
            menu = self.window.findChild(QMenu, "own_class_menu")
            assert isinstance(menu, QMenu)
            QTest.keyClick(menu, str(label))
            # Without a screen the window does not become active again by itself.
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        self.until(lambda: len(self.own.own) == before + 1 and self.own.is_measured)
        assert self.own._number == self.own.own.numbers[-1]

    @property
    def page(self) -> OwnPage:
        page = self.window.network_area.page
        assert isinstance(page, OwnPage)
        return page

    @property
    def title(self) -> str:
        label = self.page.findChild(QLabel, "own_page_title")
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def message(self) -> str:
        return self.window.message_bar.text

    def right_by_hand(self) -> tuple[int, float]:
        """How many are right and Σ C, of the engine's weights in float64: two ReLU layers, softmax."""
        own = self.own.own.fitting(DatasetSpec(), (16, 16), tuple("0123456789"))
        a = own.pixels.astype(np.float64)
        layers = self.engine.current.trainer.network.layers
        for i, layer in enumerate(layers):
            z = a @ layer.W.astype(np.float64) + layer.b
            a = np.maximum(z, 0) if i + 1 < len(layers) else z
        e = np.exp(a - a.max(axis=1, keepdims=True))
        y = e / e.sum(axis=1, keepdims=True)
        rows = np.arange(len(own))
        return int((y.argmax(axis=1) == own.labels).sum()), float(-np.log(y[rows, own.labels]).sum())


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_a_drawing_is_kept_watched_changed_and_brought_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, stack = desk.own, desk.window.undo_stack
    QTest.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "no drawing yet" in desk.message and not len(own.own)
    # Nobody has said what it is meant to be: it is asked, and then known.
    desk.draw()
    desk.keep(7)
    assert desk.session.digits.intended_label == 7 and "as a 7" in desk.message
    assert desk.session.sessions.files.is_modified
    desk.keep()
    assert np.array_equal(own.own.pixels[0], own.own.pixels[1]) and own.own.numbers.tolist() == [1, 2]
    QTest.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    for updates in (0, 20):
        if updates:
            desk.session.transport.set_speed(100)
            desk.session.dispatcher.issue(Train(updates))
            # Live: the numbers are those of where it stands.
            desk.until(lambda: own._losses is not None and own._losses.update == 20)
        right, total = desk.right_by_hand()
        assert f"{right} of 2 right" in desk.title
        assert own._losses is not None and own._losses.total == pytest.approx(total, rel=1e-4)
    tip = desk.window.findChild(QToolButton, "tool_own")
    assert (
        isinstance(tip, QToolButton)
        and f"{right} of 2 right" in tip.toolTip()
        and "update 20" in tip.toolTip()
    )
    # A parameter is set by hand: these are of before it, until they are measured anew.
    losses = own._losses
    assert losses is not None and "θ edited since" not in tip.toolTip()
    place = AppliedEdit(ParameterLocation(2, 3, None), 0.0, 1.0, losses.update, losses.update)
    edited = ParameterEdited(1, place, replace(desk.session.network.displayed, run=losses.run))
    own._on_edited(edited)
    assert "θ edited since" in tip.toolTip()
    own._on_losses(replace(losses, measurement=losses.measurement + 1))
    assert "θ edited since" not in tip.toolTip()
    # A click shows one in the network, by its number.
    desk.page.gallery.chosen.emit(1)
    desk.until(lambda: desk.session.network.displayed.example.origin == OWN)
    shown = desk.session.network.displayed.example
    assert (shown.index, shown.label) == (2, 7)
    assert "own 2, a 7" in desk.session.digits.title_of(desk.session.network.displayed)
    meant = desk.page.findChild(ChoiceBox, "own_meant")
    assert isinstance(meant, ChoiceBox) and meant.value == 7
    desk.page.label_wanted.emit(1)
    desk.until(lambda: desk.session.network.displayed.example.label == 1 and own.is_measured)
    right, _ = desk.right_by_hand()
    assert f"{right} of 2 right" in desk.title and meant.value == 1
    QTest.keyClick(desk.page.gallery, Qt.Key.Key_Delete)
    desk.until(lambda: own.own.numbers.tolist() == [1] and own.is_measured)
    assert desk.session.network.displayed.example.origin != OWN or desk.engine.shown.sample.chosen is None
    stack.undo()
    desk.until(lambda: own.own.numbers.tolist() == [1, 2] and own.is_measured)
    assert [own.own.names[i] for i in own.own.labels] == ["7", "1"]
    stack.undo()
    desk.until(lambda: own.own.names == ("7",))
    stack.undo()
    desk.until(lambda: own.own.numbers.tolist() == [1])
    stack.redo()
    desk.until(lambda: own.own.numbers.tolist() == [1, 2] and own.is_measured)
    # No number is given twice.
    desk.draw()
    desk.keep(None if desk.session.digits.intended_label is not None else 3)
    assert own.own.numbers.tolist() == [1, 2, 3]
    # The ledger has it as a third set; who is shown there is framed.
    desk.page.gallery.chosen.emit(2)
    desk.page.ledger_wanted.emit()

    def ledger_shows(count: int) -> bool:
        page = desk.window.network_area.page
        wall = page.wall.wall if isinstance(page, LedgerPage) else None
        return wall is not None and wall.losses.split == OWN and len(wall.losses.losses) == count

    desk.until(lambda: ledger_shows(3))
    assert not own.is_open and desk.session.ledger._row == 2
    stack.undo()
    desk.until(lambda: ledger_shows(2))
    # Points in the plane are no drawings: the set is kept, and not shown.
    desk.session.dispatcher.issue(c.ShowOwnSet())
    desk.session.dispatcher.issue(c.ChooseData(DatasetSpec("plane", name="moons", count=60)))
    desk.until(lambda: own.names == ())
    assert len(own.own) == 2 and desk.page.findChild(QLabel, "own_message").text().startswith(
        "Kept: 2, and none"
    )
    QTest.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "these examples are numbers" in desk.message
    stack.undo()
    desk.until(lambda: own.names == tuple("0123456789") and own.is_measured and own._losses is not None)
    right, _ = desk.right_by_hand()
    assert f"{right} of 2 right" in desk.title
    # The third one was taken back: its number is nobody else's all the same.
    desk.session.dispatcher.issue(ReleaseSample())
    desk.draw()
    desk.keep(None if desk.session.digits.intended_label is not None else 3)
    assert own.own.numbers.tolist() == [1, 2, 4]
    # Full: one clear sentence.
    for module in (own_set, own_presenter):
        monkeypatch.setattr(module, "MOST_EXAMPLES", 3)
    QTest.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "is full: it holds 3" in desk.message and len(own.own) == 3

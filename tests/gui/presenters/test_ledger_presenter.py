"""The ledger shows the engine's own terms, of the update that it names; who is chosen there is shown by the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.analysis.last_seen import LastSeen
from core.engine.commands import LookAt, ReleaseSample, ReturnToLive, Train
from core.engine.messages import Diverged
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.ledger.ledger_page import LedgerPage
from gui.widgets.number_text import total_text
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 60_000


class Desk:
    """The window, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int) -> None:
        self.session.transport.set_speed(100)
        made = self.engine.current.trainer.step_count + updates
        self.session.dispatcher.issue(Train(updates))
        work_until(self.window, made)
        self.until(lambda: not self.session.store.state.running and self.session.loss.updates >= updates)

    @property
    def page(self) -> LedgerPage:
        page = self.window.network_area.page
        assert isinstance(page, LedgerPage)
        return page

    def text(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    def wait_for(self, split: str, update: int) -> None:
        """Until the wall shows these terms."""

        def is_there() -> bool:
            wall = self.page.wall.wall
            return wall is not None and (wall.losses.split, wall.losses.update) == (split, update)

        self.until(is_there)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_the_terms_are_the_engines_and_the_chosen_one_is_shown_by_the_network(desk: Desk) -> None:
    desk.train(40)
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    desk.wait_for("train", 40)
    trainer = desk.engine.current.trainer
    for split, labels in (("train", trainer.dataset.y_train), ("test", trainer.dataset.y_test)):
        if split == "test":
            desk.page.split_wanted.emit("test")
            desk.wait_for("test", 40)
        expected = trainer.evaluation(split).finish()
        wall = desk.page.wall.wall
        assert wall is not None
        assert np.array_equal(wall.losses.losses, expected.losses)
        assert np.array_equal(wall.losses.wrong, expected.predictions != labels)
        assert desk.text("ledger_page_note") == "exact at update 40"
        words = f"all {len(labels):,} terms"
        desk.until(lambda words=words: words in desk.text("ledger_page_title"))
    # The worst of the test set, by its key: the network shows it.
    desk.page.wall.setFocus()
    QTest.keyClick(desk.page.wall, Qt.Key.Key_End)
    worst = int(np.argmax(expected.losses))
    network = desk.session.network
    desk.until(lambda: (network.displayed.example.origin, network.displayed.example.index) == ("test", worst))
    assert desk.text(
        "ledger_example_name"
    ) == f"test digit {worst:,}, a {trainer.dataset.y_test[worst]}".replace("a 8", "an 8")
    assert "number 1 of 10,000" in desk.text("ledger_example_rank")
    picture = desk.session.ledger._pictures.known
    assert picture is not None
    desk.until(lambda: picture.of(worst) is not None)
    assert np.array_equal(picture.of(worst).ravel(), trainer.dataset.X_test[worst] * 255)  # type: ignore[union-attr]
    QTest.keyClick(desk.page.wall, Qt.Key.Key_Escape)
    assert desk.window.network_area.page is None and network.displayed.example.index == worst  # type: ignore[union-attr]
    assert picture.nbytes == 0
    # Released, the network shows another; the one that is still framed here is shown again by Enter.
    desk.session.dispatcher.issue(ReleaseSample())
    desk.until(lambda: network.displayed.example.origin == "train")
    desk.session.dispatcher.issue(c.ShowLedger())
    desk.wait_for("test", 40)
    QTest.keyClick(desk.page.wall, Qt.Key.Key_Return)
    desk.until(lambda: (network.displayed.example.origin, network.displayed.example.index) == ("test", worst))
    assert desk.window.network_area.page is None


def test_while_training_goes_on_the_terms_follow_and_closed_it_asks_for_none(desk: Desk) -> None:
    desk.session.dispatcher.issue(c.ShowLedger())
    desk.wait_for("train", 0)
    desk.train(30)
    desk.wait_for("train", 30)
    desk.session.dispatcher.issue(c.ShowLedger())
    assert desk.window.network_area.page is None
    heard: list[Any] = []
    desk.session.engine.example_losses.connect(heard.append)
    desk.train(50)
    desk.until(lambda: desk.session.loss.updates >= 50)
    assert heard == []
    # The map is of all measurements, whether anybody looked or not.
    desk.session.dispatcher.issue(c.ShowLedger())
    desk.wait_for("train", desk.engine.current.trainer.step_count)
    desk.page.view_wanted.emit("map")
    desk.until(lambda: desk.page.map.picture.marks is not None)
    marks, kept = desk.page.map.picture.marks, desk.engine.examples.confidences._of[desk.engine.number]
    assert marks is not None and np.array_equal(marks.places.means, kept.means_and_deviations()[0])
    assert "updates 30 to 80" in desk.text("ledger_map_corners")
    QTest.keyClick(desk.page.map.picture, Qt.Key.Key_Right)
    row = desk.session.ledger._row
    desk.until(lambda: desk.session.network.displayed.example.index == row)  # type: ignore[union-attr]
    desk.until(lambda: "updates 0 to 80" in desk.text("ledger_confidence_words"))
    desk.page.view_wanted.emit("terms")
    # Another run has terms of its own.
    desk.session.dispatcher.issue(c.DrawNewWeights())
    desk.wait_for("train", 0)
    wall = desk.page.wall.wall
    assert wall is not None and wall.losses.run == desk.engine.number


def test_pointing_at_a_dot_tells_of_its_example(desk: Desk) -> None:
    desk.session.dispatcher.issue(c.ShowLedger())
    desk.wait_for("train", 0)
    view = desk.page.wall
    assert view.wall is not None
    x, y = view.places.place_of(*(view.wall.place_of(4321) or (0, 0)))
    QTest.mouseMove(view, QPoint(round(x), round(y)))
    desk.until(lambda: "4,321" in desk.text("ledger_example_name"))
    loss = desk.engine.current.trainer.example_losses("train")[4321]
    assert f"C = −ln y = {loss:.2f}" in desk.text("ledger_example_loss")
    # Where none are measured any more, it is said why.
    ledger, shown = desk.session.ledger, desk.session.network.displayed
    terms = ledger._terms.losses
    assert shown is not None and terms is not None
    desk.session.engine.diverged.emit(Diverged(shown.run, shown.update + 1, "loss"))
    assert "diverged" not in desk.text("ledger_says")
    for view in ("terms", "classes"):
        ledger._view, ledger._terms.losses = view, replace(terms, update=terms.update - 1)
        ledger._show()
        assert desk.text("ledger_says").startswith("Training diverged at update")
    ledger._terms.losses = None
    ledger._show()
    assert "before any C was computed" in desk.text("ledger_message")
    # Without an engine nothing is under way.
    ledger._divergence._diverged = None
    desk.session.store.update(is_lost=True)
    assert desk.text("ledger_message") == "There is no training, so no C can be computed."
    desk.session.store.update(is_lost=False)
    assert desk.text("ledger_message") == "Every C is being computed…"


def test_what_stands_beside_the_page_goes_with_it_and_its_words_are_of_what_is_shown(desk: Desk) -> None:
    issue = desk.session.dispatcher.issue
    desk.train(3)
    issue(c.ShowLedger())
    desk.wait_for("train", 3)
    # Another set, and back: the chosen example is framed again.
    desk.page.wall.chosen.emit(77)
    desk.until(lambda: desk.session.network.displayed.example.index == 77)
    for split in ("test", "train"):
        desk.page.split_wanted.emit(split)
        desk.wait_for(split, 3)
    assert desk.session.ledger._row == 77
    # Into the past, and back.
    issue(LookAt(1))
    desk.wait_for("train", 1)
    issue(ReturnToLive())
    desk.wait_for("train", 3)
    issue(c.ShowUnrolling())
    tabs = desk.window.tabs
    assert "Example" not in [tabs.tabText(i) for i in range(tabs.count())]


def test_as_last_seen_it_is_what_the_batches_said_and_says_so(desk: Desk) -> None:
    desk.train(30)
    desk.session.dispatcher.issue(c.ShowLedger())
    desk.wait_for("train", 30)
    QTest.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    wall, record = desk.page.wall, desk.engine.current.life
    assert record is not None
    desk.until(lambda: isinstance(wall.wall.losses, LastSeen) and wall.wall.losses.seen_count == 30 * 32)  # type: ignore[union-attr]
    assert wall.wall is not None
    np.testing.assert_array_equal(wall.wall.losses.losses, record.losses.astype(np.float64))
    total = float(record.losses[record.updates > 0].astype(np.float64).sum())
    assert desk.text("ledger_page_title") == f"Σ C = {total_text(total)}, not L"
    assert desk.text("ledger_page_note") == "as last seen, updates 1 to 30"
    assert "59,040 in no batch" in desk.text("ledger_says")
    # It follows the training; language and theme leave it as it is.
    desk.train(20)
    desk.until(lambda: "updates 1 to 50" in desk.text("ledger_page_note"))
    for name, value in (("language", "zh_CN"), ("theme", "light"), ("language", "en")):
        desk.session.dispatcher.issue(c.Choose(name, value))
    assert isinstance(wall.wall.losses, LastSeen) and "not L" in desk.text("ledger_page_title")
    # What is pointed at is of its own update.
    row = int(np.flatnonzero(record.updates == 17)[0])
    desk.page.wall.pointed.emit(row)
    assert "at update 17 (before that update)" in desk.text("ledger_example_loss")
    # Looking back, only who was in no batch since is known.
    desk.session.dispatcher.issue(LookAt(17))
    desk.until(lambda: "updates 1 to 17" in desk.text("ledger_page_note"))
    assert wall.wall.losses.seen_count == 17 * 32 and wall.wall.losses.later == 33 * 32
    desk.session.dispatcher.issue(ReturnToLive())
    desk.until(lambda: "updates 1 to 50" in desk.text("ledger_page_note"))
    # The other views and sets are exact.
    for view in ("classes", "terms"):
        desk.page.view_wanted.emit(view)
        assert ("exact at update 50" in desk.text("ledger_page_note")) == (view == "classes")
    desk.page.split_wanted.emit("test")
    desk.wait_for("test", 50)
    assert "exact" in desk.text("ledger_page_note")
    desk.page.split_wanted.emit("train")
    desk.until(lambda: "as last seen" in desk.text("ledger_page_note"))
    # Other weights: nothing of them has been in a batch.
    desk.session.dispatcher.issue(c.DrawNewWeights())
    desk.until(lambda: "60,000 in no batch yet" in desk.text("ledger_says"))

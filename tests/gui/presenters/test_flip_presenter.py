"""What each pixel decides, in the window: it shows what plain passes of the network say, of the update named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.engine.commands import LookAt, Pause, ReturnToLive, ShowDrawing, ShowExample, Train
from core.engine.flip_messages import FewestFlips, FlipsProgress
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.flips.flip_page import FlipPage
from gui.presenters import flip_presenter
from gui.presenters.flip_presenter import FlipPresenter
from tests.gui import local_engine as local
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 60_000


class Desk:
    """The window on a few digits, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine, self.issue = engine_of(window), window.composition.dispatcher.issue

    @property
    def presenter(self) -> FlipPresenter:
        return self.session.flips

    @property
    def page(self) -> FlipPage:
        page = self.window.network_area.page
        assert isinstance(page, FlipPage)
        return page

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def text(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.toolTip() or label.text()

    def train(self, updates: int) -> None:
        self.session.transport.set_speed(100)
        made = self.engine.current.trainer.step_count + updates
        self.issue(Train(updates))
        work_until(self.window, made)
        self.until(lambda: not self.session.store.state.running and self.session.loss.updates >= updates)

    def wait_for_now(self) -> None:
        """Until the page shows what is shown, with its fewest flips."""

        def is_there() -> bool:
            marks, run = self.page.maps.marks, self.engine.shown
            return (
                marks is not None
                and marks.flips.example.is_same_sample(run.sample.current)
                and marks.flips.example.label == run.sample.current.label
                and marks.flips.update == run.trainer.step_count
                and self.presenter._chain is not None
                and self.session.engine.has_answered
            )

        self.until(is_there)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    data = choose_digits(local.load_once(DatasetSpec()), 300)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def plain_losses(desk: Desk, x: np.ndarray, label: int) -> np.ndarray:
    """(257,): C of the picture and of each flip, from the default network's own weights in float64."""
    X = np.repeat(x[None].astype(np.float64), 257, axis=0)
    X[np.arange(1, 257), np.arange(256)] = 1 - x
    layers = desk.engine.shown.trainer.network.layers
    for number, layer in enumerate(layers):
        X = X @ layer.W.astype(np.float64) + layer.b.astype(np.float64)
        if number < len(layers) - 1:
            X = np.maximum(X, 0)
    top = X.max(axis=1)
    return np.asarray(np.log(np.exp(X - top[:, None]).sum(axis=1)) + top - X[:, label])


def test_the_page_follows_examples_updates_the_past_and_drawings(desk: Desk) -> None:
    desk.train(30)
    desk.issue(ShowExample("test", 3))
    desk.window.network_view.setFocus()
    QTest.keyClick(desk.window.network_view, Qt.Key.Key_V)
    desk.wait_for_now()
    assert {desk.page.maps, desk.page.chain} <= set(desk.session.figures._plots)
    data = desk.engine.current.trainer.dataset
    assert desk.page.maps.marks is not None
    flips = desk.page.maps.marks.flips
    expected = plain_losses(desk, data.X_test[3], int(data.y_test[3]))
    np.testing.assert_allclose(flips.losses, expected[1:], rtol=1e-4, atol=1e-6)
    assert "after update 30" in desk.text("flip_page_note") and "test digit 3" in desk.text("flip_page_note")
    # What is told of a pixel is what was computed of it.
    QTest.keyClick(desk.page.maps, Qt.Key.Key_Home)
    pixel = desk.presenter.pixel
    assert pixel == int(np.argmax(flips.losses))
    assert f"row {pixel // 16 + 1}, column {pixel % 16 + 1}" in desk.text("flip_pixel_place")
    # Another example, the past, and back.
    desk.issue(ShowExample("test", 4))
    desk.wait_for_now()
    desk.issue(LookAt(10))
    desk.until(lambda: desk.engine.shown.trainer.step_count == 10)
    desk.wait_for_now()
    assert "after update 10" in desk.text("flip_page_note")
    np.testing.assert_allclose(
        desk.page.maps.marks.flips.losses,
        plain_losses(desk, data.X_test[4], int(data.y_test[4]))[1:],
        rtol=1e-4,
        atol=1e-6,
    )
    desk.issue(ReturnToLive())
    desk.until(lambda: not desk.engine.time.is_looking_back)
    desk.wait_for_now()
    # A drawing without its class has no C, but answers.
    desk.issue(ShowDrawing(data.X_test[4].astype(np.float32), None))
    desk.wait_for_now()
    assert not desk.page.maps.marks.has_loss and "No C" in desk.text("flip_counts")
    # It can be flipped: a drawing, with the flipped pixel, meant to be what the example is.
    desk.issue(ShowExample("test", 3))
    desk.wait_for_now()
    QTest.keyClick(desk.page.maps, Qt.Key.Key_Return)
    desk.until(lambda: desk.engine.current.sample.current.origin == "drawing")
    drawn = desk.engine.current.sample.current
    assert np.flatnonzero(drawn.x != data.X_test[3]).tolist() == [pixel] and drawn.label == int(
        data.y_test[3]
    )
    desk.wait_for_now()
    chain = desk.presenter._chain
    assert chain is not None
    if len(chain.pixels):
        desk.page.side.chain_wanted.emit()
        desk.until(lambda: desk.engine.current.sample.current is not drawn)
        again = desk.engine.current.sample.current
        assert set(np.flatnonzero(again.x != drawn.x)) == set(chain.pixels.tolist())
        desk.wait_for_now()
        assert desk.page.maps.marks.flips.answer == chain.answers[-1]
    assert desk.window.undo_stack.canUndo() and "Flip pixels" in desk.window.undo_stack.undoText()
    # The same key closes it, and nothing is computed any more.
    QTest.keyClick(desk.page.maps, Qt.Key.Key_V)
    assert not desk.presenter.is_open
    desk.until(lambda: not desk.engine.flips._watched)


def test_while_the_training_runs_it_is_live_and_what_is_late_is_not_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.issue(c.ShowFlips())
    desk.wait_for_now()
    marks = desk.page.maps.marks
    assert marks is not None and desk.presenter._chain is not None
    chain = desk.presenter._chain
    # Of a moment that has gone.
    desk.presenter._on_fewest(FewestFlips(marks.flips.number + 5, chain))
    desk.presenter._on_progress(FlipsProgress(marks.flips.number - 1, 1, 2))
    assert desk.presenter._chain is chain and desk.presenter._progress is None
    desk.presenter._chain = None
    desk.presenter._on_progress(FlipsProgress(marks.flips.number, 1000, 32640))
    assert "1,000 of 32,640" in desk.text("flip_fewest")
    desk.session.transport.set_speed(100)
    desk.issue(Train())
    seen: set[int] = set()

    def has_moved() -> bool:
        now = desk.page.maps.marks
        seen.add(-1 if now is None else now.flips.update)
        return len(seen) > 4

    desk.until(has_moved)
    desk.issue(Pause())
    desk.until(lambda: not desk.session.store.state.running)
    desk.wait_for_now()
    # Another run is entered and left at once: the engine is at a moment of which it has told.
    before = desk.presenter._info
    assert before is not None
    desk.presenter._on_run(replace(before, run=9))
    assert desk.page.maps.isHidden() or desk.presenter._marks is None
    desk.presenter._on_run(before)
    desk.wait_for_now()
    # Where nothing can be flipped one sentence says why.
    info = desk.presenter._info
    assert info is not None
    heard: list[str] = []
    monkeypatch.setattr(flip_presenter, "announce", lambda _page, sentence: heard.append(sentence))
    for number, lacks, words in (
        (7, {"picture": None}, "no picture"),
        (8, {"class_names": ()}, "no classes"),
    ):
        desk.presenter._on_run(replace(info, run=number, data=replace(info.data, **lacks)))  # type: ignore[arg-type]
        assert words in desk.text("flip_message") and not desk.page.maps.isVisible()
        assert words in desk.page.accessibleDescription() and words in heard[-1]
        desk.presenter._show()
    assert len(heard) == 2, "each is heard once"
    # Another page takes its place: the engine is told.
    desk.issue(c.ShowLedger())
    desk.until(lambda: not desk.engine.flips._watched)
    assert not desk.presenter.is_open

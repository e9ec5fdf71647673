"""Who taught it this, in the window: what is shown is what the engine's network makes of a few digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.influence import Influence, TracedState
from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as e
from core.engine.example_messages import ExamplesSeen
from core.engine.influence_messages import InfluenceMeasured
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.influence.influence_page import InfluencePage
from gui.influence.influence_words import heard_words
from gui.presenters import influence_presenter
from gui.widgets.fitting_label import FittingLabel
from tests.gui import local_engine as local
from tests.gui.local_engine import engine_of, local_engine, work_until

# Where nothing hangs on how many there are.
pytestmark = pytest.mark.usefixtures("fewer_digits")

WAIT_MS = 60_000


class Desk:
    """The window with a few digits, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine, self.issue = engine_of(window), window.composition.dispatcher.issue
        self.presenter = window.composition.influence

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int) -> None:
        made = self.engine.current.trainer.step_count + updates
        self.issue(e.Train(updates))
        work_until(self.window, made)
        self.until(lambda: self.session.network.displayed.update == made)

    @property
    def page(self) -> InfluencePage:
        page = self.window.network_area.page
        assert isinstance(page, InfluencePage)
        return page

    def measured(self, *before: InfluenceMeasured) -> InfluenceMeasured:
        """What came, once it is another than `before`."""
        self.until(lambda: self.presenter._measured is not None and self.presenter._measured not in before)
        assert self.presenter._measured is not None
        return self.presenter._measured

    def text(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        if isinstance(label, FittingLabel):
            return label.whole
        assert isinstance(label, QLabel)
        return label.text()

    def click(self, name: str) -> None:
        button = self.window.findChild(QPushButton, name)
        assert button is not None and button.isEnabled()
        button.click()


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    data = choose_digits(local.load_once(DatasetSpec()), 300)
    monkeypatch.setattr(local, "load_once", lambda choice: data)
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(influence_presenter, "announce", lambda _, words: said.append(words))
    return said


def test_who_taught_it_this(desk: Desk, heard: list[str]) -> None:
    desk.train(100)
    desk.issue(e.ShowExample("test", 5))
    QTest.keyClick(desk.window, Qt.Key.Key_A)
    assert heard == []
    found, trainer = desk.measured(), desk.engine.current.trainer
    assert heard == [heard_words(found, tuple("0123456789"))]
    data = trainer.dataset
    x = data.X_test[5].astype(np.float32)
    answer = int(np.argmax(trainer.trace(x).a[-1]))
    now = TracedState(100, 0.001, trainer.network.parameters.copy())
    work = Influence(trainer.network.topology, (now,), x, answer, data.X_train, data.y_train, "cross_entropy")
    while not work.advance():
        pass
    desk.session.influence._side.networks_wanted.emit(False)  # type: ignore[union-attr]
    found = desk.measured(found)
    assert desk.text("influence_page_note") == "first order, at update 100 alone (η 0.001)"
    order = np.argsort(-work.values, kind="stable")[: found.towards.count]
    gallery = desk.page.galleries["towards"]
    assert np.array_equal(gallery.rows, order) and gallery._labels[int(order[0])] == str(
        data.y_train[order[0]]
    )
    assert f"{(work.values > 0).sum()} of 300  ·  together +" in desk.text("influence_towards_counts")
    assert f"{(work.values < 0).sum()} of 300  ·  together −" in desk.text("influence_away_counts")
    assert desk.text("influence_away_title") == f"Pulled away from {answer}"
    assert desk.text("influence_answer") == f"says {answer}"
    pictures = desk.presenter._pictures
    assert pictures is not None
    desk.until(lambda: pictures.of(int(order[0])) is not None)
    assert np.array_equal(pictures.of(int(order[0])).ravel(), data.X_train[order[0]] * 255)  # type: ignore[union-attr]
    # A click makes it the shown example; what is measured stays, and is marked.
    assert desk.text("influence_stale") == ""
    gallery.chosen.emit(int(order[0]))
    desk.until(
        lambda: desk.text("influence_stale") == "Measured at update 100: another example is shown now."
    )
    assert desk.engine.current.sample.current.index == order[0]
    desk.issue(e.Train(3))
    desk.until(lambda: "the network on screen is another one, and so" in desk.text("influence_stale"))
    desk.until(lambda: desk.engine.current.trainer.step_count == 103)
    desk.click("influence_measure")
    again = desk.measured(found)
    assert (again.update, again.example.origin, again.example.index) == (103, "train", order[0])
    assert desk.text("influence_stale") == ""
    # Towards what is right, which is what its label says.
    desk.presenter._side.towards_wanted.emit("label")  # type: ignore[union-attr]
    assert desk.measured(again).target == data.y_train[order[0]]
    # Another run: nothing of the old one stays.
    old = desk.measured(again)
    desk.issue(c.DrawNewWeights())
    new = desk.measured(old)
    assert new.run != old.run and new.update == 0
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert desk.window.network_area.page is None
    desk.until(lambda: desk.engine.influence._measured is None)
    # Those that another page asks for are not taken here.
    assert pictures.nbytes == 0
    desk.session.engine.examples_seen.emit(
        ExamplesSeen(new.run, "train", np.arange(3), np.ones((3, 256), np.uint8), np.ones((3, 0), np.float32))
    )
    assert pictures.nbytes == 0


def test_it_is_proved_and_a_proof_can_be_stopped(desk: Desk) -> None:
    desk.train(20)
    desk.issue(c.ShowLedger())
    side = desk.session.ledger._parts.side  # type: ignore[union-attr]
    assert side is not None
    desk.until(lambda: desk.session.ledger._terms.losses is not None)
    desk.session.ledger._choose(9)
    side.influence_wanted.emit()
    found = desk.measured()
    assert (found.example.origin, found.example.index) == ("train", 9)
    desk.until(lambda: found.towards.count > 50)
    desk.click("influence_prove")
    desk.until(lambda: desk.presenter._proof is not None and not desk.presenter._is_proving)
    proof = desk.presenter._proof
    assert proof is not None and (proof.left_out, proof.updates) == (50, 20)
    assert np.isfinite(proof.losses).all()
    assert desk.presenter._side is not None
    desk.presenter._proof = replace(proof, updates=7)
    desk.presenter._show_proof()
    figure = desk.presenter._side.plot.figure()
    assert figure is not None and (figure.run, figure.update) == (found.run, 20)
    desk.presenter._proof = proof
    desk.presenter._show_proof()
    least, most = proof.losses.min(axis=1), proof.losses.max(axis=1)
    overlap = least[1] <= most[0] and least[0] <= most[1]
    assert ("No effect can be told" in desk.text("influence_verdict")) == overlap
    assert desk.text("influence_trained") == "12 of 12 networks trained, 20 updates each"
    desk.click("influence_prove")
    desk.click("influence_cancel")
    assert not desk.presenter._is_proving
    desk.until(lambda: desk.engine.influence._proof is None)
    # Whatever is late of it is not taken for news.
    desk.presenter._on_proof(replace(proof, done=1))
    assert not desk.presenter._is_proving
    desk.issue(c.ShowInfluence())
    assert desk.window.network_area.page is None
    desk.issue(c.ShowInfluence())
    desk.measured(found)
    desk.presenter._on_other_engine()
    assert "measure again" in desk.text("influence_message") and not desk.presenter._is_asking


def test_what_is_set_by_hand_and_set_back_is_the_network_that_was_measured(desk: Desk) -> None:
    desk.train(11)
    desk.issue(c.ShowInfluence())
    assert desk.measured().update == 11

    def stale(*commands: object) -> str:
        edits = desk.engine.current.trainer.edit_count + len(commands)
        for command in commands:
            desk.issue(command)
        desk.until(lambda: (now := desk.presenter._snapshot) is not None and now.edit_count == edits)
        return desk.text("influence_stale")

    other, place = "Measured at update 11: the network on screen is another one.", ParameterLocation(2, 3)
    assert stale(e.EditParameter(0, 1, place, -40.0, 0)) == other
    assert stale(e.SwitchEdit(0, 1, False)) == ""
    assert stale(e.SwitchEdit(0, 1, True)) == other
    # Back by a second edit, to the very number.
    assert stale(e.EditParameter(0, 2, place, 0.0, 0)) == other
    assert stale(e.SwitchEdit(0, 2, False), e.SwitchEdit(0, 1, False)) == ""
    # The other way round: measured with the edit, it is another one without.
    stale(e.SwitchEdit(0, 1, True))
    found = desk.presenter._measured
    assert found is not None
    desk.click("influence_measure")
    desk.measured(found)
    assert desk.text("influence_stale") == ""
    assert stale(e.SwitchEdit(0, 1, False)) == other
    assert stale(e.SwitchEdit(0, 1, True)) == ""


def test_sorted_neurons_are_the_same_network(desk: Desk) -> None:
    desk.train(11)
    desk.issue(c.ShowInfluence())
    desk.measured()
    for permutations, command in enumerate((e.SortNeurons(0, 1), e.SwitchSorting(0, 1, False)), 1):
        desk.issue(command)
        desk.until(lambda count=permutations: desk.presenter._snapshot.permutation_count == count)
        assert desk.text("influence_stale") == ""
    edit = e.EditParameter(0, 2, ParameterLocation(2, 3), -40.0, 2)
    desk.issue(edit)
    desk.until(lambda: "is another one" in desk.text("influence_stale"))
    # Set and set back, and sorted only then; and sorted back.
    desk.issue(e.SwitchEdit(0, 2, False))
    desk.until(lambda: desk.text("influence_stale") == "")
    for permutations, command in enumerate((e.SwitchSorting(0, 1, True), e.SwitchSorting(0, 1, False)), 3):
        desk.issue(command)
        desk.until(lambda count=permutations: desk.presenter._snapshot.permutation_count == count)
        assert desk.text("influence_stale") == ""
    # Set in the one order, it is another one in each.
    desk.issue(e.SwitchEdit(0, 2, True))
    desk.until(lambda: "is another one" in desk.text("influence_stale"))
    desk.issue(e.SwitchSorting(0, 1, True))
    desk.until(lambda: desk.presenter._snapshot.permutation_count == 5)
    assert "is another one" in desk.text("influence_stale")


def test_in_a_walkthrough_the_weights_behind_its_update_are_those_that_were_measured(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.train(11)
    desk.issue(c.ShowInfluence())
    assert desk.measured().update == 11
    displayed = desk.session.network.displayed
    assert displayed is not None
    # The signal of the update whose weights are there already.
    desk.presenter._take(replace(displayed, update=10))
    assert "the network on screen is another one" in desk.text("influence_stale")
    monkeypatch.setattr(type(desk.session.network), "is_in_walkthrough", True)
    desk.presenter._take(replace(displayed, update=10))
    assert desk.text("influence_stale") == ""
    desk.presenter._take(replace(displayed, update=9))
    assert "the network on screen is another one" in desk.text("influence_stale")

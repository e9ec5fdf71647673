from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from core.data_choice import DataChoice
from core.structure import Structure
from core.trainer import TrainingConfig
from gui.history_picture import HistoryPicture
from gui.inspector import Inspector
from gui.network.facts import neuron_facts
from gui.presenters.history_presenter import HistoryPresenter
from gui.run import Run
from gui.snapshots import data_info


class Desk:
    def __init__(self, qtbot) -> None:
        choice = DataChoice("plane", "xor", count=60)
        dataset = choice.load()
        self.run = Run.begin(
            Structure((5,), "tanh"), TrainingConfig(batch_size=8), dataset, data_info(choice, dataset)
        )
        self.inspector = Inspector()
        qtbot.addWidget(self.inspector)
        self.inspector.resize(240, 900)
        self.inspector.show()
        self.details = self.inspector.details
        self.presenter = HistoryPresenter(self.details, self.inspector)
        self.snapshots = []

    def train(self, updates: int) -> None:
        for _ in range(updates):
            self.run.trainer.step()
            snapshot = self.run.snapshot(0)
            self.snapshots.append(snapshot)
            self.presenter.show_snapshot(snapshot)
            self.presenter.show_scene(snapshot)

    def look_at(self, layer: int, index: int) -> None:
        facts = neuron_facts(self.snapshots[-1], layer, index)
        self.inspector.show_neuron(facts)
        self.details._facts = facts
        if not self.details.is_open:
            self.details.more_button.click()

    def picture(self, name: str) -> HistoryPicture:
        return self.details.findChild(HistoryPicture, name)


@pytest.fixture
def desk(qtbot) -> Desk:
    return Desk(qtbot)


def test_it_shows_what_the_example_made_of_the_neuron_at_each_kept_update(desk, qtbot) -> None:
    desk.train(9)
    desk.look_at(0, 2)
    qtbot.waitUntil(lambda: len(desk.picture("history_a")._values) == 9)
    x, label = desk.snapshots[-1].trace.x, desk.snapshots[-1].example.label
    for value, delta, snapshot in zip(
        desk.picture("history_a")._values, desk.picture("history_delta")._values, desk.snapshots, strict=True
    ):
        z = x @ snapshot.weights[0] + snapshot.biases[0]
        a = np.tanh(z)
        out = a @ snapshot.weights[1] + snapshot.biases[1]
        y = np.exp(out - out.max()) / np.exp(out - out.max()).sum()
        back = (y - np.eye(2)[label]) @ snapshot.weights[1].T * (1 - a**2)
        assert value == pytest.approx(a[2], rel=1e-4) and delta == pytest.approx(back[2], rel=1e-3, abs=1e-6)
    assert desk.picture("history_a")._updates == tuple(range(1, 10))
    assert "9" in desk.details.findChild(QLabel, "history_words").text()


def test_nothing_is_computed_while_the_details_are_closed(desk) -> None:
    desk.train(5)
    assert not desk.presenter._timer.isActive() and desk.presenter._traces == {}


def test_when_all_is_known_it_rests(desk, qtbot) -> None:
    desk.train(4)
    desk.look_at(0, 1)
    qtbot.waitUntil(lambda: not desk.presenter._timer.isActive())
    assert len(desk.presenter._traces) == 4


def test_another_run_has_another_past(desk, qtbot) -> None:
    desk.train(4)
    desk.presenter.show_snapshot(desk.run.snapshot(1))
    assert len(desk.presenter._history) == 1

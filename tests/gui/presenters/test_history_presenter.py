from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from core.analysis.sum_terms import terms_of_z
from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.nn.architecture import Architecture
from core.training.trainer import TrainingConfig
from gui.inspector.history_plot import HistoryPlot
from gui.inspector.inspector_panel import Inspector
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.presenters.history_presenter import HistoryPresenter
from tests.core.small_snapshots import changed, with_weights


class Desk:
    def __init__(self, qtbot) -> None:
        choice = DatasetSpec("plane", "xor", count=60)
        dataset = choice.load()
        self.run = Run(
            0, Origin(Architecture.dense((5,), "tanh"), TrainingConfig(batch_size=8), choice), dataset
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
            snapshot = self.run.snapshot()
            self.snapshots.append(snapshot)
            self.presenter.show_snapshot(snapshot)
            self.presenter.show_displayed_snapshot(snapshot)

    def look_at(self, layer: int, index: int) -> None:
        values = neuron_values(self.snapshots[-1], layer, index)
        self.inspector.show_neuron(values)
        self.details._values = values
        if not self.details.is_open:
            self.details.more_button.click()

    def choose_edge(self, gap: int, source: int, target: int) -> None:
        self.details.show_edge(edge_values(self.snapshots[-1], gap, source, target), None)
        self.presenter.refresh_history()

    def picture(self, name: str) -> HistoryPlot:
        return self.details.findChild(HistoryPlot, name)


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
    desk.presenter.show_snapshot(replace(desk.run.snapshot(), run=1))
    assert len(desk.presenter._history) == 1


def test_an_edit_and_its_undo_leave_the_past_as_it_was(desk, qtbot) -> None:
    desk.train(6)
    desk.look_at(0, 2)
    qtbot.waitUntil(lambda: len(desk.picture("history_a")._values) == 6)
    past, last = desk.picture("history_a")._values, desk.snapshots[-1]
    edited = replace(with_weights(last, [5 * W for W in last.weights]), edit_count=1)
    desk.presenter.show_snapshot(edited)
    qtbot.waitUntil(lambda: desk.picture("history_a")._values[-1] != past[-1])
    assert desk.picture("history_a")._values[:-1] == past[:-1]
    x = last.trace.x.astype(np.float64)
    a = np.tanh(x @ edited.weights[0] + edited.biases[0])[2]
    assert desk.picture("history_a")._values[-1] == pytest.approx(a, rel=1e-4)
    desk.presenter.show_snapshot(replace(last, edit_count=2))
    qtbot.waitUntil(lambda: desk.picture("history_a")._values == past)
    assert "6" in desk.details.findChild(QLabel, "history_words").text()


def test_neurons_in_another_order_have_another_past(desk, qtbot) -> None:
    desk.train(4)
    desk.presenter.show_snapshot(replace(desk.run.snapshot(), edit_count=1, permutation_count=1))
    assert len(desk.presenter._history) == 1


def forward_and_back(snapshot) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """a and δ of the hidden layer and the input, written out for tanh, softmax and cross-entropy."""
    x, label = snapshot.trace.x.astype(np.float64), snapshot.example.label
    a = np.tanh(x @ snapshot.weights[0] + snapshot.biases[0])
    out = a @ snapshot.weights[1] + snapshot.biases[1]
    y = np.exp(out - out.max()) / np.exp(out - out.max()).sum()
    return a, (y - np.eye(2)[label]) @ snapshot.weights[1].T * (1 - a**2), x


def test_the_past_of_a_connection_is_its_weight_and_this_examples_gradient(desk, qtbot) -> None:
    desk.train(6)
    desk.look_at(0, 2)
    desk.choose_edge(0, 1, 2)
    qtbot.waitUntil(lambda: len(desk.picture("history_gradient")._values) == 6)
    assert desk.picture("history_w")._values == tuple(float(s.weights[0][1, 2]) for s in desk.snapshots)
    x, label = desk.snapshots[-1].trace.x, desk.snapshots[-1].example
    for value, snapshot in zip(desk.picture("history_gradient")._values, desk.snapshots, strict=True):
        of_last = replace(snapshot, example=label, trace=changed(snapshot.trace, x=x))
        _, delta, inputs = forward_and_back(of_last)
        assert value == pytest.approx(inputs[1] * delta[2], rel=1e-3, abs=1e-6)


def test_another_neuron_is_never_shown_with_the_past_of_the_last_one(desk, qtbot) -> None:
    desk.train(4)
    desk.look_at(0, 1)
    desk.choose_edge(0, 0, 1)
    qtbot.waitUntil(lambda: not desk.presenter._timer.isActive())
    last = desk.snapshots[-1]
    terms = terms_of_z(last.trace, last.parameters, 0, 3)
    desk.details.show_terms(neuron_values(last, 0, 3), terms, ["x"] * len(terms.index), None)
    desk.details.show_edge(None, None)
    for name in ("history_a", "history_delta", "history_w", "history_gradient"):
        assert desk.picture(name)._values == ()
    desk.presenter.refresh_history()
    # All is known of the example by now: at once, and of this neuron.
    assert len(desk.picture("history_a")._values) == 4
    a, _, _ = forward_and_back(last)
    assert desk.picture("history_a")._values[-1] == pytest.approx(a[3], rel=1e-4)


def test_after_a_rewind_the_same_update_is_computed_anew(desk, qtbot) -> None:
    desk.train(4)
    desk.look_at(0, 2)
    qtbot.waitUntil(lambda: not desk.presenter._timer.isActive())
    desk.details.more_button.click()
    # Trained again from the second update on, with weights that another rate has made.
    others = [with_weights(s, [-W for W in s.weights]) for s in desk.snapshots[1:]]
    for snapshot in others:
        desk.presenter.show_snapshot(snapshot)
        desk.presenter.show_displayed_snapshot(replace(snapshot, example=desk.snapshots[-1].example))
    desk.details.more_button.click()
    qtbot.waitUntil(lambda: len(desk.picture("history_a")._values) == 3)
    x = desk.snapshots[-1].trace.x
    for value, snapshot in zip(desk.picture("history_a")._values, others, strict=True):
        a = np.tanh(x @ snapshot.weights[0] + snapshot.biases[0])
        assert value == pytest.approx(a[2], rel=1e-4)


def test_a_drawing_that_is_meant_to_be_something_else_has_another_delta(desk, qtbot) -> None:
    desk.train(3)
    last = desk.snapshots[-1]
    drawing = replace(last.example, origin="drawing", index=None, label=0)
    desk.presenter.show_displayed_snapshot(replace(last, example=drawing))
    desk.look_at(0, 2)
    qtbot.waitUntil(lambda: len(desk.picture("history_delta")._values) == 3)
    of_zero = np.array(desk.picture("history_delta")._values)
    desk.presenter.show_displayed_snapshot(replace(last, example=replace(drawing, label=1)))
    qtbot.waitUntil(lambda: len(desk.picture("history_delta")._values) == 3)
    # Two classes: y − ŷ of the one is the other's with a minus, moved by the targets; both are never equal.
    _, wanted, _ = forward_and_back(replace(last, example=replace(drawing, label=1)))
    assert desk.picture("history_delta")._values[-1] == pytest.approx(wanted[2], rel=1e-3)
    assert not np.any(np.isclose(of_zero, desk.picture("history_delta")._values, rtol=1e-3))

"""Where a neuron's numbers come from: every term on screen is one of the engine's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core.analysis.loss_slice import check_parameter, loss_slice
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.journal import Origin
from core.engine.messages import RunInfo
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.inspector.activation_graph import ActivationGraph, curve_of
from gui.inspector.inspector_panel import Inspector
from gui.inspector.loss_slice_plot import LossSlicePlot
from gui.inspector.neuron_details import NeuronDetails
from gui.presenters import inspect_presenter
from gui.presenters.inspect_presenter import InspectPresenter
from gui.theme.tokens import make_theme
from gui.widgets.number_text import precise, signed
from tests.core.small_snapshots import with_trace

CHOICE = DatasetSpec(count=200, seed=3)
RATE = 0.125


class View(QObject):
    """Stands for the network view."""

    neuron_hovered = Signal(int, int)
    edge_hovered = Signal(int, int, int)
    weight_hovered = Signal(object)
    hover_ended = Signal()
    pins_changed = Signal(object)

    def pin(self, what: object, beside: bool = False) -> None:
        """Let it go."""


class Desk:
    """A real inspector and its presenter, and a network that has learned a little."""

    def __init__(self, qtbot: QtBot, architecture: Architecture) -> None:
        config = TrainingConfig(optimizer="sgd", learning_rate=RATE, batch_size=20)
        self.run = Run(0, Origin(architecture, config, CHOICE), CHOICE.load())
        for _ in range(5):
            self.run.trainer.step()
        self.view, self.inspector = View(), Inspector()
        qtbot.addWidget(self.inspector)
        self.inspector.set_theme(make_theme("light"))
        self.inspector.resize(240, 1100)
        self.inspector.show()
        self.presenter = InspectPresenter(self.view, self.inspector, Mock())  # type: ignore[arg-type]
        info: RunInfo = self.run.info()
        self.presenter.show_run(info)
        self.snapshot: Snapshot = self.run.snapshot()
        self.presenter.show_displayed_snapshot(self.snapshot)
        self.inspector.details.more_button.click()

    def find(self, kind: type[Any], name: str) -> Any:
        found = self.inspector.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def rows(self) -> list[list[str]]:
        tree = self.find(QTreeWidget, "z_terms")
        items = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
        return [[item.text(column) for column in range(3)] for item in items if not item.isHidden()]

    def choose(self, place: int) -> None:
        tree = self.find(QTreeWidget, "z_terms")
        tree.setCurrentItem(tree.topLevelItem(place))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, Architecture.dense((12, 12), "tanh", 3, skip=True))


def test_the_largest_terms_are_listed_with_their_names(desk: Desk) -> None:
    desk.view.pins_changed.emit(((0, 4),))
    trace, W = desk.snapshot.trace, desk.snapshot.weights[0]
    terms = trace.x * W[:, 4]
    order = np.argsort(-np.abs(terms.astype(float)), kind="stable")[:10]
    rows = desk.rows()
    assert [row[0] for row in rows] == [f"pixel {i + 1}" for i in order]
    assert [row[2] for row in rows] == [signed(float(terms[i])) for i in order]
    assert all(row[1] == f"1 · {signed(float(W[i, 4]), 2)}" for row, i in zip(rows, order, strict=True))
    rest = float(np.delete(terms.astype(float), order).sum())
    words = desk.find(QLabel, "z_rest").text()
    assert f"the other 246: {signed(rest)}" in words
    assert words.endswith(f"= z = {signed(float(trace.z[0][4]))}")


def test_where_all_terms_are_listed_there_are_no_others(desk: Desk, qtbot: QtBot) -> None:
    desk.view.pins_changed.emit(((1, 4),))
    assert "the other 2:" in desk.find(QLabel, "z_rest").text()
    # One that silent neurons are a part of has others, though they add nothing.
    a = [own.copy() for own in desk.snapshot.trace.a]
    a[0][:4] = 0.0
    desk.presenter.show_displayed_snapshot(with_trace(desk.snapshot, a=a))
    assert "the other 4: 0" in desk.find(QLabel, "z_rest").text() and len(desk.rows()) == 8
    few = Desk(qtbot, Architecture.dense((8, 12), "tanh", 3))
    few.view.pins_changed.emit(((1, 4),))
    words = few.find(QLabel, "z_rest").text()
    assert len(few.rows()) == 8 and "other" not in words and words.startswith("+ bias")
    assert words.endswith(f"= z = {signed(float(few.snapshot.trace.z[1][4]))}")


def test_delta_is_said_to_come_from_both_ways(desk: Desk) -> None:
    desk.view.pins_changed.emit(((0, 4),))
    trace, weights = desk.snapshot.trace, desk.snapshot.weights
    handed = float(weights[1][4] @ trace.delta[1])
    da = float(weights[2][4] @ trace.delta[2])
    words = desk.find(QLabel, "delta_terms").text()
    assert f"Σ w·δ = {signed(handed)}" in words
    assert f"past the next layer: {signed(da)}" in words
    assert words.endswith(f"= δ = {signed(float(trace.delta[0][4]))}")


def test_an_outputs_delta_comes_from_c(desk: Desk) -> None:
    desk.view.pins_changed.emit(((2, 4),))
    assert "comes from C itself" in desk.find(QLabel, "delta_terms").text()
    assert not desk.find(ActivationGraph, "activation_graph").isVisible()


def parts_of(snapshot: Snapshot) -> tuple[Any, ...]:
    """The network, x, the answer and the kind of C."""
    return snapshot.network(), snapshot.example.x, snapshot.example.answer, snapshot.loss


def place_of(snapshot: Snapshot, source: int) -> int:
    """Where the weight from neuron `source` of layer 1 to neuron 2 of layer 2 stands among all parameters."""
    first, second = snapshot.weights[:2]
    return first.size + snapshot.biases[0].size + source * second.shape[1] + 2


def test_a_chosen_term_is_a_connection_that_can_be_proven(desk: Desk, qtbot: QtBot) -> None:
    desk.view.pins_changed.emit(((1, 2),))
    button = desk.find(QPushButton, "prove_it")
    assert not button.isVisible()
    desk.choose(3)
    source = int(desk.rows()[3][0].removeprefix("neuron ")) - 1
    assert button.isVisible()
    told = desk.find(QLabel, "edge_words").text().replace("\u00a0", " ")
    assert told.startswith(f"from neuron {source + 1}:")
    assert f"w = {signed(float(desk.snapshot.weights[1][source, 2]))}" in told
    button.click()
    check = check_parameter(*parts_of(desk.snapshot), place_of(desk.snapshot, source))
    words = desk.find(QLabel, "proof").text()
    backpropagated, numerical = (
        f"{value:+.9g}".replace("-", "−") for value in (check.backpropagated, check.numerical)
    )
    assert f"backpropagation: {backpropagated}" in words
    assert f"2h: {numerical}" in words and check.agrees
    desk.choose(0)
    assert not desk.find(QLabel, "proof").isVisible()


def test_the_loss_slice_is_that_of_the_chosen_weight(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 2),))
    desk.choose(0)
    source = int(desk.rows()[0][0].removeprefix("neuron ")) - 1
    picture = desk.find(LossSlicePlot, "valley")
    assert picture.isVisible() and picture._loss_slice is not None
    reach = float(picture._loss_slice.weight[-1] - picture._loss_slice.here[0])
    expected = loss_slice(*parts_of(desk.snapshot), place_of(desk.snapshot, source), reach)
    assert np.allclose(picture._loss_slice.loss, expected.loss)
    assert picture._step == pytest.approx(-RATE * float(desk.snapshot.trace.dW[1][source, 2]))
    x, y = picture.place(*expected.here)
    assert x == pytest.approx(picture.width() / 2, abs=1)
    w, c = expected.here
    assert picture.place(w, c + 0.01)[1] < y
    picture.grab()


def test_another_neuron_begins_with_no_connection_chosen(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 2),))
    desk.choose(0)
    desk.view.pins_changed.emit(((1, 3),))
    assert not desk.find(QPushButton, "prove_it").isVisible()
    assert not desk.find(LossSlicePlot, "valley").isVisible()


def test_put_away_nothing_is_computed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.inspector.details.more_button.click()

    def never(*arguments: Any) -> Any:
        raise AssertionError("nobody has asked")

    monkeypatch.setattr("gui.presenters.inspect_presenter.terms_of_z", never)
    desk.view.pins_changed.emit(((1, 2),))


def test_the_graph_is_the_activation_with_the_neurons_point(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 2),))
    graph = desk.find(ActivationGraph, "activation_graph")
    assert graph.isVisible()
    curve, dot = graph.places()
    z = float(desk.snapshot.trace.z[1][2])
    reach = max(4.0, 1.2 * abs(z))
    left, right = curve[0, 0], curve[-1, 0]
    assert dot is not None
    assert dot[0] == pytest.approx(left + (z / reach + 1) / 2 * (right - left), abs=0.5)
    assert np.interp(dot[0], curve[:, 0], curve[:, 1]) == pytest.approx(dot[1], abs=0.5)
    assert np.allclose(curve_of("tanh", 3.0)[:, 1], np.tanh(np.linspace(-3, 3, 121)))
    graph.show_point("tanh", float("nan"), False)
    assert graph.places()[1] is None
    graph.grab()


def test_the_chosen_connection_stays_the_marked_one_when_its_rank_changes(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Architecture.dense(hidden=(12, 6), seed=2))
    desk.view.pins_changed.emit(((1, 3),))
    desk.choose(2)
    field = desk.inspector.details.parameter
    assert field.place is not None
    source, tree = field.place.source, desk.find(QTreeWidget, "z_terms")
    assert source is not None
    name = desk.rows()[2][0]
    # So strong that it comes first, then so weak that others do.
    desk.run.trainer.network.layers[1].W[source, 3] = 50.0
    desk.presenter.show_displayed_snapshot(desk.run.snapshot())
    assert tree.currentIndex().row() == 0
    assert desk.rows()[0][0] == name
    assert (field.place.source, field.line.value) == (source, 50.0)
    desk.run.trainer.network.layers[1].W[source, 3] = 0.0
    desk.presenter.show_displayed_snapshot(desk.run.snapshot())
    assert tree.currentIndex().row() == -1 or desk.rows()[tree.currentIndex().row()][0] == name
    assert (field.place.source, field.line.value) == (source, 0.0)


def test_a_proof_is_gone_when_a_parameter_is_set_by_hand(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Architecture.dense(hidden=(12, 6), seed=2))
    desk.view.pins_changed.emit(((1, 3),))
    desk.choose(0)
    desk.find(QPushButton, "prove_it").click()
    assert desk.find(QLabel, "proof").isVisible()
    desk.run.edits.set(desk.run.trainer, 1, ParameterLocation(1, 3), 0.5)
    desk.presenter.show_displayed_snapshot(desk.run.snapshot())
    assert not desk.find(QLabel, "proof").isVisible()


def test_a_proof_names_its_update_and_goes_with_its_example(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 2),))
    desk.choose(3)
    check = desk.find(QLabel, "proof")
    desk.find(QPushButton, "prove_it").click()
    assert check.text().startswith("after update 5\n")
    # The training goes on: what was proven stays true of update 5, and says so.
    desk.run.trainer.step()
    desk.presenter.show_displayed_snapshot(desk.run.snapshot())
    assert check.isVisible() and check.text().startswith("after update 5\n")
    desk.presenter.show_displayed_snapshot(replace(desk.run.snapshot(), run=1))
    assert not check.isVisible()


def test_the_loss_slice_of_a_drawing_is_of_what_is_drawn_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However seldom it may be computed anew.
    monkeypatch.setattr(inspect_presenter, "SHARE_OF_TIME", 1e-9)
    desk.view.pins_changed.emit(((1, 2, 3),))
    shown = desk.find(LossSlicePlot, "valley")
    for label in (3, 7):
        example = replace(desk.snapshot.example, origin="drawing", index=None, label=label)
        trace = desk.run.trainer.trace(example.x, label)
        desk.presenter.show_displayed_snapshot(replace(desk.snapshot, example=example, trace=trace))
        # −ln y of that digit.
        loss = -np.log(float(desk.snapshot.trace.a[-1][label]))
        assert shown._loss_slice is not None and shown._loss_slice.here[1] == pytest.approx(loss, rel=1e-5)


def test_it_is_said_once_when_the_details_are_of_something_else(desk: Desk, qtbot: QtBot) -> None:
    moved: list[bool] = []
    desk.presenter.details_moved.connect(lambda: moved.append(True))
    desk.view.pins_changed.emit(((1, 2),))
    assert len(moved) == 1
    desk.presenter.show_displayed_snapshot(desk.snapshot)
    assert len(moved) == 1
    desk.choose(3)
    assert len(moved) == 2
    desk.view.pins_changed.emit(((1, 4),))
    assert len(moved) == 3


def test_a_change_that_was_not_told_is_said_to_be_unknown(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 2, 3),))
    words = desk.find(QLabel, "edge_words")
    assert words.text().replace("\u00a0", " ").endswith("ΔW: not known of this update")
    change = np.full_like(desk.snapshot.parameters, 0.25)
    desk.presenter.show_displayed_snapshot(replace(desk.snapshot, change=change))
    assert words.text().replace("\u00a0", " ").endswith("last update's ΔW = +0.250000")


def test_in_training_with_dropout_all_is_of_the_network_without_the_dropped_neurons(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Architecture.dense((12, 12), "tanh", 3))
    trainer = desk.run.trainer
    trainer.reconfigure(replace(trainer.config, dropout=0.4))
    while not trainer.accumulate_gradient():
        pass
    training = desk.run.snapshot(desk.run.sample.of_batch(trainer))
    assert training.trace.masks
    desk.presenter.show_displayed_snapshot(training)
    # A neuron that is not dropped, so that its weights have a gradient.
    target = int(np.argmax(training.trace.masks[1]))
    desk.view.pins_changed.emit(((1, target),))
    desk.choose(0)
    edge = desk.inspector.details._edge
    assert edge is not None
    gradient = float(training.trace.dW[1][edge.source, target])
    shown = desk.find(LossSlicePlot, "valley")._loss_slice
    assert shown.here[1] == pytest.approx(training.trace.loss, rel=1e-4)
    assert shown.slope == pytest.approx(gradient, rel=1e-3, abs=1e-7)
    desk.find(QPushButton, "prove_it").click()
    check = check_parameter(*parts_of(training), edge.parameter, training.trace.masks)
    assert check.numerical == pytest.approx(gradient, rel=1e-3, abs=1e-7)
    proof = desk.find(QLabel, "proof")
    assert precise(check.numerical) in proof.text()
    said = "\n".join(label.text() for label in desk.inspector.findChildren(QLabel))
    assert "in training: without the dropped neurons" in said
    assert desk.find(QLabel, "history_words").text().endswith(", without dropout")
    # The same example at the same update, of the whole network again: the proof is not of that.
    desk.presenter.show_displayed_snapshot(desk.run.snapshot(replace(training.example, position=None)))
    assert not proof.isVisible()
    assert "without" not in desk.find(QLabel, "history_words").text()
    whole = desk.find(LossSlicePlot, "valley")._loss_slice
    assert whole.here[1] == pytest.approx(desk.presenter._snapshot.trace.loss, rel=1e-4)
    assert abs(whole.here[1] - shown.here[1]) > 1e-3


def test_one_kept_update_is_one(desk: Desk) -> None:
    words = desk.find(QLabel, "history_words")
    for known, text in ((0, "0 kept updates"), (1, "1 kept update"), (1200, "1,200 kept updates")):
        desk.inspector.details.show_history(range(known), range(known), (), (), ())
        assert words.text() == f"this example at {text}"


def test_a_number_of_the_connection_breaks_nowhere(desk: Desk) -> None:
    desk.view.pins_changed.emit(((1, 2),))
    desk.choose(3)
    numbers = desk.find(QLabel, "edge_words").text().splitlines()[1:]
    for number in " ".join(numbers).split("   "):
        # A word joiner forbids the break that "/" allows.
        assert " " not in number and number.count("/") == number.count("/\u2060")


def test_the_proof_is_scrolled_into_view(desk: Desk, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(desk.inspector)
    area.resize(260, 400)
    with qtbot.waitExposed(area):
        area.show()
    desk.view.pins_changed.emit(((1, 2),))
    desk.choose(3)
    button, proof = desk.find(QPushButton, "prove_it"), desk.find(QLabel, "proof")
    area.ensureWidgetVisible(button)
    button.click()

    def is_seen() -> bool:
        top = proof.mapTo(area.viewport(), QPoint(0, 0)).y()
        return proof.height() > 20 and top >= 0 and top + proof.height() <= area.viewport().height()

    qtbot.waitUntil(is_seen)
    area.takeWidget()


def test_the_answer_to_a_clicked_row_is_seen_beside_it(desk: Desk, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(desk.inspector)
    area.resize(260, 560)
    with qtbot.waitExposed(area):
        area.show()
    desk.view.pins_changed.emit(((1, 2),))
    rows = desk.find(QTreeWidget, "z_terms")
    area.ensureWidgetVisible(rows)
    desk.choose(3)

    def is_seen(part: QWidget) -> bool:
        return part.height() > 20 and part.visibleRegion().boundingRect() == part.rect()

    answer = [desk.find(QLabel, "edge_words"), desk.find(QPushButton, "prove_it")]
    qtbot.waitUntil(lambda: all(is_seen(part) for part in (rows, *answer)))
    area.takeWidget()


def test_each_block_has_a_heading_in_the_order_of_its_parts(qtbot) -> None:
    details = NeuronDetails()
    qtbot.addWidget(details)
    headings = [label.text() for label in details.findChildren(QLabel) if label.property("role") == "heading"]
    assert headings == [
        "The largest terms of z",
        "The activation function f",
        "Where δ comes from",
        "Over the updates",
    ]


def test_a_weight_has_one_field_wherever_its_connection_is_chosen(desk: Desk) -> None:
    inspector = desk.inspector
    fields = inspector.parameter, inspector.details.parameter
    # Of a pinned connection the field stands with its numbers, above its details.
    desk.view.pins_changed.emit(((1, 2, 1),))
    inspector.details.more_button.setChecked(True)
    assert inspector.details.edge == (1, 2, 1)
    assert [field.place is not None for field in fields] == [True, False]
    # Of one that is chosen among a neuron's terms it stands in the details: above is the neuron's bias.
    desk.view.pins_changed.emit(((1, 1),))
    inspector.details.edge_chosen.emit(1, 0)
    assert [field.place.source for field in fields if field.place] == [None, 0]

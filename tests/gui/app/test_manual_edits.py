"""In the window: whatever is tidied, edited, undone or trained, what is drawn are the engine's own numbers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import Pause, Train
from core.nn.architecture import Architecture
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from tests.gui.local_engine import engine_of, local_engine

WAIT_MS = 30_000
ARCHITECTURES = (
    Architecture.dense(hidden=(9, 7), seed=1),
    Architecture.dense(hidden=(8, 8, 6), activation="tanh", skip=True, seed=2),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1100, 750)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


class Desk:
    """The window and what a user does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot, seed: int) -> None:
        self.window, self.qtbot, self.composition = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.random = random.Random(seed)

    def begin(self, architecture: Architecture) -> None:
        self.composition.runs.set_architecture(architecture)
        self.rest()

    def rest(self) -> None:
        """Pause, and wait until nothing is under way any more."""
        session, view = self.composition, self.window.network_view
        session.engine.send(Pause())

        def is_quiet() -> bool:
            engine, network = self.engine, session.network
            works = engine.training.running or engine.seconds_until_due() == 0
            moves = (
                network._timeline
                or network._needs_paint
                or network.flow._unacknowledged
                or view.is_reordering
            )
            waits = session.edits._waiting is not None or network.latest is not network.displayed
            same = network.displayed is not None and network.displayed.run == engine.number
            update = engine.current.trainer.step_count
            same = same and network.displayed.update == update == network.weights.update  # type: ignore[union-attr]
            return not (works or moves or waits or view.has_work()) and same

        # What is on its way to the engine has arrived by then.
        for _ in range(2):
            self.qtbot.waitUntil(is_quiet, timeout=WAIT_MS)
            self.qtbot.wait(30)
            self.qtbot.waitUntil(is_quiet, timeout=WAIT_MS)

    def edit(self, dragged: bool = False) -> None:
        sizes = self.composition.network.displayed.sizes  # type: ignore[union-attr]
        layer = self.random.randrange(len(sizes) - 1)
        source = self.random.choice([None, self.random.randrange(sizes[layer])])
        place = ParameterLocation(layer, self.random.randrange(sizes[layer + 1]), source)
        for _ in range(4 if dragged else 1):
            self.composition.edits._on_value_wanted(place, self.random.uniform(-2, 2), dragged)
        if dragged:
            self.composition.edits._on_drag_ended()

    def pin(self) -> None:
        view = self.window.network_view
        layout = view.layout_shown
        assert layout is not None
        column = self.random.choice(layout.layers)
        index = self.random.choice(column.shown.tolist())
        at = QPoint(int(column.x[index]), int(column.y[index]))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)

    def check(self) -> None:
        """At rest: every number that is drawn is the engine's."""
        self.rest()
        session, trainer = self.composition, self.engine.current.trainer
        scene = session.network.displayed
        assert scene is not None
        layers = trainer.network.layers
        for layer, W, b in zip(layers, scene.weights, scene.biases, strict=True):
            np.testing.assert_array_equal(W, layer.W)
            np.testing.assert_array_equal(b, layer.b)
        composed_frame = self.window.network_view._composed_frame
        composed_frame.up_to_date()
        edges, _ = composed_frame.edges.on_screen(composed_frame.animation)
        assert edges
        for gap in edges:
            np.testing.assert_array_equal(gap.value, layers[gap.group].W[gap.source, gap.target])
        trace = trainer.trace(scene.example.x, scene.example.answer)
        for neurons in composed_frame._nodes.neurons:
            np.testing.assert_allclose(neurons.value, trace.a[neurons.layer][neurons.neuron])
        exact = session.loss._last_exact[scene.run]
        assert exact.update == scene.update
        assert exact.train_total == pytest.approx(trainer.total_loss("train"), rel=1e-9)
        field = self.window.inspector.parameter
        if field.place is not None:
            place, layer = field.place, layers[field.place.layer]
            value = layer.b[place.target] if place.source is None else layer.W[place.source, place.target]
            assert field.line.value == value


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(window, qtbot, 0)


def test_an_edit_at_rest_is_drawn_told_and_taken_back(desk: Desk) -> None:
    desk.rest()
    desk.pin()
    before = desk.engine.current.trainer.network.parameters.copy()
    for dragged in (False, True):
        desk.edit(dragged)
        desk.check()
    assert [mark.update for mark in desk.window.loss_plot._marks] == [0, 0]
    desk.window.undo_stack.undo()
    desk.window.undo_stack.undo()
    desk.check()
    np.testing.assert_array_equal(desk.engine.current.trainer.network.parameters, before)
    # Nothing was trained with it, so nothing of the curve came of it.
    assert desk.window.loss_plot._marks == ()


def test_an_edit_while_training_runs_is_marked_where_it_was_made(desk: Desk) -> None:
    desk.composition.engine.send(Train())
    desk.qtbot.waitUntil(lambda: desk.composition.loss.updates > 3, timeout=WAIT_MS)
    desk.edit()
    desk.qtbot.waitUntil(lambda: bool(desk.window.loss_plot._marks), timeout=WAIT_MS)
    at = desk.window.loss_plot._marks[0].update
    desk.qtbot.waitUntil(lambda: desk.composition.loss.updates > at + 2, timeout=WAIT_MS)
    desk.check()
    desk.window.undo_stack.undo()
    desk.check()
    marks = desk.window.loss_plot._marks
    assert [mark.is_back for mark in marks] == [False, True]
    assert marks[1].update > marks[0].update == at


def test_in_a_step_walkthrough_an_edit_drops_it(desk: Desk) -> None:
    desk.rest()
    desk.composition.network.player.start()
    desk.qtbot.waitUntil(lambda: desk.composition.network.is_in_walkthrough, timeout=WAIT_MS)
    desk.edit()
    desk.qtbot.waitUntil(lambda: not desk.composition.network.is_in_walkthrough, timeout=WAIT_MS)
    desk.check()
    assert desk.composition.network.displayed is not None
    assert desk.composition.network.displayed.update == 0


def test_a_sort_and_its_way_back_are_drawn_as_they_are(desk: Desk) -> None:
    desk.begin(ARCHITECTURES[0])
    desk.pin()
    before = desk.engine.current.trainer.network.parameters.copy()
    desk.window.actions_["action_tidy"].trigger()
    desk.qtbot.waitUntil(lambda: "Reordered" in desk.window.message_bar.text, timeout=WAIT_MS)
    desk.check()
    desk.window.undo_stack.undo()
    desk.check()
    np.testing.assert_array_equal(desk.engine.current.trainer.network.parameters, before)


def test_what_is_pinned_follows_a_sort_and_its_way_back(desk: Desk) -> None:
    desk.begin(ARCHITECTURES[0])
    view, inspector, trainer = desk.window.network_view, desk.window.inspector, desk.engine.current.trainer
    layers = trainer.network.layers
    view.pin((0, 2))
    view.pin((1, 2, 4), beside=True)
    view.pin((1, 3), beside=True)
    # The third source of neuron 3's list is chosen among the details.
    desk.window.show_inspector()
    inspector.details.more_button.setChecked(True)
    inspector.details.edge_chosen.emit(1, 6)
    desk.rest()
    column, edge = layers[0].W[:, 2].copy(), float(layers[1].W[2, 4])
    chosen = float(layers[1].W[6, 3])
    for change in (desk.window.actions_["action_tidy"].trigger, desk.window.undo_stack.undo):
        count = desk.engine.current.permutations
        change()
        desk.qtbot.waitUntil(lambda: desk.engine.current.permutations > count, timeout=WAIT_MS)  # noqa: B023
        desk.check()
        neuron, connection, last = view.pins
        np.testing.assert_array_equal(layers[0].W[:, neuron[1]], column)
        assert layers[1].W[connection[1], connection[2]] == edge
        assert inspector.details.neuron == last
        assert inspector.details.edge is not None
        assert inspector.details.edge[2] == last[1]
        assert layers[1].W[inspector.details.edge[1], last[1]] == chosen
        # Also the past of what is chosen ends in what is so now.
        assert desk.composition.network.displayed is not None
        place = desk.composition.network.displayed.connections[1].parameter(*inspector.details.edge[1:])
        assert place is not None
        assert desk.composition.history._history.values(place)[-1] == chosen
        assert [what for what, _ in inspector.pins._shown] == [neuron, connection]
        if count == 0:
            assert view.pins != ((0, 2), (1, 2, 4), (1, 3))
    assert view.pins == ((0, 2), (1, 2, 4), (1, 3))


def test_an_edit_belongs_to_its_run(desk: Desk) -> None:
    desk.rest()
    desk.edit()
    desk.check()
    desk.composition.runs.rewind()
    desk.check()
    assert desk.window.loss_plot._marks == ()
    desk.window.undo_stack.undo()
    desk.check()
    assert len(desk.window.loss_plot._marks) == 1


@pytest.mark.parametrize("seed", [1, 2])
def test_any_sequence_of_changes_leaves_what_is_drawn_true(desk: Desk, seed: int) -> None:
    desk.random.seed(seed)
    failures: list[str] = []
    desk.composition.engine.failed.connect(failures.append)
    desk.begin(ARCHITECTURES[seed - 1])
    session, stack = desk.composition, desk.window.undo_stack
    acts: list[Callable[[], object]] = [
        desk.edit,
        lambda: desk.edit(dragged=True),
        session.neuron_sort.sort_neurons,
        stack.undo,
        stack.undo,
        stack.redo,
        session.transport.step,
        lambda: session.engine.send(Train()),
        lambda: session.engine.send(Pause()),
        session.runs.rewind,
        session.runs.draw_new_weights,
        session.network.player.start,
        desk.pin,
        lambda: desk.qtbot.wait(20),
    ]
    for _ in range(3):
        for _ in range(7):
            desk.random.choice(acts)()
        desk.check()
    assert failures == []

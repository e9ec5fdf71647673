"""Sorting: everything on screen follows the neurons, the proof is told, and the way back is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from core.analysis.neuron_statistics import NeuronStatistics
from core.analysis.sample_tracer import SampleTracer
from core.data.dataset_spec import DatasetSpec
from core.editing.neuron_permutation import tied_layers
from core.engine.commands import SortNeurons, SwitchSorting
from core.engine.messages import NeuronsPermuted, RunInfo
from core.engine.snapshot import DataInfo, Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.pooling import MaxPool2d
from gui.app.app_state import StateStore
from gui.network.animation.reorder_animation import REORDER_S, ReorderAnimation
from gui.presenters.neuron_sort_presenter import NeuronSortPresenter
from gui.widgets.translated import Words, text_of

ORDERS = (np.array([2, 0, 1]),)


class View:
    """Stands for the network view."""

    def __init__(self) -> None:
        self.glides: list[ReorderAnimation | None] = []
        self.is_behind = False
        self.layout_shown = None
        self.followed: list[object] = []

    def follow_permutation(self, orders: object) -> None:
        self.followed.append(orders)

    def show_reorder_animation(self, reorder_animation: ReorderAnimation | None) -> None:
        self.glides.append(reorder_animation)

    @property
    def is_reordering(self) -> bool:
        return self.glides[-1] is not None

    def update(self) -> None:
        pass


class Bar:
    """Stands for the message bar."""

    def __init__(self) -> None:
        self.text = ""
        self.offered: QUndoStack | None = None

    def show_message(self, words: Words) -> None:
        self.text, self.offered = text_of(words), None

    def offer_undo(self, words: Words, undo_stack: QUndoStack, offers: object = ()) -> None:
        self.text, self.offered = text_of(words), undo_stack


class Window(QObject):
    """Stands for the window: what the presenter asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.network_view, self.message_bar, self.undo_stack = View(), Bar(), QUndoStack()


class Other:
    """Stands for the presenters beside it, and for the clock."""

    def __init__(self) -> None:
        self.changed: list[tuple[Snapshot, bool]] = []
        self.activities: list[NeuronStatistics] = []
        self.woken = 0
        self.followed: list[object] = []
        # What is to be done before and after what was shown is told of: with its frame, for which `tell` stands.
        self.before: list[Callable[[], object]] = []
        self.after: list[Callable[[], object]] = []
        self.on_screen = SimpleNamespace(before_next=self.before.append, once_seen=self.after.append)

    def tell(self) -> None:
        for do in (*self.before, *self.after):
            do()

    def follow_permutation(self, orders: object) -> None:
        self.followed.append(orders)

    def show_changed(self, snapshot: Snapshot, reordered: bool = False) -> None:
        self.changed.append((snapshot, reordered))

    def show_neuron_statistics(self, statistics: NeuronStatistics) -> None:
        self.activities.append(statistics)

    def add(self, mover: object) -> None:
        pass

    def wake(self) -> None:
        self.woken += 1


def statistics(run: int = 0) -> NeuronStatistics:
    flat, means = np.array([0.0, 0.1, 0.2]), np.arange(6.0).reshape(2, 3)
    return NeuronStatistics(run, 0, 20, ("relu",), (flat,), (means,))


class Desk:
    def __init__(self, engine: Any, info: RunInfo, snapshot: Snapshot) -> None:
        self.window, self.engine, self.snapshot = Window(), engine, snapshot
        self.network, self.inspect, self.clock = Other(), Other(), Other()
        self.store = StateStore()
        others: Any = (self.window, engine, self.network, self.inspect, self.clock, self.store)
        self.presenter = NeuronSortPresenter(*others)
        self.store.update(run=info)

    def told(self, how: str = "tidy", **changes: Any) -> NeuronsPermuted:
        told = NeuronsPermuted(1, how, ORDERS, self.snapshot, (), 6.04e-8, 10_000)
        return replace(told, **changes)


@pytest.fixture
def desk(engine: Any, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]) -> Desk:
    return Desk(engine, run_info(), snapshot_of(3))


def test_each_sort_has_a_number_and_is_of_the_run_on_screen(desk: Desk) -> None:
    desk.presenter.sort_neurons()
    desk.presenter.sort_neurons()
    assert desk.engine.sent == [SortNeurons(0, 1), SortNeurons(0, 2)]


def test_the_proof_is_told_with_a_way_back(desk: Desk) -> None:
    desk.presenter.show_permuted(desk.told())
    bar = desk.window.message_bar
    assert bar.text == (
        "Reordered 3 neurons by favourite digit. Largest difference of any output: 6.0·10⁻⁸ (10,000 test examples)."
    )
    assert bar.offered is desk.window.undo_stack
    desk.window.undo_stack.undo()
    assert desk.engine.sent == [SwitchSorting(0, 1, False)]
    desk.window.undo_stack.redo()
    assert desk.engine.sent[-1] == SwitchSorting(0, 1, True)


def test_of_other_data_it_says_class_and_what_stays(desk: Desk) -> None:
    points = DataInfo(DatasetSpec(source="plane"), ("a", "b"), None)
    desk.snapshot = replace(desk.snapshot, data=points)
    desk.presenter.show_permuted(desk.told(orders=(np.arange(4), *ORDERS), stays=(0,)))
    text = desk.window.message_bar.text
    assert "Reordered 3 neurons by favourite class." in text
    assert text.endswith("layer 1.")


def test_feature_maps_are_counted_as_wholes(desk: Desk) -> None:
    layers = (Conv2d(2, 3, padding=1, picture=(16, 16)), MaxPool2d(2), Dense(4), Dense(10, "softmax"))
    network = Architecture(layers).network((256,))
    trace = SampleTracer(network).trace(np.zeros(256, np.float32))
    desk.snapshot = replace(
        desk.snapshot, trace=trace, parameters=network.parameters, mean_gradient=None, change=None
    )
    orders = np.arange(512), np.arange(128), np.arange(4)
    desk.presenter.show_permuted(desk.told(orders=orders))
    assert "Reordered 4 maps and 4 neurons by favourite digit." in desk.window.message_bar.text
    desk.presenter.show_permuted(desk.told(orders=orders, stays=(2,)))
    assert "Reordered 4 maps by favourite digit." in desk.window.message_bar.text
    assert "moved as wholes" in desk.window.message_bar.text


def test_what_is_pinned_follows_and_the_network_is_shown_anew(desk: Desk) -> None:
    desk.presenter.show_permuted(desk.told())
    assert desk.network.changed == [(desk.snapshot, True)]
    # Until the frame that shows it, what is pinned is in the places of the picture that is on screen.
    assert desk.window.network_view.followed == desk.inspect.followed == []
    desk.network.tell()
    assert desk.window.network_view.followed == desk.inspect.followed == [ORDERS]


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ((Dense(256, skip=True), Dense(4)), " Tied to the input, and so as before: layer 1."),
        ((MaxPool2d(2, picture=(16, 16)), Dense(4)), " Tied to the input, and so as before: layer 1."),
        (
            (Conv2d(2, 3, picture=(16, 16)), Conv2d(2, 3, reads=((0,), (1,)))),
            " Joined in part only to the next layer or the one before, and so as before: layer 1, 2.",
        ),
    ],
)
def test_why_layers_stay_is_said_as_it_is(desk: Desk, layers: tuple[LayerSpec, ...], words: str) -> None:
    network = Architecture((*layers, Dense(10, "softmax"))).network((256,))
    trace = SampleTracer(network).trace(np.zeros(256, np.float32))
    desk.snapshot = replace(
        desk.snapshot, trace=trace, parameters=network.parameters, mean_gradient=None, change=None
    )
    topology = network.topology
    free = {layer for group in tied_layers(topology) for layer in group}
    stays = tuple(layer for layer in range(len(layers)) if layer not in free)
    desk.presenter.show_permuted(desk.told(stays=stays))
    assert desk.window.message_bar.text.endswith(words)


def test_what_is_known_of_the_neurons_follows_them_there_and_back(desk: Desk) -> None:
    desk.presenter.show_neuron_statistics(statistics())
    desk.presenter.show_permuted(desk.told("again"))
    assert desk.inspect.activities == []
    desk.network.tell()
    for other in (desk.network, desk.inspect):
        assert other.activities[-1].flat[0].tolist() == [0.2, 0.0, 0.1]
        assert other.activities[-1].class_mean[0].tolist() == [[2, 0, 1], [5, 3, 4]]
    desk.presenter.show_permuted(desk.told("back", orders=(np.array([1, 2, 0]),)))
    assert desk.network.activities[-1].flat[0].tolist() == [0.0, 0.1, 0.2]


def test_what_is_known_of_another_run_is_not_reordered(desk: Desk) -> None:
    desk.presenter.show_neuron_statistics(statistics(run=5))
    desk.presenter.show_permuted(desk.told("again"))
    assert desk.network.activities == []


def test_they_moves_for_six_tenths_of_a_second(desk: Desk) -> None:
    desk.presenter.show_permuted(desk.told())
    begun = desk.presenter._begun_s
    assert desk.presenter.move(begun + 0.25 * REORDER_S)
    reorder_animation = desk.window.network_view.glides[-1]
    assert reorder_animation is not None
    assert reorder_animation.progress == pytest.approx(0.25)
    assert not desk.presenter.move(begun + 1.01 * REORDER_S)
    assert desk.window.network_view.glides[-1] is None
    assert REORDER_S == 0.6


@pytest.mark.parametrize(("waves", "reduced"), [(False, False), (True, True)])
def test_with_reduced_motion_they_jump(desk: Desk, waves: bool, reduced: bool) -> None:
    desk.store.update(waves=waves, reduced_motion=reduced)
    desk.presenter.show_permuted(desk.told())
    assert desk.window.network_view.glides == []
    assert not desk.presenter.move(0.0)


def test_they_begin_to_moves_when_their_edges_are_drawn(desk: Desk) -> None:
    desk.presenter.show_permuted(desk.told())
    view, begun = desk.window.network_view, desk.presenter._begun_s
    view.is_behind = True
    assert desk.presenter.move(begun + 5 * REORDER_S)
    assert view.glides[-1] is not None
    assert view.glides[-1].progress == 0
    view.is_behind = False
    assert desk.presenter.move(begun + 5.5 * REORDER_S)
    assert view.glides[-1].progress == pytest.approx(0.5)


def test_another_network_ends_the_moves(desk: Desk) -> None:
    desk.presenter.show_permuted(desk.told())
    desk.window.network_view.glides.append(None)
    assert not desk.presenter.move(desk.presenter._begun_s + 0.1)


def test_what_comes_late_of_another_run_is_not_shown(desk: Desk, run_info: Callable[..., RunInfo]) -> None:
    desk.store.update(run=run_info(run=1))
    desk.presenter.show_permuted(desk.told())
    assert desk.network.changed == []
    assert desk.window.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("no_classes", "nothing to order by"),
        ("no_hidden", "no hidden neurons"),
        ("all_stay", "Every hidden layer is tied"),
        ("no_favourites", "No neuron has a favourite"),
        ("in_order", "already"),
    ],
)
def test_where_nobody_moves_it_says_why_in_one_sentence(desk: Desk, why: str, words: str) -> None:
    desk.presenter.show_not_sorted(why)
    text = desk.window.message_bar.text
    assert words in text
    assert text.count(".") == 1
    assert text.endswith(".")

"""Ribbons and kernels are of the same update as the connections that are drawn line by line, as the picture is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.legend_row import numbers_text
from gui.network.marks.ribbon_marks import ribbon_marks
from gui.network.view import NetworkView
from gui.theme.tokens import Theme

LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, activation="tanh", picture=(6, 6)),
    Conv2d(2, 2, activation="tanh"),
    Dense(5, "tanh"),
    Dense(4, "softmax"),
)
REST, OF_UPDATE = AnimationState(), ["mean_gradient", "change"]


@pytest.fixture
def first(snapshot_of_architecture: Any) -> Snapshot:
    made: Snapshot = snapshot_of_architecture(Architecture(LAYERS, seed=4), n_in=36)
    return replace(made, update=3, mean_gradient=None, change=None)


@pytest.fixture
def view(qtbot: QtBot, first: Snapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(1100, 640)
    show(view, first)
    return view


def show(view: NetworkView, displayed: Snapshot, weights: Snapshot | None = None) -> None:
    view.show_displayed_snapshot(displayed)
    view.show_gradient(displayed.trace.gradient, "gradient")
    view.show_weights(weights or displayed)
    drawn(view)


def drawn(view: NetworkView) -> None:
    view.work(10_000)
    view._composed_frame.up_to_date()


def later(snapshot: Snapshot, known: bool = False) -> Snapshot:
    """The next update's weights; of it are `known` its mean gradient and change."""
    rng = np.random.default_rng(snapshot.update)
    change, mean = rng.normal(0, 0.01, (2, snapshot.parameters.size)).astype(np.float32)
    of_update = {"mean_gradient": mean, "change": change} if known else {}
    after = snapshot.parameters + change
    return replace(snapshot, update=snapshot.update + 1, parameters=after, **of_update)


def kernels(view: NetworkView) -> tuple[KernelMarks, ...]:
    return view._composed_frame.nodes.ribbons.kernels


def assert_kernels_of(view: NetworkView, vector: np.ndarray) -> None:
    assert [marks.group for marks in kernels(view)] == [0, 1]
    for marks in kernels(view):
        group: Any = view.displayed_snapshot.connections[marks.group]
        np.testing.assert_array_equal(marks.value, vector[group.kernels[marks.source, marks.target]])


def words(view: NetworkView) -> str:
    return " ".join(mark.text for mark in view._composed_frame.nodes.legend.texts)


def nets(view: NetworkView) -> list[Any]:
    return [own.net.tolist() for own in view._composed_frame.nodes.ribbons.marks]


def nets_of(view: NetworkView, snapshot: Snapshot, picture: str) -> list[Any]:
    marks = ribbon_marks(snapshot, view.layout_shown, REST, Theme(), picture)
    return [own.net.tolist() for own in marks]


# --- what is not known


@pytest.mark.parametrize("picture", OF_UPDATE)
def test_of_an_update_that_is_not_known_neither_is_drawn(view: NetworkView, picture: str) -> None:
    ribbons = view._composed_frame.nodes.ribbons
    assert ribbons.marks and ribbons.kernels
    view.set_edge_picture(picture)
    drawn(view)
    assert not ribbons.marks and not ribbons.kernels
    assert "not known of this update" in words(view) and "ribbons" not in words(view)
    assert "full colour" not in words(view)
    # Of no gap all is drawn.
    for group in view.displayed_snapshot.connections:
        assert f"{group.count:,} of {group.count:,}" not in words(view)
    rows = {row.key for row in view._composed_frame.legend_rows()}
    assert rows.isdisjoint({"ribbon", "kernel"})


@pytest.mark.parametrize("picture", OF_UPDATE)
def test_it_is_drawn_with_the_update_that_is_known_and_gone_with_an_edit(
    view: NetworkView, first: Snapshot, picture: str
) -> None:
    view.set_edge_picture(picture)
    drawn(view)
    known = later(first, known=True)
    show(view, known)
    of_update = known.change if picture == "change" else known.mean_gradient
    assert of_update is not None
    assert_kernels_of(view, of_update)
    assert nets(view) == nets_of(view, known, picture)
    edited = replace(known, mean_gradient=None, change=None, edit_count=1)
    show(view, edited)
    assert not kernels(view) and not nets(view)
    # The edges are of the newest one; what an older one that is displayed knows is not theirs.
    show(view, known, weights=edited)
    assert not kernels(view) and not nets(view)


@pytest.mark.parametrize("picture", OF_UPDATE)
def test_locked_scales_are_not_those_of_another_number(
    view: NetworkView, first: Snapshot, picture: str
) -> None:
    view.set_scales_locked(True)
    view.set_edge_picture(picture)
    drawn(view)
    known = later(first, known=True)
    show(view, known)
    for marks in kernels(view):
        assert marks.scale == pytest.approx(np.abs(marks.value).max())
    largest = [max(map(abs, own)) for own in nets(view)]
    assert [own.scale for own in view._composed_frame.nodes.ribbons.marks] == pytest.approx(largest)


@pytest.mark.parametrize("picture", OF_UPDATE)
def test_nor_is_it_ahead_of_the_gradient_that_comes_back(view: NetworkView, picture: str) -> None:
    view.set_edge_picture(picture)
    view.show_animation_state(AnimationState("backward", 2, 0.5, gradient_from=1.5))
    drawn(view)
    ribbons = view._composed_frame.nodes.ribbons
    assert {own.kind for own in (*ribbons.marks, *ribbons.kernels)} <= {"gradient"}


# --- what is counted


def test_maps_have_no_place_among_the_numbers_of_rings(view: NetworkView) -> None:
    (row,) = (row for row in view._composed_frame.legend_rows() if row.key == "neuron_ring")
    neurons = view._composed_frame.nodes.neurons
    assert [marks.maps is not None for marks in neurons] == [True, True, False, False]
    assert f"|δ| = {numbers_text([marks.widest for marks in neurons[2:]])}, by layer" in row.words


# --- of which update


@pytest.mark.parametrize("picture", ["weight", "signal"])
def test_kernels_are_of_the_newest_weights_and_ribbons_of_the_signal(
    view: NetworkView, first: Snapshot, picture: str
) -> None:
    view.set_edge_picture(picture)
    drawn(view)
    newest = later(first)
    view.show_weights(newest)
    drawn(view)
    assert_kernels_of(view, newest.parameters)
    assert nets(view) == nets_of(view, first, "signal")


@pytest.mark.parametrize(
    "state",
    [
        AnimationState("forward", 1, 0.5, revealed=1),
        AnimationState("backward", 3, 0.5, gradient_from=3.5),
        AnimationState("change", 0, 0.9, is_walkthrough=True),
    ],
)
def test_they_are_while_something_moves(view: NetworkView, first: Snapshot, state: AnimationState) -> None:
    newest = later(first)
    view.show_animation_state(state)
    if state.phase == "change":
        view.show_change(newest.parameters - first.parameters)
    view.show_weights(newest)
    drawn(view)
    assert_kernels_of(view, newest.parameters)


def test_in_the_first_half_of_the_change_they_show_it(view: NetworkView, first: Snapshot) -> None:
    change = later(first).parameters - first.parameters
    view.show_animation_state(AnimationState("change", 0, 0.2, is_walkthrough=True))
    view.show_change(change)
    drawn(view)
    assert_kernels_of(view, change)


def test_they_change_with_the_lines_and_not_before(view: NetworkView, first: Snapshot) -> None:
    view.hold_edges(True)
    newest = later(first)
    view.show_weights(newest)
    drawn(view)
    assert view.drawn_update == first.update
    assert_kernels_of(view, first.parameters)
    view.hold_edges(False)
    drawn(view)
    assert view.drawn_update == newest.update
    assert_kernels_of(view, newest.parameters)


def test_newer_weights_leave_the_ribbons_pictures_as_they_are(
    view: NetworkView, first: Snapshot, made: Callable[[], list[str]]
) -> None:
    made()
    view.show_weights(later(first))
    drawn(view)
    assert set(made()) == {"kernels"}
    # And the same weights leave all.
    view.show_animation_state(AnimationState("forward", 0, 0.1, revealed=0))
    view.show_animation_state(REST)
    drawn(view)
    assert "kernels" not in made()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What was worked out since it was asked last."""
    from gui.network.painting import ribbon_layer

    seen: list[str] = []

    def counted(name: str, of: Callable[..., Any]) -> Callable[..., Any]:
        def make(*given: Any) -> Any:
            seen.append(name)
            return of(*given)

        return make

    monkeypatch.setattr(ribbon_layer, "ribbons_of", counted("ribbons", ribbon_layer.ribbons_of))
    monkeypatch.setattr(ribbon_layer, "kernels_of", counted("kernels", ribbon_layer.kernels_of))

    def taken() -> list[str]:
        result = seen.copy()
        seen.clear()
        return result

    return taken

"""Weights are of an update where a mark shows any: in each of the pictures, of dense networks and of feature maps."""

from __future__ import annotations

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
from gui.network.view import NetworkView

CONV = Conv2d(2, 3, padding=1, activation="tanh", picture=(6, 6))
DENSE: tuple[Any, ...] = (Dense(6, "tanh"), Dense(5, "tanh"), Dense(4, "softmax"))
MIXED: tuple[Any, ...] = (CONV, *DENSE)
RIBBONS_ONLY: tuple[Any, ...] = (CONV, Dense(4, "softmax"))
CROWDED: tuple[Any, ...] = (replace(CONV, maps=60), Dense(4, "softmax"))
PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")


def shown(qtbot: QtBot, made: Snapshot, picture: str) -> tuple[NetworkView, Snapshot]:
    """A view whose neurons are of update 3, and which was given the weights of update 8."""
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(1100, 640)
    first = replace(made, update=3)
    view.set_edge_picture(picture)
    view.show_displayed_snapshot(first)
    view.show_gradient(first.trace.gradient, "gradient")
    newest = replace(first, update=8, parameters=2 * first.parameters)
    newest = replace(newest, mean_gradient=np.ones_like(first.parameters), change=first.parameters)
    view.show_weights(newest)
    assert view.weights_drawn is None, "nothing is drawn yet"
    draw(view)
    return view, newest


def draw(view: NetworkView) -> None:
    view.work(10_000)
    view._composed_frame.up_to_date()


@pytest.mark.parametrize(
    ("layers", "with_weights"),
    [
        (DENSE, {"weight", "mean_gradient", "change"}),
        # Kernels are w beside a signal, too.
        (MIXED, {"weight", "signal", "mean_gradient", "change"}),
        (RIBBONS_ONLY, {"weight", "signal", "mean_gradient", "change"}),
        # No room for kernels: ribbons of a·w are all there is, or of what the last update did.
        (CROWDED, {"mean_gradient", "change"}),
    ],
)
@pytest.mark.parametrize("picture", PICTURES)
def test_weights_are_named_where_lines_kernels_or_ribbons_show_them(
    qtbot: QtBot,
    snapshot_of_architecture: Any,
    layers: tuple[Any, ...],
    with_weights: set[str],
    picture: str,
) -> None:
    made = snapshot_of_architecture(Architecture(layers, seed=4), n_in=36)
    view, newest = shown(qtbot, made, picture)
    if layers is CROWDED:
        assert not view._composed_frame.nodes.ribbons.kernels
    assert view.weights_drawn is (newest if picture in with_weights else None)


def test_of_an_update_that_is_not_known_nothing_is_shown(qtbot: QtBot, snapshot_of_architecture: Any) -> None:
    made = snapshot_of_architecture(Architecture(MIXED, seed=4), n_in=36)
    view, newest = shown(qtbot, made, "change")
    view.show_weights(replace(newest, update=9, change=None))
    draw(view)
    assert view.weights_drawn is None


def test_behind_a_backward_front_there_are_none(qtbot: QtBot, snapshot_of_architecture: Any) -> None:
    made = snapshot_of_architecture(Architecture(DENSE, seed=4), n_in=36)
    view, newest = shown(qtbot, made, "weight")
    for gradient_from, seen in ((2.5, newest), (0.0, None)):
        view.show_animation_state(AnimationState("backward", 0, 1.0, gradient_from=gradient_from))
        draw(view)
        assert view.weights_drawn is seen
    # The change fades into the new weights.
    view.show_change(newest.parameters)
    view.show_animation_state(AnimationState("change", 0, 0.9, is_walkthrough=True))
    draw(view)
    assert view.weights_drawn is newest


def test_newer_ones_are_on_screen_once_they_are_drawn(qtbot: QtBot, snapshot_of_architecture: Any) -> None:
    made = snapshot_of_architecture(Architecture(DENSE, seed=4), n_in=36)
    view, newest = shown(qtbot, made, "weight")
    newer = replace(newest, update=11)
    view.show_weights(newer)
    assert view.weights_drawn is newest
    draw(view)
    assert view.weights_drawn is newer
    # Still the same while one neuron's connections stand out, from the same picture.
    view.pin((0, 1))
    draw(view)
    assert view.weights_drawn is newer

"""Which edges are on screen: the newest weights or another picture of them, and behind the front the gradient's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.edge_values import PICTURES
from gui.network.marks.scales import Scales
from gui.network.painting.edge_layers import EdgeLayers, RenderContext
from gui.theme.tokens import Theme

AT_ONCE = 10_000.0
REST = AnimationState()
SIZES = (256, 32, 16, 10)


def context_of(sizes=SIZES, ratio: float = 1.0) -> RenderContext:
    layout = make_layout(sizes, 800, 506, Theme())
    return RenderContext(layout, Theme(), ratio, Scales(len(sizes) - 1))


@pytest.fixture
def layers(qapp) -> EdgeLayers:
    layers = EdgeLayers()
    layers.reset(context_of())
    return layers


def show(layers: EdgeLayers, snapshot) -> None:
    """Show it, with its gradient, to the last edge."""
    layers.context.scales.update_from_snapshot(snapshot)
    layers.show_displayed_snapshot(snapshot)
    layers.show_weights(snapshot)
    layers.show_gradient(snapshot.trace.gradient, "gradient")
    layers.work(AT_ONCE)


# --- which edges are drawn


def test_the_gradients_picture_is_only_drawn_while_something_moves(layers, make_snapshot):
    show(layers, make_snapshot())
    assert not layers.has_work
    layers.is_moving = True
    assert layers.has_work
    layers.work(AT_ONCE)
    assert not layers.has_work


def test_another_digit_has_edges_of_its_own(layers, make_snapshot):
    show(layers, make_snapshot(seed=0))
    chosen = layers.choice
    layers.show_displayed_snapshot(make_snapshot(seed=0, index=8, update=5))
    layers.work(AT_ONCE)
    assert layers.choice.edges[0] is not chosen.edges[0]


def test_the_same_digit_keeps_its_edges_while_its_numbers_move(layers, make_snapshot):
    first = make_snapshot(seed=0)
    show(layers, first)
    chosen = layers.choice
    x, layout = first.trace.x, layers.context.layout
    nearly = [1.01 * W for W in first.weights]
    nearly[0][:16] *= 1.5
    moved = make_snapshot(x=x, weights=nearly, biases=list(first.biases), update=4)
    layers.show_displayed_snapshot(moved)
    layers.show_weights(moved)
    layers.work(AT_ONCE)
    kept = layers.choice
    assert all(a is b for a, b in zip(kept.edges, chosen.edges, strict=True))
    # What these edges carry now is counted by hand.
    shares = []
    for gap, a in enumerate((moved.trace.x, *moved.trace.a[:-1])):
        signal = np.abs(a[:, None] * moved.weights[gap])
        shares.append(signal[kept.edges[gap].source, kept.edges[gap].target].sum() / signal.sum())
    assert kept.share == pytest.approx(np.mean(shares)) and kept.share != chosen.share
    # Once they carry much less than the strongest would, the strongest are chosen.
    other = make_snapshot(seed=1, x=x, update=5)
    layers.show_displayed_snapshot(other)
    layers.show_weights(other)
    layers.work(AT_ONCE)
    assert layers.choice.share == choose_by_signal(other, layout).share


def told(snapshot):
    """The same moment, and what its last update followed and changed."""
    mean, change = np.random.default_rng(5).standard_normal((2, snapshot.parameters.size))
    return replace(snapshot, mean_gradient=mean, change=0.01 * change)


def drawn(layers: EdgeLayers, animation: AnimationState = REST):
    layers.work(AT_ONCE)
    return layers.on_screen(animation)


def test_without_a_right_answer_there_is_no_gradient(layers, make_snapshot) -> None:
    show(layers, make_snapshot(label=None))
    layers.set_picture("gradient")
    _, choice = drawn(layers)
    assert choice is not None and choice.drawn == 0


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("picture", PICTURES)
def test_one_sign_alone_is_all_of_it(layers, make_snapshot, picture, sign) -> None:
    show(layers, told(make_snapshot(seed=4)))
    layers.set_picture(picture)
    both, whole = drawn(layers)
    layers.set_sign(sign)
    marks, choice = drawn(layers)
    assert choice.sign == sign
    for one, all_ in zip(marks, both, strict=True):
        assert sorted(one.value) == sorted(all_.value[all_.value * sign > 0])
    layers.set_sign(-sign)
    other = drawn(layers)[1]
    assert choice.drawn + other.drawn == whole.drawn - sum(int((gap.value == 0).sum()) for gap in both)
    assert choice.share < whole.share

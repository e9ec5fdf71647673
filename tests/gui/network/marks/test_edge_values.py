"""The five pictures of the edges: each edge on screen has the very number that the engine computed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_signal, only_sign
from gui.network.marks.edge_legend import edge_text_marks
from gui.network.marks.edge_marks import LEVELS, edge_palette, hit_sign, legend_colours, legend_strip
from gui.network.marks.edge_values import PICTURES, values_of
from gui.network.marks.scales import Scales
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme

THEME, REST = Theme(), AnimationState()
SIZES = (256, 12, 8, 10)


def told(snapshot, seed: int = 5):
    """The same moment, and what its last update followed and changed."""
    rng = np.random.default_rng(seed)
    mean, change = rng.standard_normal((2, snapshot.parameters.size))
    return replace(snapshot, mean_gradient=mean, change=0.01 * change)


def layers_of(snapshot, newest=None) -> EdgeLayers:
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    layers = EdgeLayers()
    layers.reset(RenderContext(layout, THEME, 1.0, scales))
    layers.show_displayed_snapshot(snapshot)
    if newest is not None:
        layers.show_weights(newest)
    return layers


def drawn(layers: EdgeLayers):
    layers.work(10_000)
    return layers.on_screen(REST)


@pytest.mark.parametrize("picture", PICTURES)
def test_every_drawn_edge_has_its_number_and_its_colour(qapp, make_snapshot, picture) -> None:
    scene = told(make_snapshot(SIZES, seed=1))
    newest = told(make_snapshot(SIZES, seed=2, update=9), 6)
    layers = layers_of(scene, newest)
    layers.set_picture(picture)
    marks, choice = drawn(layers)
    inputs = (scene.trace.x, *scene.trace.a[:-1])
    expected = {
        "weight": newest.weights,
        "signal": [np.multiply(W.T, a).T for a, W in zip(inputs, scene.weights, strict=True)],
        "gradient": [np.outer(a, d) for a, d in zip(inputs, scene.trace.delta, strict=True)],
        "mean_gradient": newest.topology.table.named("W", newest.mean_gradient),
        "change": newest.topology.table.named("W", newest.change),
    }[picture]
    assert choice is not None and choice.drawn == sum(gap.value.size for gap in marks) > 0
    for gap, values in zip(marks, expected, strict=True):
        assert gap.kind == picture
        assert np.allclose(gap.value, values[gap.source, gap.target], rtol=1e-12)
        level = np.rint(np.minimum(1, np.abs(gap.value) / gap.scale) * LEVELS) * np.sign(gap.value)
        assert np.abs(gap.level - level).max() <= 1
        assert (np.sign(gap.level) == np.sign(gap.value)).all()


@pytest.mark.parametrize("picture", ["signal", "gradient"])
def test_edges_that_are_0_are_left_out_and_counted_apart(qapp, make_snapshot, picture) -> None:
    scene = make_snapshot(SIZES, seed=3)
    layers = layers_of(scene)
    layers.set_picture(picture)
    layers.set_budget(None)
    marks, choice = drawn(layers)
    values = values_of(picture, scene, scene)
    assert choice is not None
    assert choice.silent == sum(int((value == 0).sum()) for value in values.by_group()) > 0
    if picture == "gradient":
        assert all((gap.value != 0).all() for gap in marks)
        assert choice.drawn + choice.silent == choice.total


@pytest.mark.parametrize("picture", ["mean_gradient", "change"])
def test_of_an_update_that_was_not_told_nothing_is_drawn_and_that_is_said(
    qapp, make_snapshot, picture
) -> None:
    scene = make_snapshot(SIZES)
    layers = layers_of(scene)
    layers.set_picture(picture)
    marks, choice = drawn(layers)
    assert choice is not None and choice.drawn == 0 and not any(gap.value.size for gap in marks)
    layout = make_layout(SIZES, 800, 506, THEME)
    words = [mark.text for mark in edge_text_marks(layout, THEME, marks, choice)]
    # It may be the past, or the last picture of a film that is played backwards: no next update is promised.
    assert "not known of this update" in words and not any("next update" in line for line in words)
    layers.show_weights(told(replace(scene, update=4)))
    assert drawn(layers)[1].drawn > 0


def test_the_two_signs_shares_add_up(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES, seed=8)
    layout = make_layout(SIZES, 800, 506, THEME)
    choice = choose_by_signal(snapshot, layout, 16)
    values = values_of("signal", snapshot, snapshot)
    plus, minus = (only_sign(choice, values, sign, values) for sign in (1, -1))
    assert plus.share + minus.share == pytest.approx(choice.share)
    signal = snapshot.trace.a[0][:, None] * snapshot.weights[1]
    part = signal[plus.edges[1].source, plus.edges[1].target].sum() / np.abs(signal).sum()
    assert plus.share_per_group[1] == pytest.approx(part)


def test_one_sign_of_the_weights_carries_its_part_of_the_signal(qapp, make_snapshot) -> None:
    """They are chosen by |a·w|, and so is their share with one sign hidden: not by |w|."""
    snapshot = make_snapshot(SIZES, seed=8)
    layers = layers_of(snapshot)
    layers.set_sign(-1)
    _, choice = drawn(layers)
    assert choice is not None
    shares = []
    for gap, a in enumerate((snapshot.trace.x, *snapshot.trace.a[:-1])):
        signal = np.abs(a[:, None] * snapshot.weights[gap])
        edges = choice.edges[gap]
        assert (snapshot.weights[gap][edges.source, edges.target] < 0).all()
        shares.append(signal[edges.source, edges.target].sum() / signal.sum())
        assert choice.share_per_group[gap] == pytest.approx(shares[-1])
    assert choice.share == pytest.approx(np.mean(shares))


def test_the_legend_is_clicked_by_its_signs() -> None:
    layout = make_layout(SIZES, 800, 506, THEME)
    strip = legend_strip(layout.legend, THEME)
    y = strip.y + strip.height / 2
    assert hit_sign(layout, THEME, strip.x + 2, y) == hit_sign(layout, THEME, strip.x - 6, y) == -1
    assert hit_sign(layout, THEME, strip.x + strip.width + 6, y) == 1
    assert hit_sign(layout, THEME, strip.x + strip.width + 60, y) == 0
    assert hit_sign(layout, THEME, strip.x + 2, 100) == 0


def test_a_hidden_signs_colours_leave_the_legend() -> None:
    palette = edge_palette(THEME, "weight")
    colours = legend_colours(THEME, "weight", 1)
    assert (colours[: LEVELS + 1] == THEME.rgb("canvas")).all()
    assert np.array_equal(colours[LEVELS + 1 :], palette[LEVELS + 1 :])


def test_locked_scales_stay(make_snapshot) -> None:
    first, second = make_snapshot(SIZES, seed=1), make_snapshot(SIZES, seed=2, index=9)
    scales = Scales(3, locked=True)
    scales.update(first.weights)
    scales.update_from_snapshot(first)
    before = {kind: scales.of(kind) for kind in ("weight", "gradient", "signal", "activation")}
    scales.update([5 * W for W in second.weights])
    scales.update_from_snapshot(second)
    assert before == {kind: scales.of(kind) for kind in before}
    scales.update(second.weights, "change")
    assert scales.of("change") != (1.0, 1.0, 1.0)

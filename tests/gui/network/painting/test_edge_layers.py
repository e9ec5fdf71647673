"""Which edges are on screen: the newest weights or another picture of them, and behind the front the gradient's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import EdgeChoice, choose_by_signal
from gui.network.marks.edge_values import PICTURES
from gui.network.marks.scales import PULSE_KINDS, Scales, percentile_of
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.primitives import new_image, painting
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_trace

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


def parts_after_work(layers: EdgeLayers, animation: AnimationState):
    layers.is_moving = animation.phase != "rest"
    layers.work(AT_ONCE)
    return layers.parts(animation)


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3), red first."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[..., 2::-1].astype(float)


# --- which edges are drawn


def test_the_gradients_picture_is_only_drawn_while_something_moves(layers, make_snapshot):
    show(layers, make_snapshot())
    assert not layers.has_work
    layers.is_moving = True
    assert layers.has_work
    layers.work(AT_ONCE)
    assert not layers.has_work


def test_the_scales_of_what_travels_are_work_of_a_frame_before_it_sets_out(layers, make_snapshot):
    show(layers, make_snapshot())
    scales = layers.context.scales
    assert scales.are_owed(PULSE_KINDS) and not layers.has_work, "at rest nobody asks for them"
    layers.show_gradient(None, "gradient")
    layers.is_moving = True
    assert layers.has_work
    layers.work(AT_ONCE)
    assert not scales.are_owed(PULSE_KINDS) and not layers.has_work


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


@pytest.mark.parametrize("picture", ["mean_gradient", "change"])
def test_where_nothing_is_known_of_an_update_the_scale_of_another_one_is_not_named(
    layers, make_snapshot, picture
) -> None:
    layers.set_picture(picture)
    show(layers, told(make_snapshot(seed=4, update=7)))
    marks, _ = drawn(layers)
    assert np.isfinite([group.scale for group in marks]).all()
    show(layers, make_snapshot(seed=4, update=6))
    marks, choice = drawn(layers)
    assert choice.drawn == 0 and np.isnan([group.scale for group in marks]).all()


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


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("kind", ["gradient", "mean_gradient", "change"])
def test_a_sign_hidden_of_a_gradient_is_hidden_behind_the_front_too(
    layers, make_snapshot, kind, sign
) -> None:
    """So it is of each kind that the first picture shows, and the legend has one strip for both; of no other kind."""
    snapshot = told(make_snapshot(seed=4))
    moment = {
        "gradient": AnimationState("backward", 1, 0.5, gradient_from=1.5),
        "mean_gradient": AnimationState("mean", gradient_from=0.0),
        "change": AnimationState("change", progress=0.3, gradient_from=0.0),
    }[kind]
    show(layers, snapshot)
    if kind == "change":
        layers.show_change(snapshot.change)
    else:
        layers.show_gradient(getattr(snapshot, kind, snapshot.trace.gradient), kind)
    layers.set_picture(kind)

    def behind() -> tuple[list[list[float]], EdgeChoice]:
        layers.is_moving = True
        layers.work(AT_ONCE)
        marks, choice = layers.on_screen(moment)
        assert choice is not None and {mark.kind for mark in marks} == {kind}
        return [sorted(mark.value.tolist()) for mark in marks], choice

    both, whole = behind()
    assert whole.sign == 0 and any(value * sign < 0 for gap in both for value in gap)
    layers.set_sign(sign)
    kept, choice = behind()
    assert kept == [[value for value in gap if value * sign > 0] for gap in both]
    assert choice.sign == sign and choice.share < whole.share
    layers.set_picture("weight")
    assert behind()[0] == both
    layers.set_sign(sign)
    assert behind()[0] == both, "it is hidden of the weights alone"


def test_another_picture_has_both_signs_again(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    layers.set_sign(1)
    layers.set_picture("signal")
    marks, choice = drawn(layers)
    assert (layers.sign, choice.sign) == (0, 0) and (marks[0].value < 0).any()


def test_a_budget_is_that_of_each_neuron_and_none_is_all(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    layers.set_budget(1)
    marks, choice = drawn(layers)
    assert [np.bincount(gap.target).max() for gap in marks] == [1, 1, 1]
    layers.set_budget(None)
    assert drawn(layers)[1].drawn == choice.total == 256 * 32 + 32 * 16 + 16 * 10


def test_newer_weights_are_drawn_and_told_of_when_they_are(layers, make_snapshot) -> None:
    first = make_snapshot(update=3)
    assert layers.drawn_update == -1 and not layers.has_picture
    show(layers, first)
    assert layers.drawn_update == 3 and layers.has_picture and not layers.has_work
    before, version = layers.on_screen(REST)[0], layers.version
    newer = make_snapshot(seed=1, x=first.trace.x, update=9)
    layers.show_weights(newer)
    # Until they are drawn the old ones are on screen.
    assert layers.on_screen(REST)[0] is before and (layers.drawn_update, layers.version) == (3, version)
    marks, _ = drawn(layers)
    assert layers.drawn_update == 9 and layers.version != version
    for gap, W in zip(marks, newer.weights, strict=True):
        assert np.array_equal(gap.value, W[gap.source, gap.target])
    layers.show_weights(newer)
    assert not layers.has_work


def test_newer_weights_alone_leave_a_picture_of_the_example_as_it_is(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    layers.set_picture("signal")
    layers.work(AT_ONCE)
    layers.show_weights(make_snapshot(seed=1, update=9))
    assert not layers.has_work


def test_work_goes_on_in_portions(layers, make_snapshot) -> None:
    layers.set_budget(None)
    layers.show_displayed_snapshot(make_snapshot())
    portions = 1
    while layers.work(0.0):
        portions += 1
    assert portions > 3 and not layers.has_work and layers.has_picture


def test_on_new_ground_all_is_drawn_anew(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    layers.reset(context_of(ratio=2.0))
    assert not layers.has_picture and layers.choice is None and layers.has_work
    assert layers.on_screen(REST) == ((), None)
    (part,) = parts_after_work(layers, REST)
    assert (part.picture.image.width(), part.picture.image.height()) == (1600, 1012)


def test_of_a_network_that_is_gone_nothing_is_known(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    layers.forget()
    assert layers.values_shown is None and layers.displayed is None and not layers.has_work


def test_a_copy_has_the_same_edges_and_a_life_of_its_own(layers, make_snapshot) -> None:
    snapshot = make_snapshot()
    show(layers, snapshot)
    marks, choice = layers.on_screen(REST)
    twin = layers.drawn_at(context_of(ratio=2.0))
    assert twin.has_work and not layers.has_work
    same, same_choice = drawn(twin)
    assert same_choice is choice
    for one, other in zip(same, marks, strict=True):
        assert np.array_equal(one.value, other.value) and np.array_equal(one.x1, other.x1)
    # Newer weights that are still to be drawn are no part of it.
    layers.show_weights(make_snapshot(seed=1, update=9))
    assert layers.work(0.0)
    late = layers.drawn_at(context_of(ratio=2.0))
    assert np.array_equal(drawn(late)[0][0].value, marks[0].value) and late.drawn_update == 3


def test_a_copy_of_what_is_half_chosen_draws_all_of_it(layers, make_snapshot) -> None:
    snapshot = make_snapshot()
    layers.show_displayed_snapshot(snapshot)
    assert layers.work(0.0) and layers.choice is None
    twin = layers.drawn_at(context_of(ratio=2.0))
    marks, choice = drawn(twin)
    same, its_choice = drawn(layers)
    assert choice.drawn_per_group == its_choice.drawn_per_group and choice.drawn > 0
    for one, other in zip(marks, same, strict=True):
        assert np.array_equal(one.value, other.value)


def test_another_network_in_the_middle_of_a_choice_is_chosen_for_itself(layers, make_snapshot) -> None:
    layers.show_displayed_snapshot(make_snapshot())
    layers.work(0.0)
    layers.forget()
    assert not layers.has_work
    other = make_snapshot(seed=3)
    layers.show_displayed_snapshot(other)
    layers.show_weights(other)
    assert drawn(layers)[1].share == choose_by_signal(other, layers.context.layout).share


# --- the gradient's phases


MEAN = AnimationState("mean", gradient_from=0.0)


def test_in_its_phases_the_gradient_is_on_screen_and_after_the_change_the_weights(
    layers, make_snapshot
) -> None:
    snapshot = make_snapshot()
    show(layers, snapshot)
    layers.is_moving = True
    layers.work(AT_ONCE)
    back = AnimationState("backward", 1, 0.5, gradient_from=1.5)
    marks, choice = layers.on_screen(back)
    assert marks[0].kind == choice.measure == "gradient"
    before = (snapshot.trace.x, *snapshot.trace.a[:-1])
    for gap, a, delta in zip(marks, before, snapshot.trace.delta, strict=True):
        assert np.allclose(gap.value, a[gap.source] * delta[gap.target])
    assert layers.on_screen(REST)[0][0].kind == "weight"
    layers.show_change(0.01 * snapshot.parameters)
    layers.work(AT_ONCE)
    for progress, kind in ((0.0, "change"), (0.5, "change"), (0.6, "weight")):
        animation = AnimationState("change", 0, progress, gradient_from=0.0)
        assert layers.on_screen(animation)[0][0].kind == kind
    layers.show_change(None)
    layers.work(AT_ONCE)
    assert layers.on_screen(back)[0][0].kind == "gradient"


def test_the_front_parts_the_weights_from_the_gradient(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    layout = layers.context.layout
    left, right = layout.gap_bounds(1)
    # Half way through the second gap.
    weights, gradient = parts_after_work(layers, AnimationState("backward", 1, 0.5, gradient_from=1.5))
    assert (weights.left, weights.right, weights.opacity) == (0, pytest.approx((left + right) / 2), 1)
    assert (gradient.left, gradient.right, gradient.opacity) == (weights.right, 800, 1)
    assert weights.picture.drawn_marks[0].kind == "weight"
    assert gradient.picture.drawn_marks[0].kind == "gradient"


def test_before_the_front_all_are_weights_and_of_the_mean_all_are_gradients(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    for animation, kind in ((AnimationState("forward", 0, 0.5), "weight"), (MEAN, "gradient")):
        (part,) = parts_after_work(layers, animation)
        assert (part.left, part.right) == (0, 800) and part.picture.drawn_marks[0].kind == kind


@pytest.mark.parametrize("progress", [0.0, 0.25, 1.0])
def test_a_change_fades_into_the_new_weights(layers, make_snapshot, progress) -> None:
    snapshot = make_snapshot()
    show(layers, snapshot)
    layers.show_change(0.01 * snapshot.parameters)
    change, *weights = parts_after_work(layers, AnimationState("change", 0, progress, gradient_from=0.0))
    assert (change.picture.drawn_marks[0].kind, change.opacity) == ("change", 1)
    seen = [(part.picture.drawn_marks[0].kind, part.opacity) for part in weights]
    assert seen == ([("weight", progress)] if progress else [])


def test_where_there_is_no_gradient_the_weights_stay(layers, make_snapshot) -> None:
    layers.show_displayed_snapshot(make_snapshot(label=None))
    (part,) = parts_after_work(layers, MEAN)
    assert part.picture.drawn_marks[0].kind == "weight" and not layers.has_work


def test_what_is_painted_are_the_parts_side_by_side_and_faded_a_tenth_of_them(layers, make_snapshot) -> None:
    show(layers, make_snapshot())
    animation = AnimationState("backward", 1, 0.5, gradient_from=1.5)
    weights, gradient = parts_after_work(layers, animation)
    front = int(weights.right)
    for faded in (False, True):
        image = new_image(800, 506, 1.0)
        with painting(image) as painter:
            layers.paint(painter, animation, faded)
        got = pixels(image)
        one, other = (
            pixels(part.picture.faded() if faded else part.picture.image) for part in (weights, gradient)
        )
        assert np.array_equal(got[:, :front], one[:, :front])
        assert np.array_equal(got[:, front + 1 :], other[:, front + 1 :])
    strongest, canvas = np.abs(pixels(weights.picture.image) - Theme().rgb("canvas")), Theme().rgb("canvas")
    weakened = np.abs(pixels(weights.picture.faded()) - canvas)
    assert np.abs(weakened - 0.1 * strongest).max() <= 1.5


# --- numbers besides the edges


def test_the_mean_delta_is_that_of_the_batch_where_its_gradient_is_on_screen(layers, make_snapshot) -> None:
    snapshot = told(make_snapshot())
    mean_db = [np.full(size, 7.0) for size in SIZES[1:]]
    show(layers, snapshot)
    layers.show_gradient(snapshot.mean_gradient, "mean_gradient", mean_db)
    assert layers.mean_delta(MEAN) is mean_db and layers.mean_delta(REST) is None
    layers.set_picture("mean_gradient")
    # Until they are drawn the edges are weights, and so the rings go with those.
    assert layers.mean_delta(REST) is None
    layers.work(10_000)
    for mean, db in zip(layers.mean_delta(REST), snapshot.mean_db, strict=True):
        assert np.array_equal(mean, db)
    assert layers.mean_delta(AnimationState("forward", 1, 0.5)) is None
    # The next update's stays out until its edges are drawn: both are of one update.
    newer = replace(snapshot, update=snapshot.update + 1, mean_gradient=2 * snapshot.mean_gradient)
    before = layers.mean_delta(REST)
    layers.show_weights(newer)
    assert layers.mean_delta(REST) is before
    layers.work(10_000)
    assert np.array_equal(layers.mean_delta(REST)[0], newer.mean_db[0])
    assert layers.drawn_update == newer.update


def test_a_gradient_keeps_its_own_scale_while_another_example_is_displayed_already(
    layers, make_snapshot
) -> None:
    snapshot = make_snapshot()
    show(layers, snapshot)
    other = with_trace(snapshot, delta=tuple(7 * delta for delta in snapshot.trace.delta))
    layers.context.scales.update_from_snapshot(other)
    layers.set_scales_changed()
    layers.is_moving = True
    layers.work(AT_ONCE)
    marks, _ = layers.on_screen(AnimationState("backward", 0, 1.0, gradient_from=0.0))
    for group in marks:
        assert group.kind == "gradient"
        values = np.abs(snapshot.connections[group.group].values(snapshot.trace.gradient))
        assert group.scale == pytest.approx(percentile_of(values))


@pytest.mark.parametrize(("factor", "is_clipped"), [(1.0, False), (0.5, True)])
def test_a_gradient_that_was_clipped_is_known_to_be(layers, make_snapshot, factor, is_clipped) -> None:
    assert layers.followed == (False, (), False)
    show(layers, replace(make_snapshot(), clip_factor=factor, penalties=("l2",)))
    assert layers.followed == (is_clipped, ("l2",), False)


def test_a_group_shows_its_picture_until_the_front_has_passed_it(layers, make_snapshot) -> None:
    snapshot = make_snapshot()
    show(layers, snapshot)
    layers.is_moving = True
    layers.work(AT_ONCE)
    # At the column of the second layer: what comes out of it is passed, what leads to it is not yet.
    animation = AnimationState("backward", 2, 1.0, gradient_from=2.0)
    contents = [layers.content_at(group, animation) for group in range(3)]
    assert [content.kind for content in contents] == ["weight", "weight", "gradient"]
    assert np.allclose(contents[2].values.vector, snapshot.trace.gradient)
    layers.set_picture("change")
    # Until the other picture is drawn, this one is on screen.
    assert layers.content_at(0, REST).kind == "weight"
    layers.work(AT_ONCE)
    # Nothing is known of a change yet.
    assert layers.content_at(0, REST) is None


def test_what_is_no_finite_number_is_counted(layers, make_snapshot) -> None:
    snapshot = make_snapshot()
    snapshot.parameters[:3] = (np.nan, np.inf, -np.inf)
    show(layers, snapshot)
    layers.work(AT_ONCE)
    assert layers.on_screen(REST)[1].unfinite == 3
    snapshot.parameters[:] = np.nan
    show(layers, replace(snapshot, update=4))
    layers.work(AT_ONCE)
    choice = layers.on_screen(REST)[1]
    assert choice is not None and choice.unfinite == sum(W.size for W in snapshot.weights)

"""All that does not move is one image, composed again only when a part of it has changed."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.reorder_animation import ReorderAnimation
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import Words
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.painting.node_layers import NeuronLook
from gui.network.painting.primitives import new_image, painting
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import DARK, Theme
from gui.widgets.number_text import compact

AT_ONCE = 10_000.0
SIZES = (64, 6, 5, 4)
WIDTH, HEIGHT = 640, 400
WORDS = Words("a title", "what happens", "1 of 60,000 in L")


def context_of(snapshot, width: int = WIDTH, ratio: float = 1.0) -> RenderContext:
    scales = Scales(len(snapshot.connections), n_layers=len(snapshot.sizes) - 1)
    scales.update_from_snapshot(snapshot)
    return RenderContext(make_layout(snapshot.sizes, width, HEIGHT, Theme()), Theme(), ratio, scales)


def frame_of(snapshot, animation: AnimationState | None = None) -> ComposedFrame:
    """A frame that shows it, drawn to the last edge."""
    frame = ComposedFrame()
    frame.set_context(context_of(snapshot))
    frame.show_displayed_snapshot(snapshot)
    frame.edges.show_gradient(snapshot.trace.gradient, "gradient")
    frame.show_words(WORDS)
    if animation is not None:
        frame.show_animation_state(animation)
    frame.edges.work(AT_ONCE)
    return frame


@pytest.fixture
def snapshot(make_snapshot):
    return make_snapshot(SIZES)


@pytest.fixture
def frame(qapp, snapshot) -> ComposedFrame:
    frame = frame_of(snapshot)
    frame.up_to_date()
    return frame


def array_of(image: QImage) -> np.ndarray:
    """(height, width, 3)."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[..., :3].astype(int)


# --- while it is being prepared


@pytest.mark.parametrize(
    "animation",
    [AnimationState(), AnimationState("forward", 0, 0.0, revealed=0, loss_shown=False, deltas_from=9)],
)
def test_while_another_example_is_prepared_all_that_is_seen_is_of_the_one_before(
    frame, make_snapshot, animation, monkeypatch
) -> None:
    monkeypatch.setattr("gui.network.painting.preparation.perf_counter", lambda: 100.0)
    before = array_of(frame.up_to_date()).copy()
    other = make_snapshot(SIZES, seed=5)
    frame.show_displayed_snapshot(other)
    frame.show_animation_state(animation)
    frame.prepare()
    steps = 0
    while frame.preparation.is_under_way:
        assert frame.is_behind and np.array_equal(array_of(frame.up_to_date()), before)
        assert frame.preparation.work(0.0)
        steps += 1
    assert steps > 5
    # Nothing but putting it together is left.
    monkeypatch.setattr(frame.nodes, "refresh", None)
    monkeypatch.setattr(frame.nodes, "update_legend", None)
    after = array_of(frame.up_to_date()).copy()
    assert not np.array_equal(after, before)
    # As it is where nothing was prepared.
    at_once = frame_of(make_snapshot(SIZES))
    at_once.up_to_date()
    at_once.show_displayed_snapshot(other)
    at_once.show_animation_state(animation)
    assert np.array_equal(after, array_of(at_once.up_to_date()))


@pytest.mark.parametrize(
    "change",
    [
        lambda frame, other: frame.show_displayed_snapshot(other),
        lambda frame, other: frame.set_context(context_of(other)),
        lambda frame, other: frame.highlight((1, 2)),
    ],
)
def test_what_changes_meanwhile_is_seen_at_once(frame, make_snapshot, change) -> None:
    frame.show_displayed_snapshot(make_snapshot(SIZES, seed=5))
    frame.prepare()
    frame.preparation.work(0.0)
    change(frame, make_snapshot(SIZES, seed=6))
    assert not frame.preparation.is_under_way


@pytest.mark.parametrize("is_prepared", [False, True])
def test_what_is_held_stays_on_screen_until_it_is_told_of(frame, make_snapshot, is_prepared) -> None:
    before = array_of(frame.up_to_date()).copy()
    frame.show_displayed_snapshot(make_snapshot(SIZES, seed=5))
    if is_prepared:
        frame.prepare()
    frame.preparation.is_held = True
    frame.preparation.work(10_000.0)
    assert frame.is_behind and np.array_equal(array_of(frame.up_to_date()), before)
    frame.preparation.is_held = False
    after = array_of(frame.up_to_date()).copy()
    assert not frame.is_behind and not np.array_equal(after, before)


def test_what_is_held_on_another_ground_stays_there_moved(frame, make_snapshot) -> None:
    before = array_of(frame.up_to_date()).copy()
    other = make_snapshot(SIZES, seed=5)
    frame.show_displayed_snapshot(other)
    frame.preparation.is_held = True
    frame.set_context(context_of(other), QTransform())
    frame.edges.work(10_000.0)
    assert np.array_equal(array_of(frame.up_to_date()), before)
    frame.preparation.is_held = False
    assert not np.array_equal(array_of(frame.up_to_date()), before)


def test_beside_what_is_highlighted_nothing_is_put_off(frame, make_snapshot) -> None:
    """Its card tells of the newest numbers."""
    frame.highlight((1, 2))
    frame.show_displayed_snapshot(make_snapshot(SIZES, seed=5))
    frame.prepare()
    assert not frame.preparation.is_under_way


# --- what it consists of


def test_the_nodes_lie_over_the_edges(frame) -> None:
    image = new_image(WIDTH, HEIGHT, 1.0)
    with painting(image) as painter:
        frame.edges.paint(painter, frame.animation, False)
        frame.nodes.paint_lower(painter)
        frame.nodes.paint_upper(painter)
    assert np.array_equal(array_of(frame.up_to_date()), array_of(image))


def test_its_words_and_its_legend_are_among_them(frame) -> None:
    assert {"a title", "what happens", "1 of 60,000 in L"} <= {mark.text for mark in frame.nodes.words}
    marks, choice = frame.edges.on_screen(frame.animation)
    told = " ".join(mark.text for mark in frame.nodes.legend.texts)
    assert "full colour at |w| = " in told and f"drawn {choice.drawn} of {choice.total}" in told
    assert strips_of(frame) == [("weight", 0)]


def strips_of(frame: ComposedFrame) -> list[tuple[str, int]]:
    """The kind of each strip of colours, from left to right, and the only sign that it has."""
    return [(strip.kind, strip.sign) for strip in sorted(frame.nodes.legend.strips, key=lambda s: s.rect.x)]


def test_each_side_of_a_front_has_its_own_legend_and_count(frame, snapshot) -> None:
    frame.edges.set_sign(-1)
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    assert strips_of(frame) == [("weight", -1)]
    frame.show_animation_state(AnimationState("backward", 1, 0.5, gradient_from=1.5))
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    # What is hidden of the weights is not hidden of the gradient.
    assert sorted(strips_of(frame)) == [("gradient", 0), ("weight", -1)]
    told = [mark.text for mark in frame.nodes.legend.texts]
    (_, weights), (_, gradient) = frame.edges.sides(frame.animation)
    for words, choice in (("|w| = ", weights), ("|∂C/∂w| = ", gradient)):
        (line,) = (line for line in told if line.startswith(words))
        assert f"{choice.drawn} of {choice.total}" in line
    # Under the gaps: those that the front has passed count the gradient's edges, the others the weights'.
    gaps = [m.text for m in frame.nodes.legend.texts if m.align == "centre"]
    drawn = [weights.drawn_per_group[0], weights.drawn_per_group[1], gradient.drawn_per_group[2]]
    assert [text.split(" of ")[0] for text in gaps] == [str(count) for count in drawn]
    frame.show_animation_state(AnimationState("mean", gradient_from=0.0))
    frame.up_to_date()
    assert strips_of(frame) == [("gradient", 0)]


def test_a_highlighted_neurons_edges_have_a_legend_of_their_own(frame, snapshot) -> None:
    frame.highlight((1, 2))
    frame.up_to_date()
    (strip,) = frame.nodes.legend.strips
    assert (strip.kind, strip.highlighted) == ("weight", True)
    told = " ".join(mark.text for mark in frame.nodes.legend.texts)
    into, out = np.abs(snapshot.weights[1][:, 2]).max(), np.abs(snapshot.weights[2][2]).max()
    assert f"full colour at |w| = {compact(into)}  {compact(out)} (gaps 2–3)" in told
    # Six neurons before, four outputs.
    assert "highlighted: 10 of 10 connections" in told
    frame.highlight(None)
    frame.up_to_date()
    assert strips_of(frame) == [("weight", 0)] and not frame.nodes.legend.strips[0].highlighted


def test_of_a_highlighted_neurons_edges_those_that_are_drawn_are_counted(frame, snapshot) -> None:
    """What carries nothing has no line, and a hidden sign has none."""

    def told() -> str:
        frame.edges.work(AT_ONCE)
        frame.up_to_date()
        return next(m.text for m in frame.nodes.legend.texts if "highlighted" in m.text)

    frame.edges.set_picture("signal")
    frame.highlight((1, 2))
    a, second, third = snapshot.trace.a, snapshot.weights[1][:, 2], snapshot.weights[2][2]
    carried = np.concatenate([a[0] * second, a[1][2] * third])
    assert 0 < np.count_nonzero(carried) < 10
    assert told() == f"highlighted: {np.count_nonzero(carried)} of 10 connections"
    for sign, text in ((1, "+"), (-1, "−")):
        frame.edges.set_sign(sign)
        count = np.count_nonzero(carried * sign > 0)
        assert told() == f"{text} highlighted: {count} of 10 connections"
        assert strips_of(frame) == [("signal", sign)] and frame.nodes.legend.strips[0].highlighted


@pytest.mark.parametrize("picture", ["weight", "change", "signal"])
def test_of_a_highlighted_neurons_edges_those_from_pixels_without_ink_are_said_to_be_left_out(
    qapp, make_snapshot, picture
) -> None:
    snapshot = make_snapshot((4, 3, 2), x=np.array([0.0, 1.0, 0.0, 1.0]), biases=[np.ones(3), np.ones(2)])
    snapshot = replace(snapshot, change=np.ones_like(snapshot.parameters))
    frame = frame_of(snapshot)
    frame.edges.set_picture(picture)
    frame.highlight((0, 1))
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    (told,) = (mark.text for mark in frame.nodes.legend.texts if "highlighted" in mark.text)
    (said,) = (row.words for row in frame.legend_rows() if "of a highlighted neuron" in row.words)
    if picture == "signal":
        # There is nothing that could be drawn of them.
        assert "ink" not in told + said
        return
    assert told == "highlighted: 4 of 6 connections · none from pixels without ink"
    assert said.endswith(" · none from pixels without ink")
    frame.highlight((1, 0))
    frame.up_to_date()
    assert not any("ink" in mark.text for mark in frame.nodes.legend.texts)


def test_where_all_of_a_highlighted_neurons_edges_are_hidden_the_legend_is_still_theirs(
    qapp, make_snapshot
) -> None:
    weights = [np.ones(shape) for shape in ((4, 3), (3, 2))]
    frame = frame_of(
        make_snapshot((4, 3, 2), x=np.ones(4), weights=weights, biases=[np.zeros(3), np.zeros(2)])
    )
    frame.highlight((0, 1))
    frame.edges.set_sign(-1)
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    assert "− highlighted: 0 of 6 connections" in [mark.text for mark in frame.nodes.legend.texts]
    assert strips_of(frame) == [("weight", -1)]


def test_a_highlighted_edge_that_falls_silent_is_counted_no_more(frame, snapshot) -> None:
    frame.highlight((1, 2))
    frame.up_to_date()
    place = snapshot.connections[1].parameter(3, 2)
    parameters = snapshot.parameters.copy()
    parameters[place] = 0.0
    frame.edges.show_weights(replace(snapshot, update=9, parameters=parameters))
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    assert "highlighted: 9 of 10 connections" in [mark.text for mark in frame.nodes.legend.texts]


def test_a_highlighted_neurons_edges_are_renewed_with_the_weights(frame, snapshot, make_snapshot) -> None:
    """Their numbers are those of the update that is named as drawn, neither older nor newer."""
    frame.highlight((1, 2))
    newer = make_snapshot(SIZES, seed=5, update=9)
    frame.edges.show_weights(newer)
    frame.up_to_date()
    for update, of in ((3, snapshot), (9, newer)):
        assert frame.edges.drawn_update == update
        into, out = frame.highlighted_marks
        assert np.allclose(into.value, of.weights[1][into.source, 2])
        assert np.allclose(out.value, of.weights[2][2, out.target])
        frame.edges.work(AT_ONCE)
        frame.up_to_date()


def test_in_the_change_a_highlighted_neurons_edges_are_the_change_and_then_the_weights(
    frame, snapshot
) -> None:
    frame.edges.show_gradient(snapshot.parameters * 7, "mean_gradient")
    frame.edges.show_change(snapshot.parameters * 0.01)
    frame.highlight((1, 2))
    for progress, kind, factor in ((0.0, "change", 0.01), (0.4, "change", 0.01), (0.6, "weight", 1.0)):
        frame.show_animation_state(AnimationState("change", 0, progress, gradient_from=0.0))
        frame.edges.work(AT_ONCE)
        frame.up_to_date()
        into, out = frame.highlighted_marks
        assert into.kind == out.kind == kind == frame.nodes.legend.strips[0].kind
        assert np.allclose(into.value, factor * snapshot.weights[1][into.source, 2])


def test_the_legend_says_whose_delta_the_rings_are(frame, snapshot) -> None:
    def ring() -> str:
        frame.edges.work(AT_ONCE)
        frame.up_to_date()
        (words,) = (row.words for row in frame.legend_rows() if row.key == "neuron_ring")
        return words

    assert ring().startswith("δ, ")
    told = replace(snapshot, mean_gradient=snapshot.parameters.copy())
    frame.edges.show_weights(told)
    frame.show_displayed_snapshot(told)
    frame.edges.set_picture("mean_gradient")
    assert ring().startswith("the batch’s mean δ, ")
    frame.edges.set_picture("gradient")
    assert ring().startswith("δ, ")


def test_drawn_in_steps_it_is_the_same(frame) -> None:
    frame.highlight((0, 2), ((1, 3),))
    image, steps = new_image(WIDTH, HEIGHT, 1.0), 0
    with painting(image) as painter:
        for _ in frame.drawn_at(1.0).draw_in_steps(painter):
            steps += 1
    # A picture that is kept has no sign that its legend unfolds.
    frame.show_words(frame.words.of_kept_picture)
    assert steps > 3 and np.abs(array_of(image) - array_of(frame.up_to_date())).max() <= 2


# --- when it is composed again


def test_once_it_is_up_to_date_it_is_not_stale(qapp, snapshot) -> None:
    frame = frame_of(snapshot)
    assert frame.is_stale
    frame.up_to_date()
    assert not frame.is_stale
    frame.show_words(WORDS)
    frame.highlight(None)
    frame.show_animation_state(AnimationState())
    assert not frame.is_stale


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.show_words(replace(WORDS, title="another title")),
        lambda frame: frame.show_look(NeuronLook(preferred_classes=True)),
        lambda frame: frame.highlight((1, 2)),
        lambda frame: frame.show_animation_state(AnimationState("forward", 0, 0.5, 0, False, 9)),
        lambda frame: frame.show_displayed_snapshot(frame.displayed_snapshot),
        lambda frame: frame.set_context(frame.context),
    ],
)
def test_what_changes_makes_it_stale_until_it_is_composed(frame, change) -> None:
    change(frame)
    assert frame.is_stale
    frame.up_to_date()
    assert not frame.is_stale


def test_newer_weights_are_seen_when_they_are_drawn(frame, snapshot, make_snapshot) -> None:
    before = array_of(frame.up_to_date()).copy()
    frame.edges.show_weights(make_snapshot(SIZES, seed=1, update=9))
    assert not frame.is_stale
    frame.edges.work(AT_ONCE)
    assert frame.is_stale and not np.array_equal(array_of(frame.up_to_date()), before)


def test_what_the_legend_and_the_neurons_were_made_of_is_kept_with_them(frame, make_snapshot) -> None:
    """They are told from what comes next by their ids, which Python gives to others once they are gone."""
    choice = weakref.ref(frame.edges.sides(frame.animation)[0][1])
    marks = weakref.ref(frame.edges.on_screen(frame.animation)[0][0])
    assert choice() is not None and marks() is not None
    for update in (9, 10):
        frame.edges.show_weights(make_snapshot(SIZES, seed=update, update=update))
        frame.edges.show_displayed_snapshot(make_snapshot(SIZES, seed=update, update=update))
        frame.edges.work(AT_ONCE)
        frame.edges.sides(frame.animation)
    gc.collect()
    assert choice() is not None and marks() is not None
    frame.up_to_date()
    gc.collect()
    assert choice() is None and marks() is None


def test_when_the_signal_starts_out_edges_are_chosen_anew(frame) -> None:
    choices = [frame.edges.choice]
    for gap in (0, 1):
        frame.show_animation_state(AnimationState("forward", gap, 0.1))
        frame.edges.work(AT_ONCE)
        choices.append(frame.edges.choice)
    assert choices[0] is not choices[1] is choices[2]


@pytest.mark.parametrize(
    "states",
    [
        [AnimationState("backward", 1, part, 9, True, 1, 2 - part) for part in (0.0, 0.2, 0.5, 0.9, 0.3)],
        [AnimationState("change", 0, part, 9, True, 0, 0.0) for part in (0.0, 0.4, 0.6, 1.0)],
        [
            AnimationState("backward", 1, 1.0, 9, True, 1, 1.0),
            AnimationState("backward", 0, 0.3, 9, True, 0, 0.7),
            AnimationState(),
        ],
    ],
)
def test_frame_after_frame_it_is_what_it_would_be_if_composed_from_nothing(qapp, snapshot, states) -> None:
    frame, change = frame_of(snapshot, states[0]), -0.01 * snapshot.parameters
    for state in states:
        anew = frame_of(snapshot, state)
        for each in (frame, anew):
            each.show_animation_state(state)
            each.edges.show_change(change if state.phase == "change" else None)
            each.edges.work(AT_ONCE)
        assert np.array_equal(array_of(frame.up_to_date()), array_of(anew.up_to_date())), state


# --- another ground


def test_until_new_edges_are_drawn_what_was_seen_stays(frame) -> None:
    before = array_of(frame.up_to_date()).copy()
    frame.set_context(frame.context, QTransform())
    for _ in range(2):
        assert np.array_equal(array_of(frame.up_to_date()), before)
        # Nothing was drawn for it.
        assert frame.is_behind and not frame.edges.has_picture
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    assert not frame.is_behind and np.array_equal(array_of(frame.up_to_date()), before)


def test_where_nothing_leads_there_from_what_was_seen_new_edges_are_waited_for(frame, snapshot) -> None:
    frame.set_context(context_of(snapshot, width=700))
    assert not frame.is_behind and frame.up_to_date().width() == 700
    assert frame.edges.has_picture


# --- another example


def edges_of(frame: ComposedFrame) -> list[np.ndarray]:
    """The numbers of all edges, group by group."""
    content = frame.edges.first_picture.content
    assert content is not None
    return content.values.by_group()


@pytest.mark.parametrize("picture", ["signal", "gradient"])
def test_the_numbers_of_an_example_are_not_seen_beside_what_edges_carry_for_another(
    frame, make_snapshot, picture
) -> None:
    frame.edges.set_picture(picture)
    frame.edges.work(AT_ONCE)
    before = array_of(frame.up_to_date()).copy()
    other = make_snapshot(SIZES, x=np.arange(64) % 2.0, index=8)
    frame.show_displayed_snapshot(other)
    frame.show_words(Words("another title"))
    for _ in range(2):
        assert frame.is_behind and np.array_equal(array_of(frame.up_to_date()), before)
    frame.edges.work(AT_ONCE)
    assert not np.array_equal(array_of(frame.up_to_date()), before) and not frame.is_behind
    a, W = other.trace.a, other.weights[1]
    wanted = {"signal": a[0][:, None] * W, "gradient": other.trace.dW[1]}[picture]
    np.testing.assert_allclose(np.ravel(edges_of(frame)[1]), np.ravel(wanted), atol=1e-6)


def test_weights_are_of_no_example_and_wait_for_nothing(frame, make_snapshot) -> None:
    before = array_of(frame.up_to_date()).copy()
    frame.show_displayed_snapshot(make_snapshot(SIZES, x=np.arange(64) % 2.0, index=8))
    assert not frame.is_behind and not np.array_equal(array_of(frame.up_to_date()), before)


def test_a_drawing_follows_the_pen(frame, make_snapshot) -> None:
    frame.edges.set_picture("signal")
    frame.edges.work(AT_ONCE)
    before = array_of(frame.up_to_date()).copy()
    drawing = make_snapshot(SIZES, x=np.arange(64) % 2.0, origin="drawing", index=None)
    frame.show_displayed_snapshot(drawing)
    assert not frame.is_behind and not np.array_equal(array_of(frame.up_to_date()), before)


def test_a_picture_that_is_kept_then_has_the_edges_of_the_new_example(frame, make_snapshot) -> None:
    frame.edges.set_picture("signal")
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    other = make_snapshot(SIZES, x=np.arange(64) % 2.0, index=8)
    frame.show_displayed_snapshot(other)
    twin = frame.drawn_at(1.0)
    twin.edges.work(AT_ONCE)
    wanted = other.trace.a[0][:, None] * other.weights[1]
    np.testing.assert_allclose(np.ravel(edges_of(twin)[1]), np.ravel(wanted), atol=1e-6)


@pytest.mark.parametrize("ratio", [0.5, 2.0])
def test_a_twin_has_a_ratio_and_a_life_of_its_own(frame, snapshot, ratio) -> None:
    frame.show_look(NeuronLook(preferred_classes=True))
    frame.highlight((1, 2))
    before = array_of(frame.up_to_date()).copy()
    twin = frame.drawn_at(ratio)
    assert (twin.look, twin.highlighted) == (frame.look, frame.highlighted)
    assert twin.words == frame.words.of_kept_picture
    image = twin.up_to_date()
    assert (image.width(), image.height()) == (WIDTH * ratio, HEIGHT * ratio)
    twin.show_words(Words("another title"))
    twin.highlight(None)
    twin.context.scales.update([5 * W for W in snapshot.weights])
    twin.up_to_date()
    assert not frame.is_stale and np.array_equal(array_of(frame.up_to_date()), before)
    assert frame.context.scales.of("weight") != twin.context.scales.of("weight")


# --- what stands out


def test_a_highlighted_neurons_edges_stand_out_and_the_others_fade(frame) -> None:
    layout = frame.context.layout
    before = array_of(frame.up_to_date()).copy()
    frame.highlight((2, 1))
    after, canvas = array_of(frame.up_to_date()), np.array(QColor(DARK.canvas).getRgb()[2::-1])
    # In the first gap, where none of its edges is, a tenth is left.
    left, right = layout.gap_bounds(0)
    rows = slice(int(layout.content.y) + 30, int(layout.gaps_y) - 30)
    gap = (rows, slice(int(left) + 4, int(right) - 4))
    assert np.abs(after[gap] - canvas).max() <= 0.1 * np.abs(before[gap] - canvas).max() + 1
    assert {mark.group for mark in frame.highlighted_marks} == {2}
    assert frame.selected == {(2, 1): False}


def test_when_it_is_let_go_all_is_as_before(frame) -> None:
    before = array_of(frame.up_to_date()).copy()
    frame.highlight((2, 1))
    assert not np.array_equal(array_of(frame.up_to_date()), before)
    frame.highlight(None)
    assert np.array_equal(array_of(frame.up_to_date()), before) and frame.selected == {}


def test_its_edges_have_their_gradient_once_the_front_has_passed_them(frame) -> None:
    frame.highlight((1, 2))
    kinds = []
    for front in (2.5, 2.1, 2.0, 1.5, 1.0):
        frame.show_animation_state(AnimationState("backward", 1, 0.5, gradient_from=front))
        frame.edges.work(AT_ONCE)
        frame.up_to_date()
        kinds.append([mark.kind for mark in frame.highlighted_marks])
    # The edges out of the second layer come from x = 2, those into it from x = 1, counted in gaps.
    before, out, both = ["weight", "weight"], ["weight", "gradient"], ["gradient", "gradient"]
    assert kinds == [before, before, out, out, both]


def test_what_is_selected_has_a_ring(frame) -> None:
    column = frame.context.layout.layers[1]
    text = QColor(DARK.text)

    def ring_pixels() -> int:
        image = frame.up_to_date()
        x, y = int(column.x[2]), int(column.y[2])
        around = range(-25, 26)
        return sum(image.pixelColor(x + right, y + down) == text for right in around for down in around)

    assert ring_pixels() == 0
    frame.highlight((1, 2))
    assert ring_pixels() > 20


# --- neurons on their way


def test_neurons_can_be_moved_but_not_as_cells_or_of_an_older_ground(
    qapp, frame, snapshot, make_snapshot
) -> None:
    assert frame.can_animate_reorder()
    frame.set_context(context_of(snapshot), QTransform())
    frame.edges.work(AT_ONCE)
    assert not frame.can_animate_reorder()
    frame.up_to_date()
    assert frame.can_animate_reorder()
    deep = make_snapshot((64, *[4] * 80, 4))
    assert not frame_of(deep).can_animate_reorder()


def test_where_nobody_is_on_the_way_the_picture_with_moved_neurons_is_the_same(frame) -> None:
    still = ReorderAnimation([np.arange(6), np.arange(5)], 0.5)
    image = new_image(WIDTH, HEIGHT, 1.0)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame.paint_reordering(painter, still)
    layers = frame.context.layout.layers
    got, wanted = array_of(image), array_of(frame.up_to_date())
    for column in layers:
        for x, y in zip(column.x.astype(int), column.y.astype(int), strict=True):
            assert np.abs(got[y, x] - wanted[y, x]).max() <= 1
    left = int(layers[-1].left) + 1
    assert np.abs(got[:, left:] - wanted[:, left:]).max() <= 2


def test_beside_a_highlighted_cell_the_gaps_still_tell_of_the_ribbons(qapp, snapshot_of_architecture) -> None:
    layers = (Conv2d(3, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 1200, 560, Theme(), inputs=(4, 4), topology=snapshot.topology)
    frame = ComposedFrame()
    frame.set_context(RenderContext(layout, Theme(), 1.0, Scales(2, n_layers=2)))
    frame.show_displayed_snapshot(snapshot)
    frame.edges.work(10_000)
    for neuron in (None, (0, 7)):
        frame.highlight(neuron)
        frame.up_to_date()
        texts = [mark.text for mark in frame.nodes.legend.texts if mark.y == layout.gaps_y]
        count = snapshot.connections[0].count
        assert any(text.startswith(f"{count} of {count}") for text in texts), texts


def test_in_the_mean_and_change_phases_ribbons_and_kernels_show_the_batchs_numbers(
    qapp, snapshot_of_architecture
) -> None:
    layers = (Conv2d(3, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    assert snapshot.mean_gradient is None and snapshot.change is None
    mean, change = np.random.default_rng(1).normal(0, 1, (2, snapshot.parameters.size)).astype(np.float32)
    layout = make_layout(snapshot.sizes, 1200, 560, Theme(), inputs=(4, 4), topology=snapshot.topology)
    frame = ComposedFrame()
    frame.set_context(RenderContext(layout, Theme(), 1.0, Scales(2, n_layers=2)))
    frame.show_displayed_snapshot(snapshot)
    frame.show_animation_state(AnimationState("mean", gradient_from=0.0))
    frame.edges.show_gradient(mean, "mean_gradient")
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    check_ribbons(frame, snapshot, "mean_gradient", mean)
    frame.edges.show_change(change)
    frame.show_animation_state(AnimationState("change", progress=0.2, gradient_from=0.0))
    frame.edges.work(AT_ONCE)
    frame.up_to_date()
    check_ribbons(frame, snapshot, "change", change)
    # Then the new weights come, and what they carry.
    frame.show_animation_state(AnimationState("change", progress=0.8, gradient_from=0.0))
    frame.up_to_date()
    assert {own.kind for own in frame.nodes.ribbons.marks} == {"signal"}


def check_ribbons(frame: ComposedFrame, snapshot, kind: str, vector: np.ndarray) -> None:
    """W is (3, 3, 1, 3) of the kernels, and (16 cells of 3 maps, 4) of the outputs."""
    first, second = frame.nodes.ribbons.marks
    of_kernels, of_outputs = (W.astype(np.float64) for W in snapshot.topology.table.named("W", vector))
    assert first.kind == second.kind == kind
    np.testing.assert_allclose(first.total, np.abs(of_kernels).sum(axis=(0, 1, 2))[first.target], rtol=1e-5)
    np.testing.assert_allclose(first.net, of_kernels.sum(axis=(0, 1, 2))[first.target], rtol=1e-4)
    of_pairs = of_outputs.reshape(16, 3, 4)
    np.testing.assert_allclose(
        second.total, np.abs(of_pairs).sum(axis=0)[second.source, second.target], rtol=1e-5
    )
    np.testing.assert_allclose(
        second.net, of_pairs.sum(axis=0)[second.source, second.target], rtol=1e-4, atol=1e-6
    )
    (kernels,) = frame.nodes.ribbons.kernels
    assert kernels.kind == kind
    np.testing.assert_allclose(kernels.value, of_kernels[:, :, 0].transpose(2, 0, 1))


@pytest.mark.parametrize("picture", ["signal", "gradient"])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_hidden_sign_is_hidden_of_ribbons_wherever_they_show_these_numbers(
    qapp, snapshot_of_architecture, picture, sign
) -> None:
    """Left of a backward front there are ribbons of the signal, and right of it of the gradient."""
    layers = (Conv2d(3, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 1200, 560, Theme(), inputs=(4, 4), topology=snapshot.topology)
    frame = ComposedFrame()
    frame.set_context(RenderContext(layout, Theme(), 1.0, Scales(2, n_layers=2)))
    frame.show_displayed_snapshot(snapshot)
    frame.edges.show_gradient(snapshot.trace.gradient, "gradient")
    frame.edges.set_picture(picture)
    frame.show_animation_state(AnimationState("backward", 1, 0.5, gradient_from=1.0))

    def ribbons() -> list[tuple[str, list[float]]]:
        frame.edges.work(AT_ONCE)
        frame.up_to_date()
        return [(marks.kind, marks.net.tolist()) for marks in frame.nodes.ribbons.marks]

    both = ribbons()
    assert [kind for kind, _ in both] == [picture, "gradient"]
    assert all(min(net) < 0 < max(net) for _, net in both)
    frame.edges.set_sign(sign)
    kept = [(kind, [n for n in net if kind != picture or n * sign > 0]) for kind, net in both]
    assert ribbons() == kept
    assert sorted(strips_of(frame)) == [("gradient", sign if picture == "gradient" else 0), (picture, sign)]
    frame.edges.set_sign(0)
    assert ribbons() == both

"""Neurons, the input picture and the bars, held against the trace."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from core.analysis.neuron_statistics import ACTIVE, DEAD, SATURATED, NeuronStatistics
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.layout import make_layout
from gui.network.marks.neuron_marks import bar_marks, neuron_marks, picture_marks
from gui.network.marks.scales import Scales
from gui.network.painting.painter import paint_badges
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of

THEMES = [Theme("dark"), Theme("light")]
REST = AnimationState()


def scene(snapshot, animation=REST, theme=THEMES[0]):
    layout = make_layout(snapshot.sizes, 800, 506, theme)
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return layout, scales, neuron_marks(snapshot, layout, animation, scales, theme)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), theme=st.sampled_from(THEMES))
def test_every_neuron_is_filled_by_its_activation(make_snapshot, seed, theme):
    snapshot = make_snapshot((256, 20, 12, 10), seed=seed)
    _, scales, marks = scene(snapshot, theme=theme)
    canvas, lit = theme.rgb("canvas"), theme.rgb("lit")
    for layer, layer_marks in enumerate(marks):
        full = 1 if layer == 2 else scales.of("activation")[layer]
        for place, neuron in enumerate(layer_marks.neuron):
            a = snapshot.trace.a[layer][neuron]
            share = min(1, a / full)
            assert layer_marks.value[place] == a
            assert np.abs(layer_marks.fill[place] - (canvas + share * (lit - canvas))).max() <= 0.51


def test_a_residual_sigmoid_layer_is_no_share_of_one(snapshot_of_architecture):
    snapshot = snapshot_of_architecture(Architecture.dense((16, 16, 8), "sigmoid", skip=True))
    _, scales, marks = scene(snapshot)
    canvas, lit = Theme().rgb("canvas"), Theme().rgb("lit")
    for layer, full in enumerate([*scales.of("activation")[:2], 1, 1]):
        share = np.clip(snapshot.trace.a[layer] / full, 0, 1)[:, None]
        assert np.abs(marks[layer].fill - (canvas + share * (lit - canvas))).max() <= 0.51
    # a = a¹ + σ(z) passes 1, which a full neuron would otherwise have meant.
    assert scales.of("activation")[1] > 1


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_every_ring_is_a_delta(make_snapshot, seed):
    snapshot = make_snapshot((256, 20, 12, 10), seed=seed)
    _, scales, marks = scene(snapshot)
    for layer, layer_marks in enumerate(marks):
        delta = snapshot.trace.delta[layer][layer_marks.neuron]
        assert np.array_equal(layer_marks.delta, delta)
        strength = np.sqrt(np.minimum(1, np.abs(delta) / scales.of("delta")[layer]))
        expected = np.where(delta == 0, 0, 1 + 2.2 * strength)
        assert layer_marks.ring == pytest.approx(expected)


def test_a_large_delta_has_its_signs_full_colour(make_snapshot):
    snapshot = make_snapshot(label=4)
    _, _, marks = scene(snapshot)
    # δ of the outputs is y - ŷ: negative for the right answer alone.
    assert marks[2].ring_colour[4].tolist() == THEMES[0].rgb("grad_minus").tolist()
    assert marks[2].delta[4] < 0 < np.delete(marks[2].delta, 4).min()


def test_a_vanishing_delta_fades_into_the_canvas(make_snapshot):
    snapshot = make_snapshot()
    layout, scales, _ = scene(snapshot)
    snapshot.trace.delta[1][3] = 1e-12
    ring = neuron_marks(snapshot, layout, REST, scales, THEMES[0])[1]
    assert ring.ring[3] == pytest.approx(1, abs=0.001)
    assert ring.ring_colour[3].tolist() == THEMES[0].rgb("canvas").tolist()


def test_without_a_right_answer_there_is_no_ring(make_snapshot):
    for marks in scene(make_snapshot(label=None))[2]:
        assert not marks.ring.any()
        assert np.isnan(marks.delta).all()


def test_before_the_signal_arrives_a_neuron_is_empty(make_snapshot):
    _, _, marks = scene(make_snapshot(), AnimationState("forward", 1, 0.9, revealed=1, deltas_from=9))
    canvas = THEMES[0].rgb("canvas").tolist()
    assert np.isfinite(marks[0].value).all()
    for later in marks[1:]:
        assert np.isnan(later.value).all()
        assert all(fill == canvas for fill in later.fill.tolist())


def test_a_delta_is_shown_from_where_the_way_back_has_come(make_snapshot):
    _, _, marks = scene(make_snapshot(), AnimationState("backward", 1, 0.5, deltas_from=1))
    assert not marks[0].ring.any()
    assert marks[1].ring.any() and marks[2].ring.any()


def test_a_negative_activation_goes_towards_minus(make_snapshot):
    snapshot = make_snapshot((4, 3, 2))
    layout, scales, _ = scene(snapshot)
    full = scales.of("activation")[0]
    snapshot.trace.a[0][:] = (-full, -full / 2, 0)
    fill = neuron_marks(snapshot, layout, REST, scales, THEMES[0])[0].fill
    canvas, minus = THEMES[0].rgb("canvas"), THEMES[0].rgb("minus")
    assert fill[0].tolist() == minus.tolist()
    assert fill[1] == pytest.approx((canvas + minus) / 2, abs=0.51)
    assert fill[2].tolist() == canvas.tolist()


def test_neurons_stand_where_the_layout_says(make_snapshot):
    layout, _, marks = scene(make_snapshot((256, 1024, 10)))
    column = layout.layers[0]
    assert np.array_equal(marks[0].neuron, column.shown)
    assert np.array_equal(marks[0].x, column.x[column.shown])
    assert marks[0].radius == column.radius


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
def test_ink_is_lit_and_no_ink_is_11_percent_of_it(theme):
    layout = make_layout((256, 10), 800, 506, theme)
    x = np.zeros(256, np.uint8)
    x[17] = 1
    marks = picture_marks(x, layout, theme)
    canvas, lit = theme.rgb("canvas"), theme.rgb("lit")
    assert marks.fill[17].tolist() == lit.tolist()
    assert marks.fill[0] == pytest.approx(canvas + 0.11 * (lit - canvas), abs=0.51)
    assert marks.x[17] + marks.size / 2 == pytest.approx(layout.pixel_x[17])
    assert marks.y[17] + marks.size / 2 == pytest.approx(layout.pixel_y[17])


def test_a_bar_of_one_fills_its_track(make_snapshot):
    # z = (0, 800): e^-800 is 0 in floating point, so y = (0, 1) there, though softmax reaches neither.
    snapshot = make_snapshot((1, 2), x=np.ones(1), weights=[np.array([[0.0, 800.0]])], biases=[np.zeros(2)])
    layout = make_layout((1, 2), 800, 506, THEMES[0])
    bars = bar_marks(snapshot, layout, REST)
    assert bars.length.tolist() == [0, layout.bars[1].width]
    assert bars.label == ("<0.01", ">0.99")
    assert (bars.predicted, bars.right) == (1, 1)


def test_a_bars_length_is_y(make_snapshot):
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, THEMES[0])
    bars = bar_marks(snapshot, layout, REST)
    for length, track, y, label in zip(
        bars.length, layout.bars, snapshot.trace.a[-1], bars.label, strict=True
    ):
        assert length == pytest.approx(y * track.width)
        assert float(label) == pytest.approx(y, abs=0.00501)
    assert bars.predicted == np.argmax(snapshot.trace.a[-1])
    assert bars.names == tuple("0123456789")


def test_of_equal_outputs_none_is_the_answer(make_snapshot):
    snapshot = make_snapshot((256, 10), weights=[np.zeros((256, 10))], biases=[np.zeros(10)])
    layout = make_layout(snapshot.sizes, 800, 506, THEMES[0])
    bars = bar_marks(snapshot, layout, REST)
    assert set(bars.label) == {"0.10"} and bars.predicted is None


def test_before_the_softmax_there_is_no_y(make_snapshot):
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, THEMES[0])
    bars = bar_marks(snapshot, layout, AnimationState("forward", 2, 0.9, revealed=2))
    assert np.isnan(bars.length).all()
    assert set(bars.label) == {""}
    assert bars.predicted is None
    assert bars.right == 1


@pytest.mark.parametrize(
    ("architecture", "answer", "loss"),
    [
        (Architecture.dense((6,)), 1, "cross_entropy"),
        (Architecture.dense((6,), output="sigmoid"), 1, "squared_error"),
        (Architecture.dense((6,), output="identity"), np.array([0.5, -0.25, 0.0]), "squared_error"),
        (Architecture((Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(10, "softmax"))), 1, "cross_entropy"),
    ],
    ids=["softmax", "sigmoid", "regression", "convolutional"],
)
def test_in_a_walkthrough_y_comes_with_the_outputs_own_phase(architecture, answer, loss):
    network = architecture.with_outputs(3).network((16,))
    snapshot = snapshot_of(network, np.ones(16), answer, loss=loss)
    topology = snapshot.topology
    layout = make_layout(snapshot.sizes, 900, 560, THEMES[0], inputs=(4, 4), topology=topology)
    timeline = Timeline.walkthrough(len(snapshot.activations), snapshot.trace.has_gradient)
    for phase in timeline.phases:
        # Where a key holds it.
        bars = bar_marks(snapshot, layout, timeline.state_at(phase.end_s - 1e-5))
        # What the outputs have added up before is z, and the bars are y.
        assert any(bars.label) == (phase.name != "forward"), (phase.name, phase.gap)


def test_a_blank_canvas_gets_no_answer(make_snapshot):
    snapshot = make_snapshot(x=np.zeros(256), origin="drawing", index=None, label=None)
    layout, _, marks = scene(snapshot)
    bars = bar_marks(snapshot, layout, REST)
    assert np.isnan(bars.length).all()
    assert (bars.predicted, bars.right) == (None, None)
    assert np.isnan(marks[2].value).all()


def test_an_answer_that_is_not_finite_has_no_bars(make_snapshot):
    snapshot = make_snapshot()
    snapshot.trace.a[-1][:] = np.nan
    layout, _, marks = scene(snapshot)
    assert bar_marks(snapshot, layout, REST).predicted is None
    assert marks[2].fill.tolist() == [THEMES[0].rgb("canvas").tolist()] * 10


def activity_of(snapshot, run: int = 1):
    flat = tuple(np.linspace(0, 1, size) for size in snapshot.sizes[1:-1])
    means = tuple(np.random.default_rng(3).random((10, size)) for size in snapshot.sizes[1:-1])
    return NeuronStatistics(run, 5, 100, ("relu", "tanh"), flat, means)


def test_dead_and_saturated_neurons_have_their_state(make_snapshot):
    snapshot = make_snapshot((256, 12, 20, 10))
    layout, scales, _ = scene(snapshot)
    marks = neuron_marks(snapshot, layout, REST, scales, THEMES[0], activity_of(snapshot))
    assert marks[0].state.tolist() == [ACTIVE] * 11 + [DEAD]
    # Of 20 evenly spread shares only 0.9474 and more than that and 1: one is at least 95 %.
    assert marks[1].state.tolist() == [ACTIVE] * 19 + [SATURATED]
    assert marks[2].state.size == 0
    other = neuron_marks(snapshot, layout, REST, scales, THEMES[0], activity_of(snapshot, run=7))
    assert all(layer.state.size == 0 for layer in other)


def test_a_badge_stands_beside_its_neuron_and_nowhere_else(qapp, make_snapshot):
    snapshot = make_snapshot((256, 12, 20, 10))
    layout, scales, _ = scene(snapshot)
    marks = neuron_marks(snapshot, layout, REST, scales, THEMES[0], activity_of(snapshot))
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(THEMES[0].colour("canvas"))
    canvas = image.pixel(0, 0)
    painter = QPainter(image)
    paint_badges(painter, marks, THEMES[0])
    painter.end()
    for layer in marks[:2]:
        for place, state in enumerate(layer.state):
            x, y = float(layer.x[place]) + layer.radius + 2, float(layer.y[place]) - layer.radius
            near = [
                image.pixel(round(x) + i, round(y) + j) != canvas for i in range(-3, 5) for j in range(-3, 4)
            ]
            assert any(near) is bool(state)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("state", [DEAD, SATURATED])
def test_a_neuron_too_small_for_a_badge_beside_it_has_it_inside(qapp, make_snapshot, theme, filled, state):
    snapshot = make_snapshot((256, 60, 10))
    layout, scales, _ = scene(snapshot)
    marks = neuron_marks(snapshot, layout, REST, scales, theme)[0]
    assert 3 <= marks.radius < 6
    fill = theme.rgb("lit" if filled else "canvas")
    marks = replace(marks, state=np.where(np.arange(marks.x.size) == 7, state, 0), fill=marks.fill * 0 + fill)
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    ground = theme.colour("lit" if filled else "canvas")
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_badges(painter, [marks], theme)
    painter.end()

    def contrast(place):
        x, y = round(float(marks.x[place])), round(float(marks.y[place]))
        pixels = (image.pixelColor(x + i, y + j) for i in range(-2, 3) for j in range(-2, 3))
        return max(abs(pixel.lightness() - ground.lightness()) for pixel in pixels)

    assert contrast(7) > 70
    assert contrast(6) == contrast(8) == 0


# --- what the fill alone does not tell


def painted_signs(marks):
    from gui.network.painting.signs import paint_signs

    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(THEMES[0].colour("lit"))
    painter = QPainter(image)
    paint_signs(painter, marks, THEMES[0])
    painter.end()
    return np.frombuffer(image.constBits(), np.uint32).reshape(506, 800).copy()


def test_a_plus_stands_below_the_name_where_the_discs_have_one(qapp, make_snapshot):
    from gui.network.painting.signs import paint_signs

    snapshot = make_snapshot((256, 3, 10), seed=3)
    layout, scales, _ = scene(snapshot)
    full = scales.of("activation")[0]
    snapshot.trace.a[0][:] = (0, 1.5 * full, 0)
    scales.locked = True
    marks = neuron_marks(snapshot, layout, REST, scales, THEMES[0])
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(THEMES[0].colour("lit"))
    painter = QPainter(image)
    paint_signs(painter, marks, THEMES[0], has_names=True)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(506, 800)
    rows, columns = np.nonzero(pixels != THEMES[0].colour("lit").rgb())
    of = marks[0]
    assert rows.size and abs(columns.mean() + 0.5 - of.x[1]) < 1
    # A name's digit takes the middle half of the disc.
    assert rows.min() > of.y[1] + 0.4 * of.radius and rows.max() < of.y[1] + of.radius


def test_no_two_neurons_share_the_full_colour_unless_their_activations_are_equal(make_snapshot):
    snapshot = make_snapshot((256, 20, 14, 10), seed=3)
    _, _, marks = scene(snapshot)
    for layer, of_layer in enumerate(marks[:-1]):
        full = (of_layer.fill == THEMES[0].rgb("lit")).all(axis=1)
        a = snapshot.trace.a[layer]
        # One level of 255 is as far apart as the eye can be told.
        assert np.array_equal(full, a > a.max() * (1 - 1 / 255)) and not of_layer.beyond.any()


def test_a_neuron_beyond_a_locked_scale_has_a_plus(qapp, make_snapshot):
    snapshot = make_snapshot((256, 8, 10), seed=3)
    layout, scales, _ = scene(snapshot)
    full = scales.of("activation")[0]
    snapshot.trace.a[0][:] = (full, 1.5 * full, -2 * full, 0, 0, 0, 0, 0)
    marks = neuron_marks(snapshot, layout, REST, scales, THEMES[0])
    assert marks[0].full == full
    assert marks[0].beyond.tolist() == [False, True, True, False, False, False, False, False]
    # What is found for all layers at once hides none of one layer, nor gives others one.
    assert [of_layer.has_beyond for of_layer in marks] == [True, False]
    assert not any(of_layer.all_within for of_layer in marks)
    within = neuron_marks(make_snapshot((256, 8, 10), seed=3), layout, REST, scales, THEMES[0])
    assert all(of_layer.all_within and not of_layer.has_beyond for of_layer in within)
    row, column = np.nonzero(painted_signs(marks) != THEMES[0].colour("lit").rgb())
    for place in range(8):
        near = np.hypot(column - marks[0].x[place], row - marks[0].y[place]) < marks[0].radius
        assert near.any() == bool(marks[0].beyond[place])


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("of", ["a", "delta"])
def test_what_is_not_finite_is_marked_and_is_no_0(qapp, make_snapshot, broken, of):
    snapshot = make_snapshot((256, 8, 10), seed=3)
    layout, scales, _ = scene(snapshot)
    getattr(snapshot.trace, of)[0][2] = broken
    marks = neuron_marks(snapshot, layout, REST, scales, THEMES[0])
    assert marks[0].broken.tolist() == [False, False, True, False, False, False, False, False]
    assert marks[1].broken.size == 0
    row, column = np.nonzero(painted_signs(marks) == THEMES[0].colour("error").rgb())
    assert np.hypot(column - marks[0].x[2], row - marks[0].y[2]).max() < marks[0].radius
    # Before the signal arrives nothing is broken.
    waiting = AnimationState("forward", 0, 0.5, revealed=0, deltas_from=9)
    assert neuron_marks(snapshot, layout, waiting, scales, THEMES[0])[0].broken.size == 0

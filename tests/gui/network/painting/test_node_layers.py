"""What stands on the edges is painted as it is known, and painted again only when something of it changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from core.analysis.neuron_statistics import DEAD, NeuronStatistics
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.edge_legend import LegendSide
from gui.network.marks.edge_marks import edge_marks, legend_strip
from gui.network.marks.edge_values import weights
from gui.network.marks.mark_types import TextMark
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import Words
from gui.network.painting.node_layers import NeuronLook, NodeLayers, clip_to_content
from gui.network.painting.primitives import painting
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import DARK, Theme
from gui.widgets.number_text import signed
from tests.core.small_snapshots import with_trace

THEME, REST = Theme(), AnimationState()
WORDS = Words("a title", "what happens", "1 of 60,000 in L")
WIDTH, HEIGHT = 640, 400
SIZES = (64, 6, 5, 4)


@pytest.fixture
def snapshot(make_snapshot):
    return make_snapshot(SIZES)


def context_of(snapshot, zoom: Zoom | None = None, ratio: float = 1.0) -> RenderContext:
    layout = make_layout(snapshot.sizes, WIDTH, HEIGHT, THEME, zoom=zoom or Zoom())
    scales = Scales(len(snapshot.connections))
    scales.update_from_snapshot(snapshot)
    return RenderContext(layout, THEME, ratio, scales)


@pytest.fixture
def context(snapshot) -> RenderContext:
    return context_of(snapshot)


@pytest.fixture
def nodes(qapp, context) -> NodeLayers:
    return NodeLayers(context)


def side_of(snapshot, context) -> LegendSide:
    """The edges of the picture Weights, to be explained."""
    choice = choose_by_signal(snapshot, context.layout)
    context.scales.update(snapshot.weights, "weight")
    marks = edge_marks(weights(snapshot), "weight", choice, context.layout, context.scales, THEME)
    return LegendSide(marks, choice)


def painted(*paint) -> QImage:
    """What is painted on the canvas, one over the other."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("canvas"))
    with painting(image) as painter:
        for each in paint:
            each(painter)
    return image


def inked_in(image: QImage, context: RenderContext) -> list[bool]:
    """Which pixels of the input are painted as full ink."""
    places = zip(context.layout.pixel_x, context.layout.pixel_y, strict=True)
    return [image.pixelColor(int(x), int(y)) == QColor(DARK.lit) for x, y in places]


def array_of(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


# --- what is painted


def test_above_are_the_neurons_in_the_colours_of_their_marks_and_the_bars(nodes, context, snapshot) -> None:
    nodes.refresh(snapshot, REST, "weight")
    image = painted(nodes.paint_upper)
    for marks in neuron_marks(snapshot, context.layout, REST, context.scales, THEME):
        for x, y, fill in zip(marks.x, marks.y, marks.fill, strict=True):
            assert np.abs(image.pixelColor(int(x), int(y)).getRgb()[:3] - fill.astype(int)).max() <= 1
    likeliest = int(np.argmax(snapshot.trace.probabilities))
    track, y = context.layout.bars[likeliest], snapshot.trace.probabilities[likeliest]
    row = int(track.y + track.height / 2)
    end = int(track.x + y * track.width)
    canvas = QColor(DARK.canvas)
    assert image.pixelColor(end - 2, row) != canvas and image.pixelColor(end + 2, row) == canvas


def test_below_are_the_input_and_the_words_and_the_strip_of_colours(nodes, context, snapshot) -> None:
    notice = TextMark(300, 30, "a notice")
    nodes.prepare(Words("a title", "what happens", "1 of 60,000 in L", notice), NeuronLook(), None)
    nodes.refresh(snapshot, REST, "weight")
    nodes.update_legend((side_of(snapshot, context),), of_digit=False)
    image = painted(nodes.paint_lower)
    assert inked_in(image, context) == (snapshot.trace.x == 1).tolist()
    texts = [mark.text for mark in nodes.words]
    assert {"a title", "what happens", "1 of 60,000 in L", "a notice"} <= set(texts)
    strip = legend_strip(context.layout.legend, THEME)
    middle = int(strip.y + strip.height / 2)
    assert image.pixelColor(int(strip.x + 1), middle) == QColor(DARK.minus)
    assert image.pixelColor(int(strip.x + strip.width - 1), middle) == QColor(DARK.plus)


def test_without_edges_there_is_no_strip_of_colours_and_of_one_sign_half_of_it(
    nodes, context, snapshot
) -> None:
    strip = legend_strip(context.layout.legend, THEME)
    ends = [int(strip.x + 1), int(strip.x + strip.width - 1)]
    canvas = QColor(DARK.canvas)
    side = side_of(snapshot, context)
    for shown, are_seen in (
        (replace(side, edges=()), [False, False]),
        (replace(side, sign=1), [False, True]),
    ):
        nodes.refresh(snapshot, REST, "weight")
        nodes.update_legend((shown,), of_digit=False)
        image = painted(nodes.paint_lower)
        middle = int(strip.y + strip.height / 2)
        assert [image.pixelColor(x, middle) != canvas for x in ends] == are_seen


def test_the_legends_words_are_painted_at_their_places(nodes, context, snapshot) -> None:
    nodes.refresh(snapshot, REST, "weight")
    before = painted(nodes.paint_lower)
    choice = choose_by_signal(snapshot, context.layout, 2)
    nodes.update_legend((LegendSide((), choice),), of_digit=False)
    assert nodes.legend.texts[0].text.startswith(f"drawn {choice.drawn} of {choice.total}")
    changed = array_of(before) != array_of(painted(nodes.paint_lower))
    rows = np.flatnonzero(changed.reshape(HEIGHT, -1).any(axis=1))
    baselines = [mark.y for mark in nodes.legend.texts]
    # 12 px is the larger type.
    assert min(baselines) - 12 <= rows.min() and rows.max() <= max(baselines) + 4


@pytest.mark.parametrize("animation", [REST, AnimationState("forward", 1, 0.5, 1, False, 99)])
def test_drawn_straight_away_it_is_the_same(nodes, context, snapshot, animation) -> None:
    nodes.prepare(WORDS, NeuronLook(), None)
    nodes.refresh(snapshot, animation, "weight")
    nodes.update_legend((side_of(snapshot, context),), False)
    kept = painted(nodes.paint_lower, nodes.paint_upper)
    anew = NodeLayers(context)
    anew.prepare(WORDS, NeuronLook(), None)
    anew.update_legend((side_of(snapshot, context),), False)

    def draw(painter) -> None:
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        anew.draw_lower(painter, snapshot, animation)
        anew.prepare_upper(snapshot, animation, "weight")
        anew.draw_upper(painter)

    assert np.abs(array_of(kept) - array_of(painted(draw))).max() <= 2


def test_before_anything_is_known_nothing_is_painted(nodes, context) -> None:
    image = painted(
        nodes.paint_lower, nodes.paint_upper, lambda painter: nodes.paint_reordering(painter, context.layout)
    )
    assert image == painted()


# --- when it is painted again


def test_a_second_time_nothing_is_painted_again(nodes, snapshot) -> None:
    assert nodes.refresh(snapshot, REST, "weight")
    assert not nodes.refresh(snapshot, REST, "weight")
    # Within a phase only the progress moves.
    forward = AnimationState("forward", 1, 0.2, 1, False, 99)
    assert nodes.refresh(snapshot, forward, "weight")
    assert not nodes.refresh(snapshot, replace(forward, progress=0.4), "weight")


FLAT = tuple(np.ones(size) for size in SIZES[1:-1])
ALL_DEAD = NeuronStatistics(1, 3, 100, ("relu", "relu"), FLAT, ())
MEAN_DELTA = [np.ones(size) for size in SIZES[1:]]


@pytest.mark.parametrize(
    "told",
    [
        (Words("another title"), NeuronLook(), None),
        (Words(), NeuronLook(preferred_classes=True), None),
        (Words(), NeuronLook(tiles_of_example=True), None),
        (Words(), NeuronLook(ALL_DEAD), None),
        (Words(), NeuronLook(), MEAN_DELTA),
    ],
)
def test_what_it_is_told_to_show_is_painted(nodes, snapshot, told) -> None:
    nodes.refresh(snapshot, REST, "weight")
    nodes.prepare(*told)
    assert nodes.refresh(snapshot, REST, "weight")
    assert not nodes.refresh(snapshot, REST, "weight")


def test_new_edges_leave_neurons_as_they_are_unless_their_numbers_are_written(
    nodes, context, snapshot
) -> None:
    many, again = side_of(snapshot, context).edges, side_of(snapshot, context).edges
    few = (many[-1].only(np.arange(2)),)
    nodes.prepare(Words(), NeuronLook(), None, many)
    nodes.refresh(snapshot, REST, "weight")
    neurons = nodes.neurons
    nodes.prepare(Words(), NeuronLook(), None, again)
    assert (
        not nodes.refresh(snapshot, REST, "weight") and nodes.neurons is neurons and not nodes.numbers.texts
    )
    # Two lines have their numbers on them, and others in their place have others.
    for value in (0.5, -0.25):
        marks = replace(few[0], value=np.full(2, value))
        nodes.prepare(Words(), NeuronLook(), None, (marks,))
        assert nodes.refresh(snapshot, REST, "weight")
        assert {mark.text for mark in nodes.numbers.texts[:2]} == {signed(value, 2)}
    nodes.prepare(Words(), NeuronLook(), None, many)
    assert nodes.refresh(snapshot, REST, "weight") and not nodes.numbers.texts


@pytest.mark.parametrize(
    ("animation", "kind"),
    [
        (replace(REST, revealed=1), "weight"),
        (replace(REST, loss_shown=False), "weight"),
        (replace(REST, deltas_from=2), "weight"),
        (REST, "gradient"),
    ],
)
def test_another_moment_and_other_edges_are_painted(nodes, snapshot, animation, kind) -> None:
    nodes.refresh(snapshot, REST, "weight")
    assert nodes.refresh(snapshot, animation, kind)


def test_another_example_has_its_own_neurons_and_bars(nodes, snapshot, make_snapshot) -> None:
    nodes.refresh(snapshot, REST, "weight")
    other = make_snapshot(SIZES, seed=1, index=8)
    assert nodes.refresh(other, REST, "weight")
    for marks, a in zip(nodes.neurons, other.trace.a, strict=True):
        assert np.array_equal(marks.value, a)


def test_another_input_is_painted_also_where_all_words_are_the_same(nodes, context, snapshot) -> None:
    nodes.refresh(snapshot, REST, "weight")
    other = with_trace(snapshot, x=1 - snapshot.trace.x)
    nodes.refresh(other, REST, "weight")
    assert inked_in(painted(nodes.paint_lower), context) == (other.trace.x == 1).tolist()


def test_dead_neurons_are_marked_once_that_is_known(nodes, snapshot) -> None:
    nodes.refresh(snapshot, REST, "weight")
    nodes.prepare(Words(), NeuronLook(ALL_DEAD), None)
    nodes.refresh(snapshot, REST, "weight")
    assert [marks.state.tolist() for marks in nodes.neurons] == [[DEAD] * 6, [DEAD] * 5, []]


def test_rings_are_the_mean_deltas_that_it_is_given(nodes, snapshot) -> None:
    nodes.refresh(snapshot, REST, "weight")
    assert np.array_equal(nodes.neurons[1].delta, snapshot.trace.delta[1])
    nodes.prepare(Words(), NeuronLook(), MEAN_DELTA)
    nodes.refresh(snapshot, REST, "weight")
    assert nodes.neurons[1].delta.tolist() == [1] * 5


def test_sprites_are_used_again_where_they_fit(qapp, nodes, context) -> None:
    assert NodeLayers(context, nodes.sprites).sprites is nodes.sprites
    sharper = replace(context, ratio=2.0)
    assert NodeLayers(sharper, nodes.sprites).sprites is not nodes.sprites


# --- where it is painted


def test_an_enlarged_network_ends_where_the_words_begin(qapp, snapshot) -> None:
    whole, zoomed = context_of(snapshot), context_of(snapshot, Zoom(2.0, 300, 100))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    with painting(image) as painter:
        clip_to_content(painter, whole)
        assert not painter.hasClipping()
        clip_to_content(painter, zoomed)
        content = zoomed.layout.content
        assert painter.clipBoundingRect() == QRectF(content.x, content.y, content.width, content.height)


def test_an_enlarged_network_has_bars_that_tell_where_one_is(qapp, snapshot) -> None:
    zoomed = context_of(snapshot, Zoom(2.0, 320, 0, 1.0))
    nodes = NodeLayers(zoomed)
    nodes.refresh(snapshot, REST, "weight")
    image, content = painted(nodes.paint_upper), zoomed.layout.content
    zoom = zoomed.layout.zoom
    row = int(content.y + content.height - 2)
    node = [x for x in range(WIDTH) if image.pixelColor(x, row) == QColor(DARK.node)]
    # Half of it is seen, from where one has moved it to.
    assert (len(node), node[0]) == (WIDTH / 2, pytest.approx(zoom.x / 2, abs=1))


def test_neurons_on_their_way_are_painted_where_they_are_and_the_outputs_stay(
    nodes, context, snapshot
) -> None:
    nodes.refresh(snapshot, REST, "weight")
    layout = context.layout
    first = layout.layers[0]
    away = replace(layout, layers=(replace(first, x=first.x + 40), *layout.layers[1:]))
    image, still = painted(lambda painter: nodes.paint_reordering(painter, away)), painted(nodes.paint_upper)
    for place in (0, 5):
        x, y = int(first.x[place]), int(first.y[place])
        assert image.pixelColor(x + 40, y) == still.pixelColor(x, y)
    brightest = int(np.argmax(snapshot.trace.a[0]))
    assert image.pixelColor(int(first.x[brightest]), int(first.y[brightest])) == QColor(DARK.canvas)
    left = int(layout.layers[-1].left) + 1
    both = (array_of(each).reshape(HEIGHT, WIDTH, 4)[:, left:] for each in (image, still))
    assert np.array_equal(*both)

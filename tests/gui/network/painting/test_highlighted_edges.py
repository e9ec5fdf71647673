"""What stands out over all else: which edges and neurons, and how strong each edge is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.mark_types import EdgeMarks
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.scales import Scales
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.highlighted_edges import Highlight, paint_highlighted, paint_selected
from gui.network.painting.primitives import painting
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import DARK, Theme, make_theme

THEMES = [make_theme("dark"), make_theme("light")]


SIZES = (4, 3, 2, 2)
REST = AnimationState()


@pytest.fixture
def snapshot(make_snapshot):
    """Four pixels, of which the second and the last have ink, three neurons, two, and two outputs."""
    return make_snapshot(SIZES, x=np.array([0.0, 1.0, 0.0, 0.5]))


@pytest.fixture
def layers(qapp, snapshot) -> EdgeLayers:
    layers, scales = EdgeLayers(), Scales(3)
    scales.update_from_snapshot(snapshot)
    layers.reset(RenderContext(make_layout(SIZES, 800, 506, Theme()), Theme(), 1.0, scales))
    layers.show_displayed_snapshot(snapshot)
    return layers


def numbers_of(marks) -> dict[tuple[int, int, int], float]:
    """The (group, source, target) of all edges, and the number of each."""
    return {
        (mark.group, source, target): value
        for mark in marks
        for source, target, value in zip(
            mark.source.tolist(), mark.target.tolist(), mark.value.tolist(), strict=True
        )
    }


# --- which edges stand out


def test_of_nothing_there_are_no_edges(layers) -> None:
    assert Highlight().marks(layers, REST) == ()
    # What is pinned stands out beside the neuron that is highlighted, which there always is.
    assert Highlight(None, ((1, 0),), (1, 0, 0)).marks(layers, REST) == ()
    assert Highlight((0, 1)).marks(EdgeLayers(), REST) == ()


def test_a_neurons_edges_have_their_weights(layers, snapshot) -> None:
    first, second, _ = snapshot.weights
    numbers = numbers_of(Highlight((0, 2)).marks(layers, REST))
    # Only two pixels have ink.
    wanted = {(0, 1, 2): first[1, 2], (0, 3, 2): first[3, 2]}
    wanted |= {(1, 2, 0): second[2, 0], (1, 2, 1): second[2, 1]}
    assert numbers == wanted


def test_what_is_pinned_has_its_edges_too_and_each_only_once(layers) -> None:
    marks = Highlight((0, 2), ((2, 1), (0, 2))).marks(layers, REST)
    assert sorted(numbers_of(marks)) == [(0, 1, 2), (0, 3, 2), (1, 2, 0), (1, 2, 1), (2, 0, 1), (2, 1, 1)]
    assert sum(mark.value.size for mark in marks) == 6


def test_an_edge_that_is_pointed_at_or_pinned_is_wider_than_it_was(layers) -> None:
    for highlight in (Highlight((0, 2), edge=(1, 2, 0)), Highlight((0, 2), ((1, 2, 0),))):
        *others, lone = highlight.marks(layers, REST)
        assert list(numbers_of([lone])) == [(1, 2, 0)]
        (own,) = (mark for mark in others if mark.group == 1)
        assert lone.width[0] == own.width[own.target == 0][0] + 1.5


def test_no_edge_is_thinner_than_1_4_px(layers) -> None:
    assert min(mark.width.min() for mark in Highlight((0, 2)).marks(layers, REST)) >= 1.4


def test_behind_the_front_an_edge_has_its_gradient(layers, snapshot) -> None:
    layers.show_gradient(snapshot.trace.gradient, "gradient")
    layers.is_moving = True
    layers.work(1e4)
    # The front stands at the column of the first layer: the edges out of it are passed, those into it are not.
    marks = Highlight((0, 2)).marks(layers, AnimationState("backward", 1, 1.0, gradient_from=1.0))
    assert {mark.group: mark.kind for mark in marks} == {0: "weight", 1: "gradient"}
    dW = np.outer(snapshot.trace.a[0], snapshot.trace.delta[1])
    assert numbers_of(marks)[1, 2, 1] == pytest.approx(dW[2, 1])


@pytest.mark.parametrize("picture", ["weight", "signal"])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_hidden_sign_is_hidden_among_them_too(layers, picture, sign) -> None:
    shown = Highlight((0, 2), ((1, 0), (2, 0), (2, 1)))
    layers.set_picture(picture)
    layers.work(1e4)
    both = shown.marks(layers, REST)
    layers.set_sign(sign)
    layers.work(1e4)
    marks = shown.marks(layers, REST)
    kept = {edge: value for edge, value in numbers_of(both).items() if value * sign >= 0}
    assert numbers_of(marks) == kept and 0 < len(kept) < len(numbers_of(both))
    # The colours of those that stay are as they were, and a group of which none stays has its scale.
    assert [str(mark.scale) for mark in marks] == [str(mark.scale) for mark in both]
    layers.set_sign(0)
    layers.work(1e4)
    assert numbers_of(shown.marks(layers, REST)) == numbers_of(both)


@pytest.mark.parametrize("sign", [1, -1])
def test_behind_the_front_a_sign_hidden_of_the_gradient_is_hidden_too(layers, make_snapshot, sign) -> None:
    # Biases that keep neurons from being 0.
    awake = make_snapshot(SIZES, x=np.ones(4), biases=[np.ones(n) for n in SIZES[1:]])
    front = AnimationState("backward", 1, 1.0, gradient_from=1.0)
    layers.show_displayed_snapshot(awake)
    layers.show_gradient(awake.trace.gradient, "gradient")
    layers.is_moving = True
    layers.set_picture("gradient")
    layers.work(1e4)
    shown = Highlight((0, 2), ((2, 0), (2, 1)))
    both = numbers_of(shown.marks(layers, front))
    behind = [value for (group, *_), value in both.items() if group > 0]
    assert min(behind) < 0 < max(behind)
    layers.set_sign(sign)
    layers.work(1e4)
    assert numbers_of(shown.marks(layers, front)) == {
        edge: value for edge, value in both.items() if value * sign >= 0
    }


def test_before_the_first_edges_are_drawn_a_hidden_sign_is_hidden_already(layers, snapshot) -> None:
    layers.set_sign(-1)
    values = numbers_of(Highlight((0, 2)).marks(layers, REST)).values()
    assert values and all(value < 0 for value in values)


def test_of_an_edge_of_the_hidden_sign_that_is_pinned_the_outline_is_left(layers, snapshot) -> None:
    value = snapshot.weights[1][2, 0]
    layers.set_sign(-1 if value > 0 else 1)
    layers.work(1e4)
    *others, lone = Highlight((0, 2), ((1, 2, 0),)).marks(layers, REST)
    assert numbers_of([lone]) == {(1, 2, 0): value}
    assert (lone.outlined, lone.level.tolist()) == (True, [0])
    assert (1, 2, 0) not in numbers_of(others)


def test_what_is_no_number_has_no_sign_that_could_be_hidden(layers, snapshot) -> None:
    group = snapshot.connections[1]
    snapshot.parameters[group.parameter(2, 0)] = np.nan
    snapshot.parameters[group.parameter(2, 1)] = -np.inf
    layers.set_sign(1)
    layers.work(1e4)
    dashed = [mark for mark in Highlight((0, 2)).marks(layers, REST) if mark.unfinite]
    assert [edge for edge in numbers_of(dashed)] == [(1, 2, 0)]


# --- which neurons have a ring


def test_the_highlighted_neuron_has_a_ring_and_what_is_pinned_one_that_is_kept(snapshot) -> None:
    connections = snapshot.connections
    assert Highlight().selected(connections) == {}
    assert Highlight((0, 2)).selected(connections) == {(0, 2): False}
    assert Highlight((0, 2), ((0, 2), (1, 0))).selected(connections) == {(0, 2): True, (1, 0): True}


def test_both_ends_of_an_edge_have_one_but_pixels_none(snapshot) -> None:
    connections = snapshot.connections
    assert Highlight(None, edge=(1, 2, 0)).selected(connections) == {(0, 2): False, (1, 0): False}
    assert Highlight(None, ((0, 3, 1),)).selected(connections) == {(0, 1): True}


def test_a_ring_is_painted_around_a_neuron_that_is_shown_and_around_no_other(qapp, make_snapshot) -> None:
    snapshot = make_snapshot((16, 500, 3))
    layout, scales = make_layout(snapshot.sizes, 800, 506, Theme()), Scales(2)
    scales.update_from_snapshot(snapshot)
    neurons = neuron_marks(snapshot, layout, REST, scales, Theme())
    shown = layout.layers[0].shown.tolist()
    collapsed = next(index for index in range(500) if index not in shown)
    for neuron, is_painted in (
        ((0, shown[0]), True),
        ((0, shown[-1]), True),
        ((1, 2), True),
        ((0, collapsed), False),
    ):
        image = QImage(800, 506, QImage.Format.Format_RGB32)
        image.fill(QColor(DARK.canvas))
        with painting(image) as painter:
            context = RenderContext(layout, Theme(), 1.0, scales)
            paint_selected(painter, {neuron: False}, neurons, context, snapshot)
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(506, 800)
        row, column = np.nonzero(pixels != QColor(DARK.canvas).rgb())
        assert bool(row.size) is is_painted
        if is_painted:
            at = layout.layers[neuron[0]]
            middle = (column.min() + column.max() + 1) / 2, (row.min() + row.max() + 1) / 2
            assert middle == pytest.approx((at.x[neuron[1]], at.y[neuron[1]]), abs=1)


# --- how they are painted


def marks_of(levels: list[int], widths: list[float], kind: str = "weight") -> EdgeMarks:
    """Horizontal lines from x = 10 to 50, the first at y = 10.5, 10 px apart."""
    count = len(levels)
    y, one = 10.5 + 10 * np.arange(count), np.ones(count)
    places, level = np.arange(count), np.array(levels, dtype=np.int64)
    return EdgeMarks(
        kind, 0, 0, 1, places, places, level / 24, 10 * one, y, 50 * one, y, level, np.array(widths), 1.0
    )


def painted(marks: list[EdgeMarks], theme: Theme) -> QImage:
    image = QImage(60, 50, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_highlighted(painter, marks, theme)
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize(
    ("kind", "plus", "minus"), [("weight", "plus", "minus"), ("gradient", "grad_plus", "grad_minus")]
)
def test_the_stronger_the_fuller_and_0_has_none(qapp, theme, kind, plus, minus) -> None:
    image = painted([marks_of([24, -24, 6, 0], [1.0] * 4, kind)], theme)
    colours = [image.pixelColor(30, 10 + 10 * place) for place in range(4)]
    canvas = theme.rgb("canvas")
    least = 0.9 if theme.is_dark else 0.96
    quarter = canvas + (least + (1 - least) / 4) * (theme.rgb(plus) - canvas)
    assert colours[:2] == [theme.colour(token) for token in (plus, minus)]
    assert np.abs(np.array(colours[2].getRgb()[:3]) - quarter).max() <= 1
    assert colours[3] == theme.colour("canvas")


def test_what_is_0_leaves_what_lies_below_as_it_is(qapp) -> None:
    image = QImage(60, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    below = image.copy()
    with painting(image) as painter:
        paint_highlighted(painter, [marks_of([0, 0], [1.4, 2.8])], Theme())
    assert image == below


def test_they_keep_their_widths(qapp) -> None:
    image = painted([marks_of([24, 24], [1.0, 3.0])], Theme())
    full = QColor(DARK.plus)
    assert [image.pixelColor(30, y) == full for y in (9, 10, 11)] == [False, True, False]
    assert [image.pixelColor(30, y) == full for y in (18, 19, 20, 21, 22)] == [False, True, True, True, False]


@pytest.mark.parametrize("is_first", [True, False])
def test_the_strongest_lies_on_top_whatever_its_sign_and_the_order(qapp, is_first) -> None:
    marks = marks_of([-24, 3], [3.0, 1.0]) if is_first else marks_of([3, -24], [1.0, 3.0])
    marks.y1[:] = marks.y2[:] = 20.5
    assert painted([marks], Theme()).pixelColor(30, 20) == Theme().colour("minus")


def test_the_wider_the_stronger_by_a_scale_of_its_own(layers, snapshot) -> None:
    """Of each gap the neuron's own largest |w| has full colour and 2.8 px, nothing else."""
    first, second, _ = snapshot.weights
    for marks, w in zip(Highlight((0, 2)).marks(layers, REST), (first[[1, 3], 2], second[2]), strict=True):
        assert marks.scale == pytest.approx(np.abs(w).max())
        strength = np.abs(marks.value) / np.abs(w).max()
        assert marks.width == pytest.approx(1.4 + 1.4 * strength, abs=1.4 / 24)


def test_where_the_scales_are_locked_a_highlighted_gap_keeps_its_own(layers, snapshot) -> None:
    """So before and after can be compared; what is larger since has full colour and 2.8 px."""
    scales = layers.context.scales
    scales.update([np.full((4, 3), 0.05), np.full((3, 2), 4.0), np.zeros((2, 2))], "weight")
    scales.locked = True
    first, second, third = snapshot.weights
    before, after, beyond = (
        (Highlight((0, 2)).marks(layers, REST)),
        (Highlight((1, 0)).marks(layers, REST)),
        0,
    )
    assert [mark.scale for mark in before] == [0.05, 4.0]
    for marks, w in ((before[0], first[[1, 3], 2]), (before[1], second[2])):
        strength = np.minimum(1.0, np.abs(marks.value) / marks.scale)
        assert marks.width == pytest.approx(1.4 + 1.4 * strength, abs=1.4 / 24)
        assert sorted(np.abs(marks.value)) == pytest.approx(sorted(np.abs(w)))
        beyond += np.count_nonzero(np.abs(w) > marks.scale)
    assert beyond
    # Of the last gap nothing but zeros was seen, so that it has no scale yet but its own.
    assert [mark.scale for mark in after] == [4.0, pytest.approx(np.abs(third[0]).max())]
    scales.locked = False
    (_, own) = Highlight((0, 2)).marks(layers, REST)
    assert own.scale == pytest.approx(np.abs(second[2]).max())


def test_an_edge_that_is_pinned_is_outlined_among_its_look_alikes(qapp, layers) -> None:
    *others, lone = Highlight((0, 2), ((1, 2, 0),)).marks(layers, REST)
    assert lone.outlined and not any(mark.outlined for mark in others)
    alike = marks_of([20, 20], [2.0, 2.0])
    pinned = replace(marks_of([20], [2.0]), y1=np.array([30.5]), y2=np.array([30.5]), outlined=True)
    image = painted([alike, pinned], Theme())
    # Nearly white: a line of another colour has at most two of three such channels.
    bright = [y for y in range(50) if min(image.pixelColor(30, y).getRgb()[:3]) > 180]
    assert bright == [27, 33]


@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_an_edge_that_is_no_number_is_dashed_and_not_left_out_as_0_is(qapp, layers, snapshot, broken) -> None:
    snapshot.parameters[snapshot.connections[1].parameter(2, 0)] = broken
    marks = Highlight((0, 2)).marks(layers, REST)
    (dashed,) = (mark for mark in marks if mark.unfinite)
    assert (dashed.group, dashed.source.tolist(), dashed.target.tolist()) == (1, [2], [0])
    # All others have a finite scale of their own.
    assert all(np.isfinite(mark.scale) for mark in marks if mark is not dashed)
    line = replace(marks_of([0], [1.4]), value=np.array([broken]), unfinite=True)
    image = painted([line], Theme())
    error = QColor(DARK.error)
    seen = [abs(image.pixelColor(x, 10).red() - error.red()) < 60 for x in range(12, 48)]
    assert any(seen) and not all(seen)


def test_without_edges_nothing_is_painted(qapp) -> None:
    empty = QImage(60, 50, QImage.Format.Format_RGB32)
    empty.fill(QColor(DARK.canvas))
    assert painted([], Theme()) == painted([marks_of([], [])], Theme()) == empty

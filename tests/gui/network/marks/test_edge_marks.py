"""Edges: the picture's colours and widths, held against the engine's numbers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import EdgeChoice, choose_by_gradient, choose_by_signal
from gui.network.marks.edge_marks import LEVELS, edge_marks, edge_palette, legend_colours, legend_strip
from gui.network.marks.edge_values import ConnectionValues, weights
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme
from tests.core.small_snapshots import topology_of, with_weights

THEMES = [Theme("dark"), Theme("light")]
SIZES = (256, 32, 16, 10)


def luminance(rgb):
    """WCAG 2's relative luminance."""
    share = np.asarray(rgb, float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def marks_of(snapshot, values, kind, theme=THEMES[0], budget=16):
    layout = make_layout(snapshot.sizes, 800, 506, theme)
    scales = Scales(len(snapshot.connections))
    scales.update(values.by_group(), kind)
    if kind == "weight":
        choice = choose_by_signal(snapshot, layout, budget)
    else:
        choice = choose_by_gradient(values, layout, budget)
    return layout, scales, choice, edge_marks(values, kind, choice, layout, scales, theme)


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize("kind", ["weight", "change", "gradient", "mean_gradient"])
def test_full_colour_is_the_signs_token_and_stands_out(theme, kind):
    palette = edge_palette(theme, kind)
    plus, minus = ("plus", "minus") if kind in ("weight", "change") else ("grad_plus", "grad_minus")
    assert palette.shape == (2 * LEVELS + 1, 3)
    assert palette[-1].tolist() == theme.rgb(plus).tolist()
    assert palette[0].tolist() == theme.rgb(minus).tolist()
    assert contrast(palette[-1], theme.rgb("canvas")) >= 4
    assert contrast(palette[0], theme.rgb("canvas")) >= 4


@pytest.mark.parametrize("theme,at", [(THEMES[0], 0.56), (THEMES[1], 0.76)], ids=["dark", "light"])
def test_from_three_quarters_of_full_colour_an_edge_has_contrast_three(theme, at):
    palette = edge_palette(theme, "weight")
    blend = 0.03 + 0.97 * (np.arange(1, LEVELS + 1) / LEVELS) ** theme.edge_power
    for level in np.flatnonzero(blend >= at):
        assert contrast(palette[LEVELS + 1 + level], theme.rgb("canvas")) >= 2.99
        assert contrast(palette[LEVELS - 1 - level], theme.rgb("canvas")) >= 2.99


def test_zero_is_the_canvas():
    for theme in THEMES:
        assert edge_palette(theme, "weight")[LEVELS].tolist() == theme.rgb("canvas").tolist()


def test_half_strength_is_a_quarter_of_full_colour_in_the_dark():
    # f = 0.03 + 0.97 · 0.5² = 0.2725; plus #5AA2FF over canvas #0F131A.
    colour = edge_palette(THEMES[0], "weight")[LEVELS + LEVELS // 2]
    expected = [15 + 0.2725 * (90 - 15), 19 + 0.2725 * (162 - 19), 26 + 0.2725 * (255 - 26)]
    assert colour.tolist() == [round(value) for value in expected]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), kind=st.sampled_from(["weight", "gradient"]))
def test_every_edge_shows_its_own_number(make_snapshot, seed, kind):
    snapshot = make_snapshot((256, 20, 12, 10), seed=seed)
    vector, arrays = snapshot.parameters, snapshot.weights
    if kind == "gradient":
        vector, arrays = snapshot.trace.gradient, snapshot.trace.dW
    values = ConnectionValues(snapshot.connections, vector)
    layout, scales, choice, marks = marks_of(snapshot, values, kind)
    palette = edge_palette(THEMES[0], kind).astype(int)
    tokens = ("plus", "minus") if kind == "weight" else ("grad_plus", "grad_minus")
    canvas = THEMES[0].rgb("canvas")
    for gap, gap_marks in enumerate(marks):
        value = arrays[gap][gap_marks.source, gap_marks.target]
        assert np.array_equal(gap_marks.value, value)
        assert gap_marks.scale == scales.of(kind)[gap]
        assert gap_marks.source.size == choice.edges[gap].source.size
        strength = np.minimum(1, np.abs(value) / gap_marks.scale)
        for s, v, level, width in zip(strength, value, gap_marks.level, gap_marks.width, strict=True):
            full = THEMES[0].rgb(tokens[0] if v > 0 else tokens[1])
            exact = canvas + (0.03 + 0.97 * s**2) * (full - canvas)
            # Half a level of strength is at most 4 % of the way to full colour.
            assert np.abs(palette[level + LEVELS] - exact).max() <= 0.042 * np.abs(full - canvas).max() + 1
            assert width == (2 if s >= 0.85 else 1.4 if s >= 0.6 else 1)
        source_x, source_y = layout.units(gap)
        assert np.array_equal(gap_marks.x1, source_x[gap_marks.source])
        assert np.array_equal(gap_marks.y1, source_y[gap_marks.source])
        assert np.array_equal(gap_marks.x2, layout.layers[gap].x[gap_marks.target])
        assert np.array_equal(gap_marks.y2, layout.layers[gap].y[gap_marks.target])


def test_the_weakest_edges_come_first(make_snapshot):
    snapshot = make_snapshot()
    for gap in marks_of(snapshot, weights(snapshot), "weight")[3]:
        assert np.all(np.diff(np.abs(gap.value)) >= 0)


def test_the_picture_of_weights_never_uses_the_gradients_colours(make_snapshot):
    weight = {tuple(c) for c in edge_palette(THEMES[0], "weight").tolist()}
    gradient = {tuple(c) for c in edge_palette(THEMES[0], "gradient").tolist()}
    canvas = tuple(int(c) for c in THEMES[0].rgb("canvas"))
    assert weight & gradient == {canvas}


def test_a_weight_of_0_has_no_colour_and_any_other_has_its_signs(make_snapshot):
    W = [np.array([[0.0, 1e-9], [-1e-9, 5.0]])]
    snapshot = make_snapshot((2, 2), x=np.ones(2), weights=W, biases=[np.zeros(2)])
    marks = marks_of(snapshot, weights(snapshot), "weight", budget=None)[3][0]
    level = dict(zip(marks.value.tolist(), marks.level.tolist(), strict=True))
    assert level == {0.0: 0, 1e-9: 1, -1e-9: -1, 5.0: LEVELS}


def test_a_weight_that_is_not_finite_is_not_drawn(make_snapshot):
    W = [np.array([[1.0, np.nan], [-np.inf, 5.0]])]
    snapshot = make_snapshot((2, 2), x=np.ones(2), weights=[np.ones((2, 2))], biases=[np.zeros(2)])
    layout, _, _, _ = marks_of(snapshot, weights(snapshot), "weight")
    choice = choose_by_signal(snapshot, layout, None)
    broken = weights(with_weights(snapshot, W))
    marks = edge_marks(broken, "weight", choice, layout, Scales(1), THEMES[0])[0]
    assert sorted(marks.value.tolist()) == [1.0, 5.0]


def test_a_projectors_lines_are_wider(make_snapshot):
    snapshot = make_snapshot()
    theme = Theme("dark", 1.5, 1.5)
    widths = np.concatenate([m.width for m in marks_of(snapshot, weights(snapshot), "weight", theme)[3]])
    assert set(widths) == {1.5, 1.4 * 1.5, 3.0}


def test_an_edge_keeps_its_place_in_the_pictures_of_two_updates(make_snapshot):
    snapshot = make_snapshot()
    layout, scales, choice, first = marks_of(snapshot, weights(snapshot), "weight")
    later = ConnectionValues(snapshot.connections, 1.01 * snapshot.parameters)
    second = edge_marks(later, "weight", choice, layout, scales, THEMES[0])
    for one, other in zip(first, second, strict=True):
        assert set(zip(one.source, one.target, strict=True)) == set(
            zip(other.source, other.target, strict=True)
        )


@pytest.mark.parametrize("kind", ["weight", "gradient", "change"])
def test_the_legends_strip_is_the_edges_palette(kind):
    layout = make_layout(SIZES, 800, 506, THEMES[0])
    assert np.array_equal(legend_colours(THEMES[0], kind), edge_palette(THEMES[0], kind))
    strip = legend_strip(layout.legend, THEMES[0])
    assert layout.legend.contains(strip.x, strip.y)
    assert layout.legend.contains(strip.x + strip.width, strip.y + strip.height)


def fan(count: int, strength: float) -> float:
    """How opaque the lines of one target are, from so many sources one px apart in height, of which one is at full."""
    layout = make_layout((count, 1), 800, 506, THEMES[0])
    y = np.linspace(100.0, 400.0, count)
    layout = replace(layout, pixel_x=np.zeros(count), pixel_y=y)
    topology = topology_of((count, 1))
    vector = np.full(count + 1, strength)
    vector[0] = 1.0
    values = ConnectionValues(topology.connections, vector)
    edges = topology.connections[0].between(np.arange(count), np.array([0]))
    choice = EdgeChoice(topology.connections, (edges,))
    (marks,) = edge_marks(values, "weight", choice, layout, (1.0,), THEMES[0])
    return marks.opacity


def test_lines_are_translucent_where_many_strong_ones_lie_over_each_other() -> None:
    # 150 px high on the mean, half of which may be covered: 37 lines of 2 px.
    assert fan(30, 1.0) == 1.0
    assert fan(75, 1.0) == pytest.approx(0.5)
    assert fan(400, 1.0) == pytest.approx(0.3)
    # Weak ones hardly cover anything.
    assert fan(400, 0.05) == 1.0

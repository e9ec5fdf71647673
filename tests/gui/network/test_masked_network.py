"""Layers that nothing in gui/ knows are drawn and exported: each mark is held against the engine's arrays."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

import numpy as np
import pytest
from PySide6.QtGui import QImage

from core.engine.snapshot import Snapshot
from gui.export.export_page import ExportPage
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.marks.edge_values import PICTURES
from gui.network.marks.pulse_marks import pulse_marks
from gui.network.marks.scales import Scales
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.gui.network.kept_words import show_as_kept
from tests.gui.network.masked_scene import PAIRS, SIZES, SOURCES, WEIGHTS, edges_of, numbers, place_of, sent

REST = AnimationState()


@pytest.fixture
def snapshot(masked_snapshot: Snapshot) -> Snapshot:
    return masked_snapshot


@pytest.fixture
def view(masked_view: NetworkView) -> NetworkView:
    return masked_view


def test_the_weights_by_hand_are_all_that_the_network_has(snapshot: Snapshot) -> None:
    assert len(WEIGHTS) == snapshot.parameters.size - (6 + 5 + 4 + 3) == 96 + 18 + 13 + 12
    a = sent(snapshot)
    for layer, units in SOURCES.items():
        for unit, (far, near) in enumerate(units):
            edges = [(layer - 2, i, layer, unit) for i in far] + [(layer - 1, i, layer, unit) for i in near]
            terms = [a[edge[0]][edge[1]] * snapshot.parameters[WEIGHTS[edge]] for edge in edges]
            z = sum(terms) + snapshot.biases[layer - 1][unit]
            assert snapshot.trace.z[layer - 1][unit] == pytest.approx(z, rel=1e-4)


@pytest.mark.parametrize("picture", PICTURES)
def test_every_edge_is_drawn_once_at_its_place_with_its_number_and_colour(
    view: NetworkView, snapshot: Snapshot, picture: str
) -> None:
    view.set_edge_picture(picture)
    view.work(10_000)
    marks, choice = view._composed_frame.edges.on_screen(REST)
    expected, layout = numbers(snapshot, picture), view.layout_shown
    assert layout is not None and choice is not None
    drawn = Counter(edge for group in marks for edge in edges_of(group))
    assert max(drawn.values()) == 1
    wanted = {edge for edge, value in expected.items() if value or picture in ("weight", "signal")}
    assert set(drawn) == wanted and (choice.drawn, choice.total) == (len(wanted), len(WEIGHTS))
    palette, theme = edge_palette(view._theme, picture), view._theme
    plus, minus = ("grad_plus", "grad_minus") if "gradient" in picture else ("plus", "minus")
    assert palette[-1].tolist() == theme.rgb(plus).tolist()
    assert palette[0].tolist() == theme.rgb(minus).tolist()
    for group in marks:
        values = np.array([expected[edge] for edge in edges_of(group)])
        assert np.allclose(group.value, values, rtol=1e-5, atol=1e-8)
        assert (np.diff(np.abs(group.value)) >= 0).all()
        ends = [
            (*place_of(view, edge[0], edge[1]), *place_of(view, edge[2], edge[3])) for edge in edges_of(group)
        ]
        assert np.array_equal(np.stack([group.x1, group.y1, group.x2, group.y2], axis=1), ends)
        strength = np.minimum(1, np.abs(values) / group.scale)
        level = np.where(values == 0, 0, np.maximum(np.rint(strength * LEVELS), 1)) * np.sign(values)
        assert np.abs(group.level - level).max(initial=0) <= 1
        assert np.array_equal(np.sign(group.level), np.sign(values))


def test_each_group_has_a_scale_and_each_layer_is_said_how_much_comes_to_it(
    view: NetworkView, snapshot: Snapshot
) -> None:
    view.resize(1600, 700)
    view.work(10_000)
    view.grab()
    marks, _ = view._composed_frame.edges.on_screen(REST)
    pairs = [(group.source_layer, group.target_layer) for group in marks]
    assert pairs == PAIRS
    for kind in ("weight", "signal", "gradient"):
        for pair, scale in zip(PAIRS, view._context.scales.of(kind), strict=True):
            sizes = [abs(value) for edge, value in numbers(snapshot, kind).items() if edge[::2] == pair]
            # Of so few the 99th percentile is the largest.
            assert scale == pytest.approx(max(sizes), rel=1e-5)
    told = [mark.text for mark in view._composed_frame.nodes.legend.texts]
    # All that come to a masked layer, from both of the layers that it reads.
    assert {"96 of 96", "18 of 18", "13 of 13", "12 of 12"} <= set(told)
    assert any(line.startswith("drawn 139 of 139") for line in told)
    assert any("(layers 0→1, 0→2, 1→2, 1→3, 2→3, 3→4)" in line for line in told)


def test_the_budget_is_a_neurons_whatever_layers_its_edges_come_from(snapshot: Snapshot) -> None:
    layout = make_layout(snapshot.sizes, 900, 560, Theme())
    choice = choose_by_signal(snapshot, layout, 2)
    chosen = [
        (group.source_layer, source, group.target_layer, target)
        for group, edges in zip(choice.connections, choice.edges, strict=True)
        for source, target in zip(edges.source.tolist(), edges.target.tolist(), strict=True)
    ]
    carried = {edge: abs(value) for edge, value in numbers(snapshot, "signal").items()}
    part = []
    for layer, size in enumerate(SIZES[1:], 1):
        for unit in range(size):
            mine = sorted(
                (value for edge, value in carried.items() if edge[2:] == (layer, unit)), reverse=True
            )
            got = sorted((carried[edge] for edge in chosen if edge[2:] == (layer, unit)), reverse=True)
            assert got == pytest.approx([value for value in mine[:2] if value], rel=1e-6)
    for pair in PAIRS:
        whole = sum(value for edge, value in carried.items() if edge[::2] == pair)
        drawn = sum(carried[edge] for edge in chosen if edge[::2] == pair)
        part.append(drawn / whole)
    assert choice.share_per_group == pytest.approx(part, rel=1e-5)
    # The mean of the gaps: two groups may end in one layer.
    gaps = []
    for layer in sorted({target for _, target in PAIRS}):
        whole = sum(value for edge, value in carried.items() if edge[2] == layer)
        gaps.append(sum(carried[edge] for edge in chosen if edge[2] == layer) / whole)
    assert choice.share == pytest.approx(np.mean(gaps), rel=1e-5)


@pytest.mark.parametrize("phase", ["forward", "backward"])
@pytest.mark.parametrize("gap", range(4))
def test_what_travels_is_the_signal_of_each_edge_or_what_it_hands_back(
    snapshot: Snapshot, phase: str, gap: int
) -> None:
    layout, scales = make_layout(snapshot.sizes, 900, 560, Theme()), Scales(len(PAIRS), n_layers=4)
    scales.update_from_snapshot(snapshot)
    choice = choose_by_signal(snapshot, layout, None)
    a, delta = sent(snapshot), snapshot.trace.delta
    expected = {}
    for edge, place in WEIGHTS.items():
        if edge[2] == gap + 1 and (phase == "forward" or edge[0] > 0):
            passed = a[edge[0]][edge[1]] if phase == "forward" else delta[gap][edge[3]]
            expected[edge] = float(snapshot.parameters[place] * passed)
    expected = {edge: value for edge, value in expected.items() if value}
    for progress, end in ((0.0, 0), (1.0, 1)):
        marks = pulse_marks(snapshot, choice, layout, AnimationState(phase, gap, progress), scales)
        if phase == "backward" and gap == 0:
            assert marks is None and not expected
            return
        assert marks is not None and marks.target_layer == gap + 1
        columns = (marks.source_layer, marks.source, marks.target, marks.value, marks.x, marks.y, marks.group)
        seen = {}
        for source_layer, source, target, value, x, y, group in zip(
            *(c.tolist() for c in columns), strict=True
        ):
            connections = snapshot.connections[group]
            assert (connections.source_layer, connections.target_layer) == (source_layer, gap + 1)
            seen[source_layer, source, gap + 1, target] = value
            # Darts begin at the target.
            at_target = (end == 1) == (phase == "forward")
            there = layout.units(gap + 1) if at_target else layout.units(source_layer)
            unit = target if at_target else source
            assert (x, y) == pytest.approx((there[0][unit], there[1][unit]))
        assert seen.keys() == expected.keys() and marks.total == len(expected)
        assert seen == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("phase", ["backward", "mean", "change"])
def test_in_a_step_walkthrough_its_edges_have_the_gradient_and_the_change(
    view: NetworkView, snapshot: Snapshot, phase: str
) -> None:
    pictures = {"backward": "gradient", "mean": "mean_gradient", "change": "change"}
    if phase == "backward":
        view.show_gradient(snapshot.trace.gradient)
    view.show_gradient(
        snapshot.mean_gradient if phase == "mean" else snapshot.trace.gradient, pictures[phase]
    )
    view.show_change(snapshot.change if phase == "change" else None)
    timeline, before = Timeline.walkthrough(4, has_gradient=True), view.grab().toImage()
    for step in (each for each in timeline.phases if each.name == phase):
        animation = timeline.state_at(step.start_s + 0.3 * step.duration_s)
        view.show_animation_state(animation)
        view.work(10_000)
        assert view.grab().toImage() != before
        marks, _ = view._composed_frame.edges.on_screen(animation)
        expected = numbers(snapshot, pictures[phase])
        drawn = {edge: v for m in marks for edge, v in zip(edges_of(m), m.value.tolist(), strict=True)}
        assert drawn == pytest.approx({e: v for e, v in expected.items() if v}, rel=1e-4, abs=1e-9)
        # Of a neuron that is pointed at, those are gradients that the front has passed from end to end.
        view.pin((1, 0))
        kinds = {(m.source_layer, m.target_layer): m.kind for m in view._composed_frame.highlighted_marks}
        passed = {pair for pair, kind in kinds.items() if kind != "weight"}
        if phase == "backward":
            assert passed == {pair for pair in kinds if pair[0] > step.gap}
        view.pin((1, 0))


def test_a_picture_of_it_as_png_has_the_views_pixels(view: NetworkView) -> None:
    show_as_kept(view)
    sheet = ExportPage(view.detached_render(), "")
    assert sheet.image() == view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_picture_of_it_as_svg_has_a_line_for_each_edge(view: NetworkView) -> None:
    *_, data = ExportPage(view.detached_render(), "").svg_in_steps("twelve updates")
    assert isinstance(data, bytes)
    lines = [e.get("points") for e in ET.fromstring(data).iter("{http://www.w3.org/2000/svg}polyline")]
    drawn = np.array([[float(n) for n in line.replace(",", " ").split()] for line in lines if line])
    wanted = np.array(
        [(*place_of(view, e[0], e[1]), *place_of(view, e[2], e[3])) for e in WEIGHTS], dtype=float
    )
    for ends in wanted:
        # Six digits of each number are written.
        assert (np.abs(drawn[:, :4] - ends).max(axis=1) < 0.006).sum() == 1

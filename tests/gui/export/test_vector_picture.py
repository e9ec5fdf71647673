"""An SVG holds the marks that are on screen, each as an element, and looks as the view does."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from core.analysis.neuron_statistics import NeuronActivity
from core.analysis.sample_tracer import ExampleTracer
from core.data.dataset_spec import DataChoice
from core.engine.journal import Origin
from core.engine.messages import DataInfo, Example, Snapshot
from core.engine.run import Run
from core.nn.architecture import Structure
from core.training.trainer import TrainingConfig
from gui.export.vector_cells import hatching
from gui.export.vector_picture import VectorPicture
from gui.network.animation.timeline import Moment, Timeline
from gui.network.marks.all_marks import edge_palette, neuron_marks
from gui.theme.tokens import LIGHT, Theme

NS = "{http://www.w3.org/2000/svg}"


def svg_of(view, line="") -> ET.Element:
    return ET.fromstring(VectorPicture(view.portrait(), line, "update 1,200").encoded())


def group(root: ET.Element, name: str) -> ET.Element:
    found = [g for g in root.iter(f"{NS}g") if g.get("class") == name]
    assert len(found) == 1, name
    return found[0]


def hexa(colour) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in colour)


def drawn_edges(view):
    return view._still.edges.on_screen(Moment())[0]


@pytest.mark.parametrize("theme", [Theme(), Theme("light", LIGHT)])
@pytest.mark.parametrize("picture", ["weight", "gradient"])
def test_there_is_one_line_for_each_drawn_edge_with_its_ends_colour_and_width(view, theme, picture):
    view.set_theme(theme)
    view.set_edge_picture(picture)
    view.work(10_000)
    got = [
        (
            tuple(round(float(line.get(end)), 2) for end in ("x1", "y1", "x2", "y2")),
            line.get("stroke"),
            float(line.get("stroke-width")),
        )
        for line in group(svg_of(view), "edges").iter(f"{NS}line")
    ]
    palette = edge_palette(theme, picture)
    wanted = []
    for marks in drawn_edges(view):
        for i in range(len(marks.value)):
            ends = tuple(round(float(end[i]), 2) for end in (marks.x1, marks.y1, marks.x2, marks.y2))
            wanted.append((ends, hexa(palette[marks.level[i] + 24]), float(marks.width[i])))
    assert len(got) == sum(len(marks.value) for marks in drawn_edges(view)) > 50
    for (ends, colour, width), (wanted_ends, wanted_colour, wanted_width) in zip(got, wanted, strict=True):
        assert ends == pytest.approx(wanted_ends, abs=0.011)
        assert (colour, width) == (wanted_colour, wanted_width)


def test_every_neuron_is_a_circle_in_its_colour(view, snapshot):
    circles = group(svg_of(view), "neurons").findall(f"{NS}circle")
    layout, scales = view.layout_shown, view.portrait().ground.scales
    layers = neuron_marks(snapshot, layout, Moment(), scales, Theme())
    wanted = [(x, y, m.radius, hexa(f)) for m in layers for x, y, f in zip(m.x, m.y, m.fill, strict=True)]
    assert len(circles) == 6 + 4 + 10
    for circle, (x, y, radius, fill) in zip(circles, wanted, strict=True):
        got = [float(circle.get(name)) for name in ("cx", "cy", "r")]
        assert got == pytest.approx([x, y, radius], abs=1e-3) and circle.get("fill") == fill


def test_the_words_of_the_view_and_the_line_are_texts(view):
    texts = [text.text for text in svg_of(view, "run 3, update 1,200").iter(f"{NS}text")]
    assert {"training digit 7, a 1", "256 inputs", "6 neurons", "run 3, update 1,200"} <= set(texts)
    assert [text for text in texts if text.startswith("drawn ")]


def test_every_input_is_a_square(view, snapshot):
    fills = [rect.get("fill") for rect in group(svg_of(view), "input").findall(f"{NS}rect")]
    # The ground before them, the frame after.
    assert len(fills) == 256 + 2
    inked = {fill for fill, x in zip(fills[1:-1], snapshot.trace.x, strict=True) if x == 1}
    blank = {fill for fill, x in zip(fills[1:-1], snapshot.trace.x, strict=True) if x == 0}
    assert inked == {Theme().colours.lit.lower()} and len(blank) == 1 and not inked & blank


def test_as_long_as_a_bar_is_y(view, snapshot):
    bars = group(svg_of(view), "bars").findall(f"{NS}rect")
    tracks, y = view.layout_shown.bars, snapshot.trace.probabilities
    widths = [float(bar.get("width")) for bar in bars if bar.get("fill") != "none"]
    assert widths == pytest.approx([track.width * p for track, p in zip(tracks, y, strict=True)], abs=1e-3)


@pytest.mark.parametrize("at_s", [0.3, 0.9])
def test_what_travels_is_there_as_often_as_in_the_view(view, at_s):
    view.show_moment(Timeline.story(3, True).moment(at_s))
    pulses = view.portrait().pulses
    circles = group(svg_of(view), "pulses").findall(f"{NS}circle")
    assert len(circles) == len(pulses.x) > 5
    for circle, x, y in zip(circles, pulses.x, pulses.y, strict=True):
        assert (float(circle.get("cx")), float(circle.get("cy"))) == pytest.approx((x, y), abs=1e-3)


def test_left_of_the_backward_front_lines_are_weights_and_right_of_it_gradients(view):
    view.show_moment(Timeline.story(3, True).moment(0.6 * 5 + 0.9))
    view.work(10_000)
    # Half of the way through the second gap, from right to left.
    left, right = view.layout_shown.gap_bounds(1)
    front = (left + right) / 2
    groups = [g for g in svg_of(view).iter(f"{NS}g") if g.get("class") == "edges"]
    assert len(groups) == 2
    weights, gradients = ([line.attrib for line in g.iter(f"{NS}line")] for g in groups)
    assert weights and max(max(float(a["x1"]), float(a["x2"])) for a in weights) <= front + 1e-3
    assert gradients and min(min(float(a["x1"]), float(a["x2"])) for a in gradients) >= front - 1e-3
    theme = Theme()
    signs = {hexa(colour) for colour in edge_palette(theme, "gradient")}
    assert {a["stroke"] for a in gradients} <= signs


def test_while_one_neuron_is_isolated_the_others_edges_fade(view):
    view._still.isolate((1, 2))
    root = svg_of(view)
    assert group(root, "edges").get("opacity") == "0.1"
    isolated = view._still.isolated_marks
    assert len(group(root, "isolated").findall(f"{NS}line")) == sum(len(m.value) for m in isolated) > 0


# --- against the view's pixels, by Qt's own reader of SVG


def rendered(svg: bytes, width: int, height: int) -> QImage:
    renderer = QSvgRenderer(svg)
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def differing(a: np.ndarray, b: np.ndarray) -> float:
    """The part of the pixels that differ a lot even from all their neighbours."""
    a, b = a.astype(int), b.astype(int)
    near = np.full(a.shape[:2], 999)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            near = np.minimum(near, np.abs(a - np.roll(b, (dy, dx), (0, 1))).max(axis=2))
    return float((near > 60).mean())


MOMENTS = [Moment(), *(Timeline.story(3, True).moment(at_s) for at_s in (0.9, 2.2, 3.3, 3.9))]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.phase)
def test_it_looks_as_the_view_does(view, pixels, moment):
    view.show_moment(moment)
    view.work(10_000)
    svg = VectorPicture(view.portrait(), "", "").encoded()
    seen = pixels(view.grab().toImage())
    assert differing(pixels(rendered(svg, 640, 400)), seen) < 0.003


def test_so_it_does_in_the_midst_of_the_change(view, update, pixels):
    opened, applied = update
    view.show_change(applied.change_W)
    view.show_weights(applied.snapshot)
    view.show_moment(Moment("change", 0, 0.4, gradient_from=0.0))
    view.work(10_000)
    svg = VectorPicture(view.portrait(), "", "").encoded()
    assert differing(pixels(rendered(svg, 640, 400)), pixels(view.grab().toImage())) < 0.003


def test_so_it_does_with_badges_a_dropped_neuron_a_wrong_answer_and_a_pinned_one(view, snapshot, pixels):
    trace = snapshot.trace
    a = list(trace.a)
    a[-1] = np.eye(10)[4]
    masks = tuple(np.ones(n) for n in (6, 4))
    masks[0][1] = 0
    shown = replace(snapshot, trace=replace(trace, a=tuple(a), masks=masks))
    view.show_scene(shown)
    # The first of each layer is dead, the second saturated (as tanh would say it of itself).
    flat = (np.array([1.0, 0, 0, 0, 0, 0]), np.array([0, 0.99, 0, 0]))
    means = tuple(np.zeros((10, n)) for n in (6, 4))
    view.show_activity(NeuronActivity(2, 1200, 100, ("relu", "tanh"), flat, means))
    view._still.isolate((1, 3), ((1, 3),))
    view.work(10_000)
    root = svg_of(view)
    assert len(group(root, "states").findall(f"{NS}line")) == 1 + 2 + 2
    svg = VectorPicture(view.portrait(), "", "").encoded()
    assert differing(pixels(rendered(svg, 640, 400)), pixels(view.grab().toImage())) < 0.003


@pytest.mark.parametrize(
    ("choice", "outputs"),
    [
        (DataChoice("plane", "spirals", count=90, class_count=3), "softmax"),
        (DataChoice("line", "sine", count=40), "identity"),
    ],
)
def test_so_it_does_for_points_in_the_plane_and_curves_on_the_line(view, pixels, choice, outputs):
    dataset = choice.load()
    loss = "squared_error" if dataset.is_regression else "cross_entropy"
    config = TrainingConfig(batch_size=10, learning_rate=0.05, loss=loss)
    run = Run(5, Origin(Structure((8,), "tanh", 2, output=outputs), config, choice), dataset)
    for _ in range(30):
        run.trainer.step()
    view.show_scene(run.snapshot())
    view.work(10_000)
    svg = VectorPicture(view.portrait(), "", "").encoded()
    assert b'class="map"' in svg
    assert differing(pixels(rendered(svg, 640, 400)), pixels(view.grab().toImage())) < 0.005


def test_so_it_does_with_residual_connections(view, pixels):
    choice = DataChoice("plane", "spirals", count=90, class_count=3)
    structure = Structure((8, 8), "relu", 2, skip=True)
    run = Run(6, Origin(structure, TrainingConfig(), choice), choice.load())
    view.show_scene(run.snapshot())
    view.work(10_000)
    root = svg_of(view)
    carried = np.count_nonzero(run.snapshot().trace.a[0])
    assert len(group(root, "arcs").findall(f"{NS}path")) == carried > 0
    svg = VectorPicture(view.portrait(), "", "").encoded()
    assert differing(pixels(rendered(svg, 640, 400)), pixels(view.grab().toImage())) < 0.005


def test_hatching_rises_to_the_right_inside_of_what_is_hatched():
    strokes = hatching(10, 20, 30, 12)
    # Where x + y is a multiple of 8: 32, 40, 48, 56, 64; at 72 only a corner is left.
    assert [x1 + y1 for x1, y1, _, _ in strokes] == pytest.approx([32, 40, 48, 56, 64])
    for x1, y1, x2, y2 in strokes:
        assert 10 <= x1 < x2 <= 40 and 20 <= y2 < y1 <= 32
        assert x2 - x1 == pytest.approx(y1 - y2)


def engine_snapshot(structure: Structure) -> Snapshot:
    network = structure.network(256, 10)
    x = (np.random.default_rng(4).random(256) < 0.2).astype(np.float32)
    layers = network.layers
    return Snapshot(
        run=9,
        update=0,
        epoch=0,
        sizes=network.sizes,
        activations=network.activations,
        weights=tuple(layer.W for layer in layers),
        biases=tuple(layer.b for layer in layers),
        example=Example(x, 1, "train", 3),
        trace=ExampleTracer(network).trace(x, 1),
        losses=np.zeros(0, np.float32),
        data=DataInfo(unused=np.arange(256) < 32),
    )


def test_so_it_does_where_neurons_are_cells(view, pixels):
    view.show_scene(engine_snapshot(Structure((32,) * 60, seed=1)))
    view.work(10_000)
    assert any(column.cell is not None for column in view.layout_shown.layers)
    root = svg_of(view)
    assert len(group(root, "cells").findall(f"{NS}rect")) > 500
    svg = VectorPicture(view.portrait(), "", "").encoded()
    # A row of a cell is about a px high: in the view it begins at whole ones, here where it is.
    assert differing(pixels(rendered(svg, 640, 400)), pixels(view.grab().toImage())) < 0.02


def test_so_it_does_where_the_network_is_enlarged_and_neurons_show_their_weights(view, pixels):
    view.show_scene(engine_snapshot(Structure((6, 4), seed=1)))
    view.set_theme(Theme("light", LIGHT))
    view.show_enlarged(3.0, 320, 200)
    view.work(10_000)
    root = svg_of(view)
    tiles = view.portrait()
    tiles.image()
    shown = tiles.still.nodes.tiles
    # Each of its weights is a square; those of pixels that never have ink are hatched.
    assert len(group(root, "tiles").findall(f"{NS}rect")) == shown.value.size > 0
    assert group(root, "tiles").findall(f"{NS}line")
    seen = pixels(view.grab().toImage())
    assert np.array_equal(pixels(view.portrait().image()), seen)
    got = pixels(rendered(VectorPicture(view.portrait(), "", "").encoded(), 640, 400))
    assert differing(got, seen) < 0.01

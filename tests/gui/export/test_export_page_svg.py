"""An SVG holds the marks that are on screen, each as a shape that can be picked, and looks as the view does."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from math import ceil, floor

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import DataInfo, Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.export.export_page import ExportPage, line_px
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_marks import edge_palette
from gui.network.marks.neuron_marks import neuron_marks
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of, with_trace
from tests.gui.network.kept_words import show_as_kept

NS = "{http://www.w3.org/2000/svg}"
# What Qt writes of a number: six digits.
DIGITS = 0.006


def svg(view, line="") -> bytes:
    made = (
        made
        for made in ExportPage(view.detached_render(), line).svg_in_steps("update 1,200")
        if made is not None
    )
    return next(made)


def shapes(data: bytes, kind: str = "") -> Iterator[dict[str, str]]:
    """The shapes in the order in which they are painted, with their groups' colours, pens and opacity."""

    def of(parent: ET.Element, looks: dict[str, str]) -> Iterator[dict[str, str]]:
        for element in parent:
            tag, known = element.tag.removeprefix(NS), looks | element.attrib
            if tag == "g":
                yield from of(element, known)
            elif kind in ("", tag) and tag not in ("title", "desc", "defs"):
                yield known | {"tag": tag}

    return of(ET.fromstring(data), {})


def ends(line: dict[str, str]) -> tuple[float, ...]:
    return tuple(float(number) for number in line["points"].replace(",", " ").split())


def hexa(colour) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in colour)


def drawn_edges(view):
    return view._composed_frame.edges.on_screen(AnimationState())[0]


@pytest.mark.parametrize("theme", [Theme(), Theme("light")])
@pytest.mark.parametrize("picture", ["weight", "gradient"])
def test_there_is_one_line_for_each_drawn_edge_with_its_ends_colour_and_width(view, theme, picture):
    view.set_theme(theme)
    view.set_edge_picture(picture)
    view.work(10_000)
    palette, marks = edge_palette(theme, picture), drawn_edges(view)
    wanted = {
        (m.group, int(m.source[i]), int(m.target[i])): (
            (m.x1[i], m.y1[i], m.x2[i], m.y2[i]),
            (hexa(palette[m.level[i] + 24]), float(m.width[i])),
        )
        for m in marks
        for i in range(len(m.value))
    }
    lines = list(shapes(svg(view), "polyline"))[: len(wanted)]
    got = [(*ends(line), line["stroke"], float(line["stroke-width"])) for line in lines]
    assert len(wanted) > 50
    for (*line, stroke, width), (at, looks) in zip(
        sorted(got), sorted(wanted.values(), key=lambda edge: edge[0]), strict=True
    ):
        assert line == pytest.approx(at, abs=DIGITS) and (stroke, width) == looks


def test_the_strongest_edges_lie_above_the_weaker_ones(view):
    level = {hexa(colour): abs(i - 24) for i, colour in enumerate(edge_palette(Theme(), "weight"))}
    count = sum(len(marks.value) for marks in drawn_edges(view))
    levels = [level[line["stroke"]] for line in list(shapes(svg(view), "polyline"))[:count]]
    assert levels == sorted(levels) and levels[0] < 5 and levels[-1] == 24


def test_every_neuron_is_a_circle_in_its_colour(view, snapshot):
    node = Theme().colours.node.lower()
    circles = [c for c in shapes(svg(view), "circle") if c["stroke"] == node]
    layout, scales = view.layout_shown, view.detached_render().context.scales
    layers = neuron_marks(snapshot, layout, AnimationState(), scales, Theme())
    wanted = [(x, y, m.radius, hexa(f)) for m in layers for x, y, f in zip(m.x, m.y, m.fill, strict=True)]
    assert len(circles) == 6 + 4 + 10
    for circle, (x, y, radius, fill) in zip(circles, wanted, strict=True):
        got = [float(circle[name]) for name in ("cx", "cy", "r")]
        assert got == pytest.approx([x, y, radius], abs=DIGITS) and circle["fill"] == fill


def test_the_words_of_the_view_and_the_line_are_texts(view):
    root = ET.fromstring(svg(view, "run 3, update 1,200"))
    texts = [text.text for text in root.iter(f"{NS}text")]
    assert {"training digit 7, a 1", "256 inputs", "6 neurons", "run 3, update 1,200"} <= set(texts)
    assert [text for text in texts if text.startswith("drawn ")]


def test_a_key_to_press_is_left_out(view):
    view.show_walkthrough(
        "No update was made yet: press . to make one.", "Update 0: nothing has changed yet."
    )
    texts = {text.text for text in ET.fromstring(svg(view)).iter(f"{NS}text")}
    assert "Update 0: nothing has changed yet." in texts and not any("press" in text for text in texts)
    view.show_walkthrough("Layer 1: each neuron adds up.")
    texts = {text.text for text in ET.fromstring(svg(view)).iter(f"{NS}text")}
    assert "Layer 1: each neuron adds up." in texts and not any("Update 0" in text for text in texts)


def test_the_page_is_the_view_and_the_line_and_says_what_it_is(view):
    root = ET.fromstring(svg(view, "run 3"))
    height = 400 + line_px(Theme())
    assert root.get("viewBox") == f"0 0 640 {height}"
    # A CSS px is the 96th part of 25.4 mm.
    size = [float(root.get(name).removesuffix("mm")) * 96 / 25.4 for name in ("width", "height")]
    assert size == pytest.approx([640, height], abs=0.01)
    assert root.findtext(f"{NS}title") == "training digit 7, a 1"
    assert root.findtext(f"{NS}desc") == "update 1,200"


def test_every_input_is_a_square(view, snapshot):
    picture, side = view.layout_shown.picture, view.layout_shown.picture.width / 16
    squares = {}
    for rect in shapes(svg(view), "rect"):
        x, y, width = (float(rect[name]) for name in ("x", "y", "width"))
        column, row = (x - picture.x) / side, (y - picture.y) / side
        if width < side and 0 <= column < 16 and 0 <= row < 16:
            squares[16 * int(row) + int(column)] = rect["fill"]
    assert sorted(squares) == list(range(256))
    inked = {squares[i] for i in np.flatnonzero(snapshot.trace.x == 1)}
    blank = {squares[i] for i in np.flatnonzero(snapshot.trace.x == 0)}
    assert inked == {Theme().colours.lit.lower()} and len(blank) == 1 and not inked & blank


def test_as_long_as_a_bar_is_y(view, snapshot):
    tracks, y = view.layout_shown.bars, snapshot.trace.probabilities
    rects = [[float(rect[name]) for name in ("x", "y", "width")] for rect in shapes(svg(view), "rect")]
    for track, probability in zip(tracks, y, strict=True):
        widths = [
            width for x, top, width in rects if (x, top) == pytest.approx((track.x, track.y), abs=DIGITS)
        ]
        # The track first. Of what lies over it all is as long: the wrong answer's bar has hatching on it.
        assert widths[0] == pytest.approx(track.width, abs=DIGITS) and len(widths) > 1
        assert widths[1:] == pytest.approx([track.width * probability] * (len(widths) - 1), abs=DIGITS)


@pytest.mark.parametrize("at_s", [0.3, 0.9])
def test_what_travels_is_there_as_often_as_in_the_view(view, at_s):
    view.show_animation_state(Timeline.walkthrough(3, True).state_at(at_s))
    pulses, theme = view.detached_render().pulses, Theme()
    signs = [hexa(theme.rgb(token)) for token in ("minus", "plus")]
    circles = [c for c in shapes(svg(view), "circle") if c["stroke"] == "none" and c["fill"] in signs]
    assert len(circles) == len(pulses.x) > 5
    for circle, x, y, radius, positive in zip(
        circles, pulses.x, pulses.y, pulses.radius, pulses.positive, strict=True
    ):
        got = [float(circle[name]) for name in ("cx", "cy", "r")]
        assert got == pytest.approx((x, y, radius), abs=DIGITS) and circle["fill"] == signs[int(positive)]


def test_left_of_the_backward_front_lines_are_weights_and_right_of_it_gradients(view):
    view.show_animation_state(Timeline.walkthrough(3, True).state_at(0.6 * 5 + 0.9))
    view.work(10_000)
    # Half of the way through the second gap, from right to left.
    left, right = view.layout_shown.gap_bounds(1)
    front = (left + right) / 2
    signs = {hexa(colour) for colour in edge_palette(Theme(), "gradient")} - {Theme().colours.canvas.lower()}
    lines = [(ends(line), line["stroke"] in signs) for line in shapes(svg(view), "polyline")]
    weights = [end for end, is_gradient in lines if not is_gradient]
    gradients = [end for end, is_gradient in lines if is_gradient]
    assert weights and max(max(x1, x2) for x1, _, x2, _ in weights) <= front + DIGITS
    assert gradients and min(min(x1, x2) for x1, _, x2, _ in gradients) >= front - DIGITS
    assert max(x2 for _, _, x2, _ in weights) == pytest.approx(front, abs=DIGITS)


def test_while_one_neuron_is_highlighted_the_others_edges_fade(view):
    count = sum(len(marks.value) for marks in drawn_edges(view))
    view._composed_frame.highlight((1, 2))
    lines = [line["stroke"] for line in shapes(svg(view), "polyline")]
    theme = Theme()
    canvas = theme.rgb("canvas")
    faded = {hexa(np.rint(canvas + 0.1 * (c - canvas))) for c in edge_palette(theme, "weight").astype(float)}
    assert set(lines[:count]) <= faded
    highlighted = sum(len(marks.value) for marks in view._composed_frame.highlighted_marks)
    own = {hexa(c) for c in edge_palette(theme, "weight", highlighted=True)}
    assert len(lines[count:]) >= highlighted > 0 and set(lines[count : count + highlighted]) <= own


def test_a_card_over_the_view_is_in_it_at_its_sharpest(view):
    column = view.layout_shown.layers[1]
    at = QPointF(float(column.x[2]), float(column.y[2]))
    no = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), *no))
    card = view.detached_render().cards[0]
    *_, shape = shapes(svg(view), "image")
    assert (float(shape["x"]), float(shape["y"])) == pytest.approx((card.x, card.y), abs=DIGITS)
    assert image_in(shape).size() == max((image.size() for image in card.images), key=lambda s: s.width())


def image_in(shape: dict[str, str]) -> QImage:
    _, _, data = shape["{http://www.w3.org/1999/xlink}href"].partition("base64,")
    return QImage.fromData(base64.b64decode(data))


# --- against the view's pixels, by Qt's own reader of SVG


def rendered(data: bytes, width: int, height: int) -> QImage:
    renderer = QSvgRenderer(data)
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


def unlike(view, pixels: Callable[[QImage], np.ndarray], part: Rect | None = None) -> float:
    """How much of the picture, or of a part of it, the SVG shows otherwise than the view."""
    left, top, right, bottom = 0, 0, 640, 400
    if part is not None:
        left, top = ceil(part.x), ceil(part.y)
        right, bottom = floor(part.x + part.width), floor(part.y + part.height)
    got, seen = pixels(rendered(svg(view), 640, 400)), pixels(view.grab().toImage())
    return differing(got[top:bottom, left:right], seen[top:bottom, left:right])


MOMENTS = [AnimationState(), *(Timeline.walkthrough(3, True).state_at(at_s) for at_s in (0.9, 2.2, 3.3, 3.9))]


@pytest.mark.parametrize("animation", MOMENTS, ids=lambda animation: animation.phase)
def test_it_looks_as_the_view_does(view, pixels, animation):
    view.show_animation_state(animation)
    view.work(10_000)
    assert unlike(view, pixels) < 0.003


def test_so_it_does_in_the_midst_of_the_change(view, update, pixels):
    opened, applied = update
    view.show_change(applied.change)
    view.show_weights(applied.snapshot)
    view.show_animation_state(AnimationState("change", 0, 0.4, gradient_from=0.0))
    view.work(10_000)
    assert unlike(view, pixels) < 0.003


def test_so_it_does_with_badges_a_dropped_neuron_a_wrong_answer_and_a_pinned_one(view, snapshot, pixels):
    trace = snapshot.trace
    a = list(trace.a)
    a[-1] = np.eye(10)[4]
    masks = tuple(np.ones(n) for n in (6, 4))
    masks[0][1] = 0
    shown = with_trace(snapshot, a=tuple(a), masks=masks)
    view.show_displayed_snapshot(shown)
    # The first of each layer is dead, the second saturated (as tanh would say it of itself).
    flat = (np.array([1.0, 0, 0, 0, 0, 0]), np.array([0, 0.99, 0, 0]))
    means = tuple(np.zeros((10, n)) for n in (6, 4))
    view.show_neuron_statistics(NeuronStatistics(2, 1200, 100, ("relu", "tanh"), flat, means))
    view._composed_frame.highlight((1, 3), ((1, 3),))
    view.work(10_000)
    data = svg(view)
    edge_count = sum(len(m.value) for m in (*drawn_edges(view), *view._composed_frame.highlighted_marks))
    # A stroke for the dropped one, two for the dead and for the saturated one.
    assert len(list(shapes(data, "polyline"))) == edge_count + 1 + 2 + 2
    # The pinned one's mark has dashes of two and gaps of 1.2 widths of its pen.
    dashes = [c.get("stroke-dasharray") for c in shapes(data, "circle")]
    assert [d for d in dashes if d] == ["4,2.4"]
    assert unlike(view, pixels) < 0.003


@pytest.mark.parametrize(
    ("choice", "outputs"),
    [
        (DatasetSpec("plane", "spirals", count=90, class_count=3), "softmax"),
        (DatasetSpec("line", "sine", count=40), "identity"),
    ],
)
def test_so_it_does_for_points_in_the_plane_and_curves_on_the_line(view, pixels, choice, outputs):
    dataset = choice.load()
    loss = "squared_error" if dataset.is_regression else "cross_entropy"
    config = TrainingConfig(batch_size=10, learning_rate=0.05, loss=loss)
    run = Run(0, Origin(Architecture.dense((8,), "tanh", 2, output=outputs), config, choice), dataset)
    for _ in range(30):
        run.trainer.step()
    view.show_displayed_snapshot(run.snapshot())
    view.work(10_000)
    assert unlike(view, pixels) < 0.005
    # In the map alone, which is a small part of it all.
    assert unlike(view, pixels, view.layout_shown.map) < 0.02


def test_so_it_does_with_residual_connections(view, pixels):
    dataset = DatasetSpec("plane", "spirals", count=90, class_count=3).load()
    choice = DatasetSpec("plane", "spirals", count=90, class_count=3)
    architecture = Architecture.dense((8, 8), "relu", 2, skip=True)
    run = Run(0, Origin(architecture, TrainingConfig(), choice), dataset)
    view.show_displayed_snapshot(run.snapshot())
    view.work(10_000)
    arcs = [path for path in shapes(svg(view), "path") if path["d"].count("C") == 1]
    assert len(arcs) == np.count_nonzero(run.snapshot().trace.a[0]) > 0
    assert {arc["fill"] for arc in arcs} == {"none"}
    assert unlike(view, pixels) < 0.005


def engine_snapshot(architecture: Architecture) -> Snapshot:
    network = architecture.with_outputs(10).network((256,))
    x = (np.random.default_rng(4).random(256) < 0.2).astype(np.float32)
    return snapshot_of(network, x, data=DataInfo(unused=np.arange(256) < 32))


def test_so_it_does_where_neurons_are_cells(view, pixels):
    snapshot = engine_snapshot(Architecture.dense((32,) * 60, seed=1))
    view.show_displayed_snapshot(snapshot)
    view.work(10_000)
    layout, scales = view.layout_shown, view.detached_render().context.scales
    assert all(column.cell is not None for column in layout.layers[:-1])
    # One picture, in which each neuron's colour is a square of a few pixels.
    cells = next(image_in(shape) for shape in shapes(svg(view), "image") if float(shape["width"]) > 200)
    layers = neuron_marks(snapshot, layout, AnimationState(), scales, Theme())[:-1]
    got = pixels(cells)
    wide, high = cells.width() / 60, cells.height() / 32
    for i, marks in enumerate(layers):
        column = got[:, int((i + 0.5) * wide)]
        # At a third of its height: below is its δ, and a gap.
        assert np.array_equal(column[((np.arange(32) + 0.3) * high).astype(int)], marks.fill)
    # A row of a cell is about a px high: in the view it begins at whole ones, here where it is.
    assert unlike(view, pixels) < 0.02


@pytest.mark.parametrize("highlighted", [None, (0, 2)])
def test_so_it_does_where_the_network_is_enlarged_and_neurons_show_their_weights(view, pixels, highlighted):
    view.show_displayed_snapshot(engine_snapshot(Architecture.dense((6, 4), seed=1)))
    view.set_theme(Theme("light"))
    view.show_zoomed(3.0, 320, 200)
    view._composed_frame.highlight(highlighted)
    show_as_kept(view)
    view.work(10_000)
    render, data, content = view.detached_render(), svg(view), view.layout_shown.content
    assert np.array_equal(pixels(render.image()), pixels(view.grab().toImage()))
    tiles = render.composed_frame.nodes.tiles
    shown = {(round(float(s["x"]), 2), round(float(s["y"]), 2)): image_in(s) for s in shapes(data, "image")}
    for x, y, colour in zip(tiles.x, tiles.y, tiles.colour, strict=True):
        image = pixels(shown[round(float(x), 2), round(float(y), 2)])
        every = image.shape[0] // 16
        assert every > 1 and np.array_equal(image[::every, ::every], colour)
        assert np.array_equal(image[every - 1 :: every, every - 1 :: every], colour)
    # Those of pixels that never have ink are hatched.
    hatched = [rect for rect in shapes(data, "rect") if rect["fill"].startswith("url(#fillpattern")]
    assert len(hatched) >= 32 * len(tiles.x) > 0
    # Qt's own reader knows no clips, so that outside of the network there are marks that others do not show.
    assert unlike(view, pixels, content) < 0.01
    root = ET.fromstring(data)
    paths = [path.get("d").replace(",", " ").split() for path in root.findall(f".//{NS}clipPath/{NS}path")]
    corners = [[float(number.lstrip("ML")) for number in path if number != "Z"] for path in paths]
    border = (content.x, content.y, content.x + content.width, content.y + content.height)
    bounds = [(min(c[::2]), min(c[1::2]), max(c[::2]), max(c[1::2])) for c in corners]
    assert all(bound == pytest.approx(border, abs=DIGITS) for bound in bounds) and bounds
    clipped = {id(e) for g in root.iter(f"{NS}g") if g.get("clip-path") for e in g.iter()}
    assert all(id(circle) in clipped for circle in root.iter(f"{NS}circle"))
    for line in root.iter(f"{NS}polyline"):
        x1, y1, x2, y2 = ends(line.attrib)
        inside = border[0] <= min(x1, x2) + DIGITS and max(x1, x2) <= border[2] + DIGITS
        inside &= border[1] <= min(y1, y2) + DIGITS and max(y1, y2) <= border[3] + DIGITS
        assert inside or id(line) in clipped

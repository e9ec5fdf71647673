"""Through the list of all marks: each is held against the trace, and the painted pixels against each.

The numbers are computed here anew, from the snapshot's arrays, with numpy alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from core.analysis.neuron_statistics import DEAD_SHARE, FLAT_TWO_SIDED, SATURATED_SHARE, NeuronStatistics
from core.analysis.sample_tracer import SampleTracer
from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import DataInfo, Example, Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.geometry.zoom import position_bars
from gui.network.marks.edge_marks import LEVELS, edge_palette, legend_strip
from gui.network.marks.input_map import map_marks
from gui.network.marks.mark_catalog import mark_kinds
from gui.network.painting.neuron_sprites import ROOMY_RADIUS
from gui.network.view import NetworkView
from gui.theme.tokens import Theme, make_theme
from tests.audit.number_reading import numbers_in, tells
from tests.core.small_snapshots import snapshot_of, with_trace
from tests.gui.network.marks.marks_of_selection_and_words import MORE_CHECKS

ROOT = Path(__file__).resolve().parents[4]
LIT = AnimationState()


class Scene:
    """A view that shows a random network, and what the engine computed of it."""

    def __init__(self, qtbot, architecture, seed=0, theme="dark", n_in=64, n_out=6, size=(900, 560)) -> None:
        rng = np.random.default_rng(seed)
        network = architecture.with_outputs(n_out).network((n_in,))
        for layer in network.layers:
            layer.b[...] = rng.normal(0, 0.3, layer.b.shape)
        x = (rng.random(n_in) < 0.3).astype(np.float32)
        if n_in < 16:
            x = rng.normal(0, 1, n_in).astype(np.float32)
        layers = network.layers
        masks = tuple((rng.random(layer.b.size) < 0.7).astype(np.float32) / 0.7 for layer in layers[:-1])
        trace = SampleTracer(network).trace(x, int(rng.integers(n_out)))
        label = int(np.argmax(trace.a[-1]) if seed % 2 else rng.integers(n_out))
        self.snapshot = with_trace(
            snapshot_of(
                network,
                x,
                label,
                example=Example(x, label, "train", seed),
                data=DataInfo(
                    class_names=tuple("ABCDEFGHIJ"[:n_out]), picture=(8, 8) if n_in == 64 else None
                ),
                mean_gradient=rng.normal(0, 0.1, network.parameter_count),
                change=rng.normal(0, 0.001, network.parameter_count),
            ),
            masks=masks if seed % 3 == 1 else (),
        )
        self.theme = make_theme(theme)
        self.view = NetworkView()
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        self.view.set_theme(self.theme)
        self.view.show_displayed_snapshot(self.snapshot)
        self.view.show_weights(self.snapshot)
        self.view.show_place("1 of 60,000 in L")
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.flat = [rng.random(layer.b.size) for layer in layers[:-1]]
        for flat in self.flat:
            flat[0] = 1.0
        means = tuple(rng.random((n_out, layer.b.size)) for layer in layers[:-1])
        self.statistics = NeuronStatistics(1, 3, 100, network.activations[:-1], tuple(self.flat), means)
        self.view.show_neuron_statistics(self.statistics)

    def show(self, picture: str = "weight", animation: AnimationState = LIT) -> QImage:
        """The painted view with this picture of the edges, at this moment."""
        self.view.set_edge_picture(picture)
        self.view.show_animation_state(animation)
        while self.view.has_work():
            self.view.work(1000)
        self.view.repaint()
        return self.view.grab().toImage()

    @property
    def composed_frame(self):
        return self.view._composed_frame

    @property
    def nodes(self):
        return self.composed_frame.nodes

    @property
    def layout(self):
        return self.view.layout_shown

    def values(self, picture: str) -> list[np.ndarray]:
        """The numbers of a picture's edges, by the formula of the lecture."""
        s = self.snapshot
        before = [s.trace.x, *s.trace.a[:-1]]
        return {
            "weight": list(s.weights),
            "signal": [a[:, None] * W for a, W in zip(before, s.weights, strict=True)],
            "gradient": [np.outer(a, d) for a, d in zip(before, s.trace.delta, strict=True)],
            "mean_gradient": list(s.topology.table.named("W", s.mean_gradient)),
            "change": list(s.topology.table.named("W", s.change)),
        }[picture]

    def words(self) -> str:
        return " | ".join(mark.text for mark in (*self.nodes.words, *self.nodes.legend.texts))


def close(pixel, rgb, within=3) -> bool:
    return max(abs(a - int(b)) for a, b in zip(pixel.getRgb()[:3], rgb, strict=True)) <= within


def legend_lines(scene: Scene) -> list[str]:
    """What stands beside the strip of colours, as one line of each legend."""
    words = [m.text for m in scene.nodes.legend.texts if m.align == "left" and m.text not in "+−"]
    return [" ".join(words)]


def in_the_plane() -> Snapshot:
    """Three classes of points, after some updates."""
    choice = DatasetSpec("plane", "spirals", count=90, class_count=3)
    origin = Origin(Architecture.dense((7,), "tanh", 2), TrainingConfig(batch_size=10), choice)
    run = Run(0, origin, choice.load())
    for _ in range(30):
        run.trainer.step()
    return run.snapshot()


def rgb_between(theme: Theme, token: str, share: float) -> np.ndarray:
    canvas = theme.rgb("canvas")
    return canvas + share * (theme.rgb(token) - canvas)


# --- one check for each kind


def check_edges(picture: str) -> Callable[[Scene], None]:
    def check(scene: Scene) -> None:
        image = scene.show(picture)
        marks, _ = scene.composed_frame.edges.on_screen(LIT)
        palette, expected = edge_palette(scene.theme, picture), scene.values(picture)
        power = 2.0 if scene.theme.is_dark else 1.6
        plus, minus = ("grad_plus", "grad_minus") if "gradient" in picture else ("plus", "minus")
        assert sum(m.value.size for m in marks) > 20
        lone = 0
        for gap in marks:
            values = expected[gap.group][gap.source, gap.target]
            assert np.allclose(gap.value, values, rtol=1e-4, atol=1e-7)
            for layer, unit, x, y in (
                (gap.source_layer, gap.source, gap.x1, gap.y1),
                (gap.target_layer, gap.target, gap.x2, gap.y2),
            ):
                across, down = scene.layout.units(layer)
                assert np.allclose([x, y], [across[unit], down[unit]])
            strength = np.minimum(1, np.abs(values) / gap.scale)
            for value, share, level, width in zip(values, strength, gap.level, gap.width, strict=True):
                colour = palette[level + LEVELS]
                blend = 0.03 + 0.97 * (max(1, round(share * LEVELS)) / LEVELS) ** power
                wanted = rgb_between(scene.theme, plus if value > 0 else minus, blend if value else 0)
                assert np.abs(colour - wanted).max() <= 1
                assert width == pytest.approx(2.0 if share >= 0.85 else 1.4 if share >= 0.6 else 1.0)
        # The strongest edge of the last gap is drawn last: just left of its target no other crosses it.
        gap = marks[-1]
        full = np.flatnonzero(gap.width >= 2)
        for place in full[-3:]:
            for part in (0.35, 0.5, 0.65):
                x = gap.x1[place] + part * (gap.x2[place] - gap.x1[place])
                y = gap.y1[place] + part * (gap.y2[place] - gap.y1[place])
                colour = palette[gap.level[place] + LEVELS]
                near = [image.pixelColor(int(x), int(y) + dy) for dy in (-1, 0, 1)]
                lone += any(close(pixel, colour, 40) for pixel in near)
        assert lone >= min(len(full), 1)

    return check


def check_legend(scene: Scene) -> None:
    for picture in ("weight", "gradient"):
        image = scene.show(picture)
        strip = legend_strip(scene.layout.legend, scene.theme)
        palette = edge_palette(scene.theme, picture)
        for i in range(0, len(palette), 6):
            x = int(strip.x + (i + 0.5) * strip.width / len(palette))
            assert close(image.pixelColor(x, int(strip.y + strip.height / 2)), palette[i])


def check_scale(scene: Scene) -> None:
    """Of each picture: every gap has its own percentile, and the legend's numbers are these, from left to right."""
    for picture in ("weight", "signal", "gradient", "mean_gradient", "change"):
        scene.show(picture)
        marks = scene.composed_frame.edges.on_screen(LIT)[0]
        part = 0.998 if picture == "signal" else 0.99
        for mark, values in zip(marks, scene.values(picture), strict=True):
            # Of so few numbers a percentile is the value at its hundredth place, rounded up.
            ordered = np.sort(np.abs(values[values != 0]))
            own = ordered[int(np.ceil(part * ordered.size - 1e-9)) - 1]
            if values.size > 16_384:
                # Of evenly spread ones: as many lie above it, or those of a neuron more or fewer, which may be equal.
                assert np.mean(ordered > mark.scale) == pytest.approx(1 - part, abs=0.004), picture
            else:
                assert mark.scale == pytest.approx(own, rel=1e-5), picture
        (words,) = legend_lines(scene)
        # In a language that writes the quantity first, its scales follow it.
        told = numbers_in(re.split("[(（]", words.rpartition("= ")[2])[0])
        scales = [mark.scale for mark in marks]
        scales = scales[:1] if len(set(scales)) == 1 else scales
        assert all(number.agrees(scale) for number, scale in zip(told, scales, strict=True)), words


def check_coverage(scene: Scene) -> None:
    for picture in ("signal", "gradient", "change"):
        scene.show(picture)
        marks, choice = scene.composed_frame.edges.on_screen(LIT)
        values = scene.values(picture)
        shares = []
        for mark, whole in zip(marks, values, strict=True):
            total = np.abs(whole).sum(dtype=np.float64)
            shares.append(
                np.abs(whole[mark.source, mark.target]).sum(dtype=np.float64) / total if total else None
            )
        known = [share for share in shares if share is not None]
        drawn = sum(mark.value.size for mark in marks)
        assert choice.drawn == drawn and choice.total == sum(W.size for W in scene.snapshot.weights)
        assert choice.share == pytest.approx(np.mean(known), rel=1e-4)
        assert f"drawn {drawn:,} of {choice.total:,}" in scene.words()


def check_gap_coverage(scene: Scene) -> None:
    """In the middle of each gap: its own counts, and its own part."""
    scene.show("change")
    marks, _ = scene.composed_frame.edges.on_screen(LIT)
    told = {round(m.x, 3): m for m in scene.nodes.legend.texts if m.y == scene.layout.gaps_y}
    for gap, (mark, whole) in enumerate(zip(marks, scene.values("change"), strict=True)):
        words = told[round(sum(scene.layout.gap_bounds(gap)) / 2, 3)].text
        numbers = numbers_in(words)
        counts = [number.value for number in numbers if "%" not in number.text]
        assert counts == [mark.value.size, whole.size][: len(counts)], words
        share = np.abs(whole[mark.source, mark.target]).sum() / np.abs(whole).sum()
        assert all(number.agrees(share, 1e-4) for number in numbers if "%" in number.text), words


def check_arc(scene: Scene) -> None:
    scene.show("weight")
    # Between cells there is no room for arcs.
    skips = [
        i
        for i, skip in enumerate(scene.snapshot.skips)
        if skip and i > 0 and scene.layout.shows_edges(i, i + 1)
    ]
    assert [arcs.layer for arcs in scene.nodes.arcs] == skips
    for arcs in scene.nodes.arcs:
        carried = scene.snapshot.trace.a[arcs.layer - 1]
        assert np.allclose(arcs.value, carried[arcs.neuron])
        added = scene.snapshot.trace.a[arcs.layer] - carried
        share = np.abs(carried).sum() / (np.abs(carried).sum() + np.abs(added).sum())
        assert arcs.share == pytest.approx(share, rel=1e-4)


def check_neuron_fill(scene: Scene) -> None:
    image = scene.show("weight")
    s = scene.snapshot
    for layer, marks in enumerate(scene.nodes.neurons):
        assert np.allclose(marks.value, s.trace.a[layer][marks.neuron])
        unit = s.activations[layer] in ("sigmoid", "softmax") and not s.skips[layer]
        full = 1.0 if unit else scene.view._context.scales.of("activation")[layer]
        for place, value in enumerate(marks.value):
            share = np.clip(value / full, -1, 1)
            wanted = rgb_between(scene.theme, "lit" if share >= 0 else "minus", abs(share))
            assert np.abs(marks.fill[place] - wanted).max() <= 1
            # In a small network a number stands in the middle.
            above = 0.75 * marks.radius if scene.nodes.numbers.texts else 0.0
            pixel = image.pixelColor(round(float(marks.x[place])), round(float(marks.y[place]) - above))
            # A small neuron has × or = in it, and a dropped one a stroke.
            is_crossed = marks.radius < ROOMY_RADIUS and marks.state.size and marks.state[place]
            is_crossed = is_crossed or (marks.dropped.size and marks.dropped[place])
            if marks.cell is None and not is_crossed and scene.nodes.tiles is None:
                assert close(pixel, marks.fill[place], 2), (layer, place)


def check_neuron_ring(scene: Scene) -> None:
    image = scene.show("weight")
    s, checked = scene.snapshot, 0
    for layer, marks in enumerate(scene.nodes.neurons):
        delta = s.trace.delta[layer][marks.neuron]
        assert np.allclose(marks.delta, delta)
        scale = scene.view._context.scales.of("delta")[layer]
        # As wide as that of the layer's largest δ would be, were an output wrong by 1.
        largest, wrong = np.abs(s.trace.delta[layer]).max(), np.abs(s.trace.delta[-1]).max()
        assert scale == pytest.approx(largest * max(1.0, 1.0 / wrong), rel=1e-5)
        width = 1 + 2.2 * np.sqrt(np.minimum(1, np.abs(delta) / scale))
        assert np.allclose(marks.ring, np.where(delta == 0, 0, width), atol=1e-4)
        if marks.radius < 7:
            continue
        for place in np.flatnonzero(marks.ring > 2.4):
            # Left of the outline of 1.2 px and a gap of 1 px, in the middle of the ring.
            x = round(float(marks.x[place]))
            middle = marks.radius + 0.6 + 1 + marks.ring[place] / 2
            wanted = scene.theme.rgb("grad_plus" if delta[place] > 0 else "grad_minus")
            y = round(float(marks.y[place]))
            ring = [image.pixelColor(x, y - round(middle) + d) for d in (-1, 0, 1)]
            assert any(close(pixel, wanted, 24) for pixel in ring), (layer, place)
            checked += 1
    assert checked or max(m.radius for m in scene.nodes.neurons) < 7


def check_dropped(scene: Scene) -> None:
    scene.show("weight")
    for layer, marks in enumerate(scene.nodes.neurons[:-1]):
        masks = scene.snapshot.trace.masks
        wanted = masks[layer][marks.neuron] == 0 if masks else np.zeros(0, bool)
        assert np.array_equal(marks.dropped, wanted)


def check_badge(scene: Scene) -> None:
    scene.show("weight")
    for layer, marks in enumerate(scene.nodes.neurons[:-1]):
        flat = scene.flat[layer][marks.neuron]
        two_sided = scene.snapshot.activations[layer] in FLAT_TWO_SIDED
        assert np.array_equal(marks.state != 0, flat >= (SATURATED_SHARE if two_sided else DEAD_SHARE))
        assert marks.state[0] != 0 or marks.neuron[0] != 0  # the first is flat for all


def check_favourite(scene: Scene) -> None:
    """At each neuron its own class; none at another's place."""
    scene.view.set_preferred_classes(True)
    scene.show("weight")
    at = {
        (layer, round(float(y), 2)): int(neuron)
        for layer, marks in enumerate(scene.nodes.neurons[:-1])
        for neuron, y in zip(marks.neuron, marks.y, strict=True)
    }
    centres = [float(marks.x[0]) for marks in scene.nodes.neurons]
    numbers = scene.nodes.numbers.texts
    written = [mark for mark in scene.nodes.upper_words if mark.role == "tick" and mark not in numbers]
    for mark in written:
        layer = int(np.argmin(np.abs(np.array(centres) - mark.x)))
        height = mark.y - 0.36 * scene.theme.font("tick").pixelSize()
        neuron = at[layer, round(height, 2)]
        best = int(np.argmax(scene.statistics.class_mean[layer][:, neuron]))
        assert mark.text == "ABCDEFGHIJ"[best], (layer, neuron)
    assert written or min(marks.radius for marks in scene.nodes.neurons) < 8
    scene.view.set_preferred_classes(False)


def check_tile(scene: Scene) -> None:
    column = scene.layout.layers[0]
    scene.view.show_zoomed(5, float(column.x[2]), float(column.y[2]))
    image = scene.show("weight")
    tiles = scene.nodes.tiles
    if scene.snapshot.sizes[0] == 64 and scene.layout.layers[0].radius >= 16:
        assert tiles is not None and tiles.neuron.size
        for place, neuron in enumerate(tiles.neuron.tolist()):
            assert np.allclose(tiles.value[place].ravel(), scene.snapshot.weights[0][:, neuron])
            x, y = int(tiles.x[place] + tiles.side / 16), int(tiles.y[place] + tiles.side / 16)
            if (
                0 < x < 900
                and scene.layout.content.contains(x, y + 8)
                and scene.nodes.neurons[0].dropped.size == 0
            ):
                assert close(image.pixelColor(x, y), tiles.colour[place, 0, 0])
    scene.view.show_whole()


def check_cell(scene: Scene) -> None:
    image = scene.show("weight")
    for layer, marks in enumerate(scene.nodes.neurons[:-1]):
        assert (marks.cell is not None) == (len(scene.snapshot.sizes) > 40)
        if marks.cell is None:
            continue
        pitch = float(marks.y[1] - marks.y[0])
        x, y = round(float(marks.x[1])), float(marks.y[1]) - pitch / 2
        full = scene.view._context.scales.of("activation")[layer]
        a = np.clip(scene.snapshot.trace.a[layer][1] / full, -1, 1)
        wanted = rgb_between(scene.theme, "lit" if a >= 0 else "minus", abs(a))
        assert close(image.pixelColor(x, int(y + 0.3 * pitch)), wanted)
        delta = scene.snapshot.trace.delta[layer][1]
        strength = np.sqrt(min(1, abs(delta) / scene.view._context.scales.of("delta")[layer]))
        wanted = rgb_between(scene.theme, "grad_plus" if delta > 0 else "grad_minus", strength)
        assert close(image.pixelColor(x, int(y + 0.75 * pitch)), wanted)


def check_band(scene: Scene) -> None:
    scene.show("weight")
    for column, size in zip(scene.layout.layers, scene.snapshot.sizes[1:], strict=True):
        hidden = size - len(column.shown)
        assert (column.collapsed_group is not None) == (hidden > 0)
        if hidden:
            assert f"{hidden:,}" in scene.words()


def check_head(scene: Scene) -> None:
    """Over each hidden layer its own size, its own share that goes past, and how many of its own are flat."""
    scene.show("weight")
    if scene.layout.layers[0].cell is not None:
        return
    heads = {round(m.x, 3): m.text for m in scene.nodes.words if m.y == scene.layout.caption_y}
    sent = [scene.snapshot.trace.x, *scene.snapshot.trace.a]
    for layer, column in enumerate(scene.layout.layers[:-1]):
        two_sided = scene.snapshot.activations[layer] in FLAT_TWO_SIDED
        flat = scene.flat[layer] >= (SATURATED_SHARE if two_sided else DEAD_SHARE)
        head = heads[round((column.left + column.right) / 2, 3)]
        numbers = [number.value for number in numbers_in(head) if "%" not in number.text]
        assert numbers[:2] in ([column.size, flat.sum()], [column.size], [layer + 1]), head
        assert ("saturated" if two_sided else "dead") in head or len(numbers) == 1, head
        for number in (number for number in numbers_in(head) if "%" in number.text):
            before, after = np.abs(sent[layer]).sum(), np.abs(sent[layer + 1] - sent[layer]).sum()
            assert number.agrees(before / (before + after), 1e-4), head


def check_input(scene: Scene) -> None:
    image = scene.show("weight")
    if scene.snapshot.data.picture is None:
        for value in scene.snapshot.trace.x[:3]:
            assert f"= {value:.2f}".replace("-", "−") in scene.words()
        return
    for pixel in range(0, 64, 5):
        x, y = round(float(scene.layout.pixel_x[pixel])), round(float(scene.layout.pixel_y[pixel]))
        share = 0.11 + 0.89 * float(scene.snapshot.trace.x[pixel])
        assert close(image.pixelColor(x, y), rgb_between(scene.theme, "lit", share))


def check_map(scene: Scene) -> None:
    """There for such inputs alone; each place has the colour of its own answer, from the top left to the right."""
    is_picture = scene.snapshot.data.picture is not None
    assert (scene.layout.map is not None) == (not is_picture and scene.snapshot.sizes[0] <= 2)
    snapshot = in_the_plane()
    marks = map_marks(snapshot, make_layout(snapshot.sizes, 800, 506, Theme(), inputs=(2, 1)), Theme())
    assert marks is not None and marks.fill is not None
    # In the middle of each cell, up to a quarter beyond the outermost example.
    count, reach = len(marks.fill), 1.25 * np.abs(snapshot.data.points[0]).max()
    along, last = reach * ((2 * np.arange(count) + 1) / count - 1), count - 1
    (W1, W2), (b1, b2) = snapshot.weights, snapshot.biases
    for row, column in ((0, 0), (0, last), (20, 7), (last, 0), (last, last)):
        x = np.array([along[column], along[last - row]])
        z = np.tanh(x @ W1 + b1) @ W2 + b2
        y = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
        sure = 0.45 * (y.max() - 1 / y.size) / (1 - 1 / y.size)
        full = Theme().rgb(("plus", "minus", "grad_plus")[int(y.argmax())])
        wanted = Theme().rgb("canvas") + sure * (full - Theme().rgb("canvas"))
        assert np.abs(marks.fill[row, column] - wanted).max() <= 1, (row, column)


def check_bar(scene: Scene) -> None:
    """In each output's line: its own name, its own y as a bar's length, and as a number."""
    image = scene.show("weight")
    y = scene.snapshot.trace.a[-1].astype(float)
    bars = scene.nodes.bars
    unit = scene.snapshot.output in ("softmax", "sigmoid")
    for i, track in enumerate(scene.layout.bars):
        if unit:
            assert bars.length[i] == pytest.approx(y[i] * track.width, abs=1e-3)
            near_0, near_1 = y[i] < 0.005, y[i] >= 0.995
            expected = "<0.01" if near_0 else ">0.99" if near_1 else f"{y[i]:.2f}"
            line = track.y + track.height / 2 + 0.36 * scene.theme.font("body").pixelSize()
            there = [m for m in scene.nodes.upper_words if abs(m.y - line) < 0.01 and m.role != "tick"]
            assert [m.text for m in sorted(there, key=lambda m: m.x)] == ["ABCDEFGHIJ"[i], expected]
            middle, end = int(track.y + track.height / 2), int(track.x + y[i] * track.width)
            wrong = bars.predicted is not None and bars.predicted != bars.right
            if y[i] * track.width > 3 and not (wrong and i == bars.predicted):
                assert close(image.pixelColor(end - 2, middle), scene.theme.rgb("lit"))
            if y[i] * track.width < track.width - 3:
                assert not close(image.pixelColor(end + 2, middle), scene.theme.rgb("lit"))
    assert bars.right == scene.snapshot.example.label and bars.predicted == int(np.argmax(y))


def check_verdict(scene: Scene) -> None:
    scene.show("weight")
    said, right = int(np.argmax(scene.snapshot.trace.a[-1])), scene.snapshot.example.label
    names = "ABCDEFGHIJ"
    wanted = f"says {names[said]}: right" if said == right else f"says {names[said]}, is {names[right]}"
    assert wanted in scene.words()


def check_loss(scene: Scene) -> None:
    """C from the logits, in float64: of softmax −ln y of the right output, of sigmoids the sum over all outputs."""
    scene.show("weight")
    z, right = scene.snapshot.trace.z[-1].astype(float), scene.snapshot.example.label
    C = np.log(np.exp(z - z[right]).sum())
    if scene.snapshot.output == "sigmoid":
        C = sum(np.log1p(np.exp(-z_j if j == right else z_j)) for j, z_j in enumerate(z))
    (mark,) = (m for m in scene.nodes.words if m.text.startswith("C = "))
    assert tells(mark.text.rpartition("= ")[2], C, 1e-5 * C), mark.text
    assert scene.layout.loss.contains(mark.x, mark.y)


def check_place(scene: Scene) -> None:
    scene.show("weight")
    (mark,) = (m for m in scene.nodes.words if m.text == "1 of 60,000 in L")
    loss = next(m for m in scene.nodes.words if m.text.startswith("C = "))
    assert mark.x == loss.x and loss.y < mark.y < loss.y + 30


def check_pulses(kind: str) -> Callable[[Scene], None]:
    def check(scene: Scene) -> None:
        from gui.network.marks.pulse_marks import pulse_marks

        s, gap = scene.snapshot, len(scene.snapshot.weights) - 1
        animation = AnimationState("forward" if kind == "disc" else "backward", gap, 0.5)
        scene.show("weight", animation)
        choice, scales = scene.composed_frame.edges.choice, scene.view._context.scales
        pulses = pulse_marks(s, choice, scene.layout, animation, scales)
        assert pulses is not None and pulses.kind == kind
        factor = s.trace.a[gap - 1][pulses.source] if kind == "disc" else s.trace.delta[gap][pulses.target]
        value = factor * s.weights[gap][pulses.source, pulses.target]
        assert np.allclose(pulses.value, value, rtol=1e-4) and np.array_equal(pulses.positive, value > 0)
        largest, smallest = (6.5, 1.5) if kind == "disc" else (9.0, 2.0)
        scale = scales.of("signal" if kind == "disc" else "backpropagated")[gap]
        radius = np.clip(largest * np.sqrt(np.minimum(1, np.abs(value) / scale)), smallest, largest)
        assert np.allclose(pulses.radius, radius, rtol=1e-4)
        # Nothing travels that carries nothing.
        assert np.all(value != 0)

    return check


def check_position(scene: Scene) -> None:
    scene.show("weight")
    assert position_bars(scene.layout.zoom, scene.layout.content) == ()
    scene.view.show_zoomed(4, 300, 200)
    image = scene.show("weight")
    bar = position_bars(scene.layout.zoom, scene.layout.content)[0]
    assert bar.width == pytest.approx(scene.layout.width / 4)
    assert bar.x == pytest.approx(scene.layout.zoom.x / 4)
    assert close(image.pixelColor(int(bar.x + bar.width / 2), int(bar.y + 1)), scene.theme.rgb("node"))
    scene.view.show_whole()
    assert scene.layout.zoom == Zoom()


def check_none(marks: Sequence[object]) -> None:
    assert not marks


def check_no_moment(scene: Scene) -> None:
    check_none((*scene.nodes.walk.marks.looks, *scene.nodes.walk.marks.frames))


CHECKS: dict[str, Callable[[Scene], None]] = {
    **{f"edge_{p}": check_edges(p) for p in ("weight", "signal", "gradient", "mean_gradient", "change")},
    "legend": check_legend,
    "scale": check_scale,
    "coverage": check_coverage,
    "gap_coverage": check_gap_coverage,
    "arc": check_arc,
    # Dense networks have none: `test_ribbon_marks` and `test_map_painter` have networks with feature maps.
    "ribbon": lambda scene: check_none(scene.nodes.ribbons.marks),
    "kernel": lambda scene: check_none(scene.nodes.ribbons.kernels),
    "map_cell": lambda scene: check_none([marks for marks in scene.nodes.neurons if marks.maps]),
    # Of these `test_map_moments` and `test_map_walk`.
    **{kind: check_no_moment for kind in ("visited_window", "hollow_cell", "map_delta")},
    "neuron_fill": check_neuron_fill,
    "neuron_ring": check_neuron_ring,
    "cell": check_cell,
    "dropped": check_dropped,
    "badge": check_badge,
    "favourite": check_favourite,
    "tile": check_tile,
    "band": check_band,
    "head": check_head,
    "input": check_input,
    "map": check_map,
    "bar": check_bar,
    "verdict": check_verdict,
    "loss": check_loss,
    "place": check_place,
    "disc": check_pulses("disc"),
    "dart": check_pulses("dart"),
    "position": check_position,
    **MORE_CHECKS,
}
PLAIN = Architecture.dense((12, 8), "relu", 1)
SCENES = {
    "relu": (PLAIN, {"seed": 0}),
    "light, dropout": (Architecture.dense((12, 8), "tanh", 2), {"seed": 1, "theme": "light"}),
    "residual": (Architecture.dense((12, 12, 12), "softplus", 3, skip=True), {"seed": 2}),
    "one activation each": (Architecture.dense((9, 8, 7), ("sigmoid", "leaky_relu", "elu"), 4), {"seed": 3}),
    "smooth ones": (
        Architecture.dense((9, 8, 7), ("gelu", "silu", "identity"), 5),
        {"seed": 5, "theme": "light"},
    ),
    "sigmoid outputs": (Architecture.dense((10,), "relu", 6, output="sigmoid"), {"seed": 6}),
    "folded": (Architecture.dense((300, 12), "relu", 7), {"seed": 8}),
    "small": (Architecture.dense((4,), "tanh", 9), {"seed": 12, "n_in": 3, "n_out": 3}),
    "numbers as inputs": (Architecture.dense((10, 6), "tanh", 8), {"seed": 10, "n_in": 3}),
}


def test_every_kind_of_mark_has_a_check_and_every_check_a_kind() -> None:
    assert sorted(kind.key for kind in mark_kinds()) == sorted(CHECKS)


@pytest.mark.parametrize("name", sorted(SCENES))
def test_every_mark_is_the_number_that_the_engine_computed(qtbot, name) -> None:
    architecture, options = SCENES[name]
    scene = Scene(qtbot, architecture, **options)
    for key, check in CHECKS.items():
        try:
            check(scene)
        except AssertionError as error:
            raise AssertionError(f"{key}: {error}") from error


def test_the_cells_of_a_deep_network_too(qtbot) -> None:
    scene = Scene(qtbot, Architecture.dense((16,) * 60, "tanh", 3, skip=True, skip_scale=0.1), seed=4)
    for key in ("cell", "neuron_fill", "coverage", "bar", "input", "arc", "layer_number"):
        CHECKS[key](scene)


def test_every_file_that_is_named_is_there() -> None:
    for kind in mark_kinds():
        assert (ROOT / kind.made_in).is_file(), kind
        assert kind.name and kind.shows and kind.array

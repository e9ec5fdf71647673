"""Checks of the mark catalog: what stands out, the lines of text, and what is in the map; for `test_mark_catalog`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.function_grid import REACH
from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.trainer import TrainingConfig
from gui.network.geometry.layout import input_shape, make_layout
from gui.network.interaction.hard_sample_button import has_almost_no_gradient
from gui.network.interaction.neuron_values import neuron_values
from gui.network.marks.input_map import map_marks
from gui.network.marks.map_words import map_text_marks
from gui.network.marks.mark_types import TextMark
from gui.network.marks.neuron_marks import bar_marks
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact
from tests.audit.number_reading import tells
from tests.core.small_snapshots import snapshot_of

# --- what stands out


def check_highlighted_edge(scene: Any) -> None:
    """Each edge of the second neuron: its own two ends, and its own number of the picture."""
    for picture in ("weight", "change"):
        scene.show(picture)
        scene.composed_frame.highlight((0, 1))
        scene.view.repaint()
        expected, seen = scene.values(picture), {}
        for marks in scene.composed_frame.highlighted_marks:
            for source, target, value in zip(marks.source, marks.target, marks.value, strict=True):
                seen[marks.group, int(source), int(target)] = value
        inked = np.flatnonzero(scene.snapshot.trace.x)
        wanted = {(0, int(i), 1): expected[0][i, 1] for i in inked}
        shown = scene.layout.shown(2)
        wanted |= {(1, 1, int(j)): expected[1][1, j] for j in shown}
        assert seen.keys() == wanted.keys()
        assert all(seen[edge] == pytest.approx(value, rel=1e-4, abs=1e-7) for edge, value in wanted.items())
    scene.composed_frame.highlight(None)


def check_pinned_edge(scene: Any) -> None:
    scene.show("weight")
    target = int(scene.layout.shown(2)[0])
    scene.composed_frame.highlight((1, target), ((1, 1, target),))
    *others, lone = scene.composed_frame.highlighted_marks
    assert (lone.group, lone.source.tolist(), lone.target.tolist()) == (1, [1], [target])
    (alike,) = (marks for marks in others if marks.group == 1)
    assert lone.width[0] > alike.width[alike.source == 1][0]
    scene.composed_frame.highlight(None)


def check_rings_around_neurons(scene: Any) -> None:
    """The neuron that is pointed at has a ring of the text's colour; a pinned one is named as kept."""
    pinned = int(scene.layout.shown(2)[-1])
    scene.show("weight")
    scene.composed_frame.highlight((0, 1), ((1, pinned),))
    assert scene.composed_frame.selected == {(0, 1): False, (1, pinned): True}
    scene.composed_frame.highlight(None)


def check_card_number(scene: Any) -> None:
    s = scene.snapshot
    before = [s.trace.x, *s.trace.a]
    for layer in range(len(s.weights)):
        values = neuron_values(s, layer, 1)
        z = before[layer].astype(float) @ s.weights[layer][:, 1].astype(float) + float(s.biases[layer][1])
        assert values.z == pytest.approx(z, rel=1e-3, abs=1e-5)
        assert values.a == pytest.approx(float(s.trace.a[layer][1]))
        assert values.b == pytest.approx(float(s.biases[layer][1]))
        assert values.delta == pytest.approx(float(s.trace.delta[layer][1]))


def check_card_picture(scene: Any) -> None:
    values = neuron_values(scene.snapshot, 0, 2)
    if scene.snapshot.sizes[0] == 64:
        assert values.weights is not None and values.weights.shape == (8, 8)
        assert np.allclose(values.weights.ravel(), scene.snapshot.weights[0][:, 2])


# --- lines of text


def check_title(scene: Any) -> None:
    scene.view.show_title("training digit 7, a 3")
    scene.show("weight")
    (mark,) = (mark for mark in scene.nodes.words if mark.text.startswith("training"))
    assert mark.text == "training digit 7, a 3" and mark.y < scene.layout.caption_y and mark.x < 40
    scene.view.show_title("")


def check_caption(scene: Any) -> None:
    scene.view.show_walkthrough("C = 0.61")
    scene.show("weight")
    (mark,) = (mark for mark in scene.nodes.words if mark.text == "C = 0.61")
    line = scene.layout.walkthrough
    assert (mark.align, mark.x) == ("right", line.x + line.width)
    scene.view.show_walkthrough("")


def check_notice(scene: Any) -> None:
    """There where no |δ| of an output is above 0.001, and nowhere else."""
    scene.show("weight")
    largest = np.abs(scene.snapshot.trace.delta[-1]).max()
    assert has_almost_no_gradient(scene.snapshot, scene.composed_frame.animation) is bool(largest < 1e-3)
    notice = scene.composed_frame.words.notice
    assert (notice is not None) is bool(largest < 1e-3)
    assert notice is None or isinstance(notice, TextMark)


def check_layer_number(scene: Any) -> None:
    scene.show("weight")
    layers = scene.layout.layers[:-1]
    centres = {round((c.left + c.right) / 2, 3): layer + 1 for layer, c in enumerate(layers)}
    for mark in scene.nodes.words:
        if mark.y == scene.layout.caption_y and mark.text.isdigit() and layers[0].cell is not None:
            assert int(mark.text) == centres[round(mark.x, 3)]


def check_input_name(scene: Any) -> None:
    scene.show("weight")
    named = [mark for mark in scene.nodes.words if mark.text.startswith("x")]
    if scene.snapshot.data.picture is not None:
        assert not named
        return
    for i, (mark, value) in enumerate(zip(named, scene.snapshot.trace.x.tolist(), strict=True)):
        assert mark.text == f"x{'₁₂₃'[i]} = {value:.2f}".replace("-", "−")
        assert abs(mark.y - scene.layout.pixel_y[i]) < 10


# --- regression and the map: scenes of their own


def on_the_line(updates: int = 20) -> Snapshot:
    choice = DatasetSpec("line", "sine", count=50)
    config = TrainingConfig(batch_size=10, learning_rate=0.05, loss="squared_error")
    origin = Origin(Architecture.dense((8,), "tanh", 2, output="identity"), config, choice)
    run = Run(0, origin, choice.load())
    for _ in range(updates):
        run.trainer.step()
    return run.snapshot()


def check_target_tick(scene: Any) -> None:
    target = np.array([0.5, -0.25, 0.0])
    network = Architecture.dense((6,), "tanh", 3, output="identity").with_outputs(3).network((4,))
    snapshot = snapshot_of(network, np.ones(4), target, loss="squared_error")
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    bars = bar_marks(snapshot, layout, scene.composed_frame.animation)
    for track, tick, wanted in zip(layout.bars, bars.target, target, strict=True):
        assert tick == pytest.approx(wanted / snapshot.data.output_scale * track.width / 2)


def check_map_on_the_line(scene: Any) -> None:
    """Curve, points, ring and target stand where x and y are, by the map's own two scales."""
    snapshot = on_the_line()
    marks = map_marks(snapshot, make_layout(snapshot.sizes, 800, 506, Theme(), inputs=(1, 1)), Theme())
    assert marks is not None and input_shape(snapshot) == (1, 1)
    rect, data = marks.rect, snapshot.data
    wide, high = REACH, REACH * data.output_scale
    assert data.map_ranges == ((-wide, wide),)

    def at(x: float, y: float) -> tuple[float, float]:
        return rect.x + (x / wide + 1) / 2 * rect.width, rect.y + (1 - y / high) / 2 * rect.height

    assert data.points is not None
    X, y = data.points
    for i in (0, len(X) // 2, len(X) - 1):
        assert tuple(marks.points[i]) == pytest.approx(at(float(X[i, 0]), float(y[i, 0])), abs=1e-3)
    (W1, W2), (b1, b2) = snapshot.weights, snapshot.biases
    for place in (0, 7, -1):
        # The middle of each of the equal parts of the map.
        edges = np.linspace(-wide, wide, len(marks.curve) + 1)
        x = ((edges[:-1] + edges[1:]) / 2)[place]
        answer = np.tanh(np.array([x]) @ W1 + b1) @ W2 + b2
        assert tuple(marks.curve[place]) == pytest.approx(at(x, float(answer[0])), abs=0.05)
    shown = float(snapshot.trace.x[0])
    assert marks.shown == pytest.approx(at(shown, float(snapshot.trace.a[-1][0])), abs=1e-3)
    assert marks.target == pytest.approx(at(shown, float(snapshot.example.target[0])), abs=1e-3)


def check_signs_in_neurons(scene: Any) -> None:
    """None is beyond its layer's own scale, and all are finite; test_neuron_marks has the others."""
    scene.show("weight")
    for marks, a in zip(scene.nodes.neurons, scene.snapshot.trace.a, strict=True):
        assert np.array_equal(marks.beyond, np.abs(a[marks.neuron]) > marks.full * (1 + 1e-6))
        assert not marks.beyond.any() and marks.broken.size == 0


def check_folded_legend(scene: Any) -> None:
    """The fill's row names each layer's largest |a|, or 1 of a share; the line is at its place."""
    scene.show("weight")
    rows = {row.key: row.words for row in scene.composed_frame.legend_rows()}
    s = scene.snapshot
    for layer, a in enumerate(s.trace.a):
        unit = s.activations[layer] in ("sigmoid", "softmax") and not s.skips[layer]
        assert compact(1.0 if unit else float(np.abs(a).max())) in rows["neuron_fill"]
    line = scene.layout.marks_line
    (folded,) = (m for m in scene.nodes.legend.texts if m.text.startswith("Legend"))
    assert folded.x == line.x and line.y < folded.y < line.y + line.height


def check_words_around_the_map(scene: Any) -> None:
    """The ranges of the axes; and at how many places a curve with outputs 20 times as large is beyond the map."""
    snapshot = on_the_line()
    grid = (20 * snapshot.function_grid.astype(np.float64)).astype(np.float32)
    layout = make_layout(snapshot.sizes, 800, 506, Theme(), inputs=(1, 1))
    words = [mark.text for mark in map_text_marks(replace(snapshot, function_grid=grid), layout, Theme())]
    (low, high), reach = snapshot.data.map_ranges[0], REACH * snapshot.data.output_scale
    assert any(text.endswith(f"{compact(low)} to {compact(high)}") for text in words)
    assert any(text.endswith(f"{compact(-reach)} to {compact(reach)}") for text in words)
    outside = int((np.abs(grid[:, 0].astype(float)) > reach).sum())
    assert outside > 0 and any(f"at {outside} of {len(grid)} places" in text for text in words)


def check_written_numbers(scene: Any) -> None:
    s, layout = scene.snapshot, scene.layout
    if sum(W.size for W in s.weights) > 40:
        scene.show("weight")
        assert scene.nodes.numbers.texts == ()
        return
    for picture in ("weight", "signal", "gradient", "mean_gradient", "change"):
        scene.show(picture)
        numbers, values = scene.nodes.numbers, scene.values(picture)
        on_lines = numbers.texts[: len(numbers.plates)]
        assert len(on_lines) > 5
        for mark, plate in zip(on_lines, numbers.plates, strict=True):
            x, y = plate.x + plate.width / 2, plate.y + plate.height / 2
            away = {}
            for gap, value in enumerate(values):
                (xs, ys), (xt, yt) = layout.units(gap), layout.units(gap + 1)
                for i, j in np.ndindex(value.shape):
                    share = (x - xs[i]) / (xt[j] - xs[i])
                    if 0 < share < 1:
                        away[gap, i, j] = abs(ys[i] + share * (yt[j] - ys[i]) - y)
            gap, i, j = min(away, key=lambda edge: away[edge])
            assert away[gap, i, j] < 0.01
            assert tells(mark.text, float(values[gap][i, j]), 0.006), (picture, mark.text)
        inside = numbers.texts[len(numbers.plates) : len(numbers.texts) - bool(numbers.missing)]
        assert [(m.x, tells(m.text, float(a), 0.006)) for m, a in zip(inside, s.trace.a[0], strict=True)] == [
            (x, True) for x in layout.layers[0].x
        ]


MORE_CHECKS = {
    **dict.fromkeys(("edge_number", "neuron_number"), check_written_numbers),
    "map_key": check_words_around_the_map,
    "folded_legend": check_folded_legend,
    "beyond": check_signs_in_neurons,
    "broken": check_signs_in_neurons,
    "highlighted_edge": check_highlighted_edge,
    "pinned_edge": check_pinned_edge,
    "pointer": check_rings_around_neurons,
    "pin": check_rings_around_neurons,
    "card_number": check_card_number,
    "card_picture": check_card_picture,
    "title": check_title,
    "caption": check_caption,
    "notice": check_notice,
    "layer_number": check_layer_number,
    "input_name": check_input_name,
    "target_tick": check_target_tick,
    **dict.fromkeys(("map_curve", "map_point", "map_ring", "map_target"), check_map_on_the_line),
}

"""Every call that leaves colour in the network's picture is of a row of the mark catalog, and every row is painted.

The painter writes down each call with the functions that led to it. So a mark that somebody adds without a row is found
by its painting, whatever it looks like.
"""

from __future__ import annotations

from dataclasses import replace
from types import FunctionType
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from pytestqt.qtbot import QtBot

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.pooling import MaxPool2d
from core.training.config import TrainingConfig
from gui.network.animation.timeline import AnimationState
from gui.network.marks.mark_catalog import mark_kinds
from gui.network.painting import node_layers
from gui.network.painting.node_layers import NodeLayers
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of
from tests.gui.network.marks.test_mark_catalog import SCENES, Scene
from tests.gui.network.painting.recording_painter import PaintCall, recorded_calls

# function that paints: the rows whose marks these are.
PAINTED_BY = {
    "EdgePicture._draw": ("edge_weight", "edge_signal", "edge_gradient", "edge_mean_gradient", "edge_change"),
    "paint_highlighted": ("highlighted_edge", "pinned_edge"),
    "paint_legend": ("legend",),
    "paint_arcs": ("arc",),
    "paint_ribbons": ("ribbon",),
    "paint_kernels": ("kernel",),
    "paint_border": ("weight_border",),
    "MapPainter.paint": ("map_cell",),
    "NeuronSprites.draw": ("neuron_fill", "neuron_ring"),
    "CellPainter.paint": ("cell",),
    "paint_dropped": ("dropped",),
    "paint_badges": ("badge",),
    "paint_map_badges": ("badge",),
    "paint_signs": ("beyond", "broken"),
    "paint_tiles": ("tile",),
    "paint_collapsed": ("band",),
    "paint_picture": ("input",),
    "paint_map": ("map", "map_curve", "map_point", "map_ring", "map_target"),
    "_paint_shown": ("map_ring", "map_target"),
    "paint_key": ("map_key",),
    "paint_tracks": ("bar",),
    "paint_plates": ("edge_number",),
    "paint_bars": ("bar", "target_tick"),
    "PulseSprites.draw": ("disc", "dart"),
    "PulseSprites.__init__": ("disc", "dart"),
    "paint_hovered": ("pointer", "pin"),
    "MapWalk.paint": ("hollow_cell", "map_delta"),
    "paint_frames": ("pointer", "pin", "visited_window"),
    "Callout._paint_rows": ("card_number",),
    "Callout._paint_weights": ("card_picture",),
    "NodeLayers._draw_upper": ("position",),
}
# function that makes a line of text: its rows.
WRITTEN_BY = {
    "title_line": ("title",),
    "_walkthrough": ("caption",),
    "_heads": ("head", "verdict", "layer_number"),
    "_collapsed_text": ("band",),
    "_names_of_inputs": ("input_name",),
    "loss_marks": ("loss", "place"),
    "HardSampleButton.offer": ("notice",),
    "folded_legend": ("folded_legend",),
    "map_text_marks": ("map_key",),
    "map_key": ("map_key",),
    "bar_text_marks": ("bar",),
    "preferred_class_marks": ("favourite",),
    "_on_lines": ("edge_number",),
    "_in_neurons": ("neuron_number",),
    "_how_many_missing": ("edge_number", "neuron_number"),
    "coverage": ("coverage",),
    "coverage_of_gaps": ("gap_coverage",),
    "_legend": ("legend", "scale"),
    "_signs": ("legend",),
    "_short_legend": ("scale", "coverage"),
    "edge_text_marks": ("coverage",),
}
# What draws for others: the function that has called it is asked.
TOOLS = {
    "Stroke.paint",
    "TextPainter.draw",
    "draw_pixels",
    "draw_cells",
    "draw_rects",
    "draw_lines",
    "draw_fragments",
    "paint_points",
    "paint_weights",
    "NeuronSprites._draw_tiles",
    "NeuronSprites._draw_look",
    "NeuronSprites._places_of",
    "PulseSprites._draw",
    "draw_mark",
    "draw_badge",
    "_paint_unfinite",
    "line_in",
    "Callout._draw_card",
}
# What only puts together pictures that are painted elsewhere, or clears the ground.
PUTS_TOGETHER = {
    "paint_parts",
    "EdgePicture.faded",
    "NodeLayers.paint_lower",
    "NodeLayers.paint_upper",
    "NodeLayers._draw_lower",
    "InputPicture.paint",
    "GroupPicture.paint",
    "NetworkPicture.paintEvent",
    "NetworkView._paint_over",
    "StaleOverlay.image",
    "Callout.paintEvent",
    "Callout._paint_frame",
}


def rows_of(call: PaintCall) -> tuple[str, ...] | None:
    """The rows that a call may be of; () for what only puts together, None for a call that nobody knows."""
    chain = [name.split(".<locals>")[0] for name in call.makers or call.callers]
    function = next((name for name in chain if name not in TOOLS), "")
    if call.makers:
        return WRITTEN_BY.get(function)
    return () if function in PUTS_TOGETHER else PAINTED_BY.get(function)


def unknown(calls: list[PaintCall]) -> list[str]:
    """What was painted without a row, each once."""
    found = {
        f"{call.method} {call.text!r} by {' < '.join((call.makers or call.callers)[:4])}"
        for call in calls
        if rows_of(call) is None
    }
    return sorted(found)


def everything_of(scene: Scene) -> None:
    """Each picture, each phase, and whatever can be pointed at, pinned, enlarged or switched on."""
    view = scene.view
    view.show_title("training digit 7, a 3")
    for picture in ("weight", "signal", "gradient", "mean_gradient", "change"):
        scene.show(picture)
    view.show_gradient(scene.snapshot.trace.gradient, "gradient")
    last = len(scene.snapshot.weights) - 1
    view.show_walkthrough("Back through layer 2")
    for phase, gap in (("forward", last), ("forward", 0), ("backward", last), ("loss", 0), ("rest", 0)):
        front = float(gap) if phase == "backward" else 1e5
        scene.show("weight", AnimationState(phase, gap, 0.5, gradient_from=front))
    view.show_walkthrough("")
    view.set_preferred_classes(True)
    scene.show("weight")
    column = scene.layout.layers[0]
    first = QPointF(float(column.x[column.shown[0]]), float(column.y[column.shown[0]]))
    group = scene.snapshot.connections[-1]
    view.pin((group.target_layer - 2, int(scene.layout.shown(group.source_layer)[0])))
    view.pin((len(scene.snapshot.connections) - 1, int(scene.layout.shown(group.source_layer)[0]), 0), True)
    none = Qt.MouseButton.NoButton
    view.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, first, first, none, none, Qt.KeyboardModifier.NoModifier)
    )
    scene.show("weight")
    view.set_preferred_classes(False)
    view.clear_selection()
    view.show_zoomed(5, first.x(), first.y())
    scene.show("weight")
    view.show_whole()


def of_toy_data(source: str, name: str) -> Snapshot:
    output, loss = ("identity", "squared_error") if source == "line" else ("softmax", "cross_entropy")
    architecture = Architecture.dense((8,), "tanh", 2, output=output)
    choice = DatasetSpec(source, name, count=60)
    run = Run(0, Origin(architecture, TrainingConfig(batch_size=10, loss=loss), choice), choice.load())
    run.trainer.step()
    return run.snapshot()


def of_feature_maps() -> Snapshot:
    layers = (Conv2d(3, 3, padding=1, picture=(6, 6)), MaxPool2d(2), Conv2d(2, 2), Dense(4, "softmax"))
    x = (np.random.default_rng(1).random(36) < 0.5).astype(np.float32)
    return snapshot_of(Architecture(layers, seed=2).network((36,)), x)


def of_dead_maps() -> NeuronStatistics:
    """Of that network: the first layer is dead in all of its cells."""
    sizes = (108, 27, 8)
    flat = tuple(np.full(size, float(layer == 0)) for layer, size in enumerate(sizes))
    means = tuple(np.zeros((10, size)) for size in sizes)
    return NeuronStatistics(1, 3, 100, ("relu", "identity", "relu"), flat, means)


def shown_once(qtbot: QtBot, snapshot: Snapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.set_theme(Theme())
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    with qtbot.waitExposed(view):
        view.show()
    view.work(10_000)
    view.repaint()
    return view


def point_at_a_weight(view: NetworkView) -> None:
    """The first weight of the first kernel: it meets the border."""
    kernels = view._composed_frame.nodes.ribbons.kernels[0]
    at, none = QPointF(float(kernels.x[0]) + 1, float(kernels.y[0]) + 1), Qt.MouseButton.NoButton
    view.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    )
    view.work(10_000)
    view.repaint()


@pytest.mark.parametrize("name", sorted(SCENES))
def test_no_call_of_a_frame_is_without_a_row(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    architecture, options = SCENES[name]
    with recorded_calls(monkeypatch) as calls:
        everything_of(Scene(qtbot, architecture, **options))
    assert unknown(calls) == []


def test_no_call_of_maps_and_regressions_is_without_a_row(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with recorded_calls(monkeypatch) as calls:
        for source, name in (("line", "sine"), ("plane", "spirals")):
            shown_once(qtbot, of_toy_data(source, name))
    assert unknown(calls) == []


def test_no_call_of_feature_maps_is_without_a_row(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with recorded_calls(monkeypatch) as calls:
        view = shown_once(qtbot, snapshot := of_feature_maps())
        for phase, gap in (("forward", 0), ("forward", 1), ("backward", 2), ("rest", 0)):
            front = float(gap) if phase == "backward" else 1e5
            view.show_gradient(snapshot.trace.gradient, "gradient")
            for told in (False, True):
                state = AnimationState(
                    phase, gap, 0.5, deltas_from=gap, gradient_from=front, is_walkthrough=told
                )
                view.show_animation_state(state)
                view.work(10_000)
                view.repaint()
            view.work(10_000)
            view.repaint()
        for picture in ("signal", "gradient", "weight"):
            view.set_edge_picture(picture)
            # A cell of the first layer, one of the pool, one of the second.
            for item in ((0, 50), (1, 4), (2, 3)):
                view.clear_selection()
                view.pin(item)
                view.work(10_000)
                view.repaint()
            point_at_a_weight(view)
    assert unknown(calls) == []


def test_the_painters_table_and_the_catalog_have_the_same_rows() -> None:
    named = {row for rows in (*PAINTED_BY.values(), *WRITTEN_BY.values()) for row in rows}
    assert named == {kind.key for kind in mark_kinds()}


def test_every_painter_and_every_maker_of_words_is_at_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of the table's functions is a name that is gone, behind which another mark could hide."""
    with recorded_calls(monkeypatch) as calls:
        for name in ("residual", "folded", "light, dropout", "numbers as inputs"):
            architecture, options = SCENES[name]
            everything_of(Scene(qtbot, architecture, **options))
        everything_of(Scene(qtbot, Architecture.dense((16,) * 60, "tanh", 3), seed=4))
        shown_once(qtbot, of_toy_data("line", "sine"))
        maps = shown_once(qtbot, of_feature_maps())
        maps.show_animation_state(AnimationState("forward", 1, 0.5, is_walkthrough=True))
        maps.show_neuron_statistics(of_dead_maps())
        maps.pin((0, 50))
        maps.repaint()
        point_at_a_weight(maps)
        view = shown_once(qtbot, of_toy_data("plane", "moons"))
        view.set_scales_locked(True)
        snapshot = view.displayed_snapshot
        assert snapshot is not None
        steep = of_toy_data("line", "sine")
        shown_once(qtbot, replace(steep, function_grid=(99 * steep.function_grid)))
        # Neurons beyond the locked scale; then an answer without a gradient.
        for times in (3.0, 60.0):
            network = changed(snapshot, times)
            right = int(network.predict(snapshot.example.x[None])[0].argmax())
            larger = snapshot_of(network, snapshot.example.x, right)
            view.show_displayed_snapshot(replace(larger, run=snapshot.run, data=snapshot.data))
            view.work(10_000)
            view.repaint()
    painters = {name for call in calls if not call.makers for name in call.callers}
    makers = {name.split(".<locals>")[0] for call in calls for name in call.makers}
    assert set(PAINTED_BY) - painters == set()
    assert set(WRITTEN_BY) - makers == set()


def test_a_mark_without_a_row_is_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def paint_ornament(painter: QPainter) -> None:
        painter.drawEllipse(50, 50, 9, 9)

    # As if node_layers had one function more, which its lower picture calls.
    code = paint_ornament.__code__.replace(co_qualname="paint_ornament")
    ornament = FunctionType(code, vars(node_layers))
    draw_lower = node_layers.NodeLayers._draw_lower

    def with_ornament(nodes: NodeLayers, painter: QPainter, *arguments: Any) -> None:
        ornament(painter)
        draw_lower(nodes, painter, *arguments)

    monkeypatch.setattr(node_layers.NodeLayers, "_draw_lower", with_ornament)
    with recorded_calls(monkeypatch) as calls:
        shown_once(qtbot, of_toy_data("line", "sine"))
    (words,) = unknown(calls)
    assert words.startswith("drawEllipse '' by paint_ornament")


def changed(snapshot: Snapshot, times: float) -> Network:
    """A network with so many times the parameters."""
    network = snapshot.network()
    network.parameters *= times
    return network

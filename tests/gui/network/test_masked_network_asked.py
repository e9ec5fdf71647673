"""Layers that nothing in gui/ knows are pointed at, pinned, walked through and inspected like any other."""

from __future__ import annotations

from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from core.engine.snapshot import Snapshot
from gui.inspector.inspector_panel import Inspector
from gui.network.interaction.callout import Callout
from gui.network.interaction.neuron_values import neuron_values
from gui.network.view import NetworkView
from gui.presenters.inspect_presenter import InspectPresenter
from gui.widgets.number_text import signed
from tests.gui.network.masked_scene import SOURCES, WEIGHTS, edges_of, numbers, place_of, point_at


@pytest.fixture
def snapshot(masked_snapshot: Snapshot) -> Snapshot:
    return masked_snapshot


@pytest.fixture
def view(masked_view: NetworkView) -> NetworkView:
    return masked_view


def test_an_edge_over_a_layer_is_on_screen_from_its_own_source(view: NetworkView, snapshot: Snapshot) -> None:
    """Pointed at, unit 3 of layer 2 has two edges, both from pixels; each is seen all the way where it has ink."""
    x, y = place_of(view, 2, 3)
    point_at(view, x, y)
    view.work(10_000)
    image = view.grab().toImage()
    own = {edge for marks in view._composed_frame.highlighted_marks for edge in edges_of(marks)}
    inked = {(0, pixel, 2, 3) for pixel in (6, 12) if snapshot.trace.x[pixel]}
    assert own == inked | {(2, 3, 3, 1)} and inked
    for _, pixel, _, unit in inked:
        (x1, y1), (x2, y2) = place_of(view, 0, pixel), place_of(view, 2, unit)
        w = snapshot.parameters[WEIGHTS[0, pixel, 2, unit]]
        colour = view._theme.rgb("plus" if w > 0 else "minus")
        right = view.layout_shown.picture.x + view.layout_shown.picture.width
        clear = right + 8, view.layout_shown.layers[0].left - 8
        for at in np.linspace(*clear, 12):
            height = y1 + (at - x1) / (x2 - x1) * (y2 - y1)
            near = [image.pixelColor(int(at), int(height) + dy).getRgb()[:3] for dy in (-1, 0, 1)]
            assert min(np.abs(np.array(pixel) - colour).max() for pixel in near) < 90


def test_a_neuron_that_is_pointed_at_tells_its_own_numbers(view: NetworkView, snapshot: Snapshot) -> None:
    hovered: list[tuple[int, int]] = []
    view.neuron_hovered.connect(lambda *neuron: hovered.append(neuron))
    for unit, (pixels, near) in enumerate(SOURCES[2]):
        x, y = place_of(view, 2, unit)
        point_at(view, x, y)
        assert hovered[-1] == (1, unit)
        values = neuron_values(snapshot, 1, unit)
        assert values.incoming == len(pixels) + len(near)
        assert values.z == pytest.approx(float(snapshot.trace.z[1][unit]))
        told = view.findChild(Callout).text
        assert f"z = {signed(values.z)}" in told
        # As a picture of the pixels that it reads: nothing stands where it reads none.
        picture = np.full(16, np.nan)
        for pixel in pixels:
            picture[pixel] = snapshot.parameters[WEIGHTS[0, pixel, 2, unit]]
        assert values.weights is not None and values.signals is not None
        assert np.allclose(values.weights.ravel(), picture, equal_nan=True)
        assert np.allclose(values.signals.ravel(), picture * snapshot.trace.x, equal_nan=True)
    # No pixel leads to the layer behind it.
    assert neuron_values(snapshot, 2, 0).weights is None and neuron_values(snapshot, 2, 0).incoming == 4


def test_an_edge_over_a_layer_is_hit_on_its_way_and_pinned_by_a_click(
    view: NetworkView, snapshot: Snapshot
) -> None:
    group = next(i for i, g in enumerate(snapshot.connections) if (g.source_layer, g.target_layer) == (0, 2))
    pixel = next(pixel for pixel in (6, 12) if snapshot.trace.x[pixel])
    x, y = place_of(view, 2, 3)
    told: list[tuple[int, ...]] = []
    view.edge_hovered.connect(lambda *edge: told.append(edge))
    point_at(view, x, y)
    far_x, far_y = place_of(view, 0, pixel)
    # Along the edge, away from its neuron.
    for share in np.arange(1.0, 0.75, -0.01).tolist():
        at = QPointF(far_x + share * (x - far_x), far_y + share * (y - far_y))
        point_at(view, at.x(), at.y())
        if told:
            break
    assert told == [(group, pixel, 3)]
    w = float(snapshot.parameters[WEIGHTS[0, pixel, 2, 3]])
    words = view.findChild(Callout).text
    assert words.startswith(f"pixel {pixel + 1} → neuron 4:") and f"w = {signed(w)}" in words
    assert f"∂C/∂w = {signed(float(snapshot.trace.x[pixel] * snapshot.trace.delta[1][3]))}" in words
    assert "w·δ" not in words
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at.toPoint())
    assert view.pins == ((group, pixel, 3),)
    # The unit that it leads to stays highlighted, and nothing that the pixel is not.
    point_at(view, 2, 2)
    assert view._selection.highlighted == (1, 3) and set(view._composed_frame.selected) == {(1, 3)}
    *others, lone = view._composed_frame.highlighted_marks
    assert edges_of(lone) == [(0, pixel, 2, 3)] and lone.width[0] > max(
        m.width.max(initial=0) for m in others
    )


def test_keys_walk_through_all_of_its_edges_the_strongest_first(
    view: NetworkView, snapshot: Snapshot
) -> None:
    signal = numbers(snapshot, "signal")
    for neuron, across, fits in (
        ((1, 4), Qt.Key.Key_Left, lambda edge: edge[2:] == (2, 4)),
        ((2, 3), Qt.Key.Key_Left, lambda edge: edge[2:] == (3, 3)),
        ((0, 5), Qt.Key.Key_Right, lambda edge: edge[:2] == (1, 5)),
    ):
        view.clear_selection()
        view.pin(neuron)
        wanted = sorted((edge for edge in WEIGHTS if fits(edge)), key=lambda edge: -abs(signal[edge]))
        QTest.keyClick(view, across, Qt.KeyboardModifier.ShiftModifier)
        walked = []
        for _ in wanted:
            number, source, target = view._selection.edge
            group = snapshot.connections[number]
            walked.append((group.source_layer, source, group.target_layer, target))
            QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert sorted(walked) == sorted(wanted)
        strength = [abs(signal[edge]) for edge in walked]
        assert strength == sorted(strength, reverse=True)


def test_the_inspector_tells_where_z_comes_from_and_each_chosen_connection(
    view: NetworkView, snapshot: Snapshot, qtbot: QtBot
) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.show()
    presenter = InspectPresenter(view, inspector, Mock())
    presenter.show_displayed_snapshot(snapshot)
    inspector.details.more_button.setChecked(True)
    view.pin((1, 0))
    rows = inspector.details.findChild(QTreeWidget, "z_terms")
    named = {}
    for place in range(rows.topLevelItemCount()):
        item = rows.topLevelItem(place)
        if not item.isHidden():
            named[item.text(0)] = item.text(2)
    signal, (pixels, near) = numbers(snapshot, "signal"), SOURCES[2][0]
    wanted = {f"pixel {i + 1}": signal[0, i, 2, 0] for i in pixels}
    wanted |= {f"neuron {i + 1}": signal[1, i, 2, 0] for i in near}
    assert named == {name: signed(value) for name, value in wanted.items() if value}
    # The same number in two layers is two connections.
    assert {"pixel 3", "neuron 3"} <= set(named)
    words = inspector.details.findChild(QLabel, "edge_words")
    for name in named:
        row = next(i for i in range(rows.topLevelItemCount()) if rows.topLevelItem(i).text(0) == name)
        rows.setCurrentItem(rows.topLevelItem(row))
        layer, unit = (0 if name.startswith("pixel") else 1), int(name.split()[1]) - 1
        told = words.text().replace("\u00a0", " ")
        assert told.startswith(f"from {name}:") and rows.currentItem().text(0) == name
        assert f"w = {signed(float(snapshot.parameters[WEIGHTS[layer, unit, 2, 0]]))}" in told
        change = snapshot.change
        assert change is not None
        assert f"ΔW = {signed(float(change[WEIGHTS[layer, unit, 2, 0]]), 6)}" in told
        back = float(snapshot.parameters[WEIGHTS[layer, unit, 2, 0]] * snapshot.trace.delta[1][0])
        assert (f"w·δ = {signed(back)}" in told) is (layer == 1)


def test_an_edge_over_a_layer_is_told_with_both_of_its_layers(
    view: NetworkView, snapshot: Snapshot, qtbot: QtBot
) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.show()
    presenter = InspectPresenter(view, inspector, Mock())
    presenter.show_displayed_snapshot(snapshot)
    view.pin((1, 15, 1))
    assert inspector._title.text() == "Pixel 16 to neuron 2 of layer 2"
    view.pin((2, 1, 1), beside=True)
    assert inspector._title.text() == "Neuron 2 of layer 1 to neuron 2 of layer 2"
    view.pin((3, 5, 0), beside=True)
    assert inspector._title.text() == "Neuron 6 of layer 1 to neuron 1 of layer 3"
    over, near = inspector.pins._cards[:2]
    assert over.title.text() == "Connection pixel 16 → neuron 2, layers 0→2"
    assert f"w\u00a0=\u00a0{signed(float(snapshot.parameters[WEIGHTS[0, 15, 2, 1]]))}" in over.numbers.text()
    assert near.title.text() == "Connection neuron 2 → neuron 2, gap 2"
    # What is typed there is meant for that very weight.
    place = inspector.parameter.place
    assert place is not None and place.index(snapshot.topology) == WEIGHTS[1, 5, 3, 0]
    # Both ends of each are marked; a pixel is none.
    assert {neuron for neuron, is_kept in view._composed_frame.selected.items() if is_kept} == {
        *((1, 1), (0, 1)),
        *((0, 5), (2, 0)),
    }

"""The walk of a screen reader through a network with feature maps: from layer to map to cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.view import NetworkView

NAME, VALUE, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description
LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(4, 4)),
    MaxPool2d(2),
    Dense(5),
    Dense(4, "softmax"),
)


@pytest.fixture
def view(qtbot: Any, snapshot_of_architecture: Any) -> Iterator[NetworkView]:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.show_displayed_snapshot(snapshot_of_architecture(Architecture(LAYERS, seed=3)))
    with qtbot.waitExposed(view):
        view.show()
    yield view


def tree_of(view: NetworkView) -> Any:
    return QAccessible.queryAccessibleInterface(view)


def test_layer_map_and_cell_are_below_each_other_each_with_its_name(view: NetworkView) -> None:
    tree = tree_of(view)
    # Two groups of maps, then neurons and outputs.
    buttons = [tree.child(i).text(NAME) for i in range(11, tree.childCount())]
    assert buttons == ["Legend", "Only negative", "Only positive"]
    layers = [tree.child(i) for i in range(2)]
    assert [layer.text(NAME) for layer in layers] == ["layer 1, 3 maps of 4 × 4", "layer 2, 3 maps of 2 × 2"]
    assert tree.child(2).text(NAME) == "layer 3, neuron 1" and tree.child(7).text(NAME) == "output 0"
    first = layers[0]
    assert [first.child(i).text(NAME) for i in range(3)] == [f"layer 1, map {n}" for n in (1, 2, 3)]
    assert first.childCount() == 3 and first.child(3) is None and first.child(-1) is None
    of_map = first.child(1)
    assert of_map.childCount() == 16 and of_map.child(16) is None
    assert of_map.child(6).text(NAME) == "layer 1, map 2, row 2, column 3"
    for group in (first, of_map):
        assert group.role() == QAccessible.Role.Grouping and group.isValid()
    assert of_map.child(6).role() == QAccessible.Role.ListItem


def test_the_way_back_leads_through_the_same_stops(view: NetworkView) -> None:
    tree = tree_of(view)
    for i in range(2):
        layer = tree.child(i)
        assert layer.parent() is tree and tree.indexOfChild(layer) == i
        for number in range(3):
            of_map = layer.child(number)
            assert of_map.parent() is layer and layer.indexOfChild(of_map) == number
            for cell in range(of_map.childCount()):
                child = of_map.child(cell)
                assert child.parent() is of_map and of_map.indexOfChild(child) == cell
                assert child.neuron == (i, cell * 3 + number) and tree.indexOfChild(child) == -1


def test_a_cells_value_and_a_maps_range_are_what_the_engine_computed(view: NetworkView) -> None:
    snapshot, of_map = view.displayed_snapshot, tree_of(view).child(0).child(2)
    assert snapshot is not None
    a = snapshot.trace.a[0].reshape(16, 3)[:, 2].astype(float)
    for cell in (0, 5, 15):
        told = of_map.child(cell).text(VALUE).removeprefix("a = ").replace("−", "-")
        assert float(told) == pytest.approx(a[cell], abs=6e-4)
    least, most = (
        float(number.replace("−", "-"))
        for number in of_map.text(DESCRIPTION).removeprefix("a from ").split(" to ")
    )
    assert (least, most) == (pytest.approx(a.min(), abs=6e-4), pytest.approx(a.max(), abs=6e-4))


def test_each_is_where_it_is_drawn_and_found_there(view: NetworkView) -> None:
    tree, layout = tree_of(view), view.layout_shown
    assert layout is not None
    column = layout.layers[0]
    assert column.maps is not None
    for index in (0, 20, 47):
        cell, number = divmod(index, 3)
        at = view.mapToGlobal(QPoint(round(column.x[index]), round(column.y[index])))
        layer = tree.childAt(at.x(), at.y())
        of_map = layer.childAt(at.x(), at.y())
        assert layer is tree.child(0) and of_map is layer.child(number)
        child = of_map.childAt(at.x(), at.y())
        assert child is of_map.child(cell) and child.rect().contains(at)
        assert of_map.rect().contains(child.rect().center()) and layer.rect().contains(of_map.rect().center())
    assert tree.childAt(-100, -100) is None and tree.child(0).childAt(-100, -100) is None


def test_the_keys_reach_cells_and_say_so(view: NetworkView, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda e: told.append((e.type(), e.accessibleInterface()))
    )
    tree = tree_of(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    layer, index = view.focused_neuron or (-1, -1)
    child = tree.child(layer).child(index % 3).child(index // 3)
    assert (layer, index) == (0, 3) and tree.focusChild() is child and child.state().focused
    assert told[-1] == (QAccessible.Event.Focus, child)


def test_what_is_gone_answers_nothing(view: NetworkView, make_snapshot: Any) -> None:
    tree = tree_of(view)
    layer = tree.child(0)
    of_map = layer.child(2)
    cell = of_map.child(3)
    view.show_displayed_snapshot(make_snapshot((16, 2, 3), x=np.ones(16), run=2))
    assert [tree.child(i).text(NAME) for i in (4, 5)] == ["output 2", "Legend"]
    for gone in (layer, of_map, cell):
        assert not gone.isValid() and gone.text(NAME) == "" and gone.rect().isEmpty()
    assert layer.childCount() == of_map.childCount() == 0

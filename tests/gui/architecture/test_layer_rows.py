"""The hidden layers, a row each: what is entered, chosen and removed is asked for with all the others."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from gui.architecture.layer_rows import LayerRows


@pytest.fixture
def rows(qtbot: QtBot) -> LayerRows:
    rows = LayerRows()
    qtbot.addWidget(rows)
    rows.show()
    return rows


def told_by(rows: LayerRows) -> list[tuple[Any, ...]]:
    told: list[tuple[Any, ...]] = []
    rows.layers_wanted.connect(lambda *layers: told.append(layers))
    return told


def part(rows: LayerRows, kind: type[Any], name: str) -> Any:
    found = rows.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def enter(rows: LayerRows, layer: int, text: str, qtbot: QtBot) -> None:
    line = part(rows, QLineEdit, f"layer_{layer}")
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_each_layer_has_a_row_with_its_size(rows: LayerRows) -> None:
    rows.show_layers((32, 16, 8), ())
    assert [part(rows, QLineEdit, f"layer_{i}").text() for i in (1, 2, 3)] == ["32", "16", "8"]
    labels = [label.text() for label in rows.findChildren(QLabel) if label.isVisible()]
    assert labels == ["Layer 1", "Layer 2", "Layer 3"]
    assert rows.findChildren(QComboBox) == []


def test_what_is_entered_chosen_and_removed_is_asked_for_with_the_other_layers(
    rows: LayerRows, qtbot: QtBot
) -> None:
    rows.show_layers((32, 16), ("relu", "tanh"))
    told = told_by(rows)
    enter(rows, 2, "7", qtbot)
    box = part(rows, QComboBox, "activation_1")
    box.setCurrentIndex(box.findData("gelu"))
    box.activated.emit(box.currentIndex())
    part(rows, QToolButton, "remove_layer_2").click()
    assert told == [((32, 7), ("relu", "tanh")), ((32, 7), ("gelu", "tanh")), ((32,), ("gelu",))]


def test_showing_other_numbers_asks_for_nothing(rows: LayerRows) -> None:
    told = told_by(rows)
    for hidden, activations in (((4, 4), ("relu", "elu")), ((5, 6), ("tanh", "elu")), ((5,), ()), ((), ())):
        rows.show_layers(hidden, activations)
    assert told == [] and not rows.isVisible()


@pytest.mark.parametrize(
    ("text", "taken"), [("1", True), ("1024", True), ("0", False), ("1025", False), ("2.5", False)]
)
def test_a_layer_has_from_1_to_1024_neurons(rows: LayerRows, qtbot: QtBot, text: str, taken: bool) -> None:
    rows.show_layers((32,), ())
    told = told_by(rows)
    enter(rows, 1, text, qtbot)
    assert told == ([((int(text),), ())] if taken else [])


@pytest.mark.parametrize(
    ("count", "activations", "expected"), [(3, False, 1), (4, False, 2), (4, True, 1), (8, False, 2)]
)
def test_more_than_three_layers_stand_in_two_columns_unless_each_has_a_box(
    rows: LayerRows, count: int, activations: bool, expected: int
) -> None:
    rows.show_layers((9,) * count, ("relu",) * count if activations else ())
    QApplication.processEvents()
    fields = [part(rows, QLineEdit, f"layer_{i}") for i in range(1, count + 1)]
    corners = [field.mapTo(rows, QPoint(0, 0)) for field in fields]
    lefts, tops = {corner.x() for corner in corners}, {corner.y() for corner in corners}
    assert (len(lefts), len(tops)) == (expected, -(-count // expected))


def test_the_keyboard_goes_through_a_row_from_left_to_right(rows: LayerRows) -> None:
    rows.show_layers((32, 16), ("relu", "tanh"))
    order, at = [], part(rows, QLineEdit, "layer_1")
    names = ["layer_1", "activation_1", "remove_layer_1", "layer_2", "activation_2", "remove_layer_2"]
    while len(order) < len(names):
        if at.objectName() in names:
            order.append(at.objectName())
        at = at.nextInFocusChain()
    assert order == names

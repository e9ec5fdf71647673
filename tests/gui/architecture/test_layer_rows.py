"""The hidden layers, a row each: what is entered, chosen and removed is asked for with all the others."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.architecture.layer_field import LayerField
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
    line.setFocus()
    line.selectAll()
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        # Qt's tests type ASCII alone.
        line.setText(text)
        line.setModified(True)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_new_rows_have_their_room_at_once(rows: LayerRows) -> None:
    # Otherwise the card is too low for them until Qt has shown them, and its parts overlap.
    rows.show_layers((32, 16), ())
    at_once = rows.sizeHint().height()
    for _ in range(5):
        QApplication.processEvents()
    assert at_once == rows.sizeHint().height() >= 2 * part(rows, QLineEdit, "layer_1").height()


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
    rows.show_layers(tuple(range(1, count + 1)), ("relu",) * count if activations else ())
    QApplication.processEvents()
    fields = [part(rows, QLineEdit, f"layer_{i}") for i in range(1, count + 1)]
    corners = [field.mapTo(rows, QPoint(0, 0)) for field in fields]
    lefts, tops = {corner.x() for corner in corners}, {corner.y() for corner in corners}
    assert (len(lefts), len(tops)) == (expected, -(-count // expected))


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        ("32", (32,)),
        ("32 × 3", (32,) * 3),
        ("32x3", (32,) * 3),
        ("8 X 2", (8, 8)),
        ("１６＊２", (16, 16)),
        ("1,024 * 2", (1024, 1024)),
        ("16 16 16", None),
        ("8 8", None),
        ("32 ×", None),
        ("32 × 0", None),
        ("32 × -2", None),
        ("32 × 2.5", None),
        ("2000 × 2", None),
        ("× 3", None),
        ("32 × 3 × 2", None),
    ],
)
def test_a_row_stands_for_as_many_layers_as_are_typed(
    rows: LayerRows, qtbot: QtBot, text: str, layers: tuple[int, ...] | None
) -> None:
    rows.show_layers((7, 5), ())
    told = told_by(rows)
    enter(rows, 2, text, qtbot)
    assert told == ([((7, *layers), ())] if layers else [])
    if layers is None:
        assert "or “32 × 20” for twenty layers of 32" in part(rows, LayerField, "layer_2").refusal


@pytest.mark.parametrize(
    ("hidden", "activations", "texts"),
    [
        ((16, 16), (), ["16", "16"]),
        ((32, 16, 16, 16), (), ["32", "16 × 3"]),
        ((32,) * 100, (), ["32 × 100"]),
        ((4,) * 3, ("relu",) * 3, ["4", "4", "4"]),
        ((4,) * 20, (*["relu"] * 10, *["tanh"] * 10), ["4 × 10", "4 × 10"]),
    ],
)
def test_layers_from_elsewhere_share_a_row_where_three_or_more_are_alike(
    rows: LayerRows, hidden: tuple[int, ...], activations: tuple[str, ...], texts: list[str]
) -> None:
    rows.show_layers(hidden, activations)
    assert [part(rows, LayerField, f"layer_{i}").text() for i in range(1, len(texts) + 1)] == texts
    assert rows.findChild(LayerField, f"layer_{len(texts) + 1}") is None


def answered(rows: LayerRows) -> None:
    """Show what is asked for, as the run does that begins of it."""
    rows.layers_wanted.connect(rows.show_layers)


def test_rows_stay_as_they_were_written_and_many_are_put_together(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers((32, 16), ())
    answered(rows)
    enter(rows, 2, "16 x 2", qtbot)
    assert part(rows, LayerField, "layer_2").text() == "16 × 2"
    for _ in range(6):
        rows.add_layer(16, "relu")
    assert [part(rows, LayerField, f"layer_{i}").value for i in range(1, 9)] == [
        (32, 1),
        (16, 2),
        *[(16, 1)] * 6,
    ]
    rows.add_layer(16, "relu")
    assert part(rows, LayerField, "layer_2").text() == "16 × 9"
    part(rows, QToolButton, "remove_layer_2").click()
    assert part(rows, LayerField, "layer_1").value == (32, 1)


def test_whoever_types_many_layers_goes_on_typing_in_the_new_rows(qtbot: QtBot) -> None:
    form, rows = QWidget(), LayerRows()
    qtbot.addWidget(form)
    QVBoxLayout(form).addWidget(rows)
    rows.show_layers((32, 16), ())
    answered(rows)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    part(rows, LayerField, "layer_2").setFocus()
    enter(rows, 2, "16 x 30", qtbot)
    QApplication.processEvents()
    assert part(rows, LayerField, "layer_2").hasFocus()


def test_rows_name_the_layers_that_they_stand_for(rows: LayerRows) -> None:
    rows.show_layers((32, *[16] * 20, 8), ())
    field = part(rows, LayerField, "layer_2")
    assert field.accessibleName() == "Neurons of layers 2–21, and how many layers"
    assert part(rows, QToolButton, "remove_layer_2").accessibleName() == "Remove layers 2–21"
    assert part(rows, LayerField, "layer_3").accessibleName() == "Neurons of layer 22"
    assert [label.text() for label in rows.findChildren(QLabel) if label.isVisible()] == [
        "Layer 1",
        "Layers 2–21",
        "Layer 22",
    ]


def test_new_rows_stand_in_the_tab_order_where_the_old_ones_stood(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    before, rows, after = QLineEdit(), LayerRows(), QLineEdit()
    for widget in (before, rows, after):
        column.addWidget(widget)
    form.show()
    for hidden in ((32, 16), (8, 4, 2, 1), (5,)):
        rows.show_layers(hidden, ())
        QApplication.processEvents()
        expected = [f"{kind}_{i}" for i in range(1, len(hidden) + 1) for kind in ("layer", "remove_layer")]
        reached, at = [], before.nextInFocusChain()
        while at is not after:
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus and not at.isHidden():
                reached.append(at.objectName())
            at = at.nextInFocusChain()
        assert reached == expected


def test_the_keyboard_goes_through_a_row_from_left_to_right(rows: LayerRows) -> None:
    rows.show_layers((32, 16), ("relu", "tanh"))
    order, at = [], part(rows, QLineEdit, "layer_1")
    names = ["layer_1", "activation_1", "remove_layer_1", "layer_2", "activation_2", "remove_layer_2"]
    while len(order) < len(names):
        if at.objectName() in names:
            order.append(at.objectName())
        at = at.nextInFocusChain()
    assert order == names

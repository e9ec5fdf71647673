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

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.architecture.layer_field import LayerField
from gui.architecture.layer_handle import LayerHandle
from gui.architecture.layer_rows import LayerRows
from gui.widgets.more_button import MoreButton

SMALL_CNN = (Conv2d(8, 3, padding=1), MaxPool2d(2), Conv2d(16, 3, padding=1), MaxPool2d(2))


@pytest.fixture
def rows(qtbot: QtBot) -> LayerRows:
    rows = LayerRows()
    qtbot.addWidget(rows)
    rows.resize(200, 200)
    rows.show()
    rows.activateWindow()
    return rows


def dense(hidden: tuple[int, ...], activations: tuple[str, ...] | str = "relu") -> tuple[LayerSpec, ...]:
    return Architecture.dense(hidden, activations).hidden_layers


def on_digits(layers: tuple[LayerSpec, ...]) -> tuple[LayerSpec, ...]:
    """As a network has them that reads pictures of 16 x 16."""
    return Architecture.dense().with_hidden(layers).on_picture((16, 16)).hidden_layers


def told_by(rows: LayerRows) -> list[tuple[LayerSpec, ...]]:
    told: list[tuple[LayerSpec, ...]] = []
    rows.layers_wanted.connect(told.append)
    return told


def part(rows: LayerRows, kind: type[Any], name: str) -> Any:
    found = rows.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def handles(rows: LayerRows) -> list[str]:
    return [handle.text() for handle in rows.findChildren(LayerHandle) if handle.isVisible()]


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
    rows.show_layers(dense((32, 16)))
    at_once = rows.sizeHint().height()
    for _ in range(5):
        QApplication.processEvents()
    assert at_once == rows.sizeHint().height() >= 2 * part(rows, QLineEdit, "layer_1").height()


def test_each_layer_has_a_row_with_its_size(rows: LayerRows) -> None:
    rows.show_layers(dense((32, 16, 8)))
    assert [part(rows, QLineEdit, f"layer_{i}").text() for i in (1, 2, 3)] == ["32", "16", "8"]
    # Without a network around them the first reads one number: 2·32, 33·16 and 17·8 parameters.
    assert handles(rows) == ["1 Dense\n64 θ", "2 Dense\n528 θ", "3 Dense\n136 θ"]
    assert rows.findChildren(QComboBox) == []


def test_what_is_entered_chosen_and_removed_is_asked_for_with_the_other_layers(
    rows: LayerRows, qtbot: QtBot
) -> None:
    rows.show_layers(dense((32, 16), ("relu", "tanh")), has_boxes=True)
    told = told_by(rows)
    enter(rows, 2, "7", qtbot)
    box = part(rows, QComboBox, "activation_1")
    box.setCurrentIndex(box.findData("gelu"))
    box.activated.emit(box.currentIndex())
    part(rows, QToolButton, "remove_layer_2").click()
    assert told == [dense((32, 7), ("relu", "tanh")), dense((32, 7), ("gelu", "tanh")), dense((32,), "gelu")]


def test_showing_other_numbers_asks_for_nothing(rows: LayerRows) -> None:
    told = told_by(rows)
    for layers in (dense((4, 4), ("relu", "elu")), dense((5, 6), ("tanh", "elu")), dense((5,)), ()):
        rows.show_layers(layers, has_boxes=len(layers) == 2)
    rows.show_layers(on_digits(SMALL_CNN), 256)
    rows.show_layers(())
    assert told == [] and not rows.isVisible()


@pytest.mark.parametrize(
    ("text", "taken"), [("1", True), ("1024", True), ("0", False), ("1025", False), ("2.5", False)]
)
def test_a_layer_has_from_1_to_1024_neurons(rows: LayerRows, qtbot: QtBot, text: str, taken: bool) -> None:
    rows.show_layers(dense((32,)))
    told = told_by(rows)
    enter(rows, 1, text, qtbot)
    assert told == ([dense((int(text),))] if taken else [])


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
    rows.show_layers(dense((7, 5)))
    told = told_by(rows)
    enter(rows, 2, text, qtbot)
    assert told == ([dense((7, *layers))] if layers else [])
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
    rows.show_layers(dense(hidden, activations or "relu"), has_boxes=bool(activations))
    assert [part(rows, LayerField, f"layer_{i}").text() for i in range(1, len(texts) + 1)] == texts
    assert rows.findChild(LayerField, f"layer_{len(texts) + 1}") is None


def answered(rows: LayerRows) -> None:
    """Show what is asked for, as the run does that begins of it."""
    rows.layers_wanted.connect(rows.show_layers)


def test_rows_stay_as_they_were_written_and_many_are_put_together(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers(dense((32, 16)))
    answered(rows)
    enter(rows, 2, "16 x 2", qtbot)
    assert part(rows, LayerField, "layer_2").text() == "16 × 2"
    for _ in range(6):
        rows.add_layer(Dense(16))
    assert [part(rows, LayerField, f"layer_{i}").value for i in range(1, 9)] == [
        (32, 1),
        (16, 2),
        *[(16, 1)] * 6,
    ]
    rows.add_layer(Dense(16))
    assert part(rows, LayerField, "layer_2").text() == "16 × 9"
    part(rows, QToolButton, "remove_layer_2").click()
    assert part(rows, LayerField, "layer_1").value == (32, 1)


def test_whoever_types_many_layers_goes_on_typing_in_the_new_rows(qtbot: QtBot) -> None:
    form, rows = QWidget(), LayerRows()
    qtbot.addWidget(form)
    QVBoxLayout(form).addWidget(rows)
    rows.show_layers(dense((32, 16)))
    answered(rows)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    part(rows, LayerField, "layer_2").setFocus()
    enter(rows, 2, "16 x 30", qtbot)
    QApplication.processEvents()
    assert part(rows, LayerField, "layer_2").hasFocus()


def test_rows_name_the_layers_that_they_stand_for(rows: LayerRows) -> None:
    rows.show_layers(dense((32, *[16] * 20, 8)))
    field = part(rows, LayerField, "layer_2")
    assert field.accessibleName() == "Neurons of layers 2–21, and how many layers"
    assert part(rows, QToolButton, "remove_layer_2").accessibleName() == "Remove layers 2–21"
    assert part(rows, LayerField, "layer_3").accessibleName() == "Neurons of layer 22"
    # 16 layers read 32 and then 16 neurons: 33·16 + 19·17·16.
    assert handles(rows) == ["1 Dense\n64 θ", "2–21 Dense\n5,696 θ", "22 Dense\n136 θ"]


def test_new_rows_stand_in_the_tab_order_where_the_old_ones_stood(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    before, rows, after = QLineEdit(), LayerRows(), QLineEdit()
    for widget in (before, rows, after):
        column.addWidget(widget)
    form.show()
    for hidden in ((32, 16), (8, 4, 2, 1), (5,)):
        rows.show_layers(dense(hidden))
        QApplication.processEvents()
        expected = [f"{kind}_{i}" for i in range(1, len(hidden) + 1) for kind in ("layer", "remove_layer")]
        reached, at = [], before.nextInFocusChain()
        while at is not after:
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus and not at.isHidden():
                reached.append(at.objectName())
            at = at.nextInFocusChain()
        assert reached == expected


def test_the_keyboard_goes_through_a_row_from_left_to_right(rows: LayerRows) -> None:
    rows.show_layers(dense((32, 16), ("relu", "tanh")), has_boxes=True)
    order, at = [], part(rows, QLineEdit, "layer_1")
    names = ["layer_1", "activation_1", "remove_layer_1", "layer_2", "activation_2", "remove_layer_2"]
    while len(order) < len(names):
        if at.objectName() in names:
            order.append(at.objectName())
        at = at.nextInFocusChain()
    assert order == names


def test_rows_of_maps_say_what_they_make_and_how_many_parameters_they_have(rows: LayerRows) -> None:
    rows.show_layers(on_digits(SMALL_CNN), 256)
    # 3·3·1·8 + 8 and 3·3·8·16 + 16; pools have none.
    assert handles(rows) == ["1 Conv 3×3\n80 θ", "2 Max pool", "3 Conv 3×3\n1,168 θ", "4 Max pool"]
    made = [part(rows, MoreButton, f"more_of_layer_{i}").text() for i in (1, 3)]
    made += [part(rows, QLabel, f"layer_makes_{i}").text() for i in (2, 4)]
    assert made == ["8 maps of 16 × 16", "16 maps of 8 × 8", "8 maps of 8 × 8", "16 maps of 4 × 4"]
    described = part(rows, LayerField, "layer_3").accessibleDescription()
    assert described == "16 maps of 8 × 8, 1,168 parameters"


def test_a_window_is_changed_in_the_fields_that_the_row_opens(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers(on_digits(SMALL_CNN), 256)
    told = told_by(rows)
    part(rows, MoreButton, "more_of_layer_1").click()
    for name, text in (("kernel_1", "5"), ("stride_1", "2"), ("padding_1", "2")):
        line = part(rows, QLineEdit, name)
        assert line.isVisible()
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [layers[0] for layers in told] == [Conv2d(8, 5, 1, 1), Conv2d(8, 5, 2, 1), Conv2d(8, 5, 2, 2)]
    assert all(layers[1:] == SMALL_CNN[1:] for layers in told)


def test_a_row_of_maps_stands_for_as_many_layers_as_are_typed(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers(on_digits(SMALL_CNN), 256)
    told = told_by(rows)
    enter(rows, 1, "4 x 3", qtbot)
    assert told == [(*[Conv2d(4, 3, padding=1)] * 3, *SMALL_CNN[1:])]
    rows.show_layers(on_digits(told[0]), 256)
    # 40 in the first, which reads one map, then 3·3·4·4 + 4 in each.
    assert handles(rows)[0] == "1–3 Conv\n336 θ" and part(rows, LayerField, "layer_1").text() == "4 × 3"


@pytest.mark.parametrize(
    ("layer", "place"),
    [(Dense(5), 5), (Conv2d(3), 4), (LocallyConnected2d(3), 4), (MaxPool2d(3), 4), (AvgPool2d(2), 4)],
)
def test_a_layer_is_added_behind_the_last_one_that_it_can_read(
    rows: LayerRows, layer: LayerSpec, place: int
) -> None:
    layers = (*SMALL_CNN, Dense(9))
    rows.show_layers(on_digits(layers), 256)
    told = told_by(rows)
    rows.add_layer(layer)
    assert told == [(*layers[:place], layer, *layers[place:])]


def test_the_first_maps_are_put_before_all_dense_layers(rows: LayerRows) -> None:
    rows.show_layers(dense((32, 16)), 256)
    told = told_by(rows)
    rows.add_layer(Conv2d(4))
    assert told == [(Conv2d(4), *dense((32, 16)))]


def test_keys_move_a_row_and_the_keyboard_goes_with_it(rows: LayerRows, qtbot: QtBot) -> None:
    qtbot.waitUntil(rows.isActiveWindow)
    rows.show_layers(dense((3, 2, 1)))
    answered(rows)
    told = told_by(rows)
    for key, layer in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Up, 3),
    ):
        line = part(rows, QLineEdit, f"layer_{layer}")
        if not told:
            line.setFocus()
        assert line.hasFocus()
        qtbot.keyClick(line, key, Qt.KeyboardModifier.AltModifier)
    # The third key finds the row at the end.
    assert told == [dense((2, 3, 1)), dense((2, 1, 3)), dense((2, 3, 1))]


def test_what_is_being_typed_moves_with_its_row_unless_it_is_refused(rows: LayerRows, qtbot: QtBot) -> None:
    qtbot.waitUntil(rows.isActiveWindow)
    rows.show_layers(dense((3, 2)))
    answered(rows)
    told = told_by(rows)
    line = part(rows, QLineEdit, "layer_1")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "0")
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told == [] and part(rows, LayerField, "layer_1").refusal
    line.selectAll()
    qtbot.keyClicks(line, "7")
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert told[-1] == dense((2, 7))


def drag(rows: LayerRows, row: int, to_y: float, qtbot: QtBot) -> None:
    """From the handle of this row, counted from 1, to a height among the rows."""
    handle = part(rows, LayerHandle, f"layer_handle_{row}")
    start = handle.rect().center()
    end = QPoint(start.x(), round(to_y) - handle.y())
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, pos=(start + end) / 2)
    qtbot.mouseMove(handle, pos=end)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)


def test_a_row_is_dragged_to_another_place(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers(dense((4, 3, 2)))
    told = told_by(rows)
    QApplication.processEvents()
    second = part(rows, LayerHandle, "layer_handle_2").geometry()
    # Before the second row's middle nothing changes, behind it the first row goes there; and so to both ends.
    drag(rows, 1, second.top() + 4, qtbot)
    assert told == []
    drag(rows, 1, part(rows, LayerHandle, "layer_handle_3").y() - 4, qtbot)
    drag(rows, 1, 500, qtbot)
    drag(rows, 3, -50, qtbot)
    assert told == [dense((3, 4, 2)), dense((3, 2, 4)), dense((2, 4, 3))]


def test_where_a_dragged_row_would_stand_is_marked_until_it_is_let_go(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers(dense((4, 3, 2)))
    QApplication.processEvents()
    mark = part(rows, QWidget, "layer_drop_mark")
    handle = part(rows, LayerHandle, "layer_handle_1")
    third = part(rows, LayerHandle, "layer_handle_3").geometry()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    assert not mark.isVisible()
    qtbot.mouseMove(handle, pos=QPoint(5, 20))
    qtbot.mouseMove(handle, pos=QPoint(5, third.top() + 2 - handle.y()))
    assert mark.isVisible() and abs(mark.geometry().center().y() - third.top()) <= 3
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert not mark.isVisible()


def test_what_makes_no_network_is_refused_in_a_sentence_and_nothing_is_lost(qtbot: QtBot) -> None:
    rows = LayerRows(lambda layers: "" if isinstance(layers[0], Conv2d) else "Put it first.")
    qtbot.addWidget(rows)
    layers = (Conv2d(8, 3), Dense(5))
    rows.show_layers(on_digits(layers), 256)
    told, refused = told_by(rows), []
    rows.refused.connect(refused.append)
    assert not rows.move_row(0, 1)
    part(rows, QToolButton, "remove_layer_1").click()
    assert told == [] and refused == ["Put it first."] * 2
    assert rows.written == ((layers[0], 1), (layers[1], 1))
    part(rows, QToolButton, "remove_layer_2").click()
    assert told == [layers[:1]]


def test_each_layer_of_maps_can_have_an_activation_of_its_own_and_a_pool_has_none(rows: LayerRows) -> None:
    rows.show_layers(on_digits(SMALL_CNN), 256, has_boxes=True)
    told = told_by(rows)
    names = [box.objectName() for box in rows.findChildren(QComboBox)]
    assert sorted(names) == ["activation_1", "activation_3"]
    box = part(rows, QComboBox, "activation_3")
    box.setCurrentIndex(box.findData("tanh"))
    box.activated.emit(box.currentIndex())
    assert told == [(*SMALL_CNN[:2], Conv2d(16, 3, padding=1, activation="tanh"), SMALL_CNN[3])]


def test_an_opened_window_stays_open_while_its_numbers_change(rows: LayerRows, qtbot: QtBot) -> None:
    rows.show_layers(on_digits(SMALL_CNN), 256)
    rows.layers_wanted.connect(lambda layers: rows.show_layers(on_digits(layers), 256))
    part(rows, MoreButton, "more_of_layer_3").click()
    enter(rows, 1, "4 x 2", qtbot)
    assert part(rows, QLineEdit, "kernel_3").isVisible()
    assert not part(rows, QLineEdit, "kernel_1").isVisible()


def test_the_numbers_of_a_hundred_layers_leave_their_field_room(rows: LayerRows) -> None:
    rows.resize(196, 200)
    rows.show_layers(on_digits((MaxPool2d(2), *[Conv2d(16, padding=1)] * 99)), 256)
    QApplication.processEvents()
    field = part(rows, LayerField, "layer_2")
    room = field.width() - 2 * 7
    assert field.text() == "16 × 99" and field.fontMetrics().horizontalAdvance(field.text()) <= room

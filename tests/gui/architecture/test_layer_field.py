"""One row's field: its value is neurons and layers, and what it refuses it says in the words of the moment."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.architecture.layer_field import LayerField, parse_layers


@pytest.mark.parametrize(
    ("text", "layers"),
    [
        (" 32 ", (32, 1)),
        ("32 × 20", (32, 20)),
        ("32*20", (32, 20)),
        ("1,024x2", (1024, 2)),
        ("３２ｘ２", (32, 2)),
        ("3²", None),
        ("8 8", None),
        ("x", None),
    ],
)
def test_neurons_and_layers_are_read_from_what_is_typed(text: str, layers: tuple[int, int] | None) -> None:
    assert parse_layers(text) == layers


def test_several_layers_are_written_with_their_number(qtbot: QtBot) -> None:
    field = LayerField("layer_1", lambda units, count: "")
    qtbot.addWidget(field)
    field.show_value((32, 1))
    assert field.text() == "32"
    field.show_value((32, 20))
    assert field.text() == "32 × 20"


def test_what_is_too_much_in_all_is_refused_by_whoever_knows_the_others(qtbot: QtBot) -> None:
    field = LayerField("layer_1", lambda units, count: "Give at most 4." if units * count > 4 else "")
    qtbot.addWidget(field)
    for text, taken in (("2 x 2", True), ("2 x 3", False), ("4", True)):
        field.setText(text)
        field.setModified(True)
        assert field.commit() is taken
        assert field.refusal == ("" if taken else "⚠ 2 x 3 is refused. Give at most 4.")


def test_a_field_that_stands_for_one_layer_takes_no_number_of_layers(qtbot: QtBot) -> None:
    field = LayerField("layer_1", lambda size, count: "", most=64, repeats=False)
    qtbot.addWidget(field)
    for text, taken in (("2 x 3", False), ("65", False), ("3", True)):
        field.setText(text)
        field.setModified(True)
        assert field.commit() is taken
    assert field.value == (3, 1)


def test_the_unit_is_written_where_there_is_room(qtbot: QtBot) -> None:
    field = LayerField("layer_1", lambda size, count: "")
    qtbot.addWidget(field)
    field.set_unit("neuron", "neurons")
    field.show_value((32, 1))
    unit = field.findChild(QLabel, "unit")
    assert isinstance(unit, QLabel) and unit.text() == "neurons"
    field.resize(120, 30)
    field.show()
    field.show_value((32, 1))
    text_end = field.fontMetrics().horizontalAdvance("32")
    assert unit.isVisible() and unit.x() > text_end and unit.geometry().right() < field.width()
    field.show_value((1024, 100))
    assert not unit.isVisible()
    # Of one neuron it is the singular, also while that is being typed.
    for text, of_one in (("1", True), ("1 × 3", False), ("12", False), (" 1 ", True), ("one", False)):
        field.setText(text)
        assert unit.text() == ("neuron" if of_one else "neurons")

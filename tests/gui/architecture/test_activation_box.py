"""The box of activations: every one of the engine's, by its name, and with its formula when it is open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.nn.activations import ACTIVATIONS
from gui.architecture.activation_box import ActivationBox


@pytest.fixture
def box(qtbot: QtBot) -> ActivationBox:
    box = ActivationBox("activation")
    qtbot.addWidget(box)
    return box


def opened(box: ActivationBox, row: int) -> str:
    """A line of the open box."""
    option, delegate = QStyleOptionViewItem(), box.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, box.model().index(row, 0))
    return str(option.text)  # type: ignore[attr-defined]


def test_it_offers_every_activation_of_the_engine_in_its_order(box: ActivationBox) -> None:
    assert [box.itemData(i) for i in range(box.count())] == list(ACTIVATIONS)
    assert [box.itemText(i) for i in range(4)] == ["ReLU", "sigmoid", "tanh", "leaky ReLU"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("relu", "ReLU:  max(z, 0)"),
        ("leaky_relu", "leaky ReLU:  max(z, 0.01 z)"),
        ("identity", "identity:  z"),
        # Powers are true superscripts: a line of the box is no rich text.
        ("sigmoid", "sigmoid:  1 / (1 + e⁻ᶻ)"),
        ("elu", "ELU:  max(z, 0) + min(eᶻ − 1, 0)"),
    ],
)
def test_open_it_tells_what_each_computes(box: ActivationBox, name: str, line: str) -> None:
    assert opened(box, box.findData(name)) == line


def test_a_line_without_a_formula_is_its_words_alone(box: ActivationBox) -> None:
    box.addItem("one for each layer", "")
    assert opened(box, box.count() - 1) == "one for each layer"
    box.retranslate()
    assert box.itemText(box.count() - 1) == "one for each layer"


def test_showing_one_asks_for_nothing(box: ActivationBox) -> None:
    asked: list[str] = []
    box.chosen.connect(asked.append)
    box.show_value("gelu")
    assert box.value == "gelu" and box.currentText() == "GELU" and asked == []


def test_the_open_box_is_wide_enough_for_its_formulas_and_each_line_can_be_hit(box: ActivationBox) -> None:
    box.show()
    box.showPopup()
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    assert all(box.view().sizeHintForRow(i) >= 24 for i in range(box.count()))
    box.hidePopup()

"""One row: what its controls say is the layer, whatever kind it is of."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.known_architectures import LENET_READS
from core.nn.layers import LayerSpec
from core.nn.pooling import AvgPool2d
from gui.architecture.layer_row import LayerRow, RowFacts
from tests.core.nn.masked_layer import Masked

MASKED: Any = Masked(((0,), (0, 1)))


@pytest.mark.parametrize("has_box", [False, True])
@pytest.mark.parametrize(
    "layer",
    [
        Dense(7, "tanh", True),
        Conv2d(12, 5, 2, 2, "elu", True, reads=LENET_READS, bias_per_cell=True),
        AvgPool2d(3),
        MASKED,
    ],
)
def test_a_row_says_the_layer_that_it_shows(qtbot: QtBot, layer: LayerSpec, has_box: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    row = LayerRow(1, layer, has_box, lambda layer, count: "", parent)
    row.place(QGridLayout(parent), 0)
    row.show_row((layer, 1), RowFacts(1, 1, 12, (4, 4, 12), 2_592))
    assert row.written == (layer, 1)
    assert all(part.accessibleName() and part.toolTip() for part in row.parts if part.focusPolicy())
    assert (row.box is not None) == (has_box and not isinstance(layer, AvgPool2d))


@pytest.mark.parametrize(
    ("one", "several", "units"),
    [(Dense(1), Dense(2), ("neuron", "neurons")), (Conv2d(1), Conv2d(2), ("map", "maps"))],
)
def test_a_single_neuron_is_none_of_several(
    qtbot: QtBot, one: LayerSpec, several: LayerSpec, units: tuple[str, str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    row = LayerRow(1, one, False, lambda layer, count: "", parent)
    row.place(QGridLayout(parent), 0)
    for layer, unit in zip((one, several), units, strict=True):
        row.show_row((layer, 1), RowFacts(1, 1, 1, (14, 14, 8), 80))
        shown = row.field.findChild(QLabel, "unit")
        assert isinstance(shown, QLabel) and shown.text() == unit


def test_what_does_not_fit_is_asked_of_the_whole_layer(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[Any] = []

    def why_not(layer: LayerSpec, count: int) -> str:
        asked.append((layer, count))
        return "It does not fit: give less."

    row = LayerRow(1, Conv2d(8, 3), False, why_not, parent)
    row.place(QGridLayout(parent), 0)
    row.show_row((Conv2d(8, 3), 1), RowFacts(1, 1, 1, (14, 14, 8), 80))
    row.field.setText("4 x 2")
    row.field.setModified(True)
    assert not row.field.commit() and asked[-1] == (Conv2d(4, 3), 2)
    assert row.details is not None
    kernel = row.details.fields["kernel"]
    kernel.setText("20")
    kernel.setModified(True)
    assert not kernel.commit() and asked[-1] == (Conv2d(8, 20), 1)
    assert row.written == (Conv2d(8, 3), 1)


def test_rows_of_several_layers_are_numbered_from_the_first_to_the_last() -> None:
    assert RowFacts(3, 3, 1, (4,), 5).numbers == "3" and RowFacts(3, 7, 1, (4,), 5).numbers == "3–7"

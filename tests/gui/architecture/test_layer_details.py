"""The fields of a layer's window, and what else is to be known of LeNet's."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.nn.convolution import Conv2d
from core.nn.known_architectures import known_hidden_layers
from gui.architecture.layer_details import LayerDetails


@pytest.fixture
def details(qtbot: QtBot) -> LayerDetails:
    details = LayerDetails(2, lambda name, value: "")
    qtbot.addWidget(details)
    return details


def test_it_shows_kernel_stride_and_padding_and_reports_a_change(details: LayerDetails, qtbot: QtBot) -> None:
    details.show_layer(Conv2d(8, 5, 2, 1), 4, "layer 2")
    assert details.values == {"kernel": 5, "stride": 2, "padding": 1}
    assert [field.objectName() for field in details.fields.values()] == ["kernel_2", "stride_2", "padding_2"]
    assert details.fields["stride"].accessibleName() == "Stride, layer 2"
    field = details.fields["padding"]
    field.setText("2")
    field.setModified(True)
    with qtbot.waitSignal(details.changed):
        field.commit()
    assert details.values["padding"] == 2


def test_it_says_what_is_special_of_a_layer(details: LayerDetails) -> None:
    extra = details.findChild(QLabel, "layer_extra_2")
    assert isinstance(extra, QLabel)
    details.show_layer(known_hidden_layers("lenet_1989", (16, 16))[1], 12, "layer 2")
    assert extra.text() == "each map reads 8 of 12 maps; a bias for each cell" and not extra.isHidden()
    details.show_layer(Conv2d(8), 12, "layer 2")
    assert extra.isHidden()

"""The dialog asks for the activation that a file does not name, and gives it back with the file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from core.exchange.opened_weights import OpenedWeights
from core.exchange.weights_reader import read_weights
from gui.exchange.weights_dialog import WeightsDialog
from gui.theme.tokens import Theme, make_theme
from tests.gui.whole_look import apply_theme


@pytest.fixture
def opened(tmp_path: Path) -> OpenedWeights:
    tensors = {"0.weight": np.ones((3, 4), "f4"), "0.bias": np.ones(3, "f4")}
    tensors |= {"2.weight": np.ones((2, 3), "f4"), "2.bias": np.ones(2, "f4")}
    save_file(tensors, tmp_path / "<b>mine.safetensors")
    return read_weights(tmp_path / "<b>mine.safetensors")


@pytest.fixture
def dialog(qtbot: QtBot, opened: OpenedWeights) -> WeightsDialog:
    dialog = WeightsDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(Theme())
    dialog.show_weights(opened)
    dialog.open()
    return dialog


def test_it_names_the_file_and_its_layers(dialog: WeightsDialog) -> None:
    question = dialog.findChild(QLabel, "weights_question")
    assert question.text().startswith("<b>mine.safetensors has the layers 4 → 3 → 2")
    # A name is never read as markup.
    assert question.textFormat().name == "PlainText"


def test_open_gives_back_the_choice(dialog: WeightsDialog, opened: OpenedWeights) -> None:
    chosen: list[tuple[OpenedWeights, str]] = []
    dialog.activation_chosen.connect(lambda *both: chosen.append(both))
    box = dialog.findChild(QComboBox, "weights_activation")
    assert box.currentData() == "relu"
    box.setCurrentIndex(box.findData("silu"))
    dialog.findChild(QPushButton, "open_weights").click()
    assert chosen == [(opened, "silu")] and not dialog.isVisible()


def test_cancel_gives_back_nothing(dialog: WeightsDialog) -> None:
    chosen: list[object] = []
    dialog.activation_chosen.connect(lambda *both: chosen.append(both))
    dialog.findChild(QPushButton, "cancel_weights").click()
    assert chosen == [] and not dialog.isVisible()


def test_every_control_has_a_name_and_a_tooltip(dialog: WeightsDialog) -> None:
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    for control in (*dialog.findChildren(QComboBox), *dialog.findChildren(QPushButton)):
        assert control.objectName() and control.accessibleName() and control.toolTip()


def test_where_the_buttons_are_too_wide_for_large_type_the_question_has_theirs(
    dialog: WeightsDialog, qapp: QApplication
) -> None:
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    dialog.reject()
    begin = dialog.findChild(QPushButton, "open_weights")
    begin.setText("Open these weights with this activation")
    dialog.set_theme(theme)
    dialog.open()
    for _ in range(4):
        QApplication.processEvents()
    size = begin.fontInfo().pixelSize()
    assert size < theme.font("body").pixelSize()
    assert dialog.findChild(QLabel, "weights_question").fontInfo().pixelSize() == size

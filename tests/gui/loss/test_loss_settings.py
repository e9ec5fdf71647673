"""The part of the second panel that is put away at first: the loss, L1 and L2."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.training.config import LOSSES, TrainingConfig
from gui.loss.loss_panel import formula_of
from gui.loss.loss_settings import LossOptions

INFO = RunInfo(
    0, Architecture.dense(), TrainingConfig(l1=0.25, l2=0.5), (256, 10), 2570, 60_000, 10_000, 1875
)
EXACT = ExactLoss(0, 5, 120.0, 60, 0.5, 30.0, 10, 0.5)


@pytest.fixture
def more(qtbot: QtBot) -> LossOptions:
    more = LossOptions()
    qtbot.addWidget(more)
    more.show_run(INFO)
    more.show()
    return more


def find(more: LossOptions, kind: type[Any], name: str) -> Any:
    found = more.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_it_shows_the_runs_own_settings(more: LossOptions) -> None:
    assert find(more, QComboBox, "loss").currentData() == "cross_entropy"
    assert find(more, QLineEdit, "l1").text() == "0.25"
    assert find(more, QLineEdit, "l2").text() == "0.5"


def test_every_loss_of_the_engine_can_be_chosen(more: LossOptions) -> None:
    box = find(more, QComboBox, "loss")
    assert tuple(box.itemData(i) for i in range(box.count())) == LOSSES
    wanted: list[tuple[str, object]] = []
    more.setting_wanted.connect(lambda *setting: wanted.append(setting))
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert wanted == [("loss", "squared_error")]


def test_where_numbers_are_to_be_met_there_is_no_cross_entropy(more: LossOptions) -> None:
    more.show_run(replace(INFO, data=DataInfo(class_names=())))
    box = find(more, QComboBox, "loss")
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    assert not model.item(box.findData("cross_entropy")).isEnabled()
    more.show_run(INFO)
    assert model.item(box.findData("cross_entropy")).isEnabled()


def test_a_penalty_is_asked_for_by_its_name(more: LossOptions, qtbot: QtBot) -> None:
    wanted: list[tuple[str, object]] = []
    more.setting_wanted.connect(lambda *said: wanted.append(said))
    line = find(more, QLineEdit, "l2")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "0.001")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "11")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert wanted == [("l2", 0.001)]


def test_penalties_are_shown_apart_and_only_where_there_are_any(more: LossOptions) -> None:
    label = find(more, QLabel, "penalty")
    more.show_exact(EXACT)
    assert not label.isVisible()
    more.show_exact(replace(EXACT, l1=0.125, l2=3.5))
    assert label.isVisible()
    assert "|<i>w</i>| = 0.125" in label.text() and "<i>w</i>² = 3.50" in label.text()
    assert "mean Cⁿ = 2.00" in label.text()
    more.show_exact(replace(EXACT, l2=3.5))
    assert "λ₁" not in label.text()


@pytest.mark.parametrize(
    ("loss", "output", "sign"),
    [
        ("cross_entropy", "softmax", "−ln <i>y</i><sub><i>r</i></sub>"),
        ("cross_entropy", "sigmoid", "ln (1 −"),
        ("squared_error", "softmax", "½"),
        ("squared_error", "identity", "½"),
    ],
)
def test_the_formula_is_that_of_the_loss(loss: str, output: str, sign: str) -> None:
    assert sign in formula_of(loss, output)

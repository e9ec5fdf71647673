"""The part of the first panel that is put away at first: initial weights, residual connections, the function."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.nn.architecture import Architecture
from core.nn.initializers import INITIALIZERS
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.architecture.function_formula import function_formula

SHOWN = Architecture.dense((32, 16, 16), "relu", 7)


class Fixture:
    """The first panel with "More" open, and what it has asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.panel = ArchitecturePanel()
        qtbot.addWidget(self.panel)
        self.wanted: list[Architecture] = []
        self.panel.architecture_wanted.connect(self.wanted.append)
        self.show(SHOWN)
        self.panel.show()
        self.more = self.find(QToolButton, "more_of_function_set")
        self.more.click()

    def find(self, kind: type[Any], name: str) -> Any:
        found = self.panel.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def show(self, architecture: Architecture, n_in: int = 256) -> None:
        self.panel.show_architecture(architecture, (n_in, *architecture.hidden, 10), 9000)

    def choose(self, initializer: str) -> None:
        box = self.find(QComboBox, "initializer")
        box.setCurrentIndex(box.findData(initializer))
        box.activated.emit(box.currentIndex())

    def enter(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def said(self) -> str:
        return "\n".join(label.text() for label in self.panel.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def fix(qtbot: QtBot) -> Fixture:
    return Fixture(qtbot)


def test_it_is_put_away_until_it_is_asked_for(fix: Fixture) -> None:
    part = fix.find(QWidget, "function_set_more")
    assert part.isVisible()
    fix.more.click()
    assert not part.isVisible()
    assert fix.more.arrowType() == Qt.ArrowType.DownArrow
    another = ArchitecturePanel()
    fix.qtbot.addWidget(another)
    another.show()
    assert not another.findChild(QWidget, "function_set_more").isVisible()  # type: ignore[union-attr]


def test_all_ways_to_begin_are_offered_each_with_its_explanation(fix: Fixture) -> None:
    box = fix.find(QComboBox, "initializer")
    assert [box.itemData(i) for i in range(box.count())] == list(INITIALIZERS)
    assert len({box.itemText(i) for i in range(box.count())}) == 10
    assert all(box.itemData(i, Qt.ItemDataRole.ToolTipRole) for i in range(box.count()))
    assert box.currentData() == "he"


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_other_initial_weights_are_asked_for_with_their_own_number(fix: Fixture, initializer: str) -> None:
    if initializer == "he":
        fix.choose("he")
        assert fix.wanted == []
        return
    fix.choose(initializer)
    scale = INITIALIZERS[initializer].scale
    assert fix.wanted == [SHOWN.changed(initializer=initializer, initial_scale=scale)]


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_a_number_is_shown_only_where_one_is_taken(fix: Fixture, initializer: str) -> None:
    fix.show(SHOWN.changed(initializer=initializer), n_in=2)
    line = fix.find(QLineEdit, "initial_scale")
    taken = initializer in ("normal", "constant", "spread")
    assert line.isVisible() == taken
    if taken:
        assert float(line.text()) == INITIALIZERS[initializer].scale


def test_spread_is_for_one_or_two_inputs(fix: Fixture) -> None:
    box = fix.find(QComboBox, "initializer")
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    enabled = []
    for n_in in (1, 2, 3, 256):
        fix.show(SHOWN, n_in)
        enabled.append(model.item(box.findData("spread")).isEnabled())
    assert enabled == [True, True, False, False]


@pytest.mark.parametrize(("text", "value"), [("0.25", 0.25), ("0,25", 0.25), ("1e-3", 0.001)])
def test_comma_and_point_are_both_decimal_signs(fix: Fixture, text: str, value: float) -> None:
    fix.show(SHOWN.changed(initializer="normal", initial_scale=0.5))
    fix.enter("initial_scale", text)
    assert fix.wanted == [SHOWN.changed(initializer="normal", initial_scale=value)]


def test_a_constant_may_be_negative(fix: Fixture) -> None:
    fix.show(SHOWN.changed(initializer="constant", initial_scale=0.5))
    fix.enter("initial_scale", "-0.5")
    assert fix.wanted == [SHOWN.changed(initializer="constant", initial_scale=-0.5)]


@pytest.mark.parametrize(
    ("initializer", "text", "allowed"),
    [
        ("normal", "-0.1", "from 0 to 100"),
        ("normal", "101", "from 0 to 100"),
        ("normal", "much", "from 0 to 100"),
        ("constant", "-101", "from \u2212100 to 100"),
        ("spread", "0", "over 0, up to 100"),
    ],
)
def test_a_bad_number_is_refused_with_the_allowed_range(
    fix: Fixture, initializer: str, text: str, allowed: str
) -> None:
    fix.show(SHOWN.changed(initializer=initializer), n_in=2)
    fix.enter("initial_scale", text)
    assert fix.wanted == []
    assert f"{text} is refused" in fix.said() and allowed in fix.said()


def test_residual_connections_are_asked_for_and_counted(fix: Fixture) -> None:
    skip = fix.find(QCheckBox, "skip")
    assert not fix.find(QLabel, "residual_layers").isVisible()
    fix.qtbot.keyClick(skip, Qt.Key.Key_Space)
    assert fix.wanted == [SHOWN.changed(skip=True)]
    fix.show(fix.wanted[0])
    # 256 → 32 → 16 → 16: only the last reads as many numbers as it gives.
    assert skip.isChecked()
    assert "in 1 of 3 hidden layers" in fix.said()
    assert "<i>a</i><sub>prev</sub> + <i>f</i>(<i>z</i>)" in fix.said()


def test_residual_connections_cannot_be_chosen_where_there_is_no_hidden_layer(fix: Fixture) -> None:
    assert fix.find(QCheckBox, "skip").isEnabled()
    fix.show(SHOWN.changed(hidden=()))
    assert not fix.find(QCheckBox, "skip").isEnabled()


def test_the_scale_of_the_residual_layers_weights_is_asked_for(fix: Fixture) -> None:
    assert not fix.find(QLineEdit, "skip_scale").isVisible()
    fix.show(SHOWN.changed(skip=True))
    fix.enter("skip_scale", "0,1")
    assert fix.wanted == [SHOWN.changed(skip=True, skip_scale=0.1)]
    fix.enter("skip_scale", "-1")
    assert len(fix.wanted) == 1
    assert "-1 is refused: give a number from 0 to 10." in fix.said()


def test_a_refused_number_goes_with_its_field(fix: Fixture) -> None:
    fix.show(SHOWN.changed(initializer="normal", skip=True))
    fix.enter("initial_scale", "-1")
    fix.enter("skip_scale", "-1")
    fix.show(SHOWN)
    assert "is refused" not in fix.said()


def test_showing_asks_for_nothing(fix: Fixture) -> None:
    fix.show(Architecture.dense((8, 8), ("elu", "silu"), 3, "constant", 0.2, True, 0.5))
    assert fix.wanted == []


def test_a_plain_function_is_written_nested(fix: Fixture) -> None:
    expected = "y = softmax(W³ᵀ tanh(W²ᵀ ReLU(W¹ᵀ x + b¹) + b²) + b³)"
    architecture = Architecture.dense((32, 16), ("relu", "tanh"))
    assert function_formula(architecture, 256) == expected
    # The engine's own, but for what an activation is called.
    assert architecture.with_outputs(10).network((256,)).formula().replace("relu", "ReLU") == expected
    fix.show(architecture)
    assert expected in fix.said()
    assert fix.find(QLabel, "architecture_text").toolTip() == expected


def test_every_control_has_a_name_and_a_tooltip(fix: Fixture) -> None:
    QApplication.sendEvent(fix.panel, QEvent(QEvent.Type.LanguageChange))
    fix.show(Architecture.dense((8, 8), ("elu", "silu"), 3, "constant", 0.2, True, 0.5))
    part = fix.find(QWidget, "function_set_more")
    for kind in (QLineEdit, QComboBox, QCheckBox):
        found = [control for control in part.findChildren(kind) if control.isVisible()]
        assert found
        for control in (*found, fix.more):
            assert control.objectName() and control.accessibleName() and control.toolTip()
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_weights_of_a_file_are_not_shown_as_drawn_and_can_be_drawn_instead(fix: Fixture) -> None:
    architecture = Architecture.dense((32, 16), initializer="normal", skip=True)
    fix.panel.show_architecture(architecture, (256, 32, 16, 10), 9000, weights_name="mine.safetensors")
    box = fix.find(QComboBox, "initializer")
    assert box.currentIndex() == -1 and box.placeholderText() == "from mine.safetensors"
    assert box.accessibleDescription() == "from mine.safetensors" and "mine" in box.toolTip()
    # Neither σ nor a factor of residual layers had a part in them.
    assert not fix.find(QLineEdit, "initial_scale").isVisible()
    assert not fix.find(QLineEdit, "skip_scale").isVisible()
    fix.choose("normal")
    assert fix.wanted == [architecture]
    fix.show(architecture)
    assert box.currentData() == "normal" and box.placeholderText() == box.accessibleDescription() == ""
    assert fix.find(QLineEdit, "initial_scale").isVisible()


def test_dropout_is_in_the_function_that_is_trained(fix: Fixture) -> None:
    architecture = Architecture.dense((32, 16), "relu")
    fix.panel.show_architecture(architecture, (256, 32, 16, 10), 9000, dropout=0.2)
    plain, training = fix.find(QLabel, "function_formula").text().splitlines()
    assert plain == function_formula(architecture, 256)
    # 1 / (1 - 0.2)
    assert training == "in training: each hidden f(z) × 1.25, or × 0 with probability 0.2"
    assert fix.find(QLabel, "architecture_text").toolTip().endswith(training)
    fix.panel.show_architecture(architecture, (256, 32, 16, 10), 9000)
    assert fix.find(QLabel, "function_formula").text() == plain
    # The output layer never drops out.
    fix.panel.show_architecture(Architecture.dense(()), (256, 10), 2570, dropout=0.2)
    assert "training" not in fix.find(QLabel, "function_formula").text()

"""The first step's panel: it shows a structure, and asks for another one at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.function_set_panel import FunctionSetPanel
from gui.style import apply_theme
from gui.theme import make_theme

Wanted = tuple[tuple[int, ...], str, int]


class Fixture:
    """The panel as a learner sees it at first, and what it has asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.panel = FunctionSetPanel()
        qtbot.addWidget(self.panel)
        self.wanted: list[Wanted] = []
        self.new_weights = 0
        self.panel.structure_wanted.connect(lambda *structure: self.wanted.append(structure))
        self.panel.new_weights_wanted.connect(self._count)
        self.panel.set_theme(make_theme("dark"))
        self.panel.show_structure((256, 32, 16, 10), "relu", 7, 8922)
        self.panel.show()

    def _count(self) -> None:
        self.new_weights += 1

    def line(self, name: str) -> QLineEdit:
        line = self.panel.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        return line

    def enter(self, name: str, text: str) -> None:
        line = self.line(name)
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def click(self, kind: type[QPushButton] | type[QToolButton], name: str) -> None:
        button = self.panel.findChild(kind, name)
        assert isinstance(button, kind)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def said(self) -> str:
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if not label.isHidden())


@pytest.fixture
def fix(qtbot: QtBot) -> Fixture:
    return Fixture(qtbot)


def test_it_shows_the_structure_its_parameters_and_its_seed(fix: Fixture) -> None:
    # 256·32 + 32 + 32·16 + 16 + 16·10 + 10 = 8,922
    assert "256 → 32 → 16 → 10" in fix.said()
    assert "8,922 parameters θ" in fix.said()
    assert [fix.line(name).text() for name in ("layer_1", "layer_2", "seed")] == ["32", "16", "7"]


def test_showing_asks_for_nothing(fix: Fixture) -> None:
    fix.panel.show_structure((256, 64, 10), "tanh", 3, 17098)
    assert fix.wanted == []
    assert fix.new_weights == 0


def test_a_size_is_asked_for_as_soon_as_it_is_entered(fix: Fixture) -> None:
    fix.enter("layer_1", "64")
    assert fix.wanted == [((64, 16), "relu", 7)]


def test_a_layer_is_added_before_the_output(fix: Fixture) -> None:
    fix.click(QPushButton, "add_layer")
    assert fix.wanted == [((32, 16, 16), "relu", 7)]


def test_the_first_hidden_layer_can_be_added(fix: Fixture) -> None:
    fix.panel.show_structure((256, 10), "relu", 7, 2570)
    fix.click(QPushButton, "add_layer")
    assert fix.wanted == [((16,), "relu", 7)]


def test_each_layer_can_be_removed(fix: Fixture) -> None:
    fix.click(QToolButton, "remove_layer_1")
    fix.click(QToolButton, "remove_layer_2")
    assert fix.wanted == [((16,), "relu", 7), ((32,), "relu", 7)]


def test_the_activation_is_asked_for_when_it_is_chosen(fix: Fixture) -> None:
    activation = fix.panel.findChild(QComboBox, "activation")
    assert isinstance(activation, QComboBox)
    assert [activation.itemText(i) for i in range(activation.count())] == ["ReLU", "sigmoid", "tanh"]
    fix.qtbot.keyClick(activation, Qt.Key.Key_Down)
    assert fix.wanted == [((32, 16), "sigmoid", 7)]


@pytest.mark.parametrize(
    ("activation", "formula"),
    [("relu", "max("), ("sigmoid", "1 / (1 + e<sup>−"), ("tanh", "tanh ")],
)
def test_the_activation_is_shown_with_its_formula(fix: Fixture, activation: str, formula: str) -> None:
    fix.panel.show_structure((256, 32, 16, 10), activation, 7, 8922)
    assert formula in fix.said()


def test_another_seed_asks_for_the_same_structure_with_it(fix: Fixture) -> None:
    fix.enter("seed", "2147483647")
    assert fix.wanted == [((32, 16), "relu", 2147483647)]


def test_new_weights_are_asked_for_with_one_click(fix: Fixture) -> None:
    fix.click(QPushButton, "new_weights")
    assert fix.new_weights == 1
    assert fix.wanted == []


@pytest.mark.parametrize(
    ("field", "text", "allowed"),
    [
        ("layer_1", "0", "from 1 to 1,024"),
        ("layer_2", "100000", "from 1 to 1,024"),
        ("layer_1", "1025", "from 1 to 1,024"),
        ("layer_1", "2,5", "from 1 to 1,024"),
        ("layer_1", "many", "from 1 to 1,024"),
        ("seed", "-1", "from 0 to 2,147,483,647"),
        ("seed", "2147483648", "from 0 to 2,147,483,647"),
    ],
)
def test_a_bad_number_is_refused_with_the_allowed_range(
    fix: Fixture, field: str, text: str, allowed: str
) -> None:
    fix.enter(field, text)
    assert fix.wanted == []
    assert f"{text} is refused" in fix.said()
    assert allowed in fix.said()
    assert "256 → 32 → 16 → 10" in fix.said()


def test_a_refused_seed_does_not_slip_into_another_change(fix: Fixture) -> None:
    fix.enter("seed", "-5")
    fix.enter("layer_2", "8")
    assert fix.wanted == [((32, 8), "relu", 7)]


def test_a_ninth_hidden_layer_is_refused_with_a_sentence(fix: Fixture) -> None:
    fix.panel.show_structure((256, *[16] * 8, 10), "relu", 7, 6186)
    fix.click(QPushButton, "add_layer")
    assert fix.wanted == []
    assert "0 to 8" in fix.said()


def test_each_of_eight_layers_has_its_own_field(fix: Fixture) -> None:
    sizes = (9, 8, 7, 6, 5, 4, 3, 2)
    fix.panel.show_structure((256, *sizes, 10), "relu", 7, 1)
    assert tuple(int(fix.line(f"layer_{i}").text()) for i in range(1, 9)) == sizes
    fix.enter("layer_8", "3")
    assert fix.wanted == [((9, 8, 7, 6, 5, 4, 3, 3), "relu", 7)]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("hidden", [(), (32, 16), (1024,) * 8])
def test_it_fits_the_column_at_every_size_of_type(
    qtbot: QtBot, qapp: QApplication, scale: float, hidden: tuple[int, ...]
) -> None:
    theme = make_theme("dark", scale)
    font = QFont(qapp.font())
    try:
        apply_theme(qapp, theme)
        panel = FunctionSetPanel()
        qtbot.addWidget(panel)
        panel.set_theme(theme)
        panel.show_structure((256, *hidden, 10), "sigmoid", 2**31 - 1, 7_500_000)
        panel.show()
        QApplication.sendPostedEvents()
        # The column is 232 px wide, with a margin of 8 px at each side.
        assert panel.minimumSizeHint().width() <= 216 * scale + 1
    finally:
        qapp.setStyleSheet("")
        qapp.setFont(font)


def test_every_control_has_a_name_and_a_tooltip(fix: Fixture) -> None:
    QApplication.sendEvent(fix.panel, QEvent(QEvent.Type.LanguageChange))
    assert fix.panel.accessibleName() and fix.panel.whatsThis()
    for kind in (QLineEdit, QComboBox, QToolButton):
        for control in fix.panel.findChildren(kind):
            assert control.accessibleName(), control.objectName()
            assert control.toolTip(), control.objectName()
    for button in fix.panel.findChildren(QPushButton):
        assert button.text() or button.accessibleName()

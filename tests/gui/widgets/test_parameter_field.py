"""One parameter as a number: typed, dragged, stepped; what is wrong is refused where it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.editing.parameter_edits import ParameterLocation
from gui.widgets.parameter_field import BEGIN_PX, PART_A_PX, ParameterField

BIAS, WEIGHT = ParameterLocation(1, 3), ParameterLocation(0, 2, 7)
NO_BUTTON, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


class Panel(QWidget):
    """A field beside something else that can have the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.other = ParameterField("parameter"), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.wanted: list[tuple[ParameterLocation, float, bool]] = []
        self.ended = 0
        self.field.value_wanted.connect(lambda *values: self.wanted.append(values))
        self.field.drag_ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self.ended += 1

    def type_in(self, text: str) -> None:
        line = self.field.line
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def drag(self, *across_px: float) -> None:
        """Press, go to each of these distances from there, and let go."""
        self._send(QEvent.Type.MouseButtonPress, 0, LEFT, LEFT)
        for px in across_px:
            self._send(QEvent.Type.MouseMove, px, NO_BUTTON, LEFT)
        self._send(QEvent.Type.MouseButtonRelease, across_px[-1], LEFT, NO_BUTTON)

    def _send(self, kind: QEvent.Type, px: float, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        line, at = self.field.line, QPointF(20 + px, 6)
        where = QPointF(line.mapToGlobal(at))
        event = QMouseEvent(kind, at, where, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(line, event)


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    panel = Panel()
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.field.show_parameter(BIAS, 0.25)
    panel.field.set_typical_size(0.5)
    return panel


def test_it_is_there_only_for_a_parameter(panel: Panel) -> None:
    assert panel.field.isVisible()
    assert panel.field.place == BIAS
    panel.field.show_parameter(None)
    assert panel.field.isHidden()
    assert panel.field.place is None


@pytest.mark.parametrize(
    ("typed", "value"), [("0.5", 0.5), ("-3", -3.0), ("-1,5", -1.5), ("1e-3", 0.001), ("1000000", 1e6)]
)
def test_a_number_that_is_typed_is_wanted(panel: Panel, typed: str, value: float) -> None:
    panel.type_in(typed)
    QTest.keyClick(panel.field.line, Qt.Key.Key_Return)
    assert panel.wanted == [(BIAS, value, False)]


@pytest.mark.parametrize("typed", ["", "w", "nan", "inf", "1000001", "-1e7", "1e400", "1..2"])
def test_what_is_no_value_is_refused_in_one_sentence_and_stays_to_be_mended(panel: Panel, typed: str) -> None:
    panel.type_in(typed or "x")
    if not typed:
        panel.field.line.selectAll()
        QTest.keyClick(panel.field.line, Qt.Key.Key_Delete)
    QTest.keyClick(panel.field.line, Qt.Key.Key_Return)
    assert panel.wanted == []
    assert "refused" in panel.field.line.accessibleDescription()
    assert panel.field.line.text() == typed
    assert panel.field.line.value == 0.25


def test_what_is_being_typed_stays_with_its_parameter(panel: Panel) -> None:
    panel.type_in("0.7")
    panel.field.show_parameter(BIAS, 0.3)
    panel.field.show_parameter(WEIGHT, 9.0)
    panel.field.show_parameter(None)
    assert panel.field.line.text() == "0.7"
    QTest.keyClick(panel.field.line, Qt.Key.Key_Return)
    assert panel.wanted == [(BIAS, 0.7, False)]


def test_a_refused_number_does_not_go_on_to_another_parameter(panel: Panel) -> None:
    panel.type_in("much")
    QTest.keyClick(panel.field.line, Qt.Key.Key_Return)
    panel.other.setFocus()
    panel.field.show_parameter(WEIGHT, 9.0)
    assert panel.field.line.text() == "9"
    assert panel.field.line.accessibleDescription() == ""
    assert panel.wanted == []


def test_dragging_goes_by_how_large_weights_usually_are(panel: Panel) -> None:
    panel.drag(10, 40, -20)
    values = [value for _, value, _ in panel.wanted]
    assert values == pytest.approx([0.25 + px * 0.5 * PART_A_PX for px in (10, 40, -20)])
    assert all(dragged for *_, dragged in panel.wanted)
    assert panel.ended == 1


def test_a_press_without_a_move_is_a_click_into_the_text(panel: Panel) -> None:
    panel.drag(BEGIN_PX - 1)
    QTest.mouseClick(panel.field.line, LEFT)
    assert panel.wanted == []
    assert panel.field.line.hasFocus()


def test_while_it_is_dragged_it_stays_with_its_parameter(panel: Panel) -> None:
    panel._send(QEvent.Type.MouseButtonPress, 0, LEFT, LEFT)
    panel._send(QEvent.Type.MouseMove, 30, NO_BUTTON, LEFT)
    panel.field.show_parameter(WEIGHT, 9.0)
    panel._send(QEvent.Type.MouseMove, 60, NO_BUTTON, LEFT)
    panel._send(QEvent.Type.MouseButtonRelease, 60, LEFT, NO_BUTTON)
    assert [place for place, *_ in panel.wanted] == [BIAS, BIAS]
    panel.field.show_parameter(WEIGHT, 9.0)
    assert (panel.field.place, panel.field.line.value) == (WEIGHT, 9.0)


@pytest.mark.parametrize(
    ("key", "modifier", "steps"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 5),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, -5),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier, 50),
    ],
)
def test_the_arrow_keys_step_it(panel: Panel, key: Qt.Key, modifier: Qt.KeyboardModifier, steps: int) -> None:
    panel.field.line.setFocus()
    QTest.keyClick(panel.field.line, key, modifier)
    assert panel.wanted == [(BIAS, pytest.approx(0.25 + steps * 0.5 * PART_A_PX), True)]


def test_no_step_leads_beyond_what_may_be_typed(panel: Panel) -> None:
    panel.field.show_parameter(BIAS, 1e6)
    panel.field.line.setFocus()
    QTest.keyClick(panel.field.line, Qt.Key.Key_Up)
    assert panel.wanted == [(BIAS, 1e6, True)]


def test_it_says_whether_it_is_a_weight_or_a_bias(panel: Panel) -> None:
    assert panel.field.line.accessibleName() == "The bias b"
    panel.field.show_parameter(WEIGHT, 1.0)
    assert panel.field.line.accessibleName() == "The weight w"

"""Who scrolls past a box wants to scroll, not to choose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app.main_window import MainWindow
from gui.data_dialog.dialog import DataDialog
from gui.theme.tokens import make_theme
from gui.widgets.choice_box import ChoiceBox
from tests.gui.whole_look import apply_theme, remove_style_sheet


def turn(box: QComboBox) -> None:
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)


def test_no_box_of_the_window_or_its_dialogs_is_changed_by_the_wheel(qtbot: QtBot) -> None:
    window = MainWindow()
    dialog = DataDialog()
    for widget in (window, dialog):
        qtbot.addWidget(widget)
    qtbot.waitUntil(lambda: window.composition.runs.info is not None)
    boxes = [*window.findChildren(QComboBox), *dialog.findChildren(QComboBox)]
    assert len(boxes) >= 8
    for box in boxes:
        before = box.currentIndex()
        turn(box)
        assert box.currentIndex() == before, box.objectName()
    window.close()


def test_a_screen_reader_finds_what_the_box_is_called_beside_its_value(qtbot: QtBot) -> None:
    parent, box = QWidget(), ChoiceBox("optimizer", ("adam", "sgd"))
    qtbot.addWidget(parent)
    QVBoxLayout(parent).addWidget(box)
    box.set_texts("Optimizer", "How the gradient is used", {"adam": "Adam", "sgd": "SGD"})
    parent.show()
    relations = QAccessible.queryAccessibleInterface(box).relations()
    labels = [other for other, kind in relations if kind == QAccessible.RelationFlag.Label]
    assert [label.text(QAccessible.Text.Name) for label in labels] == ["Optimizer"]
    assert not any(label.isVisible() for label in parent.findChildren(QLabel))


def test_a_box_that_is_removed_takes_its_name_along(qtbot: QtBot) -> None:
    parent, box = QWidget(), ChoiceBox("activation")
    qtbot.addWidget(parent)
    QVBoxLayout(parent).addWidget(box)
    assert len(parent.findChildren(QLabel)) == 1
    box.deleteLater()
    qtbot.waitUntil(lambda: parent.findChildren(QLabel) == [])


def test_a_click_leaves_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    """After a choice Space is Run again; by Tab a box is reached as ever."""
    page = QWidget()
    qtbot.addWidget(page)
    column, field, box = QVBoxLayout(page), QWidget(), ChoiceBox("box", (1, 2))
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(field)
    column.addWidget(box)
    page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.view().isVisible)
    qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.view().isVisible())
    assert box.value == 2 and page.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.focusWidget() is box


def test_another_theme_leaves_nothing_of_the_one_before_in_a_box(qtbot: QtBot, qapp: QApplication) -> None:
    box = ChoiceBox("kind", ("one", "two"))
    qtbot.addWidget(box)
    box.show()

    def parts() -> int:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return len(box.findChildren(QObject))

    counts = []
    for number in range(12):
        theme = make_theme("light" if number % 2 else "dark")
        remove_style_sheet(qapp, theme)
        apply_theme(qapp, theme)
        counts.append(parts())
    assert counts == counts[:1] * 12


def test_a_narrow_box_shows_the_end_of_a_long_line_too(qtbot: QtBot) -> None:
    box = ChoiceBox("runs", letters=10)
    qtbot.addWidget(box)
    for batch in (32, 64):
        box.addItem(f"seed 0: Adam, learning rate 0.001, batch {batch}", batch)
    box.resize(box.minimumSizeHint())
    pictures = []
    for batch in (32, 64):
        box.show_value(batch)
        pictures.append(box.grab().toImage())
    assert pictures[0] != pictures[1]


def narrow_box(qtbot: QtBot, names: list[str]) -> ChoiceBox:
    box = ChoiceBox("run", letters=4)
    qtbot.addWidget(box)
    for number, name in enumerate(names):
        box.addItem(name, number)
    box.resize(130, box.sizeHint().height())
    box.show()
    return box


def test_names_that_begin_alike_are_told_apart_in_a_narrow_box(qtbot: QtBot) -> None:
    box = narrow_box(qtbot, [f"seed 0: Adam, learning rate 0.001, batch {size}" for size in (32, 64)])
    pictures = set()
    for number in (0, 1):
        box.show_value(number)
        pictures.add(bytes(box.grab().toImage().constBits()))
    assert len(pictures) == 2


def test_the_open_list_shows_each_name_whole(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, make_theme("dark"))
    box = narrow_box(qtbot, ["└ branch at 9,624", "seed 0: Adam, learning rate 0.001, batch 32"])
    box.showPopup()
    wide = box.view().sizeHintForColumn(0)
    assert box.width() == 130 < wide <= box.view().viewport().width()
    box.hidePopup()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_widest_line_of_a_box_that_has_its_width_is_whole(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    apply_theme(qapp, make_theme("dark", scale))
    box = ChoiceBox("order", ("loss", "confidence"))
    qtbot.addWidget(box)
    box.setItemText(0, "by C")
    box.setItemText(1, "by confidence")
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
    box.resize(box.sizeHint())
    box.show_value("confidence")
    painted: list[str] = []
    draw = QStylePainter.drawControl

    def noted(painter: QStylePainter, element: QStyle.ControlElement, option: QStyleOptionComboBox) -> None:
        painted.append(option.currentText)
        draw(painter, element, option)

    monkeypatch.setattr(QStylePainter, "drawControl", noted)
    box.grab()
    assert painted == ["by confidence"]


def test_a_box_that_may_be_narrower_than_before_is(qtbot: QtBot) -> None:
    box = ChoiceBox("box", ["a"], letters=15)
    qtbot.addWidget(box)
    wide = box.minimumSizeHint().width()
    box.setMinimumContentsLength(8)
    assert box.minimumSizeHint().width() <= wide - 7 * box.fontMetrics().horizontalAdvance("i")

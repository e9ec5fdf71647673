"""The dialog asks for exactly the examples that its pages show."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import SOURCES, DataChoice
from gui.data_dialog.dialog import DataDialog
from gui.data_dialog.preview import DataPreview
from gui.theme.tokens import make_theme


class Fixture:
    """The dialog, and what it has asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.dialog = DataDialog()
        qtbot.addWidget(self.dialog)
        self.dialog.set_theme(make_theme("light"))
        self.wanted: list[DataChoice] = []
        self.cancelled: list[bool] = []
        self.dialog.choice_wanted.connect(self.wanted.append)
        self.dialog.cancel_wanted.connect(lambda: self.cancelled.append(True))
        self.dialog.show_choice(DataChoice())
        self.dialog.show()

    def find(self, kind: type[Any], name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def enter(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        line.editingFinished.emit()

    def pick(self, name: str, value: str) -> None:
        box = self.find(QComboBox, name)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def learn(self) -> DataChoice:
        self.qtbot.mouseClick(self.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
        return self.wanted[-1]


@pytest.fixture
def fix(qtbot: QtBot) -> Fixture:
    return Fixture(qtbot)


def test_as_it_opens_it_asks_for_what_is_there(fix: Fixture) -> None:
    assert fix.learn() == DataChoice()


def test_digits_can_be_fewer_harder_and_of_some_classes(fix: Fixture) -> None:
    for digit in (0, 2, 4, 5, 6, 7, 9):
        fix.qtbot.mouseClick(fix.find(QToolButton, f"learn_{digit}"), Qt.MouseButton.LeftButton)
    fix.enter("digits_page_count", "500")
    fix.enter("digits_page_shuffled_labels", "25")
    fix.enter("digits_page_noise", "5")
    fix.enter("digits_page_seed", "9")
    assert fix.learn() == DataChoice(count=500, classes=(1, 3, 8), shuffled_labels=0.25, noise=0.05, seed=9)


def test_one_class_alone_is_refused(fix: Fixture) -> None:
    for digit in range(10):
        fix.qtbot.mouseClick(fix.find(QToolButton, f"learn_{digit}"), Qt.MouseButton.LeftButton)
    assert fix.learn().classes == (8, 9)
    assert any(
        "two classes" in label.text() for label in fix.dialog.findChildren(QLabel) if label.isVisible()
    )


def test_points_are_asked_for_with_their_classes(fix: Fixture) -> None:
    fix.dialog.show_source("plane")
    fix.pick("plane_page_kind", "spirals")
    fix.enter("plane_page_class_count", "4")
    fix.enter("plane_page_count", "200")
    fix.enter("plane_page_noise", "0.02")
    choice = DataChoice("plane", "spirals", count=200, class_count=4, noise=0.02)
    assert fix.learn() == choice
    preview = fix.find(QWidget, "plane_page").findChild(DataPreview)
    assert np.array_equal(preview._dataset.X_train, choice.load().X_train)


def test_a_kind_of_two_classes_asks_for_no_number_of_them(fix: Fixture) -> None:
    fix.dialog.show_source("plane")
    fix.pick("plane_page_kind", "gaussians")
    fix.enter("plane_page_class_count", "5")
    fix.pick("plane_page_kind", "moons")
    assert not fix.find(QLineEdit, "plane_page_class_count").isVisible()
    choice = fix.learn()
    assert choice.class_count == 2
    choice.load()


def test_a_curve_can_be_drawn(fix: Fixture) -> None:
    fix.dialog.show_source("line")
    fix.pick("line_page_kind", "drawn")
    fix.qtbot.mouseClick(fix.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
    assert fix.wanted == [] and "Draw a curve" in fix.find(QLabel, "data_refusal").text()
    preview = fix.find(QWidget, "line_page").findChild(DataPreview)
    w, h = preview.width(), preview.height()
    fix.qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=QPoint(w // 10, h // 2))
    for i in range(1, 9):
        fix.qtbot.mouseMove(preview, QPoint(w // 10 + i * w // 10, h // 2 - 10 * (i % 3)))
    fix.qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(9 * w // 10, h // 2))
    choice = fix.learn()
    assert choice.name == "drawn" and len(choice.points) >= 5
    assert choice.load().is_regression


def test_ones_own_data_need_a_path_first(fix: Fixture) -> None:
    fix.dialog.show_source("own")
    fix.qtbot.mouseClick(fix.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
    assert fix.wanted == [] and "Choose a file" in fix.find(QLabel, "data_refusal").text()
    fix.find(QLineEdit, "own_path").setText(" /somewhere/own.csv ")
    assert not fix.find(QLabel, "data_refusal").isVisible()
    fix.enter("own_page_test_share", "30")
    fix.find(QAbstractButton, "as_ink").click()
    assert fix.learn() == DataChoice("own", path="/somewhere/own.csv", as_ink=False, test_share=0.3)


@pytest.mark.parametrize(
    ("button", "line"),
    [("choose_file", "own_path"), ("choose_folder", "own_path"), ("choose_labels", "own_labels_path")],
)
def test_a_file_can_be_pointed_at(fix: Fixture, button: str, line: str) -> None:
    fix.dialog.show_source("own")
    fix.qtbot.mouseClick(fix.find(QPushButton, button), Qt.MouseButton.LeftButton)
    asked = fix.dialog.findChildren(QFileDialog)
    assert len(asked) == 1
    asked[0].fileSelected.emit("/there/it/is")
    asked[0].reject()
    assert fix.find(QLineEdit, line).text() == "/there/it/is"


@pytest.mark.parametrize(
    "choice",
    [
        DataChoice(count=100, classes=(0, 1), shuffled_labels=0.5, noise=0.25, seed=8),
        DataChoice("plane", "spirals", count=70, class_count=5, noise=0.3, seed=2),
        DataChoice("line", "sines", count=33, noise=0.5, seed=1),
        DataChoice("line", "drawn", count=33, points=((-1.0, 0.0), (0.5, 1.0))),
        DataChoice("own", path="/a/b", labels_path="/a/c", as_ink=False, test_share=0.5, seed=3),
    ],
)
def test_what_is_shown_is_asked_for_again(fix: Fixture, choice: DataChoice) -> None:
    fix.dialog.show_choice(choice)
    assert fix.learn() == choice


def test_while_it_loads_nothing_else_can_be_chosen(fix: Fixture) -> None:
    fix.dialog.show_loading(True)
    fix.dialog.show_progress(0.42)
    assert fix.find(QProgressBar, "data_progress").value() == 42
    assert not fix.find(QPushButton, "learn_from_these").isEnabled()
    fix.qtbot.keyClick(fix.dialog, Qt.Key.Key_Escape)
    assert fix.cancelled == [True] and fix.dialog.isVisible()
    fix.dialog.refuse("/a/b is empty: give it something.")
    assert "/a/b is empty" in fix.find(QLabel, "data_refusal").text()
    assert fix.find(QPushButton, "learn_from_these").isEnabled()
    fix.qtbot.keyClick(fix.dialog, Qt.Key.Key_Escape)
    assert not fix.dialog.isVisible()


def test_every_control_has_a_name_and_says_what_it_is(fix: Fixture) -> None:
    for source in SOURCES:
        fix.dialog.show_source(source)
        for kind in (QLineEdit, QComboBox, QAbstractButton):
            for control in fix.dialog.findChildren(kind):
                if control.isVisible() and not control.objectName().startswith("qt_"):
                    assert control.objectName() and control.accessibleName() and control.toolTip(), source
    names = [each.objectName() for each in fix.dialog.findChildren(QLineEdit)]
    assert len(names) == len(set(names))


def test_a_number_that_is_refused_keeps_the_dialog_open(fix: Fixture) -> None:
    fix.dialog.show_source("plane")
    line = fix.find(QLineEdit, "plane_page_count")
    line.selectAll()
    fix.qtbot.keyClicks(line, "abc")
    fix.qtbot.mouseClick(fix.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
    assert fix.wanted == [] and line.hasFocus()
    line.selectAll()
    fix.qtbot.keyClicks(line, "70")
    assert fix.learn().count == 70


def test_what_was_only_typed_is_taken(fix: Fixture) -> None:
    fix.dialog.show_source("line")
    line = fix.find(QLineEdit, "line_page_noise")
    line.selectAll()
    fix.qtbot.keyClicks(line, "0.25")
    assert fix.learn().noise == 0.25


def test_a_curve_can_be_drawn_by_keyboard(fix: Fixture) -> None:
    fix.dialog.show_source("line")
    fix.pick("line_page_kind", "drawn")
    preview = fix.find(QWidget, "line_page").findChild(DataPreview)
    preview.setFocus()
    keys = [Qt.Key.Key_Up, Qt.Key.Key_Space, *[Qt.Key.Key_Right] * 40, Qt.Key.Key_Down, Qt.Key.Key_Space]
    for key in keys:
        fix.qtbot.keyClick(preview, key)
    points = fix.learn().points
    assert points[0] == (-1.0, 0.05) and points[-1] == pytest.approx((1.0, 0.0)) and len(points) == 42

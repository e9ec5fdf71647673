"""Examples are painted where their numbers are; a curve is drawn by mouse or by keyboard."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from gui.data_dialog.preview import DataPreview
from gui.theme.tokens import Theme
from tests.gui.data_dialog.opened_dialog import OpenedDialog


def test_a_curve_can_be_drawn(fix: OpenedDialog) -> None:
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


def test_a_curve_can_be_drawn_by_keyboard(fix: OpenedDialog) -> None:
    fix.dialog.show_source("line")
    fix.pick("line_page_kind", "drawn")
    preview = fix.find(QWidget, "line_page").findChild(DataPreview)
    preview.setFocus()
    keys = [Qt.Key.Key_Up, Qt.Key.Key_Space, *[Qt.Key.Key_Right] * 40, Qt.Key.Key_Down, Qt.Key.Key_Space]
    for key in keys:
        fix.qtbot.keyClick(preview, key)
    points = fix.learn().points
    assert points[0] == (-1.0, 0.05) and points[-1] == pytest.approx((1.0, 0.0)) and len(points) == 42


# --- what is painted


SIDE = 190


def pixels_of(preview: DataPreview, token: str) -> set[tuple[int, int]]:
    image = preview.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = np.frombuffer(image.constBits(), np.uint32).reshape(SIDE, -1)
    rows, columns = np.nonzero(colours == Theme().colour(token).rgb())
    return set(zip(columns.tolist(), rows.tolist(), strict=True))


@pytest.fixture
def preview(qtbot: QtBot) -> DataPreview:
    preview = DataPreview()
    qtbot.addWidget(preview)
    preview.resize(SIDE, SIDE)
    return preview


def points(X: list[list[float]], y: Any) -> Dataset:
    X_ = np.array(X, np.float32)
    return Dataset(X_, y, X_, y, ("a", "b") if y.ndim == 1 else ())


def test_points_stand_where_their_numbers_are_in_their_classs_colour(preview: DataPreview) -> None:
    preview.show_dataset(points([[0.5, 1.0], [-1.0, -0.25]], np.array([0, 1])))
    # -1.25 is at the left and at the bottom, 1.25 at the right and at the top: 190 / 2.5 = 76 px for 1.
    for token, (x, y) in (("plus", (133, 19)), ("minus", (19, 114))):
        found = pixels_of(preview, token)
        assert (x, y) in found, token
        assert all(abs(x - a) <= 3 and abs(y - b) <= 3 for a, b in found), token


def test_a_curves_examples_stand_over_their_input(preview: DataPreview) -> None:
    preview.show_dataset(points([[-0.5], [1.0]], np.array([[1.0], [-1.0]], np.float32)))
    found = pixels_of(preview, "plus")
    assert {(57, 19), (171, 171)} <= found
    assert all(min(abs(x - 57) + abs(y - 19), abs(x - 171) + abs(y - 171)) <= 4 for x, y in found)


def test_no_more_than_a_thousand_points_are_painted(preview: DataPreview) -> None:
    # Of 3,000 the 1st, the 4th and so on up to the last, which are above; all others are below.
    rows = set(np.linspace(0, 2999, 1000).round().astype(int).tolist())
    many = [[0.0, 0.5 if row in rows else -0.5] for row in range(3000)]
    preview.show_dataset(points(many, np.zeros(3000, np.int64)))
    assert all(y < 95 for _, y in pixels_of(preview, "plus"))


def test_a_curve_that_is_drawn_in_part_reaches_both_ends_and_is_counted(preview: DataPreview) -> None:
    dataset = DatasetSpec("line", "abs", count=5000).load()
    preview.show_dataset(dataset)
    xs = [x for x, _ in pixels_of(preview, "plus")]
    # From -1 to 1 of a picture that reaches from -1.25 to 1.25, with a mark's 2.2 px.
    assert min(xs) == pytest.approx(0.1 * SIDE, abs=3.5) and max(xs) == pytest.approx(0.9 * SIDE, abs=3.5)
    assert preview.count_text(1000, 5000) == "1,000 of 5,000 drawn"
    assert pixels_of(preview, "dim")
    preview.show_dataset(DatasetSpec("line", "abs", count=900).load())
    assert not pixels_of(preview, "dim")


def test_nothing_is_drawn_with_the_mouse_where_no_curve_is_asked_for(preview: DataPreview) -> None:
    told: list[object] = []
    preview.curve_drawn.connect(told.append)
    drag(preview, (19, 95), (171, 95))
    assert told == []


def test_a_stroke_is_told_in_its_own_numbers_and_ends_at_the_border(preview: DataPreview) -> None:
    told: list[tuple[tuple[float, float], ...]] = []
    preview.curve_drawn.connect(told.append)
    preview.set_drawing(True)
    drag(preview, (57, 95), (95, 19), (189, 1))
    (stroke,) = told
    assert stroke == (pytest.approx((-0.5, 0.0)), pytest.approx((0.0, 1.0)), pytest.approx((1.0, 1.0)))
    # Straight up is no curve of x: there is only one x.
    drag(preview, (95, 100), (95, 50))
    assert len(told) == 1


def drag(preview: DataPreview, *places: tuple[int, int]) -> None:
    QTest.mousePress(preview, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(preview, QPoint(*place))
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))

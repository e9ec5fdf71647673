"""The pages of points and curves ask for the very examples that they show."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from gui.data_dialog.data_names import set_title
from gui.data_dialog.preview import DataPreview
from gui.data_dialog.toy_page import ToyPage, line_page, plane_page
from tests.gui.data_dialog.opened_dialog import OpenedDialog


def test_points_are_asked_for_with_their_classes(fix: OpenedDialog) -> None:
    fix.dialog.show_source("plane")
    fix.pick("plane_page_kind", "spirals")
    fix.enter("plane_page_class_count", "4")
    fix.enter("plane_page_count", "200")
    fix.enter("plane_page_noise", "0.02")
    choice = DatasetSpec("plane", "spirals", count=200, class_count=4, noise=0.02)
    assert fix.learn() == choice
    preview = fix.find(QWidget, "plane_page").findChild(DataPreview)
    assert np.array_equal(preview._dataset.X_train, choice.load().X_train)


def test_a_kind_of_two_classes_asks_for_no_number_of_them(fix: OpenedDialog) -> None:
    fix.dialog.show_source("plane")
    fix.pick("plane_page_kind", "gaussians")
    fix.enter("plane_page_class_count", "5")
    fix.pick("plane_page_kind", "moons")
    assert not fix.find(QLineEdit, "plane_page_class_count").isVisible()
    choice = fix.learn()
    assert choice.class_count == 2
    choice.load()


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (plane_page, ["gaussians", "circle", "xor", "spirals", "moons"]),
        (line_page, ["sine", "step", "triangle", "abs", "polynomial", "sines", "drawn"]),
    ],
)
def test_every_kind_can_be_chosen_and_is_called_by_its_name(
    qtbot: QtBot, page: Callable[[], ToyPage], kinds: list[str]
) -> None:
    shown = page()
    qtbot.addWidget(shown)
    box = shown.findChild(QComboBox, f"{shown.objectName()}_kind")
    assert isinstance(box, QComboBox)
    assert sorted(box.itemData(i) for i in range(box.count())) == sorted(kinds)
    assert [box.itemText(i) for i in range(box.count())] == [
        set_title(box.itemData(i)) for i in range(box.count())
    ]


def test_a_drawn_curve_goes_with_its_kind_and_comes_back_with_it(fix: OpenedDialog) -> None:
    points = ((-1.0, 0.0), (0.5, 1.0))
    page = line_page()
    fix.qtbot.addWidget(page)
    page.show_choice(DatasetSpec("line", "drawn", count=33, points=points))
    box = page.findChild(QComboBox, "line_page_kind")
    assert isinstance(box, QComboBox)
    for kind, expected in (("sine", ()), ("drawn", points)):
        box.setCurrentIndex(box.findData(kind))
        box.activated.emit(box.currentIndex())
        assert page.choice().points == expected

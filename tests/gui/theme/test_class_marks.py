"""Points of several classes: each class has a colour and a shape of its own."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.theme.class_marks import class_token, corners_of, paint_points
from gui.theme.tokens import make_theme


def test_five_classes_differ_by_colour_and_by_shape() -> None:
    assert len({class_token(label) for label in range(5)}) == 5
    assert [len(corners_of(label, 0, 0, 1)) for label in range(5)] == [0, 4, 3, 5, 6]


@pytest.mark.parametrize("label", [5, 13])
def test_from_the_sixth_on_they_begin_again(label: int) -> None:
    assert class_token(label) == class_token(label % 5)
    assert corners_of(label, 3, 4, 2) == corners_of(label % 5, 3, 4, 2)


def test_a_square_stands_on_a_corner_around_its_point() -> None:
    # 1.25 times the radius, from the top on clockwise: y points downwards.
    expected = [(10, 17.5), (12.5, 20), (10, 22.5), (7.5, 20)]
    for found, (x, y) in zip(corners_of(1, 10, 20, 2), expected, strict=True):
        assert found == (pytest.approx(x), pytest.approx(y))


@pytest.mark.parametrize("label", [1, 2, 3, 4])
def test_all_corners_are_as_far_from_their_point(label: int) -> None:
    distances = [math.hypot(x - 3, y - 4) for x, y in corners_of(label, 3, 4, 2)]
    assert distances == pytest.approx([2.5] * len(distances))


@pytest.mark.parametrize("label", range(5))
@pytest.mark.parametrize("name", ["dark", "light"])
def test_each_point_is_painted_at_its_place_in_its_classs_colour(
    qapp: QApplication, label: int, name: str
) -> None:
    theme = make_theme(name)
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    paint_points(painter, [(15, 15), (45, 15)], [label, (label + 1) % 5], 6, theme)
    painter.end()
    assert image.pixelColor(15, 15) == theme.colour(class_token(label))
    assert image.pixelColor(45, 15) == theme.colour(class_token((label + 1) % 5))
    assert image.pixelColor(30, 15) == image.pixelColor(15, 3) == QColor("#808080")

"""Beside the curve stand powers of ten where they belong, and who has no place on a logarithmic scale is counted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPainterPathStroker, QPen

from gui.ledger.curve_axes import CurveAxes, paint_placeless, region_without
from gui.ledger.curve_marks import curve_marks
from gui.theme.tokens import Theme

CURVE = QRectF(50, 20, 300, 150)


def axes_of(losses: np.ndarray, is_cross_entropy: bool = True) -> CurveAxes:
    return CurveAxes.of(curve_marks(losses, 300), CURVE, is_cross_entropy, Theme())


def painted(losses: np.ndarray, unseen: int = 0) -> QImage:
    """With what has no place alone."""
    image, theme = QImage(360, 180, QImage.Format.Format_RGB32), Theme()
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    paint_placeless(painter, curve_marks(losses, 300, unseen), CURVE, theme)
    painter.end()
    return image


def inked(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    ground: QColor = Theme().colour("canvas")
    return any(image.pixelColor(x, y) != ground for x in range(left, right) for y in range(top, bottom))


@pytest.mark.usefixtures("qtbot")
def test_lines_stand_at_the_powers_of_ten_and_each_has_its_number() -> None:
    # From 10⁻² to 10: a third of the height each.
    axes = axes_of(np.array([0.02, 5.0]))
    assert axes.lines == pytest.approx((20, 70, 120, 170))
    assert [words for _, words in axes.powers] == ["10", "1", "0.1", "0.01"]
    assert [place.center().y() for place, _ in axes.powers] == pytest.approx(axes.lines)


@pytest.mark.usefixtures("qtbot")
def test_only_with_cross_entropy_y_is_said_and_the_title_says_what_c_is() -> None:
    axes = axes_of(np.array([0.02, 5.0]))
    # exp(−1), exp(−0.1), exp(−0.01): on their lines, and named by the title.
    assert [words for _, words in axes.labels] == ["y = 0.37", "y = 0.90", "y = 0.99"]
    assert [place.bottom() for place, _ in axes.labels] == pytest.approx(axes.lines[1:])
    assert axes.title[1] == "C = −ln y" and axes.title[0].bottom() <= CURVE.top()
    others = axes_of(np.array([0.02, 5.0]), is_cross_entropy=False)
    assert not others.labels and others.title[1] == "C"


@pytest.mark.usefixtures("qtbot")
def test_where_words_stand_no_line_may_be_painted() -> None:
    axes = axes_of(np.array([0.02, 5.0]))
    free = region_without(QRectF(0, 0, 360, 180), axes.spared)
    for place in axes.spared:
        assert not free.contains(place.center().toPoint())
    assert free.contains(CURVE.center().toPoint()) and len(axes.spared) == 4


@pytest.mark.usefixtures("qtbot")
def test_who_has_no_place_is_counted_and_what_is_not_known_is_hatched_to_its_share() -> None:
    known = np.array([0.02, 5.0])
    assert not inked(painted(known), 0, 0, 360, 180)
    for losses in (np.array([0, 0.02, 5.0]), np.array([0.02, 5.0, np.inf])):
        assert inked(painted(losses), 200, 0, 350, 20)
    # Three of five are not known: 180 px of 300.
    image = painted(known, unseen=3)
    assert inked(image, 225, 30, 229, 34) and not inked(image, 231, 20, 350, 170)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("spread", [0.5, 2.0, 3.0, 4.0])
def test_the_curve_strikes_through_no_label(spread: float) -> None:
    # Steep at both ends, flat in the middle: at the left it passes the heights of some labels.
    losses = np.exp(np.random.default_rng(0).normal(-4, spread, 60_000))
    losses.sort()
    marks = curve_marks(losses, 300)
    points = CURVE.left() + marks.x * CURVE.width(), CURVE.bottom() - marks.y * CURVE.height()
    path = QPainterPath(QPointF(points[0][0], points[1][0]))
    for x, y in zip(*(values.tolist() for values in points), strict=True):
        path.lineTo(x, y)
    line = QPainterPathStroker(QPen(QColor(), 1.5)).createStroke(path)
    labels = axes_of(losses).labels
    assert labels and all(CURVE.contains(place) for place, _ in labels)
    assert not [words for place, words in labels if line.intersects(place)]


@pytest.mark.usefixtures("qtbot")
def test_where_the_curve_stays_at_a_label_s_height_the_power_of_ten_is_enough() -> None:
    # All just over 0.1 but one: at that height there is no place beside the curve.
    losses = np.array([0.02, *[0.13] * 98, 5.0])
    assert [words for _, words in axes_of(losses).labels] == ["y = 0.37", "y = 0.99"]

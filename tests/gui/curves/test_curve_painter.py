"""What is painted stands where the numbers are."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.curves.curve_painter import PIECES_A_STEP, CurvePainter
from gui.curves.curve_picture import CurvePicture, picture_of
from gui.curves.curve_set import CurveSet
from gui.theme.tokens import Theme, make_theme


def painted(
    theme: Theme, curves: CurveSet, pointed: int | None = None, height: int = 240
) -> tuple[CurvePicture, np.ndarray, int]:
    """(picture, how far each pixel is from the ground, steps)."""
    picture = picture_of(curves, (600, height), theme, (0.0, 100.0), False, [], 0)
    image = QImage(600, height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    on, steps = CurvePainter(painter, theme, picture), 0
    if pointed is None:
        for _ in on.paint():
            steps += 1
    else:
        on.paint_pointed(pointed)
    painter.end()
    pixels = np.array(image.constBits()).reshape(height, 600, 4)[:, :, :3].astype(float)
    return picture, np.abs(pixels - theme.rgb("canvas")[::-1]).sum(axis=2), steps


@pytest.mark.parametrize("name", ["dark", "light"])
def test_dots_and_lines_are_where_the_numbers_are_and_gaps_are_empty(qtbot: QtBot, name: str) -> None:
    values = np.array([[0.2], [0.9], [math.nan], [0.5]])
    curves = CurveSet("gradient", ("out",), np.array([10, 40, 60, 90]), values)
    picture, ink, _ = painted(make_theme(name), curves)

    def ink_at(update: float, value: float) -> float:
        x, y = float(picture.geometry.x(update)), float(picture.geometry.y(value))
        return float(ink[round(y) - 1 : round(y) + 2, round(x) - 1 : round(x) + 2].max())

    for update, value in ((10, 0.2), (40, 0.9), (90, 0.5), (25, 0.55)):
        assert ink_at(update, value) > 200
    # Between 40 and 90 something was not measured.
    assert ink_at(65, 0.7) < 60


def test_what_is_infinite_has_a_sign_at_the_top(qtbot: QtBot) -> None:
    curves = CurveSet("update", ("out",), np.array([20, 50]), np.array([[1.0], [math.inf]]))
    picture, ink, _ = painted(make_theme("dark"), curves)
    x, top = round(float(picture.geometry.x(50))), round(picture.geometry.plot.top())
    assert ink[top + 4 : top + 7, x - 1 : x + 2].min() > 200


def test_many_points_are_painted_in_steps_and_one_line_over_the_others_alone(qtbot: QtBot) -> None:
    rng = np.random.default_rng(0)
    curves = CurveSet("noise", ("1", "out"), np.arange(2000), rng.uniform(1, 2, (2000, 2)))
    picture = picture_of(curves, (600, 240), make_theme("dark"), (0.0, 2000.0), False, [], 0)
    pieces = sum(len(line) - 1 for place in range(2) for line in picture.shape(place).lines)
    _, _, steps = painted(
        make_theme("dark"), CurveSet("noise", ("1", "out"), np.arange(100), curves.values[:100])
    )
    assert pieces > PIECES_A_STEP and steps >= 5
    _, ink, _ = painted(
        make_theme("dark"), CurveSet("noise", ("1", "out"), np.array([0, 99]), np.ones((2, 2))), 1
    )
    assert ink.any() and not ink[:, 500:].any()


def test_no_line_of_the_grid_goes_through_the_sentence_of_an_empty_plot(qtbot: QtBot) -> None:
    theme, empty = make_theme("dark"), CurveSet.empty("gradient")

    def beside(height: int) -> tuple[float, float]:
        """Where the middle is, and the grid's line next to it."""
        picture = painted(theme, empty, height=height)[0]
        middle = picture.geometry.plot.center().y()
        lines = [float(picture.geometry.y(tick.place)) for tick in picture.left]
        return middle, min(lines, key=lambda y: abs(y - middle))

    # So high that one goes through the middle.
    height = min(range(150, 260, 2), key=lambda height: abs(float(np.subtract(*beside(height)))))
    middle, y = beside(height)
    assert abs(y - middle) < 4
    picture, ink, _ = painted(theme, empty, height=height)
    plot = picture.geometry.plot
    line = ink[round(y) - 1 : round(y) + 2].max(axis=0)
    words = QFontMetricsF(theme.font("caption")).horizontalAdvance(picture.hint)
    # It is there at the sides, and not beside the sentence.
    assert line[round(plot.left()) + 5] > 0
    for side in (-1, 1):
        edge = round(plot.center().x() + side * (words / 2 + 2))
        assert line[edge] == 0

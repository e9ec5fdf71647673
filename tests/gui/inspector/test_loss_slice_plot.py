"""C along one weight: the dot, the slope and the step stand where their numbers are."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.analysis.loss_slice import LossSlice
from gui.inspector.loss_slice_plot import LossSlicePlot
from gui.theme.tokens import Theme

# w² from -1 to 3 around w = 1: C = 1 there, its slope 2, and C from 0 to 9.
WEIGHT = np.linspace(-1.0, 3.0, 61)
PARABOLA = LossSlice(WEIGHT, WEIGHT**2, 2.0, 1234)
# 6 px are left free at the sides, a line of type (14 px) above and one and 2 px below.
WIDTH, HEIGHT = 212, 120
LEFT, WIDE, BOTTOM, HIGH = 6, 200, 104, 90


@pytest.fixture
def picture(qtbot: QtBot) -> LossSlicePlot:
    picture = LossSlicePlot()
    qtbot.addWidget(picture)
    picture.resize(WIDTH, HEIGHT)
    return picture


def pixels(picture: LossSlicePlot, token: str) -> tuple[np.ndarray, np.ndarray]:
    """x and y of all pixels of this colour."""
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = np.frombuffer(image.constBits(), np.uint32).reshape(HEIGHT, -1)
    y, x = np.nonzero(colours == Theme().colour(token).rgb())
    return x, y


def test_the_range_is_that_of_the_curve(picture: LossSlicePlot) -> None:
    picture.show_loss_slice(PARABOLA, None)
    for (weight, loss), place in {
        (-1.0, 0.0): (LEFT, BOTTOM),
        (3.0, 9.0): (LEFT + WIDE, BOTTOM - HIGH),
        (1.0, 1.0): (LEFT + 100, BOTTOM - 10),
    }.items():
        assert picture.place(weight, loss) == (pytest.approx(place[0]), pytest.approx(place[1]))


def test_the_dot_stands_where_the_weight_is(picture: LossSlicePlot) -> None:
    picture.show_loss_slice(PARABOLA, None)
    x, y = pixels(picture, "text")
    assert abs(x.mean() - (LEFT + 100)) < 1 and abs(y.mean() - (BOTTOM - 10)) < 1
    assert np.ptp(x) <= 8 and picture.accessibleDescription() == "w = 1.00, C = 1.00; C: 0 … 9.0"


@pytest.mark.parametrize(
    ("step", "token", "left", "right"),
    # A unit of w is 50 px, one of C 10 px. Beyond the curve the step ends with it, and where its height ends: the
    # dot stands 11 px above that, and C is lower by 1.1 there, which is 27.5 px to the left.
    [(0.5, "plus", 106, 131), (-0.5, "minus", 81, 106), (9.0, "plus", 106, 206), (-9.0, "minus", 78, 106)],
)
def test_the_step_leads_from_the_weight_in_its_signs_colour(
    picture: LossSlicePlot, step: float, token: str, left: int, right: int
) -> None:
    picture.show_loss_slice(PARABOLA, step)
    x, _ = pixels(picture, token)
    # The dot covers the 4 px of it next to the weight.
    assert left - 2 <= x.min() <= left + 5 and right - 5 <= x.max() <= right + 2
    other = "minus" if token == "plus" else "plus"
    assert len(pixels(picture, other)[0]) == 0


def test_the_step_lies_on_the_slope(picture: LossSlicePlot) -> None:
    picture.show_loss_slice(PARABOLA, 1.5)
    x, y = pixels(picture, "plus")
    # From (1, 1) to (2.5, 4): 75 px to the right and 30 up.
    at_end = y[x >= x.max() - 2]
    assert abs(at_end.mean() - (BOTTOM - 40)) <= 2


def test_the_last_updates_change_leads_to_the_weight_below_the_dot(picture: LossSlicePlot) -> None:
    picture.show_loss_slice(PARABOLA, None, change=0.5)
    x, y = pixels(picture, "plus")
    assert x.min() >= 79 and x.max() <= 108
    assert abs(y.mean() - (BOTTOM - 10 + 8)) <= 1.5
    picture.show_loss_slice(PARABOLA, None, change=-0.5)
    x, _ = pixels(picture, "minus")
    assert x.min() >= 104 and x.max() <= 133


@pytest.mark.parametrize("loss", [np.full(61, 0.25), np.where(np.arange(61) == 30, 0.25, np.inf)])
def test_a_flat_curve_and_one_with_a_single_number_stand_in_the_middle(
    picture: LossSlicePlot, loss: np.ndarray
) -> None:
    picture.show_loss_slice(LossSlice(WEIGHT, loss, 0.0, 0), None)
    assert picture.place(1.0, 0.25) == (pytest.approx(LEFT + 100), pytest.approx(BOTTOM - HIGH / 2))
    picture.grab()


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (WEIGHT**2, "0 … 9.0"),
        (np.full(61, 0.25), "0.25"),
        (np.where(np.arange(61) < 50, WEIGHT**2, np.inf), "0 … 5.1"),
        (np.full(61, np.nan), "NaN"),
    ],
)
def test_the_height_has_numbers(picture: LossSlicePlot, loss: np.ndarray, text: str) -> None:
    # The 50th weight is -1 + 49 · 4 / 60, and its square 5.14.
    loss = np.where(np.abs(loss) < 1e-3, 0.0, loss)
    picture.show_loss_slice(LossSlice(WEIGHT, loss, 2.0, 0), None)
    assert picture.range_text == text
    picture.grab()


def test_what_is_not_finite_is_left_out_of_the_range(picture: LossSlicePlot) -> None:
    loss = WEIGHT**2
    loss[-5:] = np.inf, np.nan, np.inf, np.inf, np.nan
    picture.show_loss_slice(LossSlice(WEIGHT, loss, 2.0, 0), 0.5)
    assert picture.place(-1.0, float(loss[-6]))[1] == pytest.approx(BOTTOM - HIGH)
    picture.grab()


def test_before_anything_is_shown_it_is_empty(picture: LossSlicePlot) -> None:
    assert all(len(pixels(picture, token)[0]) == 0 for token in ("text", "dim", "plus", "minus"))


@pytest.mark.parametrize("slope", [9.0, -9.0, 0.4])
@pytest.mark.parametrize("change", [None, 1.9, -1.9])
def test_no_line_runs_through_the_numbers(picture: LossSlicePlot, slope: float, change: float | None) -> None:
    # The least C of the curve is where the weight is: its dot stands on the lowest line.
    bowl = LossSlice(WEIGHT, (WEIGHT - 1) ** 2, slope, 7)
    picture.show_loss_slice(bowl, -slope, change)
    for token in ("node", "plus", "minus"):
        _, y = pixels(picture, token)
        # Above 14 px, and below 106, is type.
        assert y.size == 0 or (y.min() >= 13 and y.max() <= BOTTOM + 3)

"""The picture of a plot's lines: names at their ends, marks, and what is pointed at."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from gui.curves.curve_picture import CurvePicture, picture_of
from gui.curves.curve_set import CurveSet, layer_set
from gui.loss.curve_marks import EditMark
from gui.theme.tokens import make_theme
from tests.gui.curves.drawn import curves_of

pytestmark = pytest.mark.usefixtures("qapp")


def made(
    curves: CurveSet, size: tuple[int, int] = (900, 260), scale: float = 1.0, log: bool = True
) -> CurvePicture:
    return picture_of(
        curves, size, make_theme("dark", scale), (0.0, 110.0), log, [EditMark(1, 45, "w", 0.0, 1.0)], 50
    )


@pytest.mark.parametrize(("size", "scale"), [((900, 260), 1.0), ((816, 124), 1.0), ((950, 150), 2.0)])
def test_every_line_has_its_name_with_its_last_number_and_no_two_overlap(
    size: tuple[int, int], scale: float
) -> None:
    picture = made(layer_set("gradient", curves_of(10, 4)), size, scale)
    # The last row is the factor 1.9 of 10⁻¹ to 10⁻⁴; the first layer's is the largest, and so stands above.
    # Where there is room they say what they are of.
    names = ("layer 1", "layer 2", "layer 3", "output layer") if scale == 1 else ("1", "2", "3", "out")
    numbers = ("0.190", "0.0190", "0.00190", "0.000190")
    assert [name.text for name in picture.names] == [
        f"{name}  {number}" for name, number in zip(names, numbers, strict=True)
    ]
    places = [name.y for name in picture.names]
    assert min(np.diff(places)) >= 10 * scale
    assert picture.names[0].end == pytest.approx(float(picture.geometry.y(math.log10(0.19))))


def test_of_a_hundred_lines_the_first_and_the_last_are_named() -> None:
    picture = made(layer_set("noise", curves_of(10, 100)))
    assert {name.key for name in picture.names} == {"1", "out"}


def test_the_dot_that_is_pointed_at_is_the_nearest_lines_and_nothing_is_pointed_at_far_from_all() -> None:
    picture = made(layer_set("gradient", curves_of(10, 3)))
    y = float(picture.geometry.y(math.log10(0.01 * 1.4)))
    assert picture.line_at(52, y + 3, 14) == 1
    assert picture.line_at(52, y + 60, 14) is None
    place = picture.ring(52, 1)
    assert place == pytest.approx((float(picture.geometry.x(50)), y))
    assert picture.ring(52, None) is None and picture.ring(52, 99) is None
    unknown = made(CurveSet("update", ("1", "out"), np.array([50]), np.array([[math.nan, 0.0]])))
    assert unknown.ring(50, 0) is None and unknown.ring(50, 1) is None


def test_marks_break_the_lines_and_epochs_have_ticks() -> None:
    picture = made(layer_set("gradient", curves_of(10, 2)))
    assert len(picture.shape(0).lines) == 2 and [mark.update for mark in picture.marks] == [45]
    assert picture.epochs == [50, 100] and picture.title == "rms ∂C/∂w (log)" and not picture.hint


def test_without_numbers_it_says_why() -> None:
    assert "nothing is known yet" in made(CurveSet.empty("gradient")).hint
    unknown = CurveSet("idle", ("1",), np.array([0, 5]), np.full((2, 1), np.nan))
    assert "hidden layer" in made(unknown, log=False).hint


def test_names_keep_their_room_while_their_digits_change() -> None:
    curves = layer_set("gradient", curves_of(10, 3))
    before = made(curves)
    narrower = CurveSet("gradient", curves.keys, curves.updates, np.full_like(curves.values, 0.01))
    after = picture_of(narrower, (900, 260), make_theme("dark"), (0.0, 110.0), True, [], 50, before)
    assert after.gutter == before.gutter


def test_its_axis_says_of_how_many_examples_the_last_noise_in_sight_is() -> None:
    ones = np.ones((2, 1)), np.empty((0, 0, 0))
    curves = CurveSet("noise", ("out",), np.array([10, 90]), *ones, np.array([[8, 8], [64, 150]]))
    assert made(curves).title == "√tr Σ / ‖g‖, √tr Σ: first 64 of 150 (log)"
    later = replace(curves, updates=np.array([10, 200]))
    assert made(later).title == "√tr Σ / ‖g‖ (log)"

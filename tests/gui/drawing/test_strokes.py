"""Strokes as curves, and under the eraser."""

import numpy as np
import pytest

from gui.drawing.strokes import erase, smooth_path


def line(*points: tuple[float, float]) -> np.ndarray:
    return np.array(points, dtype=float)


def test_a_curve_begins_and_ends_where_the_pen_did() -> None:
    path = smooth_path(line((0.1, 0.2), (0.5, 0.9), (0.7, 0.3)))
    begin, end = path.pointAtPercent(0), path.pointAtPercent(1)
    assert (begin.x(), begin.y()) == pytest.approx((0.1, 0.2))
    assert (end.x(), end.y()) == pytest.approx((0.7, 0.3), abs=1e-3)


def test_a_curve_passes_through_the_midpoints_and_cuts_the_corner() -> None:
    path = smooth_path(line((0, 0), (1, 0), (1, 1)))
    points = [path.pointAtPercent(t) for t in np.linspace(0, 1, 2001)]
    to_midpoint = min(np.hypot(p.x() - 1, p.y() - 0.5) for p in points)
    to_corner = min(np.hypot(p.x() - 1, p.y()) for p in points)
    assert to_midpoint < 0.01
    assert to_corner > 0.1


def test_a_dot_has_a_length_that_a_round_cap_can_be_drawn_on() -> None:
    assert 0 < smooth_path(line((0.3, 0.3))).length() < 0.001


def test_the_eraser_cuts_a_stroke_in_two() -> None:
    left = erase([line((0, 0.5), (1, 0.5))], np.array([0.5, 0.0]), np.array([0.5, 1.0]), 0.1)
    assert len(left) == 2
    assert left[0][:, 0].max() == pytest.approx(0.4, abs=0.051) and left[0][0].tolist() == [0, 0.5]
    assert left[1][:, 0].min() == pytest.approx(0.6, abs=0.051) and left[1][-1].tolist() == [1, 0.5]


def test_a_stroke_that_is_not_touched_is_the_same_object() -> None:
    far, near = line((0, 0), (1, 0)), line((0, 0.5), (1, 0.5))
    left = erase([far, near], np.array([0.2, 0.5]), np.array([0.2, 0.5]), 0.1)
    assert left[0] is far
    assert all(part is not near for part in left[1:])


def test_passing_near_a_slanting_stroke_leaves_it_alone() -> None:
    stroke = line((0, 0), (1, 1))
    (left,) = erase([stroke], np.array([0.8, 0.2]), np.array([0.9, 0.3]), 0.1)
    assert left is stroke


def test_nothing_is_left_of_a_stroke_inside_the_eraser() -> None:
    assert erase([line((0.5, 0.5), (0.52, 0.5)), line((0.5, 0.5))], *np.full((2, 2), 0.5), 0.1) == ()

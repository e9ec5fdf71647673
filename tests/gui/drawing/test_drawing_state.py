"""A drawing under the pen: what each press, move and lift leaves, and what of it can be taken back."""

import numpy as np
import pytest

from gui.drawing.drawing_state import ERASER_RADIUS, Drawing


def at(x: float, y: float) -> np.ndarray:
    return np.array([x, y])


def drawn(*points: tuple[float, float]) -> Drawing:
    drawing = Drawing()
    drawing.press(at(*points[0]), erasing=False)
    for point in points[1:]:
        drawing.move(at(*point))
    drawing.lift()
    return drawing


def test_a_stroke_is_under_way_until_the_pen_is_lifted() -> None:
    drawing = Drawing()
    assert drawing.is_blank and not drawing.is_under_way
    assert drawing.press(at(0.1, 0.2), erasing=False) and drawing.move(at(0.3, 0.2))
    assert drawing.is_under_way and not drawing.is_blank and drawing.strokes == ()
    (stroke,) = drawing.all_strokes()
    np.testing.assert_array_equal(stroke, [(0.1, 0.2), (0.3, 0.2)])
    change = drawing.lift()
    assert change is not None
    before, after = change
    assert before == () and len(after) == 1 and drawing.strokes is after
    assert not drawing.is_under_way and drawing.live == []
    np.testing.assert_array_equal(after[0], [(0.1, 0.2), (0.3, 0.2)])


@pytest.mark.parametrize(("distance", "counts"), [(0.0039, False), (0.0041, True)])
def test_a_move_of_less_than_four_thousandths_is_none(distance: float, counts: bool) -> None:
    drawing = Drawing()
    drawing.press(at(0.5, 0.5), erasing=False)
    assert drawing.move(at(0.5 + distance, 0.5)) is counts
    assert len(drawing.live) == 1 + counts


def test_a_move_without_a_pen_down_and_a_lift_of_nothing_change_nothing() -> None:
    drawing = drawn((0.1, 0.1), (0.2, 0.2))
    before = drawing.strokes
    assert not drawing.move(at(0.9, 0.9)) and drawing.lift() is None
    assert drawing.strokes is before


def test_the_eraser_takes_away_what_it_passes_over_and_its_lift_tells_both() -> None:
    drawing = drawn((0.1, 0.5), (0.9, 0.5))
    before = drawing.strokes
    assert not drawing.press(at(0.5, 0.2), erasing=True)
    assert drawing.is_under_way and drawing.eraser is not None
    assert drawing.move(at(0.5, 0.8))
    left, right = drawing.strokes
    assert left[:, 0].max() == pytest.approx(0.5 - ERASER_RADIUS, abs=0.02)
    assert right[:, 0].min() == pytest.approx(0.5 + ERASER_RADIUS, abs=0.02)
    assert drawing.lift() == (before, drawing.strokes)
    assert drawing.eraser is None and not drawing.is_under_way


def test_an_eraser_that_meets_nothing_is_no_change() -> None:
    drawing = drawn((0.1, 0.5), (0.9, 0.5))
    before = drawing.strokes
    assert not drawing.press(at(0.5, 0.1), erasing=True) and not drawing.move(at(0.9, 0.1))
    assert drawing.lift() is None and drawing.strokes is before


def test_a_press_of_the_eraser_takes_away_what_lies_under_it() -> None:
    drawing = drawn((0.5, 0.5))
    assert drawing.press(at(0.52, 0.5), erasing=True)
    assert drawing.is_blank and drawing.lift() is not None

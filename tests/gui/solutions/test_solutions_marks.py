"""Every mark stands where its number is: read back from the px, the engine's arrays come out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.solutions import SHARES
from gui.solutions.solutions_marks import (
    KEYS,
    LEFT_PX,
    RIGHT_PX,
    ROW_PX,
    Panel,
    marks_of,
    paths_of,
    said_class,
)
from gui.theme.tokens import Theme
from tests.gui.solutions.compared import compared, of_numbers, path_of

WIDTH, HEIGHT = 700, 340


def numbers_of(panel: Panel, key: str) -> np.ndarray:
    """What heights stand for: 0 at the lower edge, `top` at the upper one."""
    return (panel.plot.bottom() - panel.points[key][:, 1]) / panel.plot.height() * panel.top


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_points_stand_at_their_t_and_their_number(scale: float) -> None:
    message = compared()
    marks = marks_of(message, WIDTH, HEIGHT, Theme(scale=scale))
    assert marks.test is not None
    left, right = LEFT_PX * scale, WIDTH - RIGHT_PX * scale
    for key, path in paths_of(message).items():
        np.testing.assert_allclose(numbers_of(marks.loss, key), path.train_means, atol=1e-9)
        np.testing.assert_allclose(numbers_of(marks.test, key), 100 * path.test_errors, atol=1e-9)
        for panel in (marks.loss, marks.test):
            np.testing.assert_allclose((panel.points[key][:, 0] - left) / (right - left), SHARES, atol=1e-12)
    assert marks.test.is_share and not marks.loss.is_share


def test_both_lines_have_one_scale_and_the_highest_point_is_inside() -> None:
    marks = marks_of(compared(), WIDTH, HEIGHT, Theme())
    heights = np.concatenate([marks.loss.points[key][:, 1] for key in KEYS])
    assert marks.loss.plot.top() < heights.min() and heights.max() < marks.loss.plot.bottom()
    # 2.1 of 2.1 · 1.06.
    assert marks.loss.top == pytest.approx(2.226)


@pytest.mark.parametrize("height", [210, 260, 340, 600])
@pytest.mark.parametrize("share", [0.004, 0.13, 0.31, 0.42, 0.66, 0.85, 0.97, 1.0])
def test_an_axis_has_numbers_at_both_ends_and_about_its_middle(height: int, share: float) -> None:
    message = compared()
    errors = np.full(len(SHARES), share)
    straight = replace(message.straight, test_errors=errors, train_means=errors * 5)
    marks = marks_of(replace(message, straight=straight, matched=straight), WIDTH, height, Theme())
    for panel in (marks.loss, marks.test):
        assert panel is not None
        places = np.array([tick.place for tick in panel.ticks])
        numbers = [float(tick.text.replace(",", "")) for tick in panel.ticks]
        np.testing.assert_allclose(numbers, places, rtol=1e-12)
        assert places[0] == 0 and len(places) >= 3 and places[-1] >= 0.6 * panel.top
        assert (abs(places / panel.top - 0.5) <= 0.2).any()
        # Nothing is cut off, and a share is no more than all.
        assert max(points[:, 1].min() for points in panel.points.values()) >= panel.plot.top() - 1e-9
    assert marks.test is not None and marks.test.top <= 100


def test_ticks_stand_at_their_numbers() -> None:
    panel = marks_of(compared(), WIDTH, HEIGHT, Theme()).loss
    assert [tick.text for tick in panel.ticks][:2] == ["0", "1"]
    assert panel.y(0) == panel.plot.bottom() and panel.y(panel.top) == pytest.approx(panel.plot.top())
    assert panel.y(1.0) == pytest.approx(panel.plot.bottom() - panel.plot.height() / 2.226)


def test_what_is_not_measured_yet_or_not_finite_stands_nowhere() -> None:
    message = compared(straight=7, matched=0)
    panel = marks_of(message, WIDTH, HEIGHT, Theme()).loss
    assert np.isfinite(panel.points["straight"][:7]).all()
    assert np.isnan(panel.points["straight"][7:, 1]).all() and np.isnan(panel.points["matched"][:, 1]).all()
    means = message.straight.train_means.copy()
    means[3] = np.inf
    path = replace(message.straight, train_means=means)
    panel = marks_of(replace(message, straight=path), WIDTH, HEIGHT, Theme()).loss
    assert np.isnan(panel.points["straight"][3, 1]) and np.isfinite(panel.top)
    nothing = marks_of(compared(straight=0, matched=0), WIDTH, HEIGHT, Theme())
    assert nothing.loss.top == 1.0 and nothing.answers == ()


def test_the_pictures_stand_one_below_the_other_inside_the_widget() -> None:
    for height in (210, 340, 600):
        marks = marks_of(compared(), WIDTH, height, Theme())
        assert marks.test is not None
        assert 0 < marks.loss.plot.top() < marks.loss.plot.bottom() < marks.test.plot.top()
        assert marks.test.plot.bottom() == marks.axis_y < marks.rows["straight"] - ROW_PX / 2
        assert marks.rows["straight"] + ROW_PX <= marks.rows["matched"]
        assert marks.rows["matched"] + ROW_PX / 2 <= height
        cells = [cell.box for cell in marks.answers]
        assert min(box.left() for box in cells) >= 0 and max(box.right() for box in cells) <= WIDTH


def test_each_answer_stands_at_its_t_with_its_class_and_confidence() -> None:
    message = compared()
    marks = marks_of(message, WIDTH, HEIGHT, Theme())
    assert len(marks.answers) == 42
    for cell in marks.answers:
        y = paths_of(message)[cell.key].answers[cell.place]
        assert cell.box.center().x() == pytest.approx(marks.x[cell.place])
        assert cell.box.center().y() == pytest.approx(marks.rows[cell.key])
        assert cell.confidence == y.max()
        # Class 1 from 0.4 to 0.6; half way two classes are equal, which is no answer.
        expected = "–" if cell.place == 10 else "dog" if 8 <= cell.place <= 12 else "cat"
        assert cell.text == expected
        assert cell.is_right == (expected == "dog")


def test_where_no_right_class_is_known_no_answer_is_right() -> None:
    cells = marks_of(compared(label=None), WIDTH, HEIGHT, Theme()).answers
    assert not any(cell.is_right for cell in cells)


def test_numbers_have_the_test_sets_mean_and_no_row_of_answers() -> None:
    message = of_numbers()
    marks = marks_of(message, WIDTH, HEIGHT, Theme())
    assert marks.test is not None and not marks.test.is_share
    np.testing.assert_allclose(numbers_of(marks.test, "straight"), message.straight.test_means, atol=1e-9)
    assert marks.rows == {} and marks.answers == ()


def test_without_a_test_set_there_is_one_picture() -> None:
    marks = marks_of(replace(compared(), test_count=0, test_total=0), WIDTH, HEIGHT, Theme())
    assert marks.test is None and marks.axis_y == marks.loss.plot.bottom()


def test_the_nearest_place_is_pointed_at() -> None:
    marks = marks_of(compared(), WIDTH, HEIGHT, Theme())
    # 618 px for twenty steps: 30.9 px each.
    assert [marks.place_at(x) for x in (0, 58 + 15, 58 + 16, 58 + 10 * 30.9, 699)] == [0, 0, 1, 10, 20]


def test_of_several_largest_outputs_none_is_said() -> None:
    assert [said_class(path_of(1.0), place) for place in (0, 8, 10)] == [0, 1, None]

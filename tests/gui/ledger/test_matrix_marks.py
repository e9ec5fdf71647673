"""Shades of a confusion matrix: on the diagonal and off it on scales of their own."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.confusion import Confusion, confusion_of
from gui.ledger.matrix_marks import matrix_marks
from tests.gui.ledger.answers import answers


def confusion(counts: list[list[int]], unanswered: list[int] | None = None) -> Confusion:
    none = [0] * len(counts) if unanswered is None else unanswered
    return Confusion(np.array(counts), np.array(none), np.ones(len(counts)))


def test_on_paper() -> None:
    marks = matrix_marks(confusion_of(answers(), 3))
    assert marks.has_none and marks.counts.tolist() == [[3, 2, 0, 0], [0, 3, 0, 1], [1, 1, 1, 0]]
    np.testing.assert_allclose(marks.shares[0], [0.6, 0.4, 0, 0])
    np.testing.assert_allclose(marks.shares[1], [0, 0.75, 0, 0.25])
    # Off the diagonal 0.4 is the largest; on it a third is the least, and its scale begins at 0.3.
    assert marks.off_scale == pytest.approx(0.4) and marks.diagonal_from == pytest.approx(0.3)
    np.testing.assert_allclose(marks.fills[0], [0.3 / 0.7, 1, 0, 0])
    np.testing.assert_allclose(marks.fills[1], [0, 0.45 / 0.7, 0, 0.25 / 0.4])
    # Precision: 3 of 4 cats, 3 of 6 dogs, 1 of 1 cow; the least of all is cow's recall.
    assert marks.axis_from == pytest.approx(0.3)
    assert marks.on_axis(0.65) == pytest.approx(0.5) and marks.on_axis(float("nan")) is None
    np.testing.assert_allclose(marks.loss_shares, [0.56, 0.15, 0.29])
    assert marks.bar_scale == pytest.approx(0.56)


def test_where_all_are_right_nothing_is_shaded_off_the_diagonal() -> None:
    marks = matrix_marks(confusion([[4, 0], [0, 9]]))
    assert marks.off_scale == 0 and not marks.has_none
    assert marks.fills.tolist() == [[1, 0], [0, 1]]
    assert (marks.diagonal_from, marks.axis_from) == pytest.approx((0.95, 0.95))


def test_a_class_without_examples_has_no_shade() -> None:
    marks = matrix_marks(confusion([[3, 1], [0, 0]], [1, 0]))
    assert marks.fills[1].tolist() == [0, 0, 0] and np.isnan(marks.shares[1]).all()
    assert marks.shares[0].tolist() == [0.6, 0.2, 0.2]


def test_of_nothing_there_are_no_marks() -> None:
    marks = matrix_marks(confusion([[0, 0], [0, 0]]))
    assert not marks.fills.any() and marks.on_axis(float(marks.recall[0])) is None

"""The bars beside the wall are the outputs; y of the right answer is e to the −C where C is made of it alone."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.example_losses import NO_CLASS
from gui.ledger.answer_rows import EVERY, MOST_BARS, ONE, SQUARES, answer_rows, mapping_of

NAMES = "cat", "dog", "cow"
Y = np.array([0.2, 0.7, 0.1], np.float32)
TARGETS = np.array([0, 0, 1], np.float32)


@pytest.mark.parametrize(
    "loss, output, mapping",
    [
        ("cross_entropy", "softmax", ONE),
        ("cross_entropy", "sigmoid", EVERY),
        ("squared_error", "softmax", SQUARES),
        ("squared_error", "sigmoid", SQUARES),
        ("squared_error", "identity", SQUARES),
    ],
)
def test_what_c_is_made_of(loss: str, output: str, mapping: str) -> None:
    assert mapping_of(loss, output) == mapping


def test_before_the_outputs_come_the_right_ones_y_is_known_from_c() -> None:
    rows = answer_rows(None, None, NAMES, 2, 1, -math.log(0.1), ONE)
    assert rows.y[2] == pytest.approx(0.1) and np.isnan(rows.y[:2]).all()
    assert np.isnan(answer_rows(None, None, NAMES, 2, 1, 0.1, EVERY).y).all()


def test_bars_are_as_long_as_y_and_know_who_is_right_and_who_is_said() -> None:
    rows = answer_rows(Y, TARGETS, NAMES, 2, 1, -math.log(0.1), ONE)
    bars = rows.bars(200.0)
    np.testing.assert_allclose(bars.length, [40, 140, 20], rtol=1e-6)
    assert (bars.right, bars.predicted, bars.target, bars.zero) == (2, 1, (), 0.0)
    none_alone = answer_rows(Y, TARGETS, NAMES, 2, NO_CLASS, 1.0, ONE)
    assert none_alone.predicted is None


def test_where_all_make_c_a_tick_stands_at_each_target() -> None:
    for mapping in (EVERY, SQUARES):
        assert answer_rows(Y, TARGETS, NAMES, 2, 1, 1.0, mapping).bars(200.0).target == (0, 0, 200)
    # Of numbers 0 stands in the middle, and the largest target is a full bar.
    y, targets = np.array([-1.0, 8.0]), np.array([-4.0, 2.0])
    rows = answer_rows(y, targets, ("y₁", "y₂"), None, NO_CLASS, 22.5, SQUARES, False, 4.0)
    bars = rows.bars(200.0)
    assert bars.length.tolist() == [-25, 100] and bars.target == (-100, 50) and bars.zero == 0.5
    assert (rows.right, rows.predicted) == (None, None)


def test_of_many_the_right_one_what_is_said_and_the_largest_have_bars() -> None:
    y = np.linspace(0, 0.5, 100).astype(np.float32) / 25
    names = tuple(map(str, range(100)))
    rows = answer_rows(y, None, names, 3, 7, 1.0, EVERY)
    assert rows.outputs.tolist() == [3, 7, *range(90, 100)] and len(rows.outputs) == MOST_BARS
    assert (rows.right, rows.predicted, rows.left_out) == (0, 1, 88)
    assert rows.left_out_sum == pytest.approx(y.sum() - y[3] - y[7] - y[90:].sum(), rel=1e-5)

"""Where patterns stand: each once, at its z, the most frequent at the axis, and none over another with room."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.filters.answers import BLANK, FilterAnswers
from gui.filters.pattern_marks import PatternMarks, pattern_marks
from tests.gui.filters.shown import answers

OWN = answers()


def marks_of(
    own: FilterAnswers = OWN, width: float = 530, height: float = 240, scale: float = 1.0
) -> PatternMarks:
    marks = pattern_marks(own, width, height, scale)
    assert marks is not None
    return marks


def with_z(z: np.ndarray) -> FilterAnswers:
    return replace(OWN, z=z)


@pytest.mark.parametrize(("width", "height"), [(530, 240), (340, 150), (900, 500), (200, 60)])
def test_every_pattern_stands_once_in_the_step_of_its_z(width: float, height: float) -> None:
    marks = marks_of(width=width, height=height)
    assert sorted(marks.code.tolist()) == sorted(OWN.ranked.tolist())
    for code, x, speaks in zip(marks.code.tolist(), marks.x.tolist(), marks.speaks.tolist(), strict=True):
        step = x // marks.width + marks.first
        assert step * marks.binning.step - 1e-9 < OWN.z[code] <= (step + 1) * marks.binning.step + 1e-9
        assert speaks == (OWN.z[code] > 0) == (x >= marks.zero_x)
    assert marks.total_width <= width and marks.y.max() + marks.side <= height + marks.side


def test_in_a_stack_the_most_frequent_stands_lowest() -> None:
    marks = marks_of()
    for x in np.unique(marks.x):
        stack = marks.code[marks.x == x][np.argsort(marks.y[marks.x == x])]
        assert (np.diff(OWN.counts[stack]) <= 0).all()
        assert np.array_equal(np.sort(marks.y[marks.x == x]), np.arange(len(stack)) * marks.binning.pitch)
    assert marks.column == marks.width, "one stack a step"


def test_with_room_none_stands_over_another() -> None:
    marks = marks_of(width=900, height=500)
    side = marks.side
    for i in range(len(marks.code)):
        over = (np.abs(marks.x - marks.x[i]) < side) & (np.abs(marks.y - marks.y[i]) < side)
        assert over.sum() == 1
    assert side >= 9, "in a large window they are large"


def test_brightness_grows_with_the_logarithm_of_how_often() -> None:
    counts = (10 ** np.random.default_rng(1).uniform(0, 5.6, 512)).astype(np.int64)
    own = replace(OWN, counts=counts)
    marks = marks_of(own)
    assert marks.power == 5
    for code, light in zip(marks.code.tolist(), marks.light.tolist(), strict=True):
        assert light == pytest.approx(min(1.0, 0.22 + 0.78 * np.log10(counts[code]) / 5))


def test_bars_are_the_shares_of_all_windows_and_only_the_blank_ones_is_cut() -> None:
    counts = OWN.counts.copy()
    counts[BLANK] = 3 * counts.sum()
    own = replace(OWN, counts=counts)
    marks = marks_of(own)
    assert marks.bars.sum() == pytest.approx(1)
    for n, share in enumerate(marks.bars.tolist()):
        low = (marks.first + n) * marks.binning.step
        inside = (own.z > low) & (own.z <= low + marks.binning.step)
        assert share == pytest.approx(counts[inside].sum() / counts.sum())
    assert marks.cut is not None
    assert marks.bars[marks.cut] >= counts[BLANK] / counts.sum() > marks.top
    # All others are as long as they are said to be.
    others = np.delete(marks.bars, marks.cut)
    assert others.max() <= marks.top + 1e-12
    plain = marks_of(replace(OWN, counts=np.where(np.arange(512) == BLANK, 0, OWN.counts)))
    assert plain.cut is None and plain.top == pytest.approx(plain.bars.max())


def test_what_is_0_stands_where_a_relu_is_silent() -> None:
    z = np.where(np.arange(512) == BLANK, 0.0, OWN.z)
    marks = marks_of(with_z(z))
    (place,) = np.flatnonzero(marks.code == BLANK)
    assert not marks.speaks[place] and marks.x[place] + marks.side <= marks.zero_x
    assert marks.bars[-marks.first - 1] >= OWN.share[BLANK]


def test_numbers_of_the_axis_stand_at_their_z() -> None:
    for width in (300.0, 530.0, 1100.0):
        marks = marks_of(width=width)
        per_step = marks.width / marks.binning.step
        for x, z in marks.ticks:
            assert x == pytest.approx(marks.zero_x + z * per_step, abs=1e-6)
        assert 0 in [round(z, 9) for _, z in marks.ticks]
        assert (np.diff([x for x, _ in marks.ticks]) >= 55).all()


def test_what_fits_stays_while_numbers_move() -> None:
    before = marks_of()
    moved = pattern_marks(with_z(OWN.z * 0.97), 530, 240, 1.0, before.binning)
    assert moved is not None and moved.binning == before.binning
    grown = pattern_marks(with_z(OWN.z * 3), 530, 240, 1.0, before.binning)
    assert grown is not None and grown.binning != before.binning and grown.total_width <= 530


@settings(max_examples=25, deadline=None)
@given(st.floats(-30, 30), st.floats(1e-3, 1e3), st.integers(0, 9), st.floats(180, 1500), st.floats(60, 700))
def test_any_weights_have_room(shift: float, size: float, seed: int, width: float, height: float) -> None:
    z = np.random.default_rng(seed).normal(shift, 1, 512) * size
    marks = marks_of(with_z(z), width, height)
    assert len(marks.code) == len(OWN.ranked) and marks.x.min() >= 0
    assert marks.x.max() + marks.side <= max(width, marks.total_width + marks.side)
    assert marks.total_width <= width and marks.y.max() <= height
    assert len(set(zip(marks.x.tolist(), marks.y.tolist(), strict=True))) == len(marks.code), (
        "none covers another"
    )


@pytest.mark.parametrize("z", [np.zeros(512), np.full(512, -7.0), np.where(np.arange(512) < 256, -1e3, 1e3)])
def test_even_answers_that_are_all_alike_have_room(z: np.ndarray) -> None:
    marks = marks_of(with_z(z))
    assert len(set(zip(marks.x.tolist(), marks.y.tolist(), strict=True))) == len(OWN.ranked)
    assert marks.y.max() <= 240


def test_what_is_no_number_has_no_place() -> None:
    assert pattern_marks(with_z(np.full(512, np.nan)), 530, 240, 1.0) is None
    assert pattern_marks(OWN, 3, 240, 1.0) is None


def test_the_pattern_under_the_pointer_is_the_one_that_is_seen_there() -> None:
    marks = marks_of()
    for i in range(0, len(marks.code), 7):
        x, y = marks.x[i] + marks.side / 2, marks.y[i] + marks.side / 2
        assert marks.at(float(x), float(y)) == marks.code[i]
    assert marks.at(-5, 3) is None and marks.at(5000, 3) is None
    assert marks.at(float(marks.x[0]), 5000) is None

"""Exact losses and layers' numbers stand side by side by their updates; what holds for a while is found by hand."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss, ExactLossHistory
from core.analysis.finding_series import NEWEST_ROWS, RunSeries, before, periods
from core.analysis.layer_curves import LayerCurves
from tests.core.analysis.finding_rows import BEGUN, series


def history(*updates: int, tests: int = 2) -> ExactLossHistory:
    exact = ExactLossHistory()
    for update in updates:
        exact.add(ExactLoss(0, update, 40.0 - update, 4, 0.5, 30.0, tests, 0.5))
    return exact


def curves(*updates: int) -> LayerCurves:
    values = np.stack([np.full((len(updates), 2), number) for number in range(5)]).astype(float)
    values[0] += np.asarray(updates)[:, None]
    counts = np.ones(len(updates), np.int64)
    return LayerCurves((1, 2), np.asarray(updates, np.int64), values, counts, counts)


def test_rows_are_of_the_same_update() -> None:
    rows = RunSeries.of(BEGUN, history(0, 10, 20), curves(10, 15, 20))
    assert rows.updates.tolist() == [0, 10, 20]
    assert rows.train.tolist() == [10.0, 7.5, 5.0]
    assert rows.test.tolist() == [15.0, 15.0, 15.0]
    assert np.isnan(rows.gradient_rms[0]).all()
    assert rows.gradient_rms[1:, 0].tolist() == [10.0, 20.0]
    # In the order of QUANTITIES the ratio is the second and the dead share the fourth.
    assert rows.update_ratio[1:].tolist() == [[1, 1], [1, 1]]
    assert rows.dead_share[1:].tolist() == [[3, 3], [3, 3]]
    # Nothing is known of the first one's batch.
    assert rows.batch_sizes.tolist() == [0, 1, 1]


def test_in_the_past_nothing_later_is_known() -> None:
    assert RunSeries.of(BEGUN, history(0, 10, 20), curves(10), until=19).updates.tolist() == [0, 10]
    assert len(RunSeries.of(BEGUN, history(5), None, until=4)) == 0


def test_looking_back_adds_nothing_to_what_was_measured_in_the_training() -> None:
    exact, known = history(0, 10, 20, 30), curves(0, 10, 20, 30)
    before = RunSeries.of(BEGUN, exact, known)
    exact.add(ExactLoss(0, 17, 1.0, 4, 0.5, 1.0, 2, 0.5))
    for until in (None, 17, 25):
        rows = RunSeries.of(BEGUN, exact, known, until=until)
        at = before.updates <= (99 if until is None else until)
        assert rows.updates.tolist() == before.updates[at].tolist()
        np.testing.assert_array_equal(rows.train, before.train[at])
        np.testing.assert_array_equal(rows.gradient_rms, before.gradient_rms[at])


def test_without_layers_or_a_test_set_there_are_no_such_numbers() -> None:
    rows = RunSeries.of(BEGUN, history(0, 10, tests=0), None)
    assert rows.layers == () and rows.gradient_rms.shape == (2, 0)
    assert np.isnan(rows.test).all()


def test_a_change_parts_the_rows_after_it_from_those_up_to_it() -> None:
    assert RunSeries.of(BEGUN, history(0, 10, 20, 30), None, changes=[20, 10]).segment.tolist() == [
        0,
        0,
        1,
        2,
    ]


def test_what_was_measured_after_an_edit_is_of_the_training_after_it() -> None:
    exact = history(0, 10, 20)
    exact.note_edit(20)
    # It is of the training as long as it is not measured anew.
    rows = RunSeries.of(BEGUN, exact, None, changes=[20], edits=[20])
    assert rows.segment.tolist() == [0, 0, 0] and not rows.is_edited.any()
    exact.add(ExactLoss(0, 20, 2.0, 4, 0.5, 3.0, 2, 0.5))
    exact.add(ExactLoss(0, 30, 1.0, 4, 0.5, 3.0, 2, 0.5))
    rows = RunSeries.of(BEGUN, exact, None, changes=[20], edits=[20])
    assert rows.segment.tolist() == [0, 0, 1, 1]
    assert rows.is_edited.tolist() == [False, False, True, False]
    assert rows.train.tolist() == [10.0, 7.5, 0.5, 0.25]
    # Other settings at the same update leave L as it was.
    assert not RunSeries.of(BEGUN, exact, None, changes=[20]).is_edited.any()
    # Set again: what was measured between both is of neither; and set back: as long as it is not measured anew.
    exact.note_edit(20)
    for marks in ([20, 20], []):
        rows = RunSeries.of(BEGUN, exact, None, changes=marks, edits=marks)
        assert rows.is_edited.tolist() == [False, False, True, False]
        assert np.isnan([rows.train[2], rows.test[2]]).all()
    exact.add(ExactLoss(0, 20, 20.0, 4, 0.5, 30.0, 2, 0.5))
    rows = RunSeries.of(BEGUN, exact, None)
    assert rows.train.tolist() == [10.0, 7.5, 5.0, 0.25] and not rows.is_edited.any()
    # A branch before the edit has nothing of it.
    exact.note_edit(20)
    exact.go_back(10)
    assert not len(exact.between_edits) and not len(exact.before_edit)


def test_of_a_long_run_the_newest_rows_are_looked_at_and_even_ones_of_those_before() -> None:
    few = RunSeries.of(BEGUN, history(*range(2 * NEWEST_ROWS)), None)
    assert few.updates.tolist() == list(range(2 * NEWEST_ROWS))
    rows = RunSeries.of(BEGUN, history(*range(4 * NEWEST_ROWS + 1)), None)
    older = [*range(0, 3 * NEWEST_ROWS + 1, 4)]
    assert rows.updates.tolist() == [*older, *range(3 * NEWEST_ROWS + 1, 4 * NEWEST_ROWS + 1)]
    assert len(rows) <= 2 * NEWEST_ROWS


@pytest.mark.parametrize(
    ("holds", "segment", "expected"),
    [
        ("0111", None, [(1, 3)]),
        ("0110", None, []),  # two only
        ("1110", None, [(0, 2)]),
        ("1101", None, []),
        ("1111", [0, 0, 1, 1], []),  # something was changed between them
        ("1111", [0, 1, 1, 1], [(1, 3)]),
        ("0000", None, []),
    ],
)
def test_a_while_is_so_many_rows_in_one_go(
    holds: str, segment: list[int] | None, expected: list[tuple[int, int]]
) -> None:
    rows = series([0, 10, 20, 30], [1.0] * 4, segment=segment)
    mask = np.array([sign == "1" for sign in holds])
    assert periods(rows, mask, 3, 20) == expected


def test_a_while_is_so_many_updates() -> None:
    rows, mask = series([0, 10, 20], [1.0] * 3), np.ones(3, np.bool_)
    assert periods(rows, mask, 3, 20) == [(0, 2)]
    assert periods(rows, mask, 3, 21) == []


def test_the_row_before_is_old_enough_and_of_the_same_training() -> None:
    rows = series([0, 10, 25, 40], [1.0] * 4)
    assert before(rows, 15).tolist() == [-1, -1, 1, 2]
    assert before(series([0, 10, 25, 40], [1.0] * 4, segment=[0, 0, 1, 1]), 15).tolist() == [-1, -1, -1, 2]

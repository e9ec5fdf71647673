"""Rows and curves of runs: what was measured of each, and which may stand beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from PySide6.QtWidgets import QApplication

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.loss.curve_signs import RUN_KEYS
from gui.presenters.run_rows import RunRows
from gui.timeline.run_columns import TEST, TOTAL, TRAIN, texts_of
from gui.timeline.run_notes import RunNote
from gui.timeline.run_numbers import run_numbers

MakeInfo = Callable[..., RunInfo]


def rows_of(*infos: RunInfo, live: int = 1_000) -> RunRows:
    """Each with L = 60,000 · (run + 1) / 10 after 1,000 updates."""
    records = {}
    for info in infos:
        record = records[info.run] = LossHistory(info.train_count)
        record.add_batch_means(1, np.full(live, 0.5, np.float32))
        mean = (info.run + 1) / 10
        record.exact_losses.add(
            ExactLoss(info.run, live, 60_000 * mean, 60_000, 0.9, 10_000 * mean, 10_000, 0.8)
        )
    loss: Any = SimpleNamespace(history_of=records.get, breaks_of=lambda run: [70] if run else [])
    rows = RunRows(cast(Any, loss))
    rows.infos = {info.run: info for info in infos}
    rows.live = {info.run: live for info in infos}
    return rows


def branch(info: RunInfo, run: int, update: int) -> RunInfo:
    return replace(info, run=run, parent=info.run, branch_update=update)


def test_a_row_has_what_was_measured_last(qapp: QApplication, run_info: MakeInfo) -> None:
    (row,) = rows_of(run_info()).rows(0)
    assert (row.live, row.total, row.train_accuracy, row.test_accuracy) == (1_000, 6_000.0, 0.9, 0.8)
    assert (row.best_update, row.best_mean) == (1_000, 0.1)
    assert not row.is_before_edit


def test_of_a_picture_the_edits_the_name_and_the_settings_of_its_update_are_said(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    edit = JournalMark(104, "edit", "b", 0.0, 3.0, None)
    rate = JournalMark(532, "setting", "learning_rate", 0.001, 3.0)
    config = replace(run_info().config, learning_rate=3.0)
    rows = rows_of(replace(run_info(), config=config, changes=(edit, rate)))
    name = rows.name_of(0)
    assert rows.words_of(0, 103) == (name,) and rows.words_of(0, 104) == (
        "edited by hand at update 104",
        name,
    )
    assert rows.words_of(0, 533)[1:] == (name, "since update 532: η 3")
    assert rows.words_of(7, 533) == (rows.name_of(7),)


def test_what_was_measured_before_an_edit_of_the_same_update_is_marked(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    rows = rows_of(run_info())
    rows.rows(0)
    history = rows._loss.history_of(0)
    assert history is not None
    history.exact_losses.note_edit(1_000)
    (row,) = rows.rows(0)
    assert row.best_update is row.best_mean is None
    assert row.is_before_edit and texts_of(row)[TOTAL] == texts_of(row)[TEST] == texts_of(row)[TRAIN] == "…"
    cells = {column.name: column.values for column in run_numbers([row])}
    assert [*cells["L"], *cells["measured at update"], *cells["test accuracy"]] == [None] * 3
    assert list(cells["update"]) == [1_000]


def test_a_name_that_was_given_stands_beside_what_differs(qapp: QApplication, run_info: MakeInfo) -> None:
    rows = rows_of(run_info(), branch(run_info(), 1, 50))
    rows.notes.set(RunNote(1, "mine", is_hidden=True))
    row = rows.rows(0)[1]
    assert (row.name, row.difference, row.is_hidden) == ("mine", "branch at 50", True)


def test_a_run_is_called_by_the_name_that_was_given_to_it(qapp: QApplication, run_info: MakeInfo) -> None:
    rows = rows_of(run_info(), branch(run_info(), 1, 50))
    rows.notes.set(RunNote(1, "mine"))
    assert rows.name_of(1) == "mine"
    # One that is gone has no name any more; runs are counted from 1 where people read it.
    assert rows.name_of(7) == "8"


def test_a_deleted_run_has_no_row_and_no_curve(qapp: QApplication, run_info: MakeInfo) -> None:
    rows = rows_of(run_info(), branch(run_info(), 1, 50))
    rows.notes.set(RunNote(1, is_deleted=True, dash="run1"))
    assert [row.run for row in rows.rows(0)] == [0] and rows.curves(0)[1] == []


def test_a_curve_begins_where_it_leaves_one_that_is_drawn(qapp: QApplication, run_info: MakeInfo) -> None:
    root = run_info()
    first = branch(root, 1, 50)
    rows = rows_of(root, first, branch(first, 2, 300), branch(root, 3, 400))
    for run, dash in ((1, "run1"), (2, "run2"), (3, "run3")):
        rows.notes.set(RunNote(run, dash=dash))
    name, curves = rows.curves(0)
    assert name == "seed 0"
    assert [(curve.key, curve.first, curve.breaks) for curve in curves] == [
        ("run1", 50, (70,)),
        ("run2", 300, (70,)),
        ("run3", 400, (70,)),
    ]
    # Seen from the second, the root goes on as a ghost from where it was left.
    rows.notes.set(RunNote(0, dash="run4"))
    assert {curve.key: curve.first for curve in rows.curves(2)[1]} == {"run1": 300, "run3": 400, "run4": 50}


def test_only_curves_that_are_drawn_count_among_the_eight(qapp: QApplication, run_info: MakeInfo) -> None:
    root = run_info()
    other_loss = run_info(run=8, config=TrainingConfig(loss="squared_error"))
    rows = rows_of(root, *(branch(root, run, 50) for run in range(1, 7)), branch(root, 7, 1_000), other_loss)
    for run in range(1, 9):
        rows.notes.set(RunNote(run, dash=RUN_KEYS[run - 1], is_hidden=run == 6))
    # 6 is hidden, 7 has nothing of its own yet, 8 cannot stand beside run 0.
    assert rows.drawn(0) == {1, 2, 3, 4, 5}
    assert [curve.key for curve in rows.curves(0)[1]] == ["run1", "run2", "run3", "run4", "run5", "run7"]
    rows.notes.set(replace(rows.notes[6], is_hidden=False))
    assert rows.drawn(0) == {1, 2, 3, 4, 5, 6}


def test_of_more_than_eight_the_first_by_their_dashes_are_drawn(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    root = run_info()
    rows = rows_of(root, *(branch(root, run, 50) for run in range(1, 9)))
    for run in range(1, 9):
        rows.notes.set(RunNote(run, dash=RUN_KEYS[run - 1]))
    assert [curve.key for curve in rows.curves(0)[1]] == list(RUN_KEYS[:7])


def test_a_loss_of_another_kind_is_not_drawn_beside_this_one(qapp: QApplication, run_info: MakeInfo) -> None:
    other = run_info(run=1, config=TrainingConfig(loss="squared_error"))
    fewer = run_info(run=2, train_count=1_000)
    rows = rows_of(run_info(), other, fewer)
    for run in (1, 2):
        rows.notes.set(RunNote(run, dash=f"run{run}"))
    assert rows.curves(0)[1] == []
    assert [row.is_comparable for row in rows.rows(0)] == [True, False, False]


def test_what_a_branch_has_from_its_parent_is_not_its_own(qapp: QApplication, run_info: MakeInfo) -> None:
    rows = rows_of(run_info(), branch(run_info(), 1, 1_000))
    assert rows.has_own_updates(0) and not rows.has_own_updates(1)
    rows.live[1] = 1_001
    assert rows.has_own_updates(1)
    rows.forget(0)
    assert not rows.has_own_updates(0) and 0 not in rows.infos


def test_each_row_has_the_numbers_of_its_own_run_and_the_run_on_screen_its_newest(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    rows = rows_of(run_info(), branch(run_info(), 1, 50), branch(run_info(), 2, 70))
    for shown in (0, 2, 1):
        assert [(row.run, row.total) for row in rows.rows(shown)] == [(0, 6_000), (1, 12_000), (2, 18_000)]
    rows.live[1] = 1_010
    # Of one that is not on screen nothing new is known until somebody says so.
    assert [row.live for row in rows.rows(0)] == [1_000, 1_000, 1_000]
    assert [row.live for row in rows.rows(1)] == [1_000, 1_010, 1_000]


def test_kept_states_of_a_run_that_is_not_on_screen_are_those_told_last(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    rows = rows_of(run_info(), branch(run_info(), 1, 50))
    rows.note_kept(1, np.array([128, 256]))
    assert [row.kept.tolist() for row in rows.rows(0)] == [[0], [128, 256]]
    # As after an engine that was killed.
    rows.note_kept(1, np.array([300]))
    assert rows.rows(0)[1].kept.tolist() == [300]

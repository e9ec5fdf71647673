"""Changes in mid-run on the plot of L: marked where they were made, told with their values, and not drawn across."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine.journal_marks import config_at
from core.training.config import TrainingConfig
from gui.loss.curve_marks import (
    EditMark,
    Mark,
    SettingsMark,
    breaks,
    setting_changes,
    setting_value,
    with_settings_mark,
)
from gui.loss.loss_plot import LossPlot
from tests.gui.loss.plotted import make_record, point_at, show

BEFORE = TrainingConfig(learning_rate=0.001)
SLOWER = replace(BEFORE, learning_rate=0.0002)


def test_an_edit_tells_its_values() -> None:
    assert EditMark(1, 1200, "w", -1.54, 0.77).words == "Update 1,200: w set by hand from −1.54 to 0.77"
    assert EditMark(1, 1500, "b", 0.77, -1.54, True).words == "Update 1,500: b set back from 0.77 to −1.54"
    # Four figures are not enough to tell these apart.
    near = EditMark(1, 45, "w", -0.803978, -0.803994)
    assert near.words == "Update 45: w set by hand from −0.80398 to −0.80399"
    assert EditMark(1, 1200, "w", -1.54, 0.77).title == "w set by hand"


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"learning_rate": 0.0002}, "η 0.001 → 0.0002"),
        ({"batch_size": 1}, "batch 32 → 1"),
        ({"batch_size": None}, "batch 32 → all"),
        ({"optimizer": "sgd"}, "optimizer Adam → SGD"),
        ({"l2": 0.01}, "λ₂ 0 → 0.01"),
        ({"schedule": "cosine"}, "schedule constant → cosine"),
        ({"batch_size": 1, "learning_rate": 0.01}, "η 0.001 → 0.01 …"),
    ],
)
def test_a_change_of_settings_is_titled_by_what_it_changed(changes: dict[str, object], title: str) -> None:
    assert SettingsMark(5, BEFORE, replace(BEFORE, **changes)).title == title  # type: ignore[arg-type]


def test_all_that_was_changed_at_once_is_told() -> None:
    mark = SettingsMark(32_000, BEFORE, replace(BEFORE, batch_size=1, learning_rate=0.01))
    assert mark.words == "Update 32,000: η 0.001 → 0.01, batch 32 → 1"


def test_settings_tried_out_between_two_updates_are_one_change_or_none() -> None:
    middle = replace(BEFORE, learning_rate=0.01)
    marks = with_settings_mark((), 10, BEFORE, middle)
    assert with_settings_mark(marks, 10, middle, SLOWER) == [SettingsMark(10, BEFORE, SLOWER)]
    assert with_settings_mark(marks, 10, middle, BEFORE) == []
    assert with_settings_mark(marks, 11, middle, SLOWER) == [*marks, SettingsMark(11, middle, SLOWER)]


def test_what_was_chosen_before_the_first_update_is_no_change() -> None:
    assert with_settings_mark((), 0, BEFORE, SLOWER) == []


def test_a_curve_is_parted_by_an_edit_but_not_by_another_rate() -> None:
    marks: list[Mark] = [SettingsMark(20, BEFORE, SLOWER), EditMark(1, 10, "w", 1.0, 2.0)]
    assert breaks(marks) == [10]


def test_no_line_leads_across_an_edit(plot: LossPlot) -> None:
    show(plot, make_record(80, every=4), [EditMark(1, 8, "w", 1.0, 2.0)])
    picture = plot._picture
    assert picture is not None
    for lines, updates in (
        (picture.shapes.mean, [range(8), range(8, 80)]),
        (picture.shapes.train.lines, [range(0, 8, 4), range(8, 81, 4)]),
        (picture.shapes.test.lines, [range(0, 8, 4), range(8, 81, 4)]),
    ):
        assert len(lines) == 2
        for line, expected in zip(lines, updates, strict=True):
            np.testing.assert_allclose(line[:, 0], picture.geometry.x(np.array(expected)))


def test_a_mark_is_told_under_the_pointer_and_in_the_reading(plot: LossPlot) -> None:
    mark, other = EditMark(1, 120, "w", -1.54, 0.77), SettingsMark(300, BEFORE, SLOWER)
    show(plot, make_record(500), [mark, other])
    point_at(plot, 120)
    assert plot.toolTip() == mark.words and mark.words in plot.reading_at(120)
    point_at(plot, 300)
    assert plot.toolTip() == other.words
    point_at(plot, 200)
    assert plot.toolTip() == "" and mark.words not in plot.reading_at(200)


def test_another_run_has_its_own(plot: LossPlot) -> None:
    show(plot, make_record(20), [EditMark(1, 5, "w", 1.0, 2.0)])
    show(plot, make_record(20))
    assert plot._picture is not None and plot._picture.marks == ()


@pytest.mark.parametrize(
    ("update", "rate"), [(0, 0.001), (299, 0.001), (300, 0.0002), (400, 0.0002), (500, 0.1)]
)
def test_the_settings_of_an_update_are_those_before_the_next_change(update: int, rate: float) -> None:
    slower = replace(BEFORE, learning_rate=0.0002)
    faster = replace(BEFORE, learning_rate=0.1)
    marks = [
        SettingsMark(300, BEFORE, slower),
        EditMark(1, 350, "w", 1.0, 2.0),
        SettingsMark(500, slower, faster),
    ]
    assert config_at(faster, setting_changes(marks), update).learning_rate == rate


def test_a_count_that_was_set_is_written_as_every_other_count() -> None:
    mark = SettingsMark(4_585, TrainingConfig(batch_size=32), TrainingConfig(batch_size=7_000))
    assert mark.title == "batch 32 → 7,000"
    assert setting_value(0.0001) == "0.0001" and setting_value(1.0) == "1"

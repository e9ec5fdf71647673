"""The words of the timeline name the numbers that they stand for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gui.timeline.run_row import RunRow
from gui.timeline.timeline_words import (
    best_words,
    legend,
    moment_words,
    more_hint,
    row_words,
    share_words,
    total_words,
)


def test_a_moment_is_one_of_all_updates_or_the_present() -> None:
    assert moment_words(13_125, 22_500) == "update 13,125 of 22,500"
    assert moment_words(22_500, 22_500) == "live: update 22,500"


def test_a_row_says_what_is_measured_and_when() -> None:
    row = RunRow(
        1, "batch 32 → 256 at 9,375", 22_000, np.arange(3), (), 0, 9_375, 12_000, 0.139, 2_572, 0.956, 21_900
    )
    assert row_words(row).split("\n") == [
        "batch 32 → 256 at 9,375",
        "branched at update 9,375",
        "22,000 updates; kept states: 3",
        "after update 21,900: L = 2,572 · accuracy, test: 95.6 %",
        "Update 12,000: the least test loss of the curve’s exact ones, mean Cⁿ 0.139",
    ]


def test_what_is_of_before_an_edit_is_not_said_to_be_of_now() -> None:
    row = RunRow(0, "seed 0", 40, total=1_286, test_accuracy=0.217, measured_update=40, is_before_edit=True)
    assert row_words(row).split("\n")[-1] == (
        "after update 40, θ edited since: L = 1,286 · accuracy, test: 21.7 %"
    )
    # Where there is no room for the word it is not known yet.
    assert (total_words(row), share_words(row, row.test_accuracy)) == ("…", "…")
    assert total_words(replace(row, live=41)) == "… at 40"
    known = replace(row, is_before_edit=False)
    assert (total_words(known), share_words(known, 0.217), share_words(known, None)) == (
        "1,286",
        "21.7 %",
        "",
    )


def test_what_was_not_measured_is_not_said() -> None:
    assert row_words(RunRow(0, "seed 0", 5)) == "seed 0\n5 updates; kept states: 0"
    # The letters of its structure are told, whatever somebody calls it.
    row = RunRow(0, "mine", 5, difference="256-AP2-10, seed 0: Adam")
    assert row_words(row).endswith("kept states: 0\nAP2: mean pool, blocks of 2 × 2.")
    assert best_words(RunRow(0)) == ""


def test_every_sign_has_a_name() -> None:
    assert list(legend()) == ["kept", "edit", "setting", "best", "live", "beyond"]
    assert all(legend().values())


def test_the_lanes_that_have_no_room_are_counted() -> None:
    assert more_hint(4, 9) == "4 of 9 runs; all are in the list “Runs”"

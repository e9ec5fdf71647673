"""A moment of the past says which update is on screen, and how sure that is."""

from __future__ import annotations

import pytest

from core.engine.messages import PastProgress
from gui.timeline.moment import Moment, with_progress


def test_it_names_the_update_and_how_many_there_are() -> None:
    assert Moment(13_125, 22_500).place_words == "update 13,125 of 22,500"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment(100, 200), ""),
        (Moment(100, 200, 64, on_screen=64), "on the way to update 100"),
        (
            Moment(100, 200, 64, done=10, total=36, on_screen=64),
            "on the way to update 100 (10 of 36 made again)",
        ),
        (Moment(100, 200, 64, is_exact=True), "made again from update 64"),
        (Moment(64, 200, 64, is_exact=True), "a kept state"),
        (Moment(100, 200, 64, is_exact=True, is_checked=True), "✓ the same bits"),
        # What was on screen before and is gone on from is no kept state.
        (Moment(100, 200, 90, is_kept=False, on_screen=90), "on the way to update 100"),
        (Moment(100, 200, 90, is_exact=True, is_kept=False), "made again from update 90"),
        (Moment(64, 200, 64, is_exact=True, is_kept=False), ""),
        # Nothing of the way is on screen yet.
        (
            Moment(100, 200, done=10, total=36, on_screen=200),
            "on the way to update 100 (10 of 36 made again)",
        ),
        # Most come so soon that nothing is said of the way.
        (Moment(100, 200, on_screen=200), ""),
    ],
)
def test_what_is_on_screen_is_told_from_what_was_asked_for(moment: Moment, words: str) -> None:
    assert moment.state_words == words


def test_only_a_checksum_that_was_met_makes_the_tick() -> None:
    # Whatever is claimed of an update that is not there yet.
    assert "✓" not in Moment(100, 200, 64, is_exact=False, is_checked=True).state_words


@pytest.mark.parametrize(
    ("moment", "place", "brief"),
    [
        # The nearest kept state is on screen.
        (Moment(100, 200, 64, on_screen=64), "update 64 of 200", "update 64, on the way to 100"),
        # The present still is, and there is news of the way.
        (Moment(100, 200, total=36, on_screen=200), "update 200 of 200", "update 200, on the way to 100"),
        (Moment(100, 200, on_screen=200), "update 200 of 200", "update 200 of 200"),
        (Moment(100, 200, 64, is_exact=True, on_screen=100), "update 100 of 200", "update 100 of 200"),
    ],
)
def test_the_update_that_is_named_is_the_one_on_screen(moment: Moment, place: str, brief: str) -> None:
    assert (moment.place_words, moment.brief_words) == (place, brief)


def test_progress_says_what_is_made_of_the_way_and_nothing_of_what_is_on_screen() -> None:
    progress = PastProgress(0, 100, 10, 36)
    assert with_progress(Moment(100, 200), progress) == Moment(100, 200, done=10, total=36)
    assert with_progress(Moment(100, 200, 64), progress) == Moment(100, 200, 64, done=10, total=36)


def test_progress_of_another_update_or_after_the_end_changes_nothing() -> None:
    exact = Moment(100, 200, 64, is_exact=True)
    assert with_progress(exact, PastProgress(0, 100, 10, 36)) == exact
    other = Moment(101, 200)
    assert with_progress(other, PastProgress(0, 100, 10, 36)) == other

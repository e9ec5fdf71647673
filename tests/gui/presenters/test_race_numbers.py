"""What is known of a race: each run's own numbers, those of updates that were made again only once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from gui.presenters.race_numbers import CONFIG, RACE_UPDATES, RaceNumbers
from tests.gui.unrolling.made_layers import measured

RUNS = 4, 5, 6
STARTS = [np.zeros(count, np.float32) for count in (9, 7, 5)]


def test_each_racer_has_its_own_and_before_there_are_any_none() -> None:
    numbers = RaceNumbers()
    exact = ExactLoss(5, 20, 6000.0, 60_000, 0.9, 1000.0, 10_000, 0.96, 0.0, 0.0)
    numbers.exact[5] = exact
    for update in (10, 20):
        numbers.take_shifted(measured(6, update, 95, 320, 200))
    edited = {(4, 20), (5, 20), (6, 20)}
    racers = numbers.racers(STARTS, RUNS, {4: 30, 5: 31, 6: 32}, lambda *at: at in edited)
    assert [(racer.parameters, racer.update) for racer in racers] == [(9, 30), (7, 31), (5, 32)]
    assert [racer.exact for racer in racers] == [None, exact, None]
    # Of before an edit of its own update.
    assert [racer.is_before_edit for racer in racers] == [False, True, False]
    assert racers[0].shifted is None and racers[2].shifted == numbers.shifted[6][-1]
    assert [
        (racer.parameters, racer.update) for racer in numbers.racers(STARTS, (), {}, lambda *_: False)
    ] == [
        (9, 0),
        (7, 0),
        (5, 0),
    ]


def test_what_was_measured_of_updates_that_are_made_again_is_measured_again() -> None:
    numbers = RaceNumbers()
    for update in (10, 20, 30, 20):
        numbers.take_shifted(measured(6, update, 95, 320, 200))
    assert [each.update for each in numbers.shifted[6]] == [10, 20]
    numbers.go_back({6: 15})
    assert [each.update for each in numbers.shifted[6]] == [10]
    again = RaceNumbers()
    again.restore(numbers.saved(3, RUNS, lambda *_: False))
    assert [each.update for each in again.shifted[6]] == [10]
    numbers.parted[4] = "batches"
    numbers.clear()
    assert not (numbers.exact or numbers.shifted or numbers.parted)


def test_l_of_an_update_that_is_made_again_is_known_no_more() -> None:
    numbers = RaceNumbers()
    for run in RUNS:
        numbers.exact[run] = ExactLoss(run, 20, 6000.0, 60_000, 0.9, 1000.0, 10_000, 0.96, 0.0, 0.0)
    numbers.go_back({4: 20, 5: 19})
    assert [*numbers.exact] == [4]


def test_moved_digits_of_before_an_edit_are_known_until_they_are_measured_anew() -> None:
    numbers = RaceNumbers()
    for run in RUNS:
        numbers.take_shifted(measured(run, 20, 95, 320, 200))

    def edited() -> list[bool]:
        return [racer.is_moved_before_edit for racer in numbers.racers(STARTS, RUNS, {}, lambda *_: False)]

    # After another update than that of the moved digits; and of a run that is in no race.
    numbers.note_edit(4, 21)
    numbers.note_edit(9, 20)
    assert edited() == [False] * 3
    numbers.note_edit(5, 20)
    assert edited() == [False, True, False]
    # Those of a later update are of after it; back there they are of before again.
    numbers.take_shifted(measured(5, 30, 95, 320, 200))
    assert edited() == [False] * 3
    numbers.go_back(dict.fromkeys(RUNS, 25))
    assert edited() == [False, True, False]
    numbers.take_shifted(measured(5, 20, 95, 320, 200))
    assert edited() == [False] * 3
    numbers.note_edit(5, 20)
    numbers.go_back(dict.fromkeys(RUNS, 10))
    numbers.take_shifted(measured(5, 20, 95, 320, 200))
    assert edited() == [False] * 3


def test_what_was_measured_before_an_edit_is_not_saved() -> None:
    numbers = RaceNumbers()
    for run in RUNS:
        numbers.exact[run] = ExactLoss(run, 20, 6000.0, 60_000, 0.9, 1000.0, 10_000, 0.96, 0.0, 0.0)
        for update in (10, 20):
            numbers.take_shifted(measured(run, update, 95, 320, 200))
    whole = numbers.saved(3, RUNS, lambda *_: False)
    numbers.note_edit(5, 20)
    race = numbers.saved(3, RUNS, lambda *at: at == (5, 20))
    assert [each.run for each in race.exact] == [4, 6]
    assert [each.updates.tolist() for each in race.shifted] == [[10, 20], [10], [10, 20]]
    # Nothing of its edits is left in another race.
    numbers.restore(whole)
    assert not any(racer.is_moved_before_edit for racer in numbers.racers(STARTS, RUNS, {}, lambda *_: False))


def test_the_settings_are_those_of_the_runs_once_there_are_some(run_info: Callable[..., RunInfo]) -> None:
    numbers = RaceNumbers()
    assert numbers.settings((), {}).configs == (CONFIG,) * 3 == numbers.settings(RUNS, {}).configs
    marks = JournalMark(3, "setting", "learning_rate", 0.1, 0.2), JournalMark(4, "sorting", "neurons", 0, 1)
    other = replace(CONFIG, learning_rate=0.2)
    infos = {run: run_info(run=run, config=other) for run in RUNS}
    infos[6] = replace(infos[6], changes=marks)
    numbers.parted[5] = "place"
    told = numbers.settings(RUNS, infos)
    assert told.configs == (other,) * 3 and told.updates == RACE_UPDATES
    assert told.changes == ((), (), marks[:1]) and told.parted == ((1, "place"),)

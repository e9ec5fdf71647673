"""A race comes back as it was, by the numbers that its runs have now; what is none is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.analysis.shifted_digits import ShiftedRight
from core.engine.unrolling_messages import ShiftedMeasured
from gui.session.saved_race import SavedRace, SavedShifted
from tests.core.engine.frame_samples import same


def measured(run: int, update: int, right: int) -> ShiftedMeasured:
    counts = np.array([right, right - 1, 0], np.int64), np.array([20, 80, 80], np.int64)
    return ShiftedMeasured(run, update, 20, ShiftedRight(*counts, np.array([0.0, 0.125, 1.0])))


SERIES = [measured(4, 0, 2), measured(4, 700, 20)]
EXACT = ExactLoss(5, 700, 1.5, 50, 0.25, 2.5, 20, 0.5)
RACE = SavedRace(7, (4, 5, 6), (EXACT,), (SavedShifted.of(4, SERIES), SavedShifted.of(6, [])))


def test_the_runs_have_other_numbers_and_what_was_measured_is_theirs() -> None:
    race = RACE.with_numbers({4: 14, 5: 15, 6: 16, 1: 11})
    assert (race.seed, race.runs) == (7, (14, 15, 16)) and race.exact == (replace(EXACT, run=15),)
    found = {each.run: each.measured(each.run) for each in race.shifted}
    assert list(found) == [14, 16] and found[16] == []
    for one, other in zip(found[14], SERIES, strict=True):
        assert same(one, replace(other, run=14))


def test_where_one_of_its_runs_is_gone_there_is_none() -> None:
    assert RACE.with_numbers({4: 14, 6: 16}) == SavedRace() == SavedRace().with_numbers({4: 14})


@pytest.mark.parametrize(
    "changes",
    [
        {"updates": np.array([0, -1])},
        {"updates": np.array([0])},
        {"updates": np.array(0)},
        {"digits": np.array([20, 0])},
        {"right": np.array([[21, 0, 0]] * 2)},
        {"right": np.array([[-1, 0, 0]] * 2)},
        {"right": np.zeros((2, 2), np.int64)},
        {"answers": np.zeros((2, 3), np.int64)},
        {"ink_lost": np.full((2, 3), 1.5)},
        {"ink_lost": np.full((2, 3), np.nan)},
    ],
)
def test_answers_that_can_be_none_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no answers"):
        replace(SavedShifted.of(4, SERIES), **changes)


@pytest.mark.parametrize("changes", [{"seed": -1}, {"seed": 2**63}, {"exact": (replace(EXACT, update=-1),)}])
def test_a_race_that_can_be_none_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a race of"):
        replace(RACE, **changes)

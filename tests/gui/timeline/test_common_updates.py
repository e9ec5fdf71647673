"""Two runs have in common what was made before one of them branched off."""

from __future__ import annotations

import pytest

from core.engine.messages import RunInfo
from gui.timeline.common_updates import common_updates, generation
from tests.gui.timeline.test_run_names import info_of

# 0 ─┬─ at 100: 1 ── at 150: 3
#    └─ at 200: 2 ── at 120: 4
INFOS: dict[int, RunInfo] = {
    0: info_of(0),
    1: info_of(1, parent=0, branch_update=100),
    2: info_of(2, parent=0, branch_update=200),
    3: info_of(3, parent=1, branch_update=150),
    4: info_of(4, parent=2, branch_update=120),
    5: info_of(5),
}


@pytest.mark.parametrize(
    ("first", "second", "updates"),
    [(0, 1, 100), (0, 2, 200), (1, 2, 100), (0, 3, 100), (1, 3, 150), (3, 2, 100), (2, 4, 120), (4, 0, 120)],
)
def test_so_many_are_the_same_in_either_order(first: int, second: int, updates: int) -> None:
    assert common_updates(first, second, INFOS) == common_updates(second, first, INFOS) == updates


def test_runs_of_different_beginnings_have_none() -> None:
    assert common_updates(5, 3, INFOS) is None


def test_a_run_comes_from_so_many() -> None:
    assert [generation(run, INFOS) for run in range(6)] == [0, 1, 1, 2, 2, 0]


def test_what_two_branches_have_in_common_stays_so_when_their_parent_is_gone() -> None:
    known = {run: info for run, info in INFOS.items() if run != 0}
    assert common_updates(1, 2, known) == 100

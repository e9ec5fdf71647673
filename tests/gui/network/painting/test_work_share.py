"""A portion of work is over by the clock; of work that is late, once it has had as much of the machine."""

from __future__ import annotations

import pytest

from gui.network.painting import work_share
from gui.network.painting.work_share import LATE_AFTER_S, LONGEST_PORTION_S, WorkShare


class Machine:
    """Clocks that move by hand: a step takes 1 ms of the thread's own time, by the clock `shared_by` as much."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, shared_by: float) -> None:
        self.now_s = self.own_s = 0.0
        self.shared_by, self.left = shared_by, 0
        monkeypatch.setattr(work_share, "perf_counter", lambda: self.now_s)
        monkeypatch.setattr(work_share, "thread_time", lambda: self.own_s)

    def work(self, share: WorkShare, budget_ms: float) -> int:
        """The steps of one portion."""
        steps = 0
        for _ in share.portions(budget_ms, lambda: self.left > 0):
            self.own_s += 0.001
            self.now_s += 0.001 * self.shared_by
            self.left -= 1
            steps += 1
        return steps


@pytest.mark.parametrize(("shared_by", "at_first", "late"), [(1.0, 5, 5), (5.0, 1, 5), (25.0, 1, 2)])
def test_what_is_late_has_its_share_of_a_machine_that_others_use(
    monkeypatch: pytest.MonkeyPatch, shared_by: float, at_first: int, late: int
) -> None:
    machine, share = Machine(monkeypatch, shared_by), WorkShare()
    machine.left = 100
    assert machine.work(share, 4.5) == at_first
    machine.now_s += LATE_AFTER_S
    began_s = machine.now_s
    # As much of its own as was meant, but no frame waits for ever.
    assert machine.work(share, 4.5) == late
    assert machine.now_s - began_s <= LONGEST_PORTION_S + 1e-9
    # What comes next is not late because of what was.
    machine.left = 1
    assert machine.work(share, 4.5) == 1
    machine.now_s += LATE_AFTER_S
    machine.left = 100
    assert machine.work(share, 4.5) == at_first


def test_where_there_is_nothing_to_do_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    machine, share = Machine(monkeypatch, 1.0), WorkShare()
    assert machine.work(share, 4.5) == 0

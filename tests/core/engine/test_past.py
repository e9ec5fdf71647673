"""The past: whatever a user did, any update of any run is had again with the bits that it had."""

from __future__ import annotations

import pytest

from core.engine import commands as c
from core.engine import history as history_module
from core.engine import messages as m
from core.engine.run import Run, replayed
from core.nn.architecture import Architecture
from tests.core.engine.driver import ARCHITECTURE
from tests.core.engine.learner import Learner
from tests.core.small_data import small_data

Seen = dict[int, tuple[str, int]]


@pytest.fixture(autouse=True)
def short_distances(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs are kept every few updates, and a batch of over 16 examples takes several pieces."""
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", 4)
    monkeypatch.setattr(history_module, "EXAMPLES_BETWEEN", 24)


class Traveller(Learner):
    """Looks back and branches, too, and remembers what each of the runs was after which update."""

    def __init__(self, seed: int, architecture: Architecture) -> None:
        super().__init__(seed, architecture)
        # Room for a dozen states.
        self.driver.engine.time.history.limit = 40_000
        self.seen_of: dict[int, Seen] = {0: self.seen}
        self.looked = 0

    @property
    def run(self) -> Run:
        return self.driver.engine.current

    def look_back(self) -> None:
        """At any update, after wishes that nobody waited for; the live run stays as it is."""
        driver, run = self.driver, self.run
        driver.rest()
        end = run.trainer.checkpoint().checksum
        known = self.known(run)
        if not known:
            return
        for _ in range(self._random.choice([0, 0, 1, 3])):
            driver.send(c.LookAt(self._random.randrange(run.trainer.step_count + 1)))
            driver.work(self._random.choice([0, 1, 5]))
        update = self._random.choice(known)
        driver.send(c.LookAt(update))
        driver.rest()
        past = driver.engine.time.past
        assert past is not None and not driver.all(m.EngineFailed)
        assert past.trainer.checkpoint().checksum == self.seen_of[run.number][update][0], update
        assert driver.last(m.PastShown).is_exact and driver.last(m.PastShown).snapshot.update == update
        assert run.trainer.checkpoint().checksum == end
        self.looked += 1
        self._random.choice([self._branch, self._return, self._return, lambda _: None])(update)

    def known(self, run: Run) -> list[int]:
        """Updates of which is known what the run was after all changes that were made there."""
        return [
            update
            for update, (_, count) in self.seen_of[run.number].items()
            if update <= run.trainer.step_count
            and all(entry.update != update for entry in run.journal[count:])
        ]

    def _return(self, _: int) -> None:
        self.driver.send(c.ReturnToLive())

    def _branch(self, update: int) -> None:
        parent, known = self.run, self.known(self.run)
        self._runs += 1
        self.driver.send(c.BranchRun(self._runs, update))
        self.driver.rest()
        run = self.run
        assert (run.number, run.parent, run.branch_update) == (self._runs, parent.number, update)
        own = {at: self.seen_of[parent.number][at] for at in known if at <= update}
        self.seen = self.seen_of[run.number] = own
        assert run.trainer.checkpoint().checksum == own[update][0]


def check_travels(seed: int) -> Traveller:
    architecture = ARCHITECTURE if seed % 2 else ARCHITECTURE.changed(hidden=(4, 4), skip=True)
    traveller = Traveller(seed, architecture)
    for _ in range(15):
        for _ in range(3):
            traveller.act()
        traveller.look_back()
    driver = traveller.driver
    assert not driver.all(m.EngineFailed), driver.last(m.EngineFailed).details
    history = driver.engine.time.history
    assert history.nbytes <= history.limit
    run = driver.engine.current
    # From the beginning, without any kept state, and on from there.
    again = replayed(run, run.trainer.step_count, small_data())
    if run.diverged is None:
        for trainer in (run.trainer, again.trainer):
            for _ in range(20):
                trainer.step()
    assert run.trainer.checkpoint().checksum == again.trainer.checkpoint().checksum
    return traveller


@pytest.mark.parametrize("seed", range(30))
def test_any_update_of_any_run_is_had_again_with_the_same_bits(seed: int) -> None:
    assert check_travels(seed).looked > 5

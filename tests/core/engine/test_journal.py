"""The journal: whatever a user does, doing it again from the start gives the same bits."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.run import Run, replayed
from core.nn.architecture import Architecture
from core.training import trainer as trainer_module
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data

SETTINGS: dict[str, list[object]] = {
    "optimizer": ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"],
    "learning_rate": [0.0003, 0.01, 0.1],
    "batch_size": [1, 3, 8, 20, 31, 50, None],
    "schedule": ["constant", "step", "cosine"],
    "schedule_period": [3, 40],
    "schedule_factor": [0.3, 1.0],
    "warm_up": [0, 7],
    "clip_norm": [0.0, 0.02, 5.0],
    "dropout": [0.0, 0.3, 0.8],
    "l1": [0.0, 0.001],
    "l2": [0.0, 0.01],
    "weight_decay": [0.0, 0.1],
    "loss": ["cross_entropy", "squared_error"],
    "patience": [0, 2],
    "seed": [3, 4],
}


class Learner:
    """Does anything that a user may do, in any order, also in the middle of what takes several slices."""

    def __init__(self, seed: int, architecture: Architecture) -> None:
        self._random = random.Random(seed)
        # Each slice is one piece of a batch.
        self.driver = Driver(architecture, CONFIG, tick_s=0.006)
        self._ids = 0
        self._runs = 0
        # What the run was after so many updates, and how many changes were made by then.
        self.seen: dict[int, tuple[str, int]] = {}

    def act(self) -> None:
        """One thing more."""
        action = self._random.choice(
            [
                self._train,
                self._train,
                self._half,
                self._half,
                self._reconfigure,
                self._reconfigure,
                self._edit,
            ]
            + [self._change_edit, self._sort, self._change_sorting, self._leave, self._wait]
        )
        action()
        run = self.driver.engine.current
        self.seen[run.trainer.step_count] = run.trainer.checkpoint().checksum, len(run.journal)

    def _wait(self) -> None:
        self.driver.rest()

    def _train(self) -> None:
        self.driver.train(self._random.choice([1, 2, 3, 11]))

    def _half(self) -> None:
        self.driver.send(self._random.choice([c.ComputeGradient(), c.ComputeGradient(), c.ApplyUpdate()]))
        # What comes next may come between two pieces.
        self.driver.work(self._random.choice([0, 1, 2, 30]))

    def _reconfigure(self) -> None:
        names = self._random.sample(sorted(SETTINGS), self._random.choice([1, 1, 2, 5]))
        edit_count = {name: self._random.choice(SETTINGS[name]) for name in names}
        self.driver.send(c.Reconfigure(replace(self.driver.trainer.config, **edit_count)))  # type: ignore[arg-type]

    def _edit(self) -> None:
        sizes = self.driver.trainer.network.sizes
        layer = self._random.randrange(len(sizes) - 1)
        source = self._random.choice([None, self._random.randrange(sizes[layer])])
        place = ParameterLocation(layer, self._random.randrange(sizes[layer + 1]), source)
        self._ids += self._random.choice([0, 1])
        value, permutations = self._random.uniform(-2, 2), self.driver.engine.current.permutations
        self.driver.send(c.EditParameter(0, self._ids, place, value, permutations))

    def _change_edit(self) -> None:
        is_on = self._random.choice([False, True])
        self.driver.send(c.SwitchEdit(0, self._random.randrange(self._ids + 1), is_on))

    def _sort(self) -> None:
        self._ids += 1
        self.driver.send(c.SortNeurons(0, self._ids))
        self.driver.work(self._random.choice([1, 30]))

    def _change_sorting(self) -> None:
        orders = self.driver.engine.current.orders
        if orders:
            is_on = self._random.choice([False, True])
            self.driver.send(c.SwitchSorting(0, self._random.choice(list(orders)), is_on))

    def _leave(self) -> None:
        self._runs += 1
        self.driver.send(c.BeginRun(self._runs, ARCHITECTURE, CONFIG), c.Train(2))
        self.driver.work(self._random.choice([1, 10]))
        self.driver.send(c.ReturnToRun(0))


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch of over 16 examples takes several pieces."""
    monkeypatch.setattr(trainer_module, "CHUNK_ROWS", 16)


def check_replays(seed: int) -> Run:
    architecture = ARCHITECTURE if seed % 2 else ARCHITECTURE.changed(hidden=(4, 4), skip=True)
    learner = Learner(seed, architecture)
    for _ in range(40):
        learner.act()
    driver = learner.driver
    assert not driver.all(m.EngineFailed), driver.last(m.EngineFailed).details
    run = driver.engine.current
    seen = {
        update: checksum
        for update, (checksum, edit_count) in learner.seen.items()
        if all(entry.update != update for entry in run.journal[edit_count:])
    }
    for update in (*random.Random(seed).sample(sorted(seen), min(3, len(seen))), max(seen)):
        again = replayed(run, update, small_data())
        assert again.trainer.checkpoint().checksum == seen[update], update
    if run.diverged is not None:
        return run
    # What a checkpoint does not hold is the same too: settings, edits, orders, and so whatever comes next.
    assert (again.trainer.config, again.edits.all, again.permutations) == (
        run.trainer.config,
        run.edits.all,
        run.permutations,
    )
    for trainer in (run.trainer, again.trainer):
        for _ in range(30):
            trainer.step()
    assert run.trainer.checkpoint().checksum == again.trainer.checkpoint().checksum
    return run


@pytest.mark.parametrize("seed", range(24))
def test_whatever_was_done_is_done_again_with_the_same_bits(seed: int) -> None:
    run = check_replays(seed)
    assert len(run.journal) > 5


def test_a_journal_holds_each_change_with_its_update() -> None:
    driver = Driver()
    driver.train(2)
    change = c.Reconfigure(replace(CONFIG, batch_size=20))
    driver.send(c.ComputeGradient())
    driver.rest()
    edit = c.EditParameter(0, 1, ParameterLocation(0, 0), 0.5, 0)
    driver.send(change, edit)
    driver.train(1)
    driver.send(c.SwitchEdit(0, 1, False), c.SwitchEdit(0, 1, False), c.SwitchEdit(0, 7, True))
    journal = driver.engine.current.journal
    # What could not be done (to revert again, to redo what is not known) is none.
    assert [(entry.update, entry.gradient_ready, entry.change) for entry in journal] == [
        (2, True, change),
        (2, True, edit),
        (3, False, c.SwitchEdit(0, 1, False)),
    ]


def test_settings_in_the_middle_of_a_walkthrough_hold_from_the_update_after_it() -> None:
    driver = Driver()
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(c.Reconfigure(TrainingConfig(seed=3, batch_size=50, l2=0.5)), c.ApplyUpdate())
    driver.rest()
    run = driver.engine.current
    assert len(run.trainer.batch_rows) == 8
    once_more = replayed(run, 1, small_data())
    np.testing.assert_array_equal(once_more.trainer.network.parameters, run.trainer.network.parameters)

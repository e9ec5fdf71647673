"""The journal: whatever a user does, doing it again from the start gives the same bits."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.journal import JournalEntry, epochs_by, without_gradient
from core.engine.run import Run, replayed
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.engine.learner import Learner
from tests.core.small_data import small_data


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch of over 16 examples takes several pieces."""
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)


PICTURES = (
    Conv2d(3, 2, padding=1, activation="tanh", picture=(2, 3)),
    Conv2d(3, 3, padding=1, skip=True, bias_per_cell=True),
    MaxPool2d(2),
    LocallyConnected2d(2, 1),
    Dense(3, "softmax"),
)


def given_up_by(run: Run) -> list[int]:
    """Epochs that were given up, as its journal has them."""
    return [*epochs_by(run.origin, run.journal, 50, run.trainer.step_count).given_up]


def check_replays(seed: int, architecture: Architecture | None = None) -> Run:
    if architecture is None:
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
        assert again.trainer.batches.given_up == given_up_by(again), update
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


@pytest.mark.parametrize("seed", range(100, 116))
def test_so_it_is_with_layers_of_windows_and_pools(seed: int) -> None:
    check_replays(seed, Architecture(PICTURES, seed=3))


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


def test_a_gradient_that_waits_is_forgotten_where_the_run_stands_and_nowhere_else() -> None:
    change = c.Reconfigure(TrainingConfig())
    journal = [JournalEntry(3, True, change), JournalEntry(7, True, change), JournalEntry(7, False, change)]
    assert [entry.gradient_ready for entry in without_gradient(journal, 7)] == [True, False, False]


def test_epochs_that_were_given_up_are_known_by_the_journal() -> None:
    """50 examples: batches of 8 have used 24 when 40 are taken at once, which is an epoch each."""
    driver = Driver()
    driver.train(3)
    # The gradient of the fourth update waits: the larger batches come with the fifth, 32 of 50 are used then.
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=40)))
    run = driver.engine.current
    assert given_up_by(run) == run.trainer.batches.given_up == []
    assert [(span.start, span.length) for span in run.info().epochs] == [(0, 4), (4, 1)]
    driver.send(c.ApplyUpdate())
    driver.rest()
    driver.train(1)
    assert given_up_by(run) == run.trainer.batches.given_up == [0]
    assert (run.trainer.step_count, run.trainer.batches.epoch, run.trainer.epoch) == (5, 2, 1)


def test_a_gradient_that_is_dropped_by_an_edit_uses_no_examples() -> None:
    driver = Driver()
    driver.train(3)
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=30)))
    driver.send(c.EditParameter(0, 1, ParameterLocation(2, 1), 0.5, 0))
    driver.train(1)
    run = driver.engine.current
    # 24 of 50 are used: no room for 30, so that the fourth update is of the next epoch, and its end.
    assert given_up_by(run) == run.trainer.batches.given_up == [0] and run.trainer.epoch == 1
    assert [(span.start, span.length) for span in run.info().epochs] == [(0, 3), (3, 1)]

"""Runs that are begun beside the one on screen: they are there, saved, and nothing on screen changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave import Autosave
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.initial_weights import InitialWeights
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, same_parameters
from tests.core.small_data import small_data

OTHER = Architecture.dense(hidden=(7,), activation="relu", seed=9)


def test_a_run_that_is_not_shown_is_begun_beside_the_training() -> None:
    driver = Driver()
    driver.send(c.Train(200))
    driver.work(3)
    infos, snapshots = len(driver.all(m.RunInfo)), len(driver.all(Snapshot))
    driver.send(c.BeginRun(1, OTHER, replace(CONFIG, learning_rate=0.01), is_shown=False))
    info = driver.last(m.RunBegun).info
    assert (info.run, info.sizes[1:-1], info.config.learning_rate, info.update) == (1, (7,), 0.01, 0)
    assert driver.engine.training.running and driver.engine.number == 0
    assert (len(driver.all(m.RunInfo)), len(driver.all(Snapshot))) == (infos, snapshots)
    driver.rest()
    assert same_parameters(driver.snapshot, headless(200))
    driver.send(c.ReturnToRun(1))
    assert driver.last(m.RunInfo) == info and driver.snapshot.run == 1
    # Another network on the same digits shows the same one.
    assert driver.snapshot.example is driver.all(Snapshot)[-2].example
    driver.train(30)
    assert same_parameters(driver.snapshot, headless(30, OTHER, replace(CONFIG, learning_rate=0.01)))


def test_a_run_that_is_not_shown_is_saved_and_the_one_on_screen_stays_the_one_that_is_recovered(
    tmp_path: Path,
) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.train(10)
    driver.send(c.BeginRun(1, OTHER, CONFIG, is_shown=False), c.BranchRun(2, 7, is_shown=False))
    driver.rest()
    shown = Autosave(tmp_path).shown()
    assert shown is not None and shown.run == 0
    saved = {state.number: state.checkpoint.step_count for state in Autosave(tmp_path).states()}
    assert {1: 0, 2: 7}.items() <= saved.items()
    again = Driver(start=False)
    again.send(c.Recover(str(tmp_path)), c.ReturnToRun(2))
    assert again.all(m.Recovered)[0].run == 0 and same_parameters(again.snapshot, headless(7))


def test_no_run_takes_the_place_of_one_that_is_there() -> None:
    driver = Driver()
    driver.train(10)
    driver.send(c.BeginRun(0, OTHER, CONFIG), c.BeginRun(0, OTHER, CONFIG, is_shown=False))
    assert driver.snapshot.sizes[1:-1] == (5, 4) and not driver.all(m.RunBegun)
    driver.train(5)
    assert same_parameters(driver.snapshot, headless(15))


def test_a_run_that_was_meant_for_the_pictures_of_another_session_is_not_begun_on_numbers() -> None:
    driver = Driver()
    squared = replace(CONFIG, loss="squared_error")
    driver.send(c.BeginRun(1, OTHER, squared, DatasetSpec("line", "sine", 40)))
    driver.train(10)
    of_pictures = Architecture((Conv2d(2, 3, picture=(16, 16)), Dense(10, "softmax")))
    driver.send(c.BeginRun(2, of_pictures, CONFIG), c.BeginRun(3, of_pictures, CONFIG, is_shown=False))
    driver.send(c.BeginRun(2, of_pictures, CONFIG, keeps_weights=True))
    assert driver.last(m.RunInfo).run == 1 and driver.engine.run(2) is driver.engine.run(3) is None
    driver.train(5)
    assert (driver.snapshot.run, driver.snapshot.update) == (1, 15) and not driver.all(m.EngineFailed)


LINE = Architecture.dense((4,), "relu", 1, output="identity")


@pytest.mark.parametrize(
    ("architecture", "change"),
    [
        # Pictures that lie otherwise, although a window of 2 fits into both, and that are too small for one of 3;
        # numbers in place of classes; more in a batch than there are.
        (Architecture((Conv2d(2, 2, picture=(3, 2)), Dense(3, "softmax"))), {}),
        (Architecture((Conv2d(2, 3, picture=(2, 3)), Dense(3, "softmax"))), {}),
        (LINE, {"loss": "cross_entropy"}),
        (LINE, {"batch_size": 41}),
    ],
)
def test_a_run_whose_settings_were_meant_for_other_data_is_not_begun(
    architecture: Architecture, change: dict[str, Any]
) -> None:
    driver = Driver(
        load=lambda choice: replace(small_data(), picture=(2, 3)) if not choice.name else choice.load()
    )
    squared = replace(CONFIG, loss="squared_error", batch_size=8)
    if architecture is LINE:
        driver.send(c.BeginRun(1, LINE, squared, DatasetSpec("line", "sine", 40)))
    run = driver.engine.number
    driver.send(c.BeginRun(2, architecture, replace(squared, **change)))
    assert driver.engine.number == run and driver.engine.run(2) is None and not driver.all(m.EngineFailed)


def test_a_run_whose_weights_were_opened_for_other_data_is_not_begun() -> None:
    driver = Driver()
    squared = replace(CONFIG, loss="squared_error", batch_size=8)
    driver.send(c.BeginRun(1, LINE, squared, DatasetSpec("line", "sine", 40)))
    # A curve has one input: 4 weights and biases to it, 4 weights and a bias behind it; these are of two inputs.
    of_plane = InitialWeights("plane.npz", np.zeros(17, np.float32))
    driver.send(c.BeginRun(2, LINE, squared, weights=of_plane))
    assert driver.engine.number == 1 and driver.engine.run(2) is None and not driver.all(m.EngineFailed)
    driver.send(
        c.BeginRun(2, LINE, squared, weights=InitialWeights("line.npz", np.full(13, 0.5, np.float32)))
    )
    assert driver.engine.number == 2 and (driver.snapshot.parameters == 0.5).all()


def test_a_run_that_cannot_be_for_a_reason_of_its_own_is_a_failure_whichever_data_it_is_for() -> None:
    driver = Driver()
    foreign = InitialWeights("other.npz", np.zeros(3, np.float32))
    driver.send(c.BeginRun(1, OTHER, CONFIG, DatasetSpec(), foreign))
    assert "other.npz has 3 parameters" in driver.last(m.EngineFailed).details and driver.engine.number == 0
    # No data are such that cross-entropy has an answer of an output that is any number.
    driver = Driver()
    driver.send(c.BeginRun(1, OTHER.changed(output="identity"), CONFIG))
    assert "cross-entropy needs a softmax" in driver.last(m.EngineFailed).details


def test_a_run_that_does_not_suit_the_data_that_it_names_is_a_failure() -> None:
    driver = Driver()
    of_pictures = Architecture((Conv2d(2, 3, picture=(16, 16)), Dense(10, "softmax")))
    driver.send(c.BeginRun(1, of_pictures, CONFIG, DatasetSpec("line", "sine", 40)))
    assert driver.last(m.EngineFailed) and driver.engine.number == 0


def test_a_branch_that_is_not_shown_has_the_same_past_and_the_training_goes_on() -> None:
    driver = Driver()
    driver.send(c.ShowTestSample("next"))
    driver.train(300)
    driver.send(c.Train(100))
    driver.work(2)
    driver.send(c.BranchRun(1, 200, replace(CONFIG, learning_rate=0.01), is_shown=False))
    driver.rest()
    info = driver.last(m.RunBegun).info
    assert (info.run, info.parent, info.branch_update, info.update) == (1, 0, 200, 200)
    assert info.config.learning_rate == 0.01 and [mark.update for mark in info.changes] == [200]
    assert driver.engine.number == 0 and same_parameters(driver.snapshot, headless(400))
    driver.send(c.ReturnToRun(1))
    assert driver.snapshot.example.origin == "test"
    driver.train(50)
    alone = headless(200)
    alone.reconfigure(replace(CONFIG, learning_rate=0.01))
    for _ in range(50):
        alone.step()
    assert same_parameters(driver.snapshot, alone)
    driver.send(c.LookAt(150))
    driver.rest()
    assert same_parameters(driver.last(m.PastShown).snapshot, headless(150))


def test_commands_wait_for_a_branch_that_is_not_shown() -> None:
    driver = Driver()
    driver.train(300)
    driver.clock.tick_s = 0.002
    driver.send(c.BranchRun(1, 255, is_shown=False), c.ReturnToRun(1))
    assert driver.engine.number == 0
    driver.rest()
    assert driver.engine.number == 1 and driver.snapshot.update == 255


def test_what_somebody_looks_back_at_stays_while_a_branch_is_begun_beside_it() -> None:
    driver = Driver()
    driver.train(300)
    driver.send(c.LookAt(100))
    driver.rest()
    driver.send(c.BranchRun(1, 130, is_shown=False))
    driver.rest()
    assert driver.engine.time.is_looking_back and driver.engine.shown.trainer.step_count == 100
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    shown = driver.last(m.PastShown)
    assert (shown.run, shown.update) == (0, 100) and same_parameters(shown.snapshot, headless(100))
    driver.send(c.ReturnToLive())
    assert driver.snapshot.update == 300 and same_parameters(driver.snapshot, headless(300))


def test_a_wish_to_look_back_that_is_on_its_way_is_met_after_the_branch() -> None:
    driver = Driver()
    driver.train(300)
    driver.clock.tick_s = 0.002
    driver.send(c.LookAt(255))
    driver.work(1)
    driver.send(c.BranchRun(1, 130, is_shown=False))
    driver.rest()
    assert driver.last(m.RunBegun).info.update == 130
    assert same_parameters(driver.last(m.PastShown).snapshot, headless(255))
    assert driver.last(m.PastShown).is_exact
    np.testing.assert_array_equal(
        driver.engine.current.trainer.network.parameters, headless(300).network.parameters
    )


def test_a_run_that_is_gone_is_begun_again_under_its_number() -> None:
    driver = Driver()
    driver.send(c.BeginRun(1, OTHER, CONFIG, is_shown=False), c.ForgetRun(1))
    driver.send(c.ReturnToRun(1))
    assert driver.engine.number == 0
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG, is_shown=False), c.ReturnToRun(1))
    assert driver.snapshot.run == 1 and same_parameters(driver.snapshot, headless(0))

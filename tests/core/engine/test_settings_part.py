"""Which setting a divergence is put on, in runs of which paper says what each update makes of the weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import history, settings_part
from core.engine import messages as m
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from tests.core.engine.driver import CONFIG, Driver
from tests.core.engine.test_divergence_cause import narrow_driver

# y₀ is the product of four weights times the first input, and all else is 0: C falls and rises by what they are.
ARCHITECTURE = Architecture.dense((5, 4, 4), "identity", 3, output="identity")
SQUARES = replace(CONFIG, loss="squared_error", optimizer="sgd", learning_rate=1e-3, batch_size=None, seed=1)


def driver_with(config: TrainingConfig, first: float = 1.0) -> Driver:
    driver = Driver(ARCHITECTURE, config)
    network = driver.trainer.network.copy()
    network.parameters[:] = 0
    for layer in network.layers:
        layer.W[0, 0] = first
    weights = InitialWeights("ones.npz", network.parameters.copy())
    driver.send(c.BeginRun(1, ARCHITECTURE, config, weights=weights))
    driver.rest()
    return driver


def set_to(driver: Driver, **settings: object) -> None:
    driver.send(c.Reconfigure(replace(driver.trainer.config, **settings)))  # type: ignore[arg-type]


def end(driver: Driver, updates: int = 60) -> m.Diverged:
    driver.train(updates)
    return driver.last(m.Diverged)


def largest_weight(driver: Driver) -> float:
    return float(np.abs(driver.trainer.network.parameters).max())


def test_a_rate_that_moves_nothing_is_not_blamed_for_what_a_higher_one_has_made() -> None:
    # Of ½ y₀² the slope by a weight is w⁷ mean(x₀²): one update at 10⁶/1000 takes w = 10 far beyond 10⁶, where y₀² is
    # over 10³⁸ whatever the rate is.
    driver = driver_with(replace(SQUARES, learning_rate=1000.0), 10.0)
    driver.train(1)
    assert largest_weight(driver) > 1e6
    set_to(driver, learning_rate=1e-9)
    assert end(driver) == m.Diverged(1, 2, "loss", "earlier_rate", 1000.0)
    # The same once more: to set another one later changes nothing of what was.
    set_to(driver, learning_rate=1e-5)
    driver.send(c.Train(1))
    driver.rest()
    assert driver.all(m.Diverged)[-1] == m.Diverged(1, 2, "loss", "earlier_rate", 1000.0)


def test_a_rate_that_fails_by_itself_is_blamed_though_another_was_higher() -> None:
    # At 2 all of it goes on for a while at a rate that moves nothing, and at neither of these.
    driver = driver_with(replace(SQUARES, learning_rate=0.3), 2.0)
    driver.train(1)
    set_to(driver, learning_rate=0.29)
    told = end(driver)
    assert told.update > 2 and (told.culprit, told.rate) == ("rate", 0.29)


def test_a_lower_rate_that_goes_on_from_the_beginning_is_not_blamed_for_weights_that_another_has_made() -> (
    None
):
    # w = 2 and 20 have a slope of w⁷ mean(x₀²): 0.01 moves 2 by a little, and 20 beyond all bounds.
    driver = driver_with(replace(SQUARES, learning_rate=0.3), 2.0)
    driver.train(1)
    assert 5 < largest_weight(driver) < 100
    set_to(driver, learning_rate=0.001)
    told = end(driver)
    assert told.update > 2 and (told.culprit, told.rate) == ("earlier_rate", 0.3)


def test_a_rate_that_was_raised_is_blamed_itself() -> None:
    driver = driver_with(SQUARES)
    driver.train(3)
    set_to(driver, learning_rate=1000.0)
    told = end(driver)
    assert told.update > 4 and (told.culprit, told.rate) == ("rate", 1000.0)


def test_settings_that_no_update_was_made_with_are_not_to_blame() -> None:
    driver = driver_with(SQUARES)
    set_to(driver, learning_rate=999.0, l2=5.0)
    set_to(driver, learning_rate=500.0, l2=0.0)
    told = end(driver)
    assert (told.culprit, told.rate) == ("rate", 500.0)
    # There is nothing to be tried, so that it is told once.
    assert len(driver.all(m.Diverged)) == 1


def test_a_rate_that_is_lowered_while_the_cause_is_sought_is_neither_in_force_nor_blamed() -> None:
    driver = driver_with(replace(SQUARES, learning_rate=1000.0, l2=1e-6))
    driver.send(c.Train(60))
    run = driver.engine.current
    driver.until(lambda: run.diverged is not None and not run.is_returning)
    set_to(driver, learning_rate=1e-9)
    driver.rest()
    assert (driver.last(m.Diverged).culprit, driver.last(m.Diverged).rate) == ("rate", 1000.0)


def test_a_step_that_is_too_large_is_the_doing_of_the_rate_that_was_in_force_though_it_is_lowered_since() -> (
    None
):
    driver = narrow_driver(6e-3, "sgd", rate=1000.0)
    set_to(driver, l2=1e-6)
    driver.send(c.Train(1))
    run = driver.engine.current
    driver.until(lambda: run.diverged is not None and not run.is_returning)
    # At such a rate the update could be made, with L2 and without.
    set_to(driver, learning_rate=1e-300)
    driver.rest()
    assert driver.last(m.Diverged) == m.Diverged(1, 1, "parameter", "rate", 1000.0)


# With the data's gradient next to nothing at w = 1e-3, w - η λ w = -2 w each time, and η λ sign(w) = 300.
DOUBLING = replace(SQUARES, learning_rate=0.3)


@pytest.mark.parametrize(
    ("change", "culprit"),
    [
        ({"l2": 10.0}, "l2"),
        ({"l2": 10.0, "l1": 1e-6}, "l2"),
        # L1 changes each weight by 9 at once, 9⁴ and 9⁸ go on by themselves; without it 1e-3 stays.
        ({"l1": 10.0, "learning_rate": 0.9}, "l1"),
        ({"l1": 10.0, "l2": 10.0, "learning_rate": 0.9}, "l1_l2"),
        ({"optimizer": "adamw", "weight_decay": 10.0}, "weight_decay"),
    ],
)
def test_a_penalty_without_which_it_goes_on_is_named(change: dict[str, object], culprit: str) -> None:
    driver = driver_with(replace(DOUBLING, **change), 1e-3)  # type: ignore[arg-type]
    told = end(driver, 400)
    assert (told.culprit, told.rate) == (culprit, driver.trainer.config.learning_rate)
    without = {name: 0.0 for name in ("l1", "l2", "weight_decay") if name in culprit}
    again = driver_with(replace(DOUBLING, **(change | without)), 1e-3)  # type: ignore[arg-type]
    again.train(2 * told.update)
    assert not again.all(m.Diverged)


def test_a_penalty_that_was_on_is_named_after_it_was_taken_off() -> None:
    driver = driver_with(replace(DOUBLING, l2=10.0), 1e-3)
    driver.train(12)
    set_to(driver, l2=0.0)
    told = end(driver)
    assert told.update > 12 and told.culprit == "l2"


def test_a_penalty_without_which_it_fails_as_well_is_not_to_blame() -> None:
    driver = driver_with(replace(SQUARES, learning_rate=1000.0, l2=10.0))
    assert end(driver).culprit == "rate"


@pytest.mark.parametrize(
    ("limit", "change", "culprit"),
    [
        # From the nearest state on it goes on without, or fails as well; so small a one could not have done it before.
        (30, {"l2": 7.0}, "l2"),
        (2, {"l2": 10.0}, "unknown"),
        (2, {"learning_rate": 1000.0, "l2": 1e-6}, "rate"),
    ],
)
def test_of_what_takes_too_many_updates_only_what_is_found_is_said(
    limit: int, change: dict[str, object], culprit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_part, "MAX_UPDATES", limit)
    monkeypatch.setattr(history, "LARGEST_FIRST_SPACING", 1)
    driver = driver_with(replace(DOUBLING, **change), 1e-3)  # type: ignore[arg-type]
    assert end(driver, 400).culprit == culprit


@pytest.mark.parametrize(("limit", "culprit"), [(3, "earlier_rate"), (1, "unknown")])
def test_of_rates_that_take_too_many_updates_the_last_change_is_tried(
    limit: int, culprit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_part, "MAX_UPDATES", limit)
    monkeypatch.setattr(history, "LARGEST_FIRST_SPACING", 1)
    driver = driver_with(replace(SQUARES, learning_rate=1e-9), 10.0)
    driver.train(5)
    set_to(driver, learning_rate=1000.0)
    driver.train(1)
    set_to(driver, learning_rate=1e-9)
    assert end(driver).culprit == culprit


def test_that_it_is_tried_leaves_the_run_as_it_stands() -> None:
    driver = driver_with(replace(DOUBLING, l2=10.0), 1e-3)
    driver.send(c.Train(400))
    run = driver.engine.current
    driver.until(lambda: run.diverged is not None and not run.is_returning)
    before, entries = run.trainer.checkpoint().checksum, list(run.journal)
    driver.rest()
    assert driver.last(m.Diverged).culprit == "l2"
    assert (run.trainer.checkpoint().checksum, run.journal) == (before, entries)

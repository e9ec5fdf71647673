"""What was set by hand before earlier updates, in divergences whose cause is known from how they were made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import earlier_edits, history
from core.engine import messages as m
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from tests.core.engine.driver import CONFIG, Driver

ARCHITECTURE = Architecture.dense((5, 4, 4), "identity", 3, output="identity")
SQUARES = replace(CONFIG, loss="squared_error", optimizer="sgd", learning_rate=1e-9, batch_size=1, seed=1)


def driver_of_ones(config: TrainingConfig = SQUARES) -> Driver:
    """All weights are 0 but those of the first neurons, which are 1: y₀ is the first input, at most 1."""
    driver = Driver(ARCHITECTURE, config)
    network = driver.trainer.network.copy()
    network.parameters[:] = 0
    for layer in network.layers:
        layer.W[0, 0] = 1
    weights = InitialWeights("ones.npz", network.parameters.copy())
    driver.send(c.BeginRun(1, ARCHITECTURE, config, weights=weights))
    driver.rest()
    return driver


def set_all(driver: Driver, value: float, first: int = 0) -> None:
    """Set the four weights of 1 by hand, by edits from this number on."""
    places = (c.ParameterLocation(layer, 0, 0) for layer in range(4))
    driver.send(*(c.EditParameter(1, first + i, place, value, 0) for i, place in enumerate(places)))


def updates_with_first_input(driver: Driver) -> list[int]:
    """Which updates of the first pass, each of one example, have another first input than 0."""
    rows, seed = driver.trainer.dataset.X_train[:, 0], SQUARES.seed
    order = np.random.default_rng((seed, 0)).permutation(len(rows))
    return [int(index) + 1 for index in np.flatnonzero(rows[order] != 0)]


def before_a_gap(driver: Driver) -> tuple[int, int]:
    """An update after which the next two have 0 as their first input, and the next that has not."""
    updates = updates_with_first_input(driver)
    return next((a, b) for a, b in zip(updates, updates[1:], strict=False) if b > a + 2)


def with_rate(driver: Driver, rate: float) -> c.Reconfigure:
    return c.Reconfigure(replace(driver.trainer.config, learning_rate=rate))


@pytest.mark.parametrize("between", ["", "settings", "sorting", "walkthrough"])
def test_weights_too_large_at_any_rate_are_told_though_updates_were_made_with_them(between: str) -> None:
    # (10⁶)⁴ x₀ = 10²⁴ x₀, and no float32 holds its square; where x₀ is 0, so is y₀, and the update can be made.
    driver = driver_of_ones()
    made, fails = before_a_gap(driver)
    driver.train(made)
    set_all(driver, 1e6)
    driver.train(1)
    if between == "settings":
        driver.send(with_rate(driver, 1e-8))
    elif between == "sorting":
        driver.send(c.SortNeurons(1, 9))
        driver.rest()
    elif between == "walkthrough":
        driver.walk()
    driver.train(60)
    assert driver.last(m.Diverged) == m.Diverged(1, fails, "loss", "earlier_edit")


def test_until_it_is_known_nothing_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    # Also where states are kept that have the edits already.
    monkeypatch.setattr(history, "LARGEST_FIRST_SPACING", 1)
    driver = driver_of_ones()
    driver.train(before_a_gap(driver)[0])
    set_all(driver, 1e6)
    driver.train(60)
    assert [told.culprit for told in driver.all(m.Diverged)] == ["", "earlier_edit"]


@pytest.mark.parametrize("is_later", [False, True])
def test_weights_that_only_the_rate_makes_fail_are_told_together_with_it(is_later: bool) -> None:
    # Of ½ (w⁴ x₀ - ŷ₀)² the slope by each w is about 4 w⁷ x₀²: at w = 1 a rate of 10⁻³ changes next to nothing, at
    # w = 20 it is 5 · 10⁹ x₀² and 10⁻³ of that many times w; at no rate y₀ = 160,000 x₀ stays what it is.
    driver = driver_of_ones(replace(SQUARES, learning_rate=1e-9 if is_later else 1e-3))
    driver.train(3)
    set_all(driver, 20.0)
    driver.train(2)
    if is_later:
        driver.send(with_rate(driver, 1e-3))
    driver.train(40)
    told = driver.last(m.Diverged)
    assert told.update > 4 and told == m.Diverged(1, told.update, told.cause, "edit_and_rate", 1e-3)


def test_weights_without_which_it_fails_a_little_later_are_not_to_blame() -> None:
    found = []
    for value in (1.0, 3.0):
        driver = driver_of_ones(replace(SQUARES, learning_rate=1.0))
        set_all(driver, value)
        driver.train(60)
        found.append(driver.last(m.Diverged))
    assert 1 < found[1].update < found[0].update < found[1].update + 64
    assert found[1].culprit == "rate"


@pytest.mark.parametrize(
    ("limit", "again", "culprit"),
    [(40, False, "rate"), (2, False, "edit_or_rate"), (9, True, "edit_or_rate")],
)
def test_what_was_set_too_long_ago_to_be_tried_is_not_ruled_out(
    limit: int, again: bool, culprit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier_edits, "MAX_UPDATES", limit)
    monkeypatch.setattr(history, "LARGEST_FIRST_SPACING", 1)
    driver = driver_of_ones()
    set_all(driver, 1.1)
    driver.train(10)
    if again:
        set_all(driver, 1.0, first=4)
    driver.send(with_rate(driver, 1000.0))
    driver.train(8)
    assert driver.last(m.Diverged).culprit == culprit


def test_that_it_is_tried_leaves_the_run_as_it_stands() -> None:
    driver = driver_of_ones()
    driver.train(before_a_gap(driver)[0])
    set_all(driver, 1e6)
    driver.train(60)
    run = driver.engine.current
    before, entries = run.trainer.checkpoint().checksum, list(run.journal)
    driver.send(c.Train(1))
    driver.rest()
    assert (run.trainer.checkpoint().checksum, run.journal) == (before, entries)

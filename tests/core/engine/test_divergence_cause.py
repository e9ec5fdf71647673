"""Whether the rate had a part in a divergence, with weights of which paper says what their outputs are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.engine.frames import FrameReader, pack
from core.engine.protocol import Envelope, frame_of, message_of
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from tests.core.engine.driver import CONFIG, Driver

ARCHITECTURE = Architecture.dense((5, 4, 4), "identity", 3, output="identity")
SQUARES = replace(CONFIG, loss="squared_error")


def driver_with(first: float, config: TrainingConfig, **settings: object) -> Driver:
    """Of a file's weights: all are 0 but those of the first neurons, so y₀ is `first`⁴ times the first input."""
    driver = Driver(ARCHITECTURE, config)
    network = driver.trainer.network.copy()
    network.parameters[:] = 0
    for layer in network.layers:
        layer.W[0, 0] = first
    weights = InitialWeights("large.npz", network.parameters.copy())
    driver.send(c.BeginRun(1, ARCHITECTURE, replace(config, **settings), weights=weights))  # type: ignore[arg-type]
    driver.rest()
    return driver


def first_large(driver: Driver) -> int:
    """The first update whose batch has an example with ink in the first input."""
    rows, seed = driver.trainer.dataset.X_train[:, 0], driver.trainer.config.seed
    order = np.random.default_rng((seed, 0)).permutation(len(rows))
    return int(np.flatnonzero(rows[order] > 0)[0]) // driver.trainer.batches.batch_size + 1


@pytest.mark.parametrize("batch_size", [1, None])
def test_weights_that_were_too_large_from_the_start_are_to_blame_at_any_update(
    batch_size: int | None,
) -> None:
    # (10⁶)⁴ = 10²⁴, and no float32 holds its square; nothing else has an answer but 0.
    settings = {"seed": 1, "batch_size": batch_size, "optimizer": "sgd", "learning_rate": 1e-9}
    driver = driver_with(1e6, SQUARES, **settings)
    update = first_large(driver)
    driver.train(60)
    assert (update > 1) is (batch_size is not None)
    assert driver.last(m.Diverged) == m.Diverged(1, update, "loss", "weights")
    # Whoever asks for an update is told the same.
    driver.send(c.Train(1))
    assert (
        driver.all(m.Diverged)[-1] == m.Diverged(1, update, "loss", "weights")
        and len(driver.all(m.Diverged)) == 2
    )


@pytest.mark.parametrize("l2", [0.0, 10.0])
def test_what_the_rate_has_made_too_large_is_the_rates_doing(l2: float) -> None:
    change: dict[str, object] = {"optimizer": "sgd", "learning_rate": 1000.0, "l2": l2}
    driver = driver_with(1.0, SQUARES, **change)
    driver.train(60)
    assert driver.last(m.Diverged).culprit == ""


def test_with_weights_set_back_that_were_set_since_the_last_update_it_is_tried_again() -> None:
    driver = Driver(ARCHITECTURE, SQUARES)
    driver.train(3)
    for layer in range(4):
        # Twice: what counts is what was there before the first.
        for turn, value in enumerate((1e5, 1e6)):
            place = c.ParameterLocation(layer, 0, 0)
            driver.send(c.EditParameter(0, 2 * layer + turn, place, value, 0))
    driver.train(10)
    assert driver.last(m.Diverged) == m.Diverged(0, 4, "loss", "edit")


@pytest.mark.parametrize("message", [m.Diverged(1, 3, "loss", "weights"), m.StoppedEarly(0, 5_625, 3_750)])
def test_how_a_training_ended_reaches_the_window(message: object) -> None:
    (frame,) = FrameReader().feed(pack(frame_of(Envelope(message, 1))))
    assert message_of(frame).content == message


def test_an_edit_that_changes_nothing_of_it_is_not_to_blame() -> None:
    driver = driver_with(1e6, SQUARES, batch_size=None)
    driver.send(c.EditParameter(1, 0, c.ParameterLocation(0, 3, None), 0.5, 0))
    driver.train(1)
    assert driver.last(m.Diverged) == m.Diverged(1, 1, "loss", "weights")


def test_weights_set_before_an_update_that_was_made_are_not_to_blame_for_the_next() -> None:
    # With each at 1 again its batch would have finite numbers; but it is the first update that made them so large.
    driver = driver_with(1.0, SQUARES, batch_size=None, optimizer="sgd", learning_rate=1000.0)
    driver.send(*(c.EditParameter(1, i, c.ParameterLocation(i, 0, 0), 2.0, 0) for i in range(4)))
    driver.train(60)
    assert driver.last(m.Diverged) == m.Diverged(1, 2, "loss", "")

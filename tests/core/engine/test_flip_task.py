"""What each pixel decides, asked of the engine: live, at rest, in the past; the training stays the same to the bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis import fewest_flips
from core.analysis.fewest_flips import FewestFlips
from core.analysis.pixel_flips import Flipper, SingleFlips
from core.engine import commands as c
from core.engine import messages as m
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, Driver, headless
from tests.core.nn.test_picture_layers import SMALL_CNN
from tests.core.small_data import small_data

DATA = replace(small_data(n_in=36), picture=(6, 6))


def driver_of(dataset: Any = DATA, **more: Any) -> Driver:
    return Driver(load=lambda _: dataset, **more)


def expected(driver: Driver, x: np.ndarray, label: int | None) -> SingleFlips:
    return SingleFlips(Flipper(driver.engine.shown.trainer.network, x, label)).finish()


def is_of_now(driver: Driver, flips: m.PixelFlips) -> bool:
    """Whether these are of what is shown, with the numbers that they should have."""
    run = driver.engine.shown
    own = expected(driver, run.sample.current.x, run.sample.current.label)
    return (
        (flips.run, flips.update, flips.edits) == (run.number, run.trainer.step_count, run.trainer.edit_count)
        and flips.example is run.sample.current
        and np.array_equal(flips.losses, own.losses[1:], equal_nan=True)
        and np.array_equal(flips.answers, own.answers[1:])
        and np.array_equal(flips.confidences, own.confidences[1:], equal_nan=True)
        and flips.answer == own.answer
        and (flips.loss == own.losses[0] or flips.example.label is None)
    )


def test_nothing_is_told_unless_somebody_looks() -> None:
    driver = driver_of()
    driver.train(5)
    assert not driver.all(m.PixelFlips)
    driver.send(c.WatchFlips(True))
    driver.rest()
    assert len(driver.all(m.PixelFlips)) == 1 and is_of_now(driver, driver.last(m.PixelFlips))
    driver.send(c.WatchFlips(False))
    driver.train(3)
    assert len(driver.all(m.PixelFlips)) == 1


def test_at_rest_the_fewest_flips_follow() -> None:
    driver = driver_of()
    driver.train(30)
    driver.send(c.WatchFlips(True))
    driver.rest()
    flips, found = driver.last(m.PixelFlips), driver.last(m.FewestFlips)
    assert found.number == flips.number
    example = driver.engine.shown.sample.current
    flipper = Flipper(driver.trainer.network, example.x, example.label)
    chain = FewestFlips(flipper, SingleFlips(flipper).finish()).finish()
    assert np.array_equal(found.chain.pixels, chain.pixels) and found.chain.pairs == 630
    assert (found.chain.pairs_tried, found.chain.singles) == (chain.pairs_tried, chain.singles)
    assert len(driver.all(m.FewestFlips)) == 1


def test_each_other_example_update_edit_and_past_is_looked_at_anew() -> None:
    driver = driver_of()
    driver.send(c.WatchFlips(True))
    driver.rest()
    drawn = np.zeros(36, np.float32)
    for command in (
        c.ShowTestSample("next"),
        c.Train(9),
        c.ShowDrawing(drawn, None),
        c.ShowDrawing(drawn, 2),
        c.ComputeGradient(),
        c.ApplyUpdate(),
        c.LookAt(4),
        c.ReturnToLive(),
        c.Reconfigure(TrainingConfig(seed=3, batch_size=8, loss="squared_error")),
    ):
        before = len(driver.all(m.PixelFlips))
        driver.send(command)
        driver.rest()
        flips = driver.last(m.PixelFlips)
        if isinstance(command, c.ComputeGradient):
            assert is_of_now(driver, flips)
        elif isinstance(command, c.Reconfigure):
            assert len(driver.all(m.PixelFlips)) > before and flips.loss != driver.all(m.PixelFlips)[-2].loss
        else:
            assert len(driver.all(m.PixelFlips)) > before and is_of_now(driver, flips), command
        assert driver.last(m.FewestFlips).number == flips.number
        if isinstance(command, c.ShowDrawing):
            assert np.isnan(flips.losses).all() == (command.label is None)
        if isinstance(command, c.LookAt):
            assert flips.update == 4
    numbers = [flips.number for flips in driver.all(m.PixelFlips)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_while_the_training_runs_each_is_of_one_update_and_they_come_twelve_times_a_second() -> None:
    driver = driver_of(tick_s=0.0002)
    driver.send(c.WatchFlips(True), c.Train())
    began = driver.clock.now
    driver.until(lambda: len(driver.all(m.PixelFlips)) >= 6)
    assert 0.4 < driver.clock.now - began < 0.6
    told = driver.all(m.PixelFlips)[1:]
    updates = [flips.update for flips in told]
    assert updates == sorted(set(updates)) and driver.trainer.step_count >= updates[-1]
    for flips in (told[0], told[2]):
        network = headless(flips.update, dataset=DATA).network
        own = SingleFlips(Flipper(network, flips.example.x, flips.example.label)).finish()
        assert np.array_equal(flips.losses, own.losses[1:])
    # No pairs are tried meanwhile, and the training is the same to the bit.
    assert all(found.chain.pairs_tried == 0 for found in driver.all(m.FewestFlips))
    driver.send(c.Pause())
    driver.rest()
    assert is_of_now(driver, driver.last(m.PixelFlips))
    assert driver.last(m.FewestFlips).number == driver.last(m.PixelFlips).number
    alone = headless(driver.trainer.step_count, dataset=DATA)
    assert np.array_equal(alone.network.parameters, driver.trainer.network.parameters)


def test_a_large_networks_flips_come_in_portions_of_one_update() -> None:
    data = replace(small_data(n_in=256), picture=(16, 16))
    architecture = Architecture(SMALL_CNN, seed=3)
    config = TrainingConfig(seed=3, batch_size=8)
    driver = Driver(architecture, config, load=lambda _: data)
    driver.send(c.WatchFlips(True))
    driver.rest()
    driver.clock.tick_s = 0.004
    driver.send(c.Train())
    first = len(driver.all(m.PixelFlips))
    driver.until(lambda: len(driver.all(m.PixelFlips)) > first + 1)
    flips = driver.last(m.PixelFlips)
    assert driver.trainer.step_count > flips.update + 1
    network = headless(flips.update, architecture, config, data).network
    own = SingleFlips(Flipper(network, flips.example.x, flips.example.label)).finish()
    np.testing.assert_allclose(flips.losses, own.losses[1:], rtol=1e-5)


def test_pairs_of_what_has_moved_on_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FewestFlips, "is_at_hand", property(lambda self: False))
    driver = driver_of(tick_s=0.3)
    driver.send(c.WatchFlips(True))
    driver.until(lambda: driver.engine.flips._search is not None)
    driver.engine.flips._flipper.rows = 50  # type: ignore[union-attr]
    driver.until(lambda: bool(driver.all(m.FlipsProgress)) and driver.last(m.FlipsProgress).done > 0)
    progress = driver.last(m.FlipsProgress)
    assert 0 < progress.done < progress.total == 630 and progress.number == 1
    assert not driver.all(m.FewestFlips)
    driver.send(c.ShowTestSample("next"))
    driver.clock.tick_s = 0.0005
    driver.rest()
    assert [found.number for found in driver.all(m.FewestFlips)] == [2]


@pytest.mark.parametrize(
    "dataset", [small_data(n_in=36), replace(DATA, y_train=np.ones((50, 1)), class_names=())]
)
def test_of_what_is_no_picture_or_has_no_classes_nothing_comes(dataset: Any) -> None:
    if not dataset.class_names:
        dataset = replace(dataset, y_test=np.ones((20, 1)))
        config = TrainingConfig(seed=3, batch_size=8, loss="squared_error")
        output = Architecture.dense((4,), seed=3, output="identity", n_out=1)
        driver = Driver(output, config, load=lambda _: dataset)
    else:
        driver = driver_of(dataset)
    driver.send(c.WatchFlips(True))
    driver.train(3)
    assert not driver.all(m.PixelFlips) and not driver.all(m.EngineFailed)


def test_of_a_network_that_has_no_answer_no_flips_are_looked_for() -> None:
    driver = driver_of()
    driver.trainer.network.parameters[:] = 0
    driver.send(c.WatchFlips(True))
    driver.rest()
    assert driver.last(m.PixelFlips).answer == -1 and not driver.all(m.FewestFlips)


def test_another_run_of_another_shape_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = driver_of()
    driver.send(c.WatchFlips(True))
    driver.rest()
    driver.send(c.BeginRun(1, replace(ARCHITECTURE, seed=8), TrainingConfig(seed=8, batch_size=4)))
    driver.rest()
    assert is_of_now(driver, driver.last(m.PixelFlips)) and driver.last(m.PixelFlips).run == 1


def test_what_fails_is_not_tried_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = driver_of()
    monkeypatch.setattr(fewest_flips.FewestFlips, "advance", lambda self: 1 / 0)
    monkeypatch.setattr(FewestFlips, "is_at_hand", property(lambda self: False))
    driver.send(c.WatchFlips(True))
    driver.rest()
    assert len(driver.all(m.EngineFailed)) == 1 and len(driver.all(m.PixelFlips)) == 1

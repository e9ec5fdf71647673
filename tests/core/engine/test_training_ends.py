"""What is done where a training ends by itself: its run stands at its last finite numbers, or where it was stopped."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.engine.run import replayed
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, same_parameters
from tests.core.small_data import small_data

# Each update multiplies W by 1 - η λ₂ = -9,999, so that the tenth is not finite any more.
WILD = replace(CONFIG, optimizer="sgd", learning_rate=1000.0, l2=10.0)


@pytest.fixture
def driver() -> Driver:
    driver = Driver()
    driver.rest()
    return driver


# --- divergence


def diverged_at(config: TrainingConfig) -> tuple[int, str]:
    trainer = headless(0, config=config)
    with pytest.raises(ArithmeticError) as caught:
        for _ in range(5000):
            trainer.step()
    return caught.value.update, caught.value.cause  # type: ignore[attr-defined]


def check_stands_before_the_end(driver: Driver, config: TrainingConfig) -> None:
    update, cause = diverged_at(config)
    assert driver.last(m.Diverged) == m.Diverged(0, update, cause, "l2", 10.0)
    assert driver.last(m.RunningChanged).running is False
    last = driver.snapshot
    assert last.update == update - 1 and same_parameters(last, headless(update - 1, config=config))
    assert sum(len(snapshot.losses) for snapshot in driver.all(Snapshot)) == update - 1
    for snapshot in driver.all(Snapshot):
        assert same_parameters(snapshot, headless(snapshot.update, config=config))
    assert not driver.all(m.EngineFailed)
    # Its last L is that of the numbers that are shown, too, however large it is.
    exact, trainer = driver.last(m.ExactLoss), headless(update - 1, config=config)
    assert exact.update == update - 1
    assert exact.train_total == pytest.approx(trainer.total_loss("train"), rel=1e-6, nan_ok=True)


@pytest.mark.parametrize("watched", [False, True])
@pytest.mark.parametrize("tick_s", [1e-7, 0.0005, 0.01])
def test_a_run_that_diverges_stands_at_the_update_before(watched: bool, tick_s: float) -> None:
    driver = Driver(config=WILD, tick_s=tick_s)
    driver.send(c.WatchUpdates(watched), c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    check_stands_before_the_end(driver, WILD)


def test_the_last_l_of_a_run_that_diverged_is_that_of_the_numbers_that_are_left() -> None:
    linear = Architecture.dense(())
    driver = Driver(linear, config=WILD)
    driver.send(c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    update = driver.last(m.Diverged).update
    theta = headless(update - 1, linear, WILD).network.parameters.astype(np.float64)
    data = small_data()
    logits = data.X_train.astype(np.float64) @ theta[:18].reshape(6, 3) + theta[18:]
    top = logits.max(axis=1)
    losses = (
        top + np.log(np.exp(logits - top[:, None]).sum(axis=1)) - logits[np.arange(len(logits)), data.y_train]
    )
    exact = driver.last(m.ExactLoss)
    assert exact.update == update - 1 > 5 and losses.sum() > 1e30
    assert exact.train_total == pytest.approx(losses.sum(), rel=1e-5)


def test_a_walkthrough_that_diverges_ends_the_run_in_the_same_way() -> None:
    driver = Driver(config=WILD)
    update, _ = diverged_at(WILD)
    for _ in range(update - 1):
        driver.walk()
    told = len(driver.all(m.UpdateApplied))
    assert told == update - 1
    driver.walk()
    assert len(driver.all(m.UpdateApplied)) == told and not driver.all(m.EngineFailed)
    assert driver.last(m.Diverged).update == update
    assert same_parameters(driver.snapshot, headless(update - 1, config=WILD))


def long_way_back() -> tuple[Driver, int]:
    """A run that has just diverged, many updates after its last checkpoint."""
    config = replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0)
    driver = Driver(config=config)
    update, _ = diverged_at(config)
    assert 100 < update < 1000
    driver.send(c.Train())
    driver.until(lambda: driver.engine.current.diverged is not None)
    assert driver.engine.current.is_returning
    return driver, update


def test_whoever_looks_back_meanwhile_is_told_of_every_update_once_it_is_there() -> None:
    driver, update = long_way_back()
    config = driver.trainer.config
    driver.send(c.LookAt(5))
    assert driver.engine.current.is_returning and not driver.all(m.LossesAdded)
    driver.rest()
    alone = headless(0, config=config)
    means = np.array([alone.step() for _ in range(update - 1)], np.float32)
    (added,) = driver.all(m.LossesAdded)
    told = [snapshot.losses for snapshot in driver.all(Snapshot)]
    assert (added.run, added.first + len(added.losses)) == (0, update) and driver.engine.time.is_looking_back
    np.testing.assert_array_equal(np.concatenate([*told, added.losses]), means)
    # Nothing of it comes a second time.
    driver.send(c.ReturnToLive())
    driver.rest()
    assert not len(driver.snapshot.losses)


def test_on_its_way_back_a_run_is_neither_shown_nor_changed_and_all_is_done_when_it_is_there() -> None:
    driver, update = long_way_back()
    config = driver.trainer.config
    shown = len(driver.all(Snapshot))
    driver.send(
        c.ShowTestSample("next"),
        c.WatchUpdates(True),
        c.Reconfigure(replace(config, learning_rate=0.5)),
        c.EditParameter(0, 5, c.ParameterLocation(0, 0), 1.0, 0),
        c.Train(),
        c.AcknowledgeSnapshot(),
    )
    assert driver.engine.current.is_returning and len(driver.all(Snapshot)) == shown
    assert driver.last(m.EditRefused) == m.EditRefused(0, 5, is_returning=True)
    driver.rest()
    assert driver.snapshot.update == update - 1 and driver.snapshot.example.origin == "test"
    assert same_parameters(driver.snapshot, headless(update - 1, config=config))
    assert driver.last(m.RunInfo).config.learning_rate == 0.5


def test_a_run_that_is_left_on_its_way_back_arrives_when_it_is_shown_again() -> None:
    driver, update = long_way_back()
    config = driver.trainer.config
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.train(3)
    assert (driver.snapshot.run, driver.snapshot.update) == (1, 3)
    driver.send(c.ReturnToRun(0))
    driver.rest()
    assert driver.last(m.Diverged).update == update
    assert (driver.snapshot.run, driver.snapshot.update) == (0, update - 1)
    assert same_parameters(driver.snapshot, headless(update - 1, config=config))


def test_a_run_that_has_diverged_says_so_again_and_is_not_trained(driver: Driver) -> None:
    driver.send(c.Reconfigure(WILD), c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    end = driver.trainer.checkpoint().checksum
    driver.send(
        c.Train(),
        c.ComputeGradient(),
    )
    driver.work(5)
    # First without its cause, then with it; and each request for an update is answered.
    assert len(driver.all(m.Diverged)) == 4 and not driver.all(m.GradientComputed)
    assert driver.trainer.checkpoint().checksum == end
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.train(1)
    assert (driver.snapshot.run, driver.snapshot.update) == (1, 1)
    driver.send(c.ReturnToRun(0))
    driver.rest()
    assert len(driver.all(m.Diverged)) == 5
    assert driver.trainer.checkpoint().checksum == end


def test_a_run_that_has_diverged_goes_on_once_weights_are_set_back_by_hand() -> None:
    """Four weights of a million in a row make a y of 1e24, and of its square no float32."""
    architecture = Architecture.dense((5, 4, 4), "identity", 3, output="identity")
    places = [c.ParameterLocation(layer, 0, 0) for layer in range(4)]
    driver = Driver(architecture, replace(CONFIG, loss="squared_error"))
    driver.train(3)
    small = [float(layer.W[0, 0]) for layer in driver.trainer.network.layers]
    driver.send(*(c.EditParameter(0, i, place, 1e6, 0) for i, place in enumerate(places)))
    driver.train(10)
    assert driver.last(m.Diverged) == m.Diverged(0, 4, "loss", "edit")
    driver.send(*(c.EditParameter(0, 4 + i, places[i], small[i], 0) for i in range(4)))
    driver.train(10)
    assert len(driver.all(m.Diverged)) == 2
    # All of it is as if nobody had set them.
    reference = headless(13, architecture, driver.trainer.config)
    assert driver.snapshot.update == 13 and same_parameters(driver.snapshot, reference)
    # What was done is written down: done again, it comes to the same bits.
    again = replayed(driver.engine.current, 13, small_data())
    assert same_parameters(driver.snapshot, again.trainer)


def test_the_way_back_leads_over_settings_that_waited_for_the_end_of_a_batch() -> None:
    """They hold from the update after the one whose gradient was complete: that one is not made with them again."""
    driver = Driver()
    driver.train(2)
    wild = replace(WILD, l2=2.1, learning_rate=1.0, dropout=0.3)
    reference = headless(2)
    while not reference.accumulate_gradient():
        pass
    reference.reconfigure(wild)
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(c.Reconfigure(wild), c.ApplyUpdate())
    driver.rest()
    driver.send(c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    for _ in range(driver.last(m.Diverged).update - 3):
        reference.step()
    assert same_parameters(driver.snapshot, reference)


# --- when to stop


def test_training_pauses_when_the_test_loss_stops_falling() -> None:
    config = replace(CONFIG, learning_rate=0.05, patience=2)
    driver = Driver(config=config)
    driver.send(c.Train())
    driver.until(lambda: bool(driver.all(m.StoppedEarly)))
    driver.rest()
    told = driver.last(m.StoppedEarly)
    # The rule by hand: the test loss after each epoch, until two in a row are no new least.
    trainer, losses = headless(0, config=config), {}
    while len(losses) < 3 or min(list(losses.values())[-2:]) < min(list(losses.values())[:-2]):
        trainer.run_epoch()
        losses[trainer.step_count] = trainer.total_loss("test")
    assert told.since == 0
    assert (told.update, told.best) == (trainer.step_count, min(losses, key=losses.__getitem__))
    assert driver.last(m.RunningChanged).running is False and driver.snapshot.update == told.update
    # Whoever goes on all the same is given as long again.
    driver.send(c.Train())
    driver.until(lambda: len(driver.all(m.StoppedEarly)) == 2)
    assert driver.last(m.StoppedEarly).update >= told.update + 12


def mean_test_loss(trainer: Trainer) -> float:
    """By hand in double precision: tanh, relu, softmax and cross-entropy."""
    data, a = trainer.dataset, trainer.dataset.X_test.astype(float)
    for layer, activation in zip(trainer.network.layers, (np.tanh, lambda z: z.clip(0), None), strict=True):
        z = a @ layer.W.astype(float) + layer.b.astype(float)
        a = z if activation is None else activation(z)
    top = a.max(axis=1, keepdims=True)
    losses = top[:, 0] + np.log(np.exp(a - top).sum(axis=1)) - a[np.arange(len(a)), data.y_test]
    return float(losses.mean())


def test_early_stopping_that_is_set_in_mid_run_says_since_which_update_it_counts() -> None:
    """Of all ends of epochs the test loss was least before: that is not what it says."""
    config = replace(CONFIG, learning_rate=0.05)
    driver = Driver(config=config)
    driver.train(24)
    driver.send(c.Reconfigure(replace(config, patience=1)), c.Train())
    driver.until(lambda: bool(driver.all(m.StoppedEarly)))
    told = driver.last(m.StoppedEarly)
    # 50 examples are six batches of 8: the end at update 24 is the first that is looked at.
    trainer, losses = headless(0, config=config), {}
    for update in range(6, told.update + 1, 6):
        trainer.run_epoch()
        losses[update] = mean_test_loss(trainer)
    since = {update: loss for update, loss in losses.items() if update >= 24}
    assert (told.since, told.best) == (24, min(since, key=since.__getitem__))
    assert min(losses, key=losses.__getitem__) < 24


def test_early_stopping_counts_anew_from_an_edit_and_from_a_branch_and_says_so() -> None:
    config = replace(CONFIG, learning_rate=0.05, patience=2)
    driver = Driver(config=config)
    driver.train(9)
    driver.send(c.EditParameter(0, 1, c.ParameterLocation(2, 1), 4.0, 0), c.Train())
    driver.until(lambda: bool(driver.all(m.StoppedEarly)))
    # The end at update 6 was of other weights, that at 12 is the first of these.
    assert driver.last(m.StoppedEarly).since == 12
    driver.rest()
    driver.send(c.BranchRun(1, 20))
    driver.rest()
    driver.send(c.Train())
    driver.until(lambda: driver.last(m.StoppedEarly).run == 1)
    assert driver.last(m.StoppedEarly).since == 24


def test_early_stopping_that_was_off_for_some_epochs_counts_anew() -> None:
    config = replace(CONFIG, learning_rate=0.05, patience=50)
    driver = Driver(config=config)
    driver.train(13)
    run = driver.engine.current
    assert run.stopping is not None and run.stopping.since == 0
    for patience in (0, 50):
        driver.send(c.Reconfigure(replace(config, patience=patience)))
    driver.train(6)
    # No end of an epoch was missed: it goes on.
    assert run.stopping.since == 0 and run.stopping.epoch == 3
    driver.send(c.Reconfigure(replace(config, patience=0)))
    driver.train(12)
    driver.send(c.Reconfigure(config))
    driver.train(6)
    # At update 31: the ends at 24 and 30 were not looked at, or only the latter, when it was set again at 31.
    assert run.stopping is not None and run.stopping.since == 36


def test_what_is_measured_to_stop_by_is_of_one_update_whatever_comes_between() -> None:
    """The measuring is left half-way, a parameter is set by hand, and it begins again."""
    config = replace(CONFIG, patience=5)
    data = small_data(4000)
    data = replace(data, X_test=data.X_train, y_test=data.y_train)
    driver = Driver(config=config, load=lambda _: data, tick_s=0.01)
    driver.send(c.Train(500), c.Reconfigure(replace(config, batch_size=4000)))
    driver.until(lambda: driver.trainer.step_count == 1)
    run = driver.engine.current
    assert run.validation_is_due and run.validate() is None
    driver.send(c.EditParameter(0, 1, c.ParameterLocation(2, 1), 4.0, 0))
    driver.until(lambda: driver.trainer.step_count == 2)
    reference = headless(0, config=replace(config, batch_size=None), dataset=data)
    reference.step()
    reference.network.layers[2].b[1] = 4.0
    assert run.validated_epoch == 1 and run.stopping is not None
    assert (run.stopping.best_update, run.stopping.best) == (1, reference.total_loss("test"))

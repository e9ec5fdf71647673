"""Who taught the network its answer, asked of the engine: the training goes on, and stays the same to the bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.influence import Influence, TracedState
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.influence_commands import CancelProof, DropInfluence, MeasureInfluence, ProveInfluence
from core.engine.influence_messages import (
    INFLUENCE_MESSAGES,
    InfluenceMeasured,
    InfluenceProgress,
    InfluenceProof,
    InfluenceRefused,
)
from core.engine.influence_task import MOST_SHOWN, updates_of
from core.nn.architecture import Architecture
from core.nn.known_architectures import known_architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.nn.test_picture_layers import SMALL_CNN, digits
from tests.core.small_data import small_data

SGD = TrainingConfig(seed=3, batch_size=8, optimizer="sgd", learning_rate=0.1)
LARGE = small_data(2500)


def told(driver: Driver) -> list[Any]:
    return [message for message in driver.heard if isinstance(message, INFLUENCE_MESSAGES)]


def measured(driver: Driver, towards: str = "answer", of_run: bool = True, ask: int = 1) -> InfluenceMeasured:
    before = len(driver.all(InfluenceMeasured))
    driver.send(MeasureInfluence(ask, towards, of_run))
    assert not driver.all(m.EngineFailed), driver.last(m.EngineFailed).details
    driver.until(lambda: len(driver.all(InfluenceMeasured)) > before)
    return driver.last(InfluenceMeasured)


def values_of(driver: Driver, states: tuple[TracedState, ...], x: Any, target: Any) -> np.ndarray:
    trainer = driver.trainer
    data, of = trainer.dataset, trainer.network.topology
    work = Influence(of, states, x, target, data.X_train, data.y_train, trainer.config.loss)
    while not work.advance():
        pass
    return work.values


def test_all_examples_are_measured_over_states_of_the_run_which_are_named() -> None:
    driver = Driver(config=SGD, load=lambda _: LARGE)
    driver.train(700)
    driver.send(c.Reconfigure(replace(SGD, learning_rate=0.05)))
    driver.train(300)
    driver.send(c.ShowExample("test", 7))
    found = measured(driver)
    kept = driver.engine.time.history.updates(0)
    expected = [kept[kept <= part * 200][-1] for part in range(1, 5)]
    assert found.updates.tolist() == [*expected, 1000]
    assert np.allclose(found.rates, [0.1, 0.1, 0.1, 0.05 if expected[3] >= 700 else 0.1, 0.05])
    states = []
    for update, rate in zip(found.updates, found.rates, strict=True):
        again = Trainer(ARCHITECTURE.with_outputs(3).network((6,)), LARGE, SGD)
        for _ in range(update):
            if again.step_count == 700:
                again.reconfigure(replace(SGD, learning_rate=0.05))
            again.step()
        states.append(TracedState(int(update), rate, again.network.parameters))
    x = LARGE.X_test[7].astype(np.float32)
    trace = driver.trainer.trace(x)
    answer = int(np.argmax(trace.a[-1]))
    values = values_of(driver, tuple(states), x, answer)
    assert (found.ask, found.run, found.update, found.examples) == (1, 0, 1000, 2500)
    assert (found.answer, found.target, found.output) == (answer, answer, float(trace.a[-1][answer]))
    assert found.loss == driver.trainer.trace(x, answer).loss
    assert (found.example.origin, found.example.index) == ("test", 7)
    for pull, sign in ((found.towards, 1), (found.away, -1)):
        own = sign * values > 0
        assert pull.count == own.sum() > 0
        assert pull.total == pytest.approx(values[own].sum())
        rows = np.argsort(-sign * values, kind="stable")[: min(MOST_SHOWN, pull.count)]
        assert np.array_equal(pull.rows, rows)
        assert np.array_equal(pull.values, values[rows])
        assert np.array_equal(pull.labels, LARGE.y_train[rows])


def test_the_present_network_alone_towards_the_right_answer() -> None:
    driver = Driver()
    driver.train(140)
    data = driver.trainer.dataset
    wrong = next(
        n for n in range(20) if driver.trainer.trace(data.X_test[n]).a[-1].argmax() != data.y_test[n]
    )
    driver.send(c.ShowExample("test", wrong))
    to_label, to_answer = (measured(driver, towards, of_run=False) for towards in ("label", "answer"))
    assert to_label.target == data.y_test[wrong] != to_answer.target == to_answer.answer == to_label.answer
    now = TracedState(140, CONFIG.learning_rate, driver.trainer.network.parameters)
    for found in (to_label, to_answer):
        assert found.updates.tolist() == [140]
        values = values_of(driver, (now,), data.X_test[wrong].astype(np.float32), found.target)
        assert found.towards.total == pytest.approx(values[values > 0].sum())


def test_whose_label_is_shuffled_is_told() -> None:
    wrong = np.arange(50) % 3 == 0
    driver = Driver(load=lambda _: replace(small_data(), wrong_labels=wrong))
    driver.train(20)
    found = measured(driver, of_run=False)
    for pull in (found.towards, found.away):
        assert wrong[pull.rows].any() and np.array_equal(pull.shuffled, wrong[pull.rows])
    assert not len(measured(Driver()).towards.shuffled)


def test_a_drawing_is_looked_at_towards_what_it_was_meant_to_be_or_else_towards_its_answer() -> None:
    driver = Driver()
    driver.train(20)
    x = np.ones(6, np.float32)
    answer = int(driver.trainer.trace(x).a[-1].argmax())
    driver.send(c.ShowDrawing(x, (answer + 1) % 3))
    assert measured(driver, "label").target == (answer + 1) % 3
    driver.send(c.ShowDrawing(x, None))
    assert measured(driver, "label").target == answer


def test_where_all_outputs_are_equal_nothing_is_said_and_a_known_label_still_is() -> None:
    driver = Driver(Architecture.dense((5,), seed=3, initializer="zero"), CONFIG)
    driver.send(MeasureInfluence(4, "answer", True))
    assert told(driver) == [InfluenceRefused(4, "no_target")]
    assert measured(driver, "label").updates.tolist() == [0]


def test_where_single_precision_has_1_for_two_outputs_the_larger_logit_is_what_it_says() -> None:
    driver = Driver(Architecture.dense((5,), initializer="zero", output="sigmoid"), CONFIG)
    b = driver.trainer.network.layers[-1].b
    b[:] = 30.0, 40.0, 0.0
    assert (driver.trainer.trace(np.ones(6, np.float32)).a[-1][:2] == 1).all()
    assert measured(driver).answer == measured(driver).target == 1


def test_of_regression_the_target_is_what_counts() -> None:
    choice = DatasetSpec("line", "sine", count=20)
    driver = Driver(
        Architecture.dense((6,), "tanh", seed=1, output="identity"),
        replace(CONFIG, loss="squared_error"),
        load=lambda _: choice.load(),
    )
    driver.train(30)
    found = measured(driver)
    assert found.target is None and found.answer is None and np.isnan(found.output)
    example = driver.engine.current.sample.current
    now = TracedState(30, CONFIG.learning_rate, driver.trainer.network.parameters)
    values = values_of(driver, (now,), example.x, example.target)
    assert found.towards.count == (values > 0).sum() and not len(found.towards.labels)
    driver.send(c.ShowDrawing(example.x, None), MeasureInfluence(2, "label", True))
    assert driver.last(InfluenceRefused) == InfluenceRefused(2, "no_target")


def test_in_the_past_it_is_of_the_update_that_is_shown() -> None:
    driver = Driver()
    driver.train(900)
    driver.send(c.LookAt(333))
    driver.rest()
    found = measured(driver)
    assert found.update == 333 == found.updates[-1]
    assert (np.diff(found.updates) > 0).all() and len(found.updates) > 1


def test_a_network_of_windows_is_measured_too() -> None:
    driver = Driver(Architecture(SMALL_CNN, seed=3), CONFIG, load=lambda _: digits(60))
    driver.train(12)
    found = measured(driver)
    assert found.towards.count + found.away.count == 60


def test_training_goes_on_meanwhile_to_the_same_bits_and_what_is_measured_is_of_one_update() -> None:
    driver = Driver(config=SGD, load=lambda _: LARGE, tick_s=0.003)
    driver.send(c.Train(), MeasureInfluence(1, "answer", True))
    driver.until(lambda: bool(driver.all(InfluenceMeasured)))
    found, made = driver.last(InfluenceMeasured), driver.trainer.step_count
    assert found.update == 0 < made
    alone = Trainer(ARCHITECTURE.with_outputs(3).network((6,)), LARGE, SGD)
    start = TracedState(0, 0.1, alone.network.parameters.copy())
    values = values_of(driver, (start,), found.example.x, found.target)
    assert found.towards.total == pytest.approx(values[values > 0].sum())
    driver.send(c.Pause())
    for _ in range(driver.trainer.step_count):
        alone.step()
    assert np.array_equal(alone.network.parameters, driver.trainer.network.parameters)


def test_progress_is_told_where_it_takes_long_and_it_can_be_dropped() -> None:
    driver = Driver(load=lambda _: LARGE, tick_s=0.3)
    driver.send(MeasureInfluence(1, "answer", True))
    driver.until(lambda: bool(driver.all(InfluenceProgress)))
    assert driver.last(InfluenceProgress) == InfluenceProgress(1, 1024, 2500)
    driver.send(DropInfluence())
    driver.rest()
    assert not driver.all(InfluenceMeasured)


def proved(driver: Driver, count: int = 5) -> InfluenceProof:
    driver.send(ProveInfluence(1, count))
    driver.until(lambda: driver.last(InfluenceProof).done == driver.last(InfluenceProof).total)
    return driver.last(InfluenceProof)


def test_it_is_proved_by_training_again_without_those_that_pulled_most() -> None:
    driver = Driver()
    driver.train(60)
    found = measured(driver)
    proof = proved(driver)
    assert (proof.ask, proof.left_out, proof.updates, proof.losses.shape) == (1, 5, 60, (3, 4))
    assert proof.total == 60 * 12
    data = driver.trainer.dataset
    stays = np.delete(np.arange(50), found.towards.rows[:5])
    less = replace(data, X_train=data.X_train[stays], y_train=data.y_train[stays])
    for number in range(4):
        for kind, own in enumerate((data, less)):
            network = replace(ARCHITECTURE, seed=4 + number).with_outputs(3).network((6,))
            alone = Trainer(network, own, replace(CONFIG, seed=4 + number))
            for _ in range(60):
                alone.step()
            assert proof.losses[kind, number] == alone.trace(found.example.x, found.target).loss


def test_a_proof_leaves_nine_tenths_of_the_time_to_a_training_and_can_be_stopped() -> None:
    driver = Driver()
    driver.train(60)
    measured(driver)
    driver.send(c.Train(), ProveInfluence(1, 5))
    slices, before = 0, driver.engine.training.slices
    while driver.last(InfluenceProof).done < 200:
        driver.work()
        slices += 1
    assert driver.engine.training.slices - before > 0.7 * slices
    driver.send(CancelProof(), c.Pause())
    said = len(driver.all(InfluenceProof))
    driver.rest()
    assert len(driver.all(InfluenceProof)) == said
    assert np.isfinite(proved(driver).losses).all(), "what was measured is still there"


@pytest.mark.parametrize(
    "updates, count, ask, reason",
    [(0, 3, 1, "untrained"), (9, 0, 1, "too_few"), (9, 25, 1, "too_few"), (9, 3, 2, "gone")],
)
def test_a_proof_is_refused_where_there_is_nothing_to_train_again(
    updates: int, count: int, ask: int, reason: str
) -> None:
    driver = Driver()
    if updates:
        driver.train(updates)
    measured(driver)
    driver.send(ProveInfluence(ask, count))
    assert told(driver)[-1] == InfluenceRefused(ask, reason)


@pytest.mark.parametrize(
    ("initializer", "changes", "refused"),
    [
        ("zero", {"batch_size": None}, True),
        ("zero", {"batch_size": 50}, True),
        ("zero", {"batch_size": 8}, False),
        ("zero", {"batch_size": None, "dropout": 0.5}, False),
        ("he", {"batch_size": None}, False),
    ],
)
def test_a_proof_is_refused_where_every_seed_makes_the_same_training(
    initializer: str, changes: dict[str, Any], refused: bool
) -> None:
    driver = Driver(Architecture.dense((), seed=3, initializer=initializer), replace(CONFIG, **changes))
    driver.train(9)
    measured(driver)
    driver.send(ProveInfluence(1, 3))
    said = [each.reason for each in driver.all(InfluenceRefused)]
    assert said == (["no_chance"] if refused else [])
    driver.send(CancelProof())


def test_what_fails_is_told_once_and_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver()

    def fails(self: Influence) -> bool:
        raise MemoryError

    monkeypatch.setattr(Influence, "advance", fails)
    driver.send(MeasureInfluence(1, "answer", True))
    driver.until(lambda: bool(told(driver)))
    assert told(driver) == [InfluenceRefused(1, "failed")]
    assert driver.engine.influence.seconds_until_due() == np.inf


def test_neither_name_is_no_side() -> None:
    driver = Driver()
    driver.send(MeasureInfluence(1, "both", True))
    assert "towards 'both'" in driver.last(m.EngineFailed).details


def test_a_network_of_a_proof_is_trained_no_longer_than_one_can_wait_for() -> None:
    driver = Driver()
    run = driver.engine.current
    assert updates_of(run, 7) == 7
    assert updates_of(run, 10**9) == 20_000
    whole = replace(CONFIG, batch_size=None)
    large = Driver(known_architecture("lenet_1989", (16, 16)), whole, load=lambda _: digits(60))
    assert 100 < updates_of(large.engine.current, 10**9) < 20_000


def test_where_all_runs_are_others_what_was_asked_of_the_old_ones_is_gone() -> None:
    driver = Driver()
    driver.train(9)
    measured(driver)
    driver.send(c.NewSession(7, ARCHITECTURE, CONFIG))
    driver.send(ProveInfluence(1, 3))
    assert [each.reason for each in driver.all(InfluenceRefused)] == ["gone", "gone"]


def test_what_is_asked_while_an_earlier_update_is_on_its_way_is_of_that_update() -> None:
    driver = Driver(config=SGD, load=lambda _: LARGE)
    driver.train(300)
    driver.send(c.LookAt(100))
    assert measured(driver).update == 100
    # Whoever returns meanwhile is answered of the newest.
    driver.send(c.LookAt(200))
    driver.send(MeasureInfluence(2, "answer", True))
    driver.send(c.ReturnToLive())
    driver.until(lambda: driver.last(InfluenceMeasured).ask == 2)
    assert driver.last(InfluenceMeasured).update == 300
    driver.send(c.LookAt(50))
    driver.send(MeasureInfluence(3, "answer", True))
    driver.send(DropInfluence())
    driver.until(lambda: driver.engine.time.past is not None)
    driver.engine.advance(float("inf"))
    assert driver.last(InfluenceMeasured).ask == 2

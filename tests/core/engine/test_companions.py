"""Runs that are trained together: on the same batches, update by update, each the same bits as if trained alone."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave import Autosave
from core.engine.run import Run, replayed
from core.engine.snapshot import Snapshot
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.training.batches import Batches
from core.training.config import TrainingConfig
from core.training.trainer import DivergenceError, Trainer
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, same_parameters

WIDE = Architecture.dense(hidden=(7,), activation="relu", seed=9)
DEEP = Architecture.dense(hidden=(4, 4, 4), activation="tanh", seed=5)
WILD = replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0)


def race(
    config: TrainingConfig = CONFIG, others: tuple[TrainingConfig, ...] | None = None, **more: Any
) -> Driver:
    """Run 0 on screen, and runs 1 and 2 that are trained with it."""
    driver = Driver(config=config, **more)
    for number, settings in enumerate(others or (config, config), start=1):
        driver.send(c.BeginRun(number, (WIDE, DEEP)[number - 1], settings, is_shown=False))
    driver.rest()
    driver.send(c.TrainTogether((1, 2)))
    assert driver.last(m.TogetherChanged).runs == (1, 2) and not driver.all(m.TogetherRefused)
    return driver


def run_of(driver: Driver, number: int) -> Run:
    run = driver.engine.run(number)
    assert run is not None
    return run


def losses_sent(driver: Driver, number: int) -> int:
    return sum(len(message.losses) for message in driver.all(m.LossesAdded) if message.run == number)


def counts(driver: Driver) -> list[int]:
    return [run.trainer.step_count for run in driver.engine.runs]


def check_bits(driver: Driver, number: int, updates: int, config: TrainingConfig = CONFIG) -> None:
    """Run `number` stands after so many updates with the bits of a training without an engine."""
    architecture = (ARCHITECTURE, WIDE, DEEP)[number]
    alone = headless(updates, architecture, config)
    assert run_of(driver, number).trainer.checkpoint().checksum == alone.checkpoint().checksum


@pytest.fixture
def rows_of(monkeypatch: pytest.MonkeyPatch) -> dict[int, list[list[int]]]:
    """Of each training the rows of every batch that became an update."""
    heard: dict[int, list[list[int]]] = {}
    close = Batches.close

    def closed(batches: Batches) -> None:
        heard.setdefault(id(batches), []).append(batches.rows.tolist())
        close(batches)

    monkeypatch.setattr(Batches, "close", closed)
    return heard


# --- the same bits, on the same batches


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"batch_size": 20, "dropout": 0.3},
        {"batch_size": None},
        {"optimizer": "sgd", "l1": 0.001, "clip_norm": 0.5, "schedule": "cosine", "schedule_period": 40},
    ],
)
def test_each_run_is_the_same_bits_as_if_it_were_trained_alone(more: dict[str, Any]) -> None:
    config = replace(CONFIG, **more)
    others = replace(config, learning_rate=0.02), replace(config, optimizer="momentum", dropout=0.2)
    driver = race(config, others)
    driver.send(c.Train(300))
    driver.rest()
    for number, settings in enumerate((config, *others)):
        check_bits(driver, number, 300, settings)


def test_each_update_of_all_is_of_the_same_rows(rows_of: dict[int, list[list[int]]]) -> None:
    driver = race()
    driver.train(40)
    heard = [rows_of[id(run.trainer.batches)] for run in driver.engine.runs]
    alone = headless(40)
    assert heard == [rows_of[id(alone.batches)]] * 3 and len(heard[0]) == 40
    # Batches of 8 of 50 examples: no two of an epoch share a row.
    assert len({row for rows in heard[0][:6] for row in rows}) == 48


@pytest.mark.parametrize("tick_s", [1e-6, 0.0005, 0.003])
def test_after_each_slice_all_have_made_the_same_number_of_updates(tick_s: float) -> None:
    driver = race(tick_s=tick_s)
    driver.send(c.Train())
    for _ in range(12):
        driver.work()
        assert len(set(counts(driver))) == 1
    assert counts(driver)[0] > 10


def test_however_often_it_is_interrupted_each_stays_the_same_bits(
    monkeypatch: pytest.MonkeyPatch, rows_of: dict[int, list[list[int]]]
) -> None:
    """Each slice is one piece of a batch, and commands come between any two of them."""
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    config = replace(CONFIG, batch_size=None)
    driver = race(config, tick_s=0.006)
    rng = np.random.default_rng(4)
    commands = [c.Pause(), c.Train(), c.Train(1), c.ShowTestSample("next"), c.LookAt(1), c.ReturnToLive()]
    for _ in range(400):
        driver.work(int(rng.integers(0, 4)))
        driver.send(commands[rng.integers(len(commands))])
        assert max(counts(driver)) - min(counts(driver)) <= 1
        if not driver.engine.companions.is_behind:
            assert len(set(counts(driver))) == 1
    driver.send(c.Pause())
    driver.rest()
    updates = counts(driver)[0]
    assert updates > 10 and counts(driver) == [updates] * 3
    for number in range(3):
        check_bits(driver, number, updates, config)
    heard = [rows_of[id(run.trainer.batches)][:updates] for run in driver.engine.runs]
    assert heard[0] == heard[1] == heard[2]


def test_a_large_network_beside_small_ones_is_trained_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.nn.workload.LARGE_NETWORK", 80)
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS_OF_LARGE", 4)
    driver = race(tick_s=0.002)
    chunks = [run.trainer.batches.chunk_rows for run in driver.engine.runs]
    assert set(chunks) == {4, 8}
    driver.train(30)
    assert counts(driver) == [30, 30, 30]
    wide, deep = headless(30, WIDE), headless(30, DEEP)
    for run, alone in ((run_of(driver, 1), wide), (run_of(driver, 2), deep)):
        np.testing.assert_array_equal(run.trainer.network.parameters, alone.network.parameters)


def test_the_way_to_an_epochs_end_and_a_rate_are_those_of_all() -> None:
    driver = race()
    driver.send(c.TrainEpoch())
    driver.rest()
    assert counts(driver) == [6, 6, 6]
    driver.send(c.SetRate(10.0), c.Train())
    before_s = driver.clock.now
    driver.until(lambda: driver.clock.now >= before_s + 20)
    assert counts(driver)[0] == pytest.approx(206, abs=8) and len(set(counts(driver))) == 1


def test_both_halves_of_a_walkthrough_are_an_update_of_all() -> None:
    driver = race()
    driver.train(3)
    driver.walk()
    driver.walk()
    assert counts(driver) == [5, 5, 5]
    for number in range(3):
        check_bits(driver, number, 5)


def test_a_gradient_that_waits_is_applied_as_the_first_update_of_the_round() -> None:
    driver = race()
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.train(4)
    assert counts(driver) == [4, 4, 4]
    for number in range(3):
        check_bits(driver, number, 4)


def test_a_run_that_is_changed_by_hand_leaves_the_others_as_they_are() -> None:
    driver = race()
    driver.train(10)
    driver.send(
        c.EditParameter(0, 1, ParameterLocation(0, 1, 2), 0.5, 0),
        c.SortNeurons(0, 2),
        c.Reconfigure(replace(CONFIG, learning_rate=0.1)),
    )
    driver.rest()
    driver.train(20)
    assert counts(driver) == [30, 30, 30] and driver.engine.companions.runs
    for number in (1, 2):
        check_bits(driver, number, 30)


# --- history


def test_each_run_is_kept_at_the_updates_at_which_it_would_be_kept_alone() -> None:
    driver = race()
    driver.train(700)
    alone = Driver(WIDE)
    alone.train(700)
    history = driver.engine.time.history
    kept = alone.engine.time.history.updates(0).tolist()
    assert kept == [128, 256, 384, 512, 640]
    for number in range(3):
        assert history.updates(number).tolist() == kept
    ours, theirs = history.states(1), alone.engine.time.history.states(0)
    assert [one.checksum for one in ours] == [one.checksum for one in theirs]


def test_the_past_of_a_companion_can_be_had_again() -> None:
    driver = race()
    driver.train(300)
    driver.send(c.ShowBeside(1, 200))
    driver.rest()
    shown = driver.last(m.BesideShown)
    assert shown.is_checked and same_parameters(shown.snapshot, headless(200, WIDE))
    driver.send(c.ReturnToRun(2), c.LookAt(200))
    driver.rest()
    assert same_parameters(driver.last(m.PastShown).snapshot, headless(200, DEEP))


def test_looking_back_lets_all_rest_and_training_goes_on_together() -> None:
    driver = race()
    driver.send(c.Train())
    driver.work(5)
    driver.send(c.LookAt(2))
    driver.rest()
    made = counts(driver)
    driver.work(5)
    assert counts(driver) == made and len(set(made)) == 1
    driver.train(10)
    assert counts(driver) == [made[0] + 10] * 3


# --- what is sent


def test_every_loss_of_a_companion_is_sent_once_and_in_order() -> None:
    driver = race()
    driver.send(c.Train(300), c.ShowBeside(1))
    driver.rest()
    for number, architecture in ((1, WIDE), (2, DEEP)):
        added = [message for message in driver.all(m.LossesAdded) if message.run == number]
        assert len(added) > 1
        alone = headless(0, architecture)
        losses = np.array([alone.step() for _ in range(300)], np.float32)
        np.testing.assert_array_equal(np.concatenate([message.losses for message in added]), losses)
        firsts = np.cumsum([1, *(len(message.losses) for message in added)])
        assert [message.first for message in added] == firsts[:-1].tolist()
    own = np.concatenate([snapshot.losses for snapshot in driver.all(Snapshot)])
    assert len(own) == 300 and not any(len(shown.snapshot.losses) for shown in driver.all(m.BesideShown))


def test_the_last_losses_of_a_run_that_is_left_are_sent_when_another_comes_on_screen() -> None:
    driver = Driver()
    driver.send(c.BeginRun(1, WIDE, CONFIG, is_shown=False))
    driver.train(3)
    # The window takes no more pictures: nobody was told of these updates.
    driver.engine.snapshots.in_flight = 2
    for _ in range(4):
        run_of(driver, 0).losses.append(run_of(driver, 0).trainer.step())
    driver.send(c.ReturnToRun(1))
    (left,) = driver.all(m.LossesAdded)
    assert (left.run, left.first) == (0, 4)
    alone = headless(3)
    assert left.losses.tolist() == [np.float32(alone.step()) for _ in range(4)]
    driver.send(c.ReturnToRun(0))
    driver.send(c.ReturnToRun(0))
    assert len(driver.all(m.LossesAdded)) == 1


def test_with_each_snapshot_comes_the_companion_of_the_same_update_and_example() -> None:
    driver = race()
    driver.send(c.WatchUpdates(True), c.ShowBeside(1), c.Train(200))
    driver.heard.clear()
    driver.rest()
    pairs: list[tuple[Snapshot, Snapshot]] = []
    for message in driver.heard:
        if isinstance(message, m.BesideShown):
            companion = message
        elif isinstance(message, Snapshot):
            # It is there before the one that it stands beside, which it names.
            assert companion.beside_update == message.update
            pairs.append((message, companion.snapshot))
    assert len(pairs) > 3
    for leading, beside in pairs:
        assert leading.update == beside.update and beside.example is leading.example
        assert same_parameters(beside, headless(beside.update, WIDE))
    updates = {snapshot.update for snapshot in driver.all(Snapshot)}
    assert updates == {beside.update for _, beside in pairs}
    before, trainer = headless(199, WIDE), headless(200, WIDE)
    last = pairs[-1][1]
    np.testing.assert_array_equal(last.change, trainer.network.parameters - before.network.parameters)
    np.testing.assert_array_equal(last.mean_gradient, trainer.network.gradients)


def test_what_is_shown_beside_waits_for_a_companion_that_is_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = race(replace(CONFIG, batch_size=None), tick_s=0.006)
    driver.send(c.ShowBeside(2), c.Train())
    driver.until(lambda: driver.engine.companions.is_behind)
    driver.send(c.Pause())
    assert driver.snapshot.update == 1 and driver.last(m.BesideShown).update == 0
    driver.rest()
    assert driver.last(m.BesideShown).update == 1 and not driver.engine.training.running
    assert driver.snapshot.update == 1
    # No snapshot is to come that these could come with.
    assert [losses_sent(driver, number) for number in (1, 2)] == [1, 1]


# --- who is trained together


@pytest.mark.parametrize(
    ("more", "reason"),
    [({"batch_size": 20}, "batches"), ({"batch_size": None}, "batches"), ({"seed": 4}, "seed")],
)
def test_a_run_with_other_batches_is_refused(more: dict[str, Any], reason: str) -> None:
    driver = Driver()
    driver.send(
        c.BeginRun(1, WIDE, replace(CONFIG, **more), is_shown=False),
        c.BeginRun(2, WIDE, CONFIG, is_shown=False),
        c.TrainTogether((1, 2, 1, 0)),
    )
    assert driver.all(m.TogetherRefused) == [m.TogetherRefused(1, reason)]
    assert driver.last(m.TogetherChanged).runs == (2,)
    driver.train(5)
    assert counts(driver) == [5, 0, 5]


def test_a_run_at_another_place_or_on_other_examples_is_refused_and_one_that_is_gone() -> None:
    driver = Driver()
    plane = DatasetSpec("plane", "xor", count=40)
    driver.send(
        c.BeginRun(1, WIDE, CONFIG, is_shown=False),
        c.BeginRun(2, WIDE, CONFIG, plane, is_shown=False),
    )
    driver.train(1)
    driver.send(c.TrainTogether((1, 2, 7)))
    assert driver.all(m.TogetherRefused) == [
        m.TogetherRefused(1, "place"),
        m.TogetherRefused(2, "data"),
        m.TogetherRefused(7, "gone"),
    ]
    assert driver.last(m.TogetherChanged).runs == ()


def test_a_run_of_the_same_seed_in_another_epoch_is_refused_for_its_epoch() -> None:
    driver = Driver()
    driver.send(c.BeginRun(1, WIDE, CONFIG, is_shown=False))
    # An epoch later both stand at its beginning, but the order is another one in each epoch.
    driver.train(driver.engine.current.trainer.batches.per_epoch)
    driver.send(c.TrainTogether((1,)))
    assert driver.all(m.TogetherRefused) == [m.TogetherRefused(1, "epoch")]


def test_another_seed_is_named_also_where_the_place_is_another_one() -> None:
    driver = Driver()
    driver.send(c.BeginRun(1, WIDE, replace(CONFIG, seed=4), is_shown=False))
    driver.train(1)
    driver.send(c.TrainTogether((1,)))
    assert driver.all(m.TogetherRefused) == [m.TogetherRefused(1, "seed")]


def test_a_branch_from_the_present_is_trained_with_its_parent() -> None:
    driver = Driver()
    driver.train(140)
    faster = replace(CONFIG, learning_rate=0.02)
    driver.send(c.BranchRun(1, 140, faster, is_shown=False), c.TrainTogether((1,)), c.Train(60))
    driver.rest()
    assert counts(driver) == [200, 200] and driver.engine.companions.runs
    alone = headless(140)
    alone.reconfigure(faster)
    for _ in range(60):
        alone.step()
    assert run_of(driver, 1).trainer.checkpoint().checksum == alone.checkpoint().checksum


def test_a_companion_that_is_put_on_screen_changes_places_with_the_one_before() -> None:
    driver = race()
    driver.train(10)
    driver.send(c.ReturnToRun(2))
    assert driver.last(m.TogetherChanged).runs == (1, 0)
    driver.train(10)
    assert driver.engine.number == 2 and counts(driver) == [20, 20, 20]
    for number in range(3):
        check_bits(driver, number, 20)


def test_any_other_run_on_screen_and_an_empty_wish_end_it() -> None:
    for command in (c.TrainTogether(()), c.BeginRun(3, WIDE, CONFIG), c.NewSession(9, WIDE, CONFIG)):
        driver = race()
        # No snapshot comes any more, so no losses with it.
        driver.acknowledge = False
        driver.send(c.Train())
        driver.work(4)
        ones = [run_of(driver, number) for number in (1, 2)]
        made = [run.trainer.step_count for run in ones]
        driver.send(command)
        assert driver.last(m.TogetherChanged).runs == () and made[0] > 0
        if not isinstance(command, c.NewSession):
            assert [losses_sent(driver, number) for number in (1, 2)] == made
        driver.send(c.Pause())
        driver.train(5)
        assert [run.trainer.step_count for run in ones] == made


def test_a_run_that_is_forgotten_is_trained_no_further() -> None:
    driver = race()
    driver.send(c.ForgetRun(1))
    assert driver.last(m.TogetherChanged).runs == (2,)
    driver.send(c.ForgetRun(2))
    assert driver.last(m.TogetherChanged).runs == ()
    driver.train(5)
    assert counts(driver) == [5]


def test_a_run_that_is_forgotten_in_the_middle_of_a_round_makes_no_update_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = race(replace(CONFIG, batch_size=None), tick_s=0.006)
    gone = run_of(driver, 1)
    driver.send(c.Train())
    driver.until(lambda: driver.engine.companions.is_behind)
    driver.send(c.Pause(), c.ForgetRun(1))
    driver.rest()
    assert gone.trainer.step_count == 0 and counts(driver) == [1, 1]
    assert not driver.all(m.EngineFailed) and driver.last(m.TogetherChanged).runs == (2,)


@pytest.mark.parametrize("is_waiting", [False, True])
def test_batches_of_another_size_part_the_run_on_screen_from_the_others(is_waiting: bool) -> None:
    driver = race()
    driver.train(2)
    if is_waiting:
        # The gradient that waits is applied by all; only then the batches differ.
        driver.send(c.ComputeGradient())
        driver.rest()
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=20)))
    # Not before the next round of updates where a gradient waits; else at once.
    assert len(driver.all(m.TogetherRefused)) == (0 if is_waiting else 2)
    driver.train(5)
    assert driver.all(m.TogetherRefused) == [m.TogetherRefused(1, "batches"), m.TogetherRefused(2, "batches")]
    assert driver.last(m.TogetherChanged).runs == ()
    assert counts(driver) == ([7, 3, 3] if is_waiting else [7, 2, 2])
    check_bits(driver, 1, 3 if is_waiting else 2)


def test_a_walkthrough_that_follows_a_change_of_batches_at_once_is_of_the_run_on_screen_alone() -> None:
    driver = race()
    driver.send(c.ComputeGradient())
    driver.rest()
    # The new size waits for the first update; the second one is asked for before anybody has made the first.
    driver.send(
        c.Reconfigure(replace(CONFIG, batch_size=20)), c.ApplyUpdate(), c.ComputeGradient(), c.ApplyUpdate()
    )
    driver.rest()
    assert counts(driver) == [2, 1, 1] and driver.last(m.TogetherChanged).runs == ()
    assert driver.all(m.TogetherRefused) == [m.TogetherRefused(1, "batches"), m.TogetherRefused(2, "batches")]
    for number in (1, 2):
        check_bits(driver, number, 1)


def test_other_batches_part_all_also_where_nothing_is_trained_after_them() -> None:
    driver = race()
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=20)), c.ApplyUpdate())
    driver.rest()
    assert counts(driver) == [1, 1, 1] and driver.last(m.TogetherChanged).runs == ()


def test_a_wish_in_the_middle_of_a_round_is_met_once_the_round_is_finished(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = race(replace(CONFIG, batch_size=None), tick_s=0.006)
    for wish in ((2, 1), ()):
        driver.send(c.Train())
        driver.until(lambda: driver.engine.companions.is_behind)
        driver.send(c.Pause(), c.TrainTogether(wish))
        driver.rest()
        assert not driver.all(m.TogetherRefused) and driver.last(m.TogetherChanged).runs == wish
        assert len(set(counts(driver))) == 1


@pytest.mark.parametrize("pauses", [True, False])
def test_what_is_saved_in_the_middle_of_a_round_is_saved_once_it_is_finished(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pauses: bool
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = race(replace(CONFIG, batch_size=None), tick_s=0.006)
    driver.send(c.Train())
    driver.until(lambda: driver.engine.companions.is_behind)
    path = str(tmp_path / "race")
    driver.send(*([c.Pause()] if pauses else []), c.SaveSession(path, WindowState()))
    driver.until(lambda: bool(driver.all(m.SessionSaved)))
    again = Driver()
    again.send(c.OpenSession(path, 10))
    again.until(lambda: bool(again.all(m.SessionOpened)))
    made = counts(again)
    assert len(made) == 3 and len(set(made)) == 1


def test_a_companion_that_is_put_on_screen_in_the_middle_of_a_round_makes_its_update(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    config = replace(CONFIG, batch_size=None)
    for number in (2, 3):
        driver = race(config, tick_s=0.006)
        driver.send(c.BeginRun(3, WIDE, config, is_shown=False), c.Train())
        for _ in range(1000):
            if driver.engine.companions.is_behind:
                break
            driver.work()
        driver.send(c.ReturnToRun(number))
        driver.rest()
        assert counts(driver)[:3] == [1, 1, 1]
        if number == 2:
            assert driver.snapshot.update == 1 and driver.last(m.TogetherChanged).runs == (1, 0)


# --- what ends a training


def divergence() -> int:
    """The update that makes a network with settings that are too wild infinite."""
    trainer = headless(0, WIDE, WILD)
    with pytest.raises(DivergenceError) as raised:
        for _ in range(5000):
            trainer.step()
    return raised.value.update


@pytest.mark.parametrize("tick_s", [1e-6, 0.002])
def test_a_companion_that_diverges_is_left_behind_and_the_others_go_on(tick_s: float) -> None:
    update = divergence()
    driver = race(others=(WILD, CONFIG), tick_s=tick_s)
    driver.send(c.Train(update + 50))
    driver.rest()
    # It is told before its cause is known, and with it.
    assert [(end.run, end.update) for end in driver.all(m.Diverged)] == [(1, update)] * 2
    assert driver.last(m.TogetherChanged).runs == (2,)
    assert counts(driver) == [update + 50, update - 1, update + 50]
    np.testing.assert_array_equal(
        run_of(driver, 1).trainer.network.parameters, headless(update - 1, WIDE, WILD).network.parameters
    )
    for number in (0, 2):
        check_bits(driver, number, update + 50)
    added = [message for message in driver.all(m.LossesAdded) if message.run == 1]
    assert sum(len(message.losses) for message in added) == update - 1
    assert added[-1].first + len(added[-1].losses) == update
    driver.send(c.TrainTogether((1,)))
    assert driver.last(m.TogetherRefused) == m.TogetherRefused(1, "diverged")


@pytest.mark.parametrize("tick_s", [1e-6, 0.002])
def test_where_the_run_on_screen_diverges_all_stand_at_the_update_before(tick_s: float) -> None:
    driver = Driver(WIDE, WILD, tick_s=tick_s)
    update = divergence()
    driver.send(c.BeginRun(1, WIDE, CONFIG, is_shown=False), c.TrainTogether((1,)), c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    assert counts(driver) == [update - 1, update - 1] and not driver.engine.training.running
    check_bits(driver, 1, update - 1)


def test_who_is_trained_together_is_decided_once_the_run_on_screen_is_back_from_its_divergence() -> None:
    update = divergence()
    driver = Driver(WIDE, WILD, tick_s=0.002)
    for number in (1, 2):
        driver.send(c.BeginRun(number, WIDE, CONFIG, is_shown=False))
    driver.send(c.TrainTogether((1,)), c.Train())
    driver.until(lambda: run_of(driver, 0).diverged is not None)
    # On its way from update 0, where run 2 stands, to the update before, where run 1 stands.
    assert run_of(driver, 0).is_returning and counts(driver) == [0, update - 1, 0]
    driver.send(c.TrainTogether((1, 2)))
    assert not driver.all(m.TogetherRefused)
    driver.rest()
    assert driver.last(m.TogetherChanged).runs == (1,)
    assert [(each.run, each.reason) for each in driver.all(m.TogetherRefused)] == [(2, "epoch")]


def test_a_companion_on_its_way_back_arrives_whatever_is_shown_meanwhile() -> None:
    update = divergence()
    driver = race(others=(WILD, CONFIG), tick_s=0.002)
    driver.send(c.ShowBeside(1), c.Train())
    driver.until(lambda: run_of(driver, 1).diverged is not None)
    assert run_of(driver, 1).is_returning
    driver.send(c.ReturnToRun(2))
    driver.rest()
    assert driver.last(m.Diverged).run == 1 and driver.last(m.BesideShown).update == update - 1
    assert counts(driver)[1] == update - 1


def stop_of(config: TrainingConfig) -> int:
    """The update at which a run of these settings stops early when it is alone."""
    driver = Driver(WIDE, config)
    driver.send(c.Train())
    driver.until(lambda: bool(driver.all(m.StoppedEarly)))
    return driver.last(m.StoppedEarly).update


def test_a_companion_that_stops_early_stops_where_it_would_alone_and_the_others_go_on() -> None:
    config = replace(CONFIG, learning_rate=0.3, patience=2)
    update = stop_of(config)
    driver = race(others=(config, CONFIG))
    driver.train(update + 20)
    stopped = driver.last(m.StoppedEarly)
    assert (stopped.run, stopped.update) == (1, update) and driver.last(m.TogetherChanged).runs == (2,)
    assert counts(driver) == [update + 20, update, update + 20]
    check_bits(driver, 1, update, config)
    assert losses_sent(driver, 1) == update


def test_where_the_run_on_screen_stops_early_all_rest_and_go_on_together() -> None:
    config = replace(CONFIG, learning_rate=0.3, patience=2)
    driver = Driver(WIDE, config)
    update = stop_of(config)
    driver.send(c.BeginRun(1, WIDE, CONFIG, is_shown=False), c.TrainTogether((1,)), c.Train())
    driver.until(lambda: bool(driver.all(m.StoppedEarly)))
    driver.rest()
    assert counts(driver) == [update, update]
    driver.train(3)
    assert counts(driver) == [update + 3, update + 3]


def test_patience_begins_anew_for_all_that_are_trained_on(monkeypatch: pytest.MonkeyPatch) -> None:
    anew: list[int] = []
    monkeypatch.setattr(Run, "reset_early_stopping", lambda run: anew.append(run.number))
    driver = race()
    driver.train(1)
    assert anew == [0, 1, 2]


def test_an_error_in_a_companion_stops_the_training_and_the_run_on_screen_goes_on_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = race()
    driver.train(5)
    broken = run_of(driver, 1).trainer

    def fails(trainer: Trainer) -> bool:
        if trainer is broken:
            raise MemoryError("none is left")
        return accumulate(trainer)

    accumulate = Trainer.accumulate_gradient
    monkeypatch.setattr(Trainer, "accumulate_gradient", fails)
    driver.send(c.Train(10))
    driver.until(lambda: driver.engine.seconds_until_due() > 0)
    assert len(driver.all(m.EngineFailed)) == 2 and driver.last(m.TogetherChanged).runs == ()
    driver.train(10)
    check_bits(driver, 0, counts(driver)[0])


# --- saved


def test_all_are_saved_while_they_train_and_go_on_together_after_another_engine_has_begun(
    tmp_path: Path,
) -> None:
    driver = race(autosave=str(tmp_path))
    driver.send(c.Train())
    driver.clock.now += 10
    driver.work(40)
    saved = {state.number: state.checkpoint.step_count for state in Autosave(tmp_path).states()}
    assert saved[0] > 0 and len(set(saved.values())) == 1
    driver.engine.save()
    again = Driver(start=False)
    again.send(c.Recover(str(tmp_path)), c.TrainTogether((1, 2)), c.Resume(500))
    again.rest()
    assert not again.all(m.TogetherRefused) and counts(again) == [500, 500, 500]
    for number in range(3):
        check_bits(again, number, 500)


def test_a_session_that_is_saved_in_the_middle_goes_on_with_the_same_bits(tmp_path: Path) -> None:
    driver = race()
    driver.train(77)
    path = str(tmp_path / "a.backlight")
    driver.send(c.SaveSession(path, WindowState()))
    other = Driver(start=False)
    other.send(c.OpenSession(path, 0), c.TrainTogether((1, 2)))
    other.train(50)
    assert counts(other) == [127, 127, 127]
    for number in range(3):
        check_bits(other, number, 127)


def test_what_a_companion_was_when_it_is_left_is_saved(tmp_path: Path) -> None:
    driver = race(autosave=str(tmp_path))
    driver.train(20)
    driver.send(c.TrainTogether((2,)))
    saved = {state.number: state.checkpoint.step_count for state in Autosave(tmp_path).states()}
    assert saved[1] == 20


# --- anything, in any order


class Racer:
    """Does with several runs whatever a window may ask for, in any order, also in the middle of a round."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.batch_size = self.random.choice([8, None, 20])
        # Each slice is one piece of a batch.
        tick_s = self.random.choice([0.006, 0.001])
        self.driver = race(replace(CONFIG, batch_size=self.batch_size, dropout=0.2), tick_s=tick_s)
        self.ids, self.runs = 0, 3

    def act(self) -> None:
        """One thing more, and so many slices."""
        action = self.random.choice(
            [self.train, self.train, self.walk, self.change, self.show, self.beside, self.together]
            + [self.look, self.branch, self.edit]
        )
        action()
        self.driver.work(self.random.choice([0, 0, 1, 2, 10]))

    def any_run(self) -> int:
        return self.random.choice([run.number for run in self.driver.engine.runs])

    def train(self) -> None:
        self.driver.send(self.random.choice([c.Train(), c.Train(3), c.TrainEpoch(), c.Pause()]))

    def walk(self) -> None:
        self.driver.send(self.random.choice([c.ComputeGradient(), c.ApplyUpdate()]))

    def change(self) -> None:
        more: dict[str, Any] = self.random.choice(
            [{"learning_rate": 0.02}, {"optimizer": "momentum"}, {"dropout": 0.0}, {"patience": 3}]
        )
        companions = self.driver.engine.companions.runs
        if companions and self.random.random() < 0.5:
            group = (self.driver.engine.current, *companions)
            more = self.random.choice([more, {"batch_size": self.random.choice([8, None, 20])}])
            configs = tuple(replace(run.trainer.config, **more) for run in group)
            self.driver.send(c.ReconfigureSeveral(tuple(run.number for run in group), configs))
        else:
            self.driver.send(c.Reconfigure(replace(self.driver.trainer.config, **more)))

    def show(self) -> None:
        self.driver.send(c.ReturnToRun(self.any_run()))

    def beside(self) -> None:
        update = self.random.choice([None, None, 2, 10])
        self.driver.send(self.random.choice([c.ShowBeside(self.any_run(), update), c.HideBeside()]))

    def together(self) -> None:
        self.driver.send(c.TrainTogether(tuple(self.any_run() for _ in range(self.random.choice([0, 2, 3])))))

    def look(self) -> None:
        self.driver.send(self.random.choice([c.LookAt(self.random.randrange(20)), c.ReturnToLive()]))

    def branch(self) -> None:
        if self.runs < 7:
            update, is_shown = self.random.choice([3, 10**9]), self.random.random() < 0.3
            self.driver.send(c.BranchRun(self.runs, update, is_shown=is_shown))
            self.driver.send(c.TrainTogether((self.runs,)))
            self.runs += 1

    def edit(self) -> None:
        self.ids += 1
        run = self.driver.engine.current
        place = ParameterLocation(1, 0, 1)
        self.driver.send(c.EditParameter(run.number, self.ids, place, 0.25, run.permutations))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_asked_for_each_run_is_what_its_journal_makes_and_all_make_the_same_updates(
    seed: int,
) -> None:
    racer = Racer(seed)
    driver = racer.driver
    for _ in range(80):
        driver.heard.clear()
        racer.act()
        assert not driver.all(m.EngineFailed)
        group = (driver.engine.current, *driver.engine.companions.runs)
        places = {(run.trainer.batches.epoch, run.trainer.batches.position) for run in group}
        assert len(places) == 1 or driver.engine.companions.is_behind
        for shown in driver.all(m.BesideShown):
            run = driver.engine.run(shown.run)
            if run is not None and shown.is_exact and shown.snapshot.update == run.trainer.step_count:
                edits = shown.snapshot.edit_count == run.trainer.edit_count
                same = np.array_equal(shown.snapshot.parameters, run.trainer.network.parameters)
                assert same or not edits
    driver.send(c.Pause(), c.ReturnToLive())
    driver.rest()
    for run in driver.engine.runs:
        again = replayed(run, run.trainer.step_count, run.trainer.dataset)
        np.testing.assert_array_equal(again.trainer.network.parameters, run.trainer.network.parameters)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_asked_for_each_loss_is_sent_once(seed: int) -> None:
    racer = Racer(seed + 100)
    driver = racer.driver
    for _ in range(80):
        racer.act()
    for run in driver.engine.runs:
        driver.send(c.ReturnToRun(run.number))
        driver.rest()
    for run in driver.engine.runs:
        updates: list[int] = []
        for message in driver.heard:
            if isinstance(message, Snapshot) and message.run == run.number:
                updates += range(message.update - len(message.losses) + 1, message.update + 1)
            elif isinstance(message, m.LossesAdded) and message.run == run.number:
                updates += range(message.first, message.first + len(message.losses))
        # Losses of a walkthrough's halves come with its own messages.
        walked = [
            message.snapshot
            for message in driver.heard
            if isinstance(message, (m.GradientComputed, m.UpdateApplied, m.ParameterEdited))
            and message.snapshot.run == run.number
        ]
        for snapshot in walked:
            updates += range(snapshot.update - len(snapshot.losses) + 1, snapshot.update + 1)
        assert sorted(updates) == list(range(run.branch_update + 1, run.trainer.step_count + 1))

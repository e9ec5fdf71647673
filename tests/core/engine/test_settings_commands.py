"""Settings of several runs at once: all from the same update on, each in its journal, and none where one can't be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.engine.run import Run, replayed
from core.training.batches import Batches
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless
from tests.core.engine.test_companions import DEEP, WIDE, check_bits, counts, race, run_of

ALL = 0, 1, 2


def several(runs: tuple[int, ...] = ALL, **more: Any) -> c.ReconfigureSeveral:
    return c.ReconfigureSeveral(runs, (replace(CONFIG, **more),) * len(runs))


def check_changed(driver: Driver, config: TrainingConfig, changed_at: int, updates: int) -> None:
    """Every run has the bits of a training without an engine whose settings were changed there."""
    for number, architecture in enumerate((ARCHITECTURE, WIDE, DEEP)):
        alone = headless(changed_at, architecture)
        alone.reconfigure(config)
        while alone.step_count < updates:
            alone.step()
        run = run_of(driver, number)
        assert run.trainer.step_count == updates
        assert run.trainer.checkpoint().checksum == alone.checkpoint().checksum


@pytest.mark.parametrize(
    "more",
    [{"learning_rate": 0.02}, {"optimizer": "sgd", "learning_rate": 0.1, "dropout": 0.5}, {"batch_size": 20}],
)
def test_all_that_are_trained_together_take_them_at_the_same_update_and_stay_together(
    more: dict[str, Any],
) -> None:
    driver = race()
    driver.train(9)
    driver.send(several(**more))
    # The one on screen has a message of its own.
    assert [message.info.run for message in driver.all(m.RunReconfigured)] == [1, 2]
    for message in driver.all(m.RunReconfigured):
        assert message.info.config == replace(CONFIG, **more) and message.info.update == 9
        assert {mark.what for mark in message.info.changes} == set(more)
    assert driver.last(m.RunInfo).config == replace(CONFIG, **more)
    driver.train(6)
    check_changed(driver, replace(CONFIG, **more), 9, 15)
    assert not driver.all(m.TogetherRefused) and len(driver.engine.companions.runs) == 2


def test_each_run_has_its_own_and_they_are_taken_back_alike() -> None:
    driver = race()
    other = replace(CONFIG, learning_rate=0.3)
    driver.send(c.ReconfigureSeveral(ALL, (CONFIG, other, other)))
    driver.send(c.ReconfigureSeveral(ALL, (CONFIG,) * 3))
    driver.train(4)
    for number in ALL:
        check_bits(driver, number, 4)
    for run in driver.engine.runs:
        assert replayed(run, 4, run.trainer.dataset).trainer.config == CONFIG


@pytest.mark.parametrize("undone", [False, True])
def test_a_gradient_that_waits_is_applied_by_all_and_then_all_have_the_new_batches(
    undone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: dict[int, list[int]] = {}
    close = Batches.close

    def closed(batches: Batches) -> None:
        heard.setdefault(id(batches), []).append(len(batches.rows))
        close(batches)

    monkeypatch.setattr(Batches, "close", closed)
    driver = race()
    driver.train(2)
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(several(batch_size=20))
    driver.rest()
    if undone:
        driver.send(several())
        driver.rest()
    driver.send(c.ApplyUpdate())
    driver.rest()
    driver.train(2)
    assert not driver.all(m.TogetherRefused) and counts(driver) == [5, 5, 5]
    for run in driver.engine.runs:
        assert heard[id(run.trainer.batches)] == ([8] * 5 if undone else [8, 8, 8, 20, 20])


def test_the_journal_of_each_makes_the_same_bits_again() -> None:
    driver = race()
    driver.train(3)
    driver.send(c.ComputeGradient())
    driver.rest()
    driver.send(several(batch_size=20, dropout=0.3))
    driver.rest()
    driver.send(c.ApplyUpdate())
    driver.rest()
    driver.train(4)
    for run in driver.engine.runs:
        again = replayed(run, 8, run.trainer.dataset)
        assert again.trainer.checkpoint().checksum == run.trainer.checkpoint().checksum


@pytest.mark.parametrize("pieces", range(14))
def test_what_is_set_last_is_in_force_however_far_the_others_are_behind(
    pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """50 examples are seven pieces for each of two that are behind: before the last one the way is short."""
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = race(replace(CONFIG, batch_size=None), tick_s=0.006)
    driver.send(c.Train())
    driver.until(lambda: driver.engine.companions.is_behind)
    driver.work(pieces)
    for rate in (0.1, 0.2, 0.3):
        driver.send(several(batch_size=None, learning_rate=rate))
    driver.send(c.Pause())
    driver.rest()
    assert [run.trainer.config.learning_rate for run in driver.engine.runs] == [0.3] * 3
    assert len({run.journal[0].update for run in driver.engine.runs}) == 1


def test_where_one_of_them_cannot_be_none_is(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = race()
    # 50 examples are fewer than a batch of 51.
    driver.send(
        c.ReconfigureSeveral(
            ALL, (replace(CONFIG, learning_rate=0.5),) * 2 + (replace(CONFIG, batch_size=51),)
        )
    )
    assert "from 1 to 50" in driver.last(m.EngineFailed).details
    assert {run.trainer.config for run in driver.engine.runs} == {CONFIG}
    assert not any(run.journal for run in driver.engine.runs)


def test_a_run_that_is_gone_is_left_out() -> None:
    driver = race()
    driver.send(c.ForgetRun(2), several(learning_rate=0.02))
    assert [run.trainer.config.learning_rate for run in driver.engine.runs] == [0.02, 0.02]
    assert not driver.all(m.EngineFailed)


def test_other_penalties_of_a_run_that_is_not_on_screen_are_measured_anew() -> None:
    driver = race()
    driver.train(1)
    run: Run = run_of(driver, 1)
    assert driver.engine.exact_loss.last(0) is not None
    driver.send(several(l2=0.5))
    assert driver.engine.exact_loss.last(0) is None and driver.engine.exact_loss.last(run.number) is None
    driver.rest()
    assert driver.last(m.ExactLoss).l2 > 0

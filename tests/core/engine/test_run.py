"""A run: its changes written down, what is told of it, and the way back from a divergence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.displayed_sample import DisplayedSample
from core.engine.journal import Origin
from core.engine.run import Run, replayed
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import DivergenceError
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, same_parameters
from tests.core.small_data import small_data


def run_with(architecture: Architecture = ARCHITECTURE, **settings: Any) -> Run:
    return Run(0, Origin(architecture, replace(CONFIG, **settings), DatasetSpec()), small_data())


def test_a_run_begins_as_its_origin_says() -> None:
    run = run_with(schedule_start=70)
    assert run.trainer.config.schedule_start == 0
    info = run.info()
    assert (info.run, info.architecture, info.sizes) == (0, ARCHITECTURE.with_outputs(3), (6, 5, 4, 3))
    # 6·5 + 5, 5·4 + 4, 4·3 + 3; 50 examples are 6 batches of 8.
    assert (info.parameter_count, info.train_count, info.test_count, info.updates_per_epoch) == (
        74,
        50,
        20,
        6,
    )
    assert info.baseline_loss == pytest.approx(np.log(3))


def test_what_is_told_of_a_run_names_the_update_from_which_its_settings_hold() -> None:
    run = run_with()
    assert run.info().update == 0
    for _ in range(3):
        run.advance()
    assert run.info().update == 3


def test_what_is_told_of_a_run_names_the_first_batch_of_its_settings() -> None:
    run = run_with()
    for _ in range(3):
        run.advance()
    run.take(c.Reconfigure(run.trainer.config))
    assert run.info().batches_from == 3
    # The gradient of the fourth update waits: dropout comes with the fifth.
    run.trainer.accumulate_gradient()
    run.take(c.Reconfigure(replace(run.trainer.config, dropout=0.5)))
    assert (run.info().update, run.info().batches_from) == (3, 4)
    run.apply()
    assert (run.info().update, run.info().batches_from) == (4, 4)


def test_settings_that_do_not_suit_begin_no_run() -> None:
    with pytest.raises(ValueError, match="batch size 51"):
        run_with(batch_size=51)


def test_updates_are_made_as_the_trainer_makes_them_watched_or_not() -> None:
    alone = headless(5)
    for watched in (False, True):
        run = run_with()
        run.watched = watched
        means = [run.advance() for _ in range(5)]
        np.testing.assert_array_equal(run.trainer.network.parameters, alone.network.parameters)
        assert None not in means
    assert run.trainer.clip_factor == 1


def test_the_penalties_are_those_of_the_gradient_that_is_told_and_not_of_the_settings_since() -> None:
    run = run_with()
    run.watched = True
    run.take(c.Reconfigure(replace(run.trainer.config, l2=0.5)))
    assert run.snapshot().penalties == ("l2",)
    run.advance()
    run.take(c.Reconfigure(replace(run.trainer.config, l1=0.1, l2=0.0)))
    told = run.snapshot()
    assert told.mean_gradient is not None and told.penalties == ("l2",)
    run.advance()
    assert run.snapshot().penalties == ("l1",)


def test_what_an_update_changed_is_told_only_of_the_last_and_only_where_it_is_watched() -> None:
    run = run_with()
    run.advance()
    assert run.snapshot().change is run.snapshot().mean_gradient is None
    run.watched = True
    # It was kept although nobody watched, and the update before is nobody's.
    assert run.snapshot().change is not None and run.snapshot().mean_gradient is not None
    run.train_to(4)
    assert run.snapshot().change is run.snapshot().mean_gradient is None


def test_losses_are_told_once() -> None:
    run = run_with()
    run.losses += [0.5, 0.25]
    assert run.snapshot().losses.tolist() == [0.5, 0.25]
    assert run.snapshot().losses.tolist() == [] and run.losses == []


def test_runs_on_the_same_examples_share_what_is_shown() -> None:
    sample = DisplayedSample(small_data())
    sample.choose_test_digit("next", None)
    run = Run(1, Origin(ARCHITECTURE, CONFIG, DatasetSpec()), small_data(), sample)
    assert run.snapshot().example.origin == "test"


def test_one_input_has_its_whole_function_and_its_points() -> None:
    choice = DatasetSpec("line", "sine", count=20)
    config = TrainingConfig(batch_size=5, loss="squared_error")
    run = Run(0, Origin(Architecture.dense((4,), output="identity"), config, choice), choice.load())
    function_grid = run.snapshot().function_grid
    assert function_grid is not None and function_grid.shape[1] == 1
    run.train_to(3)
    assert not np.array_equal(run.snapshot().function_grid, function_grid)
    assert run_with().snapshot().function_grid is None


def test_a_run_that_diverges_goes_back_piece_by_piece_to_the_same_bits() -> None:
    wild = {"optimizer": "sgd", "learning_rate": 0.21, "l2": 10.0}
    run = run_with(**wild)
    with pytest.raises(DivergenceError) as caught:
        while True:
            run.advance()
    update = caught.value.update
    run.end(update, caught.value.cause)
    assert run.is_returning and run.trainer.step_count == 0
    pieces = 0
    while run.is_returning:
        run.go_back()
        assert np.isfinite(run.trainer.network.parameters).all()
        pieces += 1
    assert pieces == update - 1 > 100
    run.watched = True
    snapshot, alone = run.snapshot(), headless(update - 2, config=replace(CONFIG, **wild))
    before = alone.network.parameters.copy()
    alone.step()
    assert same_parameters(snapshot, alone)
    # The gradient in the network's buffers is that of the update that was too much; this one is the last one's.
    np.testing.assert_array_equal(snapshot.mean_gradient, alone.network.gradients)
    np.testing.assert_array_equal(snapshot.change, alone.network.parameters - before)


def test_an_update_is_had_again_by_doing_all_again() -> None:
    run = run_with()
    run.train_to(3)
    run.take(c.EditParameter(0, 1, ParameterLocation(0, 0), 2.0, 0))
    run.take(c.Reconfigure(replace(CONFIG, optimizer="sgd", learning_rate=0.3)))
    at_three = run.trainer.checkpoint().checksum
    run.train_to(9)
    end = run.trainer.checkpoint().checksum
    for update, expected in ((3, at_three), (9, end)):
        assert replayed(run, update, small_data()).trainer.checkpoint().checksum == expected
    assert replayed(run, 2, small_data()).trainer.checkpoint().checksum == headless(2).checkpoint().checksum


def test_a_change_that_can_not_be_made_is_not_written_down() -> None:
    run = run_with()
    with pytest.raises(ValueError, match="batch size 60"):
        run.take(c.Reconfigure(replace(CONFIG, batch_size=60)))
    with pytest.raises(IndexError):
        run.take(c.EditParameter(0, 1, ParameterLocation(0, 77), 2.0, 0))
    assert run.take(c.SwitchEdit(0, 1, False)) is None and run.take(c.SwitchEdit(0, 1, True)) is None
    assert run.journal == [] and run.trainer.edit_count == 0


def test_patience_waits_for_the_end_of_an_epoch_and_an_edit_makes_it_forget() -> None:
    run = run_with(patience=1)
    assert not run.validation_is_due and run.best_update == 0
    run.train_to(6)
    assert run.validation_is_due and run.validate() is False
    assert not run.validation_is_due and run.best_update == 6
    run.take(c.EditParameter(0, 1, ParameterLocation(2, 0), 50.0, 0))
    run.train_to(12)
    # Far worse than before, but the first of these weights.
    assert run.validate() is False and run.best_update == 12
    run.trainer.network.layers[2].b[0] = 500.0
    run.train_to(18)
    assert run.validate() is True and run.best_update == 12


@pytest.mark.parametrize("gives_up", [False, True])
def test_half_a_gradient_of_a_batch_under_way_is_not_shown_as_the_last_updates(
    monkeypatch: pytest.MonkeyPatch, gives_up: bool
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    driver = Driver(config=replace(CONFIG, batch_size=None))
    driver.send(c.WatchUpdates(True))
    driver.train(2)
    run = driver.engine.current
    assert run.advance() is None and run.trainer.batch_is_open
    if gives_up:
        run.take(c.Reconfigure(replace(CONFIG, batch_size=8)))
        assert not run.trainer.batch_is_open
    snapshot, alone = run.snapshot(), headless(1, config=replace(CONFIG, batch_size=None))
    before = alone.network.parameters.copy()
    alone.step()
    np.testing.assert_array_equal(snapshot.mean_gradient, alone.network.gradients)
    np.testing.assert_array_equal(snapshot.change, alone.network.parameters - before)


def test_a_setting_that_is_sent_before_the_schedules_start_is_known_leaves_it() -> None:
    driver = Driver()
    driver.train(10)
    # Both are made from the settings of before: the window has not been told yet.
    late = replace(CONFIG, schedule="cosine", schedule_period=100)
    driver.send(c.Reconfigure(late), c.Reconfigure(replace(late, learning_rate=0.02)))
    config = driver.trainer.config
    assert (config.schedule_start, config.learning_rate) == (10, 0.02)
    assert driver.trainer.learning_rate == 0.02

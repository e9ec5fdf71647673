"""Looking back while the live run rests, and runs that branch from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import history as history_module
from core.engine import messages as m
from core.engine import past as past_module
from core.engine.snapshot import Snapshot
from core.engine.window_state import WindowState
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, parameters_of, same_parameters

WILD = replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0)


def trained(updates: int = 300, **more: Any) -> Driver:
    driver = Driver(**more)
    driver.train(updates)
    return driver


def look(driver: Driver, update: int) -> m.PastShown:
    """The last of what is shown of this update."""
    driver.send(c.LookAt(update))
    driver.rest()
    return driver.last(m.PastShown)


# --- what is shown


@pytest.mark.parametrize("batch_size", [8, None])
def test_an_earlier_update_is_shown_with_its_bits_and_the_run_stays_as_it_is(batch_size: int | None) -> None:
    config = replace(CONFIG, batch_size=batch_size, dropout=0.2)
    driver = trained(config=config)
    end = driver.trainer.checkpoint().checksum
    for update in (0, 1, 127, 128, 129, 299, 300):
        shown = look(driver, update)
        assert (shown.run, shown.update, shown.live_update, shown.is_exact) == (0, update, 300, True)
        assert shown.snapshot.update == update
        assert same_parameters(shown.snapshot, headless(update, config=config))
    assert driver.trainer.checkpoint().checksum == end
    driver.send(c.ReturnToLive())
    assert driver.last(m.LiveShown).run == 0 and driver.snapshot.update == 300


@pytest.mark.parametrize(("asked", "shown"), [(-5, 0), (301, 300), (10**12, 300)])
def test_an_update_that_there_is_not_is_the_first_or_the_last(asked: int, shown: int) -> None:
    assert look(trained(), asked).update == shown


@pytest.mark.parametrize("command", [c.LookAt(0), c.Film(0, (0, 5))])
def test_whoever_looks_back_is_told_of_every_update_that_was_made(command: Any) -> None:
    driver = Driver()
    driver.acknowledge = False
    driver.train(4)
    # The next snapshot waits until that one is acknowledged.
    driver.train(5)
    told = [snapshot.losses for snapshot in driver.all(Snapshot)]
    missing = 9 - sum(map(len, told))
    assert missing > 0
    driver.send(command)
    driver.rest()
    (added,) = driver.all(m.LossesAdded)
    assert (added.run, added.first, len(added.losses)) == (0, 10 - missing, missing)
    # Each update is told of once, by whatever message.
    again, run = driver.all(Snapshot)[len(told) :], driver.engine.current
    assert not again and not run.losses
    alone = headless(0)
    means = np.array([alone.step() for _ in range(9)], np.float32)
    np.testing.assert_array_equal(np.concatenate([*told, added.losses]), means)


def test_what_the_last_update_followed_and_changed_is_shown_where_it_is_watched() -> None:
    driver = Driver()
    driver.send(c.WatchUpdates(True))
    seen: dict[int, Snapshot] = {}
    for _ in range(260):
        driver.train(1)
        seen[driver.snapshot.update] = driver.snapshot
    for update in (1, 2, 128, 129, 200, 256, 259):
        shown = look(driver, update).snapshot
        for name in ("mean_gradient", "change", "losses"):
            np.testing.assert_array_equal(getattr(shown, name), getattr(seen[update], name))
        assert (shown.epoch, shown.clip_factor) == (seen[update].epoch, seen[update].clip_factor)
    driver.send(c.WatchUpdates(False))
    assert driver.last(m.PastShown).snapshot.change is None
    driver.send(c.WatchUpdates(True))
    np.testing.assert_array_equal(driver.last(m.PastShown).snapshot.change, seen[259].change)


def test_another_example_is_traced_by_the_past_network() -> None:
    driver = trained()
    look(driver, 140)
    past, before = headless(140), len(driver.all(Snapshot))
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    x = np.linspace(0, 1, 6, dtype=np.float32)
    driver.send(c.ShowDrawing(x, 1), c.ReleaseSample())
    following, drawn, released = (shown.snapshot for shown in driver.all(m.PastShown)[-3:])
    assert [shown.example.origin for shown in (following, drawn, released)] == ["test", "drawing", "train"]
    # The first of the batch of update 140, and not of the live run's last.
    assert released.example.index == past.batch_rows[0]
    for shown in (following, drawn, released):
        alone = past.trace(shown.example.x, shown.example.answer)
        assert shown.trace.loss == alone.loss and shown.update == 140
        np.testing.assert_array_equal(shown.trace.probabilities, alone.probabilities)
    assert len(driver.all(Snapshot)) == before


def test_a_digit_that_is_wrong_is_one_that_the_past_network_gets_wrong() -> None:
    driver = trained(2000, config=replace(CONFIG, learning_rate=0.02))
    live, past = (trainer.evaluation("test").finish().wrong for trainer in (driver.trainer, headless(0)))
    assert not np.array_equal(live, past)
    look(driver, 0)
    for _ in range(int(past.sum())):
        driver.send(c.ShowTestSample("wrong"))
        driver.rest()
        assert past[driver.last(m.PastShown).snapshot.example.index]


def test_a_past_before_neurons_were_sorted_says_where_each_of_them_stands_now() -> None:
    driver = trained(200)
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    driver.train(100)
    driver.send(c.SwitchSorting(0, 1, False), c.SwitchSorting(0, 1, True))
    driver.rest()
    assert look(driver, 300).orders == ()
    first, second, third = (message.orders for message in driver.all(m.NeuronsPermuted))
    for update in (100, 256):
        shown = look(driver, update)
        # Neurons of update 100 were sorted, put back and sorted again; those of update 256 put back and sorted again.
        for layer, order in enumerate(shown.orders):
            follows = [first, second, third] if update == 100 else [second, third]
            where = np.arange(len(order))
            for orders in follows:
                where = where[orders[layer]]
            np.testing.assert_array_equal(order, where)
        assert len(shown.orders) == 2
    driver.send(c.Film(0, (100, 299)))
    driver.rest()
    past, after = (frame.shown for frame in driver.all(m.FilmFrame))
    assert len(past.orders) == len(after.orders) == 2 and after.update == 299


# --- how long it takes


def test_the_nearest_kept_state_is_shown_first_where_the_way_is_long_and_progress_is_told() -> None:
    driver = trained(256 + 100)
    driver.heard.clear()
    driver.clock.tick_s = 0.01
    shown = look(driver, 255)
    first, second = driver.all(m.PastShown)[:2]
    assert (first.is_exact, first.kept_update, first.snapshot.update, first.update) == (False, 128, 128, 255)
    assert not first.is_checked and same_parameters(first.snapshot, headless(128))
    assert second.is_exact and same_parameters(second.snapshot, headless(255)) and shown.kept_update == 128
    progress = driver.all(m.PastProgress)
    assert 3 <= len(progress) < 60
    assert [(told.run, told.update, told.total) for told in progress] == [(0, 255, 127)] * len(progress)
    done = [told.done for told in progress]
    assert done == sorted(set(done)) and done[0] > 0 and done[-1] <= 127


def test_where_it_is_soon_there_nothing_is_shown_before() -> None:
    driver = trained()
    driver.heard.clear()
    driver.clock.tick_s = 1e-6
    look(driver, 255)
    assert all(shown.is_exact for shown in driver.all(m.PastShown)) and not driver.all(m.PastProgress)


def test_of_several_wishes_the_last_one_is_shown_and_the_others_are_dropped() -> None:
    driver = trained()
    driver.heard.clear()
    driver.clock.tick_s = 0.002
    driver.send(c.LookAt(255))
    driver.work(3)
    driver.send(c.LookAt(100), c.LookAt(90))
    driver.rest()
    assert {shown.update for shown in driver.all(m.PastShown)} == {90}
    assert same_parameters(driver.last(m.PastShown).snapshot, headless(90))


def test_the_next_update_takes_one_update() -> None:
    driver = trained()
    look(driver, 200)
    assert look(driver, 201).kept_update == 200 and not driver.last(m.PastShown).is_kept
    assert same_parameters(driver.last(m.PastShown).snapshot, headless(201))
    assert look(driver, 199).kept_update == 128 and driver.last(m.PastShown).is_kept
    # What is gone on from may be kept, too; so is the beginning.
    look(driver, 128)
    assert look(driver, 150).kept_update == 128 and driver.last(m.PastShown).is_kept
    assert look(driver, 3).kept_update == 0 and driver.last(m.PastShown).is_kept


# --- whether it is checked


def test_what_was_recorded_is_met_on_the_way_or_behind() -> None:
    driver = trained()
    driver.clock.tick_s = 1e-6
    for update, at_once in ((0, False), (128, True), (130, False), (256, True)):
        driver.heard.clear()
        assert look(driver, update).is_checked
        assert [shown.is_checked for shown in driver.all(m.PastShown)] == (
            [True] if at_once else [False, True]
        )
    # Behind 256 nothing is kept, but the run itself stands there.
    assert look(driver, 299).is_checked


def test_numbers_that_are_not_what_they_were_are_never_shown_as_such() -> None:
    driver = trained()
    kept = driver.engine.time.history.nearest(0, 256)
    assert kept is not None
    kept.checkpoint.parameters[0] += 1e-6
    driver.heard.clear()
    driver.send(c.LookAt(256))
    driver.rest()
    assert not any(shown.is_exact for shown in driver.all(m.PastShown))
    assert "update 256, made again, is not what it was" in driver.last(m.EngineFailed).details
    # The run itself is shown again, and goes on.
    assert driver.last(m.LiveShown).run == 0
    driver.train(10)
    assert same_parameters(driver.snapshot, headless(310))


# --- the live run


@pytest.mark.parametrize(
    "command",
    [
        c.Train(5),
        c.TrainEpoch(),
        c.Resume(305),
        c.Reconfigure(replace(CONFIG, l2=0.1)),
        c.ComputeGradient(),
        c.EditParameter(0, 1, ParameterLocation(0, 0), 0.5, 0),
        c.SortNeurons(0, 1),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_is_for_the_live_run_shows_it_before(command: Any) -> None:
    driver = trained()
    look(driver, 100)
    driver.heard.clear()
    driver.send(command)
    assert isinstance(driver.heard[0], m.LiveShown)
    assert driver.snapshot.update >= 300
    driver.rest()
    assert not driver.engine.time.is_looking_back and not driver.all(m.PastShown)


def test_looking_back_pauses_the_training_which_goes_on_from_where_it_was() -> None:
    driver = Driver()
    driver.send(c.Train())
    driver.until(lambda: driver.trainer.step_count >= 300)
    update = driver.trainer.step_count
    driver.send(c.LookAt(7))
    assert driver.last(m.RunningChanged).running is False
    before = len(driver.all(Snapshot))
    driver.rest()
    assert driver.trainer.step_count == update and len(driver.all(Snapshot)) == before
    driver.train(20)
    assert same_parameters(driver.snapshot, headless(update + 20))
    # Each update's loss is sent, and once.
    messages = [*driver.all(Snapshot), *driver.all(m.LossesAdded)]
    assert sum(len(message.losses) for message in messages) == update + 20


def test_returning_is_always_answered() -> None:
    driver = trained()
    driver.send(c.ReturnToLive())
    assert driver.last(m.LiveShown).run == 0 and driver.snapshot.update == 300


def test_a_walkthrough_that_is_half_open_stays_so() -> None:
    driver = trained(130)
    driver.send(c.ComputeGradient())
    driver.rest()
    for update in (130, 20):
        assert same_parameters(look(driver, update).snapshot, headless(update))
    driver.send(c.ReturnToLive(), c.ApplyUpdate())
    driver.rest()
    assert same_parameters(driver.last(m.UpdateApplied).snapshot, headless(131))


def test_looking_back_in_a_run_on_its_way_back_from_a_divergence_waits_until_it_is_there() -> None:
    driver = Driver(config=WILD)
    driver.send(c.Train())
    driver.until(lambda: driver.engine.current.diverged is not None)
    assert driver.engine.current.is_returning
    shown = look(driver, 90)
    last = driver.last(m.Diverged).update - 1
    assert (shown.update, shown.live_update) == (90, last)
    assert same_parameters(shown.snapshot, headless(90, config=WILD))
    assert same_parameters(look(driver, last).snapshot, headless(last, config=WILD))


# --- branches


def test_a_branch_goes_on_with_the_same_bits_or_with_other_settings() -> None:
    driver = trained(200)
    driver.send(c.BranchRun(7, 150))
    driver.rest()
    info = driver.last(m.RunInfo)
    assert (info.run, info.parent, info.branch_update, info.changes) == (7, 0, 150, ())
    assert driver.snapshot.update == 150
    driver.train(50)
    assert same_parameters(driver.snapshot, headless(200))
    driver.send(c.BranchRun(8, 170, replace(CONFIG, learning_rate=0.1)))
    driver.rest()
    info = driver.last(m.RunInfo)
    assert (info.run, info.parent, info.branch_update, info.config.learning_rate) == (8, 7, 170, 0.1)
    (mark,) = info.changes
    assert (mark.update, mark.what, mark.before, mark.after) == (170, "learning_rate", 0.001, 0.1)
    driver.send(c.ReturnToRun(0))
    info = driver.last(m.RunInfo)
    assert (info.parent, info.branch_update, driver.trainer.step_count) == (None, 0, 200)


def test_a_branch_of_a_branch_looks_back_over_both_when_the_others_are_gone() -> None:
    driver = trained(200)
    driver.send(c.BranchRun(1, 150, replace(CONFIG, learning_rate=0.05)))
    driver.rest()
    driver.train(100)
    seen = parameters_of(driver.snapshot)
    driver.train(60)
    driver.send(c.BranchRun(2, 280, replace(CONFIG, optimizer="sgd")))
    driver.rest()
    driver.train(30)
    driver.send(c.ForgetRun(0), c.ForgetRun(1))
    assert same_parameters(look(driver, 149).snapshot, headless(149))
    np.testing.assert_array_equal(parameters_of(look(driver, 250).snapshot), seen)
    assert driver.last(m.HistoryChanged).kept.tolist() == [128, 256]


def test_commands_that_follow_a_branch_are_for_it() -> None:
    driver = trained()
    driver.clock.tick_s = 0.01
    driver.send(c.BranchRun(1, 120), c.Reconfigure(replace(CONFIG, learning_rate=0.03)), c.Train(6))
    assert driver.engine.number == 0
    driver.rest()
    assert driver.engine.number == 1 and driver.trainer.step_count == 126
    driver.send(c.BranchRun(2, 121), c.BranchRun(3, 124), c.Train(3))
    driver.rest()
    # The third begins in the second, which is not at update 124 yet.
    assert driver.engine.number == 3 and driver.trainer.step_count == 124
    assert (driver.engine.current.parent, driver.engine.current.branch_update) == (2, 121)
    alone = headless(120)
    alone.reconfigure(replace(CONFIG, learning_rate=0.03))
    for _ in range(4):
        alone.step()
    assert same_parameters(driver.snapshot, alone)
    driver.send(c.ReturnToRun(0))
    assert driver.trainer.step_count == 300 and driver.trainer.config == CONFIG


def test_edits_and_sortings_of_the_parent_can_be_taken_back_in_the_branch() -> None:
    driver = trained(10)
    place = ParameterLocation(1, 2, 3)
    before = float(driver.trainer.network.layers[1].W[3, 2])
    driver.send(c.EditParameter(0, 1, place, 0.75, 0))
    driver.train(10)
    driver.send(c.BranchRun(1, 10))
    driver.rest()
    assert float(driver.trainer.network.layers[1].W[3, 2]) == 0.75
    assert [mark.after for mark in driver.last(m.RunInfo).changes] == [0.75]
    driver.send(c.SwitchEdit(1, 1, False))
    assert float(driver.trainer.network.layers[1].W[3, 2]) == before


def test_a_branch_of_a_run_that_has_diverged_can_be_trained() -> None:
    driver = Driver(config=WILD)
    driver.send(c.Train())
    driver.rest()
    update = driver.last(m.Diverged).update
    driver.send(c.BranchRun(1, 20, replace(WILD, learning_rate=0.01, l2=0.0)))
    driver.train(update)
    assert driver.snapshot.run == 1 and driver.snapshot.update == update + 20
    assert driver.engine.current.diverged is None


def test_a_branch_is_patient_anew() -> None:
    config = replace(CONFIG, patience=2, learning_rate=0.5)
    driver = Driver(config=config)
    driver.send(c.Train())
    driver.rest()
    stopped = driver.last(m.StoppedEarly).update
    driver.send(c.BranchRun(1, stopped), c.Train())
    driver.rest()
    assert driver.last(m.StoppedEarly).run == 1
    # Two evaluations without a better one need a third before them.
    assert driver.last(m.StoppedEarly).update >= stopped + 3 * 6


# --- what is told of the history


def test_which_states_are_kept_is_told_once_a_second_and_at_a_pause() -> None:
    driver = Driver(tick_s=0.0001)
    assert (driver.last(m.HistoryChanged).run, driver.last(m.HistoryChanged).bytes) == (0, 0)
    begun_s = driver.clock.now
    driver.send(c.Train())
    driver.until(lambda: driver.trainer.step_count >= 20_000)
    seconds = driver.clock.now - begun_s
    assert seconds > 1.5
    told = len(driver.all(m.HistoryChanged))
    assert seconds - 1 <= told <= seconds + 2
    driver.send(c.Pause())
    history = driver.last(m.HistoryChanged)
    assert history.kept.tolist() == list(range(128, driver.trainer.step_count + 1, 128))
    # 74 parameters and Adam's two vectors.
    assert history.bytes >= len(history.kept) * 3 * 74 * 4


def told_of(driver: Driver, run: int) -> list[int]:
    """What was told last of the states that are kept of this run."""
    return next(one.kept.tolist() for one in reversed(driver.all(m.HistoryChanged)) if one.run == run)


def test_what_is_kept_of_a_run_that_is_not_on_screen_is_told_where_it_is_thinned() -> None:
    driver = Driver(start=False)
    driver.send(c.Start(ARCHITECTURE, CONFIG, history_bytes=20_000))
    driver.train(700)
    before = told_of(driver, 0)
    driver.send(c.BranchRun(1, 300))
    driver.rest()
    driver.train(3000)
    kept = driver.engine.time.history.updates(0).tolist()
    assert told_of(driver, 0) == kept and len(kept) < len(before)
    assert told_of(driver, 1) == driver.engine.time.history.updates(1).tolist()


def test_what_is_kept_of_every_run_of_a_file_is_told_when_it_is_opened(tmp_path: Path) -> None:
    driver = Driver()
    driver.train(700)
    driver.send(c.BranchRun(1, 300))
    driver.rest()
    path = str(tmp_path / "two.backlight")
    driver.send(c.SaveSession(path, WindowState()))
    driver.until(lambda: bool(driver.all(m.SessionSaved)))
    other = Driver()
    other.send(c.OpenSession(path, 5))
    other.until(lambda: bool(other.all(m.SessionOpened)))
    other.rest()
    kept = {run.number: other.engine.time.history.updates(run.number).tolist() for run in other.engine.runs}
    assert len(kept) == 2 and all(kept.values())
    assert {run: told_of(other, run) for run in kept} == kept


def test_a_run_that_stays_as_it_is_is_not_told_of_again() -> None:
    driver = Driver()
    driver.train(700)
    driver.send(c.BranchRun(1, 300))
    driver.rest()
    told = sum(message.run == 0 for message in driver.all(m.HistoryChanged))
    driver.train(1000)
    assert sum(message.run == 0 for message in driver.all(m.HistoryChanged)) == told


def test_a_history_has_no_more_bytes_than_it_is_given() -> None:
    driver = Driver(start=False)
    driver.send(c.Start(ARCHITECTURE, CONFIG, history_bytes=20_000))
    driver.train(3000)
    history = driver.last(m.HistoryChanged)
    assert 0 < history.bytes <= 20_000 and max(np.diff([0, *history.kept, 3000])) <= 1024
    assert same_parameters(look(driver, 2900).snapshot, headless(2900))


# --- an engine that was ended


def test_after_a_recovery_any_update_is_had_again_although_the_history_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", 16)
    first = Driver(autosave=str(tmp_path))
    first.train(100)
    edit = c.EditParameter(0, 1, ParameterLocation(0, 0), 0.5, 0)
    first.send(c.Reconfigure(replace(CONFIG, batch_size=20, dropout=0.3)), edit)
    first.train(30)
    seen = parameters_of(first.snapshot)
    first.train(70)
    first.send(c.BranchRun(1, 150))
    first.rest()
    first.train(23)
    end = parameters_of(first.snapshot)
    look(first, 60)
    first.engine.save()
    second = Driver(start=False)
    second.send(c.Recover(str(tmp_path)))
    info = second.last(m.RunInfo)
    assert (info.run, info.parent, info.branch_update) == (1, 0, 150)
    assert [mark.what for mark in info.changes] == ["batch_size", "dropout", "b"]
    # Of the run that is not on screen as well: in the engine before it had more.
    assert len(told_of(first, 0)) > 1 and (told_of(second, 0), told_of(second, 1)) == ([200], [173])
    np.testing.assert_array_equal(parameters_of(look(second, 173).snapshot), end)
    np.testing.assert_array_equal(parameters_of(look(second, 130).snapshot), seen)
    # The way there has filled the history again.
    assert told_of(second, 1) == [*range(16, 173, 16), 173]
    second.send(c.ReturnToRun(0))
    np.testing.assert_array_equal(parameters_of(look(second, 130).snapshot), seen)
    assert not second.all(m.EngineFailed)


def test_settings_are_those_of_the_past() -> None:
    driver = trained(10, config=TrainingConfig(seed=3, batch_size=8, l2=0.5))
    driver.send(c.Reconfigure(replace(CONFIG, loss="squared_error")))
    driver.train(5)
    assert (driver.snapshot.loss, driver.snapshot.penalties) == ("squared_error", ())
    shown = look(driver, 9).snapshot
    assert (shown.loss, shown.penalties) == ("cross_entropy", ("l2",))


# --- a run that began with the weights of a file


def test_the_past_of_a_run_with_a_files_weights_is_its_own_and_its_branches_have_the_same() -> None:
    weights = InitialWeights("mine.safetensors", np.linspace(-0.5, 0.5, 74, dtype=np.float32))
    driver = Driver()
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG, weights=weights))
    driver.train(300)
    np.testing.assert_array_equal(parameters_of(look(driver, 0).snapshot), weights.parameters)
    alone = headless(0)
    alone.network.parameters[:] = weights.parameters
    for _ in range(131):
        alone.step()
    assert same_parameters(look(driver, 131).snapshot, alone)
    driver.send(c.BranchRun(2, 131))
    driver.rest()
    assert driver.last(m.RunInfo).weights_name == "mine.safetensors"
    assert same_parameters(driver.snapshot, alone)
    # And from the branch, the beginning that it shares.
    np.testing.assert_array_equal(parameters_of(look(driver, 0).snapshot), weights.parameters)
    driver.send(c.BeginRun(3, ARCHITECTURE, CONFIG, keeps_weights=True))
    driver.rest()
    np.testing.assert_array_equal(parameters_of(driver.snapshot), weights.parameters)


@pytest.mark.parametrize("command", [c.LookAt(140), c.BranchRun(1, 140)], ids=["look", "branch"])
def test_where_looking_back_fails_the_run_is_shown_as_it_is(
    command: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = trained()

    def without_memory(*_: Any) -> None:
        raise MemoryError("no room for a second network")

    monkeypatch.setattr(past_module, "run_from", without_memory)
    driver.send(command, c.ShowTestSample("next"))
    driver.rest()
    assert "no room for a second network" in driver.last(m.EngineFailed).details
    assert driver.last(m.LiveShown).run == 0 and driver.snapshot.update == 300
    monkeypatch.undo()
    assert same_parameters(look(driver, 140).snapshot, headless(140))
    driver.send(c.ReturnToLive())
    driver.train(1)
    assert driver.engine.number == 0 and same_parameters(driver.snapshot, headless(301))


@pytest.mark.parametrize("leads_elsewhere", [False, True])
def test_who_was_led_back_while_another_run_branched_off_stays_with_the_newest(leads_elsewhere: bool) -> None:
    """What was on its way when a run that is not shown branched off goes on afterwards, if it is wanted then."""
    driver = trained(20)
    driver.send(c.LookAt(0), c.BranchRun(1, 5, CONFIG, is_shown=False))
    if leads_elsewhere:
        driver.send(c.ComputeGradient())
    driver.rest()
    assert driver.engine.run(1) is not None
    assert driver.engine.time.is_looking_back is not leads_elsewhere
    if leads_elsewhere:
        assert driver.engine.shown is driver.engine.current and not driver.all(m.PastShown)
    else:
        assert driver.engine.shown.trainer.step_count == 0 == driver.last(m.PastShown).update

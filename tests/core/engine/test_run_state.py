"""A run as a value: whoever goes on from it in another process makes the same updates."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.history import kept_state_of, run_from
from core.engine.journal import Origin, PermuteNeurons
from core.engine.protocol import Envelope, content_of, frame_of
from core.engine.run import Run, replayed
from core.engine.run_state import RunState, run_of, state_of
from core.nn import architecture
from core.nn.initial_weights import InitialWeights
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, load
from tests.core.small_data import small_data


def elsewhere(run: Run, dataset: Dataset | None = None) -> Run:
    """The run as another process gets it: through a frame."""
    state = content_of(frame_of(Envelope(state_of(run), 1)), (RunState,)).content
    return run_of(state, dataset or small_data())


def check_they_go_on_alike(run: Run, other: Run, updates: int = 50) -> None:
    for trainer in (run.trainer, other.trainer):
        for _ in range(updates):
            trainer.step()
    assert run.trainer.checkpoint().checksum == other.trainer.checkpoint().checksum
    assert run.trainer.config == other.trainer.config


@pytest.mark.parametrize(
    "settings",
    [
        {"optimizer": "sgd"},
        {"optimizer": "nesterov"},
        {"optimizer": "adam", "dropout": 0.4},
        {"optimizer": "adamw", "schedule": "cosine", "schedule_period": 30, "warm_up": 5, "clip_norm": 0.1},
        {"optimizer": "adagrad", "batch_size": None},
    ],
    ids=lambda settings: settings["optimizer"],
)
def test_the_next_updates_have_the_same_bits(settings: dict[str, Any]) -> None:
    """FOUND A6: with fresh vectors of the optimizer they had not."""
    driver = Driver(config=replace(CONFIG, **settings))
    driver.train(23)
    check_they_go_on_alike(driver.engine.current, elsewhere(driver.engine.current))


def test_what_was_changed_by_hand_and_by_settings_is_as_it_was_and_can_be_taken_back() -> None:
    driver = Driver(config=replace(CONFIG, optimizer="momentum"))
    driver.train(3)
    driver.send(c.EditParameter(0, 1, ParameterLocation(1, 2, 3), 0.75, 0), c.SortNeurons(0, 2))
    driver.rest()
    driver.send(
        c.Reconfigure(replace(CONFIG, optimizer="rmsprop", schedule="step", dropout=0.2, batch_size=20))
    )
    driver.train(4)
    run = driver.engine.current
    other = elsewhere(run)
    assert other.permutations == run.permutations == 1
    for one in (run, other):
        one.take(c.SwitchEdit(0, 1, False))
        one.take(PermuteNeurons(one.orders[2]))
    check_they_go_on_alike(run, other)
    assert (
        replayed(other, 57, small_data()).trainer.checkpoint().checksum == run.trainer.checkpoint().checksum
    )


def test_weights_that_a_run_began_with_are_among_what_is_kept() -> None:
    weights = InitialWeights("mine.safetensors", np.linspace(-1, 1, 74, dtype=np.float32))
    driver = Driver()
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG, weights=weights))
    driver.train(9)
    other = elsewhere(driver.engine.current)
    assert other.info().weights_name == "mine.safetensors"
    first = replayed(other, 0, small_data()).trainer.network.parameters
    np.testing.assert_array_equal(first, weights.parameters)
    check_they_go_on_alike(driver.engine.current, other)


def test_data_of_ones_own_are_gone_on_with() -> None:
    choice, own = DatasetSpec("own", path="/nowhere"), small_data(40, 4, 2)
    driver = Driver()
    driver.send(c.LoadData(choice, own), c.BeginRun(1, ARCHITECTURE, CONFIG, choice))
    driver.train(9)
    other = elsewhere(driver.engine.current, own)
    assert (other.number, other.origin) == (1, Origin(ARCHITECTURE.with_outputs(2), CONFIG, choice.of(own)))
    check_they_go_on_alike(driver.engine.current, other)


def test_after_a_second_process_a_divergence_leads_back_no_further_than_to_it() -> None:
    """What the first one had kept to go back to is not there any more; the beginning would be another run."""
    driver = Driver()
    driver.train(20)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 0), 2.0, 0))
    driver.train(3)
    other = elsewhere(driver.engine.current)
    assert other.trainer.saved_checkpoint.checksum == driver.trainer.checkpoint().checksum


@pytest.mark.parametrize("half_way", [False, True])
def test_an_open_walkthrough_is_given_up_and_the_journal_says_so(
    half_way: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    # Each slice is one piece of a batch.
    driver = Driver(config=replace(CONFIG, dropout=0.3, batch_size=20), tick_s=0.006)
    driver.train(1)
    driver.send(c.ComputeGradient())
    if half_way:
        driver.work()
        assert driver.trainer.batch_is_open and not driver.trainer.gradient_ready
    else:
        driver.rest()
    # 20 examples of 50 are used: no batch of 40 is left in this epoch.
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=40, dropout=0.3)))
    other = elsewhere(driver.engine.current)
    for _ in range(30):
        other.trainer.step()
    again = replayed(other, 31, small_data())
    assert again.trainer.checkpoint().checksum == other.trainer.checkpoint().checksum


def test_a_run_that_has_diverged_stays_so_and_one_on_its_way_back_arrives() -> None:
    config = replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0)
    driver = Driver(config=config)
    driver.send(c.Train())
    driver.until(lambda: driver.engine.current.diverged is not None)
    on_its_way = elsewhere(driver.engine.current)
    driver.rest()
    there = elsewhere(driver.engine.current)
    assert on_its_way.is_returning and not there.is_returning
    assert on_its_way.diverged == there.diverged == driver.engine.current.diverged
    while on_its_way.is_returning:
        on_its_way.go_back()
    end = driver.trainer.checkpoint().checksum
    assert on_its_way.trainer.checkpoint().checksum == there.trainer.checkpoint().checksum == end


def test_the_least_test_loss_so_far_is_known_there_too() -> None:
    config = replace(CONFIG, learning_rate=0.05, patience=3)
    driver = Driver(config=config)
    driver.send(c.Train())
    driver.until(lambda: driver.engine.current.validated_epoch == 4)
    run = driver.engine.current
    assert run.stopping is not None
    other = elsewhere(run)
    assert (other.stopping, other.validated_epoch) == (run.stopping, 4) and other.stopping is not run.stopping
    assert other.best_update == run.best_update
    assert not other.validation_is_due
    # Nobody stops by it: what was known is of no use.
    run.trainer.reconfigure(CONFIG)
    assert elsewhere(run).stopping is None and elsewhere(run).validated_epoch == 4
    plain = elsewhere(Driver().engine.current)
    assert plain.stopping is None and plain.validated_epoch == 0


def test_no_initial_weights_are_drawn_for_a_run_that_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver()
    driver.train(3)
    state, before = state_of(driver.engine.current), driver.trainer.checkpoint().checksum

    def drawn(*_: object) -> None:
        raise AssertionError("weights are drawn, and replaced at once")

    monkeypatch.setattr(architecture, "initialize", drawn)
    assert run_of(state, small_data()).trainer.checkpoint().checksum == before


def test_what_does_not_belong_together_is_refused() -> None:
    run = Driver().engine.current
    with pytest.raises(ValueError, match="another network"):
        run_of(state_of(run), small_data(50, 7))
    assert load(DatasetSpec()).n_in == 6
    with pytest.raises(ValueError, match="adam"):
        run_of(replace(state_of(run), config=replace(CONFIG, optimizer="sgd")), small_data())
    assert isinstance(m.Recovered(0, 1), m.Recovered)


def test_what_the_last_update_followed_is_not_known_after_it_was_saved() -> None:
    driver = Driver()
    driver.send(c.WatchUpdates(True))
    driver.train(3)
    assert driver.snapshot.mean_gradient is not None
    other = elsewhere(driver.engine.current)
    other.watched = True
    assert other.snapshot().mean_gradient is None and other.snapshot().change is None
    other.advance()
    assert other.snapshot().mean_gradient is not None


def test_patience_that_has_begun_to_pass_goes_on_to_pass() -> None:
    config = replace(CONFIG, patience=50, learning_rate=0.5)
    driver = Driver(config=config)
    driver.train(60)
    assert not driver.all(m.StoppedEarly)
    run = driver.engine.current
    other = elsewhere(run)
    assert other.stopping is not None and other.stopping == run.stopping and other.stopping.since_best > 0


def test_a_schedule_that_has_begun_late_goes_on_from_there() -> None:
    driver = Driver(config=replace(CONFIG, schedule="cosine", schedule_period=100))
    driver.train(5)
    driver.send(c.Reconfigure(replace(driver.trainer.config, schedule="constant")))
    driver.train(5)
    driver.send(c.Reconfigure(replace(driver.trainer.config, schedule="cosine")))
    driver.train(5)
    other = elsewhere(driver.engine.current)
    assert driver.trainer.config.schedule_start == other.trainer.config.schedule_start == 10


@pytest.mark.parametrize("chosen", [c.ShowTestSample("next"), c.ShowDrawing(np.ones(6, np.float32), 1)])
def test_the_example_that_a_user_has_chosen_is_shown_again(chosen: Any) -> None:
    driver = Driver()
    driver.send(chosen)
    driver.rest()
    sample = elsewhere(driver.engine.current).sample
    assert sample.is_pinned and sample.current is not None
    np.testing.assert_array_equal(sample.current.x, driver.snapshot.example.x)
    assert sample.current.index == driver.snapshot.example.index
    driver.send(c.ReleaseSample())
    assert not elsewhere(driver.engine.current).sample.is_pinned


@pytest.mark.parametrize("update", [None, 2])
def test_the_digit_that_the_training_has_shown_is_shown_again_and_the_training_goes_on_choosing(
    update: int | None,
) -> None:
    driver = Driver()
    driver.train(4)
    driver.send(c.NextTrainingSample())
    driver.train(1)
    if update is not None:
        driver.send(c.LookAt(update))
    driver.rest()
    shown = driver.engine.shown.sample.current
    assert shown.origin == "train" and shown.index != 0
    sample = elsewhere(driver.engine.current).sample
    assert not sample.is_pinned and sample.current.index == shown.index
    np.testing.assert_array_equal(sample.current.x, shown.x)
    assert (sample.current.label, sample.current.position) == (shown.label, None)


def test_vectors_of_an_optimizer_that_have_overflowed_are_saved_too() -> None:
    run = Driver(config=replace(CONFIG, optimizer="rmsprop")).engine.current
    with run.trainer.manual_edit() as (_, *vectors):
        vectors[0][:2] = np.inf, np.nan
    np.testing.assert_array_equal(elsewhere(run).trainer.checkpoint().vectors[0], vectors[0])


def of_an_earlier_version(run: Run) -> Run:
    """As from a file from before it was kept since when early stopping counts."""
    frame = frame_of(Envelope(state_of(run), 1))
    stopping = frame.header["fields"]["stopping"]
    assert stopping.pop("since") is not None and stopping.pop("epoch") > 0
    return run_of(content_of(frame, (RunState,)).content, small_data())


def test_early_stopping_of_an_earlier_version_counts_anew() -> None:
    driver = Driver(config=replace(CONFIG, patience=50, learning_rate=0.05))
    driver.train(21)
    run = driver.engine.current
    for other, since in ((elsewhere(run), 0), (of_an_earlier_version(run), 24)):
        other.train_to(24)
        assert other.validation_is_due and other.validate() is False
        assert other.stopping is not None and other.stopping.since == since


def test_epochs_that_were_given_up_are_known_there_too() -> None:
    """Of 50 examples 24 are used by batches of 8, when 50 are taken; at update 6 three such epochs are done."""
    driver = Driver()
    driver.train(3)
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=None, patience=50)))
    driver.train(3)
    other = elsewhere(driver.engine.current)
    assert driver.snapshot.epoch == other.trainer.epoch == 3
    assert other.trainer.batches.epoch == driver.trainer.batches.epoch == 4
    assert other.validated_epoch == driver.engine.current.validated_epoch == 3
    driver.send(c.LookAt(5))
    driver.rest()
    assert driver.last(m.PastShown).snapshot.epoch == 2
    kept = run_from(kept_state_of(driver.engine.current), driver.engine.current)
    assert kept.trainer.epoch == 3

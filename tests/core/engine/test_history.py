"""The history: which states of a run are kept, and how much they take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import history as history_module
from core.engine import messages as m
from core.engine.history import (
    HISTORY_BYTES,
    LARGEST_FIRST_SPACING,
    OVERHEAD_BYTES,
    History,
    KeptState,
    first_spacing,
    kept_state_of,
    run_from,
)
from core.engine.journal import Origin
from core.engine.protocol import Envelope, content_of, frame_of
from core.engine.run import Run
from core.nn.architecture import Architecture
from core.training.checkpoint import Checkpoint
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data

# 74 parameters of 4 bytes, and Adam's two vectors.
STATE_BYTES = OVERHEAD_BYTES + 3 * 74 * 4


@pytest.fixture(autouse=True)
def no_long_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """The spacing is that of the batches alone."""
    monkeypatch.setattr(history_module, "LONG_RUN", 1)


def run_with(number: int = 0, **settings: Any) -> Run:
    return Run(number, Origin(ARCHITECTURE, replace(CONFIG, **settings), DatasetSpec()), small_data(1000))


def trained(history: History, run: Run, updates: int) -> None:
    for _ in range(updates):
        run.trainer.step()
        history.note(run)


@pytest.mark.parametrize(
    ("batch_size", "spacing"), [(1, 128), (32, 128), (64, 64), (100, 64), (128, 32), (800, 8), (None, 8)]
)
def test_the_larger_a_batch_the_shorter_the_way_from_one_kept_state_to_the_next(
    batch_size: int | None, spacing: int
) -> None:
    run = run_with(batch_size=batch_size)
    assert first_spacing(run) == spacing and History().spacing(run) == spacing
    assert History().updates_left(run) == spacing
    run.trainer.step()
    assert History().updates_left(run) == spacing - 1


@pytest.mark.parametrize(
    ("hidden", "batch_size", "optimizer"),
    [((100, 80), 32, "adam"), ((200, 90), 128, "adam"), ((64, 32), 800, "sgd"), ((500, 500), 1, "momentum")],
)
def test_after_a_million_updates_the_usual_pool_is_nearly_full(
    hidden: tuple[int, ...], batch_size: int, optimizer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    config = TrainingConfig(batch_size=batch_size, optimizer=optimizer)
    run = Run(0, Origin(Architecture.dense(hidden), config, DatasetSpec()), small_data(1000))
    spacing, state = first_spacing(run), kept_state_of(run).nbytes
    assert spacing <= LARGEST_FIRST_SPACING
    # As often as it has to be thinned to fit in.
    while 1_000_000 // spacing * state > HISTORY_BYTES:
        spacing *= 2
    assert 1_000_000 // spacing * state > 0.95 * HISTORY_BYTES


@pytest.mark.parametrize("tick_s", [0.0, 0.0001, 0.003])
def test_the_same_run_is_kept_at_the_same_updates_however_fast_it_is_trained(tick_s: float) -> None:
    driver = Driver(tick_s=tick_s or 1e-9)
    driver.send(c.SetRate(500.0 if tick_s else None), c.Train(700))
    driver.until(lambda: driver.trainer.step_count == 700)
    assert driver.engine.time.history.updates(0).tolist() == [128, 256, 384, 512, 640]


def test_a_run_goes_on_from_what_was_kept_with_the_same_bits() -> None:
    run = run_with(optimizer="nesterov", dropout=0.3)
    run.train_to(10)
    kept = kept_state_of(run)
    run.train_to(30)
    again = run_from(kept, run)
    again.train_to(30)
    assert again.trainer.checkpoint().checksum == run.trainer.checkpoint().checksum
    assert run_from(None, run).trainer.step_count == 0


def test_where_the_pool_is_full_every_other_state_goes() -> None:
    history, run = History(5 * STATE_BYTES), run_with(batch_size=800)
    trained(history, run, 47)
    assert history.updates(0).tolist() == [8, 16, 24, 32, 40] and history.nbytes == 5 * STATE_BYTES
    trained(history, run, 1)
    assert history.updates(0).tolist() == [16, 32, 48] and history.spacing(run) == 16
    assert history.nbytes == 3 * STATE_BYTES
    trained(history, run, 1000)
    assert history.nbytes <= history.limit
    updates = [0, *history.updates(0)]
    assert max(np.diff([*updates, run.trainer.step_count])) == history.spacing(run) == 256
    assert [history.nearest(0, update) for update in (0, 255)] == [None, None]
    nearest = history.nearest(0, 600)
    assert nearest is not None and nearest.update == 512


def test_whoever_has_most_of_the_pool_makes_room() -> None:
    history = History(6 * STATE_BYTES)
    runs = [run_with(0, batch_size=800), run_with(1, batch_size=800)]
    trained(history, runs[0], 40)
    trained(history, runs[1], 16)
    assert [history.spacing(run) for run in runs] == [16, 8]
    assert [history.updates(run).tolist() for run in (0, 1)] == [[16, 32], [8, 16]]


def test_a_run_with_larger_batches_since_is_thinned_as_often_as_its_small_ones() -> None:
    history, run = History(4 * STATE_BYTES), run_with()
    trained(history, run, 5 * 128)
    assert history.updates(0).tolist() == [256, 512]
    run.take(c.Reconfigure(replace(CONFIG, batch_size=None)))
    assert history.spacing(run) == 16
    trained(history, run, 32)
    assert history.updates(0).tolist() == [256, 512, 656, 672]


def test_what_a_branch_has_in_common_with_its_parent_takes_room_once() -> None:
    history, run = History(), run_with(batch_size=800)
    trained(history, run, 40)
    history.branch(0, 5, 27, 0)
    assert history.updates(5).tolist() == [8, 16, 24] and history.nbytes == 5 * STATE_BYTES
    history.forget(0)
    assert history.nbytes == 3 * STATE_BYTES and not len(history.updates(0))
    history.forget(5)
    assert history.nbytes == 0 and not len(history.updates(5))


def test_a_state_that_is_larger_than_the_pool_is_not_kept() -> None:
    history, run = History(STATE_BYTES - 1), run_with(batch_size=800)
    trained(history, run, 100)
    assert not len(history.updates(0)) and history.nbytes == 0


def test_what_came_from_elsewhere_stays_however_full_the_pool_is() -> None:
    history, run = History(4 * STATE_BYTES), run_with(batch_size=800)
    run.train_to(13)
    history.anchor(run)
    trained(history, run, 200)
    assert history.updates(0)[0] == 13 and history.nbytes <= history.limit
    begun = History()
    begun.anchor(run_with())
    assert not len(begun.updates(0))


def test_what_is_kept_is_found_where_a_run_stands_with_the_same_changes() -> None:
    history, run = History(), run_with(batch_size=800)
    trained(history, run, 24)
    alone = Run(0, run.origin, small_data(1000))
    assert history.recorded(alone) is None
    alone.train_to(16)
    recorded = history.recorded(alone)
    assert recorded is not None and recorded.checksum == alone.trainer.checkpoint().checksum
    alone.journal.append(None)  # type: ignore[arg-type]
    assert history.recorded(alone) is None
    following = [history.following(0, update) for update in (9, 24, 25)]
    assert [kept and kept.update for kept in following] == [16, 24, None]
    assert history.following(7, 0) is None


def test_a_kept_state_can_be_written_into_a_frame() -> None:
    driver = Driver()
    driver.send(c.SortNeurons(0, 1))
    driver.train(9)
    kept = kept_state_of(driver.engine.current)
    read = content_of(frame_of(Envelope(kept, 1)), (KeptState,)).content
    assert read.checksum == kept.checksum == driver.trainer.checkpoint().checksum
    assert (read.update, read.journal_count, read.config) == (9, kept.journal_count, kept.config)


def test_where_there_is_no_memory_the_pool_halves_and_the_training_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = Driver()
    driver.train(128 * 10)
    history = driver.engine.time.history
    full, whole = history.nbytes, Trainer.checkpoint

    def without_memory(trainer: Trainer) -> Checkpoint:
        if trainer.step_count == 128 * 11:
            raise MemoryError
        return whole(trainer)

    monkeypatch.setattr(Trainer, "checkpoint", without_memory)
    driver.train(200)
    assert driver.trainer.step_count == 1480 and not driver.all(m.EngineFailed)
    assert history.nbytes <= history.limit == full // 2
    assert history.updates(0).tolist() == [256 * number for number in range(1, 6)]
    monkeypatch.undo()
    driver.train(200)
    assert driver.last(m.HistoryChanged).kept[-1] == 1536


def test_a_smaller_pool_is_thinned_at_once_and_a_larger_one_keeps_as_close_as_in_the_beginning() -> None:
    history, run = History(1000 * STATE_BYTES), run_with()
    trained(history, run, 4096)
    assert len(history.updates(0)) == 32
    history.set_limit(10 * STATE_BYTES)
    # Of 128, 256, ... every fourth.
    assert history.updates(0).tolist() == list(range(512, 4097, 512))
    assert history.nbytes == 8 * STATE_BYTES
    history.set_limit(1000 * STATE_BYTES)
    trained(history, run, 512)
    assert history.updates(0).tolist()[7:] == [4096, 4224, 4352, 4480, 4608]


def test_the_size_of_the_pool_is_set_by_a_command_before_and_after_a_run_is_there() -> None:
    driver = Driver(start=False)
    driver.send(c.SetHistorySize(20 * STATE_BYTES), c.Start(ARCHITECTURE, CONFIG))
    driver.train(2000)
    history = driver.engine.time.history
    assert history.limit == 20 * STATE_BYTES and len(history.updates(0)) == 15
    driver.send(c.SetHistorySize(5 * STATE_BYTES))
    assert history.updates(0).tolist() == [512, 1024, 1536]
    assert driver.last(m.HistoryChanged).kept.tolist() == [512, 1024, 1536]


def kept_at(*updates: int, run: Run, limit: int = HISTORY_BYTES) -> History:
    history = History(limit)
    for update in updates:
        state = kept_state_of(run)
        history.keep(run.number, replace(state, checkpoint=replace(state.checkpoint, step_count=update)))
    return history


@pytest.mark.parametrize(
    ("kept", "asked", "is_hole"),
    [
        # As it usually is; the newest updates are not kept yet.
        (range(128, 2000, 128), 1000, False),
        (range(128, 2000, 128), 1990, False),
        # After an engine's end, while what is missing is made again, and once the run was trained on.
        ((2000,), 1000, True),
        ((), 1000, True),
        ((128, 2000), 1000, True),
        ((128, 2000), 100, False),
        ((1000, 1024, 1152, 1280, 1408, 1536, 1664, 1792, 1920), 500, True),
        ((1000, 1024, 1152, 1280, 1408, 1536, 1664, 1792, 1920), 1500, False),
        # Every third only, as in a file of many states.
        (range(128, 2000, 384), 1000, False),
        ((2000,), 2000, False),
    ],
)
def test_a_hole_is_a_gap_that_is_larger_than_usual(kept: Iterable[int], asked: int, is_hole: bool) -> None:
    run = run_with()
    run.trainer.step_count = 2000
    assert kept_at(*kept, run=run).has_hole(run, asked) == is_hole


def test_where_there_is_no_room_for_more_states_nothing_is_missing() -> None:
    run = run_with()
    run.trainer.step_count = 2000
    assert not History(STATE_BYTES).has_hole(run, 1000)


def test_what_was_thinned_has_no_holes() -> None:
    history, run = History(5 * STATE_BYTES), run_with()
    trained(history, run, 2000)
    updates = history.updates(0)
    assert updates[0] > LARGEST_FIRST_SPACING
    assert not any(history.has_hole(run, update) for update in range(0, 2001, 50))

"""Checkpoints: going on from one gives the same bits as never having stopped."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.engine.frames import FrameReader, pack
from core.engine.protocol import Envelope, content_of, frame_of
from core.nn.network import Network
from core.training.checkpoint import Checkpoint, CheckpointError
from core.training.config import OPTIMIZERS
from core.training.trainer import DivergenceError, Trainer, TrainingConfig
from tests.core.small_data import go_back_before, small_data

ROOT = Path(__file__).resolve().parents[3]


def trainer_with(hidden: int = 5, **settings: Any) -> Trainer:
    network = Network.dense((6, hidden, 3), seed=2)
    return Trainer(network, small_data(60), TrainingConfig(**{"batch_size": 8, **settings}))


def packed(checkpoint: Checkpoint) -> bytes:
    """As the engine saves it."""
    return pack(frame_of(Envelope(checkpoint, 1)))


def unpacked(content: bytes) -> Checkpoint:
    (frame,) = FrameReader().feed(content)
    found = content_of(frame, (Checkpoint,)).content
    assert isinstance(found, Checkpoint)
    return found


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_going_on_from_a_checkpoint_has_the_bits_of_never_having_stopped(
    optimizer: str, dropout: float
) -> None:
    settings = {"optimizer": optimizer, "dropout": dropout, "schedule": "cosine", "schedule_period": 40}
    whole = trainer_with(**settings)
    for _ in range(11):
        whole.step()
    kept = whole.checkpoint()
    for _ in range(14):
        whole.step()
    late = trainer_with(**settings)
    late.restore(unpacked(packed(kept)))
    assert late.step_count == 11
    for _ in range(14):
        late.step()
    np.testing.assert_array_equal(late.network.parameters, whole.network.parameters)
    assert late.checkpoint().checksum == whole.checkpoint().checksum


@pytest.mark.parametrize("chunks", [1, 2])
def test_a_checkpoint_taken_in_the_middle_of_an_update_is_of_its_start(
    chunks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A batch of 8 is two chunks.
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 4)
    trainer, straight = trainer_with(dropout=0.4), trainer_with(dropout=0.4)
    trainer.step(), straight.step()
    for _ in range(chunks):
        trainer.accumulate_gradient()
    kept = trainer.checkpoint()
    assert kept.checksum == straight.checkpoint().checksum
    trainer.restore(kept)
    trainer.step(), straight.step()
    np.testing.assert_array_equal(trainer.network.parameters, straight.network.parameters)


def test_a_checkpoint_is_a_copy() -> None:
    trainer = trainer_with()
    kept = trainer.checkpoint()
    checksum = kept.checksum
    for _ in range(9):
        trainer.step()
    assert kept.checksum == checksum != trainer.checkpoint().checksum


def test_a_checkpoint_of_another_training_is_refused_and_changes_nothing() -> None:
    trainer = trainer_with()
    before = trainer.network.parameters.copy()
    for other in (trainer_with(hidden=4), trainer_with(optimizer="sgd")):
        with pytest.raises(CheckpointError, match="of"):
            trainer.restore(other.checkpoint())
    np.testing.assert_array_equal(trainer.network.parameters, before)


def test_another_process_goes_on_with_the_same_bits(tmp_path: Path) -> None:
    program = """
import os; os.environ["OPENBLAS_NUM_THREADS"] = "1"
import sys
from pathlib import Path
from core.training.checkpoint import Checkpoint
from core.engine.frames import FrameReader, pack
from core.engine.protocol import Envelope, content_of, frame_of
from core.data.dataset import load_dataset
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
trainer = Trainer(Network.dense((256, 32, 16, 10), seed=5), load_dataset("digits"), TrainingConfig(dropout=0.2))
path = Path(sys.argv[1])
if path.exists():
    trainer.restore(content_of(FrameReader().feed(path.read_bytes())[0], (Checkpoint,)).content)
else:
    for _ in range(40): trainer.step()
    path.write_bytes(pack(frame_of(Envelope(trainer.checkpoint(), 1))))
for _ in range(40): trainer.step()
print(trainer.checkpoint().checksum)
"""
    results = [
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "kept")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert results[0] == results[1]


@pytest.mark.parametrize("updates", [0, 1, 7])
def test_the_last_finite_state_can_be_had_again(updates: int) -> None:
    trainer, witness = (trainer_with(optimizer="sgd", learning_rate=0.05) for _ in range(2))
    for each in (trainer, witness):
        for _ in range(updates):
            each.step()
        each.reconfigure(TrainingConfig(batch_size=8, optimizer="sgd", learning_rate=1000.0, l2=1.0))
    with pytest.raises(DivergenceError) as caught:
        for _ in range(500):
            trainer.step()
    while witness.step_count < caught.value.update - 1:
        witness.step()
    go_back_before(trainer, caught.value.update)
    assert trainer.step_count == caught.value.update - 1
    np.testing.assert_array_equal(trainer.network.parameters, witness.network.parameters)
    assert np.isfinite(trainer.network.parameters).all()


def test_what_is_gone_back_to_is_of_the_past_also_after_a_restore() -> None:
    trainer, other = trainer_with(batch_size=1), trainer_with(batch_size=1)
    for _ in range(2_100):
        other.step()
    ahead = other.checkpoint()
    trainer.restore(ahead)
    assert trainer.saved_checkpoint.step_count == 2_100
    assert trainer.saved_checkpoint.checksum == ahead.checksum
    trainer.restore(trainer_with(batch_size=1).checkpoint())
    assert trainer.saved_checkpoint.step_count == 0


def test_the_trainer_keeps_a_checkpoint_of_at_most_a_thousand_updates_ago() -> None:
    trainer = trainer_with(batch_size=1)
    for _ in range(2_300):
        trainer.step()
    assert trainer.saved_checkpoint.step_count == 2_000
    checksum = trainer.checkpoint().checksum
    trainer.restore(trainer.saved_checkpoint)
    while trainer.step_count < 2_300:
        trainer.step()
    assert trainer.checkpoint().checksum == checksum


def test_a_batch_that_is_given_up_without_dropout_leaves_dropouts_generator_alone() -> None:
    ends = []
    for opens in (False, True):
        trainer = trainer_with(dropout=0.5)
        for _ in range(3):
            trainer.step()
        trainer.reconfigure(replace(trainer.config, dropout=0.0))
        if opens:
            trainer.accumulate_gradient()
        with trainer.manual_edit() as (parameters, *_):
            parameters[0] = 0.5
        trainer.reconfigure(replace(trainer.config, dropout=0.5))
        trainer.step()
        ends.append(trainer.checkpoint().checksum)
    assert ends[0] == ends[1]


def test_a_checkpoint_that_was_gone_back_to_is_the_same_one_while_a_batch_is_open() -> None:
    trainer = trainer_with(dropout=0.5)
    for _ in range(3):
        trainer.step()
    checkpoint = trainer.checkpoint()
    other = trainer_with(dropout=0.0)
    other.restore(checkpoint)
    other.accumulate_gradient()
    assert other.checkpoint().checksum == checkpoint.checksum


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_checkpoint_knows_the_update_that_has_changed_the_parameters_most(optimizer: str) -> None:
    # A rate that rises and falls, so that the largest change is in the middle.
    settings = {"optimizer": optimizer, "warm_up": 20, "schedule": "cosine", "schedule_period": 60}
    trainer = trainer_with(**settings, learning_rate=0.01)
    norms = [0.0]
    for _ in range(50):
        before = trainer.network.parameters.astype(np.float64)
        trainer.step()
        norms.append(float(np.linalg.norm(trainer.network.parameters - before)))
        if len(norms) % 10 == 0:
            late = trainer_with(**settings, learning_rate=0.01)
            late.restore(unpacked(packed(trainer.checkpoint())))
            trainer = late
        update, norm = trainer.checkpoint().largest_change
        assert update == int(np.argmax(norms)) and norm == pytest.approx(max(norms), rel=1e-4)
    assert 1 < update < 50


def test_a_change_too_large_for_its_square_is_restored() -> None:
    trainer = trainer_with()
    trainer.restore(replace(trainer.checkpoint(), largest_change=(0, 1e300)))
    trainer.step()
    assert trainer.step_count == 1

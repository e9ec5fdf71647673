"""Any update can be had again from a checkpoint; what would give other bits is refused."""

from __future__ import annotations

from typing import Any

import pytest

from core.nn.network import Network
from core.training.checkpoint import CheckpointError
from core.training.replay import replay
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data


def trainer_with(hidden: int = 5, **settings: Any) -> Trainer:
    network = Network.dense((6, hidden, 3), seed=2)
    return Trainer(network, small_data(60), TrainingConfig(**{"batch_size": 8, **settings}))


def test_a_replay_that_gives_other_numbers_says_so() -> None:
    trainer = trainer_with()
    start = trainer.checkpoint()
    for _ in range(10):
        trainer.step()
    end = trainer.checkpoint()
    replay(trainer, start, end)
    assert trainer.step_count == 10
    trainer.reconfigure(TrainingConfig(batch_size=8, learning_rate=0.002))
    with pytest.raises(CheckpointError, match="updates 1 to 10"):
        replay(trainer, start, end)


def test_changes_by_hand_in_between_are_done_by_no_update() -> None:
    trainer = trainer_with()
    start = trainer.checkpoint()
    trainer.step()
    with trainer.manual_edit():
        trainer.network.parameters[0] = 1.5
    end = trainer.checkpoint()
    with pytest.raises(CheckpointError, match="updates 0 and 1 parameters were changed by hand"):
        replay(trainer, start, end)
    assert trainer.step_count == 1


def test_a_replay_may_begin_and_end_at_any_checkpoints() -> None:
    trainer = trainer_with(dropout=0.4, schedule="cosine", schedule_period=30)
    kept = {}
    for update in range(21):
        kept[update] = trainer.checkpoint()
        trainer.step()
    for first, last in ((0, 20), (7, 8), (12, 12)):
        replay(trainer, kept[first], kept[last])
        assert trainer.step_count == last and trainer.checkpoint().checksum == kept[last].checksum

"""What the ledger writes down of an update, before which settings may have been changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.audit.desk import Desk
from tests.audit.ledger import Ledger
from tests.core.small_data import small_data

THEN = {"dropout": 0.3, "loss": "squared_error", "l1": 0.01, "l2": 0.02, "clip_norm": 0.05}
NOW = {"dropout": 0.0, "loss": "cross_entropy", "l1": 0.0, "l2": 0.0, "clip_norm": 0.0}


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    ledger = Ledger()
    ledger.number_of = lambda _: 0
    ledger.install()
    yield ledger
    ledger.remove()


def trainer_of(**settings: Any) -> Trainer:
    network = Network.dense((6, 5, 3), seed=2)
    return Trainer(network, small_data(), TrainingConfig(batch_size=8, **settings))


@pytest.mark.parametrize("name", THEN)
def test_an_update_is_of_the_settings_that_its_gradient_was_computed_with(ledger: Ledger, name: str) -> None:
    trainer = trainer_of(**{name: THEN[name]})
    while not trainer.accumulate_gradient():
        pass
    trainer.reconfigure(replace(trainer.config, **{name: NOW[name]}, learning_rate=0.5))
    trainer.apply_update()
    (state,) = ledger.of(0, 1)
    assert state.config is not None
    assert getattr(state.config, name) == THEN[name], "set since then: it holds from the next batch on"
    # Of the update itself is what the optimizer does.
    assert state.config.learning_rate == 0.5
    trainer.step()
    (state,) = ledger.of(0, 2)
    assert state.config is not None and getattr(state.config, name) == NOW[name]


def test_a_gradient_that_waits_for_its_update_is_of_the_settings_that_it_was_computed_with() -> None:
    trainer = trainer_of(l2=0.02, dropout=0.3)
    while not trainer.accumulate_gradient():
        pass
    trainer.reconfigure(replace(trainer.config, l2=0.0, dropout=0.0))
    asked: list[TrainingConfig] = []
    desk: Any = SimpleNamespace(
        engine=SimpleNamespace(_runs={0: SimpleNamespace(trainer=trainer)}),
        _gradient_over=lambda run, theta, rows, config: asked.append(config),
    )
    Desk.gradient_under_way(desk, 0)
    assert [(config.l2, config.dropout) for config in asked] == [(0.02, 0.3)]
    # With dropout it is chance which neurons are silent.
    assert Desk._gradient_over(desk, 0, np.zeros(1, np.float32), np.zeros(1, np.int64), asked[0]) is None

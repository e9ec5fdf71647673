"""Network, data and loss have to suit each other; what does not is one sentence with a way out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.nn.network import Network
from core.training.compatibility import check_compatible
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data

NUMBERS = np.zeros((4, 2), np.float32)


def curve() -> Dataset:
    return Dataset(NUMBERS, NUMBERS, NUMBERS, NUMBERS, ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sizes", "output", "data", "loss", "words"),
    [
        ((7, 3), "softmax", small_data(), "cross_entropy", "6 inputs.*takes 7"),
        ((6, 2), "softmax", small_data(), "cross_entropy", "0 to 1"),
        ((6, 3), "identity", small_data(), "cross_entropy", "squared_error"),
        ((2, 2), "softmax", curve(), "cross_entropy", "choose squared_error"),
        ((2, 3), "identity", curve(), "squared_error", "2 numbers.*3 outputs"),
    ],
)
def test_what_does_not_suit_is_refused(
    sizes: tuple[int, ...], output: str, data: Dataset, loss: str, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        check_compatible(Network.dense(sizes, output=output), data, TrainingConfig(loss=loss))


@pytest.mark.parametrize("size", [51, 600, 10**9])
def test_a_batch_of_more_than_all_examples_is_refused(size: int) -> None:
    network, data = Network.dense((6, 3)), small_data()
    check_compatible(network, data, TrainingConfig(batch_size=50))
    with pytest.raises(ValueError, match=f"batch size {size}: give a whole number from 1 to 50"):
        check_compatible(network, data, TrainingConfig(batch_size=size))


@pytest.mark.parametrize(("output", "loss"), [("softmax", "cross_entropy"), ("sigmoid", "squared_error")])
def test_what_suits_is_taken(output: str, loss: str) -> None:
    check_compatible(Network.dense((6, 3), output=output), small_data(), TrainingConfig(loss=loss))


@pytest.mark.parametrize("settings", [{"loss": "squared_error"}, {"dropout": 0.2}, {"l1": 0.1}])
def test_a_training_goes_on_with_another_loss_dropout_or_penalty(settings: dict[str, Any]) -> None:
    trainer = Trainer(Network.dense((6, 5, 3)), small_data(), TrainingConfig(batch_size=8))
    trainer.step()
    before = trainer.network.parameters.copy()
    trainer.reconfigure(TrainingConfig(batch_size=8, **settings))
    np.testing.assert_array_equal(trainer.network.parameters, before)
    trainer.step()
    assert trainer.step_count == 2


def test_a_loss_that_does_not_suit_changes_nothing() -> None:
    trainer = Trainer(
        Network.dense((6, 3), output="identity"), small_data(), TrainingConfig(loss="squared_error")
    )
    with pytest.raises(ValueError, match="squared_error"):
        trainer.reconfigure(TrainingConfig(batch_size=4))
    assert trainer.config == TrainingConfig(loss="squared_error")


def test_a_regression_has_no_accuracy() -> None:
    trainer = Trainer(
        Network.dense((2, 2), output="identity"), curve(), TrainingConfig(loss="squared_error", batch_size=2)
    )
    trainer.step()
    assert np.isnan(trainer.accuracy("train")) and np.isfinite(trainer.total_loss("test"))

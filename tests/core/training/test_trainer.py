"""The training: order, parts, bits, settings, divergence, and against PyTorch's optimizers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.nn.network import Network
from core.training.trainer import DivergenceError, Trainer, TrainingConfig
from tests.core.small_data import small_data
from tests.core.traced_bytes import traced_bytes

ROOT = Path(__file__).resolve().parents[3]


def small_trainer(dtype: Any = np.float64, **settings: Any) -> Trainer:
    network = Network.dense((6, 5, 3), activation="tanh", seed=2, dtype=dtype)
    return Trainer(network, small_data(), TrainingConfig(**{"batch_size": 8, **settings}))


def test_a_step_of_sgd_is_the_rate_times_the_gradient() -> None:
    trainer = small_trainer(optimizer="sgd", learning_rate=0.5)
    before = trainer.network.parameters.copy()
    trainer.step()
    np.testing.assert_allclose(
        trainer.network.parameters, before - 0.5 * trainer.network.gradients, rtol=1e-15
    )


def test_adams_first_step_is_the_rate_against_the_sign_of_the_gradient() -> None:
    # m / (1 - β₁) = ∇ and v / (1 - β₂) = ∇², so the change is η ∇ / (|∇| + ε)
    trainer = small_trainer(optimizer="adam", learning_rate=0.01)
    before = trainer.network.parameters.copy()
    trainer.step()
    g = trainer.network.gradients
    np.testing.assert_allclose(trainer.network.parameters, before - 0.01 * g / (np.abs(g) + 1e-8), rtol=1e-9)


def test_momentums_second_step_adds_nine_tenths_of_the_first() -> None:
    trainer = small_trainer(optimizer="momentum", learning_rate=0.1)
    trainer.step()
    first = trainer.network.gradients.copy()
    before = trainer.network.parameters.copy()
    trainer.step()
    second = trainer.network.gradients
    np.testing.assert_allclose(trainer.network.parameters, before - 0.1 * (0.9 * first + second), rtol=1e-13)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
def test_two_hundred_updates_agree_with_pytorch(optimizer: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rate = {"adam": 0.003}.get(optimizer, 0.05)
    trainer = small_trainer(optimizer=optimizer, learning_rate=rate)
    layers = trainer.network.layers
    tensors = [
        torch.tensor(array.copy(), requires_grad=True) for layer in layers for array in (layer.W, layer.b)
    ]
    theirs = {
        "adam": lambda: torch.optim.Adam(tensors, lr=rate),
        "momentum": lambda: torch.optim.SGD(tensors, lr=rate, momentum=0.9),
    }.get(optimizer, lambda: torch.optim.SGD(tensors, lr=rate))()
    X, y = torch.tensor(small_data().X_train.astype(np.float64)), torch.tensor(small_data().y_train)
    for _ in range(200):
        mean = trainer.step()
        rows = torch.tensor(np.array(trainer.batch_rows))
        theirs.zero_grad()
        hidden = torch.tanh(X[rows] @ tensors[0] + tensors[1])
        loss = torch.nn.functional.cross_entropy(hidden @ tensors[2] + tensors[3], y[rows])
        loss.backward()
        theirs.step()
        assert mean == pytest.approx(float(loss.detach()), rel=1e-7)
    ours = [array for layer in layers for array in (layer.W, layer.b)]
    for found, expected in zip(ours, tensors, strict=True):
        np.testing.assert_allclose(found, expected.detach().numpy(), rtol=1e-4)


def test_every_example_is_used_once_an_epoch_and_the_rest_is_dropped() -> None:
    trainer = small_trainer()
    assert trainer.batches.per_epoch == 6
    used = []
    for _ in range(6):
        trainer.step()
        used.extend(trainer.batch_rows)
    assert len(set(used)) == len(used) == 48
    assert trainer.epoch == 1 and trainer.step_count == 6


def test_the_order_of_an_epoch_is_a_function_of_seed_and_epoch_alone() -> None:
    def rows_of_second_epoch(batch_size: int) -> list[int]:
        trainer = small_trainer(batch_size=batch_size)
        trainer.run_epoch()
        trainer.step()
        return list(trainer.batch_rows[:5])

    assert rows_of_second_epoch(8) == rows_of_second_epoch(10)


def test_the_batches_numbers_are_those_of_their_rows() -> None:
    trainer = small_trainer(batch_size=7)
    for _ in range(20):
        while not trainer.accumulate_gradient():
            pass
        expected = trainer.evaluation_of_rows(trainer.batch_rows).finish().losses
        np.testing.assert_allclose(trainer.batch_losses, expected, rtol=1e-9)
        trainer.apply_update()


def test_a_step_in_parts_has_the_same_bits() -> None:
    whole, parts = small_trainer(np.float32), small_trainer(np.float32)
    for _ in range(25):
        whole.step()
        assert parts.accumulate_gradient()
        assert parts.accumulate_gradient()
        parts.apply_update()
    assert np.array_equal(whole.network.parameters, parts.network.parameters)


def test_changing_the_rate_loses_nothing() -> None:
    trainer = small_trainer()
    trainer.step()
    position, state = trainer.batch_rows.copy(), trainer._optimizer
    trainer.reconfigure(TrainingConfig(batch_size=8, learning_rate=0.5))
    assert trainer._optimizer is state
    trainer.step()
    assert not set(position) & set(trainer.batch_rows)
    assert trainer.step_count == 2


@pytest.mark.parametrize("batch_size", [1, 3, 8, 50])
def test_the_batch_size_can_change_in_the_middle_of_an_epoch(batch_size: int) -> None:
    trainer = small_trainer()
    trainer.step()
    first = set(trainer.batch_rows)
    trainer.reconfigure(TrainingConfig(batch_size=batch_size))
    trainer.step()
    assert len(trainer.batch_rows) == batch_size
    if batch_size < 50:
        assert not first & set(trainer.batch_rows)
    np.testing.assert_array_equal(trainer.batch_losses.shape, (batch_size,))


def test_a_batch_larger_than_the_data_is_refused_and_changes_nothing() -> None:
    trainer = small_trainer()
    with pytest.raises(ValueError, match="51.*50"):
        trainer.reconfigure(TrainingConfig(batch_size=51))
    assert trainer.config.batch_size == 8
    trainer.step()
    assert len(trainer.batch_rows) == 8


def test_the_first_update_that_is_not_finite_is_named() -> None:
    trainer = small_trainer(np.float32, optimizer="sgd", learning_rate=1.0)
    trainer.step()
    trainer.step()
    trainer.network.layers[1].W[0, 0] = np.nan
    with np.errstate(all="ignore"), pytest.raises(DivergenceError) as caught:
        trainer.step()
    assert caught.value.update == 3


def test_training_keeps_nothing_behind() -> None:
    trainer = small_trainer(np.float32, batch_size=2)
    for _ in range(5):
        trainer.step()

    def steps() -> None:
        for _ in range(15):
            trainer.step()

    kept, peak = traced_bytes(steps)
    assert kept < 2_000
    assert peak < 16_000


def test_evaluation_agrees_with_the_traces() -> None:
    trainer = small_trainer()
    data = small_data()
    expected = [trainer.trace(x, int(y)).loss for x, y in zip(data.X_test, data.y_test, strict=True)]
    np.testing.assert_allclose(trainer.example_losses("test"), expected, rtol=1e-12)
    assert trainer.total_loss("test") == pytest.approx(sum(expected), rel=1e-12)  # type: ignore[arg-type]
    right = trainer.network.predict(data.X_test.astype(np.float64)).argmax(axis=1) == data.y_test
    assert trainer.accuracy("test") == pytest.approx(right.mean())


def test_the_same_seed_gives_the_same_bits_in_another_process() -> None:
    program = (
        "import os; os.environ['OPENBLAS_NUM_THREADS'] = '1'\n"
        "import hashlib\n"
        "from core.data.dataset import load_dataset\n"
        "from core.nn.network import Network\n"
        "from core.training.trainer import Trainer, TrainingConfig\n"
        "trainer = Trainer(Network.dense((256, 32, 16, 10), seed=5), load_dataset('digits'), TrainingConfig(seed=5))\n"
        "for _ in range(60): trainer.step()\n"
        "print(hashlib.sha256(trainer.network.parameters.tobytes()).hexdigest())\n"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(results) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"batch_size": 4},
        {"optimizer": "sgd", "batch_size": None},
        {"clip_norm": 0.001},
        {"l1": 0.1},
        {"l2": 0.1},
    ],
    ids=str,
)
def test_a_complete_gradient_is_still_applied_when_the_batches_change(change: dict[str, Any]) -> None:
    trainer, plain = small_trainer(optimizer="sgd"), small_trainer(optimizer="sgd")
    trainer.accumulate_gradient()
    trainer.reconfigure(TrainingConfig(**{"optimizer": "sgd", "batch_size": 8, **change}))
    trainer.apply_update()
    plain.step()
    np.testing.assert_array_equal(trainer.network.parameters, plain.network.parameters)
    trainer.step()
    assert len(trainer.batch_rows) == (change.get("batch_size", 8) or 50)
    # From the next batch on it holds.
    plain.reconfigure(trainer.config)
    plain.step()
    np.testing.assert_array_equal(trainer.network.parameters, plain.network.parameters)


def test_a_class_that_the_network_does_not_have_is_refused() -> None:
    trainer = small_trainer()
    with pytest.raises(ValueError, match="-1"):
        trainer.trace(np.zeros(6), -1)
    with pytest.raises(ValueError, match="0 to 1"):
        Trainer(Network.dense((6, 5, 2)), small_data(), TrainingConfig())
    with pytest.raises(ValueError, match="7"):
        Trainer(Network.dense((7, 5, 3)), small_data(), TrainingConfig())


def test_an_update_needs_a_complete_gradient() -> None:
    trainer = small_trainer()
    with pytest.raises(RuntimeError, match="not complete"):
        trainer.apply_update()


@pytest.mark.parametrize(("value", "rate", "cause"), [(np.inf, 0.1, "gradient"), (1e38, 1000, "parameter")])
def test_a_parameter_that_is_not_finite_is_told_even_if_the_loss_is(
    value: float, rate: float, cause: str
) -> None:
    trainer = small_trainer(np.float32, optimizer="sgd", learning_rate=rate)
    trainer.accumulate_gradient()
    trainer.network.gradients[3] = value
    with pytest.raises(DivergenceError) as caught:
        trainer.apply_update()
    assert (caught.value.update, caught.value.cause) == (1, cause)


def test_huge_parameters_are_no_divergence() -> None:
    # Their squares are infinite in single precision, they themselves are not.
    trainer = small_trainer(np.float32, optimizer="sgd", learning_rate=1e-6)
    trainer.network.layers[0].b[0] = 1e25
    trainer.step()
    assert trainer.step_count == 1


@pytest.mark.parametrize("batch_size", [8, None])
def test_the_mean_of_losses_near_float32s_end_is_their_mean_and_no_divergence(batch_size: int | None) -> None:
    # Each C is a float32, 1.8·10³⁸ at most, and so is their mean; of most batches the sum is not.
    trainer = small_trainer(np.float32, batch_size=batch_size)
    for layer in trainer.network.layers:
        layer.W[:] = 0
    trainer.network.layers[-1].b[:] = -9e37, 0, 9e37
    expected = np.where(
        trainer.dataset.y_train == 2, 0.0, np.where(trainer.dataset.y_train == 1, 9e37, 18e37)
    )
    for _ in range(3):
        mean = trainer.step()
        assert mean == pytest.approx(expected[trainer.batch_rows].mean(), rel=1e-6)
    trainer.network.layers[-1].b[0] = -3e38
    trainer.network.layers[-1].b[2] = 3e38
    with pytest.raises(DivergenceError):
        trainer.step()


def test_another_weight_decay_keeps_what_adamw_knows() -> None:
    trainer = small_trainer(optimizer="adamw")
    for _ in range(5):
        trainer.step()
    known = [vector.copy() for vector in trainer.checkpoint().vectors]
    trainer.reconfigure(TrainingConfig(batch_size=8, optimizer="adamw", weight_decay=0.2))
    kept = trainer.checkpoint()
    assert kept.updates == 5
    for before, now in zip(known, kept.vectors, strict=True):
        np.testing.assert_array_equal(before, now)
    before_step = trainer.network.parameters.copy()
    trainer.reconfigure(
        TrainingConfig(batch_size=8, optimizer="adamw", weight_decay=0.2, learning_rate=1e-12)
    )
    trainer.step()
    np.testing.assert_allclose(trainer.network.parameters, before_step, rtol=1e-9, atol=1e-10)


def test_the_rate_follows_its_schedule_and_a_gradient_is_clipped() -> None:
    trainer = small_trainer(
        optimizer="sgd", learning_rate=0.4, warm_up=4, schedule="step", schedule_period=2, schedule_factor=0.5
    )
    rates = []
    for _ in range(9):
        before = trainer.network.parameters.copy()
        rate = trainer.learning_rate
        trainer.step()
        np.testing.assert_allclose(
            trainer.network.parameters, before - rate * trainer.network.gradients, rtol=1e-12
        )
        rates.append(rate)
    np.testing.assert_allclose(rates, [0.1, 0.2, 0.3, 0.4, 0.4, 0.4, 0.2, 0.2, 0.1], rtol=1e-12)
    trainer.reconfigure(TrainingConfig(batch_size=8, optimizer="sgd", learning_rate=0.4, clip_norm=0.01))
    trainer.step()
    # What is followed is as long as the limit; the batch's gradient itself is longer.
    assert trainer.clip_factor * np.linalg.norm(trainer.network.gradients) == pytest.approx(0.01, rel=1e-3)


def test_resting_in_the_middle_of_an_update_loses_nothing() -> None:
    trainer, plain = small_trainer(), small_trainer()
    trainer.accumulate_gradient()
    trainer.release_buffers()
    trainer.apply_update()
    trainer.release_buffers()
    trainer.step()
    plain.step(), plain.step()
    np.testing.assert_array_equal(trainer.network.parameters, plain.network.parameters)


def test_a_batch_that_is_only_begun_is_taken_again_when_settings_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A batch of 8 is two chunks.
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 4)
    trainer, plain = small_trainer(dropout=0.3), small_trainer(dropout=0.3)
    assert not trainer.accumulate_gradient()
    trainer.reconfigure(TrainingConfig(batch_size=8, dropout=0.3, l2=0.1))
    plain.reconfigure(TrainingConfig(batch_size=8, dropout=0.3, l2=0.1))
    trainer.step(), plain.step()
    np.testing.assert_array_equal(trainer.network.parameters, plain.network.parameters)


def test_a_schedule_that_is_chosen_late_begins_where_it_is_chosen() -> None:
    trainer = small_trainer(learning_rate=0.1)
    for _ in range(20):
        trainer.step()
    trainer.reconfigure(
        TrainingConfig(batch_size=8, learning_rate=0.1, schedule="cosine", schedule_period=10)
    )
    assert trainer.learning_rate == pytest.approx(0.1)
    for _ in range(5):
        trainer.step()
    # Half way of the cosine: (1 + cos(pi / 2)) / 2.
    assert trainer.learning_rate == pytest.approx(0.05)
    for _ in range(5):
        trainer.step()
    assert trainer.learning_rate == pytest.approx(0.0, abs=1e-12)


def test_another_rate_leaves_the_schedule_where_it_is_and_undo_brings_back_its_start() -> None:
    trainer = small_trainer(learning_rate=0.1)
    trainer.reconfigure(TrainingConfig(batch_size=8, learning_rate=0.1, schedule="step", schedule_period=10))
    for _ in range(10):
        trainer.step()
    old = trainer.config
    trainer.reconfigure(replace(old, learning_rate=0.2))
    assert trainer.config.schedule_start == 0
    assert trainer.learning_rate == pytest.approx(0.02)
    trainer.reconfigure(replace(trainer.config, warm_up=4))
    assert trainer.config.schedule_start == 10
    assert trainer.learning_rate == pytest.approx(0.05)
    trainer.reconfigure(old)
    assert trainer.learning_rate == pytest.approx(0.01)


@pytest.mark.parametrize("size", [61, 600])
def test_a_batch_of_more_than_all_examples_is_refused_and_nothing_changes(size: int) -> None:
    trainer = small_trainer()
    old = trainer.config
    for config in (TrainingConfig(batch_size=size), TrainingConfig(optimizer="sgd", batch_size=size)):
        with pytest.raises(ValueError, match=f"batch size {size}"):
            trainer.reconfigure(config)
        with pytest.raises(ValueError, match=f"batch size {size}"):
            Trainer(trainer.network, trainer.dataset, config)
    assert trainer.config is old
    trainer.step()


def test_the_clip_factor_is_that_of_the_last_update_whatever_is_set_since() -> None:
    trainer = Trainer(Network.dense((6, 4, 3)), small_data(), TrainingConfig(batch_size=8))
    trainer.step()
    trainer.reconfigure(replace(trainer.config, clip_norm=0.001))
    assert trainer.clip_factor == 1.0
    while not trainer.accumulate_gradient():
        pass
    norm = float(np.linalg.norm(trainer.network.gradients))
    expected = 0.001 / (norm + 1e-6)
    assert trainer.clip_factor == pytest.approx(expected)
    trainer.apply_update()
    trainer.reconfigure(replace(trainer.config, clip_norm=0.0))
    assert trainer.clip_factor == pytest.approx(expected)
    trainer.step()
    assert trainer.clip_factor == 1.0

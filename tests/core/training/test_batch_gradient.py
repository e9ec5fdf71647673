"""A batch's gradient: the same bits in parts as whole, with the numbers of every row at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.trace import Trace
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data

SETTINGS: tuple[dict[str, Any], ...] = (
    {},
    {"optimizer": "sgd", "batch_size": 1},
    {"dropout": 0.3},
    {"loss": "squared_error", "l2": 0.01, "clip_norm": 0.5},
    {"optimizer": "sgd", "batch_size": None},
    {"schedule": "cosine", "schedule_period": 9, "warm_up": 3},
)


def trainer_with(count: int = 60, skip: bool = False, dtype: Any = np.float32, **settings: Any) -> Trainer:
    network = Network.dense((6, 5, 5, 3), activation="tanh", seed=2, skip=skip, dtype=dtype)
    return Trainer(network, small_data(count), TrainingConfig(**{"batch_size": 8, **settings}))


@pytest.mark.parametrize("settings", SETTINGS)
def test_an_update_in_two_parts_has_the_bits_of_a_whole_one(settings: dict[str, Any]) -> None:
    whole, parts = trainer_with(**settings), trainer_with(**settings)
    for _ in range(12):
        whole.step()
        assert not parts.batch_is_open and not parts.gradient_ready
        # Asked again, a gradient that is complete stays what it is.
        assert parts.accumulate_gradient() and parts.accumulate_gradient()
        assert parts.batch_is_open and parts.gradient_ready
        parts.apply_update()
    assert parts.step_count == 12
    np.testing.assert_array_equal(parts.network.parameters, whole.network.parameters)


def test_a_batch_of_several_chunks_goes_forwards_and_backwards_for_each() -> None:
    trainer = trainer_with(2500, optimizer="sgd", batch_size=None)
    assert [trainer.accumulate_gradient() for _ in range(3)] == [False, False, True]


@pytest.mark.parametrize("skip", [False, True])
def test_a_batchs_row_is_the_trace_of_its_example(skip: bool) -> None:
    trainer = trainer_with(skip=skip)
    for _ in range(4):
        trainer.step()
    trainer.accumulate_gradient()
    X, y = trainer.dataset.X_train, trainer.dataset.y_train
    for position, row in enumerate(trainer.batch_rows):
        found, expected = row_at(trainer, position), trainer.trace(X[row], int(y[row]))
        np.testing.assert_array_equal(found.x, X[row])
        assert found.loss == pytest.approx(expected.loss, abs=1e-5)
        for name in ("z", "a", "delta", "dW", "db"):
            for ours, theirs in zip(getattr(found, name), getattr(expected, name), strict=True):
                np.testing.assert_allclose(ours, theirs, atol=1e-5)


def row_at(trainer: Trainer, position: int) -> Trace:
    trace = trainer.batch_trace(position)
    assert trace is not None
    return trace


def test_before_the_first_batch_and_beyond_its_rows_nothing_is_at_hand() -> None:
    trainer = trainer_with()
    assert trainer.batch_trace(0) is None
    trainer.accumulate_gradient()
    assert row_at(trainer, 7).has_gradient and row_at(trainer, 7).loss is not None
    assert trainer.batch_trace(8) is None and trainer.batch_trace(-1) is None
    trainer.reconfigure(replace(trainer.config, batch_size=4))
    trainer.apply_update()
    assert trainer.batch_trace(0) is None


def test_of_a_large_batch_the_rows_of_the_chunk_under_way_are_at_hand() -> None:
    trainer = trainer_with(2500, optimizer="sgd", batch_size=None)
    for _ in range(2):
        trainer.accumulate_gradient()
    assert trainer.batch_trace(1023) is None and trainer.batch_trace(2048) is None
    x = trainer.dataset.X_train[trainer.batch_rows[1500]]
    np.testing.assert_array_equal(row_at(trainer, 1500).x, x)


@pytest.mark.parametrize("position", [0, 1023, 1024, 2047, 2048, 2499])
@pytest.mark.parametrize("dropout", [0.0, 0.5])
def test_of_a_large_batch_that_waits_every_row_is_as_it_was_in_its_chunk(
    dropout: float, position: int
) -> None:
    trainer, plain, last = (trainer_with(2500, batch_size=None, dropout=dropout) for _ in range(3))
    # The chunks are of 1,024 rows: the row is looked at right after its own.
    for _ in range(position // 1024 + 1):
        last.accumulate_gradient()
    expected = row_at(last, position)
    for each in (trainer, plain):
        while not each.accumulate_gradient():
            pass
    gradient, losses = trainer.network.gradients.copy(), trainer.batch_losses.copy()
    found = row_at(trainer, position)
    assert found.loss == expected.loss == pytest.approx(losses[position], rel=1e-5)
    for name in ("z", "a", "delta", "masks"):
        for ours, theirs in zip(getattr(found, name), getattr(expected, name), strict=True):
            np.testing.assert_array_equal(ours, theirs)
    # Looking has changed nothing of the training.
    np.testing.assert_array_equal(trainer.network.gradients, gradient)
    np.testing.assert_array_equal(trainer.batch_losses, losses)
    for _ in range(2):
        trainer.step(), plain.step()
    np.testing.assert_array_equal(trainer.network.parameters, plain.network.parameters)


def test_the_mean_of_the_rows_gradients_is_the_updates_gradient() -> None:
    trainer = trainer_with(dtype=np.float64, dropout=0.4)
    trainer.accumulate_gradient()
    traces = [row_at(trainer, position) for position in range(8)]
    for i, layer in enumerate(trainer.network.layers):
        np.testing.assert_allclose(np.mean([trace.dW[i] for trace in traces], axis=0), layer.dW, atol=1e-14)
        np.testing.assert_allclose(np.mean([trace.db[i] for trace in traces], axis=0), layer.db, atol=1e-14)


def test_dropout_silences_its_share_and_makes_up_for_it() -> None:
    network = Network.dense((6, 200, 3), activation="sigmoid", seed=2)
    trainer = Trainer(network, small_data(60), TrainingConfig(batch_size=50, dropout=0.25))
    trainer.accumulate_gradient()
    masks = np.array([row_at(trainer, position).masks[0] for position in range(50)])
    assert set(np.unique(masks)) == {np.float32(0), np.float32(1 / 0.75)}
    # 10,000 draws: the share is within four standard deviations, 4 · √(0.25 · 0.75 / 10,000).
    assert abs(np.mean(masks == 0) - 0.25) < 0.0174
    trace = row_at(trainer, 3)
    sigmoid = 1 / (1 + np.exp(-trace.z[0].astype(np.float64)))
    np.testing.assert_allclose(trace.a[0], sigmoid * trace.masks[0], rtol=1e-6)


def test_dropout_is_drawn_anew_for_every_batch_and_leaves_traces_and_evaluation_alone() -> None:
    trainer, plain = trainer_with(dropout=0.5), trainer_with()
    assert trainer.total_loss("train") == plain.total_loss("train")
    x = trainer.dataset.X_train[0]
    np.testing.assert_array_equal(trainer.trace(x, 1).a[0], plain.trace(x, 1).a[0])
    masks = []
    for _ in range(2):
        trainer.accumulate_gradient()
        masks.append(np.array([row_at(trainer, position).masks[0] for position in range(8)]))
        trainer.apply_update()
    assert not np.array_equal(masks[0], masks[1])


def test_dropouts_generator_is_its_own() -> None:
    # The order of the examples is that of a training without dropout.
    trainer, plain = trainer_with(dropout=0.5), trainer_with()
    for _ in range(10):
        trainer.step(), plain.step()
        np.testing.assert_array_equal(trainer.batch_rows, plain.batch_rows)


@pytest.mark.parametrize("batch_size", [1, 7, 8, 11, None])
@pytest.mark.parametrize("settings", [{}, {"dropout": 0.3}, {"loss": "squared_error"}])
def test_a_batchs_delta_has_the_examples_own_bits(settings: dict[str, Any], batch_size: int | None) -> None:
    trainer = trainer_with(batch_size=batch_size, **settings)
    trainer.accumulate_gradient()
    batch = trainer._batch
    propagation, gradient = batch._passes[batch._chunk_rows]
    delta = np.empty_like(propagation.output_delta)
    gradient(propagation.logits, batch._targets, np.empty_like(delta[0]), delta)
    mean = trainer.network.gradients.copy()
    for position in range(len(trainer.batch_rows)):
        np.testing.assert_array_equal(row_at(trainer, position).delta[-1], delta[:, position])
    # Looking has not changed what the update follows.
    np.testing.assert_array_equal(trainer.network.gradients, mean)


@pytest.mark.parametrize("count", [1, 2, 400, 512, 513, 1024, 1025])
def test_with_the_whole_set_every_row_at_hand_is_the_one_that_is_named(count: int) -> None:
    trainer = trainer_with(count, batch_size=None)
    trainer.accumulate_gradient()
    X, y = trainer.dataset.X_train, trainer.dataset.y_train
    for position in range(min(count, 20)):
        row = trainer.batch_rows[position]
        found, expected = row_at(trainer, position), trainer.trace(X[row], int(y[row]))
        np.testing.assert_array_equal(found.x, X[row])
        assert found.loss == pytest.approx(expected.loss, rel=1e-4)


def test_a_clipped_gradient_is_kept_as_it_was_before_clipping() -> None:
    clipped, free = trainer_with(clip_norm=0.001, optimizer="sgd"), trainer_with(optimizer="sgd")
    before = clipped.network.parameters.copy()
    clipped.step(), free.step()
    np.testing.assert_array_equal(clipped.network.gradients, free.network.gradients)
    norm = float(np.linalg.norm(free.network.gradients.astype(np.float64)))
    assert clipped.clip_factor == pytest.approx(0.001 / (norm + 1e-6), rel=1e-6)
    assert free.clip_factor == 1.0
    # It moved by η times the limit: 0.001 · 0.001.
    moved = np.linalg.norm((clipped.network.parameters - before).astype(np.float64))
    assert moved == pytest.approx(1e-6, rel=0.02)


def test_settings_that_waited_for_their_batch_hold_after_a_restore() -> None:
    trainer = trainer_with(60)
    kept = trainer.checkpoint()
    assert trainer.accumulate_gradient()
    trainer.reconfigure(TrainingConfig(batch_size=20))
    trainer.restore(kept)
    trainer.step()
    assert len(trainer.batch_rows) == trainer.config.batch_size == 20


def test_a_large_batch_is_accumulated_in_chunks_to_the_same_gradient() -> None:
    data = small_data(count=2600)
    network = Network.dense((6, 5, 3), dtype=np.float64)
    trainer = Trainer(network, data, TrainingConfig(optimizer="sgd", batch_size=None))
    calls = 1
    while not trainer.accumulate_gradient():
        calls += 1
    assert calls == 3
    traces = [trainer.trace(x, int(y)) for x, y in zip(data.X_train, data.y_train, strict=True)]
    for i, layer in enumerate(network.layers):
        np.testing.assert_allclose(layer.dW, np.mean([t.dW[i] for t in traces], axis=0), atol=1e-13)
    assert trainer.apply_update() == pytest.approx(np.mean([t.loss for t in traces]), rel=1e-12)
    assert trainer.epoch == 1

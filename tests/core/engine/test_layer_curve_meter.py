"""The layers' numbers of one update: the same as by finite differences in double precision, for any kind of layer."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from core.analysis.layer_curves import LayerCurve
from core.analysis.neuron_statistics import NeuronStatisticsAccumulator
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import EditParameter
from core.engine.journal import Origin, PermuteNeurons
from core.engine.last_update import LastUpdate
from core.engine.layer_curve_meter import LayerCurveMeter
from core.engine.run import Run
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import MaxPool2d
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.nn.masked_layer import masked_network
from tests.core.small_data import small_data

LAYERS = {
    "plain": (Dense(4, "tanh"), Dense(3, "sigmoid"), Dense(3, "softmax")),
    "residual": (
        Dense(4, "tanh"),
        Dense(4, "gelu", skip=True),
        Dense(4, "silu", skip=True),
        Dense(3, "softmax"),
    ),
    "convolution": (
        Conv2d(2, 3, padding=1, activation="tanh", picture=(4, 4)),
        MaxPool2d(2),
        Dense(3, "softmax"),
    ),
    "bias per cell": (
        Conv2d(2, 2, bias_per_cell=True, activation="tanh", picture=(4, 4)),
        Dense(3, "softmax"),
    ),
    "local": (LocallyConnected2d(2, 3, 2, 1, activation="tanh", picture=(4, 4)), Dense(3, "softmax")),
}


def run_of(kind: str, count: int = 30, dataset: Dataset | None = None, **settings: Any) -> Run:
    layers: Any = LAYERS[kind]
    n_in = 16 if any(hasattr(layer, "picture") for layer in layers) else 6
    config = TrainingConfig(**{"batch_size": 8, "learning_rate": 0.05, **settings})
    return Run(0, Origin(Architecture(layers), config, DatasetSpec()), dataset or small_data(count, n_in))


def measured(run: Run, updates: int = 3) -> tuple[LayerCurve, np.ndarray, np.ndarray, np.ndarray]:
    """What is measured after so many updates, with θ before the last one and after it, and its gradient."""
    for _ in range(updates - 1):
        run.trainer.step()
    while not run.trainer.accumulate_gradient():
        pass
    network = run.trainer.network
    before, gradient = network.parameters.astype(float), network.gradients.astype(float)
    run.apply()
    return curve_of(run), before, network.parameters.astype(float), gradient


def curve_of(run: Run) -> LayerCurve:
    return finished(run.layer_meter(), run.trainer)


def finished(meter: LayerCurveMeter, trainer: Trainer) -> LayerCurve:
    network, data = trainer.network, trainer.dataset
    while not meter.advance():
        pass
    accumulator = NeuronStatisticsAccumulator(network, len(data.class_names))
    propagation = network.propagation(len(data.y_test))
    propagation.forward(data.X_test.astype(network.dtype))
    accumulator.add(propagation, data.y_test)
    return meter.result(accumulator.result(0, trainer.step_count))


def gradients(trainer: Trainer, theta: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """(rows, parameters): each example's gradient of its C, by central differences in double precision."""
    network = trainer.network.copy(np.float64)
    X, y = trainer.dataset.X_train[rows], trainer.dataset.y_train[rows]
    h, columns = 1e-5, []

    def losses(parameters: np.ndarray) -> np.ndarray:
        network.parameters[:] = parameters
        found = network.predict(X)
        if trainer.config.loss == "squared_error":
            # The lecture's: the sum over the outputs of the squares.
            return np.asarray(((found - y) ** 2).sum(axis=1))
        return np.asarray(-np.log(found[np.arange(len(y)), y]))

    for step in np.eye(len(theta)) * h:
        columns.append((losses(theta + step) - losses(theta - step)) / (2 * h))
    return np.array(columns).T


def noise_by_hand(trainer: Trainer, single: np.ndarray, mean: np.ndarray) -> list[float]:
    """√tr Σ / ‖g‖ of each layer with weights, by the definition."""
    found = []
    for layer in {entry.layer: None for entry in trainer.network.topology.table.entries}:
        own = np.zeros(len(mean), bool)
        for entry in trainer.network.topology.table.entries:
            if entry.layer == layer:
                own[entry.start : entry.stop] = True
        variances = ((single[:, own] - single[:, own].mean(axis=0)) ** 2).sum(axis=0) / (len(single) - 1)
        found.append(math.sqrt(variances.sum()) / math.sqrt((mean[own] ** 2).sum()))
    return found


def weights(trainer: Trainer, flat: np.ndarray) -> list[np.ndarray]:
    return [flat[e.start : e.stop] for e in trainer.network.topology.table.entries if e.name == "W"]


def check_update(
    run: Run, found: LayerCurve, before: np.ndarray, after: np.ndarray, gradient: np.ndarray
) -> None:
    """The two numbers that follow from the update itself."""
    rms = [np.sqrt((dW**2).mean()) for dW in weights(run.trainer, gradient)]
    np.testing.assert_allclose(found.gradient_rms, rms, rtol=1e-6)
    pairs = zip(weights(run.trainer, after - before), weights(run.trainer, before), strict=True)
    ratios = [np.sqrt((dW**2).mean() / (W**2).mean()) for dW, W in pairs]
    np.testing.assert_allclose(found.update_ratio, ratios, rtol=1e-4)


@pytest.mark.parametrize("kind", LAYERS)
def test_all_numbers_are_those_of_finite_differences(kind: str) -> None:
    run = run_of(kind, l2=0.1, l1=0.01)
    found, before, after, gradient = measured(run)
    assert (found.run, found.update, found.noise_count, found.batch_size) == (0, 3, 8, 8)
    check_update(run, found, before, after, gradient)
    single = gradients(run.trainer, before, run.trainer.batch_rows)
    np.testing.assert_allclose(
        found.gradient_noise, noise_by_hand(run.trainer, single, single.mean(axis=0)), rtol=1e-3
    )


def test_penalties_are_part_of_the_gradient_and_none_of_its_noise() -> None:
    run = run_of("plain", l2=0.3)
    found, before, _, _ = measured(run, 1)
    single = gradients(run.trainer, before, run.trainer.batch_rows)
    total = single.mean(axis=0)
    expected = [
        dW + 0.3 * W for dW, W in zip(weights(run.trainer, total), weights(run.trainer, before), strict=True)
    ]
    np.testing.assert_allclose(found.gradient_rms, [np.sqrt((dW**2).mean()) for dW in expected], rtol=1e-3)


@pytest.mark.parametrize("batch_size", [100, None])
def test_of_a_large_batch_the_first_64_tell_of_the_spread_and_all_of_the_mean(batch_size: int | None) -> None:
    run = run_of("plain", 150, batch_size=batch_size, l1=0.01, l2=0.1)
    found, before, after, gradient = measured(run)
    rows = run.trainer.batch_rows
    assert (found.noise_count, found.batch_size, len(rows)) == (64, batch_size or 150, batch_size or 150)
    check_update(run, found, before, after, gradient)
    single = gradients(run.trainer, before, rows)
    expected = noise_by_hand(run.trainer, single[:64], single.mean(axis=0))
    np.testing.assert_allclose(found.gradient_noise, expected, rtol=2e-3)


def test_a_whole_set_of_several_chunks_is_one_batch() -> None:
    run = run_of("plain", 2500, batch_size=None, dropout=0.25)
    found, before, after, gradient = measured(run, 1)
    check_update(run, found, before, after, gradient)
    assert (found.noise_count, found.batch_size) == (64, 2500) and np.isfinite(found.gradient_noise).all()


def test_of_a_single_example_there_is_no_spread() -> None:
    run = run_of("plain", batch_size=1)
    found, before, after, gradient = measured(run)
    assert np.isnan(found.gradient_noise).all() and (found.noise_count, found.batch_size) == (0, 1)
    check_update(run, found, before, after, gradient)


@pytest.mark.parametrize(("batch_size", "chunk_rows"), [(8, 1024), (100, 1024), (20, 16), (100, 16)])
def test_with_dropout_the_same_neurons_are_dropped_for_each_example(
    batch_size: int, chunk_rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", chunk_rows)
    run = run_of("plain", 150, dropout=0.4, batch_size=batch_size)
    trainer = run.trainer
    for _ in range(3):
        trainer.step()
    while not trainer.accumulate_gradient():
        pass
    traces = [trainer.batch_trace(place) for place in range(batch_size)]
    single = [
        [np.concatenate([trace.dW[i].ravel(), trace.db[i]]) for trace in traces if trace is not None]
        for i in range(3)
    ]
    run.apply()
    found = curve_of(run)
    for i, own in enumerate(np.array(one, float) for one in single):
        few = own[:64]
        trace = ((few - few.mean(axis=0)) ** 2).sum() / (len(few) - 1)
        expected = math.sqrt(trace / (own.mean(axis=0) ** 2).sum())
        assert found.gradient_noise[i] == pytest.approx(expected, rel=1e-4)


def test_in_double_precision_and_of_a_layer_that_reads_several() -> None:
    data, network = small_data(30, 5, 2), masked_network(3, np.float64)
    trainer, last = Trainer(network, data, TrainingConfig(batch_size=8)), LastUpdate()
    trainer.step()
    trainer.accumulate_gradient()
    before = network.parameters.copy()
    last.apply(trainer)
    found = finished(LayerCurveMeter(0, trainer, last), trainer)
    single = gradients(trainer, before, trainer.batch_rows)
    assert found.layers == (1, 2, 3, 4)
    expected = noise_by_hand(trainer, single, single.mean(axis=0))
    np.testing.assert_allclose(found.gradient_noise, expected, rtol=1e-6)


def test_regression() -> None:
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(40, 2)).astype(np.float32), rng.normal(size=(40, 2)).astype(np.float32)
    layers = (Dense(5, "tanh"), Dense(2, "identity"))
    config = TrainingConfig(loss="squared_error", batch_size=8)
    run = Run(0, Origin(Architecture(layers), config, DatasetSpec()), Dataset(X, y, X[:9], y[:9], (), None))
    found, before, after, gradient = measured(run)
    check_update(run, found, before, after, gradient)
    single = gradients(run.trainer, before, run.trainer.batch_rows)
    # A factor of the loss is none of a ratio's.
    expected = noise_by_hand(run.trainer, single, single.mean(axis=0))
    np.testing.assert_allclose(found.gradient_noise, expected, rtol=1e-3)


def test_a_change_of_settings_afterwards_is_none_of_the_update() -> None:
    run, same = run_of("plain", 150, batch_size=100, l2=0.1), run_of("plain", 150, batch_size=100, l2=0.1)
    found, *_ = measured(same)
    measured(run)
    run.trainer.reconfigure(TrainingConfig(batch_size=5, l2=3.0, loss="squared_error"))
    np.testing.assert_array_equal(curve_of(run).gradient_noise, found.gradient_noise)


@pytest.mark.parametrize("limit", [0.0, 0.01, 100.0])
def test_by_how_much_the_gradient_was_clipped_is_that_of_the_update(limit: float) -> None:
    run = run_of("plain", clip_norm=limit)
    assert math.isnan(curve_of(run).clip_factor)
    found, _, _, gradient = measured(run)
    expected = 0.01 / np.linalg.norm(gradient) if limit == 0.01 else 1.0
    assert found.clip_factor == pytest.approx(expected, rel=1e-3)
    # A limit that was set afterwards is none of it.
    run.trainer.reconfigure(TrainingConfig(batch_size=8, clip_norm=1e-3))
    assert curve_of(run).clip_factor == found.clip_factor


def test_settings_that_wait_for_the_next_batch_are_none_of_the_update() -> None:
    settings: dict[str, Any] = {"batch_size": 100, "l2": 0.1, "optimizer": "sgd"}
    run, same = run_of("plain", 150, **settings), run_of("plain", 150, **settings)
    found, *_ = measured(same, 1)
    run.trainer.accumulate_gradient()
    run.trainer.reconfigure(TrainingConfig(**{**settings, "l2": 3.0, "learning_rate": 0.05}))
    run.apply()
    again = curve_of(run)
    for name in ("gradient_rms", "update_ratio", "gradient_noise"):
        np.testing.assert_array_equal(getattr(again, name), getattr(found, name))


def test_in_several_pieces_the_noise_is_that_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.engine.layer_curve_meter.PIECE_PRODUCTS", 0)
    run = run_of("residual", batch_size=20, dropout=0)
    found, before, _, _ = measured(run)
    single = gradients(run.trainer, before, run.trainer.batch_rows)
    expected = noise_by_hand(run.trainer, single, single.mean(axis=0))
    assert found.noise_count == 20
    np.testing.assert_allclose(found.gradient_noise, expected, rtol=1e-3)


def test_the_training_may_go_on_between_two_pieces() -> None:
    run, same = run_of("plain"), run_of("plain")
    found, *_ = measured(same)
    measured(run)
    meter = run.layer_meter()
    meter.advance()
    theta = run.trainer.network.parameters.copy()
    for _ in range(20):
        run.trainer.step()
    assert (run.trainer.network.parameters != theta).any()
    later = finished(meter, same.trainer)
    for name in ("gradient_rms", "update_ratio", "gradient_noise"):
        np.testing.assert_array_equal(getattr(later, name), getattr(found, name))
    assert later.update == 3


def test_measuring_changes_no_bit_of_the_training() -> None:
    run, same = run_of("plain", dropout=0.3), run_of("plain", dropout=0.3)
    for _ in range(4):
        measured(run, 2)
        for _ in range(2):
            same.trainer.step()
    np.testing.assert_array_equal(run.trainer.network.parameters, same.trainer.network.parameters)


def test_before_the_first_update_and_after_a_change_by_hand_nothing_is_known_of_an_update() -> None:
    run = run_of("plain")
    found = curve_of(run)
    assert found.update == found.batch_size == found.noise_count == 0
    for name in ("gradient_rms", "update_ratio", "gradient_noise"):
        assert np.isnan(getattr(found, name)).all()
    assert np.isfinite(found.dead_share[:-1]).all()
    measured(run)
    run.take(EditParameter(0, 1, ParameterLocation(1, 1, 1), 2.0, 0))
    assert np.isnan(curve_of(run).gradient_rms).all() and curve_of(run).batch_size == 0


@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_in_another_order_of_the_neurons_the_numbers_are_the_same(dropout: float) -> None:
    run = run_of("plain", dropout=dropout)
    found, *_ = measured(run)
    run.take(PermuteNeurons((np.array([3, 1, 0, 2]), np.array([1, 2, 0]))))
    again = curve_of(run)
    np.testing.assert_allclose(again.gradient_rms, found.gradient_rms, rtol=1e-6)
    np.testing.assert_allclose(again.update_ratio, found.update_ratio, rtol=1e-6)
    # Which neurons were dropped is known in their old order alone.
    expected = found.gradient_noise if not dropout else np.full(3, np.nan)
    np.testing.assert_allclose(again.gradient_noise, expected, rtol=1e-5)


def test_where_all_weights_are_0_nothing_is_invented() -> None:
    run = run_of("plain")
    run.trainer.network.parameters[:] = 0
    found, *_ = measured(run, 1)
    # Only the output layer's weights and biases get a gradient; sigmoid(0) is ½, so its W does move.
    assert found.gradient_rms[:2].tolist() == [0, 0] and found.gradient_rms[2] > 0
    assert found.update_ratio.tolist() == [0, 0, math.inf]
    assert np.isnan(found.gradient_noise[:2]).all() and np.isfinite(found.gradient_noise[2])


def test_numbers_that_single_precision_cannot_square_are_measured() -> None:
    layers: Any = Dense(4, "identity"), Dense(3, "softmax")
    run = Run(0, Origin(Architecture(layers), TrainingConfig(batch_size=8), DatasetSpec()), small_data())
    first, last = run.trainer.network.layers
    first.W[:] *= np.float32(1e25)
    last.W[:] *= np.float32(1e-25)
    found, _, _, gradient = measured(run, 1)
    rms = [np.sqrt((dW**2).mean()) for dW in weights(run.trainer, gradient)]
    assert rms[1] > 1e20
    np.testing.assert_allclose(found.gradient_rms, rms, rtol=1e-6)
    assert np.isfinite(found.gradient_noise).all() and (found.gradient_noise > 0).all()


def test_dead_and_saturated_neurons_are_counted_by_layer() -> None:
    layers: Any = Dense(4, "relu"), Dense(4, "tanh"), Dense(3, "softmax")
    run = Run(0, Origin(Architecture(layers), TrainingConfig(batch_size=8), DatasetSpec()), small_data())
    relu, tanh, _ = run.trainer.network.layers
    relu.W[:], relu.b[:] = 0, (-1, 1, 1, 1)
    tanh.W[:], tanh.b[:] = 0, (9, -9, 0, -9)
    found = curve_of(run)
    assert found.dead_share[:2].tolist() == [0.25, 0] and found.saturated_share[:2].tolist() == [0, 0.75]
    assert np.isnan(found.dead_share[2]) and np.isnan(found.saturated_share[2])


def test_a_map_is_dead_where_all_its_cells_are() -> None:
    data = small_data(30, 16)
    X = data.X_train.copy()
    # Where there is never ink a cell is never above 0, in a map that lives, too.
    X[:, :5] = 0
    layers: Any = Conv2d(2, 1, picture=(4, 4)), MaxPool2d(2), Dense(3, "softmax")
    own = Dataset(X, data.y_train, X[:20], data.y_test, data.class_names)
    run = Run(0, Origin(Architecture(layers), TrainingConfig(batch_size=8), DatasetSpec()), own)
    conv = run.trainer.network.layers[0]
    conv.W[:], conv.b[:] = np.array([1, -1]), 0
    found = curve_of(run)
    assert found.layers == (1, 3) and found.dead_share[0] == 0.5


def test_a_map_is_saturated_where_every_cell_is_and_not_where_its_mean_is() -> None:
    data = small_data(30, 16)
    X = np.zeros_like(data.X_train)
    # Ink takes the map from tanh(3), where it is flat, to tanh(0): one cell in 2 of 20 examples, so its share is 0.9.
    X[:2, 7] = 1
    layers: Any = Conv2d(2, 1, picture=(4, 4), activation="tanh"), MaxPool2d(2), Dense(3, "softmax")
    own = Dataset(X, data.y_train, X[:20], data.y_test, data.class_names)
    run = Run(0, Origin(Architecture(layers), TrainingConfig(batch_size=8), DatasetSpec()), own)
    conv = run.trainer.network.layers[0]
    # The second map is at tanh(3) wherever there is ink or none.
    conv.W[:], conv.b[:] = np.array([-3, 0]), 3
    assert curve_of(run).saturated_share[0] == 0.5


def test_without_a_test_set_no_share_is_known() -> None:
    data = small_data()
    empty = Dataset(data.X_train, data.y_train, data.X_test[:0], data.y_test[:0], data.class_names)
    layers: Any = Dense(4, "relu"), Dense(3, "softmax")
    run = Run(0, Origin(Architecture(layers), TrainingConfig(batch_size=8), DatasetSpec()), empty)
    for _ in range(3):
        run.advance()
    meter = run.layer_meter()
    while not meter.advance():
        pass
    found = meter.result(NeuronStatisticsAccumulator(run.trainer.network, 3).result(0, 3))
    assert np.isnan(found.dead_share).all() and np.isfinite(found.gradient_rms).all()


def test_a_network_so_large_is_measured_in_more_pieces() -> None:
    network = Network.dense((6, 800, 800, 3))
    trainer, last = Trainer(network, small_data(), TrainingConfig(batch_size=20)), LastUpdate()
    trainer.accumulate_gradient()
    last.apply(trainer)
    meter = LayerCurveMeter(0, trainer, last)
    pieces = 1
    while not meter.advance():
        pieces += 1
    # Three layers and their end, then 8, 8 and 4 examples with three layers each, then the end.
    assert pieces == 4 + 3 * 4 + 1

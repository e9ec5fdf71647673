"""Convolutions, unshared windows and pools in random stacks: against finite differences, and against PyTorch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.gradient_check import check_gradient
from core.analysis.sample_tracer import SampleTracer
from core.data.dataset import Dataset
from core.loss.loss_gradients import loss_gradient
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.nn.picture_stacks import is_clear, random_network, torch_logits

SMALL_CNN = (
    Conv2d(8, 3, padding=1, picture=(16, 16)),
    MaxPool2d(2),
    Conv2d(16, 3, padding=1),
    MaxPool2d(2),
    Dense(10, "softmax"),
)
READS = tuple(tuple(sorted((5 * m + i) % 12 for i in range(8))) for m in range(12))
LENET_1989 = (
    Conv2d(12, 5, 2, 2, "tanh", picture=(16, 16), bias_per_cell=True),
    Conv2d(12, 5, 2, 2, "tanh", reads=READS, bias_per_cell=True),
    Dense(30, "tanh"),
    Dense(10, "softmax"),
)


def mean_gradient(network: Network, X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(rows, n_out) logits, and dC/dθ of the examples' mean C, as the training computes them."""
    propagation = network.propagation(len(X))
    logits = propagation.forward(X)
    gradient = loss_gradient("cross_entropy", "softmax", network.sizes[-1], len(X), network.dtype)
    gradient(logits, y, np.empty(len(X), network.dtype), propagation.output_delta)
    propagation.output_delta /= len(X)
    propagation.backward(network.topology.table.views(network.gradients))
    return logits.T.copy(), network.gradients.copy()


@pytest.mark.parametrize("seed", range(20))
def test_every_gradient_agrees_with_finite_differences(seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = random_network(rng)
    rows = int(rng.integers(1, 5))
    while True:
        X = rng.normal(0, 1, (rows, network.sizes[0]))
        if is_clear(network, X):
            break
        network.parameters[:] = rng.normal(0, 0.5, network.parameter_count)
    y = rng.integers(0, 3, rows)
    chosen = rng.permutation(network.parameter_count)[:150]
    for check in check_gradient(network, X, y, chosen):
        assert check.agrees, (check, network.topology.layers)


@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 1e-9), (np.float32, 1e-5)])
@pytest.mark.parametrize("seed", range(24))
def test_logits_and_gradients_agree_with_pytorch(seed: int, dtype: Any, tolerance: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    rng = np.random.default_rng(1000 + seed)
    network = random_network(rng, dtype)
    rows = int(rng.integers(1, 7))
    # Every other time ink, whose blocks have equals: the first of them wins there, too.
    X = (
        rng.normal(0, 1, (rows, network.sizes[0]))
        if seed % 2
        else rng.integers(0, 2, (rows, network.sizes[0]))
    ).astype(dtype)
    y = rng.integers(0, 3, rows)
    logits, gradient = mean_gradient(network, X, y)
    theta = torch.tensor(network.parameters, dtype=torch.float64, requires_grad=True)
    theirs = torch_logits(network, theta, torch.tensor(X, dtype=torch.float64))
    torch.nn.functional.cross_entropy(theirs, torch.tensor(y)).backward()
    expected = theirs.detach().numpy()
    np.testing.assert_allclose(logits, expected, atol=tolerance * max(1, np.abs(expected).max()), rtol=0)
    for entry in network.topology.table.entries:
        own = theta.grad.numpy()[entry.start : entry.stop]
        largest = max(np.abs(own).max(initial=0), 1e-12)
        np.testing.assert_allclose(gradient[entry.start : entry.stop], own, atol=tolerance * largest, rtol=0)


@pytest.mark.parametrize("seed", range(12))
def test_one_examples_trace_has_its_own_gradient(seed: int) -> None:
    rng = np.random.default_rng(2000 + seed)
    network = random_network(rng)
    x, y = rng.normal(0, 1, network.sizes[0]), int(rng.integers(3))
    trace = SampleTracer(network).trace(x, y)
    _, gradient = mean_gradient(network, x[None], np.array([y]))
    assert trace.gradient is not None
    np.testing.assert_allclose(trace.gradient, gradient, rtol=1e-12, atol=1e-15)
    assert tuple(map(len, trace.a)) == network.sizes[1:]


def digits(count: int, seed: int = 0) -> Dataset:
    """Random ink in float64, with ten classes."""
    rng = np.random.default_rng(seed)
    X, y = rng.integers(0, 2, (count, 256)).astype(np.uint8), rng.integers(0, 10, count)
    return Dataset(X, y, X[:10], y[:10], tuple("0123456789"), picture=(16, 16))


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@pytest.mark.parametrize("layers", [SMALL_CNN, LENET_1989], ids=["small", "lenet"])
def test_two_hundred_updates_agree_with_pytorch(optimizer: str, layers: Any) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    network = Architecture(layers, seed=3).network((256,), dtype=np.float64)
    data, rate = digits(60), {"sgd": 0.05, "adam": 0.003}[optimizer]
    theta = torch.tensor(network.parameters.copy(), requires_grad=True)
    trainer = Trainer(network, data, TrainingConfig(batch_size=8, optimizer=optimizer, learning_rate=rate))
    theirs = (torch.optim.SGD if optimizer == "sgd" else torch.optim.Adam)([theta], lr=rate)
    X, y = torch.tensor(data.X_train.astype(np.float64)), torch.tensor(data.y_train)
    for _ in range(200):
        mean = trainer.step()
        rows = torch.tensor(np.array(trainer.batch_rows))
        theirs.zero_grad()
        loss = torch.nn.functional.cross_entropy(torch_logits(network, theta, X[rows]), y[rows])
        loss.backward()
        theirs.step()
        assert mean == pytest.approx(float(loss.detach()), rel=1e-7)
    np.testing.assert_allclose(network.parameters, theta.detach().numpy(), rtol=1e-4, atol=1e-8)


def test_a_mean_and_a_chunked_batch_are_of_the_same_network() -> None:
    # 300 examples are taken in several chunks; one by one they give the same sums.
    layers = (Conv2d(2, 3, picture=(16, 16)), AvgPool2d(3), Dense(10, "softmax"))
    network = Architecture(layers, seed=1).network((256,), dtype=np.float64)
    data = digits(300, seed=1)
    X = data.X_train.astype(np.float64)
    _, whole = mean_gradient(network, X, data.y_train)
    parts = [mean_gradient(network, X[i : i + 1], data.y_train[i : i + 1])[1] for i in range(300)]
    np.testing.assert_allclose(whole, np.mean(parts, axis=0), rtol=1e-9, atol=1e-14)


def test_the_known_networks_have_as_many_parameters_as_is_said_of_them() -> None:
    assert Architecture(SMALL_CNN).network((256,)).parameter_count == 3_818
    table = Architecture(LENET_1989).network((256,)).topology.table
    counts = [sum(e.stop - e.start for e in table.entries if e.layer == layer) for layer in range(4)]
    # LeCun et al. (1989), section 4: 1,068, 2,592, 5,790 and 310 of them.
    assert counts == [1_068, 2_592, 5_790, 310] and table.count == 9_760


def test_a_network_may_be_made_by_the_shape_of_its_pictures() -> None:
    from core import Architecture as Offered
    from core import AvgPool2d as Mean
    from core import Conv2d as Convolution

    layers = (Convolution(2, 3, 2), Mean(2), Dense(3, "softmax"))
    network = Offered(layers, seed=4).network((7, 9, 2))
    said = Offered((Convolution(2, 3, 2, picture=(7, 9)), *layers[1:]), seed=4).network((126,))
    assert network.topology == said.topology
    np.testing.assert_array_equal(network.parameters, said.parameters)
    assert Offered((Dense(3, "softmax"),)).network((4, 4, 1)).sizes == (16, 3)

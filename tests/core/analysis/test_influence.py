"""Influence against gradients that are written out for every example, and against what training really does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.influence import Influence, TracedState
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.nn.masked_layer import Masked
from tests.core.small_data import small_data

RNG = np.random.default_rng(7)
DATA = small_data(2100)


def influence(network: Network, x: Any, target: Any, X: Any, y: Any, loss: str, *states: TracedState) -> Any:
    own = states or (TracedState(3, 0.5, network.parameters.copy()),)
    work = Influence(network.topology, own, x, target, X, y, loss)
    while not work.advance():
        pass
    assert work.done == work.total == len(own) * len(X)
    return work.values


def softmax(z: Any) -> Any:
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def gradients(network: Network, X: Any, y: Any) -> Any:
    """(N, P) in float64: the gradient of every -ln y_r of a dense network with tanh and softmax, written out."""
    W = [layer.W.astype(np.float64) for layer in network.layers]
    b = [layer.b.astype(np.float64) for layer in network.layers]
    a = [X.astype(np.float64)]
    for k in range(len(W) - 1):
        a.append(np.tanh(a[-1] @ W[k] + b[k]))
    delta = softmax(a[-1] @ W[-1] + b[-1])
    delta[np.arange(len(y)), y] -= 1
    parts: list[Any] = []
    for k in reversed(range(len(W))):
        parts[:0] = [(a[k][:, :, None] * delta[:, None, :]).reshape(len(X), -1), delta]
        delta = (delta @ W[k].T) * (1 - a[k] ** 2)
    return np.concatenate(parts, axis=1)


def test_it_is_the_rate_times_the_product_of_two_gradients_added_up_over_the_states() -> None:
    networks = [Network.dense((6, 5, 4, 3), "tanh", seed=seed) for seed in (1, 2, 3)]
    rates = 0.5, 0.25, 2.0
    x, target = DATA.X_test[4].astype(np.float32), 2
    expected = np.zeros(2100)
    for network, rate in zip(networks, rates, strict=True):
        own = gradients(network, x[None], np.array([target]))[0]
        expected += rate * gradients(network, DATA.X_train, DATA.y_train) @ own
    states = [TracedState(i, rates[i], network.parameters) for i, network in enumerate(networks)]
    found = influence(networks[0], x, target, DATA.X_train, DATA.y_train, "cross_entropy", *states)
    assert found.dtype == np.float64
    np.testing.assert_allclose(found, expected, rtol=2e-5, atol=2e-6 * np.abs(expected).max())
    assert (found > 0).any() and (found < 0).any()


def test_with_a_gradient_too_small_for_single_precision_the_products_are_still_there() -> None:
    network = Network.dense((6, 3), seed=1)
    network.parameters[...] = 0
    network.parameters[-3:] = 0, 60, 0
    x, X = DATA.X_test[0].astype(np.float32), DATA.X_train[:9]
    # With p = e**-60 every dC/dz is (p, -2 p, p), so that δ · δ' is 6 p².
    expected = 0.5 * (X.astype(np.float64) @ x + 1) * 6 * np.exp(-120.0)
    found = influence(network, x, 1, X, np.ones(9, np.int64), "cross_entropy")
    assert 0 < expected.max() < 1e-45, "no number of single precision"
    np.testing.assert_allclose(found, expected, rtol=1e-4)


LAYERS: dict[str, tuple[tuple[Any, ...], tuple[int, ...]]] = {
    "convolution, pool, residual": (
        (
            Conv2d(2, 3, padding=1, activation="tanh"),
            MaxPool2d(2),
            Conv2d(2, 3, padding=1, activation="sigmoid", skip=True),
            Dense(4, "gelu"),
            Dense(4, "tanh", skip=True),
            Dense(3, "softmax"),
        ),
        (4, 4, 2),
    ),
    "unshared windows": ((LocallyConnected2d(2, 3, activation="tanh"), Dense(3, "softmax")), (4, 4, 1)),
    "a map that reads some, a bias for each cell": (
        (
            Conv2d(2, 3, reads=((0,), (0, 1)), bias_per_cell=True, activation="tanh"),
            Dense(3, "softmax"),
        ),
        (4, 4, 2),
    ),
    "a kind of layer that no part of the app knows": (
        (Dense(4, "tanh"), Masked(((0, 7), (5, 2, 9), (1,))), Dense(3, "softmax")),
        (6,),
    ),
}


def losses_of(network: Network, X: Any, y: Any, loss: str) -> Any:
    out = network.predict(X)
    if loss == "squared_error":
        wanted = y if np.ndim(y) == 2 else np.eye(out.shape[1])[y]
        return 0.5 * ((out - wanted) ** 2).sum(axis=1)
    return -np.log(out[np.arange(len(y)), y])


def differences(network: Network, X: Any, y: Any, loss: str) -> Any:
    """(N, P): each gradient as quotients of differences, in float64."""
    step, columns = 1e-5, []
    for place in range(network.parameter_count):
        pair = []
        for sign in (1, -1):
            network.parameters[place] += sign * step
            pair.append(losses_of(network, X, y, loss))
            network.parameters[place] -= sign * step
        columns.append((pair[0] - pair[1]) / (2 * step))
    return np.array(columns).T


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
def test_it_holds_for_every_kind_of_layer(name: str, loss: str) -> None:
    layers, shape = LAYERS[name]
    topology = Topology(layers, shape)
    exact = Network(topology, np.float64, np.random.default_rng(5).normal(0, 0.4, topology.table.count))
    X, y = RNG.random((5, int(np.prod(shape)))), np.array([0, 1, 2, 1, 0])
    every = differences(exact, X[[*range(5), 3]], np.append(y, 2), loss)
    expected = 0.5 * every[:5] @ every[5]
    for dtype, tolerance in ((np.float64, 1e-6), (np.float32, 1e-4)):
        found = influence(exact.copy(dtype), X[3], 2, X, y, loss)
        np.testing.assert_allclose(found, expected, atol=tolerance * np.abs(expected).max())


def test_it_holds_for_regression() -> None:
    network = Network.dense((4, 5, 2), "tanh", "identity", seed=2, dtype=np.float64)
    X, y = RNG.normal(size=(6, 4)), RNG.normal(size=(6, 2))
    every = differences(network, X, y, "squared_error")
    own = differences(network, X[:1], np.array([[1.0, -2.0]]), "squared_error")[0]
    found = influence(network, X[0], np.array([1.0, -2.0]), X, y, "squared_error")
    np.testing.assert_allclose(found, 0.5 * every @ own, rtol=1e-6)


def test_one_step_on_an_example_lowers_c_by_its_influence_where_the_rate_is_small() -> None:
    """The smaller the rate, the nearer: the rest is of its second order."""
    network = Network.dense((6, 5, 3), "tanh", seed=4, dtype=np.float64)
    x, y, X = DATA.X_test[1].astype(np.float64), DATA.y_train[:8], DATA.X_train[:8]
    rests = []
    for rate in (1e-2, 1e-3):
        state = TracedState(0, rate, network.parameters.copy())
        found = influence(network, x, 1, X, y, "cross_entropy", state)
        fell = np.empty(8)
        for n in range(8):
            after = network.copy()
            after.parameters -= rate * gradients(network, X[n : n + 1], y[n : n + 1])[0]
            of = x[None], np.array([1]), "cross_entropy"
            fell[n] = (losses_of(network, *of) - losses_of(after, *of))[0]
        rests.append(np.abs(found - fell).max() / np.abs(fell).max())
    assert rests[0] < 0.1
    assert rests[1] < 0.12 * rests[0]


def test_over_a_training_with_single_examples_the_influence_adds_up_to_what_c_fell_by() -> None:
    network = Network.dense((6, 3), seed=1)
    data = small_data(40)
    trainer = Trainer(network, data, TrainingConfig("cross_entropy", "sgd", 2e-3, 1, seed=5))
    x, sums = data.X_test[2].astype(np.float32), np.zeros(40)
    before = trainer.trace(x, 1).loss
    for _ in range(80):
        state = TracedState(trainer.step_count, trainer.learning_rate, network.parameters.copy())
        every = influence(network, x, 1, data.X_train, data.y_train, "cross_entropy", state)
        trainer.step()
        row = trainer.batch_rows[0]
        sums[row] += every[row]
    after = trainer.trace(x, 1).loss
    assert before is not None and after is not None
    assert abs(sums.sum() - (before - after)) < 0.02 * np.abs(sums).sum()


def test_it_ranks_the_examples_as_leaving_out_each_of_them_does() -> None:
    """Softmax regression, so small that it is trained again without each of 40 examples: by gradient descent."""
    data, rate, updates = small_data(40), 0.01, 60
    X = np.concatenate([data.X_train, np.ones((40, 1))], axis=1).astype(np.float64)
    targets = np.eye(3)[data.y_train]

    def trained(weights: Any) -> list[Any]:
        states = [np.zeros((7, 3))]
        for _ in range(updates):
            W = states[-1]
            states.append(W - rate * X.T @ (weights[:, None] * (softmax(X @ W) - targets)) / 40)
        return states

    def loss(W: Any) -> float:
        return -float(np.log(softmax(X[3] @ W)[data.y_train[3]]))

    every = trained(np.ones(40))
    rose = [loss(trained(1.0 - np.eye(40)[n])[-1]) - loss(every[-1]) for n in range(40)]
    states = [TracedState(t, rate / 40, W.reshape(-1)) for t, W in enumerate(every[:-1])]
    network = Network.dense((6, 3), dtype=np.float64)
    found = influence(
        network, data.X_train[3], int(data.y_train[3]), data.X_train, data.y_train, "cross_entropy", *states
    )
    ranks = [np.argsort(np.argsort(values)) for values in (rose, found)]
    assert np.corrcoef(*ranks)[0, 1] > 0.98
    assert np.corrcoef(rose, found)[0, 1] > 0.99
    strong = np.abs(found) > 0.2 * np.abs(found).max()
    assert (np.sign(found[strong]) == np.sign(np.array(rose)[strong])).all() and strong.sum() > 10


def test_an_example_that_is_learned_to_the_last_bit_has_no_influence_and_one_set_may_be_empty() -> None:
    network = Network.dense((6, 3), seed=1)
    network.parameters[...] = 0
    network.parameters[-3:] = 0, 500, 0
    found = influence(network, DATA.X_test[0], 1, DATA.X_train[:4], DATA.y_train[:4], "cross_entropy")
    assert not found.any()
    assert influence(
        network, DATA.X_test[0], 1, DATA.X_train[:0], DATA.y_train[:0], "cross_entropy"
    ).shape == (0,)


def test_what_overflows_is_not_finite_and_no_warning() -> None:
    network = Network.dense((6, 4, 3), "relu", seed=1)
    network.parameters[...] = 1e30
    found = influence(network, DATA.X_test[0], 0, DATA.X_train[:50], DATA.y_train[:50], "cross_entropy")
    assert not np.isfinite(found).all()

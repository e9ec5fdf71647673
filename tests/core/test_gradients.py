"""Every gradient, against finite differences and against PyTorch."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.losses import cross_entropy
from core.network import Network
from core.propagation import Propagation
from core.trace import Trace
from core.trainer import Trainer, TrainingConfig

ACTIVATIONS = ("relu", "sigmoid", "tanh", "identity")


def random_case(seed: int) -> tuple[Network, np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """A network of 1 to 6 layers, and a batch that stays clear of ReLU's kink."""
    rng = np.random.default_rng(seed)
    depth = int(rng.integers(0, 6))
    width = int(rng.integers(2, 7))
    sizes = [
        int(rng.integers(2, 7)),
        *(width if rng.random() < 0.5 else int(rng.integers(2, 7)) for _ in range(depth)),
    ]
    sizes.append(int(rng.integers(2, 5)))
    names = [str(rng.choice(ACTIVATIONS)) for _ in range(depth)]
    while True:
        network = Network.dense(
            sizes,
            names,
            initializer="lecun",
            skip=bool(rng.integers(2)),
            seed=int(rng.integers(99)),
            dtype=np.float64,
        )
        network.parameters += 0.1 * rng.standard_normal(network.parameters.shape)
        rows = int(rng.integers(1, 8))
        X, y = rng.standard_normal((rows, sizes[0])), rng.integers(0, sizes[-1], rows)
        propagation = Propagation(network, rows)
        propagation.forward(X)
        if all(np.abs(z).min() > 1e-3 for z in propagation.z):
            return network, X, y


def batch_gradient(network: Network, X: Any, y: Any) -> Trainer:
    data = SimpleNamespace(X_train=X, y_train=y, X_test=X, y_test=y)
    trainer = Trainer(network, data, TrainingConfig(batch_size=len(y)))  # type: ignore[arg-type]
    assert trainer.accumulate_gradient()
    return trainer


def mean_loss(propagation: Propagation, X: Any, y: Any) -> float:
    return float(cross_entropy(propagation.forward(X), y).mean())


@pytest.mark.parametrize("seed", range(40))
def test_backpropagation_agrees_with_finite_differences(seed: int) -> None:
    network, X, y = random_case(seed)
    batch_gradient(network, X, y)
    propagation = Propagation(network, len(y))
    step = 1e-5
    for i in range(network.parameters.size):
        kept = network.parameters[i]
        # Richardson's rule over two widths: the error is of the fourth order, far under the tolerance.
        slopes = []
        for width in (step, 2 * step):
            network.parameters[i] = kept + width
            above = mean_loss(propagation, X, y)
            network.parameters[i] = kept - width
            below = mean_loss(propagation, X, y)
            slopes.append((above - below) / (2 * width))
        network.parameters[i] = kept
        numeric = (4 * slopes[0] - slopes[1]) / 3
        exact = network.gradients[i]
        assert abs(exact - numeric) <= 1e-6 * max(abs(exact), abs(numeric)) + 1e-9, (seed, i)


def torch_output(torch: Any, network: Network, x: Any, tensors: list[Any]) -> Any:
    functions = {"relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "identity": lambda z: z}
    a = x
    for layer, (W, b) in zip(network.layers[:-1], tensors[:-1], strict=True):
        out = functions[layer.activation](a @ W + b)
        a = out + a if layer.skip else out
    return a @ tensors[-1][0] + tensors[-1][1]


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-9), (np.float32, 1e-5)])
@pytest.mark.parametrize("seed", range(40, 60))
def test_backpropagation_agrees_with_autograd(seed: int, dtype: Any, tolerance: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    drawn, X, y = random_case(seed)
    skips = [layer.skip for layer in drawn.layers]
    network = Network(drawn.sizes, drawn.activations, skips, dtype)
    network.parameters[:] = drawn.parameters
    X = X.astype(dtype)
    trainer = batch_gradient(network, X, y)
    tensors = [
        (torch.tensor(layer.W, requires_grad=True), torch.tensor(layer.b, requires_grad=True))
        for layer in network.layers
    ]
    loss = torch.nn.functional.cross_entropy(
        torch_output(torch, network, torch.tensor(X), tensors), torch.tensor(y), reduction="none"
    )
    np.testing.assert_allclose(
        trainer.batch_losses, loss.detach().numpy()[trainer.batch_rows], rtol=0, atol=20 * tolerance
    )
    loss.mean().backward()
    for layer, (W, b) in zip(network.layers, tensors, strict=True):
        for ours, theirs in ((layer.dW, W.grad.numpy()), (layer.db, b.grad.numpy())):
            largest = np.abs(theirs).max()
            if largest > 1e-12:
                assert np.abs(ours - theirs).max() <= tolerance * largest


@pytest.mark.parametrize("seed", range(60, 80))
def test_a_trace_is_the_gradient_of_its_one_example(seed: int) -> None:
    network, X, y = random_case(seed)
    trainer = batch_gradient(network, X, y)
    traces: list[Trace] = [trainer.trace(x, int(label)) for x, label in zip(X, y, strict=True)]
    for i, layer in enumerate(network.layers):
        np.testing.assert_allclose(np.mean([t.dW[i] for t in traces], axis=0), layer.dW, atol=1e-12)
        np.testing.assert_allclose(np.mean([t.db[i] for t in traces], axis=0), layer.db, atol=1e-12)
        for t in traces:
            np.testing.assert_array_equal(t.db[i], t.delta[i])
            below = t.a[i - 1] if i else t.x
            np.testing.assert_allclose(t.dW[i], np.outer(below, t.delta[i]), atol=1e-15)
            np.testing.assert_allclose(t.z[i], below @ layer.W + layer.b, atol=1e-12)


def test_the_output_delta_is_y_minus_its_target() -> None:
    network, X, y = random_case(3)
    trace = batch_gradient(network, X, y).trace(X[0], int(y[0]))
    target = np.eye(network.sizes[-1])[y[0]]
    np.testing.assert_allclose(trace.delta[-1], trace.probabilities - target, atol=1e-15)


def test_without_a_right_answer_there_is_no_gradient() -> None:
    network, X, y = random_case(4)
    trace = batch_gradient(network, X, y).trace(X[0])
    assert trace.loss is None and not trace.has_gradient and trace.dW == ()

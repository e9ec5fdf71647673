"""Every gradient, against finite differences and against PyTorch."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.analysis.trace import Trace
from core.loss.loss_gradients import loss_gradient
from core.loss.losses import EXACT
from core.nn.activations import ACTIVATIONS
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.training.trainer import Trainer, TrainingConfig

Numbers = np.ndarray[Any, Any]
KINKED = ("relu", "leaky_relu")
LARGEST_LOSS = 50.0


@dataclass
class Case:
    """A network of 1 to 12 layers, a batch that stays clear of kinks, and masks where neurons drop out."""

    network: Network
    X: Numbers
    y: Numbers
    loss: str
    propagation: Propagation
    dropout: float = 0.0

    @property
    def output(self) -> str:
        return self.network.activations[-1]

    def mean_loss(self) -> float:
        logits = self.propagation.forward(self.X)
        return float(EXACT[self.loss, self.output](logits, self.y).mean())

    def backpropagate(self) -> Numbers:
        """Each example's C by the training's own way; the mean's gradient is in the network."""
        network, rows = self.network, len(self.X)
        gradient = loss_gradient(self.loss, self.output, network.sizes[-1], rows, network.dtype)
        losses = np.empty(rows, network.dtype)
        gradient(self.propagation.forward(self.X), self.y, losses, self.propagation.output_delta)
        self.propagation.output_delta /= rows
        self.propagation.backward(network.topology.table.views(network.gradients))
        return losses

    def in_precision(self, dtype: Any) -> Case:
        network = self.network.copy(dtype)
        propagation = network.propagation(len(self.X), self.dropout)
        for own, mask in zip(propagation.masks, self.propagation.masks, strict=True):
            own[...] = mask
        y = self.y.astype(dtype) if self.y.ndim == 2 else self.y
        return Case(network, self.X.astype(dtype), y, self.loss, propagation, self.dropout)


def random_case(seed: int) -> Case:
    rng = np.random.default_rng(seed)
    depth = int(rng.integers(0, 12))
    width = int(rng.integers(2, 6))
    sizes = [
        int(rng.integers(1, 7)),
        *(width if rng.random() < 0.6 else int(rng.integers(1, 6)) for _ in range(depth)),
    ]
    sizes.append(int(rng.integers(2, 5)))
    names = [str(rng.choice(list(ACTIVATIONS))) for _ in range(depth)]
    loss, output = list(EXACT)[int(rng.integers(len(EXACT)))]
    dropout = 0.4 if rng.random() < 0.4 else 0.0
    while True:
        network = Network.dense(
            sizes,
            names,
            output,
            initializer="lecun",
            skip=bool(rng.integers(2)),
            seed=int(rng.integers(99)),
            dtype=np.float64,
        )
        network.parameters += 0.1 * rng.standard_normal(network.parameters.shape)
        rows = int(rng.integers(1, 8))
        X = rng.standard_normal((rows, sizes[0]))
        y: Numbers = rng.integers(0, sizes[-1], rows)
        if loss == "squared_error" and rng.random() < 0.5:
            y = rng.random((rows, sizes[-1]))
        propagation = network.propagation(rows, dropout)
        propagation.draw_masks(rng)
        propagation.forward(X)
        kinked = [z for z, name in zip(propagation.z, names, strict=True) if name in KINKED]
        case = Case(network, X, y, loss, propagation, dropout)
        # Of a loss of hundreds, a difference of two loses more digits than the tolerance leaves.
        if all(np.abs(z).min() > 1e-3 for z in kinked) and case.mean_loss() < LARGEST_LOSS:
            return case


@pytest.mark.parametrize("seed", range(60))
def test_backpropagation_agrees_with_finite_differences(seed: int) -> None:
    case = random_case(seed)
    case.backpropagate()
    network = case.network
    step = 1e-5
    for i in range(network.parameters.size):
        kept = network.parameters[i]
        # Richardson's rule over two widths: the error is of the fourth order, far under the tolerance.
        slopes = []
        for width in (step, 2 * step):
            network.parameters[i] = kept + width
            above = case.mean_loss()
            network.parameters[i] = kept - width
            below = case.mean_loss()
            slopes.append((above - below) / (2 * width))
        network.parameters[i] = kept
        numeric = (4 * slopes[0] - slopes[1]) / 3
        exact = network.gradients[i]
        assert abs(exact - numeric) <= 1e-6 * max(abs(exact), abs(numeric)) + 1e-9, (seed, i)


def torch_losses(torch: Any, case: Case, tensors: list[Any]) -> Any:
    """Each example's C, written with PyTorch's own functions."""
    f = torch.nn.functional
    functions = {
        "relu": f.relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "leaky_relu": f.leaky_relu,
        "elu": f.elu,
        "gelu": f.gelu,
        "silu": f.silu,
        "softplus": f.softplus,
        "identity": lambda z: z,
    }
    network = case.network
    a = torch.tensor(case.X)
    masks = case.propagation.masks or [1.0] * (len(network.layers) - 1)
    for layer, (W, b), mask in zip(network.layers[:-1], tensors[:-1], masks, strict=True):
        out = functions[layer.activation](a @ W + b) * (
            mask if isinstance(mask, float) else torch.tensor(mask)
        )
        a = out + a if layer.skip else out
    z = a @ tensors[-1][0] + tensors[-1][1]
    labels = case.y.ndim == 1
    target = (
        torch.nn.functional.one_hot(torch.tensor(case.y), z.shape[1]).to(z)
        if labels
        else torch.tensor(case.y)
    )
    if case.loss == "squared_error":
        y = {"identity": z, "sigmoid": torch.sigmoid(z), "softmax": torch.softmax(z, 1)}[case.output]
        return 0.5 * ((y - target) ** 2).sum(1)
    if case.output == "sigmoid":
        return f.binary_cross_entropy_with_logits(z, target, reduction="none").sum(1)
    return f.cross_entropy(z, torch.tensor(case.y), reduction="none")


def autograd(case: Case) -> tuple[Numbers, list[Numbers]]:
    """PyTorch's losses, and its gradient of their mean, each W's and b's."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    tensors = [
        (torch.tensor(layer.W, requires_grad=True), torch.tensor(layer.b, requires_grad=True))
        for layer in case.network.layers
    ]
    losses = torch_losses(torch, case, tensors)
    losses.mean().backward()
    return losses.detach().numpy(), [tensor.grad.numpy() for pair in tensors for tensor in pair]


def own_gradients(case: Case) -> list[Numbers]:
    return [array for layer in case.network.layers for array in (layer.dW, layer.db)]


@pytest.mark.parametrize("seed", range(60, 100))
def test_backpropagation_agrees_with_autograd(seed: int) -> None:
    case = random_case(seed)
    losses = case.backpropagate()
    theirs, expected = autograd(case)
    np.testing.assert_allclose(losses, theirs, rtol=1e-8, atol=1e-8)
    for ours, gradient in zip(own_gradients(case), expected, strict=True):
        largest = np.abs(gradient).max()
        if largest > 1e-12:
            assert np.abs(ours - gradient).max() <= 1e-9 * largest


@pytest.mark.parametrize("seed", range(60, 100))
def test_single_precision_is_as_near_to_the_truth_as_pytorchs(seed: int) -> None:
    single = random_case(seed).in_precision(np.float32)
    losses = single.backpropagate()
    # The same numbers, in double precision: what both are to be judged by.
    truths, gradients = autograd(single.in_precision(np.float64))
    _, theirs = autograd(single)
    np.testing.assert_allclose(losses, truths, rtol=2e-4, atol=2e-4)
    for ours, peer, truth in zip(own_gradients(single), theirs, gradients, strict=True):
        largest = np.abs(truth).max()
        if largest > 1e-12:
            # Deep networks cancel: there PyTorch's own rounding may be more than 1e-5 of the largest.
            allowed = max(1e-5 * largest, 2 * np.abs(peer - truth).max())
            assert np.abs(ours - truth).max() <= allowed


def batch_gradient(case: Case) -> Trainer:
    data = SimpleNamespace(X_train=case.X, y_train=case.y, X_test=case.X, y_test=case.y)
    config = TrainingConfig(batch_size=len(case.y), loss=case.loss)
    trainer = Trainer(case.network, data, config)  # type: ignore[arg-type]
    assert trainer.accumulate_gradient()
    return trainer


@pytest.mark.parametrize("seed", range(100, 130))
def test_a_trace_is_the_gradient_of_its_one_example(seed: int) -> None:
    case = random_case(seed)
    trainer = batch_gradient(case)
    traces: list[Trace] = [trainer.trace(x, target) for x, target in zip(case.X, case.y, strict=True)]
    for i, layer in enumerate(case.network.layers):
        np.testing.assert_allclose(np.mean([t.dW[i] for t in traces], axis=0), layer.dW, atol=1e-12)
        np.testing.assert_allclose(np.mean([t.db[i] for t in traces], axis=0), layer.db, atol=1e-12)
        for t in traces:
            np.testing.assert_array_equal(t.db[i], t.delta[i])
            below = t.a[i - 1] if i else t.x
            np.testing.assert_allclose(t.dW[i], np.outer(below, t.delta[i]), atol=1e-15)
            np.testing.assert_allclose(t.z[i], below @ layer.W + layer.b, atol=1e-12)


def test_the_output_delta_is_y_minus_its_target() -> None:
    network = Network.dense((4, 5, 3), seed=3, dtype=np.float64)
    data = SimpleNamespace(X_train=np.ones((2, 4)), y_train=np.array([0, 2]))
    trace = Trainer(network, data, TrainingConfig(batch_size=1)).trace(np.ones(4), 2)  # type: ignore[arg-type]
    target = np.eye(3)[2]
    np.testing.assert_allclose(trace.delta[-1], trace.probabilities - target, atol=1e-15)


def test_without_a_right_answer_there_is_no_gradient() -> None:
    case = random_case(4)
    trace = batch_gradient(case).trace(case.X[0])
    assert trace.loss is None and not trace.has_gradient and trace.dW == ()

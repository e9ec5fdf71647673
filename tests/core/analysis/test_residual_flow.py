"""What goes past a residual layer, against PyTorch's gradients of every activation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.residual_flow import residual_flow
from core.analysis.sample_tracer import SampleTracer
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology


def test_a_residual_layer_by_hand() -> None:
    # x = (1, 2), W = identity/2, tanh' irrelevant: identity activation. a = x + x / 2, y = a @ (1, 1).
    network = Network.dense((2, 2, 1), activation="identity", output="identity", skip=True)
    hidden, out = network.layers
    hidden.W[...], hidden.b[...] = 0.5 * np.eye(2), 0
    out.W[...], out.b[...] = 1, 0
    trace = SampleTracer(network).trace(np.array([1.0, 2.0]), np.array([0.0]), "squared_error")
    flow = residual_flow(trace, network.parameters)[0]
    # y = 4.5 = δ, and ∂C/∂a = 4.5 for both; through the weights half of it comes back.
    assert flow.forward.tolist() == [1, 2] and flow.backward is not None
    assert flow.backward.tolist() == [4.5, 4.5]
    assert flow.signal_share == pytest.approx(3 / 4.5) and flow.gradient_share == pytest.approx(2 / 3)


@pytest.mark.parametrize("seed", range(4))
def test_what_comes_back_is_pytorchs_gradient_of_the_activation(seed: int) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    sizes = (6, 6, 6, 4, 4, 3)
    network = Network.dense(sizes, activation="tanh", skip=True, seed=seed, dtype=np.float64)
    x = np.random.default_rng(seed).standard_normal(6)
    trace = SampleTracer(network).trace(x, 1)
    flows = residual_flow(trace, network.parameters)
    a, kept = torch.tensor(x), []
    for layer in network.layers[:-1]:
        f = torch.tanh(a @ torch.tensor(layer.W) + torch.tensor(layer.b))
        a = (
            (a + f if layer.skip else f).requires_grad_(True)
            if not a.requires_grad
            else (a + f if layer.skip else f)
        )
        a.retain_grad()
        kept.append(a)
    z = a @ torch.tensor(network.layers[-1].W) + torch.tensor(network.layers[-1].b)
    torch.nn.functional.cross_entropy(z[None], torch.tensor([1])).backward()
    assert sorted(flows) == [0, 1, 3]
    for layer, flow in flows.items():
        grad = kept[layer].grad
        assert grad is not None and flow.backward is not None
        assert np.allclose(flow.backward, grad.numpy(), atol=1e-12)
        assert np.array_equal(flow.forward, trace.x if layer == 0 else trace.a[layer - 1])
        assert 0 < flow.signal_share < 1 and 0 < (flow.gradient_share or 0) < 1


def test_without_an_answer_nothing_comes_back() -> None:
    network = Network.dense((4, 4, 2), skip=True)
    trace = SampleTracer(network).trace(np.zeros(4))
    flow = residual_flow(trace, network.parameters)[0]
    assert flow.backward is None and flow.gradient_share is None
    assert np.isnan(flow.signal_share)


@pytest.mark.parametrize("pool", [MaxPool2d(2), AvgPool2d(2)])
def test_it_comes_back_through_a_pool(pool: MaxPool2d | AvgPool2d) -> None:
    layers = (
        Conv2d(2, 3, 1, 1, "tanh", picture=(4, 4)),
        Conv2d(2, 3, 1, 1, "tanh", skip=True),
        pool,
        Dense(3, "softmax"),
    )
    network = Network(Topology(layers, (16,)), np.float64)
    rng = np.random.default_rng(3)
    network.parameters[:] = rng.normal(0, 0.7, network.parameter_count)
    trace = SampleTracer(network).trace(rng.normal(0, 1, 16), 1)
    flow = residual_flow(trace, network.parameters)[1]
    # dC/da of the residual layer, by differences: what follows it is taken on by hand.
    tail = Network(Topology((replace(pool, picture=(4, 4)), Dense(3, "softmax")), (32,)), np.float64)
    tail.parameters[:] = network.parameters[-tail.parameter_count :]

    def loss(a: np.ndarray) -> float:
        return -float(np.log(tail.predict(a[None])[0, 1]))

    for unit in range(32):
        step = 1e-6 * np.eye(32)[unit]
        slope = (loss(trace.a[1] + step) - loss(trace.a[1] - step)) / 2e-6
        assert flow.backward is not None
        assert flow.backward[unit] == pytest.approx(slope, rel=1e-6, abs=1e-9)
    assert 0 < (flow.gradient_share or 0) < 1

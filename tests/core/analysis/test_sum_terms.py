"""The terms of a neuron's two sums, by hand and against whole matrix products."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.sample_tracer import SampleTracer
from core.analysis.sum_terms import POOLED, slope, terms_of_delta, terms_of_z
from core.nn.activations import ACTIVATIONS
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from tests.core.nn.picture_stacks import random_network

NETWORK = Network.dense((30, 14, 12, 3), activation="tanh", seed=3, dtype=np.float64)
WEIGHTS = [layer.W for layer in NETWORK.layers]
TRACE = SampleTracer(NETWORK).trace((np.random.default_rng(0).random(30) < 0.6).astype(float), 2)


@pytest.mark.parametrize(("layer", "neuron"), [(0, 5), (1, 11), (2, 0)])
def test_listed_and_other_terms_make_z(layer: int, neuron: int) -> None:
    terms = terms_of_z(TRACE, NETWORK.parameters, layer, neuron)
    b = NETWORK.layers[layer].b[neuron]
    assert terms.term.sum() + terms.rest + b == pytest.approx(TRACE.z[layer][neuron], abs=1e-12)
    assert terms.total == pytest.approx(terms.term.sum() + terms.rest, abs=1e-12)
    assert np.allclose(terms.term, terms.factor * terms.weight)
    before = TRACE.x if layer == 0 else TRACE.a[layer - 1]
    assert np.array_equal(terms.factor, before[terms.index])
    assert np.array_equal(terms.weight, WEIGHTS[layer][terms.index, neuron])
    everything = np.abs(before * WEIGHTS[layer][:, neuron])
    assert np.allclose(np.abs(terms.term), np.sort(everything)[::-1][: len(terms.term)])
    assert terms.others == len(before) - len(terms.term)


def test_terms_that_are_0_are_not_listed() -> None:
    network = Network.dense((5, 2), seed=1)
    trace = SampleTracer(network).trace(np.array([0, 1, 0, 1, 0], np.float32))
    terms = terms_of_z(trace, network.parameters, 0, 1)
    assert sorted(terms.index.tolist()) == [1, 3] and terms.others == 3 and terms.rest == 0


@pytest.mark.parametrize(("layer", "neuron"), [(0, 4), (1, 7)])
def test_delta_is_the_slope_times_what_is_handed_back(layer: int, neuron: int) -> None:
    terms = terms_of_delta(TRACE, NETWORK.parameters, layer, neuron)
    delta = slope("tanh", float(TRACE.z[layer][neuron])) * terms.total
    assert delta == pytest.approx(TRACE.delta[layer][neuron], rel=1e-10)


def test_to_an_output_nothing_is_handed_back() -> None:
    with pytest.raises(ValueError, match="output"):
        terms_of_delta(TRACE, NETWORK.parameters, 2, 0)


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
@pytest.mark.parametrize("z", [-3.0, -0.4, 0.7, 5.0])
def test_the_slope_is_pytorchs(name: str, z: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    functions = {
        "relu": torch.relu,
        "leaky_relu": lambda t: torch.nn.functional.leaky_relu(t, 0.01),
        "elu": torch.nn.functional.elu,
        "gelu": torch.nn.functional.gelu,
        "silu": torch.nn.functional.silu,
        "softplus": torch.nn.functional.softplus,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "identity": lambda t: t,
    }
    at = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    functions[name](at).backward()
    assert at.grad is not None
    assert slope(name, z) == pytest.approx(float(at.grad), rel=1e-7, abs=1e-12)


@pytest.mark.parametrize("seed", range(40))
def test_of_layers_with_windows_and_of_pools_the_terms_make_z_and_delta(seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = random_network(rng)
    topology = network.topology
    trace = SampleTracer(network).trace(rng.normal(0, 1, network.sizes[0]), 1)
    for layer, units in enumerate(network.sizes[1:]):
        is_pool = isinstance(topology.layers[layer], (MaxPool2d, AvgPool2d))
        next_adds_it = layer + 1 < len(topology.layers) and topology.skips[layer + 1]
        for unit in rng.integers(0, units, 5):
            terms = terms_of_z(trace, network.parameters, layer, int(unit))
            b = 0.0 if is_pool else network.parameters[topology.bias_index(layer, int(unit))]
            assert terms.total + b == pytest.approx(trace.z[layer][unit], rel=1e-10, abs=1e-12)
            assert (terms.layer == layer).all() and (terms.group == POOLED).all() == (
                is_pool or not len(terms.group)
            )
            if layer + 1 < len(topology.layers) and not next_adds_it and not topology.skips[layer]:
                terms = terms_of_delta(trace, network.parameters, layer, int(unit))
                delta = slope(topology.activations[layer], float(trace.z[layer][unit])) * terms.total
                assert delta == pytest.approx(trace.delta[layer][unit], rel=1e-9, abs=1e-12)
                assert (terms.layer == layer + 2).all()

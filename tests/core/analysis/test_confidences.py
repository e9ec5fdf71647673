"""How certain each answer is: as softmax and sigmoid in float64 say it, whatever the chunks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.confidences import Confidences, RightOutputs
from core.analysis.evaluation import Evaluation
from core.nn.network import Network


def largest(z: np.ndarray, output: str) -> np.ndarray:
    """(N, K) logits to the largest y of each example, in float64."""
    if output == "sigmoid":
        y = 1 / (1 + np.exp(-z))
    else:
        y = np.exp(z - z.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
    return np.asarray(y.max(axis=1))


@pytest.mark.parametrize("output", ["softmax", "sigmoid"])
@pytest.mark.parametrize("scale", [0.1, 1.0, 30.0])
def test_each_is_the_largest_output_in_float64(output: str, scale: float) -> None:
    network = Network.dense((6, 4), seed=1, output=output)
    layer = network.layers[0]
    rng = np.random.default_rng(0)
    layer.W[:] = scale * rng.normal(size=layer.W.shape)
    # More than one chunk, and the last one is shorter.
    X, y = rng.random((2100, 6)).astype(np.float32), rng.integers(0, 4, 2100)
    seen: list[int] = []
    found = Confidences(len(X))

    def watch(propagation: Any, targets: np.ndarray) -> None:
        seen.append(len(targets))
        found.add(propagation, targets)

    Evaluation(network, X, y, {}, watch=watch).finish()
    assert len(seen) > 1 and sum(seen) == len(X)
    z = X.astype(np.float64) @ layer.W.astype(np.float64) + layer.b
    assert found.values.dtype == np.float32
    # What the logits in float32 are off by counts in y as much as they are large.
    np.testing.assert_allclose(found.values, largest(z, output), rtol=3e-7 * max(10, np.abs(z).max()))


def test_what_is_no_number_stays_none() -> None:
    network = Network.dense((2, 3), seed=1)
    network.layers[0].b[:] = np.nan
    found = Confidences(4)
    Evaluation(network, np.zeros((4, 2), np.float32), np.zeros(4, np.int64), {}, watch=found.add).finish()
    assert np.isnan(found.values).all()


@pytest.mark.parametrize("output", ["softmax", "sigmoid"])
@pytest.mark.parametrize("is_from_losses", [True, False])
def test_the_right_ones_are_kept_to_a_step(output: str, is_from_losses: bool) -> None:
    network = Network.dense((6, 4), seed=1, output=output)
    rng = np.random.default_rng(0)
    layer = network.layers[0]
    layer.W[:] = 3 * rng.normal(size=layer.W.shape)
    X, y = rng.random((2100, 6)).astype(np.float32), rng.integers(0, 4, 2100)
    has_losses = is_from_losses and output == "softmax"
    evaluation = Evaluation(network, X, y, {}, watch=lambda *chunk: found.add(*chunk))
    found = RightOutputs(len(X), evaluation.losses if has_losses else None)
    evaluation.finish()
    z = X.astype(np.float64) @ layer.W.astype(np.float64) + layer.b
    if output == "sigmoid":
        outputs = 1 / (1 + np.exp(-z))
    else:
        outputs = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    assert found.are_numbers and found.steps.dtype == np.uint16
    np.testing.assert_allclose(found.steps / 65535, outputs[np.arange(2100), y], atol=0.51 / 65535)


@pytest.mark.parametrize("with_losses", [True, False])
def test_where_one_is_no_number_it_says_so(with_losses: bool) -> None:
    network = Network.dense((2, 3), seed=1)
    network.layers[0].b[:] = np.nan
    X, y = np.zeros((4, 2), np.float32), np.zeros(4, np.int64)
    evaluation = Evaluation(network, X, y, {}, watch=lambda *chunk: found.add(*chunk))
    found = RightOutputs(4, evaluation.losses if with_losses else None)
    evaluation.finish()
    assert not found.are_numbers

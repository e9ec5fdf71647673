"""How certain each right answer is: as softmax and sigmoid in float64 say it."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.confidences import RightOutputs
from core.analysis.evaluation import Evaluation
from core.nn.network import Network


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

"""L1 and L2: their values on paper, and their gradients by PyTorch and in the training."""

from __future__ import annotations

import numpy as np
import pytest

from core.loss.regularization import Penalty
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data


def small_network() -> Network:
    network = Network.dense((2, 2), dtype=np.float64)
    network.layers[0].W[...] = [[1.0, -2.0], [0.0, 3.0]]
    network.layers[0].b[...] = [5.0, -7.0]
    return network


def test_the_terms_are_those_on_paper_and_biases_are_free() -> None:
    penalty = Penalty(small_network(), l1=0.1, l2=0.5)
    # 0.1 · (1 + 2 + 0 + 3) and ½ · 0.5 · (1 + 4 + 0 + 9)
    assert penalty.l1_term == pytest.approx(0.6, rel=1e-15)
    assert penalty.l2_term == pytest.approx(3.5, rel=1e-15)


def test_the_gradient_is_sign_and_weight() -> None:
    network = small_network()
    network.gradients[...] = 1.0
    Penalty(network, l1=0.1, l2=0.5).add_gradient()
    np.testing.assert_allclose(network.layers[0].dW, [[1.6, -0.1], [1.0, 2.6]], rtol=1e-15)
    np.testing.assert_array_equal(network.layers[0].db, [1.0, 1.0])


@pytest.mark.parametrize("count", [8, 2500])
def test_a_training_with_penalties_agrees_with_pytorch(count: int) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    data = small_data(2500)
    config = TrainingConfig(optimizer="sgd", learning_rate=0.1, batch_size=count, l1=0.003, l2=0.02)
    trainer = Trainer(Network.dense((6, 5, 3), "tanh", dtype=np.float64), data, config)
    layers, penalty = trainer.network.layers, Penalty(trainer.network, 0.003, 0.02)
    tensors = [torch.tensor(a.copy(), requires_grad=True) for layer in layers for a in (layer.W, layer.b)]
    X, y = torch.tensor(data.X_train.astype(np.float64)), torch.tensor(data.y_train)
    theirs = torch.optim.SGD(tensors, lr=0.1)
    for _ in range(10):
        expected = (
            0.003 * sum(W.abs().sum() for W in tensors[::2]),
            0.01 * sum((W**2).sum() for W in tensors[::2]),
        )
        terms = [float(term.detach()) for term in expected]
        assert [penalty.l1_term, penalty.l2_term] == pytest.approx(terms, rel=1e-12)
        mean = trainer.step()
        rows = torch.tensor(np.array(trainer.batch_rows))
        theirs.zero_grad()
        z = torch.tanh(X[rows] @ tensors[0] + tensors[1]) @ tensors[2] + tensors[3]
        loss = torch.nn.functional.cross_entropy(z, y[rows])
        (loss + sum(expected)).backward()
        theirs.step()
        # What a step tells is C alone.
        assert mean == pytest.approx(float(loss.detach()), rel=1e-12)
    ours = [array for layer in layers for array in (layer.W, layer.b)]
    for found, tensor in zip(ours, tensors, strict=True):
        np.testing.assert_allclose(found, tensor.detach().numpy(), rtol=1e-9, atol=1e-12)


def test_without_penalties_both_terms_are_0() -> None:
    penalty = Penalty(Network.dense((6, 5, 3)))
    assert (penalty.l1_term, penalty.l2_term) == (0.0, 0.0)

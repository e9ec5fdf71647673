"""Every Cⁿ of a set, chunk by chunk: the same slices always, so the same bits; and nothing is done twice."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.evaluation import NO_ANSWER, Evaluation, find_winners
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data


def trainer_of(count: int = 50) -> Trainer:
    return Trainer(Network.dense((6, 5, 3), seed=1), small_data(count), TrainingConfig(batch_size=8))


def test_a_set_is_taken_in_chunks_of_1024() -> None:
    evaluation = trainer_of(2100).evaluation("train")
    assert [evaluation.advance() for _ in range(3)] == [False, False, True]
    total = evaluation.total
    assert evaluation.advance() and evaluation.total == total


def test_a_large_network_takes_a_set_in_chunks_of_128_and_has_the_same_losses() -> None:
    network, data = Network.dense((6, 800, 800, 3), seed=1), small_data(300)
    assert network.parameter_count > 500_000
    passes: dict[int, Propagation] = {}
    evaluation = Evaluation(network, data.X_train, data.y_train, passes)
    assert [evaluation.advance() for _ in range(3)] == [False, False, True]
    # Buffers for 1,024 rows of many wide layers would be hundreds of megabytes.
    assert sorted(passes) == [300 - 2 * 128, 128]
    a = data.X_train.astype(np.float64)
    for i, layer in enumerate(network.layers):
        z = a @ layer.W.astype(np.float64) + layer.b.astype(np.float64)
        a = np.maximum(z, 0) if i < 2 else z
    right = a[np.arange(len(a)), data.y_train]
    expected = np.log(np.exp(a - a.max(axis=1, keepdims=True)).sum(axis=1)) + a.max(axis=1) - right
    np.testing.assert_allclose(evaluation.losses, expected, rtol=1e-4, atol=1e-5)


def test_chunks_and_one_call_have_the_same_bits() -> None:
    trainer = trainer_of(2100)
    parts = trainer.evaluation("train")
    while not parts.advance():
        pass
    np.testing.assert_array_equal(parts.losses, trainer.example_losses("train"))
    trainer.release_buffers()
    np.testing.assert_array_equal(parts.losses, trainer.example_losses("train"))


def test_the_total_and_the_accuracy_are_those_of_pytorch() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    trainer, data = trainer_of(), small_data()
    logits = torch.tensor(data.X_train.astype(np.float64))
    for i, layer in enumerate(trainer.network.layers):
        logits = logits @ torch.tensor(layer.W.astype(np.float64)) + torch.tensor(layer.b.astype(np.float64))
        logits = torch.relu(logits) if i == 0 else logits
    y = torch.tensor(data.y_train)
    expected = float(torch.nn.functional.cross_entropy(logits, y, reduction="sum"))
    assert trainer.total_loss("train") == pytest.approx(expected, rel=1e-6)
    # Where all hidden neurons are silent the outputs are equal, and none is the answer.
    is_alone = (logits == logits.amax(1, keepdim=True)).sum(1) == 1
    assert 0 < is_alone.sum() < len(y)
    expected = ((logits.argmax(1) == y) & is_alone).double().mean()
    assert trainer.accuracy("train") == pytest.approx(float(expected))


def test_there_are_two_splits() -> None:
    with pytest.raises(ValueError, match="'exam'"):
        trainer_of().evaluation("exam")


def test_of_numbers_those_are_wrong_whose_c_is_above_the_mean() -> None:
    network = Network.dense((1, 1), output="identity", initializer="zero")
    X, y = np.zeros((4, 1), np.float32), np.array([[0.0], [1.0], [2.0], [3.0]])
    evaluation = Evaluation(network, X, y, {}, "squared_error").finish()
    # C is 0, 0.5, 2 and 4.5, in the mean 1.75.
    assert evaluation.wrong.tolist() == [False, False, True, True]


def test_an_example_whose_largest_output_is_shared_has_no_answer_and_is_not_right() -> None:
    # Two classes by two inputs: the first example's outputs are 1 and 1, the others' 2 and 1, 1 and 2.
    network = Network.dense((2, 3))
    network.layers[0].W[...] = [[2, 1, -5], [1, 2, -5]]
    network.layers[0].b[...] = 0
    X, y = np.array([[1, 1], [1, 0], [0, 1]], np.float32), np.array([0, 0, 1])
    evaluation = Evaluation(network, X, y, {}).finish()
    assert evaluation.predictions.tolist() == [NO_ANSWER, 0, 1]
    assert evaluation.accuracy == pytest.approx(2 / 3) and evaluation.wrong.tolist() == [True, False, False]
    # Beside an example that is no number all the same.
    X[1] = np.nan
    evaluation = Evaluation(network, X, y, {}).finish()
    assert evaluation.predictions[0] == NO_ANSWER and evaluation.wrong.tolist() == [True, True, False]


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
def test_outputs_that_overflow_have_no_accuracy_as_they_have_no_l(loss: str) -> None:
    output = "identity" if loss == "squared_error" else "softmax"
    network = Network.dense((1, 2, 2), output=output, activation="identity")
    network.parameters[:] = 0
    hidden, last = network.layers
    hidden.W[...], last.W[...] = 1e18, [[2, 1], [1, 1]]
    X, y = np.ones((3, 1), np.float32), np.array([0, 0, 1])
    large = Evaluation(network, X, y, {}, loss).finish()
    # However large it is, a finite output is compared: C is taken in float64.
    assert np.isfinite(large.total) and large.accuracy == pytest.approx(2 / 3)
    hidden.W[...], last.W[...] = 1e20, 1e20
    over = Evaluation(network, X, y, {}, loss).finish()
    assert not np.isfinite(over.total) and np.isnan(over.accuracy)
    # One alone is enough, as for L.
    mixed = Evaluation(network, np.array([[0], [0], [1]], np.float32), y, {}, loss).finish()
    assert not np.isfinite(mixed.total) and np.isnan(mixed.accuracy)


def test_a_start_at_zero_gets_none_right() -> None:
    network = Network.dense((4, 3))
    network.parameters[:] = 0
    X, y = np.ones((5, 4), np.float32), np.array([0, 1, 2, 0, 0])
    assert Evaluation(network, X, y, {}).finish().accuracy == 0


def test_what_becomes_a_network_s_numbers_and_what_they_are_already_have_the_same_losses() -> None:
    network, data = Network.dense((6, 5, 3), seed=1), small_data(2100)
    X = np.random.default_rng(0).integers(0, 2, data.X_train.shape)
    found = [
        Evaluation(network, X.astype(kind), data.y_train, {}).finish().losses for kind in ("u1", "f4", "f8")
    ]
    np.testing.assert_array_equal(found[0], found[1])
    np.testing.assert_array_equal(found[0], found[2])


def largest(z: np.ndarray, output: str) -> np.ndarray:
    """(N, K) logits to the largest y of each example, in float64."""
    if output == "sigmoid":
        y = 1 / (1 + np.exp(-z))
    elif output == "identity":
        y = z
    else:
        y = np.exp(z - z.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
    return np.asarray(y.max(axis=1))


@pytest.mark.parametrize(
    ("output", "loss"),
    [
        ("softmax", "cross_entropy"),
        ("sigmoid", "cross_entropy"),
        ("softmax", "squared_error"),
        ("identity", "squared_error"),
    ],
)
@pytest.mark.parametrize("scale", [0.1, 1.0, 30.0])
def test_a_confidence_is_the_largest_output_in_float64(output: str, loss: str, scale: float) -> None:
    network = Network.dense((6, 4), seed=1, output=output)
    layer, rng = network.layers[0], np.random.default_rng(0)
    layer.W[:] = scale * rng.normal(size=layer.W.shape)
    # More than one chunk, and the last one is shorter.
    X, y = rng.random((2100, 6)).astype(np.float32), rng.integers(0, 4, 2100)
    found = Evaluation(network, X, y, {}, loss, with_confidences=True).finish().confidences
    z = X.astype(np.float64) @ layer.W.astype(np.float64) + layer.b
    assert found.dtype == np.float32
    # What the logits in float32 are off by counts in y as much as they are large.
    np.testing.assert_allclose(found, largest(z, output), rtol=3e-7 * max(10, np.abs(z).max()), atol=3e-7)


def test_what_is_no_number_is_no_confidence_and_who_wants_none_has_none() -> None:
    network = Network.dense((2, 3), seed=1)
    network.layers[0].b[:] = np.nan
    X, y = np.zeros((4, 2), np.float32), np.zeros(4, np.int64)
    found = Evaluation(network, X, y, {}, with_confidences=True).finish()
    assert np.isnan(found.confidences).all() and np.isnan(found.losses).all()
    assert not len(Evaluation(network, X, y, {}).finish().confidences)


def test_the_class_with_the_largest_output_is_found_among_many() -> None:
    z = np.random.default_rng(0).normal(size=(254, 300)).astype(np.float32)
    winners = np.empty(300, np.int64)
    assert find_winners(z, winners) is None
    assert winners.tolist() == [max(range(254), key=column.__getitem__) for column in z.T.tolist()]
    # Equal ones: the first of them, and told.
    z[[7, 200], 5] = 99
    shared = find_winners(z, winners)
    assert shared is not None and winners[5] == 7 and np.flatnonzero(shared).tolist() == [5]

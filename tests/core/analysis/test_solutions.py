"""The loss along the line between two networks, against a forward pass of this file's own in double precision."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from core.analysis.evaluation import NO_ANSWER
from core.analysis.solutions import (
    LEAST_EXAMPLES,
    MOST_PRODUCTS,
    SHARES,
    LossPath,
    SolutionComparison,
    between,
    example_count,
)
from core.data.dataset import Dataset
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data


def trained(seed: int, updates: int = 60, dtype: Any = np.float64) -> Network:
    network = Network.dense((6, 7, 5, 3), "tanh", seed=seed, dtype=dtype)
    trainer = Trainer(network, small_data(), TrainingConfig(seed=seed, batch_size=8, learning_rate=0.01))
    for _ in range(updates):
        trainer.step()
    return network


def compared(a: Network, b: Network, data: Dataset | None = None, **counts: int) -> SolutionComparison:
    data = data or small_data()
    return SolutionComparison(a, b, data, "cross_entropy", data.X_test[0], **counts).finish()


def probabilities(parameters: np.ndarray, like: Network, X: np.ndarray) -> np.ndarray:
    """tanh layers and softmax, written once more: z = a W + b."""
    network = like.copy(np.float64)
    network.parameters[:] = parameters
    a = X.astype(np.float64)
    for number, layer in enumerate(network.layers):
        z = a @ layer.W + layer.b
        a = np.tanh(z) if number < len(network.layers) - 1 else z
    powers = np.exp(a - a.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("is_matched", [False, True])
def test_loss_errors_and_answers_are_those_of_the_network_at_each_place_of_the_line(is_matched: bool) -> None:
    a, b, data = trained(1), trained(2), small_data()
    comparison = compared(a, b)
    path, end = comparison.straight, b.copy()
    if is_matched:
        path = comparison.matched
        for number, order in enumerate(comparison.orders):
            end.layers[number].W[:] = end.layers[number].W[:, order]
            end.layers[number].b[:] = end.layers[number].b[order]
            end.layers[number + 1].W[:] = end.layers[number + 1].W[order]
    assert path.train_means.shape == (21,)
    for place in range(21):
        theta = a.parameters + place / 20 * (end.parameters - a.parameters)
        for X, y, means, errors in (
            (data.X_train, data.y_train, path.train_means, path.train_errors),
            (data.X_test, data.y_test, path.test_means, path.test_errors),
        ):
            p = probabilities(theta, a, X)
            assert means[place] == pytest.approx(-np.log(p[np.arange(len(y)), y]).mean(), rel=1e-9)
            assert errors[place] == pytest.approx(np.mean(p.argmax(axis=1) != y), abs=1e-12)
        np.testing.assert_allclose(
            path.answers[place], probabilities(theta, a, data.X_test[:1])[0], rtol=1e-9
        )


def test_the_ends_are_both_networks_to_the_bit() -> None:
    a, b = trained(1, dtype=np.float32), trained(2, dtype=np.float32)
    assert np.array_equal(between(a.parameters, b.parameters, 0.0), a.parameters)
    assert np.array_equal(between(a.parameters, b.parameters, 1.0), b.parameters)
    assert between(a.parameters, b.parameters, 0.5).dtype == np.float32
    trainers = [Trainer(network, small_data(), TrainingConfig(batch_size=8)) for network in (a, b)]
    path = compared(a, b).straight
    for place, trainer in zip((0, -1), trainers, strict=True):
        # A mean is a quotient: multiplied again, it may differ from the sum in the last bit.
        assert path.train_means[place] == trainer.total_loss("train") / 50
        assert path.test_means[place] == trainer.total_loss("test") / 20
        assert path.test_errors[place] == 1 - trainer.accuracy("test")


def test_the_21_places_are_twentieths() -> None:
    assert SHARES.tolist() == [i / 20 for i in range(21)]


def test_a_network_and_itself_renumbered_have_no_barrier_once_they_are_matched() -> None:
    a = trained(1)
    b = a.copy()
    order = np.array([3, 1, 0, 6, 5, 4, 2])
    b.layers[0].W[:], b.layers[0].b[:] = a.layers[0].W[:, order], a.layers[0].b[order]
    b.layers[1].W[:] = a.layers[1].W[order]
    comparison = compared(a, b)
    assert comparison.straight.barrier[1] > 0.01
    # Between equal parameters (1 − t) θ + t θ is θ but for its rounding.
    np.testing.assert_allclose(comparison.matched.train_means, comparison.matched.train_means[0], rtol=1e-12)
    matching = comparison.matching
    assert matching is not None
    # 1 has kept its number.
    assert (matching.moved, matching.neurons, matching.stays) == (6, 12, ())
    assert matching.distance_before == pytest.approx(float(np.linalg.norm(a.parameters - b.parameters)))
    assert matching.distance_after == 0.0


def test_what_matching_changes_of_any_output_is_measured_in_double_precision() -> None:
    comparison = compared(trained(1, dtype=np.float32), trained(2, dtype=np.float32))
    assert comparison.matching is not None
    assert comparison.matching.count == 20
    assert 0 < comparison.matching.difference < 1e-14


def path_of(train_means: np.ndarray) -> LossPath:
    nothing = np.full(21, np.nan)
    return LossPath(train_means, nothing, nothing, nothing, nothing[:, None], np.full(21, NO_ANSWER))


def test_what_is_said_is_told_where_single_precision_has_the_same_outputs_for_two_classes() -> None:
    a, b = (Network.dense((2, 2), output="sigmoid") for _ in range(2))
    for network, last in ((a, 40.0), (b, 30.0)):
        network.layers[0].W[...] = 0
        network.layers[0].b[...] = 30.0, last
    X, y = np.ones((4, 2), np.float32), np.array([0, 1, 0, 1])
    data = Dataset(X, y, X, y, ("no", "yes"))
    path = SolutionComparison(a, b, data, "squared_error", X[0]).finish().straight
    # Both outputs are 1 in single precision all along; the logits are 30 and 40 − 10 t.
    assert (path.answers == 1).all() and path.said.tolist() == [1] * 20 + [NO_ANSWER]


def test_a_barrier_is_the_most_above_the_line_between_the_ends() -> None:
    means = np.full(21, np.nan)
    # From 1 to 3: half way that line is at 2, at three quarters at 2.5.
    means[[0, 10, 15, 20]] = 1.0, 2.75, 3.0, 3.0
    nothing = np.full(21, np.nan)
    assert path_of(means).barrier == (0.5, 0.75)
    means[[10, 15]] = 0.5, 0.5
    assert path_of(means).barrier == (0.0, 0.0)
    # The line between two ends of the same bits, and one that the values are on: what is above is rounding.
    for first, last in ((0.1, 0.1), (0.7, 0.1)):
        on_it = np.array(
            [float(Fraction(first) + Fraction(n, 20) * Fraction(last - first)) for n in range(21)]
        )
        assert path_of(on_it).barrier == (0.0, 0.0)
    unmeasured = path_of(nothing)
    assert np.isnan(unmeasured.barrier).all()


def test_a_large_network_is_measured_with_a_counted_sample() -> None:
    assert example_count(60_000, 8_874) == 60_000
    assert example_count(60_000, 400_000) == MOST_PRODUCTS // 400_000 == 10_000
    assert example_count(60_000, 12_000_000) == LEAST_EXAMPLES
    assert example_count(20, 12_000_000) == 20
    comparison = compared(trained(1), trained(2), train_count=10, test_count=4)
    assert (comparison.train_count, comparison.test_count, comparison.total) == (10, 4, 2 * 21 * 14)


def test_a_sample_has_no_example_twice() -> None:
    a, data = trained(1), small_data()
    losses = -np.log(probabilities(a.parameters, a, data.X_train)[np.arange(50), data.y_train])
    mean = compared(a, trained(2), train_count=49).straight.train_means[0]
    # All but one: what is missing is the loss of one of the examples.
    missing = losses.sum() - 49 * mean
    assert np.abs(losses - missing).min() < 1e-9


def test_a_sample_is_fair_where_every_second_example_is_of_another_kind() -> None:
    data = small_data(1_000)
    # Class 0 is always answered, and every second example is of it.
    y = np.arange(1_000) % 2
    data = Dataset(data.X_train, y, data.X_test, data.y_test, data.class_names)
    always = Network.dense((6, 7, 5, 3), "tanh", dtype=np.float64)
    always.parameters[:] = 0
    always.layers[-1].b[0] = 1
    errors = compared(always, trained(2), data, train_count=200).straight.train_errors
    assert errors[0] == pytest.approx(0.5, abs=0.12)


def test_it_goes_on_piece_by_piece_and_counts_the_examples() -> None:
    comparison = SolutionComparison(
        trained(1), trained(2), small_data(), "cross_entropy", small_data().X_test[0]
    )
    assert (comparison.done, comparison.total) == (0, 2 * 21 * 70)
    done = [0]
    while not comparison.advance():
        done.append(comparison.done)
    assert np.diff(done).max() == 70 and np.diff(done).min() >= 0
    assert comparison.done == comparison.total
    assert not np.isnan(comparison.matched.answers).any()


def test_both_networks_are_copied_and_so_their_training_can_go_on() -> None:
    a, b = trained(1), trained(2)
    expected = compared(a, b).matched
    comparison = SolutionComparison(a, b, small_data(), "cross_entropy", small_data().X_test[0])
    comparison.advance()
    a.parameters[:] = 0
    b.parameters[:] = 1
    assert np.array_equal(comparison.finish().matched.train_means, expected.train_means)


def test_what_is_measured_so_far_cannot_be_changed_and_does_not_change() -> None:
    comparison = SolutionComparison(
        trained(1), trained(2), small_data(), "cross_entropy", small_data().X_test[0]
    )
    comparison.advance()
    first = comparison.straight
    assert not np.isnan(first.train_means[0]) and np.isnan(first.train_means[1])
    assert np.isnan(comparison.matched.train_means).all()
    comparison.finish()
    assert np.isnan(first.train_means[1])
    with pytest.raises(ValueError, match="read-only"):
        first.train_means[0] = 0.0


def test_numbers_have_a_loss_and_no_errors() -> None:
    X = np.linspace(-1, 1, 30, dtype=np.float32)[:, None]
    data = Dataset(X, X**2, X[:7], X[:7] ** 2, ())
    a, b = (Network.dense((1, 4, 1), "tanh", "identity", seed=seed, dtype=np.float64) for seed in (1, 2))
    comparison = SolutionComparison(a, b, data, "squared_error", X[0]).finish()
    path = comparison.straight
    assert np.isnan(path.train_errors).all() and np.isnan(path.test_errors).all()
    # C = ½ Σ (y − ŷ)².
    expected = 0.5 * np.sum((a.predict(X.astype(np.float64)) - X**2) ** 2, axis=1).mean()
    assert path.train_means[0] == pytest.approx(expected)
    assert path.answers[:, 0][0] == pytest.approx(a.predict(X[:1].astype(np.float64))[0, 0])


def test_without_a_test_set_only_the_training_set_is_measured() -> None:
    data = small_data()
    data = Dataset(data.X_train, data.y_train, data.X_train[:0], data.y_train[:0], data.class_names)
    comparison = SolutionComparison(trained(1), trained(2), data, "cross_entropy", data.X_train[0]).finish()
    assert np.isnan(comparison.straight.test_means).all()
    assert not np.isnan(comparison.matched.train_means).any()
    assert comparison.matching is not None and comparison.matching.count == 50


def test_networks_of_other_layers_are_refused() -> None:
    with pytest.raises(ValueError, match="do not have the same layers"):
        compared(trained(1), Network.dense((6, 7, 3)))

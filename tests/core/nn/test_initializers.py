"""Initial weights: how large they are, what decides them, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.loss.losses import EXACT
from core.nn.initializers import INITIALIZERS
from core.nn.network import Network
from core.nn.propagation import Propagation

Numbers = np.ndarray[Any, Any]


def large_layer(initializer: str, scale: float | None = None) -> Any:
    """400 inputs and 300 neurons: 120,000 weights, whose deviation is within 1 % with near certainty."""
    network = Network.dense(
        (400, 300, 2), initializer=initializer, initial_scale=scale, seed=6, dtype=np.float64
    )
    return network.layers[0]


def test_the_initializers_stand_in_the_order_of_the_menu() -> None:
    expected = "he glorot lecun he_uniform glorot_uniform lecun_uniform normal constant zero spread"
    assert " ".join(INITIALIZERS) == expected


# by hand: sqrt(2/400), sqrt(2/(400+300)), sqrt(1/400)
DEVIATIONS = {"he": 0.0707107, "glorot": 0.0534522, "lecun": 0.05}


@pytest.mark.parametrize(("initializer", "deviation"), DEVIATIONS.items())
def test_a_normal_start_has_the_papers_deviation(initializer: str, deviation: float) -> None:
    W = large_layer(initializer).W
    assert W.std() == pytest.approx(deviation, rel=0.01)
    assert abs(W.mean()) < 0.01 * deviation
    # Of a normal distribution, 4.55 % lie farther out than two deviations.
    assert (np.abs(W) > 2 * deviation).mean() == pytest.approx(0.0455, abs=0.003)


@pytest.mark.parametrize(("initializer", "deviation"), DEVIATIONS.items())
def test_a_uniform_start_has_the_same_deviation_and_ends(initializer: str, deviation: float) -> None:
    W = large_layer(f"{initializer}_uniform").W
    # by hand: sqrt(6/400), sqrt(6/(400+300)), sqrt(3/400)
    end = {"he": 0.122474, "glorot": 0.0925820, "lecun": 0.0866025}[initializer]
    assert W.std() == pytest.approx(deviation, rel=0.01)
    assert W.max() == pytest.approx(end, rel=1e-3) and W.min() == pytest.approx(-end, rel=1e-3)
    # In each tenth of the range a tenth of the weights.
    counts, _ = np.histogram(W, bins=10, range=(-end, end))
    np.testing.assert_allclose(counts / W.size, 0.1, atol=0.005)


@pytest.mark.parametrize(("scale", "deviation"), [(None, 0.1), (0.3, 0.3), (0.0, 0.0)])
def test_a_normal_start_has_the_deviation_that_is_asked_for(scale: float | None, deviation: float) -> None:
    assert large_layer("normal", scale).W.std() == pytest.approx(deviation, rel=0.01)


@pytest.mark.parametrize(("scale", "value"), [(None, 0.1), (-2.5, -2.5)])
def test_a_constant_start_is_that_constant_in_every_layer(scale: float | None, value: float) -> None:
    network = Network.dense((4, 3, 2), initializer="constant", initial_scale=scale, dtype=np.float64)
    for layer in network.layers:
        np.testing.assert_array_equal(layer.W, value)
        assert not layer.b.any()


def test_a_start_at_zero_gives_every_class_the_same_probability() -> None:
    network = Network.dense((4, 3, 2), initializer="zero")
    assert not network.parameters.any()
    np.testing.assert_array_equal(network.predict(np.ones((1, 4))), [[0.5, 0.5]])


@pytest.mark.parametrize("initializer", [name for name in INITIALIZERS if name != "spread"])
def test_biases_begin_at_0(initializer: str) -> None:
    assert not any(layer.b.any() for layer in Network.dense((3, 4, 2), initializer=initializer).layers)


@pytest.mark.parametrize("initializer", [name for name in INITIALIZERS if name not in ("constant", "zero")])
def test_the_same_seed_gives_the_same_bits_and_another_seed_others(initializer: str) -> None:
    first, second, other = (
        Network.dense((2, 9, 3), initializer=initializer, seed=seed).parameters for seed in (3, 3, 4)
    )
    assert np.array_equal(first, second)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize(("initializer", "fan"), [("he", 2 / 7), ("glorot", 2 / 12), ("lecun", 1 / 7)])
def test_a_layers_numbers_are_the_generators_in_their_order(initializer: str, fan: float) -> None:
    # What a seed meant in earlier versions, so that a run can be had again.
    network = Network.dense((7, 5, 3), initializer=initializer, seed=5, dtype=np.float64)
    numbers = np.random.default_rng(5).standard_normal(7 * 5)
    np.testing.assert_array_equal(network.layers[0].W.ravel(), np.sqrt(fan) * numbers)


@pytest.mark.parametrize(("scale", "size"), [(None, 5), (2.0, 2)])
def test_spread_lays_the_kinks_evenly_over_the_line(scale: float | None, size: float) -> None:
    network = Network.dense(
        (1, 20_000, 1), initializer="spread", initial_scale=scale, seed=1, dtype=np.float64
    )
    first = network.layers[0]
    np.testing.assert_array_equal(np.abs(first.W), size)
    assert (first.W > 0).mean() == pytest.approx(0.5, abs=0.02)
    kinks = -first.b / first.W[0]
    assert np.abs(kinks).max() <= 1
    counts, _ = np.histogram(kinks, bins=10, range=(-1, 1))
    np.testing.assert_allclose(counts / kinks.size, 0.1, atol=0.01)
    # A kink says nothing of its neuron's sign.
    assert abs(np.corrcoef(kinks, first.W[0])[0, 1]) < 0.03


def test_spread_lets_every_line_of_kinks_cross_the_square() -> None:
    first = Network.dense((2, 5000, 1), initializer="spread", seed=2, dtype=np.float64).layers[0]
    np.testing.assert_array_equal(np.abs(first.W), 5)
    # b = -(±5 u_1 ±5 u_2), the sum of two uniform numbers: never beyond 10, of variance 2 * 5² / 3.
    assert np.abs(first.b).max() <= 10
    assert first.b.var() == pytest.approx(50 / 3, rel=0.06)


def test_after_spread_the_later_layers_start_as_lecuns() -> None:
    later = Network.dense((1, 400, 300, 2), initializer="spread", dtype=np.float64).layers[1:]
    for layer in later:
        assert layer.W.std() == pytest.approx(0.05 if layer.W.shape[0] == 400 else 0.0577, rel=0.05)
        assert not layer.b.any()


def test_without_a_hidden_layer_spread_has_no_kinks_to_lay() -> None:
    line = Network.dense((2, 1), initializer="spread", seed=1, dtype=np.float64).layers[0]
    lecun = Network.dense((2, 1), initializer="lecun", seed=1, dtype=np.float64).layers[0]
    np.testing.assert_array_equal(line.W, lecun.W)
    assert not line.b.any()


def test_a_scaled_first_layer_keeps_its_kinks_in_the_range() -> None:
    network = Network.dense((2, 2, 1), initializer="spread", skip=True, skip_scale=0.1, dtype=np.float64)
    np.testing.assert_allclose(np.abs(network.layers[0].W), 0.5)
    assert np.abs(network.layers[0].b).max() <= 1


@pytest.mark.parametrize("skip_scale", [0.0, 0.1, 3.0])
def test_skip_scale_multiplies_the_layers_that_skip_and_no_others(skip_scale: float) -> None:
    def network(scale: float) -> Network:
        return Network.dense((5, 4, 4, 6, 4), skip=True, skip_scale=scale, dtype=np.float64)

    assert [layer.skip for layer in network(1).layers] == [False, True, False, False]
    for plain, scaled in zip(network(1).layers, network(skip_scale).layers, strict=True):
        np.testing.assert_array_equal(scaled.W, plain.W * (skip_scale if plain.skip else 1))


def deep(layers: int, skip_scale: float) -> tuple[Network, Propagation, Numbers]:
    """Residual layers of 32, and what a forward pass of 64 examples of mean square 1 gives."""
    network = Network.dense((32,) * (layers + 1) + (10,), skip=True, skip_scale=skip_scale)
    propagation = network.propagation(64)
    X = np.random.default_rng(0).standard_normal((64, 32)).astype(np.float32)
    logits = propagation.forward(X)
    losses = EXACT["cross_entropy", "softmax"](logits, np.arange(64) % 10)
    return network, propagation, losses


def test_hes_start_at_full_scale_explodes_in_50_residual_layers() -> None:
    network, propagation, losses = deep(50, 1.0)
    assert sum(layer.skip for layer in network.layers) == 50
    squares = [float((a.astype(np.float64) ** 2).mean()) for a in propagation.a]
    # Each layer adds a ReLU whose mean square is the signal's own; its sign being positive, the sum gains more still.
    assert squares[-1] > 2.0**50
    assert losses.mean() > 1e6


def test_with_a_small_skip_scale_100_residual_layers_keep_the_signal() -> None:
    network, propagation, losses = deep(100, 0.01)
    assert sum(layer.skip for layer in network.layers) == 100
    assert 0.5 < (propagation.a[-1] ** 2).mean() < 4
    # ln 10 is the loss of guessing among ten classes.
    assert losses.mean() < 3 * np.log(10)


@pytest.mark.parametrize("initializer", ["he", "glorot_uniform", "zero"])
def test_an_initializer_that_takes_no_number_refuses_one(initializer: str) -> None:
    sentence = f"initial_scale 0.5: {initializer} takes no number; these do: normal, constant, spread"
    with pytest.raises(ValueError, match=sentence):
        Network.dense((2, 3, 2), initializer=initializer, initial_scale=0.5)


@pytest.mark.parametrize(
    ("initializer", "scale", "sentence"),
    [
        ("normal", -0.1, "initial_scale -0.1: normal takes a finite number of at least 0"),
        ("normal", float("nan"), "initial_scale nan: normal takes a finite number of at least 0"),
        ("constant", float("inf"), "initial_scale inf: constant takes a finite number$"),
        ("spread", -5.0, "initial_scale -5.0: spread takes a finite number of at least 0"),
        ("constant", 1e39, "initial_scale 1e.39, skip_scale 1.0: too large for float32"),
        ("spread", 3e38, "initial_scale 3e.38, skip_scale 1.0: too large for float32"),
    ],
)
def test_a_number_that_makes_no_sense_is_refused(initializer: str, scale: float, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Network.dense((2, 300, 2), initializer=initializer, initial_scale=scale)


@pytest.mark.parametrize("skip_scale", [-0.1, float("nan"), float("inf")])
def test_a_skip_scale_that_makes_no_sense_is_refused(skip_scale: float) -> None:
    with pytest.raises(ValueError, match=f"skip_scale {skip_scale}: give a finite number, 0 or more"):
        Network.dense((2, 3, 2), skip_scale=skip_scale)


def test_a_skip_scale_beyond_the_precision_is_refused() -> None:
    with pytest.raises(ValueError, match="skip_scale 1e.300: too large for float32"):
        Network.dense((3, 3, 2), skip=True, skip_scale=1e300)


def test_spread_is_for_one_or_two_inputs() -> None:
    with pytest.raises(ValueError, match="^3 inputs: spread is for 1 or 2, as it spreads"):
        Network.dense((3, 4, 2), initializer="spread")


def test_an_unknown_name_is_refused_with_all_that_there_are() -> None:
    with pytest.raises(ValueError, match="'magic' is no initializer; choose one of he, .*, spread"):
        Network.dense((3, 4, 2), initializer="magic")

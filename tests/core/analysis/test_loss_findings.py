"""What L says over the updates: each condition at its threshold, written down by hand; guessing is 1 nat."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis import loss_findings as of
from core.nn.architecture import Architecture
from tests.core.analysis.finding_rows import series


def test_a_rate_is_too_high_where_weights_move_far_and_l_does_not_fall() -> None:
    far, near = (0.001, 0.004, np.inf), (0.001, 0.0039, np.nan)
    rows = series([1, 2, 3, 4, 5], [0.5, 0.4, 0.41, 0.403, 0.39], ratio=far)
    # The first two fall; the third is 2.5 % above the least, the fourth less than 1 %.
    assert of.rate_too_high(rows).tolist() == [False, False, True, False, False]
    assert not of.rate_too_high(series([1, 2], [0.4, 0.5], ratio=near)).any()
    # Where L is good it may go to and fro; where it is worse than guessing by half it need not.
    assert not of.rate_too_high(series([1, 2], [0.1, 0.149], ratio=far)).any()
    assert of.rate_too_high(series([1, 2], [1.6, 1.55], ratio=far)).all()
    # Who moves by 2 % in every update, and is no better than half of guessing, need not even rise.
    wild = (0.001, 0.02, np.nan)
    assert of.rate_too_high(series([1, 2, 3], [0.9, 0.5, 0.49], ratio=wild)).tolist() == [True, True, False]


def test_a_rate_is_too_low_where_weights_hardly_move_and_l_falls_all_the_same() -> None:
    slow = (4e-5, 1e-5, 0.0)
    assert of.rate_too_low(series([1, 2, 3], [0.9, 0.8, 0.8], ratio=slow)).tolist() == [False, True, False]
    assert not of.rate_too_low(series([1, 2], [0.9, 0.8], ratio=(4e-5, 6e-5, 0))).any()
    assert not of.rate_too_low(series([1, 2], [0.9, 0.8], ratio=(0, 0, 0))).any()
    assert not of.rate_too_low(series([1, 2], [0.6, 0.49], ratio=slow)).any()


@pytest.mark.parametrize(
    ("test", "train", "expected"),
    [
        (0.50, 0.16, True),
        (0.49, 0.16, False),  # test L is less than a quarter above its least
        (0.50, 0.17, False),  # training L has not fallen by a fifth
        (0.50, np.nan, False),
        (np.nan, 0.16, False),
    ],
)
def test_overfitting_is_test_l_rising_while_training_l_falls(
    test: float, train: float, expected: bool
) -> None:
    rows = series([1, 2, 3], [0.3, 0.2, train], [0.5, 0.4, test])
    assert of.overfitting(rows).tolist() == [False, False, expected]
    assert of.best_row(rows, 2) == 1


def test_it_is_no_overfitting_where_both_sets_are_nearly_alike() -> None:
    assert not of.overfitting(series([1, 2], [0.9, 0.4], [0.4, 0.59])).any()
    assert of.overfitting(series([1, 2], [0.9, 0.4], [0.4, 0.61]))[1]


def test_the_least_is_that_of_the_same_training() -> None:
    rows = series([1, 2, 3], [0.5, 0.5, 0.1], [0.2, 0.5, 0.5], segment=[0, 1, 1])
    assert not of.overfitting(rows).any()
    assert of.best_row(rows, 2) == 1


def test_on_a_plateau_l_stands_still_over_many_updates() -> None:
    rows = series([0, 1000, 2000, 3000, 4000], [1.0, 0.9, 0.991, 0.905, 0.97])
    # 2,000 updates before: none, none, 1.0, 0.9, 0.991.
    assert of.plateau(rows).tolist() == [False, False, True, True, False]
    assert not of.plateau(series([0, 2000], [0.49, 0.49])).any()
    assert not of.plateau(series([0, 2000], [1.0, 1.0], epoch_updates=8004)).any()
    assert of.plateau(series([0, 2001], [1.0, 1.0], epoch_updates=8004))[1]


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ({"initializer": "zero"}, True),
        ({"initializer": "normal", "initial_scale": 0.0}, True),
        ({"initializer": "normal", "initial_scale": 0.1}, False),
        ({"initializer": "he"}, False),
        ({"initializer": ""}, False),  # from a file
        # Weights were set by hand before the first update, or only biases.
        ({"initializer": "zero", "set_by_hand": frozenset("w")}, False),
        ({"initializer": "zero", "set_by_hand": frozenset("b")}, True),
        (
            {"initializer": "zero", "hidden_layers": 0},
            False,
        ),  # one layer learns from 0 as well as from anywhere
    ],
)
def test_all_zero_is_a_start_that_leads_nowhere_behind_hidden_layers(
    begun: dict[str, object], expected: bool
) -> None:
    assert of.zero_start(series([0, 9], [1.0, 0.15], **begun)).tolist() == [False, expected]
    assert not of.zero_start(series([9], [0.149], **begun)).any()


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ({}, True),
        ({"n_in": 2, "initializer": "normal"}, True),
        ({"n_in": 3}, False),
        ({"is_regression": False}, False),
        ({"initializer": "spread"}, False),
        ({"set_by_hand": frozenset("wb")}, False),
        ({"set_by_hand": frozenset("w")}, True),
        ({"initializer": ""}, False),
        ({"hidden_layers": 0}, False),
        ({"activations": ("leaky_relu", "identity")}, True),
        # Nothing bends, or one layer does so elsewhere: its neurons then need no bias for it.
        ({"activations": ("identity", "identity")}, False),
        ({"activations": ("tanh",)}, False),
        ({"activations": ("relu", "tanh")}, False),
        ({"activations": ("softplus", "relu")}, False),
    ],
)
def test_a_curve_of_neurons_that_all_bend_at_0_sticks(begun: dict[str, object], expected: bool) -> None:
    facts = {"n_in": 1, "is_regression": True, **begun}
    assert of.zero_biases(series([0, 9], [1.0, 0.02], **facts)).tolist() == [False, expected]
    assert not of.zero_biases(series([9], [0.019], **facts)).any()


@pytest.mark.parametrize(
    "activations", [("relu", "leaky_relu"), ("leaky_relu", "identity"), ("relu", "tanh")]
)
def test_without_biases_only_a_network_that_is_told_of_is_straight_on_both_sides_of_0(
    activations: tuple[str, str],
) -> None:
    """By the network itself: f(2x) = 2 f(x) at each side of 0 means that it bends there and nowhere else."""
    architecture = Architecture.dense((5, 5), activations, output="identity").with_outputs(1)
    network = architecture.network((1,), seed=3, dtype=np.float64)
    assert not any(layer.b.any() for layer in network.layers)
    x = np.array([[-1.5], [-0.4], [0.7], [1.2]])
    is_straight = bool(np.allclose(network.predict(2 * x), 2 * network.predict(x)))
    facts = {"n_in": 1, "is_regression": True, "activations": activations}
    assert of.zero_biases(series([9], [0.5], **facts)).tolist() == [is_straight]


def test_nothing_is_said_where_nothing_was_measured_of_the_layers() -> None:
    nothing = (np.nan, np.nan, np.nan)
    rows = series([1, 2], [1.0, 2.0], ratio=nothing)
    assert not of.rate_too_high(rows).any() and not of.rate_too_low(rows).any()

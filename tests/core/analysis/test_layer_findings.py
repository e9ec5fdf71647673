"""Gradients that vanish or explode, and dead neurons: at their thresholds, written down by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.layer_findings import (
    dead,
    dead_layer,
    dead_layers,
    exploded_layer,
    exploding,
    vanished_layer,
    vanishing,
)
from tests.core.analysis.finding_rows import UNITS, series

NAN = np.nan


def test_a_gradient_vanishes_against_the_output_layers() -> None:
    rows = series([1, 2, 3], [1.0] * 3, rms=[(0.01, 1.9e-5, 0.01), (2.1e-5, 6e-5, 0.01), (0, 0.01, 0.01)])
    assert vanishing(rows).tolist() == [True, False, True]
    assert [vanished_layer(rows, row) for row in (0, 2)] == [1, 0]


@pytest.mark.parametrize(
    ("rms", "dead_share"),
    [
        ((0.0, 0.0, 0.0), (0, 0, NAN)),  # all of the batch is right: nothing is learned, and nothing vanishes
        ((0.0, 0.01, 0.01), (1, 0, NAN)),  # it is the dead layer that lets nothing through
        ((NAN, NAN, NAN), (0, 0, NAN)),
    ],
)
def test_what_has_another_reason_has_not_vanished(
    rms: tuple[float, ...], dead_share: tuple[float, ...]
) -> None:
    assert not vanishing(series([1], [1.0], rms=rms, dead=dead_share)).any()


def test_where_the_inputs_are_0_nothing_has_vanished() -> None:
    """Backpropagation through one hidden layer, by hand: its δ is about as large as that of the output."""
    rng = np.random.default_rng(0)
    x, targets, W = np.zeros((6, 2)), np.eye(2)[[0, 1, 1, 0, 1, 1]], rng.normal(0, 0.5, (16, 2))
    a = np.tanh(x @ rng.normal(0, 1, (2, 16)) + 0.5)
    exponentials = np.exp(a @ W)
    delta = exponentials / exponentials.sum(1, keepdims=True) - targets
    below = (delta @ W.T) * (1 - a**2)
    size, hidden = (float(np.sqrt(np.mean(of**2))) for of in (delta, below))
    assert hidden > 0.3 * size
    first, output = (float(np.sqrt(np.mean(of**2))) for of in (x.T @ below / 6, a.T @ delta / 6))
    assert first == 0 < output
    rows = series([1], [1.0], rms=(first, output, output))
    # Without knowing of the inputs it would be taken for one.
    assert vanishing(rows).all()
    assert not vanishing(replace(rows, begun=replace(rows.begun, is_without_inputs=True))).any()


@pytest.mark.parametrize(("train", "expected"), [(0.5, True), (0.49, False)])
def test_who_has_learned_all_the_same_is_well(train: float, expected: bool) -> None:
    assert vanishing(series([1], [train], rms=(1e-9, 0.01, 0.01))).tolist() == [expected]
    assert exploding(series([1], [train], rms=(9, 9, 9))).tolist() == [expected]


def test_a_gradient_explodes_against_what_guessing_costs() -> None:
    rows = series([1, 2, 3], [5.0] * 3, rms=[(1.9, 1.0, 0.1), (1.0, 2.1, 0.1), (NAN, NAN, NAN)])
    assert exploding(rows).tolist() == [False, True, False]
    assert exploded_layer(rows, 1) == 1
    assert not exploding(series([1], [5.0], rms=(0, 2.1, 0), baseline=2.0)).any()


def test_a_layer_is_dead_where_most_of_it_is() -> None:
    rows = series([1, 2, 3], [0.3] * 3, dead=[(0.5, 0.55, NAN), (0.6, 0.7, NAN), (NAN, NAN, NAN)])
    assert dead(rows, UNITS).tolist() == [False, True, False]
    assert dead_layer(rows, UNITS, 1) == 1
    # A layer of three is too small to be counted.
    assert not dead(rows, (8, 3, 3))[0]
    assert dead_layer(rows, (8, 3, 3), 1) == 0
    assert not dead(series([1], [0.14], dead=(1, 1, NAN)), UNITS).any()


def test_every_layer_that_is_dead_is_counted() -> None:
    rows = series([1, 2], [0.3] * 2, dead=[(0.75, 0.5, NAN), (1, 0.75, NAN)])
    assert dead_layers(rows, (8, 4, 3), 0) == ((1, 6, 8),)
    assert dead_layers(rows, (8, 4, 3), 1) == ((1, 8, 8), (2, 3, 4))
    # Three neurons are too few to be told of.
    assert dead_layers(rows, (8, 3, 3), 1) == ((1, 8, 8),)


def test_a_network_without_hidden_layers_has_nothing_of_it() -> None:
    rows = series([1, 2], [1.0] * 2)
    alone = type(rows)(
        rows.begun,
        rows.updates,
        rows.train,
        rows.test,
        (1,),
        *(np.zeros((2, 1)) for _ in range(3)),
        rows.batch_sizes,
        rows.segment,
        rows.is_edited,
    )
    assert not vanishing(alone).any() and not dead(alone, (10,)).any() and not exploding(alone).any()

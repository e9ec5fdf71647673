"""Conditions: which example makes a neuron fire is found wherever it lies, and what was named now is found before."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis import conditions
from core.analysis.conditions import (
    DeadNeuron,
    ParameterSign,
    RightAnswer,
    Verdict,
    earlier_places,
    spread,
)
from core.editing.parameter_edits import ParameterLocation
from core.nn.network import Network
from core.steps import result_of


def verdict(look: Verdict) -> int:
    return int(result_of(look))


def two_layers() -> Network:
    """Two inputs, two hidden neurons of which the first reads x₀ - 0.5, and two outputs that repeat them."""
    network = Network.dense((2, 2, 2), "relu")
    first, last = network.layers
    first.W[...], first.b[...] = [[1.0, 0.0], [0.0, 1.0]], [-0.5, 0.0]
    last.W[...], last.b[...] = np.eye(2), 0.0
    return network


@pytest.mark.parametrize("row", [0, 31, 1023, 1024, 2047, 2048, 2499])
def test_one_example_of_many_is_enough_to_see_that_a_neuron_fires(row: int) -> None:
    network = two_layers()
    X = np.zeros((2500, 2), np.float32)
    neuron = DeadNeuron(network.copy(), X, 0, 0, ())
    assert verdict(neuron.look(network.parameters, 0)) == 1 and neuron.looked_at == 2500
    X[row, 0] = 1.0
    neuron = DeadNeuron(network.copy(), X, 0, 0, ())
    assert verdict(neuron.look(network.parameters, 0)) == 0
    # From now on that one is looked at first.
    neuron.count = 0
    assert verdict(neuron.look(network.parameters, 0)) == 0 and neuron.looked_at < 100


def test_a_z_of_exactly_0_is_dead_and_one_that_is_no_number_is_not() -> None:
    network = two_layers()
    X = np.array([[0.5, 0.0], [0.25, 0.0]], np.float32)
    neuron = DeadNeuron(network.copy(), X, 0, 0, ())
    assert verdict(neuron.look(network.parameters, 0)) == 1
    X = np.array([[np.nan, 0.0]], np.float32)
    assert verdict(DeadNeuron(network.copy(), X, 0, 0, ()).look(network.parameters, 0)) == 0


def test_a_neuron_with_the_same_weights_on_the_inputs_is_shown_to_be_dead_once() -> None:
    network = two_layers()
    neuron = DeadNeuron(network.copy(), np.zeros((5000, 2), np.float32), 0, 0, ())
    assert neuron.reads_input_only
    assert len(list(neuron.look(network.parameters, 0))) > 3
    network.layers[1].W[0, 0] = 7.0
    assert len(list(neuron.look(network.parameters, 0))) == 0
    network.layers[0].b[0] = 1.0
    assert verdict(neuron.look(network.parameters, 0)) == 0
    assert not DeadNeuron(
        Network.dense((2, 2, 2, 2), "relu"), np.zeros((5, 2), np.float32), 1, 0, ()
    ).reads_input_only


def test_an_answer_that_two_classes_share_is_not_right() -> None:
    network = two_layers()
    right = RightAnswer(network.copy(), np.array([1.0, 0.4]), 0)
    # z = (0.5, 0.4); b₀ = -0.2 leaves (0.3, 0.4), and zeros leave none the larger.
    assert verdict(right.look(network.parameters, 0)) == 1
    network.layers[1].b[0] = -0.2
    assert verdict(right.look(network.parameters, 0)) == 0
    network.layers[1].b[...], network.layers[1].W[...] = 0.0, 0.0
    assert verdict(right.look(network.parameters, 0)) == 0


def test_what_stands_at_a_place_now_is_found_where_it_stood_before() -> None:
    # Neuron 0 of layer 0 came from place 2, and that from place 1; the weight's source lies in the layer before.
    orders = (
        (np.array([0, 2, 1]), np.array([1, 0])),
        (np.array([2, 0, 1]), np.array([0, 1])),
    )
    places = earlier_places(ParameterLocation(1, 0, 0), orders)
    assert places == (
        ParameterLocation(1, 1, 1),
        ParameterLocation(1, 0, 2),
        ParameterLocation(1, 0, 0),
    )


def test_a_sign_is_that_of_the_place_at_its_time() -> None:
    network = Network.dense((2, 2, 2), "relu")
    network.layers[0].W[...] = [[3.0, -1.0], [0.0, 1.0]]
    orders = ((np.array([1, 0]),),)
    sign = ParameterSign(network, ParameterLocation(0, 0, 0), orders)
    assert [verdict(sign.look(network.parameters, count)) for count in (0, 1)] == [-1, 1]


def test_few_examples_are_looked_at_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conditions, "WITNESSES", 4)
    network = two_layers()
    neuron = DeadNeuron(network.copy(), np.zeros((3, 2), np.float32), 0, 0, ())
    assert verdict(neuron.look(network.parameters, 0)) == 1 and neuron.count == 3


def test_a_look_over_some_examples_takes_them_from_the_whole_set() -> None:
    network = two_layers()
    X = np.zeros((5000, 2), np.float32)
    neuron = DeadNeuron(network.copy(), X, 0, 0, ())
    neuron.count = 2500
    assert verdict(neuron.look(network.parameters, 0)) == 1 and neuron.looked_at == 2500
    assert neuron.example_count == 5000
    # Dead over half of them is not dead over all.
    neuron.count = 5000
    assert len(list(neuron.look(network.parameters, 0))) == 5
    rows = spread(5000, 2500)
    assert (rows[0], rows[-1], len(set(rows.tolist()))) == (0, 4999, 2500)


def test_the_examples_that_come_nearest_are_looked_at_first() -> None:
    network = two_layers()
    X = np.zeros((1000, 2), np.float32)
    X[777, 0] = 0.4
    neuron = DeadNeuron(network.copy(), X, 0, 0, ())
    neuron.count = 0
    neuron.find_nearest(network.parameters, 0)
    # z = 0.4 - 0.5 of the one, -0.5 of all others: with b = -0.3 the one fires.
    assert verdict(neuron.look(network.parameters, 0)) == 1
    network.layers[0].b[0] = -0.3
    assert verdict(neuron.look(network.parameters, 0)) == 0 and neuron.looked_at <= 2 * conditions.WITNESSES

"""Edits: one parameter set by hand, set back, and found again after a sort."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.editing.neuron_permutation import inverse, reorder
from core.editing.parameter_edits import LARGEST, EditHistory, ParameterLocation
from core.nn.network import Network
from core.training.trainer import DivergenceError, Trainer, TrainingConfig
from tests.core.nn.masked_layer import masked_network
from tests.core.small_data import go_back_before, small_data


def trainer_of(**settings: object) -> Trainer:
    network = Network.dense((6, 4, 5, 3), seed=1)
    return Trainer(network, small_data(60), TrainingConfig(**{"batch_size": 8, **settings}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "place",
    [
        ParameterLocation(0, 2, 5),
        ParameterLocation(0, 3),
        ParameterLocation(1, 4, 0),
        ParameterLocation(1, 0),
        ParameterLocation(2, 2, 4),
        ParameterLocation(2, 1),
    ],
)
def test_exactly_the_parameter_that_was_named_is_set(place: ParameterLocation) -> None:
    trainer = trainer_of()
    before = [(layer.W.copy(), layer.b.copy()) for layer in trainer.network.layers]
    made = EditHistory().set(trainer, 1, place, 0.75)
    W, b = before[place.layer]
    if place.source is None:
        assert made.before == b[place.target]
        b[place.target] = 0.75
    else:
        assert made.before == W[place.source, place.target]
        W[place.source, place.target] = 0.75
    assert made.after == 0.75
    for layer, (W, b) in zip(trainer.network.layers, before, strict=True):
        np.testing.assert_array_equal(layer.W, W)
        np.testing.assert_array_equal(layer.b, b)
    assert place.symbol == ("b" if place.source is None else "w")


@pytest.mark.parametrize(
    "place",
    [
        ParameterLocation(3, 0),
        ParameterLocation(-1, 0),
        ParameterLocation(0, 4),
        ParameterLocation(0, 0, 6),
        ParameterLocation(1, 0, -1),
        ParameterLocation(1, -1, 0),
    ],
)
def test_a_parameter_that_is_not_there_is_refused(place: ParameterLocation) -> None:
    trainer = trainer_of()
    with pytest.raises(IndexError):
        EditHistory().set(trainer, 1, place, 0.5)
    assert trainer.edit_count == 0


def test_a_weight_that_comes_over_a_layer_is_named_by_its_source_layer() -> None:
    # 5 · 4 weights and 4 biases come first; then the masked units' weights: of the first from inputs 0 and 4, and from
    # neuron 1 of the layer before; of the second from input 2, and from neuron 0.
    topology = masked_network().topology
    named = [(0, 0, 0), (0, 4, 0), (0, 1), (1, 2, 0), (1, 0, 1)]
    assert [ParameterLocation(1, *place).index(topology) for place in named] == [24, 25, 26, 27, 28]
    assert ParameterLocation(1, 2).index(topology) == 24 + 9 + 2
    for place in ((1, 0, 1, 0), (1, 0, 0, 1), (1, 0, 4), (2, 0, 0, 0)):
        with pytest.raises(IndexError, match="no weight leads"):
            ParameterLocation(*place).index(topology)


def test_its_source_is_followed_where_its_own_layer_is_put_into_another_order() -> None:
    places = [np.array([2, 0, 1]), np.array([1, 0]), np.array([0, 2, 1])]
    assert ParameterLocation(2, 1, 0, 1).moved(places) == ParameterLocation(2, 2, 2, 1)
    assert ParameterLocation(2, 1, 0).moved(places) == ParameterLocation(2, 2, 1)
    assert ParameterLocation(2, 1, 0, 0).moved(places) == ParameterLocation(2, 2, 0, 0)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1.0001 * LARGEST])
def test_what_is_no_value_is_refused_and_nothing_is_changed(value: float) -> None:
    trainer = trainer_of()
    before = trainer.network.parameters.copy()
    with pytest.raises(ValueError, match="give a number"):
        EditHistory().set(trainer, 1, ParameterLocation(0, 0), value)
    np.testing.assert_array_equal(trainer.network.parameters, before)


def test_taking_back_gives_the_bits_of_before_however_often_it_was_set() -> None:
    trainer, edits, place = trainer_of(), EditHistory(), ParameterLocation(1, 2, 3)
    before = trainer.network.parameters.copy()
    for value in (0.1, -0.7, 12.0):
        edits.set(trainer, 5, place, value)
    made = edits.switch(trainer, 5, False)
    assert made is not None and not made.is_on and not made.trained_since
    np.testing.assert_array_equal(trainer.network.parameters, before)
    assert edits.switch(trainer, 5, False) is None
    again = edits.switch(trainer, 5, True)
    assert again is not None and again.after == 12.0
    assert edits.switch(trainer, 5, True) is None
    assert edits.switch(trainer, 9, False) is None


def test_with_training_in_between_only_this_parameter_goes_back() -> None:
    trainer, edits, place = trainer_of(), EditHistory(), ParameterLocation(0, 1)
    before = edits.set(trainer, 1, place, 0.5).before
    trainer.step()
    trained = trainer.network.parameters.copy()
    made = edits.switch(trainer, 1, False)
    assert made is not None and made.trained_since and (made.begun, made.update) == (0, 1)
    trained[place.index(trainer.network.topology)] = before
    np.testing.assert_array_equal(trainer.network.parameters, trained)


def test_an_edit_follows_its_neurons_through_a_sort() -> None:
    trainer, edits = trainer_of(), EditHistory()
    before = trainer.network.parameters.copy()
    for edit_id, place in enumerate(
        [
            ParameterLocation(0, 1, 2),
            ParameterLocation(1, 3, 2),
            ParameterLocation(1, 0),
            ParameterLocation(2, 1, 4),
            ParameterLocation(2, 2),
        ]
    ):
        edits.set(trainer, edit_id, place, 9.0 + edit_id)
    orders = (np.array([3, 1, 0, 2]), np.array([4, 0, 3, 1, 2]))
    reorder(trainer, orders)
    edits.follow(orders)
    assert trainer.network.layers[1].W[3, 2] == 10.0  # neurons 2 and 3 have gone to places 3 and 2
    for edit_id in range(5):
        assert edits.switch(trainer, edit_id, False) is not None
    reorder(trainer, inverse(orders))
    np.testing.assert_array_equal(trainer.network.parameters, before)


def test_the_gradient_of_the_old_weights_is_dropped_and_the_batch_taken_again() -> None:
    edited, fresh = trainer_of(dropout=0.3), trainer_of(dropout=0.3)
    assert edited.accumulate_gradient()
    EditHistory().set(edited, 1, ParameterLocation(0, 1, 2), 2.0)
    fresh.network.layers[0].W[2, 1] = 2.0
    edited.step(), fresh.step()
    np.testing.assert_array_equal(edited.network.parameters, fresh.network.parameters)


def test_the_optimizers_state_stays() -> None:
    trainer = trainer_of(optimizer="adam")
    for _ in range(4):
        trainer.step()
    before = trainer.checkpoint()
    EditHistory().set(trainer, 1, ParameterLocation(2, 0), 1.0)
    after = trainer.checkpoint()
    for own, kept in zip(after.vectors, before.vectors, strict=True):
        np.testing.assert_array_equal(own, kept)
    assert after.updates == before.updates == 4


def test_the_way_back_from_a_divergence_begins_behind_the_edit() -> None:
    trainer = trainer_of(optimizer="sgd", learning_rate=0.1)
    trainer.step()
    EditHistory().set(trainer, 1, ParameterLocation(1, 1), 3.0)
    trainer.step()
    last = trainer.network.parameters.copy()
    trainer.network.layers[0].W[:] = np.nan
    with pytest.raises(DivergenceError) as diverged:
        trainer.step()
    go_back_before(trainer, diverged.value.update)
    np.testing.assert_array_equal(trainer.network.parameters, last)

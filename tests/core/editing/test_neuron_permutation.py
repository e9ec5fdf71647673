"""Sorting: other numbers for the same neurons, and the same function, also when the training goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset import Dataset
from core.editing.neuron_permutation import (
    NeuronSorting,
    flat_order,
    inverse,
    layers_tied_to_input,
    map_orders,
    preferred_class_order,
    preferred_class_orders,
    reorder,
    tied_layers,
    unit_orders,
)
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from core.training.config import OPTIMIZERS
from core.training.trainer import Trainer, TrainingConfig
from tests.core.nn.masked_layer import masked_network
from tests.core.nn.picture_stacks import random_network
from tests.core.small_data import go_back_before, small_data


def activity_of(*means: list[list[float]], flat: tuple[list[float], ...] = ()) -> NeuronStatistics:
    """Layers' mean outputs, a row a class; no neuron is flat unless said so."""
    arrays = tuple(np.array(layer, dtype=float) for layer in means)
    shares = tuple(np.array(s) for s in flat) or tuple(np.zeros(m.shape[1]) for m in arrays)
    return NeuronStatistics(0, 0, 20, ("relu",) * len(arrays), shares, arrays)


def trainer_of(
    hidden: tuple[int, ...] = (7, 5), skip: bool = False, seed: int = 3, **settings: Any
) -> Trainer:
    network = Network.dense((6, *hidden, 3), "tanh", skip=skip, seed=seed, dtype=np.float64)
    return Trainer(network, small_data(60), TrainingConfig(**{"batch_size": 8, **settings}))


def skipping(*skips: bool) -> Topology:
    """Hidden layers of two neurons after two inputs."""
    return Topology((*(Dense(2, skip=skip) for skip in skips), Dense(2, "softmax")), (2,))


def shuffled(trainer: Trainer, seed: int = 0) -> tuple[np.ndarray, ...]:
    """Random orders; layers that a skip ties share one."""
    rng = np.random.default_rng(seed)
    orders = [np.arange(size) for size in trainer.network.sizes[1:-1]]
    for group in tied_layers(trainer.network.topology):
        order = rng.permutation(trainer.network.sizes[group[0] + 1])
        for layer in group:
            orders[layer] = order
    return tuple(orders)


def test_neurons_stand_by_their_preferred_class_and_keep_their_order_among_equals() -> None:
    # Columns are neurons: their preferred classes are 2, 0, 1, 0.
    statistics = activity_of([[0.1, 0.9, 0.0, 0.5], [0.2, 0.1, 0.7, 0.4], [0.3, 0.1, 0.2, 0.1]])
    assert preferred_class_order(statistics, 0).tolist() == [1, 3, 2, 0]


def test_neurons_without_one_preferred_class_come_last() -> None:
    # The first never fires, the second has two preferred classes, the third is flat for every example.
    statistics = activity_of(
        [[0.0, 0.5, 0.9, 0.1], [0.0, 0.5, 0.1, 0.2], [0.0, 0.1, 0.1, 0.9]], flat=([1.0, 0.3, 1.0, 0.0],)
    )
    assert preferred_class_order(statistics, 0).tolist() == [3, 0, 1, 2]


def test_layers_that_a_skip_ties_share_the_order_of_the_last_of_them() -> None:
    statistics = activity_of([[1, 0], [0, 1]], [[0, 1], [1, 0]], [[1, 0], [0, 1]])
    orders = preferred_class_orders(statistics, skipping(False, True, False))
    assert [order.tolist() for order in orders] == [[1, 0], [1, 0], [0, 1]]


def test_layers_that_are_tied_to_the_input_stay() -> None:
    statistics = activity_of([[0, 1], [1, 0]], [[0, 1], [1, 0]], [[0, 1], [1, 0]])
    orders = preferred_class_orders(statistics, skipping(True, True, False))
    assert [order.tolist() for order in orders] == [[0, 1], [0, 1], [1, 0]]
    assert tied_layers(skipping(True, True, False)) == ((2,),)


def test_layers_that_read_only_some_neurons_of_each_other_stay() -> None:
    topology = masked_network().topology
    # The masked layer reads the input and the first layer, and the third adds it to its own output.
    assert topology.skips == (False, False, True, False) and tied_layers(topology) == ()
    free = replace(topology, layers=(*topology.layers[:2], Dense(4), topology.layers[-1]))
    assert tied_layers(free) == ((2,),)


def picture(*layers: LayerSpec, n_in: int = 16) -> Topology:
    return Topology((*layers, Dense(3, "softmax")), (n_in,))


IN = (4, 4)
FREE: dict[str, tuple[Topology, tuple[tuple[int, ...], ...]]] = {
    "a pool goes with the layer that it reads": (
        picture(Conv2d(2, 3, 1, 1, picture=IN), MaxPool2d(2)),
        ((0, 1),),
    ),
    "so does a layer that adds its input": (
        picture(Conv2d(2, 3, 1, 1, picture=IN), Conv2d(2, 3, 1, 1, skip=True), AvgPool2d(2), Dense(4)),
        ((0, 1, 2), (3,)),
    ),
    "the pool of an input stays": (picture(MaxPool2d(2, picture=IN), Conv2d(2, 1)), ((1,),)),
    "windows of their own": (
        picture(LocallyConnected2d(2, 3, picture=IN), LocallyConnected2d(3, 2)),
        ((0,), (1,)),
    ),
    "maps that read some maps only, and those": (
        picture(Conv2d(2, 3, 1, 1, picture=IN), Conv2d(2, 3, reads=((0,), (0, 1)))),
        (),
    ),
    "a bias for each cell": (picture(Conv2d(2, 3, picture=IN, bias_per_cell=True)), ((0,),)),
    "neurons that are read as a picture": (
        picture(Dense(16), Conv2d(3, 3, picture=IN), Dense(5)),
        ((1,), (2,)),
    ),
    "neurons that are pooled": (picture(Dense(16), MaxPool2d(2, picture=IN), Dense(5)), ((2,),)),
    # All cells are joined to all, by four weights of 36 shared ones.
    "windows that cover everything": (picture(Conv2d(2, 3, 1, 1, picture=(2, 2)), n_in=4), ((0,),)),
}


@pytest.mark.parametrize("name", FREE)
def test_maps_are_reordered_as_wholes_where_their_numbers_are_names(name: str) -> None:
    topology, free = FREE[name]
    assert tied_layers(topology) == free


def test_layers_that_have_the_inputs_order_are_known() -> None:
    assert layers_tied_to_input(skipping(True, True, False, True)) == (0, 1)
    assert layers_tied_to_input(FREE["the pool of an input stays"][0]) == (0,)
    assert layers_tied_to_input(FREE["maps that read some maps only, and those"][0]) == ()


def shuffled_maps(topology: Topology, seed: int) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(seed)
    orders = [np.arange(maps) for maps in topology.maps[1:-1]]
    for group in tied_layers(topology):
        order = rng.permutation(topology.maps[group[0] + 1])
        for layer in group:
            orders[layer] = order
    return unit_orders(topology, orders)


@pytest.mark.parametrize("seed", range(60))
def test_a_picture_network_with_its_maps_in_another_order_is_the_same_function(seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = random_network(rng)
    orders = shuffled_maps(network.topology, seed)
    other = network.copy()
    other.parameters[:] = network.parameters[flat_order(network.topology, orders)]
    X = rng.normal(0, 1, (5, network.sizes[0]))
    np.testing.assert_allclose(other.predict(X), network.predict(X), rtol=1e-10, atol=1e-13)
    # And each neuron's numbers stand where its order says.
    one, two = (of.propagation(5) for of in (network, other))
    one.forward(X), two.forward(X)
    for before, after, order in zip(one.z, two.z, orders, strict=True):
        np.testing.assert_allclose(after, before[:, order], rtol=1e-10, atol=1e-12)
    back = flat_order(network.topology, inverse(orders))
    np.testing.assert_array_equal(other.parameters[back], network.parameters)


def test_most_random_picture_networks_have_maps_to_reorder() -> None:
    moved = 0
    for seed in range(60):
        topology = random_network(np.random.default_rng(seed)).topology
        orders = shuffled_maps(topology, seed)
        moved += any((order != np.arange(len(order))).any() for order in orders)
    assert moved > 30


def test_maps_go_by_the_mean_of_their_cells() -> None:
    # Two maps of 2 x 2 cells, classes as rows: the first map's cells prefer class 1 by their mean alone.
    statistics = activity_of(
        [[0.9, 0.5, 0.0, 0.5, 0.0, 0.5, 0.0, 0.5], [0.3, 0.1, 0.3, 0.1, 0.3, 0.1, 0.3, 0.1]]
    )
    topology = picture(Conv2d(2, 3, picture=IN))
    (order,) = preferred_class_orders(statistics, topology)
    assert order.tolist() == [1, 0, 3, 2, 5, 4, 7, 6]


@pytest.mark.parametrize(
    "order, reason",
    [
        ([1, 0, 2, 3, 4, 5, 6, 7], "takes maps apart"),
        ([0, 0, 2, 2, 4, 4, 6, 6], "twice"),
        ([0, 1], "neurons in layers of"),
    ],
)
def test_an_order_that_would_make_another_function_is_refused(order: list[int], reason: str) -> None:
    topology = picture(Conv2d(2, 3, picture=IN))
    with pytest.raises(ValueError, match=reason):
        map_orders(topology, (np.array(order),))


def test_an_order_of_layers_that_stay_or_go_together_is_refused() -> None:
    with pytest.raises(ValueError, match="stays, or goes with other layers"):
        map_orders(skipping(True), (np.array([1, 0]),))
    with pytest.raises(ValueError, match="stays, or goes with other layers"):
        map_orders(skipping(False, True), (np.array([1, 0]), np.array([0, 1])))


def test_without_classes_there_is_nothing_to_order_by() -> None:
    with pytest.raises(ValueError, match="nothing to order by"):
        preferred_class_orders(
            NeuronStatistics(0, 0, 9, ("relu",), (np.zeros(4),), (np.zeros((0, 4)),)),
            skipping(False),
        )


def test_a_reordered_network_has_the_same_matrices_with_rows_and_columns_exchanged() -> None:
    trainer = trainer_of((3, 2))
    before = [(layer.W.copy(), layer.b.copy()) for layer in trainer.network.layers]
    reorder(trainer, (np.array([2, 0, 1]), np.array([1, 0])))
    (W1, b1), (W2, b2), (W3, b3) = [(layer.W, layer.b) for layer in trainer.network.layers]
    for new, old in enumerate([2, 0, 1]):
        np.testing.assert_array_equal(W1[:, new], before[0][0][:, old])
        assert b1[new] == before[0][1][old]
        for new_target, old_target in enumerate([1, 0]):
            assert W2[new, new_target] == before[1][0][old, old_target]
    for new, old in enumerate([1, 0]):
        assert b2[new] == before[1][1][old]
        np.testing.assert_array_equal(W3[new], before[2][0][old])
    np.testing.assert_array_equal(b3, before[2][1])


def test_the_inverse_puts_every_bit_back() -> None:
    trainer = trainer_of(optimizer="adam")
    for _ in range(5):
        trainer.step()
    before = trainer.checkpoint()
    orders = shuffled(trainer)
    reorder(trainer, orders)
    assert not np.array_equal(trainer.network.parameters, before.parameters)
    reorder(trainer, inverse(orders))
    assert trainer.edit_count == 2
    assert replace(trainer.checkpoint(), edit_count=0).checksum == before.checksum


@pytest.mark.parametrize("skip", [False, True])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_going_on_after_a_sort_gives_the_function_of_going_on_without(optimizer: str, skip: bool) -> None:
    settings = {"optimizer": optimizer, "learning_rate": 0.02, "l1": 0.001, "l2": 0.001, "clip_norm": 1.0}
    plain, tidied = (trainer_of((5, 5, 4), skip, **settings) for _ in range(2))
    for _ in range(9):
        plain.step(), tidied.step()
    orders = shuffled(tidied)
    flat = reorder(tidied, orders)
    for _ in range(30):
        plain.step(), tidied.step()
    X = plain.dataset.X_test
    assert not np.array_equal(plain.network.parameters, tidied.network.parameters)
    np.testing.assert_allclose(tidied.network.predict(X), plain.network.predict(X), rtol=0, atol=1e-12)
    np.testing.assert_allclose(
        tidied.network.parameters, plain.network.parameters[flat], rtol=1e-7, atol=1e-10
    )


def test_a_batch_under_way_is_taken_again_after_a_sort() -> None:
    plain, tidied = trainer_of(dropout=0.0), trainer_of(dropout=0.0)
    assert tidied.accumulate_gradient()
    orders = shuffled(tidied)
    reorder(tidied, orders)
    assert not tidied.batch_is_open
    plain.step(), tidied.step()
    flat = flat_order(tidied.network.topology, orders)
    np.testing.assert_allclose(tidied.network.parameters, plain.network.parameters[flat], atol=1e-13)


def test_settings_that_waited_for_a_batch_hold_when_it_is_given_up() -> None:
    trainer = trainer_of()
    assert trainer.accumulate_gradient()
    trainer.reconfigure(replace(trainer.config, batch_size=4))
    reorder(trainer, shuffled(trainer))
    trainer.step()
    assert len(trainer.batch_rows) == 4


def test_nothing_goes_back_over_a_sort() -> None:
    trainer = trainer_of()
    trainer.step()
    reorder(trainer, shuffled(trainer))
    trainer.step()
    straight = trainer.network.parameters.copy()
    # As if the next update had diverged: the way back begins behind the sort.
    go_back_before(trainer, trainer.step_count + 1)
    np.testing.assert_array_equal(trainer.network.parameters, straight)


def test_the_difference_is_the_largest_of_any_output_over_the_test_set() -> None:
    trainer = trainer_of((9, 8), optimizer="adam")
    for _ in range(20):
        trainer.step()
    X = trainer.dataset.X_test
    sorting = NeuronSorting(trainer, run=4)
    while not sorting.advance():
        pass
    before = trainer.network.predict(X)
    reorder(trainer, sorting.orders)
    after = trainer.network.predict(X)
    assert sorting.statistics.count == len(X) == 20
    assert sorting.difference == np.abs(after - before).max()
    assert 0 <= sorting.difference < 1e-12
    assert sorting.moved == sum(int(np.sum(o != np.arange(len(o)))) for o in sorting.orders) > 0
    assert sorting.statistics.run == 4


def test_a_test_set_of_many_chunks_is_gone_through_to_its_end() -> None:
    small = small_data(60)
    rng = np.random.default_rng(5)
    X, y = (rng.random((2500, 6)) < 0.5).astype(np.uint8), rng.integers(0, 3, 2500)
    data = Dataset(small.X_train, small.y_train, X, y, small.class_names)
    network = Network.dense((6, 9, 8, 3), seed=2)
    sorting = NeuronSorting(Trainer(network, data, TrainingConfig(batch_size=8)), 0)
    calls = 1
    while not sorting.advance():
        calls += 1
    before = network.predict(X)
    # Three chunks for the preferred classes, three for the proof.
    assert calls == 6
    reorder(Trainer(network, data, TrainingConfig(batch_size=8)), sorting.orders)
    assert sorting.difference == pytest.approx(np.abs(network.predict(X) - before).max(), abs=1e-7)
    assert 0 < sorting.difference < 1e-5
    hidden = np.maximum(X.astype(np.float32) @ network.layers[0].W + network.layers[0].b, 0)
    means = np.stack([hidden[y == digit].mean(axis=0) for digit in range(3)])
    np.testing.assert_allclose(sorting.statistics.class_mean[0], means, rtol=1e-5)


def test_after_a_sort_the_preferred_classes_ascend_and_a_second_one_moves_nobody() -> None:
    trainer = trainer_of((9, 8))
    first = NeuronSorting(trainer, 0)
    while not first.advance():
        pass
    reorder(trainer, first.orders)
    second = NeuronSorting(trainer, 0)
    while not second.advance():
        pass
    assert second.moved == 0
    for layer in range(2):
        np.testing.assert_allclose(second.statistics.class_mean[layer], first.statistics.class_mean[layer])
        preferred_class = second.statistics.preferred_class(layer)
        assert preferred_class is not None
        assert np.all(np.diff(preferred_class) >= 0)


def test_layers_that_stay_are_named() -> None:
    data = small_data()
    trainer = Trainer(Network.dense((6, 6, 4, 3), skip=True), data, TrainingConfig(batch_size=8))
    sorting = NeuronSorting(trainer, 0)
    while not sorting.advance():
        pass
    assert sorting.stays == (0,)
    assert sorting.orders[0].tolist() == list(range(6))


def test_regression_targets_have_no_preferred_classes() -> None:
    X = np.linspace(-1, 1, 24, dtype=np.float32)[:, None]
    data = Dataset(X, X**2, X[:8], X[:8] ** 2, ())
    network = Network.dense((1, 4, 1), "tanh", output="identity")
    sorting = NeuronSorting(Trainer(network, data, TrainingConfig(batch_size=8, loss="squared_error")), 0)
    with pytest.raises(ValueError, match="nothing to order by"):
        while not sorting.advance():
            pass

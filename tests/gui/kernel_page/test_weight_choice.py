"""Which weight is looked at where none was named."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.weight_places import KernelWeight, kernel_of, kernels
from core.engine import commands as c
from core.engine import messages as m
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.kernel_page.weight_choice import chosen_weight, moved_weight, weight_of_edge
from tests.core.engine.driver import CONFIG, Driver
from tests.core.nn.test_picture_layers import SMALL_CNN, digits
from tests.core.small_snapshots import snapshot_of


def test_of_a_connection_it_is_the_weight_that_it_has(lenet: Snapshot) -> None:
    for number in (0, 1):
        every = lenet.connections[number].every
        for place in range(0, len(every), 997):
            edge = number, int(every.source[place]), int(every.target[place])
            weight = weight_of_edge(lenet, *edge)
            assert weight is not None
            kernel = kernel_of(lenet.connections, weight)
            assert kernel[weight.row, weight.column] == every.parameter[place]
            assert chosen_weight(lenet, [(2, 3), edge]) == weight
    assert weight_of_edge(lenet, 2, 0, 0) is None


def test_of_a_selected_map_it_is_its_largest_gradient(cnn: Snapshot) -> None:
    dW = cnn.trace.dW[2].reshape(3, 3, 8, 16)[:, :, :, 6]
    row, column, source = np.unravel_index(np.abs(dW).argmax(), dW.shape)
    cell = (3 * 8 + 2) * 16 + 6
    assert chosen_weight(cnn, [(2, cell)]) == KernelWeight(1, int(source), 6, int(row), int(column))


def test_else_it_is_the_largest_of_all(cnn: Snapshot, unlabelled: Snapshot) -> None:
    for snapshot, vector in ((cnn, cnn.trace.gradient), (unlabelled, unlabelled.parameters)):
        weight = chosen_weight(snapshot, [])
        assert weight is not None and vector is not None
        own = kernel_of(snapshot.connections, weight)[weight.row, weight.column]
        every = np.concatenate([np.unique(g.every.parameter) for g in snapshot.connections[:2]])
        assert abs(vector[own]) == np.abs(vector[every]).max()


def test_a_network_without_kernels_has_none() -> None:
    network = Architecture.dense((8,)).network((16,))
    snapshot = snapshot_of(network, np.ones(16, np.float32))
    assert chosen_weight(snapshot, [(0, 1), (0, 2, 3)]) is None


def test_after_maps_are_sorted_a_weight_is_found_where_it_has_gone() -> None:
    driver = Driver(Architecture(SMALL_CNN, seed=3), CONFIG, load=lambda _: digits(60))
    driver.train(20)
    driver.rest()
    before = driver.trainer.network.parameters.copy()
    connections = driver.trainer.network.topology.connections
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    permuted = driver.last(m.NeuronsPermuted)
    after, moved = permuted.snapshot.parameters, 0
    for first in kernels(connections):
        for weight in (first, replace(first, row=2, column=1)):
            found = moved_weight(weight, permuted.orders, permuted.snapshot.connections)
            moved += found != weight
            old, new = kernel_of(connections, weight), kernel_of(connections, found)
            place = weight.row, weight.column
            assert after[new[place]] == before[old[place]]
    assert moved

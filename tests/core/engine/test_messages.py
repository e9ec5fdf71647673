"""What messages make of their numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.engine.messages import NeuronsPermuted
from core.engine.snapshot import DataInfo, Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from tests.core.small_snapshots import snapshot_of


def test_the_mean_is_the_total_by_the_count() -> None:
    exact = ExactLoss(0, 7, 120.0, 60, 0.5, 30.0, 10, 0.25)
    assert (exact.train_mean, exact.test_mean) == (2.0, 3.0)


def named_outputs(class_names: tuple[str, ...], n_out: int) -> Snapshot:
    network = Network.dense((4, n_out), output="identity")
    data = DataInfo(class_names=class_names)
    return snapshot_of(network, np.zeros(4), 0, loss="squared_error", data=data)


def test_the_penalty_is_both_terms() -> None:
    assert replace(ExactLoss(0, 7, 120.0, 60, 0.5, 30.0, 10, 0.25), l1=0.5, l2=0.25).penalty == 0.75


def test_neurons_of_layers_that_stay_are_not_counted_as_reordered() -> None:
    orders = (np.arange(4), np.array([2, 0, 1]), np.array([1, 0]))
    told = NeuronsPermuted(1, "tidy", orders, named_outputs((), 1), stays=(0,))
    assert told.reordered == (0, 5)


def test_of_feature_maps_maps_are_counted_and_not_their_cells() -> None:
    layers = (Conv2d(3, 3, padding=1, picture=(4, 4)), Dense(5), Dense(2, "softmax"))
    snapshot = snapshot_of(Architecture(layers).network((16,)), np.ones(16), 0)
    orders = (np.arange(48), np.arange(5))
    assert NeuronsPermuted(1, "tidy", orders, snapshot).reordered == (3, 5)
    assert NeuronsPermuted(1, "tidy", orders, snapshot, stays=(0,)).reordered == (0, 5)

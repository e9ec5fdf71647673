"""One weight at all its places: what is drawn of it adds up to the engine's own dW, of every weight there is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.weight_places import (
    KernelWeight,
    SharedParts,
    edges_of_weight,
    has_kernels,
    is_there,
    kernel_of,
    kernels,
    weight_places,
    weights_of_kernel,
)
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.known_architectures import LENET_READS, known_architecture
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.topology import Topology
from tests.core.small_snapshots import snapshot_of

# The number to reach: the drawn parts against the engine's dW, of the layer's largest.
LEAST_AGREEMENT = 1e-6


def digit(seed: int = 4) -> np.ndarray:
    """A blot of ink, some of it at the border."""
    return (np.random.default_rng(seed).random(256) < 0.3).astype(np.float64)


def of(name: str, dtype: Any = np.float64, answer: Any = 3) -> Snapshot:
    made = known_architecture(name, (16, 16), seed=2).network((256,))
    network = Network(made.topology, dtype, made.parameters.astype(dtype))
    return snapshot_of(network, digit().astype(dtype), answer)


def every_weight(snapshot: Snapshot) -> list[KernelWeight]:
    firsts = kernels(snapshot.connections)
    return [weight for first in firsts for weight in weights_of_kernel(snapshot.connections, first)]


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize(("name", "count"), [("small_cnn", 72 + 1152), ("lenet_1989", 300 + 2400)])
def test_the_drawn_parts_of_every_weight_add_up_to_the_engines_gradient(
    name: str, count: int, dtype: Any
) -> None:
    snapshot = of(name, dtype)
    gradient = snapshot.trace.gradient
    assert gradient is not None and gradient.dtype == dtype
    weights, worst = every_weight(snapshot), 0.0
    assert len(weights) == count
    by_group: dict[int, list[tuple[int, float]]] = {}
    for weight in weights:
        places = weight_places(snapshot.connections, snapshot.trace, weight)
        assert places.part is not None and places.parts is not None
        drawn = sum(float(places.part[at]) for at in places.ranked)
        assert drawn == pytest.approx(places.parts.total, abs=1e-12)
        by_group.setdefault(weight.group, []).append((places.parameter, drawn))
    for pairs in by_group.values():
        parameters = np.array([parameter for parameter, _ in pairs])
        assert np.unique(parameters).size == parameters.size
        engine = gradient[parameters].astype(np.float64)
        gap = np.abs(engine - [total for _, total in pairs]).max() / np.abs(engine).max()
        worst = max(worst, float(gap))
    # Measured: 5e-16 of a float64 engine, 2e-7 of the float32 one.
    assert worst < (1e-13 if dtype is np.float64 else LEAST_AGREEMENT)


def test_in_a_first_layer_of_3_x_3_the_middle_meets_no_border_and_the_others_its_zeros() -> None:
    snapshot = of("small_cnn")
    counts = [
        (places.sharing, places.at_border)
        for row in range(3)
        for column in range(3)
        for places in [
            weight_places(snapshot.connections, snapshot.trace, KernelWeight(0, 0, 5, row, column))
        ]
    ]
    corner, edge, middle = (225, 31), (240, 16), (256, 0)
    assert counts == [corner, edge, corner, edge, middle, edge, corner, edge, corner]


def test_every_weight_of_lenets_sparse_layer_with_stride_2_is_as_a_plain_loop_has_it() -> None:
    snapshot = of("lenet_1989")
    a, delta = snapshot.trace.a[0].reshape(8, 8, 12), snapshot.trace.delta[1].reshape(4, 4, 12)
    (second,) = [number for number, group in enumerate(snapshot.connections) if group.source_layer == 1]
    for to_map, reads in enumerate(LENET_READS):
        for from_map in reads[::3]:
            for row, column in ((0, 0), (1, 4), (2, 2), (4, 3)):
                places = weight_places(
                    snapshot.connections,
                    snapshot.trace,
                    KernelWeight(second, from_map, to_map, row, column),
                )
                total, met = 0.0, 0
                for i in range(4):
                    for j in range(4):
                        r, c = 2 * i - 2 + row, 2 * j - 2 + column
                        assert places.cell_at(i, j) == (r, c)
                        if 0 <= r < 8 and 0 <= c < 8:
                            met += 1
                            assert places.a[i, j] == a[r, c, from_map]
                            total += a[r, c, from_map] * delta[i, j, to_map]
                        else:
                            assert not places.meets[i, j] and places.a[i, j] == 0
                assert places.sharing == met and places.at_border == 16 - met
                assert places.parts is not None
                assert places.parts.total == pytest.approx(total, abs=1e-14)


def test_each_place_is_of_one_kind() -> None:
    snapshot = of("small_cnn")
    x, delta = snapshot.trace.x.reshape(16, 16), snapshot.trace.delta[0].reshape(16, 16, 8)[:, :, 2]
    places = weight_places(snapshot.connections, snapshot.trace, KernelWeight(0, 0, 2, 0, 2))
    counted = dict.fromkeys(("collected", "unseen", "silent", "neither", "border"), 0)
    for i in range(16):
        for j in range(16):
            r, c = i - 1, j + 1
            if not (0 <= r < 16 and 0 <= c < 16):
                kind = "border"
            elif x[r, c]:
                kind = "collected" if delta[i, j] else "silent"
            else:
                kind = "unseen" if delta[i, j] else "neither"
            counted[kind] += 1
            assert [name for name, own in places.kinds.items() if own[i, j]] == [kind]
    assert {name: int(own.sum()) for name, own in places.kinds.items()} == counted
    assert all(counted.values())


def test_the_places_come_by_size() -> None:
    snapshot = of("small_cnn")
    places = weight_places(snapshot.connections, snapshot.trace, KernelWeight(1, 3, 4, 2, 0))
    assert places.part is not None
    sizes = [abs(places.part[at]) for at in places.ranked]
    assert sizes == sorted(sizes, reverse=True) and len(sizes) == int(np.count_nonzero(places.part)) > 3


def test_without_a_right_answer_nothing_is_collected() -> None:
    snapshot = of("small_cnn", answer=None)
    places = weight_places(snapshot.connections, snapshot.trace, KernelWeight(0, 0, 1, 1, 1))
    assert places.part is None and places.parts is None and places.ranked == []
    assert not places.kinds["collected"].any() and not places.kinds["unseen"].any()
    assert int(places.kinds["silent"].sum()) == int(snapshot.trace.x.sum())


def test_parts_of_one_sign_agree_and_opposite_ones_cancel() -> None:
    assert SharedParts(3.0, -1.0).total == 2.0 and SharedParts(3.0, -1.0).agreement == 0.5
    assert SharedParts(2.0, 0.0).agreement == 1.0 and SharedParts(0.0, 0.0).agreement is None


def test_its_connections_are_all_that_have_its_parameter() -> None:
    for name in ("small_cnn", "lenet_1989"):
        snapshot = of(name)
        for weight in every_weight(snapshot)[::101]:
            group = snapshot.connections[weight.group]
            parameter = kernel_of(snapshot.connections, weight)[weight.row, weight.column]
            own = edges_of_weight(snapshot.connections, weight)
            expected = group.every.only(group.every.parameter == parameter)
            pairs = [sorted(zip(e.source.tolist(), e.target.tolist(), strict=True)) for e in (own, expected)]
            assert pairs[0] == pairs[1] and (own.parameter == parameter).all()
            assert np.array_equal(group.weights(), np.unique(group.every.parameter))  # type: ignore[attr-defined]


def test_a_weight_of_another_network_is_known_to_be_none_of_this_one() -> None:
    connections = of("small_cnn").connections
    assert is_there(connections, KernelWeight(1, 7, 15, 2, 2))
    for wrong in ((0, 1, 0, 0, 0), (0, 0, 8, 0, 0), (0, 0, 0, 3, 0), (2, 0, 0, 0, 0), (9, 0, 0, 0, 0)):
        assert not is_there(connections, KernelWeight(*wrong))


def test_only_shared_windows_are_kernels() -> None:
    layers: tuple[Any, ...] = (
        LocallyConnected2d(2, 3, padding=1, picture=(6, 6)),
        Conv2d(3, 3),
        Dense(4, "softmax"),
    )
    connections = Topology(layers, (36,)).connections
    assert [has_kernels(group) for group in connections] == [False, True, False]
    assert [(w.from_map, w.to_map) for w in kernels(connections)] == [
        (0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)
    ]  # fmt: skip
    with pytest.raises(ValueError, match="own"):
        connections[0].kernel(0, 0)  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="no kernels"):
        kernel_of(connections, KernelWeight(2, 0, 0, 0, 0))


def test_a_weight_that_there_is_not_is_refused() -> None:
    snapshot = of("lenet_1989")
    unread = next(m for m in range(12) if m not in LENET_READS[0])
    for wrong, words in (
        (KernelWeight(1, unread, 0, 1, 1), "does not read"),
        (KernelWeight(1, LENET_READS[0][0], 0, 5, 0), "5 x 5"),
        (KernelWeight(0, 1, 0, 0, 0), "no kernel from map 1"),
    ):
        with pytest.raises(ValueError, match=words):
            weight_places(snapshot.connections, snapshot.trace, wrong)
    assert weights_of_kernel(snapshot.connections, KernelWeight(1, unread, 0, 0, 0)) == []


def test_a_kernels_own_parameters_are_those_of_its_layers_matrix() -> None:
    network = Architecture((Conv2d(3, 2, picture=(5, 5)), Dense(4, "softmax")), seed=1).network((25,))
    kernel = kernel_of(network.connections, KernelWeight(0, 0, 1, 0, 0))
    W = network.topology.table.named("W", network.parameters)[0]
    assert np.array_equal(network.parameters[kernel], W[:, :, 0, 1])

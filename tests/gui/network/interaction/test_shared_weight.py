"""A shared weight: all its connections, and what they add up to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.analysis.weight_places import SharedParts
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.interaction.shared_weight import shared_parts, sharing_edges, sharing_of

LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(6, 6)),
    Conv2d(2, 2, activation="tanh"),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    return snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)


def test_in_a_first_layer_of_3_x_3_the_middle_is_shared_by_all_and_the_corner_by_fewest() -> None:
    layers: tuple[Any, ...] = (Conv2d(8, 3, padding=1, picture=(16, 16)), Dense(4, "softmax"))
    group = Architecture(layers).network((256,)).connections[0]
    counts = [sharing_of(group, place * 8 + 5) for place in range(9)]
    assert counts == [225, 240, 225, 240, 256, 240, 225, 240, 225]


def test_its_connections_join_cells_that_lie_alike(snapshot: Any) -> None:
    group = snapshot.connections[0]
    # Row 0, column 2 of the window, map 1.
    edges = sharing_edges(group, frozenset([(0 * 3 + 2) * 3 + 1]))
    row, column = np.divmod(edges.target // 3, 6)
    assert (edges.source == (row - 1) * 6 + column + 1).all() and (edges.target % 3 == 1).all()
    assert len(edges) == 25 == sharing_of(group, (0 * 3 + 2) * 3 + 1)


def test_positive_and_negative_parts_add_up_to_the_gradient(snapshot: Any) -> None:
    for number in (0, 1):
        group = snapshot.connections[number]
        for parameter in np.unique(group.every.parameter)[::3].tolist():
            parts = shared_parts(snapshot, number, parameter)
            assert parts is not None and parts.positive >= 0 >= parts.negative
            assert parts.total == pytest.approx(float(snapshot.trace.gradient[parameter]), rel=1e-4, abs=1e-7)
            edges = sharing_edges(group, frozenset([parameter]))
            a = (snapshot.trace.x, *snapshot.trace.a)[group.source_layer]
            each = [
                float(a[s]) * float(snapshot.trace.delta[group.target_layer - 1][t])
                for s, t in zip(edges.source, edges.target, strict=True)
            ]
            assert parts.positive == pytest.approx(sum(part for part in each if part > 0))
            if parts.agreement is not None:
                assert parts.agreement == pytest.approx(abs(sum(each)) / sum(map(abs, each)), rel=1e-6)


def test_agreement_of_one_sign_is_whole_and_of_nothing_unknown() -> None:
    assert SharedParts(2.0, 0.0).agreement == 1.0 and SharedParts(2.0, -2.0).agreement == 0.0
    assert SharedParts(3.0, -1.0).agreement == 0.5 and SharedParts(0.0, 0.0).agreement is None


def test_a_weight_of_its_own_has_no_parts(snapshot: Any) -> None:
    assert shared_parts(snapshot, 2, int(snapshot.connections[2].every.parameter[0])) is None

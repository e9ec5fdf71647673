"""The windows that excite a map most: those that a plain loop over single pictures finds."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.exciting_windows import WindowSearch
from core.analysis.sample_tracer import SampleTracer
from core.nn.architecture import Architecture
from core.nn.network import Network
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN, digits

NETWORKS = {"small": SMALL_CNN, "lenet": LENET_1989}
X = digits(70).X_train


def network_of(name: str) -> Network:
    return Architecture(NETWORKS[name], seed=2).network((256,))


def by_plain_loop(network: Network, layer: int, number: int, rows: np.ndarray) -> list[tuple]:
    """(−a, −z, row, cell) of each picture's best cell, the best first."""
    tracer, maps, best = SampleTracer(network), network.topology.maps[layer + 1], []
    for row in rows.tolist():
        trace = tracer.trace(X[row].astype(np.float32))
        z, a = (part[layer].reshape(-1, maps)[:, number] for part in (trace.z, trace.a))
        best.append(max((float(a[cell]), float(z[cell]), row, cell) for cell in range(len(a))))
    return sorted(best, key=lambda own: (-own[0], -own[1], own[2]))


@pytest.mark.parametrize("name, layer, number", [("small", 0, 3), ("small", 2, 9), ("lenet", 1, 4)])
def test_they_are_those_of_a_plain_loop(name: str, layer: int, number: int) -> None:
    network, rows = network_of(name), np.arange(0, 70, 2)
    search = WindowSearch(network, layer, number, X, rows, 5)
    search._chunk = 8  # several chunks, of which the last is smaller
    assert not search.advance() and (search.done, search.total) == (8, 35)
    found = search.finish().found
    expected = by_plain_loop(network, layer, number, rows)[:5]
    assert len(set(found.row.tolist())) == 5, "no picture twice"
    np.testing.assert_allclose(found.a, [own[0] for own in expected], rtol=1e-5)
    np.testing.assert_allclose(found.z, [own[1] for own in expected], rtol=1e-5)
    maps = network.topology.maps[layer + 1]
    for row, cell, a in zip(found.row.tolist(), found.cell.tolist(), found.a.tolist(), strict=True):
        trace = SampleTracer(network).trace(X[row].astype(np.float32))
        assert trace.a[layer].reshape(-1, maps)[cell, number] == pytest.approx(a, rel=1e-5)


def test_of_a_map_that_is_silent_everywhere_those_come_first_that_are_nearest_to_speaking() -> None:
    network = network_of("small")
    network.layers[0].b[3] = -50
    found = WindowSearch(network, 0, 3, X, np.arange(70), 4).finish().found
    assert not found.a.any()
    assert found.z.tolist() == sorted(found.z.tolist(), reverse=True)
    expected = by_plain_loop(network, 0, 3, np.arange(70))
    np.testing.assert_allclose(found.z, [own[1] for own in expected[:4]], rtol=1e-6)


def test_it_is_of_the_parameters_as_they_were_at_its_beginning() -> None:
    network = network_of("small")
    search = WindowSearch(network, 2, 0, X, np.arange(70), 3)
    expected = WindowSearch(network, 2, 0, X, np.arange(70), 3).finish().found
    network.parameters += 1
    assert np.array_equal(search.finish().found.z, expected.z)


def test_what_is_not_finite_is_left_out() -> None:
    network = network_of("small")
    network.layers[0].W[...] = 1e38
    found = WindowSearch(network, 0, 0, X, np.arange(70), 70).finish().found
    assert np.isfinite(found.a).all() and np.isfinite(found.z).all()

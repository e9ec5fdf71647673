"""Windows that share nothing: examples on paper, its shapes, and that one whose weights are equal is a convolution."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.topology import Topology


def test_z_of_each_cell_on_paper() -> None:
    spec = LocallyConnected2d(1, 2, activation="identity", picture=(2, 3))
    W, b = np.array([1.0, 10, 100, 1000, 2, 0, 0, 3]), np.array([0.5, -0.5])
    layer = spec.layer((6,), (W, b))
    cache = layer.cache(1, np.dtype(np.float64), True)
    assert layer.forward(np.arange(1.0, 7.0)[None], cache).tolist() == [[5421.5, 2 * 2 + 3 * 6 - 0.5]]
    dW, db = np.empty_like(W), np.empty_like(b)
    dx = layer.backward(np.array([[1.0, -2.0]]), cache, (dW, db))
    assert dW.tolist() == [1, 2, 4, 5, -4, -6, -10, -12] and db.tolist() == [1, -2]
    assert dx.tolist() == [[1, 10 - 4, 0, 100, 1000, -6]]


def test_a_place_beyond_the_border_has_no_weight() -> None:
    spec = LocallyConnected2d(8, 3, 1, 1, picture=(16, 16))
    # The dense layer 256 -> 2,048 has 524,288; 46² of its windows' places lie on the digit.
    assert spec.parameter_shapes((256,)) == {"W": (16_928,), "b": (2_048,)}
    assert spec.out_shape((256,)) == (16, 16, 8)


@pytest.mark.parametrize("stride, padding", [(1, 0), (1, 1), (2, 1), (2, 2)])
def test_with_equal_weights_everywhere_it_is_a_convolution(stride: int, padding: int) -> None:
    settings = (3, 3, stride, padding, "tanh", False, (6, 5))
    rng = np.random.default_rng(4)
    networks = [
        Network(Topology((spec, Dense(2, "softmax")), (60,)), np.float64)
        for spec in (LocallyConnected2d(*settings), Conv2d(*settings))
    ]
    local, shared = networks
    shared.parameters[:] = rng.normal(0, 1, shared.parameter_count)
    kernel, bias = shared.layers[0].W, shared.layers[0].b
    ours, theirs = local.connections[0].every, shared.connections[0].every
    assert (ours.source == theirs.source).all() and (ours.target == theirs.target).all()
    local.parameters[ours.parameter] = shared.parameters[theirs.parameter]
    local.layers[0].b[:] = np.tile(bias, local.layers[0].b.size // 3)
    local.layers[1].W[:], local.layers[1].b[:] = shared.layers[1].W, shared.layers[1].b
    X = rng.normal(0, 1, (4, 60))
    np.testing.assert_allclose(local.predict(X), shared.predict(X), rtol=1e-12)
    assert kernel.size == 3 * 3 * 2 * 3 and len(set(ours.parameter.tolist())) == len(ours)


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="0 maps"):
        LocallyConnected2d(0)
    with pytest.raises(ValueError, match="'softmax' is no activation"):
        LocallyConnected2d(1, activation="softmax")
    with pytest.raises(ValueError, match="does not fit"):
        LocallyConnected2d(1, 4).out_shape((3, 3, 1))


def test_settings_that_change_nothing_are_left_out_where_sets_are_compared() -> None:
    assert LocallyConnected2d(2, 3, skip=True, picture=(4, 4)).canonical((4, 4, 2)) == LocallyConnected2d(2)
    same = LocallyConnected2d(2, 3, 1, 1, skip=True)
    assert same.canonical((4, 4, 2)) == same and same.is_residual((4, 4, 2))


def test_initial_weights_are_drawn_for_as_many_as_lead_to_a_cell() -> None:
    spec = LocallyConnected2d(8, 3, 1, 1, picture=(16, 16))
    network = Network(Topology((spec, Dense(2, "softmax")), (256,)), np.float64)
    parameters = network.topology.table.views(network.parameters)[0]
    rng = np.random.default_rng(0)
    spec.initialize(parameters, lambda n_in, n_out: np.sqrt(2 / n_in) * rng.standard_normal((n_in, n_out)))
    # 16,928 weights for 2,048 cells: 8.27 each, rounded to 8.
    assert parameters[0].std() == pytest.approx(np.sqrt(2 / 8), rel=0.02)
    assert not parameters[1].any()

"""A convolution: examples on paper, its shapes, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.convolution import Conv2d, Convolution
from core.nn.dense import Dense
from core.nn.layers import Residual
from core.nn.network import Network
from core.nn.topology import Topology
from core.nn.windows import Windows


def test_z_of_each_cell_on_paper() -> None:
    # A window of 2 on  1 2 3 / 4 5 6,  W = 1 10 / 100 1000: the cell's own number counts 1, its right one 10, ...
    W, b = np.array([[1.0], [10], [100], [1000]]), np.array([0.5])
    layer = Convolution(Windows((2, 3, 1), 2, 1), 1, W, b)
    cache = layer.cache(1, np.dtype(np.float64), needs_dx=True)
    assert layer.forward(np.arange(1.0, 7.0)[None], cache).tolist() == [[5421.5, 6532.5]]
    dW, db = np.empty_like(W), np.empty_like(b)
    dx = layer.backward(np.array([[1.0, -2.0]]), cache, (dW, db))
    # dC/dw = Σ x δ: 1 - 2 * 2, 2 - 2 * 3, 4 - 2 * 5, 5 - 2 * 6
    assert dW[:, 0].tolist() == [-3, -4, -6, -7] and db.tolist() == [-1]
    # What reaches cell (0, 1): 10 of the first window, 1 of the second.
    assert dx.tolist() == [[1, 10 - 2, -20, 100, 1000 - 200, -2000]]


def test_a_cells_channels_lie_side_by_side_and_each_map_has_its_own_column() -> None:
    # One window of 1 on a cell with the channels 3 and 5.
    W, b = np.array([[1.0, 2.0], [10.0, 20.0]]), np.array([0.25, 0.5])
    layer = Convolution(Windows((1, 1, 2), 1, 1), 2, W, b)
    cache = layer.cache(1, np.dtype(np.float64), needs_dx=False)
    assert layer.forward(np.array([[3.0, 5.0]]), cache).tolist() == [[53.25, 106.5]]


def test_gradients_are_not_written_where_none_are_asked_for() -> None:
    layer = Convolution(Windows((3, 3, 1), 3, 1), 1, np.ones((9, 1)), np.zeros(1))
    cache = layer.cache(2, np.dtype(np.float64), needs_dx=True)
    layer.forward(np.ones((2, 9)), cache)
    assert layer.backward(np.ones((2, 1)), cache, ()).tolist() == [[1.0] * 9] * 2


def test_shapes_of_outputs_and_parameters() -> None:
    spec = Conv2d(12, 5, 2, 2, picture=(16, 16))
    assert spec.out_shape((256,)) == (8, 8, 12)
    assert spec.parameter_shapes((256,)) == {"W": (5, 5, 1, 12), "b": (12,)}
    per_cell = Conv2d(12, 5, 2, 2, picture=(16, 16), bias_per_cell=True)
    assert per_cell.parameter_shapes((256,)) == {"W": (5, 5, 1, 12), "b": (768,)}
    sparse = Conv2d(3, 2, reads=((0,), (1, 2), (0, 1, 2)))
    assert sparse.parameter_shapes((4, 4, 3)) == {"W": (4 * 6,), "b": (3,)}


def test_a_skip_takes_equal_shapes() -> None:
    same = Conv2d(2, 3, 1, 1, skip=True)
    assert same.is_residual((4, 4, 2)) and not same.is_residual((4, 4, 1))
    assert isinstance(same.layer((4, 4, 2), (np.zeros((18, 2)), np.zeros(2))), Residual)
    assert not Conv2d(2, 3, 1, 0, skip=True).is_residual((4, 4, 2))


def test_settings_that_change_nothing_are_left_out_where_sets_are_compared() -> None:
    spec = Conv2d(2, 3, skip=True, picture=(4, 4), reads=((0, 1), (0, 1)))
    assert spec.canonical((4, 4, 2)) == Conv2d(2, 3)
    assert spec.canonical((32,)) == Conv2d(2, 3, picture=(4, 4))
    fewer = Conv2d(2, 3, reads=((0,), (0, 1)))
    assert fewer.canonical((4, 4, 2)) == fewer


@pytest.mark.parametrize(
    "settings, words",
    [
        ({"maps": 0}, "0 maps"),
        ({"maps": 2, "activation": "softmax"}, "'softmax' is no activation"),
        ({"maps": 2, "reads": ((0,),)}, "2 maps: name the channels"),
        ({"maps": 1, "reads": ((),)}, "1 maps: name the channels"),
        ({"maps": 1, "reads": ((1, 0),)}, "1 maps: name the channels"),
    ],
)
def test_what_makes_no_sense_is_refused(settings: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Conv2d(**settings)


def test_inputs_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="9 numbers are no picture"):
        Conv2d(1).out_shape((9,))
    with pytest.raises(ValueError, match="3 x 3 does not fit"):
        Conv2d(1).out_shape((2, 2, 1))
    with pytest.raises(ValueError, match="reads channel 4 of 2"):
        Conv2d(1, reads=((0, 4),)).parameter_shapes((5, 5, 2))


def test_initial_weights_have_the_size_that_their_fan_in_asks_for() -> None:
    # He et al. (2015): the standard deviation √(2 / fan_in), 9 * 16 here; and √(2 / 36) of maps that read 4 channels.
    reads = tuple(tuple((m + i) % 16 for i in range(4)) for m in range(64))
    for spec, fan_in in (
        (Conv2d(64), 144),
        (Conv2d(64, reads=tuple(tuple(sorted(own)) for own in reads)), 36),
    ):
        network = Network(Topology((spec, Dense(2, "softmax")), (8, 8, 16)), np.float64)
        parameters = network.topology.table.views(network.parameters)[0]
        rng = np.random.default_rng(0)
        asked = []

        def draw(n_in: int, n_out: int, asked: list[Any] = asked, rng: Any = rng) -> np.ndarray:
            asked.append((n_in, n_out))
            return np.sqrt(2 / n_in) * rng.standard_normal((n_in, n_out))

        spec.initialize(parameters, draw)
        assert set(asked) == {(fan_in, 9 * 64)}
        assert parameters[0].std() == pytest.approx(np.sqrt(2 / fan_in), rel=0.05)
        assert not parameters[1].any()


def test_an_initial_weight_of_a_sparse_kernel_lies_where_it_is_read() -> None:
    spec = Conv2d(2, 2, reads=((1,), (0, 2)))
    shapes = spec.parameter_shapes((3, 3, 3))
    W, b = (np.zeros(shape) for shape in shapes.values())
    spec.initialize(
        (W, b), lambda n_in, n_out: np.broadcast_to(np.arange(1.0, n_in + 1)[:, None], (n_in, n_out))
    )
    # Place by place: channel 0 of map 1, channel 1 of map 0, channel 2 of map 1.
    assert W.tolist() == [1, 1, 2, 3, 2, 4, 5, 3, 6, 7, 4, 8]

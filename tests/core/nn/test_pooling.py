"""Pools: examples on paper, who wins, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.pooling import AvgPool2d, MaxPool2d

# 4 high, 5 wide: the last column belongs to no block of 2.
PICTURE = np.array(
    [
        [1.0, 3.0, 2.0, 2.0, 9.0],
        [3.0, 0.0, 2.0, 2.0, 9.0],
        [0.0, 0.0, -1.0, -2.0, 9.0],
        [0.0, 5.0, -3.0, -1.0, 9.0],
    ]
)
DELTA = np.array([[1.0, 2.0, 3.0, 4.0]])


def passed(spec: MaxPool2d | AvgPool2d) -> tuple[np.ndarray, np.ndarray]:
    layer = spec.layer((20,), ())
    cache = layer.cache(1, np.dtype(np.float64), True)
    a = layer.forward(PICTURE.reshape(1, -1), cache).copy()
    return a, layer.backward(DELTA.copy(), cache, ()).reshape(4, 5)


def test_the_largest_of_each_block_and_the_first_of_equals_gets_all() -> None:
    a, back = passed(MaxPool2d(2, picture=(4, 5)))
    assert a.tolist() == [[3, 2, 5, -1]]
    assert back.tolist() == [[0, 1, 2, 0, 0], [0, 0, 0, 0, 0], [0, 0, 4, 0, 0], [0, 3, 0, 0, 0]]


def test_who_won_is_told_as_it_was_trained() -> None:
    spec = MaxPool2d(2, picture=(4, 5))
    assert spec.winners((20,), PICTURE.ravel()).tolist() == [1, 2, 16, 12]


def test_each_channel_has_its_own_winners() -> None:
    two = np.stack([PICTURE, -PICTURE], axis=2)
    found = MaxPool2d(2).winners((4, 5, 2), two.ravel())
    # Of -PICTURE's blocks the least of PICTURE's: its cells 6, 2, 10 and 13's... in units of two channels.
    cells = [[1, 6], [2, 2], [16, 10], [12, 17]]
    assert found.tolist() == [2 * own + channel for pair in cells for channel, own in enumerate(pair)]


def test_a_block_of_three_and_a_block_of_one() -> None:
    spec = MaxPool2d(3, picture=(4, 5))
    layer = spec.layer((20,), ())
    cache = layer.cache(1, np.dtype(np.float64), True)
    assert layer.forward(PICTURE.reshape(1, -1), cache).tolist() == [[3]]
    assert np.flatnonzero(layer.backward(np.array([[7.0]]), cache, ())).tolist() == [1]
    one = MaxPool2d(1, picture=(4, 5)).layer((20,), ())
    cache = one.cache(1, np.dtype(np.float64), True)
    assert one.forward(PICTURE.reshape(1, -1), cache).tolist() == [PICTURE.ravel().tolist()]
    grad = np.arange(20.0)[None]
    assert one.backward(grad.copy(), cache, ()).tolist() == grad.tolist()


def test_the_mean_of_each_block_and_each_gets_its_share() -> None:
    a, back = passed(AvgPool2d(2, picture=(4, 5)))
    assert a.tolist() == [[7 / 4, 2, 5 / 4, -7 / 4]]
    rows = [[0.25, 0.25, 0.5, 0.5, 0], [0.75, 0.75, 1, 1, 0]]
    assert back.tolist() == [rows[0], rows[0], rows[1], rows[1]]


def test_an_activation_follows_the_pool() -> None:
    a, back = passed(MaxPool2d(2, "relu", (4, 5)))
    assert a.tolist() == [[3, 2, 5, 0]] and back[2, 2] == 0
    a, back = passed(AvgPool2d(2, "relu", (4, 5)))
    assert a[0, 3] == 0 and back[2, 2] == 0 and back[0, 0] == 0.25


def test_shapes_and_that_there_are_no_parameters() -> None:
    for kind in (MaxPool2d, AvgPool2d):
        spec = kind(2)
        assert spec.out_shape((5, 8, 3)) == (2, 4, 3)
        assert spec.parameter_shapes((5, 8, 3)) == {} and not spec.is_residual((5, 8, 3))
        assert kind(2, picture=(4, 4)).canonical((4, 4, 1)) == kind(2)
        assert kind(2, picture=(4, 4)).canonical((16,)) == kind(2, picture=(4, 4))


def test_what_makes_no_sense_is_refused() -> None:
    for kind in (MaxPool2d, AvgPool2d):
        with pytest.raises(ValueError, match="blocks of 0"):
            kind(0)
        with pytest.raises(ValueError, match="'softmax' is no activation"):
            kind(2, "softmax")
        with pytest.raises(ValueError, match="3 x 3 does not fit a picture of 2 x 9"):
            kind(3).out_shape((2, 9, 1))

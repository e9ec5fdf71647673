"""Max pooling of whole batches gives what a plain loop over blocks gives, whatever came before it."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.max_pooling import MaxPooling

FLOAT32 = np.dtype(np.float32)


def by_a_loop(x: np.ndarray, grad: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """(rows, height, width, channels) → z and dC/dx, number by number."""
    rows, height, width, channels = x.shape
    z, dx = np.zeros(grad.shape, x.dtype), np.zeros(x.shape, x.dtype)
    for n, i, j, c in np.ndindex(rows, height // size, width // size, channels):
        places = [(n, i * size + u, j * size + v, c) for u in range(size) for v in range(size)]
        winner = max(places, key=lambda place: x[place])  # of equals the first
        z[n, i, j, c], dx[winner] = x[winner], grad[n, i, j, c]
    return z, dx


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("picture", [(6, 6, 1), (4, 5, 3), (7, 3, 2), (3, 3, 4)])
@pytest.mark.parametrize("rows", [1, 2, 5])
def test_every_number_is_a_plain_loops(picture: tuple[int, int, int], size: int, rows: int) -> None:
    rng = np.random.default_rng(rows)
    pooling = MaxPooling(picture, size)
    cache = pooling.cache(rows, FLOAT32, True)
    height, width, channels = picture
    for _ in range(3):  # buffers are used again
        # Few different numbers, so that there are equals, and blocks of zeros as behind ReLU.
        x = np.maximum(rng.integers(-3, 4, (rows, *picture)), 0).astype(np.float32)
        grad = rng.normal(size=(rows, height // size, width // size, channels)).astype(np.float32)
        z, dx = by_a_loop(x, grad, size)
        given = x.reshape(rows, -1).copy()
        np.testing.assert_array_equal(pooling.forward(given, cache), z.reshape(rows, -1))
        np.testing.assert_array_equal(
            pooling.backward(grad.reshape(rows, -1), cache, ()), dx.reshape(rows, -1)
        )
        np.testing.assert_array_equal(given, x.reshape(rows, -1))


def test_negative_numbers_win_where_all_are_negative() -> None:
    pooling = MaxPooling((2, 2, 1), 2)
    cache = pooling.cache(1, FLOAT32, True)
    assert pooling.forward(np.array([[-3, -1, -2, -5]], np.float32), cache).tolist() == [[-1]]
    assert pooling.backward(np.array([[2]], np.float32), cache, ()).tolist() == [[0, 2, 0, 0]]


def test_where_nobody_asks_nothing_goes_back() -> None:
    pooling = MaxPooling((4, 4, 2), 2)
    cache = pooling.cache(3, FLOAT32, False)
    assert pooling.forward(np.ones((3, 32), np.float32), cache).tolist() == np.ones((3, 8)).tolist()
    assert pooling.backward(np.ones((3, 8), np.float32), cache, ()).shape == (0, 32)

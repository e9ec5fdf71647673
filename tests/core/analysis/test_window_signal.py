"""Which windows see a signal, against a loop over every number that each covers."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.window_signal import windows_with_signal
from core.nn.convolution import Conv2d


def looked_at(x: np.ndarray, kernel: int, stride: int, padding: int) -> list[bool]:
    """(rows, columns, channels): for each window, row by row, whether a number in it is not 0."""
    rows, columns, _ = x.shape
    flags = []
    for top in range(-padding, rows + padding - kernel + 1, stride):
        for left in range(-padding, columns + padding - kernel + 1, stride):
            seen = [
                x[i, j].any()
                for i in range(top, top + kernel)
                for j in range(left, left + kernel)
                if 0 <= i < rows and 0 <= j < columns
            ]
            flags.append(any(seen))
    return flags


@pytest.mark.parametrize("kernel, stride, padding", [(3, 1, 1), (3, 1, 0), (5, 2, 2), (2, 2, 0), (3, 3, 2)])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_window_sees_a_signal_where_one_of_its_numbers_is_not_0(
    kernel: int, stride: int, padding: int, channels: int
) -> None:
    rng = np.random.default_rng(kernel + 10 * channels)
    x = rng.normal(0, 1, (9, 8, channels)) * (rng.random((9, 8, channels)) < 0.05)
    spec = Conv2d(2, kernel, stride, padding)
    flags = windows_with_signal(spec, x.shape, x.ravel())
    expected = looked_at(x, kernel, stride, padding)
    assert flags.tolist() == expected and 0 < sum(expected) < len(expected)


def test_a_list_of_numbers_lies_as_the_layer_says() -> None:
    x = np.zeros(12)
    # Row 2, column 1 of 4 x 3.
    x[7] = 1.0
    flags = windows_with_signal(Conv2d(1, 1, picture=(4, 3)), (12,), x)
    assert np.flatnonzero(flags).tolist() == [7]
    assert not windows_with_signal(Conv2d(1, 3, padding=1, picture=(4, 3)), (12,), np.zeros(12)).any()

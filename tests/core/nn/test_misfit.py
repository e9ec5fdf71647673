"""What does not fit is found, with its layer and the numbers that a sentence needs; what fits makes a network."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.misfit import Misfit, find_misfit
from core.nn.pooling import AvgPool2d, MaxPool2d

DIGITS = (256, (16, 16))


@pytest.mark.parametrize(
    ("hidden", "data", "expected"),
    [
        ([Dense(4)] * 101, DIGITS, Misfit("layers", 0, 101, 100)),
        # 256·1,024 + 1,024, twelve times 1,024·1,024 + 1,024, and 1,024·10 + 10.
        ([Dense(1024)] * 12, DIGITS, None),
        ([Dense(1024)] * 13, DIGITS, Misfit("parameters", 0, 12_868_618, 12_000_000)),
        ([Conv2d(4)], (2, None), Misfit("no_picture", 1)),
        ([MaxPool2d(2)], (2, None), Misfit("no_picture", 1)),
        ([Dense(4), Conv2d(4)], DIGITS, Misfit("behind_dense", 2)),
        ([Conv2d(4), Dense(4), AvgPool2d(2)], DIGITS, Misfit("behind_dense", 3)),
        ([Conv2d(4, 17)], DIGITS, Misfit("window", 1, 17, 16, (16, 16))),
        ([Conv2d(4, 19, padding=1)], DIGITS, Misfit("window", 1, 19, 18, (16, 16))),
        ([MaxPool2d(4), Conv2d(4, 5)], DIGITS, Misfit("window", 2, 5, 4, (4, 4))),
        ([Conv2d(4, 1001, padding=1000)], DIGITS, Misfit("window", 1, 1001, 1000, (16, 16))),
        ([Conv2d(4, 3, padding=3)], DIGITS, Misfit("padding", 1, 3, 2, (16, 16))),
        ([Conv2d(4, 5, padding=3)], (10, (2, 5)), None),
        ([MaxPool2d(4), AvgPool2d(5)], DIGITS, Misfit("block", 2, 5, 4, (4, 4))),
        (
            [Conv2d(3), Conv2d(2, reads=((0, 1), (1, 3)))],
            DIGITS,
            Misfit("channels", 2, 4, 3, (14, 14)),
        ),
        ([Conv2d(257)], (256, (16, 16)), None),
        ([Conv2d(17, padding=1)], (4096, (64, 64)), Misfit("units", 1, 69_632, 65_536)),
        # 64·64 windows of 7·7·16.
        (
            [Conv2d(16, padding=1), Conv2d(1, 7, padding=3)],
            (4096, (64, 64)),
            Misfit("covered", 2, 3_211_264, 2_000_000, (64, 64)),
        ),
        ([Conv2d(8), MaxPool2d(), LocallyConnected2d(4), Dense(3)], DIGITS, None),
    ],
)
def test_the_first_thing_that_does_not_fit_is_found(hidden: Any, data: Any, expected: Misfit | None) -> None:
    assert find_misfit((*hidden, Dense(10, "softmax")), *data) == expected


@pytest.mark.parametrize("begin", range(0, 200, 50))
def test_what_fits_makes_a_network_and_what_makes_none_does_not_fit(begin: int) -> None:
    for seed in range(begin, begin + 50):
        check_fits_where_it_makes_a_network(seed)


def check_fits_where_it_makes_a_network(seed: int) -> None:
    rng = np.random.default_rng(seed)
    picture = (int(rng.integers(1, 13)), int(rng.integers(1, 13)))
    hidden: list[Any] = []
    for _ in range(int(rng.integers(1, 5))):
        kernel, stride, padding = (int(rng.integers(low, 5)) for low in (1, 1, 0))
        hidden.append(
            [
                Conv2d(2, kernel, stride, padding),
                LocallyConnected2d(2, kernel, stride, padding),
                MaxPool2d(kernel),
                AvgPool2d(kernel),
                Dense(3),
            ][int(rng.choice(5, p=[0.3, 0.3, 0.15, 0.15, 0.1]))]
        )
    architecture = Architecture.dense().with_hidden(hidden).on_picture(picture)
    n_in = picture[0] * picture[1]
    if find_misfit(architecture.layers, n_in, picture) is None:
        network = architecture.network((n_in,))
        assert network.predict(np.zeros((1, n_in), np.float32)).shape == (1, 10), seed
    else:
        try:
            architecture.network((n_in,))
        except ValueError:
            return
        pytest.fail(f"seed {seed}: it makes a network")


def test_a_locally_connected_layer_that_is_far_too_large_is_refused_with_its_number() -> None:
    layers = (Conv2d(16, padding=1), LocallyConnected2d(64, 5, 2, 2), Dense(10, "softmax"))
    # 32 windows at a side of 5 cells, of which the first lacks two and the last one: 157 · 157 places of 16 channels
    # for 64 maps, and biases; 9·16 + 16 in the convolution, 65,536·10 + 10 in the output.
    count = 160 + 157 * 157 * 16 * 64 + 65_536 + 655_370
    assert find_misfit(layers, 4096, (64, 64)) == Misfit("parameters", 0, count, 12_000_000)

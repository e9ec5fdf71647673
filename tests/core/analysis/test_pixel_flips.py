"""What each pixel decides: held against networks that are written out here in float64, and against whole passes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.evaluation import NO_ANSWER
from core.analysis.pixel_flips import NO_PIXEL, Flipper, SingleFlips, changed, flipped, margins
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.pooling import MaxPool2d


def plain_logits(network: Network, x: np.ndarray) -> np.ndarray:
    """z of the last layer of a dense ReLU network, for one input, in float64 and without the app's own layers."""
    a = x.astype(np.float64)
    for number, layer in enumerate(network.layers):
        z = a @ layer.W.astype(np.float64) + layer.b.astype(np.float64)
        a = z if number == len(network.layers) - 1 else np.where(z > 0, z, 0)
    return a


def plain_loss(z: np.ndarray, label: int) -> float:
    """-ln softmax(z)[label]."""
    return float(np.log(np.exp(z - z.max()).sum()) + z.max() - z[label])


def with_flips(x: np.ndarray, *pixels: int) -> np.ndarray:
    other = x.copy()
    for pixel in pixels:
        other[pixel] = 1 - other[pixel]
    return other


def ink(count: int, seed: int = 0) -> np.ndarray:
    return (np.random.default_rng(seed).random(count) < 0.3).astype(np.float32)


def trained_like(sizes: tuple[int, ...], seed: int = 0, dtype: type = np.float32) -> Network:
    """Weights and biases large enough that answers differ."""
    network = Network.dense(sizes, seed=seed, dtype=dtype)
    network.parameters[:] = np.random.default_rng(seed).normal(0, 1.0, network.parameter_count)
    return network


@pytest.mark.parametrize("dtype, tolerance", [(np.float32, 2e-4), (np.float64, 1e-10)])
@pytest.mark.parametrize("sizes", [(49, 12, 8, 5), (49, 1, 5), (49, 5)])
def test_every_flip_is_what_a_plain_pass_of_that_picture_gives(
    sizes: tuple[int, ...], dtype: type, tolerance: float
) -> None:
    network, x = trained_like(sizes, 3, dtype), ink(49)
    singles = SingleFlips(Flipper(network, x, 2)).finish()
    for row, pixels in enumerate([(), *((pixel,) for pixel in range(49))]):
        z = plain_logits(network, with_flips(x.astype(np.float64), *pixels))
        assert singles.losses[row] == pytest.approx(plain_loss(z, 2), rel=tolerance, abs=tolerance)
        assert singles.answers[row] == z.argmax()
        first = int(singles.answers[0])
        assert singles.margins[row] == pytest.approx(z[first] - np.delete(z, first).max(), abs=10 * tolerance)
        y = np.exp(z - z.max())
        assert singles.confidences[row] == pytest.approx(y[first] / y.sum(), abs=tolerance)
    assert singles.changes.tolist() == (singles.answers[1:] != singles.answers[0]).tolist()
    assert singles.changes.any() == (sizes[1] != 1)


def test_of_a_convolution_it_is_what_the_network_says_to_each_picture_alone() -> None:
    layers = (Conv2d(6, 3, padding=1, picture=(12, 12)), MaxPool2d(2), Dense(4, "softmax"))
    network = Architecture(layers, seed=2).network((144,))
    x = ink(144, 5)
    flipper = Flipper(network, x, 1)
    flipper.rows = 10  # many chunks, of which the last is smaller
    singles = SingleFlips(flipper)
    calls = 1
    while not singles.advance():
        calls += 1
    assert calls == 15
    alone = np.array(
        [network.predict(with_flips(x, *own)[None])[0] for own in [(), *((p,) for p in range(144))]]
    )
    np.testing.assert_allclose(np.exp(-singles.losses), alone[:, 1], rtol=1e-5)
    assert singles.answers.tolist() == alone.argmax(axis=1).tolist()
    np.testing.assert_allclose(singles.confidences, alone[:, singles.answer], rtol=1e-5)


def test_a_grey_pixel_becomes_as_dark_as_it_was_light() -> None:
    x = np.array([0, 1, 0.25, 0.5], np.float32)
    assert flipped(x).tolist() == [1, 0, 0.75, 0.5]
    network = trained_like((4, 3))
    singles = SingleFlips(Flipper(network, x, 0)).finish()
    # A pixel that is half dark is its own opposite.
    assert singles.losses[4] == singles.losses[0] and singles.losses[3] != singles.losses[0]
    z = plain_logits(network, np.array([0, 1, 0.75, 0.5]))
    assert singles.losses[3] == pytest.approx(plain_loss(z, 0), rel=1e-5)


def test_a_grey_picture_of_64_by_64_goes_in_chunks() -> None:
    network = Network.dense((4096, 3, 2), seed=1)
    x = np.random.default_rng(0).random(4096).astype(np.float32)
    singles = SingleFlips(Flipper(network, x, 0))
    assert not singles.advance()
    singles.finish()
    for pixel in (0, 1022, 1023, 1024, 4095):
        z = plain_logits(network, with_flips(x.astype(np.float64), pixel))
        assert singles.losses[1 + pixel] == pytest.approx(plain_loss(z, 0), rel=1e-4)


def test_the_picture_stays_as_it_is_and_several_pixels_are_flipped_at_once() -> None:
    network, x = trained_like((9, 4)), ink(9)
    flipper = Flipper(network, x)
    rows = np.array([[0, 8], [NO_PIXEL, 3], [NO_PIXEL, NO_PIXEL], [8, 1]])
    for _ in range(2):
        logits = flipper.logits(rows).T.copy()
        for own, pixels in zip(logits, ((0, 8), (3,), (), (8, 1)), strict=True):
            np.testing.assert_allclose(
                own, plain_logits(network, with_flips(x, *pixels)), rtol=1e-5, atol=1e-5
            )
    assert flipper.x.tolist() == x.tolist()


def test_without_a_right_class_there_is_no_c_but_there_are_answers() -> None:
    network, x = trained_like((16, 6, 3)), ink(16)
    singles = SingleFlips(Flipper(network, x)).finish()
    assert np.isnan(singles.losses).all() and (singles.answers >= 0).all()


@pytest.mark.parametrize("output, loss", [("sigmoid", "cross_entropy"), ("identity", "squared_error")])
def test_other_outputs_and_losses(output: str, loss: str) -> None:
    network = Network.dense((9, 3), output=output, seed=4)
    x = ink(9, 2)
    singles = SingleFlips(Flipper(network, x, 1, loss)).finish()
    z, target = plain_logits(network, with_flips(x, 7)), np.eye(3)[1]
    if output == "sigmoid":
        y = 1 / (1 + np.exp(-z))
        expected = -(target * np.log(y) + (1 - target) * np.log(1 - y)).sum()
    else:
        expected = 0.5 * ((z - target) ** 2).sum()
    assert singles.losses[8] == pytest.approx(expected, rel=1e-5)
    assert singles.answers[8] == z.argmax()


def test_a_blank_picture_and_zero_weights_have_no_answer_and_nothing_changes_it() -> None:
    network = Network.dense((9, 3))
    network.parameters[:] = 0
    singles = SingleFlips(Flipper(network, np.zeros(9, np.float32), 1)).finish()
    assert set(singles.answers.tolist()) == {NO_ANSWER} and not singles.changes.any()
    assert singles.losses == pytest.approx(np.full(10, math.log(3)))
    assert np.isnan(singles.confidences).all()


def test_a_diverged_network_has_no_answer() -> None:
    network = Network.dense((9, 4, 3))
    network.parameters[:] = np.nan
    singles = SingleFlips(Flipper(network, ink(9), 1)).finish()
    assert set(singles.answers.tolist()) == {NO_ANSWER} and not singles.changes.any()
    assert not np.isfinite(singles.losses).any()


def test_of_a_single_class_nothing_is_changed() -> None:
    network = Network.dense((9, 1))
    singles = SingleFlips(Flipper(network, ink(9), 0)).finish()
    assert set(singles.answers.tolist()) == {0} and not singles.changes.any()
    assert (singles.margins == np.inf).all()


def test_the_margin_is_below_0_where_another_is_larger() -> None:
    logits = np.array([[3.0, 1.0, np.nan], [1.0, 3.5, 0.0], [2.0, 0.0, 0.0]])
    assert margins(logits, 0)[:2].tolist() == [1.0, -2.5] and np.isnan(margins(logits, 0)[2])


def test_no_answer_is_no_other_answer() -> None:
    assert changed(np.array([2, NO_ANSWER, 1]), 2).tolist() == [False, False, True]

"""Curves on the line: training points on them, test points between, and a drawn one is met where it was drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.data.toy_1d import CURVES, curve_through, make_line
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig


@pytest.mark.parametrize("kind", list(CURVES))
def test_a_curve_spans_its_range_and_the_test_lies_between(kind: str) -> None:
    data = make_line(kind, 101)
    x = data.X_train[:, 0]
    np.testing.assert_allclose(x, np.linspace(-1, 1, 101), atol=1e-7)
    np.testing.assert_allclose(data.X_test[:, 0], (x[:-1] + x[1:]) / 2, atol=1e-6)
    assert np.abs(data.y_train).max() <= 1 + 1e-6 and data.is_regression
    assert (data.n_in, data.n_out, data.y_train.dtype) == (1, 1, np.float32)


@pytest.mark.parametrize(
    ("kind", "x", "y"),
    [
        ("sine", 0.5, 1.0),
        ("step", -0.1, -0.8),
        ("step", 0.0, 0.8),
        ("triangle", 0.5, 1.0),
        ("triangle", 0.0, -1.0),
        ("triangle", 0.75, 0.0),
        ("abs", -0.3, 0.3),
        ("polynomial", 0.5, -1.0),  # 4/8 - 3/2
        ("sines", 0.5, 0.4),  # (1 - 1 + 1) / 2.5
    ],
)
def test_curves_pass_where_paper_says(kind: str, x: float, y: float) -> None:
    assert CURVES[kind](np.array([x]))[0] == pytest.approx(y, abs=1e-12)


def test_noise_is_on_the_training_points_alone() -> None:
    plain, noisy = make_line("sine", 2000), make_line("sine", 2000, noise=0.2, seed=5)
    difference = noisy.y_train - plain.y_train
    assert abs(difference.std() - 0.2) < 0.02 and abs(difference.mean()) < 0.02
    np.testing.assert_array_equal(noisy.y_test, plain.y_test)


def test_a_drawn_curve_is_met_at_its_points_and_on_the_lines_between() -> None:
    # From (10, 100) over (20, 300) to (30, 200), drawn from right to left.
    data = curve_through([[30, 200], [20, 300], [10, 100]], 201)
    for x, y in ((-1.0, -1.0), (-0.5, 0.0), (0.0, 1.0), (0.5, 0.5), (1.0, 0.0)):
        place = int(np.argmin(np.abs(data.X_train[:, 0] - x)))
        assert data.y_train[place, 0] == pytest.approx(y, abs=1e-6)


def test_points_above_one_another_count_by_their_mean_and_a_flat_line_is_0() -> None:
    data = curve_through([[0, 0], [1, 0], [1, 2], [2, 3]], 11)
    # Heights 0, 1, 3 become -1, -1/3, 1.
    assert data.y_train[5, 0] == pytest.approx(-1 / 3, abs=1e-6)
    np.testing.assert_array_equal(curve_through([[0, 7], [5, 7]]).y_train, 0.0)


def test_a_drawing_of_any_size_is_scaled_without_overflow() -> None:
    data = curve_through([[0, -1e308], [1e308, 1e307], [1.5e308, 7e307]])
    assert np.isfinite(data.y_train).all()
    assert (data.y_train.min(), data.y_train.max()) == (-1.0, 1.0)


def test_a_small_network_learns_the_sine() -> None:
    config = TrainingConfig(loss="squared_error", learning_rate=0.01, batch_size=32)
    network = Network.dense((1, 32, 1), "tanh", "identity", initializer="spread")
    trainer = Trainer(network, make_line("sine"), config)
    while trainer.epoch < 200:
        trainer.step()
    # ½ (y - ŷ)² of 0.001 is an error of 0.045.
    assert trainer.total_loss("test") / len(trainer.dataset.y_test) < 0.001


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([[1, 2, 3]], "two columns"),
        ([[1, float("nan")], [2, 3]], "finite"),
        ([1, 2], "two columns"),
        ([[1, 2], [1, 5]], "from left to right"),
    ],
)
def test_a_drawing_that_is_no_curve_is_refused(points: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        curve_through(points)


@pytest.mark.parametrize(
    ("kind", "wishes", "words"),
    [
        ("circle", {}, "'circle'.*sine"),
        ("sine", {"count": 3}, "count 3"),
        ("sine", {"noise": -1}, "noise -1"),
    ],
)
def test_a_bad_wish_is_refused_and_quoted(kind: str, wishes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make_line(kind, **wishes)

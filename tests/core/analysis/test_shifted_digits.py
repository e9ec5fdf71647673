"""Digits that are moved: pixel by pixel as by a plain loop, and how many of them are answered right."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.shifted_digits import DIRECTIONS, ShiftedEvaluation, ShiftedRight, directions, shifted
from core.nn.network import Network

PICTURE = 4, 5


def pictures(count: int, seed: int = 0) -> np.ndarray:
    return (np.random.default_rng(seed).random((count, 20)) < 0.5).astype(np.uint8)


def moved_by_a_loop(X: np.ndarray, down: int, right: int) -> np.ndarray:
    rows, columns = PICTURE
    moved = np.zeros_like(X)
    for n in range(len(X)):
        for row in range(rows):
            for column in range(columns):
                if 0 <= row + down < rows and 0 <= column + right < columns:
                    moved[n, (row + down) * columns + column + right] = X[n, row * columns + column]
    return moved


@pytest.mark.parametrize("down", [-6, -2, -1, 0, 1, 3, 4])
@pytest.mark.parametrize("right", [-5, -1, 0, 2, 7])
def test_a_picture_is_moved_pixel_by_pixel(down: int, right: int) -> None:
    X = pictures(6)
    assert np.array_equal(shifted(X, PICTURE, down, right), moved_by_a_loop(X, down, right))


def test_there_are_four_directions_and_one_way_not_to_move() -> None:
    assert directions(0) == ((0, 0),)
    assert sorted(directions(2)) == sorted([(2, 0), (-2, 0), (0, 2), (0, -2)])


def measured(network: Network, X: np.ndarray, y: np.ndarray) -> ShiftedRight:
    evaluation = ShiftedEvaluation(network, X, y, PICTURE)
    while not evaluation.advance():
        pass
    return evaluation.result()


def test_right_answers_and_lost_ink_are_those_of_a_plain_loop() -> None:
    X, network = pictures(300, seed=1), Network.dense((20, 6, 3), seed=2)
    y = np.random.default_rng(3).integers(0, 3, 300)
    found = measured(network, X, y)
    assert found.answers.tolist() == [300, 1200, 1200]
    for place, distance in enumerate((0, 1, 2)):
        right = ink = 0
        ways = DIRECTIONS if distance else ((0, 0),)
        for down, to_right in ways:
            moved = moved_by_a_loop(X, distance * down, distance * to_right)
            right += int(np.sum(network.predict(moved.astype(np.float32)).argmax(axis=1) == y))
            ink += int(moved.sum())
        assert found.right[place] == right
        assert found.accuracies[place] == pytest.approx(right / (300 * len(ways)))
        assert found.ink_lost[place] == pytest.approx(1 - ink / (len(ways) * int(X.sum())))


def test_an_answer_that_several_outputs_have_is_not_right() -> None:
    network = Network.dense((20, 3), initializer="zero")
    assert measured(network, pictures(10), np.zeros(10, np.int64)).right.tolist() == [0, 0, 0]


def test_blank_pictures_lose_no_share_of_ink_that_is_no_number() -> None:
    found = measured(Network.dense((20, 3)), np.zeros((2, 20)), np.zeros(2, np.int64))
    assert np.isfinite(found.ink_lost).all()

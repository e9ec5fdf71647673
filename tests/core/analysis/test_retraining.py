"""Trainings without some examples, against trainings that are written out; and when an effect can be told."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import comb

import numpy as np
import pytest

from core.analysis.retraining import RANDOM, WITH, WITHOUT, Retraining, effect_of, without
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.small_data import small_data

DATA = small_data(40)
CONFIG = TrainingConfig(batch_size=8, seed=3, learning_rate=0.01)
ROWS = np.array([4, 17, 0, 39])
X = DATA.X_test[2].astype(np.float32)


def network_of(number: int) -> Network:
    return Network.dense((6, 5, 3), seed=20 + number)


def retraining(config: TrainingConfig = CONFIG, rows: np.ndarray = ROWS, seeds: int = 2) -> Retraining:
    return Retraining(network_of, DATA, config, rows, 30, X, 1, seeds)


def finished(work: Retraining) -> np.ndarray:
    while not work.advance():
        pass
    return work.losses


def test_each_network_is_trained_from_its_seed_with_all_and_without_those() -> None:
    work = retraining()
    losses = finished(work)
    assert work.done == work.total == 30 * 6
    less = without(DATA, ROWS)
    assert np.array_equal(less.X_train, np.delete(DATA.X_train, ROWS, axis=0))
    assert np.array_equal(less.y_train, np.delete(DATA.y_train, ROWS))
    assert less.X_test is DATA.X_test
    for number in range(2):
        for kind, data in ((WITH, DATA), (WITHOUT, less)):
            alone = Trainer(network_of(number), data, replace(CONFIG, seed=4 + number))
            for _ in range(30):
                alone.step()
            assert losses[kind, number] == alone.trace(X, 1).loss
    assert len(set(losses.ravel().tolist())) == 6, "others at random make other losses too"


def test_at_random_as_many_others_are_left_out_another_lot_for_each_seed() -> None:
    work = retraining()
    one, other = (work._rows_of(RANDOM, seed) for seed in (4, 5))
    for rows in (one, other):
        assert len(set(rows.tolist())) == 4 and not set(rows) & set(ROWS)
    assert set(one) != set(other)
    assert np.array_equal(one, work._rows_of(RANDOM, 4))


def test_what_is_trained_so_far_is_there_and_the_rest_is_missing() -> None:
    work = retraining()
    while np.isnan(work.losses[WITHOUT, 0]):
        assert not work.advance()
    assert np.isfinite(work.losses[:2, 0]).all() and np.isnan(work.losses).sum() == 4
    assert work.done == 60


def test_a_batch_is_no_larger_than_what_is_left_and_a_diverged_training_is_infinite() -> None:
    assert np.isfinite(finished(retraining(replace(CONFIG, batch_size=40), seeds=1))).all()
    wild = TrainingConfig(optimizer="sgd", learning_rate=1000.0, batch_size=1, l2=10.0)
    work = retraining(wild, seeds=1)
    assert np.isinf(finished(work)).all()
    assert work.done == work.total


def test_half_of_the_examples_are_too_many() -> None:
    with pytest.raises(ValueError, match="20 of 40"):
        retraining(rows=np.arange(20))


def test_labels_that_were_shuffled_go_with_their_examples() -> None:
    marked = replace(DATA, wrong_labels=np.arange(40) % 2 == 0)
    less = without(marked, np.array([0, 1, 2]))
    assert less.wrong_labels is not None and len(less.wrong_labels) == 37 and not less.wrong_labels[0]


@pytest.mark.parametrize(
    "one, other, effect",
    [
        ([1, 2, 3, 4], [5, 6, 7, 8], 1),
        ([1, 2, 3, 4], [4, 6, 7, 8], 0),
        ([5, 6, 7, 8], [1, 2, 3, 4.9], -1),
        ([1, 2, 3, 4], [2, 3, 9, 9], 0),
        ([1, 2, 3, 4], [5, 6, np.nan, 8], 0),
        ([1, 2, 3, 4], [5, np.inf, np.inf, 8], 1),
        ([np.inf] * 4, [np.inf] * 4, 0),
        ([], [], 0),
    ],
)
def test_an_effect_is_told_where_the_ranges_do_not_overlap(one: list, other: list, effect: int) -> None:
    assert effect_of(np.array(one), np.array(other)) == effect


def test_without_an_effect_that_happens_by_chance_in_2_of_70_orders() -> None:
    values = np.arange(8.0)
    told = 0
    for chosen in combinations(range(8), 4):
        rest = np.delete(values, chosen)
        told += effect_of(values[list(chosen)], rest) != 0
    assert (told, comb(8, 4)) == (2, 70)

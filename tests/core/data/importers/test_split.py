"""The split: seeded, of the share asked for, and each class is there to be learned."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data.importers.split import check_classes, split_order
from core.data.refusals import DatasetError


@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=60),
    st.floats(0, 1, exclude_min=True, exclude_max=True),
    st.integers(0, 2**32),
)
def test_every_example_is_on_one_side_and_every_class_is_learned(
    labels: list[int], share: float, seed: int
) -> None:
    y = np.array(labels)
    order, n_train = split_order(y, share, seed)
    assert sorted(order.tolist()) == list(range(len(y)))
    assert set(y[order[:n_train]].tolist()) == set(labels)
    assert len(set(labels)) <= n_train <= max(len(y) - 1, len(set(labels)))


@pytest.mark.parametrize(("share", "n_test"), [(0.2, 20), (0.5, 50), (0.001, 1), (0.999, 97)])
def test_the_share_is_rounded_to_whole_examples(share: float, n_test: int) -> None:
    order, n_train = split_order(np.arange(100) % 3, share, 0)
    assert len(order) - n_train == n_test


def test_a_seed_gives_one_order_and_another_seed_another() -> None:
    y = np.arange(100) % 3
    orders = [split_order(y, 0.2, seed)[0].tolist() for seed in (4, 4, 5)]
    assert orders[0] == orders[1] != orders[2]


def test_learning_does_not_begin_with_one_of_each_class() -> None:
    y = np.repeat(np.arange(10), 100)
    begins = [len(set(y[split_order(y, 0.2, seed)[0][:10]].tolist())) for seed in range(20)]
    assert min(begins) < 10


def test_examples_of_which_each_is_the_only_one_of_its_class_leave_none_to_test_with() -> None:
    check_classes(Path("own.csv"), np.array([0, 1, 0]))
    with pytest.raises(DatasetError, match="one example for each of its 3 classes"):
        check_classes(Path("own.csv"), np.array([0, 2, 1]))

"""What all made data sets share: values are checked, and the examples split into two parts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.data.toy_data import check, split


@pytest.mark.parametrize("value", [0.01, 0.9, np.float32(0.5), 1 / 3])
def test_a_number_within_its_bounds_will_do(value: Any) -> None:
    check("point_noise", value, 0.01, 0.9)


@pytest.mark.parametrize(
    ("value", "whole", "words"),
    [
        (0.009, False, "noise 0.009: give a number from 0.01 to 9"),
        (9.001, False, "noise 9.001: give a number from 0.01 to 9"),
        (float("nan"), False, "noise nan: give a number from 0.01 to 9"),
        (True, False, "noise True: give a number from 0.01 to 9"),
        ("1", False, "noise '1': give a number from 0.01 to 9"),
        (2.0, True, "count 2.0: give a whole number from 0.01 to 9"),
        (True, True, "count True: give a whole number from 0.01 to 9"),
    ],
)
def test_any_other_value_is_quoted(value: Any, whole: bool, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        check("point_count" if whole else "point_noise", value, 0.01, 9, whole)


@pytest.mark.parametrize(
    ("count", "share", "tests"),
    # Rounded, but one at least on either side.
    [(10, 0.2, 2), (10, 0.26, 3), (10, 0.01, 1), (2, 0.9, 1), (10, 0.9, 9), (101, 0.5, 50)],
)
def test_the_share_of_the_examples_is_for_the_test_and_none_is_lost(
    count: int, share: float, tests: int
) -> None:
    X, y = np.arange(2.0 * count).reshape(count, 2), np.arange(count)
    data = split(X, y, share, np.random.default_rng(3), ("a", "b"))
    assert (len(data.y_test), len(data.y_train)) == (tests, count - tests)
    assert sorted([*data.y_test.tolist(), *data.y_train.tolist()]) == list(range(count))
    for part, labels in ((data.X_train, data.y_train), (data.X_test, data.y_test)):
        # Each example keeps its own label: row i of X is (2i, 2i + 1).
        np.testing.assert_array_equal(part, np.stack([2.0 * labels, 2.0 * labels + 1], axis=1))
        assert part.dtype == np.float32 and not part.flags.writeable and not labels.flags.writeable
    assert data.class_names == ("a", "b")


def test_the_order_is_random_and_the_generators_alone() -> None:
    X, y = np.zeros((50, 1)), np.arange(50)
    orders = [split(X, y, 0.2, np.random.default_rng(seed), ()).y_train.tolist() for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2] and orders[0] != sorted(orders[0])


@pytest.mark.parametrize("share", [0.0, 0.91, 1])
def test_a_share_of_nothing_or_all_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="test share"):
        split(np.zeros((9, 1)), np.arange(9), share, np.random.default_rng(0), ())

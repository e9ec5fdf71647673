"""Fewer digits, some classes, shuffled labels and noise: exactly what was asked for, and nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.digit_subset import choose_digits


@pytest.fixture(scope="module")
def data() -> Dataset:
    """Each example's pixels are its own number in bits, so that it can be told again."""
    rng = np.random.default_rng(0)
    numbers = np.arange(700, dtype=np.uint16)
    X = np.unpackbits(numbers.view(np.uint8).reshape(-1, 2), axis=1)
    y = np.concatenate([np.arange(10).repeat(40), rng.integers(0, 3, 300)])
    order = rng.permutation(700)
    X, y = X[order], y[order]
    return Dataset(X[:500], y[:500], X[500:], y[500:], tuple(f"digit {i}" for i in range(10)))


def numbers_of(X: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.packbits(X, axis=1).view(np.uint16)[:, 0]


def test_without_wishes_nothing_is_copied(data: Dataset) -> None:
    assert choose_digits(data) is data
    assert choose_digits(data, count=500) is data


@pytest.mark.parametrize("count", [1, 7, 10, 100, 499])
def test_so_many_digits_are_real_ones_and_each_class_has_its_part(data: Dataset, count: int) -> None:
    chosen = choose_digits(data, count)
    rows = {int(n): label for n, label in zip(numbers_of(data.X_train), data.y_train, strict=True)}
    assert len(set(numbers_of(chosen.X_train))) == count
    for number, label in zip(numbers_of(chosen.X_train), chosen.y_train, strict=True):
        assert rows[int(number)] == label
    have, all_of = (np.bincount(y, minlength=10) for y in (chosen.y_train, data.y_train))
    # No class has two more than another, unless that other has no more.
    for label in range(10):
        assert have[label] == all_of[label] or have[label] >= have.max() - 1
    assert chosen.X_test is data.X_test and chosen.y_test is data.y_test


def test_the_same_seed_chooses_the_same_and_another_others(data: Dataset) -> None:
    first, again, other = (numbers_of(choose_digits(data, 50, seed=s).X_train) for s in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert set(first) != set(other)


def test_chosen_classes_are_numbered_anew_and_keep_their_names(data: Dataset) -> None:
    chosen = choose_digits(data, classes=[7, 2])
    assert chosen.class_names == ("digit 7", "digit 2") and chosen.n_out == 2
    for split in ("train", "test"):
        old, new = getattr(data, f"y_{split}"), getattr(chosen, f"y_{split}")
        kept = np.isin(old, [7, 2])
        np.testing.assert_array_equal(np.array([7, 2])[new], old[kept])
        np.testing.assert_array_equal(getattr(chosen, f"X_{split}"), getattr(data, f"X_{split}")[kept])


@pytest.mark.parametrize("share", [0.2, 1.0])
def test_shuffled_labels_change_places_among_a_share_of_the_digits(data: Dataset, share: float) -> None:
    shuffled = choose_digits(data, shuffled_labels=share)
    np.testing.assert_array_equal(np.sort(shuffled.y_train), np.sort(data.y_train))
    changed = np.count_nonzero(shuffled.y_train != data.y_train)
    assert shuffled.wrong_labels is not None and data.wrong_labels is None
    np.testing.assert_array_equal(shuffled.wrong_labels, shuffled.y_train != data.y_train)
    # A label may come back, or another of its class: of those shuffled, over a half are wrong now.
    assert 0.5 * share * 500 < changed <= share * 500
    assert shuffled.X_train is data.X_train and shuffled.y_test is data.y_test


def test_noise_turns_over_its_share_of_the_pixels_in_both_sets(data: Dataset) -> None:
    noisy = choose_digits(data, noise=0.25)
    for split in ("train", "test"):
        old, new = getattr(data, f"X_{split}"), getattr(noisy, f"X_{split}")
        assert set(np.unique(new)) == {0, 1} and new.dtype == np.uint8
        # 3,200 pixels at least: four standard deviations are 0.031.
        assert abs(np.mean(old != new) - 0.25) < 0.031
    np.testing.assert_array_equal(noisy.y_train, data.y_train)


def test_what_is_chosen_can_not_be_written_over(data: Dataset) -> None:
    chosen = choose_digits(data, 20, [1, 2, 3], 0.5, 0.1)
    for array in (chosen.X_train, chosen.y_train, chosen.X_test, chosen.y_test):
        assert not array.flags.writeable
    assert chosen.X_train.flags.c_contiguous


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"count": 0}, "0 digits.*1 to 500"),
        ({"count": 501}, "501 digits"),
        ({"count": 2.5}, "2.5 digits"),
        ({"count": True}, "True digits"),
        ({"classes": [1]}, r"\[1\]"),
        ({"classes": [1, 1]}, r"\[1, 1\]"),
        ({"classes": [1, 10]}, "0 to 9"),
        ({"shuffled_labels": 1.5}, "shuffled labels 1.5"),
        ({"noise": -0.1}, "noise -0.1.*0.5"),
        ({"noise": float("nan")}, "noise nan"),
    ],
)
def test_a_bad_wish_is_refused_and_quoted(data: Dataset, wishes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        choose_digits(data, **wishes)

"""Which examples these are: the same for the same ones, however they came, and another one for any that differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data.content import content_of
from core.data.importers.standardise import Scale
from tests.core.small_data import small_data

DATA = small_data(40, 4, 2)


def scale(mean: float = 0.0, deviation: float = 1.0) -> Scale:
    return Scale(np.full(4, mean), np.full(4, deviation))


def test_the_same_examples_are_known_again_wherever_they_lie() -> None:
    again = replace(DATA, X_train=np.asfortranarray(DATA.X_train), y_test=DATA.y_test.copy())
    assert content_of(again) == content_of(DATA) and len(content_of(DATA)) == 64


@pytest.mark.parametrize(
    "changed",
    [
        {"X_train": DATA.X_train + 1},
        {"X_train": DATA.X_train[::-1]},
        {"X_train": DATA.X_train.astype(np.float64)},
        {"X_test": DATA.X_test[:0]},
        {"y_train": 1 - DATA.y_train},
        {"y_test": 1 - DATA.y_test},
        {"class_names": DATA.class_names[::-1]},
        {"input_names": ("a", "b", "c", "d")},
        {"picture": (2, 2)},
        {"wrong_labels": np.zeros(40, bool)},
        {"scale": scale()},
    ],
)
def test_whatever_differs_makes_them_others(changed: dict[str, Any]) -> None:
    other = replace(DATA, **changed)
    assert content_of(other) != content_of(DATA) and not other.is_same(DATA)


def test_examples_that_were_standardised_by_other_numbers_are_others() -> None:
    contents = {content_of(replace(DATA, scale=one)) for one in (scale(), scale(1.0), scale(0.0, 2.0))}
    assert len(contents) == 3

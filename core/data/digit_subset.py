"""Fewer digits, some classes only, wrong labels, noise: data sets made of one that is there, for experiments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.data.dataset import Dataset
from core.data.refusals import DatasetError
from core.read_only import read_only

MAX_NOISE = 0.5


def choose_digits(
    dataset: Dataset,
    count: int | None = None,
    classes: Sequence[int] | None = None,
    shuffled_labels: float = 0.0,
    noise: float = 0.0,
    seed: int = 0,
) -> Dataset:
    """A part of `dataset`, made harder or senseless on demand; what is not asked for is not copied.

    Parameters
    ----------
    count : int, optional
        So many training digits, in equal numbers of each class as far as there are; all by default. The test set
        keeps all digits of the chosen classes.
    classes : sequence of int, optional
        At least two different ones; they are numbered anew, in this order, and keep their names.
    shuffled_labels : float
        The share of training labels that change places with one another, in [0, 1]; the test set stays right.
    noise : float
        The probability that a pixel is turned over, in [0, 0.5], in both sets.
    seed : int
        The same seed gives the same digits, labels and pixels.

    Raises
    ------
    ValueError
        When a value is out of its range; the message quotes the value and the allowed range.
    """
    if not 0 <= shuffled_labels <= 1:
        raise DatasetError("shuffled_range", value=repr(shuffled_labels), largest=1)
    if not 0 <= noise <= MAX_NOISE:
        raise DatasetError("pixel_noise_range", value=repr(noise), largest=MAX_NOISE)
    rng = np.random.default_rng(seed)
    if classes is not None:
        dataset = _only(dataset, classes)
    if count is not None:
        dataset = _fewer(dataset, count, rng)
    if shuffled_labels:
        y = dataset.y_train.copy()
        rows = rng.permutation(len(y))[: round(shuffled_labels * len(y))]
        y[rows] = y[rng.permutation(rows)]
        dataset = replace(dataset, y_train=read_only(y), wrong_labels=read_only(y != dataset.y_train))
    if noise:
        X_train, X_test = (
            read_only(X ^ (rng.random(X.shape, np.float32) < noise).astype(X.dtype))
            for X in (dataset.X_train, dataset.X_test)
        )
        dataset = replace(dataset, X_train=X_train, X_test=X_test)
    return dataset


def _only(dataset: Dataset, classes: Sequence[int]) -> Dataset:
    known = len(dataset.class_names)
    chosen = list(classes)
    if len(set(chosen)) != len(chosen) or len(chosen) < 2 or not all(c in range(known) for c in chosen):
        raise DatasetError("classes_chosen", value=repr(chosen), largest=known - 1)
    number = np.full(known, -1)
    number[chosen] = np.arange(len(chosen))
    y_train, y_test = number[dataset.y_train], number[dataset.y_test]
    return replace(
        dataset,
        X_train=read_only(dataset.X_train[y_train >= 0]),
        y_train=read_only(y_train[y_train >= 0]),
        X_test=read_only(dataset.X_test[y_test >= 0]),
        y_test=read_only(y_test[y_test >= 0]),
        class_names=tuple(dataset.class_names[c] for c in chosen),
    )


def _fewer(dataset: Dataset, count: int, rng: np.random.Generator) -> Dataset:
    y = dataset.y_train
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= len(y):
        raise DatasetError("digit_count", value=repr(count), largest=len(y))
    if count == len(y):
        return dataset
    # One of each class in turn, as long as there are any: so each class has as many as can be.
    order = rng.permutation(len(y))
    turn = np.empty(len(y), np.int64)
    for label in np.unique(y):
        rows = order[y[order] == label]
        turn[rows] = np.arange(len(rows))
    rows = np.sort(order[np.argsort(turn[order], kind="stable")][:count])
    return replace(dataset, X_train=read_only(dataset.X_train[rows]), y_train=read_only(y[rows]))

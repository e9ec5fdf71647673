"""Which classes are taken for which: on paper, and as scikit-learn counts it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.confusion import confusion_of, said_classes
from core.analysis.example_losses import NO_CLASS, ExampleLosses


def losses_of(losses: list[float], answers: list[int], labels: list[int]) -> ExampleLosses:
    return ExampleLosses(0, 7, "train", np.array(losses), np.array(answers), np.array(labels))


# Of class 0 two are right and one is taken for 1; of 1 one is right, and to one no class alone is said; there are no
# examples of 2, and nobody says 3.
PAPER = losses_of([0.5, 0.5, 1.0, 1.0, 2.0, 5.0], [0, 0, 1, 1, NO_CLASS, 2], [0, 0, 0, 1, 1, 3])


def test_counts_on_paper() -> None:
    found = confusion_of(PAPER, 4)
    assert found.counts.tolist() == [[2, 1, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0]]
    assert found.unanswered.tolist() == [0, 1, 0, 0]
    assert found.of_class.tolist() == [3, 2, 0, 1] and found.said.tolist() == [2, 2, 1, 0]
    assert found.right == 3


def test_shares_on_paper_and_where_there_is_nothing_to_share_there_is_no_number() -> None:
    found, nan = confusion_of(PAPER, 4), math.nan
    np.testing.assert_array_equal(found.recall, [2 / 3, 1 / 2, nan, 0])
    np.testing.assert_array_equal(found.precision, [1, 1 / 2, 0, nan])
    np.testing.assert_array_equal(found.loss_shares, [0.2, 0.3, 0, 0.5])
    np.testing.assert_array_equal(found.row_shares[0], [2 / 3, 1 / 3, 0, 0])
    np.testing.assert_array_equal(found.row_shares[2], [nan] * 4)


def test_an_answer_whose_loss_is_no_finite_number_is_none() -> None:
    found = losses_of([1.0, math.inf, math.nan], [1, 1, 0], [1, 1, 0])
    assert said_classes(found).tolist() == [1, NO_CLASS, NO_CLASS]
    confusion = confusion_of(found, 2)
    assert confusion.unanswered.tolist() == [1, 1]
    assert confusion.right == (~found.wrong).sum() == 1
    assert np.isnan(confusion.loss_shares).all()


def test_of_no_loss_no_class_has_a_share() -> None:
    assert np.isnan(confusion_of(losses_of([0.0, 0.0], [0, 1], [0, 1]), 2).loss_shares).all()


def test_of_no_examples_all_is_0() -> None:
    found = confusion_of(losses_of([], [], []), 3)
    assert found.counts.tolist() == [[0] * 3] * 3 and found.right == 0
    assert np.isnan(found.recall).all() and np.isnan(found.precision).all()


@pytest.mark.parametrize("classes, count", [(2, 40), (10, 3000), (100, 5000)])
def test_it_counts_as_scikit_learn_does(classes: int, count: int) -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed")
    rng = np.random.default_rng(classes)
    # The last class has no examples, and the first is never said.
    labels, answers = rng.integers(0, classes - 1, count), rng.integers(1, classes, count)
    losses = rng.exponential(size=count)
    found = confusion_of(ExampleLosses(0, 0, "test", losses, answers, labels), classes)
    names = np.arange(classes)
    assert np.array_equal(found.counts, metrics.confusion_matrix(labels, answers, labels=names))
    precision, recall, _, support = metrics.precision_recall_fscore_support(
        labels, answers, labels=names, zero_division=np.nan
    )
    np.testing.assert_allclose(found.recall, recall, rtol=1e-14)
    np.testing.assert_allclose(found.precision, precision, rtol=1e-14)
    assert np.array_equal(found.of_class, support)
    by_row = metrics.confusion_matrix(labels, answers, labels=names, normalize="true")
    np.testing.assert_allclose(np.nan_to_num(found.row_shares), by_row, rtol=1e-14)
    shares = [losses[labels == c].sum() / losses.sum() for c in names]
    np.testing.assert_allclose(found.loss_shares, shares, rtol=1e-12)

"""The baseline loss: the mean C of one constant prediction, which every training has to get below."""

from __future__ import annotations

import math

import numpy as np

from core.data.dataset import Dataset


def baseline_loss(loss: str, output: str, dataset: Dataset) -> float:
    """The mean C of guessing, in nats for cross-entropies.

    With k classes each gets y = 1/k: C = ln k for softmax's cross-entropy; -ln(1/k) - (k-1) ln(1-1/k) where every
    output is a yes or no of its own; ½ (1 - 1/k) as squared error. Where numbers are to be met, the guess is
    their mean over the training set, and C half their variance.
    """
    if dataset.is_regression:
        return float(0.5 * np.var(dataset.y_train.astype(np.float64), axis=0).sum())
    k = dataset.n_out
    if loss == "squared_error":
        return 0.5 * (1 - 1 / k)
    others = -(k - 1) * math.log1p(-1 / k) if output == "sigmoid" and k > 1 else 0.0
    return math.log(k) + others

"""Goodness of function: the C of each example, exactly, from the logits in float64.

These are for what is reported; the training's, with gradients, are in `core.loss.loss_gradients`. Targets are classes,
(rows,) whole numbers, or regression targets, (rows, n_out). r is an example's target class.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.activations import sigmoid, softmax

Losses = NDArray[np.float64]
Targets = NDArray[np.generic]
ExactLoss = Callable[[Array, Targets], Losses]


def cross_entropy(logits: Array, labels: NDArray[np.generic]) -> Losses:
    """(n_out, rows) logits and (rows,) target classes to (rows,): each Cⁿ = -ln y_r in nats, in float64.

    Written as C = (max z - z_r) + ln(1 + Σ e**(z_j - max z)), the sum without the largest z itself. Where the
    target class wins, the first term is 0 and the second is precise however small it is; the usual log-sum-exp
    loses it against the 1. Finite for any finite logits.

    References
    ----------
    Blanchard, Higham, Higham, Accurately computing the log-sum-exp and softmax functions (2021), eq. 1.4
    """
    return softmax_terms(logits, labels, logits.argmax(axis=0))[0]


def softmax_terms(
    logits: Array, labels: NDArray[np.generic], winners: NDArray[np.int64]
) -> tuple[Losses, Losses]:
    """Each C, as `cross_entropy` has it, and Σ e**(z_j - max z) without the largest z: its y is 1 / (1 + this sum).

    Parameters
    ----------
    logits : (n_out, rows)
    labels : (rows,)
        The target classes.
    winners : (rows,)
        Whose z is largest; one of them where several are.

    Returns
    -------
    losses, others : (rows,) float64
    """
    z = np.array(logits, np.float64, order="C")
    count = z.shape[1]
    # Of each example one number, by its place in all of them: several times as fast as by row and column.
    flat, columns = z.reshape(-1), np.arange(count)
    at_winner = winners * count + columns
    largest = flat.take(at_winner)
    gap = largest - flat.take(labels.astype(np.int64) * count + columns)
    z -= largest
    np.exp(z, out=z)
    flat[at_winner] = 0.0
    others: Losses = z.sum(axis=0)
    losses: Losses = np.log1p(others)
    losses += gap
    return losses, others


def sigmoid_cross_entropy(logits: Array, labels: NDArray[np.generic]) -> Losses:
    """(n_out, rows) logits and (rows,) target classes to (rows,): each C = -ln y_r - Σ ln(1 - y_j), j ≠ r, in nats.

    Every output is a yes or no of its own. -ln σ(z) = ln(1 + e**-z) and -ln(1 - σ(z)) = ln(1 + e**z), both
    precise however small, and finite for any finite logits.
    """
    z = logits.astype(np.float64)
    rows = np.arange(z.shape[1])
    z[labels, rows] *= -1
    losses: Losses = (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))).sum(axis=0)
    return losses


def squared_error(logits: Array, targets: NDArray[np.generic]) -> Losses:
    """(n_out, rows) outputs of an identity and their targets to (rows,): each C = ½ Σ (y - ŷ)².

    Targets are (rows, n_out) numbers, or (rows,) classes: then ŷ is 1 at the right one and 0 elsewhere.
    """
    return _half_squares(logits.astype(np.float64), targets)


def squared_error_of_sigmoid(logits: Array, targets: NDArray[np.generic]) -> Losses:
    """The same for y = σ(z); 1 - y is taken as σ(-z), so that the C of a near certain answer is precise."""
    z = logits.astype(np.float64)
    if targets.ndim == 1:
        # |y - ŷ| is σ(-z) at the right output and σ(z) at the others.
        z[targets, np.arange(z.shape[1])] *= -1
    sigmoid(z, z)
    return _half_squares(z, targets if targets.ndim == 2 else None)


def squared_error_of_softmax(logits: Array, targets: NDArray[np.generic]) -> Losses:
    """The same for y = softmax(z); 1 - y_r is taken as the sum of the others."""
    y = logits.astype(np.float64)
    softmax(y, y, *np.empty((2, y.shape[1])))
    if targets.ndim == 2:
        return _half_squares(y, targets)
    rows = np.arange(y.shape[1])
    y[targets, rows] = 0.0
    y[targets, rows] = y.sum(axis=0)
    return _half_squares(y)


EXACT: dict[tuple[str, str], ExactLoss] = {
    ("cross_entropy", "softmax"): cross_entropy,
    ("cross_entropy", "sigmoid"): sigmoid_cross_entropy,
    ("squared_error", "identity"): squared_error,
    ("squared_error", "sigmoid"): squared_error_of_sigmoid,
    ("squared_error", "softmax"): squared_error_of_softmax,
}


def exact_loss(loss: str, output: str, targets: NDArray[np.generic]) -> ExactLoss:
    """What computes every Cⁿ of this loss from the logits of an output layer of this kind.

    Raises
    ------
    ValueError
        When the loss does not suit the output, or classes are needed where `targets` are regression targets.
    """
    if (loss, output) not in EXACT:
        raise ValueError(
            f"cross-entropy needs a softmax or sigmoid output, not {output!r}; squared_error takes any output"
        )
    if loss == "cross_entropy" and targets.ndim != 1:
        raise ValueError(
            "cross-entropy needs right classes, and these examples have numbers to be met: "
            "choose squared_error"
        )
    return EXACT[loss, output]


def _half_squares(y: Losses, targets: NDArray[Any] | None = None) -> Losses:
    """½ Σ (y - ŷ)² over the outputs; without targets `y` is the error already."""
    if targets is not None:
        if targets.ndim == 2:
            y = y - targets.T
        else:
            y = y.copy()
            y[targets, np.arange(y.shape[1])] -= 1
    losses: Losses = 0.5 * np.einsum("ij,ij->j", y, y)
    return losses

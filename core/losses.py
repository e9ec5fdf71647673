"""Goodness of function: the cross-entropy Cⁿ of each example, taken from the logits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.trace import Array


def cross_entropy(logits: Array, labels: NDArray[np.integer]) -> NDArray[np.float64]:
    """(n_out, rows) logits and (rows,) right classes to (rows,): each Cⁿ = -ln y_r in nats, in float64.

    Written as C = (max z - z_r) + ln(1 + Σ e**(z_j - max z)), the sum without the largest z itself. Where the
    right class wins, the first term is 0 and the second is precise however small it is; the usual log-sum-exp
    loses it against the 1. Finite for any finite logits.

    References
    ----------
    Blanchard, Higham, Higham, Accurately computing the log-sum-exp and softmax functions (2021), eq. 1.4
    """
    z = logits.astype(np.float64)
    rows = np.arange(z.shape[1])
    winner = z.argmax(axis=0)
    largest = z[winner, rows]
    gap = largest - z[labels, rows]
    z -= largest
    np.exp(z, out=z)
    z[winner, rows] = 0.0
    losses: NDArray[np.float64] = gap + np.log1p(z.sum(axis=0))
    return losses

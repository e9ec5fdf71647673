"""How the learning rate goes on from update to update: constant, in steps, or as a cosine, after a warm-up."""

from __future__ import annotations

import math

SCHEDULES = ("constant", "step", "cosine")


def rate_at(
    update: int, learning_rate: float, schedule: str, period: int, factor: float, warm_up: int
) -> float:
    """The rate of the update after `update` updates.

    Parameters
    ----------
    learning_rate : float
        η, the rate that the warm-up ends at.
    schedule : "constant", "step" or "cosine"
        With k updates since the warm-up: η; η · factor^⌊k / period⌋; or η (1 + cos(π k / period)) / 2, and 0 from
        k = period on.
    warm_up : int
        So many updates the rate rises by equal amounts: η (update + 1) / warm_up.

    References
    ----------
    Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts (2017), eq. 5, without restarts;
    Goyal et al., Accurately, large minibatch SGD: training ImageNet in 1 hour (2017), §2.2, for the warm-up
    """
    if update < warm_up:
        return learning_rate * (update + 1) / warm_up
    k = update - warm_up
    if schedule == "step":
        return learning_rate * float(factor ** (k // period))
    if schedule == "cosine":
        return learning_rate * (1 + math.cos(math.pi * min(k, period) / period)) / 2
    return learning_rate

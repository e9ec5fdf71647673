"""Learning-rate schedules: η as a pure function of the number of updates.

Nothing is kept between two calls, so a training that is resumed has the same rate.
"""

from __future__ import annotations

import math

SCHEDULES = ("constant", "step", "cosine")


def rate_at(
    update: int, learning_rate: float, schedule: str, period: int, factor: float, warm_up: int
) -> float:
    """The rate of one update.

    Parameters
    ----------
    update : int
        Updates made before it: 0 for the first one.
    learning_rate : float
        η, the largest rate there is.
    schedule : "constant", "step" or "cosine"
        With k updates since the warm-up: η; η factor^⌊k / period⌋; or η (1 + cos(π k / period)) / 2, and 0 from
        k = period on.
    period : int
        Updates from one step to the next, or those in which the cosine falls to 0; 1 or more.
    factor : float
        What "step" multiplies the rate by, over 0 and up to 1.
    warm_up : int
        Updates in which the rate rises first: η / warm_up, 2 η / warm_up, and so on up to η; 0 for none.

    References
    ----------
    Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts (2017), equation 5, with one
    period and a least rate of 0; Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour (2017),
    section 2.2, for the warm-up.
    """
    if update < warm_up:
        return learning_rate * (update + 1) / warm_up
    k = update - warm_up
    if schedule == "step":
        return learning_rate * float(factor ** (k // period))
    if schedule == "cosine":
        return learning_rate * (1 + math.cos(math.pi * min(k, period) / period)) / 2
    return learning_rate

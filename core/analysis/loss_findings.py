"""What L says over the updates: a rate too high or too low, overfitting, a plateau, a start that leads nowhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.analysis.finding_series import Mask, RunSeries, before
from core.analysis.layer_curves import Numbers
from core.analysis.layer_findings import GOOD, has_learned

# An update moves the weights by so much of their size at least where the rate is too high, and at most where it is too
# low. 0.001 is about right: http://cs231n.github.io/neural-networks-3, "Ratio of weights:updates". Who moves by the
# last of these has each weight made anew within 50 updates.
FAR, NEAR, WILD = 0.004, 0.00005, 0.02
# L above so many times guessing is no good start any more.
ABSURD = 1.5
# Overfitting: the test set's mean C against its least, the training set's against that at the same update, and both
# against each other.
RISEN, FALLEN, APART = 1.25, 0.8, 1.5
# On a plateau L changes by less than this share of it in so many updates, or a quarter of an epoch where that is more.
STILL, STILL_UPDATES = 0.01, 2000
# A curve is not fitted where L is above this share of guessing.
FITTED = 0.02
# Beginnings without anything drawn, or whose number is 0.
WITHOUT_BIASES = ("he", "glorot", "lecun", "he_uniform", "glorot_uniform", "lecun_uniform", "normal")
MOST_SPREAD_INPUTS = 2
# Straight on both sides of z = 0.
BENT_AT_0 = frozenset({"relu", "leaky_relu"})


def rate_too_high(series: RunSeries) -> Mask:
    """(n,): an update moves some layer by ≥ 0.4 % of its size, and L does not fall for it.

    That is: rms ΔW / rms W ≥ 0.004 in some layer, and either L / N > 1.5 of guessing, or L / N ≥ 0.15 of guessing and
    at least 1 % above its least so far; or the ratio is ≥ 0.02, and L / N ≥ ½ of guessing. The step jumps over the
    valley that it is to go down into.

    References
    ----------
    Hung-yi Lee, Machine Learning (2017), Gradient Descent, tip 1: "Tuning your learning rates"
    """
    largest = _largest_ratio(series)
    baseline = series.begun.baseline
    with np.errstate(invalid="ignore"):
        least = _least_before(series, series.train)[0]
        unsteady = (series.train >= GOOD * baseline) & (series.train >= (1 + STILL) * least)
        holds: Mask = (largest >= FAR) & (unsteady | (series.train > ABSURD * baseline))
        return holds | ((largest >= WILD) & ~has_learned(series))


def rate_too_low(series: RunSeries) -> Mask:
    """(n,): an update moves no layer by more than 0.005 % of its size, and L falls, but is ≥ ½ of guessing.

    That is: 0 < maxₗ rms ΔW / rms W < 0.00005, L lower than in the row before. The direction is right, the step is too
    small to get anywhere.

    References
    ----------
    Hung-yi Lee, Machine Learning (2017), Gradient Descent, tip 1
    """
    largest, falls = _largest_ratio(series), np.zeros(len(series), np.bool_)
    falls[1:] = np.diff(series.train) < 0
    with np.errstate(invalid="ignore"):
        holds: Mask = (largest > 0) & (largest < NEAR) & falls & ~has_learned(series)
    return holds


def overfitting(series: RunSeries) -> Mask:
    """(n,): test L / N ≥ 1.25 of its least so far, while training L / N is ≤ 0.8 of what it was then.

    And test L / N ≥ 1.5 of training L / N. What is still learned holds for the training examples only.

    References
    ----------
    Hung-yi Lee, Machine Learning (2017), Where does the error come from? and Tips for Training Deep Network
    """
    least, place = _least_before(series, series.test)
    then = np.where(place >= 0, series.train[place], np.nan)
    with np.errstate(invalid="ignore"):
        holds: Mask = (series.test >= RISEN * least) & (series.train <= FALLEN * then)
        return holds & (series.test >= APART * series.train)


def best_row(series: RunSeries, row: int) -> int:
    """The row with the least test L before this one, in the same segment."""
    return int(_least_before(series, series.test)[1][row])


def plateau(series: RunSeries) -> Mask:
    """(n,): |L - L before| < 1 % of L before, over at least 2,000 updates or ¼ epoch, while L / N ≥ ½ of guessing.

    The gradient is nearly 0 there although it is no minimum, or points in so many directions that they cancel out.

    References
    ----------
    Hung-yi Lee, Machine Learning (2017), Gradient Descent: "plateau, saddle point, local minimum"
    """
    place = before(series, still_updates(series))
    then = np.where(place >= 0, series.train[place], np.nan)
    with np.errstate(invalid="ignore"):
        holds: Mask = (np.abs(series.train - then) < STILL * then) & ~has_learned(series)
    return holds


def still_updates(series: RunSeries) -> int:
    """Over how many updates L has to stand still for a plateau."""
    return max(STILL_UPDATES, series.begun.epoch_updates // 4)


def zero_start(series: RunSeries) -> Mask:
    """(n,): all weights began at 0, there are hidden layers, and L / N ≥ 0.15 of guessing.

    Neurons of a layer that begin alike have the same gradient, so they stay alike: the layer is one neuron. With ReLU
    and weights of 0 not even that: a = 0, and every weight's gradient is 0.

    References
    ----------
    Goodfellow, Bengio and Courville, Deep Learning (2016), section 8.4: "break symmetry"
    """
    begun = series.begun
    is_zero = begun.initializer == "zero" or (
        begun.initializer in ("normal", "constant", "spread") and begun.initial_scale == 0
    )
    if not is_zero or "w" in begun.set_by_hand or not begun.hidden_layers:
        return np.zeros(len(series), np.bool_)
    trained: Mask = (series.updates > 0) & (series.train >= GOOD * begun.baseline)
    return trained


def zero_biases(series: RunSeries) -> Mask:
    """(n,): numbers are to be met from 1 or 2 inputs by ReLU or leaky ReLU whose biases began at 0, and L is large.

    That is: L / N ≥ 2 % of guessing. These bend at z = wx + b = 0 and nowhere else: with b = 0 all of them bend at
    x = 0, those of later layers too, and the curve has nothing to bend with elsewhere. One layer of another kind, but
    of identity, which never bends, and this is not so. Measured with 64 ReLU and a curve of 256 points: L sticks at 8;
    begun spread it comes to 0.08.
    """
    begun = series.begun
    fits = begun.is_regression and begun.n_in <= MOST_SPREAD_INPUTS and begun.hidden_layers > 0
    fits &= {*begun.activations} <= {*BENT_AT_0, "identity"} and not BENT_AT_0.isdisjoint(begun.activations)
    if not fits or "b" in begun.set_by_hand or begun.initializer not in WITHOUT_BIASES:
        return np.zeros(len(series), np.bool_)
    stuck: Mask = (series.updates > 0) & (series.train >= FITTED * begun.baseline)
    return stuck


def _largest_ratio(series: RunSeries) -> Numbers:
    """(n,): the largest update ratio of a layer that is a number; NaN where there is none."""
    ratios = np.where(np.isfinite(series.update_ratio), series.update_ratio, -np.inf)
    largest = np.max(ratios, axis=1, initial=-np.inf)
    return np.where(np.isfinite(largest), largest, np.nan)


def _least_before(series: RunSeries, values: Numbers) -> tuple[Numbers, NDArray[np.int64]]:
    """(n,) and (n,): for each row the least of `values` in earlier rows of its segment, and its row; NaN and -1."""
    least, places = np.full(len(series), np.nan), np.full(len(series), -1)
    known = np.where(np.isfinite(values), values, np.inf)
    for segment in np.unique(series.segment):
        rows = np.flatnonzero(series.segment == segment)
        if len(rows) < 2:
            continue
        own = known[rows]
        running = np.minimum.accumulate(own)
        # Where the least so far was reached.
        at = np.maximum.accumulate(np.where(own == running, np.arange(len(rows)), 0))
        least[rows[1:]], places[rows[1:]] = running[:-1], rows[at[:-1]]
    return np.where(np.isfinite(least), least, np.nan), places

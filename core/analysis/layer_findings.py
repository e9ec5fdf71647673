"""What the layers' numbers say: a gradient that vanishes or explodes, neurons that are dead."""

from __future__ import annotations

import numpy as np

from core.analysis.finding_series import Mask, RunSeries
from core.analysis.layer_curves import Numbers

# A layer's gradient is so much smaller than the output layer's, as rms of a weight. In the audit's networks that learn
# the smallest was 0.007 of it (spirals from a spread start), in 50 of the default 0.09.
VANISHED = 0.002
# A weight's gradient as rms, against the mean C of guessing. In 50 of the default it stayed below 0.1; a curve from a
# spread start has up to 9 in its first updates, which are no while.
EXPLODED = 2.0
# L is no better than this share of guessing: below it the network learns all the same, whatever its gradients are.
NOT_LEARNED = 0.5
# And below this share of it the network is good, however many of its neurons are idle.
GOOD = 0.15
# Which share of a layer's neurons, and of how many at least: of three, one may well die.
DEAD, FEWEST = 0.6, 4


def has_learned(series: RunSeries) -> Mask:
    """(n,): whether L / N of the training set is well below guessing."""
    learned: Mask = series.train < NOT_LEARNED * series.begun.baseline
    return learned


def vanishing(series: RunSeries) -> Mask:
    """(n,): minₗ rms(∂C/∂Wₗ) < 0.002 · rms(∂C/∂W of the output layer), while L / N ≥ ½ of guessing.

    With a sigmoid each layer multiplies the gradient by σ′(z) ≤ ¼, and by its weights: behind ten layers little is
    left, and the first layers hardly learn. Layers that are all dead have no gradient either; that is `dead`'s. Nor has
    the first layer where all inputs are 0, as the columns of a table that are one number become when standardised:
    ∂C/∂W = x δ is 0 there, however large δ is.

    References
    ----------
    Hung-yi Lee, Machine Learning (2017), Tips for Training Deep Network: "Vanishing Gradient Problem"
    Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), section 4
    """
    if len(series.layers) < 2 or series.begun.is_without_inputs:
        return np.zeros(len(series), np.bool_)
    least, output = _least_hidden(series), series.gradient_rms[:, -1]
    with np.errstate(invalid="ignore"):
        holds: Mask = (output > 0) & (least < VANISHED * output) & ~has_learned(series)
        return holds & ~(series.dead_share[:, :-1] >= 1).any(axis=1)


def vanished_layer(series: RunSeries, row: int) -> int:
    """The place in `series.layers` of the hidden layer whose gradient is least."""
    return int(np.nanargmin(series.gradient_rms[row, :-1]))


def exploding(series: RunSeries) -> Mask:
    """(n,): maxₗ rms(∂C/∂Wₗ) > 2 · guessing's mean C, while L / N ≥ ½ of guessing.

    Where weights make a layer's outputs larger than its inputs, 20 layers make them larger 20 times over, and the
    gradient as well: one update at a usual rate throws the weights far away.

    References
    ----------
    Glorot and Bengio (2010), section 4.2: the variance of what goes through a layer, forwards and backwards
    Pascanu, Mikolov and Bengio, On the difficulty of training recurrent neural networks (2013), section 2
    """
    with np.errstate(invalid="ignore"):
        largest = np.max(series.gradient_rms, axis=1, initial=-np.inf)
        holds: Mask = (largest > EXPLODED * series.begun.baseline) & ~has_learned(series)
    return holds


def exploded_layer(series: RunSeries, row: int) -> int:
    """The place in `series.layers` of the layer whose gradient is largest."""
    return int(np.nanargmax(series.gradient_rms[row]))


def dead(series: RunSeries, units: tuple[int, ...]) -> Mask:
    """(n,): in some hidden layer of at least 4 neurons, or maps, at least 60 % are dead, and L / N ≥ 0.15 of guessing.

    f′(z) of a dead neuron is flat for every test example: no gradient passes through it, and it will not learn any
    more unless the layers before it change. ReLU's die where a large update has thrown their bias far below 0.

    Parameters
    ----------
    series : RunSeries
    units : tuple of int
        Neurons, or maps, of each of `series.layers`.

    References
    ----------
    Maas, Hannun and Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models (2013), section 2
    """
    with np.errstate(invalid="ignore"):
        holds: Mask = np.any(_of_wide(series, units) >= DEAD, axis=1)
        return holds & (series.train >= GOOD * series.begun.baseline)


def dead_layer(series: RunSeries, units: tuple[int, ...], row: int) -> int:
    """The place in `series.layers` of the layer with the largest share of dead ones."""
    return int(np.nanargmax(_of_wide(series, units)[row]))


def dead_layers(series: RunSeries, units: tuple[int, ...], row: int) -> tuple[tuple[int, int, int], ...]:
    """Each layer of which so many are dead that it is told of: which of `series.layers`, how many, of how many."""
    with np.errstate(invalid="ignore"):
        places = np.flatnonzero(_of_wide(series, units)[row] >= DEAD).tolist()
    return tuple(
        (series.layers[place], round(float(series.dead_share[row, place]) * units[place]), units[place])
        for place in places
    )


def _of_wide(series: RunSeries, units: tuple[int, ...]) -> Numbers:
    """The dead shares, NaN for layers that are too small, and for the output layer."""
    wide = np.array([*(count >= FEWEST for count in units[:-1]), False], np.bool_)[: len(series.layers)]
    return np.where(wide, series.dead_share, np.nan)


def _least_hidden(series: RunSeries) -> Numbers:
    least: Numbers = np.min(series.gradient_rms[:, :-1], axis=1)
    return least

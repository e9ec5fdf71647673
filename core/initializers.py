"""Where the search begins: random initial weights, scaled so that signals keep their size from layer to layer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

# Standard deviation of a layer's W, from its fan_in and fan_out.
_DEVIATIONS: dict[str, Callable[[int, int], float]] = {
    # He et al., Delving Deep into Rectifiers (2015), eq. 10
    "he": lambda fan_in, fan_out: float(np.sqrt(2 / fan_in)),
    # Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), eq. 12
    "glorot": lambda fan_in, fan_out: float(np.sqrt(2 / (fan_in + fan_out))),
    # LeCun et al., Efficient BackProp (1998), eq. 16
    "lecun": lambda fan_in, fan_out: float(np.sqrt(1 / fan_in)),
}


def standard_deviation(name: str, fan_in: int, fan_out: int) -> float:
    """The standard deviation that the initializer `name` gives a layer's weights; biases begin at 0.

    Raises
    ------
    ValueError
        When there is no initializer of that name.
    """
    try:
        return _DEVIATIONS[name](fan_in, fan_out)
    except KeyError:
        known = ", ".join(_DEVIATIONS)
        raise ValueError(f"{name!r} is no initializer; choose one of {known}") from None

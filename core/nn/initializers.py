"""Weight initialization: most weights are random, and scaled so that signals keep their size."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.nn.topology import Topology

# (fan_in, fan_out, scale, rng) to W, (fan_in, fan_out) in double precision.
Draw = Callable[[int, int, float, np.random.Generator], Array]
MAX_SPREAD_INPUTS = 2


@dataclass(frozen=True)
class Initializer:
    """A way to choose a layer's initial weights; the biases begin at 0.

    Attributes
    ----------
    name : str
    draw : (fan_in, fan_out, scale, rng) -> (fan_in, fan_out) array
    scale : float or None
        The number that it takes, where no other is given; None for those that take none.
    least : float
        What that number may not fall below.
    """

    name: str
    draw: Draw
    scale: float | None = None
    least: float = -math.inf

    def scale_from(self, given: float | None) -> float:
        """The number to draw with: the given one, or its own; 1.0, which is not used, where it takes none.

        Raises
        ------
        ValueError
            When a number is given and none is taken, or when it is too small or not finite; quotes it.
        """
        if self.scale is None:
            if given is None:
                return 1.0
            takers = ", ".join(name for name, other in INITIALIZERS.items() if other.scale is not None)
            raise ValueError(f"initial_scale {given!r}: {self.name} takes no number; these do: {takers}")
        if given is None:
            return self.scale
        if not math.isfinite(given) or given < self.least:
            bound = "" if math.isinf(self.least) else f" of at least {self.least:g}"
            raise ValueError(f"initial_scale {given!r}: {self.name} takes a finite number{bound}")
        return float(given)


def _he(fan_in: int, fan_out: int) -> float:
    # Standard deviation; He et al., Delving Deep into Rectifiers (2015), eq. 10
    return float(np.sqrt(2 / fan_in))


def _glorot(fan_in: int, fan_out: int) -> float:
    # Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), eq. 12
    return float(np.sqrt(2 / (fan_in + fan_out)))


def _lecun(fan_in: int, fan_out: int) -> float:
    # LeCun et al., Efficient BackProp (1998), eq. 16
    return float(np.sqrt(1 / fan_in))


def _normal(deviation: Callable[[int, int], float]) -> Draw:
    return lambda fan_in, fan_out, scale, rng: (
        deviation(fan_in, fan_out) * rng.standard_normal((fan_in, fan_out))
    )


def _uniform(deviation: Callable[[int, int], float]) -> Draw:
    # Numbers from -√3 d to √3 d have the standard deviation d: Glorot and Bengio (2010), eq. 16.
    def draw(fan_in: int, fan_out: int, scale: float, rng: np.random.Generator) -> Array:
        limit = math.sqrt(3) * deviation(fan_in, fan_out)
        return rng.uniform(-limit, limit, (fan_in, fan_out))

    return draw


def _given_normal(fan_in: int, fan_out: int, scale: float, rng: np.random.Generator) -> Array:
    return scale * rng.standard_normal((fan_in, fan_out))


def _constant(fan_in: int, fan_out: int, scale: float, rng: np.random.Generator) -> Array:
    return np.full((fan_in, fan_out), scale)


def _zero(fan_in: int, fan_out: int, scale: float, rng: np.random.Generator) -> Array:
    return np.zeros((fan_in, fan_out))


def _signs(fan_in: int, fan_out: int, scale: float, rng: np.random.Generator) -> Array:
    return np.where(rng.random((fan_in, fan_out)) < 0.5, -scale, scale)


INITIALIZERS: dict[str, Initializer] = {
    initializer.name: initializer
    for initializer in (
        Initializer("he", _normal(_he)),
        Initializer("glorot", _normal(_glorot)),
        Initializer("lecun", _normal(_lecun)),
        Initializer("he_uniform", _uniform(_he)),
        Initializer("glorot_uniform", _uniform(_glorot)),
        Initializer("lecun_uniform", _uniform(_lecun)),
        Initializer("normal", _given_normal, scale=0.1, least=0),
        Initializer("constant", _constant, scale=0.1),
        Initializer("zero", _zero),
        Initializer("spread", _signs, scale=5.0, least=0),
    )
}


def initializer_named(name: str) -> Initializer:
    """The initializer of this name.

    Raises
    ------
    ValueError
        When there is none.
    """
    try:
        return INITIALIZERS[name]
    except KeyError:
        known = ", ".join(INITIALIZERS)
        raise ValueError(f"{name!r} is no initializer; choose one of {known}") from None


def initialize(
    topology: Topology, flat: Array, name: str, initial_scale: float | None, skip_scale: float, seed: int
) -> None:
    """Write initial weights and biases into a flat vector of zeros.

    "spread" is for looking at functions of 1 or 2 inputs between −1 and 1. The first hidden layer's weights are
    ±s, and each of its neurons has z = 0 at a point u drawn from that range: b = −Wᵀu. So the kinks of a ReLU,
    or the steps of a sigmoid, lie evenly over the data instead of all at 0. Later layers start as "lecun" does.

    Parameters
    ----------
    topology : Topology
        What the vector is the parameters of.
    flat : (parameter_count,) array
    name : str
    initial_scale : float or None
        The standard deviation of "normal", the value of "constant" or the s of "spread".
    skip_scale : float
        What the W of a layer with a skip is multiplied by; 0 or more.
    seed : int

    Raises
    ------
    ValueError
        When there is no initializer of that name, a number makes no sense, or "spread" has more than 2 inputs.
    """
    initializer = initializer_named(name)
    scale = initializer.scale_from(initial_scale)
    if not math.isfinite(skip_scale) or skip_scale < 0:
        raise ValueError(f"skip_scale {skip_scale!r}: give a finite number, 0 or more")
    n_in = topology.sizes[0]
    if name == "spread" and n_in > MAX_SPREAD_INPUTS:
        raise ValueError(
            f"{n_in} inputs: spread is for 1 or 2, as it spreads the first layer over a line or a plane"
        )
    rng = np.random.default_rng(seed)
    views = topology.table.views(flat)
    for number, (layer, skip, parameters) in enumerate(
        zip(topology.layers, topology.skips, views, strict=True)
    ):
        spread = name == "spread" and number == 0 and len(topology.layers) > 1
        way = INITIALIZERS["lecun"] if name == "spread" and not spread else initializer
        factor = skip_scale if skip else 1.0

        def draw(fan_in: int, fan_out: int, way: Initializer = way, factor: float = factor) -> Array:
            return way.draw(fan_in, fan_out, scale, rng) * factor

        with np.errstate(over="ignore"):
            layer.initialize(parameters, draw)
            if spread:
                W, b = parameters
                b[...] = -(W * rng.uniform(-1, 1, W.shape)).sum(axis=0)
        if not all(np.isfinite(array).all() for array in parameters):
            raise ValueError(
                f"initial_scale {initial_scale!r}, skip_scale {skip_scale!r}: too large for {flat.dtype}"
            )

"""The numbers of all weights of one kernel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.weight_places import (
    KernelWeight,
    SharedParts,
    kernel_of,
    weight_places,
    weights_of_kernel,
)
from core.engine.snapshot import Snapshot
from core.nn.windows import BEYOND
from gui.network.geometry.shapes import Floats

# Which number of each of its weights a kernel shows.
KINDS = ("gradient", "weight", "mean_gradient", "change")


@dataclass(frozen=True)
class KernelNumbers:
    """The numbers of all weights of one kernel.

    Attributes
    ----------
    weights : tuple of KernelWeight
        Row by row.
    values : (k, k) array
        Of the kind that is asked for; NaN where there is no weight, or the number is not known.
    gradient : (k, k) array
        ∂C/∂w as the engine has it; NaN where it is not known.
    parts : tuple of SharedParts or None
        For each of `weights` what its places add.
    scale : float
        The |value| of full colour: the largest of the layer's kernels, that of the picture; NaN where all are 0.
    """

    weights: tuple[KernelWeight, ...]
    values: Floats
    gradient: Floats
    parts: tuple[SharedParts | None, ...]
    scale: float


def kernel_numbers(snapshot: Snapshot, weight: KernelWeight, kind: str) -> KernelNumbers:
    """The numbers of the kernel that a weight is one of; `kind` is one of KINDS."""
    kernel, trace = kernel_of(snapshot.connections, weight), snapshot.trace
    vectors = {
        "weight": snapshot.parameters,
        "gradient": trace.gradient,
        "mean_gradient": snapshot.mean_gradient,
        "change": snapshot.change,
    }
    vector = vectors[kind]
    own = tuple(weights_of_kernel(snapshot.connections, weight))
    everything = np.unique(snapshot.connections[weight.group].every.parameter)
    largest = 0.0 if vector is None else float(np.max(np.abs(vector[everything]), initial=0.0))
    return KernelNumbers(
        own,
        _at(vector, kernel),
        _at(trace.gradient, kernel),
        tuple(weight_places(snapshot.connections, trace, each).parts for each in own),
        largest if np.isfinite(largest) and largest else float("nan"),
    )


def _at(vector: NDArray[np.floating] | None, kernel: NDArray[np.intp]) -> Floats:
    values: Floats = np.full(kernel.shape, np.nan)
    if vector is not None:
        there = kernel != BEYOND
        values[there] = vector[kernel[there]]
    return values

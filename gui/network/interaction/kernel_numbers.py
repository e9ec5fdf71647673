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
from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.kept_with import kept_with
from core.nn.connections import Connections
from core.nn.window_connections import WindowConnections
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
    vector = _vector(snapshot, kind)
    own = tuple(weights_of_kernel(snapshot.connections, weight))
    largest = 0.0
    if vector is not None:
        group = snapshot.connections[weight.group]
        largest = float(np.max(np.abs(vector[_parameters(group)]), initial=0.0))
    return KernelNumbers(
        own,
        kernel_values(snapshot, weight, kind),
        kernel_values(snapshot, weight, "gradient"),
        tuple(weight_places(snapshot.connections, snapshot.trace, each).parts for each in own),
        largest if np.isfinite(largest) and largest else float("nan"),
    )


def kernel_values(snapshot: Snapshot, weight: KernelWeight, kind: str) -> Floats:
    """(k, k): one number of each weight of a kernel; NaN where there is none, or it is not known."""
    kernel, vector = kernel_of(snapshot.connections, weight), _vector(snapshot, kind)
    values: Floats = np.full(kernel.shape, np.nan)
    if vector is not None:
        there = kernel != BEYOND
        values[there] = vector[kernel[there]]
    return values


def _vector(snapshot: Snapshot, kind: str) -> Array | None:
    if kind == "weight":
        return snapshot.parameters
    if kind == "gradient":
        return snapshot.trace.gradient
    return snapshot.mean_gradient if kind == "mean_gradient" else snapshot.change


# The same for every snapshot of a network.
@kept_with
def _parameters(group: Connections) -> NDArray[np.intp]:
    return group.weights() if isinstance(group, WindowConnections) else np.unique(group.every.parameter)

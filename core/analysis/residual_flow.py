"""What goes past a layer on its residual connection, forwards and backwards, beside what goes through its weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.analysis.sum_terms import passed_through
from core.analysis.trace import Trace
from core.arrays import Array


@dataclass(frozen=True)
class ResidualFlow:
    """One layer's residual connection, for one example.

    Attributes
    ----------
    forward : (fan_in,) array
        a_prev, which is added to f(z).
    backward : (fan_in,) array or None
        ∂C/∂a of the layer, which reaches a_prev as it is; None without a gradient.
    signal_share : float
        Σ|a_prev| / (Σ|a_prev| + Σ|f(z)|), NaN where nothing arrives at all.
    gradient_share : float or None
        Σ|∂C/∂a| / (Σ|∂C/∂a| + Σ|W δ|), NaN where nothing comes back.
    """

    forward: Array
    backward: Array | None
    signal_share: float
    gradient_share: float | None


@np.errstate(over="ignore", invalid="ignore")
def residual_flow(trace: Trace, parameters: Array) -> dict[int, ResidualFlow]:
    """The flow past each layer that has a residual connection, by the layer's index.

    With a = a_prev + f(z), ∂C/∂a_prev = W δ + ∂C/∂a.

    References
    ----------
    He, Zhang, Ren, Sun, Identity Mappings in Deep Residual Networks (2016), equations 3 and 5
    """
    flows: dict[int, ResidualFlow] = {}
    skips = trace.topology.skips
    backpropagated: Array | None = None
    for layer in range(len(skips) - 1, -1, -1):
        through, around = None, []
        for group in trace.topology.connections if trace.has_gradient else ():
            if group.source_layer == layer:
                back = group.back(parameters, trace.delta[group.target_layer - 1])
                if group.target_layer == layer + 1:
                    through = back
                else:
                    around.append(back)
        passed = passed_through(trace, layer) if trace.has_gradient else None
        if passed is not None:
            shares = passed.share * trace.delta[layer][passed.target]
            sums = np.bincount(passed.source, shares, trace.topology.sizes[layer])
            through = sums.astype(trace.x.dtype)
        before = trace.x if layer == 0 else trace.a[layer - 1]
        if skips[layer]:
            past = trace.a[layer] - before
            gradient_share = None
            if backpropagated is not None and through is not None:
                gradient_share = _share(backpropagated, through)
                around.append(backpropagated)
            flows[layer] = ResidualFlow(before, backpropagated, _share(before, past), gradient_share)
        backpropagated = sum(around, start=through) if through is not None else None
    return flows


def _share(one: Array, other: Array) -> float:
    part, rest = (float(np.sum(np.abs(values), dtype=np.float64)) for values in (one, other))
    return part / (part + rest) if part + rest > 0 else float("nan")

"""Traces and snapshots put together from numbers, for tests of what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from core.analysis.sample_tracer import SampleTracer
from core.analysis.trace import Trace
from core.engine.snapshot import Example, Snapshot
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.topology import Topology

Arrays = Sequence[np.ndarray]


def topology_of(sizes: Sequence[int], activation: str = "relu", output: str = "softmax") -> Topology:
    """That of a plain dense network."""
    *hidden, n_out = sizes[1:]
    layers = (*(Dense(units, activation) for units in hidden), Dense(n_out, output))
    return Topology(layers, (sizes[0],))


def flat_of(weights: Arrays, biases: Arrays) -> np.ndarray:
    """θ of a dense network: layer by layer, W row by row and then b."""
    pairs = zip(weights, biases, strict=True)
    return np.concatenate([array.ravel() for pair in pairs for array in pair])


def trace_of(
    topology: Topology,
    x: np.ndarray,
    z: Arrays,
    a: Arrays,
    delta: Arrays = (),
    loss: float | None = None,
    masks: Arrays = (),
) -> Trace:
    """A trace of these numbers."""

    def flat(parts: Arrays) -> np.ndarray | None:
        return np.concatenate([np.ravel(part) for part in parts]) if len(parts) else None

    mask = flat((*masks, np.ones_like(z[-1]))) if len(masks) else None
    return Trace(topology, x, flat(z), flat(a), flat(delta), mask, loss)


def changed(trace: Trace, *, dW: Arrays | None = None, **arrays: Any) -> Trace:
    """The trace with another x or loss, or with other z, a, delta or masks; or with a dW that is none of its own."""
    own = {name: getattr(trace, name) for name in ("x", "z", "a", "delta", "loss", "masks")}
    other = trace_of(trace.topology, **{**own, **arrays})
    if dW is not None:
        other.__dict__["gradient"] = flat_of(dW, other.db)
    return other


def with_trace(snapshot: Snapshot, **arrays: Any) -> Snapshot:
    """The snapshot with a trace that is changed so."""
    return replace(snapshot, trace=changed(snapshot.trace, **arrays))


def with_kinds(
    snapshot: Snapshot, activations: Sequence[str] | None = None, skips: Sequence[bool] | None = None
) -> Snapshot:
    """The snapshot with layers of other kinds; its numbers stay."""
    kinds = zip(snapshot.sizes[1:], activations or snapshot.activations, skips or snapshot.skips, strict=True)
    topology = Topology(tuple(Dense(*kind) for kind in kinds), snapshot.topology.input_shape)
    return replace(snapshot, trace=replace(snapshot.trace, topology=topology))


def with_weights(snapshot: Snapshot, weights: Arrays, biases: Arrays | None = None) -> Snapshot:
    """The snapshot with other parameters; its trace stays."""
    return replace(snapshot, parameters=flat_of(weights, snapshot.biases if biases is None else biases))


def snapshot_of(network: Network, x: np.ndarray, answer: Any = 1, **fields: Any) -> Snapshot:
    """The snapshot that the engine would take of this network and example."""
    target = answer if isinstance(answer, np.ndarray) else None
    label = None if target is not None else answer
    own = {
        "run": 1,
        "update": 3,
        "epoch": 0,
        "parameters": network.parameters,
        "example": Example(x, label, "train", 7, target=target),
        "trace": SampleTracer(network).trace(x, answer, fields.get("loss", "cross_entropy")),
        "losses": np.zeros(0, np.float32),
    }
    return Snapshot(**{**own, **fields})

"""The five pictures of the edges: which number of an edge each shows, and of which snapshot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.nn.connections import Connections, Edges, numbers_of

# In the order of their keys. "gradient" is the displayed sample's, "mean_gradient" the last update's batch's.
PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")
# These belong to the displayed sample and the neurons on screen, not to newer weights.
OF_SNAPSHOT = ("signal", "gradient")
# These belong to the last update, and are sent only while they are displayed.
OF_UPDATE = ("mean_gradient", "change")


@dataclass(frozen=True, eq=False)
class ConnectionValues:
    """A number for every connection of a network: its parameter's in a vector, times what passes the connection.

    Attributes
    ----------
    connections : tuple of Connections
        The network's groups.
    vector : (parameter_count,) array
        Parameters, or a gradient or change of them.
    sent : tuple of arrays or None
        What each layer sends, the input first; None where the parameter's number is all.
    received : tuple of arrays or None
        What each layer after the input hands back; None as before.
    of_connections : ConnectionValues or None
        Of a gradient, what each connection alone adds to its weight's; it counts in groups of shared weights.
    """

    connections: tuple[Connections, ...]
    vector: Array
    sent: tuple[Array, ...] | None = None
    received: tuple[Array, ...] | None = None
    of_connections: ConnectionValues | None = None

    def factors(self, group: int) -> tuple[Array, Array | None, Array | None]:
        """A group's vector, what its sources send, and what its targets hand back."""
        connections = self.connections[group]
        if connections.is_shared and self.of_connections is not None:
            return self.of_connections.factors(group)
        return (
            self.vector,
            None if self.sent is None else self.sent[connections.source_layer],
            None if self.received is None else self.received[connections.target_layer - 1],
        )

    @np.errstate(invalid="ignore", over="ignore")
    def by_group(self) -> list[Array]:
        """Every number, source by source: an array for each group."""
        return [group.values(*self.factors(number)) for number, group in enumerate(self.connections)]

    @np.errstate(invalid="ignore", over="ignore")
    def some_of(self, group: int, most: int) -> Array:
        """Enough of a group's numbers to know how large they are: about `most`, or all of them."""
        vector, sent, received = self.factors(group)
        return self.connections[group].some_values(vector, most, sent, received)

    @np.errstate(invalid="ignore", over="ignore")
    def at(self, group: int, edges: Edges) -> Array:
        """(m,): the numbers of some of a group's connections."""
        return numbers_of(edges, *self.factors(group))

    @np.errstate(invalid="ignore", over="ignore")
    def unfinite(self) -> int:
        """How many of the numbers are NaN or infinite."""
        # Almost always none, and quickly known: a sum is finite only where all of it is.
        factors = (self.vector, *(self.sent or ()), *(self.received or ()))
        if all(np.isfinite(np.sum(factor)) for factor in factors):
            return 0
        return sum(int(np.count_nonzero(~np.isfinite(values))) for values in self.by_group())

    @np.errstate(invalid="ignore", over="ignore")
    def totals(self) -> tuple[float, ...]:
        """Σ|value| of each group."""
        numbered = enumerate(self.connections)
        return tuple(group.total(*self.factors(number)) for number, group in numbered)


def values_of(picture: str, newest: Snapshot, displayed: Snapshot) -> ConnectionValues | None:
    """W, a·w, ∂C/∂w, its mean over the last batch, or ΔW; None where there is none.

    In a residual layer a·w is what passes through its weights; what passes them by is no edge's.
    """
    if picture == "weight":
        return weights(newest)
    if picture == "signal":
        return signals(displayed)
    if picture == "gradient":
        return gradient_of(displayed)
    vector, of = newest.mean_gradient if picture == "mean_gradient" else newest.change, newest
    return None if vector is None else ConnectionValues(of.connections, vector)


def weights(snapshot: Snapshot) -> ConnectionValues:
    """What each edge's weight is."""
    return ConnectionValues(snapshot.connections, snapshot.parameters)


def signals(snapshot: Snapshot) -> ConnectionValues:
    """What each edge carries forwards for the displayed sample: a·w."""
    return ConnectionValues(snapshot.connections, snapshot.parameters, (snapshot.trace.x, *snapshot.trace.a))


def gradient_of(snapshot: Snapshot) -> ConnectionValues | None:
    """∂C/∂w of the displayed sample; of one connection of a shared weight a·δ, what it alone adds to that."""
    trace = snapshot.trace
    if trace.gradient is None:
        return None
    alone = None
    if any(group.is_shared for group in snapshot.connections):
        ones = np.ones_like(trace.gradient)
        alone = ConnectionValues(snapshot.connections, ones, (trace.x, *trace.a), trace.delta)
    return ConnectionValues(snapshot.connections, trace.gradient, of_connections=alone)


def backpropagated(snapshot: Snapshot) -> ConnectionValues:
    """What each edge carries backwards for the displayed sample: w·δ."""
    return ConnectionValues(snapshot.connections, snapshot.parameters, received=snapshot.trace.delta)

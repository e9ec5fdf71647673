"""A layer that no part of the app knows, so that tests can ask whether any kind of layer is trained and drawn.

Each of its units has sources of its own: some in the layer before, some two layers back.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.nn.connections import Edges, Indices


class MaskedConnections:
    """Some of the connections between two layers; ``parameters[i]`` is the weight from ``pairs[i]``."""

    def __init__(
        self,
        source_layer: int,
        target_layer: int,
        shape: tuple[int, int],
        pairs: Sequence[tuple[int, int]],
        parameters: Sequence[int],
    ) -> None:
        self.source_layer, self.target_layer = source_layer, target_layer
        self.shape = shape
        self.count = len(pairs)
        self._edges = Edges(
            np.array([source for source, _ in pairs], np.intp),
            np.array([target for _, target in pairs], np.intp),
            np.array(parameters, np.intp),
        )

    def incoming(self, target: int) -> Edges:
        """All that end in this unit, by rising source."""
        return self._chosen(self._edges.target == target)

    def outgoing(self, source: int) -> Edges:
        """All that begin at this unit, by rising target."""
        return self._chosen(self._edges.source == source)

    def between(self, sources: Indices, targets: Indices) -> Edges:
        """All from any of these sources to any of these targets, source by source."""
        return self._chosen(np.isin(self._edges.source, sources) & np.isin(self._edges.target, targets))

    def parameter(self, source: int, target: int) -> int | None:
        """The weight that joins these two; None where nothing does."""
        found = self._edges.parameter[(self._edges.source == source) & (self._edges.target == target)]
        return int(found[0]) if found.size else None

    def _chosen(self, wanted: np.ndarray) -> Edges:
        edges = self._edges
        rows = np.flatnonzero(wanted)
        rows = rows[np.lexsort((edges.target[rows], edges.source[rows]))]
        return Edges(edges.source[rows], edges.target[rows], edges.parameter[rows])

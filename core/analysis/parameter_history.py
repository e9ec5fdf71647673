"""Parameters of a run at some of its updates, and what one example makes of each."""

from __future__ import annotations

from typing import Any

from core.analysis.sample_tracer import SampleTracer
from core.analysis.trace import Trace
from core.arrays import Array
from core.nn.network import Network
from core.nn.topology import Topology

MAX_UPDATES = 96
MAX_BYTES = 32_000_000


class ParameterHistory:
    """Moments of a run, evenly thinned: at most 96 of them and 32 MB, the first and the newest always.

    When it is full every second moment goes, and from then on half as many are kept.

    Attributes
    ----------
    restarts : int
        How often it has begun anew: moments of before have nothing in common with those of the same updates after it.
    """

    def __init__(self) -> None:
        self._kept: list[tuple[int, Array]] = []
        self._stride = 1
        self.restarts = 0

    def add(self, update: int, parameters: Array) -> None:
        """Keep this read-only θ of an update; one that is not later than the newest begins anew."""
        if self._kept and update < self._kept[-1][0]:
            self._kept, self._stride = [], 1
            self.restarts += 1
        update_index = update, parameters
        if len(self._kept) > 1 and self._kept[-1][0] - self._kept[-2][0] < self._stride:
            # The newest was kept only as that.
            self._kept[-1] = update_index
        elif self._kept and update == self._kept[-1][0]:
            self._kept[-1] = update_index
        else:
            self._kept.append(update_index)
        if len(self._kept) > max(3, min(MAX_UPDATES, MAX_BYTES // max(1, parameters.nbytes))):
            newest = self._kept[-1]
            self._kept = self._kept[::2]
            if self._kept[-1] is not newest:
                self._kept.append(newest)
            self._stride = max(1, self._kept[1][0] - self._kept[0][0])

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def updates(self) -> tuple[int, ...]:
        """The updates that are kept, ascending."""
        return tuple(update for update, _ in self._kept)

    def values(self, index: int) -> tuple[float, ...]:
        """One parameter, by its place in θ, at each kept moment."""
        return tuple(float(parameters[index]) for _, parameters in self._kept)

    def trace(self, place: int, topology: Topology, x: Array, answer: Any, loss: str) -> Trace:
        """What an example makes of the parameters at a kept moment, without dropout.

        `answer` is the right class, the regression targets, or None where nobody has said.
        """
        _, parameters = self._kept[place]
        network = Network(topology, parameters.dtype, parameters)
        return SampleTracer(network).trace(x, answer, loss)

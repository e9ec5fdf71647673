"""Parameters to begin with that were learned elsewhere, in place of random ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.nn.network import Network


@dataclass(frozen=True, eq=False)
class InitialWeights:
    """All parameters of a network, as they were in a file, or in another network.

    Attributes
    ----------
    name : str
        The file's name, without its folder, or what else they are called: what stands on screen.
    parameters : (parameter_count,) float32 array
        Laid out as ``topology.table`` of the network has it; finite.
    """

    name: str
    parameters: Array

    def fit(self, network: Network) -> bool:
        """Whether the network has as many parameters."""
        return self.parameters.size == network.parameter_count

    def write_to(self, network: Network) -> None:
        """Take the place of the network's own initial parameters.

        Raises
        ------
        ValueError
            When they are of another network; nothing is changed.
        """
        if not self.fit(network):
            raise ValueError(
                f"{self.name} has {self.parameters.size:,} parameters, the network {network.parameter_count:,}"
            )
        np.copyto(network.parameters, self.parameters, casting="same_kind")

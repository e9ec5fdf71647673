"""The first of the lecture's three steps, as a value: which function set is searched."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Structure:
    """A network structure and the seed of its start.

    Attributes
    ----------
    hidden : tuple of int
        Neurons of each hidden layer, from the input to the output; empty for none.
    activation : str
        The hidden layers' activation.
    seed : int
        Decides the initial weights and the order of the examples.
    """

    hidden: tuple[int, ...] = (32, 16)
    activation: str = "relu"
    seed: int = 0

    def with_seed(self, seed: int) -> Structure:
        """The same function set, begun somewhere else."""
        return replace(self, seed=seed)

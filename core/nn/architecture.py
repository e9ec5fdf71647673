"""The first of the lecture's three steps, as a value: which function set is searched, and where the search begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.nn.network import Network


@dataclass(frozen=True)
class Structure:
    """A network structure, how its weights begin, and the seed of its start.

    Attributes
    ----------
    hidden : tuple of int
        Neurons of each hidden layer, from the input to the output; empty for none.
    activation : str or tuple of str
        The hidden layers' activation: one name for all, or one for each.
    seed : int
        Decides the initial weights and the order of the examples.
    initializer : str
        How the weights begin, one of `core.nn.initializers.INITIALIZERS`.
    initial_scale : float or None
        The number that goes with the initializer; None for its own, or where none goes with it.
    skip : bool
        Whether a hidden layer adds its input to its output wherever both have the same width.
    skip_scale : float
        What the initial W of a layer that does is multiplied by, 0 or more.
    output : "softmax", "sigmoid" or "identity"
        The output layer's activation.
    """

    hidden: tuple[int, ...] = (32, 16)
    activation: str | tuple[str, ...] = "relu"
    seed: int = 0
    initializer: str = "he"
    initial_scale: float | None = None
    skip: bool = False
    skip_scale: float = 1.0
    output: str = "softmax"

    def with_seed(self, seed: int) -> Structure:
        """The same function set, begun somewhere else."""
        return replace(self, seed=seed)

    @property
    def activations(self) -> tuple[str, ...]:
        """One name for each hidden layer."""
        if isinstance(self.activation, str):
            return (self.activation,) * len(self.hidden)
        return self.activation

    def residual(self, n_in: int) -> tuple[bool, ...]:
        """For each hidden layer whether it adds its input to its output, with `n_in` inputs of the network."""
        before = (n_in, *self.hidden)
        return tuple(self.skip and width == size for width, size in zip(before, self.hidden, strict=False))

    def same_set(self, other: Structure, n_in: int) -> bool:
        """Whether both have the same functions of `n_in` inputs, wherever the search begins."""
        return (self.hidden, self.activations, self.output, self.residual(n_in)) == (
            other.hidden,
            other.activations,
            other.output,
            other.residual(n_in),
        )

    def network(self, n_in: int, n_out: int) -> Network:
        """The function set itself, with its initial weights.

        Raises
        ------
        ValueError
            When a size, a name or a number is wrong; it quotes the value.
        """
        return Network.dense(
            (n_in, *self.hidden, n_out),
            activation=self.activation,
            output=self.output,
            initializer=self.initializer,
            initial_scale=self.initial_scale,
            skip=self.skip,
            skip_scale=self.skip_scale,
            seed=self.seed,
        )

"""One fully connected layer: a = f(a_prev @ W + b), plus a_prev where it has a skip."""

from __future__ import annotations

from dataclasses import dataclass

from core.arrays import Array


@dataclass(frozen=True, eq=False)
class Dense:
    """Views of the network's flat vectors that belong to one layer.

    Attributes
    ----------
    W, dW : (fan_in, fan_out)
        Weights, and the gradient of the mean C with respect to them.
    b, db : (fan_out,)
        Biases, and their gradient.
    activation : str
        Its name; the output layer's may also be "softmax".
    skip : bool
        Whether the layer's input is added to its output.
    """

    W: Array
    b: Array
    dW: Array
    db: Array
    activation: str
    skip: bool = False

    @property
    def fan_in(self) -> int:
        """How many numbers each neuron adds up."""
        return int(self.W.shape[0])

    @property
    def fan_out(self) -> int:
        """How many neurons there are."""
        return int(self.W.shape[1])

"""Rules that divide each parameter's step by how large its gradients usually are.

All work in blocks: beyond so many parameters, all vectors together would leave the fast cache.
"""

from __future__ import annotations

import numpy as np

from core.trace import Array

BLOCK = 16_384


def _blocks(size: int) -> tuple[int, list[slice]]:
    """The largest block's length, and the blocks."""
    block = size if size <= BLOCK + BLOCK // 4 else BLOCK
    return block, [slice(start, min(start + block, size)) for start in range(0, size, block)]


class AdaGrad:
    """s ← s + ∇², θ ← θ - η ∇ / (√s + ε): the more a parameter has moved, the less it moves; ε = 1e-10.

    References
    ----------
    Duchi, Hazan, Singer, Adaptive subgradient methods for online learning and stochastic optimization (2011), §1.2
    """

    def __init__(self, parameters: Array, epsilon: float = 1e-10) -> None:
        self.squares: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.squares,)
        self.t = 0
        self._epsilon = parameters.dtype.type(epsilon)
        block, self._blocks = _blocks(parameters.size)
        self._scratch: Array = np.empty(block, parameters.dtype)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        rate = parameters.dtype.type(learning_rate)
        for block in self._blocks:
            theta, gradient, squares = parameters[block], gradients[block], self.squares[block]
            scratch = self._scratch[: squares.size]
            np.multiply(gradient, gradient, out=scratch)
            np.add(squares, scratch, out=squares)
            np.sqrt(squares, out=scratch)
            np.add(scratch, self._epsilon, out=scratch)
            np.divide(gradient, scratch, out=scratch)
            np.multiply(scratch, rate, out=scratch)
            np.subtract(theta, scratch, out=theta)


class RMSProp:
    """s ← α s + (1 - α) ∇², θ ← θ - η ∇ / (√s + ε): AdaGrad that forgets; α = 0.99, ε = 1e-8.

    References
    ----------
    Tieleman and Hinton, Lecture 6.5 of Neural Networks for Machine Learning (2012)
    """

    def __init__(self, parameters: Array, alpha: float = 0.99, epsilon: float = 1e-8) -> None:
        self.squares: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.squares,)
        self.t = 0
        number = parameters.dtype.type
        self._alpha, self._rest, self._epsilon = number(alpha), number(1 - alpha), number(epsilon)
        block, self._blocks = _blocks(parameters.size)
        self._scratch: Array = np.empty(block, parameters.dtype)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        rate = parameters.dtype.type(learning_rate)
        for block in self._blocks:
            theta, gradient, squares = parameters[block], gradients[block], self.squares[block]
            scratch = self._scratch[: squares.size]
            np.multiply(squares, self._alpha, out=squares)
            np.multiply(gradient, gradient, out=scratch)
            np.multiply(scratch, self._rest, out=scratch)
            np.add(squares, scratch, out=squares)
            np.sqrt(squares, out=scratch)
            np.add(scratch, self._epsilon, out=scratch)
            np.divide(gradient, scratch, out=scratch)
            np.multiply(scratch, rate, out=scratch)
            np.subtract(theta, scratch, out=theta)


class Adam:
    """Momentum, divided by how large each parameter's gradient usually is.

    m ← β₁ m + (1 - β₁) ∇, v ← β₂ v + (1 - β₂) ∇²; θ ← θ - η (m / (1 - β₁ᵗ)) / (√(v / (1 - β₂ᵗ)) + ε).
    Kept here are m / (1 - β₁) and v / (1 - β₂); their constant factors are put into the step and ε instead,
    which saves two passes over the parameters. AdamW: θ ← θ (1 - η λ) before that, λ = `weight_decay`.

    References
    ----------
    Kingma and Ba, Adam: A Method for Stochastic Optimization (2015), algorithm 1; Loshchilov and Hutter,
    Decoupled weight decay regularization (2019), algorithm 2
    """

    def __init__(
        self,
        parameters: Array,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        self.m: Array = np.zeros_like(parameters)
        self.v: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.m, self.v)
        self.t = 0
        self._weight_decay = weight_decay
        self._beta1, self._beta2, self._epsilon = beta1, beta2, epsilon
        self._betas = parameters.dtype.type(beta1), parameters.dtype.type(beta2)
        block, self._blocks = _blocks(parameters.size)
        self._scratch: Array = np.empty(block, parameters.dtype)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        self.t += 1
        number = parameters.dtype.type
        root = ((1 - self._beta2**self.t) / (1 - self._beta2)) ** 0.5
        step = number(learning_rate * (1 - self._beta1) / (1 - self._beta1**self.t) * root)
        epsilon = number(self._epsilon * root)
        if self._weight_decay:
            np.multiply(parameters, number(1 - learning_rate * self._weight_decay), out=parameters)
        for block in self._blocks:
            theta, gradient, m, v = parameters[block], gradients[block], self.m[block], self.v[block]
            scratch = self._scratch[: m.size]
            np.multiply(m, self._betas[0], out=m)
            np.add(m, gradient, out=m)
            np.multiply(v, self._betas[1], out=v)
            np.multiply(gradient, gradient, out=scratch)
            np.add(v, scratch, out=v)
            np.sqrt(v, out=scratch)
            np.add(scratch, epsilon, out=scratch)
            np.divide(m, scratch, out=scratch)
            np.multiply(scratch, step, out=scratch)
            np.subtract(theta, scratch, out=theta)

"""Pick the best function: rules that turn a gradient into a change of the parameters.

In order of complexity. Every rule keeps its state in flat vectors like the parameters, and allocates nothing
after it is made. Formulas and defaults as PyTorch's, with ∇ the gradient of the mean C and η the learning rate.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from core.arrays import Array

OPTIMIZER_NAMES = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw")

# Beyond this many parameters, all vectors together leave the fast cache: work in blocks. Each number is treated by
# itself, so that blocks change no bit. Measured: shorter ones lose more to the calls than they gain.
BLOCK = 65_536


class Optimizer(Protocol):
    """A rule for one update.

    Attributes
    ----------
    vectors : tuple of (parameter_count,) arrays
        Its state, changed in place by every update: with these and `t` put into a fresh one of its kind, it goes
        on with the same bits.
    t : int
        Updates made, where the rule depends on it; else 0.
    """

    vectors: tuple[Array, ...]
    t: int

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""


class GradientDescent:
    """θ ← θ - η ∇: straight downhill. Whole set or batches, the rule is the same."""

    def __init__(self, parameters: Array) -> None:
        self.vectors: tuple[Array, ...] = ()
        self.t = 0
        self._blocks, self._scratch = _blocks(parameters)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        rate = parameters.dtype.type(learning_rate)
        for block in self._blocks:
            theta, gradient = parameters[block], gradients[block]
            change = self._scratch[: theta.size]
            np.multiply(gradient, rate, out=change)
            np.subtract(theta, change, out=theta)


class Momentum:
    """v ← μ v + ∇, θ ← θ - η v: downhill with inertia, μ = 0.9.

    References
    ----------
    Polyak, Some methods of speeding up the convergence of iteration methods (1964); with PyTorch's v, which
    takes the rate outside, so that a changed rate counts at once.
    """

    def __init__(self, parameters: Array, momentum: float = 0.9) -> None:
        self.velocity: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.velocity,)
        self.t = 0
        self._momentum = parameters.dtype.type(momentum)
        self._blocks, self._scratch = _blocks(parameters)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        rate = parameters.dtype.type(learning_rate)
        for block in self._blocks:
            theta, gradient, v = parameters[block], gradients[block], self.velocity[block]
            change = self._scratch[: v.size]
            np.multiply(v, self._momentum, out=v)
            np.add(v, gradient, out=v)
            np.multiply(v, rate, out=change)
            np.subtract(theta, change, out=theta)


class Nesterov(Momentum):
    """v ← μ v + ∇, θ ← θ - η (∇ + μ v): momentum that looks where it will be, μ = 0.9.

    The θ kept here is the point looked ahead to, so that the gradient is taken where θ is.

    References
    ----------
    Nesterov, A method for solving the convex programming problem with convergence rate O(1/k²) (1983), in the form
    of Sutskever, Martens, Dahl and Hinton, On the importance of initialization and momentum in deep learning
    (2013), equations 3 and 4; with PyTorch's v.
    """

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        rate = parameters.dtype.type(learning_rate)
        for block in self._blocks:
            theta, gradient, v = parameters[block], gradients[block], self.velocity[block]
            change = self._scratch[: v.size]
            np.multiply(v, self._momentum, out=v)
            np.add(v, gradient, out=v)
            np.multiply(v, self._momentum, out=change)
            np.add(change, gradient, out=change)
            np.multiply(change, rate, out=change)
            np.subtract(theta, change, out=theta)


class Adagrad:
    """s ← s + ∇², θ ← θ - η ∇ / (√s + ε): the more a parameter has been changed, the less it changes, ε = 10⁻¹⁰.

    References
    ----------
    Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization (2011),
    section 1.1, equation 1, without a projection; with PyTorch's ε.
    """

    def __init__(self, parameters: Array, epsilon: float = 1e-10) -> None:
        self.squares: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.squares,)
        self.t = 0
        self._epsilon = parameters.dtype.type(epsilon)
        self._blocks, self._scratch = _blocks(parameters)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        rate = parameters.dtype.type(learning_rate)
        for block in self._blocks:
            theta, gradient, s = parameters[block], gradients[block], self.squares[block]
            scratch = self._scratch[: s.size]
            np.multiply(gradient, gradient, out=scratch)
            np.add(s, scratch, out=s)
            np.sqrt(s, out=scratch)
            np.add(scratch, self._epsilon, out=scratch)
            np.divide(gradient, scratch, out=scratch)
            np.multiply(scratch, rate, out=scratch)
            np.subtract(theta, scratch, out=theta)


class RMSprop:
    """Adagrad that forgets: s ← α s + (1 - α) ∇², θ ← θ - η ∇ / (√s + ε), α = 0.99, ε = 10⁻⁸.

    Kept here is s / (1 - α); its constant factor is put into the step and ε instead.

    References
    ----------
    Tieleman and Hinton, Lecture 6.5 - RMSProp: Divide the gradient by a running average of its recent magnitude
    (2012); with PyTorch's α and ε.
    """

    def __init__(self, parameters: Array, alpha: float = 0.99, epsilon: float = 1e-8) -> None:
        self.squares: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.squares,)
        self.t = 0
        self._root: float = (1 - alpha) ** -0.5
        self._alpha, self._epsilon = parameters.dtype.type(alpha), parameters.dtype.type(epsilon * self._root)
        self._blocks, self._scratch = _blocks(parameters)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        step = parameters.dtype.type(learning_rate * self._root)
        for block in self._blocks:
            theta, gradient, s = parameters[block], gradients[block], self.squares[block]
            scratch = self._scratch[: s.size]
            np.multiply(s, self._alpha, out=s)
            np.multiply(gradient, gradient, out=scratch)
            np.add(s, scratch, out=s)
            np.sqrt(s, out=scratch)
            np.add(scratch, self._epsilon, out=scratch)
            np.divide(gradient, scratch, out=scratch)
            np.multiply(scratch, step, out=scratch)
            np.subtract(theta, scratch, out=theta)


class Adam:
    """Momentum, divided by how large each parameter's gradient usually is.

    m ← β₁ m + (1 - β₁) ∇, v ← β₂ v + (1 - β₂) ∇²; θ ← θ - η (m / (1 - β₁ᵗ)) / (√(v / (1 - β₂ᵗ)) + ε).
    Kept here are m / (1 - β₁) and v / (1 - β₂); their constant factors are put into the step and ε instead,
    which saves two passes over the parameters.

    References
    ----------
    Kingma and Ba, Adam: A Method for Stochastic Optimization (2015), algorithm 1
    """

    def __init__(
        self, parameters: Array, beta1: float = 0.9, beta2: float = 0.999, epsilon: float = 1e-8
    ) -> None:
        self.m: Array = np.zeros_like(parameters)
        self.v: Array = np.zeros_like(parameters)
        self.vectors: tuple[Array, ...] = (self.m, self.v)
        self.t = 0
        self._beta1, self._beta2, self._epsilon = beta1, beta2, epsilon
        self._weight_decay = 0.0
        self._betas = parameters.dtype.type(beta1), parameters.dtype.type(beta2)
        blocks, scratch = _blocks(parameters)
        # Its own vectors stay where they are, so their blocks are cut once.
        self._blocks = [(b, self.m[b], self.v[b], scratch[: b.stop - b.start]) for b in blocks]

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        self.t += 1
        number = parameters.dtype.type
        root = ((1 - self._beta2**self.t) / (1 - self._beta2)) ** 0.5
        step = number(learning_rate * (1 - self._beta1) / (1 - self._beta1**self.t) * root)
        epsilon = number(self._epsilon * root)
        for block, m, v, scratch in self._blocks:
            theta, gradient = parameters[block], gradients[block]
            if self._weight_decay:
                np.multiply(theta, number(1 - learning_rate * self._weight_decay), out=theta)
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


class AdamW(Adam):
    """θ ← (1 - η λ) θ, then Adam: every parameter also shrinks, however large its gradients are, λ = 0.01.

    References
    ----------
    Loshchilov and Hutter, Decoupled Weight Decay Regularization (2019), algorithm 2; with PyTorch's η λ.
    """

    def __init__(self, parameters: Array, weight_decay: float) -> None:
        super().__init__(parameters)
        self._weight_decay = weight_decay


def make_optimizer(name: str, parameters: Array, weight_decay: float = 0.01) -> Optimizer:
    """The optimizer of this name (checked by TrainingConfig), with fresh state; `weight_decay` is AdamW's λ."""
    match name:
        case "momentum":
            return Momentum(parameters)
        case "nesterov":
            return Nesterov(parameters)
        case "adagrad":
            return Adagrad(parameters)
        case "rmsprop":
            return RMSprop(parameters)
        case "adam":
            return Adam(parameters)
        case "adamw":
            return AdamW(parameters, weight_decay)
    return GradientDescent(parameters)


def _blocks(parameters: Array) -> tuple[list[slice], Array]:
    """Slices that cover the parameters, and scratch space for one of them."""
    size = parameters.size
    block = size if size <= BLOCK + BLOCK // 4 else BLOCK
    slices = [slice(start, min(start + block, size)) for start in range(0, size, block)]
    return slices, np.empty(block, parameters.dtype)

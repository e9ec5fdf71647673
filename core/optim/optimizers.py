"""Pick the best function: optimizers, which turn a gradient into a change of the parameters.

In order of complexity. Every rule keeps its state in flat vectors like the parameters, and allocates nothing
after it is made. Formulas and defaults as PyTorch's, with ∇ the gradient that `update` is given and η the
learning rate.
"""

from __future__ import annotations

import numpy as np

from core.arrays import Array

# With more than 5/4 of this many parameters, all vectors together leave the fast cache: work in blocks. Each number is
# treated by itself, so that blocks change no bit. Measured: smaller blocks cost more in calls than they save.
BLOCK = 65_536


class Optimizer:
    """A rule for one update: θ ← θ - η direction, and most rules differ in the direction alone.

    Attributes
    ----------
    vectors : tuple of (parameter_count,) arrays
        Its state, changed in place by every update: with these and `t` put into a fresh one of its kind, it goes
        on with the same bits.
    t : int
        Updates made, where the rule depends on it; else 0.
    weight_decay : float
        AdamW's λ; 0 for every other.
    """

    _vector_count = 0
    weight_decay = 0.0

    def __init__(self, parameters: Array) -> None:
        self.vectors: tuple[Array, ...] = tuple(np.zeros_like(parameters) for _ in range(self._vector_count))
        self.t = 0
        self._number = parameters.dtype.type
        size = parameters.size
        length = size if size <= BLOCK + BLOCK // 4 else BLOCK
        workspace = np.empty(length, parameters.dtype)
        # The vectors stay where they are, so their blocks are cut once.
        self._blocks = [
            (block, workspace[: block.stop - block.start], [vector[block] for vector in self.vectors])
            for block in (slice(start, min(start + length, size)) for start in range(0, size, length))
        ]

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> float:
        """Change `parameters` in place. Returns ‖Δθ‖², the sum of the squares of what is subtracted.

        `gradients` is that of the mean C with L1 and L2, clipped where clipping is on. AdamW's weight decay is applied
        here, too. The sum is finite only where all of Δθ is.
        """
        rate = self._number(self._begin(learning_rate))
        square = 0.0
        for block, workspace, vectors in self._blocks:
            theta = parameters[block]
            np.multiply(self._direction(gradients[block], workspace, *vectors), rate, out=workspace)
            if self.weight_decay:
                decay = learning_rate * self.weight_decay
                # ‖decay θ + step‖², without an array for the sum.
                square += decay * (decay * float(np.dot(theta, theta)) + 2 * float(np.dot(theta, workspace)))
                np.multiply(theta, self._number(1 - decay), out=theta)
            np.subtract(theta, workspace, out=theta)
            square += float(np.dot(workspace, workspace))
        return square

    def _begin(self, learning_rate: float) -> float:
        """Count the update that begins, and return its rate as `update` is to use it."""
        return learning_rate

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        """Update the block's part of the state vectors, and return the direction d of θ ← θ - η d.

        d is in `workspace`, in a state vector, or is the gradient itself.
        """
        raise NotImplementedError


class GradientDescent(Optimizer):
    """θ ← θ - η ∇ (SGD); with the whole set as its batch it is the lecture's gradient descent."""

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        return gradient


class Momentum(Optimizer):
    """v ← μ v + ∇, θ ← θ - η v, with the velocity v and μ = 0.9.

    References
    ----------
    Polyak, Some methods of speeding up the convergence of iteration methods (1964); with PyTorch's v, which
    takes the rate outside, so that a changed rate counts at once.
    """

    _vector_count = 1

    def __init__(self, parameters: Array, momentum: float = 0.9) -> None:
        super().__init__(parameters)
        self._momentum = self._number(momentum)

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        (v,) = vectors
        np.multiply(v, self._momentum, out=v)
        np.add(v, gradient, out=v)
        return v


class Nesterov(Momentum):
    """v ← μ v + ∇, θ ← θ - η (∇ + μ v): momentum with the gradient at the look-ahead point, μ = 0.9.

    The θ kept here is the point looked ahead to, so that the gradient is taken where θ is.

    References
    ----------
    Nesterov, A method for solving the convex programming problem with convergence rate O(1/k²) (1983), in the form
    of Sutskever, Martens, Dahl and Hinton, On the importance of initialization and momentum in deep learning
    (2013), equations 3 and 4; with PyTorch's v.
    """

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        v = super()._direction(gradient, workspace, *vectors)
        np.multiply(v, self._momentum, out=workspace)
        np.add(workspace, gradient, out=workspace)
        return workspace


class Adagrad(Optimizer):
    """s ← s + ∇², θ ← θ - η ∇ / (√s + ε): the more a parameter has been changed, the less it changes, ε = 10⁻¹⁰.

    References
    ----------
    Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization (2011),
    section 1.1, equation 1, without a projection; with PyTorch's ε.
    """

    _vector_count = 1

    def __init__(self, parameters: Array, epsilon: float = 1e-10) -> None:
        super().__init__(parameters)
        self._epsilon = self._number(epsilon)

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        (s,) = vectors
        np.multiply(gradient, gradient, out=workspace)
        np.add(s, workspace, out=s)
        np.sqrt(s, out=workspace)
        np.add(workspace, self._epsilon, out=workspace)
        np.divide(gradient, workspace, out=workspace)
        return workspace


class RMSprop(Adagrad):
    """Adagrad with a moving average of ∇²: s ← α s + (1 - α) ∇², θ ← θ - η ∇ / (√s + ε), α = 0.99, ε = 10⁻⁸.

    Kept here is s / (1 - α); its constant factor is put into the rate and ε instead.

    References
    ----------
    Tieleman and Hinton, Lecture 6.5 - RMSProp: Divide the gradient by a running average of its recent magnitude
    (2012); with PyTorch's α and ε.
    """

    def __init__(self, parameters: Array, alpha: float = 0.99, epsilon: float = 1e-8) -> None:
        self._root: float = (1 - alpha) ** -0.5
        super().__init__(parameters, epsilon * self._root)
        self._alpha = self._number(alpha)

    def _begin(self, learning_rate: float) -> float:
        return learning_rate * self._root

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        np.multiply(vectors[0], self._alpha, out=vectors[0])
        return super()._direction(gradient, workspace, *vectors)


class Adam(Optimizer):
    """Momentum, divided by the root of each parameter's mean squared gradient.

    m ← β₁ m + (1 - β₁) ∇, v ← β₂ v + (1 - β₂) ∇²; θ ← θ - η (m / (1 - β₁ᵗ)) / (√(v / (1 - β₂ᵗ)) + ε).
    Kept here are M = m / (1 - β₁) and V = v / (1 - β₂), which saves two passes over the parameters: with
    r = √((1 - β₂ᵗ) / (1 - β₂)) the change is η (1 - β₁) / (1 - β₁ᵗ) r · M / (√V + ε r).

    References
    ----------
    Kingma and Ba, Adam: A Method for Stochastic Optimization (2015), algorithm 1
    """

    _vector_count = 2

    def __init__(
        self, parameters: Array, beta1: float = 0.9, beta2: float = 0.999, epsilon: float = 1e-8
    ) -> None:
        super().__init__(parameters)
        self._beta1, self._beta2, self._epsilon = beta1, beta2, epsilon
        self._betas = self._number(beta1), self._number(beta2)
        self._scaled_epsilon = self._number(epsilon)

    def _begin(self, learning_rate: float) -> float:
        self.t += 1
        root = ((1 - self._beta2**self.t) / (1 - self._beta2)) ** 0.5
        self._scaled_epsilon = self._number(self._epsilon * root)
        return float(learning_rate * (1 - self._beta1) / (1 - self._beta1**self.t) * root)

    def _direction(self, gradient: Array, workspace: Array, *vectors: Array) -> Array:
        m, v = vectors
        np.multiply(m, self._betas[0], out=m)
        np.add(m, gradient, out=m)
        np.multiply(v, self._betas[1], out=v)
        np.multiply(gradient, gradient, out=workspace)
        np.add(v, workspace, out=v)
        np.sqrt(v, out=workspace)
        np.add(workspace, self._scaled_epsilon, out=workspace)
        np.divide(m, workspace, out=workspace)
        return workspace


class AdamW(Adam):
    """θ ← (1 - η λ) θ, then Adam: decoupled weight decay, λ = 0.01.

    References
    ----------
    Loshchilov and Hutter, Decoupled Weight Decay Regularization (2019), algorithm 2; with PyTorch's η λ.
    """

    def __init__(self, parameters: Array, weight_decay: float) -> None:
        super().__init__(parameters)
        self.weight_decay = weight_decay


RULES: dict[str, type[Optimizer]] = {
    "sgd": GradientDescent,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "adagrad": Adagrad,
    "rmsprop": RMSprop,
    "adam": Adam,
}
OPTIMIZER_NAMES = (*RULES, "adamw")


def make_optimizer(name: str, parameters: Array, weight_decay: float = 0.01) -> Optimizer:
    """A fresh optimizer of this name (checked by TrainingConfig); `weight_decay` is AdamW's λ."""
    return AdamW(parameters, weight_decay) if name == "adamw" else RULES[name](parameters)


def vector_count(name: str) -> int:
    """How many vectors an optimizer of this name keeps, each as long as the parameters."""
    return (AdamW if name == "adamw" else RULES[name])._vector_count

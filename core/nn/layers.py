"""The interface of a layer: its forward pass, its backward pass, and the buffers (cache) of both.

A kind of layer is two things: an immutable value that describes it (`LayerSpec`; `core.nn.dense.Dense` is one), and
the layer that this makes, which computes. Arrays have one row for each example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from core.arrays import Array, Shape
from core.nn.activations import Activation, Workspace

if TYPE_CHECKING:
    from core.nn.connections import Connections
    from core.nn.topology import Topology


class Layer(Protocol):
    """One step of a network. Its buffers are in a cache, so that it may work on several numbers of rows."""

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> Any:
        """Buffers for so many examples. `needs_dx` is whether anything before the layer is trained."""

    def forward(self, x: Array, cache: Any) -> Array:
        """The layer's output, in a buffer of the cache."""

    def backward(self, grad: Array, cache: Any, grads: Sequence[Array]) -> Array:
        """From dC/d(output), which it may write over, to dC/dx.

        The gradients of its parameters, summed over the rows, are written to `grads`, unless that is empty.
        """


class LayerSpec(Protocol):
    """What a kind of layer has to offer; values that can be compared and hashed.

    ``in_shape`` is the shape of one example's input: that of the layer before; or ``(n,)`` where a layer reads several
    earlier ones, all their numbers side by side.
    """

    @property
    def activation(self) -> str:
        """The name of its activation."""

    def sources(self, number: int) -> tuple[int, ...]:
        """Which layers layer `number` reads, by rising number; the input is layer 0."""

    def out_shape(self, in_shape: Shape) -> Shape:
        """The shape of one example's output."""

    def is_residual(self, in_shape: Shape) -> bool:
        """Whether the layer's input is added to its output."""

    def canonical(self, in_shape: Shape) -> LayerSpec:
        """The same functions, without settings that change nothing for such an input."""

    def parameter_shapes(self, in_shape: Shape) -> Mapping[str, Shape]:
        """Its arrays of parameters by their names: affinets are "W", biases "b"."""

    def products(self, in_shape: Shape) -> int:
        """How many multiplications by weights one example takes, forwards."""

    def connections(self, topology: Topology, number: int) -> tuple[Connections, ...]:
        """The groups that end in it, being layer `number`, by rising source layer."""

    def initialize(self, parameters: Sequence[Array], draw: Callable[[int, int], Array]) -> None:
        """Write initial affinets; ``draw(fan_in, fan_out)`` gives (fan_in, fan_out) of them."""

    def gradients(self, in_shape: Shape, x: Array, delta: Array) -> Mapping[str, Array]:
        """One example's gradient of each array of parameters, from its input and dC/dz."""

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float) -> Neurons | Residual:
        """The layer itself, with these arrays of parameters, which are read at every step."""


class Neurons:
    """A hidden layer: the affine map z = x W + b (or another sum), the activation f(z), then dropout in training.

    Dropout makes so large a share of the numbers 0 for an example, and multiplies the others so that the mean stays.

    References
    ----------
    Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting (2014), section 10
    """

    @dataclass
    class Cache:
        """What was computed last; `out` is the same array as f, which is f(z), unless neurons are dropped.

        `mask` is 0 where a number is dropped and else 1 / (1 - rate); None without dropout.
        """

        affine: Any
        z: Array
        f: Array
        out: Array
        dx: Array
        workspace: Workspace
        mask: Array | None

    def __init__(self, affine: Layer, activation: Activation, dropout: float = 0.0) -> None:
        self._affine, self._dropout = affine, dropout
        is_identity = activation.name == "identity"
        self._apply = None if is_identity else activation.apply
        self._times_derivative = None if is_identity else activation.times_derivative

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> Cache:
        """Buffers for so many examples; nothing is dropped yet."""
        affine = self._affine.cache(rows, dtype, needs_dx)
        z = affine.out
        # Where nothing is done to z, the two are one array.
        f = z if self._apply is None else np.empty_like(z)
        mask = np.ones_like(z) if self._dropout else None
        out = f if mask is None else np.empty_like(z)
        return self.Cache(affine, z, f, out, affine.dx, Workspace(z.shape, dtype), mask)

    def draw_mask(self, cache: Cache, rng: np.random.Generator) -> None:
        """Choose anew what is dropped for which example, where there is dropout."""
        mask, flags = cache.mask, cache.workspace.flags
        if mask is not None:
            keep = mask.dtype.type(1 - self._dropout)
            rng.random(out=mask, dtype=mask.dtype.type)
            np.less(mask, keep, out=flags)
            np.divide(flags, keep, out=mask)

    def forward(self, x: Array, cache: Cache) -> Array:
        """The neurons' a."""
        z = self._affine.forward(x, cache.affine)
        if self._apply is not None:
            self._apply(z, cache.f, cache.workspace)
        if cache.mask is not None:
            np.multiply(cache.f, cache.mask, cache.out)
        return cache.out

    def backward(self, grad: Array, cache: Cache, grads: Sequence[Array]) -> Array:
        """`grad` becomes delta = dC/dz; returns dC/dx. What is dropped hands nothing back."""
        if cache.mask is not None:
            np.multiply(grad, cache.mask, grad)
        if self._times_derivative is not None:
            self._times_derivative(cache.z, cache.f, grad, cache.workspace)
        return self._affine.backward(grad, cache.affine, grads)


class Residual:
    """A layer whose input is added to its output: a = a_prev + f(z).

    References
    ----------
    He, Zhang, Ren, Sun, Deep Residual Learning for Image Recognition (2016), equation 1
    """

    @dataclass
    class Cache:
        """The layer's own cache, the sum, and dC/da, which reaches a_prev by two ways and so is needed twice."""

        inner: Neurons.Cache
        out: Array
        grad: Array
        dx: Array
        needs_dx: bool

    def __init__(self, inner: Neurons) -> None:
        self.inner = inner

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> Cache:
        """Buffers for so many examples."""
        inner = self.inner.cache(rows, dtype, needs_dx)
        return self.Cache(inner, np.empty_like(inner.out), np.empty_like(inner.out), inner.dx, needs_dx)

    def forward(self, x: Array, cache: Cache) -> Array:
        """a_prev + f(z)."""
        np.add(self.inner.forward(x, cache.inner), x, cache.out)
        return cache.out

    def backward(self, grad: Array, cache: Cache, grads: Sequence[Array]) -> Array:
        """dC/da_prev: what comes through the layer, and what goes past it."""
        if not cache.needs_dx:
            return self.inner.backward(grad, cache.inner, grads)
        np.copyto(cache.grad, grad)
        dx = self.inner.backward(grad, cache.inner, grads)
        np.add(dx, cache.grad, dx)
        return dx

"""What a layer is: a step forwards, the same step backwards, and the buffers of both.

A kind of layer is two things: an immutable value that describes it (`LayerSpec`; `core.nn.dense.Dense` is one), and
the layer that this makes, which computes. Arrays have one row for each example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

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
        """Its arrays of parameters by their names: weights are "W", biases "b"."""

    def connections(self, topology: Topology, number: int) -> tuple[Connections, ...]:
        """The groups that end in it, being layer `number`, by rising source layer."""

    def initialize(self, parameters: Sequence[Array], draw: Callable[[int, int], Array]) -> None:
        """Write initial weights; ``draw(fan_in, fan_out)`` gives (fan_in, fan_out) of them."""

    def gradients(self, x: Array, delta: Array) -> Mapping[str, Array]:
        """One example's gradient of each array of parameters, from its input and dC/dz."""

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float) -> Neurons | Residual:
        """The layer itself, with these arrays of parameters, which are read at every step."""


class Elementwise:
    """f(z), each number by itself; backwards, dC/da becomes dC/dz in place."""

    @dataclass
    class Cache:
        """z, f(z), and room to work in."""

        z: Array
        f: Array
        workspace: Workspace

    def __init__(self, activation: Activation, shape: Shape) -> None:
        self._apply, self._times_derivative = activation.apply, activation.times_derivative
        self._shape = shape

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool = True) -> Cache:
        """Buffers for so many examples."""
        shape = rows, *self._shape
        return self.Cache(np.empty(0, dtype), np.empty(shape, dtype), Workspace(shape, dtype))

    def forward(self, x: Array, cache: Cache) -> Array:
        """f(z)."""
        cache.z = x
        self._apply(x, cache.f, cache.workspace)
        return cache.f

    def backward(self, grad: Array, cache: Cache, grads: Sequence[Array] = ()) -> Array:
        """dC/dz = dC/da f'(z)."""
        self._times_derivative(cache.z, cache.f, grad, cache.workspace)
        return grad


class Dropout:
    """In training, some numbers are 0 for an example, and the others multiplied so that the mean stays.

    References
    ----------
    Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting (2014), section 10
    """

    @dataclass
    class Cache:
        """The mask, 0 where a number is dropped and else 1 / (1 - rate), and what it leaves."""

        mask: Array
        out: Array
        kept: NDArray[np.bool_]

    def __init__(self, rate: float, shape: Shape) -> None:
        self._rate = rate
        self._shape = shape

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool = True) -> Cache:
        """Buffers for so many examples; nothing is dropped yet."""
        shape = rows, *self._shape
        return self.Cache(np.ones(shape, dtype), np.empty(shape, dtype), np.empty(shape, np.bool_))

    def draw(self, cache: Cache, rng: np.random.Generator) -> None:
        """Choose anew what is dropped for which example."""
        mask = cache.mask
        keep = mask.dtype.type(1 - self._rate)
        rng.random(out=mask, dtype=mask.dtype.type)
        np.less(mask, keep, out=cache.kept)
        np.divide(cache.kept, keep, out=mask)

    def forward(self, x: Array, cache: Cache) -> Array:
        """What is left of x."""
        np.multiply(x, cache.mask, cache.out)
        return cache.out

    def backward(self, grad: Array, cache: Cache, grads: Sequence[Array] = ()) -> Array:
        """What is dropped hands nothing back."""
        np.multiply(grad, cache.mask, grad)
        return grad


class Neurons:
    """A hidden layer: what weighs its input to z, then the activation, then dropout in training."""

    @dataclass
    class Cache:
        """What each part computed last; f is f(z), and `out` the same array unless neurons are dropped."""

        weigh: Any
        activate: Elementwise.Cache
        drop: Any
        z: Array
        f: Array
        out: Array
        dx: Array

    def __init__(self, weigh: Layer, activate: Elementwise, dropout: Dropout | None) -> None:
        self.weigh, self.activate, self.dropout = weigh, activate, dropout

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> Cache:
        """Buffers for so many examples."""
        weigh = self.weigh.cache(rows, dtype, needs_dx)
        activate = self.activate.cache(rows, dtype)
        drop = self.dropout.cache(rows, dtype) if self.dropout else None
        out = activate.f if drop is None else drop.out
        return self.Cache(weigh, activate, drop, weigh.out, activate.f, out, weigh.dx)

    def forward(self, x: Array, cache: Cache) -> Array:
        """The neurons' a."""
        a = self.activate.forward(self.weigh.forward(x, cache.weigh), cache.activate)
        return a if self.dropout is None else self.dropout.forward(a, cache.drop)

    def backward(self, grad: Array, cache: Cache, grads: Sequence[Array]) -> Array:
        """`grad` becomes delta = dC/dz; returns dC/dx."""
        if self.dropout is not None:
            self.dropout.backward(grad, cache.drop)
        self.activate.backward(grad, cache.activate)
        return self.weigh.backward(grad, cache.weigh, grads)


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
        needs_dx: bool

        @property
        def dx(self) -> Array:
            """dC/da_prev."""
            return self.inner.dx

    def __init__(self, inner: Neurons) -> None:
        self.inner = inner

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> Cache:
        """Buffers for so many examples."""
        inner = self.inner.cache(rows, dtype, needs_dx)
        return self.Cache(inner, np.empty_like(inner.out), np.empty_like(inner.out), needs_dx)

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

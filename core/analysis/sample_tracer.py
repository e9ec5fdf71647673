"""One example alone, forwards and backwards: what the screen shows, apart from the training."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import Trace, trace_of_row
from core.arrays import Array
from core.loss.loss_gradients import LossGradient, loss_gradient
from core.loss.losses import exact_loss
from core.nn.network import Network


class SampleTracer:
    """Traces single examples of one network, in buffers of its own."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._pass = network.propagation(1)
        self._gradients: dict[str, LossGradient] = {}
        self._loss: Array = np.empty(1, network.dtype)

    @np.errstate(over="ignore", invalid="ignore")
    def trace(self, x: Array, y: Any = None, loss: str = "cross_entropy") -> Trace:
        """Everything that (n_in,) `x` makes the network compute; with the gradient of C where `y` is known.

        Raises
        ------
        ValueError
            When `y` is no class of the network, or not as many numbers as it has outputs.
        """
        network, single = self._network, self._pass
        targets = None if y is None else self._targets(y)
        logits = single.forward(np.ascontiguousarray(x, network.dtype).reshape(1, -1))
        y = single.output()
        if targets is None:
            return trace_of_row(network.topology, single, 0, y, None)
        self._gradient_of(loss)(logits, targets, self._loss, single.output_delta)
        single.backward()
        exact = float(exact_loss(loss, network.activations[-1], targets)(logits, targets)[0])
        return trace_of_row(network.topology, single, 0, y, exact)

    def _gradient_of(self, loss: str) -> LossGradient:
        if loss not in self._gradients:
            network = self._network
            self._gradients[loss] = loss_gradient(
                loss, network.activations[-1], network.sizes[-1], 1, network.dtype
            )
        return self._gradients[loss]

    def _targets(self, y: Any) -> NDArray[Any]:
        outputs = self._network.sizes[-1]
        if isinstance(y, int) or np.ndim(y) == 0:
            if not 0 <= y < outputs:
                raise ValueError(f"class {y!r}: give a whole number from 0 to {outputs - 1}")
            return np.array([y])
        targets = np.asarray(y, np.float64).reshape(1, -1)
        if targets.shape[1] != outputs:
            raise ValueError(f"{targets.shape[1]} numbers to be met: give {outputs}, one for each output")
        return targets

"""What the network says to one example, with the parameters that the last exact L is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import OWN, ExampleLosses
from core.arrays import Array
from core.data.dataset import SPLITS
from core.data.own_set import OwnSet
from core.engine.example_commands import AskOutputs
from core.engine.example_messages import ExampleOutputs
from core.nn.network import Network
from core.nn.workload import chunk_rows
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine


class MeasuredOutputs:
    """Keeps the network of which the terms were measured last."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # For each set, and the terms that were measured of it.
        self._measured: dict[str, tuple[Network, ExampleLosses]] = {}
        # The user's own test set as it was measured: it may have other rows by now.
        self._own = OwnSet()
        self.handlers: dict[type, Callable[[Any], None]] = {AskOutputs: self._send}

    def take(
        self, network: Network, examples: Mapping[str, ExampleLosses], own: OwnSet | None = None
    ) -> None:
        """The terms of these sets were measured, of the run on screen; those of "own" of the examples `own`."""
        for split, losses in examples.items():
            self._measured[split] = network, losses
        if own is not None:
            self._own = own

    def _send(self, command: AskOutputs) -> None:
        """Compute it where there is such an example of the run on screen."""
        run = self._engine.shown
        if command.split not in (*SPLITS, OWN):
            raise ValueError(f"{command.split!r} is no set: choose 'train', 'test' or 'own'")
        if command.split not in self._measured:
            return
        network, losses = self._measured[command.split]
        if losses.run != run.number or not 0 <= command.row < len(losses.losses):
            return
        own: tuple[NDArray[Any], NDArray[Any]] = self._own.pixels, self._own.labels
        X, y = own if command.split == OWN else run.trainer.dataset.split(command.split)
        outputs = outputs_of(network, X, command.row)
        targets = y[command.row] if run.trainer.dataset.is_regression else np.zeros(len(outputs))
        targets = targets.astype(np.float32)
        if not run.trainer.dataset.is_regression:
            targets[y[command.row]] = 1
        values = read_only(outputs), read_only(targets)
        moment = losses.run, losses.update, command.split
        self._engine.send(ExampleOutputs(*moment, command.row, *values, losses.measurement))


def outputs_of(network: Network, X: NDArray[Any], row: int) -> Array:
    """(n_out,): y of one of the rows of X, (N, n_in), computed among the same rows as in an evaluation.

    So it has the same bits: a row alone has others.
    """
    rows = chunk_rows(network.topology)
    start = row // rows * rows
    chunk: Array = X[start : start + rows].astype(network.dtype)
    propagation = network.propagation(len(chunk))
    propagation.forward(chunk)
    return np.array(propagation.output()[:, row - start])

"""What the network says to one example, with the parameters that the last exact L is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.example_losses import OWN
from core.arrays import Array
from core.data.dataset import SPLITS
from core.engine.example_commands import AskOutputs
from core.engine.example_messages import ExampleOutputs
from core.engine.loss_meter import ExactLossMeter
from core.nn.network import Network
from core.nn.workload import chunk_rows
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine


class MeasuredOutputs:
    """Keeps the network of which the terms were measured last."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # For each set, and of which run and update it is.
        self._measured: dict[str, tuple[Network, int, int]] = {}
        self.handlers: dict[type, Callable[[Any], None]] = {AskOutputs: self._send}

    def take(self, meter: ExactLossMeter, splits: tuple[str, ...] = SPLITS) -> None:
        """The terms of these sets were measured, of the run on screen."""
        for split in splits:
            self._measured[split] = meter.network, meter.run, meter.update

    def _send(self, command: AskOutputs) -> None:
        """Compute it where there is such an example of the run on screen."""
        run = self._engine.shown
        if command.split not in (*SPLITS, OWN):
            raise ValueError(f"{command.split!r} is no set: choose 'train', 'test' or 'own'")
        X, y = self._engine.own.split(run, command.split)
        if command.split not in self._measured or not 0 <= command.row < len(X):
            return
        network, number, update = self._measured[command.split]
        if number != run.number:
            return
        outputs = outputs_of(network, X, command.row)
        targets = y[command.row] if run.trainer.dataset.is_regression else np.zeros(len(outputs))
        targets = targets.astype(np.float32)
        if not run.trainer.dataset.is_regression:
            targets[y[command.row]] = 1
        self._engine.send(
            ExampleOutputs(number, update, command.split, command.row, read_only(outputs), read_only(targets))
        )


def outputs_of(network: Network, X: Array, row: int) -> Array:
    """(n_out,): y of one of the rows of X, (N, n_in), computed among the same rows as in an evaluation.

    So it has the same bits: a row alone has others.
    """
    rows = chunk_rows(network.topology)
    start = row // rows * rows
    chunk: Array = X[start : start + rows].astype(network.dtype)
    propagation = network.propagation(len(chunk))
    propagation.forward(chunk)
    return np.array(propagation.output()[:, row - start])

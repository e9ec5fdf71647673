"""Measures the layers' numbers of a run's last update, in pieces; the training may go on between two of them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from core.analysis.gradient_noise import (
    layer_deltas,
    layer_inputs,
    norm,
    ratio,
    spread,
    square,
    sum_of_squares,
)
from core.analysis.layer_curves import LayerCurve, Numbers, weighted_layers
from core.analysis.neuron_statistics import DEAD, SATURATED, NeuronStatistics, states_of_maps
from core.arrays import Array
from core.engine.last_update import LastBatch, LastUpdate
from core.loss.loss_gradients import loss_gradient
from core.nn.propagation import Propagation
from core.nn.topology import Topology
from core.nn.workload import is_large, work_of
from core.training.trainer import Trainer

MOST_EXAMPLES = 64
# A piece goes through as many of them as take about 5 ms, and no fewer than these: of a large network even the sum of
# their gradients takes its time.
PIECE_PRODUCTS, LEAST_ROWS = 4_000_000, 8


class LayerCurveMeter:
    """Takes copies of what the last update followed and changed, and works it out piece by piece.

    Where nothing is known of the last update there is nothing to work out, and its numbers are NaN.

    Parameters
    ----------
    run : int
    trainer : Trainer
    last : LastUpdate
    """

    def __init__(self, run: int, trainer: Trainer, last: LastUpdate) -> None:
        self._run, self._update = run, trainer.step_count
        topology = self._topology = trainer.network.topology
        self.layers = weighted_layers(topology)
        self._is_large = is_large(topology)
        self._rms, self._ratio, self._noise = np.full((3, len(self.layers)), np.nan)
        self._noise_count = self._batch_size = 0
        self._clip_factor = math.nan
        self._pieces: Iterator[None] = iter(())
        if last.is_of(trainer):
            self._batch_size, self._clip_factor = last.batch_size, last.clip_factor
            self._before, self._gradient, self._change = last.before, last.gradient, last.change(trainer)
            self._pieces = self._work(trainer, last.batch)

    # Numbers that are too large become infinite or NaN here, and are recorded so.
    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> bool:
        """One piece of work; True when all is done."""
        return next(self._pieces, self) is self

    def result(self, statistics: NeuronStatistics) -> LayerCurve:
        """All numbers; `statistics` are those of the same update."""
        shares = _idle_shares(self._topology, statistics)
        own = [layer - 1 for layer in self.layers]
        update = self._rms, self._ratio, self._noise
        idle = shares[0, own], shares[1, own]
        counts = self._noise_count, self._batch_size
        return LayerCurve(self._run, self._update, self.layers, *update, *idle, *counts, self._clip_factor)

    def _work(self, trainer: Trainer, batch: LastBatch | None) -> Iterator[None]:
        table = self._topology.table
        before, gradient, change = map(table.named, "WWW", (self._before, self._gradient, self._change))
        for place, layer in enumerate(self.layers):
            W, dW, moved = before[layer - 1], gradient[layer - 1], change[layer - 1]
            self._rms[place] = norm([dW]) / math.sqrt(dW.size)
            change_norm = norm([moved])
            self._ratio[place] = ratio(change_norm, norm([W])) if change_norm else 0.0
            if self._is_large:
                yield
        yield
        # A single example has no spread.
        if batch is not None and self._batch_size > 1:
            yield from self._measure_noise(trainer, batch)

    def _measure_noise(self, trainer: Trainer, batch: LastBatch) -> Iterator[None]:
        topology, dtype = self._topology, trainer.network.dtype
        table, count = topology.table, min(MOST_EXAMPLES, self._batch_size)
        rows = batch.rows[:count]
        data, loss = trainer.dataset, batch.config.loss
        X, y = data.X_train[rows].astype(dtype), data.y_train[rows]
        masks = batch.masks(topology, dtype, count)
        gradients = np.empty_like(self._before)
        squares, total = np.zeros(len(self.layers)), np.zeros(len(gradients))
        most = max(LEAST_ROWS, PIECE_PRODUCTS // work_of(topology))
        for start in range(0, count, most):
            part = slice(start, min(start + most, count))
            size = part.stop - start
            propagation = Propagation(topology, table.views(self._before), size, batch.config.dropout)
            for mask, drawn in zip(propagation.masks, masks, strict=True):
                mask[...] = drawn[part]
            propagation.forward(X[part])
            compute = loss_gradient(loss, topology.activations[-1], topology.sizes[-1], size, dtype)
            compute(propagation.logits, y[part], np.empty(size, dtype), propagation.output_delta)
            propagation.backward(table.views(gradients))
            total += gradients
            yield
            for place, layer in enumerate(self.layers):
                x, delta = (
                    layer_inputs(topology, propagation, layer - 1),
                    layer_deltas(propagation, layer - 1),
                )
                spec, in_shape = topology.layers[layer - 1], topology.in_shapes[layer - 1]
                squares[place] += sum_of_squares(spec, in_shape, x, delta)
                if self._is_large:
                    yield
        means = table.views(total / count)
        # Where all examples were taken, their mean is the batch's.
        whole = means if count == self._batch_size else table.views(self._without_penalties(batch))
        for place, layer in enumerate(self.layers):
            mean_square = sum(map(square, means[layer - 1]))
            apart = spread(float(squares[place]), mean_square, count)
            self._noise[place] = ratio(apart, norm(whole[layer - 1]))
        self._noise_count = count

    def _without_penalties(self, batch: LastBatch) -> Array:
        """The gradient of the batch's mean C alone, float64: the penalties are of the weights before the update."""
        gradient = self._gradient.astype(np.float64)
        named = self._topology.table.named
        for W, dW in zip(named("W", self._before), named("W", gradient), strict=True):
            dW -= batch.config.l1 * np.sign(W) + batch.config.l2 * W.astype(np.float64)
        return gradient


def _idle_shares(topology: Topology, statistics: NeuronStatistics) -> Numbers:
    """(2, layers): the shares of dead and of saturated neurons, or maps, of each layer; NaN for the output layer."""
    shares = np.full((2, len(topology.layers)), np.nan)
    if statistics.count:
        for layer, maps in enumerate(topology.maps[1:-1]):
            states = states_of_maps(statistics.states(layer), maps)
            shares[:, layer] = np.mean(states == DEAD), np.mean(states == SATURATED)
    return shares

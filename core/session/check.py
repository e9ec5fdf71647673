"""Whether what a file holds can be a run at all: looked at before a run is made of it.

A checksum shows that a file is as it was written, not who wrote it. Whatever would be computed with, looked up by, or
waited for is held against the run's network and its examples here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import OWN
from core.analysis.layer_curves import LayerCurveHistory, weighted_layers
from core.analysis.life_counts import COUNTED, WRONG
from core.analysis.life_record import LifeRecord
from core.data.dataset import Dataset
from core.editing.neuron_permutation import Order, map_orders
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import EditParameter, Reconfigure
from core.engine.history import LARGEST_FIRST_SPACING
from core.engine.journal import PermuteNeurons
from core.engine.run_state import RunState
from core.engine.snapshot import Example
from core.nn.topology import Topology
from core.nn.workload import MAX_PRODUCTS
from core.optim.optimizers import make_optimizer
from core.session.errors import SessionError
from core.session.session import SavedRun
from core.training.trainer import CHECKPOINT_EVERY

# Beyond it a double does not count by ones any more.
MOST_UPDATES = 2**53


def check_run(run: SavedRun, dataset: Dataset) -> None:
    """Look at everything that goes into the run.

    Raises
    ------
    SessionError
        When a part of it does not fit its network or these examples.
    """
    for problem in _problems(run, dataset):
        raise SessionError("does_not_fit", run=run.state.number, reason=problem)


def check_examples(dataset: Dataset) -> None:
    """Look at examples that lay in a file.

    Raises
    ------
    SessionError
        When they can be nothing to learn from.
    """
    for X, y in ((dataset.X_train, dataset.y_train), (dataset.X_test, dataset.y_test)):
        is_right = X.ndim == 2 and X.shape[1] == dataset.X_train.shape[1] and len(X) == len(y)
        if dataset.is_regression:
            is_right &= y.ndim == 2 and y.shape[1:] == dataset.y_train.shape[1:] and y.dtype == np.float32
        else:
            is_right &= y.ndim == 1 and y.dtype == np.int64 and _are_within(y, len(dataset.class_names))
        if not is_right or X.dtype not in (np.uint8, np.float32):
            raise SessionError("wrong_value", where="data", reason="shapes or labels of its examples")
    wrong, picture = dataset.wrong_labels, dataset.picture
    if len(dataset.y_train) < 1 or (wrong is not None and wrong.shape != (len(dataset.y_train),)):
        raise SessionError("wrong_value", where="data", reason="no examples, or other flags than examples")
    if picture is not None and (min(picture) < 1 or math.prod(picture) != dataset.n_in):
        raise SessionError("wrong_value", where="data", reason=f"a picture of {picture} pixels")
    scale = dataset.scale
    if scale is not None and not scale.fits(dataset.n_in):
        raise SessionError("wrong_value", where="data", reason="the scale of its columns")
    if dataset.input_names and len(dataset.input_names) != dataset.n_in:
        raise SessionError("wrong_value", where="data", reason="another number of names than inputs")


def _problems(run: SavedRun, dataset: Dataset) -> Iterator[str]:
    """What is wrong with it; a later test relies on the earlier ones."""
    state = run.state
    layers = state.origin.architecture.layers
    if run.n_in != dataset.n_in:
        yield f"a network of {run.n_in} inputs for examples of {dataset.n_in}"
    topology = Topology(layers, (run.n_in,))
    if topology.sizes[-1] != dataset.n_out:
        yield f"a network of {topology.sizes[-1]} outputs for examples of {dataset.n_out}"
    if topology.products > MAX_PRODUCTS:
        yield f"{topology.products} products for each example"
    yield from _problems_of_counts(state, len(dataset.y_train))
    yield from _problems_of_vectors(state, topology.table.count)
    yield from _problems_of_journal(state, topology)
    yield from _problems_of_batches(state, len(dataset.y_train))
    yield from _problems_of_edits(state, topology)
    yield from _problems_of_marks(state, topology)
    yield from _problems_of_kept(run, topology, dataset)
    yield from _problems_of_curves(state, topology)
    yield from _problems_of_life(state, dataset)
    if state.chosen is not None:
        yield from _problems_of_example(state.chosen, dataset)


def _problems_of_marks(state: RunState, topology: Topology) -> Iterator[str]:
    made = _updates_of(state)
    if not 0 <= state.branch_update <= made:
        yield f"a branch at update {state.branch_update} of {made}"
    for mark in state.marks:
        if not 0 <= mark.update <= made or mark.kind not in ("setting", "edit", "sorting"):
            yield f"a mark at update {mark.update}"
    yield from _problems_of_places((mark.place for mark in state.marks if mark.place is not None), topology)


def _problems_of_curves(state: RunState, topology: Topology) -> Iterator[str]:
    curves = state.layer_curves
    if curves is not None:
        try:
            LayerCurveHistory.of(curves)
        except ValueError as error:
            yield str(error)
            return
        if curves.layers != weighted_layers(topology):
            yield f"numbers of layers {curves.layers}"
        if len(curves.updates) and curves.updates[-1] > _updates_of(state):
            yield f"layers' numbers of update {curves.updates[-1]} of {_updates_of(state)}"


def _problems_of_life(state: RunState, dataset: Dataset) -> Iterator[str]:
    """A record goes on with the next update, which is in the same epoch or the next one."""
    life, checkpoint = state.life, state.checkpoint
    if life is None:
        return
    try:
        LifeRecord.of(life, len(dataset.y_train))
    except ValueError as error:
        yield str(error)
        return
    if dataset.is_regression and (life.counts[COUNTED.index("wrong")].any() or (life.now == WRONG).any()):
        yield "wrong answers of examples without classes"
    # On the way back to a divergence updates are made again that the record has.
    ahead = life.update - checkpoint.step_count
    if not 0 <= ahead <= CHECKPOINT_EVERY + 1:
        yield f"lives up to update {life.update} of {checkpoint.step_count}"
    per_epoch = max(1, len(dataset.y_train) // (state.config.batch_size or len(dataset.y_train)))
    most = checkpoint.epoch + (ahead // per_epoch + 1 if ahead else 0)
    if life.update > life.since and not checkpoint.epoch - 1 <= life.epoch <= most:
        yield f"lives up to epoch {life.epoch}, in epoch {checkpoint.epoch}"
    if life.loss not in ("", state.config.loss):
        yield f"losses of {life.loss!r}"


def _problems_of_kept(run: SavedRun, topology: Topology, dataset: Dataset) -> Iterator[str]:
    """Each state of the past is held against the network as the present one is."""
    before, made = -1, _updates_of(run.state)
    for kept in run.kept:
        if not before < kept.update <= made or not 0 <= kept.journal_count <= len(run.state.journal):
            yield f"a kept state of update {kept.update}, after {before}"
        if not 1 <= kept.first_spacing <= LARGEST_FIRST_SPACING:
            yield f"a spacing of {kept.first_spacing}"
        before = kept.update
        past = replace(
            run.state,
            config=kept.config,
            checkpoint=kept.checkpoint,
            losses=run.state.losses[:0],
            edits=kept.edits,
            orders=kept.orders,
            permutations=kept.permutations,
            journal=(),
            diverged=None,
            validated_epoch=0,
        )
        yield from _problems_of_counts(past, len(dataset.y_train))
        yield from _problems_of_vectors(past, topology.table.count)
        yield from _problems_of_journal(past, topology)
        yield from _problems_of_edits(past, topology)
        yield from _problems_of_config(past, dataset)


def _problems_of_config(past: RunState, dataset: Dataset) -> Iterator[str]:
    config, checkpoint = past.config, past.checkpoint
    state = make_optimizer(config.optimizer, np.zeros(1, np.float32)).vectors
    if checkpoint.optimizer != config.optimizer or len(checkpoint.vectors) != len(state):
        yield f"a state of {checkpoint.optimizer!r} with {len(checkpoint.vectors)} vectors"
    if (config.batch_size or 1) > len(dataset.y_train) or config.loss != past.origin.config.loss:
        yield f"batches of {config.batch_size}, or another loss"


def _problems_of_counts(state: RunState, train_count: int) -> Iterator[str]:
    checkpoint = state.checkpoint
    counts = {
        "number": state.number,
        "step_count": checkpoint.step_count,
        "epoch": checkpoint.epoch,
        "position": checkpoint.position,
        "updates": checkpoint.updates,
        "edit_count": checkpoint.edit_count,
        "permutations": state.permutations,
        "validated_epoch": state.validated_epoch,
    }
    for name, count in counts.items():
        if not 0 <= count <= MOST_UPDATES:
            yield f"{name} {count}"
    most, norm = checkpoint.largest_change
    if not 0 <= most <= checkpoint.step_count or not norm >= 0:
        yield f"a largest change of {norm} by update {most} of {checkpoint.step_count}"
    if checkpoint.position >= train_count:
        yield f"position {checkpoint.position} of {train_count}"
    if state.diverged is not None:
        # So many updates are made again on the way to it.
        if not 0 < state.diverged[0] - checkpoint.step_count <= CHECKPOINT_EVERY + 1:
            yield f"a divergence at update {state.diverged[0]}"
        if state.diverged[1] not in ("loss", "gradient", "parameter"):
            yield f"a divergence of {state.diverged[1]!r}"
    if state.stopping is not None and state.stopping.since_best < 0:
        yield f"{state.stopping.since_best} evaluations"


def _updates_of(state: RunState) -> int:
    """How many were made: on its way back to a divergence a run has less behind it than it once had."""
    return state.checkpoint.step_count if state.diverged is None else state.diverged[0]


def _problems_of_vectors(state: RunState, count: int) -> Iterator[str]:
    checkpoint = state.checkpoint
    begun = state.origin.weights
    others = () if begun is None else (begun.parameters,)
    for vector in (checkpoint.parameters, *checkpoint.vectors, *others):
        if vector.shape != (count,) or vector.dtype != np.float32:
            yield f"a vector of {vector.shape} numbers of {vector.dtype} for {count} parameters"
    if state.losses.ndim != 1 or state.losses.dtype != np.float32:
        yield f"losses of {state.losses.shape} numbers"
    if len(state.losses) > _updates_of(state):
        yield f"{len(state.losses)} losses of {_updates_of(state)} updates"
    try:
        np.random.default_rng(0).bit_generator.state = checkpoint.generator
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        yield f"no state of a generator: {error}"


def _problems_of_journal(state: RunState, topology: Topology) -> Iterator[str]:
    before = 0
    for entry in state.journal:
        if not before <= entry.update <= state.checkpoint.step_count:
            yield f"a change at update {entry.update}, after {before}, of {state.checkpoint.step_count}"
        before = entry.update
        if isinstance(entry.change, PermuteNeurons):
            yield from _problems_of_orders(entry.change.orders, topology)
        elif isinstance(entry.change, EditParameter):
            yield from _problems_of_places([entry.change.place], topology)
    for _, orders in state.orders:
        yield from _problems_of_orders(orders, topology)


def _problems_of_batches(state: RunState, train_count: int) -> Iterator[str]:
    """The epochs of a run are those of the batches that its journal names."""
    changes = (entry.change.config for entry in state.journal if isinstance(entry.change, Reconfigure))
    for config in (state.origin.config, *changes):
        if (config.batch_size or 1) > train_count:
            yield f"batches of {config.batch_size} in its journal"


def _problems_of_orders(orders: Sequence[Order], topology: Topology) -> Iterator[str]:
    try:
        map_orders(topology, orders)
    except ValueError as error:
        yield str(error)


def _problems_of_edits(state: RunState, topology: Topology) -> Iterator[str]:
    yield from _problems_of_places((made.place for _, made in state.edits), topology)
    for number, made in state.edits:
        if not 0 <= made.begun <= made.update <= state.checkpoint.step_count:
            yield f"edit {number} at update {made.update}"


def _problems_of_places(places: Iterable[ParameterLocation], topology: Topology) -> Iterator[str]:
    for place in places:
        try:
            place.index(topology)
        except (IndexError, ValueError, OverflowError):
            yield f"no parameter {place}"


def _problems_of_example(example: Example, dataset: Dataset) -> Iterator[str]:
    if example.x.shape != (dataset.n_in,) or example.x.dtype != np.float32:
        yield f"an example of {example.x.shape} numbers"
    if example.label is not None and not 0 <= example.label < len(dataset.class_names):
        yield f"an example of class {example.label}"
    if example.target is not None and not (
        dataset.is_regression and example.target.shape == (dataset.n_out,)
    ):
        yield f"an example with {example.target.shape} targets"
    rows = {"train": dataset.X_train, "test": dataset.X_test, "drawing": None, OWN: None}
    if example.origin not in rows:
        yield f"an example of {example.origin!r}"
    X = rows[example.origin]
    if (example.origin == "drawing") != (example.index is None):
        yield f"example {example.index} of {example.origin!r}"
    is_row = X is not None and example.index is not None and 0 <= example.index < len(X)
    if X is not None and not (is_row and np.array_equal(X[example.index], example.x)):
        yield f"other numbers than those of example {example.index}"


def _are_within(labels: NDArray[np.integer], count: int) -> bool:
    return not len(labels) or (labels.min() >= 0 and labels.max() < count)

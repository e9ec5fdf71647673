"""A snapshot: the network at one moment, and what the displayed example makes it compute."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.residual_flow import ResidualFlow, residual_flow
from core.analysis.trace import Trace
from core.arrays import Array
from core.data.dataset_spec import DatasetSpec
from core.data.importers.standardise import Scale
from core.nn.connections import Connections
from core.nn.network import Network
from core.nn.topology import Topology


@dataclass(frozen=True)
class DataInfo:
    """What the examples of a run are.

    Attributes
    ----------
    choice : DatasetSpec
        How they were chosen.
    class_names : tuple of str
        One for each class; empty for regression.
    picture : (rows, columns) or None
        The shape of the picture that the inputs are, None where they are just numbers.
    output_scale : float
        The largest regression target; 1 for classes.
    input_names : tuple of str
        A table's own names of its inputs; empty where it has none.
    map_ranges : tuple of (low, high)
        What the map of one or two inputs shows of each; empty where there are more.
    train_count : int
        Training examples in all.
    scale : Scale or None
        What a table's columns were standardised by; None where they are as in their file, or that is not known.
    constant : (n_in,) bool array or None
        Inputs that are one number in all training examples, so that they tell nothing; None for a picture.
    input_scales : (n_in,) array or None
        The largest |x| of each input among the training examples, 1 where there is none; None for a picture.
    unused : (n_in,) bool array or None
        Inputs that are 0 in almost all training examples, so that their weights hardly ever meet a signal.
    points : ((m, n_in), (m,) or (m, n_out)) arrays or None
        Training examples and what is right of them, where there are one or two inputs: all, or an even sample.
    """

    choice: DatasetSpec = field(default_factory=DatasetSpec)
    class_names: tuple[str, ...] = tuple("0123456789")
    picture: tuple[int, int] | None = (16, 16)
    output_scale: float = 1.0
    input_names: tuple[str, ...] = ()
    map_ranges: tuple[tuple[float, float], ...] = ()
    train_count: int = 0
    scale: Scale | None = field(default=None, compare=False)
    constant: NDArray[np.bool_] | None = field(default=None, compare=False)
    input_scales: Array | None = field(default=None, compare=False)
    unused: NDArray[np.bool_] | None = field(default=None, compare=False)
    points: tuple[Array, NDArray[Any]] | None = field(default=None, compare=False)

    def output_name(self, index: int, count: int) -> str:
        """What an output of so many is called: its class; without classes y, or y₁, y₂ and so on."""
        if names := self.class_names:
            return names[index] if index < len(names) else str(index)
        return _numbered("y", index, count)

    def input_name(self, index: int, count: int) -> str:
        """What an input of so many, that is no pixel, is called: its column in the table; without one x, or x₁, x₂."""
        return self.input_names[index] if self.input_names else _numbered("x", index, count)


def _numbered(letter: str, index: int, count: int) -> str:
    """One of so many, counted from 1; alone it has no number."""
    number = str(index + 1).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
    return f"{letter}{number}" if count > 1 else letter


@dataclass(frozen=True)
class Example:
    """The one example that is shown.

    Attributes
    ----------
    x : (n_in,) array
        The input, ink 1 and no ink 0 for digits.
    label : int or None
        The right class; None for a drawing until the user labels it, and for regression.
    origin : "train", "test", "own" or "drawing"
        All but the first are watched, not trained on.
    index : int or None
        Its row in the training or test set, its number in the user's own test set; None for a drawing.
    position : int or None
        Its place in the batch of the step walkthrough, counted from 0.
    target : (n_out,) array or None
        Regression targets; None for classes.
    is_shuffled : bool
        Whether `label` is not the example's own class, because labels were shuffled.
    """

    x: Array
    label: int | None
    origin: str
    index: int | None = None
    position: int | None = None
    target: Array | None = None
    is_shuffled: bool = False

    @property
    def answer(self) -> int | Array | None:
        """The target: a class or numbers; None where it is unknown."""
        return self.label if self.target is None else self.target

    def is_same_sample(self, other: Example) -> bool:
        """Whether both are the same digit, so that only its numbers move."""
        if self.origin != other.origin or self.index != other.index:
            return False
        return self.index is not None or bool(np.array_equal(self.x, other.x))


@dataclass(frozen=True)
class Snapshot:
    """The network after `update` updates, and what it computes for the displayed sample.

    Attributes
    ----------
    run : int
        Which run (architecture, seed and start) this is of.
    update : int
        How many updates made these parameters.
    epoch : int
        Passes over the training set finished.
    parameters : (parameter_count,) array
        A read-only copy of θ, laid out as ``topology.table`` says.
    example, trace
        The displayed sample, and its trace with exactly these parameters; both hold the same x.
    losses : (k,) float32 array
        The batch's mean C before each of the updates ``update - k + 1 .. update``: all updates since the
        last snapshot, this one's last.
    loss : str
        How C is computed, a name of `core.training.config.LOSSES`.
    penalties : tuple of str
        "l1", "l2": those that are a part of ``mean_gradient``, or will be of the next one.
    data : DataInfo
        What the examples are.
    mean_gradient, change : (parameter_count,) arrays or None
        The gradient that the last update followed (of the mean C over its batch, with L1 and L2 where there are
        such), and the change that it made; None where nobody has asked for them, and before the first update.
    edit_count, permutation_count : int
        How often parameters were changed by hand, and how often of these the neurons were put into another order:
        what distinguishes two states after the same update, and which neuron an index means.
    clip_factor : float
        What the optimizer took of ``mean_gradient`` in the last update (or will take, of a batch that waits for its
        own): 1, or less where it was clipped. ``mean_gradient`` itself is as it was before clipping.
    function_grid : (k, n_out) array or None
        y at evenly spread inputs (`core.analysis.function_grid`), where there are one or two; of these very parameters.
    function_classes : (k,) int64 array or None
        What is said there, `core.analysis.evaluation.NO_ANSWER` where several classes are largest; None for regression.
    is_chosen : bool
        Whether the user has chosen the displayed sample, so that it stays.

    Raises
    ------
    ValueError
        When a flat vector is not of the network that was traced.
    """

    run: int
    update: int
    epoch: int
    parameters: Array
    example: Example
    trace: Trace
    losses: NDArray[np.float32]
    loss: str = "cross_entropy"
    penalties: tuple[str, ...] = ()
    data: DataInfo = field(default_factory=DataInfo)
    mean_gradient: Array | None = None
    change: Array | None = None
    clip_factor: float = 1.0
    function_grid: Array | None = None
    function_classes: NDArray[np.int64] | None = None
    edit_count: int = 0
    permutation_count: int = 0
    is_chosen: bool = False

    def __post_init__(self) -> None:
        check_fits(self.topology, self.parameters, self.mean_gradient, self.change)

    @property
    def follows_training(self) -> bool:
        """Whether the displayed sample is one of the training's own, which changes from time to time."""
        return self.example.origin == "train" and not self.is_chosen

    @property
    def output(self) -> str:
        """The output layer's activation."""
        return self.activations[-1]

    def has_same_example_as(self, other: Snapshot) -> bool:
        """Whether both show the same example with the same target and loss, so that only the parameters differ."""
        one, before = self.example, other.example
        same = one.is_same_sample(before) and one.label == before.label and self.loss == other.loss
        if one.target is None or before.target is None:
            return same and one.target is before.target
        return same and bool(np.array_equal(one.target, before.target))

    def is_built_as(self, other: Snapshot) -> bool:
        """Whether both networks have the same neurons, joined by the same connections, and inputs that look alike."""
        if self.data.picture != other.data.picture or self.sizes != other.sizes:
            return False
        groups, before = self.connections, other.connections
        return groups is before or [_kind_of(group) for group in groups] == [
            _kind_of(group) for group in before
        ]

    def output_name(self, index: int) -> str:
        """What an output is called: its class; without classes y, or y₁, y₂ and so on where there are several."""
        return self.data.output_name(index, self.sizes[-1])

    def input_name(self, index: int) -> str:
        """What an input that is no pixel is called: its column in the table; without one x, or x₁, x₂ and so on."""
        return self.data.input_name(index, self.sizes[0])

    # --- what follows from the network's layers

    @property
    def topology(self) -> Topology:
        """The network's layers."""
        return self.trace.topology

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer, the input first."""
        return self.topology.sizes

    @property
    def activations(self) -> tuple[str, ...]:
        """One name per layer, the output's last."""
        return self.topology.activations

    @property
    def skips(self) -> tuple[bool, ...]:
        """For each layer whether its input is added to its output."""
        return self.topology.skips

    @property
    def connections(self) -> tuple[Connections, ...]:
        """Every group of connections, by target layer and then by source layer."""
        return self.topology.connections

    @cached_property
    def weights(self) -> tuple[Array, ...]:
        """Each layer's W, a view."""
        return self.topology.table.named("W", self.parameters)

    @cached_property
    def biases(self) -> tuple[Array, ...]:
        """Each layer's b, a view."""
        return self.topology.table.named("b", self.parameters)

    @cached_property
    def mean_db(self) -> tuple[Array, ...]:
        """Each layer's part of ``mean_gradient`` for b, which is the mean δ of the batch; () without."""
        flat = self.mean_gradient
        return () if flat is None else self.topology.table.named("b", flat)

    @cached_property
    def residual_flow(self) -> dict[int, ResidualFlow]:
        """What goes past each residual layer's weights, by the layer's index."""
        return residual_flow(self.trace, self.parameters)

    def network(self) -> Network:
        """A network with exactly these parameters; whatever is done to it, the snapshot stays."""
        return Network(self.topology, self.parameters.dtype, self.parameters)


def _kind_of(group: Connections) -> tuple[object, ...]:
    """What joins which units, and by how many connections; one kind joins them in one way."""
    return type(group), group.source_layer, group.target_layer, group.shape, group.count


def check_fits(topology: Topology, *vectors: Array | None) -> None:
    """Raise ValueError where a vector is not laid out as all parameters of this network are."""
    for flat in vectors:
        if flat is not None and flat.shape != (topology.table.count,):
            raise ValueError(f"{flat.shape} parameters do not fit a network of {topology.sizes} neurons")

"""Parameters set by hand: which one, to what, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.editing.neuron_permutation import Order, inverse
from core.nn.topology import Topology
from core.training.trainer import Trainer

# A larger number is a slip of the hand; float32 sums of such lose every digit that matters.
LARGEST = 1e6


@dataclass(frozen=True)
class ParameterLocation:
    """One parameter of a network; of a shared one, one of the neurons or connections that have it.

    Attributes
    ----------
    layer : int
        The layer of the neuron that it belongs to, counted from 0, the first hidden layer.
    target : int
        That neuron.
    source : int or None
        The neuron or input that its weight comes from; None for its bias.
    source_layer : int or None
        The layer of that one, the input counted as 0; None for the layer before.
    """

    layer: int
    target: int
    source: int | None = None
    source_layer: int | None = None

    @property
    def symbol(self) -> str:
        """ "w" or "b"."""
        return "b" if self.source is None else "w"

    def index(self, topology: Topology) -> int:
        """Where it stands in the flat vector of such a network's parameters.

        Raises
        ------
        IndexError
            When there is no such parameter.
        """
        if self.source is None:
            return topology.bias_index(self.layer, self.target)
        return topology.weight_index(self.layer, self.source, self.target, self.source_layer)

    def moved(self, places: Sequence[Order]) -> ParameterLocation:
        """Where it is when each hidden neuron has gone to ``places[layer][neuron]``
        (`core.editing.neuron_permutation.inverse`).
        """
        target, source = self.target, self.source
        if self.layer < len(places):
            target = int(places[self.layer][target])
        before = self.layer if self.source_layer is None else self.source_layer
        if source is not None and before > 0:
            source = int(places[before - 1][source])
        return ParameterLocation(self.layer, target, source, self.source_layer)


@dataclass(frozen=True)
class AppliedEdit:
    """One edit, as it stands.

    Attributes
    ----------
    place : Place
        Where the parameter is now.
    before, after : float
        What it was, and what it was set to; as the network holds them.
    begun, update : int
        After so many updates it was set first, and was set or set back last.
    is_on : bool
        False when it was set back.
    trained_since : bool
        Whether updates were made between the first setting and the setting back.
    """

    place: ParameterLocation
    before: float
    after: float
    begun: int
    update: int
    is_on: bool = True
    trained_since: bool = False


class EditHistory:
    """The edits of one training, each known by a number of its own, so that it can be set back and set again."""

    def __init__(self) -> None:
        self._made: dict[int, AppliedEdit] = {}

    @property
    def all(self) -> tuple[tuple[int, AppliedEdit], ...]:
        """Every edit with its number."""
        return tuple(self._made.items())

    def restore_edits(self, edits: Iterable[tuple[int, AppliedEdit]]) -> None:
        """Know these edits, of `all`, and no others."""
        self._made = dict(edits)

    def set(self, trainer: Trainer, edit_id: int, place: ParameterLocation, value: float) -> AppliedEdit:
        """Set a parameter; while the edit of this number is on, what was before it stays what was before.

        Raises
        ------
        ValueError
            When the value is not finite, or larger than `LARGEST` in size; nothing is changed.
        IndexError
            When there is no such parameter; nothing is changed.
        """
        if not abs(value) <= LARGEST:
            raise ValueError(f"{value!r} is no value for a parameter; give a number from -10⁶ to 10⁶")
        before = self._put(trainer, place, value)
        begun, known = trainer.step_count, self._made.get(edit_id)
        if known is not None and known.is_on:
            before, begun = known.before, known.begun
        after = float(trainer.network.parameters[place.index(trainer.network.topology)])
        self._made[edit_id] = AppliedEdit(place, before, after, begun, trainer.step_count)
        return self._made[edit_id]

    def switch(self, trainer: Trainer, edit_id: int, is_on: bool) -> AppliedEdit | None:
        """Set the parameter back to what it was before, or, where `is_on`, once more to what it was set to.

        None where there is no such edit, or it is so already.
        """
        made = self._made.get(edit_id)
        if made is None or made.is_on == is_on:
            return None
        if is_on:
            return self.set(trainer, edit_id, made.place, made.after)
        self._put(trainer, made.place, made.before)
        since = trainer.step_count != made.begun
        self._made[edit_id] = replace(made, update=trainer.step_count, is_on=False, trained_since=since)
        return self._made[edit_id]

    def follow(self, orders: Sequence[Order]) -> None:
        """The hidden neurons were put into these orders."""
        places = inverse(orders)
        for edit_id, made in self._made.items():
            self._made[edit_id] = replace(made, place=made.place.moved(places))

    def _put(self, trainer: Trainer, place: ParameterLocation, value: float) -> float:
        index = place.index(trainer.network.topology)
        with trainer.manual_edit() as (parameters, *_):
            before = float(parameters[index])
            parameters[index] = value
        return before

"""The journal of a run: every change, with its update, so that any of its updates can be had again.

Nothing in it hangs on a clock: from the same beginning, the same commands at the same updates give the same bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.data.dataset_spec import DatasetSpec
from core.editing.neuron_permutation import Order
from core.engine.commands import EditParameter, Reconfigure, SwitchEdit
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.epochs import Epochs, epochs_of


@dataclass(frozen=True)
class PermuteNeurons:
    """Put the hidden neurons into these orders: every sorting, and its undo."""

    orders: tuple[Order, ...]


Change = Reconfigure | EditParameter | SwitchEdit | PermuteNeurons
"""What changes how a run goes on."""


@dataclass(frozen=True)
class Origin:
    """What a run begins with: the function set and its initial weights, the first settings, the examples.

    Attributes
    ----------
    architecture : Architecture
    config : TrainingConfig
    choice : DatasetSpec
    weights : InitialWeights or None
        The initial weights where they came from a file; None where the architecture draws them.
    """

    architecture: Architecture
    config: TrainingConfig
    choice: DatasetSpec
    weights: InitialWeights | None = None

    def network(self, n_in: int) -> Network:
        """The network as it is at update 0, for so many inputs.

        Raises
        ------
        ValueError
            When a name or a number is wrong, or `weights` are of another network.
        """
        network = self.architecture.network((n_in,))
        if self.weights is not None:
            self.weights.write_to(network)
        return network


@dataclass(frozen=True)
class JournalEntry:
    """A change, and when it was made.

    Attributes
    ----------
    update : int
        Updates made before it.
    gradient_ready : bool
        Whether the gradient of the next update was complete already (in a step walkthrough): some settings then hold
        only for the update after that one.
    change : Change
    """

    update: int
    gradient_ready: bool
    change: Change


def without_gradient(journal: Iterable[JournalEntry], update: int) -> list[JournalEntry]:
    """The same entries, for a run that stands after so many updates, and computes the next gradient anew."""
    return [replace(entry, gradient_ready=False) if entry.update == update else entry for entry in journal]


def epochs_by(origin: Origin, journal: Iterable[JournalEntry], count: int, update: int) -> Epochs:
    """The epochs of a run on `count` examples that has made so many updates, by its journal."""
    sizes = [(0, origin.config.batch_size or count)]
    for entry in journal:
        size = sizes[-1][1]
        if sizes[-1][0] > entry.update:
            sizes.pop()
        if isinstance(entry.change, Reconfigure):
            # A gradient that waits is applied before, unless the network is changed.
            sizes.append((entry.update + entry.gradient_ready, entry.change.config.batch_size or count))
        elif sizes[-1][1] != size:
            sizes.append((entry.update, size))
    return epochs_of(count, sizes, update)


def orders_since(journal: Sequence[JournalEntry], permutations: int) -> tuple[Order, ...]:
    """The orders that the hidden neurons have come into after they were put into others so often, taken together.

    As one `PermuteNeurons` has them; () where none was made since.
    """
    return _together(_permutations(journal)[permutations:])


def orders_until(journal: Sequence[JournalEntry], permutations: int) -> tuple[Order, ...]:
    """The orders that the hidden neurons had come into when they had been put into others so often, taken together."""
    return _together(_permutations(journal)[:permutations])


def _permutations(journal: Sequence[JournalEntry]) -> list[tuple[Order, ...]]:
    return [entry.change.orders for entry in journal if isinstance(entry.change, PermuteNeurons)]


def _together(made: Sequence[tuple[Order, ...]]) -> tuple[Order, ...]:
    together: tuple[Order, ...] = ()
    for orders in made:
        if together:
            orders = tuple(before[order] for before, order in zip(together, orders, strict=True))
        together = orders
    return together

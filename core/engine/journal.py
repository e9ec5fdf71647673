"""The journal of a run: every change, with its update, so that any of its updates can be had again.

Nothing in it hangs on a clock: from the same beginning, the same commands at the same updates give the same bits.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.data.dataset_spec import DatasetSpec
from core.editing.neuron_permutation import Order
from core.engine.commands import EditParameter, Reconfigure, SwitchEdit
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig


@dataclass(frozen=True)
class PermuteNeurons:
    """Put the hidden neurons into these orders: every sorting, and its undo."""

    orders: tuple[Order, ...]


Change = Reconfigure | EditParameter | SwitchEdit | PermuteNeurons
"""What changes how a run goes on."""


@dataclass(frozen=True)
class Origin:
    """What a run begins with: the function set and its initial weights, the first settings, the examples."""

    architecture: Architecture
    config: TrainingConfig
    choice: DatasetSpec


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

"""A run made a second time, by nothing but a `Trainer`: what the engine shows of it has to be the same bits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import Dataset
from core.editing.neuron_permutation import Order, reorder
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import DivergenceError, Trainer


@dataclass(frozen=True)
class Made:
    """A change, after how many updates it was made, and whether the next one's gradient was complete by then.

    `orders` are those that a sorting has put the hidden neurons into.
    """

    update: int
    gradient_ready: bool
    do: Callable[[Trainer], object]
    is_edit: bool = True
    orders: tuple[Order, ...] = ()


def settings(update: int, gradient_ready: bool, config: TrainingConfig) -> Made:
    """Other settings."""
    return Made(update, gradient_ready, lambda trainer: trainer.reconfigure(config), is_edit=False)


def parameter(update: int, gradient_ready: bool, index: int, value: float) -> Made:
    """One parameter has another value."""

    def do(trainer: Trainer) -> None:
        with trainer.manual_edit() as (parameters, *_):
            parameters[index] = value

    return Made(update, gradient_ready, do)


def permutation(update: int, gradient_ready: bool, orders: Sequence[Order]) -> Made:
    """The hidden neurons stand in other places."""
    return Made(update, gradient_ready, lambda trainer: reorder(trainer, orders), orders=tuple(orders))


@dataclass(frozen=True)
class Step:
    """What an update followed: its batch's rows and mean C, and their gradient; and θ before and after it."""

    rows: NDArray[np.int64]
    mean: np.float32
    gradient: NDArray[np.float32]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    edit_count: int
    epoch: int
    config: TrainingConfig


class ShadowRun:
    """Makes every update and every change by itself, and remembers what came of each.

    Attributes
    ----------
    changes : list of Made
    thetas : dict of (update, edit_count) to (parameter_count,) arrays
    steps : dict of update to Step
    """

    def __init__(
        self,
        architecture: Architecture,
        config: TrainingConfig,
        dataset: Dataset,
        changes: Sequence[Made] = (),
    ) -> None:
        self._begin = architecture, config, dataset
        self.dataset = dataset
        self.changes = list(changes)
        self.thetas: dict[tuple[int, int], NDArray[np.float32]] = {}
        self.steps: dict[int, Step] = {}
        self._trainer: Trainer | None = None

    @property
    def trainer(self) -> Trainer:
        """Where it stands; made again, from the beginning, where it is needed."""
        if self._trainer is None:
            architecture, config, dataset = self._begin
            network = architecture.with_outputs(dataset.n_out).network((dataset.n_in,))
            self._trainer = Trainer(network, dataset, replace(config, schedule_start=0))
            self._note()
            for change in self.changes:
                self._make(change)
        return self._trainer

    @property
    def edits(self) -> int:
        """Changes by hand so far."""
        return self.edits_at(2**60)

    def edits_at(self, update: int) -> int:
        """Changes by hand that were made after so many updates, or fewer."""
        return sum(change.is_edit and change.update <= update for change in self.changes)

    def neurons(self, permutations: int) -> list[Order]:
        """Of each hidden layer, which of the neurons that it began with stands at each place after so many sortings."""
        neurons = [np.arange(size) for size in self.trainer.network.sizes[1:-1]]
        made = [change.orders for change in self.changes if change.orders]
        for orders in made[:permutations]:
            neurons = [before[order] for before, order in zip(neurons, orders, strict=True)]
        return neurons

    def take(self, change: Made) -> None:
        """Make a change, the last one so far."""
        trainer = self.trainer
        self.changes.append(change)
        assert trainer.step_count <= change.update, "the change came before what was shown already"
        self._make(change)

    def go_to(self, update: int) -> None:
        """Make updates until so many are made."""
        while self.trainer.step_count < update:
            self._step()

    def diverges(self) -> str:
        """What the next update makes infinite; "" where it makes nothing so. It is made, or else not to be used."""
        try:
            self._step()
        except DivergenceError as error:
            # From the beginning, when it is needed.
            self._trainer = None
            return error.cause
        return ""

    def up_to(self, update: int, changes: int) -> ShadowRun:
        """Another one that stands there, after so many changes; a gradient that waited there is to be computed anew."""
        kept = [
            replace(change, gradient_ready=False) if change.update == update else change
            for change in self.changes[:changes]
        ]
        return ShadowRun(*self._begin, kept)

    def branch(self, update: int) -> ShadowRun:
        """Another one, with what was changed up to that update."""
        return ShadowRun(*self._begin, [change for change in self.changes if change.update <= update])

    def begins_as(self) -> tuple[Architecture, TrainingConfig]:
        """What it begins with."""
        return self._begin[:2]

    def _make(self, change: Made) -> None:
        self.go_to(change.update)
        if change.gradient_ready:
            while not self.trainer.accumulate_gradient():
                pass
        change.do(self.trainer)
        self._note()

    def _step(self) -> None:
        trainer = self.trainer
        while not trainer.accumulate_gradient():
            pass
        rows, config = trainer.batch_rows.copy(), trainer.batch_config
        before, gradient = trainer.network.parameters.copy(), trainer.network.gradients.copy()
        mean = np.float32(trainer.apply_update())
        after = trainer.network.parameters.copy()
        self.steps[trainer.step_count] = Step(
            rows, mean, gradient, before, after, trainer.edit_count, trainer.epoch, config
        )
        self._note()

    def _note(self) -> None:
        trainer = self.trainer
        self.thetas[trainer.step_count, trainer.edit_count] = trainer.network.parameters.copy()

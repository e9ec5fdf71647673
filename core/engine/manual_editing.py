"""Commands that change parameters by hand: one parameter, or the order of the neurons.

Each names its run, and every change has a number by which it can be taken back and made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.editing.neuron_permutation import NeuronSorting, Order, inverse
from core.engine.commands import (
    EditParameter,
    SortNeurons,
    SwitchEdit,
    SwitchSorting,
)
from core.engine.journal import PermuteNeurons
from core.engine.messages import EditRefused, NeuronsPermuted, ParameterEdited, SortingRefused

if TYPE_CHECKING:
    from core.engine.engine import Engine


class ManualEditing:
    """Handles the commands between two slices of the training, which goes on from the changed parameters."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.handlers: dict[type, Callable[[Any], None]] = {
            EditParameter: self._edit,
            SwitchEdit: self._change_edit,
            SortNeurons: self._sort,
            SwitchSorting: self._change_sorting,
        }

    # --- one parameter

    def _edit(self, command: EditParameter) -> None:
        if not self._may_change(command.run) or self._engine.current.permutations != command.permutations:
            is_returning = command.run == self._engine.number and self._engine.current.is_returning
            self._engine.send(EditRefused(command.run, command.edit_id, is_returning))
            return
        self._change_edit(command)

    def _change_edit(self, command: EditParameter | SwitchEdit) -> None:
        if self._may_change(command.run):
            made = self._engine.current.take(command)
            if made is not None:
                self._engine.send(ParameterEdited(command.edit_id, made, self._engine.parameters_changed()))

    def _may_change(self, run: int) -> bool:
        """Whether it is the current run, and stands: not on its way back from a divergence."""
        return run == self._engine.number and not self._engine.current.is_returning

    # --- the order of the neurons

    def _sort(self, command: SortNeurons) -> None:
        if not self._may_change(command.run):
            return
        trainer = self._engine.current.trainer
        if len(trainer.network.layers) == 1:
            self._engine.send(SortingRefused("no_hidden"))
        elif not trainer.dataset.class_names:
            self._engine.send(SortingRefused("no_classes"))
        else:
            self._engine.requests.add(self._sorted(command.edit_id))

    def _sorted(self, edit_id: int) -> Iterator[None]:
        run = self._engine.current
        while True:
            edits, sorting = run.trainer.edit_count, NeuronSorting(run.trainer, run.number)
            while not sorting.advance():
                yield
            if run.trainer.edit_count == edits:
                break
        if len(sorting.stays) == len(sorting.orders):
            self._engine.send(SortingRefused("all_stay"))
        elif sorting.is_undecided:
            self._engine.send(SortingRefused("no_favourites"))
        elif sorting.moved == 0:
            self._engine.send(SortingRefused("in_order"))
        else:
            run.orders[edit_id] = sorting.orders
            self._permute(edit_id, "tidy", sorting.orders, sorting)

    def _change_sorting(self, command: SwitchSorting) -> None:
        # An engine that recovered from before the sorting does not have it.
        orders = self._engine.current.orders.get(command.edit_id) if self._may_change(command.run) else None
        if orders is not None:
            is_on = command.is_on
            self._permute(command.edit_id, "again" if is_on else "back", orders if is_on else inverse(orders))

    def _permute(
        self, edit_id: int, how: str, orders: tuple[Order, ...], sorting: NeuronSorting | None = None
    ) -> None:
        self._engine.current.take(PermuteNeurons(orders))
        message = NeuronsPermuted(edit_id, how, orders, self._engine.parameters_changed())
        if sorting is not None:
            message = replace(
                message,
                stays=sorting.stays,
                difference=sorting.difference,
                count=sorting.statistics.count,
                statistics=sorting.statistics,
            )
        self._engine.send(message)

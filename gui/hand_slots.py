"""The worker's slots for what is changed by hand: one parameter, or the order of the neurons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal, Slot

from core.activity import NeuronActivity
from core.edits import EditMade, Place
from core.messages import NeuronsReordered, ParameterSet
from core.tidy import Order, Tidying, inverse
from gui.guarded import guarded
from gui.worker_part import WorkerPart


class HandSlots(WorkerPart):
    """Takes the wishes between two slices of the training, which goes on from the changed parameters.

    Every wish names its run, and every change has a number (a token) by which it can be taken back and done again.
    """

    parameter_set = Signal(object)
    parameter_refused = Signal(int)
    reordered = Signal(object)
    # Why: "no_classes", "no_hidden", "all_stay" or "in_order".
    not_tidied = Signal(str)

    # --- one parameter

    @Slot(int, int, object, float, int)
    @guarded
    def set_parameter(self, run: int, token: int, place: Place, value: float, reorders: int) -> None:
        """Set a parameter, by the number its neurons have after so many reorderings; otherwise it is refused."""
        now = self._worker.current
        if not self._may_change(run) or now.reorders != reorders:
            self.parameter_refused.emit(token)
            return
        self._tell_set(token, now.edits.set(now.trainer, token, place, value))

    @Slot(int, int)
    @guarded
    def take_back_parameter(self, run: int, token: int) -> None:
        """Set a parameter to what it was before this edit."""
        if self._may_change(run):
            now = self._worker.current
            self._tell_set(token, now.edits.take_back(now.trainer, token))

    @Slot(int, int)
    @guarded
    def set_parameter_again(self, run: int, token: int) -> None:
        """Make an edit again that was taken back."""
        if self._may_change(run):
            now = self._worker.current
            self._tell_set(token, now.edits.do_again(now.trainer, token))

    def _tell_set(self, token: int, made: EditMade | None) -> None:
        if made is not None:
            self._worker.current.forget_last_update()
            self.parameter_set.emit(ParameterSet(token, made, self._worker.change_made()))

    def _may_change(self, run: int) -> bool:
        """Of a run that is over, the last finite numbers stay as they are."""
        return run == self._worker.number and self._worker.current.diverged is None

    # --- the order of the neurons

    @Slot(int, int)
    @guarded
    def tidy(self, run: int, token: int) -> None:
        """Put the hidden neurons into the order of their favourite classes."""
        if not self._may_change(run):
            return
        trainer = self._worker.current.trainer
        if len(trainer.network.layers) == 1:
            self.not_tidied.emit("no_hidden")
        elif not trainer.dataset.class_names:
            self.not_tidied.emit("no_classes")
        else:
            self._worker.do_later(self._tidy(token))

    def _tidy(self, token: int) -> Iterator[None]:
        now, number = self._worker.current, self._worker.number
        while True:
            changes, tidying = now.trainer.changes, Tidying(now.trainer, number)
            while not tidying.advance():
                yield
            if now.trainer.changes == changes:
                break
        if len(tidying.stays) == len(tidying.orders):
            self.not_tidied.emit("all_stay")
        elif tidying.moved == 0:
            self.not_tidied.emit("in_order")
        else:
            now.orders[token] = tidying.orders
            self._reorder(token, "tidy", tidying.orders, tidying, tidying.activity)

    @Slot(int, int)
    @guarded
    def take_back_tidy(self, run: int, token: int) -> None:
        """Put the neurons back to where they were before this tidy."""
        if self._may_change(run):
            self._reorder(token, "back", inverse(self._worker.current.orders[token]))

    @Slot(int, int)
    @guarded
    def tidy_again(self, run: int, token: int) -> None:
        """Put the neurons into the order of this tidy again."""
        if self._may_change(run):
            self._reorder(token, "again", self._worker.current.orders[token])

    def _reorder(
        self,
        token: int,
        how: str,
        orders: Sequence[Order],
        tidying: Tidying | None = None,
        activity: NeuronActivity | None = None,
    ) -> None:
        self._worker.current.reorder(orders)
        self.reordered.emit(
            NeuronsReordered(
                token=token,
                how=how,
                orders=tuple(orders),
                snapshot=self._worker.change_made(),
                stays=() if tidying is None else tidying.stays,
                difference=0.0 if tidying is None else tidying.difference,
                count=0 if tidying is None else tidying.count,
                activity=activity,
            )
        )

"""The worker's slots for the shown example: which one it is, and who chooses it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot

from core.trace import Array
from gui.guarded import guarded
from gui.worker_part import WorkerPart


class ExampleSlots(WorkerPart):
    """Takes the wishes for another example, between two slices of the training."""

    no_such_digit = Signal(str)

    @Slot(str, object)
    @guarded
    def show_test_digit(self, how: str, digit: int | None) -> None:
        """Show a digit of the test set: "previous", "next", "random" or "wrong", of one class or of any."""
        self._worker.do_later(self._find_test_digit(how, digit))

    def _find_test_digit(self, how: str, digit: int | None) -> Iterator[None]:
        run, wrong = self._worker.current, None
        while how == "wrong" and wrong is None:
            changes, evaluation = run.trainer.changes, run.trainer.evaluation("test")
            while not evaluation.advance():
                yield
            # What was changed by hand meanwhile may get others wrong.
            wrong = evaluation.wrong if run.trainer.changes == changes else None
        if run.shown.choose_test_digit(how, digit, wrong):
            self._worker.example_changed()
        else:
            self.no_such_digit.emit(how)

    @Slot(object, object)
    @guarded
    def show_drawing(self, x: Array, label: int | None) -> None:
        """Show what was drawn; without a label there is no C and no gradient."""
        self._worker.told.shown.show_drawing(x, label)
        self._worker.example_changed()

    @Slot()
    @guarded
    def show_training_digits(self) -> None:
        """Go back to the digits that the training works on."""
        run = self._worker.told
        run.shown.release(run.trainer)
        self._worker.example_changed()

    @Slot()
    @guarded
    def next_training_digit(self) -> None:
        """Show a digit of the batch of the next update, unless the learner has chosen one."""
        self._worker.told.shown.renew()

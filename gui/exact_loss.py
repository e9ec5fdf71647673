"""The exact total loss of both sets, taken in slices that never hold up a command."""

from __future__ import annotations

from time import perf_counter

from core.messages import ExactLoss
from core.trainer import Trainer


class ExactLossMeter:
    """Goes through all training and test examples with the parameters as they stand.

    The parameters must not change between two slices; the worker trains no update in between.
    """

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        self.update = trainer.step_count
        self.seconds = 0.0
        self._train = trainer.evaluation("train")
        self._test = trainer.evaluation("test")
        self._open = [self._train, self._test]

    def advance(self, seconds: float) -> bool:
        """Work for about `seconds`, at least one chunk; True when both sets are done."""
        start = perf_counter()
        while self._open:
            if self._open[0].advance():
                self._open.pop(0)
            if perf_counter() - start >= seconds:
                break
        self.seconds += perf_counter() - start
        return not self._open

    def result(self, run: int) -> ExactLoss:
        """L and the accuracy of both sets."""
        return ExactLoss(
            run=run,
            update=self.update,
            train_total=self._train.total,
            train_count=len(self._train.losses),
            train_accuracy=self._train.accuracy,
            test_total=self._test.total,
            test_count=len(self._test.losses),
            test_accuracy=self._test.accuracy,
        )

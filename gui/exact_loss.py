"""The exact total loss of both sets, taken in slices that never hold up a command."""

from __future__ import annotations

from time import perf_counter

from core.activity import ActivityMeter, NeuronActivity
from core.messages import ExactLoss
from core.trainer import Trainer

# The exact loss may take about 3 % of the time, a little more at the start, where L falls fast.
REST = 33
LEAST_REST_S = 0.3
EARLY_SHARE = 0.5


class ExactLossSchedule:
    """When the exact loss is due again, and for which update of each run it is known."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._begun_s = 0.0
        self._due_s = 0.0

    def begin(self) -> None:
        """The training begins to run, or another run is entered."""
        self._begun_s = perf_counter()
        self._due_s = 0.0

    def is_due(self) -> bool:
        """Whether it may be taken again while the training runs."""
        return perf_counter() >= self._due_s

    def knows(self, run: int, update: int) -> bool:
        """Whether it is known for this update."""
        return self._known.get(run) == update

    def note(self, run: int, meter: ExactLossMeter) -> None:
        """It has been taken; the longer it took, the longer the training is left alone."""
        now = perf_counter()
        early_s = EARLY_SHARE * (now - self._begun_s)
        self._due_s = now + max(LEAST_REST_S, min(early_s, REST * meter.seconds))
        self._known[run] = meter.update

    def forget(self, run: int) -> None:
        """Let go of a run that is gone."""
        self._known.pop(run, None)


class ExactLossMeter:
    """Goes through all training and test examples with the parameters as they stand.

    The parameters must not change between two slices; the worker trains no update in between.
    """

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        self.update = trainer.step_count
        self.seconds = 0.0
        self._train = trainer.evaluation("train")
        self._activity = ActivityMeter(trainer.network, len(trainer.dataset.class_names))
        self._test = trainer.evaluation("test", self._activity.add)
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

    def activity(self, run: int) -> NeuronActivity:
        """What the hidden neurons do over the test set."""
        return self._activity.result(run, self.update)

    def result(self, run: int) -> ExactLoss:
        """L and the accuracy of both sets, and the penalties."""
        l1, l2 = self.trainer.penalties()
        return ExactLoss(
            run=run,
            update=self.update,
            train_total=self._train.total,
            train_count=len(self._train.losses),
            train_accuracy=self._train.accuracy,
            test_total=self._test.total,
            test_count=len(self._test.losses),
            test_accuracy=self._test.accuracy,
            l1=l1,
            l2=l2,
        )

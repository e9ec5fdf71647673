"""The exact total loss of both sets, taken beside the training, in portions that hold up neither it nor a command."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics, NeuronStatisticsAccumulator
from core.loss.regularization import Penalty
from core.nn.propagation import Propagation
from core.training.trainer import Trainer

# The exact loss may take about 3 % of the time, a little more at the start, where L falls fast.
REST = 33
MIN_REST_S = 0.3
EARLY_SHARE = 0.5
REST_AFTER_FAILURE_S = 60.0
# While it is being taken, the training has this many times as long: less where it is soon over, or a run's first.
SOON_S, SOON_TURN, LONG_TURN = 0.4, 2.0, 12.0


class ExactLossSchedule:
    """When the exact loss is due again, and for which update of each run it is known."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[int, int] = {}
        self._begun_s = clock()
        self._due_s = self._rests_until_s = -math.inf

    def begin(self) -> None:
        """The training begins to run, or another run is entered."""
        self._begun_s = self._clock()
        self._due_s = -math.inf

    def is_due(self) -> bool:
        """Whether it may be taken again while the training runs."""
        return self._clock() >= self._due_s

    @property
    def rest_s(self) -> float:
        """How long it is left alone because it has failed, whatever begins meanwhile."""
        return max(0.0, self._rests_until_s - self._clock())

    def is_known(self, run: int, update: int) -> bool:
        """Whether it is known for this update."""
        return self._known.get(run) == update

    def is_first_of(self, run: int) -> bool:
        """Whether nothing is known of this run yet: somebody waits for its first numbers."""
        return run not in self._known

    def note(self, run: int, meter: ExactLossMeter) -> None:
        """It has been taken; the longer it took, the longer the training is left alone."""
        now = self._clock()
        early_s = EARLY_SHARE * (now - self._begun_s)
        self._due_s = now + max(MIN_REST_S, min(early_s, REST * meter.seconds))
        self._known[run] = meter.update

    def note_failure(self) -> None:
        """It could not be taken, for lack of memory maybe: it is not tried again soon."""
        self._rests_until_s = self._clock() + REST_AFTER_FAILURE_S

    def forget(self, run: int) -> None:
        """Let go of a run that is gone."""
        self._known.pop(run, None)


class ExactLossMeter:
    """Goes through all training and test examples with the parameters as they stand now.

    It keeps a copy of them, so that the training can go on between two portions: on a large network, where one
    takes seconds, neither the curve nor the picture has to wait for it. A run's first measurement may take more of
    the time, because its numbers are waited for.
    """

    def __init__(
        self, run: int, trainer: Trainer, clock: Callable[[], float], is_first: bool = False
    ) -> None:
        self.run = run
        self.trainer = trainer
        self._clock = clock
        self._long_turn = SOON_TURN if is_first else LONG_TURN
        self.update = trainer.step_count
        self.seconds = 0.0
        self._settings = _settings_key(trainer)
        penalty = Penalty(trainer.network, trainer.config.l1, trainer.config.l2)
        self._penalties = penalty.l1_term, penalty.l2_term
        passes: dict[int, Propagation] = {}
        of = trainer.network.copy(), passes
        self._train = trainer.evaluation("train", of=of)
        self._statistics = NeuronStatisticsAccumulator(of[0], len(trainer.dataset.class_names))
        self._test = trainer.evaluation("test", self._statistics.add, of)
        self._open = [self._train, self._test]
        self._turn_s = -math.inf

    def is_valid_for(self, trainer: Trainer) -> bool:
        """Whether this is still of that training's past: nothing was set back, changed by hand or set anew."""
        same = trainer is self.trainer and _settings_key(trainer) == self._settings
        return same and self.update <= trainer.step_count

    def is_waiting(self) -> bool:
        """Whether the training has not had its share of the time yet since the last portion."""
        return self._clock() < self._turn_s

    def advance(self, seconds: float) -> bool:
        """Work for about `seconds`, at least one chunk; True when both sets are done."""
        start = self._clock()
        while self._open:
            if self._open[0].advance():
                self._open.pop(0)
            if self._clock() - start >= seconds:
                break
        now = self._clock()
        self.seconds += now - start
        self._turn_s = now + (SOON_TURN if self.seconds < SOON_S else self._long_turn) * (now - start)
        return not self._open

    def statistics(self) -> NeuronStatistics:
        """What the hidden neurons do over the test set."""
        return self._statistics.result(self.run, self.update)

    def result(self) -> ExactLoss:
        """L and the accuracy of both sets, and the penalties."""
        l1, l2 = self._penalties
        return ExactLoss(
            run=self.run,
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


def _settings_key(trainer: Trainer) -> tuple[int, str, float, float]:
    config = trainer.config
    return trainer.edit_count, config.loss, config.l1, config.l2

"""The exact total loss of both sets, taken beside the training, in portions that hold up neither it nor a command."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.confidences import BOUNDED, RightOutputs
from core.analysis.evaluation import Evaluation
from core.analysis.exact_losses import ExactLoss
from core.analysis.example_losses import NO_CLASS, OWN, ExampleLosses, classes_said
from core.analysis.layer_curves import LayerCurve
from core.analysis.neuron_statistics import NeuronStatistics, NeuronStatisticsAccumulator
from core.analysis.rising_order import RisingOrder
from core.data.own_set import OwnSet
from core.engine.layer_curve_meter import LayerCurveMeter
from core.loss.regularization import Penalty
from core.nn.propagation import Propagation
from core.read_only import read_only
from core.training.trainer import Trainer

# While it is being taken, the training has this many times as long: less in its first part of a second, so that what is
# soon over is soon known, and in a run's first one; more where it takes very long. The first one after the training has
# begun is waited for most.
SOON_S, SOON_TURN = 0.4, 2.0
AWAITED_S, AWAITED_TURN = 1.2, 1.0
WAITED_S, WAITED_TURN = 1.5, 4.0
LONG_TURN = 12.0

Watch = Callable[[Propagation, NDArray[Any]], None]
"""Is shown a chunk of an evaluation, with its targets."""


class ExactLossMeter:
    """Goes through all training and test examples with the parameters as they stand now.

    It keeps a copy of them, so that the training can go on between two portions: on a large network, where one
    takes seconds, neither the curve nor the picture has to wait for it. A run's first measurement may take more of
    the time, because its numbers are waited for.

    Parameters
    ----------
    clock, work_clock : callable
        Seconds that pass, and seconds that this process works: what others take of the machine is no reason to leave
        the training longer turns.
    with_confidences : bool
        Whether somebody looks at how certain each answer is: only then it is worked out.
    layers : LayerCurveMeter, optional
        Of the same run and update: what is measured of each layer goes along.
    is_awaited : bool
        Whether the training has just begun, so that its first number is waited for.
    numbers : iterator of int, optional
        Of all meters of an engine: every set of terms takes one of its own, so that what is asked of one is not
        answered with another of the same update.

    Attributes
    ----------
    seconds : float
        What it has worked so far, in s.
    network : Network
        The copy, which nobody changes.
    right_outputs : RightOutputs or None
        Of the training set, complete when all is done; None for regression, and where y may be any number.
    measurement : int
        The number of what is measured of the training and the test set.
    measured_own : OwnSet
        What `new_own` was of.
    """

    def __init__(
        self,
        run: int,
        trainer: Trainer,
        clock: Callable[[], float],
        is_first: bool = False,
        work_clock: Callable[[], float] | None = None,
        with_confidences: bool = False,
        layers: LayerCurveMeter | None = None,
        is_awaited: bool = False,
        numbers: Iterator[int] | None = None,
    ) -> None:
        self.run = run
        self.trainer = trainer
        self._numbers = numbers or itertools.count(1)
        self.measurement, self.measured_own = next(self._numbers), OwnSet()
        self._clock, self._work_clock = clock, work_clock or clock
        self._long_turn = SOON_TURN if is_first else LONG_TURN
        self._soon = (AWAITED_S, AWAITED_TURN) if is_awaited else (SOON_S, SOON_TURN)
        self.update = trainer.step_count
        self.seconds = 0.0
        self._settings = _settings_key(trainer)
        penalty = Penalty(trainer.network, trainer.config.l1, trainer.config.l2)
        self._penalties = penalty.l1_term, penalty.l2_term
        passes: dict[int, Propagation] = {}
        self.network = trainer.network.copy()
        network, data, loss = self.network, trainer.dataset, trainer.config.loss
        self._network, self._passes, self._loss = network, passes, loss
        # The user's own test set: what it is, as far as it is measured, until that is taken.
        self._own: tuple[OwnSet, Evaluation] | None = None
        certain = with_confidences and not data.is_regression
        # None of these may lead back to this meter or to its evaluations: a circle would keep their megabytes until the
        # collector of garbage comes by, which may be many minutes.
        watches: list[Watch] = []
        sets = (data.X_train, data.y_train), (data.X_test, data.y_test)
        self._train = Evaluation(network, *sets[0], passes, loss, _shown_to(watches), certain)
        self.right_outputs: RightOutputs | None = None
        if not data.is_regression and network.activations[-1] in BOUNDED:
            is_log_of_one = (loss, network.activations[-1]) == ("cross_entropy", "softmax")
            losses = self._train.losses if is_log_of_one else None
            self.right_outputs = RightOutputs(len(data.y_train), losses)
            watches.append(self.right_outputs.add)
        self._statistics = NeuronStatisticsAccumulator(network, len(data.class_names))
        self._test = Evaluation(network, *sets[1], passes, loss, self._statistics.add, certain)
        # The test set first: it is the smaller one, and what the picture marks of the neurons waits for it.
        self._open: list[Evaluation | RisingOrder | LayerCurveMeter] = [self._test, self._train]
        self._layers = layers
        if layers is not None:
            self._open.append(layers)
        # Who looks at the terms looks at them in their order.
        self._orders: dict[str, RisingOrder] = {}
        if with_confidences:
            test, train = self._test, self._train
            self._orders = {
                "train": RisingOrder(lambda: train.losses),
                "test": RisingOrder(lambda: test.losses),
            }
            self._open += self._orders.values()
        self._statistics_taken = False
        self._turn_s = -math.inf

    def measure_own(self, own: OwnSet) -> None:
        """Measure this test set of the user's, too, and before all else, as it is soon done; in place of another one.

        Its classes are those of the run's data.
        """
        if self._own is not None and self._own[1] in self._open:
            self._open.remove(self._own[1])
        self._own = None
        if len(own):
            evaluation = Evaluation(
                self._network, own.pixels, own.labels, self._passes, self._loss, with_confidences=True
            )
            self._own = own, evaluation
            self._open.insert(0, evaluation)

    def new_own(self) -> ExampleLosses | None:
        """What was measured of the user's own test set: once, as soon as that is done."""
        if self._own is None or self._own[1] in self._open:
            return None
        (own, evaluation), self._own = self._own, None
        self.measured_own = own
        return ExampleLosses(
            self.run,
            self.update,
            OWN,
            read_only(evaluation.losses),
            read_only(classes_said(evaluation.predictions)),
            read_only(own.labels.astype(np.uint8)),
            read_only(evaluation.confidences),
            numbers=own.numbers,
            measurement=next(self._numbers),
        )

    def is_valid_for(self, trainer: Trainer) -> bool:
        """Whether this is still of that training's past: nothing was set back, changed by hand or set anew."""
        same = trainer is self.trainer and _settings_key(trainer) == self._settings
        return same and self.update <= trainer.step_count

    def is_waiting(self) -> bool:
        """Whether the training has not had its share of the time yet since the last portion."""
        return self._clock() < self._turn_s

    def advance(self, seconds: float) -> bool:
        """Work for about `seconds`, at least one chunk; True when all is done."""
        start, worked = self._clock(), self._work_clock()
        while self._open:
            if self._open[0].advance():
                self._open.pop(0)
            if self._clock() - start >= seconds:
                break
        portion_s = self._work_clock() - worked
        self.seconds += portion_s
        waited = (self._soon, (WAITED_S, min(self._long_turn, WAITED_TURN)))
        turn = next((turn for until_s, turn in waited if self.seconds < until_s), self._long_turn)
        self._turn_s = self._clock() + turn * portion_s
        return not self._open

    def new_statistics(self) -> NeuronStatistics | None:
        """What the hidden neurons do over the test set: once, as soon as that is done."""
        if self._statistics_taken or self._test in self._open:
            return None
        self._statistics_taken = True
        return self._statistics.result(self.run, self.update)

    @property
    def layer_curve(self) -> LayerCurve | None:
        """Where it was to be measured, what each layer does; once all is done."""
        if self._layers is None:
            return None
        return self._layers.result(self._statistics.result(self.run, self.update))

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

    def examples(self, split: str) -> ExampleLosses:
        """Every Cⁿ of "train" or "test", what the network says to each, and where somebody looks, how certainly."""
        evaluation, data = (self._train if split == "train" else self._test), self.trainer.dataset
        _, labels = data.split(split)
        if data.is_regression:
            answers, labels = np.full(len(labels), NO_CLASS, np.uint8), labels[:0, 0]
        else:
            answers = classes_said(evaluation.predictions)
        # A byte each: of a million examples one message is 10 MB as it is.
        own = read_only(answers), read_only(labels.astype(np.uint8))
        shuffled = data.wrong_labels if split == "train" else None
        rest = read_only(evaluation.confidences), np.zeros(0, np.bool_) if shuffled is None else shuffled
        order = self._orders[split].rows if split in self._orders else np.zeros(0, np.uint32)
        losses = read_only(evaluation.losses)
        # Both sets of one measurement have its number.
        return ExampleLosses(
            self.run,
            self.update,
            split,
            losses,
            *own,
            *rest,
            order=read_only(order),
            measurement=self.measurement,
        )


def _shown_to(watches: list[Watch]) -> Watch:
    """Each chunk of an evaluation is shown to all of these, in their order."""

    def show(propagation: Propagation, targets: NDArray[Any]) -> None:
        for watch in watches:
            watch(propagation, targets)

    return show


def _settings_key(trainer: Trainer) -> tuple[int, str, float, float]:
    config = trainer.config
    return trainer.edit_count, config.loss, config.l1, config.l2

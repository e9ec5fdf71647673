"""How the best function is looked for: settings that are checked once, where they are made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from numbers import Integral, Real
from typing import Any

from core.optim.optimizers import OPTIMIZER_NAMES as OPTIMIZERS
from core.optim.schedules import SCHEDULES, rate_at

LOSSES = ("cross_entropy", "squared_error")

# name: (what it may be called in a sentence, the largest value, whether it has to be over 0)
_NUMBERS: dict[str, tuple[str, float, bool]] = {
    "learning_rate": ("learning rate", 1000.0, True),
    "weight_decay": ("weight decay", 10.0, False),
    "l1": ("L1", 10.0, False),
    "l2": ("L2", 10.0, False),
    "dropout": ("dropout", 0.95, False),
    "clip_norm": ("clip norm", 1e9, False),
    "schedule_factor": ("schedule factor", 1.0, True),
}
_COUNTS = {
    "batch_size": ("batch size", 1),
    "seed": ("seed", 0),
    "schedule_period": ("schedule period", 1),
    "schedule_start": ("schedule start", 0),
    "warm_up": ("warm-up", 0),
    "patience": ("patience", 0),
}
# Beyond it a double, such as a rate, does not count by ones any more.
_LARGEST_COUNT = 2**53


@dataclass(frozen=True)
class TrainingConfig:
    """The settings of a training.

    Attributes
    ----------
    loss : "cross_entropy" or "squared_error"
    optimizer : "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam" or "adamw"
    learning_rate : float
        η, over 0; it multiplies the gradient of the *mean* C over the batch.
    batch_size : int or None
        Examples of one update, from 1 to the size of the training set; None is the whole set. "sgd" with the whole
        set is the lecture's gradient descent.
    seed : int
        Seeds the order of the examples, and dropout; 0 or more.
    weight_decay : float
        AdamW's own; the other optimizers have none.
    l1, l2 : float
        λ of the terms λ₁ Σ|w| and ½ λ₂ Σ w² that are added to the mean C; 0 for none.
    dropout : float
        The share of hidden neurons that are silent for an example in training, from 0 to 0.95.
    clip_norm : float
        The gradient is made no longer than this; 0 leaves it as it is.
    schedule : "constant", "step" or "cosine"
        How the rate goes on; `schedule_period` counts updates, `schedule_factor` is the step's.
    schedule_start : int
        After so many updates the schedule, with its warm-up, begins: 0, or where it was chosen in the middle of a
        training (`Trainer.reconfigure` sees to that).
    warm_up : int
        So many updates the rate rises, before the schedule begins.
    patience : int
        Training stops when the test loss has not fallen for so many evaluations; 0 for never.

    Raises
    ------
    ValueError
        When a value is out of its range; the message quotes the value and the allowed range.
    """

    loss: str = "cross_entropy"
    optimizer: str = "adam"
    learning_rate: float = 0.001
    batch_size: int | None = 32
    seed: int = 0
    weight_decay: float = 0.01
    l1: float = 0.0
    l2: float = 0.0
    dropout: float = 0.0
    clip_norm: float = 0.0
    schedule: str = "constant"
    schedule_period: int = 10_000
    schedule_factor: float = 0.1
    schedule_start: int = 0
    warm_up: int = 0
    patience: int = 0

    def __post_init__(self) -> None:
        for name, kind, known in (
            ("loss", "loss", LOSSES),
            ("optimizer", "optimizer", OPTIMIZERS),
            ("schedule", "schedule", SCHEDULES),
        ):
            if getattr(self, name) not in known:
                raise ValueError(f"{getattr(self, name)!r} is no {kind}; choose one of {', '.join(known)}")
        # A caller may pass any type, whatever the annotation is.
        for name, (words, most, over) in _NUMBERS.items():
            value: Any = getattr(self, name)
            if not _is_number(value, Real) or not 0 <= value <= most or (over and value == 0):
                bounds = "over 0" if over else "from 0"
                raise ValueError(f"{words} {value!r}: give a number {bounds}, up to {most:g}")
        for name, (words, fewest) in _COUNTS.items():
            count: Any = getattr(self, name)
            if count is None and name == "batch_size":
                continue
            if not _is_number(count, Integral) or not fewest <= count <= _LARGEST_COUNT:
                raise ValueError(f"{words} {count!r}: give a whole number from {fewest}, up to 2^53")

    @property
    def of_batches(self) -> tuple[object, ...]:
        """The settings that hold for a whole batch: what its gradient is, and how much of it is followed."""
        return self.batch_size, self.loss, self.dropout, self.l1, self.l2, self.clip_norm

    @property
    def penalties(self) -> tuple[str, ...]:
        """Which of "l1" and "l2" are on."""
        return tuple(name for name in ("l1", "l2") if getattr(self, name))

    @property
    def in_force(self) -> TrainingConfig:
        """The same, as usual in what changes nothing as it is set: two of which only that differs train alike."""
        idle = [
            *(["schedule_period"] if self.schedule == "constant" else []),
            *(["schedule_factor"] if self.schedule != "step" else []),
            *(["weight_decay"] if self.optimizer != "adamw" else []),
        ]
        unusual = [name for name in idle if getattr(self, name) != getattr(_USUAL, name)]
        return replace(self, **{name: getattr(_USUAL, name) for name in unusual}) if unusual else self

    @property
    def of_schedule(self) -> tuple[object, ...]:
        """The settings of the learning rate's schedule."""
        return self.schedule, self.schedule_period, self.schedule_factor, self.warm_up

    def rate_at(self, update: int) -> float:
        """The learning rate of the update after `update` updates, as the schedule has it."""
        if self.schedule == "constant" and not self.warm_up:
            return self.learning_rate
        return rate_at(
            max(0, update - self.schedule_start),
            self.learning_rate,
            self.schedule,
            self.schedule_period,
            self.schedule_factor,
            self.warm_up,
        )


def largest(name: str) -> float:
    """The largest value of a setting that need not be a whole number, by its name in `TrainingConfig`."""
    return _NUMBERS[name][1]


def _is_number(value: Any, kind: type) -> bool:
    """Whether it is a number of this kind; True and False are none, and NaN is not one either."""
    # Nearly all are one of these two, and to ask whether a class is one of numbers takes long.
    if type(value) is int or type(value) is float:
        return (kind is Real or type(value) is int) and value == value
    return not isinstance(value, bool) and isinstance(value, kind) and value == value


_USUAL = TrainingConfig()

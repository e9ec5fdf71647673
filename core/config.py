"""How the best function is looked for: settings that are checked once, where they are made."""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any

LOSSES = ("cross_entropy",)
OPTIMIZERS = ("gradient_descent", "sgd", "momentum", "adam")
LARGEST_RATE = 1000.0


@dataclass(frozen=True)
class TrainingConfig:
    """The settings of a training.

    Attributes
    ----------
    loss : "cross_entropy"
    optimizer : "gradient_descent", "sgd", "momentum" or "adam"
        "gradient_descent" takes the whole training set for every update, whatever `batch_size` is.
    learning_rate : float
        η, over 0; it multiplies the gradient of the *mean* C over the batch.
    batch_size : int
        Examples of one update, from 1 to the size of the training set.
    seed : int
        Of the order of the examples, 0 or more.

    Raises
    ------
    ValueError
        When a value is out of its range; it quotes the value and says the range.
    """

    loss: str = "cross_entropy"
    optimizer: str = "adam"
    learning_rate: float = 0.001
    batch_size: int = 32
    seed: int = 0

    def __post_init__(self) -> None:
        if self.loss not in LOSSES:
            raise ValueError(f"{self.loss!r} is no loss; choose one of {', '.join(LOSSES)}")
        if self.optimizer not in OPTIMIZERS:
            raise ValueError(f"{self.optimizer!r} is no optimizer; choose one of {', '.join(OPTIMIZERS)}")
        # What a caller hands over may be of any type, whatever the annotation says.
        rate: Any = self.learning_rate
        if isinstance(rate, bool) or not isinstance(rate, Real) or not 0 < float(rate) <= LARGEST_RATE:
            raise ValueError(f"learning rate {rate!r}: give a number over 0, up to {LARGEST_RATE:g}")
        for name, least in (("batch_size", 1), ("seed", 0)):
            value: Any = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, Integral) or value < least:
                raise ValueError(f"{name.replace('_', ' ')} {value!r}: give a whole number, {least} or more")

    @property
    def takes_whole_set(self) -> bool:
        """Whether every update is of the whole training set."""
        return self.optimizer == "gradient_descent"

"""How a network is trained: one frozen, checked value."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from math import isfinite
from typing import Any

from core.optimizers import OPTIMIZERS

LARGEST_LEARNING_RATE = 1000.0
"""Far beyond anything that learns, so that one can see it fail; above it is a slip of the hand."""

LARGEST_SEED = 2**63 - 1
LOSSES = ("cross_entropy",)


@dataclass(frozen=True)
class TrainingConfig:
    """The second and third of the lecture's steps: the goodness, and how the best function is picked.

    Attributes
    ----------
    loss : str
        ``"cross_entropy"``.
    optimizer : str
        ``"gradient_descent"`` (each update on the whole training set), ``"sgd"``, ``"momentum"`` or ``"adam"``.
    learning_rate : float
        η, over 0 and at most 1,000. It multiplies the gradient of the *mean* C over the batch.
    batch_size : int
        Examples per update, at least 1; the trainer also refuses more than there are. Gradient descent takes
        the whole set whatever this says.
    seed : int
        Decides the order of the examples; 0 to 2⁶³ - 1.

    Raises
    ------
    ValueError
        When a value is none of these; it is quoted, with the allowed range.
    """

    loss: str = "cross_entropy"
    optimizer: str = "adam"
    learning_rate: float = 0.001
    batch_size: int = 32
    seed: int = 0

    def __post_init__(self) -> None:
        _check_name("loss", self.loss, LOSSES)
        _check_name("optimizer", self.optimizer, tuple(OPTIMIZERS))
        rate = _number(self.learning_rate)
        if rate is None or not 0 < rate <= LARGEST_LEARNING_RATE:
            raise ValueError(
                f"learning_rate must be a number over 0 and at most {LARGEST_LEARNING_RATE:,.0f},"
                f" not {self.learning_rate!r}"
            )
        size = _whole(self.batch_size)
        if size is None or size < 1:
            raise ValueError(f"batch_size must be a whole number of at least 1, not {self.batch_size!r}")
        seed = _whole(self.seed)
        if seed is None or not 0 <= seed <= LARGEST_SEED:
            raise ValueError(f"seed must be a whole number from 0 to {LARGEST_SEED:,}, not {self.seed!r}")
        # numpy's numbers become Python's, so that equal settings are equal values and print alike.
        object.__setattr__(self, "learning_rate", rate)
        object.__setattr__(self, "batch_size", size)
        object.__setattr__(self, "seed", seed)


def _check_name(what: str, name: object, allowed: tuple[str, ...]) -> None:
    if name not in allowed:
        raise ValueError(f"{what} must be one of {', '.join(allowed)}, not {name!r}")


def _number(value: Any) -> float | None:
    """A finite float, or None; text and truth values are no numbers."""
    if isinstance(value, (str, bytes, bool)):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def _whole(value: Any) -> int | None:
    """An int, or None; 32.0 and True are none."""
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)
    except TypeError:
        return None

"""What the engine tells of two runs that are compared as solutions."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.solutions import LossPath, NeuronMatching
from core.engine.snapshot import Example


@dataclass(frozen=True)
class SolutionsCompared:
    """What is measured so far between two runs; it comes a few times a second, and is complete with the last one.

    Attributes
    ----------
    run_a, run_b, update_a, update_b : int
        Which networks: those runs after so many updates.
    changed : (bool, bool)
        Whether A and B are others by now after the same update, as somebody has set a parameter by hand there: all
        numbers are of before. Neurons in another order are the same network. It comes once more where that becomes
        another, and so does the next one.
    sorted_since : (bool, bool)
        Whether the neurons of A and B stand in another order by now after the same update: the straight line and what
        matching has moved are of the order before. Both False where they have come into the same order.
    straight, matched : LossPath
        Along the line from A to B as it is, and with B's neurons matched to A's.
    matching : NeuronMatching or None
        What that has moved; None until it is known.
    example : Example
        Whose answers are in both paths.
    class_names : tuple of str
        One for each class; empty for regression.
    train_count, test_count : int
        Examples of both sets that are taken, of `train_total` and `test_total`.
    done, total : int
        How far it is.
    """

    run_a: int
    run_b: int
    update_a: int
    update_b: int
    straight: LossPath
    matched: LossPath
    matching: NeuronMatching | None
    example: Example
    class_names: tuple[str, ...]
    train_count: int
    test_count: int
    train_total: int
    test_total: int
    done: int
    total: int
    changed: tuple[bool, bool] = (False, False)
    sorted_since: tuple[bool, bool] = (False, False)

    @property
    def is_complete(self) -> bool:
        """Whether all is measured."""
        return self.done == self.total


@dataclass(frozen=True)
class SolutionsRefused:
    """Two runs are not compared, or no further.

    The reason is "same" (one run), "structure" (other layers), "data", "loss", "returning" (from a divergence), "gone"
    or "failed".
    """

    run_a: int
    run_b: int
    reason: str

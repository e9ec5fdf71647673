"""What another example's frame needs is worked out in steps, while the frame before it stays on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from core.steps import take_step

# Where the machine has so much else to do, the frame is late rather than of long ago. It makes all that is left by then
# at once, which takes longest just where others take the time: a few frames of such a machine are waited for.
LONGEST_S = 0.25


class Preparation:
    """Puts off a change of what is shown until its parts are made: those of a hundred layers take more than a frame.

    Nothing of the change is seen before it is over, so that no frame is of two updates.

    Attributes
    ----------
    is_held : bool
        Whether what is on screen is to stay, its parts made or not: what stands beside it is told of no other yet.
    is_due : bool
        Whether what is shown now was told of, and is in no frame yet.

    Parameters
    ----------
    compose : callable
        Makes the frame.
    """

    def __init__(self, compose: Callable[[], object]) -> None:
        self._compose = compose
        self._steps: Iterator[None] | None = None
        self._until_s = 0.0
        self.is_held = self.is_due = False
        self._then: Callable[[], object] | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether parts are being made."""
        return self._steps is not None

    @property
    def keeps_old(self) -> bool:
        """Whether what is on screen is to stay."""
        return self.is_held or self.is_under_way

    def hold(self) -> None:
        """What is on screen, or was told of as that of the next frame, stays until `release`."""
        self.take_in()
        self.is_held = True

    def release(self, is_due: bool) -> None:
        """What is on screen may change, and what has waited for that is done; `is_due`: it was told of."""
        self.is_held, self.is_due = False, is_due
        then, self._then = self._then, None
        if then is not None:
            then()

    def take_in(self) -> None:
        """Make the frame that was told of, if there was no time to paint it: something else is about to be shown."""
        if self.is_due:
            self.is_due = False
            self._compose()

    def once_released(self, do: Callable[[], object]) -> None:
        """Do this, where nothing is held; else once it is released, unless it is overtaken by a newer call."""
        if self.is_held:
            self._then = do
        else:
            do()

    def begin(self, steps: Iterator[None]) -> None:
        """All that is to be done, in steps of a few ms; what was under way is of no use any more."""
        self._steps, self._until_s = steps, perf_counter() + LONGEST_S

    def drop(self) -> None:
        """Show at once what is to be shown, and have the next frame wait for it."""
        self._steps = None

    def work(self, budget_ms: float) -> bool:
        """Go on for about `budget_ms`, at least one step; False where nothing was under way."""
        if self._steps is None:
            return False
        deadline = perf_counter() + budget_ms / 1000
        while self._steps is not None:
            if not take_step(self._steps) or perf_counter() >= self._until_s:
                self.drop()
            elif perf_counter() >= deadline:
                break
        return True

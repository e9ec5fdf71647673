"""A state machine of Hypothesis, used in many orders; and what all of them need."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from random import Random, SystemRandom
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, PrimitiveProvider
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from core.engine import history
from core.engine.run import Run
from core.engine.snapshot import Snapshot

# `BACKLIGHT_MACHINE=200x50` makes so many orders of so many steps, others each time.
ASKED = os.environ.get("BACKLIGHT_MACHINE", "")
# So often a number is the least or the largest that there is, or 0.
AT_THE_EDGE = 0.1


class FreshOrders(PrimitiveProvider):
    """Makes each order anew, the first, the second and so on from a seed of its own.

    Hypothesis's own way makes five more out of each one, by repeating parts of it, and the first ones short: of sixty
    orders a dozen were different ones, and in half of them nothing was trained. And it draws numbers that are in the
    sources of what is loaded: the orders would be others beside other tests, and what one of them finds would not be
    found again.
    """

    lifetime = "test_case"
    seeds = count()

    def __init__(self, conjecturedata: Any) -> None:
        super().__init__(conjecturedata)
        self._chance = Random(next(self.seeds))

    def draw_boolean(self, p: float = 0.5) -> bool:
        """True with this probability."""
        return self._chance.random() < p

    def draw_integer(
        self,
        min_value: int | None = None,
        max_value: int | None = None,
        *,
        weights: dict[int, float] | None = None,
        shrink_towards: int = 0,
    ) -> int:
        """One from the least to the largest, both of which machines have to name."""
        assert min_value is not None and max_value is not None
        if weights is not None and self._chance.random() < sum(weights.values()):
            return self._chance.choices(list(weights), list(weights.values()))[0]
        if self._chance.random() < AT_THE_EDGE:
            return self._chance.choice((min_value, max_value))
        return self._chance.randint(min_value, max_value)

    def draw_float(
        self,
        *,
        min_value: float = 0.0,
        max_value: float = 1.0,
        allow_nan: bool = True,
        smallest_nonzero_magnitude: float,
    ) -> float:
        """Likewise."""
        if self._chance.random() < AT_THE_EDGE:
            return self._chance.choice((min_value, max_value, max(min_value, min(0.0, max_value))))
        value = self._chance.uniform(min_value, max_value)
        return value if abs(value) >= smallest_nonzero_magnitude else 0.0

    def draw_string(self, intervals: Any, *, min_size: int = 0, max_size: int = 0) -> str:
        """No machine draws one."""
        raise NotImplementedError

    def draw_bytes(self, min_size: int = 0, max_size: int = 0) -> bytes:
        """No machine draws any."""
        raise NotImplementedError


AVAILABLE_PROVIDERS["fresh-orders"] = f"{__name__}.{FreshOrders.__name__}"


def run(machine: type[RuleBasedStateMachine], orders: int, steps: int) -> None:
    """Do so many steps in so many orders; one that fails is printed, and shortened where many are asked for."""
    if ASKED:
        orders, steps = (int(part) for part in ASKED.split("x"))
    wanted = settings(
        max_examples=orders,
        stateful_step_count=steps,
        derandomize=not ASKED,
        backend="fresh-orders",
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink) if ASKED else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    FreshOrders.seeds = count(SystemRandom().randrange(2**32) if ASKED else 0)
    run_state_machine_as_test(machine, settings=wanted)


def keep_short_runs(plant: Callable[..., None]) -> None:
    """Runs of few updates have a history already."""
    plant(history, "LARGEST_FIRST_SPACING", 8)
    plant(history, "LONG_RUN", 1)


def a_picture_too_old(plant: Callable[..., None]) -> None:
    """A picture names the update of now, and has the numbers of the one before."""
    snapshot, before = Run.snapshot, {}

    def faulty(self: Run, example: Any = None, with_losses: bool = True) -> Snapshot:
        now = snapshot(self, example, with_losses)
        old, before[self] = before.get(self, now), now
        object.__setattr__(now, "parameters", old.parameters)
        return now

    plant(Run, "snapshot", faulty)

"""A state machine of Hypothesis, used in many orders; and what all of them need."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture.providers import (
    AVAILABLE_PROVIDERS,
    CONSTANTS_CACHE,
    HypothesisProvider,
)
from hypothesis.internal.constants_ast import Constants
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from core.engine import history
from core.engine.run import Run
from core.engine.snapshot import Snapshot

# `BACKLIGHT_MACHINE=200x50` makes so many orders of so many steps, others each time.
ASKED = os.environ.get("BACKLIGHT_MACHINE", "")


class FreshOrders(HypothesisProvider):
    """Makes each order anew.

    Hypothesis's own way makes five more out of each one, by repeating parts of it, and the first ones short: of sixty
    orders a dozen were different ones, and in half of them nothing was trained.

    It also draws numbers that are in the sources of what is loaded: the orders would be others beside other tests, and
    what one of them finds would not be found again.
    """

    _local_constants = Constants()


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
    # What another provider has found in the sources.
    CONSTANTS_CACHE.cache.clear()
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

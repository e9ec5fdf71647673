"""A state machine of Hypothesis, used in many orders; and what all of them need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from core.engine import history
from core.engine.run import Run
from core.engine.snapshot import Snapshot

ROOT = Path(__file__).resolve().parents[2]
# `BACKLIGHT_MACHINE=200x50` makes so many orders of so many steps, others each time.
ASKED = os.environ.get("BACKLIGHT_MACHINE", "")


class FreshOrders(HypothesisProvider):
    """Makes each order anew.

    Hypothesis's own way makes five more out of each one, by repeating parts of it, and the first ones short: of sixty
    orders a dozen were different ones, and in half of them nothing was trained.
    """


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
    run_state_machine_as_test(machine, settings=wanted)


def run_alone(machine: type[RuleBasedStateMachine], orders: int, steps: int) -> None:
    """The same in a process of its own: Hypothesis draws numbers that are in the sources of what is loaded.

    Beside other tests the orders would be others each time, and what one of them finds would not be found again.
    """
    source = (
        f"from {machine.__module__} import {machine.__name__} as machine\n"
        f"from {__name__} import run\n"
        f"run(machine, {orders}, {steps})"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-20_000:]


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

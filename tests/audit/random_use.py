"""The window is used at random, and after each action everything it shows is read and computed again.

    python -m tests.audit.random_use --actions 2000 --seed 0

Each difference is printed with the actions that led to it; the same seed draws the same actions.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{_name}_HOME"] = tempfile.mkdtemp(prefix="backlight-audit-")

import numpy as np

from tests.audit.actions import Chance
from tests.audit.desk import Desk
from tests.audit.panel_readings import read_panels
from tests.audit.picture_readings import read_picture
from tests.audit.report import Report

# Before each moment in motion so much time passes, at least and at most.
MOMENTS, SHORTEST_S, LONGEST_S = 3, 0.02, 1.2
# So many of the last actions are printed with a difference.
SAID = 12


@dataclass
class Audit:
    """What came of it."""

    read: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


def run_audit(desk: Desk, actions: int, seed: int, say: Callable[[str], None] = lambda _: None) -> Audit:
    """Do so many random actions, and read everything after each: in motion, and at rest."""
    audit, chance, moments = Audit(), Chance(desk, seed), random.Random(seed + 1)
    done: list[str] = []

    def read(when: str, at_rest: bool) -> None:
        report = Report()
        with np.errstate(all="ignore"):
            truth = read_picture(desk, report, at_rest)
            if truth is not None:
                read_panels(truth, report)
        audit.read += report.read
        found = [*report.differences, *(f"a failure: {details}" for details in desk.failures)]
        desk.failures.clear()
        for difference in found:
            line = f"action {len(done)}, {when}: {difference}\n    after: {' | '.join(done[-SAID:])}"
            audit.differences.append(line)
            say(line)

    for number in range(actions):
        action = chance.draw()
        done.append(action.words)
        action.do()
        for moment in range(MOMENTS):
            desk.pass_time(moments.uniform(SHORTEST_S, LONGEST_S) / (1 + 9 * (moments.random() < 0.5)))
            read(f"moment {moment + 1}", False)
        # Now and then what moves goes on under the next action.
        if moments.random() < 0.7:
            desk.rest()
            read("at rest", True)
        if (number + 1) % 50 == 0:
            say(
                f"{number + 1} actions, {sum(audit.read.values()):,} numbers, {len(audit.differences)} differences"
            )
    return audit


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--actions", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    app.setStyle("Fusion")
    with Desk() as desk:
        audit = run_audit(desk, options.actions, options.seed, lambda line: print(line, flush=True))
    for kind, count in sorted(audit.read.items()):
        print(f"{count:12,}  {kind}")
    print(f"{sum(audit.read.values()):,} numbers read, {len(audit.differences)} differences")
    return 1 if audit.differences else 0


if __name__ == "__main__":
    sys.exit(main())

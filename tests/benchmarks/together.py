"""What it costs to train runs together, and how fast another run is begun, entered and shown beside.

Run it from the root: ``python -m tests.benchmarks.together``, with ``--help`` for what can be given. One training alone
and several together have their turns one after the other, in the same process, and their times are those of the
process: so other work on the machine meets all of them. With each snapshot the first companion is shown beside.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from statistics import median
from time import perf_counter

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.history import HISTORY_BYTES
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.benchmarks.time_machine import Bench

ARCHITECTURE, CONFIG = Architecture.dense(), TrainingConfig()


def begun(dataset: Dataset, companions: int) -> Bench:
    """A run on screen, and so many that are trained with it at other rates; the first of them is shown beside."""
    bench = Bench(dataset, ARCHITECTURE, CONFIG, HISTORY_BYTES)
    for number in range(1, companions + 1):
        config = replace(CONFIG, learning_rate=0.001 * (1 + number))
        bench.send(c.BeginRun(number, ARCHITECTURE, config, is_shown=False))
    bench.send(c.TrainTogether(tuple(range(1, companions + 1))))
    if companions:
        bench.send(c.ShowBeside(1))
    bench.train(500)
    return bench


def seconds_for(bench: Bench, kind: type, command: object) -> float:
    """How long it takes until a message of this kind has come of the command."""
    bench.heard.clear()
    begun_s = perf_counter()
    bench.send(command)
    bench.until(kind)
    return perf_counter() - begun_s


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=30, help="turns of each, one after the other")
    parser.add_argument("--updates", type=int, default=1000, help="updates of a turn")
    options = parser.parse_args()
    dataset = DatasetSpec().load()
    benches = [begun(dataset, companions) for companions in (0, 1, 3)]
    seconds: list[list[float]] = [[] for _ in benches]
    for _ in range(options.turns):
        for bench, spent in zip(benches, seconds, strict=True):
            spent.append(bench.train(options.updates))
            bench.heard.clear()
    alone_s = median(seconds[0])
    print(f"alone: {options.updates / alone_s:,.0f} updates a second of the process")
    for bench, spent in zip(benches[1:], seconds[1:], strict=True):
        runs = len(bench.engine.runs)
        print(f"{runs} together: each {alone_s / median(spent):.1%} of that (1 / {runs} is {1 / runs:.1%})")
    bench = benches[1]
    waits = {
        "another run beside": (m.BesideShown, c.ShowBeside(1)),
        "an earlier update beside": (m.BesideShown, c.ShowBeside(0, 7_777)),
        "a branch that is not shown": (m.RunBegun, c.BranchRun(8, 10**9, is_shown=False)),
        "a run that is not shown": (m.RunBegun, c.BeginRun(9, ARCHITECTURE, CONFIG, is_shown=False)),
        "another run on screen": (m.RunInfo, c.ReturnToRun(1)),
    }
    for name, (kind, command) in waits.items():
        print(f"{name}: {1000 * seconds_for(bench, kind, command):.1f} ms")


if __name__ == "__main__":
    main()

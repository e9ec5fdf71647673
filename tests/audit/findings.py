"""Whether findings are quiet where a training is well, and found where it is not.

Run it from the root: ``python -m tests.audit.findings --seeds 50``, and ``--sick 10``. Trainings that are well are
measured after 10 updates, and then ever more seldom up to once in 1,500; after each measurement the findings are asked
for, also as if only every second, third or fifth had been made. Those that are not well are trained by an engine as the
window has it, at full speed, for 5 s; its clock counts the seconds that this process works.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from time import perf_counter, process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the engine's process has it

import numpy as np

from core.analysis.exact_losses import ExactLoss, ExactLossHistory
from core.analysis.finding_series import Beginning, RunSeries
from core.analysis.findings import Finding, find
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine.engine import Engine
from core.engine.journal import Origin
from core.engine.loss_meter import ExactLossMeter
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.training.trainer import DivergenceError
from tests.audit.finding_cases import EPOCHS_15, SICK, WELL, Case

SECONDS, MOST_GAP, FASTER = 5.0, 1500, 1.25
# As if only every so many measurements had been made.
THINNED = (1, 2, 3, 5)
_data: dict[DatasetSpec, Dataset] = {}


def dataset_of(choice: DatasetSpec) -> Dataset:
    """The examples of a choice, those of the last one kept."""
    if choice not in _data:
        _data.clear()
        _data[choice] = choice.load()
    return _data[choice]


def beginning_of(run: Run) -> Beginning:
    """What findings ask of a run's beginning."""
    info = run.info()
    return Beginning(
        n_in=info.sizes[0],
        hidden_layers=len(run.layer_curves.layers) - 1,
        initializer=info.architecture.initializer,
        initial_scale=info.architecture.initial_scale,
        is_regression=not info.data.class_names,
        baseline=info.baseline_loss,
        epoch_updates=info.updates_per_epoch,
        train_count=info.train_count,
        activations=info.architecture.activations,
    )


def found(run: Run, exact: ExactLossHistory) -> tuple[Finding, ...]:
    """All findings of a run, of these exact losses."""
    units = tuple(run.trainer.network.topology.maps[layer] for layer in run.layer_curves.layers)
    return find(RunSeries.of(beginning_of(run), exact, run.layer_curves.saved()), units)


def moments(last: int) -> list[int]:
    """After which updates is measured."""
    at, all_of_them = 10.0, [0]
    while at < last:
        all_of_them.append(int(at))
        at += min(1 + at * (FASTER - 1), MOST_GAP)
    return [*all_of_them, last]


def measured(case: Case, at: Iterable[int]) -> tuple[Run, ExactLossHistory]:
    """A run with its layers' numbers, and its exact losses, at these updates; no further than it stays finite."""
    run = Run(0, Origin(case.architecture, case.config, case.choice), dataset_of(case.choice))
    exact = ExactLossHistory()
    for update in at:
        try:
            run.train_to(update - 1)
            while run.trainer.step_count < update:
                run.advance()
        except DivergenceError:
            break
        meter = ExactLossMeter(0, run.trainer, perf_counter, layers=run.layer_meter())
        while not meter.advance(1e9):
            pass
        exact.add(meter.result())
        assert meter.layer_curve is not None
        run.layer_curves.add(meter.layer_curve)
    return run, exact


def false_alarms(run: Run, exact: ExactLossHistory) -> set[tuple[str, int, int]]:
    """What was found at any time in a run that is well, with its updates: at all rows, and at every so many."""
    alarms, columns = set(), exact.saved()
    for every in THINNED:
        for first in range(every):
            rows = columns[:, first::every]
            for count in range(3, rows.shape[1] + 1):
                for finding in found(run, ExactLossHistory.of(rows[:, :count])):
                    alarms.add((finding.kind, finding.since, finding.until))
    return alarms


def seconds_until_found(kind: str, case: Case, seconds: float) -> tuple[float | None, list[str]]:
    """After how many seconds of training a kind is found, None for not; and what else was, meanwhile."""
    dataset, exact = dataset_of(case.choice), ExactLossHistory()
    others: set[str] = set()
    engine = Engine(process_time, load=lambda _: dataset)
    engine.handle(c.Start(case.architecture, case.config))
    engine.handle(c.AcknowledgeSnapshot())
    engine.handle(c.Train())
    begun = process_time()
    while (now := process_time() - begun) < seconds and engine.training.running:
        for message in engine.advance(process_time() + 0.005):
            if isinstance(message, Snapshot):
                engine.handle(c.AcknowledgeSnapshot())
            if isinstance(message, ExactLoss):
                exact.add(message)
                kinds = {finding.kind for finding in found(engine.current, exact) if finding.holds}
                if kind in kinds:
                    return now, sorted(others | kinds - {kind})
                others |= kinds
    return None, sorted(others)


def check_well(names: Iterable[str], seeds: Callable[[str], int]) -> int:
    """Train what is well; print each, and return how many gave an alarm."""
    wrong = 0
    for name in names:
        for seed in range(seeds(name)):
            case = WELL[name](seed)
            run, exact = measured(case, moments(case.updates))
            alarms = sorted(false_alarms(run, exact))
            wrong += bool(alarms)
            least = float(np.nanmin(exact.test_means))
            risen = float(exact.test_means[-1]) / least if least else np.nan
            print(
                f"{name} {seed}: {len(exact.updates)} measurements, test L {risen:.3f} of its least, {alarms}",
                flush=True,
            )
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seeds", type=int, default=0, help=f"seeds of the default, {EPOCHS_15:,} updates each"
    )
    parser.add_argument("--variants", type=int, default=0, help="seeds of each other training that is well")
    parser.add_argument("--sick", type=int, default=0, help="runs of each kind of sickness")
    parser.add_argument("--only", default="", help="of these only, separated by commas")
    given = parser.parse_args()
    only = given.only.split(",") if given.only else [*WELL, *SICK]
    well = [name for name in WELL if name in only]
    wrong = check_well(well, lambda name: given.seeds if name == "default" else given.variants)
    print(f"runs that are well with an alarm: {wrong}")
    for kind in (name for name in SICK if given.sick and name in only):
        results = [seconds_until_found(kind, SICK[kind](seed), SECONDS) for seed in range(given.sick)]
        times = [seconds for seconds, _ in results if seconds is not None]
        others = sorted({other for _, names in results for other in names})
        slowest = f"{max(times):.1f} s at most" if times else ""
        print(f"{kind}: {len(times)} of {given.sick} found {slowest}; also {others}", flush=True)


if __name__ == "__main__":
    main()

"""What the history costs, and how fast it gives an earlier update again.

Run it from the root: ``python -m tests.benchmarks.time_machine``, with ``--help`` for what can be given. The share of
keeping is counted in one process, where it is kept: two trainings that are compared differ by more than that where the
machine has other work, too. Each place that is looked at was recorded on the way, and is compared bit by bit.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the engine's process has it

import numpy as np
from PySide6.QtWidgets import QApplication

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.engine import Engine
from core.engine.history import HISTORY_BYTES
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.loss.curve_signs import MOST_CURVES, RUN_KEYS
from gui.loss.loss_plot import LossPlot
from gui.loss.run_curves import RunCurve
from gui.theme.tokens import make_theme
from tests.benchmarks.time_questions import measure_questions
from tests.benchmarks.time_sessions import measure_sessions

SLICE_S = 0.005


class Bench:
    """An engine that is worked by hand; every snapshot is acknowledged."""

    def __init__(
        self, dataset: Dataset, architecture: Architecture, config: TrainingConfig, history_bytes: int
    ) -> None:
        self.engine = Engine(load=lambda _: dataset)
        self.heard: list[Any] = []
        self.send(c.Start(architecture, config, history_bytes=history_bytes))

    def send(self, command: Any) -> None:
        """Send a command."""
        self._hear(self.engine.handle(command))

    def work(self) -> None:
        """One slice."""
        self._hear(self.engine.advance(perf_counter() + SLICE_S))

    def train(self, updates: int) -> float:
        """Make so many updates. Returns the seconds of this process that they took."""
        begun = process_time()
        self.send(c.Train(updates))
        while self.engine.training.running:
            self.work()
        return process_time() - begun

    def until(self, kind: type) -> Any:
        """Work until such a message comes; what comes after it stays to be heard."""
        while True:
            while self.heard:
                message = self.heard.pop(0)
                if isinstance(message, kind):
                    return message
            self.work()

    def look_at(self, update: int) -> None:
        """Ask for this update; of what was asked before nothing more is heard."""
        self.heard.clear()
        self.send(c.LookAt(update))

    def _hear(self, messages: tuple[Any, ...]) -> None:
        self.heard += messages
        for message in messages:
            if isinstance(message, Snapshot):
                self.send(c.AcknowledgeSnapshot())


def share_of_keeping(bench: Bench, updates: int) -> float:
    """The share of a training's time that goes into keeping states and reporting them."""
    travel = bench.engine.time
    spent = 0.0

    def timed(work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*values: Any) -> Any:
            nonlocal spent
            begun = process_time()
            result = work(*values)
            spent += process_time() - begun
            return result

        return measured

    for owner, name in ((travel, "on_updates"), (travel, "report"), (travel.history, "updates_left")):
        setattr(owner, name, timed(getattr(owner, name)))
    seconds = bench.train(updates)
    return spent / seconds


def falling_losses(updates: int, measured: int, lasts: float) -> LossHistory:
    """A made-up run whose losses fall by a factor e in `lasts` updates, with so many exact ones among them."""
    noise = np.random.default_rng(0)
    history, places = LossHistory(60_000), np.arange(updates)
    means = 2.2 * np.exp(-places / lasts) + 0.05
    history.add_batch_means(1, (means * noise.lognormal(0, 0.3, updates)).astype(np.float32))
    for place in np.linspace(0, updates - 1, measured).astype(int).tolist():
        mean = float(means[place] * noise.normal(1, 0.01))
        history.exact_losses.add(ExactLoss(0, place, 60_000 * mean, 60_000, 0.9, 10_000 * mean, 10_000, 0.9))
    return history


def plot_frames(updates: int, pictures: int = 100) -> None:
    """What a frame has to do for the plot of eight long runs while one of them is trained.

    A picture of the plot takes two frames: put together in one, painted in the next.
    """
    application = QApplication.instance() or QApplication([])
    plot = LossPlot()
    plot.set_theme(make_theme("dark"))
    plot.resize(800, 200)
    own = falling_losses(updates, 10_000, updates / 5)
    others = [
        RunCurve(key, f"run {place}", falling_losses(updates, 10_000, updates / (10 - place)))
        for place, key in enumerate(RUN_KEYS[: MOST_CURVES - 1])
    ]
    plot.show_curves("the run on screen", others)
    for log in (False, True):
        plot.set_log(log)
        frames: list[float] = []
        for _ in range(pictures):
            own.add_batch_means(own.count + 1, np.full(300, 0.06, np.float32))
            plot.show_record(own, 1_875)
            is_left = True
            while is_left:
                begun = process_time()
                is_left = plot.work()
                frames.append(process_time() - begun)
        p50, p95 = np.percentile(frames, [50, 95]) * 1000
        axis = "logarithmic" if log else "linear"
        print(
            f"eight runs of {updates:,} updates in one plot, {axis}: a frame p50 {p50:.1f} ms, p95 {p95:.1f} ms"
        )
    plot.deleteLater()
    application.processEvents()


def digest(parameters: Any) -> str:
    """SHA-256 of these numbers."""
    return hashlib.sha256(parameters.tobytes()).hexdigest()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=1_000_000)
    parser.add_argument("--places", type=int, default=200)
    parser.add_argument("--hidden", type=int, nargs="*", default=None)
    parser.add_argument("--batch-size", type=int, default=32)
    parser.add_argument("--measured", type=int, default=50_000, help="updates, for the share of keeping")
    parser.add_argument("--bytes", type=int, default=HISTORY_BYTES, help="a 20th for a 20th of the updates")
    parser.add_argument("--plots", type=int, default=1_000_000, help="updates of eight runs in one plot")
    parser.add_argument("--states", type=int, default=1_000, help="kept states of a session that is saved")
    options = parser.parse_args()
    if options.states:
        measure_sessions(options.states)
    if options.plots:
        plot_frames(options.plots)
    dataset = DatasetSpec().load()
    architecture = (
        Architecture.dense() if options.hidden is None else Architecture.dense(tuple(options.hidden))
    )
    config = TrainingConfig(batch_size=options.batch_size)
    if options.measured:
        share = share_of_keeping(Bench(dataset, architecture, config, options.bytes), options.measured)
        print(f"keeping: {share * 100:.1f} % of the speed")
    if not options.updates:
        return
    bench = Bench(dataset, architecture, config, options.bytes)
    trainer = bench.engine.current.trainer
    places = sorted(random.Random(0).sample(range(options.updates), options.places))
    recorded: dict[int, str] = {}
    begun = perf_counter()
    for place in places:
        if place > trainer.step_count:
            bench.train(place - trainer.step_count)
        recorded[place] = digest(trainer.network.parameters)
        bench.heard.clear()
    bench.train(options.updates - trainer.step_count)
    seconds = perf_counter() - begun
    history = bench.engine.time.history
    print(
        f"{trainer.network.parameter_count:,} parameters, batches of {options.batch_size}: "
        f"{options.updates:,} updates in {seconds:.0f} s, {len(history.updates(0)):,} states kept, "
        f"{history.nbytes / 1e6:.0f} MB, one in {history.spacing(bench.engine.current):,} updates"
    )
    bench.heard.clear()
    measure_questions(bench, 20)
    random.Random(1).shuffle(places)
    bench.heard.clear()
    times, checked_times, wrong, first = [], [], 0, 0
    for place in places:
        begun = perf_counter()
        bench.look_at(place)
        shown = bench.until(m.PastShown)
        while not shown.is_exact:
            first += 1
            shown = bench.until(m.PastShown)
        times.append(perf_counter() - begun)
        wrong += digest(shown.snapshot.parameters) != recorded[place]
        if not shown.is_checked and (bench.heard or bench.engine.time.seconds_until_due() == 0):
            shown = bench.until(m.PastShown)
        checked_times.append(perf_counter() - begun if shown.is_checked else np.inf)
    for name, values in (("exact", times), ("checked", checked_times)):
        p50, p95 = np.percentile(values, [50, 95]) * 1000
        print(f"{name} after: p50 {p50:.0f} ms, p95 {p95:.0f} ms, longest {max(values) * 1000:.0f} ms")
    print(
        f"{wrong} of {len(places)} places with other bits; the nearest kept state was shown first {first} times"
    )
    branches = []
    for number, place in enumerate(places[:20], 1):
        bench.send(c.ReturnToRun(0))
        bench.look_at(place)
        while not bench.until(m.PastShown).is_exact:
            pass
        begun = perf_counter()
        bench.send(c.BranchRun(number, place))
        while bench.engine.number != number:
            bench.work()
        branches.append(perf_counter() - begun)
    print(f"a branch of what is shown: p95 {np.percentile(branches, 95) * 1000:.0f} ms")


if __name__ == "__main__":
    main()

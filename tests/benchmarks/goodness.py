"""What it costs to see L as a sum of 60,000 terms: every figure beside what it is to reach, from one run.

Run it from the root: ``python -m tests.benchmarks.goodness``, or some parts of it, as
``python -m tests.benchmarks.goodness presentations window``. With ``--million`` data of 1,000,000 examples of 784 bytes
are written, 0.8 GB, and opened; that is left out otherwise. What a training loses is the processor's time of the
process that trains, with and without by turns, so that it hardly matters what else the machine does; what somebody
waits for is the time that passes, so the load is printed beside it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable

# As in the engine's own process, and as main.py does.
os.environ.update(dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
os.environ["QT_NO_GUI_THREADPOOL"] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from statistics import median
from time import perf_counter, process_time
from typing import Any

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.analysis.example_losses import ExampleLosses
from core.analysis.influence import Influence, TracedState
from core.analysis.layer_curves import LayerCurve
from core.analysis.life_record import LifeRecord
from core.analysis.rising_order import RisingOrder
from core.data.dataset import load_dataset
from core.engine import commands as c
from core.engine.engine import Engine
from core.engine.example_commands import WatchLives
from core.engine.example_messages import ExampleLives
from core.engine.frames import pack
from core.engine.influence_task import STATES
from core.engine.layer_curve_commands import WatchLayerCurves
from core.engine.protocol import Envelope, frame_of
from core.engine.scheduler import IsOver
from core.engine.snapshot import Snapshot
from core.nn.known_architectures import known_architecture
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.presentations import MOST_EXAMPLES, MOST_UPDATES, Presentations
from core.training.trainer import Trainer
from tests.benchmarks.flips import WARM_S
from tests.benchmarks.flips import Bench as FlipBench

NETWORKS = ((256, 32, 16, 10), (256, 64, 32, 10))
BATCHES = (1, 32, 128)
EXPLICIT_ROWS = 2000
# Updates with and without a record, each.
TURNS = 5000


def say(what: str, measured: str, wanted: str = "") -> None:
    """Print a line."""
    print(f"{what:<64} {measured:<46} {wanted}", flush=True)


class Renewals:
    """An engine that trains at full speed and measures its exact L, whose work for that is timed."""

    def __init__(self) -> None:
        self.engine = Engine(perf_counter, work_clock=process_time)
        self.spent_s, self.count = 0.0, 0
        self._work = self.engine.exact_loss.work
        self.engine.exact_loss.work = self._timed  # type: ignore[method-assign, assignment]
        self.send(c.Start(known_architecture("default", (16, 16)), TrainingConfig()))
        for command in (c.SetRate(None), c.Train()):
            self.send(command)

    def send(self, command: Any) -> None:
        """Handle a command, and what comes of it."""
        self._take(self.engine.handle(command))

    def watch(self, is_on: bool) -> None:
        """Somebody looks at the ledger, the classes and the findings; or at none of them."""
        self.send(c.WatchExamples("train" if is_on else ""))
        self.send(WatchLives(is_on))
        self.send(WatchLayerCurves(is_on))

    def run(self, seconds: float) -> tuple[int, float]:
        """Train for so long: updates, and the processor's time."""
        trainer = self.engine.current.trainer
        end, first, begun = perf_counter() + seconds, trainer.step_count, process_time()
        while perf_counter() < end:
            self._take(self.engine.advance(perf_counter() + 0.005))
        return trainer.step_count - first, process_time() - begun

    def _timed(self, is_over: IsOver) -> None:
        begun = process_time()
        self._work(is_over)
        self.spent_s += process_time() - begun

    def _take(self, messages: tuple[Any, ...]) -> None:
        for message in messages:
            begun = process_time()
            pack(frame_of(Envelope(message, 1)))
            if isinstance(message, (ExactLoss, ExampleLosses, LayerCurve, ExampleLives)):
                self.spent_s += process_time() - begun
                self.count += isinstance(message, ExactLoss)
            if isinstance(message, Snapshot):
                self.send(c.AcknowledgeSnapshot())


def renewal() -> None:
    """One exact renewal of ledger, wall, confusion and findings a second."""
    bench = Renewals()
    bench.run(WARM_S)
    rates: dict[bool, list[float]] = {True: [], False: []}
    spent_s, counts = {True: 0.0, False: 0.0}, {True: 0, False: 0}
    for _ in range(5):
        for is_on in (True, False):
            bench.watch(is_on)
            bench.run(0.2)
            bench.spent_s, bench.count = 0.0, 0
            updates, worked = bench.run(2.0)
            rates[is_on].append(updates / worked)
            spent_s[is_on] += bench.spent_s
            counts[is_on] += bench.count
    each_s = {is_on: spent_s[is_on] / max(1, counts[is_on]) for is_on in rates}
    say(
        "an exact renewal of all, in the engine: once a second costs",
        f"{each_s[True]:.2%} ({1000 * each_s[True]:.1f} ms each, {counts[True] / 10:.1f} a second)",
        "under 2.5 %",
    )
    say("  and where nobody looks, the exact L alone", f"{each_s[False]:.2%} ({1000 * each_s[False]:.1f} ms)")
    network, data = bench.engine.current.trainer.network, load_dataset("digits")

    def peer() -> None:
        for X, y in ((data.X_train, data.y_train), (data.X_test, data.y_test)):
            for start in range(0, len(X), 500):
                a = X[start : start + 500].astype(np.float32)
                for layer in network.layers:
                    z = a @ layer.W + layer.b
                    a = np.maximum(z, 0)
                z -= z.max(axis=1, keepdims=True)
                np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), y[start : start + 500]]

    say("  numpy: forwards over both sets, and every C", f"{fastest(peer, 5) / each_s[True]:.2f} of ours")
    lost = 1 - median(on / off for on, off in zip(rates[True], rates[False], strict=True))
    say("  training lost while they are watched, as often as they come", f"{lost:+.2%}")


def presentations() -> None:
    """Right or wrong, and C as last seen, at each presentation.

    One training is recorded and not recorded by turns: where another one's arrays lie in memory makes more of a
    difference than this. Compared are the quicker updates, which nothing has disturbed, by the time that passes: to ask
    for the processor's time enters the kernel, after which all code is slower. What is done only now and then is timed
    by itself, over whole epochs where they are short.
    """
    data = load_dataset("digits")
    for sizes in NETWORKS:
        for batch in BATCHES:
            trainer = Trainer(Network.dense(sizes), data, TrainingConfig(batch_size=batch))
            noting = Presentations(data.y_train, LifeRecord(len(data.y_train)))
            flush, flushed = noting.flush, [0.0]

            def timed(flush: Callable[[], None] = flush, flushed: list[float] = flushed) -> None:
                begun = perf_counter()
                flush()
                flushed[0] += perf_counter() - begun

            noting.flush = timed  # type: ignore[method-assign]
            spent: dict[bool, list[float]] = {True: [], False: []}
            # As many updates as are put aside.
            piece = min(MOST_UPDATES, MOST_EXAMPLES // batch)
            # The first updates of a training are quicker than all that follow, by more than what is measured here.
            for _ in range(piece):
                trainer.step()
            for turn in range(2 * (1 + TURNS // piece)):
                trainer.presentations = noting if turn % 2 else None
                for _ in range(piece):
                    before, begun = flushed[0], perf_counter()
                    trainer.step()
                    spent[bool(turn % 2)].append(perf_counter() - begun - (flushed[0] - before))
            with_it, without = (float(np.percentile(spent[is_on], 10)) for is_on in (True, False))
            trainer.presentations, flushed[0] = noting, 0.0
            count = min(TURNS, 3 * len(data.y_train) // batch)
            for _ in range(count):
                trainer.step()
            at_times = flushed[0] / count
            say(
                f"bits and last-seen losses, {'-'.join(map(str, sizes))}, batch {batch}",
                f"{(with_it + at_times) / without - 1:+.2%} ({1e6 * (with_it - without):+.2f} µs an update and"
                f" {1e6 * at_times:.2f} µs now and then, of {1e6 * without:.0f})",
                "under 2 %",
            )


def flips(seconds: float = 5.0) -> None:
    """256 flips of the shown digit, live."""
    bench = FlipBench("default")
    bench.run(WARM_S)
    bench.send(c.WatchFlips(True))
    bench.spent_s, bench.renewals = 0.0, 0
    begun, worked = perf_counter(), process_time()
    bench.run(seconds)
    took, worked = perf_counter() - begun, process_time() - worked
    share, each_s = bench.spent_s / worked, bench.spent_s / max(1, bench.renewals)
    say("256 flips, live", f"{bench.renewals / took:.1f} a second, {share:.2%}", "10 a second, under 2 %")
    try:
        import torch
    except ImportError:
        say("  PyTorch is not installed: nothing to compare with", "")
        return
    torch.set_num_threads(1)
    layers: list[torch.nn.Module] = []
    for fan_in, fan_out in zip(NETWORKS[0], NETWORKS[0][1:], strict=False):
        layers += [torch.nn.Linear(fan_in, fan_out), torch.nn.ReLU()]
    model, x = torch.nn.Sequential(*layers[:-1]), torch.zeros(256)
    eye = torch.eye(256)

    def peer() -> None:
        with torch.no_grad():
            torch.nn.functional.log_softmax(model((x - eye).abs()), dim=1).numpy()

    peer_s = fastest(peer)
    say(
        f"  a forward pass of 256 rows in PyTorch {torch.__version__}", f"{peer_s / each_s:.2f} of ours, sent"
    )


def fastest(act: Callable[[], object], times: int = 50) -> float:
    """Seconds of the processor."""
    spent = []
    for _ in range(times):
        begun = process_time()
        act()
        spent.append(process_time() - begun)
    return min(spent)


def influence() -> None:
    """How 60,000 examples pulled one answer; against each example's gradient written out."""
    data = load_dataset("digits")
    network = known_architecture("default", (16, 16)).network((256,))
    trainer = Trainer(network, data, TrainingConfig())
    for _ in range(2000):
        trainer.step()
    states = [TracedState(i, 0.001, network.parameters.copy()) for i in range(STATES)]
    x, target = data.X_test[0].astype(np.float32), int(data.y_test[0])
    begun, worked = perf_counter(), process_time()
    work = Influence(network.topology, states, x, target, data.X_train, data.y_train, "cross_entropy")
    while not work.advance():
        pass
    passed_s, took_s = perf_counter() - begun, process_time() - worked
    say(
        f"influence of {len(data.y_train):,} on one, {STATES} states",
        f"{took_s:.3f} s of the processor, {passed_s:.3f} s passed",
        "0.3 s",
    )
    rows = EXPLICIT_ROWS
    weights = [(layer.W, layer.b) for layer in network.layers]

    def gradients(X: Any, y: Any) -> Any:
        """(rows, parameters): of each example's own C."""
        inputs, a = [], X.astype(np.float32)
        for i, (W, b) in enumerate(weights):
            inputs.append(a)
            z = a @ W + b
            a = np.maximum(z, 0) if i < len(weights) - 1 else z
        delta = np.exp(z - z.max(axis=1, keepdims=True))
        delta /= delta.sum(axis=1, keepdims=True)
        delta[np.arange(len(y)), y] -= 1
        parts = []
        for i in reversed(range(len(weights))):
            parts += [np.einsum("ni,nj->nij", inputs[i], delta).reshape(len(y), -1), delta]
            delta = (delta @ weights[i][0].T) * (inputs[i] > 0)
        return np.concatenate(parts, axis=1)

    own = gradients(x[None], np.array([target]))[0]
    peer_s = fastest(lambda: gradients(data.X_train[:rows], data.y_train[:rows]) @ own, 3)
    peer_s *= STATES * len(data.y_train) / rows
    say(
        f"  numpy, every gradient written out (from {rows:,} examples)",
        f"{peer_s:.2f} s, {peer_s / took_s:.0f} times ours",
    )


def sorting() -> None:
    """The order of 60,000 terms, and of a million, which is found in pieces."""
    rng = np.random.default_rng(0)
    for count in (60_000, 1_000_000):
        losses = rng.exponential(size=count) ** 4

        def ours(losses: Any = losses) -> None:
            order = RisingOrder(lambda: losses)
            while not order.advance():
                pass

        own_s = fastest(ours, 5)
        peer_s = fastest(lambda losses=losses: np.argsort(losses, kind="stable"), 5)
        say(
            f"{count:,} terms sorted",
            f"{1000 * own_s:.1f} ms; numpy's argsort {1000 * peer_s:.1f}, {peer_s / own_s:.2f} of ours",
        )


def window() -> None:
    """What somebody waits for in the window."""
    from tests.benchmarks.goodness_window import measure

    measure(say)


PARTS = {
    "renewal": renewal,
    "presentations": presentations,
    "window": window,
    "flips": flips,
    "influence": influence,
    "sorting": sorting,
}


def main() -> None:
    """Print a line for each figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all where none is named")
    parser.add_argument("--million", action="store_true", help="also open 1,000,000 examples of 784 bytes")
    parser.add_argument("--rows", type=int, default=1_000_000, help="so many instead of a million")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print(f"numpy {np.__version__}, load {os.getloadavg()[0]:.1f}")
    for name in given.parts or ([] if given.million else PARTS):
        PARTS[name]()
    if given.million:
        from tests.benchmarks.goodness_window import open_many

        open_many(given.rows, say)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

"""What it costs to see live what each pixel decides: renewals a second, and their share of the engine's work.

Run it from the root: ``python -m tests.benchmarks.flips``, with ``--help`` for what can be given. The engine trains at
full speed in this process; each message is also packed, as it is for a window. Work is counted by the processor's time
of this thread, so that it does not matter what else the machine does. Wanted with the default network: 10 a second or
more, under 2 % of the work.
"""

from __future__ import annotations

import argparse
import os

# As in the engine's own process.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from time import perf_counter, process_time, thread_time
from typing import Any

from core.engine import commands as c
from core.engine import messages as m
from core.engine.engine import Engine
from core.engine.frames import pack
from core.engine.protocol import Envelope, frame_of
from core.engine.scheduler import IsOver
from core.engine.snapshot import Snapshot
from core.nn.known_architectures import known_architecture
from core.training.config import TrainingConfig

WARM_S = 2.0


class Bench:
    """An engine whose flips are timed."""

    def __init__(self, network: str) -> None:
        self.engine = Engine(perf_counter, work_clock=process_time)
        self.spent_s, self.renewals = 0.0, 0
        self._work = self.engine.flips.work
        self.engine.flips.work = self._timed  # type: ignore[method-assign]
        self.send(c.Start(known_architecture(network, (16, 16)), TrainingConfig()))
        for command in (c.SetRate(None), c.ShowTestSample("next"), c.Train()):
            self.send(command)

    def send(self, command: Any) -> None:
        """Handle a command, and what comes of it."""
        self._take(self.engine.handle(command))

    def run(self, seconds: float) -> None:
        """Train for so long."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            self._take(self.engine.advance(perf_counter() + 0.005))

    def _timed(self, is_over: IsOver) -> None:
        begun = thread_time()
        self._work(is_over)
        self.spent_s += thread_time() - begun

    def _take(self, messages: tuple[Any, ...]) -> None:
        for message in messages:
            begun = thread_time()
            pack(frame_of(Envelope(message, 1)))
            if isinstance(message, (m.PixelFlips, m.FewestFlips)):
                self.spent_s += thread_time() - begun
                self.renewals += isinstance(message, m.PixelFlips)
            if isinstance(message, Snapshot):
                self.send(c.AcknowledgeSnapshot())


def main() -> None:
    """Measure, and print a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--network", default="default", help="default, small_cnn or lenet_1989")
    parser.add_argument("--seconds", type=float, default=10.0)
    given = parser.parse_args()
    bench = Bench(given.network)
    bench.run(WARM_S)
    bench.send(c.WatchFlips(True))
    bench.spent_s, bench.renewals = 0.0, 0
    begun, worked = perf_counter(), thread_time()
    bench.run(given.seconds)
    took, worked = perf_counter() - begun, thread_time() - worked
    print(
        f"{given.network}: {bench.renewals / took:.1f} renewals a second, {bench.spent_s / worked:.2%} of the engine's"
        f" work, {1e3 * bench.spent_s / max(1, bench.renewals):.2f} ms each"
    )


if __name__ == "__main__":
    main()

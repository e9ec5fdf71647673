"""How long it takes to measure how 60,000 digits pulled one answer, and what that costs beside one exact L.

Run it from the repository's root: ``python -m tests.benchmarks.influence``. The goal is 0.3 s for the usual network.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from time import perf_counter, process_time

import numpy as np

from core.analysis.influence import Influence, TracedState
from core.data.dataset import load_dataset
from core.engine.influence_task import STATES
from core.nn.known_architectures import known_architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer


def measure(name: str) -> None:
    """Of the network with this name."""
    data = load_dataset("digits")
    network = known_architecture(name, (16, 16)).network((256,))
    trainer = Trainer(network, data, TrainingConfig())
    for _ in range(20):
        trainer.step()
    trainer.total_loss("train")
    began, worked = perf_counter(), process_time()
    trainer.total_loss("train")
    exact_s = process_time() - worked
    for count in (1, STATES):
        states = [TracedState(i, 0.001, network.parameters.copy()) for i in range(count)]
        began, worked, longest = perf_counter(), process_time(), 0.0
        x, target = data.X_test[0].astype(np.float32), int(data.y_test[0])
        work = Influence(network.topology, states, x, target, data.X_train, data.y_train, "cross_entropy")
        is_done = False
        while not is_done:
            piece = perf_counter()
            is_done = work.advance()
            longest = max(longest, perf_counter() - piece)
        took_s = process_time() - worked
        print(
            f"{name}, {count} state(s): {took_s:.3f} s of the processor, {perf_counter() - began:.3f} s passed,"
            f" {took_s / exact_s:.1f} times one exact L; longest piece {1000 * longest:.1f} ms"
        )


if __name__ == "__main__":
    for name in ("default", "small_cnn"):
        measure(name)

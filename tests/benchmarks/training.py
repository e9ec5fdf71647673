"""Updates a second against PyTorch eager, side by side; the exact L, a trace, and the cost over time.

Run from the repository:  python tests/benchmarks/training.py [--rounds 5] [--seconds 0.4] [--batches 1 32]

Both sides do the same: take the next batch of the shuffled digits, forward, cross-entropy, backward, Adam. They
take turns within one run, on one thread each, and each number is the median of the rounds.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # counts only before numpy is imported
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from core.datasets import Dataset, load_dataset
from core.network import Network
from core.trainer import Trainer, TrainingConfig

NETWORKS = ((256, 16, 16, 10), (256, 32, 16, 10), (256, 64, 32, 10), (256, 500, 500, 10))
BATCHES = (1, 10, 32, 128, 1024)


def torch_step(sizes: tuple[int, ...], dataset: Dataset, batch: int) -> Callable[[], object]:
    """PyTorch's own way of the same update, its data on hand as float32 tensors."""
    import torch

    torch.set_num_threads(1)
    layers: list[torch.nn.Module] = []
    for fan_in, fan_out in zip(sizes, sizes[1:], strict=False):
        layers += [torch.nn.Linear(fan_in, fan_out), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.Adam(model.parameters())
    X = torch.from_numpy(dataset.X_train.astype(np.float32))
    y = torch.from_numpy(dataset.y_train.copy())
    place = {"order": torch.randperm(len(y)), "next": 0}

    def step() -> None:
        start = place["next"]
        if start + batch > len(y):
            place["order"], start = torch.randperm(len(y)), 0
        place["next"] = start + batch
        rows = place["order"][start : start + batch]
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(X[rows]), y[rows])
        loss.backward()
        optimizer.step()

    return step


def own_step(sizes: tuple[int, ...], dataset: Dataset, batch: int) -> Callable[[], object]:
    """One update of Backlight's engine."""
    return Trainer(Network.dense(sizes), dataset, TrainingConfig(batch_size=batch)).step


def seconds_each(work: Callable[[], object], seconds: float) -> float:
    """The mean time of one call over about `seconds`."""
    count, start = 0, perf_counter()
    while (passed := perf_counter() - start) < seconds:
        for _ in range(10):
            work()
        count += 10
    return passed / count


def compare(dataset: Dataset, batches: list[int], rounds: int, seconds: float) -> None:
    """Print how many times as fast as PyTorch each network is at each batch size."""
    try:
        import torch
    except ImportError:
        print("PyTorch is not installed (requirements-peers.txt): nothing to compare with")
        return
    print(f"updates/s against PyTorch {torch.__version__} eager, Adam (µs of an update)\n")
    print("| network | " + " | ".join(f"batch {batch}" for batch in batches) + " |")
    print("|---" * (len(batches) + 1) + "|")
    for sizes in NETWORKS:
        cells = []
        for batch in batches:
            own, peer = own_step(sizes, dataset, batch), torch_step(sizes, dataset, batch)
            for _ in range(20):
                own(), peer()
            turns = [(seconds_each(own, seconds), seconds_each(peer, seconds)) for _ in range(rounds)]
            ratio = median(theirs / ours for ours, theirs in turns)
            cells.append(f"{ratio:.2f} ({median(ours for ours, _ in turns) * 1e6:.0f})")
        print(f"| {'-'.join(map(str, sizes))} | " + " | ".join(cells) + " |", flush=True)


def look_on(dataset: Dataset, rounds: int) -> None:
    """Print what the exact L and a trace cost, and whether an update costs the same after many updates."""
    trainer = Trainer(Network.dense((256, 32, 16, 10)), dataset, TrainingConfig())
    early = median(seconds_each(trainer.step, 0.3) for _ in range(rounds))
    for _ in range(10):
        trainer.run_epoch()
    late = median(seconds_each(trainer.step, 0.3) for _ in range(rounds))
    exact = median(seconds_each_once(lambda: trainer.total_loss("train")) for _ in range(rounds))
    x, y = dataset.X_test[0], int(dataset.y_test[0])
    trace = median(seconds_each(lambda: trainer.trace(x, y), 0.1) for _ in range(rounds))
    print(
        f"\nexact L of {len(dataset.y_train):,} digits: {exact * 1e3:.1f} ms · a trace: {trace * 1e6:.1f} µs"
    )
    print(f"an update at first: {early * 1e6:.1f} µs, after ten epochs: {late * 1e6:.1f} µs")
    print(f"test accuracy after {trainer.epoch} epochs: {trainer.accuracy('test'):.2%}")


def seconds_each_once(work: Callable[[], object]) -> float:
    """The time of one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Read the options and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="turns, of which the median is taken")
    parser.add_argument("--seconds", type=float, default=0.4, help="length of one turn")
    parser.add_argument("--batches", type=int, nargs="+", default=list(BATCHES))
    options = parser.parse_args()
    dataset = load_dataset("digits")
    print(f"numpy {np.__version__}, one BLAS thread, load {os.getloadavg()[0]:.1f}")
    compare(dataset, options.batches, options.rounds, options.seconds)
    look_on(dataset, options.rounds)


if __name__ == "__main__":
    main()

"""Updates a second against PyTorch (eager and compiled) and scikit-learn, side by side; and what looking costs.

Run from the repository:  python tests/benchmarks/training.py [--rounds 5] [--seconds 0.4] [--batches 1 32]

All sides do the same in single precision: take the next batch of the shuffled examples, forward, the loss,
backward, Adam. They take turns within one run, on one thread each, and each number is the median of the rounds.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # counts only before numpy is imported
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from core.data.dataset import Dataset, load_dataset
from core.nn.architecture import Architecture
from core.nn.dense import Dense
from core.nn.known_architectures import known_hidden_layers
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig

NETWORKS = ((256, 16, 16, 10), (256, 32, 16, 10), (256, 64, 32, 10), (256, 500, 500, 10))
BATCHES = (1, 10, 32, 128, 1024)


def torch_step(
    sizes: tuple[int, ...], dataset: Dataset, batch: int, compiled: bool = False
) -> Callable[[], object]:
    """PyTorch's own way of the same update, its data on hand as float32 tensors."""
    import torch

    layers: list[torch.nn.Module] = []
    for fan_in, fan_out in zip(sizes, sizes[1:], strict=False):
        layers += [torch.nn.Linear(fan_in, fan_out), torch.nn.ReLU()]
    return updates_of(torch.nn.Sequential(*layers[:-1]), dataset, batch, compiled=compiled)


def updates_of(
    model: Any, dataset: Dataset, batch: int, optimizer_name: str = "adam", compiled: bool = False
) -> Callable[[], object]:
    """One update of a PyTorch model."""
    import torch

    torch.set_num_threads(1)
    if optimizer_name == "adam":
        optimizer: Any = torch.optim.Adam(model.parameters())
    else:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    X = torch.from_numpy(dataset.X_train.astype(np.float32))
    y = torch.from_numpy(dataset.y_train.copy())
    place = {"order": torch.randperm(len(y)), "next": 0}
    regression = y.ndim == 2

    def mean_loss(inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        outputs = model(inputs)
        if regression:
            return 0.5 * ((outputs - targets) ** 2).sum(1).mean()
        return torch.nn.functional.cross_entropy(outputs, targets)

    if compiled:
        mean_loss = torch.compile(mean_loss)

    def step() -> None:
        start = place["next"]
        if start + batch > len(y):
            place["order"], start = torch.randperm(len(y)), 0
        place["next"] = start + batch
        rows = place["order"][start : start + batch]
        optimizer.zero_grad()
        loss = mean_loss(X[rows], y[rows])
        loss.backward()
        optimizer.step()

    return step


def sklearn_seconds(sizes: tuple[int, ...], dataset: Dataset, batch: int) -> Callable[[], float]:
    """The seconds of one update of scikit-learn's MLPClassifier, from one call over many batches."""
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier(sizes[1:-1], solver="adam", batch_size=batch, learning_rate_init=0.001)
    count = max(4, min(200, 20_000 // batch))
    X = dataset.X_train[: count * batch].astype(np.float32)
    y = dataset.y_train[: count * batch]
    model.partial_fit(X, y, classes=np.arange(sizes[-1]))

    def update() -> float:
        start = perf_counter()
        model.partial_fit(X, y)
        return (perf_counter() - start) / (len(y) // batch)

    return update


def own_step(sizes: tuple[int, ...], dataset: Dataset, batch: int) -> Callable[[], object]:
    """One update of Backlight's engine."""
    if dataset.y_train.ndim == 2:
        network = Network.dense(sizes, output="identity")
        return Trainer(network, dataset, TrainingConfig(loss="squared_error", batch_size=batch)).step
    return Trainer(Network.dense(sizes), dataset, TrainingConfig(batch_size=batch)).step


def products(sizes: tuple[int, ...], batch: int) -> Callable[[], None]:
    """The matrix products of one update alone: the machine's own limit."""
    rng = np.random.default_rng(0)
    a = [rng.random((batch, n), np.float32) for n in sizes]
    W = [rng.random((m, n), np.float32) for m, n in zip(sizes, sizes[1:], strict=False)]
    z, dW = [np.empty_like(x) for x in a], [np.empty_like(w) for w in W]

    def work() -> None:
        for i, w in enumerate(W):
            np.dot(a[i], w, out=z[i + 1])
            np.dot(a[i].T, a[i + 1], out=dW[i])
            if i:
                np.dot(a[i + 1], w.T, out=z[i])

    return work


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


def compare_small(rounds: int, seconds: float) -> None:
    """Print the same for networks in the plane and on the line, at a batch of 10."""
    rng = np.random.default_rng(0)
    plane = rng.random((500, 2), np.float32)
    line = np.linspace(-1, 1, 256, dtype=np.float32).reshape(-1, 1)
    classes, curve = (plane[:, 0] > plane[:, 1]).astype(np.int64), np.sin(3 * line)
    for sizes, X, y in (((2, 8, 8, 2), plane, classes), ((1, 64, 1), line, curve)):
        data = Dataset(X, y, X, y, ("0", "1") if y.ndim == 1 else ())  # type: ignore[arg-type]
        own, peer = own_step(sizes, data, 10), torch_step(sizes, data, 10)
        for _ in range(20):
            own(), peer()
        turns = [(seconds_each(own, seconds), seconds_each(peer, seconds)) for _ in range(rounds)]
        ratio = median(theirs / ours for ours, theirs in turns)
        print(f"{'-'.join(map(str, sizes))}, batch 10: {ratio:.2f} times PyTorch eager")


def picture_model(name: str) -> Any:
    """The same network of windows in PyTorch, for digits as lists of numbers."""
    import torch

    nn = torch.nn

    class CellBias(nn.Module):
        def __init__(self, *shape: int) -> None:
            super().__init__()
            self.bias = nn.Parameter(torch.zeros(shape))

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x + self.bias

    picture = nn.Unflatten(1, (1, 16, 16))
    if name == "small_cnn":
        first = nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)
        second = nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)
        return nn.Sequential(picture, *first, *second, nn.Flatten(), nn.Linear(256, 10))
    # Each map of its second layer reads 8 maps. PyTorch has no such layer: here it reads all 12, which takes less time
    # than a mask.
    first = nn.Conv2d(1, 12, 5, stride=2, padding=2, bias=False), CellBias(12, 8, 8), nn.Tanh()
    second = nn.Conv2d(12, 12, 5, stride=2, padding=2, bias=False), CellBias(12, 4, 4), nn.Tanh()
    dense = nn.Linear(192, 30), nn.Tanh(), nn.Linear(30, 10)
    return nn.Sequential(picture, *first, *second, nn.Flatten(), *dense)


def compare_pictures(dataset: Dataset, rounds: int, seconds: float) -> None:
    """Print the same for networks of windows and pools: the small one with Adam, LeNet with plain descent."""
    for name, optimizer, batches in (("small_cnn", "adam", (1, 32, 128)), ("lenet_1989", "sgd", (1,))):
        layers = (*known_hidden_layers(name, (16, 16)), Dense(10, "softmax"))
        for batch in batches:
            rate = 0.001 if optimizer == "adam" else 0.01
            config = TrainingConfig(optimizer=optimizer, learning_rate=rate, batch_size=batch)
            own = Trainer(Architecture(layers).network((256,)), dataset, config).step
            peer = updates_of(picture_model(name), dataset, batch, optimizer)
            for _ in range(20):
                own(), peer()
            turns = [(seconds_each(own, seconds), seconds_each(peer, seconds)) for _ in range(rounds)]
            ratio = median(theirs / ours for ours, theirs in turns)
            took = median(ours for ours, _ in turns) * 1e6
            print(
                f"{name}, {optimizer}, batch {batch}: {ratio:.2f} times PyTorch eager ({took:.0f} µs)",
                flush=True,
            )


def compare_others(dataset: Dataset, rounds: int, seconds: float) -> None:
    """Print the ratios against compiled PyTorch and scikit-learn, and the matrix products' part of an update."""
    default, large = NETWORKS[1], NETWORKS[3]
    for sizes, batch in (
        (default, 1),
        (default, 32),
        (default, 1024),
        (large, 32),
        (large, 128),
        (large, 1024),
    ):
        own, name = own_step(sizes, dataset, batch), "-".join(map(str, sizes))
        for _ in range(20):
            own()
        try:
            peer = sklearn_seconds(sizes, dataset, batch)
        except ImportError:
            print("scikit-learn is not installed (requirements-peers.txt)")
            break
        turns = [(seconds_each(own, seconds), peer()) for _ in range(rounds)]
        ratio = median(theirs / ours for ours, theirs in turns)
        print(f"{name}, batch {batch}: {ratio:.2f} times scikit-learn's MLPClassifier", flush=True)
    own, limit = own_step(large, dataset, 1024), products(large, 1024)
    own(), limit()
    turns = [(seconds_each_once(own), seconds_each_once(limit)) for _ in range(10 * rounds)]
    print(f"256-500-500-10, batch 1024: the matrix products alone are {median(p / o for o, p in turns):.0%}")
    try:
        compiled = torch_step(default, dataset, 32, compiled=True)
        compiled()
    except Exception as error:  # a compiler may be missing
        print(f"torch.compile does not run here: {str(error).splitlines()[0][:90]}")
        return
    own = own_step(default, dataset, 32)
    for _ in range(20):
        own(), compiled()
    turns = [(seconds_each(own, seconds), seconds_each(compiled, seconds)) for _ in range(rounds)]
    print(f"default, batch 32: {median(t / o for o, t in turns):.2f} times compiled PyTorch")


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
    kept = median(seconds_each(trainer.checkpoint, 0.1) for _ in range(rounds))
    print(f"a checkpoint: {kept * 1e6:.1f} µs")
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
    print()
    compare_small(options.rounds, options.seconds)
    compare_pictures(dataset, options.rounds, options.seconds)
    compare_others(dataset, options.rounds, options.seconds)
    look_on(dataset, options.rounds)


if __name__ == "__main__":
    main()

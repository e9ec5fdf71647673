"""How high the barrier between two trainings is, in a straight line and with their neurons matched.

Run it from the root: ``python -m tests.benchmarks.solutions``, with ``--help`` for what can be given. Two trainings of
two seeds; and two children of one training, from update 0 and from update 100 on, that are given the digits in another
order. It prints the barrier above the line between both ends' mean Cⁿ, the mean Cⁿ and the errors half way, how long
matching took, and what it changed of any output. The order of the digits belongs to a run's seed, so the children are
made with trainers and not with the engine's branches.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from time import perf_counter

import numpy as np

from core.analysis.solutions import SHARES, SolutionComparison
from core.data.dataset import Dataset, load_dataset
from core.editing.neuron_matching import matching
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import Trainer


def trained(network: Network, data: Dataset, seed: int, updates: int) -> Network:
    """The network after so many more updates, with the digits in the order of this seed; it stays as it is."""
    network = network.copy()
    trainer = Trainer(network, data, replace(TrainingConfig(), seed=seed))
    for _ in range(updates):
        trainer.step()
    return network


def seconds_of_matching(a: Network, b: Network) -> float:
    """How long it takes alone."""
    begun = perf_counter()
    for _ in matching(a, b):
        pass
    return perf_counter() - begun


def report(name: str, a: Network, b: Network, data: Dataset, examples: int | None) -> None:
    """Print a line for each way from A to B."""
    begun = perf_counter()
    comparison = SolutionComparison(
        a, b, data, "cross_entropy", data.X_test[0], train_count=examples, test_count=examples
    ).finish()
    seconds = perf_counter() - begun
    middle = int(np.flatnonzero(SHARES == 0.5)[0])
    for way, path in (("straight", comparison.straight), ("matched", comparison.matched)):
        share, height = path.barrier
        print(
            f"{name:34s} {way:8s}  barrier {height:6.3f} at t = {share:.2f}   half way: mean C"
            f" {path.train_means[middle]:6.3f}, test errors {path.test_errors[middle]:6.1%}"
            f"   ends: {path.train_means[0]:.3f} {path.train_means[-1]:.3f},"
            f" {path.test_errors[0]:.1%} {path.test_errors[-1]:.1%}"
        )
    made = comparison.matching
    assert made is not None
    print(
        f"{'':34s} matching: {made.moved} of {made.neurons} neurons, distance {made.distance_before:.2f} to"
        f" {made.distance_after:.2f}, {1e3 * seconds_of_matching(a, b):.0f} ms; largest change of an output"
        f" {made.difference:.1e} over {made.count:,}; all in {seconds:.1f} s",
        flush=True,
    )


def main() -> None:
    """Train, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--updates", type=int, default=9375, help="of every training, 5 epochs unless given")
    parser.add_argument("--seeds", type=int, nargs=2, default=(0, 1))
    parser.add_argument("--examples", type=int, help="measure with so many of each set; all unless given")
    chosen = parser.parse_args()
    data = load_dataset("digits")
    first, second = chosen.seeds
    for hidden in ((32, 16), (128,)):
        sizes = (data.n_in, *hidden, data.n_out)
        one, two = (
            trained(Network.dense(sizes, seed=seed), data, seed, chosen.updates) for seed in (first, second)
        )
        report(f"{'-'.join(map(str, sizes))}, two seeds", one, two, data, chosen.examples)
    start = Network.dense((data.n_in, 32, 16, data.n_out), seed=first)
    for branch in (0, 100):
        parent = trained(start, data, first, branch)
        children = (trained(parent, data, seed, chosen.updates - branch) for seed in (first, second))
        report(f"256-32-16-10, branches of update {branch}", *children, data, chosen.examples)


if __name__ == "__main__":
    main()

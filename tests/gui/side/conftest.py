"""Two networks of the same layers with weights that are known, and what is known of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo, Example, Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.side.facts import SideFacts
from tests.core.small_snapshots import snapshot_of


def network_snapshot(
    hidden: tuple[int, ...] = (8, 6),
    *,
    seed: int = 0,
    run: int = 0,
    update: int = 100,
    shape: tuple[int, int] = (4, 4),
    digit: int = 1,
    times: float = 1.0,
) -> Snapshot:
    """A ReLU network on pictures of this shape, as the engine computes it; its weights `times` those of its seed."""
    architecture = Architecture.dense(hidden=hidden, seed=seed)
    n_in = shape[0] * shape[1]
    network = architecture.network((n_in,))
    network.parameters[...] *= times
    x = (np.random.default_rng(digit).random(n_in) < 0.5).astype(np.float32)
    snapshot = snapshot_of(
        network, x, run=run, update=update, data=DataInfo(picture=shape), example=Example(x, 1, "test", digit)
    )
    return snapshot


def facts_of(
    snapshot: Snapshot,
    name: str = "seed 0",
    config: TrainingConfig | None = None,
    total: float | None = 12_000.0,
    measured: int | None = None,
    live: int | None = None,
    **fields: object,
) -> SideFacts:
    """What is known of this network; its L over 60,000 examples, 90 % of them right, is `total`."""
    architecture = fields.pop("architecture", Architecture.dense(hidden=snapshot.sizes[1:-1]))
    config = config or TrainingConfig()
    assert isinstance(architecture, Architecture)
    info = RunInfo(
        snapshot.run,
        architecture,
        config,
        snapshot.sizes,
        snapshot.parameters.size,
        60_000,
        10_000,
        1_875,
        update=snapshot.update,
        data=snapshot.data,
    )
    exact = None
    if total is not None:
        at = snapshot.update if measured is None else measured
        exact = ExactLoss(snapshot.run, at, total, 60_000, 0.9, total / 5, 10_000, 0.875)
    live = snapshot.update if live is None else live
    return SideFacts(info, name, config, snapshot, live, exact, **fields)  # type: ignore[arg-type]


@pytest.fixture
def make_network() -> Callable[..., Snapshot]:
    return network_snapshot


@pytest.fixture
def make_facts() -> Callable[..., SideFacts]:
    return facts_of


def info_of(run: int, parent: int | None = None, branch_update: int = 0) -> RunInfo:
    """A run as the engine tells of it."""
    known = (run, Architecture.dense(), TrainingConfig(), (256, 32, 16, 10), 8_922, 60_000, 10_000, 1_875)
    return RunInfo(*known, parent=parent, branch_update=branch_update)


# 0 is a root; 1 branches from it at 100, 2 from 1 at 250, 3 from 0 at 60; 4 is another root.
TREE = {
    each.run: each
    for each in (info_of(0), info_of(1, 0, 100), info_of(2, 1, 250), info_of(3, 0, 60), info_of(4))
}

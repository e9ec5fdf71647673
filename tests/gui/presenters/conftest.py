"""What presenters speak to: commands that are only written down, and snapshots small enough to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from core.engine.messages import RunInfo
from core.engine.snapshot import Example, Snapshot
from core.nn.architecture import Architecture
from core.nn.topology import Topology
from core.training.config import TrainingConfig
from tests.core.small_snapshots import flat_of, topology_of, trace_of
from tests.gui import local_engine


class FakeEngine:
    """Stands for the engine's client: obeys nothing; `sent` holds each command, in order."""

    def __init__(self) -> None:
        self.sent: list[Any] = []
        self.awaits_run = False

    def send(self, command: Any) -> None:
        self.sent.append(command)

    def kinds(self) -> list[type]:
        return [type(command) for command in self.sent]


@pytest.fixture
def fewer_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A third of the digits where L is measured again and again: still more than these trainings come to."""
    monkeypatch.setattr(local_engine, "load_once", local_engine.load_fewer)


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


def _frozen(shape: tuple[int, ...], value: float) -> np.ndarray:
    array = np.full(shape, value)
    array.flags.writeable = False
    return array


@pytest.fixture(scope="session")
def snapshot_of() -> Callable[..., Snapshot]:
    """Make a snapshot of a 4-3-2 network, all of whose weights are its update's number."""

    def make(
        update: int = 0,
        run: int = 0,
        losses: tuple[float, ...] = (),
        origin: str = "train",
        index: int | None = 7,
        label: int | None = 1,
        position: int | None = None,
        sizes: tuple[int, ...] = (4, 3, 2),
        loss: float = 0.5,
        epoch: int = 0,
    ) -> Snapshot:
        shapes = list(zip(sizes[:-1], sizes[1:], strict=True))
        x = np.array([1.0, 0.0, 1.0, 0.0] + [0.0] * (sizes[0] - 4))
        values = tuple(_frozen((n,), 0.5) for n in sizes[1:])
        topology = topology_of(sizes)
        if label is None:
            trace = trace_of(topology, x, values, values)
        else:
            trace = trace_of(topology, x, values, values, values, loss)
        return Snapshot(
            run,
            update,
            epoch,
            flat_of(
                [_frozen(shape, float(update)) for shape in shapes], [_frozen((n,), 0.1) for n in sizes[1:]]
            ),
            Example(x, label, origin, index, position),
            trace,
            np.array(losses, np.float32),
        )

    return make


@pytest.fixture(scope="session")
def run_info() -> Callable[..., RunInfo]:
    """Make what the engine tells of a run."""

    def make(
        run: int = 0,
        architecture: Architecture | None = None,
        config: TrainingConfig | None = None,
        train_count: int = 60_000,
        weights_name: str = "",
    ) -> RunInfo:
        architecture = architecture or Architecture.dense()
        topology = Topology(architecture.with_outputs(10).layers, (256,))
        sizes, count = topology.sizes, topology.table.count
        config = config or TrainingConfig()
        return RunInfo(
            run, architecture, config, sizes, count, train_count, 10_000, 1875, weights_name=weights_name
        )

    return make

"""An engine without a process, for tests: its clock is moved by hand, its data are small, and it is heard in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine.engine import Engine
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data

ARCHITECTURE = Architecture.dense(hidden=(5, 4), activation=("tanh", "relu"), seed=3)
CONFIG = TrainingConfig(seed=3, batch_size=8)
SLICE_S = 0.005
T = TypeVar("T")


class Clock:
    """Stands still but for `tick_s` each time it is looked at."""

    def __init__(self, tick_s: float = 0.0005) -> None:
        self.now = 100.0
        self.tick_s = tick_s

    def __call__(self) -> float:
        self.now += self.tick_s
        return self.now


def load(choice: DatasetSpec) -> Dataset:
    """50 examples in place of the digits; other choices as they are."""
    return small_data() if choice == DatasetSpec() else choice.load()


class Driver:
    """Sends commands, works when told to, and keeps every message; snapshots are acknowledged unless told otherwise."""

    def __init__(
        self,
        architecture: Architecture = ARCHITECTURE,
        config: TrainingConfig = CONFIG,
        autosave: str = "",
        tick_s: float = 0.0005,
        load: Callable[[DatasetSpec], Dataset] = load,
        start: bool = True,
    ) -> None:
        self.clock = Clock(tick_s)
        self.engine = Engine(self.clock, load)
        self.heard: list[Any] = []
        self.acknowledge = True
        if start:
            self.send(c.Start(architecture, config, autosave))

    @property
    def trainer(self) -> Trainer:
        return self.engine.current.trainer

    def send(self, *commands: Any) -> None:
        """Send commands, without any work between them."""
        for command in commands:
            self._hear(self.engine.handle(command))

    def work(self, slices: int = 1) -> None:
        """Work for so many slices."""
        for _ in range(slices):
            self._hear(self.engine.advance(self.clock.now + SLICE_S))

    def until(self, holds: Callable[[], bool], slices: int = 5000) -> None:
        """Work, and wait where there is nothing to do, until it holds."""
        for _ in range(slices):
            if holds():
                return
            wait_s = self.engine.seconds_until_due()
            assert wait_s < 1000, "nothing will ever be done any more"
            self.clock.now += wait_s
            self.work()
        raise AssertionError("it does not come to hold")

    def rest(self) -> None:
        """Work until nothing is to be done but to save."""
        for _ in range(5000):
            if self.engine.seconds_until_due() > 0:
                return
            self.work()
        raise AssertionError("it never rests")

    def train(self, updates: int) -> None:
        """Make so many updates, and rest."""
        self.send(c.Train(updates))
        self.rest()

    def walk(self) -> None:
        """Both halves of a step walkthrough."""
        self.send(c.ComputeGradient())
        self.rest()
        self.send(c.ApplyUpdate())
        self.rest()

    def all(self, kind: type[T]) -> list[T]:
        """Every message of this kind."""
        return [message for message in self.heard if isinstance(message, kind)]

    def last(self, kind: type[T]) -> T:
        """The last message of this kind."""
        return self.all(kind)[-1]

    @property
    def snapshot(self) -> Snapshot:
        """The last snapshot."""
        return self.last(Snapshot)

    def _hear(self, messages: tuple[Any, ...]) -> None:
        self.heard += messages
        for message in messages:
            if isinstance(message, Snapshot) and self.acknowledge:
                self.send(c.AcknowledgeSnapshot())


def headless(
    updates: int,
    architecture: Architecture = ARCHITECTURE,
    config: TrainingConfig = CONFIG,
    dataset: Dataset | None = None,
) -> Trainer:
    """The same training without an engine."""
    data = dataset or small_data()
    trainer = Trainer(architecture.with_outputs(data.n_out).network((data.n_in,)), data, config)
    for _ in range(updates):
        trainer.step()
    return trainer


def parameters_of(snapshot: Snapshot) -> np.ndarray:
    """θ as a snapshot has it, laid out as a network's."""
    pairs = zip(snapshot.weights, snapshot.biases, strict=True)
    return np.concatenate([part.ravel() for pair in pairs for part in pair])


def same_parameters(snapshot: Snapshot, trainer: Trainer) -> bool:
    """Whether both hold the same bits."""
    return np.array_equal(parameters_of(snapshot), trainer.network.parameters)

"""What tests of the worker share: somebody who hears it, and the same training without it."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Slot

from core.data.dataset import load_dataset
from core.engine.messages import Snapshot
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from gui.training_thread import TrainingThread


class Recorder(QObject):
    """Collects what the worker tells, on the test's own thread."""

    def __init__(self, thread: TrainingThread) -> None:
        super().__init__()
        self.thread = thread
        self.acknowledge = True
        self.snapshots: list[Snapshot] = []
        self.told: dict[str, list[Any]] = {}
        worker = thread.worker
        worker.snapshot_taken.connect(self._on_snapshot)
        for name in ("run_changed", "exact_loss_known", "story_opened", "story_applied", "failed"):
            self.told[name] = []
        worker.run_changed.connect(self._on_run_changed)
        worker.exact_loss_known.connect(self._on_exact)
        worker.story.story_opened.connect(self._on_story_opened)
        worker.story.story_applied.connect(self._on_story_applied)
        worker.failed.connect(self._on_failed)
        worker.diverged.connect(self._on_diverged)
        worker.running_changed.connect(self._on_running_changed)
        self.diverged: list[tuple[int, str]] = []
        self.running: list[bool] = []

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)
        if self.acknowledge:
            self.thread.commands.snapshot_painted.emit()

    @Slot(object)
    def _on_run_changed(self, told: object) -> None:
        self.told["run_changed"].append(told)

    @Slot(object)
    def _on_exact(self, told: object) -> None:
        self.told["exact_loss_known"].append(told)

    @Slot(object)
    def _on_story_opened(self, told: object) -> None:
        self.told["story_opened"].append(told)

    @Slot(object)
    def _on_story_applied(self, told: object) -> None:
        self.told["story_applied"].append(told)

    @Slot(str)
    def _on_failed(self, details: str) -> None:
        self.told["failed"].append(details)

    @Slot(int, str)
    def _on_diverged(self, update: int, cause: str) -> None:
        self.diverged.append((update, cause))

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        self.running.append(running)


def headless(updates: int, seed: int = 3, **settings: Any) -> Trainer:
    """The same training with no thread, no window and nothing shown."""
    network = Network.dense((256, 32, 16, 10), seed=seed)
    trainer = Trainer(network, load_dataset("digits"), TrainingConfig(seed=seed, **settings))
    for _ in range(updates):
        trainer.step()
    return trainer


def same_weights(snapshot: Snapshot, trainer: Trainer) -> bool:
    return all(
        np.array_equal(W, layer.W) and np.array_equal(b, layer.b)
        for W, b, layer in zip(snapshot.weights, snapshot.biases, trainer.network.layers, strict=True)
    )

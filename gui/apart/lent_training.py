"""A training at full speed lives in a process of its own, and is lent to it by the training thread.

Painting a frame takes Python's lock a few hundred times. An update takes it as often, and each waits for the other:
in one process, a training keeps two thirds of its updates beside its own picture, and a window that is resized waits
for the training at every step. In two processes neither waits. The same calls make the same bits in both.

The training thread stays the owner. A training is lent only while it does nothing but update after update; it is
asked where it stands as often as a picture goes out, and taken back before anything else is done with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.checkpoint import Checkpoint
from core.datasets import Dataset
from core.engine.run import Run
from core.trainer import DivergenceError, Trainer
from gui.apart.other_process import OtherProcess
from gui.apart.pipe import Head

# A training that is over at once is not worth a process, nor one that is changed by hand all the time.
LEND_AFTER_S = 0.5


class LentTraining:
    """The training that the other process has at the moment, if any."""

    def __init__(self) -> None:
        self._process = OtherProcess()
        self._run: Run | None = None
        # The examples that the process has; they are told once.
        self._data: Dataset | None = None
        self._due_s = 0.0

    @property
    def is_lent(self) -> bool:
        """Whether a training is away."""
        return self._run is not None

    def leave_alone(self) -> None:
        """Lend nothing for a moment: a training has just begun, or was just needed here."""
        self._due_s = perf_counter() + LEND_AFTER_S

    def lend(self, run: Run) -> bool:
        """Lend this run's training, which is between two updates; False when it has to stay for now."""
        trainer = run.trainer
        if perf_counter() < self._due_s or not _can_be_lent(trainer):
            return False
        self._process.start()
        if not self._process.is_ready:
            return False
        has_data = trainer.dataset is self._data
        examples = () if has_data else (trainer.dataset.y_train, trainer.dataset.X_train)
        checkpoint = trainer.checkpoint()
        try:
            self._process.send(_described(run, checkpoint, has_data), [*checkpoint.arrays, *examples])
        except OSError:
            self._process.end()
            return False
        self._run, self._data = run, trainer.dataset
        return True

    def hear(self) -> None:
        """Ask how far it is, and let the run here stand there too; the training goes on meanwhile.

        Raises
        ------
        DivergenceError
            When a number is not finite any more. The training is back then.
        """
        self._ask("tell")

    def take_back(self) -> None:
        """Let the run here be the training again; nothing happens when none is away.

        Raises
        ------
        DivergenceError
            As `hear`.
        """
        if self._run is not None:
            self.leave_alone()
            self._ask("end")

    def close(self) -> None:
        """End the other process; a training that is away is lost from where it was told last."""
        self._run = None
        self._process.end()

    def _ask(self, how: str) -> None:
        run = self._run
        assert run is not None
        try:
            head, arrays = self._process.ask({"asked": how})
        except (OSError, EOFError):
            # Somebody has ended it. From what it told last the training goes on here.
            self.close()
            return
        if how == "end" or "diverged" in head or "failed" in head:
            self._run = None
        _stand_there(run, head, arrays)
        if "failed" in head:
            raise RuntimeError(f"the training's own process failed:\n{head['failed']}")
        if "diverged" in head:
            raise DivergenceError(*head["diverged"])


def _can_be_lent(trainer: Trainer) -> bool:
    """Whether it is between two updates, and makes each in one piece: so it never has to wait for the other half."""
    batches = trainer.batches
    return trainer.next_phase == "batch" and batches.batch_size <= batches.chunk_rows


def _described(run: Run, checkpoint: Checkpoint, has_data: bool) -> Head:
    """What is told of a training beside its arrays; see `gui.apart.program.BorrowedTraining`."""
    network, data = run.trainer.network, run.trainer.dataset
    return {
        "asked": "lend",
        "sizes": network.sizes,
        "activations": network.activations,
        "skips": [layer.skip for layer in network.layers],
        "dtype": network.dtype.str,
        "config": asdict(run.trainer.config),
        "class_names": data.class_names,
        "checkpoint": checkpoint.values,
        "watched": run.watched,
        "brings_data": not has_data,
    }


def _stand_there(run: Run, head: Head, arrays: Sequence[NDArray[Any]]) -> None:
    """Let the run here stand where the training stands.

    On the way its optimizer's vectors are not told. Whoever has to go on from there begins with fresh ones.
    """
    losses, rows, parameters, *rest = arrays
    values, count = head["checkpoint"], head["vectors"]
    vectors, others = rest[:count], rest[count:]
    if not head["is_end"]:
        values = {**values, "updates": 0}
        vectors, others = [np.zeros_like(parameters)] * count, rest
    run.catch_up(Checkpoint.of(values, [parameters, *vectors]), losses.tolist(), rows, others)

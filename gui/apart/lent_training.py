"""A training at full speed lives in a process of its own, and is lent to it by the training thread.

Painting a frame takes Python's lock a few hundred times. An update takes it as often, and each waits for the other:
in one process, a training keeps two thirds of its updates beside its own picture, and a window that is resized waits
for the training at every step. In two processes neither waits. The same calls make the same bits in both.

The training thread stays the owner. A training is lent only while it does nothing but update after update; it is
asked where it stands as often as a picture goes out, and taken back before anything else is done with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.checkpoint import Checkpoint
from core.datasets import Dataset
from core.trainer import DivergenceError, Trainer
from gui.apart.pipe import Head, receive, send
from gui.run import Run

ROOT = Path(__file__).resolve().parents[2]
# A training that is over at once is not worth a process, nor one that is changed by hand all the time.
LEND_AFTER_S = 0.5


class LentTraining:
    """The other process, and the training that it has at the moment."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._start: threading.Thread | None = None
        self._is_ready = False
        # Where no other process can be had, the training stays on its thread.
        self._is_there = not getattr(sys, "frozen", False)
        self._run: Run | None = None
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
        if not self._is_there or perf_counter() < self._due_s or not _can_be_lent(trainer):
            return False
        if self._start is None:
            self._start = threading.Thread(target=self._begin, name="start of the other process")
            self._start.start()
        if not self._is_ready:
            return False
        try:
            self._send_training(run, trainer)
        except OSError:
            self._give_up()
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
        """End the other process."""
        self._is_there = self._is_ready = False
        self._run = None
        if self._start is not None:
            process = self._process
            if process is not None:
                process.kill()
            self._start.join()
            self._give_up()

    def _begin(self) -> None:
        """Start the process, and wait until it has answered; on a thread of its own, as that takes a while."""
        hidden = {"creationflags": subprocess.CREATE_NO_WINDOW} if sys.platform == "win32" else {}
        try:
            process = self._process = subprocess.Popen(
                [sys.executable, "-m", "gui.apart.program"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
                **hidden,
            )
            assert process.stdout is not None
            receive(process.stdout)
        except (OSError, EOFError):
            self._is_there = False
            return
        self._is_ready = True

    def _send_training(self, run: Run, trainer: Trainer) -> None:
        network, data, checkpoint = trainer.network, trainer.dataset, trainer.checkpoint()
        head = {
            "asked": "lend",
            "sizes": network.sizes,
            "activations": network.activations,
            "skips": [layer.skip for layer in network.layers],
            "dtype": network.dtype.str,
            "config": asdict(trainer.config),
            "class_names": data.class_names,
            "checkpoint": checkpoint.values,
            "watched": run.watched,
            "has_data": data is not self._data,
        }
        examples = (data.y_train, data.X_train) if data is not self._data else ()
        self._send(head, [*checkpoint.arrays, *examples])

    def _ask(self, how: str) -> None:
        run = self._run
        assert run is not None
        try:
            self._send({"asked": how})
            assert self._process is not None and self._process.stdout is not None
            head, arrays = receive(self._process.stdout)
        except (OSError, EOFError):
            # Somebody has ended it. It is known what it told last, and from there the training goes on here.
            self._run = None
            self._give_up()
            return
        if how == "end" or "diverged" in head or "failed" in head:
            self._run = None
        _stand_there(run, head, arrays)
        if "failed" in head:
            raise RuntimeError(f"the training's own process failed:\n{head['failed']}")
        if "diverged" in head:
            raise DivergenceError(*head["diverged"])

    def _send(self, head: Head, arrays: list[NDArray[Any]] | None = None) -> None:
        assert self._process is not None and self._process.stdin is not None
        send(self._process.stdin, head, arrays or [])

    def _give_up(self) -> None:
        """End the process for good, and close what led to it."""
        self._is_there = self._is_ready = False
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                assert stream is not None
                try:
                    stream.close()
                except OSError:
                    # What could not be told any more is of no use.
                    continue


def _can_be_lent(trainer: Trainer) -> bool:
    """Whether it is between two updates, and makes each in one piece: so it never has to wait for the other half."""
    batches = trainer.batches
    return trainer.next_phase == "batch" and batches.batch_size <= batches.chunk_rows


def _stand_there(run: Run, head: Head, arrays: list[NDArray[Any]]) -> None:
    """Let the run here stand where the training told that it stands."""
    losses, rows, *rest = arrays
    count = 1 + head["vectors"]
    run.catch_up(Checkpoint.of(head["checkpoint"], rest[:count]), losses.tolist(), np.asarray(rows), rest[count:])

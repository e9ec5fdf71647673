"""The other process: it makes update after update of the training that was lent to it, and answers when asked.

It is started with `python -m gui.apart.program`, knows no Qt, and listens at its standard input. Asked ("lend",
"tell" or "end") between two updates, it answers "tell" and "end" with where the training stands. It ends when its
input is closed, whatever it is doing: so none is left behind by a Backlight that has ended, however that was.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from core.checkpoint import Checkpoint
from core.datasets import Dataset
from core.engine.time_slice import train_slice
from core.network import Network
from core.trace import Array
from core.trainer import DivergenceError, Trainer, TrainingConfig
from gui.apart.pipe import Head, Readable, Writable, receive, send

Told = tuple[Head, list[NDArray[Any]]]
FOREVER_S = float("inf")
SWITCH_S = 0.0005
# What is seen and measured goes first: of two cores this one takes what they leave, which is nearly one.
NICENESS = 5


class BorrowedTraining:
    """A training that was lent, made again here from what was told of it.

    `data` is (X, y); the examples to be tested with stay where the training came from.
    """

    def __init__(
        self, head: Head, arrays: list[NDArray[Any]], data: tuple[NDArray[Any], NDArray[Any]]
    ) -> None:
        X, y = data
        network = Network(head["sizes"], head["activations"], head["skips"], head["dtype"])
        dataset = Dataset(X, y, X[:0], y[:0], tuple(head["class_names"]))
        self._trainer = Trainer(network, dataset, TrainingConfig(**head["config"]))
        self._trainer.restore(Checkpoint.of(head["checkpoint"], arrays))
        self._began_at = self._trainer.step_count
        self._before: Array | None = np.empty_like(network.parameters) if head["watched"] else None
        self._losses: list[float] = []
        self._error: dict[str, Any] = {}

    @property
    def can_go_on(self) -> bool:
        """Whether another update can be made."""
        return not self._error

    def train(self, is_asked: Callable[[], bool]) -> None:
        """Make updates until somebody asks, or until a number is not finite any more."""
        advance = self._trainer.advance if self._before is None else self._watched_update
        try:
            train_slice(advance, self._losses, FOREVER_S, FOREVER_S, is_asked)
        except DivergenceError as error:
            self._error = {"diverged": (error.update, error.cause)}
        except Exception:
            self._error = {"failed": traceback.format_exc()}

    def _watched_update(self) -> float | None:
        """As the trainer's own; what θ was before it is kept."""
        trainer = self._trainer
        if not trainer.accumulate_gradient():
            return None
        assert self._before is not None
        np.copyto(self._before, trainer.network.parameters)
        return trainer.apply_update()

    def where_it_stands(self, is_end: bool) -> Told:
        """What is told of it now, and every loss since the last time.

        The optimizer's vectors are told at the end only: they are twice as much as the parameters.
        """
        trainer = self._trainer
        checkpoint = trainer.checkpoint()
        arrays = [np.array(self._losses), trainer.batch_rows.copy(), checkpoint.parameters]
        self._losses.clear()
        if is_end:
            arrays.extend(checkpoint.vectors)
        is_ahead = trainer.step_count > self._began_at
        if is_ahead and (is_end or self._before is not None):
            arrays.append(trainer.network.gradients.copy())
            if self._before is not None:
                arrays.append(self._before.copy())
        vectors = len(checkpoint.vectors)
        return {"checkpoint": checkpoint.values, "vectors": vectors, "is_end": is_end, **self._error}, arrays


def listen(stream: Readable, asked: SimpleQueue[Told]) -> None:
    """Pass on what is asked, and end this process when nobody can ask any more."""
    try:
        while True:
            asked.put(receive(stream))
    finally:
        os._exit(0)


def answer(stream: Writable, answers: SimpleQueue[Told]) -> None:
    """Pass on the answers; the training goes on while one is read at the other end."""
    try:
        while True:
            send(stream, *answers.get())
    finally:
        os._exit(0)


def main() -> None:
    """Wait for a training, work on it, give it back; until the input is closed."""
    # Ctrl+C in a terminal reaches both processes; the window decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # Who has something to say waits for the training no longer than an update takes.
    sys.setswitchinterval(SWITCH_S)
    asked: SimpleQueue[Told] = SimpleQueue()
    answers: SimpleQueue[Told] = SimpleQueue()
    threading.Thread(target=listen, args=(cast(Readable, sys.stdin.buffer), asked), daemon=True).start()
    threading.Thread(target=answer, args=(sys.stdout.buffer, answers), daemon=True).start()
    answers.put(({}, []))
    data: tuple[NDArray[Any], NDArray[Any]] | None = None
    training: BorrowedTraining | None = None
    while True:
        head, arrays = asked.get()
        if head["asked"] == "lend":
            if head["brings_data"]:
                data = arrays.pop(), arrays.pop()
            assert data is not None
            training = BorrowedTraining(head, arrays, data)
        else:
            assert training is not None
            answers.put(training.where_it_stands(head["asked"] == "end"))
            if head["asked"] == "end":
                training = None
        if training is not None and training.can_go_on:
            training.train(lambda: not asked.empty())


if __name__ == "__main__":
    main()

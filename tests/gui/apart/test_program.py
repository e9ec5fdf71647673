"""The other process makes the very updates of the training that was lent, and ends when nobody listens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from core.nn.architecture import Structure
from core.training.checkpoint import Checkpoint
from core.training.config import OPTIMIZERS
from core.training.trainer import Trainer, TrainingConfig
from gui.apart.pipe import Head, Readable, receive, send
from gui.apart.program import BorrowedTraining
from tests.core.small_data import small_data

ROOT = Path(__file__).resolve().parents[3]


def training(**settings: Any) -> Trainer:
    network = Structure((8, 8), ("tanh", "relu"), 4, skip=True).network(6, 3)
    return Trainer(network, small_data(60), TrainingConfig(**{"batch_size": 8, **settings}))


def described(trainer: Trainer, watched: bool = False) -> tuple[Head, list[Any]]:
    checkpoint = trainer.checkpoint()
    head = {
        "asked": "lend",
        "sizes": (6, 8, 8, 3),
        "activations": ("tanh", "relu", "softmax"),
        "skips": (False, True, False),
        "dtype": trainer.network.dtype.str,
        "config": asdict(trainer.config),
        "class_names": trainer.dataset.class_names,
        "checkpoint": checkpoint.values,
        "watched": watched,
        "brings_data": True,
    }
    return head, list(checkpoint.arrays)


class Asking:
    """Asks after so many updates."""

    def __init__(self, updates: int) -> None:
        self._left = updates

    def __call__(self) -> bool:
        self._left -= 1
        return self._left <= 0


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(
    "settings", [{}, {"dropout": 0.3, "schedule": "cosine", "schedule_period": 20, "l2": 0.01}]
)
def test_it_makes_the_same_bits(optimizer: str, settings: dict[str, Any]) -> None:
    lent, straight = (training(optimizer=optimizer, **settings) for _ in range(2))
    for trainer in (lent, straight):
        for _ in range(5):
            trainer.step()
    head, arrays = described(lent)
    borrowed = BorrowedTraining(head, arrays, (lent.dataset.X_train, lent.dataset.y_train))
    head, arrays = borrowed.where_it_stands(is_end=True)
    assert head["checkpoint"]["step_count"] == 5 and len(arrays) == 3 + head["vectors"]
    for updates in (1, 7, 12):
        borrowed.train(Asking(updates))
        expected = [straight.step() for _ in range(updates)]
        # On the way, where it is and its parameters are told.
        head, (losses, rows, *arrays) = borrowed.where_it_stands(is_end=False)
        assert head["checkpoint"] == straight.checkpoint().values
        assert losses.tolist() == expected and np.array_equal(rows, straight.batch_rows)
        assert len(arrays) == 1 and np.array_equal(arrays[0], straight.network.parameters)
        # At the end all.
        head, (losses, rows, *arrays) = borrowed.where_it_stands(is_end=True)
        *vectors, gradient = arrays
        assert not len(losses) and len(vectors) == 1 + head["vectors"]
        assert Checkpoint.of(head["checkpoint"], vectors).checksum == straight.checkpoint().checksum
        assert np.array_equal(gradient, straight.network.gradients)


def test_what_is_told_is_a_copy() -> None:
    trainer = training()
    head, arrays = described(trainer, watched=True)
    borrowed = BorrowedTraining(head, arrays, (trainer.dataset.X_train, trainer.dataset.y_train))
    borrowed.train(Asking(1))
    _, told = borrowed.where_it_stands(is_end=True)
    kept = [array.copy() for array in told]
    borrowed.train(Asking(5))
    assert all(np.array_equal(array, copy) for array, copy in zip(told, kept, strict=True))


def test_of_a_watched_one_the_parameters_before_the_last_update_are_told() -> None:
    lent, straight = training(), training()
    head, arrays = described(lent, watched=True)
    borrowed = BorrowedTraining(head, arrays, (lent.dataset.X_train, lent.dataset.y_train))
    borrowed.train(Asking(3))
    for _ in range(2):
        straight.step()
    before = straight.network.parameters.copy()
    straight.step()
    _, arrays = borrowed.where_it_stands(is_end=False)
    assert np.array_equal(arrays[-1], before)
    assert np.array_equal(arrays[-2], straight.network.gradients)


def test_a_divergence_ends_it_and_is_told() -> None:
    trainer = training(optimizer="sgd", learning_rate=1000.0, l2=1.0)
    head, arrays = described(trainer)
    borrowed = BorrowedTraining(head, arrays, (trainer.dataset.X_train, trainer.dataset.y_train))
    borrowed.train(Asking(1_000))
    assert not borrowed.can_go_on
    update, cause = borrowed.where_it_stands(is_end=False)[0]["diverged"]
    with pytest.raises(Exception, match=str(update)) as alone:
        for _ in range(1_000):
            trainer.step()
    assert (update, cause) == (alone.value.update, alone.value.cause)  # type: ignore[attr-defined]


def test_a_failure_ends_it_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = training()
    head, arrays = described(trainer)
    borrowed = BorrowedTraining(head, arrays, (trainer.dataset.X_train, trainer.dataset.y_train))
    monkeypatch.setattr(borrowed._trainer, "advance", lambda: 1 / 0)
    borrowed.train(Asking(3))
    assert not borrowed.can_go_on
    assert "ZeroDivisionError" in borrowed.where_it_stands(is_end=False)[0]["failed"]


@pytest.mark.parametrize("works", [False, True])
def test_it_ends_when_nobody_can_ask_any_more(works: bool) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "gui.apart.program"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    with process:
        assert receive(cast(Readable, process.stdout)) == ({}, [])
        if works:
            trainer = training()
            head, arrays = described(trainer)
            send(process.stdin, head, [*arrays, trainer.dataset.y_train, trainer.dataset.X_train])
            if os.name == "posix":
                # Ctrl+C in the terminal is the window's to answer.
                process.send_signal(signal.SIGINT)
            made = 0
            while not made:
                send(process.stdin, {"asked": "tell"})
                made = receive(cast(Readable, process.stdout))[0]["checkpoint"]["step_count"]
        process.stdin.close()
        assert process.wait(5) == 0

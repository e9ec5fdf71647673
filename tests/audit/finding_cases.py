"""Trainings that are well, and trainings of each kind of sickness, by seeds: what findings are calibrated with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.data.dataset_spec import DatasetSpec
from core.nn.architecture import Architecture
from core.nn.known_architectures import known_architecture
from core.training.config import TrainingConfig


@dataclass(frozen=True)
class Case:
    """One training: its function set, settings and examples, and after how many updates it ends."""

    architecture: Architecture
    config: TrainingConfig
    choice: DatasetSpec
    updates: int


Cases = Mapping[str, Callable[[int], Case]]
DIGITS = DatasetSpec()
# 15 passes over 60,000 digits in batches of 32.
EPOCHS_15 = 28_125


def _case(architecture: Architecture, updates: int, choice: DatasetSpec = DIGITS, **settings: object) -> Case:
    config = TrainingConfig(seed=architecture.seed, **settings)  # type: ignore[arg-type]
    return Case(architecture, config, choice, updates)


def _dense(
    seed: int, hidden: tuple[int, ...] = (32, 16), activation: str = "relu", **more: object
) -> Architecture:
    return Architecture.dense(hidden=hidden, activation=activation, seed=seed, **more)  # type: ignore[arg-type]


def _curve(seed: int, name: str, initializer: str, rate: float = 0.01) -> Case:
    network = _dense(seed, (64,), initializer=initializer, n_out=1, output="identity")
    return _case(network, 20_000, DatasetSpec("line", name), loss="squared_error", learning_rate=rate)


WELL: Cases = {
    "default": lambda seed: _case(_dense(seed), EPOCHS_15),
    "batch of 1": lambda seed: _case(_dense(seed), 30_000, batch_size=1),
    "batch of 128": lambda seed: _case(_dense(seed), 9_000, batch_size=128),
    "sigmoid": lambda seed: _case(_dense(seed, (32,), "sigmoid", initializer="glorot"), 15_000),
    "SGD": lambda seed: _case(_dense(seed), 15_000, optimizer="sgd", learning_rate=0.1),
    "lecture's": lambda seed: _case(_dense(seed), 30_000, optimizer="sgd", learning_rate=0.01, batch_size=1),
    "small CNN": lambda seed: _case(
        known_architecture("small_cnn", (16, 16), seed), 3_000, batch_size=16, learning_rate=0.005
    ),
    "20 residual": lambda seed: _case(_dense(seed, (16,) * 20, skip=True, skip_scale=0.1), 8_000),
    "curve": lambda seed: _curve(seed, "sine", "spread"),
    "spirals": lambda seed: _case(
        _dense(seed, (16, 16), initializer="spread", n_out=2), 20_000, DatasetSpec("plane", "spirals")
    ),
}

SICK: Cases = {
    "zero_start": lambda seed: _case(
        _dense(seed, activation=("relu", "sigmoid")[seed % 2], initializer="zero"), 0
    ),
    # Adam, which follows a small gradient as fast as a large one, has the first of these starts out of it in a second.
    "vanishing": lambda seed: _case(
        _dense(seed, (16,) * 10, "sigmoid", initializer=("lecun", "normal")[seed % 2]),
        0,
        **({} if seed % 4 == 1 else {"optimizer": "sgd", "learning_rate": 0.1}),
    ),
    # At usual rates SGD makes no numbers of it at once, and Adam has it smaller within a second.
    "exploding": lambda seed: _case(
        _dense(seed, (32,) * (8 + seed % 3), initializer="normal", initial_scale=0.6),
        0,
        **({"learning_rate": 1e-5} if seed % 2 else {"optimizer": "sgd", "learning_rate": 1e-6}),
    ),
    "dead": lambda seed: _case(
        _dense(seed),
        0,
        **({"learning_rate": 0.1} if seed % 2 else {"optimizer": "sgd", "learning_rate": 2.0}),
    ),
    "rate_too_high": lambda seed: (
        _case(_dense(seed, (32,), "tanh"), 0, optimizer="sgd", learning_rate=5.0)
        if seed % 2
        else _case(_dense(seed, (32,), "tanh"), 0, learning_rate=0.3)
    ),
    "rate_too_low": lambda seed: _case(
        _dense(seed),
        0,
        **({"learning_rate": 1e-6} if seed % 2 else {"optimizer": "sgd", "learning_rate": 1e-4}),
    ),
    "overfitting": lambda seed: _case(_dense(seed), 0, DatasetSpec(count=200 + 30 * seed)),
    # Three sines: one alone, or a polynomial, is learned from any start.
    "zero_biases": lambda seed: _curve(
        seed, "sines", ("he", "glorot")[seed % 2], (0.01, 0.001)[seed // 2 % 2]
    ),
    "plateau": lambda seed: (
        _case(
            _dense(seed, (32, 16, 16), "sigmoid", initializer="glorot"),
            0,
            optimizer="sgd",
            learning_rate=0.003,
        )
        if seed % 2
        # Labels that have changed places with each other: there is nothing to learn.
        else _case(_dense(seed), 0, DatasetSpec(shuffled_labels=1.0), learning_rate=0.0003)
    ),
}

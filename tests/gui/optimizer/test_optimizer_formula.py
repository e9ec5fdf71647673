"""An update's formula: all that is in force is in it, and the trainer's update is what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.network import Network
from core.training.config import OPTIMIZERS, TrainingConfig
from core.training.trainer import Trainer
from gui.optimizer.optimizer_formula import FORMULAS, formula_of, has_rate_on_total
from tests.core.small_data import small_data

CONFIG = TrainingConfig(optimizer="sgd", learning_rate=0.5, batch_size=8)


def read(config: TrainingConfig) -> str:
    """The formula without markup, a line for each of its lines."""
    text = formula_of(config).replace("<br>", "\n").replace("<sup>", "^").replace("<sub>", "_")
    return re.sub("<[^>]+>", "", text).replace("&lt;", "<").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, ["θ ← θ − η ∇C̄"]),
        ({"l1": 0.001}, ["g = ∇C̄ + 0.001 sign w", "θ ← θ − η g"]),
        ({"l2": 0.25}, ["g = ∇C̄ + 0.25 w", "θ ← θ − η g"]),
        (
            {"l1": 0.001, "l2": 0.25, "clip_norm": 2.0},
            ["g = ∇C̄ + 0.001 sign w + 0.25 w", "g ← g min(1, 2 / (|g| + 10^−6))", "θ ← θ − η g"],
        ),
        ({"clip_norm": 0.5}, ["g = ∇C̄ min(1, 0.5 / (|∇C̄| + 10^−6))", "θ ← θ − η g"]),
        (
            {"schedule": "step", "schedule_period": 10_000, "schedule_factor": 0.1},
            ["θ ← θ − η_k ∇C̄", "η_k = η 0.1^⌊k / 10,000⌋"],
        ),
        (
            {"schedule": "cosine", "schedule_period": 500, "warm_up": 20},
            [
                "θ ← θ − η_k ∇C̄",
                "k < 20: η_k = η (k + 1) / 20",
                "η_k = ½ η (1 + cos πu)",
                "u = (k − 20) / 500",
                "k ≥ 520: η_k = 0",
            ],
        ),
        ({"warm_up": 20}, ["θ ← θ − η_k ∇C̄", "k < 20: η_k = η (k + 1) / 20", "k ≥ 20: η_k = η"]),
        (
            {"optimizer": "adamw", "weight_decay": 0.03, "l2": 0.5, "warm_up": 2},
            [
                "g = ∇C̄ + 0.5 w",
                "m ← 0.9 m + 0.1 g",
                "v ← 0.999 v + 0.001 g²",
                "θ ← (1 − 0.03 η_k) θ",
                "θ ← θ − η_k m̂ / (√v̂ + 10^−8)",
                "k < 2: η_k = η (k + 1) / 2",
                "k ≥ 2: η_k = η",
            ],
        ),
        ({"optimizer": "rmsprop"}, ["s ← 0.99 s + 0.01 (∇C̄)²", "θ ← θ − η ∇C̄ / (√s + 10^−8)"]),
        ({"optimizer": "nesterov"}, ["v ← 0.9 v + ∇C̄", "θ ← θ − η (∇C̄ + 0.9 v)"]),
    ],
)
def test_all_that_is_in_force_is_in_the_formula(changes: dict[str, Any], lines: list[str]) -> None:
    assert read(replace(CONFIG, **changes)).splitlines() == lines


@pytest.mark.parametrize("optimizer", ["sgd", "adamw"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"l1": 0.01},
        {"l2": 0.3},
        {"l1": 0.01, "l2": 0.3, "clip_norm": 0.05},
        {"clip_norm": 1000.0},
        {"warm_up": 7},
        {"warm_up": 2, "schedule": "step", "schedule_period": 3, "schedule_factor": 0.5},
        {"warm_up": 2, "schedule": "cosine", "schedule_period": 4},
    ],
)
def test_what_the_formula_says_is_what_the_trainer_does(changes: dict[str, Any], optimizer: str) -> None:
    config = replace(CONFIG, optimizer=optimizer, **changes)
    network = Network.dense((6, 5, 3), "tanh", seed=2, dtype=np.float64)
    network.parameters[...] += 0.1
    trainer = Trainer(network, small_data(40), config)
    # The gradient of the mean C alone is that of a training without any of the settings.
    plain = Trainer(network.copy(np.float64), small_data(40), CONFIG)
    is_weight = np.zeros(network.parameter_count, bool)
    for entry in network.topology.table.entries:
        is_weight[entry.start : entry.stop] = entry.name == "W"
    m, v = np.zeros(network.parameter_count), np.zeros(network.parameter_count)
    for k in range(9):
        theta = network.parameters.copy()
        plain.network.parameters[...] = theta
        plain.accumulate_gradient()
        w = np.where(is_weight, theta, 0.0)
        g = plain.network.gradients + config.l1 * np.sign(w) + config.l2 * w
        plain.apply_update()
        if config.clip_norm:
            g = g * min(1, config.clip_norm / (np.linalg.norm(g) + 1e-6))
        eta = config.learning_rate
        if k < config.warm_up:
            eta = eta * (k + 1) / config.warm_up
        elif config.schedule == "step":
            eta = eta * config.schedule_factor ** ((k - config.warm_up) // config.schedule_period)
        elif config.schedule == "cosine":
            part = min(1, (k - config.warm_up) / config.schedule_period)
            eta = eta * (1 + np.cos(np.pi * part)) / 2
        if optimizer == "sgd":
            wanted = theta - eta * g
        else:
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
            corrected_m, corrected_v = m / (1 - 0.9 ** (k + 1)), v / (1 - 0.999 ** (k + 1))
            wanted = (1 - 0.01 * eta) * theta - eta * corrected_m / (np.sqrt(corrected_v) + 1e-8)
        trainer.step()
        np.testing.assert_allclose(network.parameters, wanted, rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize(
    ("changes", "has"),
    [
        ({}, True),
        ({"optimizer": "momentum"}, True),
        ({"optimizer": "nesterov"}, True),
        ({"optimizer": "adagrad"}, False),
        ({"optimizer": "rmsprop"}, False),
        ({"optimizer": "adam"}, False),
        ({"optimizer": "adamw"}, False),
        ({"l1": 0.1}, False),
        ({"l2": 0.1}, False),
        ({"clip_norm": 1.0}, False),
        ({"schedule": "cosine"}, True),
    ],
)
def test_a_rate_on_the_sum_is_named_only_where_it_makes_the_same_update(
    changes: dict[str, Any], has: bool
) -> None:
    assert has_rate_on_total(replace(CONFIG, **changes)) is has


def test_no_line_breaks_within_a_term() -> None:
    text = formula_of(replace(CONFIG, l1=0.0001, l2=0.001, clip_norm=1.0, schedule="cosine", warm_up=100))
    for piece in ("0.0001 sign <i>w</i>", "+ 0.001 <i>w</i>", "(<i>k</i> − 100) / 10,000"):
        assert piece.replace(" ", "\u00a0") in text
    # Before a penalty it may.
    assert " +\u00a00.001" in text


def test_every_optimizer_has_a_formula() -> None:
    assert tuple(FORMULAS) == OPTIMIZERS

"""What a training begins with: a rate that suits an optimizer, settings that suit a network, the size of batches."""

from __future__ import annotations

from collections.abc import Mapping

from core.nn.architecture import Architecture
from core.nn.known_architectures import known_hidden_layers
from gui.optimizer.optimizer_panel import GRADIENT_DESCENT

# "Plain gradient descent, batch 1", as the lecture trains.
LECTURE: Mapping[str, object] = {"optimizer": "sgd", "batch_size": 1, "learning_rate": 0.01}
# The small network of convolutions: three seeds had 98 % of the test digits right after 6,000 to 8,000 updates. LeNet:
# one example an update, as in the paper; with 7,291 digits and 23 passes 4.5 % of the 10,000 test digits were wrong.
SUITED: Mapping[str, Mapping[str, object]] = {
    "small_cnn": {
        "optimizer": "adam",
        "batch_size": 16,
        "learning_rate": 0.005,
        "schedule": "step",
        "schedule_period": 4_000,
        "schedule_factor": 0.25,
    },
    "lenet_1989": {**LECTURE, "schedule": "constant"},
}
# A rate that suits each way of descending; a rate that suits Adam hardly moves the others.
DEFAULT_RATE = {
    GRADIENT_DESCENT: 0.5,
    "sgd": 0.1,
    "momentum": 0.05,
    "nesterov": 0.05,
    "adagrad": 0.02,
    "rmsprop": 0.001,
    "adam": 0.001,
    "adamw": 0.001,
}
# What batches begin with where the whole set was one.
DEFAULT_BATCH = 32


def suited_settings(architecture: Architecture, picture: tuple[int, int] | None) -> Mapping[str, object]:
    """Settings that were tried with this network, by their names in `TrainingConfig`; none where it has no name."""
    for name, settings in SUITED.items():
        if picture is not None and architecture.layers[:-1] == known_hidden_layers(name, picture):
            return settings
    return {}

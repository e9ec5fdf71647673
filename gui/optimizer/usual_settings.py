"""What an optimizer begins with: a rate that suits it, and the size of its batches."""

from __future__ import annotations

from gui.optimizer.optimizer_panel import GRADIENT_DESCENT

# "Plain gradient descent, batch 1", as the lecture trains.
LECTURE = {"optimizer": "sgd", "batch_size": 1, "learning_rate": 0.01}
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

"""Backlight's mathematics: networks, losses, gradients, training. Numpy only; no Qt, thread, clock or print.

What scripts and lessons use is offered here, and loaded when it is asked for: ``from core import Network, Trainer``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.analysis.trace import Trace as Trace
    from core.data.dataset import Dataset as Dataset
    from core.data.dataset import load_dataset as load_dataset
    from core.data.ink import ink_from_strokes as ink_from_strokes
    from core.engine.engine import Engine as Engine
    from core.nn.architecture import Architecture as Architecture
    from core.nn.convolution import Conv2d as Conv2d
    from core.nn.dense import Dense as Dense
    from core.nn.flatten import Flatten as Flatten
    from core.nn.locally_connected import LocallyConnected2d as LocallyConnected2d
    from core.nn.network import Network as Network
    from core.nn.pooling import AvgPool2d as AvgPool2d
    from core.nn.pooling import MaxPool2d as MaxPool2d
    from core.training.config import TrainingConfig as TrainingConfig
    from core.training.trainer import Trainer as Trainer
else:
    _WHERE = {
        "Architecture": "core.nn.architecture",
        "AvgPool2d": "core.nn.pooling",
        "Conv2d": "core.nn.convolution",
        "Dense": "core.nn.dense",
        "Dataset": "core.data.dataset",
        "Engine": "core.engine.engine",
        "Flatten": "core.nn.flatten",
        "LocallyConnected2d": "core.nn.locally_connected",
        "MaxPool2d": "core.nn.pooling",
        "Network": "core.nn.network",
        "Trace": "core.analysis.trace",
        "Trainer": "core.training.trainer",
        "TrainingConfig": "core.training.config",
        "ink_from_strokes": "core.data.ink",
        "load_dataset": "core.data.dataset",
    }

    def __getattr__(name: str) -> object:
        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_WHERE[name]), name)

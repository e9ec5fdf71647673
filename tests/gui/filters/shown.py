"""What a filter's page is shown in tests: snapshots of small networks on random ink, and what the engine would tell."""

from __future__ import annotations

import numpy as np

from core.analysis.exciting_windows import WindowSearch
from core.analysis.patterns import PatternCount, pattern_windows
from core.data.dataset_spec import DatasetSpec
from core.engine.filter_messages import WindowsFound
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshots import data_info, take_snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from gui.filters.answers import FilterAnswers, answers_of
from tests.core.nn.test_picture_layers import SMALL_CNN, digits

DATA = digits(60)


def trainer_of(layers: tuple = SMALL_CNN, seed: int = 3) -> Trainer:
    return Trainer(Architecture(layers, seed=seed).network((256,)), DATA, TrainingConfig(batch_size=8))


def snapshot_of(trainer: Trainer, row: int = 0, x: np.ndarray | None = None) -> Snapshot:
    shown = DATA.X_train[row].astype(np.float32) if x is None else x
    example = Example(shown, int(DATA.y_train[row]), "train", row)
    return take_snapshot(0, trainer, example, [], data_info(DatasetSpec(), DATA))


def counts_of(trainer: Trainer) -> np.ndarray:
    windows = pattern_windows(trainer.network.topology, 0)
    assert windows is not None
    return PatternCount(DATA.X_train, windows).finish().counts


def answers(number: int = 5, layers: tuple = SMALL_CNN, x: np.ndarray | None = None) -> FilterAnswers:
    trainer = trainer_of(layers)
    made = answers_of(snapshot_of(trainer, x=x), 0, number, counts_of(trainer), len(DATA.X_train))
    assert made is not None
    return made


def found(trainer: Trainer, layer: int = 2, number: int = 3, most: int = 24) -> WindowsFound:
    search = WindowSearch(trainer.network, layer, number, DATA.X_train, np.arange(60), most).finish()
    own = search.found
    return WindowsFound(
        ask=1,
        run=0,
        update=trainer.step_count,
        permutations=0,
        layer=layer,
        map=number,
        row=own.row,
        cell=own.cell,
        z=own.z,
        a=own.a,
        X=DATA.X_train[own.row].astype(np.float32),
        labels=DATA.y_train[own.row],
        examples=60,
        total=60,
    )

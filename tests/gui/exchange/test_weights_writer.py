"""Files of weights are of the kind that they are named, and hold what was on screen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.exchange.weights_writer import save_weights
from tests.core.small_data import small_data


@pytest.fixture
def snapshot() -> Snapshot:
    run = Run(0, Origin(Architecture.dense((5,)), TrainingConfig(batch_size=8), DatasetSpec()), small_data())
    run.train_to(12)
    return run.snapshot()


def test_safetensors_names_the_update(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    assert save_weights(snapshot, str(path)) == ""
    with safe_open(path, "np") as file:
        assert file.metadata()["update"] == "12"
        np.testing.assert_array_equal(file.get_tensor("2.weight"), snapshot.weights[1].T)


def test_npz_is_written_where_the_name_ends_so(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.NPZ"
    assert save_weights(snapshot, str(path)) == ""
    with np.load(path, allow_pickle=False) as file:
        np.testing.assert_array_equal(file["W2"], snapshot.weights[1])


def test_what_can_not_be_written_is_said(snapshot: Snapshot, tmp_path: Path) -> None:
    assert "is no file" in save_weights(snapshot, str(tmp_path))
    assert "could not be written" in save_weights(snapshot, str(tmp_path / "no" / "a.safetensors"))

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


def test_a_tables_scale_and_names_go_along_so_that_its_own_numbers_give_the_answers(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    rows = [(100 + 3 * number, 0.1 * (number % 7), "ab"[number % 2]) for number in range(40)]
    table.write_text("weight,colour,kind\n" + "".join(f"{x},{y},{label}\n" for x, y, label in rows))
    choice = DatasetSpec("own", path=str(table))
    run = Run(0, Origin(Architecture.dense((5,)), TrainingConfig(batch_size=8), choice), choice.load())
    run.train_to(30)
    assert save_weights(run.snapshot(), str(tmp_path / "a.npz")) == ""
    with np.load(tmp_path / "a.npz", allow_pickle=False) as file:
        assert file["columns"].tolist() == ["weight", "colour"] and file["classes"].tolist() == ["a", "b"]
        raw = np.array([row[:2] for row in rows])
        a = np.maximum((raw - file["mean"]) / file["deviation"] @ file["W1"] + file["b1"], 0)
        z = a @ file["W2"] + file["b2"]
    y = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    own = run.trainer.dataset
    learned = run.trainer.network.predict(np.concatenate((own.X_train, own.X_test)))
    np.testing.assert_allclose(np.sort(learned[:, 0]), np.sort(y[:, 0]), atol=1e-5)


def test_npz_is_written_where_the_name_ends_so(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.NPZ"
    assert save_weights(snapshot, str(path)) == ""
    with np.load(path, allow_pickle=False) as file:
        np.testing.assert_array_equal(file["W2"], snapshot.weights[1])
        # Which update they are of, as the other kind of file says it.
        assert file["update"].dtype == np.int64 and int(file["update"]) == 12


def test_what_can_not_be_written_is_said(snapshot: Snapshot, tmp_path: Path) -> None:
    assert "is no file" in save_weights(snapshot, str(tmp_path))
    assert "could not be written" in save_weights(snapshot, str(tmp_path / "no" / "a.safetensors"))

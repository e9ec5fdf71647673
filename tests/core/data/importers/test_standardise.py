"""Columns of any size come to mean 0 and standard deviation 1, by the examples that are learned from alone."""

from pathlib import Path

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.importers.limits import rows_at_once
from core.data.importers.standardise import standardise


def test_each_column_has_mean_0_and_deviation_1_over_what_is_learned_from() -> None:
    X = np.array([[150, 0.2], [170, 0.4], [1000, -9]], np.float32)
    standardise(X, 2)
    # Means 160 and 0.3, deviations 10 and 0.1; the third row is for the test: (1000 - 160) / 10, (-9 - 0.3) / 0.1.
    assert pytest.approx(np.array([[-1, -1], [1, 1], [84, -93]]), rel=1e-5) == X


@pytest.mark.parametrize("value", [0.0, 0.1, 12345.6])
def test_a_column_of_equal_numbers_becomes_0(value: float) -> None:
    X = np.full((50, 1), value, np.float32)
    standardise(X, 40)
    assert np.abs(X).max() < 1e-2 and np.isfinite(X).all()


def test_more_rows_than_are_taken_at_once_are_all_of_one_mean() -> None:
    rows = 3 * rows_at_once((5,)) + 7
    X = (np.random.default_rng(2).normal(size=(rows, 5)) * [1e6, 1, 1e-6, 3, 1e20]).astype(np.float32)
    peer = X.astype(np.float64)
    peer = (peer - peer.mean(axis=0)) / peer.std(axis=0)
    standardise(X, rows)
    assert np.allclose(X, peer, atol=1e-5)


def test_the_choice_makes_the_same_numbers_again_and_can_leave_them_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "weight,colour,kind\n" + "".join(f"{100 + i},{i / 100},{'ab'[i % 2]}\n" for i in range(40))
    )
    choice = DatasetSpec("own", path=str(path))
    one, other = choice.load(), choice.load()
    assert np.array_equal(one.X_train, other.X_train)
    assert one.X_train.mean(axis=0) == pytest.approx([0, 0], abs=1e-6)
    assert one.X_train.std(axis=0) == pytest.approx([1, 1], rel=1e-6)
    raw = DatasetSpec("own", path=str(path), standardised=False).load()
    assert sorted([*raw.X_train[:, 0].tolist(), *raw.X_test[:, 0].tolist()]) == [*range(100, 140)]
    assert one.input_names == raw.input_names == ("weight", "colour")

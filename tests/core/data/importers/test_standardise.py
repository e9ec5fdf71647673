"""Columns of any size come to mean 0 and standard deviation 1, by the examples that are learned from alone."""

from pathlib import Path

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.importers.progress import Cancelled
from core.data.importers.read import read_imported_data
from core.data.importers.split import split_order
from core.data.importers.standardise import scale_of


def standardised(X: np.ndarray, n_train: int) -> np.ndarray:
    return scale_of([X[:n_train]]).standardised(X)


def test_each_column_has_mean_0_and_deviation_1_over_what_is_learned_from() -> None:
    X = np.array([[150, 0.2], [170, 0.4], [1000, -9]])
    # Means 160 and 0.3, deviations 10 and 0.1; the third row is for the test: (1000 - 160) / 10, (-9 - 0.3) / 0.1.
    assert standardised(X, 2) == pytest.approx(np.array([[-1, -1], [1, 1], [84, -93]]), rel=1e-12)


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int64])
@pytest.mark.parametrize("value", [0.0, 0.1, 12345.6, 1_700_000_000])
def test_a_column_of_equal_numbers_becomes_0(value: float, kind: type) -> None:
    assert not standardised(np.full((50, 1), value, kind), 40).any()


def test_what_rounding_left_of_equal_numbers_is_no_difference() -> None:
    third = np.array([[0.3], [0.1 + 0.2]])
    for X in (third, np.array([[1], [1 + 2.0**-23]], np.float32)):
        assert np.abs(standardised(X, 2)).max() < 1e-6


def test_chunks_that_none_is_learned_from_are_no_part_of_the_scale() -> None:
    rows = [np.empty((0, 1)), np.array([[1.0], [5.0]]), np.empty((0, 1)), np.array([[9.0]])]
    # Mean 5, deviation √(32 / 3).
    scale = scale_of(rows)
    assert (scale.mean[0], scale.deviation[0]) == pytest.approx((5, (32 / 3) ** 0.5))
    with pytest.raises(ValueError, match="at least one"):
        scale_of(rows[:1])


def test_chunk_by_chunk_the_scale_is_that_of_all() -> None:
    X = np.random.default_rng(2).normal(size=(5_000, 5)) * [1e6, 1, 1e-6, 3, 1e20] + [1e9, 0, 0, -8, 0]
    peer = (X - X.mean(axis=0)) / X.std(axis=0)
    scale = scale_of(X[start : start + 700] for start in range(0, 5_000, 700))
    assert np.allclose(scale.standardised(X), peer, atol=1e-9)


@pytest.mark.parametrize("kind", ["csv", "npz"])
def test_large_numbers_that_differ_little_stay_apart(tmp_path: Path, kind: str) -> None:
    # Seconds since 1970, 20 apart: in float32 they would be whole multiples of 128.
    times, y = 1_700_000_000 + 20 * np.arange(60), np.repeat([0, 1], 30)
    path = tmp_path / f"own.{kind}"
    if kind == "npz":
        np.savez(path, X=times[:, np.newaxis], y=y)
    else:
        lines = (f"{time},{'ab'[label]}\n" for time, label in zip(times, y, strict=True))
        path.write_text("time,kind\n" + "".join(lines))
    data = read_imported_data(path, standardised=True)
    order, n_train = split_order(y, 0.2, 0)
    learned = times[order[:n_train]].astype(np.float64)
    expected = (times[order] - learned.mean()) / learned.std()
    X = np.concatenate([data.X_train, data.X_test])[:, 0]
    assert len(np.unique(X)) == 60 and pytest.approx(expected, abs=1e-6) == X


def test_the_scale_is_told_and_stopped_as_the_rest_of_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("x,kind\n" + "".join(f"{i},{'ab'[i % 2]}\n" for i in range(40)))
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return share < 0.75

    with pytest.raises(Cancelled):
        read_imported_data(path, standardised=True, progress=tell)
    assert shares[-1] == 0.75


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


def test_the_scale_stays_with_the_examples_and_leads_back_to_the_files_numbers(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("weight,colour,kind\n" + "".join(f"{100 + i},7,{'ab'[i % 2]}\n" for i in range(40)))
    data = DatasetSpec("own", path=str(path)).load()
    assert data.scale is not None and data.scale.fits(2) and not data.scale.fits(3)
    numbers = (
        np.concatenate((data.X_train, data.X_test)).astype(float) * data.scale.deviation + data.scale.mean
    )
    assert sorted(numbers[:, 0].round(3)) == [*range(100, 140)] and numbers[:, 1] == pytest.approx(7)
    assert data.constant_inputs.tolist() == [False, True]
    assert DatasetSpec("own", path=str(path), standardised=False).load().scale is None

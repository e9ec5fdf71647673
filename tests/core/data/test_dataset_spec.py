"""A choice of examples is the data set that its own makers give, and the same one every time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data.dataset import Dataset, load_dataset
from core.data.dataset_spec import DatasetSpec
from core.data.digit_subset import choose_digits
from core.data.importers.progress import Cancelled
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError
from core.data.toy_1d import curve_through, make_line
from core.data.toy_2d import make_plane


def assert_same(one: Dataset, other: Dataset) -> None:
    for name in ("X_train", "y_train", "X_test", "y_test"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert (one.class_names, one.picture) == (other.class_names, other.picture)


def test_without_a_wish_they_are_all_digits() -> None:
    data = DatasetSpec().load()
    assert_same(data, load_dataset("digits"))
    assert data.picture == (16, 16)


def test_digits_are_chosen_as_asked() -> None:
    choice = DatasetSpec(count=60, classes=(3, 8), shuffled_labels=0.5, noise=0.1, seed=4)
    assert_same(choice.load(), choose_digits(load_dataset("digits"), 60, (3, 8), 0.5, 0.1, 4))
    assert_same(choice.load(), choice.load())


def test_points_and_curves_are_made_as_asked() -> None:
    points = DatasetSpec("plane", "spirals", count=90, class_count=3, noise=0.02, seed=5, test_share=0.3)
    assert_same(points.load(), make_plane("spirals", 90, 0.02, 5, 3, 0.3))
    curve = DatasetSpec("line", "step", count=40, noise=0.1, seed=6)
    assert_same(curve.load(), make_line("step", 40, 0.1, 6))
    drawn = ((0.0, 0.0), (1.0, 2.0), (3.0, 1.0))
    assert_same(DatasetSpec("line", "drawn", points=drawn).load(), curve_through(drawn, 256))
    assert DatasetSpec("plane", "xor").load().n_in == 2
    assert points.load().picture is None


@pytest.mark.parametrize(("as_ink", "picture"), [(True, (16, 16)), (False, (3, 2))])
def test_ones_own_pictures_keep_their_shape(tmp_path: Path, as_ink: bool, picture: tuple[int, int]) -> None:
    path = tmp_path / "own.npz"
    np.savez(path, X=np.arange(48).reshape(8, 3, 2).astype(np.uint8), y=np.arange(8) % 2)
    choice = DatasetSpec("own", path=str(path), as_ink=as_ink, test_share=0.25, seed=2)
    assert_same(choice.load(), read_imported_data(path, None, as_ink, 0.25, 2))
    assert choice.load().picture == picture


def test_a_table_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("a,b,label\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n", encoding="utf-8")
    assert DatasetSpec("own", path=str(path)).load().picture is None


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("1,2,x\n3,4,y\n5,6,x\n7,8,y\n", encoding="utf-8")
    with pytest.raises(Cancelled):
        DatasetSpec("own", path=str(path)).load(lambda share: False)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'cloud' is no source"):
        DatasetSpec("cloud").load()
    with pytest.raises(DatasetError):
        DatasetSpec("own", path=str(tmp_path / "missing.csv")).load()

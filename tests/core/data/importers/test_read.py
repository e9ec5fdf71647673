"""Reading: one data set whatever the format, told how far it is, stopped on demand, within its memory."""

import gzip
import re
import tracemalloc
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from core.data.importers import image_folder, read
from core.data.importers.progress import Cancelled
from core.data.importers.read import read_imported_data
from core.data.importers.source import Source
from tests.core.data.importers.damage import CHECKED, GOOD, campaign
from tests.core.data.importers.examples import examples, sentence


@pytest.mark.parametrize("as_ink", [True, False])
@pytest.mark.parametrize("name", GOOD)
def test_arrays_are_contiguous_and_cannot_be_written(tmp_path: Path, name: str, as_ink: bool) -> None:
    path, _ = GOOD[name](tmp_path)
    data = read_imported_data(str(path), as_ink=as_ink)
    ink = as_ink and not name.startswith("csv")
    assert data.X_train.dtype == data.X_test.dtype == (np.uint8 if ink else np.float32)
    assert data.X_train.shape[1] == data.X_test.shape[1] and (data.X_train.shape[1] == 256 or not ink)
    for array in (data.X_train, data.y_train, data.X_test, data.y_test):
        assert array.flags.c_contiguous and len(array)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    assert set(data.y_train.tolist()) == set(range(len(data.class_names)))


def test_the_seed_and_the_share_of_the_split_are_the_callers(tmp_path: Path) -> None:
    path, _ = GOOD["csv"](tmp_path)
    halves = [read_imported_data(path, test_share=0.5, seed=seed) for seed in (1, 1, 2)]
    assert [len(half.X_test) for half in halves] == [10, 10, 10]
    np.testing.assert_array_equal(halves[0].X_test, halves[1].X_test)
    assert not np.array_equal(halves[0].X_test, halves[2].X_test)
    assert examples(halves[0]) == examples(halves[2])


@pytest.mark.parametrize("share", [0, 1, -0.1, 1.5, float("nan")])
def test_a_share_of_nothing_or_all_is_a_mistake_of_the_caller(tmp_path: Path, share: float) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(share))):
        read_imported_data(tmp_path, test_share=share)


def stopping(calls: list[float], after: int, share: float) -> bool:
    calls.append(share)
    return len(calls) <= after


@pytest.mark.parametrize("name", GOOD)
def test_progress_goes_from_0_to_1_and_false_stops_wherever_it_is(tmp_path: Path, name: str) -> None:
    path, _ = GOOD[name](tmp_path)
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    read_imported_data(path, progress=tell)
    assert shares[0] == 0 and shares[-1] == 1 and shares == sorted(shares)
    assert any(0.4 < share < 1 for share in shares)
    for stop in range(len(shares)):
        calls: list[float] = []
        with pytest.raises(Cancelled):
            read_imported_data(path, progress=partial(stopping, calls, stop))
        assert len(calls) == stop + 1


def test_a_long_table_tells_of_its_progress(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("1,a\n2,b\n" * 500)
    shares: list[float] = []
    read_imported_data(path, progress=lambda share: not shares.append(share))  # type: ignore[func-returns-value]
    assert len(shares) > 10 and max(np.diff(shares)) < 0.3


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("own.npz", b"", "is empty"),
        ("own.npz", b"nothing known", "no kind that can be read"),
        ("own.npy", b"\x93NUMPY\x01\x00", "no kind that can be read"),
        ("own.pkl", b"\x80\x04N.", "no kind that can be read"),
        ("own.csv", gzip.compress(b"1,a\n2,b\n2,b\n", mtime=0), "no IDX file of images"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert said in sentence(path)


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "could not be read" in sentence(tmp_path / "none")
    strange = tmp_path / "two\nlines \udcff"
    assert "two?lines ?" in sentence(strange, about=tmp_path / "two?lines ?")


def test_a_file_that_changes_between_measuring_and_filling_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, count in (("csv", 19), ("csv", 21), ("idx", 11)):
        folder = tmp_path / f"{name} {count}"
        folder.mkdir()
        path, files = GOOD[name](folder)

        def change(share: float, name: str = name, files: list[Path] = files, count: int = count) -> bool:
            if share == 0.5 and name == "csv":
                lines = files[0].read_text().splitlines()
                files[0].write_text("\n".join((lines + lines[-1:])[: count + 1]))
            elif share == 0.5 and name == "idx":
                content = files[0].read_bytes()
                files[0].write_bytes(content[:7] + bytes((count,)) + content[8:])
            return True

        assert "changed while it was read" in sentence(path, progress=change)


def test_images_that_change_their_size_meanwhile_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = GOOD["png"](tmp_path)
    monkeypatch.setattr(image_folder, "grey_pixels", lambda *_: np.zeros((3, 3), dtype=np.uint8))
    assert "changed while it was read" in sentence(path, as_ink=False)


def test_what_does_not_fit_into_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = GOOD["csv"](tmp_path)
    huge = Source(path, np.arange(4) % 2, ("a", "b"), (1 << 58,), 1.0, lambda: iter(()))
    monkeypatch.setattr(read, "open_csv", lambda *_: huge)
    assert "in all, so take fewer examples" in sentence(path)
    monkeypatch.setattr(read, "check_kept", lambda *_: None)
    assert "of memory" in sentence(path)


def test_memory_is_little_more_than_the_arrays_of_the_file_and_the_result(tmp_path: Path) -> None:
    X = np.random.default_rng(0).random((20_000, 100), dtype=np.float32)
    np.savez_compressed(tmp_path / "own.npz", X=X, y=np.arange(20_000) % 10)
    tracemalloc.start()
    data = read_imported_data(tmp_path / "own.npz")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(data.X_train) == 16_000 and peak < 2.5 * X.nbytes


@pytest.mark.parametrize("name", GOOD)
def test_damaged_files_are_refused_or_read_in_no_time_and_memory(tmp_path: Path, name: str) -> None:
    outcomes = campaign(tmp_path, name, seed=0, count=40)
    allowed = {"raised", "same"} if name in CHECKED else {"raised", "same", "changed"}
    assert {outcome.kind for outcome in outcomes} <= allowed
    assert max(outcome.seconds for outcome in outcomes) < 1
    assert max(outcome.peak_bytes for outcome in outcomes) < 3_000_000

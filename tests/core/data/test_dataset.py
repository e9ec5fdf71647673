"""The digits: what they are, how fast they come, and that no damage is believed."""

import hashlib
import re
import struct
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data.dataset import DIGITS_PATH, Dataset, load_dataset, pack_digits, read_digits
from core.data.importers.standardise import Scale
from core.data.refusals import DatasetError

# From MNIST's label files: how many there are of each digit.
TRAIN_COUNTS = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
TEST_COUNTS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


def small_file() -> bytes:
    rng = np.random.default_rng(3)
    return pack_digits(rng.integers(0, 2, (12, 256), dtype=np.uint8), np.arange(12) % 10, 9)


def read(content: bytes, folder: Path) -> None:
    path = folder / "digits.bin"
    path.write_bytes(content)
    read_digits(path, 9, 3)


def test_the_digits_are_all_of_mnist_in_ink_and_no_ink() -> None:
    data = load_dataset("digits")
    assert data.X_train.shape == (60_000, 256) and data.X_test.shape == (10_000, 256)
    assert data.X_train.dtype == np.uint8 and data.X_train.max() == 1
    assert np.bincount(data.y_train).tolist() == TRAIN_COUNTS
    assert np.bincount(data.y_test).tolist() == TEST_COUNTS
    assert data.y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert data.y_test[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    assert data.class_names == tuple("0123456789")


def test_a_fifth_of_the_pixels_is_ink() -> None:
    assert load_dataset("digits").X_train.mean() == pytest.approx(0.2, abs=0.005)


def test_the_arrays_are_contiguous_and_cannot_be_written() -> None:
    data = load_dataset("digits")
    for array in (data.X_train, data.X_test, data.y_train, data.y_test):
        assert array.flags.c_contiguous
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_loading_takes_less_than_150_ms() -> None:
    durations = []
    for _ in range(5):
        begin = time.perf_counter()
        load_dataset("digits")
        durations.append(time.perf_counter() - begin)
    assert min(durations) < 0.150


def test_the_asset_is_the_one_its_readme_describes() -> None:
    content = DIGITS_PATH.read_bytes()
    recorded = re.search(r"`([0-9a-f]{64})`", (DIGITS_PATH.parent / "README.md").read_text("utf-8"))
    assert recorded is not None and hashlib.sha256(content).hexdigest() == recorded[1]
    assert len(content) < 1_500_000


def test_what_was_packed_is_read_again(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    pixels = rng.integers(0, 2, (7, 256), dtype=np.uint8)
    labels = np.array([3, 1, 4, 1, 5, 9, 2])
    path = tmp_path / "digits.bin"
    path.write_bytes(pack_digits(pixels, labels, 5))
    data = read_digits(path, 5, 2)
    np.testing.assert_array_equal(np.concatenate((data.X_train, data.X_test)), pixels)
    assert data.y_train.tolist() == [3, 1, 4, 1, 5] and data.y_test.tolist() == [9, 2]


def test_a_changed_byte_anywhere_is_refused(tmp_path: Path) -> None:
    content = small_file()
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 1 << place % 8
        with pytest.raises(DatasetError, match="damaged"):
            read(bytes(damaged), tmp_path)


def test_a_truncated_file_is_refused_wherever_it_is_cut(tmp_path: Path) -> None:
    content = small_file()
    for length in range(len(content)):
        with pytest.raises(DatasetError, match="damaged"):
            read(content[:length], tmp_path)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    with pytest.raises(DatasetError, match="damaged"):
        read(content, tmp_path_factory.mktemp("any"))


@pytest.mark.parametrize("place", [0, 10, 45, 60, 500_000, -1])
def test_damage_to_the_asset_itself_is_one_sentence_that_names_the_file(tmp_path: Path, place: int) -> None:
    content = bytearray(DIGITS_PATH.read_bytes())
    content[place] ^= 0x10
    path = tmp_path / "digits.bin"
    path.write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        read_digits(path, 60_000, 10_000)
    sentence = str(caught.value)
    assert str(path) in sentence and "fresh copy" in sentence
    assert "\n" not in sentence and sentence.endswith(".")


def test_a_file_with_another_number_of_digits_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "digits.bin"
    path.write_bytes(small_file())
    with pytest.raises(DatasetError, match="damaged"):
        read_digits(path, 9, 4)


def test_a_missing_file_is_one_sentence_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "digits.bin"
    with pytest.raises(DatasetError, match=re.escape(str(path))):
        read_digits(path, 9, 3)


def test_an_unknown_name_is_quoted() -> None:
    with pytest.raises(ValueError, match="'letters'"):
        load_dataset("letters")


def forged(body: bytes, n_train: int = 2, n_test: int = 1) -> bytes:
    """A file whose checksum is right, whatever its content."""
    rest = struct.pack("<III", n_train, n_test, 256) + body
    return b"BLDIGIT1" + hashlib.sha256(rest).digest() + rest


@pytest.mark.parametrize(
    "body",
    [
        b"no zlib stream",
        zlib.compress(bytes(3 * 33 - 1)),
        zlib.compress(bytes(3 * 33 + 1)),
        zlib.compress(bytes(3 * 32) + bytes([1, 2, 10])),
    ],
)
def test_a_right_checksum_over_wrong_content_is_refused_too(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "digits.bin"
    path.write_bytes(forged(body))
    with pytest.raises(DatasetError, match="damaged"):
        read_digits(path, 2, 1)
    path.write_bytes(forged(zlib.compress(bytes(3 * 32) + bytes([1, 2, 9]))))
    assert read_digits(path, 2, 1).y_test.tolist() == [9]


def test_the_memory_of_a_data_set_is_that_of_its_arrays(tmp_path: Path) -> None:
    path = tmp_path / "digits.bin"
    path.write_bytes(forged(zlib.compress(bytes(3 * 33))))
    # 256 bytes a picture and 8 a label.
    assert read_digits(path, 2, 1).nbytes == 3 * (256 + 8)


def test_blank_pictures_are_counted_among_those_to_learn_from() -> None:
    X = np.array([[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.uint8)
    y = np.zeros(3, np.int64)
    assert Dataset(X, y, X, y, ("0",), (2, 2)).blank_count == 2
    assert Dataset(X, y, X, y, ("0",)).blank_count == 0


def test_a_split_is_its_pictures_with_their_labels() -> None:
    digits = load_dataset("digits")
    for name, X, y in (
        ("train", digits.X_train, digits.y_train),
        ("test", digits.X_test, digits.y_test),
    ):
        found = digits.split(name)
        assert found[0] is X and found[1] is y
    with pytest.raises(ValueError, match="'both' is no split; choose 'train' or 'test'"):
        digits.split("both")


def test_two_sets_are_the_same_where_every_number_and_name_of_them_is() -> None:
    def table(**changes: object) -> Dataset:
        X = np.arange(10_000, dtype=np.float32).reshape(5000, 2)
        y, scale = np.arange(5000) % 2, Scale(np.array([1.0, 2.0]), np.array([3.0, 4.0]))
        made = Dataset(X, y, X[:3].copy(), y[:3].copy(), ("a", "b"), None, ("one", "two"), None, scale)
        return replace(made, **changes)  # type: ignore[arg-type]

    first = table()
    # The last row is beyond the first portion that is compared.
    other_X = first.X_train.copy()
    other_X[-1, -1] += 1
    others = (
        table(X_train=other_X),
        table(X_train=first.X_train.astype(np.float64)),
        table(y_test=1 - first.y_test),
        table(y_train=first.y_train[:-1]),
        table(class_names=("a", "c")),
        table(input_names=()),
        table(picture=(1, 2)),
        table(wrong_labels=np.zeros(5000, bool)),
        table(scale=None),
        table(scale=Scale(np.array([1.0, 2.5]), np.array([3.0, 4.0]))),
    )
    assert first.is_same(table()) and table(scale=None).is_same(table(scale=None))
    assert not any(first.is_same(other) or other.is_same(first) for other in others)

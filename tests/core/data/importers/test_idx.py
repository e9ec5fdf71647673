"""IDX: MNIST's own files become the digits of the asset, and a file that is not as its header states is refused."""

import gzip
import os
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from core.data.dataset import load_dataset
from core.data.importers.idx import images_and_labels
from core.data.importers.read import read_imported_data
from tests.core.data.importers.damage import idx
from tests.core.data.importers.examples import examples, listed, sentence

ORIGINALS = Path(__file__).parent.parent / "originals" / "first-500-test-images.idx.gz"
PIXELS = np.random.default_rng(0).integers(0, 256, (6, 5, 4), dtype=np.uint8)
LABELS = np.array([7, 3, 7, 3, 10, 10], dtype=np.uint8)


def pair(folder: Path, images: bytes | None = None, labels: bytes | None = None) -> Path:
    path = folder / "t10k-images-idx3-ubyte"
    path.write_bytes(idx(PIXELS) if images is None else images)
    (folder / "t10k-labels-idx1-ubyte").write_bytes(idx(LABELS) if labels is None else labels)
    return path


def test_mnists_own_files_become_the_digits_of_the_asset(tmp_path: Path) -> None:
    asset = load_dataset("digits")
    images, labels = tmp_path / "a.gz", tmp_path / "b"
    shutil.copy(ORIGINALS, images)
    labels.write_bytes(idx(asset.y_test[:500].astype(np.uint8)))
    data = read_imported_data(images, labels)
    assert data.X_train.dtype == np.uint8 and data.y_train.dtype == np.int64
    assert data.class_names == tuple("0123456789")
    assert examples(data) == listed(asset.X_test[:500], map(str, asset.y_test[:500]))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_grey_images_keep_their_size(tmp_path: Path, pack: type[bytes]) -> None:
    path = pair(tmp_path, pack(idx(PIXELS)), pack(idx(LABELS)))
    data = read_imported_data(path, as_ink=False)
    assert data.X_train.dtype == np.float32 and data.X_train.flags.c_contiguous
    expected = np.asarray(PIXELS / 255, dtype=np.float32)
    assert examples(data) == listed(expected, map(str, LABELS))


def test_classes_are_ordered_as_numbers(tmp_path: Path) -> None:
    assert read_imported_data(pair(tmp_path)).class_names == ("3", "7", "10")


def test_labels_are_found_beside_the_images_or_asked_for(tmp_path: Path) -> None:
    path = pair(tmp_path)
    assert "choose the file with the labels" in sentence(path.rename(tmp_path / "pictures"))
    path = pair(tmp_path)
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    assert "no labels beside it" in sentence(path)


def header(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}I", *numbers)


@pytest.mark.parametrize(
    ("images", "said"),
    [
        (idx(PIXELS)[:-1], "has 135 bytes"),
        (idx(PIXELS) + b"x", "has 137 bytes"),
        (idx(PIXELS)[:9], "no IDX file of images"),
        (idx(LABELS), "no IDX file of images"),
        (header(0x803, 6, 65, 2) + bytes(6 * 130), "2 x 65 pixels"),
        (header(0x803, 6, 0, 2), "at least one number"),
        (header(0x803, 0, 5, 4), "at least two examples"),
        (header(0x803, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF), "has 16 bytes"),
        (gzip.compress(header(0x803, 1_000_001, 1, 1), mtime=0), "1000000 at most"),
        (gzip.compress(header(0x803, 1_000_000, 28, 29), mtime=0), "in all"),
        (gzip.compress(idx(PIXELS)[:-1], mtime=0), "stops in the middle"),
        (gzip.compress(idx(PIXELS) + b"x", mtime=0), "goes on after its end"),
        (gzip.compress(idx(PIXELS), mtime=0)[:-1], "no end"),
        (gzip.compress(idx(PIXELS), mtime=0)[:14], "no end"),
        (gzip.compress(idx(PIXELS), mtime=0) + b"x", "goes on after its end"),
        (gzip.compress(idx(PIXELS), mtime=0)[:-8] + bytes(8), "checksum"),
    ],
)
def test_images_that_are_not_as_their_header_says_are_refused(
    tmp_path: Path, images: bytes, said: str
) -> None:
    assert said in sentence(pair(tmp_path, images))


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (idx(LABELS[:5]), "holds 5 labels"),
        (idx(PIXELS), "no IDX file of labels"),
        (idx(np.zeros(6, dtype=np.uint8)), "labels of 1 class:"),
        (b"", "no IDX file of labels"),
    ],
)
def test_labels_that_do_not_fit_are_refused(tmp_path: Path, labels: bytes, said: str) -> None:
    path = pair(tmp_path, labels=labels)
    assert said in sentence(path, about=tmp_path / "t10k-labels-idx1-ubyte")


def test_more_than_a_hundred_classes_are_refused(tmp_path: Path) -> None:
    images, labels = np.zeros((101, 2, 2), dtype=np.uint8), np.arange(101, dtype=np.uint8)
    path = pair(tmp_path, idx(images), idx(labels))
    assert "101 classes" in sentence(path, about=tmp_path / "t10k-labels-idx1-ubyte")


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    path = pair(tmp_path)
    assert "is a folder" in sentence(path, about=tmp_path, labels_path=tmp_path)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "not an ordinary file" in sentence(pipe)
    assert "could not be read" in sentence(path, about=tmp_path / "none", labels_path=tmp_path / "none")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "could not be read" in sentence(loop)
    assert "no name of a file" in sentence(Path("a\0b"), about=Path("a?b"))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_two_files_are_images_and_their_labels_by_how_they_begin(tmp_path: Path, pack: type[bytes]) -> None:
    images, labels, other = tmp_path / "a", tmp_path / "b", tmp_path / "c.csv"
    images.write_bytes(pack(idx(PIXELS)))
    labels.write_bytes(pack(idx(LABELS)))
    other.write_bytes(b"1,2,0\n")
    for two in ((images, labels), (labels, images)):
        assert images_and_labels(*two) == (images, labels)
    for two in (
        (images, images),
        (labels, labels),
        (images, other),
        (labels, tmp_path),
        (images, tmp_path / "gone"),
    ):
        assert images_and_labels(*two) is None

"""Before they are read, own examples are seen to be what can be learned from, or why not; headers are enough."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.dataset_spec import DatasetSpec
from core.data.importers.first_look import FirstArrays, FirstLook, first_look
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError
from tests.core.data.importers.damage import idx
from tests.core.data.importers.pngs import GOOD_PNG

IMAGES, LABELS = np.zeros((4, 3, 2), np.uint8), np.array([0, 1, 0, 1], np.uint8)
PICTURES = FirstLook(arrays=FirstArrays((4, 3, 2), ("0", "1")))
Made = Callable[[Path], Path]


def look(path: Path, rows: int = 5, **options: object) -> FirstLook:
    return first_look(DatasetSpec("own", path=str(path), **options), rows)  # type: ignore[arg-type]


def file(name: str, content: bytes) -> Made:
    def made(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return made


def pair(images: bytes, labels: bytes) -> Made:
    def made(folder: Path) -> Path:
        (folder / "own-labels-idx1-ubyte").write_bytes(labels)
        return file("own-images-idx3-ubyte", images)(folder)

    return made


def npz(**arrays: object) -> Made:
    def made(folder: Path) -> Path:
        np.savez(folder / "own.npz", **arrays)  # type: ignore[arg-type]
        return folder / "own.npz"

    return made


def folders(count: int = 2, /, **images: bytes) -> Made:
    def made(folder: Path) -> Path:
        for name, image in images.items():
            (folder / "own" / name).mkdir(parents=True)
            if image:
                for number in range(count):
                    (folder / "own" / name / f"{number}.png").write_bytes(image)
        (folder / "own").mkdir(exist_ok=True)
        return folder / "own"

    return made


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        (folders(owl=GOOD_PNG, cat=GOOD_PNG), FirstLook(classes=("cat", "owl"))),
        (npz(X=IMAGES, y=LABELS), PICTURES),
        (pair(idx(IMAGES), idx(LABELS)), PICTURES),
        (pair(gzip.compress(idx(IMAGES)), gzip.compress(idx(LABELS))), PICTURES),
    ],
    ids=["folder", "NPZ", "IDX", "IDX in gzip"],
)
def test_nothing_is_said_against_what_can_be_read(tmp_path: Path, made: Made, seen: FirstLook) -> None:
    path = made(tmp_path)
    assert look(path) == seen
    read_imported_data(path)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (file("a.csv", b"a,b\n1.5,x,3\n"), "columns_differ"),
        (file("a.csv", b""), "empty_table"),
        (file("a.csv", b"x,label\n1,a\n"), "one_class"),
        (lambda folder: folder / "none.csv", "not_there"),
        (file("a.PNG", GOOD_PNG), "a_single_image"),
        (file("a.doc", b"text"), "unknown_kind"),
        (file("a.doc", b""), "empty_file"),
        (file("a.npz", b"PK\x03\x04 and nothing"), "npz_damaged"),
        (npz(X=IMAGES), "no_array"),
        (npz(X=IMAGES, y=LABELS[:3]), "label_shape"),
        (npz(X=IMAGES, y=LABELS * 0), "one_class"),
        (npz(X=IMAGES, y=LABELS / 2), "measured_label"),
        (npz(X=np.array([None, 1]), y=LABELS), "objects"),
        (npz(X=np.array([[0.5], [1], [np.nan], [2]]), y=LABELS), "array_not_finite"),
        (npz(X=np.array([[0.5], [1], [1e300], [2]]), y=LABELS), "array_too_large"),
        (npz(X=IMAGES - 1.5, y=LABELS), "negative_pixel"),
        (folders(), "no_folders"),
        (folders(owl=GOOD_PNG, cat=b""), "no_images"),
        (folders(owl=GOOD_PNG), "one_class"),
        (folders(1, owl=GOOD_PNG, cat=GOOD_PNG), "one_of_each"),
        (file("a.csv", b"1,a\n2,b\n"), "one_of_each"),
        (npz(X=IMAGES[:2], y=LABELS[:2]), "one_of_each"),
        (pair(idx(IMAGES[:2]), idx(LABELS[:2])), "one_of_each"),
        (folders(owl=GOOD_PNG, cat=b"no picture"), "no_image"),
        (pair(idx(IMAGES)[:-1], idx(LABELS)), "idx_bytes"),
        (pair(idx(IMAGES), idx(LABELS[:3])), "labels_differ"),
        (pair(idx(IMAGES), idx(LABELS * 0)), "one_class"),
        (file("images", idx(IMAGES)), "no_labels_beside"),
    ],
)
def test_what_reading_would_refuse_is_refused_at_once(tmp_path: Path, made: Made, code: str) -> None:
    path = made(tmp_path)
    with pytest.raises(DatasetError) as refused:
        look(path)
    assert refused.value.code == code
    # In the same words.
    with pytest.raises(DatasetError) as read:
        read_imported_data(path)
    assert str(read.value) == str(refused.value)


def test_labels_that_are_not_beside_their_images_are_looked_at_where_they_are(tmp_path: Path) -> None:
    images, labels = file("a", idx(IMAGES))(tmp_path), file("b", idx(LABELS))(tmp_path)
    assert look(images, labels_path=str(labels)) == PICTURES
    table = file("a.csv", b"1,2,0\n3,4,1\n3,5,1\n")(tmp_path)
    with pytest.raises(DatasetError, match="no IDX file of images"):
        look(table, labels_path=str(labels))


def test_images_of_two_sizes_are_refused_at_once_unless_they_become_ink(tmp_path: Path) -> None:
    path = folders(owl=GOOD_PNG)(tmp_path)
    (path / "cat").mkdir()
    Image.new("L", (5, 4)).save(path / "cat" / "1.png")
    assert look(path, as_ink=True).classes == ("cat", "owl")
    with pytest.raises(DatasetError, match="all must be of the same size"):
        look(path, as_ink=False)


def test_what_is_chosen_of_a_table_is_how_it_is_looked_at(tmp_path: Path) -> None:
    path = file("a.csv", b"1,2,3,7\n1,2,3,8\n2,2,4,8\n")(tmp_path)
    table = look(path, 2, header=True, label=0).table
    assert table is not None and table.label == 0 and len(table.rows) == 2
    assert table.titles == ("1", "2", "3", "7")


@pytest.mark.parametrize("pack", [np.savez, np.savez_compressed])
def test_the_first_rows_of_arrays_are_seen_with_their_labels(
    tmp_path: Path, pack: Callable[..., None]
) -> None:
    numbers = np.array([[0.5, -1.25], [1e-3, 2], [3, 4], [5, 6]], np.float32)
    pack(tmp_path / "own.npz", X=numbers, y=np.array(["no", "yes", "no", "yes"]))
    rows = ("0.5", "-1.25", "no"), ("0.001", "2.0", "yes")
    assert look(tmp_path / "own.npz", 2).arrays == FirstArrays((4, 2), ("no", "yes"), rows)
    pack(tmp_path / "own.npz", X=np.asfortranarray(numbers), y=LABELS)
    assert look(tmp_path / "own.npz", 2).arrays == FirstArrays((4, 2), ("0", "1"))


def test_no_more_than_the_first_thousand_rows_is_read(tmp_path: Path) -> None:
    numbers = np.zeros((1001, 3))
    numbers[1000] = np.nan
    path = npz(X=numbers, y=np.arange(1001) % 2)(tmp_path)
    assert look(path, 1).arrays == FirstArrays((1001, 3), ("0", "1"), (("0.0", "0.0", "0.0", "0"),))
    with pytest.raises(DatasetError, match="not finite"):
        read_imported_data(path)

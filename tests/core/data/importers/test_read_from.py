"""What examples are read from is known, so that nothing is saved over it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.data.importers.read_from import is_read_from
from tests.core.data.importers.damage import idx


def own(path: Path, labels: Path | None = None) -> DatasetSpec:
    return DatasetSpec("own", path=str(path), labels_path=str(labels or ""))


def test_a_table_is_read_from_itself_and_through_links(tmp_path: Path) -> None:
    table, other, link = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "link"
    for path in (table, other):
        path.write_text("1,2\n")
    link.symlink_to(table)
    assert is_read_from(own(table), str(table)) and is_read_from(own(link), str(table))
    assert is_read_from(own(table), str(tmp_path / "." / "link"))
    for path in (other, tmp_path / "new", tmp_path, Path("\0")):
        assert not is_read_from(own(table), str(path))
    assert not is_read_from(DatasetSpec(), str(table)) and not is_read_from(
        own(tmp_path / "gone"), str(table)
    )


def test_idx_images_are_read_with_their_labels(tmp_path: Path) -> None:
    images, labels = tmp_path / "images-idx3", tmp_path / "labels-idx1"
    images.write_bytes(idx(np.zeros((2, 3, 3), np.uint8)))
    labels.write_bytes(idx(np.zeros(2, np.uint8)))
    assert is_read_from(own(images), str(labels)) and is_read_from(own(images), str(images))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(labels.read_bytes())
    assert is_read_from(own(images, elsewhere), str(elsewhere))
    assert not is_read_from(own(images, elsewhere), str(labels))
    # A table of that name has its labels in itself.
    images.write_text("1,2\n")
    assert not is_read_from(own(images), str(labels))


def test_a_folder_is_read_from_the_images_in_it(tmp_path: Path) -> None:
    image, note = tmp_path / "data" / "cat" / "1.PNG", tmp_path / "data" / "cat" / "note.txt"
    image.parent.mkdir(parents=True)
    beside = tmp_path / "data2.png"
    for path in (image, note, beside):
        path.write_bytes(b"1")
    assert is_read_from(own(tmp_path / "data"), str(image))
    for path in (note, beside, image.with_name("2.png")):
        assert not is_read_from(own(tmp_path / "data"), str(path))

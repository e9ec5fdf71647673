"""Folders of images: a folder a class, every pixel of every format, and what else lies there is passed over."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.data.importers import image_folder
from core.data.importers.read import read_imported_data
from core.data.refusals import DatasetError
from tests.core.data.importers.examples import examples, listed, sentence

PIXELS = np.random.default_rng(6).integers(0, 256, (6, 9, 7), dtype=np.uint8)
NAMES = ["2", "10", "2", "10", "2", "2"]


def folder_of(root: Path, images: Any, suffix: str = "png", **options: Any) -> Path:
    for i, image in enumerate(images):
        path = root / "all" / NAMES[i % 6] / f"{i}.{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        (image if isinstance(image, Image.Image) else Image.fromarray(image)).save(path, **options)
    return root / "all"


@pytest.mark.parametrize("suffix", ["png", "bmp", "gif", "PNG"])
def test_grey_images_keep_their_size_and_every_pixel(tmp_path: Path, suffix: str) -> None:
    data = read_imported_data(folder_of(tmp_path, PIXELS, suffix), as_ink=False)
    assert data.X_train.dtype == np.float32 and data.class_names == ("2", "10")
    assert examples(data) == listed((PIXELS / 255).astype(np.float32), NAMES)


def test_other_files_hidden_ones_and_deeper_folders_are_passed_over(tmp_path: Path) -> None:
    path = folder_of(tmp_path, PIXELS)
    (path / "notes.txt").write_text("x")
    (path / ".hidden").mkdir()
    (path / "2" / "Thumbs.db").write_bytes(b"x")
    (path / "2" / "._0.png").write_bytes(b"x")
    (path / "2" / "deeper").mkdir()
    (path / "2" / "deeper" / "9.png").write_bytes(b"x")
    assert len(examples(read_imported_data(path, as_ink=False))) == 6


def test_images_of_different_sizes_are_for_ink_only(tmp_path: Path) -> None:
    path = folder_of(tmp_path, [PIXELS[0], PIXELS[1][:5], PIXELS[2], PIXELS[3][:, :4]])
    assert examples(read_imported_data(path))[0][0] and read_imported_data(path).X_train.shape == (3, 256)
    # "10" stands before "2" in the folder, so 1.png is the first
    said = sentence(path, about=path / "10" / "3.png", as_ink=False)
    assert "4 x 9 pixels and 1.png 7 x 5" in said


def test_a_folder_of_anything_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "no folders of images" in sentence(tmp_path / "none")
    (tmp_path / "none" / "a").mkdir()
    assert "has no images" in sentence(tmp_path / "none", about=tmp_path / "none" / "a")
    assert "only such have a second file" in sentence(tmp_path, labels_path=tmp_path / "x")
    path = folder_of(tmp_path, PIXELS[:1])
    assert "labels of 1 class:" in sentence(path)


def test_a_damaged_image_is_named(tmp_path: Path) -> None:
    path = folder_of(tmp_path, PIXELS)
    (path / "10" / "1.png").write_bytes(b"no PNG")
    assert "cannot be read as an image" in sentence(path, about=path / "10" / "1.png")


def test_too_many_folders_and_images_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder_of(tmp_path, PIXELS)
    monkeypatch.setattr(image_folder, "MAX_EXAMPLES", 3)
    assert "over 3 images" in sentence(path, about=path / "2")
    for i in range(100):
        (path / f"c{i}").mkdir()
    assert "over 100 folders" in sentence(path)


def test_images_come_in_chunks(tmp_path: Path) -> None:
    many = np.random.default_rng(7).integers(0, 256, (180, 3, 3), dtype=np.uint8)
    data = read_imported_data(folder_of(tmp_path, many), as_ink=False)
    expected = (many / 255).astype(np.float32)
    assert examples(data) == listed(expected, [NAMES[i % 6] for i in range(180)])


def test_large_images_become_the_same_ink_as_small_ones(tmp_path: Path) -> None:
    small = np.zeros((40, 40), np.uint8)
    small[5:35, 18:23], small[5:10, 10:23] = 255, 255
    inks = []
    for side in (40, 1000, 4080):
        for name, pixels in (("one", small), ("other", small[::-1])):
            folder = tmp_path / str(side) / name
            folder.mkdir(parents=True)
            for number in range(2):
                image = Image.fromarray(255 - pixels).resize((side, side), Image.Resampling.NEAREST)
                image.save(folder / f"{number}.png")
        data = read_imported_data(tmp_path / str(side))
        assert data.picture == (16, 16)
        inks.append(examples(data))
    assert inks[0] == inks[1] == inks[2]


def test_large_images_keep_their_size_only_where_they_are_small_enough(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for number in range(2):
            Image.new("L", (65, 65), 200).save(tmp_path / name / f"{number}.png")
    with pytest.raises(DatasetError) as refused:
        read_imported_data(tmp_path, as_ink=False)
    assert refused.value.code == "large_image"

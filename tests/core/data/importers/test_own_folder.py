"""A folder of images for one's own test set: what can be read is taken as a drawing is, all else is named."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.dataset import load_dataset
from core.data.importers import own_folder
from core.data.importers.own_folder import class_of_name, ink_of_file, read_own_folder
from core.data.importers.progress import Cancelled
from core.data.refusals import DatasetError

DIGITS = tuple("0123456789")


def picture(kind: int = 0, side: int = 40) -> Image.Image:
    """A black bar on white paper, upright, level, or slanted to either side."""
    grey = np.full((side, side), 255, np.uint8)
    at = np.arange(side // 8, side - side // 8)
    for off in range(-side // 20, side // 20 + 1):
        rows = (at, np.full(len(at), side // 2 + off), at, at[::-1])[kind]
        columns = (np.full(len(at), side // 2 + off), at, at, at)[kind]
        grey[np.clip(rows + (off if kind > 1 else 0), 0, side - 1), columns] = 0
    return Image.fromarray(grey)


def save(path: Path, image: Image.Image | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    (image or picture()).save(path)
    return path


def codes(images: own_folder.OwnImages) -> dict[str, str]:
    return {str(error.fields["path"]): error.code for error in images.left_out}


def test_folders_and_names_say_the_class(tmp_path: Path) -> None:
    save(tmp_path / "3" / "a.png", picture(0))
    save(tmp_path / "3" / "b.jpg", picture(1))
    save(tmp_path / "7_x.bmp", picture(2))
    save(tmp_path / "0.gif", picture(3))
    found = read_own_folder(tmp_path, DIGITS, 100)
    # By the alphabet: 0.gif, 3/a, 3/b, 7_x.
    assert found.labels.tolist() == [0, 3, 3, 7] and not found.left_out
    assert (found.unchanged, found.averaged, found.scaled, found.beyond) == (0, 0, 4, 0)
    upright, level = found.pixels[1].reshape(16, 16), found.pixels[2].reshape(16, 16)
    assert upright.any(axis=1).sum() > 3 * upright.any(axis=0).sum()
    assert level.any(axis=0).sum() > 3 * level.any(axis=1).sum()


def test_white_on_black_is_the_same_as_black_on_white(tmp_path: Path) -> None:
    save(tmp_path / "1.png")
    save(tmp_path / "2.png", Image.eval(picture(), lambda grey: 255 - grey))
    found = read_own_folder(tmp_path, DIGITS, 9)
    assert np.array_equal(found.pixels[0], found.pixels[1]) and found.pixels[0].any()


def test_the_networks_own_pictures_come_back_to_the_bit(tmp_path: Path) -> None:
    data = load_dataset("digits")
    for row in range(12):
        label = int(data.y_test[row])
        save(
            tmp_path / str(label) / f"{row:02}.png",
            Image.fromarray(255 * (1 - data.X_test[row].reshape(16, 16))),
        )
    found = read_own_folder(tmp_path, DIGITS, 99)
    order = np.lexsort((np.arange(12), data.y_test[:12]))
    assert np.array_equal(found.pixels, data.X_test[:12][order]) and found.unchanged == 12
    assert found.labels.tolist() == data.y_test[:12][order].tolist()


@pytest.mark.parametrize(
    ("stem", "names", "label"),
    [
        ("7", DIGITS, 7),
        ("7-b", DIGITS, 7),
        ("7b", DIGITS, 7),
        ("10", DIGITS, None),
        ("x7", DIGITS, None),
        ("", DIGITS, None),
        ("10 (2)", ("1", "10"), 1),
        ("car_1", ("car", "carpet"), 0),
        ("carpet", ("car", "carpet"), 1),
        ("carpets", ("car", "carpet"), None),
        ("零三", ("零", "零三"), 1),
        ("a", ("",), None),
    ],
)
def test_the_class_that_a_name_begins_with(stem: str, names: tuple[str, ...], label: int | None) -> None:
    assert class_of_name(stem, names) == label


def test_what_cannot_be_read_is_named_with_its_reason_and_all_else_is_taken(tmp_path: Path) -> None:
    good = save(tmp_path / "5" / "good.png")
    (tmp_path / "5" / "cut.png").write_bytes(good.read_bytes()[:60])
    (tmp_path / "5" / "notes.txt").write_text("x")
    (tmp_path / "5" / ".hidden.png").write_bytes(b"x")
    (tmp_path / "5" / "deeper").mkdir()
    (tmp_path / "5" / "link.png").symlink_to(good)
    (tmp_path / "6").symlink_to(tmp_path / "5")
    os.mkfifo(tmp_path / "5" / "pipe.png")
    save(tmp_path / "5" / "blank.png", Image.new("L", (30, 30), 200))
    save(tmp_path / "5" / "huge.png", Image.new("1", (5000, 2)))
    (tmp_path / "cat").mkdir()
    save(tmp_path / "what.png")
    found = read_own_folder(tmp_path, DIGITS, 100)
    assert found.labels.tolist() == [5] and found.left_out_count == len(found.left_out) == 10
    assert codes(found) == {
        os.path.join("5", "cut.png"): "png_stops",
        os.path.join("5", "notes.txt"): "no_image",
        os.path.join("5", "deeper"): "deeper_folder",
        os.path.join("5", "link.png"): "a_link",
        "6": "a_link",
        os.path.join("5", "pipe.png"): "not_ordinary",
        os.path.join("5", "blank.png"): "no_ink",
        os.path.join("5", "huge.png"): "huge_image",
        "cat": "no_class_folder",
        "what.png": "no_class_name",
    }


def test_of_thousands_only_so_many_are_read_and_named_and_all_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_folder, "MOST_LEFT_OUT", 3)
    for number in range(8):
        save(tmp_path / "4" / f"{number}.png", picture(0, 20))
        (tmp_path / "4" / f"{number}.txt").write_text("")
    found = read_own_folder(tmp_path, DIGITS, 5)
    assert (len(found.labels), found.beyond) == (5, 3)
    assert (len(found.left_out), found.left_out_count) == (3, 8)
    none = read_own_folder(tmp_path, DIGITS, 0)
    assert (none.pixels.shape, none.labels.shape, none.beyond) == ((0, 256), (0,), 8)


def test_it_says_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    for number in range(4):
        save(tmp_path / f"{number}.png", picture(0, 20))
    shares: list[float] = []
    read_own_folder(tmp_path, DIGITS, 9, lambda share: not shares.append(share))
    assert shares == [0, 0.25, 0.5, 0.75]
    with pytest.raises(Cancelled):
        read_own_folder(tmp_path, DIGITS, 9, lambda share: share < 0.5)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="not there"):
        read_own_folder(tmp_path / "none", DIGITS, 9)
    with pytest.raises(DatasetError, match="could not be read"):
        read_own_folder(save(tmp_path / "1.png"), DIGITS, 9)


def test_one_file_is_read_as_one_of_a_folder(tmp_path: Path) -> None:
    path = save(tmp_path / "2" / "a.png", picture(2))
    assert np.array_equal(ink_of_file(path).ravel(), read_own_folder(tmp_path, DIGITS, 1).pixels[0])
    with pytest.raises(DatasetError, match="no ink"):
        ink_of_file(save(tmp_path / "white.png", Image.new("L", (9, 9), 255)))

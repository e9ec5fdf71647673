"""Files of the own test set: what comes of a folder, and an export that opens again as data."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from core.data.importers.progress import Cancelled
from core.data.importers.read import read_imported_data
from core.data.own_set import OwnSet
from gui.app.background_task import RefusedError
from gui.own.own_files import done_words, npz_bytes, read_folder, read_image

NAMES = ("0", "1", "零")


class Told:
    """A job that hears the shares and may be stopped."""

    def __init__(self, stops: bool = False) -> None:
        self.stop, self.shares = Event(), list[float]()
        self._stops = stops

    def progress(self, share: float) -> bool:
        self.shares.append(share)
        return not self._stops


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        grey = np.full((20, 20), 255, np.uint8)
        grey[2:18, 6 + 2 * number] = 0
        path = tmp_path / str(number % 2) / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(grey).save(path)
    return tmp_path


def test_a_folder_is_read_and_told_of_as_it_goes(folder: Path) -> None:
    job: Any = Told()
    images: Any = read_folder(str(folder), NAMES, 9, job)
    assert images.labels.tolist() == [0, 0, 1] and job.shares[0] == 0
    with pytest.raises(Cancelled):
        read_folder(str(folder), NAMES, 9, Told(stops=True))  # type: ignore[arg-type]


def test_what_cannot_be_read_is_refused_in_a_sentence(qapp: QApplication, folder: Path) -> None:
    job: Any = Told()
    with pytest.raises(RefusedError, match="not there"):
        read_folder(str(folder / "none"), NAMES, 9, job)
    (folder / "a.png").write_bytes(b"x")
    with pytest.raises(RefusedError, match="cannot be read as an image"):
        read_image(str(folder / "a.png"), job)
    assert read_image(str(folder / "0" / "0.png"), SimpleNamespace()).shape == (16, 16)  # type: ignore[arg-type]


def test_an_export_is_arrays_without_pickles_that_open_as_data(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    pixels = np.zeros((12, 16, 16), np.uint8)
    pixels[:, 3:13, 3:13] = rng.integers(0, 2, (12, 10, 10))
    labels = np.arange(12) % 3
    content = npz_bytes(OwnSet(np.arange(2, 14), pixels.reshape(12, 256), labels, NAMES))
    found = np.load(io.BytesIO(content), allow_pickle=False)
    assert np.array_equal(found["X"], pixels) and found["y"].tolist() == [NAMES[i] for i in labels]
    (tmp_path / "own.npz").write_bytes(content)
    data = read_imported_data(tmp_path / "own.npz")
    both = np.concatenate((data.X_train, data.X_test))
    assert sorted(row.tobytes() for row in both) == sorted(row.tobytes() for row in pixels.reshape(12, 256))
    assert sorted(data.class_names) == sorted(NAMES)
    assert np.load(io.BytesIO(npz_bytes(OwnSet())), allow_pickle=False)["X"].shape == (0, 16, 16)


def test_what_was_done_with_the_images_is_said(qapp: QApplication) -> None:
    assert done_words(0, 0, 0, 0) == "Images kept: 0"
    said = done_words(1234, 200, 34, 1000)
    assert said.startswith("Images kept: 1,234 (200 of 16 × 16") and "34 of 28 × 28 averaged" in said
    assert said.endswith("1,000 scaled and centred like a drawing)")

"""A file dropped beside the canvas is opened, IDX images with their labels are one data set; else it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.app.commands import OpenFile
from gui.presenters.drop_presenter import DropPresenter
from gui.presenters.opening_presenter import OpeningPresenter
from gui.widgets.translated import Words, text_of
from tests.core.data.importers.damage import idx

SEVERAL = "Drop one file at a time: only IDX images and their labels belong together."


class Messages:
    """What the message bar was told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def withdraw(self, words: Words) -> None:
        """Nothing has been said that is so no more."""

    def show_message(self, words: Words, _kind: str = "info") -> None:
        """Note it."""
        self.said.append(text_of(words))


class Window(QMainWindow):
    """What of the window is used."""

    files_dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.message_bar = Messages()

    def report_error(self, error: object) -> None:
        """No work may fail."""
        raise AssertionError(error)


class Desk:
    """A presenter with what it has asked for."""

    def __init__(self) -> None:
        self.window, self.issued, self.pairs = Window(), list[object](), list[tuple[str, ...]]()
        messages: Any = self.window.message_bar
        opening = OpeningPresenter(messages, lambda: False, self.window)
        self.presenter = DropPresenter(self.window, opening, self.issued.append)  # type: ignore[arg-type]
        opening.watch(self.presenter.looker)
        self.presenter.pair_wanted.connect(lambda *pair: self.pairs.append(pair))

    @property
    def said(self) -> list[str]:
        return self.window.message_bar.said


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    qtbot.addWidget(desk.window)
    yield desk
    assert desk.presenter.stop()


def test_one_file_is_opened_and_a_single_image_is_for_the_canvas(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.window.files_dropped.emit(["/data/own.csv"])
    assert desk.issued == [OpenFile("/data/own.csv")] and desk.said == []
    # The second one is blank: an image for all that.
    for name, grey in (("Seven.PNG", (255, 0)), ("Blank.PNG", (255, 255))):
        pixels = np.full((8, 8), grey[0], np.uint8)
        pixels[3:5, 3:5] = grey[1]
        Image.fromarray(pixels).save(tmp_path / name)
        desk.said.clear()
        desk.window.files_dropped.emit([str(tmp_path / name)])
        qtbot.waitUntil(lambda: len(desk.said) == 1)
        assert desk.said[0].startswith(f"{name} is a single image: drop it on the canvas")
    assert len(desk.issued) == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("none.png", None, "could not be read (it is not there)"),
        ("empty.png", b"", "cannot be read as an image"),
        ("broken.png", b"no picture", "cannot be read as an image"),
    ],
)
def test_of_what_is_only_called_as_an_image_is_it_is_said_what_is_wrong(
    desk: Desk, tmp_path: Path, qtbot: QtBot, name: str, content: bytes | None, why: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    desk.window.files_dropped.emit([str(tmp_path / name)])
    qtbot.waitUntil(lambda: bool(desk.said))
    assert desk.said[0].startswith(f"{name} ") and why in desk.said[0] and desk.issued == []


def test_idx_images_and_their_labels_are_one_data_set_in_either_order(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    images, labels = tmp_path / "a", tmp_path / "b"
    images.write_bytes(idx(np.zeros((2, 3, 3), np.uint8)))
    labels.write_bytes(idx(np.zeros(2, np.uint8)))
    for count, two in enumerate(((images, labels), (labels, images)), 1):
        desk.window.files_dropped.emit([str(path) for path in two])
        qtbot.waitUntil(lambda count=count: len(desk.pairs) == count)  # type: ignore[misc]
    assert desk.pairs == [(str(images), str(labels))] * 2 and desk.said == []


def test_other_files_come_one_at_a_time(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    table = tmp_path / "own.csv"
    table.write_text("1,2\n")
    desk.window.files_dropped.emit([str(table), str(table)])
    qtbot.waitUntil(lambda: bool(desk.said))
    desk.window.files_dropped.emit(["/a", "/b", "/c"])
    assert desk.said == [SEVERAL] * 2 and desk.issued == []

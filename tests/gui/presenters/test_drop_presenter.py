"""A file dropped beside the canvas is opened, IDX images with their labels are one data set; else it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
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

    def show_message(self, words: Words) -> None:
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


def test_one_file_is_opened_and_a_single_image_is_for_the_canvas(desk: Desk) -> None:
    desk.window.files_dropped.emit(["/data/own.csv"])
    assert desk.issued == [OpenFile("/data/own.csv")] and desk.said == []
    desk.window.files_dropped.emit(["/data/Seven.PNG"])
    assert len(desk.issued) == 1
    assert (
        len(desk.said) == 1
        and "drop it on the canvas" in desk.said[0]
        and desk.said[0].startswith("Seven.PNG ")
    )


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

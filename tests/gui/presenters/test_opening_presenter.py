"""What is to be opened is opened one after another, and once there is a network: nothing of it is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.message_bar import MessageBar
from gui.data_dialog.dialog import DataDialog
from gui.presenters.opening_presenter import OpeningPresenter
from tests.core.data.importers.damage import idx
from tests.gui.local_engine import local_engine

WAIT_MS = 30_000


class Reader(QObject):
    """Reads for as long as a test has it."""

    rested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_busy = False

    def read(self, *_: object) -> None:
        """Begin."""
        self.is_busy = True

    def cancel(self) -> None:
        """End."""
        self.is_busy = False
        self.rested.emit()
        QCoreApplication.processEvents()


class Desk:
    """A presenter, one that reads, and what was done."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bar, self.reader, self.done = MessageBar(), Reader(), list[str]()
        qtbot.addWidget(self.bar)
        self.is_lost = False
        # How often it was said that there is no training.
        self.times_said = 0
        self.opening = OpeningPresenter(self.bar, self._refuse)
        self.opening.watch(self.reader)

    def _refuse(self) -> bool:
        self.times_said += self.is_lost
        return self.is_lost

    def ask(self, name: str, **how: Any) -> None:
        """Ask for something that only writes its name down."""
        self.opening.take(lambda: self.done.append(name), **how)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_what_needs_a_network_is_done_once_it_is_there_in_the_order_in_which_it_was_asked_for(
    desk: Desk,
) -> None:
    desk.ask("session", needs_run=False)
    for name in ("data", "weights"):
        desk.ask(name)
    desk.ask("another session", needs_run=False)
    assert desk.done == ["session"]
    desk.opening.show_run()
    assert desk.done == ["session", "data", "weights", "another session"]
    desk.ask("more")
    assert desk.done[-1] == "more" and desk.bar.isHidden()


def test_a_second_file_waits_for_the_first_and_that_is_said(desk: Desk) -> None:
    desk.opening.show_run()
    desk.opening.take(desk.reader.read)
    for name in ("second", "third"):
        desk.ask(name)
    assert desk.done == [] and desk.bar.text == "Another file is still being read: what comes after it waits."
    # What the first one turns out to be is done before.
    desk.reader.is_busy = False
    desk.opening.take_first(lambda: desk.done.append("first"))
    assert desk.done == ["first", "second", "third"] and desk.bar.isHidden()


def test_nobody_has_to_wait_for_a_disk_that_does_not_answer(desk: Desk) -> None:
    desk.opening.show_run()
    desk.opening.take(desk.reader.read)
    desk.ask("second")
    button = desk.bar.findChild(QPushButton, "message_action_0")
    assert isinstance(button, QPushButton) and button.text() == "Don’t wait"
    button.click()
    assert desk.done == ["second"] and desk.bar.isHidden()


def test_what_takes_the_place_of_all_that_was_asked_for_ends_the_reading_and_the_waiting(desk: Desk) -> None:
    desk.opening.show_run()
    desk.opening.take(desk.reader.read)
    desk.ask("second")
    desk.opening.give_up()
    assert not desk.reader.is_busy and desk.done == [] and desk.bar.isHidden()
    desk.ask("third")
    assert desk.done == ["third"]


def test_without_a_training_it_is_said_that_nothing_can_be_opened(desk: Desk) -> None:
    desk.opening.show_run()
    desk.is_lost = True
    desk.ask("weights")
    assert desk.done == [] and desk.times_said == 1
    desk.is_lost = False
    desk.ask("data")
    assert desk.done == ["data"]


# --- in the window: nothing of the engine is heard before the event loop's first turn


@pytest.fixture
def new_window(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Make it in the test itself: before that, the event loop has its turns."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(engine=local_engine())
        qtbot.addWidget(window)
        made.append(window)
        assert window.composition.runs.info is None
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("".join(f"{i % 5},{i % 3},{'ab'[i % 2]}\n" for i in range(40)), encoding="utf-8")
    return path


def asked_for(window: MainWindow) -> str | None:
    """The path in the dialog of the data; None where it is not open."""
    dialog = window.findChild(DataDialog)
    if not isinstance(dialog, DataDialog) or not dialog.isVisible():
        return None
    line = dialog.findChild(QLineEdit, "own_path")
    return "" if line is None else line.text()


def weights(path: Path) -> str:
    """A file of weights that says all of its network."""
    arrays = {
        "0.weight": np.full((10, 256), 0.5, np.float32),
        "0.bias": np.zeros(10, np.float32),
    }
    save_file(arrays, path, metadata={"activations": "softmax"})
    return str(path)


def test_data_dropped_before_the_first_network_are_asked_about_once_it_is_there(
    new_window: Callable[[], MainWindow], table: Path, qtbot: QtBot
) -> None:
    window = new_window()
    # As what a thread has found out of a file that was dropped.
    window.composition.sessions.files.data_wanted.emit(str(table))
    qtbot.waitUntil(lambda: asked_for(window) == str(table), timeout=WAIT_MS)


def test_images_and_labels_dropped_before_the_first_network_are_asked_about_too(
    new_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = new_window()
    images, labels = tmp_path / "a", tmp_path / "b"
    images.write_bytes(idx(np.zeros((2, 3, 3), np.uint8)))
    labels.write_bytes(idx(np.zeros(2, np.uint8)))
    window.composition.sessions.drops.pair_wanted.emit(str(images), str(labels))
    qtbot.waitUntil(lambda: asked_for(window) == str(images), timeout=WAIT_MS)


def test_ctrl_d_before_the_first_network_opens_the_dialog_once_it_is_there(
    new_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = new_window()
    window.actions_["action_data"].trigger()
    assert asked_for(window) is None
    qtbot.waitUntil(lambda: asked_for(window) is not None, timeout=WAIT_MS)


def test_weights_dropped_before_the_first_network_begin_a_run_and_data_that_came_after_follow(
    new_window: Callable[[], MainWindow], tmp_path: Path, table: Path, qtbot: QtBot
) -> None:
    window = new_window()
    window.composition.sessions.files.weights_wanted.emit(weights(tmp_path / "w.safetensors"))
    window.files_dropped.emit([str(table)])
    runs = window.composition.runs
    order: list[str] = []
    window.composition.engine.run_changed.connect(
        lambda info: order.append(f"{info.weights_name} {asked_for(window)}")
    )
    qtbot.waitUntil(lambda: asked_for(window) == str(table), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: any(words.startswith("w.safetensors") for words in order), timeout=WAIT_MS)
    assert runs.info is not None and runs.info.weights_name == "w.safetensors"


def test_a_second_file_of_weights_does_not_take_the_first_ones_place(
    new_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = new_window()
    begun: list[str] = []
    window.composition.engine.run_changed.connect(lambda info: begun.append(info.weights_name))
    for name in ("a.safetensors", "b.safetensors"):
        window.composition.dispatcher.issue(c.OpenWeights(weights(tmp_path / name)))
    qtbot.waitUntil(lambda: begun[-2:] == ["a.safetensors", "b.safetensors"], timeout=WAIT_MS)


def test_two_files_chosen_in_the_dialogs_of_the_system_wait_for_each_other_too(
    new_window: Callable[[], MainWindow], tmp_path: Path, table: Path, qtbot: QtBot
) -> None:
    window = new_window()
    begun: list[str] = []
    window.composition.engine.run_changed.connect(lambda info: begun.append(info.weights_name))
    window.composition.weights.file_wanted.emit(weights(tmp_path / "a.safetensors"))
    window.composition.sessions.files.file_wanted.emit(str(table))
    qtbot.waitUntil(
        lambda: asked_for(window) == str(table) and begun[-1:] == ["a.safetensors"], timeout=WAIT_MS
    )


def test_of_a_training_that_is_lost_no_run_is_said_to_begin_and_nothing_to_be_saved(
    new_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = new_window()
    issue, bar = window.composition.dispatcher.issue, window.message_bar
    qtbot.waitUntil(lambda: window.composition.runs.info is not None, timeout=WAIT_MS)
    window.composition.store.update(is_lost=True)
    for command in (
        c.OpenWeights(weights(tmp_path / "a.safetensors")),
        c.OpenFile(str(tmp_path / "a.safetensors")),
        c.ChooseData(),
        c.SaveFile(str(tmp_path / "a.backlight")),
    ):
        bar.hide()
        issue(command)
        assert not bar.isHidden() and bar.text.startswith("The training’s process has ended"), command
    assert asked_for(window) is None and not window.composition.weights.reader.is_busy
